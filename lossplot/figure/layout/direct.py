"""Names at the curves' ends: beside the frame where curves reach its side, above it where they leave through the top.

Either side is worked out as the right one, the left being its mirror image.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal

import numpy as np

from lossplot.figure.layout.boxes import POINT, Box, Measure
from lossplot.figure.layout.ends import Lines, Point, crosses, end, order, same
from lossplot.figure.layout.ink import onto
from lossplot.figure.layout.stacking import spread, stagger
from lossplot.figure.sampling import Trace, View

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
_SIDES: tuple[Side, ...] = ("right", "left")
_FRAME = View(0.0, 1.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Tag:
    """The name of curve number `curve`; all places are in inches.

    (x, y) is the end of the text next to its handle, halfway up the text; `handle` is where a sample
    of the curve's line stands, and `leader` goes from the curve's end to it.
    """

    curve: int
    x: float
    y: float
    align: Side
    handle: tuple[Point, Point]
    leader: tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Direct:
    """Names of `text` points at the curves' ends on one side, and the room that they leave for the panels."""

    side: Side
    tags: tuple[Tag, ...]
    text: float
    room: Box


def direct(
    rooms: Mapping[Side, Box],
    first: Callable[[Box], Box],
    view: View,
    traces: Sequence[Trace],
    names: Sequence[str],
    text: float,
    measure: Measure,
) -> Direct | None:
    """The names at the ends of `traces`, on the side where these are in more places, the right one if in as many.

    `rooms[side]` is the room for the panels and the names at `side`, `first` the first panel's box
    in a room, which is as wide.  None if the names could not be read, or would leave the panels too little.
    """
    curves = [[onto(Box(0.0, 0.0, 1.0, 1.0), view, piece) for piece in trace.pieces] for trace in traces]
    found: list[tuple[int, Direct]] = []
    for side in _SIDES:
        seen = [_turned_lines(lines, side) for lines in curves]
        ends = [last for lines in seen if (last := end(lines))]
        if len(ends) < len(seen):
            return None
        for size in (text * share for share in SIZES):
            placed = _place(
                _turned(rooms[side], side),
                partial(_turned_panel, first, side),
                seen,
                ends,
                [measure(name, size) for name in names],
                size * POINT,
                APART * text * POINT,
            )
            if placed:
                places, tags, room = placed
                turned = tuple(_turned_tag(tag, side) for tag in tags)
                found.append((places, Direct(side, turned, size, _turned(room, side))))
                break
    return max(found, key=lambda each: each[0])[1] if found else None


def _place(
    room: Box,
    first: Callable[[Box], Box],
    curves: Sequence[Lines],
    ends: Sequence[Point],
    widths: Sequence[float],
    em: float,
    apart: float,
) -> tuple[int, list[Tag], Box] | None:
    """In how many places `curves` end at the right, their names, `widths` wide, and the room that is left.

    None if they end in too few places (nearer than `apart` is one), or there is too little room.
    """
    above = sorted((i for i, (x, y) in enumerate(ends) if x < 1.0 and y == 1.0), key=lambda i: ends[i])
    beside = [i for i in reversed(range(len(ends))) if i not in above]
    beside.sort(key=lambda i: order(curves[i], ends[i]))
    reach = [(HANDLE + GAP) * em + width for width in widths]
    column = max((LEADER * em + reach[i] for i in beside), default=0.0)
    flags = _flags(room.width, column, [ends[i][0] for i in above], [reach[i] for i in above], GAP * em)
    if not flags:
        return None
    height = (POLE + LEADING * (max(flags.levels) + 0.5)) * em if above else 0.0
    rest = Box(room.left, room.bottom, room.left + flags.width, room.top - height)
    panel = first(rest)
    ys = spread(
        [panel.bottom + ends[i][1] * panel.height for i in beside],
        LEADING * em,
        panel.bottom + INSET * em,
        panel.top - INSET * em,
    )
    if ys is None or panel.height < LEAST_HEIGHT * first(room).height:
        return None
    points = [(x, y) for x, y in onto(panel, _FRAME, np.array(ends)).tolist()]
    places = _places([*above, *reversed(beside)], points, curves, apart)
    if not places:
        return None
    tags = [_tag(i, points[i], (panel.right + LEADER * em, y), 1, em) for i, y in zip(beside, ys, strict=True)]
    if not all(_is_clear(tag, tags, curves, panel) for tag in tags if ends[tag.curve][0] < 1.0):
        return None
    for number, (i, level) in enumerate(zip(above, flags.levels, strict=True)):
        foot = points[i][0], panel.top + (POLE + LEADING * level) * em
        tags.append(_tag(i, points[i], foot, -1 if number < flags.inward else 1, em))
    return places, tags, rest


