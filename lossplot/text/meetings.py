"""Where the lines of a panel meet, and where they coincide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from lossplot.formula.evaluate import Array
from lossplot.text.samples import POINTS, Samples

# Of more lines than this only the first is compared with each other one.
MANY = 12
# What differs by less than this share of the two heights is equal.
EQUAL = 1e-11
# So close, as a share, lines touch; so near, of the view, are two meetings one.
TOUCH = 1e-9
NEAR = 1e-7
# Lines that are equal for more steps of the grid than this do not meet there: both have come close to a limit.
LONG = 6.0
# Lines whose gap moves by less than this share of their heights are as good as straight.
STRAIGHT = 1e-9
# A bracket is cut in 32, and so again, at most so many times; beside an infinity a crossing may be at 1e-300.
_SHARES = np.linspace(0.0, 1.0, 33)
_ROUNDS = 3
_MOST_ROUNDS = 220


@dataclass(frozen=True, slots=True)
class Meeting:
    """A point that several lines share; `lines` are their numbers."""

    lines: frozenset[int]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """Where several lines are the same, all at the height `value` if that is a number.

    `closed` tells of each end whether it belongs to the interval.
    """

    lines: frozenset[int]
    start: float
    end: float
    closed: tuple[bool, bool]
    value: float | None


# Two lines and a point; two lines and an interval in which something happens to them.
_Point = tuple[int, int, float]
_Bracket = tuple[int, int, float, float]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines, i and j, from one end of the view to the other.

    `gap` is the height of the one over the other and `signs` its signs: 0 where they are equal, NaN where
    one is undefined.  `elements` numbers the breaks (even) and the stretches between them (odd), and
    `equal` tells on which of them the two are the same throughout.
    """

    i: int
    j: int
    x: Array
    gap: Array
    signs: Array
    elements: NDArray[np.intp]
    equal: NDArray[np.bool_]


def find_meetings(samples: Samples) -> tuple[list[Meeting], list[Overlap]]:
    """The points and the intervals that two lines or more share, in order; of very many lines, those of the first."""
    points: list[_Point] = []
    crossings: list[_Bracket] = []
    misses: list[_Bracket] = []
    overlaps: list[Overlap] = []
    for i, j in _pairs(len(samples.lines)):
        pair = _compare(samples, i, j)
        overlaps += _overlaps(samples, pair)
        points += _equal_points(samples, pair)
        crossings += _crossings(pair)
        misses += _misses(pair)
    touching, more = _look_closer(samples, misses)
    return _gathered(samples, [*points, *touching, *_cross(samples, [*crossings, *more])]), _merged(overlaps)


def _pairs(count: int) -> Iterable[tuple[int, int]]:
    return combinations(range(count), 2) if count <= MANY else ((0, other) for other in range(1, count))


def _compare(samples: Samples, i: int, j: int) -> _Pair:
    inside = slice(samples.places[0], samples.places[-1] + 1)
    a, b = samples.y[i, inside], samples.y[j, inside]
    gap = a - b
    same = np.isfinite(gap) & (np.abs(gap) <= EQUAL * (np.abs(a) + np.abs(b)))
    starts = np.repeat(samples.places - samples.places[0], 2)[:-1]
    starts[1::2] += 1
    elements = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(gap)))
    equal = np.logical_and.reduceat(same, starts)
    return _Pair(i, j, samples.x[inside], gap, np.where(same, 0.0, np.sign(gap)), elements, equal)


