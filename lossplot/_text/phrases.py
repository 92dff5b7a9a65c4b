"""Phrases by which a search finds a loss, in all languages, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lossplot._formula.notation.text import source
from lossplot._formula.tree import Call, Number, Tree, substitute, transform
from lossplot._losses import Loss
from lossplot._losses.registry import all_names
from lossplot._losses.spellings import PREFIXES, SPELLINGS
from lossplot._losses.tasks import TASKS, tasks_of
from lossplot._text.language import ENGLISH, languages, load_topic
from lossplot._text.tasks import words_of

Fields = dict[str, list[str] | dict[str, int]]

_AROUND_WORDS = re.compile(r"[\s,;.:&()\uff0c\u3002\uff1a\uff1b]+")


def fields_of(loss: Loss, tags: Iterable[str] = ()) -> Fields:
    """Return the phrases of `loss`, which has the `tags`, by field; those of tasks with its place among their losses.

    The fields are those of `WEIGHTS` in `lossplot._text.search`.
    """
    others = [code for code in languages() if code != ENGLISH.code]
    summaries = [loss.summary, *(load_topic(code, "summaries").get(loss.name, "") for code in others)]
    fields: dict[str, list[str]] = {
        "key": [loss.name],
        "names": [loss.title, *all_names(loss)[1:]],
        "tags": [*_axis_words(loss.axis.name), *(word for tag in tags for word in tag_words(tag))],
        "libraries": _library_words(loss),
        "text": [word for summary in summaries for word in _words(summary)],
        "source": _words(loss.source),
    }
    tasks = {word: TASKS[task].losses.index(loss.name) for task in tasks_of(loss.name) for word in words_of(task)}
    return {**{field: [*dict.fromkeys(phrases)] for field, phrases in fields.items()}, "tasks": tasks}


def formulas_of(loss: Loss) -> list[str]:
    """Return the formula of `loss`, and the same at the defaults of its parameters, without what then does nothing."""
    defaults = {parameter.name: Number(parameter.default) for parameter in loss.parameters}
    filled = transform(substitute(loss.notation, defaults), _without_neutral)
    return [*dict.fromkeys((source(loss.notation), source(filled)))]


def _without_neutral(tree: Tree) -> Tree:
    match tree:
        case Call("*", (Number(1.0), x)) | Call("*" | "/", (x, Number(1.0))) | Call("+", (Number(0.0), x)):
            return x
        case Call("+" | "-", (x, Number(0.0))):
            return x
        case Call("-", (Number(0.0), x)):
            return Call("neg", (x,))
    return tree


def tag_words(tag: str) -> list[str]:
    """Return what a tag is called, in all languages."""
    spoken = [load_topic(code, "page").get(tag, tag) for code in languages() if code != ENGLISH.code]
    return [*dict.fromkeys((tag, *spoken))]


def _axis_words(axis: str) -> list[str]:
    return [axis, *(load_topic(code, "scripts").get(axis, axis) for code in languages() if code != ENGLISH.code)]


def _library_words(loss: Loss) -> list[str]:
    """Return what `loss` is called in other libraries, and what people call those libraries."""
    words: list[str] = []
    for each in loss.equivalents:
        _, _, name = each.name.partition(":")
        spelt = [f"{each.library}:{other}" for other, meant in SPELLINGS[each.library].items() if meant == name]
        words += [each.name, each.call.partition("(")[0], *spelt]
        words += [word for word, library in PREFIXES.items() if library == each.library]
    return words


def _words(text: str) -> list[str]:
    return [*filter(None, _AROUND_WORDS.split(text))]
