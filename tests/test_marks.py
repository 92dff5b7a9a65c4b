"""Marked points, normalised losses and conditional risks, against closed forms that others have published."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from run import assert_done, assert_fails, call

from lossplot.curves import Curve, all_knots, default_curve
from lossplot.drawing import Dots
from lossplot.errors import RequestError
from lossplot.formula.jets import Array
from lossplot.layout.boxes import Box
from lossplot.layout.marks import beside
from lossplot.looks import DEFAULT
from lossplot.losses import LOSSES
from lossplot.marks import written
from lossplot.reading import read_curves
from lossplot.render import Prepared, draw_prepared, prepare
from lossplot.request import read_spec
from lossplot.risk import conditional_risk
from lossplot.scene import PanelScene, Scene, compose

Words = dict[str, str | bool | None]
Function = Callable[[float], float]


def scene(losses: str, **options: str | bool) -> Scene:
    return compose(read_spec(losses.split(), words(options)))


def prepared(losses: str, **options: str | bool) -> Prepared:
    return prepare(read_spec(losses.split(), words(options)))


def words(options: dict[str, str | bool]) -> Words:
    return {name.replace("_", "-"): value for name, value in options.items()}


def panel(name: str, losses: str, **options: str | bool) -> PanelScene:
    [found] = [each for each in scene(losses, **options).panels if each.panel == name]
    return found


def points(found: PanelScene) -> list[tuple[float, float]]:
    return [(mark.x, mark.y) for mark in found.marks]


# --- marks at an x ---

# The formulas as their sources have them: value, first and second derivative at m, r or p.
FORMULAS: dict[str, tuple[Function, Function, Function]] = {
    "hinge": (lambda m: max(0.0, 1 - m), lambda m: -1.0 if m < 1 else 0.0, lambda _: 0.0),
    "logistic": (
        lambda m: math.log1p(math.exp(-m)),
        lambda m: -1 / (1 + math.exp(m)),
        lambda m: math.exp(m) / (1 + math.exp(m)) ** 2,
    ),
    "exponential": (lambda m: math.exp(-m), lambda m: -math.exp(-m), lambda m: math.exp(-m)),
    "squared": (lambda r: r * r, lambda r: 2 * r, lambda _: 2.0),
    "log-loss": (lambda p: -math.log(p), lambda p: -1 / p, lambda p: 1 / p**2),
    "brier": (lambda p: (1 - p) ** 2, lambda p: -2 * (1 - p), lambda _: 2.0),
}


@pytest.mark.parametrize("loss", FORMULAS)
def test_what_is_marked_at_an_x_is_the_number_that_its_panel_shows(loss: str) -> None:
    at = (0.25, 0.5, 0.75)
    found = scene(loss, mark="0.25,0.5,0.75", derivative=True, second_derivative=True, ylim="-90:90")
    for shown, formula in zip(found.panels, FORMULAS[loss], strict=True):
        expected = [(x, pytest.approx(formula(x), rel=1e-12)) for x in at]
        inside = [point for point in expected if shown.view.bottom <= formula(point[0]) <= shown.view.top]
        assert points(shown) == inside
        assert len(inside) >= 2
        assert [mark.number for mark in shown.marks] == [mark.y for mark in shown.marks]


def test_every_curve_is_marked_and_each_mark_knows_its_curve() -> None:
    found = panel("loss", "hinge logistic", mark="-1,0.5")
    assert [(mark.curve, mark.x) for mark in found.marks] == [(0, -1.0), (0, 0.5), (1, -1.0), (1, 0.5)]
    assert points(found)[2:] == [(x, pytest.approx(FORMULAS["logistic"][0](x))) for x in (-1.0, 0.5)]


@pytest.mark.parametrize(
    ("losses", "at", "marked"),
    [
        ("hinge", "1", ["loss"]),  # a corner
        ("absolute", "0", ["loss"]),
        ("zero-one", "0", ["loss"]),  # a jump
        ("huber", "1", ["loss", "derivative"]),  # only the second derivative jumps
        ("squared-hinge", "1", ["loss", "derivative"]),
        ("hinge", "0.5", ["loss", "derivative", "second-derivative"]),
    ],
)
def test_a_derivative_that_does_not_exist_is_not_marked(losses: str, at: str, marked: list[str]) -> None:
    found = scene(losses, mark=at, derivative=True, second_derivative=True)
    assert [each.panel for each in found.panels if each.marks] == marked


def test_a_mark_on_a_jump_is_where_the_loss_has_its_value() -> None:
    # lossplot counts m = 0 as a mistake.
    assert points(panel("loss", "zero-one", mark="0")) == [(0.0, 1.0)]


@pytest.mark.parametrize(
    ("losses", "at", "weight"),
    [
        # Huber 1981, Robust Statistics, 7.8: w = min(1, delta/|r|).
        ("huber:delta=1.5", 1.5, 1.0),
        ("huber:delta=1.5", 3.0, 0.5),
        ("huber:delta=1.5", 0.0, 1.0),
        # Beaton & Tukey 1974: (1 - (r/c)^2)^2 up to c.
        ("tukey-biweight:c=2", 1.0, 0.5625),
        ("tukey-biweight:c=2", 2.0, 0.0),
        ("squared", 0.0, 2.0),
    ],
)
def test_the_weight_is_marked_wherever_there_is_one(losses: str, at: float, weight: float) -> None:
    found = panel("weight", losses, mark=f"{at}", weight=True)
    assert points(found) == [(at, pytest.approx(weight, abs=1e-12))]


def test_the_weight_of_a_corner_at_zero_is_not_marked() -> None:
    assert not panel("weight", "absolute", mark="0", weight=True).marks


def test_what_is_outside_the_view_is_not_marked() -> None:
    assert points(panel("loss", "hinge", mark="-7,0,7", range="-2:2")) == [(0.0, 1.0)]
    assert points(panel("loss", "hinge", mark="-1.5,0", ylim="0:2")) == [(0.0, 1.0)]
    assert points(panel("loss", "brier", mark="-0.5,0.5,1.5", range="0:1")) == [(0.5, 0.25)]


def test_one_place_is_marked_once() -> None:
    assert points(panel("loss", "hinge", mark="0,0,0.0,-0")) == [(0.0, 1.0)]


# --- marks at a loss ---

# Where the loss is v: solved by hand.
INVERSES: dict[str, Callable[[float], list[float]]] = {
    "hinge": lambda v: [1 - v],
    "logistic": lambda v: [-math.log(math.expm1(v))],
    "exponential": lambda v: [-math.log(v)],
    "squared-margin": lambda v: [1 - math.sqrt(v), 1 + math.sqrt(v)],
    "squared": lambda v: [-math.sqrt(v), math.sqrt(v)],
    "huber": lambda v: [-math.sqrt(2 * v), math.sqrt(2 * v)],  # v <= 1/2
    "brier": lambda v: [1 - math.sqrt(v)],
    "log-loss": lambda v: [math.exp(-v)],
}


@pytest.mark.parametrize("value", [0.05, 0.31, 0.5])
@pytest.mark.parametrize("loss", INVERSES)
def test_a_loss_is_marked_wherever_it_has_the_value(loss: str, value: float) -> None:
    found = panel("loss", loss, mark_loss=f"{value}", range="0:1" if loss in ("brier", "log-loss") else "-4:4")
    assert points(found) == [(pytest.approx(x, rel=1e-9), value) for x in INVERSES[loss](value)]
    assert [mark.number for mark in found.marks] == [mark.x for mark in found.marks]


@pytest.mark.parametrize(
    ("losses", "value", "marked"),
    [
        ("zero-one", "1", [0.0]),  # one from minus infinity to zero, where it still is
        ("zero-one", "0.5", []),
        ("hinge", "0", [1.0]),  # zero from there on
        ("epsilon-insensitive:epsilon=0.5", "0", [-0.5, 0.5]),  # zero in between
        ("hinge", "-1", []),
        ("logistic", "0", []),
    ],
)
def test_of_a_stretch_the_ends_are_marked(losses: str, value: str, marked: list[float]) -> None:
    assert [x for x, _ in points(panel("loss", losses, mark_loss=value))] == marked


def test_a_loss_is_marked_in_its_own_panel_only() -> None:
    found = scene("hinge", mark_loss="0.5", derivative=True, risk="0.7")
    at = {each.panel: points(each) for each in found.panels}
    assert at["loss"] == [(0.5, 0.5)]
    assert at["derivative"] == []
    assert [x for x, _ in at["risk"]] == [1.0]


def test_a_normalised_loss_is_marked_at_its_normalised_values() -> None:
    # logistic over log 2: log(1 + e^-m) = log(2)/2 where e^-m = sqrt(2) - 1.
    found = panel("loss", "logistic", normalize=True, mark="1", mark_loss="0.5")
    assert points(found) == [
        (1.0, pytest.approx(math.log1p(math.exp(-1)) / math.log(2))),
        (pytest.approx(-math.log(math.sqrt(2) - 1)), 0.5),
    ]


# --- normalised losses ---

MARGINS = [loss.name for loss in LOSSES.values() if loss.axis.name == "margin"]
PROBABILITIES = [loss.name for loss in LOSSES.values() if loss.axis.name == "probability"]
AT = np.array([-2.7, -1.3, -0.45, 0.0, 0.35, 0.85, 1.6, 2.9])


def curve(name: str) -> Curve:
    return default_curve(LOSSES[name])


@pytest.mark.parametrize("name", MARGINS)
def test_a_normalised_loss_passes_exactly_through_zero_and_one(name: str) -> None:
    own = curve(name).jet(AT)
    at_zero = float(own.value[AT == 0.0][0])
    if not at_zero > 0.0:
        assert name == "perceptron"
        with pytest.raises(RequestError, match=f"{name} is 0 at m = 0"):
            scene(name, normalize=True)
        return
    found = scene(name, normalize=True, derivative=True, range="-3:3", ylim="-99:99", mark="0")
    [scaled] = found.curves
    assert float(scaled.jet([0.0]).value[0]) == 1.0
    assert points(found.panels[0]) == [(0.0, 1.0)]
    for ours, theirs in ((scaled.jet(AT).value, own.value), (scaled.jet(AT).slope, own.slope)):
        assert ours == pytest.approx(theirs / at_zero, rel=1e-13, abs=1e-300)
    vertices = np.vstack(found.panels[0].traces[0].pieces)
    assert vertices[:, 1] == pytest.approx(np.clip(true_values(curve(name), vertices) / at_zero, -297, 297), abs=1e-9)


def true_values(own: Curve, vertices: Array) -> Array:
    """The values at the vertices, where the loss jumps that of the vertex's side."""
    values = own.jet(vertices[:, 0]).value
    jumps = [knot for knot in own.knots(-5.0, 5.0) if knot.kind == "jump"]
    for knot in jumps:
        for place in np.flatnonzero((vertices[:, 0] == knot.before) | (vertices[:, 0] == knot.after)):
            values[place] = knot.left if place and vertices[place - 1, 0] < knot.x else knot.right
    return values


