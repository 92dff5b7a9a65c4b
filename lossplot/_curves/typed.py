"""Losses that a user typed as a formula: which name is the variable, of which axis, and which are parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import category

from lossplot._curves.axes import VARIABLES, axis_called
from lossplot._curves.words import LossText, is_word
from lossplot._errors import RequestError, alternatives, check_characters, quote, suggest
from lossplot._formula.accurate import accurate
from lossplot._formula.functions import CONSTANTS
from lossplot._formula.notation.letters import GREEK, number
from lossplot._formula.notation.text import unicode
from lossplot._formula.tree import Name, Tree, substitute
from lossplot._formula.typed.signs import SUPERSCRIPTS
from lossplot._formula.typed.words import canonical
from lossplot._losses import Axis, Interval, Loss, Parameter, find, is_name, names
from lossplot._losses.entry import PREDICTION, REAL, UNIT
from lossplot._losses.foreign import is_library
from lossplot._losses.registry import why_no_curve

if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._formula.typed.read import Typed

# With a label y in the formula p is no longer the probability of the true class.
_FORECAST = replace(PREDICTION, variable="p", label="forecast probability *p* of class 1", domain=UNIT, view=(0.0, 1.0))
_BOTH = "1,0"
LONGEST_TITLE = 60
# A curve of a loss inside a formula, by its name and the values of its parameters; None if no loss is called so.
Inside = Callable[[str, Mapping[str, float]], "Curve | None"]


def is_formula(body: str) -> bool:
    """Return True if `body` is a formula, and not made as names of losses are."""
    head = body.partition(":")[0].strip()
    if not head or is_name(head) or why_no_curve(head):
        return False
    if head in VARIABLES or any(sign in SUPERSCRIPTS or category(sign) == "No" for sign in head):  # a half is one
        return True
    if not all(map(is_word, head.split())):
        return True
    return ("-" in head or " " in head) and not is_library(head) and not suggest(head.lower(), names())


@dataclass(frozen=True, slots=True)
class _Formula:
    """A formula as it was read, with the curves of the losses inside it and the names that have no value."""

    body: str
    typed: Typed
    inside: tuple[Curve, ...]
    free: tuple[str, ...]


def read_formula(words: LossText, axis: Axis | None, inside: Inside) -> tuple[Loss, tuple[str, ...]]:
    """The loss that a formula is, and the assignments of values to its parameters.

    `axis` is that of a variable whose name says nothing.  Raises RequestError for names without a value.
    """
    check_characters(words.body, "formula")
    assignments = tuple(map(_canonical_assignment, words.assignments))
    given = dict.fromkeys(each.partition("=")[0] for each in assignments)
    if fixed := [name for name in given if name in CONSTANTS]:
        raise RequestError(f"{fixed[0]} is a constant and takes no value; call the parameter otherwise")
    formula = _read(words.body, given, inside)
    if absent := [name for name in given if name not in formula.typed.names]:
        all_names = formula.typed.names
        hint = suggest(absent[0], all_names) or (f"its names are {_listed(all_names)}" if all_names else "it has none")
        raise RequestError(f"formula {quote(words.body)} has no {quote(absent[0])}; {hint}")
    if (label := formula.typed.label) in formula.free and len(formula.free) == 2:
        assignments = (*assignments, f"{label}={_BOTH}")
        given[label] = None
        formula = replace(formula, free=tuple(name for name in formula.free if name != label))
    return _loss(formula, tuple(given), axis), assignments


def _read(body: str, given: Iterable[str], inside: Inside) -> _Formula:
    from lossplot._formula.typed.read import read_typed

    curves: list[Curve] = []

    def loss_tree(name: str, values: Mapping[str, float]) -> tuple[Tree, str] | None:
        # A Greek letter is a parameter, whatever loss is called so.
        if name in GREEK or (curve := inside(name, values)) is None:
            return None
        curves.append(curve)
        return curve.tree, curve.axis.variable

    typed = read_typed(body, tuple(given), loss_tree)
    return _Formula(body, typed, tuple(curves), tuple(name for name in typed.names if name not in {*given}))


def _loss(formula: _Formula, given: Sequence[str], axis: Axis | None) -> Loss:
    variable = _variable(formula)
    own = _axis(formula, variable)
    tree = formula.typed.tree
    if own is None:
        own = axis or axis_called(variable)
        if own.variable in given:
            raise RequestError(
                f"{own.variable} is the variable of the {own.name} axis and has no value; call the parameter otherwise"
            )
        tree = substitute(tree, {variable: Name(own.variable)})
    title = unicode(tree)
    return Loss(
        name=" ".join(formula.body.split()),
        formula=accurate(tree, own.variable, (own.domain.low, own.domain.high)).tree,
        axis=own,
        title=title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…",
        summary="",
        source="",
        textbook=tree,
        parameters=tuple(Parameter(name, 1.0, REAL) for name in given),
        notes=formula.typed.notes,
    )


def _variable(formula: _Formula) -> str:
    """The one name without a value.  Raises RequestError if there are more of them, or none."""
    match formula.free:
        case (variable,):
            return variable
        case ():
            hint = "e is a constant, so call the variable otherwise" if "e" in re.findall(r"\w+", formula.body) else ""
            named = next((curve for curve in formula.inside if curve.parameters), None)
            if named:
                name, value = next(iter(named.parameters.items()))
                example = f"{named.loss.name.replace('-', '_')}({name}={number(value)})"
                hint = f"write a parameter of a loss by its name, as in {example}"
            hint = hint or "write a variable into it, such as m"
            raise RequestError(f"{quote(formula.body)} is a number and no curve; {hint}")
    _check_axes(formula)
    if is_word(formula.body):
        find(formula.body)  # says that there is no such loss
    wanted = [name for name in formula.free if name not in VARIABLES]
    if len(wanted) == len(formula.free):
        wanted = wanted[:-1]
    near = next(
        (hint for name in wanted if len(name) > 2 and name not in GREEK and (hint := suggest(name, names()))), ""
    )
    all_but_one = "one" if len(formula.free) == 2 else "all but one"
    values = "".join(f":{name}=1" for name in wanted or formula.free[:1])
    raise RequestError(
        f"{_COUNTS.get(len(formula.free), str(len(formula.free)))} names are left, {_listed(formula.free)}; "
        f"give {all_but_one} of them a value, as in '...{values}'{f' ({near})' if near else ''}"
    )


_HYPHENATED = re.compile(r"[a-zA-Z]\w*(?:-\w+)+")
_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five"}


def _check_axes(formula: _Formula) -> None:
    """Raise RequestError if the names without a value are the variables of several axes, of which a curve has one."""
    axes = {name: VARIABLES[name] for name in formula.free if name in VARIABLES}
    owners = {curve.axis.variable: (curve.name, curve.axis) for curve in formula.inside}
    axes |= {name: owners[name][1] for name in formula.free if name in owners}
    hyphenated = [word for word in _HYPHENATED.findall(formula.body) if is_name(word)]
    if hyphenated:
        word = hyphenated[0]
        raise RequestError(f"'-' is a minus sign in a formula; write the loss {word} as {word.replace('-', '_')}")
    if len(axes) < 2 or not owners:
        return
    parts = [
        f"{owners[name][0] if name in owners else 'the formula'} is a function of {axis.words}"
        for name, axis in axes.items()
    ]
    raise RequestError(
        f"{' and '.join(parts)}, and a curve has one axis; put a formula in place of the other variable, "
        "as in 'hinge + squared(1 - m)'"
    )


def _axis(formula: _Formula, variable: str) -> Axis | None:
    """The axis of which `variable` is the variable; None if its name says nothing."""
    if formula.typed.label and variable == "p":
        return _FORECAST
    owners = [curve for curve in formula.inside if curve.axis.variable == variable]
    if not owners:
        return VARIABLES.get(variable)
    first = owners[0]
    for other in owners:
        if other.axis.name != first.axis.name:
            raise RequestError(
                f"{first.name} is a function of {first.axis.words}, {other.name} of {other.axis.words}, "
                "and a curve has one axis; draw them in two figures"
            )
    narrow = max(owners, key=lambda curve: (curve.domain.low, -curve.domain.high)).axis
    high = min(curve.domain.high for curve in owners)
    return narrow if high == narrow.domain.high else replace(narrow, domain=Interval(narrow.domain.low, high))


def _canonical_assignment(assignment: str) -> str:
    """The assignment with the name that a formula has for the parameter: `alpha` for `α`."""
    name, equals, values = assignment.partition("=")
    return f"{canonical(name.strip())}{equals}{values.strip()}"


def _listed(names: Sequence[str]) -> str:
    return alternatives(names).replace(" or ", " and ")
