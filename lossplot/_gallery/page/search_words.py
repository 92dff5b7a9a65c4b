"""Words that the search of the first page finds, besides the names that are on it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lossplot._losses import Loss
from lossplot._text.phrases import fields_of, formulas_of


def search_script(tagged: Iterable[tuple[Loss, list[str]]]) -> str:
    """Return a script that puts the words of losses, each with its tags, into `lossplot.words`.

    It is read after all else.
    """
    lines = [f"{json.dumps(loss.name)}: {_words(loss, tags)}," for loss, tags in tagged]
    return "\n".join(["lossplot.words = {", *lines, "};\n"])


def _words(loss: Loss, tags: list[str]) -> str:
    fields = {**fields_of(loss, tags), "formulas": formulas_of(loss)}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
