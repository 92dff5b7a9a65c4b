"""`lossplot show LOSS|PROPERTY`: one loss, or one word of the field, explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot._cli.arguments import LossFiles, drawing_option, loss_argument, read_axis
from lossplot._cli.blocks import Block, print_blocks
from lossplot._cli.completion.losses import complete_explained
from lossplot._cli.completion.values import among
from lossplot._cli.own import own_settings, say_plugin_warnings
from lossplot._cli.stderr import say_remarks
from lossplot._cli.tables import padded, print_json
from lossplot._errors import RequestError, alternatives, read_choice
from lossplot._figure.spec import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lossplot._curves.curve import Curve
    from lossplot._curves.matches.match import Match
    from lossplot._losses import Equivalent

FORMATS = ("text", "json", "latex", "numpy", "torch", "jax", "javascript", "sql", "xgboost", "lightgbm", "catboost")
_JUMPS = {"jump": "value", "corner": "slope", "curvature": "second derivative"}
EXAMPLES = """\b
Examples:
  lossplot show huber:delta=2
  lossplot show calibrated
  lossplot show torch:smooth_l1
  lossplot show focal --format torch
"""


def show(
    loss: Annotated[
        str,
        loss_argument(
            "LOSS|PROPERTY",
            "A loss or a formula, as in 'huber:delta=2', or a property, as in 'calibrated'.",
            complete_explained,
        ),
    ],
    file_format: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help=f"{alternatives(FORMATS)}.",
            autocompletion=among(lambda: FORMATS),
        ),
    ] = "text",
    axis: Annotated[str | None, drawing_option(OPTIONS["axis"])] = None,
    target: Annotated[str | None, drawing_option(OPTIONS["target"])] = None,
    loss_files: LossFiles = None,
    derivative: Annotated[bool, typer.Option("-d", "--derivative", help="The derivative, as SQL.")] = False,
) -> None:
    """Explain one loss, or what a property means."""
    from lossplot._curves.glossary import PROPERTIES
    from lossplot._losses import normalise

    file_format = read_choice(file_format, FORMATS, "format")
    if derivative and file_format != "sql":
        raise RequestError(f"--derivative goes with --format sql; {file_format} has the derivative anyway")
    if term := PROPERTIES.get(normalise(loss)):
        rows = [("source", term.source), ("axes  ", ", ".join(term.axes))]
        print_blocks([[f"{normalise(loss)}: {term.definition}"], rows])
        return
    from lossplot._curves.code import curve_sql
    from lossplot._curves.programs import code_of
    from lossplot._curves.records import loss_record
    from lossplot._formula.notation.latex import latex
    from lossplot._settings import own_curves

    where = read_axis(axis, target)
    curves = own_curves([loss], own_settings(loss_files), PROPERTIES, where)
    say_plugin_warnings()
    say_remarks(curves)
    if file_format == "json":
        print_json([loss_record(curve) | _identities(curve) for curve in curves])
    elif file_format == "latex":
        print("\n".join(f"L({curve.axis.variable}) = {latex(curve.notation)}" for curve in curves))
    elif file_format == "sql":
        print("\n".join(curve_sql(curve, derivative) for curve in curves))
    elif file_format == "text":
        print_blocks(_joined([_blocks(curve) for curve in curves]))
    else:
        print(code_of(curves, file_format))


def _joined(pages: Sequence[Sequence[Block]]) -> list[Block]:
    """Return the blocks of all `pages`, with an empty line between two."""
    return [block for number, blocks in enumerate(pages) for block in ([[""]] if number else []) + [*blocks]]


def _blocks(curve: Curve) -> list[Block]:
    """Return the explanation of a loss: its heading, a sketch, what is true everywhere, and what at its parameters."""
    from lossplot._curves.curve import all_knots
    from lossplot._curves.records import property_texts
    from lossplot._curves.relatives import relatives
    from lossplot._formats.terminal.sketch import sketch
    from lossplot._formula.notation.letters import number
    from lossplot._formula.notation.text import unicode
    from lossplot._losses.entry import SLOPE_ULPS, VALUE_ULPS
    from lossplot._losses.foreign import equivalents_at
    from lossplot._losses.tasks import tasks_of
    from lossplot._text.markup import plain
    from lossplot._text.names import label

    loss, variable = curve.loss, curve.axis.variable
    parameters = [
        f"{parameter.name} = {number(value)}, {parameter.domain}"
        for parameter, value in zip(loss.parameters, curve.values, strict=True)
    ]
    knots = [
        f"{knot.kind} at {variable} = {number(knot.x)}: {_JUMPS[knot.kind]} {number(knot.left)} to {number(knot.right)}"
        for knot in all_knots(curve)
    ]
    accuracy = (
        f"value within {VALUE_ULPS} ulp of the exact one, derivative within {SLOPE_ULPS}, in the conditioning of the "
        "formula"
    )
    facts = {
        "axis": [plain(curve.axis.label)],
        "formula": unicode(curve.notation).split("; "),
        "derivative": unicode(curve.slope_notation).split("; "),
        "read as": [*loss.notes],
        "computed": [f"{computed} for {typed}" for typed, computed in curve.rewrites],
        "parameters": parameters,
        # Of a formula that was typed nothing is promised.
        "accuracy": [] if loss.is_typed else [accuracy],
        "aliases": [", ".join(loss.aliases)],
        "loosely": [f"{alias.name}, which may also mean {alias.difference}" for alias in loss.loose_aliases],
        "tasks": [", ".join(tasks_of(loss.name))],
        "source": [loss.source],
    }
    facts_here = {
        "knots": knots,
        "also": relatives(curve),
        "identified": _identified(curve),
        **{name: [text] for name, text in property_texts(curve).items()},
    }
    heading = f"{label(replace(curve, library=None))}  {curve.spec}"
    summary = [loss.summary] if loss.summary else []
    blocks: list[Block] = [[heading, *summary, "", *sketch(curve), ""], _listed(facts)]
    blocks += [["", *_at_parameters(curve)], _listed(facts_here)]
    if known := equivalents_at(loss, curve.parameters):
        width = max(len(each.factor) for each in known)
        rows = [(each.name, f"{each.factor:>{width}} x{_added(each)}", each.filled(curve.parameters)) for each in known]
        blocks += [["", "  in other libraries, in units of ours:"], padded(rows)]
    return blocks


def _identified(curve: Curve) -> list[str]:
    """The losses of the catalogue that a formula is, each with its factor, shift and parameters."""
    from lossplot._text.matches import match_words

    return [match_words(match) for match in _matches(curve)]


def _identities(curve: Curve) -> dict[str, Any]:
    """The same as data, for a formula."""
    from lossplot._curves.matches.identified import match_record

    return {"identified": [match_record(match) for match in _matches(curve)]} if curve.loss.is_typed else {}


def _matches(curve: Curve) -> list[Match]:
    """The losses of the catalogue that a formula is, best first."""
    from lossplot._curves.matches.identify import identify, sample_of

    return [match for match in identify(sample_of(curve)) if match.is_exact] if curve.loss.is_typed else []


def _at_parameters(curve: Curve) -> list[str]:
    """Return the line that says which parameters the facts below it are for, if the loss has any."""
    from lossplot._formula.notation.letters import number

    values = ", ".join(f"{name} = {number(value)}" for name, value in curve.parameters.items())
    return [f"  at {values}:"] if values else []


def _added(equivalent: Equivalent) -> str:
    return f" + ({equivalent.constant})" if equivalent.constant != "0" else ""


def _listed(facts: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """Return a row for each fact: its name and the fact.  One of several lines goes on below; one without any is not.

    The names are as wide as the widest.
    """
    width = max(map(len, facts))
    return [
        (f"{name if not n else '':<{width}}", line)
        for name, lines in facts.items()
        for n, line in enumerate(filter(None, lines))
    ]
