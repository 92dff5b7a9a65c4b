"""Losses drawn into Axes that somebody else has made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from lossplot.errors import RequestError
from lossplot.figure.drawing import HOLLOW
from lossplot.figure.looks import Look
from lossplot.figure.resolve import ResolvedFigure
from lossplot.figure.spec import FigureSpec
from lossplot.figure.styles import LineStyle
from lossplot.formats.keywords import MARKERS
from lossplot.formats.mpl.artists import add_frame
from lossplot.formats.mpl.figure import Prepared, prepare
from lossplot.text.markup import plain

# What a panel takes of a figure by itself: so large a figure has lines that suit the Axes.
_SHARE = (0.82, 0.72)


def draw_into(resolved: ResolvedFigure, axes: Sequence[object]) -> Figure:
    """Draw the panels of `resolved` into `axes`, which keep their fonts, ticks and colours; return their figure.

    Names stand in a legend, at the curves' ends too.
    Raises RequestError if there are not as many axes as panels, and as `prepare` does.
    """
    spec = resolved.spec
    panels, figure = _check_axes(axes, len(spec.panels))
    inches, shares = figure.get_size_inches(), panels[0].get_position().size
    width, height = (float(i * s / of) for i, s, of in zip(inches, shares, _SHARE, strict=True))
    prepared = prepare(replace(resolved, spec=replace(spec, size=(width, height), labels="none")))
    ground = _ground_colour(panels[0], figure)
    wording = prepared.wording
    x_label = plain(wording.x_label) if wording.has_markup else wording.x_label
    for panel, frame, name in zip(panels, prepared.drawing.frames, wording.panels, strict=True):
        panel.set_xlim(frame.view.left, frame.view.right)
        panel.set_ylim(frame.view.bottom, frame.view.top)
        panel.set_ylabel(name, parse_math=spec.math, family=[*prepared.fonts])
        dots = tuple(replace(d, fill=ground) if d.role in HOLLOW else d for d in frame.dots)
        add_frame(panel, replace(frame, dots=dots))
    panels[-1].set_xlabel(x_label, parse_math=spec.math, family=[*prepared.fonts])
    _add_words(spec, prepared, panels, ground)
    return figure


def _check_axes(axes: Sequence[object], panels: int) -> tuple[list[Axes], Figure]:
    """`axes`, one for each panel, and the figure that they are in."""
    panel_axes = [each for each in axes if isinstance(each, Axes)]
    if len(panel_axes) < len(axes):
        raise RequestError("ax must be an Axes of matplotlib, or one for each panel; plt.subplots makes them")
    if len(axes) != panels:
        raise RequestError(f"{panels} panels need as many axes, not {len(axes)}; give one for each")
    canvas = panel_axes[0].figure and panel_axes[0].figure.canvas
    if not canvas:
        raise RequestError("these axes belong to no figure; give some that do")
    return panel_axes, canvas.figure


def _ground_colour(axes: Axes, figure: Figure) -> str:
    colour = axes.get_facecolor()
    return to_hex(colour if to_rgba(colour)[3] else figure.get_facecolor())


def _add_words(spec: FigureSpec, prepared: Prepared, axes: Sequence[Axes], ground: str) -> None:
    if spec.title:
        axes[0].set_title(spec.title, parse_math=spec.math, family=[*prepared.fonts])
    if spec.labels != "none":
        handles = [_handle(style, prepared.drawing.look, ground) for style in prepared.drawing.styles]
        legend = axes[0].legend(handles, prepared.wording.names, prop={"family": [*prepared.fonts]})
        for text in legend.get_texts():
            text.set_parse_math(spec.formula)
    for panel, scene, texts in zip(axes, prepared.scene.panels, prepared.wording.marks, strict=True):
        for mark, words in zip(scene.marks, texts, strict=True):
            panel.annotate(plain(words), (mark.x, mark.y), (5.0, 5.0), textcoords="offset points")


def _handle(style: LineStyle, look: Look, ground: str) -> Line2D:
    handle = Line2D([], [], color=style.colour, linewidth=look.line)
    if style.dash:
        handle.set_dashes(style.dash)
    if style.marker:
        handle.set(marker=MARKERS[style.marker], markersize=0.8 * look.circle, markerfacecolor=ground)
    return handle
