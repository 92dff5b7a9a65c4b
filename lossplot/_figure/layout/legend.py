"""Place of the legend: inside a panel if it covers nothing there, else above the panels, else beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from lossplot._errors import RequestError, option_words
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.candidates import overlaps
from lossplot._figure.layout.ink import covered
from lossplot._figure.layout.page import Names
from lossplot._formula.evaluate import Array

# In multiples of the text size.
HANDLE, HANDLE_GAP, PAD, LEADING, COLUMN_GAP, CLEARANCE = 2.2, 0.5, 0.35, 1.3, 1.5, 0.35
# From one line to the next where formulas have fractions.
FRACTIONS = 1.9
# A family of more members than this has its lines closer together, and not all of them named.
LOOSE = 8
# How much of the room a legend may take above the panels, and beside them; and the sizes of text to try.
HIGHEST, WIDEST = 0.4, 0.5
# How many rows are worth as much as the whole size of the letters.
ROWS_WORTH = 5.0
_ROW_SIZES = (1.0, 0.9, 0.8, 0.7)
_SIZES = (1.0, 0.85, 0.7, 0.6, 0.5)

Place = Literal["inside", "above", "beside"]


@dataclass(frozen=True, slots=True)
class Item:
    """The left end, in inches, of a curve's handle, beside which stands its name if it `is_named`."""

    curve: int
    x: float
    y: float
    is_named: bool


@dataclass(frozen=True, slots=True)
class Legend:
    """A box with a line for each curve, in columns, `size` points high and `leading` times that apart.

    The heading, if there is one, stands at `heading`, in inches.
    """

    place: Place
    box: Box
    columns: int
    size: float
    leading: float
    heading: tuple[float, float] | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """The names in `columns` of these widths, in letters of `size` points, and the size of it all in inches."""

    names: Names
    columns: tuple[range, ...]
    widths: tuple[float, ...]
    size: float
    width: float
    height: float

    def at(self, place: Place, box: Box) -> Legend:
        """The legend with this table in `box`."""
        em, leading = self.size * POINT, _leading(self.names)
        x, y = box.left + PAD * em, box.top - (PAD + 0.5 * LEADING) * em
        heading, top = ((x, y), y - LEADING * em) if self.names.heading else (None, y)
        items: list[Item] = []
        for column, width in zip(self.columns, self.widths, strict=True):
            rows = enumerate(column)
            items += [Item(i, x, top - row * leading * em, _is_named(self.names, i)) for row, i in rows]
            x += width + COLUMN_GAP * em
        return Legend(place, box, len(self.columns), self.size, leading, heading, tuple(items))


def _table(names: Names, columns: int, size: float) -> _Table:
    em, count = size * POINT, len(names.texts)
    rows = math.ceil(count / columns)
    indices = tuple(range(start, min(start + rows, count)) for start in range(0, count, rows))
    handle = (HANDLE + HANDLE_GAP) * size * POINT
    widths = tuple(handle + max(names.measure(names.texts[i], size) for i in column) for column in indices)
    width = sum(widths) + (len(widths) - 1) * COLUMN_GAP * em
    if names.heading:
        width = max(width, names.measure(names.heading, size))
    height = (LEADING * (1 + bool(names.heading)) + _leading(names) * (rows - 1) + 2 * PAD) * em
    return _Table(names, indices, widths, size, width + 2 * PAD * em, height)


def _leading(names: Names) -> float:
    """The distance from one line to the next, in multiples of the text size."""
    loosest = FRACTIONS if names.formulas else LEADING
    return LEADING * min(1.0, LOOSE / len(names.texts)) if names.heading else loosest


def _is_named(names: Names, index: int) -> bool:
    """Return True if line `index` has its name: the first, the last, and as many between as there is room for."""
    every = math.ceil(LEADING / _leading(names))
    last = len(names.texts) - 1
    return index == last or (index % every == 0 and last - index >= every)


def inside(panel: Box, ink: Array, obstacles: Sequence[Box], names: Names) -> Legend | None:
    """The legend in a corner, at an edge or beside a line of `panel`, if there it covers no ink and no obstacle."""
    table = _table(names, 1, names.size)
    width, height, margin = table.width, table.height, CLEARANCE * names.size * POINT
    if width > 0.6 * panel.width or height > 0.7 * panel.height:
        return None
    middle, centre = (panel.bottom + panel.top - height) / 2, (panel.left + panel.right - width) / 2
    beside = [
        left for line in obstacles if not line.width for left in (line.right + margin, line.left - margin - width)
    ]
    lefts = [panel.right - width - margin, panel.left + margin, centre, *beside]
    spots = product((panel.top - height - margin, panel.bottom + margin, middle), lefts)
    for box in (Box(left, bottom, left + width, bottom + height) for bottom, left in spots):
        around = Box(box.left - margin, box.bottom - margin, box.right + margin, box.top + margin)
        within = panel.left <= box.left and box.right <= panel.right
        if within and not covered(around, ink) and not overlaps(box, obstacles, 0.0):
            return table.at("inside", box)
    return None


def outside(room: Box, names: Names) -> tuple[Legend, Box]:
    """The legend in rows at the top of `room`, or in columns at its right, and the room that is left.

    Raises RequestError for formulas that do not fit: in letters that small they could not be read.
    """
    above = _above(room, names)
    if not above and names.formulas:
        longest = max(names.texts, key=lambda name: names.measure(name, names.size)).partition(" ")[0]
        raise RequestError(
            f"the formula of {longest} is too long for this figure; make it wider with ",
            option_words("size"),
            ", or leave out ",
            option_words("formula"),
        )
    return above or _beside(room, names)


def _above(room: Box, names: Names) -> tuple[Legend, Box] | None:
    """The legend in few rows of letters that are not much smaller, if that leaves the panels enough."""
    tries = product(_ROW_SIZES, range(1, len(names.texts) + 1) if not names.heading else ())
    for share, rows in sorted(tries, key=lambda size: size[1] + ROWS_WORTH * (1.0 - size[0])):
        table = _table(names, math.ceil(len(names.texts) / rows), share * names.size)
        if table.width <= room.width and table.height <= HIGHEST * room.height:
            left = room.left - PAD * table.size * POINT
            box = Box(left, room.top - table.height, left + table.width, room.top)
            top = room.top - table.height - CLEARANCE * names.size * POINT
            return table.at("above", box), Box(room.left, room.bottom, room.right, top)
    return None


def _beside(room: Box, names: Names) -> tuple[Legend, Box]:
    for share, columns in product(_SIZES, (1,) if names.heading else (1, 2, 3)):
        table = _table(names, columns, names.size * share)
        if table.width <= WIDEST * room.width and table.height <= room.height:
            break
    box = Box(room.right - table.width, room.top - table.height, room.right, room.top)
    return table.at("beside", box), Box(room.left, room.bottom, box.left - 0.5 * names.size * POINT, room.top)
