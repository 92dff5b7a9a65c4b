"""`lossplot list`: the catalogue, or the part of it that has what is asked for; or the places that figures go to."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.errors import LossplotError, RequestError, quote, read_choice

if TYPE_CHECKING:
    from lossplot.figure.looks import Preset
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
    presets: Annotated[
        bool, typer.Option("--presets", help="The places that --for knows: sizes, letters, rules and their sources.")
    ] = False,
    file_format: Annotated[
        str, typer.Option("-f", "--format", metavar="text|csv|json", help="How to print it.")
    ] = "text",
) -> None:
    """Print the catalogue, with formulas and parameters."""
    wanted = read_choice(file_format, ("text", "csv", "json"), "format")
    asked = {
        "convex": convex,
        "bounded": bounded,
        "calibrated": calibrated,
        "proper": proper,
        "redescending": redescending,
    }
    properties = [name for name, chosen in asked.items() if chosen]
    if presets:
        others = [*(words or []), *(["--axis"] if axis is not None else []), *(f"--{name}" for name in properties)]
        if others:
            raise RequestError(f"{quote(others[0])} chooses losses, and --presets lists none; leave one of them out")
        _print_presets(wanted)
        return
    _print(_find(words or [], axis, properties), wanted)


def _find(words: list[str], axis: str | None, properties: list[str]) -> list[Loss]:
    from lossplot.losses import LOSSES

    found = [loss for loss in LOSSES.values() if _mentions(loss, words)]
    if axis is not None:
        name = read_choice(axis, AXES, "axis")
        found = [loss for loss in found if loss.axis.name == name]
    if properties:
        found = [loss for loss in found if _has(loss, properties)]
    if not found:
        raise LossplotError("no loss is like that; ask for less, or see all with 'lossplot list'")
    return found


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
        _print_columns([_row(loss) for loss in losses])


def _print_columns(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


def _mentions(loss: Loss, words: Iterable[str]) -> bool:
    from lossplot.losses import normalise

    text = " ".join([loss.name, *loss.aliases, normalise(loss.summary), normalise(loss.source)])
    return all(normalise(word) in text for word in words)


def _has(loss: Loss, properties: list[str]) -> bool:
    from lossplot.curves.curve import default_curve
    from lossplot.curves.properties import card

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
    from lossplot.formula.notation.text import source

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
    from lossplot.formula.notation.letters import number
    from lossplot.formula.notation.text import unicode

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


def _print_presets(wanted: str) -> None:
    """Print the table of presets; JSON and CSV hold every field, with lengths in inches and points."""
    from lossplot.figure.looks import PRESETS

    records = [asdict(preset) for preset in PRESETS.values()]
    if wanted == "json":
        print(json.dumps(records, indent=2))
    elif wanted == "csv":
        writer = csv.DictWriter(sys.stdout, records[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    elif sys.stdout.isatty():
        _print_preset_table(list(PRESETS.values()))
    else:
        _print_columns([_preset_row(preset) for preset in PRESETS.values()])


def _preset_row(preset: Preset) -> tuple[str, ...]:
    return (
        preset.name,
        preset.use,
        f"{preset.width:.4g} x {preset.height:.4g} in",
        _other_size(preset),
        f"text {preset.text:g} pt",
        f"line {preset.line:g} pt",
        f"{preset.dpi:g} dpi",
        preset.rule,
        f"{preset.source}, {preset.year}",
    )


def _other_size(preset: Preset) -> str:
    """The size in pixels where it is a whole number of them, else in centimetres."""
    pixels = (preset.width * preset.dpi, preset.height * preset.dpi)
    if all(length == round(length) for length in pixels):
        return f"{pixels[0]:.0f} x {pixels[1]:.0f} px"
    return f"{2.54 * preset.width:.1f} x {2.54 * preset.height:.1f} cm"


def _print_preset_table(presets: list[Preset]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    for name in ("preset", "for", "size", "text", "line", "dpi", "rule", "source"):
        fixed = name in ("preset", "size")
        table.add_column(name, style="bold" if name == "preset" else None, no_wrap=fixed, overflow="fold")
    for preset in presets:
        name, use, inches, other, *_, rule, source = _preset_row(preset)
        points = (f"{preset.text:g}", f"{preset.line:g}", f"{preset.dpi:g}")
        table.add_row(name, use, f"{inches}\n{other}", *points, rule, source)
    Console().print(table)
