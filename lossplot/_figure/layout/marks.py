"""Places of the words of marked points: beside these, clear of lines and of other words, else off with a leader."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.ink import covered
from lossplot._formula.evaluate import Array

# Where to try, in multiples of the words' size from the point: right and above first, then round, then farther.
_NEAR = ((1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1))
_BETWEEN = ((0.5, 1), (-0.5, 1), (0.5, -1), (-0.5, -1), (1, 0.5), (-1, 0.5), (1, -0.5), (-1, -0.5))
_REACHES, _FAR = (0.55, 1.1), (1.8, 2.6, 3.6, 4.8, 6.2)
# How many points of ink words may rather cover than be nearer to another point, or than cover other words.
MISREAD, HIDDEN = 25.0, 1000.0
# What a leader counts as by itself, for each inch, and through other words.
LED, LONG, PIERCED = 0.3, 0.2, 30.0
# The height of digits and what words keep from their leaders in multiples of their size, and what from other words in
# multiples of their height.
HEIGHT, GAP, APART = 0.8, 0.15, 0.2

Point = tuple[float, float]
# How many points of ink words in a box cover.
Inked = Callable[[Box], int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A panel with what is in it: the middle of lines (shape (n, 2), inches) of so many points, words and dots."""

    panel: Box
    ink: Array
    line: float
    words: tuple[Box, ...] = ()
    dots: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The box of the words of a marked point, and the line that leads there where they are not beside the point."""

    box: Box
    leader: tuple[Point, Point] | None = None


def place_numbers(
    points: Sequence[Point], widths: Sequence[float], size: float, surroundings: Surroundings
) -> list[Place]:
    """Find for each of `points` (inches) the place of its words, so wide and of `size` points, in the panel.

    It is the nearest that covers neither ink nor other words; if there is none, the one with the least of that.
    """
    em, panel = size * POINT, surroundings.panel
    tries = [_tries(point, width, em, panel) for point, width in zip(points, widths, strict=True)]
    inked, nothing_else = _inked(surroundings), replace(surroundings, ink=np.empty((0, 2)))
    clear = [
        [each for each in some if _cost(each, points, at, nothing_else, inked) < 1.0] for at, some in enumerate(tries)
    ]
    beside = [sum(not each.leader for each in some) or math.inf for some in clear]
    orders = [sorted(range(len(points)), key=key) for key in (beside.__getitem__, lambda at: len(clear[at]))]
    plans = [_choose(tries, points, order, nothing_else, inked) for order in orders]
    return min(plans, key=lambda plan: plan[0])[1]


def _inked(surroundings: Surroundings) -> Inked:
    """Return what counts the ink of lines in a box, once for each place that is tried again and again."""
    half = 0.5 * surroundings.line * POINT
    return cache(lambda box: covered(_grown(box, half), surroundings.ink))


def _choose(
    tries: Sequence[Sequence[Place]],
    points: Sequence[Point],
    order: Sequence[int],
    surroundings: Surroundings,
    inked: Inked,
) -> tuple[float, list[Place]]:
    """Choose a place for each point in this `order`, and then each again, given the others; and what all cost."""
    places: dict[int, Place] = {}
    costs: dict[int, float] = {}
    for at in (*order, *order):
        around = _with_words(surroundings, [place for number, place in places.items() if number != at])
        costs[at], _, places[at] = min(
            (_cost(each, points, at, around, inked), number, each) for number, each in enumerate(tries[at])
        )
    return sum(costs.values()), [places[at] for at in range(len(points))]


def _with_words(around: Surroundings, places: Sequence[Place]) -> Surroundings:
    """The surroundings with the words and the leaders at `places` in them."""
    words = (*around.words, *(_grown(place.box, APART * place.box.height) for place in places))
    return replace(around, words=words, ink=np.vstack([around.ink, *(_along(p.leader) for p in places if p.leader)]))


def _tries(point: Point, width: float, em: float, panel: Box) -> list[Place]:
    """Places around `point`, the nearest first: those in the panel, or all of them moved into it."""
    near = [Place(_box(point, width, em, (*way, reach))) for reach in _REACHES for way in _NEAR]
    far = [_box(point, width, em, (*way, reach)) for reach in _FAR for way in (*_NEAR, *_BETWEEN)]
    tries = [*near, *(Place(box, _leader(point, box, em)) for box in far)]
    within = [place for place in tries if _is_within(place.box, panel)]
    return within or [Place(_moved(place.box, panel)) for place in tries]


def _box(point: Point, width: float, em: float, shift: tuple[float, float, float]) -> Box:
    dx, dy, reach = shift
    x = point[0] + dx * (reach * em + width / 2)
    y = point[1] + dy * (reach + 0.5) * em
    return Box(x - width / 2, y - 0.5 * HEIGHT * em, x + width / 2, y + 0.5 * HEIGHT * em)


def _leader(point: Point, box: Box, em: float) -> tuple[Point, Point]:
    """The line from `point` to the nearest point of `box`, which it does not touch."""
    around = _grown(box, GAP * em)
    return point, (min(max(point[0], around.left), around.right), min(max(point[1], around.bottom), around.top))


def _is_within(box: Box, panel: Box) -> bool:
    return panel.left <= box.left and box.right <= panel.right and panel.bottom <= box.bottom and box.top <= panel.top


def _moved(box: Box, panel: Box) -> Box:
    """The box, moved into `panel`, at the left or the bottom of it if it is larger."""
    across = max(min(0.0, panel.right - box.right), panel.left - box.left)
    up = max(min(0.0, panel.top - box.top), panel.bottom - box.bottom)
    return Box(box.left + across, box.bottom + up, box.right + across, box.top + up)


def _cost(place: Place, points: Sequence[Point], at: int, around: Surroundings, inked: Inked) -> float:
    """Return the cost of `place` for the words of point number `at`; less than 1 if they are clear of everything.

    The lines that are `inked` are not among what is `around`.
    """
    box, half = place.box, 0.5 * around.line * POINT
    hidden = sum(_overlap(box, word) for word in (*around.words, *around.dots))
    cost = inked(box) + covered(_grown(box, half), around.ink) + HIDDEN * hidden
    near = _gap(box, points[at])
    if not place.leader:
        return cost + MISREAD * sum(_gap(box, other) < near for other in points if other != points[at])
    line = _along(place.leader)
    strange = [dot for dot in around.dots if _gap(dot, points[at]) > 0.0]
    pierced = sum(covered(each, line) > 0 for each in (*around.words, *strange))
    return cost + PIERCED * pierced + LED + LONG * near


def _gap(box: Box, point: Point) -> float:
    x, y = point
    return math.hypot(max(box.left - x, 0.0, x - box.right), max(box.bottom - y, 0.0, y - box.top))


def _grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.bottom - by, box.right + by, box.top + by)


def _along(line: tuple[Point, Point]) -> Array:
    """Points close together on a line, shape (n, 2)."""
    return np.linspace(*line, 25)


def _overlap(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.bottom < b.top and b.bottom < a.top
