"""Heights of the lines of one panel at common points, cut wherever one of them may change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.curve import Curve
from lossplot._curves.limits import limits
from lossplot._curves.panels import KNOT_ORDERS, PANELS, QUANTITIES, Panel, Quantity, quantity, quantity_in
from lossplot._formula.evaluate import Array, Jet
from lossplot._formula.tree import numbers_in

POINTS = 513
# At least so many points lie from one break to the next, however near they are.
FEWEST = 9
# Points crowd around zero, the numbers of the formulas and the ends of the domain, down to 2^-44 of the view and of the
# number; and some are near each break, nearer than a step of the grid: there too a line may turn, or meet another.
_STEPS = 2.0 ** -np.arange(3.0, 45.0)
_CROWD = np.concatenate([-_STEPS, [0.0], _STEPS])
_MULTIPLES = np.concatenate([2.0 ** np.arange(-8.0, 9.0), 1.0 - _STEPS, 1.0 + _STEPS])
_FEW = np.concatenate([-_STEPS[8:18:3], _STEPS[8:18:3]])
# Distance from a point, as a share of the view, within which the heights of a line are much like the one there.
_BESIDE = 1.0 / 64.0


@dataclass(frozen=True, slots=True)
class Line:
    """Curve as a panel shows it."""

    curve: Curve
    panel: Panel

    @property
    def quantity(self) -> Quantity:
        return QUANTITIES[self.panel]

    def gaps(self, low: float, high: float) -> list[float]:
        """Places where the curve lacks what the panel shows: a derivative at a jump or a corner, say."""
        order = self.quantity.order
        knots = self.curve.knots(low, high) if order else ()
        return [knot.x for knot in knots if KNOT_ORDERS[knot.kind] <= order]

    def at(self, x: Array, side: int = 0) -> Array:
        """The heights at `x`, an array of any shape."""
        return quantity(self.curve, self.panel, x.ravel(), side).reshape(x.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Points `x` (shape (n,)) and the heights `y` (k, n) of `lines` there: NaN where there is none.

    Each of the `breaks`, of which the ends of the view are the first and last, is there three times: as
    the limit from the left, as the point, and as the limit from the right.  `indices` are those of
    the points.  `own` (k, b) tells at which breaks a line itself may change.
    """

    lines: tuple[Line, ...]
    breaks: Array
    indices: NDArray[np.intp]
    own: NDArray[np.bool_]
    x: Array
    y: Array

    @property
    def width(self) -> float:
        return float(self.breaks[-1] - self.breaks[0])

    def scale(self, number: int, x: Array) -> Array:
        """Size of the numbers that make a line at `x`: rounding is a share of that, and not of a pole far off.

        The median height where the line is neither zero nor infinite, or one, or the height a little beside `x`:
        the median if it is least, and else the higher of the other two.
        """
        (sizes, usual), near = _sizes(self, number), _BESIDE * self.width
        beside = np.fmax(np.interp(x - near, self.x, sizes), np.interp(x + near, self.x, sizes))
        scale: Array = np.fmin(usual, np.fmax(beside, 1.0 / self.lines[number].curve.unit))
        return scale

    def stretches(self, number: int, start: float) -> Iterator[tuple[Array, Array]]:
        """Yield the points and heights of a line from `start`, a break, to its next own break, and so on.

        The first and last height of each are one-sided limits.
        """
        ends = self.indices[(self.breaks >= start) & (self.own[number] | (self.breaks == start))]
        for low, high in pairwise(ends):
            x, y = self.x[low + 1 : high], self.y[number, low + 1 : high]
            once = np.append(True, np.diff(x) > 0.0)
            yield x[once], y[once]


@lru_cache(maxsize=64)
def _sizes(samples: Samples, number: int) -> tuple[Array, float]:
    """The sizes of the heights of line `number`, and the median of those that are neither zero nor infinite."""
    sizes = np.abs(samples.y[number])
    regular = sizes[np.isfinite(sizes) & (sizes > 0.0)]
    return sizes, float(np.median(regular)) if regular.size else 0.0


