"""The arguments of losses, computed from labels and predictions: margins, errors, probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lossplot._curves.curve import FAR, Curve
from lossplot._curves.moves import move
from lossplot._errors import RequestError
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Knot
from lossplot._formula.parser import FormulaError
from lossplot._formula.special import sigmoid
from lossplot._formula.tree import Call, Name, Number, Tree, substitute
from lossplot._losses.entry import MARGIN, Axis
from lossplot._predictions.clean import Rows, Scale

Channel = Literal["margin", "log-odds", "probability", "forecast", "error", "prediction"]
# A parameter that is called so takes the label or the target of each row, in this form.
_OF_DATA: Mapping[str, Literal["target", "sign", "bit"]] = {
    "target": "target",
    "y": "target",
    "label": "sign",
    "similar": "bit",
}


@dataclass(frozen=True, slots=True)
class Scored:
    """A curve with the channel that it is a function of.

    `moved` is the curve on the channel's axis.  `given` is the parameter that takes a number of each row, if any.
    """

    curve: Curve
    moved: Curve
    channel: Channel
    given: str = ""

    @property
    def formula(self) -> Tree:
        """The formula in the variable of the channel, and in DATUM."""
        return _open_tree(self.moved, self.given) if self.given else self.moved.tree

    @property
    def tree(self) -> Tree:
        """The formula, NaN outside the loss's domain."""
        tree = self.formula
        return _within(tree, self.moved.axis) if self.channel == "prediction" else tree

    @property
    def form(self) -> str:
        """The form of the number of each row: the target, its sign, or one or zero."""
        return _OF_DATA[self.given] if self.given else ""

    @property
    def needs_label(self) -> bool:
        return self.channel in ("margin", "log-odds", "probability") or self.form in ("sign", "bit")

    @property
    def needs_target(self) -> bool:
        return self.channel == "error" or self.form == "target"


def corners_of(loss: Scored) -> list[Knot]:
    """Find the corners of a loss as a function of its channel: none if they depend on the row, or are too many."""
    if loss.given:
        return []
    try:
        return [knot for knot in loss.moved.knots(-FAR, FAR) if knot.kind == "corner"]
    except FormulaError:  # too many of them
        return []


# What the number of each row is called in a formula: nothing that a user could type.
DATUM = "of row"


def _open_tree(curve: Curve, given: str) -> Tree:
    """The formula of `curve` with DATUM in place of the parameter `given`, the others bound."""
    tree = curve.loss.tree
    if curve.library:
        factor, constant = curve.loss.parse(curve.library.factor), curve.loss.parse(curve.library.constant)
        tree = Call("+", (Call("*", (factor, tree)), constant))
    for condition in _conditions(curve, given):
        tree = Call("if", (condition, tree, Number(np.nan)))
    values: dict[str, Tree] = {name: Number(value) for name, value in curve.parameters.items()}
    return substitute(tree, {**values, given: Name(DATUM)})


def _conditions(curve: Curve, given: str) -> Iterator[Tree]:
    """Yield what the number of each row must fulfil beside the other parameters, and where it must be whole."""
    parameter = next(each for each in curve.loss.parameters if each.name == given)
    texts = [curve.loss.requires] if curve.loss.requires else []
    if parameter.integer and _OF_DATA[given] == "target":
        texts += [f"{given} >= {parameter.interval.low:g}", f"versin2pi({given}) <= 0"]
    for text in texts:
        choice = curve.loss.parse(f"1 if {text} else 0")
        yield choice.arguments[0] if isinstance(choice, Call) else choice


def _within(tree: Tree, axis: Axis) -> Tree:
    """Return `tree` with NaN outside the domain of `axis`."""
    x, domain = Name(axis.variable), axis.domain
    ends = ((">=", domain.low), ("<=", domain.high))
    inside = tuple(Call(sign, (x, Number(end))) for sign, end in ends if np.isfinite(end))
    if not inside:
        return tree
    return Call("if", (inside[0] if len(inside) == 1 else Call("and", inside), tree, Number(np.nan)))


