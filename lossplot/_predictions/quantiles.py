"""Quantiles, and how much of the sum the largest values carry."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._predictions.tally import Fences, Tally

QUANTILES = (0.5, 0.9, 0.99)
# The worst so many of the examples.
WORST = (0.01, 0.1)
# Quantiles are looked for between those of so many values, this many standard errors apart.
SAMPLE, ERRORS = 1 << 16, 5.0


@dataclass(frozen=True, slots=True)
class Spread:
    """The quantiles at QUANTILES, and the share of the sum that the largest WORST of the values have.

    A share is NaN where the sum is not positive and finite.
    """

    quantiles: tuple[float, ...]
    shares: tuple[float, ...]


def fences(sample: Array) -> Fences:
    """Return where to expect the quantiles of values of which `sample` is a sample, in order."""
    size = len(sample)

    def at(share: float, side: int) -> float:
        margin = ERRORS * math.sqrt(share * (1.0 - share) * size) + 2.0
        return float(sample[min(size - 1, max(0, round(share * size + side * margin)))])

    return Fences(at(0.5, -1), at(0.5, 1), at(QUANTILES[1], -1))


def spread_of_tally(tally: Tally, expected: Fences, total: float) -> Spread | None:
    """Return the spread of the values that were counted; None if a quantile is not where it was expected."""
    inside = np.sort(np.concatenate([*tally.inside, np.empty(0)]))
    tail = np.sort(np.concatenate([*tally.tail, np.empty(0)]))
    count = tally.n

    def ranked(rank: int) -> float:
        """The value with so many values before it."""
        from_top = count - 1 - rank
        if from_top < len(tail):
            return float(tail[len(tail) - 1 - from_top])
        if from_top < len(tail) + tally.at_tail:
            return expected.tail
        rank -= tally.below
        for size, value in ((tally.at_low, expected.low), (len(inside), None), (tally.at_high, expected.high)):
            if 0 <= rank < size:
                return float(inside[rank]) if value is None else value
            rank -= size
        return math.nan

    def largest(number: int) -> float:
        """The sum of the largest values."""
        if number <= len(tail):
            return float(np.sum(tail[len(tail) - number :]))
        if number <= len(tail) + tally.at_tail:
            return float(np.sum(tail)) + (number - len(tail)) * expected.tail
        return math.nan

    spread = _spread(count, ranked, largest, total)
    needed = (*spread.quantiles, *(share for share in spread.shares if 0.0 < total < math.inf))
    return None if any(map(math.isnan, needed)) else spread


def spread_of_values(values: Array, total: float) -> Spread:
    """Return the spread of `values`, which are sorted in place."""
    values.sort()
    return _spread(
        len(values),
        lambda rank: float(values[rank]),
        lambda number: float(np.sum(values[len(values) - number :])) if number else 0.0,
        total,
    )


def _spread(count: int, ranked: Callable[[int], float], largest: Callable[[int], float], total: float) -> Spread:
    quantiles = []
    for share in QUANTILES:
        place = share * (count - 1)
        rank, rest = int(place), place - int(place)
        low = ranked(rank)
        # As NumPy has it: between two values, by the distance to each.
        high = ranked(rank + 1) if rest else low
        quantiles.append(low + (high - low) * rest if high != low else low)
    shares = []
    for share in WORST:
        place = share * count
        whole, rest = int(place), place - int(place)
        worst = largest(whole) + (rest * ranked(count - 1 - whole) if rest else 0.0)
        shares.append(worst / total if 0.0 < total < math.inf else math.nan)
    return Spread(tuple(quantiles), tuple(shares))


def spread_of_weighted(values: Array, weights: Array) -> Spread:
    """Return the spread of `values` of which each counts as `weights` say.

    A quantile is the least value that so much of the weight does not exceed.
    """
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    reached = np.cumsum(weights)
    whole = float(reached[-1])
    losses = np.cumsum((values * weights)[::-1])
    from_top = np.cumsum(weights[::-1])
    return Spread(
        tuple(_weighted_quantile(values, reached, share * whole) for share in QUANTILES),
        tuple(_weighted_worst(values[::-1], from_top, losses, share * whole) for share in WORST),
    )


def _weighted_quantile(values: Array, reached: Array, weight: float) -> float:
    # Rounding must not push a weight that is just reached to the next value.
    place = int(np.searchsorted(reached, weight * (1.0 - 1e-12)))
    return float(values[min(place, len(values) - 1)])


def _weighted_worst(values: Array, reached: Array, losses: Array, weight: float) -> float:
    total = float(losses[-1])
    if not 0.0 < total < math.inf:
        return math.nan
    place = int(np.searchsorted(reached, weight))
    before = (float(reached[place - 1]), float(losses[place - 1])) if place else (0.0, 0.0)
    return (before[1] + (weight - before[0]) * float(values[min(place, len(values) - 1)])) / total
