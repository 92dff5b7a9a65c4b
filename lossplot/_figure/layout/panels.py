"""Layout of a figure: panels, ticks, texts, and the names of the curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from lossplot._errors import RequestError, option_words
from lossplot._figure.drawing import Text
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.candidates import HEIGHT, Ground
from lossplot._figure.layout.curve_labels import (
    SIZES,
    Column,
    CurveLabels,
    fit_column,
    fit_leaders,
    label_beside_curves,
    label_ends,
)
from lossplot._figure.layout.frames import EDGE, Frames, Room, arrange
from lossplot._figure.layout.headings import LEAST_NAME, TitleLine, fit_title
from lossplot._figure.layout.ink import curve_inks, dots, ink, straight_lines
from lossplot._figure.layout.legend import Legend, inside, outside
from lossplot._figure.layout.page import Names, Page
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.looks import is_row
from lossplot._figure.runs import set_runs
from lossplot._figure.scene import PanelScene
from lossplot._figure.strips import Strip

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
    """The placement of the names of curves, one of spec.LABELS, and of panels, one of spec.ARRANGEMENTS."""

    labels: str = "auto"
    panels: str = "auto"


@dataclass(frozen=True, slots=True)
class _Plan:
    """The decisions before the names are placed: the panels, the lines of the title and the room below them."""

    panels: Sequence[PanelScene]
    strips: Sequence[Strip]
    row: bool
    title: tuple[TitleLine, ...]
    room: Room

    def arrange(self, page: Page, **room: float) -> Frames:
        return arrange(page, [*self.panels, *self.strips], replace(self.room, **room), self.row)


def lay_out(page: Page, panels: Sequence[PanelScene], placement: Placement, strips: Sequence[Strip] = ()) -> Layout:
    """Place `panels`, below them `strips`, and the names of their curves on `page`.

    Raises RequestError for names that do not fit.
    """
    width, height = page.size
    title = fit_title(page, width - 2 * EDGE * page.em)
    top = height - 0.5 * page.em - sum(line.height for line in title) * POINT
    room = Room(top, width - EDGE * page.em)
    row = is_row(page.size, 2 if strips else len(panels), placement.panels)
    plan = _Plan(panels, strips, row, title, room)
    names = page.curve_names
    if placement.labels == "none" or not any(names.texts):
        return _finish(page, plan, plan.arrange(page))
    if placement.labels == "direct" or (placement.labels == "auto" and len(names.texts) <= MOST_NAMES):
        if layout := _with_curve_labels(page, plan):
            return layout
        if placement.labels == "direct":
            return _with_names_anyhow(page, plan)
    return _with_legend(page, plan)


def _with_curve_labels(page: Page, plan: _Plan) -> Layout | None:
    """The names of a family at the ends of its curves, if these end apart, and other names beside the curves.

    Where there is no room for all of these, names stand at the ends of the curves that have one for themselves.
    """
    inside = _place(page, plan)

    @cache
    def with_header() -> _Place:
        return _place(replace(page, has_names_above=True), plan)

    sizes = _sizes(page)
    if page.labels.short_names:
        for names in sizes:
            column = _fit_column(page, plan, names)
            if column and len(column.curves) == len(names.texts):
                return _with_column(page, plan, names, column)
    for names in sizes:
        layout = _in_frame(inside, plan, names) or _in_frame(with_header(), plan, names)
        if layout := layout or _with_some_ends(page, plan, names):
            return layout
    return None


def _with_names_anyhow(page: Page, plan: _Plan) -> Layout:
    """Names that must stand at their curves: over the lines of the frame, or where leaders go to them.

    Raises RequestError if there is no room for them.
    """
    place = _place(page, plan)
    place = replace(place, ground=replace(place.ground, obstacles=()))
    if layout := next((found for names in _sizes(page) if (found := _in_frame(place, plan, names))), None):
        return layout
    column = fit_leaders(place.ground.frame, page.curve_names)
    if not column:
        raise RequestError(
            f"{len(page.curve_names.texts)} names do not fit at the curves of this figure; make it larger with ",
            option_words("size"),
            ", or leave out ",
            option_words("labels"),
        )
    return _with_column(page, plan, page.curve_names, column)


def _sizes(page: Page) -> list[Names]:
    return [replace(page.curve_names, size=share * page.look.text) for share in SIZES]


@dataclass(frozen=True, slots=True)
class _Place:
    """A page whose panels have their frames, with what is in the first of them."""

    page: Page
    frames: Frames
    ground: Ground


def _place(page: Page, plan: _Plan, column: float = 0.0) -> _Place:
    frames, scene = plan.arrange(page, column=column), plan.panels[0]
    frame = frames.boxes[0]
    header = _free_header(page, frame) if page.has_names_above else None
    return _Place(page, frames, Ground(frame, curve_inks(scene, frame), _obstacles(page, scene, frame), header))


def _in_frame(place: _Place, plan: _Plan, names: Names) -> Layout | None:
    """All names beside their curves, or above the frame if there is a line for them."""
    labels = label_beside_curves(place.ground, names, range(len(names.texts)))
    return replace(_finish(place.page, plan, place.frames), curve_labels=labels) if labels else None


def _with_some_ends(page: Page, plan: _Plan, names: Names) -> Layout | None:
    """Names at the ends of the curves that have one for themselves, and the others beside their curves."""
    column = _fit_column(page, plan, names)
    if not column:
        return None
    place = _place(page, plan, column.width)
    rest = [number for number in range(len(names.texts)) if number not in column.curves]
    beside = label_beside_curves(place.ground, names, rest)
    if not beside:
        return None
    ends = label_ends(place.ground.frame, plan.panels[0], names, column)
    labels = replace(beside, labels=(*beside.labels, *ends.labels))
    return replace(_finish(page, plan, place.frames), curve_labels=labels)


def _obstacles(page: Page, scene: PanelScene, frame: Box) -> tuple[Box, ...]:
    return (*straight_lines(scene, frame), *dots(scene, frame, page.look.circle * POINT))


def _fit_column(page: Page, plan: _Plan, names: Names) -> Column | None:
    frames = plan.arrange(page)
    width = sum(frames.boxes[number].width for number in frames.lowest)
    return fit_column(frames.boxes[0], width, plan.panels[0], names)


def _with_column(page: Page, plan: _Plan, names: Names, column: Column) -> Layout:
    frames = plan.arrange(page, column=column.width)
    return replace(_finish(page, plan, frames), curve_labels=label_ends(frames.boxes[0], plan.panels[0], names, column))


def _with_legend(page: Page, plan: _Plan) -> Layout:
    frames, first = plan.arrange(page), plan.panels[0]
    obstacles = _obstacles(page, first, frames.boxes[0])
    covered = ink(first.traces, frames.boxes[0], first.view.padded)
    legend = inside(frames.boxes[0], covered, obstacles, page.legend_names)
    if not legend:
        whole = Box(frames.boxes[0].left, frames.boxes[-1].bottom, plan.room.right, plan.room.top)
        legend, rest = outside(whole, page.legend_names)
        frames = plan.arrange(page, top=rest.top, right=rest.right)
    return replace(_finish(page, plan, frames), legend=legend)


def _finish(page: Page, plan: _Plan, frames: Frames) -> Layout:
    """The layout of `frames` with the texts around them."""
    return Layout(
        frames, (*_title(page, plan, frames), *_panel_names(page, frames, len(plan.panels)), *_x_labels(page, frames))
    )


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


def _panel_names(page: Page, frames: Frames, panels: int) -> Iterator[Text]:
    """The names of the first so many `panels`, and smaller ones of strips."""
    labels, look = page.labels, page.look
    for number, (name, box) in enumerate(zip(labels.panels, frames.boxes, strict=True)):
        if name:
            largest, above = (look.text, 0.75) if number < panels else (look.ticks, 0.68)
            width = runs_width(name, largest, page.measure, math=labels.math)
            size = largest * max(LEAST_NAME, min(1.0, box.width / max(width, 1e-9)))
            text = Text("panel name", name, box.left, box.top + above * page.em, size, look.ink, math=labels.math)
            yield from set_runs(text, page.measure)


def _boxes_with_x_label(page: Page, frames: Frames) -> Sequence[Box]:
    """The frames below whose middle the x label stands: each in a row, if it has room there, else all as one."""
    labels, size, boxes = page.labels, page.look.text, [frames.boxes[number] for number in frames.lowest]
    if len(boxes) == 1:
        return boxes
    width = runs_width(labels.x_label, size, page.measure, math=labels.math)
    room = min(after.left - before.left for before, after in pairwise(boxes)) - page.em
    if width <= room and (boxes[0].left + boxes[0].right - width) / 2 >= 0.0:
        return boxes
    return [Box(boxes[0].left, boxes[0].bottom, boxes[-1].right, boxes[0].top)]


def _x_labels(page: Page, frames: Frames) -> Iterator[Text]:
    look, labels = page.look, page.labels
    if not labels.x_label:
        return
    for box in _boxes_with_x_label(page, frames):
        y = box.bottom - 1.6 * look.ticks * POINT
        x = (box.left + box.right) / 2
        text = Text("x label", labels.x_label, x, y, look.text, look.ink, "center", labels.math)
        yield from set_runs(text, page.measure)
