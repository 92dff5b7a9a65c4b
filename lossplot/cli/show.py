"""`lossplot show LOSS`: one loss explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.cli.arguments import LossArgument, read_choice

if TYPE_CHECKING:
    from lossplot.curves import Curve

# How far from zero knots are looked for.
FAR = 1e6
_JUMPS = {"jump": "value", "corner": "slope", "curvature": "second derivative"}


def show(
    loss: LossArgument,
    file_format: Annotated[
        str, typer.Option("-f", "--format", metavar="text|json|latex", help="How to print it.")
    ] = "text",
) -> None:
    """Explain one loss: formula, derivative, knots, source."""
    from lossplot.formula.notation import latex  # noqa: PLC0415
    from lossplot.reading import read_curves  # noqa: PLC0415

    wanted = read_choice(file_format, ("text", "json", "latex"), "format")
    curves = read_curves([loss])
    if wanted == "json":
        print(json.dumps([_record(curve) for curve in curves], indent=2))
    elif wanted == "latex":
        for curve in curves:
            print(f"L({curve.axis.variable}) = {latex(curve.loss.tree)}")
    else:
        print("\n\n".join(_text(curve) for curve in curves))


def _text(curve: Curve) -> str:
    from lossplot.formula.notation import number, unicode  # noqa: PLC0415

    loss, variable = curve.loss, curve.axis.variable
    parameters = [
        f"{parameter.name} = {number(value)} {parameter.domain}"
        for parameter, value in zip(loss.parameters, curve.values, strict=True)
    ]
    knots = [
        f"{knot.kind} at {variable} = {number(knot.x)}: {_JUMPS[knot.kind]} {number(knot.left)} to {number(knot.right)}"
        for knot in curve.knots(-FAR, FAR)
    ]
    facts = {
        "axis": loss.axis.label,
        "formula": unicode(loss.tree),
        "derivative": unicode(loss.parse(loss.derivative)),
        "parameters": ", ".join(parameters),
        "knots": "; ".join(knots),
        "aliases": ", ".join(loss.aliases),
        "source": loss.source,
    }
    return "\n".join([curve.label, loss.summary, "", *(f"  {name:<11} {fact}" for name, fact in facts.items() if fact)])


def _record(curve: Curve) -> dict[str, Any]:
    from lossplot.formula.notation import source  # noqa: PLC0415
    from lossplot.records import knot_record  # noqa: PLC0415

    loss = curve.loss
    return {
        "name": loss.name,
        "axis": loss.axis.name,
        "formula": source(loss.tree),
        "derivative": source(loss.parse(loss.derivative)),
        "parameters": curve.parameters,
        "knots": [knot_record(knot) for knot in curve.knots(-FAR, FAR)],
        "aliases": list(loss.aliases),
        "summary": loss.summary,
        "source": loss.source,
    }
