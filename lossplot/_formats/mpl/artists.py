"""Drawing -> matplotlib Figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.ticker import FixedFormatter, FixedLocator, NullFormatter
from matplotlib.transforms import Affine2D, Transform

from lossplot._figure.drawing import Dots, Drawing, Frame, Line, Text
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.sampling import View
from lossplot._formats.keywords import MINOR, SHARP, area_keywords, line_keywords, scale_keywords, text_keywords


def draw(drawing: Drawing, dpi: float) -> Figure:
    """The figure that shows `drawing`: an Axes for each frame, everything else beside them."""
    figure = Figure(**figure_keywords(drawing, dpi))
    draw_onto(figure, drawing, inches_of(drawing))
    return figure


def figure_keywords(drawing: Drawing, dpi: float) -> dict[str, Any]:
    """The arguments of a Figure for `drawing`."""
    ground = "none" if drawing.transparent else drawing.look.ground
    return {"figsize": drawing.size, "dpi": dpi, "facecolor": ground, "edgecolor": "none"}


def inches_of(drawing: Drawing) -> Affine2D:
    """The transform of places in inches into shares of the figure."""
    return Affine2D().scale(1 / drawing.size[0], 1 / drawing.size[1])


def draw_onto(figure: Figure, drawing: Drawing, scale: Affine2D) -> None:
    """Draw `drawing` onto an empty figure of its size; `scale` is as in `inches_of`, and may be changed later."""
    for cell in drawing.cells:
        draw_onto(figure, cell, scale)
    inches = scale + figure.transFigure
    for frame in drawing.frames:
        add_frame(_add_empty_panel(figure, frame, drawing), frame)
    for part in drawing.parts:
        figure.add_artist(_line(part, transform=inches))
    for text in drawing.texts:
        add_text(figure, text, inches)


def add_frame(axes: Axes, frame: Frame) -> None:
    """The areas, lines and dots of `frame`, in `axes` that show its view."""
    for area in frame.areas:
        axes.add_patch(Polygon(area.points, closed=True, **area_keywords(area)))
    for part in frame.parts:
        axes.add_line(_line(part, gid=part.name or None if isinstance(part, Line) else None))


def _line(part: Line | Dots, **keywords: Any) -> Line2D:
    x, y = np.asarray(part.points).T
    return Line2D(x, y, **SHARP, **line_keywords(part), label=curve_tag(part), **keywords)


def curve_tag(part: Line | Dots | Text) -> str:
    """Name the role and the curve of a part, as the label of its artist: `_hollow circle 2`, which no legend lists."""
    return "" if part.curve is None else f"_{part.role} {part.curve}"


def add_text(figure: Figure, text: Text, inches: Transform) -> Artist:
    """Add the words of `text` to `figure`; `inches` transforms places in inches."""
    keywords = text_keywords(text)
    return figure.text(text.x, text.baseline, text.words, transform=inches, label=curve_tag(text), **keywords)


def _add_empty_panel(figure: Figure, frame: Frame, drawing: Drawing) -> Axes:
    look, view = drawing.look, frame.view
    axes = figure.add_axes(frame.box.shares(drawing.size), facecolor="none", axisbelow=True)
    show_view(axes, view)
    # The style before the ticks, and these not by set_xticks: each would make matplotlib style all of them anew.
    axes.tick_params(labelsize=look.ticks, labelcolor=look.soft, length=0.0, pad=0.4 * look.ticks)
    if look.gridlines:
        axes.grid(color=look.grid, linewidth=0.8 * look.thin)
        if frame.x_ticks.minor or frame.y_ticks.minor:
            axes.grid(which="minor", color=look.grid, linewidth=MINOR * look.thin)
    axes.tick_params(which="minor", length=0.0)
    axes.spines[:].set_visible(False)
    _set_ticks(axes.xaxis, frame.x_ticks, frame.x_ticks.labels if frame.has_x_numbers else [])
    _set_ticks(axes.yaxis, frame.y_ticks, frame.y_ticks.labels)
    return axes


def show_view(axes: Axes, view: View) -> None:
    """Give `axes` the limits and the scales of `view`."""
    for setter, scale in ((axes.set_xscale, view.x_scale), (axes.set_yscale, view.y_scale)):
        if not scale.is_linear:
            setter(scale.kind, **scale_keywords(scale))
    axes.set_xlim(view.left, view.right)
    axes.set_ylim(view.bottom, view.top)


def _set_ticks(axis: Axis, ticks: Ticks, labels: Sequence[str]) -> None:
    axis.set_major_locator(FixedLocator(ticks.values))
    axis.set_major_formatter(FixedFormatter(labels))
    if axis.get_scale() != "linear":
        axis.set_minor_locator(FixedLocator(ticks.minor))
        axis.set_minor_formatter(NullFormatter())
