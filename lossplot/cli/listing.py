"""`lossplot list`: the catalogue."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from typing import Annotated, Any

import typer

from lossplot.cli.arguments import read_choice


def list_losses(
    file_format: Annotated[str, typer.Option("-f", "--format", metavar="text|json", help="How to print it.")] = "text",
) -> None:
    """Print the catalogue, with formulas and parameters."""
    from lossplot.losses import LOSSES  # noqa: PLC0415

    if read_choice(file_format, ("text", "json"), "format") == "json":
        print(json.dumps([_record(loss) for loss in LOSSES.values()], indent=2))
    elif sys.stdout.isatty():
        _print_table(LOSSES.values())
    else:
        widths = [max(map(len, column)) for column in zip(*(_row(loss) for loss in LOSSES.values()), strict=True)]
        for loss in LOSSES.values():
            print("  ".join(f"{cell:{width}}" for cell, width in zip(_row(loss), widths, strict=True)).rstrip())


def _record(loss: Any) -> dict[str, Any]:
    from lossplot.formula.notation import source  # noqa: PLC0415

    return {
        "name": loss.name,
        "axis": loss.axis.name,
        "formula": source(loss.tree),
        "parameters": {
            parameter.name: {
                "default": parameter.default,
                "low": _end(parameter.interval.low),
                "high": _end(parameter.interval.high),
            }
            for parameter in loss.parameters
        },
        "aliases": list(loss.aliases),
        "summary": loss.summary,
    }


def _end(value: float) -> float | str:
    """A number as JSON can hold it."""
    return str(value) if value in (float("inf"), float("-inf")) else value


def _row(loss: Any) -> tuple[str, str, str, str]:
    from lossplot.formula.notation import number, unicode  # noqa: PLC0415

    parameters = ":".join(f"{parameter.name}={number(parameter.default)}" for parameter in loss.parameters)
    return loss.name, loss.axis.name, parameters, unicode(loss.tree)


def _print_table(losses: Any) -> None:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = Console()
    for axis, group in groupby(losses, lambda loss: loss.axis):
        table = Table(box=box.SIMPLE_HEAD, title=axis.label, title_justify="left", title_style="bold", pad_edge=False)
        table.add_column("loss", style="bold", no_wrap=True)
        table.add_column("parameters")
        table.add_column("formula")
        for loss in group:
            name, _, parameters, formula = _row(loss)
            table.add_row(name, parameters, formula)
        console.print(table)
