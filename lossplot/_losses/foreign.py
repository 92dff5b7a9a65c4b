"""Readers of other libraries' losses: `pytorch:MultiMarginLoss:p=2:reduction=mean`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NoReturn

from lossplot._errors import RequestError, alternatives, is_number, quote, suggest
from lossplot._losses.entry import Loss
from lossplot._losses.equivalent import Equivalent
from lossplot._losses.not_curves import NOT_CURVES
from lossplot._losses.registry import LOSSES
from lossplot._losses.spellings import PREFIXES, SPELLINGS

# Parameters that a library takes with the data, not with the call.
DATA = frozenset(
    {
        *("target", "label", "positive", "similar", "advantage", "reference", "classes", "residual", "sigma"),
        *("temperature", "negatives", "negative", "censored"),
    }
)
# How many of a library's losses are named where none is like the one asked for.
_SHOWN = 6
# Arguments that change what is done with the losses of the examples, or a value too small to be seen.
_IDLE = frozenset(
    (
        *("reduction", "reduce", "size_average", "weight", "sample_weight", "class_weight", "eps", "name", "dtype"),
        *("axis", "ignore_index", "n_jobs", "random_state", "max_iter", "penalty", "normalize", "swap", "where"),
    )
)
_IDLE_OF = {
    "keras:tversky": ("alpha",),
    "keras:binary_focal_crossentropy": ("alpha", "from_logits"),
    "keras:binary_focal_crossentropy_alpha": ("from_logits",),
    "keras:categorical_focal_crossentropy": ("from_logits",),
    "lightgbm:poisson": ("poisson_max_delta_step",),
    "xgboost:count:poisson": ("max_delta_step",),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A loss as another library has it, with `assignments` of our parameters, and arguments without effect."""

    loss: Loss
    equivalent: Equivalent
    assignments: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()


Entry = tuple[Loss, Equivalent]


def find_equivalent(words: Sequence[str]) -> Match | None:
    """Return what `words`, such as `torch`, `huber`, `delta=2`, name in another library; None if that is no library.

    Raises RequestError if the first word is a library but the next are no loss of it, or one that is no curve.
    """
    library = _library(words[0])
    if not library:
        return None
    count = next((n for n, word in enumerate(words) if n and "=" in word), len(words))
    for length in range(count, 1, -1):
        name = ":".join(words[:length])
        key = _key(":".join(words[1:length]))
        if entries := _entries(library).get(key):
            return _choose(entries, words[length:], name)
        if reason := _reasons(library).get(key):
            raise RequestError(f"{name} is no curve; {reason}")
    return _refuse(library, ":".join(words[:count]))


def is_library(word: str) -> bool:
    """Return True if `word` is what people type for another library."""
    return bool(_library(word))


def check_library(words: Sequence[str]) -> None:
    """Raise RequestError if `words`, which name no loss of ours, look like a loss of a library that is not known."""
    if len(words) > 1 and words[0].strip() and words[1].strip()[:1].isalpha() and "=" not in words[1]:
        hint = suggest(words[0].lower(), PREFIXES) or f"known are {', '.join(sorted(SPELLINGS))}"
        raise RequestError(f"unknown library {quote(words[0])}; {hint}")


def equivalents_at(loss: Loss, values: Mapping[str, float]) -> list[Equivalent]:
    """Return the equivalents of `loss` at these values: not those whose library has other values, and no such argument.

    A `factor` in a parameter makes up for it.
    """
    usual = {parameter.name: parameter.default for parameter in loss.parameters}
    return [
        each
        for each in loss.equivalents
        if all(
            name in DATA or each.takes(name) or name in each.factor or value == (usual | dict(each.defaults))[name]
            for name, value in values.items()
        )
    ]


@cache
def library_names() -> tuple[str, ...]:
    """Return every name by which a loss of another library is found, as it is written there."""
    own = [each.name for loss in LOSSES.values() for each in loss.equivalents]
    return (*own, *(f"{library}:{name}" for library, names in SPELLINGS.items() for name in names))


def complete_equivalent(incomplete: str) -> list[tuple[str, Loss]]:
    """Return the names in other libraries that begin with `incomplete`, as it is spelt, each with its loss."""
    prefix, _, start = incomplete.partition(":")
    library = _library(prefix)
    beginning = f"{library}:{start}".lower()
    return [
        (f"{prefix}:{each.name.partition(':')[2]}", loss)
        for loss in LOSSES.values()
        for each in loss.equivalents
        if each.name.lower().startswith(beginning)
    ]


