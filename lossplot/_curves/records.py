"""Losses and curves as plain data, for JSON and tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, cast

from lossplot._curves.conditions import DECIDED, condition, fulfils
from lossplot._curves.glossary import PROPERTIES, Value, extreme_words, has
from lossplot._curves.panels import QUANTITIES, Panel, panel_curves, quantity_in
from lossplot._curves.places import Inverse
from lossplot._formula.notation.text import source
from lossplot._losses.tasks import tasks_of

# A list of the catalogue is recorded without NumPy.
if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._formula.evaluate import Array, Jet
    from lossplot._formula.knots import Knot
    from lossplot._losses import Loss

_SIDES = {-1: "below", 1: "above"}

# A number, or its name where JSON has none for it.
Extended = float | Literal["inf", "-inf", "nan"]
# Numbers at several points, None where there is none.
Column = list[float | None]
# What the quantity of a panel is called in a table.
COLUMNS: dict[Panel, str] = {
    "loss": "value",
    "derivative": "derivative",
    "second-derivative": "second_derivative",
    "weight": "weight",
    "risk": "risk",
}
# A property: whether it holds, how large it is, how the slope comes back to zero, or intervals; null without a meaning.
PropertyData = bool | float | Literal["inf", "-inf", "nan", "soft", "hard"] | list[list[Extended]] | None


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


def columns(curve: Curve, x: Array, panels: Sequence[Panel], chance: float | None = None) -> dict[str, Column]:
    """Tabulate the quantity of each of `panels` at `x` (shape (n,)), the risk for a `chance` of the label +1.

    A derivative, or the weight, that does not exist is None.
    """
    import numpy as np

    inside = (x >= curve.domain.low) & (x <= curve.domain.high)
    table: dict[str, Column] = {}
    jets: dict[Curve, Jet] = {}
    for panel in panels:
        row = QUANTITIES[panel]
        [shown] = panel_curves(panel, (curve,), chance)
        if shown not in jets:
            jets[shown] = shown.jet(x)
        values = quantity_in(jets[shown], panel, x)
        table[COLUMNS[panel]] = column = values.tolist()
        if row.order:
            missing = np.isnan(values)
            for knot in shown.knots(float(x.min()), float(x.max())):
                if row.breaks_at(knot):
                    missing |= x == knot.x
            for place in np.flatnonzero(missing & inside):
                column[place] = None
    return table


def curve_record(curve: Curve, x: Array, panels: Sequence[Panel], chance: float | None = None) -> dict[str, Any]:
    """Record a curve at `x` (shape (n,)), as `lossplot table --format json` prints it."""
    numbers = {
        name: [y if y is None or math.isfinite(y) else json_number(y) for y in column]
        for name, column in columns(curve, x, panels, chance).items()
    }
    return {
        "loss": curve.name,
        "parameters": {name: curve.parameters[name] for name in curve.given},
        "axis": curve.axis.name,
        **({} if curve.axis.y is None else {"y": curve.axis.y}),
        **({} if curve.axis.target is None else {"target": curve.axis.target}),
        **({} if chance is None else {"eta": chance}),
        "x": x.tolist(),
        **numbers,
        "knots": [knot_record(knot) for knot in curve.knots(float(x.min()), float(x.max()))],
    }


def solution_record(curve: Curve, value: float) -> dict[str, Any]:
    """Record where a curve is `value`, as `lossplot invert --format json` prints it.

    The ends of an interval are its first and last double.
    """
    from lossplot._curves.inverse import inverse

    found = inverse(curve, value)
    return {
        "loss": curve.name,
        "parameters": curve.parameters,
        "axis": curve.axis.name,
        "value": value,
        "solutions": [
            {"x": place.low}
            if place.low == place.high
            else {"low": json_number(place.first), "high": json_number(place.last)}
            for place in found.places
        ],
        "limits": [{"x": json_number(end.x), "from": _SIDES[end.side]} for end in found.limits],
        "between": [[json_number(x) for x in pair] for pair in found.between],
        "window": [*found.window] if found.window else None,
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
        "tasks": tasks_of(loss.name),
    }


def loss_record(curve: Curve) -> dict[str, Any]:
    """Record the loss of `curve`, at its parameters, as `lossplot show --format json` prints it."""
    from lossplot._curves.curve import all_knots
    from lossplot._losses.foreign import equivalents_at

    loss = curve.loss
    return {
        "name": curve.label or loss.name,
        "title": curve.label or loss.title,
        "axis": curve.axis.name,
        "formula": source(curve.notation),
        "derivative": source(curve.slope_notation),
        **(_typed_record(curve) if loss.is_typed else {}),
        "parameters": curve.parameters,
        "knots": [knot_record(knot) for knot in all_knots(curve)],
        "properties": property_record(curve),
        "conditions": _conditions(curve),
        **({"risk-minimiser": risk_record(curve)} if curve.axis.name == "margin" else {}),
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
        "tasks": tasks_of(loss.name),
    }


def _typed_record(curve: Curve) -> dict[str, Any]:
    """Record how a formula that a user typed is understood and computed."""
    return {
        "notes": list(curve.loss.notes),
        "rewrites": [{"typed": typed, "computed": computed} for typed, computed in curve.rewrites],
    }


def property_values(curve: Curve) -> dict[str, Value]:
    """Return every property that has a meaning on the axis of `curve`, by its name.

    Whether the loss has a property follows from its condition, or holds for all parameters as for the default ones;
    how large a number is and where a place, from the curve.
    """
    from lossplot._curves.properties import card

    facts, conditions = card(curve), _conditions(curve)
    return {
        name: _corrected(row.value(facts), curve, conditions.get(name), name)
        for name, row in PROPERTIES.items()
        if row.is_about(curve.axis.name)
    }


def _corrected(value: Value, curve: Curve, when: bool | str | None, name: str) -> Value:
    """`value`, computed in doubles, or what the condition on the parameters says where they differ."""
    if when is None or value is None:
        return value
    is_had = fulfils(curve, when) if isinstance(when, str) else when
    if is_had == has(value):
        return value
    # How steep it is at most is not known then.
    return is_had if name != "lipschitz" else None if is_had else math.inf


def _conditions(curve: Curve) -> dict[str, bool | str]:
    """The `conditions_of` the loss, which are about its own axis; of a formula that a user typed there are none."""
    return {} if curve.is_moved or curve.loss.is_typed else conditions_of(curve.loss)


def conditions_of(loss: Loss) -> dict[str, bool | str]:
    """Return for which parameters `loss` has each property: all (True), none (False), or those of a condition."""
    from lossplot._curves.curve import default_curve
    from lossplot._curves.properties import card

    facts = card(default_curve(loss))
    values = {name: row.value(facts) for name, row in PROPERTIES.items() if row.is_about(loss.axis.name)}
    return {
        name: condition(loss, name) or has(value)
        for name, value in values.items()
        if name in DECIDED and value is not None
    }


def property_record(curve: Curve) -> dict[str, PropertyData]:
    """Record the properties of `curve`.

    A property is true or false, a number, or a list of intervals [a, b] that have their ends, [a, a] being a point;
    null where it has no meaning.  A slope that comes back to zero does so "soft" or "hard".
    """
    return {name: _property_data(value) for name, value in property_values(curve).items()}


def _property_data(value: Value) -> PropertyData:
    if isinstance(value, Inverse):
        return _place_pairs(value)
    return json_number(value) if isinstance(value, float) else cast(PropertyData, value)


def _place_pairs(inverse: Inverse) -> list[list[Extended]]:
    return [[json_number(place.first), json_number(place.last)] for place in inverse.places]


def risk_record(curve: Curve) -> list[list[Any]]:
    """Record pairs of a chance of the label +1 and the margins with the least risk.

    Those are the margin, if there is one, infinite if the risk falls for ever; else a list of intervals [a, b].
    """
    return [[eta, _margins_data(best)] for eta, best in _least_risks(curve)]


def _margins_data(best: Inverse) -> Extended | list[list[Extended]]:
    alone = [*{x for place in best.places for x in (place.low, place.high)}, *(limit.x for limit in best.limits)]
    return json_number(alone[0]) if len(alone) == 1 else _place_pairs(best)


def property_texts(curve: Curve) -> dict[str, str]:
    """Return the words for each property of `curve`, with the parameters for which the loss has it.

    For a margin loss there are the margins with the least risk, too.
    """
    values = property_values(curve)
    texts = {name: PROPERTIES[name].words_for(value) for name, value in values.items()}
    if curve.loss.parameters:
        known = {name: when for name, when in _conditions(curve).items() if values[name] is not None}
        for name, when in known.items():
            texts[name] += when_template(name, when, values[name]).format(condition=when)
    if curve.axis.name == "margin":
        texts["risk-minimiser"] = ", ".join(
            f"{extreme_words(best, digits=5)} at eta = {eta}" for eta, best in _least_risks(curve)
        )
    return texts


def when_template(name: str, when: bool | str, value: Value) -> str:
    """Return the words that follow the `value` of a property: `, if {condition}`, of a number `; finite if ...`."""
    start = "; finite" if name == "lipschitz" and has(value) else ","
    if isinstance(when, bool):
        return f"{start} for all parameters"
    return f"{start} if {{condition}}" if has(value) else f"{start} unless {{condition}}"


def _least_risks(curve: Curve) -> list[tuple[float, Inverse]]:
    """The chances of the label +1, each with the margins that have the least risk."""
    from lossplot._curves.inverse import minimisers
    from lossplot._curves.risk import conditional_risk

    return [(eta, minimisers(conditional_risk(curve, eta))) for eta in (0.6, 0.75, 0.9)]
