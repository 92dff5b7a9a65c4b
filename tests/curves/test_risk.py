"""Conditional risks and their minimisers, against closed forms that others have published."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from support.cases import every, some
from support.scenes import MARGINS, PROBABILITIES, curve, panel, points, prepared, scene

from lossplot._curves.curve import Curve, all_knots
from lossplot._curves.parse import read_curves
from lossplot._curves.risk import conditional_risk
from lossplot._formula.evaluate import Array

Function = Callable[[float], float]

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
# Gneiting & Raftery 2007, Strictly Proper Scoring Rules: the truth is the best report; what it costs is the entropy.
PROBABILITY_MINIMA: dict[str, tuple[Function, Function]] = {
    "log-loss": (lambda eta: eta, entropy),
    "brier": (lambda eta: eta, lambda eta: eta * (1 - eta)),
    "spherical": (lambda eta: eta, lambda eta: 1 - math.hypot(eta, 1 - eta)),
    "boosting-score": (lambda eta: eta, lambda eta: 2 * math.sqrt(eta * (1 - eta))),
}


@pytest.mark.parametrize("eta", some(ETAS, 5))
@pytest.mark.parametrize("loss", [*MARGIN_MINIMA, *PROBABILITY_MINIMA])
def test_the_minimiser_of_the_risk_is_marked_at_its_closed_form(loss: str, eta: float) -> None:
    minimiser, least = (MARGIN_MINIMA | PROBABILITY_MINIMA)[loss]
    result = panel("risk", loss, risk=f"{eta}")
    assert points(result) == [(pytest.approx(minimiser(eta), abs=2e-8), pytest.approx(least(eta), rel=1e-12))]
    assert [mark.number for mark in result.marks] == [mark.x for mark in result.marks]


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
    """Return the mean of the loss over the two labels, from its values for each."""
    other = 1.0 - x if own.axis.name == "probability" else -x
    costs = [(eta, own.jet(x).value), (1.0 - eta, own.jet(other).value)]
    total: Array = np.sum([share * cost for share, cost in costs if share], axis=0)
    return total


@pytest.mark.parametrize("eta", some([0.0, 0.25, 0.5, 0.7, 1.0], 3))
@every("name", [*MARGINS, *PROBABILITIES])
def test_the_risk_is_the_average_of_the_losses_of_both_labels(name: str, eta: float) -> None:
    own = curve(name)
    x = np.linspace(0.0, 1.0, 33) if own.axis.name == "probability" else np.linspace(-4.0, 4.0, 65)
    with np.errstate(all="ignore"):
        expected = average(own, eta, x)
    assert conditional_risk(own, eta).jet(x).value == pytest.approx(expected, rel=1e-11, abs=1e-14, nan_ok=True)


@pytest.mark.parametrize("name", some([*MARGINS, *PROBABILITIES], 8))
def test_the_risk_bends_where_either_half_does(name: str) -> None:
    own = curve(name)
    mirror: Callable[[float], float] = (lambda x: 1.0 - x) if own.axis.name == "probability" else (lambda x: -x)
    bends = {knot.x for knot in all_knots(own)}
    result = sorted(knot.x for knot in all_knots(conditional_risk(own, 0.7)))
    assert result == pytest.approx(sorted(bends | {mirror(x) + 0.0 for x in bends}), abs=1e-15)
    risk_panel = panel("risk", name, risk="0.7")
    vertices = np.vstack(risk_panel.traces[0].pieces)[:, 0]
    for x in result:
        assert not risk_panel.view.left < x < risk_panel.view.right or np.min(np.abs(vertices - x)) <= 1e-15


@pytest.mark.parametrize("name", ["hinge", "logistic", "savage", "modified-huber", "log-loss", "brier", "tsallis"])
def test_the_risk_is_drawn_through_its_values(name: str) -> None:
    result = panel("risk", name, risk="0.3")
    for piece in result.traces[0].pieces:
        height = result.view.top - result.view.bottom
        with np.errstate(all="ignore"):
            expected = average(curve(name), 0.3, piece[:, 0])
        assert piece[:, 1] == pytest.approx(
            np.clip(expected, result.view.bottom - height, result.view.top + height), rel=1e-9, abs=1e-12
        )


def test_a_risk_has_no_panel_name_but_with_its_chance() -> None:
    assert prepared("hinge", risk="0.7").wording.panels == ("Loss", "Risk at *\u03b7* = 0.7")
    assert prepared("hinge", risk="0", only="risk").wording.panels == ("Risk at *\u03b7* = 0",)


def test_only_the_risk_is_one_panel_with_its_minimisers() -> None:
    [only] = scene("logistic hinge", risk="0.75", only="risk").panels
    assert points(only) == [(pytest.approx(math.log(3)), pytest.approx(entropy(0.75))), (1.0, 0.5)]


def test_a_risk_of_losses_read_by_any_name_is_theirs() -> None:
    [foreign, own] = (read_curves([name]) for name in ("sklearn:log_loss", "logistic"))
    assert foreign[0].axis.name in ("margin", "score", "probability")
    assert conditional_risk(own[0], 0.5).jet([0.0]).value[0] == pytest.approx(math.log(2))
