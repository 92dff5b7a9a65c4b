"""`lossplot show LOSS|PROPERTY`: one loss, or one word of the field, explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from lossplot.cli.arguments import loss_argument
from lossplot.cli.tables import aligned
from lossplot.errors import read_choice

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve
    from lossplot.formula.code.dialects import Language

LANGUAGES = ("numpy", "torch", "jax", "javascript")
FORMATS = ("text", "json", "latex", *LANGUAGES)
_JUMPS = {"jump": "value", "corner": "slope", "curvature": "second derivative"}


def show(
    loss: Annotated[
        str, loss_argument("LOSS|PROPERTY", "A loss, as in 'huber:delta=2', or a property, as in 'calibrated'.")
    ],
    file_format: Annotated[
        str, typer.Option("-f", "--format", metavar="FORMAT", help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")
    ] = "text",
) -> None:
    """Explain one loss, or what a property means."""
    from lossplot.curves.glossary import PROPERTIES
    from lossplot.losses import normalise

    file_format = read_choice(file_format, FORMATS, "format")
    if term := PROPERTIES.get(normalise(loss)):
        print(f"{normalise(loss)}: {term.definition}\n  source  {term.source}\n  axes    {', '.join(term.axes)}")
        return
    from lossplot.curves.parse import read_curves
    from lossplot.formula.notation.latex import latex

    curves = read_curves([loss], also=PROPERTIES)
    if file_format == "json":
        print(json.dumps([_loss_record(curve) for curve in curves], indent=2))
    elif file_format == "latex":
        print("\n".join(f"L({curve.axis.variable}) = {latex(curve.loss.notation)}" for curve in curves))
    elif file_format in LANGUAGES:
        print("\n\n".join(_code(curve, file_format).rstrip() for curve in curves))
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
    lines += ["", *_listed({name: [text] for name, text in _properties(curve).items()})]
    if loss.equivalents:
        width = max(len(str(equivalent.factor)) for equivalent in loss.equivalents)
        rows = [(each.name, f"{each.factor:>{width}} x", each.call) for each in loss.equivalents]
        lines += ["", "  in other libraries, in units of ours:", *(f"  {line.rstrip()}" for line in aligned(rows))]
    return "\n".join(lines)


def _listed(facts: dict[str, list[str]]) -> list[str]:
    """Return `name  fact` lines, a fact of several lines under its name; a fact without any is left out."""
    width = max(map(len, facts))
    return [
        f"  {name if not n else '':<{width}}  {line}"
        for name, lines in facts.items()
        for n, line in enumerate(filter(None, lines))
    ]


def _properties(curve: Curve) -> dict[str, str]:
    from lossplot.curves.glossary import PROPERTIES
    from lossplot.curves.properties import card

    facts = card(curve)
    texts = {name: term.words(facts) for name, term in PROPERTIES.items() if curve.axis.name in term.axes}
    if curve.axis.name == "margin":
        texts["risk-minimiser"] = ", ".join(_risk_minimiser(curve, chance) for chance in (0.6, 0.75, 0.9))
    return texts


def _risk_minimiser(curve: Curve, chance: float) -> str:
    """Return the margin, or the interval of margins, with the least expected loss for this chance of the label +1."""
    from lossplot.curves.risk import risk_minimiser

    best = risk_minimiser(curve, chance)
    place = f"{best:.5g}" if isinstance(best, float) else f"{best[0]:.5g} to {best[1]:.5g}"
    return f"{place} at eta = {chance}"


def _loss_record(curve: Curve) -> dict[str, Any]:
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
