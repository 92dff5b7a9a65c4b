"""The page: `index.html`, a page for each loss, and one to overlay them, as files that need no network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations

from lossplot.figure.looks import THEMES, Theme, are_alike, dash, ramp
from lossplot.figure.styles import FEWEST
from lossplot.gallery.data.figures import GalleryFigure
from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.frame import page
from lossplot.gallery.page.index_page import index_page
from lossplot.gallery.page.live_part import live
from lossplot.gallery.page.loss_page import loss_page
from lossplot.gallery.page.markup import element
from lossplot.gallery.page.page_words import both
from lossplot.gallery.page.scripts import asset, joined_script, letters_script, losses_script
from lossplot.gallery.page.training_pictures import TrainingPicture

# The losses of the overlay when its address has none; the first of an axis, so many, where these are not shown.
_OVERLAY = ("zero-one", "hinge", "logistic", "exponential")
_FEW = 4
# The number of curves with dashes of their own, and the most members of a family that has a ramp of colours.
_DASHES, _MOST_MEMBERS = 24, 12


def page_files(
    cards: Sequence[LossCard],
    figures: Sequence[GalleryFigure],
    formats: Sequence[str],
    trainings: Sequence[TrainingPicture] = (),
) -> dict[str, bytes]:
    """Return the files of the page by their paths below the gallery's folder.

    That has the `figures`, and those of `trainings`, in all `formats`.
    """
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
        "index.html": index_page(cards, by_name, trainings),
        "overlay.html": _overlay_page(cards),
        **pages,
        "assets/style.css": asset("style.css").encode(),
        "assets/catalogue.js": joined_script("catalogue"),
        "assets/live.js": joined_script("live", _looks()),
        "assets/letters.js": letters_script(),
        "assets/losses.js": losses_script(cards),
    }


def _overlay_page(cards: Sequence[LossCard]) -> bytes:
    alike = [card["name"] for card in cards if card["axis"] == cards[0]["axis"]]
    names = _OVERLAY if {*_OVERLAY} <= {*alike} else alike[:_FEW]
    title = both("Live overlay")
    words = both(
        "Any losses of one axis in one figure: move the sliders, read off values, take the link or the command with "
        "you."
    )
    intro = element("div", element("h1", title, id="live-title"), element("p", words, class_="lead"), class_="intro")
    content = element("article", live(intro), data_loss="+".join(names))
    return page(title, words["en"], content, ["losses.js", "letters.js", "live.js"])


def _looks() -> str:
    """Return the colours of figures, light and dark, and the dashes of curves, in line widths, as JavaScript."""
    themes = json.dumps({name: _colours(THEMES[name]) for name in ("light", "dark")})
    dashes = json.dumps([dash(number) for number in range(_DASHES)])
    return f"const themes = {themes};\nconst dashes = {dashes};\n"


def _colours(theme: Theme) -> dict[str, object]:
    """A theme with the ramps for families, by their size, and the pairs of colours that are hard to tell apart."""
    ramps = {count: ramp(theme.ramp, count) for count in range(FEWEST, _MOST_MEMBERS + 1)}
    together = [combinations((*colours, *theme.colours), 2) for colours in ramps.values()]
    alike = {f"{one} {other}": None for pairs in together for one, other in pairs if are_alike(one, other)}
    return {**asdict(theme), "ramps": ramps, "alike": [*alike]}
