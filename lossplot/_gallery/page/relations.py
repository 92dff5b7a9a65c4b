"""The relations of a loss to others, in the words of the page, with links to their pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import Html, element, filled, in_all_languages, text, versions
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.spelling import spelled
from lossplot._losses import LOSSES

# `A and B are the same curve`, `A is 1/2 of B` or `A is 0.7 times B`, then where, and for which parameters.
_SENTENCE = re.compile(
    r"(?P<one>[\w-]+) (?:and|is (?P<share>[\d./e+-]+) (?:of|times)) (?P<other>[\w-]+)(?: are the same curve)?"
    r"(?: at (?P<place>.+?))?(?: for (?P<values>.+))?"
)
_PARAMETERS = [parameter.name for loss in LOSSES.values() for parameter in loss.parameters]


def relation(sentence: str, card: LossCard) -> Html:
    """Return a sentence of `relatives` as HTML in all languages."""
    found = _SENTENCE.fullmatch(sentence)
    if not found:
        return text(sentence)
    one, other = (_linked(found[name], card) for name in ("one", "other"))
    kind = both("{one} is {share} of {other}") if found["share"] else both("{one} and {other} are the same curve")
    place, values = _spelled(found["place"]), _spelled(found["values"])
    where, when = both("{sentence}, at {place}"), both("{sentence} for {values}")

    def said(code: str) -> Html:
        words = filled(kind[code], one=one[code], other=other[code], share=text(found["share"] or ""))
        words = filled(where[code], sentence=words, place=place) if place else words
        return filled(when[code], sentence=words, values=values) if values else words

    return versions({code: said(code) for code in kind})


def _spelled(words: str | None) -> Html:
    return text(spelled(words or "", _PARAMETERS).replace(" and ", ", "))


def _linked(name: str, card: LossCard) -> Mapping[str, Html]:
    """Return the name of a loss, as a link unless the page is its own, or it has none."""
    loss = LOSSES.get(name)
    names = in_all_languages(lambda language: language.loss(loss) if loss else name)
    words = {code: text(each) for code, each in names.items()}
    if name not in card["pages"] or name == card["name"]:
        return words
    return {code: element("a", each, href=f"{name}.html") for code, each in words.items()}
