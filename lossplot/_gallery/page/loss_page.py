"""The page of one loss."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from lossplot._gallery.data.figures import GalleryFigure, figure_description
from lossplot._gallery.data.tags import meaning, tags
from lossplot._gallery.page.cards import LossCard, Notation
from lossplot._gallery.page.code_part import code, libraries
from lossplot._gallery.page.facts_part import facts
from lossplot._gallery.page.formulas import inline_math
from lossplot._gallery.page.frame import page
from lossplot._gallery.page.live_address import live_address
from lossplot._gallery.page.live_part import LIVE_SCRIPTS, live
from lossplot._gallery.page.markup import NOTHING, Html, Texts, element
from lossplot._gallery.page.origins_part import origins
from lossplot._gallery.page.page_words import both, property_name, summary, symbols
from lossplot._gallery.page.pictures import downloads, picture
from lossplot._gallery.page.sections import copy_button, held_at, in_each_language, number, section
from lossplot._gallery.page.spelling import spelled_in_all
from lossplot._gallery.page.task_links import task_links
from lossplot._gallery.page.why_part import why
from lossplot._gallery.page.widgets import heading, label, scroller, typed_name

# From a page in losses/ to the folder of the gallery.
_ROOT = "../"
# The formats that a browser cannot make of a live figure.
_BY_COMMAND = ("pdf", "py")
# The most places without a derivative that are listed.
_MOST_PLACES = 6


def loss_page(
    card: LossCard,
    figure: GalleryFigure,
    family: GalleryFigure | None,
    formats: Sequence[str],
    neighbours: tuple[LossCard | None, LossCard | None],
) -> Html:
    """Return `losses/NAME.html` in all languages; `neighbours` are the losses before and after it."""
    parts = [
        _head(card),
        live(heading("Live", "live-title"), _ROOT),
        _still(card, figure, formats),
        _formulas(card),
        why(card),
        _family(family, formats) if family else NOTHING,
        libraries(card),
        code(card),
        facts(card),
        origins(card),
        _neighbours(*neighbours),
    ]
    article = element("article", *filter(None, parts), data_loss=card["name"])
    return page(f"losses/{card['name']}.html", card["names"], summary(card), article, LIVE_SCRIPTS)


def _head(card: LossCard) -> Html:
    marks = [
        element("span", property_name(tag), class_="tag", title=spelled_in_all(meaning(tag))) for tag in tags(card)
    ]
    axis = element("span", card["label"], class_="tag axis-tag")
    return element(
        "div",
        element("h1", card["names"]),
        typed_name(card["name"]),
        element("p", summary(card), class_="lead"),
        element("p", axis, *marks, held_at(card) if marks else NOTHING, class_="tags"),
        task_links(card, _ROOT),
        class_="intro",
    )


def _formulas(card: LossCard) -> Html:
    """Return the loss and its derivative, each to be copied for LaTeX."""
    formulas = [
        _formula(card, "Formula", card["formula"], ""),
        _formula(card, "Derivative", card["derivative"], "'", _no_derivative(card)),
    ]
    return element("section", *formulas, class_="formulas", id="formulas", aria_label=both("Formula"))


def _formula(card: LossCard, words: str, notation: Notation, primes: str, after: Html = NOTHING) -> Html:
    math = scroller(inline_math(notation["mathml"], symbols(card)), "formula", words)
    latex = f"L{primes}({card['variable']}) = {notation['latex']}"
    copy = copy_button("Copy LaTeX", latex, words)
    return element("div", element("div", element("h2", both(words)), copy, class_="head"), math, after)


def _no_derivative(card: LossCard) -> Html:
    """Return where the loss has no derivative, whatever its formula gives there."""
    places = [number(knot["x"]) for knot in card["knots"] if knot["kind"] != "curvature"]
    if not places:
        return NOTHING
    shown = places if len(places) <= _MOST_PLACES else [*places[:_MOST_PLACES], "…"]
    where = f"{card['variable']} = {', '.join(shown)}"
    return element("p", element("span", both("None at {places}", places=where)), held_at(card), class_="hint")


def _still(card: LossCard, figure: GalleryFigure, formats: Sequence[str]) -> Html:
    """Return the picture of the loss and its command, for where no script draws it live."""
    outputs = [f"-o {card['name']}.{each}" for each in _BY_COMMAND if each not in formats]
    command = " ".join(["lossplot", shlex.join(figure.spec.losses), "--derivative", "--second-derivative", *outputs])
    terminal = element("p", label("In your terminal"), element("code", in_each_language(command)), class_="row")
    shown = _figure(figure, card["description"], card["names"], formats)
    return element("section", shown, terminal, class_="unscripted", aria_label=both("Figures"))


def _family(family: GalleryFigure, formats: Sequence[str]) -> Html:
    return section("Family", _figure(family, figure_description(family), family.title, formats))


def _figure(figure: GalleryFigure, alt: Texts, caption: Texts, formats: Sequence[str]) -> Html:
    address = live_address(figure.spec) if figure.kind == "family" else None
    live = element("a", both("Open live"), class_="scripted", href=f"?{address}#live") if address else NOTHING
    words = element("figcaption", element("span", caption), live, downloads(figure, formats, _ROOT))
    return element("figure", picture(figure, alt, _ROOT), words)


def _neighbours(before: LossCard | None, after: LossCard | None) -> Html:
    links = [
        element("a", card["names"], href=f"{card['name']}.html", rel=rel, class_=rel)
        for card, rel in ((before, "prev"), (after, "next"))
        if card
    ]
    return element("nav", *links, class_="neighbours", aria_label=both("All losses"))
