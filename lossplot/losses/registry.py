"""The registry of losses: every loss by its name, its aliases and its names in other libraries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from lossplot.errors import RequestError, Words, quote, suggest
from lossplot.losses import distance, error, margin, prediction, probability, robust, score, similarity
from lossplot.losses.entry import Equivalent, Loss

_MODULES = (margin, error, robust, probability, prediction, score, distance, similarity)
LOSSES = MappingProxyType(
    {name: replace(loss, name=name) for module in _MODULES for name, loss in module.LOSSES.items()}
)


def normalise(name: str) -> str:
    """Return the spelling that a name is looked up by: lower case, with `-` for `_`."""
    return name.strip().lower().replace("_", "-")


@cache
def _by_name() -> dict[str, Loss]:
    return {name: loss for loss in LOSSES.values() for name in (loss.name, *loss.aliases)}


def names() -> Iterable[str]:
    """Return every name and alias of a loss."""
    return _by_name().keys()


def is_known(name: str) -> bool:
    """Return True if a loss has this name or alias."""
    return normalise(name) in _by_name()


def find(name: str, also: Iterable[str] = ()) -> Loss:
    """Return the loss with this name or alias, in any case and with `_` or `-`.

    Raises RequestError with the nearest names; `also` are other words that may have been meant.
    """
    loss = _by_name().get(normalise(name))
    if loss is None:
        hint = suggest(normalise(name), [*_by_name(), *also])
        catalogue = Words("'lossplot list' shows", "lossplot.losses() has")
        advice = [hint] if hint else [catalogue, f" all {len(LOSSES)}"]
        raise RequestError(f"unknown loss {quote(name)}; ", *advice)
    return loss


def _library_key(name: str) -> str:
    """Return what two spellings of a library's name have in common: `SmoothL1Loss` and `smooth_l1`."""
    letters = "".join(character for character in name.lower() if character.isalnum() or character == ":")
    return letters.removesuffix("loss")


@cache
def _by_library() -> dict[str, tuple[Loss, Equivalent]]:
    return {
        _library_key(equivalent.name): (loss, equivalent) for loss in LOSSES.values() for equivalent in loss.equivalents
    }


def find_equivalent(words: list[str]) -> tuple[tuple[Loss, Equivalent] | None, int]:
    """Return the loss that `words`, such as `torch`, `smooth_l1`, name in another library, and how many words do.

    Raises RequestError if the first word is a library but the next are not a loss of it.
    """
    library = words[0].strip().lower()
    if library not in {name.partition(":")[0] for name in _by_library()}:
        return None, 0
    for count in range(len(words), 1, -1):
        if match := _by_library().get(_library_key(":".join(words[:count]))):
            return match, count
    names = [equivalent.name for _, equivalent in _by_library().values() if equivalent.name.startswith(f"{library}:")]
    name = ":".join(words[:2])
    hint = suggest(name.lower(), names) or f"known are {', '.join(sorted(names)[:8])}"
    raise RequestError(f"unknown loss {quote(name)}; {hint}")
