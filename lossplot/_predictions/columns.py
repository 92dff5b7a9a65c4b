"""The columns of a table of predictions, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lossplot._errors import RequestError, Words, alternatives, option_words, quote, suggest

LABEL, PREDICTION = "y", "prediction"
# Beside the predictions, a column may have one of these uses.
MOST_CLASSES = 10_000


@dataclass(frozen=True, slots=True)
class Request:
    """The request for columns of a table: names in place of the usual ones, and columns with another use."""

    names: Mapping[str, str] = field(default_factory=dict)
    by: str | None = None
    weights: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are read: of the label or target, of one prediction or of a score for each class."""

    label: str | None
    predictions: tuple[str, ...]
    by: str | None = None
    weights: str | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of several classes; nothing where there is one prediction."""
        return self.predictions if len(self.predictions) > 1 else ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that hold numbers alone."""
        return (*self.predictions, *((self.weights,) if self.weights else ()))


def read_names(text: str) -> Mapping[str, str]:
    """Read `y=target,prediction=score`, or `y=label,0=cat,1=dog`.  Raises RequestError."""
    names: dict[str, str] = {}
    for part in text.split(","):
        use, equals, name = (word.strip() for word in part.partition("="))
        if not equals or not name or not (use in (LABEL, PREDICTION) or use.isdecimal()):
            raise RequestError(
                option_words("columns"), f" {quote(part)} says nothing; write y=COLUMN, prediction=COLUMN or 0=COLUMN"
            )
        if use in names:
            raise RequestError(option_words("columns"), f" names {use} twice; name it once")
        names[use] = name
    return names


def class_names(names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns of the classes that `names` numbers, in order.  Raises RequestError if a number is missing."""
    numbered = {int(use): name for use, name in names.items() if use.isdecimal()}
    if numbered and (PREDICTION in names or sorted(numbered) != [*range(len(numbered))] or len(numbered) < 2):
        raise RequestError(
            option_words("columns"), " must number the classes 0, 1, ... without a gap; write 0=COLUMN,1=COLUMN"
        )
    return tuple(numbered[number] for number in range(len(numbered)))


def find_columns(available: Sequence[str], numeric: Sequence[str], request: Request, source: str) -> Columns:
    """Find the columns to read among those `available`, of which `numeric` hold numbers.

    Raises RequestError for names that are not there, and where nothing is a prediction.
    """
    for use, name in request.names.items():
        if use != PREDICTION or not _named(name, available):
            _check(name, available, f"for {use}", source)
    for column in (request.by, request.weights):
        if column is not None:
            _check(column, available, "", source)
    label = request.names.get(LABEL, LABEL if LABEL in available else None)
    return Columns(label, _predictions(available, numeric, request, label, source), request.by, request.weights)


def _check(name: str, available: Sequence[str], use: str, source: str) -> None:
    if name not in available:
        hint = suggest(name, available) or f"it has {alternatives([*available][:10]).replace(' or ', ' and ')}"
        raise RequestError(f"{source} has no column {quote(name)}{' ' if use else ''}{use}; {hint}")


def _named(name: str, available: Sequence[str]) -> tuple[str, ...]:
    """Return the column called `name`, or the columns of the array that is called so."""
    return (name,) if name in available else tuple(each for each in available if each.startswith(f"{name}."))


def _predictions(
    available: Sequence[str], numeric: Sequence[str], request: Request, label: str | None, source: str
) -> tuple[str, ...]:
    if classes := class_names(request.names):
        return classes
    if PREDICTION in request.names:
        return _named(request.names[PREDICTION], available)
    if PREDICTION in available:
        return (PREDICTION,)
    others = tuple(name for name in numeric if name not in (label, request.by, request.weights))
    if len(others) < 2:
        what: Words = Words("--columns prediction=NAME", "columns={'prediction': NAME}")
        raise RequestError(f"{source} has no column 'prediction' and no columns of classes; write ", what)
    if len(others) > MOST_CLASSES:
        raise RequestError(f"{source} has {len(others)} columns of classes; the most is {MOST_CLASSES}")
    return others
