"""The figures of the gallery on its page: pictures, short descriptions, and links to their files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lossplot.figure.looks import look_for
from lossplot.figure.resolve import resolve
from lossplot.gallery.data.figures import GalleryFigure, figure_description
from lossplot.gallery.page.markup import Texts, element, text
from lossplot.gallery.page.places import shared
from lossplot.gallery.page.widgets import label

# Pixels to the inch, as browsers count.
_PIXELS = 96


def picture(figure: GalleryFigure, alt: Texts, root: str = "") -> str:
    """Return the figure as an `img` that keeps its place free and is loaded when in view."""
    _, (width, height) = look_for(
        figure.spec.preset, "light", figure.spec.size, figure.spec.page_panels, figure.spec.page_arrangement
    )
    return element(
        "img",
        src=shared(f"{figure.name}.svg", root),
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


def downloads(figure: GalleryFigure, formats: Sequence[str], root: str) -> str:
    """Return links to the files of `figure`."""
    name = figure.name.rpartition("/")[2]
    links = [
        element(
            "a",
            text("Python" if each == "py" else each.upper()),
            href=shared(f"{figure.name}.{each}", root),
            download=f"{name}.{each}",
        )
        for each in formats
    ]
    return element("p", label("Download"), *links, class_="downloads")


def live_address(figure: GalleryFigure) -> str | None:
    """Return the part after ? of the address that shows `figure` live; None if the browser cannot draw it."""
    spec = figure.spec
    curves = resolve(spec).curves
    if (
        spec.axis
        or (spec.x_scale, spec.y_scale) != ("linear", "linear")
        or spec.target is not None
        or spec.both_labels
        or spec.normalize
        or spec.panels[0] != "loss"
        or "weight" in spec.panels
        or any(curve.library or curve.loss.is_typed for curve in curves)
    ):
        return None
    panels = [panel for panel in spec.panels if panel in ("derivative", "second-derivative")]
    view = [f"range={':'.join(f'{end:g}' for end in spec.x_range)}"] if spec.x_range else []
    return "&".join(["+".join(curve.spec for curve in curves), *panels, *view])
