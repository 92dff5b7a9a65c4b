"""The page: `index.html`, a page for each loss, and one to overlay them, as files that need no network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from lossplot.figure.looks import THEMES, dash
from lossplot.figure.styles import MOST_SOLID, dashes_for
from lossplot.gallery.data.figures import GalleryFigure
from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.frame import page
from lossplot.gallery.page.index_page import index_page
from lossplot.gallery.page.live_part import live
from lossplot.gallery.page.loss_page import loss_page
from lossplot.gallery.page.markup import element
from lossplot.gallery.page.page_words import both
from lossplot.gallery.page.scripts import asset, joined_script, losses_script

# The losses of the overlay when its address has none.
_OVERLAY = "zero-one+hinge+logistic+exponential"
# The number of curves with dashes of their own.
_DASHES = 24


def page_files(cards: Sequence[LossCard], figures: Sequence[GalleryFigure], formats: Sequence[str]) -> dict[str, bytes]:
    """Return the files of the page by their paths below the gallery's folder, which has `figures` in all `formats`."""
    by_name = {figure.name: figure for figure in figures}
    names = [card["name"] for card in cards]
    neighbours_of_each = zip((None, *cards), (*cards[1:], None), strict=False)
    pages = {
        f"losses/{name}.html": loss_page(
            card, by_name[f"losses/{name}"], by_name.get(f"families/{name}"), formats, neighbours
        )
        for name, card, neighbours in zip(names, cards, neighbours_of_each, strict=True)
    }
    return {
        "index.html": index_page(cards, by_name),
        "overlay.html": _overlay_page(),
        **pages,
        "assets/style.css": asset("style.css").encode(),
        "assets/catalogue.js": joined_script("catalogue"),
        "assets/live.js": joined_script("live", _looks()),
        "assets/losses.js": losses_script(cards),
    }


def _overlay_page() -> bytes:
    title = both("Live overlay")
    words = both(
        "Any losses of one axis in one figure: move the sliders, read off values, take the link or the command with "
        "you."
    )
    intro = element("div", element("h1", title, id="live-title"), element("p", words, class_="lead"), class_="intro")
    content = element("article", live(intro), data_loss=_OVERLAY)
    return page(title, words["en"], content, ["losses.js", "live.js"])


def _looks() -> str:
    """Return the colours of figures, light and dark, and the dashes of curves, in line widths, as JavaScript.

    Each theme has the dashes of its few first curves, which many curves exchange for those of their own.
    """
    few = {name: dashes_for(THEMES[name].colours[:MOST_SOLID]) for name in ("light", "dark")}
    themes = json.dumps({name: {**asdict(THEMES[name]), "dashes": few[name]} for name in few})
    dashes = json.dumps([dash(number) for number in range(_DASHES)])
    return f"const themes = {themes};\nconst dashes = {dashes};\n"
