"""The page of figures: those that textbooks print, and those of trainings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lossplot._gallery.data.figures import GalleryFigure
from lossplot._gallery.page.frame import page
from lossplot._gallery.page.live_address import live_address
from lossplot._gallery.page.markup import NOTHING, Html, element, joined, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.pictures import file_address, picture, short_description
from lossplot._gallery.page.training_part import trainings_section
from lossplot._gallery.page.training_pictures import TrainingPicture
from lossplot._gallery.page.widgets import button, heading
from lossplot._text.language import languages


def figures_page(overlays: Sequence[GalleryFigure], trainings: Sequence[TrainingPicture]) -> Html:
    """Return `figures.html`, which has the `overlays` and the pictures of `trainings`."""
    title = both("Figures")
    words = both("Figures of textbooks, papers and libraries, each with its source.")
    intro = element("div", element("h1", title), element("p", words, class_="lead"), class_="intro")
    content = [intro, _overlays(overlays), trainings_section(trainings)]
    return page("figures.html", title, words, joined(*content, between="\n"), ["figures.js"])


def _overlays(figures: Sequence[GalleryFigure]) -> Html:
    if not figures:
        return NOTHING
    return element(
        "section",
        heading("Textbook figures", "textbooks"),
        element("ul", *map(_overlay, figures), class_="cards wide", role="list"),
        id="overlays",
        aria_labelledby="textbooks",
    )


def _overlay(figure: GalleryFigure) -> Html:
    address = live_address(figure.spec)
    live = element("a", both("Open live"), class_="scripted", href=f"overlay.html?{address}") if address else NOTHING
    download = element("a", text("SVG"), href=file_address(figure, "svg"), download=True)
    commands = {code: replace(figure.spec, language=code).command("svg") for code in languages()}
    command = button("Copy the command", class_="scripted", data_copy_text=commands)
    return element(
        "li",
        picture(figure, short_description(figure)),
        element("h3", figure.title),
        element("p", text(figure.source), lang="en", class_="source"),
        element("p", figure.note, class_="hint") if figure.note else NOTHING,
        element("p", live, download, command, class_="downloads"),
        class_="card",
    )
