"""Course of a line through its panel: where it falls, rises and stays, how it bends, and where it breaks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np

from lossplot._curves.identity import is_even, sign_inside
from lossplot._curves.limits import CLOSE, EQUAL
from lossplot._curves.roots import extremes
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Kind
from lossplot._text.samples import Line, Samples

Direction = Literal["falls", "rises", "stays"]
Bend = Literal["linearly", "ever more slowly", "ever more steeply"]
Point = tuple[float, float]

_DIRECTIONS: dict[int, Direction] = {-1: "falls", 0: "stays", 1: "rises"}

# A slope that changes by less than this share does not change.
STEADY = 1e-7


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line that goes one way without a jump: from the point `start` to the point `end`, one-sided limits.

    `bends` are in order, each with its slope if that is constant, and else NaN.
    """

    direction: Direction
    start: Point
    end: Point
    bends: tuple[tuple[Bend, float], ...] = ()


@dataclass(frozen=True)
class Course:
    """The stretches of a line in the view from `left` to `right`; those of its right half if it is `even`.

    What follows from them is computed when it is first needed, and once.
    """

    line: Line
    left: float
    right: float
    even: bool
    stretches: tuple[Stretch, ...]

    @cached_property
    def ends(self) -> list[Point]:
        ends = [end for stretch in self.stretches for end in (stretch.start, stretch.end)]
        return [*ends, *self.single_points]

    @cached_property
    def single_points(self) -> list[Point]:
        """The points of its curve that are neither of the limits beside them."""
        if self.line.quantity.order:
            return []
        jumps = [knot for knot in self.line.curve.knots(self.left, self.right) if knot.kind == "jump"]
        if not jumps:
            return []
        heights = self.line.at(np.array([knot.x for knot in jumps])).tolist()
        beside = [(knot.left, knot.right) for knot in jumps]
        return [
            (knot.x, y)
            for knot, y, ends in zip(jumps, heights, beside, strict=True)
            if math.isfinite(y)
            and self._covers(knot.x)
            and not any(math.isclose(y, end, rel_tol=CLOSE) for end in ends)
        ]

    @cached_property
    def low(self) -> float:
        return min(y for _, y in self.ends)

    @cached_property
    def high(self) -> float:
        return max(y for _, y in self.ends)

    @cached_property
    def bottom(self) -> frozenset[Point]:
        """The ends of stretches that are lowest in view."""
        return frozenset((x, y) for x, y in self.ends if math.isclose(y, self.low, rel_tol=CLOSE))

    @cached_property
    def lowest(self) -> frozenset[Point]:
        """The points of its minimum: none where only the view ends, and none that is infinite."""
        domain = self.line.curve.domain
        cut = {self.left, self.right} - {domain.low, domain.high}
        return frozenset((x, y) for x, y in self.bottom if x not in cut) if math.isfinite(self.low) else frozenset()

    @cached_property
    def jumps(self) -> list[float]:
        return [after.start[0] for before, after in pairwise(self.stretches) if not meets(before, after)]

    def knots(self, kind: Kind) -> list[float]:
        """The places where its curve has knots of a kind."""
        knots = self.line.curve.knots(self.left, self.right)
        return [knot.x for knot in knots if knot.kind == kind and self._covers(knot.x)]

    @cached_property
    def endless_curvature(self) -> list[float]:
        """The places where the curvature of its curve is infinite at both sides."""
        knots = self.line.curve.knots(self.left, self.right)
        return [
            knot.x
            for knot in knots
            if knot.kind == "curvature" and math.isinf(knot.left) and knot.left == knot.right and self._covers(knot.x)
        ]

    @cached_property
    def gaps(self) -> list[float]:
        """The places where it is not defined, and does not jump either."""
        return [x for x in self.line.gaps(self.left, self.right) if self._covers(x) and x not in self.jumps]

    def _covers(self, x: float) -> bool:
        return x >= 0.0 or not self.even


