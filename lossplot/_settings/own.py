"""Losses that a user keeps: tables with the fields of an entry of the catalogue, read as data and checked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lossplot._curves.axes import AXES
from lossplot._curves.words import LossText, is_word, split
from lossplot._errors import LossplotError, RequestError, check_text, quote, suggest
from lossplot._formula.functions import CONSTANTS
from lossplot._losses import Axis, Interval, Parameter, is_name, normalise
from lossplot._losses.foreign import is_library

MOST_LOSSES, MOST_PARAMETERS, LONGEST_NAME = 1_000, 20, 60
FIELDS = ("formula", "title", "axis", "summary", "source", "parameters", "aliases")
_LIMITS = ("default", "low", "high", "integer")
_VARIABLES = frozenset(axis.variable for axis in AXES.values())


@dataclass(frozen=True, slots=True)
class OwnLoss:
    """A loss that a user keeps, with the fields of an entry of the catalogue.

    `formula` is as on the command line, in the variable and the `parameters`.  `place` tells where it stands, for the
    beginning of a message: `lossplot.toml: losses.mine`.
    """

    name: str
    formula: str
    place: str
    title: str = ""
    axis: Axis | None = None
    summary: str = ""
    source: str = ""
    parameters: tuple[Parameter, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name in a figure."""
        return self.title or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The names that it is found by, as they are looked up."""
        return tuple(map(normalise, (self.name, *self.aliases)))


def read_losses(tables: object, place: str) -> Iterator[OwnLoss]:
    """Yield the losses of `tables`: a table by name, each a table of fields or a formula, or a list of tables.

    Raises RequestError, with `place` before it, for what is no loss, and for a name that is taken.
    """
    rows: list[tuple[object, object]]
    if isinstance(tables, Mapping):
        rows = [*tables.items()]
    elif isinstance(tables, list | tuple) and all(isinstance(table, Mapping) for table in tables):
        rows = [(table.get("name"), {key: table[key] for key in table if key != "name"}) for table in tables]
    else:
        raise RequestError(f"{place} is no table of losses; write [{place.rpartition(' ')[2]}.NAME] before each")
    if len(rows) > MOST_LOSSES:
        raise RequestError(f"{place} has {len(rows)} losses; {MOST_LOSSES} is the most for one file")
    names: set[str] = set()
    for name, fields in rows:
        loss = _read_loss(name, fields, place)
        if taken := names.intersection(loss.names):
            raise RequestError(f"{loss.place}: {quote(min(taken))} is the name of another loss here; choose another")
        names.update(loss.names)
        yield loss


def _read_loss(name: object, fields: object, place: str) -> OwnLoss:
    if not isinstance(name, str):
        raise RequestError(f'{place} has a loss without a name; write name = "NAME" into its table')
    where = f"{place}.{quote(name)[1:-1]}"
    table = {"formula": fields} if isinstance(fields, str) else fields
    try:
        _check_name(name, "name")
        if not isinstance(table, Mapping):
            raise RequestError('is no table; write formula = "..." into it')
        return _loss(name, table, where)
    except LossplotError as error:
        raise RequestError(f"{where}: {error}") from error


def _loss(name: str, table: Mapping[str, Any], place: str) -> OwnLoss:
    for key in table:
        if key not in FIELDS:
            raise RequestError(f"unknown field {quote(str(key))}; {suggest(str(key), FIELDS) or _listed(FIELDS)}")
    if "formula" not in table:
        raise RequestError('has no formula; write one, as in formula = "max(0, 1 - m)**2"')
    formula = " ".join(_text(table, "formula").split())
    parameters = tuple(_parameters(table.get("parameters", {})))
    aliases = table.get("aliases", [])
    if not (isinstance(aliases, list | tuple) and all(isinstance(alias, str) for alias in aliases)):
        raise RequestError('aliases must be a list of names; write aliases = ["mine"]')
    for alias in aliases:
        _check_name(alias, "alias")
    loss = OwnLoss(
        name=name,
        formula=formula,
        place=place,
        title=_text(table, "title"),
        axis=_axis(_text(table, "axis")),
        summary=_text(table, "summary"),
        source=_text(table, "source"),
        parameters=parameters,
        aliases=tuple(aliases),
    )
    words = split(str(LossText(loss.label, formula)))
    if loss.title and is_name(loss.title):
        raise RequestError(f"title {quote(loss.title)} is the name of another loss; choose another")
    if words.label != loss.label:
        raise RequestError(f"title {quote(loss.title)} cannot be a label; leave out =, and $ or brackets")
    if words.assignments or words.body != formula or not formula:
        raise RequestError(f"formula {quote(formula)} is not one alone; parameters go into parameters = {{ c = 1 }}")
    return loss


def _text(table: Mapping[str, Any], field: str) -> str:
    value = table.get(field, "")
    if not isinstance(value, str):
        raise RequestError(f"{field} must be a text; put it between quotes")
    return check_text(value.replace("\n", " "), field) if field != "formula" else value


def _check_name(name: str, what: str) -> None:
    """Raise RequestError for a name that could not be asked for, or means something else."""
    if not is_word(name) or len(name) > LONGEST_NAME:
        raise RequestError(f"{what} {quote(name)} is none; write letters, digits and -, at most {LONGEST_NAME}")
    if is_name(name) or is_library(name):
        raise RequestError(f"{what} {quote(name)} is that of a loss of the catalogue, or a library; choose another")
    if name in _VARIABLES or name in CONSTANTS:
        raise RequestError(f"{what} {quote(name)} is a letter of formulas; choose a longer one")


def _axis(name: str) -> Axis | None:
    if not name:
        return None
    if name.lower() not in AXES:
        raise RequestError(f"axis {quote(name)} is unknown; {suggest(name.lower(), AXES) or _listed(AXES)}")
    return AXES[name.lower()]


def _parameters(table: object) -> Iterator[Parameter]:
    if not isinstance(table, Mapping):
        raise RequestError("parameters must be a table; write parameters = { c = 1, k = { default = 2, low = 0 } }")
    if len(table) > MOST_PARAMETERS:
        raise RequestError(f"{len(table)} parameters are too many; {MOST_PARAMETERS} is the most")
    for name, value in table.items():
        limits = value if isinstance(value, Mapping) else {"default": value}
        if not is_word(str(name)) or name in CONSTANTS:
            raise RequestError(f"parameter {quote(str(name))} is no name; write letters and digits")
        for key in limits:
            if key not in _LIMITS:
                raise RequestError(f"parameter {quote(name)} has no {quote(str(key))}; it has {', '.join(_LIMITS)}")
        yield _parameter(name, limits)


def _parameter(name: str, limits: Mapping[str, Any]) -> Parameter:
    if "default" not in limits:
        raise RequestError(f"parameter {quote(name)} has no default; write one, as in {{ default = 1 }}")
    default, low, high = (
        _number(name, key, limits.get(key, other))
        for key, other in (("default", 1.0), ("low", -math.inf), ("high", math.inf))
    )
    integer = limits.get("integer", False)
    if not isinstance(integer, bool):
        raise RequestError(f"integer of parameter {quote(name)} must be true or false; write one of them")
    interval = Interval(low, high, low_closed=math.isfinite(low), high_closed=math.isfinite(high))
    parameter = Parameter(name, default, interval, integer)
    if default not in parameter:
        raise RequestError(f"the default of parameter {quote(name)} is out of range; it is {parameter.domain}")
    return parameter


def _number(name: str, key: str, value: object) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or (key == "default" and not abs(value) < math.inf)
    ):
        raise RequestError(f"{key} of parameter {quote(name)} must be a number; write one such as 0.5")
    try:
        number = float(value)
    except OverflowError:
        number = math.nan
    if math.isnan(number):
        raise RequestError(f"{key} of parameter {quote(name)} is no double; write a smaller number")
    return number


def _listed(names: Any) -> str:
    return f"known are {', '.join(names)}"
