"""A search that ranks: which entries of a catalogue answer to some words, the best first.

An entry has phrases in fields, such as its names and its tasks, and formulas.  The first page of the gallery searches
by the same rules, in `search.js`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

# What a field counts; one of a task's losses counts one less than the loss before it.
WEIGHTS = {"key": 900, "names": 800, "tasks": 500, "tags": 400, "libraries": 400, "text": 200, "source": 100}
# The fields of which a phrase that is all that was asked for comes before everything else.
_WHOLE_FIELDS = ("key", "names", "tasks")
# How well a word fits a phrase: all of it, its first word, its start, one of its words, the start of one, or a part.
_WHOLE, _FIRST, _START, _WORD, _WORD_START, _PART = 100, 85, 80, 70, 60, 30
# Parts of words are looked for from so many letters on, unless they are ideographs, and misspellings too.
_LEAST_PART, _LEAST_IDEOGRAPHS = 4, 3
# A word of so many letters may be wrong in two of them, a shorter one in one.
_LONG = 8
_IDEOGRAPH = re.compile("[\u3040-\u9fff]")
# Words that say nothing beside others.
_IDLE = frozenset(
    (
        *("a", "an", "and", "best", "data", "dataset", "datasets", "for", "function", "functions", "in", "loss"),
        *("losses", "of", "problem", "problems", "system", "systems", "task", "tasks", "the", "to", "use", "what"),
        *("which", "with"),
    )
)

_SPELLINGS = {"_": "-", "\u2013": "-", "\u94f0\u94fe": "\u5408\u9875"}
_SIGNS = dict(
    zip(
        ("\u2212", "\u00b7", "\u00d7", "**", "\u00b2", "\u00b3", "\u2264", "\u2265"),
        ("-", "*", "*", "^", "^2", "^3", "<=", ">="),
        strict=True,
    )
)
_FORMULA = re.compile("[()^=*+/|\u00b2\u221a]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of an entry: its plain text, the words in it, and what it counts; `is_whole` if it may be all."""

    text: str
    words: tuple[str, ...]
    weight: int
    is_whole: bool


class Entry(NamedTuple):
    """The phrases by which a search finds something."""

    phrases: tuple[Phrase, ...]
    formulas: tuple[str, ...] = ()


def searchable(fields: Mapping[str, Mapping[str, int] | Iterable[str]], formulas: Iterable[str] = ()) -> Entry:
    """Return an entry of the phrases of each field, which may have places in their tasks, and of `formulas`."""
    phrases = []
    for field, words in fields.items():
        places = words if isinstance(words, Mapping) else dict.fromkeys(words, 0)
        phrases += [_phrase(text, WEIGHTS[field] - place, field) for text, place in places.items()]
    return Entry(tuple(phrase for phrase in phrases if phrase.text), tuple(map(_plain_formula, formulas)))


@cache
def _phrase(text: str, weight: int, field: str) -> Phrase:
    plain = _plain(text)
    return Phrase(plain, _parts(plain), weight, field in _WHOLE_FIELDS)


def ranked(query: str, entries: Sequence[Entry]) -> list[int]:
    """Return the places of the `entries` that answer to `query`, the best first; all of them for an empty one."""
    words = asked(query)
    if not words:
        return [*range(len(entries))]
    if is_formula(query) and (places := _holding(_plain_formula(query), entries)):
        return places
    spellings = [spellings_of(word, entries) for word in words]
    whole = _whole(words, spellings)
    scores = [[_score(entry, each) for entry in entries] for each in spellings]
    totals = {
        place: (_whole_score(entry, whole), sum(score[place] for score in scores))
        for place, entry in enumerate(entries)
        if all(score[place] for score in scores)
    }
    # Those that score alike stay in their order, also in reverse.
    return sorted(totals, key=lambda place: totals[place], reverse=True)


def asked(query: str) -> list[str]:
    """Return the words of `query` in their plain spelling, without those that say nothing beside others."""
    words = _plain(query).split()
    return [word for word in words if word not in _IDLE] or words


def is_formula(query: str) -> bool:
    """Return True if `query` has a sign that only formulas have."""
    return _FORMULA.search(query) is not None


