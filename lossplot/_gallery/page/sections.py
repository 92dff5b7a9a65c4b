"""Sections of a loss's page: with a heading, with a table, or folded away."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot._curves.records import Extended
from lossplot._gallery.page.cards import LossCard, ParameterRecord
from lossplot._gallery.page.markup import NOTHING, Html, Texts, element, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.widgets import button, heading, scroller
from lossplot._text.language import languages


def section(words: str, *content: Html) -> Html:
    """Return a section with a heading."""
    return element("section", heading(words, _id(words)), *content, aria_labelledby=_id(words))


def folded(words: str, *content: Html) -> Html:
    """Return a section that is opened by its heading."""
    summary = element("summary", element("h2", both(words)))
    return element("section", element("details", summary, *content, id=_id(words)), class_="folded")


def table(words: str, head: Sequence[str], rows: Sequence[Sequence[Html]]) -> Html:
    """Return a table called `words` of `rows` of HTML under `head`, each led by its heading."""
    heads = [element("th", both(each), scope="col") for each in head]
    body = [
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        for first, *rest in rows
    ]
    whole = element("table", element("thead", element("tr", *heads)), element("tbody", *body))
    return scroller(whole, "scroll", words)


def copy_button(words: str, content: str, of: str | Texts = "") -> Html:
    """Return a button with `words` on it that copies `content`; its name says `of` what."""
    if not of:
        return button(words, data_copy_text=content)
    whose = both(of) if isinstance(of, str) else of
    named = {code: f"{each}: {whose[code]}" for code, each in both(words).items()}
    return button(words, data_copy_text=content, aria_label=named)


def held_at(card: LossCard) -> Html:
    """Return the values of the parameters for which what stands before is true, if there are parameters."""
    if not card["parameters"]:
        return NOTHING
    values = {code: ", ".join(_at_default(each, code) for each in card["parameters"]) for code in languages()}
    held = {code: both("(at {values})", values=values[code])[code] for code in languages()}
    return element("span", text(" "), element("span", held), element("span", class_="now"), class_="hint held")


def _at_default(parameter: ParameterRecord, code: str) -> str:
    return f"{parameter['symbol'][code]} = {number(parameter['default'])}"


def number(value: Extended) -> Html:
    """Return a number in six digits, or the name of what is none."""
    digits = value if isinstance(value, str) else f"{value:.6g}"
    return text(digits.replace("inf", "∞").replace("-", "−"))


def in_each_language(command: str) -> Texts:
    """Return a command, with the option for the language of the page."""
    return {code: command if code == "en" else f"{command} --lang={code}" for code in languages()}


def _id(words: str) -> str:
    return words.partition(",")[0].lower().replace(" ", "-")
