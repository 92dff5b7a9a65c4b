"""Every figure of the gallery: one of each loss, one of each family, and those that textbooks print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lossplot._curves.panels import Panel
from lossplot._curves.parse import read_curves
from lossplot._figure.limits import x_limits
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._gallery.data.families import FAMILY_VIEWS, family
from lossplot._gallery.data.overlays import OVERLAYS, Overlay
from lossplot._gallery.page.markup import Texts, in_all_languages
from lossplot._losses import LOSSES, Loss
from lossplot._text.description import description
from lossplot._text.language import languages

Kind = Literal["loss", "family", "overlay", "training"]

# The panels of the figure of a loss, from the top.
PANELS: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")
# Good in a column of 400 to 700 pixels, light or dark.
_LOOKS: dict[str, str | bool] = {"for": "web", "theme": "auto"}


@dataclass(frozen=True, slots=True)
class GalleryFigure:
    """A figure of the gallery.

    `name` is that of its files below the gallery's folder, without suffix: `overlays/esl-10-4`.
    `source` is where an overlay is printed, and empty for the others; its `note` says what is otherwise there, or could
    not be confirmed.  `losses` are the names of those of the catalogue that are drawn.  `drawn_in` are the languages of
    its pictures.
    """

    name: str
    kind: Kind
    spec: FigureSpec
    title: Texts
    source: str
    losses: tuple[str, ...]
    note: Texts = field(default_factory=dict)
    drawn_in: tuple[str, ...] = field(default_factory=languages)


def gallery_figures() -> tuple[GalleryFigure, ...]:
    """Return overlays, losses and families, each in the order of their list."""
    return (*map(_overlay_figure, OVERLAYS), *figures_of(LOSSES))


def figures_of(losses: Mapping[str, Loss], words: Callable[[str], str] = str) -> tuple[GalleryFigure, ...]:
    """Return the figures of `losses` and of their families; `words` makes of a name what asks for the loss."""
    families = [(loss, asked) for loss in losses.values() if (asked := family(loss))]
    return (
        *(_loss_figure(loss, words(name)) for name, loss in losses.items()),
        *(_family_figure(loss, asked, words(asked)) for loss, asked in families),
    )


def figure_description(figure: GalleryFigure) -> Texts:
    """Describe the picture of `figure` in words, in each language."""
    spec = figure.spec
    curves = resolve(spec).curves
    left, right = spec.x_range or x_limits(curves)
    return in_all_languages(lambda language: description(curves, spec.panels, left, right, language, spec.risk))


def _overlay_figure(overlay: Overlay) -> GalleryFigure:
    names = dict.fromkeys(curve.loss.name for curve in read_curves(overlay.losses) if not curve.loss.is_typed)
    spec = read_spec(overlay.losses, _LOOKS | overlay.options)
    title = in_all_languages(lambda language: language(overlay.title))
    note = in_all_languages(lambda language: language(overlay.note)) if overlay.note else {}
    return GalleryFigure(f"overlays/{overlay.name}", "overlay", spec, title, overlay.source, tuple(names), note)


def _loss_figure(loss: Loss, words: str) -> GalleryFigure:
    name = loss.name
    spec = read_spec([words], _LOOKS | dict.fromkeys(PANELS[1:], True) | {"labels": "none"})
    title = in_all_languages(lambda language: language.loss(loss))
    return GalleryFigure(f"losses/{name}", "loss", spec, title, "", (name,))


def _family_figure(loss: Loss, family_words: str, words: str) -> GalleryFigure:
    name, parameter = loss.name, family_words.split(":")[1].partition("=")[0]
    title = in_all_languages(
        lambda language: language(
            "{name} by {parameter}", name=language.loss(loss), parameter=language.parameter(parameter)
        )
    )
    view: dict[str, str | bool] = {"range": FAMILY_VIEWS[name]} if name in FAMILY_VIEWS else {}
    return GalleryFigure(f"families/{name}", "family", read_spec([words], _LOOKS | view), title, "", (name,))
