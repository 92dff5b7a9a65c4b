"""The first page: every loss as a card, to be searched and filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lossplot._curves.tags import TAGS
from lossplot._formats.quiet import HEIGHT, WIDTH
from lossplot._formula.notation.mathml import mathml
from lossplot._gallery.data.tags import meaning, tags
from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.formulas import inline_math
from lossplot._gallery.page.frame import page
from lossplot._gallery.page.markup import Html, Texts, element, joined
from lossplot._gallery.page.page_words import both, property_name, summary, symbols
from lossplot._gallery.page.places import shared
from lossplot._gallery.page.spelling import spelled_in_all
from lossplot._gallery.page.widgets import button, chip, group, heading, row, scroller, typed_name

# The number of pictures that are loaded at once, being seen first.
_FIRST = 4
# The most characters of a formula in its usual size.
_LONG = 42


def index_page(cards: Sequence[LossCard]) -> Html:
    """Return `index.html`."""
    axes = list(dict.fromkeys(card["axis"] for card in cards))
    title = both("{count} loss functions, drawn honestly", count=len(cards))
    intro = both("Each with its derivatives, properties and code. Search, filter, or put several in one figure.")
    first = {card["name"] for card in cards[:_FIRST]}
    sections = [_section(axis, [card for card in cards if card["axis"] == axis], first) for axis in axes]
    content = [
        element("div", element("h1", title), element("p", intro, class_="lead"), class_="intro"),
        _search(cards, axes),
        element("p", role="status", id="count", class_="count"),
        _legend(),
        *sections,
        element("p", both("No loss fits. Take a word or a filter away."), id="none", class_="none", hidden=True),
        _tray(),
    ]
    return page("index.html", title, intro, joined(*content, between="\n"), ["catalogue.js"])


def _search(cards: Sequence[LossCard], axes: Sequence[str]) -> Html:
    counts = Counter(tag for card in cards for tag in tags(card))
    sizes = Counter(card["axis"] for card in cards)
    return element(
        "form",
        element("label", both("Search losses"), for_="search", class_="unseen"),
        element(
            "input",
            type="search",
            id="search",
            placeholder=both("Name, task or formula, such as huber, ranking, max(0, 1 - m)"),
            autocomplete="off",
            spellcheck="false",
            aria_describedby="keys",
        ),
        group("Axis", row(*(chip("axis", axis, both(axis), sizes[axis]) for axis in axes))),
        group(
            "Properties",
            row(
                *(
                    chip("is", tag, property_name(tag), counts[tag], spelled_in_all(meaning(tag)))
                    for tag in TAGS
                    if counts[tag]
                )
            ),
        ),
        element("p", both("Properties are those at the default of each parameter."), class_="hint"),
        element(
            "p",
            element("button", both("Clear all"), type="reset"),
            element("span", both("Keys: / to search, arrows to move, Enter to open, Esc to clear."), id="keys"),
            class_="row hint",
        ),
        role="search",
        aria_label=both("Search and filter"),
        id="filters",
        class_="scripted",
    )


def _legend() -> Html:
    """Return what the lines of the pictures are."""
    lines = (("bold", "the loss"), ("thin", "its derivative, on the same axes"))
    keys = (element("span", both(words), class_=f"line {kind}") for kind, words in lines)
    return element("p", *keys, class_="row hint legend")


def _section(axis: str, cards: Sequence[LossCard], first: set[str]) -> Html:
    items = [_card(card, card["name"] in first) for card in cards]
    return element(
        "section",
        heading(axis, f"axis-{axis}"),
        element("ul", *items, class_="cards", role="list"),
        class_="axis",
        aria_labelledby=f"axis-{axis}",
    )


def _card(card: LossCard, is_first: bool) -> Html:
    key = card["name"]
    names = tags(card)
    link = element("a", card["names"], href=f"losses/{key}.html")
    return element(
        "li",
        _picture(card, is_first),
        element("div", element("h3", link), typed_name(key), class_="head"),
        _formula(card),
        element("p", summary(card)),
        element("p", *(element("span", property_name(tag)) for tag in names), class_="tags"),
        class_="card",
        data_loss=key,
        data_axis=card["axis"],
        data_is=" ".join(names),
    )


def picture_name(name: str) -> str:
    """Return the path of the picture of the loss called `name`, below the gallery's folder."""
    return f"cards/{name}.svg"


def _picture(card: LossCard, is_first: bool) -> Html:
    """Return the picture of a card, which keeps its place free; unless `is_first`, it is loaded when in view."""
    return element(
        "img",
        src=shared(picture_name(card["name"])),
        alt=_alt(card),
        width=WIDTH,
        height=HEIGHT,
        loading=None if is_first else "lazy",
        decoding="async",
    )


def _alt(card: LossCard) -> Texts:
    """Return what the picture shows: which axis, and which line is which."""
    words = both("{name} against {axis}: the loss is bold, its derivative thin")
    return {code: each.format(name=card["names"][code], axis=card["label"][code]) for code, each in words.items()}


def _formula(card: LossCard) -> Html:
    """Return the formula; a long one is smaller, so that most of it is seen in a card, and can be scrolled."""
    math = inline_math(mathml(card["loss"].notation), symbols(card))
    if len(card["formula"]["unicode"]) <= _LONG:
        return element("div", math, class_="formula")
    return scroller(math, "formula long", "Formula")


def _tray() -> Html:
    """Return the list of the picked losses, at the foot of the window."""
    return element(
        "section",
        element("ul", id="picked", role="list"),
        button("Clear", id="drop"),
        element("a", both("Show overlay"), id="show", class_="button", href="overlay.html"),
        id="tray",
        aria_label=both("Picked losses"),
        hidden=True,
    )
