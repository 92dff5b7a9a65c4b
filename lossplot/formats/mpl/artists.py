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
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedFormatter, FixedLocator
from matplotlib.transforms import Affine2D, Transform

from lossplot.figure.drawing import Dots, Drawing, Frame, Line, Text
from lossplot.formats.keywords import SHARP, line_keywords, text_keywords


def draw(drawing: Drawing, dpi: float) -> Figure:
    """The figure that shows `drawing`: an Axes for each frame, everything else beside them."""
    ground = "none" if drawing.transparent else drawing.look.ground
    figure = Figure(figsize=drawing.size, dpi=dpi, facecolor=ground, edgecolor="none")
    for part in (drawing, *drawing.cells):
        _add_drawing(figure, part)
    return figure


def _add_drawing(figure: Figure, drawing: Drawing) -> None:
    """Add everything in `drawing` but its cells to `figure`."""
    look = drawing.look
    inches = Affine2D().scale(1 / drawing.size[0], 1 / drawing.size[1]) + figure.transFigure
    for number, frame in enumerate(drawing.frames):
        axes = _add_empty_panel(figure, frame, drawing, is_last=number == len(drawing.frames) - 1)
        add_frame(axes, frame)
        _label_axis(axes.yaxis, frame.y_label, inches)
    if drawing.frames:
        _label_axis(figure.axes[-1].xaxis, drawing.x_label, inches)
    for box in drawing.plates:
        corner = (box.left, box.bottom)
        figure.add_artist(
            Rectangle(corner, box.width, box.height, facecolor=look.ground, edgecolor="none", transform=inches)
        )
    for part in drawing.parts:
        figure.add_artist(_line(part, transform=inches))
    for text in drawing.texts:
        add_text(figure, text, inches)


def add_frame(axes: Axes, frame: Frame) -> None:
    """The lines and dots of `frame`, in `axes` that show its view."""
    for part in frame.parts:
        axes.add_line(_line(part, gid=part.name or None if isinstance(part, Line) else None))


def _line(part: Line | Dots, **keywords: Any) -> Line2D:
    x, y = np.asarray(part.points).T
    return Line2D(x, y, **SHARP, **line_keywords(part), **keywords)


def add_text(figure: Figure, text: Text, inches: Transform) -> Artist:
    """Add the words of `text` to `figure`; `inches` transforms places in inches."""
    return figure.text(text.x, text.y, text.words, transform=inches, **text_keywords(text))


def _label_axis(axis: object, text: Text, inches: Transform) -> None:
    """Give an axis its label, at a place of its own: matplotlib would measure all ticks to find one."""
    label = axis.label  # type: ignore[attr-defined]
    axis.set_label_coords(text.x, text.y, inches)  # type: ignore[attr-defined]
    label.set(text=text.words, fontsize=text.size, color=text.colour, parse_math=text.math)


def _add_empty_panel(figure: Figure, frame: Frame, drawing: Drawing, is_last: bool) -> Axes:
    look, view = drawing.look, frame.view
    axes = figure.add_axes(frame.box.shares(drawing.size), facecolor="none", axisbelow=True)
    axes.set_xlim(view.left, view.right)
    axes.set_ylim(view.bottom, view.top)
    # The style before the ticks, and these not by set_xticks: each would make matplotlib style all of them anew.
    axes.tick_params(
        labelsize=look.ticks,
        labelcolor=look.ink,
        color=look.axis,
        width=look.thin,
        length=0.3 * look.ticks,
        pad=0.25 * look.ticks,
    )
    if look.gridlines:
        axes.grid(color=look.grid, linewidth=0.8 * look.thin)
    axes.spines[:].set(color=look.axis, linewidth=look.thin)
    _set_ticks(axes.xaxis, frame.x_ticks.values, frame.x_ticks.labels if is_last else [])
    _set_ticks(axes.yaxis, frame.y_ticks.values, frame.y_ticks.labels)
    if drawing.y_side == "right":
        axes.yaxis.set(ticks_position="right", label_position="right")
    axes.spines[["top", "left" if drawing.y_side == "right" else "right"]].set_visible(False)
    return axes


def _set_ticks(axis: Axis, values: Sequence[float], labels: Sequence[str]) -> None:
    axis.set_major_locator(FixedLocator(values))
    axis.set_major_formatter(FixedFormatter(labels))
