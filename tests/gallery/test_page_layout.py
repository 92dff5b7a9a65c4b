"""Where the live figure has everything, in `node`: pixels, paths, circles, names, legends, and the lines of curves."""

from __future__ import annotations

import math
import re
from itertools import combinations, pairwise
from random import Random
from typing import Any

import pytest
from support.draws import between, shuffled
from support.node import Ask, node_script

from lossplot._curves.moves import for_both_labels
from lossplot._curves.parse import read_curves
from lossplot._figure.layout.ticks import round_ticks
from lossplot._figure.limits import x_limits
from lossplot._figure.looks import look_for
from lossplot._figure.styles import line_styles
from lossplot._losses import LOSSES

CODE = """
const { readFamily } = await import("./asked.js");
const { draw } = await import("./drawing.js");
const { inksOf } = await import("./ink.js");
const { wordsOf } = await import("./labels.js");
const { layOut } = await import("./layout.js");
const { legendAbove, legendInside } = await import("./legend.js");
const letters = await import("./letters.js");
const { namesBeside } = await import("./names.js");
const panel = await import("./panel.js");
const { scaledCurves } = await import("./scaled.js");
const { compose } = await import("./scene.js");
const { stylesOf } = await import("./styles.js");
const theme = { ground: "ground", grid: "grid", axis: "axis", soft: "soft", ink: "ink" };
const read = (words) => words.flatMap((each) => readFamily(each, lossplot.losses));
const answers = {
  place: panel.place,
  xAt: panel.xAt,
  yAt: panel.yAt,
  dashed: panel.dashed,
  curves: (trace, box, dash) => panel.curvesOf({ name: "loss", traces: [trace], view: box.view }, box, [{ colour: "red", dash }], theme),
  frame: (box, upright, level, words) => panel.frameOf(box, upright, level, words, theme),
  crosshair: (box, x, values) => panel.crosshair([box], x, [[values]], [{ colour: "red" }], theme),
  inks: (trace, box) => inksOf([trace], box),
  names: (inks, frame, header, text, counts) => namesBeside(inks, frame, header, text, (size) => counts.map((many) => 0.5 * size * many)),
  inside: legendInside,
  above: legendAbove,
  texts: (marked) => [letters.spansOf(marked), letters.plain(marked), letters.safe(marked), letters.markedWidth(marked, 10)],
  styles: (words, bothLabels, name) => stylesOf(scaledCurves(read(words), { normalize: false, bothLabels }), themes[name]),
  words: (words, panels, isNormalized) => wordsOf(read(words), panels, isNormalized),
  layout: (words, panels, size) => {
    const curves = read(words);
    return layOut(compose(curves, panels, null), size, wordsOf(curves, panels, false));
  },
  draw: (words, panels, size) => {
    const curves = read(words);
    return draw(compose(curves, panels, null), size, wordsOf(curves, panels, false), stylesOf(curves, themes.light), themes.light).svg;
  },
};
const answer = ([what, ...words]) => answers[what](...words);
"""  # noqa: E501
MODULES = ("asked", "drawing", "scaled", "scene", "styles")
BOX = {
    "left": 50,
    "top": 20,
    "right": 250,
    "bottom": 120,
    "width": 200,
    "height": 100,
    "view": {"left": -2, "right": 2, "bottom": -1, "top": 4},
}
NOTHING: dict[str, list[Any]] = {"pieces": [], "filled": [], "hollow": [], "bridges": []}
THREE = ["loss", "derivative", "second-derivative"]
FAMILIES = [
    *("huber:delta=0.5,1,2", "focal:gamma=0,1,2,5", "huber:delta=0.5,1,2 absolute squared"),
    *("squared cauchy:c=0.5,1,2", "quantile:tau=0.1,0.3,0.5,0.7,0.9 absolute", "huber huber:delta=1,2,3"),
    *("huber:delta=2 huber:delta=0.5 huber:delta=1", "huber:delta=1,2 cauchy:c=1,2"),
    *("tversky:beta=0.3,0.5,0.7 soft-dice", "zero-one hinge logistic exponential perceptron squared-hinge ramp savage"),
    " ".join([loss.name for loss in LOSSES.values() if loss.axis.name == "error"][:24]),
]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("layout"), MODULES, CODE)


# --- panels ---


