"""Counts of the values and slopes of a loss, and how those of several blocks are put together."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from lossplot._formula.evaluate import Array


class Fences(NamedTuple):
    """Values between which quantiles are expected: the median between `low` and `high`, all tails above `tail`."""

    low: float
    high: float
    tail: float


@dataclass(slots=True)
class Tally:
    """Counts of one loss.  Values are taken less `base`, a number near their mean, so that no digits are lost."""

    base: float
    n: int = 0
    weight: list[float] = field(default_factory=list)
    squared_weight: list[float] = field(default_factory=list)
    total: list[float] = field(default_factory=list)
    weighted_total: list[float] = field(default_factory=list)
    squares: list[float] = field(default_factory=list)
    flat: float = 0.0
    largest: float = -math.inf
    largest_row: int = 0
    undefined_row: int = 0
    below: int = 0
    at_low: int = 0
    at_high: int = 0
    at_tail: int = 0
    inside: list[Array] = field(default_factory=list)
    tail: list[Array] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add what was counted of the rows that follow."""
        self.n += other.n
        for name in ("weight", "squared_weight", "total", "weighted_total", "squares", "inside", "tail"):
            getattr(self, name).extend(getattr(other, name))
        for name in ("flat", "below", "at_low", "at_high", "at_tail"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        if other.largest > self.largest:
            self.largest, self.largest_row = other.largest, other.largest_row
        self.undefined_row = self.undefined_row or other.undefined_row

    def forget(self) -> None:
        """Leave out what quantiles are found from."""
        self.below = self.at_low = self.at_high = self.at_tail = 0
        self.inside, self.tail = [], []

    @property
    def whole_weight(self) -> float:
        return math.fsum(self.weight)

    @property
    def mean(self) -> float:
        """The mean; NaN if all weights are zero."""
        weight, total = self.whole_weight, _sum(self.total)
        return self.base + total / weight if weight else math.nan

    @property
    def standard_error(self) -> float:
        """The standard error of the mean; NaN for one row, and where the mean is not finite."""
        weight, shift = self.whole_weight, self.mean - self.base
        if self.n < 2 or not weight or not math.isfinite(shift):
            return math.nan
        spread = (
            _sum(self.squares) - 2.0 * shift * _sum(self.weighted_total) + shift * shift * _sum(self.squared_weight)
        )
        return math.sqrt(max(0.0, spread) * self.n / (self.n - 1)) / weight

    @property
    def flat_share(self) -> float:
        """The share of the examples whose gradient is zero."""
        return self.flat / self.whole_weight if self.whole_weight else math.nan


def _sum(values: list[float]) -> float:
    try:
        return math.fsum(values)
    except (ValueError, OverflowError):  # infinities of both signs, or a sum that is too large
        return float(np.sum(values))


def count(tally: Tally, values: Array, slopes: Array, weights: Array | None) -> None:
    """Count the `values` and `slopes` of consecutive rows."""
    size = len(values)
    deviations = values - tally.base
    flats = slopes == 0.0
    tally.n += size
    if weights is None:
        total = float(deviations.sum())
        tally.weight.append(size)
        tally.squared_weight.append(size)
        tally.weighted_total.append(total)
        tally.squares.append(dot(deviations, deviations))
        tally.flat += int(np.count_nonzero(flats))
    else:
        weighted = weights * deviations
        total = float(weighted.sum())
        tally.weight.append(float(weights.sum()))
        tally.squared_weight.append(dot(weights, weights))
        tally.weighted_total.append(dot(weights, weighted))
        tally.squares.append(dot(weighted, weighted))
        tally.flat += dot(flats, weights)
    tally.total.append(total)


def dot(first: Array, second: Array) -> float:
    """Return the scalar product, without the threads that OpenBLAS has for long ones: ours are enough."""
    return float(np.einsum("i,i->", first, second))


def sort_out(tally: Tally, values: Array, fences: Fences) -> None:
    """Keep the values that a quantile may be among, and count all others."""
    low, high, tail = fences
    under_low, to_low, under_high, to_high = values < low, values <= low, values < high, values <= high
    below, upto = int(np.count_nonzero(under_low)), int(np.count_nonzero(to_low))
    tally.below += below
    tally.at_low += upto - below
    if high > low:
        before = int(np.count_nonzero(under_high))
        tally.at_high += int(np.count_nonzero(to_high)) - before
        if before > upto:
            tally.inside.append(values[under_high & ~to_low])
    above = values > tail
    if above.any():
        tally.tail.append(values[above])
    tally.at_tail += int(np.count_nonzero(values == tail))
