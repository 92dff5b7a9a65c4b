"""Curves as custom objectives of boosted trees: what their variable is of a raw score and a label."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lossplot._curves.axes import onto_axis, through
from lossplot._curves.code import signature
from lossplot._curves.curve import Curve
from lossplot._curves.moves import move
from lossplot._errors import RequestError
from lossplot._formula.code.boosting import Booster, Curvature, Kind, Objective, boosting_code
from lossplot._formula.evaluate import Jet, bind, evaluate
from lossplot._formula.functions.thresholds import FUNCTIONS as SUMS
from lossplot._formula.tree import Call, Number, Tree, names_in, substitute
from lossplot._losses.entry import MARGIN, NONNEGATIVE, POSITIVE, UNIT, Parameter

# The parameters that a label may stand for, and labels for which the loss is looked at.
_LABELS = ("target", "label", "y", "y_true", "residual", "teacher")
_SAMPLES = (0.0, 0.3, 1.0, 3.0, 10.0)
# Scores at which the loss is looked at: close to each other near zero, and none so far out that doubles underflow.
_SCORES = np.sinh(np.linspace(-4.0, 4.0, 1601))
# A score this little above the end of a domain has a loss still.
_ABOVE = 1e-6
# A second derivative beyond this has no bound.
_HIGHEST = 1e6
_LINKS = {UNIT: "sigmoid", POSITIVE: "exp", NONNEGATIVE: "exp"}
_MEANINGS = {
    "sigmoid": "The probability of label 1 is 1 / (1 + np.exp(-score)).",
    "exp": "The prediction is np.exp(score).",
    "": "The prediction is the score itself.",
}


def curve_objective(curve: Curve, booster: Booster) -> str:
    """Write `curve` as a custom objective of `booster`, with its metric and the score to start from.

    Raises RequestError for a curve that is no function of one raw score and a label, and for one without a slope.
    """
    return boosting_code(_objective(curve), booster)


def _objective(curve: Curve) -> Objective:
    if curve.loss.axis.name == "probability":
        return _alone(move(replace(curve, moved_to=None), MARGIN), "margin", _MEANINGS["sigmoid"])
    if curve.axis.name == "probability":
        curve = replace(curve, moved_to=None)
    match curve.axis.name:
        case "margin":
            return _alone(curve, "margin", "The label is 1 where the score is positive.")
        case "error":
            return _alone(curve, "error", _MEANINGS[""])
        case "score" if curve.parameters.get("classes") == 2.0:
            return _alone(curve, "margin", _MEANINGS["sigmoid"])
        case "distance" | "similarity" | "coefficient" | "ratio" | "overlap":
            raise _unfit(curve, "no score of a tree is one; choose a loss of the margin, error or probability")
    label = next((name for name in _LABELS if name in curve.parameters), None)
    if label is None:
        remedy = "call the label target, as in '... - target*x:target=1', or say with --axis what it is"
        raise _unfit(curve, f"nothing in it is the label; {remedy}")
    return _of_label(curve, label)


def _unfit(curve: Curve, reason: str) -> RequestError:
    return RequestError(f"{curve.name} is a function of {curve.axis.words}, and {reason}")


def _tree(curve: Curve) -> Tree:
    """The formula of `curve` in the units of its library, if it has one, with its parameters by their names."""
    tree = onto_axis(curve.loss.tree, curve.loss.axis, curve.axis)
    if curve.library and curve.library.factor != "1":
        tree = Call("*", (curve.loss.parse(curve.library.factor), tree))
    return tree


def _alone(curve: Curve, kind: Kind, meaning: str) -> Objective:
    """The objective of a loss of one variable, which is made of score and label."""
    tree, variable = _tree(curve), curve.axis.variable
    points = np.union1d(_SCORES, [knot.x for knot in curve.knots(_SCORES[0], _SCORES[-1])])
    jet = evaluate(bind(tree, curve.parameters, variable), variable, points)
    labels = "0 and 1" if kind == "margin" else "numbers"
    return Objective(_title(curve), signature(curve), tree, kind, meaning, _curvature(curve, [jet], True), labels)


def _of_label(curve: Curve, label: str) -> Objective:
    """The objective of a loss of the score and a parameter that is the label."""
    if any(label in names_in(each) for each in _counts_in(curve.loss.tree)):
        raise _unfit(curve, "its label says how many terms it has; choose a loss with as many for each label")
    own = signature(curve)
    numbers = {name: value for name, value in own.parameters.items() if name != label}
    domain, tree, variable, least = curve.axis.domain, _tree(curve), own.variable, None
    link = _LINKS.get(domain, "")
    if link:
        tree, variable = through(tree, variable, link, "score"), "score"
    elif math.isfinite(domain.low):
        least = domain.low + _ABOVE
    meaning = _MEANINGS[link] if link or curve.axis.name != "score" else _meaning(curve)
    scores = _SCORES if least is None else _SCORES[np.greater(_SCORES, least)]
    jets = [
        evaluate(bind(substitute(tree, {label: Number(each)}), numbers, variable), variable, scores)
        for each in _samples(curve, label)
    ]
    whole = replace(own, variable=variable, parameters=numbers, label=label)
    parameter = _parameter(curve, label)
    words = parameter.domain.replace("in (-inf, inf)", "numbers")
    curvature, conditions = _curvature(curve, jets, has_largest=False), _conditions(parameter)
    return Objective(_title(curve), whole, tree, "label", meaning, curvature, words, conditions, least)


def _counts_in(tree: Tree) -> Iterator[Tree]:
    """Yield what the sums of `tree` make their number of terms of."""
    if isinstance(tree, Call):
        if tree.function in SUMS:
            yield from tree.arguments[2:]
        for part in tree.arguments:
            yield from _counts_in(part)


def _parameter(curve: Curve, name: str) -> Parameter:
    return next(each for each in curve.loss.parameters if each.name == name)


def _conditions(parameter: Parameter) -> tuple[str, ...]:
    """The conditions on a label, in code."""
    interval = parameter.interval
    ends = [
        (f"label >{'=' if interval.low_closed else ''} {interval.low!r}", interval.low),
        (f"label <{'=' if interval.high_closed else ''} {interval.high!r}", interval.high),
    ]
    holes = [f"label != {hole.low!r}" for hole in parameter.holes if hole.low == hole.high]
    return (*(text for text, end in ends if math.isfinite(end)), *holes)


def _title(curve: Curve) -> str:
    return curve.label or (curve.loss.name if curve.loss.is_typed else curve.loss.title)


def _meaning(curve: Curve) -> str:
    return f"The score is the {curve.axis.label.replace('*', '')}."


def _samples(curve: Curve, label: str) -> Iterator[float]:
    """Labels that the loss can have, with the other parameters as they are."""
    parameter, requires = _parameter(curve, label), curve.loss.requires or "1 > 0"
    most = 1.0 if curve.axis.domain == UNIT else math.inf
    condition = curve.loss.parse(f"1 if {requires} else 0")
    for each in _SAMPLES:
        if each in parameter and each <= most and bind(condition, {**curve.parameters, label: each}, "") != Number(0.0):
            yield each


def _curvature(curve: Curve, jets: list[Jet], has_largest: bool) -> Curvature:
    """Tell where the second derivative is not positive, of jets at many scores.

    Raises RequestError if the loss is flat at all of them.
    """
    slope, curvature = (np.concatenate([getattr(jet, part) for jet in jets]) for part in ("slope", "curvature"))
    if not np.any(slope):
        raise RequestError(f"{curve.name} has no slope to follow; choose a loss that falls, such as hinge or logistic")
    is_finite = bool(np.all(np.isfinite(slope) & np.isfinite(curvature)))
    if is_finite and np.all(curvature > 0.0):
        return Curvature()
    reasons = {
        "the loss is not convex the second derivative is not positive": curvature < 0.0,
        "the loss is straight the second derivative is not positive": curvature == 0.0,
        "the loss has a cusp the second derivative is infinite": ~np.isfinite(curvature),
    }
    gap = next(
        (f"where {clause}" for clause, places in reasons.items() if np.any(places)), "where there is no gradient"
    )
    largest = float(np.max(curvature))
    is_bounded = has_largest and is_finite and 0.0 < largest < _HIGHEST
    return Curvature(gap, _rounded_up(largest) if is_bounded else None, is_finite)


def _rounded_up(value: float) -> float:
    """Return `value` in three digits, not less than it is."""
    digits = 2 - math.floor(math.log10(value))
    return math.ceil(round(value * 10.0**digits, 6)) / 10.0**digits