def scored(curve: Curve, asked: frozenset[str], scale: Scale, has_classes: bool) -> Scored:
    """Return `curve` with the channel that it is a function of, for predictions on `scale`.

    `asked` are the parameters that the user gave a value.  Raises RequestError for a loss that has no meaning for
    several classes.
    """
    given = next((name for name in _OF_DATA if name in curve.parameters and name not in asked), "")
    axis = curve.axis.name
    if axis == "margin":
        return Scored(curve, curve, "margin")
    if axis == "probability":
        if scale == "probability":
            return Scored(curve, curve, "probability")
        plain = replace(curve, moved_to=None)
        return Scored(curve, plain if curve.loss.axis.name == "margin" else move(plain, MARGIN), "log-odds")
    if has_classes:
        raise RequestError(
            f"{curve.name} is a function of {curve.axis.words}, which several classes do not have; "
            "choose a loss of the margin or the probability"
        )
    if axis == "error":
        return Scored(curve, curve, "error")
    if is_forecast(curve.axis):
        return Scored(curve, curve, "forecast", given)
    return Scored(curve, curve, "prediction", given)


def is_forecast(axis: Axis) -> bool:
    """Return True if the variable of `axis` is the forecast of class 1."""
    return axis.name == "prediction" and axis.variable == "p"


@np.errstate(all="ignore")
def channel(name: Channel, rows: Rows, scale: Scale) -> Array:
    """Compute a channel for each row."""
    return _CHANNELS[name](rows, scale)


def datum(form: str, rows: Rows) -> Array:
    """The number of each row that a parameter takes."""
    if form == "target":
        assert rows.target is not None
        return rows.target
    assert rows.label is not None
    return rows.label if form == "sign" else np.maximum(rows.label, 0.0)


def _margin(rows: Rows, scale: Scale) -> Array:
    assert rows.label is not None
    score = rows.prediction
    if score.ndim == 1:
        return rows.label * (np.log(score) - np.log1p(-score) if scale == "probability" else score)
    own, others = _split(np.log(score) if scale == "probability" else score, rows.label)
    gap: Array = own - others.max(axis=1)
    return gap


def _log_odds(rows: Rows, scale: Scale) -> Array:
    assert rows.label is not None
    if rows.prediction.ndim == 1:
        return rows.label * rows.prediction
    own, others = _split(rows.prediction, rows.label)
    largest = others.max(axis=1)
    odds: Array = own - largest - np.log(np.exp(others - largest[:, None]).sum(axis=1))
    return odds


def _probability(rows: Rows, scale: Scale) -> Array:
    assert rows.label is not None
    if rows.prediction.ndim == 1:
        return 0.5 - rows.label * 0.5 + rows.label * rows.prediction
    own, _ = _split(rows.prediction, rows.label)
    return own


def _split(scores: Array, label: Array) -> tuple[Array, Array]:
    """Split the scores of classes into that of the label's, and all others."""
    classes = label.astype(np.int64)
    others = scores.copy()
    own = scores[np.arange(len(scores)), classes]
    others[np.arange(len(scores)), classes] = -np.inf
    return own, others


def _forecast(rows: Rows, scale: Scale) -> Array:
    return rows.prediction if scale == "probability" else np.asarray(sigmoid(rows.prediction))


def _error(rows: Rows, scale: Scale) -> Array:
    assert rows.target is not None
    return rows.prediction - rows.target


def _prediction(rows: Rows, scale: Scale) -> Array:
    return rows.prediction


_CHANNELS: Mapping[Channel, Callable[[Rows, Scale], Array]] = {
    "margin": _margin,
    "log-odds": _log_odds,
    "probability": _probability,
    "forecast": _forecast,
    "error": _error,
    "prediction": _prediction,
}
