"""`lossplot invert LOSS VALUE...`: which margin, error or probability gives this loss."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.cli.arguments import LossArgument, format_option
from lossplot.errors import LossplotError, read_choice, read_number

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve

FORMATS = ("text", "json")


def invert(
    loss: LossArgument,
    values: Annotated[list[str], typer.Argument(metavar="VALUE", help="Values of the loss.", show_default=False)],
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
) -> None:
    """Find where a loss has a value, and say what that means."""
    from lossplot.curves.inverse import solutions
    from lossplot.curves.parse import read_curves
    from lossplot.text.meaning import meaning

    file_format = read_choice(file_format, FORMATS, "format")
    numbers = [read_number(value, "value") for value in values]
    pairs = [(curve, value) for curve in read_curves([loss]) for value in numbers]
    if file_format == "json":
        print(json.dumps([_solution_record(curve, value) for curve, value in pairs], indent=2))
        return
    for curve, value in pairs:
        if not solutions(curve, value):
            raise LossplotError(f"{meaning(curve, value)}; 'lossplot show {curve.spec}' tells where it lies")
    print("\n".join(meaning(curve, value) for curve, value in pairs))


def _solution_record(curve: Curve, value: float) -> dict[str, Any]:
    from lossplot.curves.inverse import solutions
    from lossplot.curves.records import json_number
    from lossplot.text.meaning import meaning

    return {
        "loss": curve.name,
        "parameters": curve.parameters,
        "axis": curve.axis.name,
        "value": value,
        "solutions": [
            {"x": low} if low == high else {"low": json_number(low), "high": json_number(high)}
            for low, high in solutions(curve, value)
        ],
        "meaning": meaning(curve, value),
    }