def _places(walk: Sequence[int], points: Sequence[Point], curves: Sequence[Lines], apart: float) -> int:
    """In how many places curves end that are met in the order of `walk`; 0 if in too few to tell them by that."""
    steps = [(i, j) for i, j in pairwise(walk) if math.dist(points[i], points[j]) < apart]
    places, looks = len(walk) - len(steps), len(walk) - sum(same(curves[i], curves[j]) for i, j in steps)
    return places if places - 1 >= LEAST_STEPS * (looks - 1) else 0


def _tag(curve: int, last: Point, start: Point, way: int, em: float) -> Tag:
    """The name of a curve that ends at `last`, with its handle from `start` to the right (`way` 1) or left (-1)."""
    x, y = start
    handle = start, (x + way * HANDLE * em, y)
    return Tag(curve, x + way * (HANDLE + GAP) * em, y, "left" if way > 0 else "right", handle, (last, start))


def _is_clear(tag: Tag, tags: Sequence[Tag], curves: Sequence[Lines], panel: Box) -> bool:
    """Whether the leader of `tag` crosses no other curve, and no other's leader."""
    others = [i for i, lines in enumerate(curves) if not same(curves[tag.curve], lines)]
    lines = [onto(panel, _FRAME, line) for i in others for line in curves[i]]
    return not crosses(*tag.leader, [*lines, *(np.array(other.leader) for other in tags if other.curve in others)])


@dataclass(frozen=True, slots=True)
class _Flags:
    """Names above a frame `width` wide: the level of each, from the left; the first `inward` ones fly to the left."""

    width: float
    inward: int
    levels: tuple[int, ...]


def _flags(room: float, column: float, ends: Sequence[float], reach: Sequence[float], gap: float) -> _Flags | None:
    """Names that reach so far from their curves' `ends`, on as few levels and leaving as wide a frame as may be.

    The frame is at least `column` narrower than the `room`.
    """
    options = []
    for inward in range(len(ends) + 1):
        outer = zip(ends[inward:], reach[inward:], strict=True)
        width = min([room - column, *((room - length) / max(x, 1e-9) for x, length in outer)])
        poles = [x * width for x in ends]
        if width >= LEAST_WIDTH * room and all(x >= length for x, length in zip(poles[:inward], reach, strict=False)):
            spans = [length + gap for length in reach]
            left = stagger([-x for x in poles[:inward][::-1]], spans[:inward][::-1])[::-1]
            right = stagger(poles[inward:], spans[inward:])
            options.append(_Flags(width, inward, (*left, *right)))
    return min(options, key=lambda flags: (max(flags.levels, default=0), -flags.width), default=None)


def _turned(box: Box, side: Side) -> Box:
    return box if side == "right" else Box(-box.right, box.bottom, -box.left, box.top)


def _turned_panel(first: Callable[[Box], Box], side: Side, room: Box) -> Box:
    return _turned(first(_turned(room, side)), side)


def _turned_lines(lines: Lines, side: Side) -> Lines:
    return lines if side == "right" else [(line * (-1.0, 1.0) + (1.0, 0.0))[::-1] for line in reversed(lines)]


def _turned_tag(tag: Tag, side: Side) -> Tag:
    if side == "right":
        return tag
    align: Side = "left" if tag.align == "right" else "right"
    (a, b), (c, d) = (((-x, y), (-z, w)) for (x, y), (z, w) in (tag.handle, tag.leader))
    return Tag(tag.curve, -tag.x, tag.y, align, (a, b), (c, d))
