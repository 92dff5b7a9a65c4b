"""Calibration: how far forecasts of a probability can be taken at their word."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from lossplot._formula.evaluate import Array

# Forecasts are taken together where they are this close: that loses nothing of any that has four digits.
CELLS = 20_000
BINS = 10
# The quantile of the normal distribution for intervals of 95 %.
_NORMAL = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts from `low` to `high`: how many, their mean, and how often the event came, with its 95 % interval."""

    low: float
    high: float
    n: float
    forecast: float
    observed: float
    interval: tuple[float, float]


@dataclass(slots=True)
class Forecasts:
    """Forecasts of an event and how often it came, by cells of almost equal forecasts."""

    weight: Array = field(default_factory=lambda: np.zeros(CELLS + 1))
    forecast: Array = field(default_factory=lambda: np.zeros(CELLS + 1))
    events: Array = field(default_factory=lambda: np.zeros(CELLS + 1))

    def add(self, forecasts: Array, happened: Array, weights: Array | None) -> None:
        """Add forecasts, and 1 or 0 for whether the event came."""
        cells = np.rint(forecasts * CELLS).astype(np.int64)
        weights = np.ones(len(forecasts)) if weights is None else weights
        self.weight += np.bincount(cells, weights, CELLS + 1)
        self.forecast += np.bincount(cells, weights * forecasts, CELLS + 1)
        self.events += np.bincount(cells, weights * happened, CELLS + 1)

    def reliability(self) -> list[Bin]:
        """Return the forecasts in BINS equal bins, the empty ones left out; a bin has its lower end."""
        cells = np.flatnonzero(self.weight)
        means = self.forecast[cells] / self.weight[cells]
        bins = np.minimum(np.floor(means * BINS + 1e-12).astype(np.int64), BINS - 1)
        return [self._bin(number, cells[bins == number]) for number in np.unique(bins).tolist()]

    def _bin(self, number: int, cells: Array) -> Bin:
        n = float(self.weight[cells].sum())
        observed = float(self.events[cells].sum()) / n
        forecast = float(self.forecast[cells].sum()) / n
        return Bin(number / BINS, (number + 1) / BINS, n, forecast, observed, wilson(observed, n))

    def recalibrated(self) -> tuple[Array, Array, Array]:
        """Return the best forecasts that rise with those made, with the weight of each and of its events.

        That is isotonic regression, by pooling neighbours that fall.
        """
        cells = np.flatnonzero(self.weight)
        pools: list[tuple[float, float]] = []
        for weight, events in zip(self.weight[cells].tolist(), self.events[cells].tolist(), strict=True):
            while pools and pools[-1][1] * weight >= events * pools[-1][0]:
                before, happened = pools.pop()
                weight, events = weight + before, events + happened  # noqa: PLW2901
            pools.append((weight, events))
        weights, happened_ = np.array(pools).reshape(-1, 2).T
        return happened_ / weights, weights, happened_

    def refinement(self, loss: Callable[[Array], Array]) -> float:
        """Return the mean of a loss of the true class's probability that is left when forecasts are recalibrated."""
        forecasts, weights, events = self.recalibrated()
        with np.errstate(all="ignore"):
            losses = [(events, loss(forecasts)), (weights - events, loss(1.0 - forecasts))]
            parts = [np.where(weight > 0.0, weight * value, 0.0) for weight, value in losses]
        return math.fsum(float(each) for part in parts for each in part) / math.fsum(weights.tolist())


def wilson(share: float, n: float) -> tuple[float, float]:
    """Return Wilson's 95 % interval for a chance of which `share` was seen in `n` trials."""
    square = _NORMAL * _NORMAL
    middle = (share + square / (2.0 * n)) / (1.0 + square / n)
    reach = _NORMAL / (1.0 + square / n) * math.sqrt(share * (1.0 - share) / n + square / (4.0 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)
