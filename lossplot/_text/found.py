"""The losses that answer to some words, the best first, and what is said when none does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lossplot._curves.tags import TAGS, tags_of
from lossplot._errors import quote, suggest
from lossplot._losses import Loss
from lossplot._losses.tasks import TASKS
from lossplot._text.phrases import fields_of, formulas_of, tag_words
from lossplot._text.search import Entry, asked, is_formula, is_like, ranked, searchable
from lossplot._text.tasks import words_of

# Properties that are no tags, for nearly every loss has them: they are looked for where they are asked for.
_FURTHER = ("continuous", "universally-fisher-consistent")
# How like a known word has to be to one that nothing answers to.
_LIKENESS = 0.6


def places_found(query: str, losses: Sequence[Loss]) -> list[int]:
    """Return the places of those of `losses` that answer to `query`, the best first; all of them for an empty one."""
    return ranked(query, _entries(query, losses)) if asked(query) else [*range(len(losses))]


def why_none(query: str, losses: Sequence[Loss]) -> str:
    """Return what is wrong with a `query` to which none of `losses` answers, and what may be meant."""
    entries = _entries(query, losses)
    lost = [word for word in asked(query) if not ranked(word, entries)]
    if not lost:
        return f"no loss is like all of {quote(query)}; leave a word out"
    known = {word for task in TASKS for word in words_of(task)} | {loss.name for loss in losses} | {*TAGS}
    hint = suggest(lost[0], known, _LIKENESS) or "'lossplot list' shows all, and finds them by names, tasks and more"
    return f"no loss is like {quote(lost[0])}; {hint}"


def _entries(query: str, losses: Sequence[Loss]) -> list[Entry]:
    """Return what `losses` are found by, their tags and formulas only if `query` may ask for these: they take time."""
    words = asked(query)
    has_tags = any(is_like(word, each) for word in words for tag in TAGS for each in tag_words(tag))
    has_tags = has_tags or any(word in _FURTHER for word in words)
    has_formulas = is_formula(query)
    return [
        searchable(fields_of(loss, _tags(loss) if has_tags else ()), formulas_of(loss) if has_formulas else ())
        for loss in losses
    ]


def _tags(loss: Loss) -> Iterable[str]:
    """Return the tags of `loss` at the default of each parameter, and further properties that it has."""
    from lossplot._curves.curve import default_curve
    from lossplot._curves.records import property_record

    record = property_record(default_curve(loss))
    return [*tags_of(loss.axis.name, record), *(name for name in _FURTHER if record.get(name) is True)]
