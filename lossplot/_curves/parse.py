"""Reader of curves: `huber:delta=0.5,1,2`, `torch:smooth_l1:beta=0.5`, `mine = max(0, c - m)**k:c=1:k=1,2`."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lossplot._curves.axes import VARIABLES
from lossplot._curves.curve import Curve
from lossplot._curves.moves import move
from lossplot._curves.typed import is_formula, read_formula
from lossplot._curves.words import LossText, split
from lossplot._errors import RequestError, check_text, did_you_mean, is_number, quote, read_number, suggest
from lossplot._formula.notation.letters import number
from lossplot._losses import Axis, Equivalent, Loss, Parameter, find, is_name, normalise
from lossplot._losses.foreign import Match, check_library, find_equivalent
from lossplot._losses.registry import loose_alias, siblings

MAX_CURVES = 50
_OPERATORS = ("+", "-", "*", "/")


def read_curves(
    texts: Iterable[str], also: Iterable[str] = (), axis: Axis | None = None, most: int = MAX_CURVES
) -> tuple[Curve, ...]:
    """Read the curves that `texts` ask for: `hinge`, `huber:delta=2`, `huber:delta=0.5,1,2` (three), `exp(-m)`.

    `also` are further suggestions for an unknown name; `axis` is where to move the curves, and what the variable of a
    formula is that has no axis.
    Raises RequestError for an unknown name or parameter, a value outside its interval, a move that
    makes no sense, or more than `most` curves.
    """
    families = [_read_family(text, also, axis) for text in texts]
    check_count(sum(math.prod(map(len, family.choices)) for family in families), most)
    curves = [curve for family in families for curve in _members(family)]
    return tuple(move(curve, axis) if axis else curve for curve in curves)


def check_count(count: int, most: int = MAX_CURVES) -> None:
    """Raise RequestError for more curves than a figure, or a table, can have."""
    if count > most:
        raise RequestError(
            f"{most} curves is the most for one {'figure' if most == MAX_CURVES else 'table'}; this is {count}"
        )


@dataclass(frozen=True, slots=True)
class _Family:
    """Loss with the values to draw for each of its parameters; a share such as 95% is not yet a number."""

    loss: Loss
    library: Equivalent | None
    choices: list[list[float | str]]
    given: tuple[str, ...]
    label: str = ""
    remarks: tuple[str, ...] = ()


def _members(family: _Family) -> Iterable[Curve]:
    parameters = family.loss.parameters
    for choice in itertools.product(*family.choices):
        pairs = list(zip(parameters, choice, strict=True))
        values = tuple(parameter.default if isinstance(value, str) else value for parameter, value in pairs)
        curve = Curve(family.loss, values, family.given, family.library, label=family.label, remarks=family.remarks)
        for parameter, value in pairs:
            if isinstance(value, str):
                curve = _efficient(curve, parameter, value)
        if not curve.allowed:
            numbers = ", ".join(f"{name} = {value:g}" for name, value in curve.parameters.items())
            raise RequestError(f"{curve.loss.name} needs {curve.loss.requires}, not {numbers}; change one of them")
        yield curve


def _efficient(curve: Curve, parameter: Parameter, share: str) -> Curve:
    """Return `curve` with the value of `parameter` that makes its efficiency at the normal `share`, as in `95%`."""
    from lossplot._curves.efficiency import parameter_for_efficiency

    target = read_number(share.removesuffix("%"), f"efficiency of {curve.loss.name},") / 100.0
    if not 0.0 < target < 1.0:
        raise RequestError(f"an efficiency of {share} for {curve.loss.name} is impossible; it lies between 0% and 100%")
    return curve.having(parameter.name, parameter_for_efficiency(curve, parameter.name, target))


def _read_family(text: str, also: Iterable[str], axis: Axis | None) -> _Family:
    words = split(text)
    _check_words(text, words)
    if is_formula(words.body):
        _check_label(words.label)
        loss, assignments = read_formula(words, axis, _curve_inside)
        return _family(loss, assignments, words)
    parts = ":".join([words.body, *words.assignments]).split(":")
    match = find_equivalent(parts)
    if match is None and not is_name(parts[0]):
        check_library(parts)
    loss = match.loss if match else find(parts[0], also)
    _check_label(words.label, loss)
    return _family(loss, match.assignments if match else parts[1:], words, match)


def _curve_inside(name: str, values: Mapping[str, float]) -> Curve | None:
    """The loss called `name` inside a formula, with these values of its parameters."""
    if not is_name(name):
        return None
    assignments = [f"{parameter}={number(value)}" for parameter, value in values.items()]
    [curve] = _members(_family(find(name), assignments, LossText("", name, ())))
    return curve


def _check_words(text: str, words: LossText) -> None:
    """Raise RequestError for what is half of a request, and for a label that cannot be shown."""
    if words.label and is_number(words.body):
        raise RequestError(f"{quote(text)} is no loss; write a parameter behind its loss, as in huber:delta=2")
    if words.body in _OPERATORS:
        raise RequestError(f"{quote(words.body)} is no loss; write a sum as one word, as in 'hinge + logistic'")
    if words.label:
        check_text(words.label, "label")


def _check_label(label: str, loss: Loss | None = None) -> None:
    """Raise RequestError for a label that is a variable, or a name of another loss than `loss`."""
    if label in VARIABLES or (is_name(label) and find(label) is not loss):
        raise RequestError(f"label {quote(label)} is the name of something else; choose another word")


def _family(loss: Loss, assignments: Iterable[str], words: LossText, match: Match | None = None) -> _Family:
    typed = words.body.partition(":")[0]
    choices: dict[str, list[float | str]] = {}
    for assignment in assignments:
        name, equals, values = assignment.partition("=")
        parameter = _find_parameter(loss, name, typed)
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
    library = match.equivalent if match else None
    return _Family(loss, library, lists, given, words.label, _remarks(match, loss, typed))


def _remarks(match: Match | None, loss: Loss, typed: str) -> tuple[str, ...]:
    """Say what the loss called `typed` may mean otherwise, or which arguments of the library's call change nothing."""
    if match:
        return tuple(f"{each} changes nothing in the curve of {match.equivalent.name}" for each in match.idle)
    difference = loose_alias(loss, typed)
    return (f"{normalise(typed)} is drawn as {loss.name}; it may also mean {difference}",) if difference else ()


