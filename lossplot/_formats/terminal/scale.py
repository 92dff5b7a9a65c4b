"""Values -> dots, such that the round numbers of an axis lie in the middle of cells."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from lossplot._figure.layout.boxes import POINT, Face
from lossplot._figure.layout.scaled_ticks import ticks_along_x, ticks_along_y
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.scales import LINEAR
from lossplot._figure.scales import Scale as AxisScale
from lossplot._formats.terminal.cells import width
from lossplot._formats.terminal.dots import ACROSS, DOWN
from lossplot._formula.evaluate import Array

# Ticks are laid out in inches: here an inch is a cell, and this the size of a text one cell high or wide.
_CELL = 1.0 / POINT
# From one number of the y axis to the next, in rows: whichever lets the panel be highest.
_SPACINGS = (3.0, 2.5, 4.0, 2.0, 1.0)
# The share of the rows that a panel should take up, if it can.
_MOST = 0.7
# With so few cells they are not worth losing one for round numbers to lie in the middle.
_FEW = 5
# The dot of a cell that round numbers lie on.
_MIDDLE = {ACROSS: 0, DOWN: 2}


_Value = TypeVar("_Value", float, Array)


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis of `cells`, `dots` each; `unit` < 0 on y axes.

    What is at a place `along` the axis is at dot `offset + (place - reference) / unit`.  `labels` are the numbers on
    it, each with its value.
    """

    dots: int
    cells: int
    unit: float
    reference: float
    offset: int
    labels: tuple[tuple[float, str], ...]
    along: AxisScale = LINEAR

    def dot(self, value: _Value) -> _Value:
        place = self.along.place(value) if isinstance(value, float) else self.along.forward(value)
        return self.offset + (place - self.reference) / self.unit

    def holds(self, value: float) -> bool:
        return 0.0 <= self.dot(value) + 0.5 < self.cells * self.dots

    def cell(self, value: float) -> int:
        return math.floor((self.dot(value) + 0.5) / self.dots)


def fit_y(bottom: float, top: float, rows: int, along: AxisScale = LINEAR) -> Scale:
    """Return a y axis in at most `rows`."""
    choices = [ticks_along_y(along, (bottom, top), rows, spacing * _CELL / 2.0) for spacing in _SPACINGS]
    scales = [_scale((top, bottom), along, choice, rows, DOWN) for choice in choices]
    return max(zip(scales, choices, strict=True), key=lambda pair: _legibility(pair[0], pair[1], rows))[0]


def _legibility(scale: Scale, choice: Ticks, rows: int) -> tuple[bool, bool, bool, bool, bool, int]:
    """Rank a scale by its numbers: in the middle of rows, over most rows, three or more, apart, none left out."""
    exact = scale.offset % DOWN == _MIDDLE[DOWN]
    enough = len(scale.labels) > 2
    roomy = enough and abs(scale.cell(scale.labels[0][0]) - scale.cell(scale.labels[1][0])) > 1
    return exact, scale.cells >= _MOST * rows, roomy, len(scale.labels) == len(choice.labels), enough, scale.cells


def fit_x(left: float, right: float, columns: int, along: AxisScale = LINEAR) -> Scale:
    """Return an x axis in at most `columns`."""
    choice = ticks_along_x(along, (left, right), columns, 2.0 * _CELL, _measure)
    return _scale((left, right), along, choice, columns, ACROSS)


def _measure(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
    return float(width(text))


def _scale(ends: tuple[float, float], along: AxisScale, choice: Ticks, cells: int, dots: int) -> Scale:
    """Return a scale of at most `cells`: each step of the ticks takes whole cells, if there are enough of them."""
    start, end = along.span(*ends)
    places = along.forward(np.array(choice.values)).tolist()
    step = places[1] - places[0]
    per_step = int((cells - 1) * dots * step / abs(end - start))
    per_step -= per_step % dots
    if per_step and cells > _FEW:
        unit = math.copysign(step / per_step, end - start)
        reference = places[0 if unit > 0.0 else -1]
        middle = _MIDDLE[dots]
        offset = middle + dots * math.ceil(((reference - start) / unit - 0.5 - middle) / dots)
    else:
        unit, reference, offset = (end - start) / (cells * dots - 1), start, 0
    labels = _apart(choice, math.ceil(dots * abs(unit) / step))
    scale = Scale(dots, cells, unit, reference, offset, labels, along)
    return replace(scale, cells=min(cells, scale.cell(ends[1]) + 1))


def _apart(choice: Ticks, every: int) -> tuple[tuple[float, str], ...]:
    """Return each `every`-th number, zero among them if others are as well."""
    numbers = list(zip(choice.values, choice.labels, strict=True))
    choices = [tuple(numbers[first::every]) for first in range(every)]
    return max(choices, key=lambda labels: (len(labels) > 1, any(value == 0.0 for value, _ in labels), len(labels)))