def _library(word: str) -> str:
    """The library for which people type `word`, as it is called here; empty if there is none."""
    return PREFIXES.get(word.strip().lower().replace("_", "-"), "")


def _refuse(library: str, name: str) -> NoReturn:
    names = [each for each in library_names() if each.startswith(f"{library}:")]
    hint = suggest(f"{library}:{name.partition(':')[2].lower()}", names)
    few = ", ".join(sorted(sorted(names, key=len)[:_SHOWN]))
    raise RequestError(f"unknown loss {quote(name)}; {hint or f'{len(names)} are known, such as {few}'}")


def _key(name: str) -> str:
    """Return what two spellings of a library's name have in common: `SmoothL1Loss` and `smooth_l1`."""
    letters = "".join(character for character in name.lower() if character.isalnum())
    return letters.removesuffix("loss")


@cache
def _entries(library: str) -> dict[str, list[Entry]]:
    """Return the entries for each name in `library`: first the one that is named so, then other calls of it."""
    pairs = [(loss, each) for loss in LOSSES.values() for each in loss.equivalents if each.library == library]
    entries: dict[str, list[Entry]] = {}
    for pair in pairs:
        entries.setdefault(_key(pair[1].name.partition(":")[2]), []).append(pair)
    for pair in pairs:
        if not pair[1].is_option:
            same = entries.setdefault(_key(pair[1].function), [])
            same += [pair] if pair not in same else []
    return {_key(name): entries[_key(meant)] for name, meant in SPELLINGS[library].items()} | entries


@cache
def _reasons(library: str) -> dict[str, str]:
    return {_key(name): reason for name, reason in NOT_CURVES[library].items()}


def _choose(entries: Sequence[Entry], arguments: Sequence[str], name: str) -> Match:
    """Return the first of `entries` that takes all `arguments`; where they say nothing, as the first has it."""
    usual = entries[0][1].fixed
    for entry in entries:
        if match := _fit(entry, arguments, usual):
            return match
    alone = [argument for argument in arguments if not any(_fit(entry, [argument]) for entry in entries)]
    if not alone:
        raise RequestError(f"{name} cannot have {' and '.join(arguments)} together; leave one out")
    known = list(dict.fromkeys(word for entry in entries for word in _arguments(entry)))
    word = alone[0].partition("=")[0]
    names = [each.partition("=")[0] for each in known]
    hint = suggest(word, names) if word not in names else ""
    hint = hint or (f"it has {alternatives(known)}" if known else "it has none")
    raise RequestError(f"{name} has no argument {quote(alone[0])} here; {hint}")


def _fit(entry: Entry, arguments: Sequence[str], usual: Mapping[str, str] | None = None) -> Match | None:
    """Return the match of `entry` with `arguments`, or None if it has not all of them.

    What its call has fixed otherwise than `usual` must be among the arguments.
    """
    loss, equivalent = entry
    linked, fixed = _words(entry), equivalent.fixed
    given: list[str] = []
    idle: list[str] = []
    for argument in arguments:
        name, equals, value = argument.partition("=")
        key = name.strip().replace("-", "_")
        if key in linked:
            given.append(f"{linked[key]}{equals}{value}")
        elif key in fixed and _same(value, fixed[key]):
            fixed.pop(key)
        elif key in _IDLE or key in _IDLE_OF.get(equivalent.name, ()):
            idle.append(argument)
        else:
            return None
    if usual is not None and any(usual.get(key) != value for key, value in fixed.items()):
        return None
    taken = {assignment.partition("=")[0] for assignment in given}
    given += [f"{name}={value!r}" for name, value in equivalent.defaults if name not in taken]
    return Match(loss, equivalent, tuple(given), tuple(idle))


def _words(entry: Entry) -> dict[str, str]:
    """Return the parameter of ours for each word that may stand for one: of the library, or our own."""
    loss, equivalent = entry
    names = [parameter.name for parameter in loss.parameters]
    own = {name: name for name in names if name in DATA or equivalent.takes(name)}
    return own | equivalent.linked(names)


def _arguments(entry: Entry) -> list[str]:
    """Return the words that `entry` takes, those of fixed value with it: `["margin", "p=1"]`."""
    fixed = [f"{name}={value}" for name, value in entry[1].fixed.items() if not entry[1].is_option]
    return [*_words(entry), *fixed]


def _same(one: str, other: str) -> bool:
    one = one.strip().strip("\"'")
    return float(one) == float(other) if is_number(one) and is_number(other) else one.lower() == other.lower()
