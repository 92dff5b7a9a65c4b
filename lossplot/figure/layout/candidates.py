"""Places for a name beside its curve: boxes clear of all curves and nearer to their own than to any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lossplot.figure.layout.boxes import POINT, Box
from lossplot.formula.evaluate import Array

# In multiples of the text size: the height of a name, how far from a point of its curve it is tried, how clear of its
# own curve it must be and of others, and of the edges of the frame.
HEIGHT, NEAR, OWN, OTHERS, INSET = 0.95, 0.3, 0.16, 0.25, 0.25
# How many times as near to its own curve as to any other a name must be, should be, and may as well be.
APART, CLEARLY, FAR = 1.1, 1.8, 3.0
# Most points of a curve at which names are tried.
PLACES = 36
# Where to try: which way the name lies from the point, sideways (in halves of its width) and up.
_WAYS = np.array([(0, 1), (1, 1), (-1, 1), (1, 0), (0, -1), (1, -1), (-1, -1), (-1, 0)], dtype=np.float64)
# What a name above the frame counts as, in the units of `_costs`.
ABOVE = 0.9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place for a name: its box in inches, and its cost."""

    box: Box
    cost: float

    @property
    def middle(self) -> float:
        return (self.box.bottom + self.box.top) / 2


def candidates(
    curve: int, inks: Sequence[Array], frame: Box, header: Box | None, extent: tuple[float, float]
) -> list[Candidate]:
    """Return the clear places for the name of curve number `curve`, the best first.

    `inks` are points of every curve in the frame, each of shape (n, 2) in inches; `extent` is the width of the name in
    inches and its size in points.  With a `header` above the frame, a name may stand there, where its curve leaves.
    """
    width, em = extent[0], extent[1] * POINT
    height = HEIGHT * em
    points = inks[curve][:: max(1, len(inks[curve]) // PLACES)]
    half = np.array([width / 2, height / 2])
    centres = (points[:, None, :] + _WAYS * (NEAR * em + half)).reshape(-1, 2)
    # Straight above or below, a slanted curve needs more room; to the side of a point, names touch less.
    boxes = np.column_stack([centres - half, centres + half])
    inset = INSET * em
    within = (boxes[:, :2] >= (frame.left + inset, frame.bottom + 0.5 * inset)).all(axis=1)
    within &= (boxes[:, 2:] <= (frame.right - inset, frame.top - 0.5 * inset)).all(axis=1)
    boxes = boxes[within]
    costs = np.zeros(len(boxes))
    if header:
        leaving = inks[curve][inks[curve][:, 1] >= frame.top - 0.06]
        for x in leaving[[0, -1], 0] if len(leaving) else ():
            left = min(max(x - width / 2, header.left), header.right - width)
            above = np.array([[left, header.bottom, left + width, header.bottom + height]])
            if left >= header.left:
                boxes, costs = np.vstack([boxes, above]), np.append(costs, ABOVE)
    if not len(boxes):
        return []
    own = distances(boxes, inks[curve]) / em
    others = [distances(boxes, ink) / em for number, ink in enumerate(inks) if number != curve]
    strange = np.min(others, axis=0) if others else np.full(len(boxes), np.inf)
    clear = (own >= OWN) & (strange >= np.maximum(OTHERS, APART * own))
    costs += _costs(boxes, own, strange, frame)
    best = np.argsort(costs, kind="stable")
    return [Candidate(Box(*boxes[at].tolist()), float(costs[at])) for at in best if clear[at]]


def _costs(boxes: Array, own: Array, strange: Array, frame: Box) -> Array:
    """The costs of clear boxes: of distance from their own curve, of nearness to others and of the middle."""
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    to_side = np.minimum(middles - frame.left, frame.right - middles) / frame.width
    mixed = np.maximum(CLEARLY - strange / np.maximum(own, 1e-3), 0.0)
    return 1.2 * own - 0.5 * np.minimum(strange, FAR) + 1.5 * mixed + 0.8 * to_side


def distances(boxes: Array, points: Array) -> Array:
    """Return the distance of each of `boxes`, shape (n, 4), from the nearest of `points`, shape (m, 2)."""
    left, bottom, right, top = boxes.T[:, :, None]
    x, y = points.T
    across = np.maximum(np.maximum(left - x, x - right), 0.0)
    up = np.maximum(np.maximum(bottom - y, y - top), 0.0)
    nearest: Array = np.sqrt(np.min(across**2 + up**2, axis=1))
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
