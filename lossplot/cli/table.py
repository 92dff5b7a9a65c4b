"""`lossplot table LOSS...`: numbers instead of a picture."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot.cli.arguments import Losses, LossFiles, drawing_option, format_option, read_axis
from lossplot.cli.own import own_settings, say_plugin_warnings
from lossplot.cli.stderr import say, say_remarks
from lossplot.curves.panels import PANELS, Panel
from lossplot.errors import RequestError, quote, read_choice, read_number
from lossplot.figure.readers import read_chance, read_range
from lossplot.figure.spec import OPTIONS

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve
    from lossplot.formula.evaluate import Array

MOST_POINTS = 100_000
MOST_CURVES = 1_000
DEFAULT_POINTS = 13
FORMATS = ("text", "csv", "json")
# What follows the name of a curve at the head of a column.
_MARKS: dict[Panel, str] = {
    "loss": "",
    "derivative": "'",
    "second-derivative": "''",
    "weight": " weight",
    "risk": " risk",
}
_AXIS_HELP = "On another axis: margin, error or probability; the derivative is with respect to that."
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
    from lossplot.curves.moves import for_both_labels
    from lossplot.curves.panels import check_panels
    from lossplot.curves.parse import check_count
    from lossplot.figure.resolve import check_labels
    from lossplot.figure.warnings import undefined_at
    from lossplot.settings import own_curves

    file_format = read_choice(file_format, FORMATS, "format")
    chance = read_chance(risk, "risk") if risk is not None else None
    asked = (True, derivative or second_derivative, second_derivative, weight, chance is not None)
    panels = tuple(panel for panel, is_asked in zip(PANELS, asked, strict=True) if is_asked)
    where = read_axis(axis, target)
    curves = list(dict.fromkeys(own_curves(losses, own_settings(loss_files), axis=where, most=MOST_CURVES)))
    say_plugin_warnings()
    if both_labels:
        check_labels(chance is not None)
        curves = [each for curve in curves for each in for_both_labels(curve)]
        check_count(len(curves), MOST_CURVES)
    check_panels(panels, curves)
    x = _read_points(at, x_range, points, curves)
    say_remarks(curves)
    for warning in [warning for curve in curves for warning in undefined_at(curve, x, panels, chance)]:
        say(f"warning: {warning}")
    printer = {"text": _print_text, "csv": _print_csv, "json": _print_json}[file_format]
    printer(curves, x, panels, chance)


def _read_points(at: str | None, x_range: str | None, points: str | None, curves: list[Curve]) -> Array:
    import numpy as np

    from lossplot.curves.moves import same_axis
    from lossplot.figure.limits import x_limits

    if at is not None:
        if x_range is not None or points is not None:
            raise RequestError("--at says where, and so do --range and --points; give one or the other")
        numbers = at.split(",")
        if len(numbers) > MOST_POINTS:
            raise RequestError(f"{MOST_POINTS} points is the most for one table; this is {len(numbers)}")
        return np.array([read_number(each, "point") for each in numbers])
    count = read_number(points, "points") if points is not None else float(DEFAULT_POINTS)
    if count % 1 or not 2 <= count <= MOST_POINTS:
        raise RequestError(f"points must be a whole number from 2 to {MOST_POINTS}, not {quote(points or '')}")
    axis = same_axis(curves)
    own = axis.view if axis.target is None else x_limits(curves)
    low, high = read_range(x_range) if x_range is not None else own
    return np.linspace(low, high, int(count))


def _print_json(curves: list[Curve], x: Array, panels: tuple[Panel, ...], chance: float | None) -> None:
    from lossplot.curves.records import curve_record

    # A line for each column: `json` alone would write one for each number, or one for all.
    records = [
        ",\n  ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in record.items())
        for record in (curve_record(curve, x, panels, chance) for curve in curves)
    ]
    print("[\n" + ",\n".join(f" {{{record}}}" for record in records) + "\n]")


def _print_csv(curves: list[Curve], x: Array, panels: tuple[Panel, ...], chance: float | None) -> None:
    from lossplot.cli.tables import print_csv
    from lossplot.curves.records import COLUMNS, columns

    rows = (
        [curve.title, *("" if y is None else repr(y) for y in row)]
        for curve in curves
        for row in zip(x.tolist(), *columns(curve, x, panels, chance).values(), strict=True)
    )
    print_csv(["loss", "x", *(COLUMNS[panel] for panel in panels)], rows)


def _print_text(curves: list[Curve], x: Array, panels: tuple[Panel, ...], chance: float | None) -> None:
    """Print a row for each x, and for each curve a column of each quantity: first the values."""
    from lossplot.cli.tables import aligned, print_rich
    from lossplot.curves.records import columns

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
