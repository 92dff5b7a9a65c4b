"""Numbers that the libraries print in their own documentation, reached from our formulas; no library is called."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pytest

from lossplot._curves.curve import Curve
from lossplot._losses import LOSSES

from .library import Parameters


class Example(NamedTuple):
    """A published example: the mean of a loss over `points`, to the places given; a mean of one is the value."""

    page: str
    loss: str
    points: Sequence[tuple[float, Parameters]]
    printed: str


def _at(*points: float, **parameters: float) -> list[tuple[float, Parameters]]:
    return [(x, parameters) for x in points]


def _pairs(targets: Sequence[float], predictions: Sequence[float], **others: float) -> list[tuple[float, Parameters]]:
    return [(x, {"target": target, **others}) for target, x in zip(targets, predictions, strict=True)]


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))


_COUNTS = ((2.0, 0.0, 1.0, 4.0), (0.5, 0.5, 2.0, 2.0))
_ERRORS = (-0.5, 0.5, 0.0, 1.0)
# y = 0, 1, 0, 0 and its logits, as margins.
_MARGINS = (18.6, 0.51, -2.94, 12.8)
_TRUE = tuple(_sigmoid(m) for m in _MARGINS)

EXAMPLES = (
    Example("sklearn.metrics.mean_squared_error", "squared", _at(*_ERRORS), "0.375"),
    Example("sklearn.metrics.mean_absolute_error", "absolute", _at(*_ERRORS), "0.5"),
    Example("sklearn.metrics.mean_pinball_loss", "quantile", _at(-1.0, 0.0, 0.0, tau=0.1), "0.03"),
    Example("sklearn.metrics.mean_pinball_loss", "quantile", _at(0.0, 0.0, 1.0, tau=0.1), "0.3"),
    Example("sklearn.metrics.mean_pinball_loss", "quantile", _at(-1.0, 0.0, 0.0, tau=0.9), "0.3"),
    Example("sklearn.metrics.mean_pinball_loss", "quantile", _at(0.0, 0.0, 1.0, tau=0.9), "0.03"),
    Example("sklearn.metrics.mean_poisson_deviance", "poisson-deviance", _pairs(*_COUNTS), "1.4260"),
    Example(
        "sklearn.metrics.mean_gamma_deviance",
        "gamma-deviance",
        _pairs((2.0, 0.5, 1.0, 4.0), (0.5, 0.5, 2.0, 2.0)),
        "1.0568",
    ),
    Example(
        "sklearn.metrics.mean_squared_log_error", "msle", _pairs((3.0, 5.0, 2.5, 7.0), (2.5, 5.0, 4.0, 8.0)), "0.039"
    ),
    Example("sklearn.metrics.mean_squared_log_error", "msle", _pairs((0.5, 1.0, 7.0), (0.5, 1.0, 8.0)), "0.00462428"),
    Example(
        "sklearn.metrics.mean_absolute_percentage_error",
        "mape",
        _pairs((3.0, -0.5, 2.0, 7.0), (2.5, 0.0, 2.0, 8.0)),
        "0.3273",
    ),
    Example("sklearn.metrics.log_loss", "log-loss", _at(0.9, 0.9, 0.8, 0.65), "0.21616"),
    Example("sklearn.metrics.brier_score_loss", "brier", _at(0.9, 0.9, 0.8, 0.7), "0.0375"),
    Example("sklearn.metrics.hinge_loss", "hinge", _at(2.18, 2.36, 0.09), "0.30"),
    Example("sklearn.metrics.zero_one_loss", "zero-one", _at(-1.0, 1.0, 1.0, 1.0), "0.25"),
    Example("scipy.special.huber", "huber", _at(2.0, delta=1.0), "1.5"),
    Example("scipy.special.huber", "huber", _at(4.0, delta=3.0), "7.5"),
    Example("scipy.special.huber", "huber", _at(1.5, delta=2.0), "1.125"),
    Example("scipy.special.huber", "huber", _at(10.0, delta=9.0), "49.5"),
    Example("scipy.special.pseudo_huber", "pseudo-huber", _at(1.0, delta=1.0), "0.41421356"),
    Example("scipy.special.pseudo_huber", "pseudo-huber", _at(2.5, delta=5.0), "2.95084972"),
    Example("scipy.special.pseudo_huber", "pseudo-huber", _at(10.0, delta=9.0), "40.0826164"),
    Example("keras.losses.MeanSquaredError", "squared", _at(-0.1, 0.1, -0.2), "0.02"),
    Example("keras.losses.MeanAbsoluteError", "absolute", _at(0.9, 0.0, 0.8), "0.5666667"),
    Example(
        "keras.losses.MeanAbsolutePercentageError, in hundredths",
        "mape",
        _pairs((100.0, 200.0, 300.0), (90.0, 210.0, 310.0)),
        "0.06111111",
    ),
    Example("keras.losses.BinaryCrossentropy", "logistic", _at(*_MARGINS), "0.8654"),
    Example("keras.losses.BinaryFocalCrossentropy", "focal", _at(*_TRUE, gamma=2.0), "0.691"),
    Example("keras.losses.BinaryFocalCrossentropy", "focal", _at(*_TRUE, gamma=3.0), "0.647"),
    Example("keras.losses.CategoricalCrossentropy", "log-loss", _at(0.95, 0.1), "1.177"),
    Example("keras.losses.CategoricalFocalCrossentropy", "focal", _at(0.95, 0.1, alpha=0.25), "0.23315276"),
    Example("optax.losses.triplet_margin_loss", "triplet", _at(math.hypot(0.1, 0.1) - 1.0, margin=1.0), "0.1414"),
)


def _value(loss_name: str, x: float, parameters: Parameters) -> float:
    loss = LOSSES[loss_name]
    values = {parameter.name: parameter.default for parameter in loss.parameters} | dict(parameters)
    return float(Curve(loss, tuple(values.values())).jet(np.array([x])).value[0])


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{e.page}={e.printed}") for e in EXAMPLES])
def test_published(example: Example) -> None:
    mean = np.mean([_value(example.loss, x, parameters) for x, parameters in example.points])
    last_place = 10.0 ** -len(example.printed.partition(".")[2])
    # Some pages round the last place and some cut off after it.
    assert abs(mean - float(example.printed)) <= last_place
