"""What the search of the first page finds besides the words that are on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from lossplot.formula.evaluate import bind
from lossplot.formula.notation.text import source
from lossplot.gallery.data.tasks import tasks_of
from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.page_words import both


def search_script(cards: Iterable[LossCard]) -> str:
    """Return a script that puts the words of each loss into `lossplot.words`, which is read after all else."""
    lines = [f"{json.dumps(card['name'])}: {json.dumps(_words(card), ensure_ascii=False)}," for card in cards]
    return "\n".join(["lossplot.words = {", *lines, "};\n"])


def _words(card: LossCard) -> dict[str, list[str]]:
    """Return the phrases of a loss: its names and tasks in all languages, and its formula, also at the defaults."""
    loss = card["loss"]
    names = [*card["aliases"], *(alias.name for alias in loss.loose_aliases), *card["names"].values()]
    calls = [word for each in card["equivalents"] for word in (each["name"], each["call"].partition("(")[0])]
    formula = card["formula"]["source"]
    defaults = {each["name"]: f"{each['default']:g}" for each in card["parameters"]}
    bound = bind(loss.notation, {each.name: each.default for each in loss.parameters}, loss.axis.variable)
    fields = {
        "key": [card["name"]],
        "names": names,
        "libraries": calls,
        "tasks": [words for task in tasks_of(card["name"]) for words in both(task).values()],
        "formulas": [
            *(formula, re.sub(r"\b[A-Za-z]\w*", lambda name: defaults.get(name[0], name[0]), formula)),
            source(bound),
        ],
        "source": re.findall(r"[^\s,;.&()]+", card["source"]),
    }
    return {name: [*dict.fromkeys(phrases)] for name, phrases in fields.items()}
