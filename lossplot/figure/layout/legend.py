"""Where the legend stands: inside a panel if it covers nothing there, else above the panels, else beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from lossplot.errors import RequestError
from lossplot.figure.layout.boxes import POINT, Box, Measure
from lossplot.figure.layout.ink import covered
from lossplot.formula.evaluate import Array

# In multiples of the text size.
HANDLE, HANDLE_GAP, PAD, LEADING, COLUMN_GAP, CLEARANCE = 2.9, 0.6, 0.35, 1.5, 1.5, 0.35
# From one line to the next where formulas have fractions.
FRACTIONS = 1.9
# A family of more members than this has its lines closer together, and not all of them named.
LOOSE = 8
# How much of the room a legend may take above the panels, and beside them; and the sizes of text to try.
HIGHEST, WIDEST = 0.4, 0.5
_ROW_SIZES = (1.0, 0.9, 0.8, 0.7)
_SIZES = (1.0, 0.85, 0.7, 0.6, 0.5)


@dataclass(frozen=True, slots=True)
class Key:
    """What a legend says: a name for each curve, maybe with its formula; for a family what the names are values of."""

    names: tuple[str, ...]
    heading: str = ""
    formulas: bool = False

    @property
    def leading(self) -> float:
        """From one line to the next, in multiples of the text size."""
        loosest = FRACTIONS if self.formulas else LEADING
        return LEADING * min(1.0, LOOSE / len(self.names)) if self.heading else loosest

    def is_named(self, index: int) -> bool:
        """Whether line `index` has its name beside it: the first and last, and as many others as there is room for."""
        every = math.ceil(LEADING / self.leading - 1e-9)
        last = len(self.names) - 1
        return index == last or (index % every == 0 and (last - index >= every or index == 0))


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the legend, at (x, y): the handle of a curve and its name, or the heading, which is no curve's."""

    x: float
    y: float
    words: str
    curve: int | None


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend's box, its lines, and the size of its text in points."""

    box: Box
    items: tuple[Item, ...]
    text: float


def inside(panel: Box, ink: Array, key: Key, text: float, measure: Measure) -> Legend | None:
    """The legend in a corner or at an edge of `panel`, if there it covers no ink."""
    width, height = _size(key, 1, text, measure)
    margin = CLEARANCE * text * POINT
    if width > 0.6 * panel.width or height > 0.7 * panel.height:
        return None
    middle, centre = (panel.bottom + panel.top - height) / 2, (panel.left + panel.right - width) / 2
    lefts = (panel.right - width - margin, panel.left + margin, centre)
    for bottom, left in product((panel.top - height - margin, panel.bottom + margin, middle), lefts):
        around = Box(left - margin, bottom - margin, left + width + margin, bottom + height + margin)
        if not covered(around, ink):
            return _legend(Box(left, bottom, left + width, bottom + height), key, 1, text, measure)
    return None


def outside(room: Box, key: Key, text: float, measure: Measure) -> tuple[Legend, Box]:
    """The legend in rows at the top of `room`, or in columns at its right, and the room that is left.

    Raises RequestError for formulas that do not fit: in letters that small they could not be read.
    """
    above = _above(room, key, text, measure)
    if not above and key.formulas:
        longest = max(key.names, key=lambda name: measure(name, text)).partition(" ")[0]
        raise RequestError(
            f"the formula of {longest} is too long for this figure; make it wider with --size, or leave out --formula"
        )
    return above or _beside(room, key, text, measure)


def _above(room: Box, key: Key, text: float, measure: Measure) -> tuple[Legend, Box] | None:
    """As large as they fit, and then in as few rows, if that leaves the panels enough."""
    for size, rows in product(_ROW_SIZES, range(1, len(key.names) + 1) if not key.heading else ()):
        columns = math.ceil(len(key.names) / rows)
        width, height = _size(key, columns, size * text, measure)
        if width <= room.width and height <= HIGHEST * room.height:
            left = room.left + (room.width - width) / 2
            box = Box(left, room.top - height, left + width, room.top)
            below = Box(room.left, room.bottom, room.right, room.top - height - CLEARANCE * text * POINT)
            return _legend(box, key, columns, size * text, measure), below
    return None


def _beside(room: Box, key: Key, text: float, measure: Measure) -> tuple[Legend, Box]:
    for size, columns in product((text * share for share in _SIZES), (1,) if key.heading else (1, 2, 3)):
        width, height = _size(key, columns, size, measure)
        if width <= WIDEST * room.width and height <= room.height:
            break
    box = Box(room.right - width, room.top - height, room.right, room.top)
    left = Box(room.left, room.bottom, box.left - 0.5 * text * POINT, room.top)
    return _legend(box, key, columns, size, measure), left


def _columns(key: Key, columns: int) -> list[range]:
    """The indices of the names in each column."""
    rows = math.ceil(len(key.names) / columns)
    return [range(start, min(start + rows, len(key.names))) for start in range(0, len(key.names), rows)]


def _widths(key: Key, columns: int, text: float, measure: Measure) -> list[float]:
    handle = (HANDLE + HANDLE_GAP) * text * POINT
    return [handle + max(measure(key.names[i], text) for i in column) for column in _columns(key, columns)]


def _size(key: Key, columns: int, text: float, measure: Measure) -> tuple[float, float]:
    em = text * POINT
    widths = _widths(key, columns, text, measure)
    width = sum(widths) + (len(widths) - 1) * COLUMN_GAP * em
    if key.heading:
        width = max(width, measure(key.heading, text))
    rows = len(_columns(key, columns)[0])
    return width + 2 * PAD * em, (LEADING * (1 + bool(key.heading)) + key.leading * (rows - 1) + 2 * PAD) * em


def _legend(box: Box, key: Key, columns: int, text: float, measure: Measure) -> Legend:
    return Legend(box, tuple(_items(box, key, columns, text, measure)), text)


def _items(box: Box, key: Key, columns: int, text: float, measure: Measure) -> Iterator[Item]:
    em = text * POINT
    x, top = box.left + PAD * em, box.top - (PAD + 0.5 * LEADING) * em
    if key.heading:
        yield Item(x, top, key.heading, None)
        top -= LEADING * em
    for column, width in zip(_columns(key, columns), _widths(key, columns, text, measure), strict=True):
        for row, index in enumerate(column):
            yield Item(x, top - row * key.leading * em, key.names[index] if key.is_named(index) else "", index)
        x += width + COLUMN_GAP * em
