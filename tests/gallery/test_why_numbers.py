"""Why one would choose a loss: the numbers of the page's scripts in `node`, held to sources and to `lossplot`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from support.cases import some
from support.node import node_script

from lossplot._curves.curve import default_curve
from lossplot._curves.risk import conditional_risk
from lossplot._losses import LOSSES

CODE = """
const { readSpec } = await import("./asked.js");
const { bestOf, jumpsOf, riskAt } = await import("./why_risk.js");
const { fitLine, locate, POINTS, SAMPLE } = await import("./why_fit.js");
const curve = (words) => readSpec(words, lossplot.losses);
const answers = {
  best: ([words, eta]) => bestOf(curve(words), eta),
  risk: ([words, eta, x]) => riskAt(curve(words), eta, x),
  jumps: ([words]) => jumpsOf(curve(words)),
  centre: ([words]) => locate(curve(words), SAMPLE),
  line: ([words, outlier]) => fitLine(curve(words), [...POINTS, outlier]),
  points: () => [SAMPLE, POINTS],
};
function answer([what, words]) {
  return answers[what](words);
}
"""
Ask = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    answers = node_script(tmp_path_factory.mktemp("why"), ["asked", "why_fit", "why_risk"], CODE)
    return lambda *asked: answers([*asked])


# The best answers by the closed forms of Bartlett, Jordan & McAuliffe 2006 and Masnadi-Shirazi & Vasconcelos 2008.
LINKS: dict[str, Callable[[float], float]] = {
    "logistic": lambda eta: math.log(eta / (1 - eta)),
    "exponential": lambda eta: math.log(eta / (1 - eta)) / 2,
    "squared-margin": lambda eta: 2 * eta - 1,
    "squared-hinge": lambda eta: 2 * eta - 1,
    "savage": lambda eta: math.log(eta / (1 - eta)),
    "tangent": lambda eta: math.tan(eta - 0.5),
    "hinge": lambda eta: math.copysign(1.0, eta - 0.5),
    "log-loss": lambda eta: eta,
    "brier": lambda eta: eta,
    "spherical": lambda eta: eta,
}


def test_the_best_answer_is_that_of_the_closed_form(ask: Ask) -> None:
    asked = [(name, eta) for name in LINKS for eta in (0.03, 0.2, 0.45, 0.7, 0.95)]
    for (name, eta), found in zip(asked, ask(*(("best", [*each]) for each in asked)), strict=True):
        assert found["low"] == found["high"] == pytest.approx(LINKS[name](eta), abs=1e-6), (name, eta)


@pytest.mark.parametrize("part", some(range(3), among=3))
def test_the_risk_of_an_answer_is_the_one_of_lossplot(ask: Ask, part: int) -> None:
    names = [name for name, loss in LOSSES.items() if loss.axis.name in ("margin", "probability")][part::3]
    places = ((0.0, 0.2), (1e-4, 0.7), (0.3, 0.7), (0.9, 0.35), (1.0, 0.8))
    asked = [(name, eta, x) for name in names for eta, x in places]
    found = ask(*(("risk", list(each)) for each in asked))
    for (name, eta, x), risk in zip(asked, found, strict=True):
        curve = default_curve(LOSSES[name])
        expected = float(conditional_risk(curve, eta).jet(np.array([x]), 0).value[0])
        assert risk == pytest.approx(expected, rel=1e-12, abs=1e-12), (name, eta, x)


def test_many_answers_are_best_where_a_loss_is_flat(ask: Ask) -> None:
    zero_one, ramp, linear, nothing = ask(
        ("best", ["zero-one", 0.7]),
        ("best", ["ramp", 0.2]),
        ("best", ["zero-one-probability", 0.7]),
        ("best", ["unhinged", 0.7]),
    )
    assert (zero_one["low"], zero_one["high"]) == (pytest.approx(0.0, abs=1e-9), 6.0)
    assert (ramp["low"], ramp["high"]) == (-6.0, pytest.approx(-1.0))
    assert (linear["low"], linear["high"]) == (pytest.approx(0.5), 1.0)
    assert nothing["low"] == nothing["high"] == 6.0
    assert ask(("jumps", ["zero-one"]), ("jumps", ["zero-one-probability"]), ("jumps", ["hinge"])) == [[0], [0.5], []]


def test_the_centre_of_a_sample_is_the_statistic_that_the_loss_estimates(ask: Ask) -> None:
    [[sample, _]] = ask(("points", []))
    numbers = np.array(sample, float)
    centres = ask(
        *(
            ("centre", [words])
            for words in (
                "squared",
                "absolute",
                "huber:delta=1e-6",
                "quantile:tau=0.85",
                "epsilon-zero-one:epsilon=0.25",
            )
        )
    )
    low, high = zip(*((each["low"], each["high"]) for each in centres), strict=True)
    assert low[0] == high[0] == pytest.approx(numbers.mean(), abs=1e-6)
    assert low[1] == high[1] == np.median(numbers)
    assert low[2] == pytest.approx(np.median(numbers), abs=1e-3)
    assert low[3] == high[3] == np.quantile(numbers, 0.85, method="inverted_cdf")
    # Every number within epsilon of the mode, 1, leaves the fewest errors.
    assert (low[4], high[4]) == (pytest.approx(0.75), pytest.approx(1.25))


def test_the_line_is_the_best_one(ask: Ask) -> None:
    [[_, points]] = ask(("points", []))
    outliers, words = ([8, 1], [10, -1], [1, 10]), ("squared", "absolute", "tukey-biweight:c=1")
    answers = ask(*(("line", [each, outlier]) for outlier in outliers for each in words))
    for place, outlier in enumerate(outliers):
        x, y = np.array([*points, outlier], float).T
        squared, absolute, robust = answers[3 * place : 3 * place + 3]
        assert squared == pytest.approx(np.polynomial.Polynomial.fit(x, y, 1).convert().coef, abs=1e-4)
        # A best line of the absolute error goes through two of the points.
        pairs = [(i, j) for i in range(len(x)) for j in range(i) if x[i] != x[j]]
        slopes = [(y[i] - y[j]) / (x[i] - x[j]) for i, j in pairs]
        costs = [np.abs(y[i] + slope * (x - x[i]) - y).sum() for (i, _), slope in zip(pairs, slopes, strict=True)]
        assert np.abs(absolute[0] + absolute[1] * x - y).sum() == pytest.approx(min(costs), rel=1e-6)
        # Without the outlier the slope is 0.5; a loss that forgets it finds that again.
        assert abs(robust[1] - 0.5) < 0.02 < abs(squared[1] - 0.5)
