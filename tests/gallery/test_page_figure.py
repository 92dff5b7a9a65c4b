"""The live figure of the page looks as figures do: its frame, its letters, its lines and the names at its curves."""

from __future__ import annotations

import math
import random
from importlib.resources import files
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from support.browser import Site

from lossplot._curves.moves import for_both_labels
from lossplot._curves.parse import read_curves
from lossplot._figure.looks import THEMES, look_for
from lossplot._figure.styles import line_styles
from lossplot._losses import LOSSES

pytestmark = pytest.mark.slow

SURROGATES = "hinge+logistic+squared-hinge"
FAMILY = "huber:delta=0.5+huber:delta=1+huber:delta=2"
EIGHT = "zero-one+hinge+logistic+exponential+perceptron+squared-hinge+ramp+savage"
OVERLAYS = 40
FAMILIES = [
    *("huber:delta=0.5,1,2", "focal:gamma=0,1,2,5", "huber:delta=0.5,1,2 absolute squared"),
    *("squared cauchy:c=0.5,1,2", "quantile:tau=0.1,0.3,0.5,0.7,0.9 absolute", "huber huber:delta=1,2,3"),
    *(
        "huber:delta=2 huber:delta=0.5 huber:delta=1",
        "huber:delta=1,2 cauchy:c=1,2",
        "tversky:beta=0.3,0.5,0.7 soft-dice",
    ),
]
# All words of the figure as boxes of their letters, and points of each curve of the first panel, in pixels.
PLACES = """() => {
  const svg = document.querySelector("#figure svg");
  const texts = [...svg.querySelectorAll("text")].map((text) => {
    const { x, width } = text.getBBox();
    const [size, base] = [parseFloat(getComputedStyle(text).fontSize), Number(text.getAttribute("y"))];
    const [weight, fill] = ["font-weight", "fill"].map((name) => text.getAttribute(name));
    return { words: text.textContent, weight, fill, box: [x, base - 0.72 * size, x + width, base + 0.1 * size] };
  });
  const clip = svg.querySelector("clipPath rect");
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(clip.getAttribute(name)));
  const curves = [...svg.querySelector("g[clip-path]").querySelectorAll(".curve")].map((curve) => {
    const path = curve.querySelector("path");
    const steps = Array.from({ length: Math.ceil(path.getTotalLength() / 3) }, (_, i) => path.getPointAtLength(3 * i));
    const points = steps.filter(({ y }) => y >= top && y <= top + height).map(({ x, y }) => [x, y]);
    return { colour: path.getAttribute("stroke"), points };
  });
  return { texts, curves, frame: [left, top, left + width, top + height], size: [svg.clientWidth, svg.clientHeight] };
}"""
SHOWN = "(hash) => document.querySelector('#command').textContent.startsWith(hash)"


def read(words: list[str]) -> str:
    return f"{words}.map((spec) => lossplot.readSpec(spec, lossplot.losses))"


def distance(box: list[float], points: list[list[float]]) -> float:
    left, top, right, bottom = box
    gaps = ((max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom)) for x, y in points)
    return min(math.hypot(across, up) for across, up in gaps)


