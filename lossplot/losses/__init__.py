"""The catalogue: every loss, found by its name or by the names people type for it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from lossplot.errors import RequestError
from lossplot.losses import distance, error, margin, prediction, probability, robust, score, similarity
from lossplot.losses.entry import Axis, Interval, Loss, Parameter
from lossplot.words import quote

__all__ = ["LOSSES", "Axis", "Interval", "Loss", "Parameter", "find", "normalise", "suggest"]

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


def suggest(word: str, known: Iterable[str]) -> str:
    """`did you mean 'a' or 'b'?`, or nothing if no known word is near."""
    near = get_close_matches(word[:60], sorted(set(known)), n=2, cutoff=0.7)
    return "did you mean " + " or ".join(f"'{name}'" for name in near) + "?" if near else ""
