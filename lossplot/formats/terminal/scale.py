"""Values -> dots, such that the round numbers of an axis lie in the middle of cells."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeVar

from lossplot.figure.layout import ticks
from lossplot.figure.layout.boxes import POINT, Face
from lossplot.formats.terminal.cells import width
from lossplot.formats.terminal.dots import ACROSS, DOWN
from lossplot.formula.evaluate import Array

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
    """One axis of `cells`, `dots` each: a value is at dot `offset + (value - reference) / unit`; `unit` < 0 on y axes.

    `labels` are the numbers on it, each with its value.
    """

    dots: int
    cells: int
    unit: float
    reference: float
    offset: int
    labels: tuple[tuple[float, str], ...]

    def dot(self, value: _Value) -> _Value:
        return self.offset + (value - self.reference) / self.unit

    def holds(self, value: float) -> bool:
        return 0.0 <= self.dot(value) + 0.5 < self.cells * self.dots

    def cell(self, value: float) -> int:
        return math.floor((self.dot(value) + 0.5) / self.dots)


def fit_y(bottom: float, top: float, rows: int) -> Scale:
    """Return a y axis in at most `rows`."""
    choices = [ticks.y_ticks(bottom, top, rows, spacing * _CELL / 2.0) for spacing in _SPACINGS]
    scales = [_scale(top, bottom, choice, rows, DOWN) for choice in choices]
    return max(zip(scales, choices, strict=True), key=lambda pair: _legibility(pair[0], pair[1], rows))[0]


def _legibility(scale: Scale, choice: ticks.Ticks, rows: int) -> tuple[bool, bool, bool, bool, bool, int]:
    """Rank a scale by its numbers: in the middle of rows, over most rows, three or more, apart, none left out."""
    exact = scale.offset % DOWN == _MIDDLE[DOWN]
    enough = len(scale.labels) > 2
    roomy = enough and abs(scale.cell(scale.labels[0][0]) - scale.cell(scale.labels[1][0])) > 1
    return exact, scale.cells >= _MOST * rows, roomy, len(scale.labels) == len(choice.labels), enough, scale.cells


def fit_x(left: float, right: float, columns: int) -> Scale:
    """Return an x axis in at most `columns`."""
    return _scale(left, right, ticks.x_ticks(left, right, columns, 2.0 * _CELL, _measure), columns, ACROSS)


def _measure(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
    return float(width(text))


def _scale(start: float, end: float, choice: ticks.Ticks, cells: int, dots: int) -> Scale:
    """Return a scale of at most `cells`: each step of the ticks takes whole cells, if there are enough of them."""
    step = choice.values[1] - choice.values[0]
    per_step = int((cells - 1) * dots * step / abs(end - start))
    per_step -= per_step % dots
    if per_step and cells > _FEW:
        unit = math.copysign(step / per_step, end - start)
        reference = choice.values[0 if unit > 0.0 else -1]
        middle = _MIDDLE[dots]
        offset = middle + dots * math.ceil(((reference - start) / unit - 0.5 - middle) / dots)
    else:
        unit, reference, offset = (end - start) / (cells * dots - 1), start, 0
    scale = Scale(dots, cells, unit, reference, offset, _apart(choice, math.ceil(dots * abs(unit) / step)))
    return replace(scale, cells=min(cells, scale.cell(end) + 1))


def _apart(choice: ticks.Ticks, every: int) -> tuple[tuple[float, str], ...]:
    """Return each `every`-th number, zero among them if others are as well."""
    numbers = list(zip(choice.values, choice.labels, strict=True))
    choices = [tuple(numbers[first::every]) for first in range(every)]
    return max(choices, key=lambda labels: (len(labels) > 1, any(value == 0.0 for value, _ in labels), len(labels)))
