"""A legend in somebody else's Axes, at a place where it covers no curve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox

# In the order in which they are tried.
_PLACES: tuple[Any, ...] = (
    *("upper right", "upper left", "lower right", "lower left"),
    *("upper center", "lower center", "center right", "center left", "center"),
)
# In pixels: what comes nearer than this seems to touch.
_CLEARANCE = 3.0
# Of letters, in matplotlib's words.
_SIZES = ("medium", "small", "x-small")
# Of a legend above the frame; and from there to the title, in points.
_MOST_COLUMNS, _TITLE_GAP = 3, 6.0


@dataclass(frozen=True, slots=True)
class Entries:
    """The content of a legend: handles, their names, the fonts of these, and whether they are mathematics."""

    handles: Sequence[tuple[Artist, ...]]
    names: Sequence[str]
    family: list[str]
    math: bool


def add_legend(axes: Axes, entries: Entries, ink: Sequence[Line2D]) -> None:
    """Add a legend to `axes` where it covers none of the lines in `ink`: within the frame, else above it.

    Rows, and then smaller letters, are tried where a column finds no room.
    """
    counts = [*dict.fromkeys((1, 2, len(entries.names)))]
    for size, columns in product(_SIZES, counts):
        legend = _legend(axes, entries, ncols=columns, fontsize=size, loc=_PLACES[0])
        box = legend.get_window_extent()
        if box.width > axes.bbox.width or box.height > axes.bbox.height:
            continue
        for place in _PLACES:
            legend.set_loc(place)
            if not _is_covered(legend.get_window_extent().padded(_CLEARANCE), axes, ink):
                return
    for size, columns in product(_SIZES, range(min(len(entries.names), _MOST_COLUMNS), 0, -1)):
        if _add_above(axes, entries, size, columns):
            return


def _add_above(axes: Axes, entries: Entries, size: str, columns: int) -> bool:
    """Add a legend between the frame and the title, and return True if all of it is in the figure."""
    above = {"loc": "lower left", "bbox_to_anchor": (0.0, 1.0), "borderaxespad": 0.2}
    box = _legend(axes, entries, ncols=columns, fontsize=size, **above).get_window_extent()
    page = _page(axes).bbox
    if title := axes.get_title():
        points = box.height / axes.bbox.height * _height_in_points(axes)
        axes.set_title(title, pad=points + _TITLE_GAP, parse_math=axes.title.get_parse_math())
    return bool(box.x1 <= page.x1 and box.y1 <= page.y1)


def _legend(axes: Axes, entries: Entries, fontsize: str, **keywords: Any) -> Legend:
    legend = axes.legend(entries.handles, entries.names, prop={"family": entries.family, "size": fontsize}, **keywords)
    for text in legend.get_texts():
        text.set_parse_math(entries.math)
    return legend


def _page(axes: Axes) -> Figure:
    """Return the whole figure, where `axes` are in a part of one."""
    assert axes.figure, "axes of no figure are refused"
    return axes.figure.canvas.figure


def _height_in_points(axes: Axes) -> float:
    inches = axes.bbox.transformed(_page(axes).dpi_scale_trans.inverted())
    return float(inches.height) * 72.0


def _is_covered(box: Bbox, axes: Axes, ink: Iterable[Line2D]) -> bool:
    """Return True if a line, a dot or a number of `axes` is in `box` (pixels)."""
    texts = (text.get_window_extent() for text in axes.texts)
    return any(box.overlaps(extent) for extent in texts) or any(_touches(line, box) for line in ink)


def _touches(line: Line2D, box: Bbox) -> bool:
    path = line.get_transform().transform_path(line.get_path())
    if line.get_linestyle() != "None" and path.intersects_bbox(box, filled=False):
        return True
    places = np.asarray(path.vertices)
    return line.get_marker() not in ("None", "", None) and bool(box.count_contains(places))
