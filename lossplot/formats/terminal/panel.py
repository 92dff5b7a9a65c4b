"""One panel in cells: its curves in Braille, circles at their jumps, lines through zero, marked points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lossplot.figure.sampling import Trace
from lossplot.figure.scene import PanelScene
from lossplot.formats.terminal.cells import Span
from lossplot.formats.terminal.dots import ACROSS, DOWN, Dots, blocks, characters, stroke
from lossplot.formats.terminal.pens import Pen
from lossplot.formats.terminal.scale import Scale
from lossplot.formula.evaluate import Array

FILLED, HOLLOW, MARKED = "●", "○", "◆"
# What may be written over.
_LIGHT = " ┈┊┼"
_Grid = list[list[Span]]


def draw_panel(panel: PanelScene, pens: Sequence[Pen], x: Scale, y: Scale, faint: int | None) -> _Grid:
    """The cells of `panel`, `y.cells` rows of `x.cells`; `faint` is the colour of the lines through zero."""
    layers = np.array([_layer(trace, pen, x, y) for trace, pen in zip(panel.traces, pens, strict=True)])
    counts = blocks(layers).sum(axis=(2, 4))
    grid = _zero_lines(panel, x, y, faint)
    for row, line in enumerate(characters(np.any(layers, axis=0))):
        for column, character in enumerate(line):
            if character != " ":
                grid[row][column] = character, pens[_owner(counts[:, row, column], row + column)].colour
    taken = _write_circles(grid, panel.traces, pens, x, y)
    taken |= _write_marks(grid, panel, pens, x, y)
    for index, (row, column) in _letter_places(counts, taken):
        if pens[index].letter:
            grid[row][column] = pens[index].letter, pens[index].colour
    return grid


def _layer(trace: Trace, pen: Pen, x: Scale, y: Scale) -> Dots:
    """The dots of one curve."""
    dots = np.zeros((DOWN * y.cells, ACROSS * x.cells), dtype=bool)
    for piece in trace.pieces:
        stroke(dots, _onto(piece, x, y), pen.dash)
    for place, low, high in trace.bridges:
        bridge = np.zeros_like(dots)
        stroke(bridge, _onto(np.array([[place, low], [place, high]]), x, y))
        dots[::2] |= bridge[::2]
    return dots


def _onto(points: Array, x: Scale, y: Scale) -> Array:
    return np.column_stack([x.dot(points[:, 0]), y.dot(points[:, 1])])


def _owner(counts: NDArray[np.int_], turn: int) -> int:
    """The curve with the most dots in a cell; those that have equally many take turns from cell to cell."""
    tied = np.flatnonzero(counts == counts.max())
    return int(tied[turn % len(tied)])


def _zero_lines(panel: PanelScene, x: Scale, y: Scale, colour: int | None) -> _Grid:
    """A grid that is empty but for the lines through zero."""
    view = panel.view
    row = y.cell(0.0) if view.bottom < 0.0 < view.top else None
    column = x.cell(0.0) if view.left < 0.0 < view.right else None
    cross = {(False, False): " ", (True, False): "┈", (False, True): "┊", (True, True): "┼"}
    return [[(cross[r == row, c == column], colour) for c in range(x.cells)] for r in range(y.cells)]


_Places = set[tuple[int, int]]


def _place(point: tuple[float, float], x: Scale, y: Scale) -> tuple[int, int] | None:
    """The row and column of a point, if it is on the grid."""
    if not (y.holds(point[1]) and x.holds(point[0])):
        return None
    return y.cell(point[1]), x.cell(point[0])


def _write_circles(grid: _Grid, traces: Sequence[Trace], pens: Sequence[Pen], x: Scale, y: Scale) -> _Places:
    """Circles where curves jump, a filled one before a hollow one; return where."""
    circles = [(HOLLOW, point, pen) for trace, pen in zip(traces, pens, strict=True) for point in trace.hollow]
    circles += [(FILLED, point, pen) for trace, pen in zip(traces, pens, strict=True) for point in trace.filled]
    taken = set()
    for circle, point, pen in circles:
        if place := _place(point, x, y):
            grid[place[0]][place[1]] = circle, pen.colour
            taken.add(place)
    return taken


def _write_marks(grid: _Grid, panel: PanelScene, pens: Sequence[Pen], x: Scale, y: Scale) -> _Places:
    """Each marked point, with its number where it hides least; return where."""
    taken: _Places = set()
    for mark in panel.marks:
        place = _place((mark.x, mark.y), x, y)
        if place is None or place in taken:
            continue
        row, column = place
        grid[row][column] = MARKED, pens[mark.curve].colour
        taken.add(place)
        number = f"{mark.number:.4g}".replace("-", "\u2212")
        free = [
            cells
            for cells in _beside(row, column, len(number))
            if all(0 <= r < y.cells and 0 <= c < x.cells and (r, c) not in taken for r, c in cells)
        ]
        if free:
            best = min(free, key=lambda cells: sum(grid[r][c][0] not in _LIGHT for r, c in cells))
            for (r, c), character in zip(best, number, strict=True):
                grid[r][c] = character, pens[mark.curve].colour
            taken.update(best)
    return taken


def _beside(row: int, column: int, length: int) -> Iterator[list[tuple[int, int]]]:
    """Where a text may stand by a cell: right, left, above and below of it."""
    for down, start in (
        (0, column + 1),
        (0, column - length),
        (-1, column + 1),
        (-1, column - length),
        (1, column + 1),
        (1, column - length),
    ):
        yield [(row + down, start + at) for at in range(length)]


def _letter_places(counts: NDArray[np.int_], taken: _Places) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each curve in view the cell for its letter: one that is its alone, if it has any, with few others near."""
    curves, _, columns = counts.shape
    present = counts > 0
    crowd = _around(present.sum(axis=0))
    for index, own in enumerate(present):
        alone = own & (present.sum(axis=0) == 1)
        free = [(r, c) for r, c in np.argwhere(alone if alone.any() else own).tolist() if (r, c) not in taken]
        if free:
            near = crowd - _around(own)
            wanted = (index + 0.5) / curves * columns
            best = min(free, key=lambda place: (near[place], abs(place[1] - wanted)))
            taken.add(best)
            yield index, best


def _around(counts: NDArray[np.int_]) -> NDArray[np.int_]:
    """The sum over each cell and its eight neighbours."""
    padded = np.pad(counts.astype(int), 1)
    rows, columns = counts.shape
    total: NDArray[np.int_] = np.sum(
        [padded[r : r + rows, c : c + columns] for r in range(3) for c in range(3)], axis=0
    )
    return total
