"""What a loss is to its relatives, in the words of the page, with links to their pages."""

from __future__ import annotations

import re

from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.markup import Texts, element, in_all_languages, text, versions
from lossplot.gallery.page.page_words import both
from lossplot.gallery.page.spelling import spelled
from lossplot.losses import LOSSES

# `A and B are the same curve`, `A is 1/2 of B` or `A is 0.7 times B`, then where, and for which parameters.
_SENTENCE = re.compile(
    r"(?P<one>[\w-]+) (?:and|is (?P<share>[\d./e+-]+) (?:of|times)) (?P<other>[\w-]+)(?: are the same curve)?"
    r"(?: at (?P<place>.+?))?(?: for (?P<values>.+))?"
)
_PARAMETERS = [parameter.name for loss in LOSSES.values() for parameter in loss.parameters]


def relation(sentence: str, card: LossCard) -> str:
    """Return a sentence of `relatives` as HTML in all languages."""
    found = _SENTENCE.fullmatch(sentence)
    if not found:
        return text(sentence)
    one, other = (_linked(found[name], card) for name in ("one", "other"))
    kind = both("{one} is {share} of {other}") if found["share"] else both("{one} and {other} are the same curve")
    place, values = _spelled(found["place"]), _spelled(found["values"])
    where, when = both("{sentence}, at {place}"), both("{sentence} for {values}")

    def said(code: str) -> str:
        words = kind[code].format(one=one[code], other=other[code], share=found["share"])
        words = where[code].format(sentence=words, place=place) if place else words
        return when[code].format(sentence=words, values=values) if values else words

    return versions({code: said(code) for code in kind})


def _spelled(words: str | None) -> str:
    return text(spelled(words or "", _PARAMETERS)).replace(" and ", ", ")


def _linked(name: str, card: LossCard) -> Texts:
    """Return the name of a loss, as a link unless the page is its own, or it has none."""
    loss = LOSSES.get(name)
    words = in_all_languages(lambda language: text(language.loss(loss) if loss else name))
    if name not in card["pages"] or name == card["name"]:
        return words
    return {code: element("a", each, href=f"{name}.html") for code, each in words.items()}
