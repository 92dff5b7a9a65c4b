"""Boxes of the panels of a figure, one below the other or side by side, with their ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot._figure.layout import ticks
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.page import LINE_HEIGHT, Page
from lossplot._figure.layout.scaled_ticks import ticks_along_x, ticks_along_y
from lossplot._figure.scene import PanelScene
from lossplot._figure.strips import Strip

# How much higher the first of stacked panels is than the others.
FIRST_PANEL = 1.25
# How high a strip of the data is, beside a panel.
STRIP = 0.48
# The share of the width that panels have whose strips stand beside them.
PANELS_SHARE = 0.54
# However small the figure, this share of it is left to the panels.
LEAST_SHARE = 0.1
# The line above a strip, in multiples of the text size: its name is as small as numbers.
STRIP_HEADER = 1.35
# In multiples of the text size: around the figure, from a panel to the next below or beside it, a line above a frame.
EDGE, BELOW, BESIDE, HEADER = 0.75, 0.75, 1.5, 1.6


@dataclass(frozen=True, slots=True)
class Frames:
    """The boxes of the panels, each with the ticks of its axes.

    Those whose places are in `lowest` have the numbers of the x axis and its label below.
    """

    boxes: tuple[Box, ...]
    x_ticks: tuple[ticks.Ticks, ...]
    y_ticks: tuple[ticks.Ticks, ...]
    lowest: tuple[int, ...]

    def has_x_numbers(self, number: int) -> bool:
        return number in self.lowest


@dataclass(frozen=True, slots=True)
class Room:
    """The part of a figure for panels, in inches: below `top`, between `left` and `right`, `column` kept for names.

    The column is at the right of stacked panels, and of the first in a row.
    """

    top: float
    right: float
    column: float = 0.0
    left: float = 0.0


def arrange(page: Page, panels: Sequence[PanelScene | Strip], room: Room, row: bool) -> Frames:
    """Place `panels` in `room`, side by side if `row`; strips then stand in a column of their own."""
    strips = [panel for panel in panels if isinstance(panel, Strip)]
    if not row:
        return _stacked(page, panels, room)
    return _two_columns(page, panels[: -len(strips)], strips, room) if strips else _side_by_side(page, panels, room)


def header(page: Page, number: int) -> float:
    """Return the height in inches of the line above panel `number`."""
    return HEADER * page.em if page.labels.panels[number] or page.has_names_above else 0.5 * page.em


def _stacked(page: Page, panels: Sequence[PanelScene | Strip], room: Room) -> Frames:
    bottom, top = _below(page), room.top
    headers = [
        STRIP_HEADER * page.em if isinstance(panel, Strip) else header(page, number)
        for number, panel in enumerate(panels)
    ]
    shares = [STRIP if isinstance(panel, Strip) else 1.0 for panel in panels]
    if not isinstance(panels[0], Strip):
        shares[0] = FIRST_PANEL
    free = top - bottom - sum(headers) - (len(panels) - 1) * BELOW * page.em
    unit = max(free, LEAST_SHARE * page.size[1]) / sum(shares)
    spans = []
    for share, above in zip(shares, headers, strict=True):
        spans.append((top - above - unit * share, top - above))
        top -= above + unit * share + BELOW * page.em
    y_ticks = [_y_ticks(page, panel, low, high) for panel, (low, high) in zip(panels, spans, strict=True)]
    left = room.left + EDGE * page.em + max(_gutter(page, each) for each in y_ticks)
    right = max(room.right - max(room.column, _overhang(page, panels[0])), left + LEAST_SHARE)
    boxes = tuple(Box(left, low, right, high) for low, high in spans)
    return Frames(boxes, (_x_ticks(page, panels[0], right - left),) * len(panels), tuple(y_ticks), (len(panels) - 1,))


def _two_columns(page: Page, panels: Sequence[PanelScene | Strip], strips: Sequence[Strip], room: Room) -> Frames:
    """Stack the panels at the left and the strips at the right."""
    middle = room.left + PANELS_SHARE * (room.right - room.left)
    left = _stacked(page, panels, replace(room, right=middle - BESIDE * page.em))
    right = _stacked(page, strips, replace(room, left=middle, column=0.0))
    return Frames(
        (*left.boxes, *right.boxes),
        (*left.x_ticks, *right.x_ticks),
        (*left.y_ticks, *right.y_ticks),
        (len(panels) - 1, len(panels) + len(strips) - 1),
    )


def _side_by_side(page: Page, panels: Sequence[PanelScene | Strip], room: Room) -> Frames:
    low, high = _below(page), room.top - max(header(page, number) for number in range(len(panels)))
    high = max(high, low + LEAST_SHARE * page.size[1])
    y_ticks = tuple(_y_ticks(page, panel, low, high) for panel in panels)
    gutters = [_gutter(page, each) for each in y_ticks]
    overhang = _overhang(page, panels[0])
    gap = max(BESIDE * page.em, overhang)
    # Only the names are right of a first panel that is the last too.
    gaps = (
        [gap + room.column, *[gap] * (len(panels) - 2), overhang] if len(panels) > 1 else [max(room.column, overhang)]
    )
    left = EDGE * page.em
    width = max((room.right - left - sum(gutters) - sum(gaps)) / len(panels), LEAST_SHARE)
    boxes = []
    for gutter, gap in zip(gutters, gaps, strict=True):
        boxes.append(Box(left + gutter, low, left + gutter + width, high))
        left += gutter + width + gap
    return Frames(tuple(boxes), (_x_ticks(page, panels[0], width),) * len(panels), y_ticks, tuple(range(len(panels))))


def _below(page: Page) -> float:
    """The height of the numbers and the label below a frame."""
    label = page.look.text * LINE_HEIGHT if page.labels.x_label else 0.0
    return (0.5 * page.look.text + 1.5 * page.look.ticks + label) * POINT


def _gutter(page: Page, y_ticks: ticks.Ticks) -> float:
    """The width of the numbers at the left of a frame, with the gap between."""
    widest = max((page.measure(label, page.look.ticks) for label in y_ticks.labels), default=0.0)
    return widest + 0.6 * page.look.ticks * POINT


def _overhang(page: Page, panel: PanelScene | Strip) -> float:
    """Return how far the last number of the x axis may reach beyond the frame."""
    size = page.look.ticks
    labels = _x_ticks(page, panel, page.size[0] / 2).labels
    return max(0.5 * page.measure(labels[-1], size) - 0.3 * page.em, 0.0)


def _x_ticks(page: Page, panel: PanelScene | Strip, width: float) -> ticks.Ticks:
    view = panel.view
    return ticks_along_x(view.x_scale, (view.left, view.right), width, page.look.ticks, page.measure)


def _y_ticks(page: Page, panel: PanelScene | Strip, low: float, high: float) -> ticks.Ticks:
    view = panel.view
    return ticks_along_y(view.y_scale, (view.bottom, view.top), high - low, page.look.ticks)
