"""Elements that the pages have in common: buttons, chips, groups of controls, boxes that scroll."""

from __future__ import annotations

from lossplot._gallery.page.markup import NOTHING, Html, Texts, element, text, versions
from lossplot._gallery.page.page_words import both
from lossplot._text.language import ENGLISH, languages


def button(words: str, **attributes: str | Texts) -> Html:
    return element("button", both(words), type="button", **attributes)


def heading(words: str, name: str) -> Html:
    """Return a heading of a section called `name`, which is a link to itself."""
    return element("h2", element("a", both(words), href=f"#{name}"), id=name)


def label(words: str) -> Html:
    return element("span", both(words), class_="label")


def chip(name: str, value: str, words: Texts, count: int | None = None, title: Texts | None = None) -> Html:
    """Return a check box with the field `name` and its `words`, followed by a count if there is one."""
    box = element("input", type="checkbox", name=name, value=value)
    number = NOTHING if count is None else element("small", text(str(count)))
    return element("label", box, element("span", words), number, class_="chip", title=title)


def row(*content: Html) -> Html:
    return element("div", *content, class_="row")


def group(legend: str, *content: Html) -> Html:
    return element("fieldset", element("legend", both(legend)), *content)


def scroller(content: Html, class_: str, words: str) -> Html:
    """Return `content` in a box that can be scrolled with the keyboard and is called `words`."""
    return element("div", content, class_=class_, tabindex="0", role="group", aria_label=both(words))


def typed_name(name: str) -> Html:
    """Return the name of a loss on the command line, where it is not in the language of the page."""
    code = element("code", text(name), class_="key")
    return versions({each: NOTHING if each == ENGLISH.code else code for each in languages()})
