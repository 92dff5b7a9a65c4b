"""What the lines of one panel are at common points, cut wherever one of them may change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lossplot.curves.curve import Curve
from lossplot.curves.panels import KNOT_ORDERS, PANELS, QUANTITIES, Panel, Quantity, quantity
from lossplot.curves.survey import settle
from lossplot.formula.evaluate import Array

POINTS = 513
# At least so many points lie from one break to the next, however near they are.
FEWEST = 9
# Points crowd around zero, the parameters and the ends of the domain, down to 2^-20 of the view; and some are near each
# break, nearer than a step of the grid: there too a line may turn, or meet another.
_STEPS = 2.0 ** -np.arange(3.0, 21.0)
_CROWD = np.concatenate([-_STEPS, [0.0], _STEPS])
_FEW = np.concatenate([-_STEPS[8::3], _STEPS[8::3]])
# So far beside a point, as a share of the view, the heights of a line are still much like the one there.
_BESIDE = 1.0 / 64.0

# Where a limit is read off: at equal steps of the exponent.
_TOWARDS_ZERO = 10.0 ** -np.arange(25.0, 126.0, 25.0)
_TOWARDS_OTHERS = 2.0 ** -np.arange(10.0, 51.0, 10.0)


@dataclass(frozen=True, slots=True)
class Line:
    """What a panel shows of a curve."""

    curve: Curve
    panel: Panel

    @property
    def quantity(self) -> Quantity:
        return QUANTITIES[self.panel]

    def gaps(self, low: float, high: float) -> list[float]:
        """Where the curve does not have what the panel shows: a derivative at a jump or a corner, say."""
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
    the limit from the left, as the point, and as the limit from the right.  `places` are the indices of
    the points.  `own` (k, b) tells at which breaks a line itself may change.
    """

    lines: tuple[Line, ...]
    breaks: Array
    places: NDArray[np.intp]
    own: NDArray[np.bool_]
    x: Array
    y: Array

    @property
    def width(self) -> float:
        return float(self.breaks[-1] - self.breaks[0])

    def scale(self, number: int, x: Array) -> Array:
        """How high the numbers are that make a line at `x`: rounding is a share of that, and not of a pole far off.

        The median height where the line is neither zero nor infinite, or one, or the height a little beside `x`:
        the median if it is least, and else the higher of the other two.
        """
        sizes, near = np.abs(self.y[number]), _BESIDE * self.width
        telling = sizes[np.isfinite(sizes) & (sizes > 0.0)]
        usual = float(np.median(telling)) if telling.size else 0.0
        beside = np.fmax(np.interp(x - near, self.x, sizes), np.interp(x + near, self.x, sizes))
        scale: Array = np.fmin(usual, np.fmax(beside, 1.0 / self.lines[number].curve.unit))
        return scale

    def stretches(self, number: int, start: float) -> Iterator[tuple[Array, Array]]:
        """The points and heights of a line from `start`, a break, to its next own break, and so on.

        The first and last height of each are one-sided limits.
        """
        ends = self.places[(self.breaks >= start) & (self.own[number] | (self.breaks == start))]
        for low, high in pairwise(ends):
            x, y = self.x[low + 1 : high], self.y[number, low + 1 : high]
            once = np.append(True, np.diff(x) > 0.0)
            yield x[once], y[once]


def take_samples(lines: Sequence[Line], left: float, right: float) -> Samples:
    """The samples of `lines` from `left` to `right`: the same object if they were asked for a moment ago."""
    return _take_samples(tuple(lines), left, right)


# A figure is told of in one language after the other, panel by panel.
@lru_cache(maxsize=len(PANELS))
def _take_samples(lines: tuple[Line, ...], left: float, right: float) -> Samples:
    own = [{left, right, *_own_breaks(line, left, right)} for line in lines]
    breaks = np.unique([*({0.0} if left < 0.0 < right else ()), *set.union(*own)])
    points = _points(lines, breaks)
    at = np.searchsorted(points, breaks)
    copies = np.ones(len(points), dtype=np.int64)
    copies[at] = 3
    places = np.cumsum(copies)[at] - 2
    y = np.array([np.repeat(line.at(points), copies) for line in lines])
    for line, heights in zip(lines, y, strict=True):
        for side in (-1, +1):
            _put_limits(line, side, breaks, places, heights)
        heights[places[np.isin(breaks, line.gaps(left, right))]] = np.nan
    mine = np.array([np.isin(breaks, list(xs)) for xs in own])
    return Samples(lines, breaks, places, mine, np.repeat(points, copies), y)


def _own_breaks(line: Line, left: float, right: float) -> list[float]:
    domain = line.curve.domain
    return [x for x in (domain.low, *_landmarks(line.curve, left, right), domain.high) if left < x < right]


@cache
def _landmarks(curve: Curve, left: float, right: float) -> tuple[float, ...]:
    return tuple(curve.landmarks(left, right))


def _points(lines: Sequence[Line], breaks: Array) -> Array:
    left, right = float(breaks[0]), float(breaks[-1])
    domains = [line.curve.domain for line in lines]
    centres = {0.0, *(x for line in lines for x in line.curve.values)}
    centres |= {x for domain in domains for x in (domain.low, domain.high)}
    crowds = [centre + (right - left) * _CROWD for centre in centres if left <= centre <= right]
    crowds += [x + (right - left) * _FEW for x in breaks]
    between = [np.linspace(low, high, FEWEST) for low, high in pairwise(breaks)]
    points = np.unique(np.concatenate([np.linspace(left, right, POINTS), *crowds, *between, breaks]))
    return points[(points >= left) & (points <= right)]


def _put_limits(line: Line, side: int, breaks: Array, places: NDArray[np.intp], heights: Array) -> None:
    """Put the limits from one side where the line may differ from them: at knots, and at an end of the domain."""
    domain = line.curve.domain
    low, high = max(float(breaks[0]), domain.low), min(float(breaks[-1]), domain.high)
    known, unknown = {}, {}
    for knot in line.curve.knots(low, high):
        if line.quantity.jumps_with(knot.kind):
            known[knot.x] = knot.left if side < 0 else knot.right
        elif line.quantity.over_x or KNOT_ORDERS[knot.kind] < line.quantity.order:
            unknown[knot.x] = knot.before if side < 0 else knot.after
    if unknown:
        known |= dict(zip(unknown, line.at(np.array([*unknown.values()]), side).tolist(), strict=True))
    end = domain.high if side < 0 else domain.low
    if low <= end <= high:
        known[end] = _limit_at_end(line, side, end)
    heights[places[np.searchsorted(breaks, [*known])] + side] = [*known.values()]


def _limit_at_end(line: Line, side: int, end: float) -> float:
    """The limit at an end of the domain: the germ, or what the values beside it tend to where that is undefined."""
    [germ] = line.at(np.array([end]), side).tolist()
    return settle(line.at(end + side * (_TOWARDS_OTHERS if end else _TOWARDS_ZERO))) if math.isnan(germ) else germ
