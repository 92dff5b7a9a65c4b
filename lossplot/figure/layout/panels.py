"""Layout of a figure: panels, ticks, texts, and the names of the curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lossplot.figure.drawing import Text
from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.candidates import HEIGHT
from lossplot.figure.layout.curve_labels import Column, CurveLabels, fit_column, label_beside_curves, label_ends
from lossplot.figure.layout.frames import EDGE, Frames, Room, arrange
from lossplot.figure.layout.headings import LEAST_NAME, TitleLine, fit_title
from lossplot.figure.layout.ink import ink
from lossplot.figure.layout.legend import Legend, inside, outside
from lossplot.figure.layout.page import Names, Page
from lossplot.figure.layout.widths import runs_width
from lossplot.figure.looks import is_row
from lossplot.figure.runs import set_runs
from lossplot.figure.scene import PanelScene

# Most curves that are named beside themselves unless that is asked for.
MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The frames of the panels, the texts around them, and at most one of `legend` and `curve_labels`."""

    frames: Frames
    texts: tuple[Text, ...]
    legend: Legend | None = None
    curve_labels: CurveLabels | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where to put the names of curves, one of spec.LABELS, and panels, one of spec.ARRANGEMENTS."""

    labels: str = "auto"
    panels: str = "auto"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is decided before the names are placed: the panels, the lines of the title and the room below them."""

    panels: Sequence[PanelScene]
    row: bool
    title: tuple[TitleLine, ...]
    room: Room

    def arrange(self, page: Page, **room: float) -> Frames:
        return arrange(page, self.panels, replace(self.room, **room), self.row)


def lay_out(page: Page, panels: Sequence[PanelScene], placement: Placement) -> Layout:
    """Place `panels` and the names of their curves on `page`.  Raises RequestError for formulas that do not fit."""
    width, height = page.size
    title = fit_title(page, width - 2 * EDGE * page.em)
    top = height - 0.5 * page.em - sum(line.height for line in title) * POINT
    room = Room(top, width - EDGE * page.em)
    plan = _Plan(panels, is_row(page.size, len(panels), placement.panels), title, room)
    names = page.curve_names
    if placement.labels == "none" or not any(names.texts):
        return _finish(page, plan, plan.arrange(page))
    if placement.labels == "direct" or (placement.labels == "auto" and len(names.texts) <= MOST_NAMES):
        if layout := _with_curve_labels(page, plan):
            return layout
        column = fit_column(plan.arrange(page).boxes[0], panels[0], names, must_fit=placement.labels == "direct")
        if column:
            return _with_column(page, plan, names, column)
    return _with_legend(page, plan)


def _with_curve_labels(page: Page, plan: _Plan) -> Layout | None:
    """The names of a family at the ends of its curves, if these end apart, and other names beside the curves."""
    if page.labels.short_names:
        names = page.curve_names
        column = fit_column(plan.arrange(page).boxes[0], plan.panels[0], names, must_fit=False)
        if column:
            return _with_column(page, plan, names, column)
    for each in (page, replace(page, has_names_above=True)):
        frames = plan.arrange(each)
        header = _free_header(each, frames.boxes[0]) if each.has_names_above else None
        if labels := label_beside_curves(frames.boxes[0], plan.panels[0], each.curve_names, header):
            return replace(_finish(each, plan, frames), curve_labels=labels)
    return None


def _with_column(page: Page, plan: _Plan, names: Names, column: Column) -> Layout:
    frames = plan.arrange(page, column=column.width)
    return replace(_finish(page, plan, frames), curve_labels=label_ends(frames.boxes[0], plan.panels[0], names, column))


def _with_legend(page: Page, plan: _Plan) -> Layout:
    frames, first = plan.arrange(page), plan.panels[0]
    legend = inside(frames.boxes[0], ink(first.traces, frames.boxes[0], first.view.padded), page.legend_names)
    if not legend:
        whole = Box(frames.boxes[0].left, frames.boxes[-1].bottom, plan.room.right, plan.room.top)
        legend, rest = outside(whole, page.legend_names)
        frames = plan.arrange(page, top=rest.top, right=rest.right)
    return replace(_finish(page, plan, frames), legend=legend)


def _finish(page: Page, plan: _Plan, frames: Frames) -> Layout:
    """The layout of `frames` with the texts around them."""
    return Layout(frames, (*_title(page, plan, frames), *_panel_names(page, frames), *_x_labels(page, frames)))


def _free_header(page: Page, frame: Box) -> Box:
    """The line above the first frame, right of the panel's name."""
    name = page.labels.panels[0]
    width = runs_width(name, page.look.text, page.measure, math=page.labels.math)
    start = width + 1.5 * page.em if name else 0.0
    bottom = frame.top + 0.3 * page.em
    return Box(frame.left + start, bottom, frame.right, bottom + HEIGHT * page.em)


def _title(page: Page, plan: _Plan, frames: Frames) -> Iterator[Text]:
    # Flush with the frame, unless it is too long for that.
    longest = max((runs_width(line.words, line.size, page.measure, line.math) for line in plan.title), default=0.0)
    x = max(min(frames.boxes[0].left, page.size[0] - EDGE * page.em - longest), EDGE * page.em)
    y = page.size[1] - 0.5 * page.em
    for line in plan.title:
        yield from set_runs(Text("title", line.words, x, y, line.size, page.look.ink, math=line.math), page.measure)
        y -= line.height * POINT


def _panel_names(page: Page, frames: Frames) -> Iterator[Text]:
    labels, look = page.labels, page.look
    for name, box in zip(labels.panels, frames.boxes, strict=True):
        if name:
            width = runs_width(name, look.text, page.measure, math=labels.math)
            size = look.text * max(LEAST_NAME, min(1.0, box.width / max(width, 1e-9)))
            text = Text("panel name", name, box.left, box.top + 0.75 * page.em, size, look.ink, math=labels.math)
            yield from set_runs(text, page.measure)


def _x_labels(page: Page, frames: Frames) -> Iterator[Text]:
    look, labels = page.look, page.labels
    boxes = frames.boxes if frames.row else frames.boxes[-1:]
    for box in boxes if labels.x_label else ():
        y = box.bottom - 1.6 * look.ticks * POINT
        x = (box.left + box.right) / 2
        text = Text("x label", labels.x_label, x, y, look.text, look.ink, "center", labels.math)
        yield from set_runs(text, page.measure)
