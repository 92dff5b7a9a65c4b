"""A figure as rows of words and numbers: what is said of it, and each line, dot and text with its place and look."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lossplot._api.evidence import resolve_with_data
from lossplot._api.training_figure import training_data
from lossplot._cli.commands import COMMANDS
from lossplot._figure import warnings as advice
from lossplot._figure.drawing import Area, Dots, Drawing, Frame, Line, Text
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.options import read_spec
from lossplot._figure.spec import FigureSpec
from lossplot._formats.frames import plan_movie
from lossplot._formats.letters import FAMILY
from lossplot._formats.mpl.figure import prepare
from lossplot._formats.mpl.fonts import measure_in
from lossplot._formats.training import TrainingFigure, movie_of, prepare_training
from lossplot._training.experiment import run
from lossplot._training.settings import Settings

Row = list[Any]
# Where a line is told: these shares of its length on the page.
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
# Frames of a movie that are told.
FRAMES = (0, 20)
EPOCHS = 4

# Rows that the widths of letters decide between places of which another is as good.
CHOSEN = ("direct name", "leader")


def letters() -> float:
    """Return the width of some words in inches, which varies with the version of matplotlib."""
    return measure_in((FAMILY,))("Squared hinge, Tukey's biweight", 15.0)


def figure_rows(text: str) -> Iterator[Row]:
    """Yield the rows of the figure of a command, given by the words after `lossplot`."""
    words = shlex.split(text)
    command, words = (words[0], words[1:]) if words[0] in ("train", "grid") else ("plot", words)
    losses = [word for word in words if not word.startswith("--")]
    options = [word[2:].partition("=") for word in words if word.startswith("--")]
    given: dict[str, str | bool | None] = {name: value if sign else True for name, sign, value in options}
    yield from _trained(losses, given) if command == "train" else _drawn(read_spec(losses, given, command == "grid"))


def _drawn(spec: FigureSpec) -> Iterator[Row]:
    figure = resolve_with_data(spec, COMMANDS)
    yield from (["warning", text] for text in advice.warnings(figure))
    yield from (["note", text] for text in advice.notes(figure))
    if figure.sweep:
        movie = plan_movie(figure)
        yield from (["title", movie.title], ["description", movie.description], ["frames", len(movie.order)])
        for place in FRAMES:
            yield from drawing_rows(movie.drawings[place])
        return
    prepared = prepare(figure)
    yield from (["title", prepared.title], ["description", prepared.description])
    yield from drawing_rows(prepared.drawing)


def _trained(losses: Sequence[str], options: dict[str, str | bool | None]) -> Iterator[Row]:
    result = run(
        losses,
        str(options.pop("data", "circles")),
        Settings(epochs=EPOCHS, learn=tuple(str(options.pop("learn", "")).split())),
    )
    figure = TrainingFigure(training_data(result, True), read_spec(losses, options), lambda file_format: "")
    prepared = prepare_training(figure)
    yield from (["title", prepared.title], ["description", prepared.description])
    yield from drawing_rows(prepared.drawing)
    yield from drawing_rows(movie_of(figure, prepared).drawings[1])


def drawing_rows(drawing: Drawing) -> Iterator[Row]:
    """Yield the rows of a drawing, in drawing order."""
    yield ["page", *drawing.size, drawing.look.ground, drawing.transparent]
    for frame in drawing.frames:
        yield from _frame_rows(frame)
    for part in (*drawing.parts, *drawing.texts, *drawing.later_names):
        role, *row = _row(part)
        yield ["direct name" if role == "curve name" and not drawing.legend else role, *row]
    for cell in drawing.cells:
        yield from drawing_rows(cell)


def _frame_rows(frame: Frame) -> Iterator[Row]:
    box, view = frame.box, frame.view
    yield ["panel", frame.panel, box.left, box.bottom, box.right, box.top, frame.has_x_numbers]
    yield ["view", view.left, view.right, view.bottom, view.top]
    yield from (["ticks", *_ticks(ticks)] for ticks in (frame.x_ticks, frame.y_ticks))
    across, up = view.x_scale.forward, view.y_scale.forward
    (left, right), (low, high) = across(np.array([view.left, view.right])), up(np.array([view.bottom, view.top]))
    for part in (*frame.areas, *frame.parts):
        points = np.array(part.points, dtype=float)
        on_page = np.stack([(across(points[:, 0]) - left) / (right - left), (up(points[:, 1]) - low) / (high - low)], 1)
        yield _row(part, on_page * [box.right - box.left, box.top - box.bottom])


def _ticks(ticks: Ticks) -> Iterator[Any]:
    yield from (*ticks.labels, *ticks.values, "minor", *ticks.minor)


def _row(part: Area | Line | Dots | Text, places: npt.NDArray[np.float64] | None = None) -> Row:
    if isinstance(part, Text):
        looks: Row = [part.words, part.size, part.colour, part.align, part.face, part.math, part.curve]
        return [part.role, *looks, part.x, part.y]
    points = np.array(part.points, dtype=float) if places is None else places
    if isinstance(part, Dots):
        signs: Row = [part.curve, part.edge, part.fill, part.size, part.width, part.shape, part.layer]
        return [part.role, *signs, len(points), *_told(points)]
    if isinstance(part, Area):
        return [part.role, part.colour, part.layer, *_told(points)]
    return [part.role, part.name, part.curve, part.colour, part.width, *part.dash, part.layer, *_told(points)]


def _told(points: npt.NDArray[np.float64]) -> Iterator[float]:
    """Yield the points at `SHARES` of the length of a polyline: the same for any number of vertices."""
    drawn = points[np.isfinite(points).all(axis=1)]
    if not len(drawn):
        return
    reached = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(drawn, axis=0).T))])
    at = reached[-1] * np.array(SHARES)
    yield from np.stack([np.interp(at, reached, drawn[:, axis]) for axis in (0, 1)], 1).ravel().tolist()
