"""Scales of an axis: how far along it each number lies."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from lossplot._formula.evaluate import Array

# What the linear part of a symlog scale has of a decade on each side of zero: with this share the scale has no corner
# where that ends, and no curve seems to have one.
LINEAR_SHARE = 1.0 / math.log(10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of one of `spec.AXIS_SCALES`; a symlog scale is linear from -`threshold` to `threshold`.

    A number lies at `forward` of it along the axis.  What is not positive lies infinitely far down a log scale.
    """

    kind: str = "linear"
    threshold: float = 1.0

    @property
    def is_linear(self) -> bool:
        return self.kind == "linear"

    def forward(self, values: Array) -> Array:
        """Return the places of `values`, of any shape, along the axis."""
        if self.is_linear:
            return values
        sizes = np.abs(values)
        with np.errstate(divide="ignore", invalid="ignore"):
            if self.kind == "log":
                return np.where(np.isnan(values), np.nan, np.log10(np.where(values > 0.0, values, 0.0)))
            beyond = np.sign(values) * self.threshold * (LINEAR_SHARE + np.log10(sizes / self.threshold))
        return np.where(sizes <= self.threshold, values * LINEAR_SHARE, beyond)

    def place(self, value: float) -> float:
        """Return the place of one number along the axis."""
        return value if self.is_linear else float(self.forward(np.array([value]))[0])

    def inverse(self, places: Array) -> Array:
        """Return the numbers that lie at `places` along the axis."""
        if self.is_linear:
            return places
        with np.errstate(over="ignore"):
            if self.kind == "log":
                return np.power(10.0, places)
            sizes = np.abs(places) / self.threshold
            beyond = np.sign(places) * self.threshold * np.power(10.0, sizes - LINEAR_SHARE)
        return np.where(sizes <= LINEAR_SHARE, places / LINEAR_SHARE, beyond)

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return the places of two numbers."""
        return self.place(low), self.place(high)

    def widened(self, low: float, high: float, share: float) -> tuple[float, float]:
        """Return the numbers that lie this share of the way from `low` to `high` beyond both."""
        start, end = self.span(low, high)
        room = share * (end - start)
        if self.is_linear:
            return low - room, high + room
        first, last = self.inverse(np.array([start - room, end + room])).tolist()
        return first, last


LINEAR = Scale()
