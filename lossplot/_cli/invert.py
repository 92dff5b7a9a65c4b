"""`lossplot invert LOSS VALUE...`: which margin, error or probability gives this loss."""

from __future__ import annotations

from typing import Annotated

import typer

from lossplot._cli.arguments import LossArgument, LossFiles, drawing_option, format_option, read_axis
from lossplot._cli.own import own_settings, say_plugin_warnings
from lossplot._cli.stderr import say_remarks
from lossplot._cli.tables import print_json
from lossplot._errors import LossplotError, read_choice, read_number
from lossplot._figure.spec import OPTIONS

FORMATS = ("text", "json")
EXAMPLES = """\b
Examples:
  lossplot invert log-loss 0.6135
  lossplot invert hinge 0.5 1 2 --format json
"""


def invert(
    loss: LossArgument,
    values: Annotated[list[str], typer.Argument(metavar="VALUE", help="Values of the loss.", show_default=False)],
    axis: Annotated[str | None, drawing_option(OPTIONS["axis"])] = None,
    target: Annotated[str | None, drawing_option(OPTIONS["target"])] = None,
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
    loss_files: LossFiles = None,
) -> None:
    """Find where a loss has a value, and say what that means.

    JSON is a list with one record a value: loss, parameters, axis, value, solutions ({x}, or {low, high}: the first and
    the last double that has the value), limits ({x, from}), between (pairs of doubles beside a pole, or at an end of
    all numbers), window (where solutions are listed, of a loss that oscillates for ever) and meaning.
    """
    from lossplot._curves.inverse import inverse
    from lossplot._curves.records import solution_record
    from lossplot._settings import own_curves
    from lossplot._text.meaning import meaning

    file_format = read_choice(file_format, FORMATS, "format")
    where = read_axis(axis, target)
    numbers = [read_number(value, "value") for value in values]
    curves = own_curves([loss], own_settings(loss_files), axis=where)
    say_plugin_warnings()
    say_remarks(curves)
    pairs = [(curve, value) for curve in curves for value in numbers]
    if file_format == "json":
        records = [solution_record(curve, value) | {"meaning": meaning(curve, value)} for curve, value in pairs]
        print_json(records)
        return
    for curve, value in pairs:
        if not inverse(curve, value).places:
            raise LossplotError(f"{meaning(curve, value)}; 'lossplot show {curve.spec}' tells where it lies")
    print("\n".join(meaning(curve, value) for curve, value in pairs))
