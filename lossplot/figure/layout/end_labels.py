"""Names at the curves' ends: beside the frame where curves reach its side, above it where they leave through the top.

Names at the left are placed at the right of the figure's mirror image.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.ends import End, Lines, Point, crosses, find_end, looks_same
from lossplot.figure.layout.ink import onto
from lossplot.figure.layout.page import Names
from lossplot.figure.layout.stacking import spread, stagger
from lossplot.figure.sampling import View
from lossplot.figure.scene import PanelScene

# In multiples of the text size: from the frame to the handles, a handle, from there to the text, from line to line.
LEADER, HANDLE, GAP, LEADING = 1.0, 1.6, 0.4, 1.2
# From the frame's top up to the middle of the lowest name above it, and how far those beside it keep inside its height.
POLE, INSET = 1.0, 0.5
# Ends nearer to each other than this many times the text size are one place to the eye.
APART = 0.25
# Of the steps from one end to the next so many must be seen; where several curves end in one place, the handles tell.
LEAST_STEPS = 0.45
# What the names must leave of the room's width and of the first panel's height.
LEAST_WIDTH, LEAST_HEIGHT = 0.55, 0.6
SIZES = (1.0, 0.9, 0.8)

Side = Literal["left", "right"]
Segment = tuple[Point, Point]
_UNIT_BOX, _UNIT_VIEW = Box(0.0, 0.0, 1.0, 1.0), View(0.0, 1.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Tag:
    """The name of curve number `curve`, which ends at `end`, in letters `em` high; all lengths are in inches.

    A sample of the curve's line goes from `start` to the right (`direction` 1) or to the left (-1).
    """

    curve: int
    end: Point
    start: Point
    direction: int
    em: float

    @property
    def leader(self) -> Segment:
        return self.end, self.start

    @property
    def handle(self) -> Segment:
        x, y = self.start
        return self.start, (x + self.direction * HANDLE * self.em, y)

    @property
    def x(self) -> float:
        """The end of the text next to its handle."""
        return self.start[0] + self.direction * (HANDLE + GAP) * self.em

    @property
    def y(self) -> float:
        """The middle of the text's height."""
        return self.start[1]

    @property
    def align(self) -> Side:
        return "left" if self.direction > 0 else "right"

    def mirror(self) -> Tag:
        (end_x, end_y), (x, y) = self.end, self.start
        return Tag(self.curve, (-end_x, end_y), (-x, y), -self.direction, self.em)


@dataclass(frozen=True, slots=True)
class EndLabels:
    """Names of `size` points on one side of the frame, where curves end in so many places; the panels have `room`."""

    side: Side
    tags: tuple[Tag, ...]
    size: float
    room: Box
    places: int

    @property
    def y_side(self) -> Side:
        """The side for the numbers of the y axes."""
        return "left" if self.side == "right" else "right"


def place_end_labels(
    room: Box, width: float, first_panel: Callable[[Box], Box], scene: PanelScene, names: Names
) -> EndLabels | None:
    """Place `names` on the side where the curves of `scene` end in more places, the right one if in as many.

    `room` has the panels and the names at the right, in a figure `width` inches wide; names at the left have its
    mirror image.  `first_panel` returns the first panel's box in a room.
    Return None if the names could not be read, or would leave the panels too little.
    """
    curves = [[onto(_UNIT_BOX, scene.view, piece) for piece in trace.pieces] for trace in scene.traces]
    right = _fit(room, first_panel, curves, names)
    mirror = [[(line * (-1.0, 1.0) + (1.0, 0.0))[::-1] for line in reversed(lines)] for lines in curves]
    left = _fit(Box(room.left - width, room.bottom, room.right - width, room.top), first_panel, mirror, names)
    return _mirror(left) if left and (not right or left.places > right.places) else right


def _mirror(labels: EndLabels) -> EndLabels:
    room, tags = labels.room, tuple(tag.mirror() for tag in labels.tags)
    return replace(labels, side="left", tags=tags, room=Box(-room.right, room.bottom, -room.left, room.top))


def _fit(room: Box, first_panel: Callable[[Box], Box], curves: Sequence[Lines], names: Names) -> EndLabels | None:
    """The names at the right, as large as they fit."""
    ends = [end for lines in curves if (end := find_end(lines))]
    if len(ends) < len(curves):
        return None
    tries = (_place_names(room, first_panel, ends, names, names.size * share) for share in SIZES)
    return next((labels for labels in tries if labels), None)


