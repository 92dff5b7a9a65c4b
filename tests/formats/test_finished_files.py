"""What finished files promise their readers: letters, fonts, grounds and colours, read back from the bytes."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from support.cases import some
from support.run import assert_fails, call

from lossplot._curves.panels import PANELS
from lossplot._figure.looks import PRESETS, THEMES, ramp
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.compact import compact
from lossplot._formats.mpl.figure import render
from lossplot._text.language import languages

XLINK = "{http://www.w3.org/1999/xlink}"
SVG = "{http://www.w3.org/2000/svg}"
every_preset = pytest.mark.parametrize("preset", PRESETS)
NATURE = ("nature", "nature-wide")


# --- letters and fonts ---


def objects(pdf: bytes) -> Iterator[bytes]:
    """The file as it is, and every stream of it that is compressed."""
    yield pdf
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(match[1])
        except zlib.error:
            continue


@pytest.mark.slow
@every_preset
def test_no_pdf_has_a_type_3_font(preset: str) -> None:
    spec = FigureSpec(("hinge",), preset=preset, formula=preset in ("neurips", "icml"))
    content = b"\n".join(objects(render(resolve(spec), ["pdf"])["pdf"]))
    kinds = set(re.findall(rb"/Subtype\s*/(Type\w+|TrueType|CIDFontType\w+)", content))
    assert kinds >= {b"Type0", b"CIDFontType2"} or kinds >= {b"TrueType"}
    assert b"Type3" not in kinds
    assert b"/FontFile2" in content


@pytest.mark.parametrize("preset", some(["nature", *(each for each in PRESETS if each != "nature")], 10))
def test_letters_are_outlined_but_for_nature(preset: str) -> None:
    root = ET.fromstring(render(resolve(FigureSpec(("hinge",), preset=preset)), ["svg"])["svg"])
    texts = ["".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")]
    if preset not in NATURE:
        assert not texts
        return
    assert {"Hinge", "margin", "m", "0"} <= set(texts)
    families = {re.findall(r"font-family: ([^;]*)", text.get("style", ""))[0] for text in root.iter(f"{SVG}text")}
    assert all(family.startswith("'Arial', 'Helvetica'") for family in families)


@pytest.mark.parametrize("preset", some([*PRESETS][::-1], 10))
@pytest.mark.parametrize("language", some(languages(), 2))
def test_letters_are_text_where_one_asks_for_it(preset: str, language: str) -> None:
    figure = resolve(FigureSpec(("huber:delta=2", "mse"), preset=preset, svg_text=True, language=language))
    root = ET.fromstring(render(figure, ["svg"])["svg"])
    texts = {"".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")}
    runs = {run.strip() for name in figure.wording.names for run in name.split("*")}
    assert {*runs, "0"} <= texts
    assert not [each for each in root.iter(f"{SVG}use") if "-" in each.get(f"{XLINK}href", "")]  # a glyph
    first, last = ("STIXGeneral", "serif") if "STIXGeneral" in PRESETS[preset].fonts else ("Inter", "sans-serif")
    first = "Arial" if preset in NATURE else first
    for text in root.iter(f"{SVG}text"):
        families = re.findall(r"font-family: ([^;]*)", text.get("style", ""))[0].split(", ")
        assert (families[0], families[-1]) == (f"'{first}'", last)
        assert "Lossplot" not in str(families)


def test_formulas_in_an_svg_are_text_too() -> None:
    svg = render(resolve(FigureSpec(("charbonnier",), formula=True, svg_text=True)), ["svg"])["svg"].decode()
    assert "font-style: italic; font-size: 18px; font-family: 'Inter', sans-serif" in svg
    assert "Lossplot" not in svg


# --- grounds ---


@pytest.mark.parametrize("theme", some(THEMES, 3))
def test_a_transparent_png_has_nothing_in_its_corners(theme: str) -> None:
    for transparent in (True, False):
        spec = FigureSpec(("hinge",), theme=theme, size=(4.0, 3.0), dpi=50.0, transparent=transparent)
        with Image.open(io.BytesIO(render(resolve(spec), ["png"])["png"])) as image:
            pixels = np.asarray(image.convert("RGBA"))
        corners = pixels[[0, 0, -1, -1], [0, -1, 0, -1]].tolist()
        ground = [int(THEMES[theme].ground[at : at + 2], 16) for at in (1, 3, 5)]
        assert corners == [[*corners[0][:3], 0] if transparent else [*ground, 255]] * 4


@pytest.mark.slow
def test_a_transparent_svg_and_pdf_paint_no_ground() -> None:
    plain, clear = (FigureSpec(("hinge",), theme="dark", transparent=clear) for clear in (False, True))
    ground = THEMES["dark"].ground
    # The figure alone: nothing else has a ground but hollow circles, of which there is none here.
    assert render(resolve(plain), ["svg"])["svg"].decode().count(f"fill: {ground}") == 1
    assert ground not in render(resolve(clear), ["svg"])["svg"].decode()
    red = f"{int(ground[1:3], 16) / 255:.4f}"[:5].encode()
    painted = [red in b"\n".join(objects(render(resolve(spec), ["pdf"])["pdf"])) for spec in (plain, clear)]
    assert painted == [True, False]


# --- theme auto ---


AUTO = {
    "several": FigureSpec(("hinge", "logistic", "zero-one"), PANELS[:2], theme="auto", marks=(0.5,)),
    "a family": FigureSpec(("huber:delta=0.5,1,2,4", "absolute"), theme="auto"),
    "all colours": FigureSpec(
        ("hinge", "squared-hinge", "logistic", "exponential", "zero-one", "perceptron", "savage", "tangent", "sigmoid"),
        theme="auto",
        labels="direct",
    ),
    "letters": FigureSpec(("hinge", "logistic"), theme="auto", preset="nature"),
}


@cache
def exchanges(name: str) -> tuple[str, dict[tuple[str, str], str]]:
    """An SVG without its stylesheet, and what that exchanges where it is dark: (property, colour) -> colour."""
    svg = render(resolve(AUTO[name]), ["svg"])["svg"].decode()
    [sheet] = re.findall(r"<style[^>]*>(@media \(prefers-color-scheme: dark\) \{.*?\})</style>", svg)
    rules = re.findall(r'\[style\*="(\w+): (#\w{6})"\]\{(\w+):var\((--lossplot-\w{6}),(#\w{6})\) !important\}', sheet)
    assert rules
    assert all((name, light) == (same, again) for name, light, same, _, again in rules)
    assert re.sub(r"\[style[^{]*\{[^}]*\}", "", sheet).endswith("@supports (color: var(--a)) {}")
    preferred, light, dark = (
        dict(re.findall(r"(--lossplot-\w{6}):(#\w{6});", part)) for part in re.findall(r"\{(--[^}]*)\}", sheet)
    )
    assert preferred == dark
    assert all(name == f"--lossplot-{colour[1:]}" for name, colour in light.items())
    return svg.replace(sheet, ""), {(name, colour): dark[variable] for name, colour, _, variable, _ in rules}


@pytest.mark.parametrize("name", some(AUTO, 2))
def test_every_colour_of_a_figure_that_follows_its_reader_has_its_counterpart(name: str) -> None:
    svg, exchanged = exchanges(name)
    light, dark = THEMES["light"], THEMES["dark"]
    family = 4 if name == "a family" else 0
    counterparts = {
        **{getattr(light, field): getattr(dark, field) for field in ("ground", "ink", "soft", "axis", "grid")},
        **dict(zip(light.colours, dark.colours, strict=True)),
        **dict(zip(ramp(light.ramp, family), ramp(dark.ramp, family), strict=True)),
    }
    used = set(re.findall(r"(fill|stroke): (#\w+)", svg))
    assert len(used) > 5
    assert {pair: exchanged.get(pair) for pair in used} == {(how, colour): counterparts[colour] for how, colour in used}
    # No colour hides where no rule finds it: in an attribute, in a name, or left to the default, which is black.
    assert set(re.findall(r"#[0-9a-f]{6}\b", svg)) == {colour for _, colour in used}
    assert not re.search(r'(?:fill|stroke)="', svg)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", some(AUTO, 2))
def test_what_is_shown_in_the_dark_stands_out_there(name: str) -> None:
    svg, exchanged = exchanges(name)
    dark = THEMES["dark"]
    for how, colour in set(re.findall(r"(fill|stroke): (#\w+)", svg)):
        dark_colour = exchanged[how, colour]
        if dark_colour not in (dark.ground, dark.grid):
            assert (luminance(dark_colour) + 0.05) / (luminance(dark.ground) + 0.05) >= 3.0


@pytest.mark.parametrize("name", ["a.png", "a.pdf", "a.py", "a.tex"])
def test_only_svg_follows_its_reader(name: str, tmp_path: Path) -> None:
    assert_fails(call("hinge", "--theme", "auto", "-o", name, cwd=tmp_path), 2, "auto", "SVG")


# --- words in an SVG ---


HOSTILE = (
    "<script>alert(1)</script>",
    "]]> <![CDATA[ &amp; & &#0; &lt;",
    "<!-- -- --- -->",
    '" \' ` = onload="x" </svg>',
    'd="M 0.123456 9.876543" fill: #1a1a1a <path d="M 1.00001 2',
    "$x^2$ \\alpha {} %s %(a)s",
    "\u202ftitre \u4e2d\u6587",
    "x" * 500,
)


@pytest.mark.parametrize("preset", some([None, "nature"], 2))
@pytest.mark.parametrize("title", some(HOSTILE, 4), ids=range(len(HOSTILE)))
def test_an_svg_is_well_formed_whatever_its_title(title: str, preset: str | None) -> None:
    root = ET.fromstring(
        render(resolve(FigureSpec(("hinge",), title=title, preset=preset, theme="auto")), ["svg"])["svg"]
    )
    assert root.get("role") == "img"
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    heading = named[root.get("aria-labelledby", "")]
    assert (heading.tag, heading.text) == (f"{SVG}title", title)
    words = named[root.get("aria-describedby", "")]
    assert words.tag == f"{SVG}desc"
    assert "Hinge falls linearly from 4" in str(words.text)
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert not [*root.iter(f"{SVG}script")]
    assert len([*root.iter(f"{SVG}title")]) == len([*root.iter(f"{SVG}desc")]) == 1


@pytest.mark.parametrize("character", ["\x00", "\x07", "\n", "\x1b", "\x85", "\ufffe", "\u202e"])
def test_a_title_with_a_control_character_is_refused(character: str, tmp_path: Path) -> None:
    assert_fails(call("hinge", f"--title=a{character}b", cwd=tmp_path), 2, f"U+{ord(character):04X}")


def test_two_figures_in_one_page_are_not_taken_for_each_other() -> None:
    one, other = (ET.fromstring(render(resolve(FigureSpec((loss,))), ["svg"])["svg"]) for loss in ("hinge", "logistic"))
    assert one.get("aria-labelledby") != other.get("aria-labelledby")
    assert one.get("aria-describedby") != other.get("aria-describedby")


# --- small SVGs ---


def test_an_svg_has_no_more_digits_than_can_be_seen() -> None:
    svg = render(resolve(FigureSpec(("hinge", "logistic", "zero-one"), PANELS[:3])), ["svg"])["svg"].decode()
    body = svg[svg.index("</metadata>") :]
    places = re.findall(r' (?:d|x|y|width|height)="([^"]*)"|translate\(([^)]*)\)', body)
    numbers = [number for groups in places for number in re.findall(r"\.(\d+)", "".join(groups))]
    assert len(numbers) > 500
    assert max(map(len, numbers)) == 3
    assert not [number for number in numbers if number.endswith("0")]
    assert not re.search(r"\n\s", body)
    assert len(svg) < 50_000  # 67,618 as matplotlib writes it


def test_a_letter_is_the_same_in_steps_from_point_to_point() -> None:
    """The places that the steps lead to are those that matplotlib wrote, for lines and for curves."""
    data = "M 313 2009 \nL 1997 2009 \nQ 1500.5 -91.25 313 1497 \nz\nM 10 20 \nC 1 2 3 4 5 6 \nC 7 8 9 10 -11 12 \nz\n"
    svg = f'<defs>\n <path id="a-1" d="{data}" transform="scale(0.015625)"/>\n</defs>'
    [shape] = re.findall(r' d="([^"]*)"', compact(svg))
    assert absolute(shape) == [float(number) for number in re.findall(r"-?[\d.]+", data)]


def absolute(shape: str) -> list[float]:
    """The places of a path whose commands are relative but for M, by SVG 1.1, 8.3."""
    coordinates: list[float] = []
    x, y, start = 0.0, 0.0, (0.0, 0.0)
    for command, words in re.findall(r"([MlqcZz])([^MlqcZz]*)", shape):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", words)]
        size = {"M": 2, "l": 2, "q": 4, "c": 6, "z": 1}[command]
        for at in range(0, len(numbers), size):
            origin = (0.0, 0.0) if command == "M" else (x, y)
            places = [number + origin[index % 2] for index, number in enumerate(numbers[at : at + size])]
            coordinates += places
            x, y = places[-2:]
            start = (x, y) if command == "M" else start
        if command == "z":
            x, y = start
    return coordinates
