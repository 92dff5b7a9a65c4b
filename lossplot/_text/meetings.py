"""Meetings of the lines of a panel: the points that they share, and the intervals on which they coincide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.identity import Span, ratio
from lossplot._curves.limits import CLOSE
from lossplot._curves.roots import extremes, sign_changes
from lossplot._formula.evaluate import Array
from lossplot._text.samples import POINTS, Samples

# Of more lines than this only the first is compared with each other one.
MANY = 12
# Heights that differ by less than this share of the two are equal: each has rounding of its own.
SAME = 1e-11
# Meetings that are nearer to each other than this share of the view are one.
NEAR = 1e-7
# Lines that are equal for more steps of the grid than this do not meet there: both have come close to a limit.
LONG = 6.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """Point that several lines share; `lines` are their numbers."""

    lines: frozenset[int]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """Interval on which several lines are the same, all at the height `value` if that is a number.

    `closed` is true of each end that belongs to the interval.
    """

    lines: frozenset[int]
    start: float
    end: float
    closed: tuple[bool, bool]
    value: float | None


# Two lines and a point; two lines, an interval in which something happens to them, and the sign of their gap at its low
# end.
_Point = tuple[int, int, float]
_Bracket = tuple[int, int, float, float, float]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Comparison of two lines, i and j, from one end of the view to the other.

    `gap` is the height of the one over the other and `signs` its signs: 0 where they are equal, NaN where
    one is undefined.  `elements` numbers the breaks (even) and the stretches between them (odd), and
    `equal` is true of those on which the two are the same throughout.
    """

    i: int
    j: int
    x: Array
    gap: Array
    signs: Array
    elements: NDArray[np.intp]
    equal: NDArray[np.bool_]


def find_meetings(samples: Samples) -> tuple[list[Meeting], list[Overlap]]:
    """Find the points and intervals that two lines or more share, in order; of very many lines, those of the first."""
    points: list[_Point] = []
    crossings: list[_Bracket] = []
    misses: list[_Bracket] = []
    overlaps: list[Overlap] = []
    count = len(samples.lines)
    for i, j in combinations(range(count), 2) if count <= MANY else ((0, other) for other in range(1, count)):
        pair = _compare(samples, i, j)
        overlaps += _overlaps(samples, pair)
        points += _equal_points(samples, pair)
        crossings += _crossings(pair)
        misses += _misses(pair)
    touching, more = _look_closer(samples, misses)
    crossings += more
    points += [*touching, *_cross(samples, crossings)]
    return _gathered(samples, points), _merged(overlaps)


def _compare(samples: Samples, i: int, j: int) -> _Pair:
    inside = slice(samples.indices[0], samples.indices[-1] + 1)
    a, b = samples.y[i, inside], samples.y[j, inside]
    gap = a - b
    same = np.isfinite(gap) & (np.abs(gap) <= SAME * (np.abs(a) + np.abs(b)))
    starts = np.repeat(samples.indices - samples.indices[0], 2)[:-1]
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
        ends = float(samples.breaks[low]), float(samples.breaks[high])
        if low < high and may_part[low] and may_part[high] and _are_one(samples, pair, ends):
            heights = samples.y[pair.i, samples.indices[low] + 1 : samples.indices[high]]
            yield Overlap(
                frozenset((pair.i, pair.j)),
                *ends,
                (first % 2 == 0, last % 2 == 0),
                float(heights[0]) if np.ptp(heights) == 0.0 else None,
            )


def _are_one(samples: Samples, pair: _Pair, span: Span) -> bool:
    """Return True if the formulas of the two lines are the same inside `span`, and not only their doubles."""
    first, second = samples.lines[pair.i], samples.lines[pair.j]
    return ratio(first.curve, second.curve, span, first.quantity.order) == 1


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
    """Brackets in which the gap changes its sign within a stretch."""
    clear = np.flatnonzero(pair.signs != 0.0)
    low, high = clear[:-1], clear[1:]
    crossed = (pair.elements[low] == pair.elements[high]) & (pair.signs[low] * pair.signs[high] < 0.0)
    for k in np.flatnonzero(crossed):
        yield pair.i, pair.j, float(pair.x[low[k]]), float(pair.x[high[k]]), float(pair.signs[low[k]])


def _misses(pair: _Pair) -> Iterator[_Bracket]:
    """Brackets in which the gap is least, and so small beside its changes that it may close between two points."""
    size = np.abs(pair.gap)
    before, here, after = size[:-2], size[1:-1], size[2:]
    one_side = np.abs(pair.signs[:-2] + pair.signs[1:-1] + pair.signs[2:]) == 3.0
    least = (here <= before) & (here <= after) & (2.0 * here <= np.maximum(before, after))
    within = pair.elements[:-2] == pair.elements[2:]
    for k in np.flatnonzero(one_side & least & within):
        yield pair.i, pair.j, float(pair.x[k]), float(pair.x[k + 2]), float(pair.signs[k])


