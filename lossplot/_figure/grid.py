"""Several figures in one: the groups of a grid, and their drawings side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot._curves.words import DOTS, split, split_at_commas
from lossplot._errors import RequestError, is_number, quote
from lossplot._figure.drawing import Drawing, Frame, Text
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.legend import Legend
from lossplot._figure.looks import DEFAULT, PRESETS, Look, default_size, look_for
from lossplot._figure.spec import FigureSpec

# The width and height of a cell without a preset, as shares of a whole figure's.
_CELL = (0.6, 0.78)
# How a preset's letters shrink with the number of rows or columns, and the size in points that they keep.
_SHRINK, _LEAST_TEXT = -0.65, 7.0
# How much an empty place counts, beside a cell out of shape.
_EMPTY = 4.0
# The shape of a page that can be chosen, that of a slide; and how much wider a grid may be, rather than higher.
_SHAPE, _WIDER = 16 / 9, 1.25
# The distance between cells, as a share of the page's width.
_GAP = 0.015
# The height of a title in multiples of its size, with the room below it, and its distance from the edge.
_TITLE, _EDGE = 1.9, 0.5


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of `count` cells in `columns` on a page of `size` inches; `title` inches at the top are not theirs."""

    count: int
    columns: int
    size: tuple[float, float]
    look: Look
    title: float

    @property
    def cell(self) -> tuple[float, float]:
        """The width and the height of a cell in inches."""
        rows = math.ceil(self.count / self.columns)
        width, height = self.size
        gap = self.gap
        return (width + gap) / self.columns - gap, (height - self.title + gap) / rows - gap

    @property
    def gap(self) -> float:
        """The distance between cells in inches."""
        return _GAP * self.size[0]

    def corner(self, number: int) -> tuple[float, float]:
        """The lower left corner of cell `number`, row by row from the top, in inches."""
        width, height = self.cell
        row, column = divmod(number, self.columns)
        x, top = column * (width + self.gap), self.size[1] - self.title - row * (height + self.gap)
        return x, top - height


def losses_of(group: str) -> tuple[str, ...]:
    """The losses of a group: `huber:delta=0.5,1,squared` is `huber:delta=0.5,1` and `squared`.

    Raises RequestError for a group with an empty part.
    """
    parts = [part.strip() for part in split_at_commas(group)]
    if not all(parts):
        raise RequestError(f"group {quote(group)} has a comma without a loss; write one such as 'hinge,logistic'")
    losses: list[str] = []
    for part in parts:
        if losses and split(losses[-1]).assignments and _is_value(part):
            losses[-1] += f",{part}"
        else:
            losses.append(part)
    return tuple(losses)


def _is_value(text: str) -> bool:
    """Return True if `text` begins with a number, a share or a sweep, and nothing more up to a next parameter."""
    value = text.partition(":")[0].strip().removesuffix("%")
    return all(map(is_number, value.split(DOTS)))


def cell_specs(spec: FigureSpec) -> tuple[FigureSpec, ...]:
    """The figure of each group of `spec`."""
    plain = replace(spec, grid=False, columns=spec.columns if isinstance(spec.columns, str) else None, title=None)
    return tuple(replace(plain, losses=losses_of(group)) for group in spec.losses)


def grid_for(spec: FigureSpec, size: tuple[float, float] | None, theme: str) -> Grid:
    """The page of `spec`, of `size` inches if that is asked for, and its cells."""
    count, panels = len(spec.losses), spec.page_panels
    natural = tuple(share * side for share, side in zip(_CELL, default_size(panels), strict=True))
    preset = PRESETS[spec.preset] if spec.preset else None
    page = size or (preset.size(panels) if preset else None)
    columns = min(spec.columns if isinstance(spec.columns, int) else _columns(count, page, natural), count)
    rows = math.ceil(count / columns)
    page = page or (columns * natural[0], rows * natural[1])
    if preset:
        look = look_for(spec.preset, theme, page, panels)[0]
        look = look.scaled(min(1.0, max(max(rows, columns) ** _SHRINK, _LEAST_TEXT / look.text)))
    else:
        look = look_for(None, theme, Grid(count, columns, page, DEFAULT, 0.0).cell, panels)[0]
    return Grid(count, columns, page, look, _TITLE * look.title * POINT if spec.title else 0.0)


def _columns(count: int, page: tuple[float, float] | None, natural: Sequence[float]) -> int:
    """The number of columns by which cells come nearest to their natural shape, with few places left empty."""
    shape = natural[0] / natural[1]
    wanted = _WIDER * (page[0] / page[1] if page else _SHAPE)

    def misfit(columns: int) -> float:
        rows = math.ceil(count / columns)
        empty = rows * columns / count
        return abs(math.log(columns * shape / rows / wanted)) + _EMPTY * math.log(empty)

    return min(range(count, 0, -1), key=misfit)


def combine(cells: Sequence[Drawing], grid: Grid, spec: FigureSpec) -> Drawing:
    """One drawing of all `cells`, each at its place in `grid`, below the title of `spec`."""
    moved = tuple(_moved(cell, number, grid) for number, cell in enumerate(cells))
    look = grid.look
    edge = _EDGE * look.title * POINT
    title = spec.title or ""
    heading = Text("title", title, edge, grid.size[1] - edge, look.title, look.ink, math=spec.math)
    return replace(
        moved[0],
        curves=tuple(dict.fromkeys(curve for cell in cells for curve in cell.curves)),
        styles=tuple(style for cell in cells for style in cell.styles),
        frames=(),
        legend=None,
        lines=(),
        dots=(),
        texts=(heading,) if title else (),
        cells=moved,
    )


def _moved(drawing: Drawing, number: int, grid: Grid) -> Drawing:
    """`drawing`, of cell `number`, at its place; names of lines begin with the cell's, to be unique in the page."""
    x, y = grid.corner(number)
    legend = drawing.legend
    return replace(
        drawing,
        size=grid.size,
        frames=tuple(_moved_frame(frame, (x, y), number) for frame in drawing.frames),
        legend=_moved_legend(legend, (x, y)) if legend else None,
        lines=tuple(replace(line, points=np.asarray(line.points) + np.array((x, y))) for line in drawing.lines),
        dots=tuple(
            replace(dots, points=tuple((across + x, up + y) for across, up in dots.points)) for dots in drawing.dots
        ),
        texts=tuple(_moved_text(text, (x, y)) for text in drawing.texts),
    )


def _moved_legend(legend: Legend, by: tuple[float, float]) -> Legend:
    x, y = by
    heading = (legend.heading[0] + x, legend.heading[1] + y) if legend.heading else None
    items = tuple(replace(item, x=item.x + x, y=item.y + y) for item in legend.items)
    return replace(legend, box=_moved_box(legend.box, by), heading=heading, items=items)


def _moved_frame(frame: Frame, by: tuple[float, float], number: int) -> Frame:
    lines = tuple(replace(line, name=line.name and f"cell {number + 1} {line.name}") for line in frame.lines)
    return replace(frame, box=_moved_box(frame.box, by), lines=lines)


def _moved_box(box: Box, by: tuple[float, float]) -> Box:
    x, y = by
    return Box(box.left + x, box.bottom + y, box.right + x, box.top + y)


def _moved_text(text: Text, by: tuple[float, float]) -> Text:
    return replace(text, x=text.x + by[0], y=text.y + by[1])