def _runs(true: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """The first and last index of each run of what is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], true, [False]]))).tolist()
    yield from zip(edges[::2], (edge - 1 for edge in edges[1::2]), strict=True)


def _overlaps(samples: Samples, pair: _Pair) -> Iterator[Overlap]:
    """Runs of equal stretches that end where a line changes: analytic lines part nowhere else, they only come close."""
    may_part = samples.own[pair.i] | samples.own[pair.j]
    for first, last in _runs(pair.equal):
        low, high = first // 2, (last + 1) // 2
        if low < high and may_part[low] and may_part[high]:
            heights = samples.y[pair.i, samples.places[low] + 1 : samples.places[high]]
            yield Overlap(
                frozenset((pair.i, pair.j)),
                float(samples.breaks[low]),
                float(samples.breaks[high]),
                (first % 2 == 0, last % 2 == 0),
                float(heights[0]) if np.ptp(heights) == 0.0 else None,
            )


def _equal_points(samples: Samples, pair: _Pair) -> Iterator[_Point]:
    """The single points of the samples at which the two are equal: breaks, and places where they touch."""
    for first, last in _runs(pair.signs == 0.0):
        low, high = max(first - 1, 0), min(last + 1, len(pair.x) - 1)
        elements = pair.elements[first], pair.elements[last]
        long = pair.x[high] - pair.x[low] > LONG * samples.width / POINTS
        if long or pair.equal[elements[0] : elements[1] + 1][1 - elements[0] % 2 :: 2].any():
            continue
        middle = (elements[0] + 1) // 2
        if 2 * middle <= elements[1]:
            yield pair.i, pair.j, float(samples.breaks[middle])
        elif pair.elements[low] == pair.elements[high] and pair.signs[low] == pair.signs[high]:
            yield pair.i, pair.j, float(pair.x[first + np.argmin(np.abs(pair.gap[first : last + 1]))])


def _crossings(pair: _Pair) -> Iterator[_Bracket]:
    """Where the gap changes its sign within a stretch."""
    telling = np.flatnonzero(pair.signs != 0.0)
    low, high = telling[:-1], telling[1:]
    crossed = (pair.elements[low] == pair.elements[high]) & (pair.signs[low] * pair.signs[high] < 0.0)
    for k in np.flatnonzero(crossed):
        yield pair.i, pair.j, float(pair.x[low[k]]), float(pair.x[high[k]])


def _misses(pair: _Pair) -> Iterator[_Bracket]:
    """Where the gap is least, and so small beside how it changes there that it may close between two points."""
    size = np.abs(pair.gap)
    before, here, after = size[:-2], size[1:-1], size[2:]
    one_side = np.abs(pair.signs[:-2] + pair.signs[1:-1] + pair.signs[2:]) == 3.0
    least = (here <= before) & (here <= after) & (2.0 * here <= np.maximum(before, after))
    within = pair.elements[:-2] == pair.elements[2:]
    for k in np.flatnonzero(one_side & least & within):
        yield pair.i, pair.j, float(pair.x[k]), float(pair.x[k + 2])


@dataclass(frozen=True, slots=True)
class _Zoom:
    """Points of two lines for each row: their numbers `i` and `j`, and 33 places `x` from end to end of a bracket."""

    i: NDArray[np.intp]
    j: NDArray[np.intp]
    x: Array

    def gaps(self, samples: Samples) -> tuple[Array, Array]:
        """The height of the one line over the other, and the sum of their sizes."""
        gap, size = np.zeros(self.x.shape), np.zeros(self.x.shape)
        for number in np.unique([self.i, self.j]):
            rows = (self.i == number) | (self.j == number)
            heights = samples.lines[number].at(self.x[rows])
            gap[rows] += np.where(self.i[rows] == number, 1.0, -1.0)[:, None] * heights
            size[rows] += np.abs(heights)
        return gap, size

    def between(self, low: NDArray[np.intp], high: NDArray[np.intp]) -> _Zoom:
        """The same rows, from place `low` of each to place `high`."""
        rows = np.arange(len(self.i))
        return _zoom(self.i, self.j, self.x[rows, low], self.x[rows, high])


def _zoom(i: NDArray[np.intp], j: NDArray[np.intp], low: Array, high: Array) -> _Zoom:
    return _Zoom(i, j, low[:, None] + (high - low)[:, None] * _SHARES)


def _opened(brackets: Sequence[_Bracket]) -> _Zoom:
    i, j, low, high = (np.array(part) for part in zip(*brackets, strict=True))
    return _zoom(i, j, low, high)


def _cross(samples: Samples, brackets: Sequence[_Bracket]) -> Iterator[_Point]:
    """The point in each bracket at which the gap changes its sign."""
    if not brackets:
        return
    zoom = _opened(brackets)
    for _ in range(_MOST_ROUNDS):
        gap, size = zoom.gaps(samples)
        after = np.maximum(np.argmax(np.sign(gap) != np.sign(gap[:, :1]), axis=1), 1)
        zoom = zoom.between(after - 1, after)
        (before_it, after_it), sizes = (_at(part, after - 1, after) for part in (gap, size))
        low, high = zoom.x[:, 0], zoom.x[:, -1]
        straight = np.abs(before_it - after_it) <= STRAIGHT * np.min(sizes, axis=0)
        if np.all(straight | (high - low <= 2.0 * np.spacing(np.maximum(np.abs(low), np.abs(high))))):
            break
    share = before_it / (before_it - after_it)
    found = low + np.where(np.isfinite(share), share, 0.5) * (high - low)
    yield from zip(zoom.i.tolist(), zoom.j.tolist(), found.tolist(), strict=True)


def _at(values: Array, *places: NDArray[np.intp]) -> Array:
    """The value of each row at its own place, for each of `places`."""
    return np.array([np.take_along_axis(values, place[:, None], 1)[:, 0] for place in places])


def _look_closer(samples: Samples, misses: Sequence[_Bracket]) -> tuple[list[_Point], list[_Bracket]]:
    """Of near misses, the points at which two lines touch, and brackets where they do cross, twice."""
    touching: list[_Point] = []
    crossing: list[_Bracket] = []
    if misses:
        zoom = _opened(misses)
        side = np.sign(zoom.gaps(samples)[0][:, :1])
        for _ in range(_ROUNDS):
            gap, size = zoom.gaps(samples)
            least = np.clip(np.argmin(side * gap, axis=1), 1, len(_SHARES) - 2)
            [xs], [gaps], [sizes] = (_at(part, least) for part in (zoom.x, side * gap, size))
            zoom = zoom.between(least - 1, least + 1)
        for (i, j, low, high), x, gap_there, size_there in zip(misses, xs.tolist(), gaps, sizes, strict=True):
            if gap_there < -EQUAL * size_there:
                crossing += [(i, j, low, x), (i, j, x, high)]
            elif gap_there <= TOUCH * size_there:
                touching.append((i, j, x))
    return touching, crossing


def _gathered(samples: Samples, points: Sequence[_Point]) -> list[Meeting]:
    """One meeting for all the pairs of lines that share a point.

    Beside an infinity lines may cross between two neighbouring doubles: they share no point that has a name.
    """
    found: list[Meeting] = []
    if points:
        i, j, x = (np.array(part) for part in zip(*points, strict=True))
        heights, scales = np.empty((2, 2, len(points)))
        for number in np.unique([i, j]):
            mine = np.array([i, j]) == number
            heights = np.where(mine, samples.lines[number].at(x), heights)
            scales = np.where(mine, samples.scale(number, x), scales)
        (y, other), scale = heights, np.max(scales, axis=0)
        shared = np.isfinite(y) & (np.abs(y - other) <= TOUCH * (np.abs(y) + scale))
        y[np.abs(y) <= EQUAL * scale] = 0.0
        order = np.argsort(x, kind="stable")
        for k in order[shared[order]]:
            pair = frozenset(points[k][:2])
            for n, meeting in enumerate(found):
                beside = abs(meeting.x - x[k]) <= NEAR * samples.width
                if beside and abs(meeting.y - y[k]) <= NEAR * (abs(meeting.y) + scale[k]):
                    found[n] = replace(meeting, lines=meeting.lines | pair)
                    break
            else:
                found.append(Meeting(pair, float(x[k]), float(y[k])))
    return found


def _merged(overlaps: Iterable[Overlap]) -> list[Overlap]:
    """One overlap for all the pairs of lines that are the same on the same interval."""
    found: list[Overlap] = []
    for overlap in overlaps:
        for n, other in enumerate(found):
            if overlap.lines & other.lines and replace(overlap, lines=other.lines) == other:
                found[n] = replace(other, lines=other.lines | overlap.lines)
                break
        else:
            found.append(overlap)
    return sorted(found, key=lambda overlap: (overlap.start, -len(overlap.lines), min(overlap.lines)))
