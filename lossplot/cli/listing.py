"""`lossplot list`: the catalogue, or the part of it that has what is asked for."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.cli.arguments import read_choice
from lossplot.errors import LossplotError

if TYPE_CHECKING:
    from lossplot.losses import Loss

AXES = ("margin", "error", "probability", "prediction", "score", "distance", "similarity")


def list_losses(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="Words that name, alias, summary or source hold.", show_default=False),
    ] = None,
    axis: Annotated[
        str | None, typer.Option("--axis", metavar="AXIS", help=f"Only those of {', '.join(AXES)}.")
    ] = None,
    convex: Annotated[bool, typer.Option("--convex", help="Only convex losses.")] = False,
    bounded: Annotated[bool, typer.Option("--bounded", help="Only losses with an upper bound.")] = False,
    calibrated: Annotated[bool, typer.Option("--calibrated", help="Only classification-calibrated losses.")] = False,
    proper: Annotated[bool, typer.Option("--proper", help="Only proper scores.")] = False,
    redescending: Annotated[
        bool, typer.Option("--redescending", help="Only those whose slope returns to zero.")
    ] = False,
    file_format: Annotated[
        str, typer.Option("-f", "--format", metavar="text|csv|json", help="How to print it.")
    ] = "text",
) -> None:
    """Print the catalogue, with formulas and parameters."""
    from lossplot.losses import LOSSES

    wanted = read_choice(file_format, ("text", "csv", "json"), "format")
    found = [loss for loss in LOSSES.values() if _mentions(loss, words or [])]
    if axis:
        name = read_choice(axis, AXES, "axis")
        found = [loss for loss in found if loss.axis.name == name]
    asked = {
        "convex": convex,
        "bounded": bounded,
        "calibrated": calibrated,
        "proper": proper,
        "redescending": redescending,
    }
    if properties := [name for name, chosen in asked.items() if chosen]:
        found = [loss for loss in found if _has(loss, properties)]
    if not found:
        raise LossplotError("no loss is like that; ask for less, or see all with 'lossplot list'")
    _print(found, wanted)


def _print(losses: list[Loss], wanted: str) -> None:
    if wanted == "json":
        print(json.dumps([_record(loss) for loss in losses], indent=2))
    elif wanted == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["name", "axis", "parameters", "formula", "aliases", "summary"])
        writer.writerows([*_row(loss), " ".join(loss.aliases), loss.summary] for loss in losses)
    elif sys.stdout.isatty():
        _print_table(losses)
    else:
        rows = [_row(loss) for loss in losses]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            print("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


def _mentions(loss: Loss, words: Iterable[str]) -> bool:
    from lossplot.losses import normalise

    text = " ".join([loss.name, *loss.aliases, normalise(loss.summary), normalise(loss.source)])
    return all(normalise(word) in text for word in words)


def _has(loss: Loss, properties: list[str]) -> bool:
    from lossplot.curves import default_curve
    from lossplot.properties import card

    seen = card(default_curve(loss))
    facts = {
        "convex": seen.convex,
        "bounded": seen.upper < float("inf"),
        "calibrated": bool(seen.calibrated),
        "proper": bool(seen.proper),
        "redescending": seen.redescending in ("soft", "hard"),
    }
    return all(facts[name] for name in properties)


def _record(loss: Loss) -> dict[str, Any]:
    from lossplot.formula.notation import source

    return {
        "name": loss.name,
        "axis": loss.axis.name,
        "formula": source(loss.notation),
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


def _row(loss: Loss) -> tuple[str, str, str, str]:
    from lossplot.formula.notation import number, unicode

    parameters = ":".join(f"{parameter.name}={number(parameter.default)}" for parameter in loss.parameters)
    return loss.name, loss.axis.name, parameters, unicode(loss.notation)


def _print_table(losses: list[Loss]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for _, group in groupby(losses, lambda loss: loss.axis.name):
        members = list(group)
        table = Table(box=box.SIMPLE_HEAD, title=members[0].axis.name, title_justify="left", title_style="bold")
        table.add_column("loss", style="bold", no_wrap=True)
        table.add_column("parameters")
        table.add_column("formula")
        for loss in members:
            name, _, parameters, formula = _row(loss)
            table.add_row(name, parameters, formula)
        console.print(table)
