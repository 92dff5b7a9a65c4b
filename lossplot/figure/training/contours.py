"""Lines of equal height in a field on a grid, and the polygons around what is higher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from lossplot.formula.evaluate import Array

# The edges of a cell: bottom, right, top, left.
_B, _R, _T, _L = range(4)
# By which corners of a cell are high (bottom left 1, bottom right 2, top right 4, top left 8): from which edge the line
# comes and to which it goes, with what is high at its left.  Of the two cells with opposite corners high, these are
# for a low middle.
_WAYS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((_B, _L),),
    2: ((_R, _B),),
    3: ((_R, _L),),
    4: ((_T, _R),),
    5: ((_B, _L), (_T, _R)),
    6: ((_T, _B),),
    7: ((_T, _L),),
    8: ((_L, _T),),
    9: ((_B, _T),),
    10: ((_R, _B), (_L, _T)),
    11: ((_R, _T),),
    12: ((_L, _R),),
    13: ((_B, _R),),
    14: ((_L, _B),),
}
_HIGH_MIDDLE = {5: ((_B, _R), (_T, _L)), 10: ((_L, _B), (_R, _T))}
# So much lower than a field's lowest value is what lies around it.
_BELOW = 1e9


def level_lines(x: Array, y: Array, field: Array, level: float) -> list[Array]:
    """Return the polylines, each of shape (n, 2), along which `field`, shape (rows, columns), is `level`.

    What is higher lies at their left.  A line that is closed ends where it begins.
    """
    heights = np.nan_to_num(field - level, posinf=1e300, neginf=-1e300)
    heights[heights == 0.0] = np.finfo(float).tiny
    following = dict(_steps(heights, len(x)))
    starts = [edge for edge in following if edge not in set(following.values())]
    return [_points(chain, x, y, heights) for chain in _chains(following, starts)]


def areas_above(x: Array, y: Array, field: Array) -> list[Array]:
    """Return the polygons around each part of the grid in which `field` is above 0, without their holes."""
    scale = _BELOW * max(float(np.nanmax(np.abs(field))), 1e-300)
    around = np.pad(np.nan_to_num(field), 1, constant_values=-scale)
    wide_x, wide_y = (np.concatenate([axis[:1] - 1.0, axis, axis[-1:] + 1.0]) for axis in (x, y))
    return [points for points in level_lines(wide_x, wide_y, around, 0.0) if signed_area(points) > 0.0]


def regions_of(x: Array, y: Array, field: Array) -> Iterator[tuple[int, Array]]:
    """Yield the number of a class and a polygon that it has, to be painted one over the other.

    `field` is as in `Regions`.
    """
    fields = np.stack([-field, field]) if field.ndim == 2 else field
    found: list[tuple[int, Array]] = []
    for number, own in enumerate(fields):
        others = np.delete(fields, number, axis=0).max(axis=0)
        lead = own - others
        found += [(number, points) for points in areas_above(x, y, lead)]
    yield from sorted(found, key=lambda each: -signed_area(each[1]))


def signed_area(points: Array) -> float:
    """Return the area of a polygon, negative if it goes clockwise."""
    x, y = (points - points[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2.0


def _steps(heights: Array, columns: int) -> Iterator[tuple[int, int]]:
    """Yield the edge at which a line enters a cell and that at which it leaves it, for each cell that has one.

    The edge below corner (row, column) of the grid has twice its number, and the one at its left one more.
    """
    high = heights > 0.0
    cells = high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, 1:] + 8 * high[1:, :-1]
    rows, places = np.nonzero((cells > 0) & (cells < 15))
    for row, column, cell in zip(rows.tolist(), places.tolist(), cells[rows, places].tolist(), strict=True):
        corner = row * columns + column
        edges = (2 * corner, 2 * (corner + 1) + 1, 2 * (corner + columns), 2 * corner + 1)
        is_high = cell in _HIGH_MIDDLE and heights[row : row + 2, column : column + 2].mean() > 0.0
        for start, end in _HIGH_MIDDLE[cell] if is_high else _WAYS[cell]:
            yield edges[start], edges[end]


def _chains(following: dict[int, int], starts: Sequence[int]) -> Iterator[list[int]]:
    """Yield the edges along each line: first those of lines that begin at `starts`, then those that are closed."""
    left = dict(following)
    for first in (*starts, *following):
        if first not in left:
            continue
        chain = [first]
        while chain[-1] in left:
            chain.append(left.pop(chain[-1]))
        yield chain


def _points(chain: Sequence[int], x: Array, y: Array, heights: Array) -> Array:
    """Return where the edges of `chain` have the height 0, shape (n, 2)."""
    edges = np.array(chain)
    rows, columns = np.divmod(edges // 2, len(x))
    is_upright = edges % 2 == 1
    next_rows, next_columns = rows + is_upright, columns + ~is_upright
    first, last = heights[rows, columns], heights[next_rows, next_columns]
    share = first / (first - last)
    return np.column_stack(
        [
            x[columns] + share * (x[next_columns] - x[columns]),
            y[rows] + share * (y[next_rows] - y[rows]),
        ]
    )
