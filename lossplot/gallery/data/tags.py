"""The properties that the page filters by, as short tags."""

from __future__ import annotations

from lossplot.curves.glossary import PROPERTIES
from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.markup import Texts
from lossplot.gallery.page.page_words import both

# In the order of the page, without properties of nearly every loss, which are no help in choosing.
TAGS = (
    *("convex", "smooth", "twice-smooth", "bounded", "lipschitz", "symmetric"),
    *("calibrated", "proper", "strictly-proper", "robust", "redescending", "monotone"),
)
_NO = (None, False, "inf")


def tags(card: LossCard) -> list[str]:
    """Return those of `TAGS` that are true of a loss at the default of each parameter."""
    values = {**card["properties"], "robust": card["properties"]["lipschitz"] if card["axis"] == "error" else False}
    return [tag for tag in TAGS if values.get(tag) not in _NO]


def meaning(tag: str) -> Texts:
    """Return the definition of a tag."""
    if tag == "robust":
        return both("An outlier's pull is bounded: a loss of the error whose slope is.")
    return both(PROPERTIES[tag].definition)