# A figure is described in one language after the other.
@lru_cache(maxsize=64)
def follow(samples: Samples, number: int) -> Course:
    """Follow line `number` of the samples through the view."""
    line, left, right = samples.lines[number], float(samples.breaks[0]), float(samples.breaks[-1])
    even = _is_even(samples, number)
    stretches: list[Stretch] = []
    for x, y in samples.stretches(number, 0.0 if even else left):
        defined = ~np.isnan(y)
        if np.count_nonzero(defined) > 1:
            for stretch in _one_way(samples, number, x[defined], y[defined]):
                stretches = [*stretches[:-1], *_joined(stretches[-1], stretch)] if stretches else [stretch]
    if even and len(stretches) == 1 and stretches[0].direction == "stays":
        even, stretches = False, [replace(stretches[0], start=(left, stretches[0].start[1]))]
    return Course(line, left, right, even, tuple(stretches))


def meets(first: Stretch, second: Stretch) -> bool:
    """Return True if a line goes from one stretch to the next without a jump or a gap."""
    (x, y), (next_x, next_y) = first.end, second.start
    return x == next_x and math.isclose(y, next_y, rel_tol=CLOSE)


def _is_even(samples: Samples, number: int) -> bool:
    """Return True if the right half of the view mirrors the left one."""
    line, right = samples.lines[number], float(samples.breaks[-1])
    first, last = samples.y[number, samples.indices[[0, -1]]].tolist()
    if samples.breaks[0] != -right or not math.isclose(first, last):
        return False
    exactly = is_even(line.curve, line.quantity.order, right, odd=line.quantity.over_x)
    if exactly is not None:
        return exactly
    x = np.union1d(np.linspace(0.0, right, 68)[1:], np.setdiff1d(samples.x, samples.breaks))
    return np.allclose(line.at(-x), line.at(x), rtol=CLOSE, atol=0.0, equal_nan=True)


def _joined(first: Stretch, second: Stretch) -> list[Stretch]:
    """Join two neighbours if they go the same way and meet."""
    if first.direction != second.direction or not meets(first, second):
        return [first, second]
    bends = first.bends
    for bend, slope in second.bends:
        same = bool(bends) and bends[-1][0] == bend and not abs(bends[-1][1] - slope) > STEADY * abs(slope)
        bends = bends if same else (*bends, (bend, slope))
    return [replace(first, end=second.end, bends=bends)]


def _one_way(samples: Samples, number: int, x: Array, y: Array) -> Iterator[Stretch]:
    """Cut a stretch of line `number` without breaks where it turns."""
    noise = EQUAL * samples.scale(number, x)
    sizes = np.fmax(noise, EQUAL * np.abs(y))
    signs = np.sign(_steps(np.where(np.abs(y) <= noise, 0.0, y), np.fmin(sizes[:-1], sizes[1:])))
    moving = np.flatnonzero(signs)
    line = samples.lines[number]
    y[[0, -1]] = _without_rounding(samples, number, x[[0, -1]], y[[0, -1]])
    if not moving.size:
        yield Stretch(_DIRECTIONS[_way(line, x)], (float(x[0]), float(y[0])), (float(x[-1]), float(y[-1])))
        return
    turns = np.flatnonzero(signs[moving[1:]] != signs[moving[:-1]])
    before, after = moving[turns], moving[turns + 1]
    turning_x, turning_y = _turning_points(samples, number, x[before], x[after + 1], signs[before])
    xs, ys = [x[0], *turning_x, x[-1]], [y[0], *turning_y, y[-1]]
    points = list(zip(map(float, xs), map(float, ys), strict=True))
    for (start, end), sign in zip(pairwise(points), signs[[moving[0], *after]], strict=True):
        within = (x >= start[0]) & (x <= end[0])
        yield Stretch(_DIRECTIONS[int(sign)], start, end, tuple(_bends(line, x[within], y[within], int(sign))))


