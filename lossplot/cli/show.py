"""`lossplot show LOSS|PROPERTY`: one loss, or one word of the field, explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from lossplot.cli.arguments import complete_loss
from lossplot.errors import read_choice

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve
    from lossplot.formula.code.dialects import Language

LANGUAGES = ("numpy", "torch", "jax", "javascript")
FORMATS = ("text", "json", "latex", *LANGUAGES)
_JUMPS = {"jump": "value", "corner": "slope", "curvature": "second derivative"}


def show(
    loss: Annotated[
        str,
        typer.Argument(
            metavar="LOSS|PROPERTY",
            help="A loss, as in 'huber:delta=2', or a property, as in 'calibrated'.",
            show_default=False,
            autocompletion=complete_loss,
        ),
    ],
    file_format: Annotated[
        str, typer.Option("-f", "--format", metavar="FORMAT", help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")
    ] = "text",
) -> None:
    """Explain one loss, or what a property means."""
    from lossplot.curves.glossary import PROPERTIES
    from lossplot.losses import normalise

    wanted = read_choice(file_format, FORMATS, "format")
    if found := PROPERTIES.get(normalise(loss)):
        print(f"{normalise(loss)}: {found.definition}\n  source  {found.source}\n  axes    {', '.join(found.axes)}")
        return
    _show_loss(loss, wanted)


def _show_loss(text: str, wanted: str) -> None:
    from lossplot.curves.glossary import PROPERTIES
    from lossplot.curves.parse import read_curves
    from lossplot.formula.notation.latex import latex

    curves = read_curves([text], also=PROPERTIES)
    if wanted == "json":
        print(json.dumps([_record(curve) for curve in curves], indent=2))
    elif wanted == "latex":
        for curve in curves:
            print(f"L({curve.axis.variable}) = {latex(curve.loss.notation)}")
    elif wanted in LANGUAGES:
        print("\n\n".join(_code(curve, wanted).rstrip() for curve in curves))
    else:
        print("\n\n".join(_text(curve) for curve in curves))


def _code(curve: Curve, language: str) -> str:
    from lossplot.formula.code.module import Signature, code

    loss = curve.loss
    signature = Signature(loss.name, loss.axis.variable, curve.parameters, loss.summary)
    return code(signature, loss.tree, cast("Language", language))


def _text(curve: Curve) -> str:
    from lossplot.curves.curve import all_knots
    from lossplot.curves.relatives import relatives
    from lossplot.formats.terminal.sketch import sketch
    from lossplot.formula.notation.letters import number
    from lossplot.formula.notation.text import unicode

    loss, variable = curve.loss, curve.axis.variable
    parameters = [
        f"{parameter.name} = {number(value)}, {parameter.domain}"
        for parameter, value in zip(loss.parameters, curve.values, strict=True)
    ]
    knots = [
        f"{knot.kind} at {variable} = {number(knot.x)}: {_JUMPS[knot.kind]} {number(knot.left)} to {number(knot.right)}"
        for knot in all_knots(curve)
    ]
    facts = {
        "axis": [loss.axis.label],
        "formula": unicode(loss.notation).split("; "),
        "derivative": unicode(loss.slope).split("; "),
        "parameters": parameters,
        "knots": knots,
        "also": relatives(curve),
        "aliases": [", ".join(loss.aliases)],
        "source": [loss.source],
    }
    lines = [curve.label, loss.summary, "", *sketch(curve), "", *_listed(facts)]
    lines += ["", *_listed({name: [words] for name, words in _properties(curve).items()})]
    if loss.equivalents:
        lines += ["", "  in other libraries, in units of ours:", *_libraries(curve)]
    return "\n".join(lines)


def _listed(facts: dict[str, list[str]]) -> list[str]:
    """`name  fact` lines, a fact of several lines under its name."""
    shown = {name: [line for line in fact if line] for name, fact in facts.items()}
    width = max(map(len, facts), default=0)
    return [
        f"  {name if not n else '':<{width}}  {line}" for name, fact in shown.items() for n, line in enumerate(fact)
    ]


def _libraries(curve: Curve) -> list[str]:
    equivalents = curve.loss.equivalents
    width = max(len(equivalent.name) for equivalent in equivalents)
    factors = [f"{equivalent.factor} x" for equivalent in equivalents]
    most = max(map(len, factors))
    return [
        f"  {equivalent.name:<{width}}  {factor:>{most}}  {equivalent.call}"
        for equivalent, factor in zip(equivalents, factors, strict=True)
    ]


def _properties(curve: Curve) -> dict[str, str]:
    from lossplot.curves.glossary import PROPERTIES
    from lossplot.curves.properties import card

    seen = card(curve)
    words = {name: item.words(seen) for name, item in PROPERTIES.items() if curve.axis.name in item.axes}
    if curve.axis.name == "margin":
        words["risk-minimiser"] = _risk_minimisers(curve)
    return words


def _risk_minimisers(curve: Curve) -> str:
    """The margin that costs least on average, where the label is +1 with probability 0.6, 0.75 or 0.9."""
    from lossplot.curves.risk import risk_minimiser

    found = {eta: risk_minimiser(curve, eta) for eta in (0.6, 0.75, 0.9)}
    return ", ".join(
        f"{best:.5g} at eta = {eta}" if isinstance(best, float) else f"{best[0]:.5g} to {best[1]:.5g} at eta = {eta}"
        for eta, best in found.items()
    )


def _record(curve: Curve) -> dict[str, Any]:
    from lossplot.curves.curve import all_knots
    from lossplot.curves.records import knot_record
    from lossplot.formula.notation.text import source

    loss = curve.loss
    return {
        "name": loss.name,
        "axis": loss.axis.name,
        "formula": source(loss.notation),
        "derivative": source(loss.slope),
        "parameters": curve.parameters,
        "knots": [knot_record(knot) for knot in all_knots(curve)],
        "properties": _properties(curve),
        "aliases": list(loss.aliases),
        "equivalents": [equivalent._asdict() for equivalent in loss.equivalents],
        "summary": loss.summary,
        "source": loss.source,
    }
