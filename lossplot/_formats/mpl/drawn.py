"""The matplotlib figure that a program may change, and the files of one that it has changed."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import matplotlib
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

from lossplot._formats import FORMATS
from lossplot._formats.mpl.artists import draw_onto, figure_keywords, inches_of
from lossplot._formats.mpl.backend import settings
from lossplot._formats.mpl.curve_artists import CurveArtist, find_curve_artists
from lossplot._formats.mpl.figure import Prepared
from lossplot._formats.mpl.headroom import lowered, room_share
from lossplot._formats.provenance import sealed


class DrawnFigure(Figure):
    """A figure of matplotlib that looks the same wherever it is drawn, whatever the program's rcParams are.

    What a program adds above the panels, as titles, gets its room when the figure is drawn: all the rest is then a
    little lower.
    """

    fonts: tuple[str, ...] = ()
    is_outlined = True
    curve_artists: tuple[CurveArtist, ...] = ()
    # Of inches into shares of the figure.
    scale: Affine2D = Affine2D()

    def savefig(self, *args: Any, **keywords: Any) -> None:
        """Save the figure as matplotlib's `savefig` does, with the settings that lossplot draws with."""
        with self._settings():
            super().savefig(*args, **keywords)

    def draw(self, renderer: RendererBase) -> None:
        """Draw the figure, with the settings that lossplot draws with."""
        with self._settings(), lowered(self, self.scale, room_share(self, renderer)):
            super().draw(renderer)

    def _settings(self) -> contextlib.AbstractContextManager[None]:
        # A figure that is copied or read draws itself before it has its fonts.
        return settings(self.fonts, self.is_outlined) if self.fonts else contextlib.nullcontext()


def draw_prepared(prepared: Prepared) -> DrawnFigure:
    """The matplotlib figure of `prepared`."""
    drawing = prepared.drawing
    with settings(prepared.fonts):
        figure = DrawnFigure(**figure_keywords(drawing, prepared.dpi))
        figure.fonts, figure.is_outlined, figure.scale = prepared.fonts, prepared.is_outlined, inches_of(drawing)
        draw_onto(figure, drawing, figure.scale)
        for axes in figure.axes:
            # What a program may give words to.
            sides: Any = (axes._left_title, axes._right_title)  # type: ignore[attr-defined]
            for text in (axes.title, *sides, axes.xaxis.label, axes.yaxis.label):
                text.set_color(drawing.look.ink)
    figure.curve_artists = find_curve_artists([figure])
    return figure


def is_edited(figure: Figure, prepared: Prepared) -> bool:
    """Return True if `figure`, which was drawn of `prepared`, no longer shows it.

    As SVG it is compared: every colour, number and letter that can be seen stands there, in full.
    """
    fresh = draw_prepared(prepared)
    return figure.dpi != fresh.dpi or _as_plain_svg(figure) != _as_plain_svg(fresh)


def _as_plain_svg(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


def save_edited(figure: Figure, prepared: Prepared, formats: Iterable[str]) -> dict[str, bytes]:
    """The files of pictures that show `figure` as it is by now, by format; their provenance says that it was edited.

    A figure that lossplot did not make keeps the settings of the program.
    """
    edited = replace(prepared, edited=True)
    own = isinstance(figure, DrawnFigure)
    context = settings(prepared.fonts, prepared.is_outlined) if own else _reproducible()
    with context:
        return {each: sealed(FORMATS[each].to_bytes(figure, edited)) for each in formats}


def _reproducible() -> contextlib.AbstractContextManager[None]:
    return matplotlib.rc_context({"svg.hashsalt": "lossplot"})
