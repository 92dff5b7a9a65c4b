"""The words for tasks, in all languages."""

from __future__ import annotations

from lossplot._losses.tasks import TASKS
from lossplot._text.language import ENGLISH, languages, load_topic

# What stands between the words that a language has for a task; the first of them is its title.
_BETWEEN = "\u3001"


def title_of(task: str, code: str) -> str:
    """Return the title of `task` in the language of `code`: that in English, where it has none."""
    return _words_in(code, task)[0]


def words_of(task: str) -> list[str]:
    """Return the title of `task` and the other words for it, in all languages."""
    return [*dict.fromkeys(word for code in languages() for word in _words_in(code, task))]


def _words_in(code: str, task: str) -> list[str]:
    if code == ENGLISH.code:
        return [task, *TASKS[task].words]
    return load_topic(code, "tasks").get(task, task).split(_BETWEEN)
