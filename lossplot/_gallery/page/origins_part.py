"""The origins of a loss, on its page: sources to follow and to quote, other names, relatives."""

from __future__ import annotations

from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import NOTHING, Html, element, joined, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.relations import relation
from lossplot._gallery.page.sections import copy_button, held_at, section
from lossplot._losses.references import Reference, references
from lossplot._text.language import languages
from lossplot._version import CITATION


def origins(card: LossCard) -> Html:
    """Return the section of sources, other names and relatives."""
    names = joined(*(element("code", text(alias), lang="en") for alias in card["aliases"]), between=", ")
    lossplot = copy_button("Copy BibTeX", CITATION, dict.fromkeys(languages(), "lossplot"))
    items = [
        _item("Source", joined(*map(_source, references(card["source"])))),
        _item("Other names", names) if names else NOTHING,
        _item("Relatives", joined(related, held_at(card))) if (related := _relatives(card)) else NOTHING,
        _item("Cite lossplot", lossplot, class_="scripted"),
    ]
    return section("Origins", element("dl", *items))


def _item(words: str, content: Html, **attributes: str) -> Html:
    return joined(element("dt", both(words), **attributes), element("dd", content, **attributes))


def _source(reference: Reference) -> Html:
    """Return a work as a link, with a button that copies it for BibTeX."""
    link = element("a", text(reference.words), href=reference.link, lang="en")
    copy = copy_button("Copy BibTeX", reference.bibtex, dict.fromkeys(languages(), reference.words))
    return element("div", link, copy, class_="copied")


def _relatives(card: LossCard) -> Html:
    return joined(*(element("div", relation(each, card)) for each in card["relatives"]))
