"""The catalogue: every loss, found by its name or by the names people type for it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from lossplot.errors import RequestError, quote, suggest
from lossplot.losses import distance, error, margin, prediction, probability, robust, score, similarity
from lossplot.losses.entry import Axis, Equivalent, Interval, Loss, Parameter

__all__ = [
    "LOSSES",
    "Axis",
    "Equivalent",
    "Interval",
    "Loss",
    "Parameter",
    "find",
    "find_equivalent",
    "normalise",
    "suggest",
]

_MODULES = (margin, error, robust, probability, prediction, score, distance, similarity)
LOSSES = MappingProxyType({loss.name: loss for module in _MODULES for loss in module.LOSSES})


def normalise(name: str) -> str:
    """The one spelling that a name is looked up by: lower case, with `-` for `_`."""
    return name.strip().lower().replace("_", "-")


@cache
def _by_name() -> dict[str, Loss]:
    return {name: loss for loss in LOSSES.values() for name in (loss.name, *loss.aliases)}


def find(name: str, also: Iterable[str] = ()) -> Loss:
    """The loss called `name`, or aliased so, in any case and with `_` or `-`.

    Raises RequestError with the nearest names; `also` are other words that may have been meant.
    """
    loss = _by_name().get(normalise(name))
    if loss is None:
        hint = suggest(normalise(name), [*_by_name(), *also])
        everything = f"'lossplot list' shows all {len(LOSSES)}"
        raise RequestError(f"unknown loss {quote(name)}; {hint or everything}")
    return loss


def _key(name: str) -> str:
    """What two spellings of a library's name have in common: `SmoothL1Loss` and `smooth_l1`."""
    letters = "".join(character for character in name.lower() if character.isalnum() or character == ":")
    return letters.removesuffix("loss")


@cache
def _by_library() -> dict[str, tuple[Loss, Equivalent]]:
    return {_key(equivalent.name): (loss, equivalent) for loss in LOSSES.values() for equivalent in loss.equivalents}


def find_equivalent(words: list[str]) -> tuple[tuple[Loss, Equivalent] | None, int]:
    """The loss that `words`, as in `torch`, `smooth_l1`, are another library's name for, and how many words that took.

    Raises RequestError if the first word is a library but the next are not a loss of it.
    """
    libraries = {name.partition(":")[0] for name in _by_library()}
    library = words[0].strip().lower()
    if library not in libraries:
        return None, 0
    for count in range(len(words), 1, -1):
        if found := _by_library().get(_key(":".join(words[:count]))):
            return found, count
    known = [equivalent.name for _, equivalent in _by_library().values() if equivalent.name.startswith(f"{library}:")]
    asked = ":".join(words[:2])
    hint = suggest(asked.lower(), known) or f"known are {', '.join(sorted(known)[:8])}"
    raise RequestError(f"unknown loss {quote(asked)}; {hint}")
