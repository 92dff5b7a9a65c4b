"""Lines of equal height in a field on a grid, and the polygons around what is higher."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from contourpy import contour_generator

from lossplot._formula.evaluate import Array

# So much lower than a field's lowest value is what lies around it, and as high as this is what is infinite.
_BELOW, _MOST = 1e9, 1e300
_TINY = 1e-300


def level_lines(x: Array, y: Array, field: Array, level: float) -> list[Array]:
    """Return the polylines, each of shape (n, 2), along which `field`, shape (rows, columns), is `level`.

    What is higher lies at their left.  A line that is closed ends where it begins.
    """
    heights = np.nan_to_num(field, posinf=_MOST, neginf=-_MOST)
    return [*contour_generator(x, y, heights, name="serial", line_type="Separate").lines(level)]


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
    first = fields.argmax(axis=0)
    second, most = np.partition(fields, -2, axis=0)[-2:]
    found: list[tuple[int, Array]] = []
    for number in np.unique(first).tolist():
        lead = fields[number] - np.where(first == number, second, most)
        # Of several equal ones, the first is decided for.
        lead[(lead == 0.0) & (first == number)] = _TINY
        found += [(number, points) for points in areas_above(x, y, lead)]
    yield from sorted(found, key=lambda each: -signed_area(each[1]))


def signed_area(points: Array) -> float:
    """Return the area of a polygon, negative if it goes clockwise."""
    x, y = (points - points[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2.0