def _place_names(
    room: Box, first_panel: Callable[[Box], Box], ends: Sequence[End], names: Names, size: float
) -> EndLabels | None:
    """The names at the right in letters of `size` points, or None if there is too little room or in too few places."""
    em = size * POINT
    above = sorted((i for i, end in enumerate(ends) if end.is_at_top), key=lambda i: ends[i].point)
    beside = [i for i in reversed(range(len(ends))) if i not in above]
    beside.sort(key=lambda i: ends[i].order)
    reach = [(HANDLE + GAP) * em + names.measure(name, size) for name in names.texts]
    column = max((LEADER * em + reach[i] for i in beside), default=0.0)
    flight = _fly(room.width, column, [(ends[i].point[0], reach[i]) for i in above], GAP * em)
    if not flight:
        return None
    width, inward, levels = flight
    height = (POLE + LEADING * (max(levels) + 0.5)) * em if above else 0.0
    rest = Box(room.left, room.bottom, room.left + width, room.top - height)
    panel = first_panel(rest)
    heights = [panel.bottom + ends[i].point[1] * panel.height for i in beside]
    ys = spread(heights, LEADING * em, panel.bottom + INSET * em, panel.top - INSET * em)
    if ys is None or panel.height < LEAST_HEIGHT * first_panel(room).height:
        return None
    points = [(x, y) for x, y in onto(panel, _UNIT_VIEW, np.array([end.point for end in ends])).tolist()]
    places = _count_places([(ends[i], points[i]) for i in (*above, *reversed(beside))], APART * names.size * POINT)
    if not places:
        return None
    tags = [Tag(i, points[i], (panel.right + LEADER * em, y), 1, em) for i, y in zip(beside, ys, strict=True)]
    if not all(_is_clear(tag, tags, ends, panel) for tag in tags if ends[tag.curve].point[0] < 1.0):
        return None
    for number, (i, level) in enumerate(zip(above, levels, strict=True)):
        foot = points[i][0], panel.top + (POLE + LEADING * level) * em
        tags.append(Tag(i, points[i], foot, -1 if number < inward else 1, em))
    return EndLabels("right", tuple(tags), size, rest, places)


def _count_places(walk: Sequence[tuple[End, Point]], apart: float) -> int:
    """The number of places where curves end that are met in this order; 0 if too few to tell the curves by that."""
    steps = [(one, other) for (one, p), (other, q) in pairwise(walk) if math.dist(p, q) < apart]
    places = len(walk) - len(steps)
    looks = len(walk) - sum(looks_same(one.lines, other.lines) for one, other in steps)
    return places if places - 1 >= LEAST_STEPS * (looks - 1) else 0


def _is_clear(tag: Tag, tags: Sequence[Tag], ends: Sequence[End], panel: Box) -> bool:
    """Return True if the leader of `tag` crosses no other curve, and no other's leader."""
    others = [i for i, end in enumerate(ends) if not looks_same(ends[tag.curve].lines, end.lines)]
    lines = [onto(panel, _UNIT_VIEW, line) for i in others for line in ends[i].lines]
    return not crosses(*tag.leader, [*lines, *(np.array(other.leader) for other in tags if other.curve in others)])


def _fly(
    room: float, column: float, flags: Sequence[tuple[float, float]], gap: float
) -> tuple[float, int, list[int]] | None:
    """Fly `flags` (pole as a share of the frame, length in inches) on as few levels, above as wide a frame, as may be.

    Return the width of the frame, at least `column` narrower than the `room`, how many of the first flags fly to the
    left, and the level of each.
    """
    options = []
    for inward in range(len(flags) + 1):
        width = min([room - column, *((room - length) / max(x, 1e-9) for x, length in flags[inward:])])
        poles = [x * width for x, _ in flags]
        fit = all(x >= length for x, (_, length) in zip(poles[:inward], flags, strict=False))
        if width >= LEAST_WIDTH * room and fit:
            spans = [length + gap for _, length in flags]
            left = stagger([-x for x in poles[:inward][::-1]], spans[:inward][::-1])[::-1]
            options.append((width, inward, [*left, *stagger(poles[inward:], spans[inward:])]))
    return min(options, key=lambda option: (max(option[2], default=0), -option[0]), default=None)
