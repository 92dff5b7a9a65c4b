"""Figures that together use every visual element, and the visible properties of a matplotlib figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from lossplot._curves.panels import PANELS
from lossplot._figure.drawing import Drawing
from lossplot._figure.drawing import Text as PlacedText
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import public_names
from lossplot._formats.mpl.figure import Prepared, prepare
from support.cases import some

TWO = PANELS[:2]
THREE = PANELS[:3]
# Characters of titles that are special in Python, TeX or mathtext.
HOSTILE = 'a & b_{} $%^~\\ "\'\\"""\'$x$ #1 `"" -- \'\' ,, << ?` é δ ≤ \\end{document} \\n __import__("os")'

FIGURES = {
    "legend": FigureSpec(("hinge", "squared-hinge", "zero-one", "logistic"), THREE, title=HOSTILE, labels="legend"),
    "direct": FigureSpec(("hinge", "logistic", "zero-one"), TWO, labels="direct", theme="dark"),
    "formulas": FigureSpec(
        ("huber", "tukey"), formula=True, title=r"$\frac{r^2}{2}$ & \$5", math=True, labels="legend"
    ),
    "family": FigureSpec(
        ("huber:delta=0.5,1,2,4",), ("loss", "derivative", "weight"), transparent=True, labels="legend"
    ),
    "marks": FigureSpec(("hinge", "logistic"), TWO, marks=(0.5,), mark_losses=(1.0,), theme="print", dpi=90.0),
    "risk": FigureSpec(("hinge", "logistic"), ("loss", "risk"), risk=0.7, labels="none", size=(5.0, 6.0)),
    "nature": FigureSpec(("log-loss",), preset="nature", x_label="it's", y_label='a "b"'),
    "slide": FigureSpec(("hinge", "exponential"), TWO, preset="slide", normalize=True, margin="decision"),
    "left": FigureSpec(("hinge", "squared-hinge", "exponential"), labels="direct", theme="print"),
    "shapes": FigureSpec(("huber:delta=1,2,3,4,5,6,7",), theme="print", labels="legend"),
    "view": FigureSpec(("absolute", "squared"), x_range=(0.9999, 1.0001), y_range=(0.9995, 1.0005)),
    "chinese": FigureSpec(("hinge", "zero-one"), TWO, labels="legend", language="zh", title="替代损失"),
}
every_figure = pytest.mark.parametrize("name", FIGURES)
some_figures = pytest.mark.parametrize("name", some(FIGURES, 2))


@cache
def prepared_of(spec: FigureSpec) -> Prepared:
    """Prepare the figure of `spec`."""
    return prepare(resolve(spec))


def whole_texts(drawing: Drawing) -> list[tuple[PlacedText, ...]]:
    """The texts of a drawing, each as its runs."""
    by_runs = groupby(drawing.texts, key=lambda text: (text.role, text.curve, text.y, text.whole or text.x))
    return [tuple(runs) for _, runs in by_runs]


def words_of(runs: Iterable[PlacedText]) -> str:
    """The words of a text in runs."""
    return "".join(run.words for run in runs)


def line_facts(line: Line2D) -> dict[str, Any]:
    """The visible properties of a line, and of markers without one."""
    facts: dict[str, Any] = {"points": line.get_xydata(), "layer": line.get_zorder(), "clipped": line.get_clip_on()}
    if line.get_linestyle() != "None":
        pen = {"colour": to_hex(line.get_color()), "width": line.get_linewidth(), "alpha": line.get_alpha()}
        joints = (line.get_solid_joinstyle(), line.get_solid_capstyle())
        facts |= pen | {"joints": joints, "dash": line._dash_pattern}  # type: ignore[attr-defined]
    if line.get_marker() != "None":
        facts |= {"marker": line.get_marker(), "size": line.get_markersize(), "rim": line.get_markeredgewidth()}
        facts |= {"edge": to_hex(line.get_markeredgecolor()), "fill": to_hex(line.get_markerfacecolor())}
    return facts


def text_facts(text: Text) -> dict[str, Any]:
    """The visible properties of a text, with its place in pixels."""
    if not text.get_text():
        return {}
    return {
        "page": text.get_transform().transform(text.get_position()),
        "words": text.get_text(),
        "size": text.get_fontsize(),
        "family": public_names(text.get_fontfamily()),
        "face": (text.get_fontstyle(), text.get_fontweight()),
        "colour": to_hex(text.get_color()),
        "align": (text.get_horizontalalignment(), text.get_verticalalignment(), text.get_rotation()),
        "math": text.get_parse_math(),
    }


def figure_facts(figure: Figure) -> Iterator[tuple[str, Any]]:
    """Yield the visible properties of a figure in drawing order."""
    yield "paper", (figure.get_size_inches(), figure.dpi, to_hex(figure.get_facecolor(), keep_alpha=True))
    for axes in figure.axes:
        yield from _axes_facts(axes)
    plates = [patch for patch in [*figure.patches, *figure.artists] if isinstance(patch, Rectangle)]
    yield "plates", [(np.array(plate.get_window_extent().bounds), to_hex(plate.get_facecolor())) for plate in plates]
    key = [artist for artist in [*figure.lines, *figure.artists] if isinstance(artist, Line2D)]
    pages = [line.get_transform().transform(line.get_xydata()) for line in key]
    yield "key", [{**line_facts(line), "points": page} for line, page in zip(key, pages, strict=True)]
    yield "texts", [text_facts(text) for text in figure.texts]


def _axes_facts(axes: Axes) -> Iterator[tuple[str, Any]]:
    yield "ground", (axes.get_position().bounds, to_hex(axes.get_facecolor(), keep_alpha=True), axes.get_axisbelow())
    yield "limits", (*axes.get_xlim(), *axes.get_ylim())
    for axis in (axes.xaxis, axes.yaxis):
        yield "ticks", axis.get_ticklocs()
        yield "label", text_facts(axis.label)
        axis.get_ticklabels()  # now the ticks have their places
        for tick in axis.get_major_ticks():
            strokes = (tick.tick1line, tick.tick2line, tick.gridline)
            yield "strokes", [line_facts(line) for line in strokes if line.get_visible()]
            yield "shown", [line.get_visible() for line in strokes]
            yield "numbers", [text_facts(text) for text in (tick.label1, tick.label2) if text.get_visible()]
    for side, spine in axes.spines.items():
        yield side, (spine.get_visible(), to_hex(spine.get_edgecolor()), spine.get_linewidth())
    yield "lines", [line_facts(line) for line in axes.lines]


# Relative tolerance of numbers in files, and tolerance of page coordinates in pixels.
DIGITS, PIXEL = 1e-9, 1e-5


def assert_same(one: Any, other: Any, where: str) -> None:
    """Assert equality: of numbers within tolerances, of all else exactly."""
    if isinstance(one, dict):
        assert one.keys() == other.keys(), where
        for key, value in one.items():
            assert_same(value, other[key], f"{where}.{key}")
    elif isinstance(one, (list, tuple)):
        assert len(one) == len(other), where
        for number, (a, b) in enumerate(zip(one, other, strict=True)):
            assert_same(a, b, f"{where}[{number}]")
    elif isinstance(one, (np.ndarray, float)):
        on_page = where.endswith("page") or where.startswith(("key", "plates"))
        np.testing.assert_allclose(other, one, rtol=DIGITS, atol=PIXEL if on_page else 0.0, err_msg=where)
    else:
        assert one == other, (where, one, other)