def test_normalised_losses_know_their_library_and_their_axis() -> None:
    # 1 - log_2 p at p = sigmoid(m) is 1 at m = 0; the scale of another library is divided out too.
    for losses, axis in (("logistic-base2", "margin"), ("log-loss", "margin"), ("torch:soft_margin_loss", "margin")):
        [found] = scene(losses, normalize=True, axis=axis).curves
        assert found.jet([0.0, 1.0]).value == pytest.approx([1.0, math.log1p(math.exp(-1)) / math.log(2)])


def test_a_normalised_panel_says_so() -> None:
    found = prepared("hinge", normalize=True, derivative=True).wording
    assert found.panels == ("loss, scaled to 1 at m = 0", "derivative")
    assert prepared("hinge").wording.panels == ("loss",)


# --- conditional risk ---

ETAS = (0.1, 0.35, 0.5, 0.8, 0.95)


def logit(eta: float) -> float:
    return math.log(eta / (1 - eta))


def entropy(eta: float) -> float:
    return -eta * math.log(eta) - (1 - eta) * math.log(1 - eta)


# The minimiser of the conditional risk, and the least risk.
# Bartlett, Jordan & McAuliffe 2006, Convexity, Classification, and Risk Bounds, table 1 and examples 1 to 5.
MARGIN_MINIMA: dict[str, tuple[Function, Function]] = {
    "logistic": (logit, entropy),
    "exponential": (lambda eta: logit(eta) / 2, lambda eta: 2 * math.sqrt(eta * (1 - eta))),
    "squared-margin": (lambda eta: 2 * eta - 1, lambda eta: 4 * eta * (1 - eta)),
    "squared-hinge": (lambda eta: 2 * eta - 1, lambda eta: 4 * eta * (1 - eta)),
    # Zhang 2004, Statistical behavior and consistency of classification methods, section 3.
    "modified-huber": (lambda eta: 2 * eta - 1, lambda eta: 4 * eta * (1 - eta)),
    # Friedman, Hastie & Tibshirani 2000, lemma 1, with their factor of two in the exponent.
    "binomial-deviance": (lambda eta: logit(eta) / 2, entropy),
    # Masnadi-Shirazi & Vasconcelos 2008, On the Design of Loss Functions, table 1: the Savage loss.
    "savage": (logit, lambda eta: eta * (1 - eta)),
    # Masnadi-Shirazi, Mahadevan & Vasconcelos 2010, On the Design of Robust Classifiers: the Tangent loss.
    "tangent": (lambda eta: math.tan(eta - 0.5), lambda eta: 4 * eta * (1 - eta)),
}
# Gneiting & Raftery 2007, Strictly Proper Scoring Rules: the truth is the best report, and what it costs is the entropy.
PROBABILITY_MINIMA: dict[str, tuple[Function, Function]] = {
    "log-loss": (lambda eta: eta, entropy),
    "brier": (lambda eta: eta, lambda eta: eta * (1 - eta)),
    "spherical": (lambda eta: eta, lambda eta: 1 - math.hypot(eta, 1 - eta)),
    "boosting-score": (lambda eta: eta, lambda eta: 2 * math.sqrt(eta * (1 - eta))),
}


