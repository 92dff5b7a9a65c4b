"""The tags of a card, and what each means, for the page that filters by them."""

from __future__ import annotations

from lossplot._curves.glossary import PROPERTIES
from lossplot._curves.tags import tags_of
from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import Texts
from lossplot._gallery.page.page_words import both


def tags(card: LossCard) -> list[str]:
    """Return the tags of a loss at the default of each parameter."""
    return tags_of(card["axis"], card["properties"])


def meaning(tag: str) -> Texts:
    """Return the definition of a tag."""
    if tag == "robust":
        return both("An outlier's pull is bounded: a loss of the error whose slope is.")
    return both(PROPERTIES[tag].definition)
