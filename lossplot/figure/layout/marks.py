"""Where the number of a marked point stands: beside it, clear of lines and of other words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.ink import covered
from lossplot.formula.evaluate import Array

# Where to try, in multiples of the number's size from the point: right and above first, then round, then farther.
_NEAR = ((1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1))
_REACHES = (0.55, 1.1, 1.8)
# How many points of ink a number may rather cover than be nearer to another point, or than cover another word.
MISREAD, HIDDEN = 25, 1000

# That of digits, in multiples of their size.
HEIGHT = 0.8

Point = tuple[float, float]


def beside(
    points: Sequence[Point],
    widths: Sequence[float],
    size: float,
    panel: Box,
    ink: Array,
    line: float,
    taken: Sequence[Box],
) -> list[Box]:
    """For each of `points` (inches) a box of its width for a number of `size` points, in `panel`.

    `ink` is the middle of lines that are `line` points wide.  The box is the first place that covers neither ink
    nor another word and is nearest to its own point; if there is none, the one with the least of that.
    """
    words = [*taken]
    for point, width in zip(points, widths, strict=True):
        places = [_place(point, width, size, dx, dy, reach) for reach in _REACHES for dx, dy in _NEAR]
        inside = [place for place in places if _within(place, panel)] or places
        strangers = [other for other in points if other != point]
        words.append(min(inside, key=lambda place: _cost(place, point, strangers, ink, line, words)))
    return words[len(taken) :]


def _place(point: Point, width: float, size: float, dx: int, dy: int, reach: float) -> Box:
    em = size * POINT
    x = point[0] + dx * (reach * em + width / 2)
    y = point[1] + dy * (reach + 0.5) * em
    return Box(x - width / 2, y - 0.5 * HEIGHT * em, x + width / 2, y + 0.5 * HEIGHT * em)


def _within(box: Box, panel: Box) -> bool:
    return panel.left <= box.left and box.right <= panel.right and panel.bottom <= box.bottom and box.top <= panel.top


def _cost(box: Box, point: Point, strangers: Sequence[Point], ink: Array, line: float, words: Sequence[Box]) -> int:
    near, half = _gap(box, point), 0.5 * line * POINT
    misread = sum(_gap(box, other) < near for other in strangers)
    grown = Box(box.left - half, box.bottom - half, box.right + half, box.top + half)
    return covered(grown, ink) + MISREAD * misread + HIDDEN * sum(_overlap(box, other) for other in words)


def _gap(box: Box, point: Point) -> float:
    x, y = point
    return math.hypot(max(box.left - x, 0.0, x - box.right), max(box.bottom - y, 0.0, y - box.top))


def _overlap(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.bottom < b.top and b.bottom < a.top