@pytest.mark.parametrize("eta", ETAS)
@pytest.mark.parametrize("loss", [*MARGIN_MINIMA, *PROBABILITY_MINIMA])
def test_the_minimiser_of_the_risk_is_marked_at_its_closed_form(loss: str, eta: float) -> None:
    minimiser, least = (MARGIN_MINIMA | PROBABILITY_MINIMA)[loss]
    found = panel("risk", loss, risk=f"{eta}")
    assert points(found) == [(pytest.approx(minimiser(eta), abs=2e-8), pytest.approx(least(eta), rel=1e-12))]
    assert [mark.number for mark in found.marks] == [mark.x for mark in found.marks]


@pytest.mark.parametrize(
    ("eta", "ends"),
    [("0.1", [-1.0]), ("0.49", [-1.0]), ("0.5", [-1.0, 1.0]), ("0.51", [1.0]), ("0.9", [1.0])],
)
def test_the_hinge_is_best_at_the_sign_and_anywhere_between_where_the_chances_are_even(
    eta: str, ends: list[float]
) -> None:
    # Bartlett, Jordan & McAuliffe 2006, example 4: sign(2 eta - 1), at a risk of 2 min(eta, 1 - eta).
    least = 2 * min(float(eta), 1 - float(eta))
    assert points(panel("risk", "hinge", risk=eta)) == [(x, pytest.approx(least)) for x in ends]


