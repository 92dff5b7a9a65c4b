"""The figures of the gallery as the page shows them: pictures, what they show in words, and links to their files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lossplot.figure.limits import x_limits
from lossplot.figure.looks import look_for
from lossplot.figure.resolve import resolve
from lossplot.gallery.data.figures import GalleryFigure
from lossplot.gallery.page.markup import Texts, element, text
from lossplot.gallery.page.page_words import both
from lossplot.text.description import description
from lossplot.text.language import languages, speak

# Pixels to the inch, as browsers count.
_PIXELS = 96


def picture(figure: GalleryFigure, alt: Texts, root: str = "", *, is_first: bool = False) -> str:
    """The figure as an `img` that keeps its place free until it is loaded, when it comes into view."""
    _, (width, height) = look_for(figure.spec.preset, "light", figure.spec.size, len(figure.spec.panels))
    return element(
        "img",
        src=f"{root}{figure.name}.svg",
        alt=alt,
        width=round(width * _PIXELS),
        height=round(height * _PIXELS),
        loading=None if is_first else "lazy",
        decoding="async",
    )


def described(figure: GalleryFigure) -> Texts:
    """What `figure` shows, in words."""
    spec = figure.spec
    curves = resolve(spec).curves
    left, right = spec.x_range or x_limits(curves)
    return {code: description(curves, spec.panels, left, right, speak(code), spec.risk) for code in languages()}


def introduced(figure: GalleryFigure) -> Texts:
    """The first sentence of that: which curves there are, against what."""
    return {code: re.split(r"(?<=。)|(?<=\.) ", words, maxsplit=1)[0] for code, words in described(figure).items()}


def downloads(figure: GalleryFigure, formats: Sequence[str], root: str) -> str:
    """Links to the files of `figure`."""
    name = figure.name.rpartition("/")[2]
    links = [
        element(
            "a",
            text("Python" if each == "py" else each.upper()),
            href=f"{root}{figure.name}.{each}",
            download=f"{name}.{each}",
        )
        for each in formats
    ]
    return element("p", element("span", both("Download"), class_="label"), *links, class_="downloads")


def live_address(figure: GalleryFigure) -> str | None:
    """The part after # of the address that shows `figure` live, if the browser can draw it as it is."""
    spec = figure.spec
    curves = resolve(spec).curves
    if spec.axis or spec.normalize or "weight" in spec.panels or any(curve.library for curve in curves):
        return None
    panels = [panel for panel in spec.panels if panel in ("derivative", "second-derivative")]
    view = [f"range={':'.join(f'{end:g}' for end in spec.x_range)}"] if spec.x_range else []
    return "&".join(["+".join(curve.spec for curve in curves), *panels, *view])