def _lines_of(items: Sequence[_Point] | Sequence[_Bracket]) -> NDArray[np.intp]:
    """The numbers of the two lines of each of k items, of shape (2, k)."""
    return np.array([item[:2] for item in items], dtype=np.intp).reshape(-1, 2).T


def _for_each_line(lines: NDArray[np.intp], x: Array, function: Callable[[int, Array], Array]) -> Array:
    """Values of `function(number, x)` for both of the `lines` (2, k) at their points `x` (k, ...): (2, k, ...)."""
    points = np.array([x, x])
    values = np.empty(points.shape)
    for number in np.unique(lines):
        values[lines == number] = function(number, points[lines == number])
    return values


def _heights(samples: Samples, lines: NDArray[np.intp], x: Array) -> Array:
    return _for_each_line(lines, x, lambda number, points: samples.lines[number].at(points))


def _gap(samples: Samples, lines: NDArray[np.intp]) -> Callable[[Array], Array]:
    """The height of the first of each two lines over the second, as a function of points of shape (k, n)."""
    return lambda x: np.subtract(*_heights(samples, lines, x))


def _cross(samples: Samples, crossings: Sequence[_Bracket]) -> Iterator[_Point]:
    """The point in each bracket at which the gap changes its sign, by a chord once the gap is as good as straight."""
    lines = _lines_of(crossings)
    gap = _gap(samples, lines)

    def narrow(low: Array, high: Array) -> NDArray[np.bool_]:
        ends = np.column_stack([low, high])
        sizes = np.sum(np.abs(_heights(samples, lines, ends)), axis=0)
        straight: NDArray[np.bool_] = np.abs(np.subtract(*gap(ends).T)) <= CLOSE * np.min(sizes, axis=1)
        return straight | (high - low <= 2.0 * np.spacing(np.maximum(np.abs(low), np.abs(high))))

    def without_zeros(x: Array) -> Array:
        # The search goes on past an exact zero: the chord decides everywhere.
        gaps = gap(x)
        return np.where(gaps == 0.0, np.nan, gaps)

    low, high = sign_changes(without_zeros, [bracket[2:] for bracket in crossings], narrow)
    before, after = gap(np.column_stack([low, high])).T
    share = before / (before - after)
    x = low + np.where(np.isfinite(share), share, 0.5) * (high - low)
    yield from ((i, j, float(place)) for (i, j, *_), place in zip(crossings, x, strict=True))


def _look_closer(samples: Samples, misses: Sequence[_Bracket]) -> tuple[list[_Point], list[_Bracket]]:
    """Find among near misses the points at which two lines touch, and two brackets for each where they cross."""
    touching: list[_Point] = []
    crossing: list[_Bracket] = []
    if misses:
        lines, (low, high, signs) = _lines_of(misses), np.array([miss[2:] for miss in misses]).T
        xs, gaps = extremes(_gap(samples, lines), low, high, -signs)
        sizes = np.sum(np.abs(_heights(samples, lines, xs)), axis=0)
        for (i, j, start, end, sign), x, gap, size in zip(misses, xs.tolist(), signs * gaps, sizes, strict=True):
            if gap < -SAME * size:
                crossing += [(i, j, start, x, sign), (i, j, x, end, -sign)]
            elif gap <= CLOSE * size:
                touching.append((i, j, x))
    return touching, crossing


def _gathered(samples: Samples, points: Sequence[_Point]) -> list[Meeting]:
    """Gather the pairs of lines that share a point in one meeting.

    Beside an infinity lines may cross between two neighbouring doubles: they share no point that has a name.
    """
    meetings: list[Meeting] = []
    lines, x = _lines_of(points), np.array([point[2] for point in points])
    y, other = _heights(samples, lines, x)
    scale = np.max(_for_each_line(lines, x, samples.scale), axis=0)
    shared = np.isfinite(y) & (np.abs(y - other) <= CLOSE * (np.abs(y) + scale))
    y[np.abs(y) <= SAME * scale] = 0.0
    order = np.argsort(x, kind="stable")
    for k in order[shared[order]]:
        pair = frozenset(points[k][:2])
        for n, meeting in enumerate(meetings):
            beside = abs(meeting.x - x[k]) <= NEAR * samples.width
            if beside and abs(meeting.y - y[k]) <= NEAR * (abs(meeting.y) + scale[k]):
                meetings[n] = replace(meeting, lines=meeting.lines | pair)
                break
        else:
            meetings.append(Meeting(pair, float(x[k]), float(y[k])))
    return meetings


def _merged(overlaps: Iterable[Overlap]) -> list[Overlap]:
    """Merge the overlaps of pairs of lines that are the same on the same interval."""
    merged: list[Overlap] = []
    for overlap in overlaps:
        for n, other in enumerate(merged):
            if overlap.lines & other.lines and replace(overlap, lines=other.lines) == other:
                merged[n] = replace(other, lines=other.lines | overlap.lines)
                break
        else:
            merged.append(overlap)
    return sorted(merged, key=lambda overlap: (overlap.start, -len(overlap.lines), min(overlap.lines)))
