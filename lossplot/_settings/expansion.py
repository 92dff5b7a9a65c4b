"""Losses of one's own -> the formulas that they are: a figure of them needs no file to be drawn again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lossplot._curves.axes import VARIABLES
from lossplot._curves.words import DOTS, LossText, split
from lossplot._errors import LossplotError, RequestError, is_number, quote
from lossplot._formula.notation.letters import number
from lossplot._formula.notation.text import source
from lossplot._formula.tree import Name, Tree, substitute
from lossplot._formula.typed.words import canonical
from lossplot._losses import Axis, Parameter, is_name
from lossplot._losses.foreign import is_library
from lossplot._settings.plugins import plugin_loss
from lossplot._settings.sources import Settings

if TYPE_CHECKING:
    from lossplot._settings.own import OwnLoss

# One loss may be made of others, so deep.
DEEPEST = 5
_NAME = re.compile(r"(?<![\w.\\])[^\W\d]\w*(?:-\w+)*")
# What may be a loss of another package, with or without the package's name.
_FOREIGN = re.compile(r"[^\W\d][\w-]*(?::[^\W\d][\w-]*)?")
_ASSIGNED = re.compile(r"\(((?:\s*\w+\s*=[^,()=]+,?)+)\)")


def expand(texts: Iterable[str], settings: Settings, titled: bool = True) -> list[str]:
    """Return `texts` that ask for curves, with the formula of each loss of one's own in place of its name.

    Its label is its title, if it has one and labels are to be `titled`, else its name.
    Raises RequestError for a value that a parameter of such a loss cannot have.
    """
    return [_expanded(text, settings, titled) for text in texts]


def expand_groups(groups: Iterable[str], settings: Settings) -> list[str]:
    """Return `groups` of a grid, with the formula of each loss of one's own in place of its name.

    Its label is its name where a comma in its title would begin another loss.
    """
    from lossplot._figure.grid import losses_of

    def expanded(text: str) -> str:
        [titled] = expand([text], settings)
        return titled if losses_of(titled) == (titled,) else expand([text], settings, titled=False)[0]

    return [",".join(map(expanded, losses_of(group))) for group in groups]


def find_own(text: str, settings: Settings) -> OwnLoss | None:
    """Return the loss of one's own that `text` alone asks for, if it does."""
    try:
        body = split(text).body
    except RequestError:
        return None
    return _find(body, settings)


def axis_of(texts: Iterable[str], settings: Settings) -> str | None:
    """Return the axis that the losses of one's own among `texts` are of, if their formulas cannot say it themselves."""
    losses = [loss for text in texts if (loss := find_own(text, settings))]
    return next((loss.axis.name for loss in losses if loss.axis and loss.axis.variable not in VARIABLES), None)


def _find(name: str, settings: Settings) -> OwnLoss | None:
    if (loss := settings.find(name)) or not settings.plugins:
        return loss
    is_asked = _FOREIGN.fullmatch(name) and len(name) > 1 and not (is_name(name) or is_library(name.partition(":")[0]))
    return plugin_loss(name) if is_asked else None


def _expanded(text: str, settings: Settings, titled: bool) -> str:
    try:
        words = split(text)
    except RequestError:
        return text  # which says so itself, where it is read
    if loss := _find(words.body, settings):
        label = words.label or (loss.label if titled else loss.name)
        return str(LossText(label, body_of(loss, settings), _assignments(loss, words.assignments)))
    if not _NAME.search(words.body) or not settings.losses:
        return text
    body = _with_formulas(words.body, settings, 0)
    return text if body == words.body else str(replace(words, body=body))


def _assignments(loss: OwnLoss, given: Sequence[str]) -> tuple[str, ...]:
    """The values of all parameters of `loss`: those that are given, checked, and the others' defaults."""
    known = {canonical(parameter.name): parameter for parameter in loss.parameters}
    names = []
    for assignment in given:
        name, _, values = assignment.partition("=")
        names.append(canonical(name.strip()))
        if parameter := known.get(names[-1]):
            for value in re.split(rf",|{re.escape(DOTS)}", values):
                _check_value(loss, parameter, value)
    others = (f"{each.name}={number(each.default)}" for name, each in known.items() if name not in names)
    return (*given, *others)


def _check_value(loss: OwnLoss, parameter: Parameter, text: str) -> None:
    if is_number(text) and float(text) not in parameter:
        raise RequestError(
            f"{parameter.name} = {quote(text.strip())[1:-1]} of {loss.name} is out of range; it is {parameter.domain}"
        )


def body_of(loss: OwnLoss, settings: Settings, depth: int = 0) -> str:
    """Return the formula of `loss` in the variable of its axis, with no other loss of one's own in it."""
    body = _with_formulas(loss.formula, settings, depth)
    if loss.axis is None:
        return body
    try:
        variable = _variable(loss, body)
    except LossplotError:
        return body  # which says so itself, where it is read
    if variable is None or variable == loss.axis.variable:
        return body
    return source(_renamed(loss, body, variable, loss.axis))


def _variable(loss: OwnLoss, body: str) -> str | None:
    """The one name in `body` that has no value, if there is one."""
    from lossplot._formula.typed.read import read_typed

    names = {canonical(parameter.name) for parameter in loss.parameters}
    free = [name for name in read_typed(body, tuple(names)).names if name not in names]
    return free[0] if len(free) == 1 else None


def _renamed(loss: OwnLoss, body: str, variable: str, axis: Axis) -> Tree:
    from lossplot._formula.typed.read import read_typed

    typed = read_typed(body, tuple(parameter.name for parameter in loss.parameters))
    return substitute(typed.tree, {variable: Name(axis.variable)})


def _with_formulas(body: str, settings: Settings, depth: int) -> str:
    """Return a formula with those of the losses of one's own in place of their names."""
    pieces: list[str] = []
    end = 0
    for match in _NAME.finditer(body):
        loss = settings.find(match[0])
        if loss is None or match.start() < end:
            continue
        if depth >= DEEPEST:
            raise RequestError(f"{loss.place}: losses are made of each other more than {DEEPEST} deep; write it out")
        pieces.append(body[end : match.start()])
        call = _ASSIGNED.match(body, match.end())
        end = call.end() if call else match.end()
        values = dict(part.split("=") for part in call[1].split(",") if part.strip()) if call else {}
        pieces.append(f"({_inlined(loss, {name.strip(): value for name, value in values.items()}, settings, depth)})")
    return "".join([*pieces, body[end:]])


def _inlined(loss: OwnLoss, values: Mapping[str, str], settings: Settings, depth: int) -> str:
    """Return the formula of `loss` with numbers for its parameters."""
    from lossplot._curves.parse import read_curves
    from lossplot._formula.evaluate import bind

    given = [f"{name}={value.strip()}" for name, value in values.items()]
    assignments = _assignments(loss, given)
    body = body_of(loss, settings, depth + 1)
    [curve] = read_curves([str(LossText("", body, assignments))])
    return source(bind(curve.notation, curve.parameters, curve.axis.variable))
