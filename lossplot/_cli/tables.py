"""Rows of cells on stdout: aligned, as CSV, or as a table of Rich."""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lossplot._cli.pager import page

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Column, Table


def aligned(rows: Sequence[Sequence[str]], sides: str = "<") -> list[str]:
    """Return a line for each row, the cells of a column as wide as its widest.

    `sides` aligns the cells as in a format, "<" to the left and ">" to the right: one for each column, the last one
    for all that follow.
    """
    return ["  ".join(row).rstrip() for row in padded(rows, sides)]


def padded(rows: Sequence[Sequence[str]], sides: str = "<") -> list[tuple[str, ...]]:
    """Return `rows` with the cells of a column as wide as its widest; `sides` are those of `aligned`."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    sides = sides.ljust(len(widths), sides[-1])
    return [tuple(map(_padded, row, widths, sides)) for row in rows]


def _padded(cell: str, width: int, side: str) -> str:
    room = " " * (width - _width(cell))
    return room + cell if side == ">" else cell + room


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: an ideograph takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def print_json(record: object) -> None:
    import json

    print(json.dumps(record, indent=2))


def print_csv(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows([headings, *rows])


def rich_table(columns: Iterable[Column | str], rows: Iterable[Iterable[RenderableType]], **settings: Any) -> Table:
    """Return a table for a terminal; `settings` are those of Rich's Table."""
    from rich import box
    from rich.table import Table

    table = Table(*columns, box=box.SIMPLE_HEAD, **settings)
    for row in rows:
        table.add_row(*row)
    return table


def print_tables(tables: Iterable[Table]) -> None:
    """Print tables on a terminal, by a pager if they are longer than it."""
    from rich.console import Console

    # Names are somebody's, and nothing in them is markup.
    console = Console(markup=False, emoji=False)
    with console.capture() as capture:
        for table in tables:
            console.print(table)
    page(capture.get())


def print_rich(columns: Iterable[Column | str], rows: Iterable[Iterable[RenderableType]], **settings: Any) -> None:
    """Print one table on a terminal, as `print_tables` does."""
    print_tables([rich_table(columns, rows, **settings)])