# A figure is described in one language after the other, panel by panel.
@lru_cache(maxsize=len(PANELS))
def take_samples(lines: tuple[Line, ...], left: float, right: float) -> Samples:
    """Sample `lines` from `left` to `right`."""
    own, breaks, points, jets = _places(tuple(line.curve for line in lines), left, right)
    at = np.searchsorted(points, breaks)
    copies = np.ones(len(points), dtype=np.int64)
    copies[at] = 3
    indices = np.cumsum(copies)[at] - 2
    own_jets = zip(jets, lines, strict=True)
    y = np.array([np.repeat(quantity_in(jet, line.panel, points), copies) for jet, line in own_jets])
    for line, heights in zip(lines, y, strict=True):
        for side in (-1, +1):
            one_sided = _limits(line, side, left, right)
            heights[indices[np.searchsorted(breaks, [*one_sided])] + side] = [*one_sided.values()]
        heights[indices[np.isin(breaks, line.gaps(left, right))]] = np.nan
    return Samples(
        lines, breaks, indices, np.array([np.isin(breaks, list(xs)) for xs in own]), np.repeat(points, copies), y
    )


class _Places(NamedTuple):
    """Places where curves are sampled: the breaks of each, of all of them, the points, and the curves' jets there."""

    own: list[set[float]]
    breaks: Array
    points: Array
    jets: list[Jet]


# The panels of a figure show the same curves, but for one of their risks.
@lru_cache(maxsize=2)
def _places(curves: tuple[Curve, ...], left: float, right: float) -> _Places:
    own = [{left, right, *_own_breaks(curve, left, right)} for curve in curves]
    breaks = np.unique([*({0.0} if left < 0.0 < right else ()), *set.union(*own)])
    points = _points(curves, breaks)
    return _Places(own, breaks, points, [curve.jet(points) for curve in curves])


def _own_breaks(curve: Curve, left: float, right: float) -> list[float]:
    ends = (curve.domain.low, curve.domain.high)
    return [x for x in (*ends, *curve.landmarks(left, right)) if left < x < right]


def _points(curves: Sequence[Curve], breaks: Array) -> Array:
    left, right = float(breaks[0]), float(breaks[-1])
    sizes = {abs(x) for curve in curves for x in (*curve.values, *numbers_in(curve.tree)) if math.isfinite(x)}
    ends = (x for curve in curves for x in (curve.domain.low, curve.domain.high))
    centres = [x for x in {0.0, *sizes, *(-x for x in sizes), *ends} if left <= x <= right]
    crowds = [centre + (right - left) * _CROWD for centre in centres] + [centre * _MULTIPLES for centre in centres]
    crowds += [x + (right - left) * _FEW for x in breaks]
    between = [np.linspace(low, high, FEWEST) for low, high in pairwise(breaks)]
    points = np.unique(np.concatenate([np.linspace(left, right, POINTS), *crowds, *between, breaks]))
    return points[(points >= left) & (points <= right)]


def _limits(line: Line, side: int, left: float, right: float) -> dict[float, float]:
    """The limits from one side where the line may differ from them: at knots, and at an end of the domain."""
    domain = line.curve.domain
    heights, places = {}, {}
    for knot in line.curve.knots(left, right):
        if line.quantity.jumps_with(knot.kind):
            heights[knot.x] = knot.left if side < 0 else knot.right
        elif line.quantity.over_x or KNOT_ORDERS[knot.kind] < line.quantity.order:
            places[knot.x] = knot.before if side < 0 else knot.after
    heights |= zip(places, line.at(np.array([*places.values()]), side).tolist(), strict=True)
    end = domain.high if side < 0 else domain.low
    if left <= end <= right:
        heights[end] = float(limits(line.at, end, side)[0])
    return heights
