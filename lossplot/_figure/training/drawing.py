"""Training -> Drawing: a column for each loss, and in it regions, history, loss and learned parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot._errors import RequestError
from lossplot._figure.drawing import Drawing, Frame, Line, Text
from lossplot._figure.layout.boxes import POINT, Box, Measure
from lossplot._figure.layout.legend import HANDLE, HANDLE_GAP
from lossplot._figure.layout.ticks import Ticks, x_ticks, y_ticks
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.looks import DEFAULT, PRESETS, Look, dash, look_for
from lossplot._figure.runs import set_runs
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import LineStyle
from lossplot._figure.training.panels import (
    Content,
    curve_panel,
    fit_panel,
    history_panel,
    history_view,
    log_ticks,
    paths_panel,
    regions_panel,
    whole_ticks,
)
from lossplot._figure.training.results import Training
from lossplot._figure.training.words import Words

MOST_RUNS = 6
# Without a preset: the width of a column, the height of a figure with three rows, what a further row adds, in inches;
# and the size of its letters as a share of those of a figure of curves.
_COLUMN, _HEIGHT, _FURTHER, _LETTERS = 3.9, 9.0, 1.7, 0.82
# How letters shrink with the columns of a page whose width is given, and the least size of them in points.
_SHRINK, _LEAST = -0.25, 5.0
# The share of the height that squares may take, and in multiples of the text size: around the page, between columns,
# a line of a column's name, one above a panel, the numbers below one, and a label.
_SQUARES = 0.5
_EDGE, _BETWEEN, _NAME, _HEADER, _NUMBERS, _LABEL, _GAP = 0.75, 1.0, 1.45, 1.5, 1.7, 1.35, 0.5
_LEAST_PANEL = 0.25
# The share of a column's width for regions beside the other panels, and how much larger they must be there.
_BESIDE, _WORTH = 0.54, 1.25
_FIRST, _BY_EPOCH = ("regions", "fit"), ("history", "parameters")
# The height of a panel whose examples have their whole size, in multiples of the size of numbers, and the least share
# of it.
_ROOMY, _LEAST_DOT = 20.0, 0.5
_NO_TICKS = Ticks((), ())


@dataclass(frozen=True, slots=True)
class TrainingPage:
    """The size and look of a page, and the measure of its words."""

    size: tuple[float, float]
    look: Look
    measure: Measure

    @property
    def em(self) -> float:
        return self.look.text * POINT

    @property
    def tick(self) -> float:
        return self.look.ticks * POINT


def page_look(training: Training, spec: FigureSpec, theme: str) -> tuple[Look, tuple[float, float]]:
    """Return the look and the size in inches of the figure of `training`.

    Raises RequestError for more losses than a page has room for.
    """
    columns, further = len(training.runs), any(run.paths for run in training.runs)
    if not 1 <= columns <= MOST_RUNS:
        raise RequestError(f"one figure has room for {MOST_RUNS} losses; these are {columns}; draw several figures")
    natural = (max(columns, 1.2) * _COLUMN, _HEIGHT + _FURTHER * further)
    if spec.preset:
        preset = PRESETS[spec.preset]
        look, size = look_for(spec.preset, theme, spec.size or preset.size(3 + further), 3 + further)
        return look.scaled(min(1.0, max(columns**_SHRINK, _LEAST / look.text))), size
    size = spec.size or natural
    factor = min(size[0] / natural[0], size[1] / natural[1])
    plain = look_for(None, theme, None, panels=1)[0]
    return plain.scaled(factor * _LETTERS * DEFAULT.text / plain.text), size


@dataclass(frozen=True, slots=True)
class _Column:
    """The panels of one loss from the top; every second has a name above it."""

    contents: tuple[Content, ...]


def draw_training(
    training: Training, spec: FigureSpec, page: TrainingPage, words: Words, whole: Training | None = None
) -> Drawing:
    """Place everything that came of `training` on `page`, with the views of the `whole` of which it is a part."""
    columns = [_column(training, whole or training, number, page.look) for number in range(len(training.runs))]
    boxes = _boxes(page, columns, words, bool(words.title))
    frames, texts, lines = [], [*_title(page, words)], []
    for number, (column, its) in enumerate(zip(columns, boxes, strict=True)):
        is_first, is_last = number == 0, number == len(columns) - 1
        is_beside = its[0].right <= its[1].left
        top = its[1].top + (_HEADER - 0.3) * page.tick if is_beside else its[0].top
        head = Box(min(box.left for box in its), 0.0, its[-1].right, top)
        texts += _heads(page, head, words.names[number], words.notes[number])
        for content, box in zip(column.contents, its, strict=True):
            frames.append(_frame(content, box, page, is_first or content.name != "history", number))
            if is_first and (name := _row_name(content, words)):
                texts += _above(page, box, name)
            if content.name == "loss":
                texts += _x_label(page, box, words.x_labels[number])
            if content.name == "history" and is_last and training.runs[0].validation:
                styles = ((page.look.ink, ()), (page.look.soft, dash(1)))
                for line, text in _key(page, box, words.parts, styles, _name_width(page, words, is_first)):
                    lines.append(line)
                    texts.append(text)
            if content.name == "parameters" and words.parameters[number]:
                pens = [(page.look.ink, dash(place)) for place in range(len(words.parameters[number]))]
                room = runs_width(words.paths, page.look.ticks, page.measure) if is_first else 0.0
                for line, text in _key(page, box, words.parameters[number], pens, room):
                    lines.append(line)
                    texts.append(text)
    styles_ = tuple(LineStyle(page.look.ink) for _ in columns)
    names = tuple(run.curve.spec for run in training.runs)
    return Drawing(
        page.size, page.look, spec.transparent, names, styles_, tuple(frames), None, tuple(lines), (), tuple(texts)
    )


def _column(training: Training, whole: Training, number: int, look: Look) -> _Column:
    run = training.runs[number]
    contents: list[Content] = []
    if run.regions:
        contents.append(regions_panel(training.points, run.regions[-1], look))
    elif run.fits:
        contents.append(fit_panel(training.points, whole.runs[number].fits, run.fits[-1], look))
    view, log = history_view(whole.runs)
    contents += [history_panel(run, view, log, look), curve_panel(number, run, whole.runs[number], look)]
    if any(each.paths for each in training.runs):
        contents.append(paths_panel(run, whole.runs[number].paths, view.right, look))
    return _Column(tuple(contents))


def _boxes(page: TrainingPage, columns: Sequence[_Column], words: Words, has_title: bool) -> list[list[Box]]:
    """Return the boxes of the panels of each column, from the top; regions are as wide as high.

    Where columns are wide, regions stand at the left of the other panels.
    """
    width, height = page.size
    edge, em, tick = _EDGE * page.em, page.em, page.tick
    gutter = max(_gutter(page, each) for column in columns for each in column.contents) + 0.6 * tick
    room = (width - 2 * edge - 0.5 * tick - (len(columns) - 1) * _BETWEEN * em) / len(columns)
    top = height - 0.5 * em - (1.5 * page.look.title * POINT if has_title else 0.0)
    top -= _NAME * em + (1.4 * tick if any(words.notes) else 0.0)
    names = [content.name for content in columns[0].contents]
    boxes = []
    for number in range(len(columns)):
        left = edge + number * (room + _BETWEEN * em)
        whole = Box(left, 0.3 * em, left + room, top)
        below = _stacked(page, whole, names, gutter)
        square = below[0].height
        free = top - 0.3 * tick - whole.bottom
        side = min(_BESIDE * (room - gutter), free)
        if names[0] == "regions" and side > _WORTH * square:
            high = whole.bottom + (free + side) / 2
            first = Box(left, high - side, left + side, high)
            rest = Box(first.right, whole.bottom, whole.right, top - _HEADER * tick + 0.3 * tick)
            below = [first, *_stacked(page, rest, names[1:], gutter + 0.5 * tick)]
        boxes.append(below)
    return boxes


def _stacked(page: TrainingPage, room: Box, names: Sequence[str], gutter: float) -> list[Box]:
    """Return the boxes of panels one below the other in `room`, right of the `gutter` for numbers."""
    tick = page.tick
    frame = max(room.width - gutter, _LEAST_PANEL)
    fixed = sum(_below(page, name) + (_HEADER * tick if place else 0.3 * tick) for place, name in enumerate(names))
    free = max(room.height - fixed, _LEAST_PANEL * len(names))
    square = min(frame, _SQUARES * free) if names[0] in _FIRST else 0.0
    others = (free - square) / (len(names) - bool(square))
    left, y = room.left + gutter, room.top
    boxes: list[Box] = []
    for place, name in enumerate(names):
        y -= _HEADER * tick if place else 0.3 * tick
        tall = square if name in _FIRST else others
        inset = (frame - square) / 2 if name == "regions" else 0.0
        boxes.append(Box(left + inset, y - tall, left + frame - inset, y))
        y -= tall + _below(page, name)
    return boxes


def _below(page: TrainingPage, name: str) -> float:
    """Return the height of what stands below a panel."""
    if name == "regions":
        return _GAP * page.tick
    return _NUMBERS * page.tick + (_LABEL * page.tick if name == "loss" else 0.0)


def _ticks(content: Content, height: float, page: TrainingPage) -> Ticks:
    if content.bare:
        return _NO_TICKS
    view, size = content.view, page.look.ticks
    if content.log:
        return log_ticks(view.bottom, view.top, max(2, int(height / (1.6 * size * POINT))))
    return y_ticks(view.bottom, view.top, height, size)


def _gutter(page: TrainingPage, content: Content) -> float:
    ticks = _ticks(content, 0.15 * page.size[1], page)
    return max((page.measure(text, page.look.ticks) for text in ticks.labels), default=0.0)


def _frame(content: Content, box: Box, page: TrainingPage, has_numbers: bool, column: int) -> Frame:
    y = _ticks(content, box.height, page)
    if not has_numbers:
        y = Ticks(y.values, ("",) * len(y.values))
    across = content.view.left, content.view.right
    x = _NO_TICKS if content.bare else x_ticks(*across, box.width, page.look.ticks, page.measure)
    if content.name in _BY_EPOCH:
        x = whole_ticks(x)
    name = f"{content.name} {column + 1}"
    dots = content.dots
    if content.name in _FIRST:  # many dots in a small panel are small
        share = min(1.0, max(_LEAST_DOT, box.height / (_ROOMY * page.tick)))
        dots = tuple(replace(each, size=share * each.size) for each in dots)
    return Frame(name, box, content.view, x, y, content.lines, dots, not content.bare, content.areas)


def _title(page: TrainingPage, words: Words) -> Iterator[Text]:
    if words.title:
        size = _fitted(page, words.title, page.look.title, page.size[0] - 2 * _EDGE * page.em)
        text = Text("title", words.title, _EDGE * page.em, page.size[1] - 0.5 * page.em, size, page.look.ink)
        yield from set_runs(text, page.measure)


def _fitted(page: TrainingPage, words: str, size: float, room: float) -> float:
    """Return the size in points, `size` at most, in which words fit."""
    return size * min(1.0, room / max(runs_width(words, size, page.measure), 1e-9))


def _heads(page: TrainingPage, box: Box, name: str, note: str) -> Iterator[Text]:
    """The name of a loss above its column, and below it how right it is."""
    y = box.top + 0.3 * page.tick
    middle, room = (box.left + box.right) / 2, box.width * 1.1
    if note:
        size = _fitted(page, note, page.look.ticks, room)
        text = Text("note", note, middle, y + 0.6 * page.tick, size, page.look.soft, "center")
        yield from set_runs(text, page.measure)
        y += 1.4 * page.tick
    size = _fitted(page, name, page.look.text, room)
    text = Text("heading", name, middle, y + 0.6 * page.em, size, page.look.ink, "center", face="medium")
    yield from set_runs(text, page.measure)


def _row_name(content: Content, words: Words) -> str:
    curves = words.curves if any(area.role == "examples" for area in content.areas) else words.plain_curves
    return {"history": words.histories, "loss": curves, "parameters": words.paths}.get(content.name, "")


def _name_width(page: TrainingPage, words: Words, is_first: bool) -> float:
    return runs_width(words.histories, page.look.ticks, page.measure) if is_first else 0.0


def _above(page: TrainingPage, box: Box, name: str) -> Iterator[Text]:
    y = box.top + 0.75 * page.tick
    size = _fitted(page, name, page.look.ticks, box.width)
    yield from set_runs(Text("panel name", name, box.left, y, size, page.look.ink), page.measure)


def _x_label(page: TrainingPage, box: Box, words: str) -> Iterator[Text]:
    size = _fitted(page, words, page.look.ticks, box.width * 1.1)
    y = box.bottom - 1.55 * page.tick
    yield from set_runs(
        Text("x label", words, (box.left + box.right) / 2, y, size, page.look.ink, "center"), page.measure
    )


def _key(
    page: TrainingPage, box: Box, names: Sequence[str], pens: Sequence[tuple[str, tuple[float, ...]]], taken: float
) -> Iterator[tuple[Line, Text]]:
    """Yield a line and a name for each of `names`, at the right above a panel, where a width is `taken`."""
    look = page.look
    width = sum(runs_width(name, look.ticks, page.measure) for name in names)
    width += len(names) * (HANDLE + HANDLE_GAP + 0.8) * page.tick
    size = look.ticks * min(1.0, (box.width - taken) / width)
    em, y, right = size * POINT, box.top + 0.75 * page.tick, box.right
    for name, (colour, pattern) in reversed([*zip(names, pens, strict=True)]):
        left = right - runs_width(name, size, page.measure)
        start = left - (HANDLE + HANDLE_GAP) * em
        points = np.array([(start, y), (start + HANDLE * em, y)])
        line = Line("group handle", points, colour, 0.65 * look.line, pattern)
        for text in set_runs(Text("group name", name, left, y, size, look.ink), page.measure):
            yield line, text
        right = start - 0.8 * em