def test_points_have_their_pixels_and_pixels_their_points(ask: Ask) -> None:
    points = {(-2, 4): [50, 20], (2, -1): [250, 120], (0, 0): [150, 100], (1, 3): [200, 40]}
    assert ask([("place", BOX, point) for point in points]) == [*points.values()]
    assert ask([("xAt", BOX, column) for column, _ in points.values()]) == [x for x, _ in points]
    assert ask([("yAt", BOX, row) for _, row in points.values()]) == [y for _, y in points]


def test_a_curve_is_a_path_with_its_gaps_and_circles_where_it_jumps(ask: Ask) -> None:
    trace = {
        "pieces": [[[-2, 1], [0, 1]], [[0, 0], [1, 0], [2, 2]]],
        "filled": [[0, 1], [1, 9]],
        "hollow": [[0, 0]],
        "bridges": [[1, -1, 4]],
    }
    plain, dashed = ask([("curves", trace, BOX, []), ("curves", trace, BOX, [2, 1])])
    assert '<path d="M50 80L150 80M150 100L200 100L250 60" stroke="red" stroke-width="2.5"/>' in plain
    assert '<path d="M200 120L200 20" stroke="red" stroke-width="1.25" stroke-dasharray="1.5 3"/>' in plain
    assert '<rect x="50" y="20" width="200" height="100"/>' in plain
    circles = re.findall(r'<circle cx="(\d+)" cy="(\d+)" r="4" fill="(\w+)" stroke="(\w+)"', plain)
    # The value is drawn over the limit that it is not; what is out of the panel is not drawn.
    assert circles == [("150", "100", "ground", "red"), ("150", "80", "red", "red")]
    assert dashed == plain.replace('stroke-width="2.5"/>', 'stroke-width="2.5" stroke-dasharray="5 2.5"/>')


def test_a_frame_has_the_lines_through_zero_that_are_in_view(ask: Ask) -> None:
    away = BOX | {"view": {"left": 1, "right": 3, "bottom": 2, "top": 4}}
    words = {"label": "loss of *m*", "hasNumbers": True}
    numbers = ([[0, "0"], [2, "2"]], [[-1, "a"], [1, "b"]])
    usual, bare, far = ask(
        [
            ("frame", BOX, *numbers, words),
            ("frame", BOX, *numbers, {"label": "", "hasNumbers": False}),
            ("frame", away, [[3, "3"]], [[2, "2"]], words),
        ]
    )
    assert '<path d="M50 100H250M50 60H250M100 20V120M200 20V120" stroke="grid" fill="none"/>' in usual
    assert '<path d="M150 20V120M50 100H250" stroke="axis" stroke-width="1.25" fill="none"/>' in usual
    assert '<text x="42.5" y="104.55" text-anchor="end">0</text>' in usual
    assert '<text x="100" y="137" text-anchor="middle">a</text>' in usual
    assert '<text x="50" y="13.7" fill="ink">loss of <tspan font-style="italic">m</tspan></text>' in usual
    assert "middle" not in bare
    assert 'fill="ink"' not in bare
    assert "axis" not in far


def test_the_crosshair_has_a_dot_or_two_open_circles_at_limits(ask: Ask) -> None:
    one, two, outside = ask([("crosshair", BOX, 1, values) for values in ([3], [0, 4], [4.1, -1.1])])
    circle = re.compile(r'<circle cx="(\d+)" cy="(\d+)" r="4" fill="(\w+)" stroke="(\w+)" stroke-width="1.5"/>')
    assert circle.findall(one) == [("200", "40", "red", "ground")]
    assert circle.findall(two) == [("200", "100", "ground", "red"), ("200", "20", "ground", "red")]
    assert circle.findall(outside) == []
    assert '<path d="M200 20V120"' in one


def test_a_curve_covers_a_point_every_five_pixels_that_are_in_its_panel(ask: Ask) -> None:
    level = NOTHING | {"pieces": [[[-2, 0], [-1.5, 0], [-1, 0]]]}
    marks = NOTHING | {"filled": [[0, 4]], "hollow": [[0, -1.1]], "bridges": [[1, 3, 9]]}
    [along], [others] = ask([("inks", level, BOX), ("inks", marks, BOX)])
    assert {tuple(point) for point in along} == {(50 + 5 * step, 100) for step in range(11)}
    assert {x for x, _ in others} == {150, 200}
    assert {y for x, y in others if x == 150} == {20}
    assert sorted({y for x, y in others if x == 200}) == [20, 25, 30, 35, 40]


