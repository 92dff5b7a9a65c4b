"""Every figure of the gallery: one of each loss, one of each family, and those that textbooks print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lossplot.curves.panels import Panel
from lossplot.curves.parse import read_curves
from lossplot.figure.options import read_spec
from lossplot.figure.spec import FigureSpec
from lossplot.gallery.data.families import family, family_options
from lossplot.gallery.data.overlays import OVERLAYS
from lossplot.losses import LOSSES
from lossplot.text.language import languages, speak

Kind = Literal["loss", "family", "overlay"]
# A text in each language, by its code.
Texts = Mapping[str, str]

# What the figure of a loss shows, from the top.
PANELS: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")
# Good in a column of 400 to 700 pixels, light or dark.
_LOOKS: dict[str, str | bool] = {"for": "web", "theme": "auto"}


@dataclass(frozen=True, slots=True)
class GalleryFigure:
    """A figure of the gallery.

    `name` is that of its files below the gallery's folder, without suffix: `overlays/esl-10-4`.
    `source` is where an overlay is printed, and empty for the others; `losses` are the names of those drawn.
    """

    name: str
    kind: Kind
    spec: FigureSpec
    title: Texts
    source: str
    losses: tuple[str, ...]


def gallery_figures() -> tuple[GalleryFigure, ...]:
    """Overlays, losses and families, each in the order of their list."""
    return (*_overlays(), *_losses(), *_families())


def _overlays() -> Iterator[GalleryFigure]:
    for overlay in OVERLAYS:
        names = dict.fromkeys(curve.loss.name for curve in read_curves(overlay.losses))
        spec = read_spec(overlay.losses, _LOOKS | overlay.options)
        title = {code: speak(code)(overlay.title) for code in languages()}
        yield GalleryFigure(f"overlays/{overlay.name}", "overlay", spec, title, overlay.source, tuple(names))


def _losses() -> Iterator[GalleryFigure]:
    options = _LOOKS | dict.fromkeys(PANELS[1:], True) | {"labels": "none"}
    for name in LOSSES:
        title = {code: speak(code)(name) for code in languages()}
        yield GalleryFigure(f"losses/{name}", "loss", read_spec([name], options), title, "", (name,))


def _families() -> Iterator[GalleryFigure]:
    for loss in LOSSES.values():
        if words := family(loss):
            parameter = words.split(":")[1].partition("=")[0]
            title = {code: _family_title(code, loss.name, parameter) for code in languages()}
            spec = read_spec([words], _LOOKS | family_options(loss))
            yield GalleryFigure(f"families/{loss.name}", "family", spec, title, "", (loss.name,))


def _family_title(code: str, name: str, parameter: str) -> str:
    language = speak(code)
    return language("{name} by {parameter}", name=language(name), parameter=language.parameter(parameter))