def test_a_minimiser_at_infinity_is_not_marked() -> None:
    assert not panel("risk", "logistic", risk="1").marks
    assert not panel("risk", "unhinged", risk="0.7").marks


def average(own: Curve, eta: float, x: Array) -> Array:
    """What the loss costs on average, from its values for the two labels."""
    other = 1.0 - x if own.axis.name == "probability" else -x
    costs = [(eta, own.jet(x).value), (1.0 - eta, own.jet(other).value)]
    return np.sum([share * cost for share, cost in costs if share], axis=0)


@pytest.mark.parametrize("eta", [0.0, 0.25, 0.5, 0.7, 1.0])
@pytest.mark.parametrize("name", [*MARGINS, *PROBABILITIES])
def test_the_risk_is_the_average_of_the_losses_of_both_labels(name: str, eta: float) -> None:
    own = curve(name)
    x = np.linspace(0.0, 1.0, 33) if own.axis.name == "probability" else np.linspace(-4.0, 4.0, 65)
    with np.errstate(all="ignore"):
        expected = average(own, eta, x)
    assert conditional_risk(own, eta).jet(x).value == pytest.approx(expected, rel=1e-11, abs=1e-14, nan_ok=True)


@pytest.mark.parametrize("name", [*MARGINS, *PROBABILITIES])
def test_the_risk_bends_where_either_half_does(name: str) -> None:
    own = curve(name)
    mirror: Callable[[float], float] = (lambda x: 1.0 - x) if own.axis.name == "probability" else (lambda x: -x)
    bends = {knot.x for knot in all_knots(own)}
    found = sorted(knot.x for knot in all_knots(conditional_risk(own, 0.7)))
    assert found == pytest.approx(sorted(bends | {mirror(x) + 0.0 for x in bends}), abs=1e-15)
    shown = panel("risk", name, risk="0.7")
    vertices = np.vstack(shown.traces[0].pieces)[:, 0]
    for x in found:
        assert not shown.view.left < x < shown.view.right or np.min(np.abs(vertices - x)) <= 1e-15


