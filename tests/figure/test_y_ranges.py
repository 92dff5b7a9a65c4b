"""A y range that shows little or nothing of some curves: it is drawn, and what is hidden is named."""

from __future__ import annotations

import itertools

import numpy as np
from support.cases import every

import lossplot
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.warnings import warnings

LOSSES = ("hinge", "exponential", "logistic", "savage", "zero-one")
VIEW = (-1.0, 3.0)
LOWS = (-9.0, -0.5, 0.2, 0.7, 1.5, 2.2, 2.5, 3.0, 30.0)


@every(("labels", "height", "low"), itertools.product(("auto", "direct", "legend"), (0.25, 17.5), LOWS), among=14)
def test_curves_that_are_hidden_are_named_and_the_others_drawn(low: float, height: float, labels: str) -> None:
    options = {"range": f"{VIEW[0]}:{VIEW[1]}", "ylim": f"{low}:{low + height}", "labels": labels}
    figure = resolve(read_spec(LOSSES, options))
    x = np.linspace(*VIEW, 20_001)
    # A curve may be seen where it only crosses the range between two points.
    seen = {name for name in LOSSES if _crosses(np.asarray(lossplot.get(name)(x)), low, low + height)}
    [*sentences] = [line for line in warnings(figure) if "outside the y range" in line]
    assert {name for name in LOSSES if any(name in line for line in sentences)} == {*LOSSES} - seen
    assert lossplot.plot(LOSSES, range=VIEW, ylim=(low, low + height), labels=labels).to_bytes("svg")


def _crosses(y: np.ndarray, low: float, high: float) -> bool:
    within = (y >= low) & (y <= high)
    leaps = (np.minimum(y[1:], y[:-1]) < low) & (np.maximum(y[1:], y[:-1]) > high) & (np.abs(np.diff(y)) < 0.5)
    return bool(within.any() or leaps.any())
