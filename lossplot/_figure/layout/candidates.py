"""Places for a name beside its curve: boxes clear of all curves and nearer to their own than to any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.sampling import PAD
from lossplot._formula.evaluate import Array

# In multiples of the text size: the height of a name, how far from a point of its curve it is tried, how clear of its
# own curve it must be and of others, and of the edges of the frame.
HEIGHT, NEAR, OWN, OTHERS, INSET = 0.95, (0.3, 0.8), 0.22, 0.25, 0.12
# How many times as near to its own curve as to any other a name must be, should be, and may as well be.
APART, CLEARLY, FAR = 1.25, 1.8, 3.0
# Most points of a curve at which names are tried.
PLACES = 36
# Where to try: which way the name lies from the point, sideways (in halves of its width) and up.
_WAYS = np.array([(0, 1), (1, 1), (-1, 1), (1, 0), (0, -1), (1, -1), (-1, -1), (-1, 0)], dtype=np.float64)
# What a name above the frame counts as, in the units of `_costs`.
ABOVE = 0.9


@dataclass(frozen=True, slots=True)
class Ground:
    """The surroundings of names: a `frame`, points of every curve in it and `obstacles` to keep off.

    The points of a curve have shape (n, 2), all in inches.  With a `header` above the frame, a name may stand there,
    where its curve leaves.
    """

    frame: Box
    inks: Sequence[Array]
    obstacles: Sequence[Box]
    header: Box | None = None


# So many boxes at once keep the arrays of distances in the processor's cache.
_BLOCK = 128


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place for a name: its box in inches, and its cost."""

    box: Box
    cost: float


def candidates(curve: int, ground: Ground, extent: tuple[float, float]) -> list[Candidate]:
    """Return the clear places for the name of curve number `curve`, the best first.

    `extent` is the width of the name in inches and its size in points.
    """
    em = extent[1] * POINT
    ink = ground.inks[curve]
    boxes, costs = _above(ground, ink, extent[0], HEIGHT * em)
    beside = _beside(ground.frame, ink, extent[0], em)
    boxes, costs = np.vstack([beside, boxes]), np.append(np.zeros(len(beside)), costs)
    free = ~_blocked(boxes, ground.obstacles)
    boxes, costs = boxes[free], costs[free]
    own = distances(boxes, ink) / em
    free = own >= OWN
    boxes, costs, own = boxes[free], costs[free], own[free]
    others = [distances(boxes, other) / em for number, other in enumerate(ground.inks) if number != curve]
    strange = np.min(others, axis=0) if others else np.full(len(boxes), np.inf)
    clear = strange >= np.maximum(OTHERS, APART * own)
    costs += _costs(boxes, own, strange, ground.frame)
    best = np.argsort(costs, kind="stable")
    return [Candidate(Box(*boxes[at].tolist()), float(costs[at])) for at in best if clear[at]]


def _beside(frame: Box, ink: Array, width: float, em: float) -> Array:
    """Boxes around points of a curve that lie within the frame, shape (n, 4)."""
    points = ink[:: max(1, len(ink) // PLACES)]
    half = np.array([width / 2, HEIGHT * em / 2])
    centres = np.vstack([(points[:, None, :] + _WAYS * (near * em + half)).reshape(-1, 2) for near in NEAR])
    boxes = np.column_stack([centres - half, centres + half])
    # Beside the curves' beginnings and ends there is a line of the grid as a rule.
    across, up = PAD * frame.width + INSET * em, INSET * em
    within = (boxes[:, :2] >= (frame.left + across, frame.bottom + up)).all(axis=1)
    within &= (boxes[:, 2:] <= (frame.right - across, frame.top - up)).all(axis=1)
    return boxes[within]


def _above(ground: Ground, ink: Array, width: float, height: float) -> tuple[Array, Array]:
    """Boxes in the header, shape (n, 4), where the curve of `ink` leaves through the top of the frame; their costs."""
    header, boxes = ground.header, []
    if header:
        leaving = ink[ink[:, 1] >= ground.frame.top - 0.06]
        for x in leaving[[0, -1], 0] if len(leaving) else ():
            left = min(max(x - width / 2, header.left), header.right - width)
            if left >= header.left:
                boxes.append((left, header.bottom, left + width, header.bottom + height))
    return np.array(boxes, dtype=np.float64).reshape(-1, 4), np.full(len(boxes), ABOVE)


def _blocked(boxes: Array, obstacles: Sequence[Box]) -> NDArray[np.bool_]:
    """True for the boxes, shape (n, 4), that touch one of the `obstacles`."""
    blocked = np.zeros(len(boxes), dtype=np.bool_)
    for each in obstacles:
        touches = (boxes[:, :2] <= (each.right, each.top)) & (boxes[:, 2:] >= (each.left, each.bottom))
        blocked |= touches.all(axis=1)
    return blocked


def _costs(boxes: Array, own: Array, strange: Array, frame: Box) -> Array:
    """The costs of clear boxes: of distance from their own curve, of nearness to others and of the middle."""
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    to_side = np.minimum(middles - frame.left, frame.right - middles) / frame.width
    mixed = np.maximum(CLEARLY - strange / np.maximum(own, 1e-3), 0.0)
    return 1.2 * own - 0.5 * np.minimum(strange, FAR) + 1.5 * mixed + 0.8 * to_side


def distances(boxes: Array, points: Array) -> Array:
    """Return how far each of `boxes`, shape (n, 4), is from `points`, shape (m, 2); inf without any."""
    blocks = [boxes[start : start + _BLOCK] for start in range(0, len(boxes), _BLOCK)]
    return np.concatenate([_distances(block, points) for block in blocks]) if blocks else np.zeros(0)


def _distances(boxes: Array, points: Array) -> Array:
    left, bottom, right, top = boxes.T[:, :, None]
    x, y = points.T
    squares = np.zeros((len(boxes), len(points)))
    for near, far, place in ((left, right, x), (bottom, top, y)):
        outside = near - place
        np.maximum(outside, place - far, out=outside)
        np.maximum(outside, 0.0, out=outside)
        outside *= outside
        squares += outside
    nearest: Array = np.sqrt(np.min(squares, axis=1, initial=np.inf))
    return nearest


def overlaps(box: Box, others: Sequence[Box], gap: float) -> bool:
    """Return True if `box` is nearer than `gap` to one of `others`."""
    return any(
        box.left < other.right + gap
        and other.left < box.right + gap
        and box.bottom < other.top + gap
        and other.bottom < box.top + gap
        for other in others
    )
