"""Losses and curves as plain data, for JSON and tables."""

from __future__ import annotations

import math
from typing import Any, Literal, TypedDict, cast

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.formula.evaluate import Array
from lossplot.formula.knots import Knot

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
    jet = curve.derivatives(x)
    inside = (x >= curve.domain.low) & (x <= curve.domain.high)
    parts = {"value": jet.value, "derivative": jet.slope, "second_derivative": jet.curvature}
    table: dict[str, list[float | None]] = {}
    for name, part in list(parts.items())[: order + 1]:
        column: list[float | None] = part.tolist()
        for missing in np.flatnonzero(np.isnan(part) & inside) if name != "value" else ():
            column[missing] = None
        table[name] = column
    return table


def _json_column(column: list[float | None]) -> list[float | str | None]:
    # Most columns are finite, and long.
    if all(map(math.isfinite, filter(None, column))):
        return [*column]
    return [None if y is None else json_number(y) for y in column]


def curve_record(curve: Curve, x: Array, order: int) -> dict[str, Any]:
    """Record a curve at `x` (shape (n,)), as `lossplot table --format json` prints it."""
    numbers = {name: _json_column(column) for name, column in columns(curve, x, order).items()}
    return {
        "loss": curve.name,
        "parameters": {name: curve.parameters[name] for name in curve.given},
        "axis": curve.axis.name,
        "x": x.tolist(),
        **numbers,
        "knots": [knot_record(knot) for knot in curve.knots(float(x.min()), float(x.max()))],
    }
