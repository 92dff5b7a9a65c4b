"""Descriptions of the panels beside the loss are true: the ranges of their lines, and where a risk is least."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from support.cases import every
from support.descriptions import DIGITS, NUMBER, PLACE, both, curves, describe, heights, number, sentences, story

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.inverse import minimisers
from lossplot._curves.panels import Panel
from lossplot._curves.risk import conditional_risk
from lossplot._errors import RequestError
from lossplot._figure.limits import x_limits
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES, Loss
from lossplot._text.context import Context
from lossplot._text.course import Course, follow
from lossplot._text.language import ENGLISH
from lossplot._text.samples import Line, take_samples
from lossplot._text.sentences import common_range, minimum

EVERY_LOSS = every("loss", LOSSES.values(), ids=LOSSES, among=12)
# Powers of two, and of ten for what zero has beside it.
CLOSE = np.concatenate([2.0 ** -np.arange(6.0, 50.0), 10.0 ** -np.arange(20.0, 301.0, 20.0)])


def in_context(curve: Curve, panel: Panel, view: tuple[float, float]) -> tuple[Context, Course]:
    """Sample a line, and return the context of sentences about it."""
    course = follow(take_samples((Line(curve, panel),), *view), 0)
    return Context(ENGLISH, curve.axis.variable, *view, even=course.even), course


def inside(curve: Curve, view: tuple[float, float]) -> Array:
    """Return points of a view that accumulate at the ends of the domain and at knots."""
    low, high = max(view[0], curve.domain.low), min(view[1], curve.domain.high)
    knots = [knot.x for knot in curve.knots(low, high)]
    near = [at + side * CLOSE for at in (low, *knots, high, 0.0) for side in (-1.0, 1.0)]
    x = np.setdiff1d(np.concatenate([np.linspace(low, high, 4002), *near]), [low, *knots, high])
    return x[(x > low) & (x < high)]


@EVERY_LOSS
def test_the_range_of_a_panel_holds_what_it_shows_and_no_more(loss: Loss) -> None:
    curve = default_curve(loss)
    view = x_limits([curve])
    panels: tuple[Panel, ...] = ("derivative", "second-derivative", "weight")
    for panel in panels[: 3 if loss.axis.name == "error" else 2]:
        with np.errstate(all="ignore"):
            y = heights(curve, panel)(inside(curve, view), 0)
            predicate = common_range(*in_context(curve, panel, view))
        assert_range(predicate, y[np.isfinite(y)])


def assert_range(predicate: str, y: Array) -> None:
    low, high = float(np.min(y)), float(np.max(y))
    if between := re.match(rf"lies between ({NUMBER}) and ({NUMBER})(?:,|$)", predicate):
        least, most = number(between[1]), number(between[2])
    elif within := re.match(rf"lies within ±({NUMBER})(?:,|$)", predicate):
        least, most = -number(within[1]), number(within[1])
    elif constant := re.match(rf"is ({NUMBER})(?:,|$)", predicate):
        least = most = number(constant[1])
    else:
        bounds = re.match(
            rf"(has no bounds)|is at least ({NUMBER}) and has no upper|is at most ({NUMBER}) and has no lower",
            predicate,
        )
        assert bounds, predicate
        least = number(bounds[2]) if bounds[2] else -math.inf
        most = number(bounds[3]) if bounds[3] else math.inf
    # A limit may be as slow as one over the logarithm: this far are it and the last point apart.
    slow = 3e-3 * (high - low) if math.isfinite(least) and math.isfinite(most) else 0.0
    for limit, reached in ((least, low), (most, high)):
        if math.isfinite(limit):
            assert limit == pytest.approx(reached, rel=DIGITS, abs=max(slow, 1e-6)), predicate
        else:
            # An infinity is as slow as a logarithm at the least: 1e-300 has gone the way of 1e-20 many times.
            assert abs(reached) > 20.0 * float(np.median(np.abs(y))), predicate
    assert least - 1e-9 - DIGITS * abs(least) <= low if math.isfinite(least) else True
    assert high <= most + 1e-9 + DIGITS * abs(most) if math.isfinite(most) else True


@pytest.mark.parametrize(
    ("words", "panel", "sentence"),
    [
        # -8/27 = -0.2963 is the steepest slope of Savage's loss, -2 e^3/(1 + e^3)^3 = -0.004285 that at 3.
        ("savage", "derivative", "lies between −0.2963 and −0.004285"),
        ("hinge", "derivative", "lies between −1 and 0, with a jump at m = 1"),
        ("double-hinge", "derivative", "lies between −1 and 0, with jumps at m = −1 and m = 1"),
        ("zero-one", "derivative", "is 0, and does not exist at m = 0"),
        ("huber", "derivative", "lies within ±1"),
        ("absolute", "second-derivative", "is 0, and does not exist at r = 0"),
        ("log-loss", "derivative", "is at most −1 and has no lower bound"),
        ("log-loss", "second-derivative", "is at least 1 and has no upper bound"),
        ("bce-probability", "derivative", "has no bounds"),
        # 2 (x - 1)/x^2 is greatest at x = 2.
        ("gamma-deviance", "derivative", "is at most 0.5 and has no lower bound"),
        ("huber", "weight", "lies between 0.3333 and 1"),
        ("squared", "weight", "is 2"),
    ],
)
def test_a_range(words: str, panel: Panel, sentence: str) -> None:
    [curve] = curves(words)
    with np.errstate(all="ignore"):
        assert common_range(*in_context(curve, panel, x_limits([curve]))) == sentence


@pytest.mark.parametrize(
    ("words", "panel", "sentence"),
    [
        ("hinge", "derivative", "is −1 up to m = 1, where it jumps to 0 and stays there"),
        ("absolute", "derivative", "is −1 up to r = 0, where it jumps to 1 and stays there"),
        ("half-squared", "derivative", "rises linearly from −3 at r = −3 to 3 at r = 3"),
        ("absolute", "second-derivative", "is 0, and does not exist at r = 0"),
        (
            "huber",
            "second-derivative",
            "is symmetric about r = 0 and is 1 up to r = ±1, where it jumps to 0 and stays there",
        ),
        (
            "huber",
            "weight",
            "is symmetric about r = 0 and is 1 up to r = ±1, then falls ever more slowly to 0.3333 at r = ±3",
        ),
        (
            "truncated-quadratic",
            "weight",
            "is symmetric about r = 0 and is 1 up to r = ±2, where it jumps to 0 and stays there",
        ),
        # w/(epsilon + |r|) below w = 10, where epsilon = 2, and 1 beyond, over |r| = 10.
        (
            "wing",
            "weight",
            "is symmetric about r = 0 and falls ever more slowly from infinity at r = 0 to 0.08333 at r = ±10, where "
            "it jumps to 0.1, then falls ever more slowly to 0.07692 at r = ±13, and does not exist at r = 0",
        ),
        (
            "andrews-wave",
            "derivative",
            "is 0 up to r = −4.207, then falls ever more slowly to its minimum −1.339 at r = −2.103, then rises first "
            "ever more steeply and then ever more slowly to 1.339 at r = 2.103, then falls ever more steeply to 0 at "
            "r = 4.207, then stays at 0",
        ),
        (
            "hinge",
            "risk",
            "falls in straight pieces from 2.8 at m = −3 to its minimum 0.6 at m = 1, then rises linearly",
        ),
    ],
)
def test_the_course_of_another_panel(words: str, panel: Panel, sentence: str) -> None:
    [curve] = curves(words)
    name = "risk at η = 0.7" if panel == "risk" else panel.replace("-", " ")
    assert story(describe([curve], (panel,), risk=0.7), curve, name).startswith(sentence)


# --- risks ---


@every("name", [name for name, loss in LOSSES.items() if loss.axis.name in ("margin", "probability")], among=5)
def test_the_risk_is_least_where_it_is_said_to_be(name: str) -> None:
    curve = default_curve(LOSSES[name])
    view = x_limits([curve])
    x = np.linspace(*view, 6002)
    # Where half of a jump up meets half of a jump down there is another value in a single point, which is no knot.
    for chance in (0.3, 0.9) if "zero-one" in name else (0.3, 0.5, 0.9):
        with np.errstate(all="ignore"):
            predicate = minimum(*in_context(conditional_risk(curve, chance), "loss", view))
            y = heights(curve, "risk", chance)(x, 0)
        low, step = float(np.nanmin(y)), x[1] - x[0]
        assert number(re.findall(rf"value ({NUMBER})", predicate)[0]) == pytest.approx(low, rel=1e-3, abs=step), (
            predicate
        )
        places = both(re.findall(PLACE, predicate))
        with np.errstate(all="ignore"):
            there = np.nanmin([heights(curve, "risk", chance)(np.array(places), side) for side in (-1, 1)], axis=0)
        assert there == pytest.approx(low, rel=1e-5, abs=step), predicate
        lowest = x[y <= low + 1e-12 * abs(low)]
        assert places[0] - 2.0 * step <= lowest[0], predicate
        assert lowest[-1] <= places[-1] + 2.0 * step, predicate


@pytest.mark.parametrize(("words", "chance"), [("logistic", 0.7), ("exponential", 0.2), ("squared-margin", 0.9)])
def test_a_least_risk_is_where_the_minimiser_is(words: str, chance: float) -> None:
    # Friedman, Hastie & Tibshirani 2000: log odds, half of them for the exponential; 2 eta - 1 for the squares.
    odds = math.log(chance / (1.0 - chance))
    expected = {"logistic": odds, "exponential": odds / 2.0, "squared-margin": 2.0 * chance - 1.0}[words]
    [least] = minimisers(conditional_risk(curves(words)[0], chance)).places
    assert least.low == least.high == pytest.approx(expected)
    predicate = describe(curves(words), ("loss", "risk"), risk=chance)
    [place] = re.findall(rf"its minimum {NUMBER} at {PLACE}", sentences(predicate)[-1])
    assert number(place) == pytest.approx(expected, rel=DIGITS)


def test_a_risk_panel_without_its_chance_is_refused() -> None:
    with pytest.raises(RequestError, match="give one, as in --risk"):
        describe(curves("hinge"), ("loss", "risk"))


def test_a_least_risk_on_an_interval_about_zero_is_told_with_both_its_ends() -> None:
    # (|1 - m| + |1 + m|)/2 is 1 from -1 to 1.
    [hinge] = curves("hinge")
    assert minimum(*in_context(conditional_risk(hinge, 0.5), "loss", (-3.0, 3.0))) == (
        "is least in this range from m = −1 to m = 1 (value 1)"
    )
