"""The pages: of all losses, of figures, of each loss, to overlay them, to train with them; none needs a network.

Each is there in each language: in English, and below a folder such as `zh` in the others.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations
from pathlib import PurePosixPath

from lossplot._curves.curve import default_curve
from lossplot._figure.looks import THEMES, Theme, are_alike, dash, ramp
from lossplot._figure.styles import FEWEST
from lossplot._formats.quiet import quiet_picture
from lossplot._gallery.data.figures import GalleryFigure
from lossplot._gallery.data.tags import tags
from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.drawing_prelude import drawing_prelude
from lossplot._gallery.page.figures_page import figures_page
from lossplot._gallery.page.formula_script import formula_script
from lossplot._gallery.page.frame import page
from lossplot._gallery.page.index_page import index_page, picture_name
from lossplot._gallery.page.live_part import LIVE_SCRIPTS, live
from lossplot._gallery.page.loss_page import loss_page
from lossplot._gallery.page.markup import NOTHING, Html, element, in_language
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.places import language_folder
from lossplot._gallery.page.scripts import (
    asset,
    joined_script,
    letters_script,
    log_odds_script,
    losses_script,
    math_font,
    math_name,
    short,
)
from lossplot._gallery.page.search_words import search_script
from lossplot._gallery.page.train_page import train_page
from lossplot._gallery.page.training_pictures import TrainingPicture
from lossplot._gallery.page.view_options import view_prelude
from lossplot._text.language import languages

# The losses of the overlay when its address has none; the first of an axis, so many, where these are not shown.
_OVERLAY = ("zero-one", "hinge", "logistic", "exponential")
_FEW = 4
# The number of curves with dashes of their own, two for each of the most losses of a figure, and the most members of a
# family that has a ramp of colours.
_DASHES, _MOST_MEMBERS = 48, 12


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
    shown = [card["loss"] for card in cards]
    neighbours_of_each = zip((None, *cards), (*cards[1:], None), strict=False)
    losses = {
        f"losses/{name}.html": loss_page(
            card, by_name[f"losses/{name}"], by_name.get(f"families/{name}"), formats, neighbours
        )
        for name, card, neighbours in zip(names, cards, neighbours_of_each, strict=True)
    }
    pages = {
        "index.html": index_page(cards),
        "figures.html": figures_page([figure for figure in figures if figure.kind == "overlay"], trainings),
        "overlay.html": _overlay_page(cards),
        "train.html": train_page(),
        **losses,
    }
    return {
        **{
            f"{language_folder(code)}{path}": in_language(html, code).encode()
            for path, html in pages.items()
            for code in languages()
        },
        **{picture_name(card["name"]): quiet_picture(default_curve(card["loss"])).encode() for card in cards},
        "assets/icon.svg": asset("icon.svg").encode(),
        "assets/style.css": _style(),
        math_name(): math_font(),
        "assets/first.js": short(asset("first.js")).encode(),
        "assets/catalogue.js": joined_script("catalogue"),
        "assets/words.js": search_script((card["loss"], tags(card)) for card in cards).encode(),
        "assets/figures.js": joined_script("figures"),
        "assets/live.js": joined_script("live", looks_prelude(), drawing_prelude(), view_prelude()),
        "assets/formula.js": formula_script(shown),
        "assets/letters.js": letters_script(),
        "assets/losses.js": losses_script(shown, cards[0]["options"]),
        "assets/log-odds.js": log_odds_script(shown),
        "assets/train.js": joined_script("train", looks_prelude(), drawing_prelude()),
    }


def _style() -> bytes:
    """Return the style of all pages, with the name of the font of their formulas."""
    return asset("style.css").replace("math.woff2", PurePosixPath(math_name()).name).encode()


def _overlay_page(cards: Sequence[LossCard]) -> Html:
    alike = [card["name"] for card in cards if card["axis"] == cards[0]["axis"]]
    names = _OVERLAY if {*_OVERLAY} <= {*alike} else alike[:_FEW]
    title = both("Live overlay")
    words = both(
        "Any losses of one axis in one figure: move the sliders, read off values, take the link or the command with "
        "you."
    )
    heading = element("h1", title, id="live-title")
    lead = element("p", words, class_="lead")
    without = element("noscript", element("p", both("It needs JavaScript. The figures of all losses do not.")))
    intro = element("div", heading, lead, without, class_="intro")
    content = element("article", intro, live(NOTHING), data_loss="+".join(names))
    return page("overlay.html", title, words, content, LIVE_SCRIPTS)


def looks_prelude() -> str:
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
