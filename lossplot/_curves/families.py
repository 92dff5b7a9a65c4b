"""Families of the catalogue that a typed formula is a member of, at whatever values of their parameters."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.identity import ratio
from lossplot._formula.evaluate import Array, bind, evaluate
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Call, Name, Number, Tree, numbers_in, substitute
from lossplot._losses import LOSSES, Loss, Parameter
from lossplot._losses.entry import ERROR

# Where a formula and a member are compared first, as shares of the view.
_SHARES = (0.137, 0.531, 0.877, 0.263, 0.719)
_CLOSE = 1e-9
# Numbers of a formula that are looked at; further ones are hardly parameters.
_MOST_NUMBERS = 6
_MOST_OF_OTHERS = 4


def families(curve: Curve) -> list[str]:
    """Return sentences on members of the catalogue's families that a typed `curve` is.

    Such as `(tau - (r < 0))*r:tau=0.3 is quantile:tau=0.7`.  On an axis of its own, a formula is read as the error.
    """
    if not curve.loss.is_typed or curve.moved_to:
        return []
    if not curve.axis.is_nameless:
        members = _members(curve)
        # One at its defaults is told of among the relatives of the curve, and says more than the others.
        is_usual = any(member.values == default_curve(member.loss).values for member in members)
        return [] if is_usual else [f"{curve.spec} is {member.spec}" for member in members]
    variable = curve.axis.variable
    one, other = _members(_as_error(curve, Name(ERROR.variable))), _members(_as_error(curve, _MINUS_R))
    if one == other:
        return [f"{curve.spec} is {member.spec} if {variable} is the error r" for member in one]
    pairs = zip(one, other, strict=False)
    return [
        f"{curve.spec} is {first.spec} if {variable} is the error r = prediction - target, "
        f"and {second.spec} if it is target - prediction"
        for first, second in pairs
    ]


_MINUS_R = Call("neg", (Name(ERROR.variable),))


def _as_error(curve: Curve, error: Tree) -> Curve:
    """Return `curve` with `error`, r or -r, in place of its variable."""
    loss = curve.loss
    formula, textbook = (substitute(tree, {curve.axis.variable: error}) for tree in (loss.tree, loss.notation))
    return replace(curve, loss=replace(loss, axis=ERROR, formula=formula, textbook=textbook))


def _members(curve: Curve) -> list[Curve]:
    """Return the members of families that are the same curve, one of each family."""
    low, high = max(curve.axis.view[0], curve.domain.low), min(curve.axis.view[1], curve.domain.high)
    x = low + (high - low) * np.array(_SHARES)
    values = curve.jet(x).value
    if not np.all(np.isfinite(values)):
        return []
    numbers = sorted({abs(number) for number in numbers_in(curve.tree)} | {abs(number) for number in curve.values})
    found = []
    for loss in LOSSES.values():
        if loss.parameters and loss.axis.name == curve.axis.name:
            near = (member for member in _near(loss, numbers[:_MOST_NUMBERS], x, values) if member.allowed)
            found += [*itertools.islice((member for member in near if ratio(curve, member) == 1), 1)]
    return found


def _near(loss: Loss, numbers: Sequence[float], x: Array, values: Array) -> Iterator[Curve]:
    """Yield members of a family that have these values at `x` (both shape (n,)), up to rounding."""
    first, *others = loss.parameters
    choices = [_candidates(parameter, numbers)[:_MOST_OF_OTHERS] for parameter in others]
    for rest in itertools.product(*choices):
        tree = substitute(loss.tree, {each.name: Number(value) for each, value in zip(others, rest, strict=True)})
        tried = _that_fit(tree, loss, _candidates(first, numbers), (float(x[0]), float(values[0])))
        for value in tried:
            member = replace(
                default_curve(loss), values=(value, *rest), given=tuple(each.name for each in loss.parameters)
            )
            if np.all(_is_close(member.jet(x).value, values)):
                yield member


def _that_fit(tree: Tree, loss: Loss, tried: list[float], point: tuple[float, float]) -> list[float]:
    """Return those values of the first parameter of `loss` with which `tree` goes through a point."""
    x, y = point
    name, variable = loss.parameters[0].name, loss.axis.variable
    try:
        at = evaluate(substitute(tree, {variable: Number(x)}), name, np.array(tried)).value
    except FormulaError:  # of a function whose second argument must be a number
        bound = (bind(tree, {name: value}, variable) for value in tried)
        at = np.array([evaluate(each, variable, np.array([x])).value[0] for each in bound])
    return [value for value, close in zip(tried, _is_close(at, y), strict=True) if close]


def _is_close(values: Array, others: Array | float) -> NDArray[np.bool_]:
    with np.errstate(all="ignore"):
        return np.abs(values - others) <= _CLOSE * (1e-3 + np.abs(others))


def _candidates(parameter: Parameter, numbers: Sequence[float]) -> list[float]:
    """Return values of a parameter that the numbers of a formula suggest, and its default."""
    simple = (v for number in numbers for v in (number, 1.0 - number, *_multiples(number)))
    rounded = (float(f"{value:.15g}") for value in simple if math.isfinite(value))
    return list(dict.fromkeys(value for value in (parameter.default, *rounded) if value in parameter))


def _multiples(number: float) -> tuple[float, ...]:
    return (2.0 * number, number / 2.0, 1.0 / number) if number else ()
