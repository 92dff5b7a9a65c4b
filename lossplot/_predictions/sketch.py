"""Quantiles of more values than are kept, to a stated error of their rank."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._predictions.quantiles import Spread, spread_of_weighted

# Points that stand for the values of a block, and how many such summaries become one.  A summary is off by at most half
# a point; five times over, for a million million rows, that is less than RANK_ERROR.
POINTS, FAN = 1 << 16, 16
RANK_ERROR = 1e-4


@dataclass(frozen=True, slots=True)
class Summary:
    """Values in order, each for as many rows, or as much weight."""

    points: Array
    weight: float

    @property
    def whole(self) -> float:
        return self.weight * len(self.points)


def summary(values: Array, weights: Array | None = None) -> Summary:
    """Summarise `values`, of which each counts as `weights` say."""
    if weights is None and len(values) <= POINTS:
        return Summary(np.sort(values), 1.0)
    if weights is None:
        values = np.sort(values)
        places = (np.arange(POINTS) + 0.5) * (len(values) / POINTS)
        return Summary(values[places.astype(np.int64)], len(values) / POINTS)
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order])
    whole = float(reached[-1])
    steps = np.searchsorted(reached, (np.arange(POINTS) + 0.5) * (whole / POINTS))
    return Summary(values[order][np.minimum(steps, len(values) - 1)], whole / POINTS)


@dataclass(slots=True)
class Sketch:
    """Summaries, on each level of as many rows as FAN on the level below."""

    levels: list[list[Summary]] = field(default_factory=list)

    def add(self, one: Summary, level: int = 0) -> None:
        if level == len(self.levels):
            self.levels.append([])
        self.levels[level].append(one)
        if len(self.levels[level]) == FAN:
            joined = _weighted(self.levels[level])
            self.levels[level] = []
            self.add(summary(*joined), level + 1)

    def spread(self) -> Spread:
        return spread_of_weighted(*_weighted([one for level in self.levels for one in level]))


def _weighted(summaries: list[Summary]) -> tuple[Array, Array]:
    points = np.concatenate([one.points for one in summaries])
    weights = np.concatenate([np.full(len(one.points), one.weight) for one in summaries])
    return points, weights