# --- names and legends ---


Figure = tuple[int, int, list[list[list[float]]], list[int]]


def figures() -> list[Figure]:
    """The width and the height of a frame, points of some curves in it, and how many letters their names have."""
    random, found = Random("names"), []
    for number in range(120):
        width, height = ((400, 200), (160, 120))[number % 2]
        count = 2 + int(random.random() * 5)
        levels = [between(0.1 * height, 0.9 * height, 2, random) for _ in range(count)]
        spans = [sorted(between(0.0, float(width), 2, random)) if number % 4 else [0, width] for _ in range(count)]
        inks = [
            [[x, low + (high - low) * x / width] for x in range(0, width + 1, 5) if first <= x <= last + 10]
            for (low, high), (first, last) in zip(levels, spans, strict=True)
        ]
        found.append((width, height, inks, [3 + int(random.random() * (width / 40)) for _ in range(count)]))
    return found


def far(box: dict[str, float], points: list[list[float]]) -> float:
    return min(
        math.hypot(max(box["left"] - x, 0, x - box["right"]), max(box["top"] - y, 0, y - box["bottom"]))
        for x, y in points
    )


def test_names_are_clear_of_all_and_nearer_to_their_own_curve_than_to_any_other(ask: Ask) -> None:
    asked = [
        (
            *("names", inks),
            {
                "left": 0,
                "top": 0,
                "right": width,
                "bottom": height,
                "zeros": [{"left": 0, "right": width, "top": height / 2, "bottom": height / 2}],
            },
            *({"left": 0, "right": width, "bottom": -4}, 14, letters),
        )
        for width, height, inks, letters in figures()
    ]
    sizes: dict[float, int] = {}
    nearest = math.inf
    for (width, height, inks, letters), found in zip(figures(), ask(asked), strict=True):
        if found is None:
            continue
        size, boxes = found["size"], found["boxes"]
        sizes[size] = sizes.get(size, 0) + 1
        for one, other in combinations(boxes, 2):
            across = max(one["left"] - other["right"], other["left"] - one["right"])
            down = max(one["top"] - other["bottom"], other["top"] - one["bottom"])
            nearest = min(nearest, max(across, down) / size)
        for number, box in enumerate(boxes):
            assert box["right"] - box["left"] == pytest.approx(0.5 * size * letters[number])
            assert box["bottom"] - box["top"] == pytest.approx(0.95 * size)
            own = far(box, inks[number])
            others = min(far(box, ink) for place, ink in enumerate(inks) if place != number)
            assert own >= 0.3 * size - 1e-9
            assert others >= max(0.35 * size, 1.25 * own) - 1e-9
            if box["bottom"] > 0:
                assert box["left"] >= 0.25 * size - 1e-9
                assert box["right"] <= width - 0.25 * size + 1e-9
                assert box["top"] >= 0.125 * size - 1e-9
                assert box["bottom"] <= height - 0.125 * size + 1e-9
                assert box["top"] >= height / 2 + 0.3 * size - 1e-9 or box["bottom"] <= height / 2 - 0.3 * size + 1e-9
    assert all(size in (14, pytest.approx(12.6), pytest.approx(11.2)) for size in sizes)
    assert sizes[14] == max(sizes.values())
    assert len(sizes) == 3
    assert 40 < sum(sizes.values()) < 120
    # Names keep apart, and some are as near to each other as they may be.
    assert 0.35 - 1e-9 <= nearest < 0.4


def test_a_legend_stands_in_a_free_corner_if_it_is_small(ask: Ask) -> None:
    box = {**BOX, "zeros": []}
    names, text = ["abcd", "ab"], 10
    # A line of 22, a gap of 5 and four letters of 5 are 47 wide; two rows are 26 high.
    right = [[[x, 70] for x in range(50, 251, 5)]]
    corner = [[[240, 30]]]
    free, left, none, wide, high = ask(
        [
            ("inside", names, right, box, text),
            ("inside", names, corner, box, text),
            ("inside", names, [[[x, y] for x in range(50, 251, 5) for y in range(20, 121, 5)]], box, text),
            ("inside", ["a" * 19, "ab"], right, box, text),
            ("inside", ["a"] * 6, [[]], box, text),
        ]
    )
    first, second = free["keys"]
    assert (first["x"], first["y"], first["length"], first["nameAt"]) == (250 - 5 - 47, 20 + 5 + 6.5, 22, 198 + 27)
    assert (second["x"], second["y"], second["curve"], second["name"]) == (198, 20 + 5 + 19.5, 1, "ab")
    assert left["keys"][0]["x"] == 50 + 5
    assert none is wide is high is None