@pytest.mark.parametrize("name", ["hinge", "logistic", "savage", "modified-huber", "log-loss", "brier", "tsallis"])
def test_the_risk_is_drawn_through_its_values(name: str) -> None:
    found = panel("risk", name, risk="0.3")
    for piece in found.traces[0].pieces:
        height = found.view.top - found.view.bottom
        with np.errstate(all="ignore"):
            expected = average(curve(name), 0.3, piece[:, 0])
        assert piece[:, 1] == pytest.approx(
            np.clip(expected, found.view.bottom - height, found.view.top + height), rel=1e-9, abs=1e-12
        )


def test_a_risk_has_no_panel_name_but_with_its_chance() -> None:
    assert prepared("hinge", risk="0.7").wording.panels == ("loss", "risk at \u03b7 = 0.7")
    assert prepared("hinge", risk="0", only="risk").wording.panels == ("risk at \u03b7 = 0",)


def test_only_the_risk_is_one_panel_with_its_minimisers() -> None:
    [only] = scene("logistic hinge", risk="0.75", only="risk").panels
    assert points(only) == [(pytest.approx(math.log(3)), pytest.approx(entropy(0.75))), (1.0, 0.5)]


# --- how marks are drawn ---


def dots_of(found: Prepared, frame: int = 0) -> list[Dots]:
    """The dots of marks, which lie above all else."""
    return [dots for dots in found.drawing.frames[frame].dots if dots.layer == 5.0]


def test_a_mark_is_a_dot_in_the_colour_of_its_curve() -> None:
    found = prepared("hinge logistic", mark="0,1")
    colours = found.drawing.look.colours
    assert [(dots.points, {dots.fill, dots.edge} & set(colours)) for dots in dots_of(found)] == [
        (((0.0, 1.0), (1.0, 0.0)), {colours[0]}),
        (((0.0, math.log(2)), (1.0, math.log1p(math.exp(-1)))), {colours[1]}),
    ]


def dotted(found: Prepared, frame: int) -> list[list[list[float]]]:
    """The guides: lines below the curves and above the grid."""
    return [line.points.tolist() for line in found.drawing.frames[frame].lines if line.layer == 1.5]


def test_dotted_lines_go_through_all_panels_at_an_x_and_through_the_first_at_a_loss() -> None:
    found = prepared("hinge", mark="0.5,99", mark_loss="0.25,-9", derivative=True)
    first, second = (panel.view for panel in found.scene.panels)
    assert dotted(found, 0) == [
        [[0.5, first.bottom], [0.5, first.top]],
        [[first.left, 0.25], [first.right, 0.25]],
    ]
    assert dotted(found, 1) == [[[0.5, second.bottom], [0.5, second.top]]]


