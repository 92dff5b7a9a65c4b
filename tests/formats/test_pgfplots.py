"""Figures as pgfplots source: words that stay literal, formulas that LaTeX knows, axes and lines as in the figure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import Any

import numpy as np
import pytest
from support.cases import every
from support.draws import choice, law, one_of, texts
from support.figures import DIGITS, FIGURES, prepared_of, some_figures

from lossplot._curves.curve import default_curve
from lossplot._curves.panels import PANELS
from lossplot._figure.drawing import Dots, Line
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import find_family
from lossplot._formats.produce import produce
from lossplot._formats.tex.formula import with_formula
from lossplot._formats.tex.pgfplots import for_document
from lossplot._formats.tex.words import needs_unicode, words
from lossplot._losses import LOSSES
from lossplot._text.language import load_language

_COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textquotedbl{}": '"',
    r"\textasciigrave{}": "`",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    r"\kern0pt ": "",
    r"\ensuremath{\delta}": "δ",
    r"\ensuremath{\leq}": "≤",
    r"\ensuremath{-}": "−",
    "~": " ",
} | {rf"\{c}": c for c in "{}$%&#_"}
_TOKEN = re.compile("|".join([*map(re.escape, sorted(_COMMANDS, key=len, reverse=True)), "."]), re.DOTALL)


def set_by_tex(source: str) -> str:
    """What TeX sets for `source`, by the book: any special character outside the known commands is a mistake."""
    shown = []
    for token in _TOKEN.findall(source):
        if token not in _COMMANDS:
            assert token not in '\\{}$&#_^%~"`', source
        shown.append(_COMMANDS.get(token, token))
    return "".join(shown)


ORDINARY = choice([*map(chr, range(0x20, 0x7F)), *"éδ≤−"])


@law(60, text=one_of(texts(20, ORDINARY), texts(20, choice(" -',<>?!`"))))
def test_words_are_literal_in_tex(text: str) -> None:
    source = words(text)
    assert set_by_tex(source) == text
    # TeX makes one space of several, none of one at an end, and one sign of some pairs.
    assert not re.search(r"^ |  | $|--|''|,,|<<|>>", source.replace(r"\kern0pt ", "\0"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (r"The $x_1^2$ & 5%", r"The~$x_1^2$~\& 5\%"),
        (r"\$5 and $\frac{a}{b}$", r"\$5 and~$\frac{a}{b}$"),
        (r"50 $ only", r"50 \$ only"),
        (r"$a & b$, $\mathregular{if}$", r"$a \& b$, $\mathrm{if}$"),
        ("$δ$ $若$", r"$\delta $~$\text{若}$"),
    ],
)
def test_mathematics_is_passed_on_to_tex(text: str, source: str) -> None:
    assert words(text, math=True).replace(" ", "~") == source.replace(" ", "~")


def test_which_words_need_another_engine() -> None:
    assert not needs_unicode("margin  m = y·f(x), δ ≤ −1: \"é\" — 'ł'")
    assert needs_unicode("间隔")
    assert needs_unicode("Ж")


# What LaTeX and amsmath have of what our formulas use.
_KNOWN = (
    *("frac", "left", "right", "begin", "end", "text", "cdot", "sqrt", "le", "ge", "mathrm", "operatorname", "{", "}"),
    *("log", "exp", "max", "min", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "Phi", "sum"),
    *(
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "eta",
        "lambda",
        "mu",
        "omega",
        "phi",
        "pi",
        "sigma",
        "tau",
        "theta",
    ),
    *("ensuremath", ",", "\\", "infty", "varphi"),
)


@pytest.mark.parametrize("language", ["en", "zh"])
@every("name", LOSSES)
def test_a_formula_is_in_commands_that_latex_has(name: str, language: str) -> None:
    source = with_formula(default_curve(LOSSES[name]), load_language(language))
    assert set(re.findall(r"\\([a-zA-Z]+|.)", source)) <= set(_KNOWN)
    depth = np.cumsum([(c == "{") - (c == "}") for c in re.sub(r"\\[{}]", "", source)])
    assert depth[-1] == 0
    assert depth.min() >= 0


def test_a_formula_has_its_parameters_with_their_values() -> None:
    assert with_formula(default_curve(LOSSES["huber"]), load_language("en")).startswith(r"Huber ($\delta$~= 1):~$")


def test_a_formula_has_cases_with_words_of_its_language() -> None:
    curve = default_curve(LOSSES["zero-one"])
    english, chinese = (with_formula(curve, load_language(language)) for language in ("en", "zh"))
    assert english == r"Zero–one:~$\begin{cases} 1 & \text{if~}m \le 0 \\ 0 & \text{otherwise} \end{cases}$"
    assert r"\text{若~}m \le 0" in chinese
    assert r"\text{否则}" in chinese


@cache
def document_of(spec: FigureSpec) -> str:
    return produce(resolve(replace(spec, standalone=True)), ["tex"])["tex"].decode()


@some_figures
def test_the_document_has_axes_like_the_panels(name: str) -> None:
    spec = FIGURES[name]
    drawing, document = prepared_of(spec).drawing, document_of(spec)
    axes = re.findall(r"\\begin{axis}\[(.*?)\\end{axis}", document, re.DOTALL)
    for frame, axis in zip(drawing.frames, axes, strict=True):
        box, view = frame.box, frame.view
        at, size = (
            [float(number) for number in re.findall(pattern, axis)[0]]
            for pattern in (r"at={\(([\d.]+)in,([\d.]+)in\)}", r"width=([\d.]+)in, height=([\d.]+)in")
        )
        np.testing.assert_allclose([*at, *size], [box.left, box.bottom, box.width, box.height], atol=6e-5)
        limits = {name: float(number) for name, number in re.findall(r"\b([xy]m(?:in|ax))=([-\d.e]+)", axis)}
        starts = counted_from(document, frame.panel)
        # What is counted from an edge has lost the digits that the edge has.
        slack = 1e-9 * (view.right - view.left) if any(starts) else 0.0
        same = partial(np.testing.assert_allclose, rtol=DIGITS, atol=slack)
        same((limits["xmin"], limits["xmax"]), np.array((view.left, view.right)) - starts[0])
        same((limits["ymin"], limits["ymax"]), np.array((view.bottom, view.top)) - starts[1])
        plots = [
            np.array([tuple(map(float, point)) for point in re.findall(r"\(([^,()]+),([^()]+)\)", plot)])
            for plot in re.findall(r"\\addplot\[[^]]*\] coordinates {(.*?)};", axis, re.DOTALL)
        ]
        parts: list[Line | Dots] = sorted((*frame.lines, *frame.dots), key=lambda part: part.layer)
        for plot, part in zip(plots, parts, strict=True):
            wanted = np.asarray(part.points) - starts
            np.testing.assert_array_equal(plot[:, 0], wanted[:, 0])
            same(plot[:, 1], wanted[:, 1])
    entries = re.findall(r"\\addlegendentry{(.*)}", axes[0])
    if spec.labels == "legend" and not spec.formula and not find_family(prepared_of(spec).scene.curves):
        assert entries == [name for name in prepared_of(spec).wording.names if name]


FOURTEEN = FigureSpec(("huber:delta=" + ",".join(map(str, range(1, 15))),), theme="print", labels="legend")
GUIDES = FigureSpec(("hinge", "logistic"), marks=(0.5,))


# Circles on a dark ground; all dashes and markers; thin lines beside thick ones, and some that lead to names.
@pytest.mark.parametrize("spec", [FIGURES["direct"], FOURTEEN, GUIDES], ids=["circles", "markers", "guides"])
def test_each_line_and_mark_has_the_pen_that_it_has_in_the_figure(spec: FigureSpec) -> None:
    drawing, document = prepared_of(spec).drawing, document_of(spec)
    colours = {
        colour: f"#{code.lower()}" for colour, code in re.findall(r"\\definecolor{(\w+)}{HTML}{(\w+)}", document)
    }
    styles = dict(re.findall(r"^  (curve \d+)/\.style={(.*)},$", document, re.MULTILINE))
    plots = re.findall(r"\\addplot\[forget plot, (.*)\] coordinates", document)
    parts = [part for frame in drawing.frames for part in sorted(frame.parts, key=lambda part: part.layer)]
    assert not any(frame.areas for frame in drawing.frames)
    for options, part in zip(plots, parts, strict=True):
        if isinstance(part, Dots):
            assert_mark(options.removeprefix("only marks, "), part, colours)
        else:
            assert_pen(styles.get(options, options), part, colours)
    # Beside the names.
    samples = re.findall(r"\\addlegendimage{(curve \d+)(?:, (mark=.*))?}$|\\draw\[(.*)\] \(", document, re.MULTILINE)
    assert len(samples) == len(drawing.lines)
    marks = {dots.curve: dots for dots in drawing.dots}
    for (style, mark, pen), line in zip(samples, drawing.lines, strict=True):
        assert_pen(styles.get(style or pen, pen), line, colours)
        assert bool(mark) == (line.curve in marks)
        if mark:
            assert_mark(mark, marks[line.curve], colours)


def assert_pen(options: str, line: Line, colours: dict[str, str]) -> None:
    """Assert that options of TikZ, in points of 1/72 inch, are the colour, the width and the dashes of `line`."""
    colour, width, *pattern = options.split(", ")
    assert colours[colour] == line.colour.lower()
    assert width == f"line width={round(line.width, 3):g}bp"
    strokes = [float(each) for each in re.findall(r"(?:on|off) ([\d.]+)bp", "".join(pattern))]
    assert re.sub(r"[\d.]+bp ?", "", "".join(pattern)) == (
        "dash pattern=" + "on off " * (len(strokes) // 2) if strokes else ""
    )
    assert strokes == pytest.approx([line.width * length for length in line.dash], abs=6e-4)


def assert_mark(options: str, dots: Dots, colours: dict[str, str]) -> None:
    """Assert that options of TikZ, which measures a mark from its middle, are those of `dots`."""
    [(sign, size, edge, fill, width)] = re.findall(
        r"mark=(\S+), mark size=([\d.]+)bp, mark options={solid, draw=(\w+), fill=(\w+), line width=([\d.]+)bp", options
    )
    assert (colours[edge], colours[fill]) == (dots.edge.lower(), dots.fill.lower())
    assert float(width) == pytest.approx(dots.width, abs=6e-4)
    # A sign with corners is as large as a circle of its area, or up to two fifths more.
    assert (sign == "*") == (dots.shape == "circle")
    assert 1.0 <= float(size) / (dots.size / 2.0) + 1e-3 <= (1.002 if dots.shape == "circle" else 1.402)


def counted_from(document: str, panel: str) -> tuple[float, float]:
    """Which x and y stand for zero in the axis of `panel`, as the comment before it says."""
    [said] = re.findall(rf"^% {panel}(|, .*)$\n\\begin{{axis}}", document, re.MULTILINE)
    starts = {axis: float(start) for axis, start in re.findall(r"(\w) counted from (\S+?)(?:,|$)", said)}
    return starts.get("x", 0.0), starts.get("y", 0.0)


def test_numbers_far_from_zero_are_counted_from_the_edge() -> None:
    """TeX has five digits: of 0.9999 and 1.0001 it would keep too few to tell them apart."""
    document = document_of(FigureSpec(("hinge",), x_range=(0.9999, 1.0001)))
    assert re.search(r"% loss, x counted from 0\.999896", document)
    assert "xmin=0.0, " in document
    assert re.search(r"\{0\.99990\}, \{0\.9999", document)
    assert "counted" not in document_of(FigureSpec(("hinge",)))


def test_heights_far_from_zero_are_counted_from_the_bottom() -> None:
    document = document_of(FigureSpec(("squared",), y_range=(8.99, 9.01), x_range=(2.9, 3.1)))
    x_start, y_start = counted_from(document, "loss")
    assert (x_start, y_start) == (0.0, 8.99)
    # The curve is at 9 where x is 3, and there it is 0.01 above the bottom.
    heights = [float(y) for y in re.findall(r"\([-.\de]+,([-.\de]+)\)", document.split("begin{axis}")[1])]
    assert min(heights) < 0.0
    assert 0.02 < max(heights) < 0.9


@every(
    ("losses", "options", "is_above"),
    [
        (("hinge", "logistic"), {"labels": "legend"}, False),
        (("huber", "tukey"), {"labels": "legend", "formula": True}, True),
    ],
)
def test_a_title_keeps_its_place_unless_a_legend_of_formulas_may_need_it(
    losses: tuple[str, ...], options: dict[str, Any], is_above: bool
) -> None:
    document = document_of(FigureSpec(losses, title="A title", **options))
    assert ("current bounding box.north" in document) is is_above
    assert document.count("{A~title}") + document.count("{A title}") == 1


@every(
    ("options", "preset", "size"),
    [
        ({}, "neurips", (4.25, 4.25 * 4.5 / 8.0)),
        ({"panels": PANELS[:2]}, "neurips", (4.25, 4.25 * 6.75 / 8.0)),
        ({"panels": PANELS, "risk": 0.5}, "neurips", (4.25, 4.25 * 1.3)),  # 12.5 / 8 would be too high for a page
        ({"size": (3.0, 2.0)}, "neurips", (3.0, 2.0)),
        ({"preset": "slide"}, "slide", None),
        ({"style": "a.mplstyle"}, None, None),
        ({"standalone": True}, None, None),
    ],
)
def test_a_figure_for_a_document_has_the_letters_of_a_paper_unless_more_is_asked_for(
    options: dict[str, Any], preset: str | None, size: tuple[float, float] | None
) -> None:
    spec = FigureSpec(("hinge",), **options)
    found = for_document(spec)
    assert (found.preset, found.size) == (preset, size)
    assert replace(found, preset=spec.preset, size=spec.size) == spec


def test_a_document_says_which_engine_it_needs() -> None:
    assert "% To draw it: pdflatex THIS_FILE" in document_of(FigureSpec(("hinge",), title="é δ"))
    cyrillic = document_of(FigureSpec(("hinge",), title="Ж"))
    assert "% To draw it: lualatex THIS_FILE" in cyrillic
    assert r"\setmainfont{DejaVu Sans}" in cyrillic
    for title in ("", "Ж"):
        assert r"\setmainfont{DejaVu Serif}" in document_of(FigureSpec(("hinge",), title=title, font="DejaVu Serif"))


def test_looks_reach_the_document() -> None:
    dark = document_of(FigureSpec(("hinge",), theme="dark"))
    assert "\\definecolor{ground}{HTML}{16181D}" in dark
    assert "\\pagecolor{ground}" in dark
    assert "\\pagecolor" not in document_of(FigureSpec(("hinge",), transparent=True))
    assert "grid=major" in dark
    assert "grid=major" not in document_of(FigureSpec(("hinge",), preset="nature"))
    assert "mark=square*" not in document_of(FigureSpec(("hinge", "logistic"), theme="print"))
    assert "dash pattern=" in document_of(FigureSpec(("hinge", "logistic"), theme="print"))
    assert "(3in,2in)" in document_of(FigureSpec(("hinge",), size=(3.0, 2.0)))
    assert "\\addlegend" not in document_of(FigureSpec(("hinge",), labels="none"))


def test_a_legend_of_formulas_has_one_column() -> None:
    names = FigureSpec(("hinge", "logistic", "exponential"), labels="legend", size=(3.0, 2.5))
    assert "legend columns=1, " in document_of(replace(names, formula=True))
    drawn = prepared_of(names).drawing.legend
    assert drawn is not None
    assert f"legend columns={drawn.columns}, " in document_of(names)


def test_names_at_the_ends_stay_there() -> None:
    spec = FIGURES["direct"]
    document, drawing = document_of(spec), prepared_of(spec).drawing
    assert "\\addlegend" not in document
    names = [text for text in drawing.texts if text.role == "curve name"]
    assert names
    for text in names:
        # A quarter of the size below the middle, where the letters stand.
        anchor = {"left": "base west", "center": "base", "right": "base east"}[text.align]
        x, y = (f"{round(place, 4):g}" for place in (text.x, text.y - 0.25 * text.size / 72))
        assert re.search(rf"\\node\[anchor={anchor}, .*\] at \({x}in,{y}in\) {{{text.words}}};", document)


def test_the_heading_of_a_family_begins_where_its_lines_do() -> None:
    drawing, document = prepared_of(FIGURES["shapes"]).drawing, document_of(FIGURES["shapes"])
    [back] = re.findall(r"\\addlegendentry{\\hspace\*{-([\d.]+)bp}\$\\delta\$", document)
    names = [text.x for text in drawing.texts if text.words == "7"]
    assert float(back) / 72 == pytest.approx(names[0] - drawing.lines[0].points[0, 0], abs=1e-4)


def test_every_marker_has_a_sign_of_its_own_that_hides_the_line() -> None:
    images = re.findall(r"\\addlegendimage{.*(mark=[\w*]+).*?((?:rotate=180)?)}}", document_of(FOURTEEN))
    assert len({*images}) == 7
    assert all(mark.endswith("*") for mark, _ in images)