def _turning_points(samples: Samples, number: int, low: Array, high: Array, signs: Array) -> tuple[Array, Array]:
    """The highest (sign +1) or lowest point of a line in each bracket, at zero itself where that is as good."""
    line = samples.lines[number]
    x, y = extremes(line.at, low, high, signs)
    at_zero = line.at(np.zeros_like(x))
    best = (low < 0.0) & (high > 0.0) & (signs * at_zero >= signs * y)
    x, y = np.where(best, 0.0, x), np.where(best, at_zero, y)
    return x, _without_rounding(samples, number, x, y)


def _without_rounding(samples: Samples, number: int, x: Array, y: Array) -> Array:
    """The heights `y` at places `x` where a line turns or breaks, 0 where they are what rounding leaves of that.

    A double is only beside such a place, unless that is zero or an end of the view.
    """
    exact = (x == 0.0) | (x == samples.breaks[0]) | (x == samples.breaks[-1])
    return np.where(~exact & (np.abs(y) <= EQUAL * samples.scale(number, x)), 0.0, y)


def _way(line: Line, x: Array) -> int:
    """The sign of the slope of a line whose heights at `x` are equal as far as doubles can tell."""
    row = line.quantity
    sign = None if row.over_x else sign_inside(line.curve, row.order + 1, (float(x[0]), float(x[-1])))
    return sign or 0


def _steps(y: Array, noise: Array | float) -> Array:
    """The steps from each height to the next: 0 where that is noise or undefined."""
    steps = np.diff(y)
    return np.where(np.abs(steps) > noise, steps, 0.0)


def _bends(line: Line, x: Array, y: Array, way: int) -> Iterator[tuple[Bend, float]]:
    """Yield the bends of a stretch that goes one way: up (`way` +1) or down."""
    if len(x) < 4:
        return
    slopes, row = _chords(x, y), line.quantity
    signs = _curving(line, x) * way if row.order == 0 else _steepening(slopes)
    if not signs.size:
        # Doubles see no bend: only the formula can tell whether there is none.
        bend = None if row.over_x else sign_inside(line.curve, row.order + 2, (float(x[0]), float(x[-1])))
        if not bend and len(slopes):
            yield "linearly", float(np.median(slopes))
            return
        signs = np.array([bend * way] if bend else [])
    for sign in signs[np.append(True, np.diff(signs) != 0.0)] if signs.size else ():
        yield ("ever more steeply" if sign > 0.0 else "ever more slowly"), math.nan


def _curving(line: Line, x: Array) -> Array:
    """The signs of the curvature at `x`, without those where it is zero or nothing beside that of the neighbourhood."""
    curvature = line.curve.jet(x[1:-1]).curvature
    at = x[1:-1][np.isfinite(curvature)]
    curvature = curvature[np.isfinite(curvature)]
    sizes, near = np.abs(curvature), (x[-1] - x[0]) / 64.0
    beside = np.fmax(np.interp(at - near, at, sizes), np.interp(at + near, at, sizes)) if at.size else sizes
    return np.sign(curvature[sizes > CLOSE * beside])


def _chords(x: Array, y: Array) -> Array:
    """The sizes of the slopes of some 64 chords."""
    even = np.unique(np.searchsorted(x, np.linspace(x[0], x[-1], 65)))
    # Two points may be but a rounding apart.
    apart = np.append(True, np.diff(x[even]) > 1e-6 * (x[-1] - x[0]))
    finite = even[apart & np.isfinite(y[even])]
    slopes: Array = np.abs(np.diff(y[finite]) / np.diff(x[finite]))
    return slopes


def _steepening(slopes: Array) -> Array:
    """The signs of the changes of the slopes of chords, none if those are as good as equal."""
    steepest = float(np.max(slopes, initial=0.0))
    if len(slopes) < 3 or np.ptp(slopes) <= STEADY * steepest:
        return slopes[:0]
    signs: Array = np.sign(_steps(slopes, STEADY * steepest))
    # Each step may be too small to tell while all of them are not.
    whole: Array = np.sign(slopes[-1:] - slopes[0])
    return signs[signs != 0.0] if signs.any() else whole
