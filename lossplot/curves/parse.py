"""Words -> curves: `huber:delta=0.5,1,2`, `torch:smooth_l1:beta=0.5`."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from lossplot.curves.axes import check_move
from lossplot.curves.curve import Curve
from lossplot.errors import RequestError, quote, read_number, suggest
from lossplot.formula.evaluate import bind
from lossplot.formula.tree import Number
from lossplot.losses import Axis, Equivalent, Loss, Parameter, find, find_equivalent, normalise

MAX_CURVES = 50


def read_curves(
    texts: Iterable[str], also: Iterable[str] = (), axis: Axis | None = None, most: int = MAX_CURVES
) -> tuple[Curve, ...]:
    """The curves that the words ask for: `hinge`, `huber:delta=2`, `huber:delta=0.5,1,2` (three).

    `also` are words that an unknown name may have been meant for; `axis` is where to move the curves.
    Raises RequestError for an unknown name or parameter, a value outside its interval, a move that
    makes no sense, or more than `most` curves.
    """
    families = [_read_family(text, also) for text in texts]
    count = sum(math.prod(map(len, family.choices)) for family in families)
    if count > most:
        raise RequestError(
            f"{most} curves is the most for one {'figure' if most == MAX_CURVES else 'table'}; this is {count}"
        )
    curves = [curve for family in families for curve in _members(family)]
    return tuple(_moved(curve, axis) if axis else curve for curve in curves)


@dataclass(frozen=True, slots=True)
class _Family:
    """A loss with the values to draw for each of its parameters; a share such as 95 % is not yet a number."""

    loss: Loss
    library: Equivalent | None
    choices: list[list[float | str]]
    given: tuple[str, ...]


def _members(family: _Family) -> Iterable[Curve]:
    for choice in itertools.product(*family.choices):
        known = tuple(
            parameter.default if isinstance(value, str) else value
            for parameter, value in zip(family.loss.parameters, choice, strict=True)
        )
        curve = Curve(family.loss, known, family.given, family.library)
        for parameter, value in zip(family.loss.parameters, choice, strict=True):
            if isinstance(value, str):
                curve = _efficient(curve, parameter, value)
        _check_together(curve)
        yield curve


def _efficient(curve: Curve, parameter: Parameter, share: str) -> Curve:
    """`curve` with `parameter` chosen so that its efficiency at the normal is `share`, as in `95%`."""
    from lossplot.curves.efficiency import parameter_for_efficiency

    target = read_number(share.removesuffix("%"), f"efficiency of {curve.loss.name},") / 100.0
    if not 0.0 < target < 1.0:
        raise RequestError(f"an efficiency of {share} for {curve.loss.name} is impossible; it lies between 0% and 100%")
    value = parameter_for_efficiency(curve, parameter.name, target)
    values = [value if p is parameter else old for p, old in zip(curve.loss.parameters, curve.values, strict=True)]
    return replace(curve, values=tuple(values))


def _check_together(curve: Curve) -> None:
    condition = curve.loss.requires
    if condition and bind(curve.loss.parse(f"1 if {condition} else 0"), curve.parameters, "") != Number(1.0):
        values = ", ".join(f"{name} = {value:g}" for name, value in curve.parameters.items())
        raise RequestError(f"{curve.loss.name} needs {condition}, not {values}; change one of them")


def _moved(curve: Curve, axis: Axis) -> Curve:
    if curve.loss.axis.name == axis.name:
        return curve
    x = np.linspace(0.0, 30.0, 301)
    even = bool(np.array_equal(curve.jet(x).value, curve.jet(-x).value, equal_nan=True))
    check_move(curve.name, curve.loss.axis, axis, even)
    return replace(curve, moved_to=axis)


def _read_family(text: str, also: Iterable[str]) -> _Family:
    words = text.split(":")
    library, taken = find_equivalent(words)
    loss = library[0] if library else find(words[0], also)
    choices: dict[str, list[float | str]] = {}
    for assignment in words[taken if library else 1 :]:
        word, equals, values = assignment.partition("=")
        parameter = _find_parameter(loss, word, library[1].parameters if library else {})
        if not equals or not values:
            raise RequestError(
                f"parameter {quote(assignment)} of {loss.name} has no value; write {parameter.name}=NUMBER"
            )
        if parameter.name in choices:
            raise RequestError(
                f"parameter '{parameter.name}' of {loss.name} is given twice; write {parameter.name}=A,B for two curves"
            )
        choices[parameter.name] = [_read_value(loss, parameter, value) for value in values.split(",")]
    lists = [choices.get(parameter.name, [parameter.default]) for parameter in loss.parameters]
    given = tuple(parameter.name for parameter in loss.parameters if parameter.name in choices)
    return _Family(loss, library[1] if library else None, lists, given)


def _find_parameter(loss: Loss, word: str, foreign: dict[str, str]) -> Parameter:
    """The parameter called `word`, or by the library's word for it in `foreign`."""
    wanted = normalise(foreign.get(word, word))
    for parameter in loss.parameters:
        if normalise(parameter.name) == wanted:
            return parameter
    names = [*foreign, *(parameter.name for parameter in loss.parameters)]
    hint = suggest(wanted, names) or (f"it has {', '.join(dict.fromkeys(names))}" if names else "it has none")
    raise RequestError(f"{loss.name} has no parameter {quote(word)}; {hint}")


def _read_value(loss: Loss, parameter: Parameter, text: str) -> float | str:
    if ".." in text:
        raise RequestError(f"a sweep such as {quote(f'{parameter.name}={text}')} moves; write it to a .gif or .webp")
    if text.endswith("%"):
        return text
    if text.strip().lower() == "-inf" and -math.inf in parameter.interval:
        return -math.inf
    value = read_number(text, f"{parameter.name} of {loss.name},")
    if value in parameter:
        return value
    what = f"{parameter.name} = {value:g} of {loss.name}"
    if value > parameter.most:
        raise RequestError(f"{what} is too large; the most is {parameter.most:g}")
    if value < -parameter.most:
        raise RequestError(f"{what} is too small; the least is {-parameter.most:g}")
    if 0.0 < abs(value) < parameter.least and value in parameter.interval:
        sizes = f"its size is at least {parameter.least:g} and at most {parameter.most:g}"
        raise RequestError(f"{what} is too near zero to compute with; {sizes}")
    raise RequestError(f"{what} is out of range; it is {parameter.domain}")
