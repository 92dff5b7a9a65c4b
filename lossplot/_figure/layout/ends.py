"""Ends of curves in a frame of width and height 1, going right, and what tells them from each other there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from lossplot._formula.evaluate import Array

Point = tuple[float, float]
# What draws a curve: polylines of shape (n, 2), from left to right.
Lines = Sequence[Array]

# Curves that are nowhere further apart than this share of the frame's height look the same.
SAME = 1e-3
# Where curves end in one place, their order is the one that they have so much further left.
BEFORE = 0.1


@dataclass(frozen=True, slots=True)
class End:
    """The last point of a curve in the frame: on an edge, or inside where the curve stops."""

    lines: Lines
    point: Point

    @property
    def is_at_top(self) -> bool:
        x, y = self.point
        return x < 1.0 and y == 1.0

    @property
    def order(self) -> tuple[float, float]:
        """A key that sorts curves at the right edge from the lowest: the height there, then the height before."""
        x, y = self.point
        return round(y, 6), float(_heights(self.lines, np.array([x - BEFORE]))[0])


def find_end(lines: Lines) -> End | None:
    """The end of the curve of `lines`; None if it is never in the frame."""
    for line in reversed(lines):
        start, stop = line[:-1], line[1:]
        low, high = np.minimum(start[:, 1], stop[:, 1]), np.maximum(start[:, 1], stop[:, 1])
        inside = np.flatnonzero((high >= 0.0) & (low <= 1.0))
        if inside.size:
            (x, y), (next_x, next_y) = start[inside[-1]].tolist(), stop[inside[-1]].tolist()
            edge = min(max(next_y, 0.0), 1.0)
            return End(lines, (next_x if edge == next_y else x + (edge - y) / (next_y - y) * (next_x - x), edge))
    return None


def looks_same(first: Lines, second: Lines) -> bool:
    """Return True if two curves cannot be told apart anywhere in the frame."""
    x = np.unique(np.concatenate([line[:, 0] for line in (*first, *second)]))
    return bool(np.max(np.abs(_heights(first, x) - _heights(second, x))) <= SAME)


def _heights(lines: Lines, x: Array) -> Array:
    """The heights of a curve at `x`, and a little more or less than those of the frame where it is outside."""
    points = np.vstack(lines)
    return np.clip(np.interp(x, points[:, 0], points[:, 1]), -2.0 * SAME, 1.0 + 2.0 * SAME)


def crosses(start: Point, stop: Point, lines: Iterable[Array]) -> bool:
    """Return True if the segment from `start` to `stop` meets one of `lines` after its start."""
    along, across = np.subtract(stop, start), np.array([start[1] - stop[1], stop[0] - start[0]])
    for line in lines:
        side = (line - start) @ across
        here, there = side[:-1], side[1:]
        hit = (here * there <= 0.0) & (here != there)
        share = here[hit] / (here[hit] - there[hit])
        crossings = line[:-1][hit] + share[:, None] * (line[1:][hit] - line[:-1][hit])
        places = (crossings - start) @ along / (along @ along)
        if np.any((places > 1e-9) & (places <= 1.0)):
            return True
    return False
