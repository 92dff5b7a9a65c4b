"""`lossplot table LOSS...`: numbers instead of a picture."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot._cli.arguments import Losses, LossFiles, drawing_option, format_option, read_axis
from lossplot._cli.own import own_settings, say_plugin_warnings
from lossplot._cli.stderr import say, say_remarks
from lossplot._curves.panels import Panel
from lossplot._errors import read_choice, read_number
from lossplot._figure.readers import read_chance, read_range
from lossplot._figure.spec import OPTIONS
from lossplot._figure.tables import DEFAULT_POINTS

if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._formula.evaluate import Array

FORMATS = ("text", "csv", "json")
# What follows the name of a curve at the head of a column.
_MARKS: dict[Panel, str] = {
    "loss": "",
    "derivative": "'",
    "second-derivative": "''",
    "weight": " weight",
    "risk": " risk",
}
EXAMPLES = """\b
Examples:
  lossplot table hinge huber:delta=2 --axis margin --at=-1,0,0.9,1
  lossplot table logistic --range=-3:3 --points 61 --derivative --format csv
  lossplot table log-loss --at 0.1,0.5,0.9 --format json
"""


def table(
    losses: Losses,
    at: Annotated[str | None, typer.Option("--at", metavar="X,...", help="Where to; write --at=-1,0,1.")] = None,
    x_range: Annotated[str | None, drawing_option(OPTIONS["range"])] = None,
    points: Annotated[
        str | None, typer.Option("--points", metavar="N", help=f"How many x in the range ({DEFAULT_POINTS}).")
    ] = None,
    derivative: Annotated[bool, drawing_option(OPTIONS["derivative"])] = False,
    second_derivative: Annotated[bool, drawing_option(OPTIONS["second-derivative"])] = False,
    weight: Annotated[bool, drawing_option(OPTIONS["weight"])] = False,
    risk: Annotated[str | None, drawing_option(OPTIONS["risk"])] = None,
    axis: Annotated[str | None, drawing_option(OPTIONS["axis"])] = None,
    target: Annotated[str | None, drawing_option(OPTIONS["target"])] = None,
    both_labels: Annotated[bool, drawing_option(OPTIONS["both-labels"])] = False,
    *,
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
    loss_files: LossFiles = None,
) -> None:
    """Print values, derivatives, weights and risks at chosen points."""
    from lossplot._figure.tables import MOST_CURVES, curves_asked, panels_asked, points_asked
    from lossplot._figure.warnings import undefined_at
    from lossplot._settings import own_curves

    file_format = read_choice(file_format, FORMATS, "format")
    chance = read_chance(risk, "risk") if risk is not None else None
    panels = panels_asked(derivative, second_derivative, weight, chance)
    where = read_axis(axis, target)
    named = own_curves(losses, own_settings(loss_files), axis=where, most=MOST_CURVES)
    say_plugin_warnings()
    curves = curves_asked(named, panels, chance, both_labels)
    x = points_asked(
        curves,
        at=None if at is None else [read_number(each, "point") for each in at.split(",")],
        x_range=None if x_range is None else read_range(x_range),
        count=None if points is None else read_number(points, "points"),
    )
    say_remarks(curves)
    for warning in [warning for curve in curves for warning in undefined_at(curve, x, panels, chance)]:
        say(f"warning: {warning}")
    printer = {"text": _print_text, "csv": _print_csv, "json": _print_json}[file_format]
    printer(curves, x, panels, chance)


def _print_json(curves: list[Curve], x: Array, panels: tuple[Panel, ...], chance: float | None) -> None:
    from lossplot._curves.records import curve_record

    # A line for each column: `json` alone would write one for each number, or one for all.
    records = [
        ",\n  ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in record.items())
        for record in (curve_record(curve, x, panels, chance) for curve in curves)
    ]
    print("[\n" + ",\n".join(f" {{{record}}}" for record in records) + "\n]")


def _print_csv(curves: list[Curve], x: Array, panels: tuple[Panel, ...], chance: float | None) -> None:
    from lossplot._cli.tables import print_csv
    from lossplot._curves.records import COLUMNS, columns

    rows = (
        [curve.title, *("" if y is None else repr(y) for y in row)]
        for curve in curves
        for row in zip(x.tolist(), *columns(curve, x, panels, chance).values(), strict=True)
    )
    print_csv(["loss", "x", *(COLUMNS[panel] for panel in panels)], rows)


def _print_text(curves: list[Curve], x: Array, panels: tuple[Panel, ...], chance: float | None) -> None:
    """Print a row for each x, and for each curve a column of each quantity: first the values."""
    from lossplot._cli.tables import aligned, print_rich
    from lossplot._curves.records import columns

    headings = ["/".join(sorted({curve.axis.variable for curve in curves}))]
    cells = [[_short(value) for value in x.tolist()]]
    for curve in curves:
        for panel, column in zip(panels, columns(curve, x, panels, chance).values(), strict=True):
            headings.append(curve.title + _MARKS[panel])
            cells.append(["-" if y is None else _short(y) for y in column])
    rows = list(zip(*cells, strict=True))
    if sys.stdout.isatty():
        from rich.table import Column

        print_rich([Column(heading, justify="right") for heading in headings], rows, pad_edge=False)
    else:
        print("\n".join(aligned([headings, *rows], ">")))


def _short(value: float) -> str:
    """Return twelve significant digits: 1 - 0.9 is shown as 0.1."""
    return f"{value:.12g}"
