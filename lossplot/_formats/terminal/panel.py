"""One panel in cells: its curves in Braille, circles at their jumps, lines through zero, marked points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lossplot._figure.sampling import Trace
from lossplot._figure.scene import PanelScene
from lossplot._formats.terminal.cells import Span
from lossplot._formats.terminal.dots import ACROSS, DOWN, Dots, blocks, characters, stroke
from lossplot._formats.terminal.pens import Pen
from lossplot._formats.terminal.scale import Scale
from lossplot._formula.evaluate import Array

FILLED, HOLLOW, MARKED = "●", "○", "◆"
# Characters that others may be written over.
_LIGHT = " ┈┊┼"
# Places of a number beside its cell, in turn: how many rows further down, and whether to the right of it.
_SIDES = [(down, is_right) for down in (0, -1, 1) for is_right in (True, False)]
_Grid = list[list[Span]]
_Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scales:
    """The axes of a panel, which has `y.cells` rows of `x.cells`."""

    x: Scale
    y: Scale

    def dots(self, points: Array) -> Array:
        """`points` of shape (n, 2) in dots, across and down."""
        return np.column_stack([self.x.dot(points[:, 0]), self.y.dot(points[:, 1])])

    def cell(self, x: float, y: float) -> _Cell | None:
        """The row and column of a point, if it is on the grid."""
        return (self.y.cell(y), self.x.cell(x)) if self.y.holds(y) and self.x.holds(x) else None

    def holds(self, cell: _Cell) -> bool:
        return 0 <= cell[0] < self.y.cells and 0 <= cell[1] < self.x.cells


def draw_panel(panel: PanelScene, pens: Sequence[Pen], scales: Scales, faint: int | None) -> _Grid:
    """The cells of `panel`; `faint` is the colour of the lines through zero."""
    layers = np.array([_layer(trace, pen, scales) for trace, pen in zip(panel.traces, pens, strict=True)])
    counts = blocks(layers).sum(axis=(2, 4))
    grid = _zero_lines(panel, scales, faint)
    for row, line in enumerate(characters(np.any(layers, axis=0))):
        for column, character in enumerate(line):
            if character != " ":
                grid[row][column] = character, pens[_owner(counts[:, row, column], row + column)].colour
    occupied = _write_circles(grid, panel.traces, pens, scales) | _write_marks(grid, panel, pens, scales)
    for index, (row, column) in _letter_places(counts, occupied):
        if pens[index].letter:
            grid[row][column] = pens[index].letter, pens[index].colour
    return grid


def _layer(trace: Trace, pen: Pen, scales: Scales) -> Dots:
    """The dots of one curve."""
    dots = np.zeros((DOWN * scales.y.cells, ACROSS * scales.x.cells), dtype=bool)
    for piece in trace.pieces:
        stroke(dots, scales.dots(piece), pen.dash)
    for place, low, high in trace.bridges:
        bridge = np.zeros_like(dots)
        stroke(bridge, scales.dots(np.array([[place, low], [place, high]])))
        dots[::2] |= bridge[::2]
    return dots


def _owner(counts: NDArray[np.int_], turn: int) -> int:
    """The curve with the most dots in a cell; those that have equally many take turns from cell to cell."""
    tied = np.flatnonzero(counts == counts.max())
    return int(tied[turn % len(tied)])


def _zero_lines(panel: PanelScene, scales: Scales, colour: int | None) -> _Grid:
    """A grid that is empty but for the lines through zero."""
    view, x, y = panel.view, scales.x, scales.y
    row = y.cell(0.0) if view.bottom < 0.0 < view.top else None
    column = x.cell(0.0) if view.left < 0.0 < view.right else None
    cross = {(False, False): " ", (True, False): "┈", (False, True): "┊", (True, True): "┼"}
    return [[(cross[r == row, c == column], colour) for c in range(x.cells)] for r in range(y.cells)]


def _write_circles(grid: _Grid, traces: Sequence[Trace], pens: Sequence[Pen], scales: Scales) -> set[_Cell]:
    """Write circles where curves jump, a filled one over a hollow one, and return their cells."""
    hollow = [(point, (HOLLOW, pen.colour)) for trace, pen in zip(traces, pens, strict=True) for point in trace.hollow]
    filled = [(point, (FILLED, pen.colour)) for trace, pen in zip(traces, pens, strict=True) for point in trace.filled]
    circles = {cell: span for point, span in (*hollow, *filled) if (cell := scales.cell(*point))}
    for (row, column), span in circles.items():
        grid[row][column] = span
    return {*circles}


def _write_marks(grid: _Grid, panel: PanelScene, pens: Sequence[Pen], scales: Scales) -> set[_Cell]:
    """Write each marked point, with its number where it hides least, and return their cells."""
    occupied: set[_Cell] = set()
    for mark in panel.marks:
        cell = scales.cell(mark.x, mark.y)
        if cell is None or cell in occupied:
            continue
        (row, column), colour = cell, pens[mark.curve].colour
        grid[row][column] = MARKED, colour
        occupied.add(cell)
        number = f"{mark.number:.4g}".replace("-", "\u2212")
        starts = [(row + down, column + 1 if is_right else column - len(number)) for down, is_right in _SIDES]
        places = [[(r, start + at) for at in range(len(number))] for r, start in starts]
        free = [cells for cells in places if all(scales.holds(c) and c not in occupied for c in cells)]
        if free:
            best = min(free, key=lambda cells: sum(grid[r][c][0] not in _LIGHT for r, c in cells))
            for (r, c), character in zip(best, number, strict=True):
                grid[r][c] = character, colour
            occupied.update(best)
    return occupied


def _letter_places(counts: NDArray[np.int_], occupied: set[_Cell]) -> Iterator[tuple[int, _Cell]]:
    """Yield for each curve in view the cell of its letter: one of its own if it has any, with few others near."""
    curves, _, columns = counts.shape
    present = counts > 0
    crowd = present.sum(axis=0)
    for index, own in enumerate(present):
        alone = own & (crowd == 1)
        free = [(r, c) for r, c in np.argwhere(alone if alone.any() else own).tolist() if (r, c) not in occupied]
        if free:
            near = _around(crowd - own)
            middle = (index + 0.5) / curves * columns
            best = min(free, key=lambda cell: (near[cell], abs(cell[1] - middle)))
            occupied.add(best)
            yield index, best


def _around(counts: NDArray[np.int_]) -> NDArray[np.int_]:
    """Return the sum over each cell and its eight neighbours."""
    total: NDArray[np.int_] = sliding_window_view(np.pad(counts.astype(int), 1), (3, 3)).sum(axis=(2, 3))
    return total