def test_a_legend_above_a_panel_has_as_many_rows_as_it_needs(ask: Ask) -> None:
    # Each key is 27 and four letters of 5 wide, and 15 from the next.
    places = {"left": 6, "right": 6 + 47 + 15 + 47, "top": 30}
    whole, narrow = ask([("above", ["abcd"] * 3, places, 10), ("above", ["abcd"] * 3, places | {"right": 114}, 10)])
    assert [(key["x"], key["y"]) for key in whole["keys"]] == [(6, 36.5), (68, 36.5), (6, 49.5)]
    assert whole["height"] == 26
    assert [(key["x"], key["y"]) for key in narrow["keys"]] == [(6, 36.5), (6, 49.5), (6, 62.5)]
    assert narrow["height"] == 39


def test_markup_is_italic_and_what_is_svg_is_escaped(ask: Ask) -> None:
    [[spans, plain, safe, width]] = ask([("texts", 'a < "*b*" & c')])
    assert spans == 'a &lt; &quot;<tspan font-style="italic">b</tspan>&quot; &amp; c'
    assert plain == 'a < "b" & c'
    assert safe == "a &lt; &quot;*b*&quot; &amp; c"
    assert width == 5 * len(plain)


# --- what tells curves apart ---


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lines_are_those_of_figures(ask: Ask, theme: str) -> None:
    look, _ = look_for(None, theme, None, 1)
    random = Random("lines")
    names = [loss.name for loss in LOSSES.values() if loss.axis.name in ("margin", "error")]
    groups = [[name for name in names if LOSSES[name].axis.name == axis] for axis in ("margin", "error")]
    some = [" ".join(shuffled(groups[number % 2], random)[: 2 + number]) for number in range(8)]
    asked = [("styles", words.split(), both, theme) for both in (False, True) for words in (*FAMILIES, *some)]
    asked = [
        each
        for each in asked
        if not each[2] or LOSSES[each[1][0].partition(":")[0]].axis.name in ("margin", "probability")
    ]
    for (_, words, both, _), drawn in zip(asked, ask(asked), strict=True):
        curves = [each for curve in read_curves(words) for each in (for_both_labels(curve) if both else [curve])]
        own = [(style.colour, [*style.dash]) for style in line_styles(curves, look)]
        assert [(each["colour"], each["dash"]) for each in drawn] == own, words


def test_a_lone_curve_and_a_family_are_the_title_and_others_are_named(ask: Ask) -> None:
    lone, family, two, both = ask(
        [
            ("words", ["huber:delta=2"], ["loss"], False),
            ("words", ["huber:delta=0.5,1,2"], THREE, False),
            ("words", ["huber:delta=0.5,1", "squared"], ["loss", "weight"], False),
            ("words", ["hinge"], ["loss"], True),
        ]
    )
    assert (lone["title"], lone["names"], lone["panels"]) == ("Huber (δ = 2)", [], [""])
    assert lone["description"].startswith("Huber (δ = 2): ")
    assert "*" not in lone["description"]
    assert "*r*" in lone["xLabel"]
    assert family["title"] == "Huber"
    assert (family["names"], family["values"]) == (["δ = 0.5", "δ = 1", "δ = 2"], ["0.5", "1", "2"])
    assert family["panels"] == ["Loss", "Derivative", "Second derivative"]
    assert (two["title"], two["names"]) == ("", ["Huber (δ = 0.5)", "Huber (δ = 1)", "Squared error"])
    assert both["panels"] == ["Loss, scaled to 1 at *m* = 0"]


# --- the whole ---


