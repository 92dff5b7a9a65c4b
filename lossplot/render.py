"""FigureSpec -> matplotlib Figure -> bytes.  The only file that imports matplotlib."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lossplot import __version__, describe
from lossplot.curves import Curve
from lossplot.errors import LossplotError
from lossplot.layout import LINE_HEIGHT, Layout, lay_out
from lossplot.layout import legend as legends
from lossplot.layout.boxes import POINT, Box
from lossplot.looks import DEFAULT, Look, dash, default_size
from lossplot.sampling import Trace
from lossplot.scene import PanelScene, Scene, compose
from lossplot.spec import FigureSpec


@contextlib.contextmanager
def _untouched_by_the_user() -> Iterator[None]:
    """Import matplotlib as if no matplotlibrc, backend or date had been set, and say nothing.

    matplotlib reads ./matplotlibrc before any other, so the import takes place in its own data folder.
    """
    for name in ("MPLBACKEND", "MATPLOTLIBRC", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    package = find_spec("matplotlib")
    if "matplotlib" in sys.modules or package is None or package.origin is None:
        yield
        return
    try:
        here = os.getcwd()
    except FileNotFoundError:
        here = None
    os.chdir(Path(package.origin).parent / "mpl-data")
    try:
        yield
    finally:
        if here is not None:
            os.chdir(here)


with _untouched_by_the_user():
    import matplotlib
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties, findfont, get_font
    from matplotlib.lines import Line2D
    from matplotlib.textpath import text_to_path

FONT = "DejaVu Sans"
_RC: dict[str, Any] = {
    "font.family": [FONT],
    "path.simplify": False,
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "lossplot",
}


def render(spec: FigureSpec, formats: Iterable[str]) -> dict[str, bytes]:
    """The complete files that show `spec`, by format (`png`, `svg`, `pdf`): the same bytes each time.

    Raises RequestError where the losses cannot be drawn together or not in the range asked for,
    and LossplotError where the font lacks a character of the title.
    """
    _check_glyphs(spec.title)
    scene = compose(spec)
    with _settings(), _no_epoch():
        figure = _draw(spec, scene)
        return {file_format: _save(figure, spec, scene, file_format) for file_format in formats}


def _save(figure: Figure, spec: FigureSpec, scene: Scene, file_format: str) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format=file_format, dpi=spec.dpi, metadata=_metadata(spec, scene, file_format))
    return buffer.getvalue()


def _check_glyphs(text: str) -> None:
    font = get_font(findfont(FONT))
    missing = [
        f"U+{ord(character):04X}" for character in dict.fromkeys(text) if not font.get_char_index(ord(character))
    ]
    if missing:
        raise LossplotError(f"the font {FONT} has no {', '.join(missing[:8])} of the title; leave them out")


@contextlib.contextmanager
def _settings() -> Iterator[None]:
    """matplotlib's own defaults and then ours, whatever the caller has set."""
    with matplotlib.rc_context():
        settings: Any = matplotlib.rcParams
        settings.update({name: value for name, value in matplotlib.rcParamsDefault.items() if name != "backend"})
        settings.update(_RC)
        yield


@contextlib.contextmanager
def _no_epoch() -> Iterator[None]:
    """Hide SOURCE_DATE_EPOCH: matplotlib fails if it is not a number, even for a file without a date."""
    epoch = os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        yield
    finally:
        if epoch is not None:
            os.environ["SOURCE_DATE_EPOCH"] = epoch


def _metadata(spec: FigureSpec, scene: Scene, file_format: str) -> dict[str, str | None]:
    """What the figure shows and how it was made, under the names that each format has for it."""
    title = spec.title or describe.title(scene.curves, spec.panels)
    description = describe.description(scene.curves, spec.panels, *scene.x_range)
    software = f"lossplot {__version__} (matplotlib {matplotlib.__version__})"
    command = spec.command(file_format)
    if file_format == "png":
        return {"Title": title, "Description": description, "Software": software, "Comment": command}
    if file_format == "svg":
        return {"Title": title, "Description": description, "Creator": software, "Source": command, "Date": None}
    return {"Title": title, "Subject": description, "Creator": software, "Keywords": command, "CreationDate": None}


def _draw(spec: FigureSpec, scene: Scene) -> Figure:
    natural = default_size(len(spec.panels))
    size = spec.size or natural
    look = DEFAULT.scaled(min(max(min(size[0] / natural[0], size[1] / natural[1]), 0.3), 8.0))
    names = [curve.label for curve in scene.curves] if spec.labels == "legend" else []
    layout = lay_out(size, scene.panels, names, spec.title, look, _text_width)
    figure = Figure(figsize=size, dpi=spec.dpi, facecolor=look.ground)
    for number, panel in enumerate(scene.panels):
        axes = _add_axes(figure, panel, layout, number, look)
        for index, (curve, trace) in enumerate(zip(scene.curves, panel.traces, strict=True)):
            _draw_trace(axes, trace, index, f"{panel.panel} {curve.spec}", look)
    figure.axes[-1].set_xlabel(
        scene.x_label, fontsize=look.text, color=look.ink, labelpad=0.25 * look.text, parse_math=False
    )
    if layout.legend:
        _draw_legend(figure, scene.curves, layout.legend, look)
    for number, line in enumerate(layout.title_lines):
        y = 1.0 - (0.5 * look.text + number * LINE_HEIGHT * layout.title_size) * POINT / size[1]
        figure.text(0.5, y, line, ha="center", va="top", size=layout.title_size, color=look.ink, parse_math=False)
    return figure