def overlap(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def random_overlays() -> list[str]:
    draw, axes = random.Random(11), {loss.axis.name for loss in LOSSES.values()}
    names = {axis: [loss.name for loss in LOSSES.values() if loss.axis.name == axis] for axis in sorted(axes)}
    many = [axis for axis, members in names.items() if len(members) > 6]
    return ["+".join(draw.sample(names[draw.choice(many)], draw.randint(2, 7))) for _ in range(OVERLAYS)]


@pytest.mark.parametrize(("width", "fewest"), [(1300, 18), (390, 10)])
def test_no_word_is_on_another_or_on_a_curve_and_names_are_at_their_own(site: Site, width: int, fewest: int) -> None:
    beside = 0
    with site.visit("overlay.html", viewport={"width": width, "height": 900}) as page:
        for overlay in [SURROGATES, FAMILY, EIGHT, *random_overlays()]:
            page.evaluate(f"location.hash = '#{overlay}&derivative'")
            specs = [curve.spec for curve in read_curves(overlay.split("+"))]
            page.wait_for_function(SHOWN, arg=f"lossplot {' '.join(specs)} --d")
            drawn: dict[str, Any] = page.evaluate(PLACES)
            for text in drawn["texts"]:
                left, top, right, bottom = text["box"]
                inside = left >= 0.0 and top >= 0.0 and right <= drawn["size"][0] and bottom <= drawn["size"][1]
                assert inside, (overlay, text)
            for one, other in combinations(drawn["texts"], 2):
                assert not overlap(one["box"], other["box"]), (overlay, one, other)
            for text in drawn["texts"]:
                away = [distance(text["box"], curve["points"]) for curve in drawn["curves"] if curve["points"]]
                assert min(away) > 1.0, (overlay, text)
            names = [text for text in drawn["texts"] if text["weight"] == "500"]
            assert len(names) in (0, len(drawn["curves"])), overlay
            beside += bool(names)
            for name, curve in zip(names, drawn["curves"], strict=bool(names)):
                assert name["fill"] == curve["colour"], overlay
                others = [distance(name["box"], each["points"]) for each in drawn["curves"] if each is not curve]
                assert distance(name["box"], curve["points"]) < min(others), (overlay, name)
    # So many have their names at the curves: half of them, and on a telephone fewer.
    assert beside >= fewest, beside


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lines_are_those_of_the_figure(site: Site, theme: str) -> None:
    look, _ = look_for(None, theme, None, 1)
    with site.visit("overlay.html") as page:
        for words in [*FAMILIES, *(overlay.replace("+", " ") for overlay in (EIGHT, *random_overlays()))]:
            curves = read_curves(words.split())
            drawn = page.evaluate(
                f"lossplot.stylesOf({read([curve.spec for curve in curves])}, lossplot.themes.{theme})"
            )
            own = [(style.colour, [*style.dash]) for style in line_styles(curves, look)]
            assert [(each["colour"], each["dash"]) for each in drawn] == own, words


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lines_for_both_labels_are_those_of_the_figure(site: Site, theme: str) -> None:
    look, _ = look_for(None, theme, None, 1)
    many = " ".join([loss.name for loss in LOSSES.values() if loss.axis.name == "margin"][:24])
    with site.visit("overlay.html") as page:
        for words in ("hinge", "hinge logistic", "focal:gamma=0,1,2", EIGHT.replace("+", " "), many):
            curves = [each for curve in read_curves(words.split()) for each in for_both_labels(curve)]
            specs = [curve.spec for curve in curves[::2]]
            scaled = f"lossplot.scaledCurves({read(specs)}, {{ normalize: false, bothLabels: true }})"
            drawn = page.evaluate(f"lossplot.stylesOf({scaled}, lossplot.themes.{theme})")
            own = [(style.colour, [*style.dash]) for style in line_styles(curves, look)]
            assert [(each["colour"], each["dash"]) for each in drawn] == own, words


def test_the_frame_is_that_of_a_figure(site: Site) -> None:
    theme = THEMES["light"]
    with site.visit(f"overlay.html?{SURROGATES}&derivative") as page:
        drawn: dict[str, Any] = page.evaluate(PLACES)
        left, top, right, _ = drawn["frame"]
        texts = {text["words"]: text for text in drawn["texts"]}
        # The names of the panels are above them, flush with the frame.
        for name in ("Loss", "Derivative"):
            assert texts[name]["box"][0] == pytest.approx(left, abs=1.5)
            assert texts[name]["fill"] == theme.ink
        assert texts["Loss"]["box"][3] < top
        # 2 % of the view are free at both sides.
        for curve in drawn["curves"][:2]:
            ends = curve["points"][0][0], curve["points"][-1][0]
            assert [(end - left) / (right - left) for end in ends] == pytest.approx(
                [0.02 / 1.04, 1.02 / 1.04], abs=0.005
            )
        strokes = page.locator("#figure svg > path").evaluate_all("all => all.map(e => e.getAttribute('stroke'))")
        assert strokes == [theme.grid, theme.axis] * 2
        numbers = page.locator(f"#figure g[fill='{theme.soft}'] text").all_text_contents()
        assert numbers[-7:] == ["−3", "−2", "−1", "0", "1", "2", "3"]
        assert page.locator("#figure [transform]").count() == 0
        assert page.locator("#figure tspan[font-style=italic]").all_text_contents() == ["m", "y", "f", "x"]
        figure, reading = (page.locator(each).bounding_box() for each in ("#figure", "#reading"))
        assert figure
        assert reading
        assert reading["y"] >= figure["y"] + figure["height"]


def test_a_loss_has_its_name_as_title_and_a_family_has_its_values_at_the_curves(site: Site) -> None:
    names = "#figure [class=name]"
    with site.visit("overlay.html?huber:delta=2") as page:
        assert page.locator("#figure svg > text").first.text_content() == "Huber (δ = 2)"
        assert page.locator(names).count() == 0
    with site.visit(f"overlay.html?{FAMILY}") as page:
        assert page.locator("#figure svg > text").first.text_content() == "Huber"
        assert page.locator(names).all_text_contents() == ["0.5", "1", "δ = 2"]
        command = "lossplot huber:delta=0.5 huber:delta=1 huber:delta=2"
        assert page.locator("#command").inner_text() == command
    with site.visit(f"overlay.html?{EIGHT}") as page:
        assert page.locator(names).count() == 8
        assert {page.locator(names).nth(i).get_attribute("fill") for i in range(8)} == {THEMES["light"].ink}


def test_words_are_in_inter_wherever_the_figure_is_taken(site: Site) -> None:
    """The widths are those of the font's own table of advances; kerning may make them a little less."""
    wanted = {
        "Derivative": ("Regular", 14.0),
        "4": ("Regular", 12.5),
        "Logistic": ("Medium", 14.0),
        "f": ("Italic", 14.0),
    }
    ask = """(words) => {
      const all = [...document.querySelectorAll("text, tspan")];
      return all.find((each) => each.textContent === words).getComputedTextLength();
    }"""
    faces = (
        "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family, weight }) => family + weight)"
    )
    taken = site.folder / "taken.svg"
    with site.visit(f"overlay.html?{SURROGATES}&derivative") as page:
        with page.expect_download() as download:
            page.locator("#save-svg").click()
        download.value.save_as(taken)
        assert sorted(page.evaluate(faces)) == ["Inter400", "Inter400", "Inter500"]
        here = {words: page.evaluate(ask, words) for words in wanted}
        page.goto(taken.as_uri())
        page.evaluate("document.fonts.ready")
        assert sorted(page.evaluate(faces)) == ["Inter400", "Inter400", "Inter500"]
        there = {words: page.evaluate(ask, words) for words in wanted}
    for words, (face, size) in wanted.items():
        data = (files("lossplot") / "_formats" / "mpl" / "letters" / f"Inter-{face}.ttf").read_bytes()
        with TTFont(BytesIO(data)) as font:
            characters, advances = font.getBestCmap(), font["hmtx"]
            units = sum(advances[characters[ord(letter)]][0] for letter in words)
            width = units / font["head"].unitsPerEm * size
        assert here[words] == pytest.approx(width, rel=0.01), words
        assert there[words] == pytest.approx(width, rel=0.01), words
    assert taken.read_text("utf-8").count("@font-face") == 3
