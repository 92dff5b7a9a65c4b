"""`lossplot table LOSS...`: numbers instead of a picture."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot.cli.arguments import Derivative, Losses, RangeOption, SecondDerivative
from lossplot.cli.stderr import say
from lossplot.errors import RequestError, quote, read_choice, read_number
from lossplot.figure.options import read_range

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve
    from lossplot.formula.evaluate import Array

MOST_POINTS = 100_000
MOST_CURVES = 1_000
DEFAULT_POINTS = 13


def table(
    losses: Losses,
    at: Annotated[str | None, typer.Option("--at", metavar="X,...", help="Where to; write --at=-1,0,1.")] = None,
    x_range: RangeOption = None,
    points: Annotated[
        str | None, typer.Option("--points", metavar="N", help=f"How many x in the range ({DEFAULT_POINTS}).")
    ] = None,
    derivative: Derivative = False,
    second_derivative: SecondDerivative = False,
    file_format: Annotated[
        str, typer.Option("-f", "--format", metavar="text|csv|json", help="How to print it.")
    ] = "text",
) -> None:
    """Print values and derivatives at chosen points."""
    from lossplot.curves.parse import read_curves
    from lossplot.figure.warnings import undefined_at

    wanted = read_choice(file_format, ("text", "csv", "json"), "format")
    order = 2 if second_derivative else 1 if derivative else 0
    curves = list(dict.fromkeys(read_curves(losses, most=MOST_CURVES)))
    x = _read_points(at, x_range, points, curves)
    for warning in [warning for curve in curves for warning in undefined_at(curve, x, order)]:
        say(f"warning: {warning}")
    if wanted == "json":
        _print_json(curves, x, order)
    elif wanted == "csv":
        _print_csv(curves, x, order)
    else:
        _print_text(curves, x, order)


def _read_points(at: str | None, x_range: str | None, points: str | None, curves: list[Curve]) -> Array:
    import numpy as np

    from lossplot.curves.curve import same_axis

    if at is not None:
        if x_range is not None or points is not None:
            raise RequestError("--at says where, and so do --range and --points; give one or the other")
        words = at.split(",")
        if len(words) > MOST_POINTS:
            raise RequestError(f"{MOST_POINTS} points is the most for one table; this is {len(words)}")
        return np.array([read_number(word, "point") for word in words])
    count = read_number(points, "points") if points is not None else float(DEFAULT_POINTS)
    if count % 1 or not 2 <= count <= MOST_POINTS:
        raise RequestError(f"points must be a whole number from 2 to {MOST_POINTS}, not {quote(points or '')}")
    low, high = read_range(x_range) if x_range is not None else same_axis(curves).view
    return np.linspace(low, high, int(count))


def _print_json(curves: list[Curve], x: Array, order: int) -> None:
    from lossplot.curves.records import curve_record

    # A line for each column: `json` alone would write one for each number, or one for all.
    records = [
        ",\n  ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in curve_record(curve, x, order).items())
        for curve in curves
    ]
    print("[\n" + ",\n".join(f" {{{record}}}" for record in records) + "\n]")


def _print_csv(curves: list[Curve], x: Array, order: int) -> None:
    from lossplot.curves.records import columns

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["loss", "x", "value", "derivative", "second_derivative"][: order + 3])
    for curve in curves:
        for row in zip(x.tolist(), *columns(curve, x, order).values(), strict=True):
            writer.writerow([curve.spec, *("" if y is None else repr(y) for y in row)])


def _print_text(curves: list[Curve], x: Array, order: int) -> None:
    """One row for each x, and for each curve a column of values, then of each derivative."""
    from lossplot.curves.records import columns

    variables = {curve.axis.variable for curve in curves}
    headings, cells = ["/".join(sorted(variables))], [[_short(value) for value in x.tolist()]]
    for curve in curves:
        for mark, column in zip(("", "'", "''"), columns(curve, x, order).values(), strict=False):
            headings.append(curve.spec + mark)
            cells.append(["-" if y is None else _short(y) for y in column])
    if sys.stdout.isatty():
        _print_rich(headings, cells)
        return
    widths = [max(len(heading), *map(len, column)) for heading, column in zip(headings, cells, strict=True)]
    for row in (headings, *zip(*cells, strict=True)):
        print("  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True)))


def _print_rich(headings: list[str], cells: list[list[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    shown = Table(*headings, box=box.SIMPLE_HEAD, pad_edge=False)
    for column in shown.columns:
        column.justify = "right"
    for row in zip(*cells, strict=True):
        shown.add_row(*row)
    Console().print(shown)


def _short(value: float) -> str:
    """Twelve significant digits: 1 - 0.9 is shown as 0.1."""
    return f"{value:.12g}"
