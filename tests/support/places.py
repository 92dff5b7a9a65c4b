"""Where the words and curves of a drawing are on the page, in inches."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lossplot._figure.drawing import Frame, Text
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.figure import Prepared
from lossplot._formats.mpl.fonts import measure_in
from support.figures import whole_texts, words_of

Points = NDArray[np.float64]
# How far apart, in inches, points stand for a curve, and the error of a distance to them.
STEP = 0.01
# Inches that a curve and another differ by at most where nobody can tell which one a name is nearer to.
ALIKE = 0.02
# Half the height of a name in multiples of the text size.
HALF = 0.364
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a curve, and the box of its capitals in inches."""

    text: Text
    box: Box

    @property
    def em(self) -> float:
        return self.text.size * POINT


def names_of(prepared: Prepared) -> list[Name]:
    return [Name(text, box) for text, box in boxes_of(prepared) if text.role == "curve name"]


def boxes_of(prepared: Prepared) -> list[tuple[Text, Box]]:
    """Return the texts of a drawing with the boxes of their capitals; the width is that of the letters drawn."""
    measure, found = measure_in(prepared.fonts), []
    with backend.settings(prepared.fonts):
        for runs in whole_texts(prepared.drawing):
            text, last = runs[0], runs[-1]
            width = last.x - text.x + measure(last.words, last.size, math=last.math, face=last.face)
            left = text.x - {"left": 0.0, "center": 0.5, "right": 1.0}[text.align] * width
            low = text.baseline
            found.append(
                (replace(text, words=words_of(runs)), Box(left, low, left + width, low + 2 * HALF * text.size * POINT))
            )
    return found


def onto(frame: Frame, points: Points) -> Points:
    """Return points of a frame in inches."""
    view, box = frame.view, frame.box
    x = box.left + (points[:, 0] - view.left) / (view.right - view.left) * box.width
    y = box.bottom + (points[:, 1] - view.bottom) / (view.top - view.bottom) * box.height
    return np.column_stack([x, y])


def ink_of(frame: Frame, curve: int) -> Points:
    """Return points close together on all that is seen of a curve, shape (n, 2), in inches."""
    lines = [line for line in frame.lines if line.curve == curve and line.role in ("curve", "subgradients")]
    points = np.vstack([np.empty((0, 2)), *(dense(onto(frame, np.asarray(line.points))) for line in lines)])
    low, high = (frame.box.left - STEP, frame.box.bottom - STEP), (frame.box.right + STEP, frame.box.top + STEP)
    return points[((points >= low) & (points <= high)).all(axis=1)]


def dense(vertices: Points) -> Points:
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(vertices, axis=0).T)))
    fine = np.linspace(0.0, along[-1], min(20_000, 2 + int(along[-1] / STEP)))
    return np.column_stack([np.interp(fine, along, vertices[:, axis]) for axis in (0, 1)])


def distance(box: Box, points: Points) -> float:
    """Return the distance of a box from the nearest of `points`."""
    if not len(points):
        return float("inf")
    across = np.maximum(np.maximum(box.left - points[:, 0], points[:, 0] - box.right), 0.0)
    up = np.maximum(np.maximum(box.bottom - points[:, 1], points[:, 1] - box.top), 0.0)
    return float(np.hypot(across, up).min())


def alike(one: Points, other: Points) -> bool:
    """Return True if every point of one curve is all but on the other."""
    if not len(one) or not len(other):
        return True
    gaps = (np.hypot(*(other - point).T).min() for point in one[:: max(1, len(one) // 60)])
    return bool(max(gaps) <= ALIKE)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return bool(across > ROUNDING and min(one.top, other.top) - max(one.bottom, other.bottom) > ROUNDING)
