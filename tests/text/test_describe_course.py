"""Descriptions of a line are true: its course is read back and compared with dense samples."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from support.cases import every
from support.descriptions import (
    DIGITS,
    NUMBER,
    PLACE,
    assert_course,
    both,
    curves,
    describe,
    heights,
    number,
    steps,
    story,
)
from support.loss_draws import a_usual_curve

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.panels import PANELS, Panel, quantity
from lossplot._figure.limits import x_limits
from lossplot._losses import LOSSES, Loss

EVERY_LOSS = every("loss", LOSSES.values(), ids=LOSSES, among=12)

OWN_PANELS: dict[str, tuple[Panel, ...]] = {"error": ("weight",), "margin": ("risk",), "probability": ("risk",)}


def changes(curve: Curve, view: tuple[float, float], *, mirrored: bool = False) -> list[float]:
    """Return the places where the formula may change, with their mirror images for a risk."""
    xs = [*curve.landmarks(*view)]
    centre = 1.0 if curve.axis.name == "probability" else 0.0
    return [*xs, *(centre - x for x in xs)] if mirrored else xs


@EVERY_LOSS
def test_each_curve_runs_as_it_is_said_to(loss: Loss) -> None:
    curve = default_curve(loss)
    view = x_limits([curve])
    predicate = story(describe([curve]), curve)
    assert ("swings" in predicate) == (loss.name == "periodic")
    with np.errstate(all="ignore"):
        assert_course(heights(curve, "loss"), predicate, view, changes(curve, view))


@EVERY_LOSS
def test_other_panels_run_as_they_are_said_to(loss: Loss) -> None:
    curve = default_curve(loss)
    view = x_limits([curve])
    for panel in ("derivative", "second-derivative", *OWN_PANELS.get(loss.axis.name, ())):
        predicate = describe([curve], (panel,), risk=0.7)
        name = "risk at η = 0.7" if panel == "risk" else panel.replace("-", " ")
        with np.errstate(all="ignore"):
            line, ends = heights(curve, panel, 0.7), changes(curve, view, mirrored=panel == "risk")
            assert_course(line, story(predicate, curve, name), view, ends)


@EVERY_LOSS
def test_the_minimum_is_the_lowest_point_in_view(loss: Loss) -> None:
    curve = default_curve(loss)
    left, right = x_limits([curve])
    predicate = story(describe([curve]), curve)
    if loss.name == "periodic":
        return
    y = quantity(curve, "loss", np.linspace(left, right, 999))
    lowest = float(np.min(y[np.isfinite(y)]))
    for words in re.findall(f"its minimum ({NUMBER})", predicate):
        assert number(words) <= lowest + DIGITS * abs(lowest) + 1e-12
    constant = [step.end[1] for step in steps(predicate, left, right) if step.verb == "stays"]
    if lowest not in constant and lowest < min(y[0], y[-1]):
        assert "its minimum" in predicate


@EVERY_LOSS
def test_corners_and_jumps_in_curvature_are_those_of_the_formula(loss: Loss) -> None:
    curve = default_curve(loss)
    view = x_limits([curve])
    predicate = story(describe([curve]), curve)
    for words, kind in (("corners? at", "corner"), ("(?:jumps? in|an infinite) curvature at", "curvature")):
        result = re.search(rf"{words} ((?:{PLACE}(?:, | and )?)+)", predicate)
        knots = [knot.x for knot in curve.knots(*view) if knot.kind == kind]
        assert both(re.findall(PLACE, result[0]) if result else []) == pytest.approx(knots, rel=DIGITS), predicate


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        # 1.5*0.5/sqrt(|r|) grows without bound at both sides of zero.
        ("power:p=1.5", "with an infinite curvature at r = 0;"),
        # Below zero the curvature is 0, above it 0.5/sqrt(m).
        ("generalized-smooth-hinge:alpha=0.5", "with jumps in curvature at m = 0 and m = 1."),
        ("epsilon-zero-one:epsilon=0", "is 1, but 0 at r = 0."),
    ],
)
def test_what_breaks_at_a_point_is_said_as_it_is(words: str, sentence: str) -> None:
    assert sentence in describe(curves(words))


@pytest.mark.parametrize("panel", PANELS[:2])
@every("name", [loss.name for loss in LOSSES.values() if loss.parameters], among=8)
def test_curves_of_any_parameters_are_described_rightly(name: str, panel: Panel) -> None:
    curve = replace(a_usual_curve(LOSSES[name], Random(f"{name} {panel}")), given=())
    view = x_limits([curve])
    with np.errstate(all="ignore"):
        predicate = story(describe([curve], (panel,), view=view), curve, panel)
        assert_course(heights(curve, panel), predicate, view, changes(curve, view))


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        # -p^(-1/alpha) is -1 at 1, however far down it is elsewhere.
        ("alpha-loss:alpha=0.01", "rises ever more slowly from minus infinity at p = 0 to −1 at p = 1"),
        # sign(r)/sqrt(|r|)/2.
        ("power:p=0.5", "to minus infinity at r = 0, where it jumps to infinity, then falls"),
        # 2 (x^(1-q) - t x^(-q)) is highest at q t/(q - 1), here 0.15; beside it the formula changes.
        ("tweedie-deviance:target=0.05623413251903491:power=1.6", "to 3.902 at x = 0.15, then falls"),
        # Two slopes, of 3 and 7, between the constants.
        ("quantile-huber:tau=0.7:delta=0.1", "then rises in straight pieces to 0.3 at r = 0.1, then stays"),
    ],
)
def test_what_a_derivative_does_is_known(words: str, fragment: str) -> None:
    assert fragment in describe(curves(words), ("derivative",))


@pytest.mark.parametrize(
    ("words", "how"),
    [
        # The slope changes by less than a thousandth of itself from end to end.
        ("m+0.00005*m^2", "rises ever more steeply from"),
        ("m-0.00005*m^2", "rises ever more slowly from"),
        ("m+0.0005*max(0,m)", "rises in straight pieces from"),
        ("max(0,1-m)-0.0005*max(0,-m)", "falls in straight pieces from"),
    ],
)
def test_a_slope_that_changes_by_half_a_thousandth_is_not_called_straight(words: str, how: str) -> None:
    assert f" {how} " in describe(curves(words), view=(-3.0, 3.0))


# --- beyond the view ---


def assert_tail(curve: Curve, side: int, words: str) -> None:
    """Compare the tail with the values at ever greater distances."""
    at = {k: side * 2.0**k * 1.01 for k in range(1, 60)}
    near = dict(zip(at, quantity(curve, "loss", np.array([*at.values()])).tolist(), strict=True))
    far = quantity(curve, "loss", side * 10.0 ** np.array([10.0, 20.0, 40.0, 80.0])).tolist()
    if end := re.fullmatch(rf"tends to ({NUMBER})", words):
        rounding = DIGITS * abs(number(end[1]))
        away = [abs(near[k] - number(end[1])) for k in (8, 16, 32)]
        assert all(after <= before + rounding for before, after in pairwise(away))
        assert away[-1] <= rounding + 1e-3 * (1.0 + abs(near[1]))
    elif end := re.fullmatch(rf"reaches ({NUMBER}) and stays there", words):
        assert far == [far[0]] * 4
        assert far[0] == pytest.approx(number(end[1]), rel=DIGITS)
    else:
        way = re.fullmatch(r"(grows|falls) (.+)", words)
        assert way, words
        # Nearer there may be a turn.
        finite = [value for k, value in near.items() if k >= 4 and math.isfinite(value)]
        assert all((after > before) == (way[1] == "grows") for before, after in pairwise(finite))
        assert_growth(near, way[2])


def assert_growth(near: dict[int, float], how: str) -> None:
    """Compare the growth with `near`, the heights at the distances 1.01 2^k."""
    if how == "exponentially":
        rates = [math.log(near[k + 1] / near[k]) / 2.0**k for k in (6, 7)]
        assert rates[0] == pytest.approx(rates[1], rel=0.05)
    elif how == "logarithmically":
        assert near[58] - near[57] == pytest.approx(near[48] - near[47], rel=1e-3)
    elif how != "without bound":
        adverbs = {"linearly": "1", "quadratically": "2"}
        power = number(adverbs.get(how) or re.findall(rf"like the power ({NUMBER}) of \w", how)[0])
        assert near[50] / near[49] == pytest.approx(2.0**power, rel=1e-3)


def tails(predicate: str) -> tuple[str, str]:
    """Parse the tails of a predicate, to the left and to the right of the view."""
    if both_sides := re.search(r"further out it (.+?)(?: on both sides)?$", predicate):
        return both_sides[1], both_sides[1]
    left, right = (
        re.search(rf"further {side} it ([^;]+?)(?:, further right.*)?$", predicate) for side in ("left", "right")
    )
    return left[1] if left else "", right[1] if right else ""


@EVERY_LOSS
def test_each_curve_goes_on_as_it_is_said_to_or_straight_on(loss: Loss) -> None:
    curve = default_curve(loss)
    left, right = x_limits([curve])
    predicate = story(describe([curve]), curve)
    for side, words, edge in zip((-1, 1), tails(predicate), (left, right), strict=True):
        if words:
            assert_tail(curve, side, words)
        elif math.isinf(curve.domain.low if side < 0 else curve.domain.high) and loss.name != "periodic":
            [slope] = quantity(curve, "derivative", np.array([edge]), -side)
            beyond = np.array([edge, *(side * 10.0 ** np.arange(2.0, 9.0))])
            rises = np.diff(quantity(curve, "loss", beyond))
            assert rises == pytest.approx(slope * np.diff(beyond), rel=1e-6, abs=1e-12), predicate


@pytest.mark.parametrize(
    ("words", "view", "tail"),
    [
        # Known in closed form: see the entries' formulas.
        ("logistic", (-3.0, 3.0), "further left it grows linearly, further right it tends to 0"),
        ("exponential", (-3.0, 3.0), "further left it grows exponentially, further right it tends to 0"),
        ("probit", (-3.0, 3.0), "further left it grows quadratically, further right it tends to 0"),
        ("savage", (-3.0, 3.0), "further left it tends to 1, further right it tends to 0"),
        ("tangent", (-3.0, 3.0), "further left it tends to 17.15, further right it tends to 4.586"),
        ("power:p=1.5", (-3.0, 3.0), "further out it grows like the power 1.5 of r"),
        ("cauchy", (-3.0, 3.0), "further out it grows logarithmically"),
        ("tukey-biweight", (-3.0, 3.0), "further out it reaches 3.658 and stays there"),
        ("hinge", (-3.0, 0.5), "further right it reaches 0 and stays there"),
        ("sigmoid", (-60.0, -50.0), "further left it tends to 1, further right it tends to 0"),
        ("madaboost", (-60.0, -50.0), "further right it tends to 0"),
        ("msle", (-1.0, 5.0), "further right it grows without bound"),
        ("poisson-deviance", (0.0, 5.0), "further right it grows linearly"),
        ("linex", (-3.0, 3.0), "further left it grows linearly, further right it grows exponentially"),
    ],
)
def test_what_is_beyond_the_view(words: str, view: tuple[float, float], tail: str) -> None:
    assert describe(curves(words), view=view).endswith(f"; {tail}.")


@pytest.mark.parametrize(
    ("formula", "left", "right"),
    [
        # In closed form.
        ("exp(m)", "tends to 0", "grows exponentially"),
        ("sinh(m)", "falls exponentially", "grows exponentially"),
        ("cosh(m)", "grows exponentially", "grows exponentially"),
        ("exp(m^2)", "grows without bound", "grows without bound"),
        ("exp(m^2)*m", "falls without bound", "grows without bound"),
        ("m*log(2+m^2)", "falls without bound", "grows without bound"),
        ("log(1+m^2)", "grows logarithmically", "grows logarithmically"),
        ("log(1+m^2)*tanh(m)", "falls logarithmically", "grows logarithmically"),
        ("log(1+exp(m))", "tends to 0", "grows linearly"),
        ("m^2+exp(-m^2)", "grows quadratically", "grows quadratically"),
        ("m^3", "falls like the power 3 of m", "grows like the power 3 of m"),
        ("tanh(m)", "tends to −1", "tends to 1"),
        ("max(0,min(9,m))", "", "reaches 9 and stays there"),
        # Flat from 5 to 6 too.
        ("max(0,min(5,m))+max(0,min(4,m-6))", "", "reaches 9 and stays there"),
    ],
)
def test_a_line_turned_over_or_round_goes_on_the_other_way(formula: str, left: str, right: str) -> None:
    around = re.sub(r"\bm\b", "(-m)", formula)
    for words, ends in (
        (formula, (left, right)),
        (around, (right, left)),
        (f"-({formula})", (_turned_over(left), _turned_over(right))),
        (f"-({around})", (_turned_over(right), _turned_over(left))),
    ):
        assert tails(describe(curves(words), view=(-3.0, 3.0))[:-1]) == ends, words


def _turned_over(tail: str) -> str:
    """What is said of the end of a line whose mirror image below goes on as `tail` says."""
    verb, _, how = tail.partition(" ")
    if limit := re.fullmatch(rf"(to )?({NUMBER})(.*)", how):
        return f"{verb} {limit[1] or ''}{-number(limit[2]) + 0.0:g}{limit[3]}".replace("-", "−")
    return " ".join(filter(None, ({"grows": "falls", "falls": "grows"}.get(verb, verb), how)))


@pytest.mark.parametrize(("words", "view"), [("periodic", (-0.4, 0.4)), ("unhinged", (-3.0, 3.0)), ("huber", (-3, 3))])
def test_of_waves_and_straight_ends_nothing_is_said_beyond_the_view(words: str, view: tuple[float, float]) -> None:
    assert "further" not in describe(curves(words), view=view)
