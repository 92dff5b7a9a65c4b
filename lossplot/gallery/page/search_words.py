"""What the search of the first page finds, besides the names that are on it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lossplot.gallery.data.tags import tags
from lossplot.gallery.page.cards import LossCard
from lossplot.text.phrases import fields_of, formulas_of


def search_script(cards: Iterable[LossCard]) -> str:
    """Return a script that puts the words of each loss into `lossplot.words`, which is read after all else."""
    lines = [f"{json.dumps(card['name'])}: {_words(card)}," for card in cards]
    return "\n".join(["lossplot.words = {", *lines, "};\n"])


def _words(card: LossCard) -> str:
    fields = {**fields_of(card["loss"], tags(card)), "formulas": formulas_of(card["loss"])}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
