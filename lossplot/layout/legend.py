"""Where the legend stands: inside a panel if it covers nothing there, else above the panels, else beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from lossplot.formula.jets import Array
from lossplot.layout.boxes import POINT, Box, Measure
from lossplot.sampling import Trace, View

# In multiples of the text size.
HANDLE, HANDLE_GAP, PAD, LEADING, COLUMN_GAP, CLEARANCE = 2.9, 0.6, 0.35, 1.5, 1.5, 0.35


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend's box, its number of columns, and the size of its text in points."""

    box: Box
    columns: int
    text: float


def _size(names: Sequence[str], columns: int, text: float, measure: Measure) -> tuple[float, float]:
    em = text * POINT
    rows = math.ceil(len(names) / columns)
    widths = [max(measure(name, text) for name in names[i : i + rows]) for i in range(0, len(names), rows)]
    width = sum(widths) + len(widths) * (HANDLE + HANDLE_GAP) * em + (len(widths) - 1) * COLUMN_GAP * em + 2 * PAD * em
    return width, rows * LEADING * em + 2 * PAD * em


def inside(
    panel: Box, view: View, traces: Sequence[Trace], names: Sequence[str], text: float, measure: Measure
) -> Legend | None:
    """The legend in a corner or at an edge of `panel`, if there it covers no trace."""
    width, height = _size(names, 1, text, measure)
    margin = CLEARANCE * text * POINT
    if width > 0.6 * panel.width or height > 0.7 * panel.height:
        return None
    ink = np.vstack([np.empty((0, 2)), *_ink(traces, panel, view)])
    middle, centre = (panel.bottom + panel.top - height) / 2, (panel.left + panel.right - width) / 2
    lefts = (panel.right - width - margin, panel.left + margin, centre)
    for bottom, left in product((panel.top - height - margin, panel.bottom + margin, middle), lefts):
        around = Box(left - margin, bottom - margin, left + width + margin, bottom + height + margin)
        if not _covers(around, ink):
            return Legend(Box(left, bottom, left + width, bottom + height), 1, text)
    return None


def outside(room: Box, names: Sequence[str], text: float, measure: Measure) -> tuple[Legend, Box]:
    """The legend in up to three rows at the top of `room`, or in columns at its right, and the room that is left."""
    for rows in (1, 2, 3):
        columns = math.ceil(len(names) / rows)
        width, height = _size(names, columns, text, measure)
        if width <= room.width:
            left = room.left + (room.width - width) / 2
            legend = Legend(Box(left, room.top - height, left + width, room.top), columns, text)
            return legend, Box(room.left, room.bottom, room.right, room.top - height - CLEARANCE * text * POINT)
    for size, columns in product((text * share for share in (1.0, 0.85, 0.7, 0.6, 0.5)), (1, 2, 3)):
        width, height = _size(names, columns, size, measure)
        if width <= 0.5 * room.width and height <= room.height:
            break
    legend = Legend(Box(room.right - width, room.top - height, room.right, room.top), columns, size)
    return legend, Box(room.left, room.bottom, legend.box.left - 0.5 * text * POINT, room.top)


def _ink(traces: Iterable[Trace], panel: Box, view: View) -> list[Array]:
    """Points on every line of the traces, close together, in inches."""
    points = []
    for trace in traces:
        for line in (*trace.pieces, *(np.array([mark]) for mark in (*trace.filled, *trace.hollow))):
            x = panel.left + (line[:, 0] - view.left) / (view.right - view.left) * panel.width
            y = panel.bottom + (line[:, 1] - view.bottom) / (view.top - view.bottom) * panel.height
            steps = np.append(0.0, np.cumsum(np.hypot(np.diff(x), np.diff(y))))
            fine = np.linspace(0.0, steps[-1], max(2, int(steps[-1] / 0.04)))
            points.append(np.column_stack([np.interp(fine, steps, x), np.interp(fine, steps, y)]))
    return points


def _covers(box: Box, points: Array) -> bool:
    x, y = points.T
    return bool(np.any((x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)))
