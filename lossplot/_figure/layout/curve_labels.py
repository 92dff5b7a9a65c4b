"""Names in the curves' own colours, each nearer to its curve than to any other.

They stand beside the curve in the frame where it is clear, above the frame where the curve leaves it, or beside the
frame at the height where the curve ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lossplot._figure.layout.boxes import POINT, Align, Box
from lossplot._figure.layout.candidates import Candidate, Ground, candidates, overlaps
from lossplot._figure.layout.ends import Point, find_end
from lossplot._figure.layout.ink import onto
from lossplot._figure.layout.page import Names
from lossplot._figure.layout.stacking import spread
from lossplot._figure.sampling import PAD
from lossplot._figure.scene import PanelScene
from lossplot._formula.evaluate import Array

# Sizes of the names to try, as shares of the text size; and those of names that must stand at the curves' ends.
SIZES = (1.0, 0.9, 0.8)
LEADER_SIZES = (1.0, 0.8, 0.65, 0.5)
# In multiples of the text size: from the frame to the names beside it, from name to name, how far a name may be from
# the height at which its curve ends without a leader, and how long leaders are.
GAP, LEADING, NEAR, LEADER = 0.4, 1.15, 0.55, 1.3
# Names keep so much of their size from each other.
APART = 0.35
# Ends of curves that are nearer to each other than this are one place, in multiples of the text size.
ENDS_APART = 0.5
# The greatest shares of a frame's width for names beside it, and for those with leaders.
WIDEST, WIDEST_LEADERS = 0.2, 0.5
# An end nearer to the side of the frame than this share of its width is at the side.
AT_SIDE = 0.05
_UNIT_BOX = Box(0.0, 0.0, 1.0, 1.0)

Segment = tuple[Point, Point]


class CurveLabel(NamedTuple):
    """The place of the name of curve number `curve`: its x in inches, as it is aligned, and the middle of its height.

    If it `is_value`, the value of a family's parameter stands there without its letter.
    """

    curve: int
    is_value: bool
    x: float
    y: float
    align: Align = "left"
    leader: Segment | None = None


@dataclass(frozen=True, slots=True)
class CurveLabels:
    """A name for each curve in letters of `size` points, and the boxes of those within the frame."""

    labels: tuple[CurveLabel, ...]
    size: float
    boxes: tuple[Box, ...] = ()


# --- in the frame and above it ---


def label_beside_curves(ground: Ground, names: Names, curves: Sequence[int]) -> CurveLabels | None:
    """Place a name beside each of `curves`, in the frame of `ground` or above it.

    Return None if no place is clear for some name.
    """
    if not all(len(ground.inks[curve]) for curve in curves):
        return None
    options: list[list[Candidate]] = []
    for curve in curves:
        width = names.measure(names.texts[curve], names.size)
        if not (places := candidates(curve, ground, (width, names.size))):
            return None
        options.append(places)
    if not (chosen := _choose(options, APART * names.size * POINT)):
        return None
    places_of = zip(curves, chosen, strict=True)
    labels = tuple(_label(curve, option.box, ground.inks[curve]) for curve, option in places_of)
    return CurveLabels(labels, names.size, tuple(_with_descenders(each.box, names.size * POINT) for each in chosen))


def _choose(options: Sequence[Sequence[Candidate]], gap: float) -> list[Candidate] | None:
    """Choose one candidate a curve, no two overlapping: the scarcest first, then each again, given the others."""
    chosen: dict[int, Candidate] = {}
    for number in sorted(range(len(options)), key=lambda each: len(options[each])):
        if not (best := _best(options[number], [*chosen.values()], gap)):
            return None
        chosen[number] = best
    for number in range(len(options)):
        others = [candidate for other, candidate in chosen.items() if other != number]
        chosen[number] = _best(options[number], others, gap) or chosen[number]
    return [chosen[number] for number in range(len(options))]


def _best(options: Sequence[Candidate], others: Sequence[Candidate], gap: float) -> Candidate | None:
    boxes = [other.box for other in others]
    return next((option for option in options if not overlaps(option.box, boxes, gap)), None)


def _with_descenders(box: Box, em: float) -> Box:
    """The box of a name with room for what reaches below and above its letters."""
    return Box(box.left, box.bottom - 0.15 * em, box.right, box.top + 0.15 * em)


def _label(curve: int, box: Box, ink: Array) -> CurveLabel:
    """The label in `box`, fixed at the side where its curve is nearest: other letters may be wider."""
    middle = (box.bottom + box.top) / 2
    across = np.maximum(np.maximum(box.left - ink[:, 0], ink[:, 0] - box.right), 0.0)
    up = np.maximum(np.maximum(box.bottom - ink[:, 1], ink[:, 1] - box.top), 0.0)
    x = float(ink[np.argmin(across**2 + up**2), 0])
    if x >= box.right:
        return CurveLabel(curve, False, box.right, middle, "right")
    if x <= box.left:
        return CurveLabel(curve, False, box.left, middle)
    return CurveLabel(curve, False, (box.left + box.right) / 2, middle, "center")


# --- beside the frame ---


@dataclass(frozen=True, slots=True)
class Column:
    """The names of `curves` beside a frame, `width` inches wide in letters of `size` points.

    If the column `leads`, leaders go to the names.
    """

    curves: tuple[int, ...]
    width: float
    size: float
    leads: bool = False


def fit_column(frame: Box, width: float, scene: PanelScene, names: Names) -> Column | None:
    """Return the column at the right of `frame` for names that can stand at their curves' ends.

    The others are those of curves that do not end at the right and apart.  Return None if that is all of them, or the
    names take too much of the `width` of all frames beside each other.
    """
    points, em = _end_points(scene), names.size * POINT
    curves = tuple(number for number in range(len(points)) if _is_apart(number, points, em / frame.height))
    wide = GAP * em + max((names.measure(names.texts[number], names.size) for number in curves), default=0.0)
    heights = [frame.bottom + points[number][1] * frame.height for number in _upwards(curves, points)]
    middles = spread(heights, LEADING * em, frame.bottom, frame.top)
    if not curves or wide > WIDEST * width or middles is None:
        return None
    near = all(abs(y - end) <= NEAR * em for y, end in zip(middles, heights, strict=True))
    return Column(curves, wide, names.size) if near else None


def fit_leaders(frame: Box, names: Names) -> Column | None:
    """Return the column for all names at the right of a frame as high as `frame`, with leaders from their curves."""
    curves = tuple(range(len(names.texts)))
    for size in (names.size * share for share in LEADER_SIZES):
        width = (GAP + LEADER) * size * POINT + max(names.measure(text, size) for text in names.texts)
        if (len(curves) - 1) * LEADING * size * POINT <= frame.height and width <= WIDEST_LEADERS * frame.width:
            return Column(curves, width, size, True)
    return None


def label_ends(frame: Box, scene: PanelScene, names: Names, column: Column) -> CurveLabels:
    """Place the names in `column` at the right of `frame`, each as near as may be to the end of its curve."""
    em = column.size * POINT
    points = [(frame.left + x * frame.width, frame.bottom + y * frame.height) for x, y in _end_points(scene)]
    order = _upwards(column.curves, points)
    middles = spread([points[number][1] for number in order], LEADING * em, frame.bottom, frame.top)
    x = frame.right + (GAP + LEADER * column.leads) * em
    labels = []
    for number, y in zip(order, middles or [], strict=True):
        foot = (x - 0.25 * em, y)
        leader = (points[number], foot) if column.leads else None
        # Of a family, the letter of the parameter stands once, at the top.
        labels.append(CurveLabel(number, bool(names.values) and number != order[-1], x, y, leader=leader))
    return CurveLabels(tuple(labels), column.size)


def _upwards(curves: Sequence[int], points: Sequence[Point]) -> list[int]:
    """The numbers of `curves` in the order in which they end, from the lowest."""
    return sorted(curves, key=lambda number: points[number][1])


def _is_apart(curve: int, points: Sequence[Point], em: float) -> bool:
    """Return True if `curve` ends at the right of a frame in whose height the text size is `em`, and no other there."""
    x, y = points[curve]
    others = (point for number, point in enumerate(points) if number != curve)
    alone = all(abs(y - height) >= ENDS_APART * em for at, height in others if at > 1.0 - PAD - AT_SIDE)
    return alone and x > 1.0 - PAD - AT_SIDE and 0.0 < y < 1.0


def _end_points(scene: PanelScene) -> list[Point]:
    """Return the ends of the curves in a frame of width and height 1; the middle of its side for one that has none."""
    view = scene.view.padded
    lines = ([onto(_UNIT_BOX, view, piece) for piece in trace.pieces] for trace in scene.traces)
    return [find_end(each) or (1.0, 0.5) for each in lines]
