"""Rows of cells on stdout: aligned, as CSV, or as a table of Rich."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Column


def aligned(rows: Sequence[Sequence[str]], side: str = "<") -> list[str]:
    """Return a line for each row, the cells of a column as wide as its widest.

    `side` aligns the cells as in a format: "<" to the left, ">" to the right.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:{side}{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return [line.rstrip() for line in lines]


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