def spellings_of(word: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return `word` if an entry has it, or the words of entries that are most like it."""
    phrases = {(phrase.text, phrase.words) for entry in entries for phrase in entry.phrases}
    if any(_fit(word, text, words) for text, words in phrases):
        return (word,)
    known = {each for _, words in phrases for each in words}
    distances = {each: distance for each in known if (distance := _difference(word, each)) is not None}
    least = min(distances.values(), default=0)
    return tuple(sorted(each for each, distance in distances.items() if distance == least)) or (word,)


def is_like(word: str, phrase: str) -> bool:
    """Return True if `phrase` has `word`, or a word that may be meant by it."""
    plain = _plain(phrase)
    words = _parts(plain)
    return _fit(word, plain, words) > 0 or any(_difference(word, each) is not None for each in words)


@cache
def _plain(text: str) -> str:
    """Return the one spelling of `text` that is searched in."""
    letters = text
    if not text.isascii():
        letters = "".join(each for each in unicodedata.normalize("NFD", text) if unicodedata.category(each)[0] != "M")
    return _replaced(letters.lower(), _SPELLINGS).strip()


def _plain_formula(text: str) -> str:
    """Return the one spelling of a formula: without spaces and brackets, in the signs of a keyboard."""
    typed = _replaced(text.lower(), _SIGNS)
    typed = re.sub(r"\bln\(", "log(", re.sub(r"\bexp\(", "e^(", typed))
    typed = re.sub(r"\|([^|]*)\|", r"abs(\1)", typed)
    return re.sub(r"[\s()\[\]{}]", "", re.sub(r"^\s*l\s*\([^)]*\)\s*=", "", typed))


def _replaced(text: str, signs: Mapping[str, str]) -> str:
    for sign, typed in signs.items():
        text = text.replace(sign, typed)
    return text


@cache
def _parts(plain: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[\W_]+", plain)))


def _holding(formula: str, entries: Sequence[Entry]) -> list[int]:
    """Return the places of the entries that have `formula`, those first that have little else."""
    if not formula:
        return []
    lengths = {
        place: min(len(each) for each in entry.formulas if formula in each)
        for place, entry in enumerate(entries)
        if any(formula in each for each in entry.formulas)
    }
    return sorted(lengths, key=lambda place: lengths[place])


def _score(entry: Entry, spellings: Iterable[str]) -> int:
    return max(
        (phrase.weight * _fit(word, phrase.text, phrase.words) for phrase in entry.phrases for word in spellings),
        default=0,
    )


def _fit(word: str, text: str, words: tuple[str, ...]) -> int:
    """Return how well `word` fits the phrase `text` of `words`, which most phrases do not have at all."""
    if word not in text:
        return 0
    if text == word:
        return _WHOLE
    if text.startswith(word):
        return _FIRST if words[:1] == (word,) else _START
    if word in words:
        return _WORD
    if any(each.startswith(word) for each in words):
        return _WORD_START
    is_long = len(word) >= _LEAST_PART or _IDEOGRAPH.search(word)
    return _PART if is_long else 0


def _whole(words: Iterable[str], spellings: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return all that was asked for, part by part, with the stems of the spellings of each."""
    whole: list[tuple[str, ...]] = []
    for word, each in zip(words, spellings, strict=True):
        parts = [(part,) for part in _parts(word)] if each == (word,) else [each]
        whole += [tuple(map(_stem, part)) for part in parts]
    return whole


def _stem(word: str) -> str:
    """Return `word` in the singular, as far as the plural only adds an s."""
    return word[:-1] if len(word) >= _LEAST_PART and word.endswith("s") else word


def _whole_score(entry: Entry, whole: Sequence[tuple[str, ...]]) -> int:
    """Return what the phrases count that are all that was asked for: a name, then a task."""
    return max((phrase.weight for phrase in entry.phrases if _is_all(phrase, whole)), default=0)


def _is_all(phrase: Phrase, whole: Sequence[tuple[str, ...]]) -> bool:
    if not phrase.is_whole:
        return False
    telling = [word for word in phrase.words if word not in _IDLE] or phrase.words
    stems = [_stem(word) for word in telling]
    return len(stems) == len(whole) and all(stem in each for stem, each in zip(stems, whole, strict=True))


def _difference(word: str, other: str) -> int | None:
    """Return how many letters of `other` make it another than `word`; None if these are too many for a misspelling."""
    if len(word) < (_LEAST_IDEOGRAPHS if _IDEOGRAPH.search(word) else _LEAST_PART):
        return None
    most = 2 if len(word) >= _LONG else 1
    if abs(len(word) - len(other)) > most:
        return None
    difference = distance(word, other)
    return difference if difference <= most else None


def distance(a: str, b: str) -> int:
    """Return the least number of letters to add, drop, replace or swap with the next that makes `b` of `a`."""
    before: list[int] = []
    last: list[int] = [*range(len(b) + 1)]
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            steps = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        before, last = last, row
    return last[-1]
