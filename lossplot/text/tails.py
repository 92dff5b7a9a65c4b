"""What a line does beyond the view, computed from its heights far out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lossplot.curves.limits import settle
from lossplot.formula.evaluate import Array
from lossplot.text.course import Course

Kind = Literal["stays", "reaches", "tends", "power", "logarithmic", "exponential", "unbounded"]

# Distances, of which no formula has a multiple of its period.
_NEAR = 1.0837 * 2.0 ** np.arange(41.0)
_FAR = 10.0 ** np.arange(25.0, 126.0, 25.0)
_SHARES = np.linspace(0.1, 1.0, 10)
# An exponent of growth that moves by less than this between the last distances is settled.
SETTLED = 1e-6


@dataclass(frozen=True, slots=True)
class Tail:
    """How a line goes on: `value` is its limit, or the exponent of a power; `sign` is -1 if it falls for ever."""

    kind: Kind
    value: float = 0.0
    sign: int = 1


def find_tails(course: Course) -> tuple[Tail | None, Tail | None]:
    """What a line does to the left and to the right of its view, where that is clear and its domain goes on."""
    domain, values = course.line.curve.domain, course.line.curve.values
    if math.isfinite(domain.low) and math.isfinite(domain.high):
        return None, None
    reach = max(1.0, abs(course.left), abs(course.right), *(abs(value) for value in values if math.isfinite(value)))
    distances = np.concatenate([reach * _NEAR, _FAR])
    left, right = course.line.at(np.array([-distances, distances]))
    on_right = _tail(course, +1, reach, right)
    return on_right if course.even else _tail(course, -1, reach, left), on_right


def _tail(course: Course, side: int, reach: float, heights: Array) -> Tail | None:
    near, far = heights[: len(_NEAR)], heights[len(_NEAR) :]
    if np.isfinite(near[4]) and np.all(near[4:] == near[4]):
        edge = course.stretches[-1].end if side > 0 else course.stretches[0].start
        if course.stretches[-1 if side > 0 else 0].direction == "stays" and edge[1] == near[4]:
            return Tail("stays", float(near[4]))
        return Tail("reaches" if _is_flat_at_last(course, side, reach) else "tends", float(near[4]))
    limit = settle(far)
    if math.isfinite(limit):
        return Tail("tends", limit) if np.all(np.diff(np.abs(near[20:] - limit)) <= 0.0) else None
    return None if math.isnan(limit) else _growth(near, 1 if limit > 0.0 else -1)


def _is_flat_at_last(course: Course, side: int, reach: float) -> bool:
    """Whether the last piece of the formula is constant from its beginning; a sigmoid only becomes so by rounding."""
    edge = course.right if side > 0 else course.left
    changes = course.line.curve.landmarks(*sorted((edge, side * 16.0 * reach)))
    if not changes:
        return False
    beginning = max(changes) if side > 0 else min(changes)
    return bool(np.ptp(course.line.at(beginning + side * reach * _SHARES)) == 0.0)


def _growth(heights: Array, sign: int) -> Tail:
    """How fast a line grows without bound, or falls, that has `heights` at doubling distances."""
    sizes = np.abs(heights[np.isfinite(heights)])
    powers = np.diff(np.log2(sizes[sizes > 0.0]))
    if len(sizes) < len(heights):
        doubles = len(powers) >= 2 and 1.8 < powers[-1] / powers[-2] < 2.2
        return Tail("exponential" if doubles else "unbounded", sign=sign)
    if len(powers) >= 5 and abs(powers[-1] - powers[-5]) <= SETTLED:
        return Tail("power", float(powers[-1]), sign)
    steps = np.abs(np.diff(heights[-6:]))
    return Tail("logarithmic" if np.ptp(steps) <= SETTLED * np.max(steps) else "unbounded", sign=sign)
