"""Means of losses that other projects print in their documentation: numbers that no code of ours has made.

A row has the source, the loss, where it is evaluated, the mean that is printed, and half a unit of its last digit, or a
unit where the digits are cut.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

import lossplot

Y, P = np.array([0.0, 1.0, 0.0, 0.0]), np.array([0.6, 0.4, 0.4, 0.6])
SIGNS = 2.0 * Y - 1.0
COUNTS, RATES = np.array([2.0, 0.0, 1.0, 4.0]), np.array([0.5, 0.5, 2.0, 2.0])
SALES, FORECASTS = np.array([3.0, -0.5, 2.0, 7.0]), np.array([2.5, 0.0, 2.0, 8.0])
KERAS, SKLEARN = "Keras API documentation, losses.", "scikit-learn API reference, metrics."
ROWS = [
    (f"{KERAS}Huber", "huber", P - Y, 0.155, 5e-4),
    (f"{KERAS}LogCosh", "log-cosh", [1.0, 0.0, 0.0, 0.0], 0.108, 5e-4),
    (f"{KERAS}Hinge", "hinge", SIGNS * P, 1.3, 5e-2),
    (f"{KERAS}SquaredHinge", "squared-hinge", SIGNS * P, 1.86, 5e-3),
    (f"{KERAS}MeanSquaredError", "squared", [1.0, 0.0, 0.0, 0.0], 0.25, 5e-3),
    (f"{KERAS}MeanAbsoluteError", "absolute", [1.0, 0.0, 0.0, 0.0], 0.25, 5e-3),
    (f"{KERAS}BinaryCrossentropy, from logits", "logistic", SIGNS * [-18.6, 0.51, 2.94, -12.8], 0.865, 5e-4),
    (f"{KERAS}BinaryCrossentropy", "log-loss", [0.4, 0.4, 0.6, 0.4], 0.815, 5e-4),
    (f"{SKLEARN}mean_squared_error", "squared", FORECASTS - SALES, 0.375, 5e-4),
    (f"{SKLEARN}mean_absolute_error", "absolute", FORECASTS - SALES, 0.5, 5e-2),
    (f"{SKLEARN}log_loss", "log-loss", [0.9, 0.9, 0.8, 0.65], 0.21616, 5e-6),
    (f"{SKLEARN}brier_score_loss", "brier", [0.9, 0.9, 0.8, 0.7], 0.0375, 5e-5),
    (f"{SKLEARN}hinge_loss", "hinge", [2.18, 2.36, 0.09], 0.3033, 5e-5),
    (f"{SKLEARN}mean_pinball_loss, below", "quantile:tau=0.1", [-1.0, 0.0, 0.0], 0.0333, 5e-5),
    (f"{SKLEARN}mean_pinball_loss, above", "quantile:tau=0.1", [0.0, 0.0, 1.0], 0.3, 5e-2),
]
# Of a target and a prediction: the loss has the target as a parameter.
PAIRS = [
    (f"{SKLEARN}mean_poisson_deviance", "poisson-deviance", COUNTS, RATES, 1.4260, 5e-5),
    (f"{SKLEARN}mean_gamma_deviance", "gamma-deviance", [2.0, 0.5, 1.0, 4.0], RATES, 1.0568, 1e-4),
    (f"{SKLEARN}mean_squared_log_error", "msle", [3.0, 5.0, 2.5, 7.0], [2.5, 5.0, 4.0, 8.0], 0.0397, 5e-5),
    (f"{SKLEARN}mean_absolute_percentage_error", "mape", SALES, FORECASTS, 0.3273, 1e-4),
    (f"{KERAS}MeanSquaredLogarithmicError", "msle", Y, [1.0, 1.0, 1.0, 0.0], 0.240, 5e-4),
]


@pytest.mark.parametrize(("source", "loss", "x", "mean", "half"), ROWS, ids=[row[0] for row in ROWS])
def test_a_mean_is_the_one_that_is_printed(source: str, loss: str, x: ArrayLike, mean: float, half: float) -> None:
    assert abs(np.mean(lossplot.get(loss)(x)) - mean) <= half, source


@pytest.mark.parametrize(("source", "loss", "y", "x", "mean", "half"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_mean_over_pairs_is_the_one_that_is_printed(
    source: str, loss: str, y: ArrayLike, x: ArrayLike, mean: float, half: float
) -> None:
    values = [lossplot.get(loss, target=target)(at) for target, at in zip(np.asarray(y), np.asarray(x), strict=True)]
    assert abs(np.mean(values) - mean) <= half, source
