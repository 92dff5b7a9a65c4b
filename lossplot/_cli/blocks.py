"""Blocks of text on stdout: lines, and rows of cells that go on below themselves where a terminal is too narrow."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from lossplot._cli.pager import page

# Lines, or rows of cells, of which only the last of a row is long.
Block = Sequence[str] | Sequence[tuple[str, ...]]


def print_blocks(blocks: Sequence[Block]) -> None:
    """Print `blocks`, by a pager if they are longer than the terminal."""
    page(_wrapped(blocks) if sys.stdout.isatty() else "".join(f"{_line(row)}\n" for block in blocks for row in block))


def _line(row: str | tuple[str, ...]) -> str:
    return row if isinstance(row, str) else f"  {'  '.join(row)}".rstrip()


def _wrapped(blocks: Sequence[Block]) -> str:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    width = Console().width
    console = Console(file=io.StringIO(), width=width, color_system=None)
    with console.capture() as capture:
        for block in blocks:
            rows = [row for row in block if isinstance(row, tuple)]
            for line in (row for row in block if isinstance(row, str)):
                console.print(Text(line))
            if rows:
                grid = Table.grid(padding=(0, 2, 0, 0))
                for place in range(len(rows[0])):
                    grid.add_column(no_wrap=place < len(rows[0]) - 1, overflow="fold")
                for row in rows:
                    grid.add_row(*map(Text, row))
                console.print(Padding(grid, (0, 0, 0, 2)))
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())
