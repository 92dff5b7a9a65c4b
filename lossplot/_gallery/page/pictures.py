"""The figures of the gallery on its page: pictures, short descriptions, and links to their files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lossplot._figure.looks import look_for
from lossplot._gallery.data.figures import GalleryFigure, figure_description
from lossplot._gallery.page.markup import Html, Texts, element, text
from lossplot._gallery.page.places import shared, translated
from lossplot._gallery.page.widgets import label

# Pixels to the inch, as browsers count.
_PIXELS = 96


def picture(figure: GalleryFigure, alt: Texts, root: str = "") -> Html:
    """Return the figure as an `img` that keeps its place free and is loaded when in view."""
    _, (width, height) = look_for(
        figure.spec.preset, "light", figure.spec.size, figure.spec.page_panels, figure.spec.page_arrangement
    )
    return element(
        "img",
        src=file_address(figure, "svg", root),
        alt=alt,
        width=round(width * _PIXELS),
        height=round(height * _PIXELS),
        loading="lazy",
        decoding="async",
    )


def short_description(figure: GalleryFigure) -> Texts:
    """Return the first sentence of the description: the curves and the axis."""
    sentence = re.compile(r"(?<=。)|(?<=\.) ")
    return {code: sentence.split(words, maxsplit=1)[0] for code, words in figure_description(figure).items()}


def file_address(figure: GalleryFigure, file_format: str, root: str = "") -> Texts:
    """Return the address of the figure in `file_format`, of which only SVG is there in each language."""
    path = f"{figure.name}.{file_format}"
    return translated(path, figure.drawn_in, root) if file_format == "svg" else shared(path, root)


def downloads(figure: GalleryFigure, formats: Sequence[str], root: str) -> Html:
    """Return links to the files of `figure`."""
    name = figure.name.rpartition("/")[2]
    links = [
        element(
            "a",
            text("Python" if each == "py" else each.upper()),
            href=file_address(figure, each, root),
            download=f"{name}.{each}",
        )
        for each in formats
    ]
    return element("p", label("Download"), *links, class_="downloads")