def test_without_marks_there_are_neither_dots_nor_guides_nor_numbers() -> None:
    found = prepared("hinge logistic", derivative=True)
    assert not dots_of(found)
    assert not dotted(found, 0)
    assert len(found.drawing.texts) == 2  # the names


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-0.4054651, "\u22120.4055"),
        (1234567.0, "1.235e+06"),
        (1 / 3, "0.3333"),
        (-2e-5, "\u22122e\u221205"),
    ],
)
def test_numbers_have_four_digits_and_a_true_minus(number: float, text: str) -> None:
    assert written(number) == text


def numbers_of(found: Prepared) -> list[str]:
    """The words that stand at places in the panels, other than names."""
    names = {*found.wording.names, *found.wording.short_names, found.wording.heading, found.wording.title}
    return [text.words for text in found.drawing.texts if text.words not in names]


def test_the_number_at_an_x_is_a_height_and_at_a_loss_a_place() -> None:
    assert numbers_of(prepared("logistic", mark="0")) == ["0.6931"]
    assert numbers_of(prepared("logistic", mark_loss="0.4")) == ["0.7102"]  # -log(e^0.4 - 1)
    assert numbers_of(prepared("logistic", risk="0.4")) == ["\u22120.4055"]  # log(2/3)


def test_curves_that_meet_at_a_mark_have_one_number() -> None:
    assert numbers_of(prepared("hinge squared-hinge exponential", mark="0")) == ["1"]


def test_a_point_with_two_numbers_has_both() -> None:
    assert sorted(numbers_of(prepared("hinge", mark="0", mark_loss="1"))) == ["0", "1"]


SIMPLE = {
    "one": ("hinge", {"mark": "0"}),
    "two-curves": ("hinge logistic", {"mark": "-1,0,1"}),
    "three-curves": ("hinge squared-hinge logistic", {"mark": "-0.5"}),
    "derivative": ("logistic exponential", {"mark": "-1,1", "derivative": True}),
    "loss": ("huber squared absolute", {"mark_loss": "0.5"}),
    "risk": ("logistic exponential hinge", {"risk": "0.7"}),
    "column": ("hinge logistic", {"mark": "-1,1", "for": "neurips"}),
    "slide": ("hinge logistic", {"mark": "-1,1", "for": "slide", "derivative": True}),
    "direct": ("hinge logistic", {"mark": "-1,0.5", "labels": "direct"}),
    "edges": ("squared", {"mark": "-3,3", "range": "-3:3"}),
}


def overlap(one: Bbox, other: Bbox) -> bool:
    return bool(one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1)


@pytest.mark.parametrize("name", SIMPLE)
def test_numbers_stand_in_their_panel_clear_of_each_other_of_names_and_of_curves(name: str) -> None:
    losses, options = SIMPLE[name]
    found = prepared(losses, **options)
    figure = draw_prepared(found)
    figure.draw_without_rendering()
    numbers = numbers_of(found)
    assert numbers
    texts = [text for text in figure.texts if isinstance(text, Text)]
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
    for (one, a), (other, b) in combinations(boxes, 2):
        assert not overlap(a.padded(-1.0), b.padded(-1.0)), (one, other)
    shrink = 0.12 * DEFAULT.ticks  # of the extent the glyphs fill the middle
    for words_, box in boxes:
        if words_ not in numbers:
            continue
        assert any(axes.bbox.x0 <= box.x0 and box.x1 <= axes.bbox.x1 for axes in figure.axes), words_
        assert any(axes.bbox.y0 <= box.y0 + 1 and box.y1 - 1 <= axes.bbox.y1 for axes in figure.axes), words_
        for axes in figure.axes:
            for line in axes.lines:
                if line.get_gid():
                    drawn = line.get_transform().transform(line.get_xydata())
                    assert not line.get_path().transformed(line.get_transform()).intersects_bbox(
                        box.padded(-shrink), filled=False
                    ), (words_, line.get_gid(), drawn[0])


