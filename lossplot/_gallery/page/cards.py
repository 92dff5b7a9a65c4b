"""Cards: every loss as plain data, for `gallery.json` and the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TypedDict

from lossplot._curves.boosting import curve_objective
from lossplot._curves.code import curve_sql
from lossplot._curves.curve import Curve, all_knots, default_curve
from lossplot._curves.records import (
    Extended,
    KnotRecord,
    PropertyData,
    conditions_of,
    json_number,
    knot_record,
    property_record,
)
from lossplot._curves.relatives import relatives
from lossplot._errors import RequestError
from lossplot._figure.limits import x_limits
from lossplot._formula.code.boosting import BOOSTERS
from lossplot._formula.code.module import LANGUAGES, Signature, code
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.mathml import function_of, mathml
from lossplot._formula.notation.text import source, unicode
from lossplot._formula.tree import Tree
from lossplot._gallery.data.figures import PANELS
from lossplot._gallery.page.markup import Texts, in_all_languages
from lossplot._losses import LOSSES, Interval, Loss, Parameter
from lossplot._losses.foreign import equivalents_at
from lossplot._losses.tasks import tasks_of
from lossplot._text.description import description
from lossplot._text.markup import plain


class IntervalRecord(TypedDict):
    """An interval of the reals; an infinite end is open."""

    low: Extended
    high: Extended
    low_closed: bool
    high_closed: bool


class ParameterRecord(TypedDict):
    """A parameter, how it is written (`δ`), and where it may lie: in `interval`, in none of the `holes`."""

    name: str
    symbol: Texts
    default: float
    interval: IntervalRecord
    holes: list[IntervalRecord]
    integer: bool
    domain: str


class Notation(TypedDict):
    """One formula, written in four ways."""

    unicode: str
    latex: str
    mathml: str
    source: str


class EquivalentRecord(TypedDict):
    """The name that another library has for a loss; its value is `factor` times ours, a formula in the parameters."""

    name: str
    library: str
    call: str
    factor: str


class LossRecord(TypedDict):
    """A loss.  `view` is the range that its figure shows; `requires` is a condition on parameters.

    Its `knots`, `properties` and `relatives` are those at the default of each parameter; `conditions` tells for which
    parameters it has a property: for all (true), for none (false), or for those of a condition.
    """

    name: str
    names: Texts
    axis: str
    variable: str
    label: Texts
    domain: IntervalRecord
    view: list[float]
    summary: str
    tasks: list[str]
    source: str
    formula: Notation
    derivative: Notation
    parameters: list[ParameterRecord]
    requires: str | None
    knots: list[KnotRecord]
    properties: dict[str, PropertyData]
    conditions: dict[str, bool | str]
    aliases: list[str]
    equivalents: list[EquivalentRecord]
    relatives: list[str]


class LossCard(LossRecord):
    """A loss with what its figure is in words, and its code in each language.

    `pages` are the names of the losses that have a page, and `options` what a command needs to know them.
    """

    loss: Loss
    pages: frozenset[str]
    options: list[str]
    description: Texts
    code: dict[str, str]


def gallery_cards(losses: Mapping[str, Loss] = LOSSES, options: Sequence[str] = ()) -> list[LossCard]:
    """Return the cards of `losses`, in their order; `options` are what a command needs to know them."""
    return [{**loss_card(loss), "pages": frozenset(losses), "options": [*options]} for loss in losses.values()]


def loss_card(loss: Loss) -> LossCard:
    """Return the card of `loss` at its defaults."""
    curve = default_curve(loss)
    left, right = x_limits([curve])
    signature = Signature(loss.name, loss.axis.variable, curve.parameters, loss.summary)
    return {
        "loss": loss,
        "pages": frozenset(LOSSES),
        "options": [],
        "name": loss.name,
        "names": in_all_languages(lambda language: language.loss(loss)),
        "axis": loss.axis.name,
        "variable": loss.axis.variable,
        "label": in_all_languages(lambda language: plain(language(loss.axis.label))),
        "domain": _interval_record(loss.axis.domain),
        "view": [left, right],
        "summary": loss.summary,
        "tasks": tasks_of(loss.name),
        "source": loss.source,
        "formula": _notation(loss.notation, loss.axis.variable, 0),
        "derivative": _notation(loss.slope, loss.axis.variable, 1),
        "parameters": [_parameter_record(parameter) for parameter in loss.parameters],
        "requires": loss.requires and unicode(loss.parse(loss.requires)),
        "knots": [knot_record(knot) for knot in all_knots(curve)],
        "properties": property_record(curve),
        "conditions": conditions_of(loss),
        "aliases": [*loss.aliases],
        "equivalents": [
            {
                "name": each.name,
                "library": each.library,
                "call": each.filled(curve.parameters),
                "factor": unicode(loss.parse(each.factor)),
            }
            for each in equivalents_at(loss, curve.parameters)
        ],
        "relatives": relatives(curve),
        "description": in_all_languages(lambda language: description([curve], PANELS, left, right, language)),
        "code": {**{each: code(signature, loss.tree, each) for each in LANGUAGES}, **_expressions(curve)},
    }


def _expressions(curve: Curve) -> dict[str, str]:
    """Return the curve in SQL and as objectives of boosted trees, where it has a meaning there."""
    found: dict[str, str] = {}
    with suppress(RequestError):
        found["sql"] = curve_sql(curve)
    for booster in BOOSTERS:
        with suppress(RequestError):
            found[booster] = curve_objective(curve, booster)
    return found


def _interval_record(interval: Interval) -> IntervalRecord:
    return {
        "low": json_number(interval.low),
        "high": json_number(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def _notation(tree: Tree, variable: str, primes: int) -> Notation:
    return {
        "unicode": unicode(tree),
        "latex": latex(tree),
        "mathml": mathml(tree, function_of(variable, primes)),
        "source": source(tree),
    }


def _parameter_record(parameter: Parameter) -> ParameterRecord:
    return {
        "name": parameter.name,
        "symbol": in_all_languages(lambda language: language.parameter(parameter.name)),
        "default": parameter.default,
        "interval": _interval_record(parameter.interval),
        "holes": [_interval_record(hole) for hole in parameter.holes],
        "integer": parameter.integer,
        "domain": parameter.domain,
    }
