"""Strips of the data -> their frames, and the key of the groups that are compared in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from lossplot._figure.across import zero_lines
from lossplot._figure.drawing import Area, Dots, Frame, Line, LineRole, Text
from lossplot._figure.layout.boxes import POINT
from lossplot._figure.layout.legend import HANDLE, HANDLE_GAP
from lossplot._figure.layout.page import Page
from lossplot._figure.layout.panels import Layout
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.looks import Look, dash
from lossplot._figure.runs import set_runs
from lossplot._figure.scaled_limits import points_along
from lossplot._figure.strips import Outline, Strip
from lossplot._figure.styles import LineStyle

# The width of the lines of a strip, as a share of that of curves, and the size of its dots as a share of a circle's.
_WIDTH, _DOT = 0.65, 0.7
# Between the names of two groups, in multiples of the text size.
_GAP = 1.2


def strip_frame(strip: Strip, at: int, layout: Layout, styles: Sequence[LineStyle], look: Look) -> Frame:
    """Return the frame of `strip`, which is panel number `at` of `layout`."""
    view = strip.view.padded
    areas = () if strip.area is None else (Area("examples", strip.area, look.fill),)
    lines = zero_lines(view, look)
    if strip.panel == "reliability":
        diagonal = np.array([0.0, 1.0]) if view.x_scale.is_linear else points_along(view.x_scale, view.left, view.right)
        lines.append(Line("guide", np.column_stack([diagonal, diagonal]), look.axis, look.thin, dash(1)))
    ends = [np.array([(x, low), (x, high)]) for x, low, high in strip.intervals]
    lines += [Line("interval", points, look.soft, look.thin) for points in ends]
    lines += [_outline(each, strip, styles, look) for each in strip.outlines]
    dots = tuple(
        Dots("frequency", tuple(map(tuple, each.points.tolist())), None, look.ink, look.ink, _DOT * look.circle, 0.0)
        for each in strip.outlines
        if strip.panel == "reliability"
    )
    frames = layout.frames
    ticks = frames.x_ticks[at], frames.y_ticks[at]
    return Frame(strip.panel, frames.boxes[at], view, *ticks, tuple(lines), dots, frames.has_x_numbers(at), areas)


def _outline(outline: Outline, strip: Strip, styles: Sequence[LineStyle], look: Look) -> Line:
    width = _WIDTH * look.line
    if outline.curve is None:
        role: LineRole = "observed" if strip.panel == "reliability" else "examples line"
        colour = look.ink if role == "observed" else look.soft
        return Line(role, outline.points, colour, width, dash(outline.group))
    style = styles[outline.curve]
    if look.markers:  # without colours, the dashes are those of the curves
        return Line("share", outline.points, _grey(outline.group, look), width, style.dash, outline.curve)
    return Line("share", outline.points, style.colour, width, dash(outline.group), outline.curve)


def _grey(group: int, look: Look) -> str:
    """Return the colour of a group where curves have none."""
    return (look.colour(0), look.axis, look.soft, look.fill)[group]


def group_key(groups: Sequence[str], layout: Layout, panels: int, page: Page) -> Iterator[tuple[Line, Text]]:
    """Yield a line and a name for each group, at the right above the first strip, which is number `panels`.

    They stand in the strip if its own name leaves them no room above.
    """
    look, box = page.look, layout.frames.boxes[panels]
    size, em, right = look.ticks, look.ticks * POINT, box.right
    key = sum(runs_width(name, size, page.measure) + (HANDLE + HANDLE_GAP + _GAP) * em for name in groups)
    is_above = runs_width(page.labels.panels[panels], size, page.measure) + key <= box.width
    y = box.top + (0.68 * page.em if is_above else -0.75 * em)
    for group, name in reversed([*enumerate(groups)]):
        left = right - runs_width(name, size, page.measure)
        start = left - (HANDLE + HANDLE_GAP) * em
        points = np.array([(start, y), (start + HANDLE * em, y)])
        for text in set_runs(Text("group name", name, left, y, size, look.ink), page.measure):
            colour, pattern = (_grey(group, look), ()) if look.markers else (look.soft, dash(group))
            yield Line("group handle", points, colour, _WIDTH * look.line, pattern), text
        right = start - _GAP * em
