"""Elements that the pages have in common: buttons, chips, groups of controls, boxes that scroll."""

from __future__ import annotations

from lossplot.gallery.page.markup import Texts, element, versions
from lossplot.gallery.page.page_words import both
from lossplot.text.language import ENGLISH, languages


def button(words: str, **attributes: str | Texts) -> str:
    return element("button", both(words), type="button", **attributes)


def heading(words: str, name: str) -> str:
    """Return a heading of a section called `name`, which is a link to itself."""
    return element("h2", element("a", both(words), href=f"#{name}"), id=name)


def label(words: str) -> str:
    return element("span", both(words), class_="label")


def chip(name: str, value: str, words: Texts, count: int | None = None, title: Texts | None = None) -> str:
    """Return a check box with the field `name` and its `words`, followed by a count if there is one."""
    box = element("input", type="checkbox", name=name, value=value)
    number = "" if count is None else element("small", str(count))
    return element("label", box, element("span", words), number, class_="chip", title=title)


def row(*content: str) -> str:
    return element("div", *content, class_="row")


def group(legend: str, *content: str) -> str:
    return element("fieldset", element("legend", both(legend)), *content)


def scroller(content: str, class_: str, words: str) -> str:
    """Return `content` in a box that can be scrolled with the keyboard and is called `words`."""
    return element("div", content, class_=class_, tabindex="0", role="group", aria_label=both(words))


def typed_name(name: str) -> str:
    """Return the name of a loss on the command line, where it is not in the language of the page."""
    code = element("code", name, class_="key")
    return versions({each: "" if each == ENGLISH.code else code for each in languages()})
