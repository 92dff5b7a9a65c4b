"""The registry of losses: every loss by its name, its aliases and its names in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from lossplot._errors import RequestError, Words, quote, suggest
from lossplot._losses import (
    detection,
    distance,
    error,
    margin,
    penalty,
    policy,
    prediction,
    probability,
    robust,
    score,
    similarity,
)
from lossplot._losses.entry import Loss
from lossplot._losses.not_curves import AT_LARGE

_MODULES = (
    *(margin, error, robust, probability, prediction, score, distance, similarity),
    *(penalty, policy, detection),
)
LOSSES = MappingProxyType(
    {name: replace(loss, name=name) for module in _MODULES for name, loss in module.LOSSES.items()}
)

# A word of Chinese for a hinge, and that of the names here.
_SYNONYM = ("铰链", "合页")

# The folders of the languages, of which only the names of losses are read here.
_LANGUAGES = files("lossplot") / "_text" / "languages"


def normalise(name: str) -> str:
    """Return the spelling that a name is looked up by: lower case, with `-` for `_`."""
    return name.strip().lower().replace("_", "-")


def all_names(loss: Loss) -> tuple[str, ...]:
    """Return the name of `loss` and its aliases, those used for others like it too, and its names in all languages."""
    spoken = [word for word, name in names_in_languages().items() if name == loss.name]
    return (loss.name, *loss.aliases, *(alias.name for alias in loss.loose_aliases), *spoken)


@cache
def _by_name() -> dict[str, Loss]:
    return {
        name: loss
        for loss in LOSSES.values()
        for name in (loss.name, *loss.aliases, *(alias.name for alias in loss.loose_aliases))
    }


@cache
def names_in_languages() -> Mapping[str, str]:
    """Return the loss that each name in a language other than English is for: `{"合页损失": "hinge"}`."""
    import tomllib

    topics = [each / "losses.toml" for each in sorted(_LANGUAGES.iterdir(), key=lambda each: each.name)]
    texts = [topic.read_text(encoding="utf-8") for topic in topics if topic.is_file()]
    return {word: name for text in texts for name, word in tomllib.loads(text).items()}


@cache
def _by_translation() -> dict[str, Loss]:
    return {_unspaced(word): LOSSES[name] for word, name in names_in_languages().items()}


def _unspaced(name: str) -> str:
    """Return the spelling that a name in another language is looked up by, which has no spaces and hyphens."""
    return "".join(normalise(name).replace("-", "").replace(*_SYNONYM).split())


def names() -> Iterable[str]:
    """Return every name and alias of a loss."""
    return _by_name().keys()


def find(name: str, also: Iterable[str] = ()) -> Loss:
    """Return the loss with this name or alias, in any language, in any case and with `_` or `-`.

    Raises RequestError with the nearest names; `also` are other words that may have been meant.
    """
    loss = _by_name().get(normalise(name))
    if loss is None and not name.isascii():
        loss = _by_translation().get(_unspaced(name))
    if loss is None:
        if reason := why_no_curve(name):
            raise RequestError(f"{quote(name)} is no curve; {reason}")
        hint = suggest(normalise(name), [*_by_name(), *also]) if name.isascii() else _suggest_translation(name)
        catalogue = Words("'lossplot list' shows", "lossplot.losses() has")
        advice = [hint] if hint else [catalogue, f" all {len(LOSSES)}"]
        raise RequestError(f"unknown loss {quote(name)}; ", *advice)
    return loss


def _suggest_translation(name: str) -> str:
    """Return a hint at the names in another language that are like `name`: of three ideographs one may be wrong."""
    return suggest(name.strip(), names_in_languages(), 0.6)


def is_name(name: str) -> bool:
    """Return True if a loss has this name or alias."""
    return normalise(name) in _by_name() or (not name.isascii() and _unspaced(name) in _by_translation())


def why_no_curve(name: str) -> str:
    """Return why the loss that people call so is no function of one number; "" if it is one, or not known."""
    return AT_LARGE.get(normalise(name).removesuffix("-loss"), "")


def loose_alias(loss: Loss, name: str) -> str:
    """Return what `name`, if it is a loose alias of `loss`, may mean instead; else an empty text."""
    return next((alias.difference for alias in loss.loose_aliases if alias.name == normalise(name)), "")


def siblings(name: str, parameter: str) -> list[str]:
    """Return the losses that have `parameter`, and all words of `name` in one of their names: `symmetric-ce` for `ce`.

    Those whose name begins with it come first.
    """
    part = normalise(name).split("-")
    having = [loss for loss in LOSSES.values() if parameter in (each.name for each in loss.parameters)]
    like = [loss.name for loss in having if any(_holds(known.split("-"), part) for known in (loss.name, *loss.aliases))]
    return sorted(like, key=lambda known: known.split("-")[: len(part)] != part)


def _holds(words: list[str], part: list[str]) -> bool:
    """Return True if `part` stands in `words`, as `ce` does in `symmetric-ce`."""
    return any(words[start : start + len(part)] == part for start in range(len(words)))
