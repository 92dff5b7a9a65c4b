"""Lines in Braille: polylines -> dots -> characters.

A character is two dots wide and four high.  Places are counted in dots from the centre of the
upper left one, across and down.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array

ACROSS, DOWN = 2, 4
_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])
_BLANK = 0x2800
# A line longer than this many dots fills any terminal.
_LONGEST = 300_000.0
# The width of a line in a dash pattern, in dots.
DASH_UNIT = 2.0

Dots = NDArray[np.bool_]


def stroke(dots: Dots, points: Array, dash: Sequence[float] = ()) -> None:
    """Set those of `dots`, shape (down, across), that the polyline `points` of shape (n, 2) passes through.

    `dash` is a pattern as matplotlib has it, on and off in line widths; it is followed dot by dot.
    """
    places = _trail(points)
    if dash:
        lengths = np.rint(DASH_UNIT * np.array(dash)).astype(int)
        pattern = np.repeat(np.arange(len(dash)) % 2 == 0, lengths)
        places = places[pattern[np.arange(len(places)) % len(pattern)]]
    across, down = places.T
    inside = (across >= 0) & (across < dots.shape[1]) & (down >= 0) & (down < dots.shape[0])
    dots[down[inside], across[inside]] = True


def _trail(points: Array) -> NDArray[np.int_]:
    """Return the dots on a polyline, in order, shape (n, 2): each is next to the last or diagonal to it."""
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(points, axis=0).T)))
    fine = np.linspace(0.0, along[-1], 2 + int(3.0 * min(along[-1], _LONGEST)))
    places = np.column_stack([np.rint(np.interp(fine, along, part)) for part in points.T]).astype(int)
    places = places[np.append(True, np.any(np.diff(places, axis=0), axis=1))]
    thin: NDArray[np.int_] = places[~_corners(places)]
    return thin


def _corners(places: NDArray[np.int_]) -> Dots:
    """Mark every second corner of a stair of dots, which a thin line leaves out."""
    corner = np.zeros(len(places), dtype=bool)
    corner[1:-1] = np.abs(places[2:] - places[:-2]).max(axis=1, initial=0) == 1
    index = np.arange(len(places))
    before = np.maximum.accumulate(np.where(corner, 0, index))
    second: Dots = (index - before) % 2 == 1
    return corner & second


def characters(dots: Dots) -> list[str]:
    """Return the lines of Braille that `dots` make, a space where there are none."""
    cells = blocks(dots)
    codes = _BLANK + np.einsum("rdca,da->rc", cells, _BITS)
    return ["".join(" " if code == _BLANK else chr(code) for code in row) for row in codes.tolist()]


def blocks(dots: Dots) -> Dots:
    """Reshape `dots` from (..., down, across) to cells: (..., row, dot down, column, dot across)."""
    *front, down, across = dots.shape
    return dots.reshape(*front, down // DOWN, DOWN, across // ACROSS, ACROSS)
