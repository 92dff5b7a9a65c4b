"""The results of training, on stdout: a table, or JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lossplot._text.language import Language
    from lossplot._training.outcome import Result


def print_json(result: Result) -> None:
    """Print a record for each loss."""
    from lossplot._cli import tables
    from lossplot._training.records import result_records

    tables.print_json(result_records(result))


def print_text(result: Result, language: Language) -> None:
    """Print a row for each loss."""
    from lossplot._cli.tables import aligned, print_rich
    from lossplot._training.records import COLUMNS, table_rows

    names, rows = table_rows(result, language)
    headings = [language(COLUMNS.get(name, name)) for name in names]
    cells = [[_short(name, cell) for name, cell in zip(names, row, strict=True)] for row in rows]
    if sys.stdout.isatty():
        from rich.table import Column

        columns = [
            Column(heading, justify="left" if i in (0, len(names) - 1) else "right")
            for i, heading in enumerate(headings)
        ]
        print_rich(columns, cells, pad_edge=False)
    else:
        print("\n".join(aligned([headings, *cells], f"<{'>' * (len(names) - 2)}<")))


def _short(name: str, cell: Any) -> str:
    if cell is None:
        return "-"
    if not isinstance(cell, float):
        return str(cell)
    if name.endswith("_accuracy") or name in ("precision", "recall"):
        return f"{100.0 * cell:.4g}%"
    return f"{cell:.2f}" if name == "seconds" else f"{cell:.4g}"
