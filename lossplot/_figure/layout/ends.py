"""Ends of curves in a frame of width and height 1, going right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lossplot._formula.evaluate import Array

Point = tuple[float, float]


def find_end(lines: Sequence[Array]) -> Point | None:
    """Return the last point of a curve in the frame, on an edge or where the curve stops; None if it is never in it.

    The curve is drawn by polylines of shape (n, 2), from left to right.
    """
    for line in reversed(lines):
        start, stop = line[:-1], line[1:]
        low, high = np.minimum(start[:, 1], stop[:, 1]), np.maximum(start[:, 1], stop[:, 1])
        inside = np.flatnonzero((high >= 0.0) & (low <= 1.0))
        if inside.size:
            (x, y), (next_x, next_y) = start[inside[-1]].tolist(), stop[inside[-1]].tolist()
            edge = min(max(next_y, 0.0), 1.0)
            return (next_x if edge == next_y else x + (edge - y) / (next_y - y) * (next_x - x)), edge
    return None