def test_a_number_takes_the_place_that_covers_least() -> None:
    panel_box = Box(0.0, 0.0, 4.0, 4.0)
    [free] = beside([(2.0, 2.0)], [0.3], 10.0, panel_box, np.empty((0, 2)), [])
    assert free.left > 2.0
    assert free.bottom > 2.0
    assert (free.width, free.height) == (pytest.approx(0.3), pytest.approx(10.0 / 72))
    # A line through the upper right: then it goes elsewhere, and a second number not on the first.
    line = np.column_stack([np.linspace(2.0, 4.0, 200), np.linspace(2.0, 4.0, 200)])
    first, second = beside([(2.0, 2.0), (2.0, 2.0)], [0.3, 0.3], 10.0, panel_box, line, [])
    for box in (first, second):
        inside = (line > [box.left, box.bottom]) & (line < [box.right, box.top])
        assert not inside.all(axis=1).any()
    assert not (first.left < second.right and second.left < first.right and first.bottom < second.top)


@pytest.mark.parametrize("corner", [(0.0, 0.0), (4.0, 4.0), (0.0, 4.0), (4.0, 0.0)])
def test_a_number_in_a_corner_stays_in_the_panel(corner: tuple[float, float]) -> None:
    [box] = beside([corner], [0.5], 12.0, Box(0.0, 0.0, 4.0, 4.0), np.empty((0, 2)), [])
    assert 0.0 <= box.left <= box.right <= 4.0
    assert 0.0 <= box.bottom <= box.top <= 4.0


# --- what is refused ---

REFUSED = {
    "perceptron": (["perceptron", "--normalize"], "perceptron is 0 at m = 0 and cannot be scaled to 1 there"),
    "error": (["huber", "--normalize"], "huber is a function of the error; only losses of the margin are scaled"),
    "probability": (["log-loss", "--normalize"], "only losses of the margin are scaled to 1 at 0"),
    "one-of-two": (["hinge", "perceptron", "--normalize"], "perceptron is 0 at m = 0"),
    "risk-error": (["huber", "--risk", "0.7"], "only a loss of the margin or the probability has a conditional risk"),
    "risk-large": (["hinge", "--risk", "2"], "risk 2 is not a chance; choose one from 0 to 1"),
    "risk-negative": (["hinge", "--risk=-0.1"], "risk -0.1 is not a chance"),
    "risk-nan": (["hinge", "--risk", "nan"], "risk 'nan' is not a number"),
    "risk-words": (["hinge", "--risk", "half"], "risk 'half' is not a number"),
    "risk-only": (["hinge", "--only", "risk"], "give it too, as in --risk 0.7"),
    "mark-nan": (["hinge", "--mark", "nan"], "mark 'nan' is not a number"),
    "mark-inf": (["hinge", "--mark=-inf"], "mark '-inf' is not a number"),
    "mark-empty": (["hinge", "--mark", ""], "mark '' is not a number"),
    "mark-gap": (["hinge", "--mark", "1,,2"], "mark '' is not a number"),
    "mark-many": (["hinge", "--mark", ",".join(map(str, range(51)))], "50 marks is the most for one figure; this is 51"),
    "mark-loss-nan": (["hinge", "--mark-loss", "nan"], "mark-loss 'nan' is not a number"),
    "mark-loss-many": (["hinge", "--mark-loss", "1," * 50 + "1"], "50 marks is the most", "this is 51"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "fragments"), [(row[0], row[1:]) for row in REFUSED.values()], ids=REFUSED)
def test_what_has_no_meaning_is_refused_in_one_line(
    typed: list[str], fragments: tuple[str, ...], tmp_path: Path
) -> None:
    assert_fails(call(*typed, cwd=tmp_path), 2, *fragments)


def test_fifty_marks_are_drawn(tmp_path: Path) -> None:
    at = ",".join(f"{number / 10:g}" for number in range(50))
    assert_done(call("hinge", f"--mark={at}", "-o", "a.svg", cwd=tmp_path), "a.svg")
    assert len(panel("loss", "hinge", mark=at, range="0:6").marks) == 50


def test_a_risk_of_losses_read_by_any_name_is_theirs() -> None:
    [named, own] = (read_curves([name]) for name in ("sklearn:log_loss", "logistic"))
    assert named[0].axis.name in ("margin", "score", "probability")
    assert conditional_risk(own[0], 0.5).jet([0.0]).value[0] == pytest.approx(math.log(2))
