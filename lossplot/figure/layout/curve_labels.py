"""Names in the curves' own colours, each nearer to its curve than to any other.

They stand beside the curve in the frame where it is clear, above the frame where the curve leaves it, or beside the
frame at the height where the curve ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lossplot.figure.layout.boxes import POINT, Align, Box
from lossplot.figure.layout.candidates import Candidate, candidates, overlaps
from lossplot.figure.layout.ends import Point, find_end
from lossplot.figure.layout.ink import curve_inks, onto
from lossplot.figure.layout.page import Names
from lossplot.figure.layout.stacking import spread
from lossplot.figure.sampling import PAD
from lossplot.figure.scene import PanelScene
from lossplot.formula.evaluate import Array

# Sizes of the names to try, as shares of the text size; and those of names that must stand at the curves' ends.
SIZES = (1.0, 0.9, 0.8)
LEADER_SIZES = (1.0, 0.8, 0.65, 0.5)
# In multiples of the text size: from the frame to the names beside it, from name to name, how far a name may be from
# the height at which its curve ends without a leader, and how long leaders are.
GAP, LEADING, NEAR, LEADER = 0.4, 1.15, 0.55, 1.3
# Names keep so much of their size from each other.
APART = 0.35
# The greatest shares of a frame's width for names beside it, and for those with leaders.
WIDEST, WIDEST_LEADERS = 0.25, 0.5
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


def label_beside_curves(frame: Box, scene: PanelScene, names: Names, header: Box | None) -> CurveLabels | None:
    """Place a name beside each curve of `scene` in `frame`, or in `header`, the free part of the line above it.

    Return None if no place is clear for some name.
    """
    inks = curve_inks(scene, frame)
    if not all(map(len, inks)):
        return None
    for size in (names.size * share for share in SIZES):
        widths = [names.measure(text, size) for text in names.texts]
        options = [candidates(number, inks, frame, header, (width, size)) for number, width in enumerate(widths)]
        if chosen := _choose(options, APART * size * POINT):
            labels = (_label(at, option.box, inks[at]) for at, option in enumerate(chosen))
            return CurveLabels(
                tuple(labels), size, tuple(_with_descenders(option.box, size * POINT) for option in chosen)
            )
    return None


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
    """The names beside a frame, `width` inches wide in letters of `size` points; `leads` if leaders go to them."""

    width: float
    size: float
    leads: bool


def fit_column(frame: Box, scene: PanelScene, names: Names, must_fit: bool) -> Column | None:
    """Return the column for the names at the right of a frame as high as `frame` and at most as wide.

    With `must_fit` names may stand away from the ends of their curves, with leaders.  Otherwise return None if the
    curves do not end at the right and apart, or the names take too much of the width.
    """
    points = _end_points(scene)
    if not must_fit and not all(x > 1.0 - PAD - AT_SIDE and 0.0 < y < 1.0 for x, y in points):
        return None
    for size in (names.size * share for share in (LEADER_SIZES if must_fit else SIZES)):
        em = size * POINT
        width = (GAP + LEADER * must_fit) * em + max(names.measure(text, size) for text in names.texts)
        heights = [frame.bottom + y * frame.height for _, y in sorted(points, key=lambda point: point[1])]
        middles = spread(heights, LEADING * em, frame.bottom, frame.top)
        if middles is None or width > (WIDEST_LEADERS if must_fit else WIDEST) * frame.width:
            continue
        if must_fit or all(abs(y - end) <= NEAR * em for y, end in zip(middles, heights, strict=True)):
            return Column(width, size, must_fit)
    return None


def label_ends(frame: Box, scene: PanelScene, names: Names, column: Column) -> CurveLabels:
    """Place the names in `column` at the right of `frame`, each as near as may be to the end of its curve."""
    em = column.size * POINT
    points = [(frame.left + x * frame.width, frame.bottom + y * frame.height) for x, y in _end_points(scene)]
    order = sorted(range(len(points)), key=lambda number: points[number][1])
    middles = spread([points[number][1] for number in order], LEADING * em, frame.bottom, frame.top)
    x = frame.right + (GAP + LEADER * column.leads) * em
    labels = []
    for number, y in zip(order, middles or [], strict=True):
        foot = (x - 0.25 * em, y)
        leader = (points[number], foot) if column.leads else None
        # Of a family, the letter of the parameter stands once, at the top.
        labels.append(CurveLabel(number, bool(names.values) and number != order[-1], x, y, leader=leader))
    return CurveLabels(tuple(labels), column.size)


def _end_points(scene: PanelScene) -> list[Point]:
    """Return the ends of the curves in a frame of width and height 1; the middle of its side for one that has none."""
    view = scene.view.padded
    lines = ([onto(_UNIT_BOX, view, piece) for piece in trace.pieces] for trace in scene.traces)
    return [end.point if (end := find_end(each)) else (1.0, 0.5) for each in lines]
