"""What the papers say of penalties, ordered classes, times and counts, beyond single values: sums, limits, examples."""

from __future__ import annotations

import math

import numpy as np
import pytest

import lossplot

X = np.array([-7.0, -1.3, -0.2, 0.0, 0.4, 2.0, 11.0])
TIMES = np.linspace(-60.0, 60.0, 48_001)


@pytest.mark.parametrize(("classes", "step"), [(2, 1.0), (3, 0.01), (5, 1.0), (6, 4.0), (9, 0.3)])
def test_the_probabilities_of_ordered_classes_add_up_to_one(classes: int, step: float) -> None:
    losses = [lossplot.get("cumulative-logit", target=k, classes=classes, step=step) for k in range(1, classes + 1)]
    np.testing.assert_allclose(sum(np.exp(-loss(X)) for loss in losses), 1.0, rtol=1e-13)


@pytest.mark.parametrize("name", ["all-threshold", "immediate-threshold", "cumulative-logit"])
def test_of_two_classes_every_ordinal_loss_is_the_logistic(name: str) -> None:
    logistic = lossplot.get("logistic")
    for target, side in ((1, -1.0), (2, 1.0)):
        np.testing.assert_allclose(lossplot.get(name, target=target, classes=2)(X), logistic(side * X), rtol=1e-14)


def test_all_thresholds_are_those_around_the_class_and_the_others() -> None:
    # Rennie & Srebro 2005: thresholds at -1.5, -0.5, 0.5 and 1.5; of class 2 the first lies below.
    logistic = lossplot.get("logistic")
    expected = logistic(X + 1.5) + sum(logistic(place - X) for place in (-0.5, 0.5, 1.5))
    np.testing.assert_allclose(lossplot.get("all-threshold", target=2)(X), expected, rtol=1e-14)
    hinge = lossplot.get("hinge")
    expected = hinge(X + 1.5) + hinge(-0.5 - X)
    np.testing.assert_allclose(lossplot.get("immediate-threshold-hinge", target=2)(X), expected, rtol=1e-14)


@pytest.mark.parametrize("name", ["aft-normal", "aft-logistic", "aft-extreme"])
@pytest.mark.parametrize("sigma", [0.5, 1.0, 2.0])
def test_what_is_left_of_a_density_of_times_is_its_survival_function(name: str, sigma: float) -> None:
    # r is minus the logarithm of the time, so that a longer time lies below it.
    density = np.exp(-lossplot.get(name, sigma=sigma)(TIMES))
    survival = np.exp(-lossplot.get(name, sigma=sigma, censored=1)(TIMES))
    total = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2.0 * np.diff(TIMES))])
    assert total[-1] == pytest.approx(1.0, abs=1e-6)
    np.testing.assert_allclose(total, survival, atol=1e-6)


@pytest.mark.parametrize("mean", [0.1, 1.0, 7.3, pytest.param(60.0, marks=pytest.mark.slow)])
def test_the_probabilities_of_all_counts_add_up_to_one(mean: float) -> None:
    counts = range(40 + round(3.0 * mean))
    total = math.fsum(math.exp(-float(lossplot.get("poisson-full", target=count)(mean))) for count in counts)
    assert total == pytest.approx(1.0, rel=1e-13)
    # log(5!) is log(120).
    assert float(lossplot.get("poisson-full", target=5)(1.0)) == pytest.approx(1.0 + math.log(120.0), rel=1e-15)


def test_penalties_are_the_lasso_near_zero_and_in_the_limit() -> None:
    lasso = lossplot.get("l1-penalty", lambda_=0.7)
    for name in ("scad:lambda=0.7:a=1e9", "mcp:lambda=0.7:gamma=1e9", "elastic-net:lambda=0.7:alpha=1"):
        np.testing.assert_allclose(lossplot.get(name)(X), lasso(X), rtol=1e-7)
    # Fan & Li 2001, section 2: flat beyond a lambda; Zhang 2010: beyond gamma lambda, at gamma lambda^2/2.
    assert lossplot.get("scad")(3.7) == lossplot.get("scad")(100.0) == 2.35
    assert lossplot.get("mcp")(3.0) == lossplot.get("mcp")(-100.0) == 1.5
    ridge = lossplot.get("elastic-net", alpha=0.0)
    np.testing.assert_allclose(2.0 * ridge(X), lossplot.get("l2-penalty")(X), rtol=1e-15)


def test_a_parameter_that_is_a_word_of_python_has_an_underscore_there() -> None:
    loss = lossplot.get("scad", lambda_=2.0)
    assert repr(loss) == "lossplot.get('scad', lambda_=2, a=3.7)"
    assert eval(repr(loss), {"lossplot": lossplot}) == loss


def test_the_interval_score_of_gneiting_and_raftery() -> None:
    # Their equation 43 for the interval from 2 to 5 and alpha = 0.1: 3, and 20 times what lies outside.
    score = lossplot.get("interval-score", alpha=0.1, width=3.0)
    observed = np.array([1.5, 2.0, 3.0, 5.0, 6.0])
    np.testing.assert_allclose(score(3.5 - observed), [13.0, 3.0, 3.0, 3.0, 23.0], rtol=1e-15)


def test_the_adaptive_wing_is_as_its_authors_write_it() -> None:
    # Wang, Bo & Fuxin 2019, equations 4 and 5, at a pixel of 0.6 and an error of 0.9 and of 0.2.
    alpha, omega, epsilon, theta, y = 2.1, 14.0, 1.0, 0.5, 0.6
    share = theta / epsilon
    a = omega * (1.0 / (1.0 + share ** (alpha - y))) * (alpha - y) * share ** (alpha - y - 1.0) / epsilon
    c = theta * a - omega * math.log(1.0 + share ** (alpha - y))
    loss = lossplot.get("adaptive-wing", target=y)
    assert float(loss(0.9)) == pytest.approx(a * 0.9 - c, rel=1e-14)
    assert float(loss(-0.2)) == pytest.approx(omega * math.log(1.0 + 0.2**1.5), rel=1e-14)


@pytest.mark.parametrize("target", ["0", "6", "2.5"])
def test_a_target_that_is_no_class_is_not_scored(target: str) -> None:
    with pytest.raises(lossplot.LossplotError, match="is not defined for the prediction in row 2"):
        lossplot.score(([1.0, float(target)], [0.3, 0.7]), "all-threshold")


@pytest.mark.parametrize(
    ("name", "loss"),
    [
        ("dpo", "logistic"),
        ("simpo", "logistic"),
        ("slic", "hinge"),
        ("weighted-bce", "bce-logits"),
        ("aft", "aft-normal"),
    ],
)
def test_names_of_the_last_ten_years_are_found(name: str, loss: str) -> None:
    assert lossplot.get(name).name == loss
