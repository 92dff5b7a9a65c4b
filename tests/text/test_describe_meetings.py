"""Curves meet and coincide where the description says, and nowhere else."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from support.cases import every
from support.descriptions import AXES, DIGITS, NUMBER, PLACE, both, curves, describe, number, sentences
from support.draws import choice
from support.loss_draws import a_usual_curve

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.panels import quantity
from lossplot._figure.limits import x_limits
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES, Loss
from lossplot._text.meetings import find_meetings
from lossplot._text.samples import Line, take_samples

EVERY_LOSS = every("loss", LOSSES.values(), ids=LOSSES, among=12)
# Offsets, in the list of its axis, of the losses that each loss is paired with.
PARTNERS = (1, 5)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("huber:delta=0.5,1,2", "All curves coincide from r = −0.5 to r = 0.5"),
        ("huber:delta=0.5,1,2", "Huber (δ = 1 and 2) coincide from r = −1 to r = 1"),
        ("hinge perceptron zero-one", "All curves coincide from m = 1 on (value 0)"),
        (
            "hinge perceptron zero-one",
            "Perceptron and Zero–one meet at m = −1 (value 1) and coincide beyond m = 0 (value 0)",
        ),
        ("hinge unhinged", "The curves coincide up to m = 1"),
        ("absolute half-squared", "The curves meet at r = 0 (value 0) and r = ±2 (value 2)"),
        ("squared expectile:tau=0.5", "The curves meet at r = 0 (value 0)"),
        ("half-squared expectile:tau=0.5", "The curves coincide throughout"),
        ("unhinged exponential", "The curves meet at m = 0 (value 1)"),
        ("perceptron exponential", "The curves do not meet in this range"),
        ("poisson-deviance gamma-deviance", "The curves meet at x = 1 (value 0)"),
    ],
)
def test_a_sentence(words: str, sentence: str) -> None:
    assert sentence in sentences(describe(curves(words)))


def test_curves_of_another_panel_meet_there() -> None:
    text = describe(curves("hinge ramp"), ("derivative",))
    assert "The curves coincide from m = 0 to m = 1 (value −1) and beyond m = 1 (value 0)" in sentences(text)


def assert_meetings(first: Curve, second: Curve, view: tuple[float, float]) -> None:
    """Assert that meetings are true, and that none is missed that 4,001 points reveal."""
    pair = (first, second)
    meetings, overlaps = find_meetings(take_samples(tuple(Line(curve, "loss") for curve in pair), *view))
    for meeting in meetings:
        height, other = (float(quantity(curve, "loss", np.array([meeting.x]))[0]) for curve in pair)
        assert math.isclose(height, other, rel_tol=1e-8, abs_tol=1e-10), (pair, meeting)
        assert math.isclose(height, meeting.y, rel_tol=1e-9, abs_tol=1e-11)
    x = np.linspace(*view, 4001)
    step = x[1] - x[0]
    a, b = (quantity(curve, "loss", x) for curve in pair)
    apart = np.asarray(~np.isclose(a, b, rtol=1e-9, atol=1e-12))
    for overlap in overlaps:
        within = (x > overlap.start) & (x < overlap.end)
        assert not np.any(apart & within), (pair, overlap)
        beside = ((x > overlap.start - 9 * step) & (x < overlap.start)) | (
            (x > overlap.end) & (x < overlap.end + 9 * step)
        )
        assert np.all(~np.isclose(a, b, rtol=1e-9, atol=0.0)[beside]), (pair, overlap)
    jumps = [knot.x for curve in pair for knot in curve.knots(*view) if knot.kind == "jump"]
    places = np.array([*jumps, *(meeting.x for meeting in meetings), *(e for o in overlaps for e in (o.start, o.end))])
    signs: Array = np.sign(a - b)
    for k in np.flatnonzero((signs[:-1] * signs[1:] < 0.0) & apart[:-1] & apart[1:]):
        result = np.any((places >= x[k] - step / 100) & (places <= x[k + 1] + step / 100))
        assert result or not _meet_at_a_double(pair, x[k], x[k + 1]), (pair, x[k])
    # Where they are the same in a single point of the grid there is a meeting, or an end of an overlap.
    for k in np.flatnonzero(~apart & np.append(True, apart[:-1]) & np.append(apart[1:], True) & np.isfinite(a)):
        assert np.any(np.abs(places - x[k]) <= step), (pair, x[k])


def _meet_at_a_double(pair: tuple[Curve, Curve], low: float, high: float) -> bool:
    """Return True if curves that cross between `low` and `high` are equal there; beside a pole doubles are too few."""
    gap, _ = _gap(pair, low)
    while low < (middle := low + (high - low) / 2.0) < high:
        low, high = (middle, high) if _gap(pair, middle)[0] * gap > 0.0 else (low, middle)
    return any(abs(gap) <= 1e-10 * size < math.inf for gap, size in (_gap(pair, low), _gap(pair, high)))


def _gap(pair: tuple[Curve, Curve], x: float) -> tuple[float, float]:
    a, b = (float(quantity(curve, "loss", np.array([x]))[0]) for curve in pair)
    return a - b, abs(a) + abs(b)


@EVERY_LOSS
def test_curves_meet_where_it_is_said_and_nowhere_else(loss: Loss) -> None:
    with np.errstate(all="ignore"):
        family = AXES[loss.axis.name]
        places = {(family.index(loss) + way) % len(family) for way in PARTNERS} - {family.index(loss)}
        for place in sorted(places):
            pair = default_curve(loss), default_curve(family[place])
            assert_meetings(*pair, x_limits(pair))


@EVERY_LOSS
def test_curves_of_any_parameters_meet_where_it_is_said(loss: Loss) -> None:
    random = Random(loss.name)
    first, second = a_usual_curve(loss, random), a_usual_curve(choice(AXES[loss.axis.name])(random), random)
    with np.errstate(all="ignore"):
        assert_meetings(first, second, loss.axis.view)


@EVERY_LOSS
def test_the_words_say_what_was_found(loss: Loss) -> None:
    family = AXES[loss.axis.name]
    pair = default_curve(loss), default_curve(family[family.index(loss) - 1])
    with np.errstate(all="ignore"):
        meetings, overlaps = find_meetings(take_samples(tuple(Line(curve, "loss") for curve in pair), *x_limits(pair)))
    predicate = sentences(describe(pair))[1]
    if not meetings and not overlaps:
        assert predicate == "The curves do not meet in this range"
        return
    assert predicate.startswith("The curves ")
    positions = re.findall(rf"{PLACE} \(value ({NUMBER})\)", predicate.partition(" coincide ")[0])
    shared = {(x, number(y)) for place, y in positions for x in both([place])}
    if len(positions) and "points from" not in predicate:
        assert sorted(shared) == [pytest.approx((meeting.x, meeting.y), rel=DIGITS, abs=1e-9) for meeting in meetings]
    assert (" coincide " in predicate) == bool(overlaps)
    assert ("meet" in predicate) == bool(meetings)


def hinge_meetings(threshold: float, unit: float) -> list[float]:
    """Return the meetings of a hinge, divided by `unit`, and the exponential loss."""
    hinge, exponential = curves(f"hinge:threshold={threshold!r} exponential")
    lines = [Line(replace(hinge, unit=unit), "loss"), Line(exponential, "loss")]
    with np.errstate(all="ignore"):
        meetings, _ = find_meetings(take_samples(tuple(lines), -3.0, 3.0))
    return [meeting.x for meeting in meetings]


@pytest.mark.parametrize("x", [-0.9876, -0.4142, 0.7321, 1.6180])
def test_curves_that_touch_or_nearly_do_are_told_apart(x: float) -> None:
    # The tangent of exp(-m) at x is exp(-x) (1 + x - m); moved by h to the right it meets it twice, at the roots of
    # exp(-d) = 1 + h - d, which are d = h/3 -+ sqrt(2 h) but for terms of the order h sqrt(h).
    unit = math.exp(x)
    assert hinge_meetings(1.0 + x, unit) == [pytest.approx(x, abs=5e-6)]
    assert hinge_meetings(1.0 + x - 1e-7, unit) == []
    way = math.sqrt(2e-6)
    expected = [x + 1e-6 / 3.0 - way, x + 1e-6 / 3.0 + way]
    assert hinge_meetings(1.0 + x + 1e-6, unit) == pytest.approx(expected, abs=1e-8)


def test_a_crossing_beside_an_infinity_is_found() -> None:
    # -log(p)/100 is 1 - p where -log(p) is all but 100: at exp(-100).
    meetings = re.findall(
        rf"{PLACE} \(value ({NUMBER})\)", describe(curves("focal:gamma=0:alpha=0.01 linear-probability"))
    )
    assert number(meetings[0][0]) == pytest.approx(math.exp(-100.0), rel=DIGITS)
    assert meetings[1:] == [("1", "0")]


def test_a_crossing_closer_to_an_infinity_than_any_double_has_no_place() -> None:
    # Beside 0 the first reaches 2 at about exp(-1033).
    predicate = sentences(describe(curves("kl-bernoulli:target=0.00195 smape")))[1]
    assert re.fullmatch(rf"The curves meet at {PLACE} \(value {NUMBER}\)", predicate)


def test_a_crossing_beside_an_infinity_that_few_doubles_resolve_is_found() -> None:
    # Beside 1 the one is -log(1 - x)/10 and the other 2.
    lines = [Line(curve, "loss") for curve in curves("bce-probability:target=0.9 gaussian-nll-variance:residual=2")]
    with np.errstate(all="ignore"):
        meetings, _ = find_meetings(take_samples(tuple(lines), 0.0, 5.0))
    assert 1.0 - meetings[-1].x == pytest.approx(math.exp(-20.0), rel=1e-6)


def test_a_crossing_beside_a_corner_is_found() -> None:
    # At 1 + d the one is 0.3 d and the other 1 - exp(-50 d^2), but for exp(-50).
    d = 0.006
    for _ in range(20):
        d = math.sqrt(-math.log1p(-0.3 * d) / 50.0)
    some = curves("c-loss:sigma=0.1 pinball-hinge:tau=0.3")
    meetings, _ = find_meetings(take_samples(tuple(Line(curve, "loss") for curve in some), -3.0, 3.0))
    assert pytest.approx(1.0 + d, rel=1e-10) in [meeting.x for meeting in meetings]


def test_heights_that_are_infinite_do_not_count_in_the_usual_one() -> None:
    # Of the line 1/max(m, 0) three quarters of the view are infinite, and the median of the rest is near 1/(1/2).
    [curve] = curves("1/max(m,0)")
    with np.errstate(all="ignore"):
        samples = take_samples((Line(curve, "loss"),), -3.0, 1.0)
    assert np.isinf(samples.y[0]).mean() > 0.5
    assert 1.0 < samples.scale(0, np.array([-2.0]))[0] < 10.0


def test_lines_that_only_come_close_are_not_said_to_meet() -> None:
    # log(1 + exp(-m)) and exp(-m) are the same double from m = 37 on, and never equal.
    assert "do not meet" in describe(curves("logistic exponential"), view=(-50.0, 50.0))


def test_many_curves_meet_in_one_point() -> None:
    # Murphy 2012, figure 6.8 and Hastie et al. 2009, figure 10.4 scale these to pass through (0, 1).
    text = describe(curves("hinge squared-hinge logistic-base2 exponential squared-margin modified-huber"))
    assert "All curves meet at m = 0 (value 1)" in text


def test_of_very_many_curves_only_what_all_share_is_told() -> None:
    some = curves("focal:gamma=0,0.5,1,1.5,2,2.5,3,3.5,4,4.5,5,5.5,6 brier")
    assert sentences(describe(some))[1] == "All curves meet at p = 1 (value 0)"
    assert "meet" not in describe([*some, *curves("label-smoothing-ce")])


def test_of_up_to_twelve_curves_it_is_told_which_of_them_meet() -> None:
    # Lines through (0, n) with slopes of 1, -1, 1, ...: no point is shared by all.
    def told(count: int) -> str:
        lines = " ".join(f"{n}+{'m' if n % 2 else '-m'}" for n in range(1, count + 1)).replace("+-", "-")
        return describe(curves(lines), view=(-3.0, 3.0))

    assert " meet at m = " in told(12)
    assert " meet at m = " not in told(13)