def _text_width(text: str, size: float) -> float:
    """The width of `text` in inches."""
    font = FontProperties(family=[FONT], size=size)
    return float(text_to_path.get_text_width_height_descent(text, font, False)[0]) * POINT


def _fractions(box: Box, figure: Figure) -> tuple[float, float, float, float]:
    width, height = figure.get_size_inches()
    return box.left / width, box.bottom / height, box.width / width, box.height / height


def _add_axes(figure: Figure, panel: PanelScene, layout: Layout, number: int, look: Look) -> Axes:
    """The empty panel: its ground, grid, ticks and name."""
    box, view, y_ticks = layout.panels[number], panel.view, layout.y_ticks[number]
    axes = figure.add_axes(_fractions(box, figure), facecolor="none", axisbelow=True)
    axes.set_xlim(view.left, view.right)
    axes.set_ylim(view.bottom, view.top)
    axes.set_xticks(layout.x_ticks.values, layout.x_ticks.labels if number == len(layout.panels) - 1 else [])
    axes.set_yticks(y_ticks.values, y_ticks.labels)
    axes.tick_params(
        labelsize=look.ticks,
        labelcolor=look.ink,
        color=look.axis,
        width=look.thin,
        length=0.3 * look.ticks,
        pad=0.25 * look.ticks,
    )
    axes.grid(color=look.grid, linewidth=0.8 * look.thin)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set(color=look.axis, linewidth=look.thin)
    for zero, low, high, draw in (
        (0.0, view.left, view.right, axes.axvline),
        (0.0, view.bottom, view.top, axes.axhline),
    ):
        if low < zero < high:
            draw(zero, color=look.axis, linewidth=0.8 * look.thin, zorder=1)
    axes.set_ylabel(panel.panel.replace("-", " "), fontsize=look.text, color=look.ink)
    width, height = figure.get_size_inches()
    axes.yaxis.set_label_coords(
        1.4 * look.text * POINT / width, (box.bottom + box.height / 2) / height, figure.transFigure
    )
    return axes


def _draw_trace(axes: Axes, trace: Trace, index: int, name: str, look: Look) -> None:
    """One curve: its polylines, the intervals of subgradients, and circles at its jumps."""
    colour, pattern = look.colour(index), dash(index)
    for number, piece in enumerate(trace.pieces):
        line = Line2D(
            *piece.T, color=colour, linewidth=look.line, zorder=3, solid_joinstyle="miter", solid_capstyle="butt"
        )
        line.set_gid(f"{name} {number + 1}".replace(" ", "_"))
        if pattern:
            line.set_dashes(pattern)
        axes.add_line(line)
    for x, low, high in trace.bridges:
        axes.add_line(
            Line2D([x, x], [low, high], color=colour, linewidth=look.thin, linestyle=(0, (1.0, 1.6)), zorder=2.5)
        )
    for points, fill in ((trace.filled, colour), (trace.hollow, look.ground)):
        if points:
            style: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": look.circle, "zorder": 4}
            circles = Line2D(*zip(*points, strict=True), markeredgecolor=colour, markerfacecolor=fill, **style)
            circles.set_markeredgewidth(0.6 * look.line)
            axes.add_line(circles)


def _draw_legend(figure: Figure, curves: tuple[Curve, ...], legend: legends.Legend, look: Look) -> None:
    box = _fractions(legend.box, figure)
    handles = []
    for index, _ in enumerate(curves):
        handle = Line2D([], [], color=look.colour(index), linewidth=look.line)
        if dash(index):
            handle.set_dashes(dash(index))
        handles.append(handle)
    drawn = figure.legend(
        handles,
        [curve.label for curve in curves],
        loc="upper left",
        bbox_to_anchor=(box[0], box[1] + box[3]),
        ncols=legend.columns,
        fontsize=legend.text,
        handlelength=legends.HANDLE,
        handletextpad=legends.HANDLE_GAP,
        borderpad=legends.PAD,
        labelspacing=legends.LEADING - 1.2,
        borderaxespad=0.0,
        columnspacing=legends.COLUMN_GAP,
        facecolor=look.ground,
        framealpha=1.0,
        edgecolor="none",
        labelcolor=look.ink,
    )
    for text in drawn.get_texts():
        text.set_parse_math(False)