def _find_parameter(loss: Loss, name: str, typed: str) -> Parameter:
    """The parameter of `loss` called `name`; `typed` is how the loss was asked for."""
    if exact := [parameter for parameter in loss.parameters if parameter.name == name]:
        return exact[0]
    # In Python a name that is a keyword of it is followed by an underscore.
    normal = normalise(name).removesuffix("-")
    for parameter in loss.parameters:
        if normalise(parameter.name) == normal:
            return parameter
    names = [parameter.name for parameter in loss.parameters]
    others = siblings(typed, normal) or [
        each for known in (loss.name, *loss.aliases) for each in siblings(known, normal)
    ]
    hint = suggest(normal, names) or did_you_mean(dict.fromkeys(others))
    hint = hint or (f"it has {', '.join(names)}" if names else "it has none")
    raise RequestError(f"{loss.name} has no parameter {quote(name)}; {hint}")


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
    subject = f"{parameter.name} = {value:g} of {loss.name}"
    if value > parameter.most:
        raise RequestError(f"{subject} is too large; the most is {parameter.most:g}")
    if value < -parameter.most:
        raise RequestError(f"{subject} is too small; the least is {-parameter.most:g}")
    if 0.0 < abs(value) < parameter.least and value in parameter.interval:
        sizes = f"its size is at least {parameter.least:g} and at most {parameter.most:g}"
        raise RequestError(f"{subject} is too near zero to compute with; {sizes}")
    raise RequestError(f"{subject} is out of range; it is {parameter.domain}")
