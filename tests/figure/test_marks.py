"""Marked points of the curves, against formulas solved by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from support.scenes import panel, points, scene

from lossplot._figure.marks import Mark, mark_words
from lossplot._text.language import ENGLISH

Function = Callable[[float], float]

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
    result = scene(loss, mark="0.25,0.5,0.75", derivative=True, second_derivative=True, ylim="-90:90")
    for panel_scene, formula in zip(result.panels, FORMULAS[loss], strict=True):
        expected = [(x, pytest.approx(formula(x), rel=1e-12)) for x in at]
        inside = [point for point in expected if panel_scene.view.bottom <= formula(point[0]) <= panel_scene.view.top]
        assert points(panel_scene) == inside
        assert len(inside) >= 2
        assert [mark.number for mark in panel_scene.marks] == [mark.y for mark in panel_scene.marks]


def test_every_curve_is_marked_and_each_mark_knows_its_curve() -> None:
    result = panel("loss", "hinge logistic", mark="-1,0.5")
    assert [(mark.curve, mark.x) for mark in result.marks] == [(0, -1.0), (0, 0.5), (1, -1.0), (1, 0.5)]
    assert points(result)[2:] == [(x, pytest.approx(FORMULAS["logistic"][0](x))) for x in (-1.0, 0.5)]


@pytest.mark.parametrize(
    ("losses", "at", "expected"),
    [
        ("hinge", "1", ["loss"]),  # a corner
        ("absolute", "0", ["loss"]),
        ("zero-one", "0", ["loss"]),  # a jump
        ("huber", "1", ["loss", "derivative"]),  # only the second derivative jumps
        ("squared-hinge", "1", ["loss", "derivative"]),
        ("hinge", "0.5", ["loss", "derivative", "second-derivative"]),
    ],
)
def test_a_derivative_that_does_not_exist_is_not_marked(losses: str, at: str, expected: list[str]) -> None:
    result = scene(losses, mark=at, derivative=True, second_derivative=True)
    assert [each.panel for each in result.panels if each.marks] == expected


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
    result = panel("weight", losses, mark=f"{at}", weight=True)
    assert points(result) == [(at, pytest.approx(weight, abs=1e-12))]


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
    result = panel("loss", loss, mark_loss=f"{value}", range="0:1" if loss in ("brier", "log-loss") else "-4:4")
    assert points(result) == [(pytest.approx(x, rel=1e-9), value) for x in INVERSES[loss](value)]
    assert [mark.number for mark in result.marks] == [mark.x for mark in result.marks]


@pytest.mark.parametrize(
    ("losses", "value", "expected"),
    [
        ("zero-one", "1", [0.0]),  # one from minus infinity to zero, where it still is
        ("zero-one", "0", []),  # zero beyond zero, and not there
        ("zero-one", "0.5", []),
        ("hinge", "0", [1.0]),  # zero from there on
        ("epsilon-insensitive:epsilon=0.5", "0", [-0.5, 0.5]),  # zero in between
        ("hinge", "-1", []),
        ("logistic", "0", []),
    ],
)
def test_of_a_stretch_the_ends_are_marked(losses: str, value: str, expected: list[float]) -> None:
    assert [x for x, _ in points(panel("loss", losses, mark_loss=value))] == expected


@pytest.mark.parametrize(
    ("losses", "expected"),
    [("hinge", [1.0]), ("zero-one", []), ("sigmoid", []), ("ramp", [1.0])],  # least for m > 0, m -> inf and m >= 1
)
def test_of_a_risk_the_least_is_marked_where_it_is_attained(losses: str, expected: list[float]) -> None:
    assert [x for x, _ in points(panel("risk", losses, risk="0.7"))] == expected


def test_a_loss_is_marked_in_its_own_panel_only() -> None:
    result = scene("hinge", mark_loss="0.5", derivative=True, risk="0.7")
    at = {each.panel: points(each) for each in result.panels}
    assert at["loss"] == [(0.5, 0.5)]
    assert at["derivative"] == []
    assert [x for x, _ in at["risk"]] == [1.0]


def test_a_normalised_loss_is_marked_at_its_normalised_values() -> None:
    # logistic over log 2: log(1 + e^-m) = log(2)/2 where e^-m = sqrt(2) - 1.
    result = panel("loss", "logistic", normalize=True, mark="1", mark_loss="0.5")
    assert points(result) == [
        (1.0, pytest.approx(math.log1p(math.exp(-1)) / math.log(2))),
        (pytest.approx(-math.log(math.sqrt(2) - 1)), 0.5),
    ]


def test_the_words_of_marks_say_what_they_are_once_a_place() -> None:
    marks = [Mark(0, 0.9, 0.1, "height"), Mark(1, 0.9, 0.3412, "height"), Mark(0, -1.0, 2.0, "place")]
    words = ("0.1", "*m* = 0.9: 0.3412", "*m* = −1", "minimum at *m* = 0.85")
    assert mark_words([*marks, Mark(0, 0.85, 0.6, "minimum")], "m", ENGLISH) == words


def test_a_height_in_more_than_twelve_places_is_not_marked() -> None:
    # A wave has the height 1 twice in each period: from -3 to 3 twelve times, and more often if it is shorter.
    for period, count in (("1", 12), ("0.9", 0)):
        assert len(panel("loss", f"periodic:period={period}", mark_loss="1", range="-3:3").marks) == count


def test_of_several_places_of_one_height_the_rightmost_has_the_variable() -> None:
    marks = panel("loss", "squared", mark_loss="4").marks
    assert [mark.x for mark in marks] == pytest.approx([-2.0, 2.0])
    assert mark_words(marks, "r", ENGLISH) == ("\u22122", "*r* = 2")
