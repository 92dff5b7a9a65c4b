"""Places of the numbers of marked points: beside these, clear of lines and of other words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.ink import covered
from lossplot.formula.evaluate import Array

# Where to try, in multiples of the number's size from the point: right and above first, then round, then farther.
_NEAR = ((1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1))
_SHIFTS = [(dx, dy, reach) for reach in (0.55, 1.1, 1.8) for dx, dy in _NEAR]
# How many points of ink a number may rather cover than be nearer to another point, or than cover another word.
MISREAD, HIDDEN = 25, 1000

# That of digits, in multiples of their size.
HEIGHT = 0.8

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A panel with what is in it: the middle of lines (shape (n, 2), inches) of so many points, and words' boxes."""

    panel: Box
    ink: Array
    line: float
    words: tuple[Box, ...] = ()


def place_numbers(
    points: Sequence[Point], widths: Sequence[float], size: float, surroundings: Surroundings
) -> list[Box]:
    """For each of `points` (inches) a box of its width for a number of `size` points, in the panel.

    It is the first box that covers neither ink nor another word and is nearest to its own point; if there is none,
    the one with the least of that.
    """
    around, boxes = surroundings, []
    for point, width in zip(points, widths, strict=True):
        tries = [_box(point, width, size * POINT, shift) for shift in _SHIFTS]
        inside = [box for box in tries if _is_within(box, around.panel)] or tries
        strangers = [other for other in points if other != point]
        boxes.append(min(inside, key=partial(_cost, point=point, strangers=strangers, around=around)))
        around = replace(around, words=(*around.words, boxes[-1]))
    return boxes


def _box(point: Point, width: float, em: float, shift: tuple[int, int, float]) -> Box:
    dx, dy, reach = shift
    x = point[0] + dx * (reach * em + width / 2)
    y = point[1] + dy * (reach + 0.5) * em
    return Box(x - width / 2, y - 0.5 * HEIGHT * em, x + width / 2, y + 0.5 * HEIGHT * em)


def _is_within(box: Box, panel: Box) -> bool:
    return panel.left <= box.left and box.right <= panel.right and panel.bottom <= box.bottom and box.top <= panel.top


def _cost(box: Box, point: Point, strangers: Sequence[Point], around: Surroundings) -> int:
    near, half = _gap(box, point), 0.5 * around.line * POINT
    misread = sum(_gap(box, other) < near for other in strangers)
    grown = Box(box.left - half, box.bottom - half, box.right + half, box.top + half)
    hidden = sum(_overlap(box, word) for word in around.words)
    return covered(grown, around.ink) + MISREAD * misread + HIDDEN * hidden


def _gap(box: Box, point: Point) -> float:
    x, y = point
    return math.hypot(max(box.left - x, 0.0, x - box.right), max(box.bottom - y, 0.0, y - box.top))


def _overlap(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.bottom < b.top and b.bottom < a.top