def test_nothing_of_a_figure_is_out_of_it_and_panels_stand_below_each_other(ask: Ask) -> None:
    sizes = [{"width": width, "most": most} for width, most in ((200, 700), (380, 700), (900, 2000), (1300, 500))]
    asked = [
        ("layout", words.split(), panels, size)
        for words in ("hinge logistic squared-hinge", "huber", "huber:delta=0.5,1,2", FAMILIES[9])
        for panels in (["loss"], THREE)
        for size in sizes
    ]
    for (_, words, panels, size), found in zip(asked, ask(asked), strict=True):
        boxes = found["boxes"]
        width = size["width"]
        for box in boxes:
            assert 0 < box["left"] < box["right"] < width, words
            assert box["right"] - box["left"] == pytest.approx(box["width"])
            assert box["bottom"] - box["top"] == pytest.approx(box["height"])
            assert box["height"] >= 90
        for above, below in pairwise(boxes):
            assert below["top"] - above["bottom"] >= 1.5 * 14, words
        assert boxes[-1]["bottom"] + 12.5 + 14 < found["xLabel"]["y"] < found["height"]
        assert len(boxes) == len(panels)
        first = min(max(width * (0.32 if len(panels) > 1 else 0.5), 200), 400)
        if size["most"] == 2000:
            assert boxes[0]["height"] == round(first)
            assert [box["height"] for box in boxes[1:]] == [round(0.75 * round(first))] * (len(boxes) - 1)
        for box, numbers in zip(boxes, found["upright"], strict=True):
            own = round_ticks(box["view"]["bottom"], box["view"]["top"], min(int(box["height"] / 35), 6))
            assert [label for _, label in numbers] == [*own.labels]
        left, right = x_limits(read_curves(words))
        # Seven numbers, or as many as stand side by side with one and a half letters between them.
        room = [round_ticks(left, right, count) for count in range(7, 1, -1)]
        fits = [sum(6.25 * len(label) + 18.75 for label in each.labels) <= boxes[0]["width"] for each in room]
        level = room[fits.index(True)] if True in fits else room[-1]
        assert [label for _, label in found["level"]] == [*level.labels]
        left, right = x_limits(read_curves(words))
        beyond = 0.02 * (right - left)
        assert [boxes[0]["view"][end] for end in ("left", "right")] == pytest.approx([left - beyond, right + beyond])
        for name in found["names"]:
            assert 0 <= name["x"] <= width
            assert 0 <= name["y"] <= found["height"]


def test_a_title_is_as_much_smaller_as_it_needs_to_fit(ask: Ask) -> None:
    name = max((loss.name for loss in LOSSES.values()), key=lambda each: len(LOSSES[each].title))
    narrow, wide = ask([("layout", [name], ["loss"], {"width": width, "most": 900}) for width in (200, 1300)])
    assert wide["title"]["size"] == 17
    whole = 8.5 * len(LOSSES[name].title)
    assert whole > 200
    assert narrow["title"]["size"] == pytest.approx(17 * (200 - 6 - narrow["title"]["x"]) / whole)


def test_six_curves_may_be_named_beside_themselves_and_seven_have_a_legend(ask: Ask) -> None:
    size = {"width": 900, "most": 900}
    families = ["quantile:tau=0.05,0.25,0.4,0.55,0.7,0.95", "quantile:tau=0.05,0.2,0.35,0.5,0.65,0.8,0.95"]
    six, seven = ask([("layout", [family], ["loss"], size) for family in families])
    assert (len(six["names"]), "legend" in six) == (6, False)
    assert (len(seven["names"]), len(seven["legend"]["keys"])) == (0, 7)


def test_a_drawing_says_what_it_shows_and_names_its_curves_in_their_colours(ask: Ask) -> None:
    [svg] = ask([("draw", ["hinge", "logistic"], ["loss", "derivative"], {"width": 900, "most": 900})])
    colours = re.findall(r'<g class="curve"><path [^>]*stroke="(#\w+)"', svg)
    names = re.findall(r'<text class="name" [^>]*font-weight="500" fill="(#\w+)">([^<]+)</text>', svg)
    assert names == [(colours[0], "Hinge"), (colours[1], "Logistic")]
    assert colours[:2] == colours[2:]
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="900" ')
    assert 'aria-label="Hinge, Logistic: ' in svg
    # Only the lowest panel has the numbers of the x axis.
    first, second = re.findall(r'<g fill="#\w+" font-size="12.5">.*?</g>', svg, re.DOTALL)
    assert (first.count("middle"), second.count("middle") > 2) == (0, True)
