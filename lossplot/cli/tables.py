"""Rows of cells on stdout: aligned, as CSV, or as a table of Rich."""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Column


def aligned(rows: Sequence[Sequence[str]], sides: str = "<") -> list[str]:
    """Return a line for each row, the cells of a column as wide as its widest.

    `sides` aligns the cells as in a format, "<" to the left and ">" to the right: one for each column, the last one
    for all that follow.
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    sides = sides.ljust(len(widths), sides[-1])
    lines = ("  ".join(map(_padded, row, widths, sides)) for row in rows)
    return [line.rstrip() for line in lines]


def _padded(cell: str, width: int, side: str) -> str:
    room = " " * (width - _width(cell))
    return room + cell if side == ">" else cell + room


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: an ideograph takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def print_csv(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows([headings, *rows])


def print_rich(columns: Iterable[Column | str], rows: Iterable[Iterable[RenderableType]], **settings: Any) -> None:
    """Print a table for a terminal; `settings` are those of Rich's Table."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns, box=box.SIMPLE_HEAD, **settings)
    for row in rows:
        table.add_row(*row)
    Console().print(table)
