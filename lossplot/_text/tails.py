"""Tails of a line: how it goes on beyond the view, computed from its heights far out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lossplot._curves.limits import limits
from lossplot._formula.evaluate import Array
from lossplot._text.course import Course

TailKind = Literal["stays", "reaches", "tends", "power", "logarithmic", "exponential", "unbounded"]

# Distances, of which no formula has a multiple of its period.
_DISTANCES = 1.0837 * 2.0 ** np.arange(41.0)
_SHARES = np.linspace(0.1, 1.0, 10)
# An exponent of growth that moves by less than this between the last distances is settled.
SETTLED = 1e-6


@dataclass(frozen=True, slots=True)
class Tail:
    """Continuation of a line: `value` is its limit, or the exponent of a power; `sign` is -1 if it falls for ever."""

    kind: TailKind
    value: float = 0.0
    sign: int = 1


def find_tails(course: Course) -> tuple[Tail | None, Tail | None]:
    """Find how a line goes on to the left and to the right of its view, where that is clear and its domain goes on."""
    domain, values = course.line.curve.domain, course.line.curve.values
    if math.isfinite(domain.low) and math.isfinite(domain.high):
        return None, None
    reach = max(1.0, abs(course.left), abs(course.right), *(abs(value) for value in values if math.isfinite(value)))
    right = _tail(course, +1, reach)
    return right if course.even else _tail(course, -1, reach), right


def _tail(course: Course, side: int, reach: float) -> Tail | None:
    line, last = course.line, course.stretches[-1 if side > 0 else 0]
    heights = line.at(side * reach * _DISTANCES)
    if np.isfinite(heights[4]) and np.all(heights[4:] == heights[4]):
        edge = last.end if side > 0 else last.start
        if last.direction == "stays" and edge[1] == heights[4]:
            return Tail("stays", float(heights[4]))
        return Tail("reaches" if _ends_flat(course, side, reach) else "tends", float(heights[4]))
    limit = float(limits(line.at, side * math.inf, -side)[0])
    if math.isfinite(limit):
        return Tail("tends", limit) if np.all(np.diff(np.abs(heights[20:] - limit)) <= 0.0) else None
    return None if math.isnan(limit) else _growth(heights, 1 if limit > 0.0 else -1)


def _ends_flat(course: Course, side: int, reach: float) -> bool:
    """Return True if the last piece of the formula is constant throughout; a sigmoid only becomes so by rounding."""
    edge = course.right if side > 0 else course.left
    changes = course.line.curve.landmarks(*sorted((edge, side * 16.0 * reach)))
    if not changes:
        return False
    beginning = max(changes) if side > 0 else min(changes)
    return bool(np.ptp(course.line.at(beginning + side * reach * _SHARES)) == 0.0)


def _growth(heights: Array, sign: int) -> Tail:
    """Classify how fast a line grows without bound, or falls, that has `heights` at doubling distances."""
    sizes = np.abs(heights[np.isfinite(heights)])
    powers = np.diff(np.log2(sizes[sizes > 0.0]))
    if len(sizes) < len(heights):
        doubles = len(powers) >= 2 and 1.8 < powers[-1] / powers[-2] < 2.2
        return Tail("exponential" if doubles else "unbounded", sign=sign)
    if len(powers) >= 5 and abs(powers[-1] - powers[-5]) <= SETTLED:
        return Tail("power", float(powers[-1]), sign)
    steps = np.abs(np.diff(heights[-6:]))
    return Tail("logarithmic" if np.ptp(steps) <= SETTLED * np.max(steps) else "unbounded", sign=sign)
