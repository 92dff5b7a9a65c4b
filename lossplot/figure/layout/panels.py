"""Places of panels, ticks, labels and title in a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from lossplot.figure.drawing import Text
from lossplot.figure.layout import ticks
from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.end_labels import EndLabels, Side, place_end_labels
from lossplot.figure.layout.headings import break_panel_names, fit_panel_names, fit_title
from lossplot.figure.layout.ink import ink
from lossplot.figure.layout.legend import Legend, inside, outside
from lossplot.figure.layout.page import LINE_HEIGHT, Page
from lossplot.figure.looks import Look
from lossplot.figure.scene import PanelScene
from lossplot.text.markup import plain

# How much higher the first panel is than the others.
FIRST_PANEL = 1.25
# However small the figure, this share of it is left to the panels.
LEAST_SHARE = 0.1
# Between one panel and the next, in multiples of the text size.
GAP = 0.9


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes of the panels with their ticks and labels, and at most one of `legend` and `end_labels`.

    `y_side` is where the numbers of the y axes stand.
    """

    panels: tuple[Box, ...]
    x_ticks: ticks.Ticks
    y_ticks: tuple[ticks.Ticks, ...]
    y_side: Side
    title: tuple[Text, ...]
    x_label: Text
    y_labels: tuple[Text, ...]
    legend: Legend | None
    end_labels: EndLabels | None


def lay_out(page: Page, panels: Sequence[PanelScene], labels: str) -> Layout:
    """Place `panels` on `page`, with the names of their curves where `labels` (one of spec.LABELS) says."""
    (width, height), look, em, measure = page.size, page.look, page.em, page.measure
    title_size, title_lines = fit_title(page, width - em)
    top = height - 0.5 * em - len(title_lines) * title_size * POINT * page.title_leading
    bottom = 0.75 * em + (look.text + look.ticks) * POINT * LINE_HEIGHT
    stack = partial(_stack, figure=height, panels=len(panels), gap=GAP * em)
    full = stack(Box(0.0, bottom, width, top))
    y_numbers = [label for each in _y_ticks(panels, full, look) for label in each.labels]
    names = break_panel_names(page, [_name_length(box, em) for box in full])
    name_room = LINE_HEIGHT * em if any("\n" in name for name in names) else 0.0
    left = (1.2 + LINE_HEIGHT) * em + name_room + max((measure(n, look.ticks) for n in y_numbers), default=0.0)
    first = panels[0]
    rough = ticks.x_ticks(first.view.left, first.view.right, width - left - em, look.ticks, measure)
    overhang = max(0.8 * look.ticks * POINT, 0.5 * max(measure(rough.labels[at], look.ticks) for at in (0, -1)))
    room = Box(left, bottom, max(width - 0.5 * em - overhang, left + LEAST_SHARE * width), top)
    ends, legend = None, None
    if labels == "direct" and any(page.labels.names):
        ends = place_end_labels(room, width, lambda box: stack(box)[0], first, page.end_names)
    if ends:
        room = ends.room
    elif labels != "none" and any(page.labels.names):
        ground = stack(room)[0]
        legend = inside(ground, ink(first.traces, ground, first.view), page.legend_names)
        if not legend:
            legend, room = outside(room, page.legend_names)
    boxes, y_side = stack(room), ends.y_side if ends else "left"
    return Layout(
        boxes,
        ticks.x_ticks(first.view.left, first.view.right, room.width, look.ticks, measure),
        _y_ticks(panels, boxes, look),
        y_side,
        tuple(_title_line(page, title_size, number, line) for number, line in enumerate(title_lines)),
        _x_label(page, boxes[-1]),
        _y_labels(page, names, boxes, 1.4 * em + name_room if y_side == "left" else width - (1.4 * em + name_room)),
        legend,
        ends,
    )


def _stack(room: Box, figure: float, panels: int, gap: float) -> tuple[Box, ...]:
    """`panels` boxes in `room`, from the top, the first being higher, in a figure `figure` inches high."""
    shares = [FIRST_PANEL, *[1.0] * (panels - 1)]
    unit = max(room.height - gap * (panels - 1), LEAST_SHARE * figure) / sum(shares)
    boxes, top = [], room.top
    for share in shares:
        boxes.append(Box(room.left, top - unit * share, max(room.right, room.left + 1e-3), top))
        top -= unit * share + gap
    return tuple(boxes)


def _y_ticks(panels: Sequence[PanelScene], boxes: Sequence[Box], look: Look) -> tuple[ticks.Ticks, ...]:
    return tuple(
        ticks.y_ticks(panel.view.bottom, panel.view.top, box.height, look.ticks)
        for panel, box in zip(panels, boxes, strict=True)
    )


def _name_length(box: Box, em: float) -> float:
    """The greatest length of the name of a panel in `box` that keeps clear of the next panel's."""
    return box.height + 0.5 * GAP * em


def _title_line(page: Page, size: float, number: int, line: str) -> Text:
    look, (width, height) = page.look, page.size
    y = height - (0.5 * look.text + number * page.title_leading * size) * POINT
    return Text("title", line, width / 2, y, size, look.ink, "center", page.labels.title_is_math)


def _x_label(page: Page, lowest: Box) -> Text:
    look, labels = page.look, page.labels
    y = lowest.bottom - (0.55 * look.ticks + LINE_HEIGHT * look.ticks + 0.25 * look.text) * POINT
    x = (lowest.left + lowest.right) / 2
    words = plain(labels.x_label) if labels.has_markup else labels.x_label
    return Text("x label", words, x, y, look.text, look.ink, "center", labels.math)


def _y_labels(page: Page, names: Sequence[str], boxes: Sequence[Box], x: float) -> tuple[Text, ...]:
    size = fit_panel_names(page, names, [_name_length(box, page.em) for box in boxes])
    middles = ((box.bottom + box.top) / 2 for box in boxes)
    return tuple(
        Text("panel name", name, x, y, size, page.look.ink, math=page.labels.math)
        for name, y in zip(names, middles, strict=True)
    )
