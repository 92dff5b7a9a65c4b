"""Losses and curves as plain data, for JSON and tables."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal, TypedDict, cast

from lossplot.formula.notation.text import source

# A list of the catalogue is recorded without NumPy.
if TYPE_CHECKING:
    from lossplot.curves.curve import Curve
    from lossplot.formula.evaluate import Array
    from lossplot.formula.knots import Knot
    from lossplot.losses import Loss

# A number, or its name where JSON has none for it.
Extended = float | Literal["inf", "-inf", "nan"]


class KnotRecord(TypedDict):
    """A point where the formula changes; `left` and `right` are the limits of what jumps there."""

    x: float
    kind: Literal["jump", "corner", "curvature"]
    left: Extended
    right: Extended


def json_number(value: float) -> Extended:
    return value if math.isfinite(value) else cast(Extended, str(value))


def knot_record(knot: Knot) -> KnotRecord:
    return {"x": knot.x, "kind": knot.kind, "left": json_number(knot.left), "right": json_number(knot.right)}


def columns(curve: Curve, x: Array, order: int) -> dict[str, list[float | None]]:
    """Tabulate value and derivatives up to `order` at `x` (shape (n,)); None where a derivative does not exist."""
    import numpy as np

    jet = curve.derivatives(x)
    inside = (x >= curve.domain.low) & (x <= curve.domain.high)
    parts = {"value": jet.value, "derivative": jet.slope, "second_derivative": jet.curvature}
    table: dict[str, list[float | None]] = {}
    for name, part in list(parts.items())[: order + 1]:
        table[name] = column = part.tolist()
        for missing in np.flatnonzero(np.isnan(part) & inside) if name != "value" else ():
            column[missing] = None
    return table


def curve_record(curve: Curve, x: Array, order: int) -> dict[str, Any]:
    """Record a curve at `x` (shape (n,)), as `lossplot table --format json` prints it."""
    numbers = {
        name: [None if y is None else json_number(y) for y in column]
        for name, column in columns(curve, x, order).items()
    }
    return {
        "loss": curve.name,
        "parameters": {name: curve.parameters[name] for name in curve.given},
        "axis": curve.axis.name,
        "x": x.tolist(),
        **numbers,
        "knots": [knot_record(knot) for knot in curve.knots(float(x.min()), float(x.max()))],
    }


def solution_record(curve: Curve, value: float) -> dict[str, Any]:
    """Record where a curve is `value`, as `lossplot invert --format json` prints it."""
    from lossplot.curves.inverse import solutions

    return {
        "loss": curve.name,
        "parameters": curve.parameters,
        "axis": curve.axis.name,
        "value": value,
        "solutions": [
            {"x": low} if low == high else {"low": json_number(low), "high": json_number(high)}
            for low, high in solutions(curve, value)
        ],
    }


def catalogue_record(loss: Loss) -> dict[str, Any]:
    """Record a loss of the catalogue, as `lossplot list --format json` prints it."""
    return {
        "name": loss.name,
        "title": loss.title,
        "axis": loss.axis.name,
        "formula": source(loss.notation),
        "parameters": {
            parameter.name: {
                "default": parameter.default,
                "low": json_number(parameter.interval.low),
                "high": json_number(parameter.interval.high),
            }
            for parameter in loss.parameters
        },
        "aliases": list(loss.aliases),
        "summary": loss.summary,
    }


def loss_record(curve: Curve) -> dict[str, Any]:
    """Record the loss of `curve`, at its parameters, as `lossplot show --format json` prints it."""
    from lossplot.curves.curve import all_knots
    from lossplot.losses.foreign import equivalents_at

    loss = curve.loss
    return {
        "name": loss.name,
        "title": loss.title,
        "axis": loss.axis.name,
        "formula": source(loss.notation),
        "derivative": source(loss.slope),
        "parameters": curve.parameters,
        "knots": [knot_record(knot) for knot in all_knots(curve)],
        "properties": property_texts(curve),
        "aliases": list(loss.aliases),
        "loose_aliases": {alias.name: alias.difference for alias in loss.loose_aliases},
        "equivalents": [
            {
                "name": each.name,
                "call": each.filled(curve.parameters),
                "factor": each.factor,
                "constant": each.constant,
                "condition": each.condition,
            }
            for each in equivalents_at(loss, curve.parameters)
        ],
        "summary": loss.summary,
        "source": loss.source,
    }


def property_texts(curve: Curve) -> dict[str, str]:
    """Return the words for each property of `curve`; for a margin loss also the margins with the least risk."""
    from lossplot.curves.glossary import property_words
    from lossplot.curves.properties import card
    from lossplot.curves.risk import risk_minimiser

    texts = property_words(card(curve), curve.axis.name)
    if curve.axis.name == "margin":
        texts["risk-minimiser"] = ", ".join(
            f"{_margins(risk_minimiser(curve, eta))} at eta = {eta}" for eta in (0.6, 0.75, 0.9)
        )
    return texts


def _margins(best: float | tuple[float, float]) -> str:
    return f"{best:.5g}" if isinstance(best, float) else f"{best[0]:.5g} to {best[1]:.5g}"
