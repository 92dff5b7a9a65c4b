"""Where everything stands in a figure: margins, panels, ticks, legend.  Plain arithmetic, in inches.

A renderer's own layout draws everything twice to measure it; here only texts are measured.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Protocol

import numpy as np

from lossplot.formula.jets import Array
from lossplot.looks import Look
from lossplot.sampling import Trace, View

POINT = 1.0 / 72.0
LINE_HEIGHT = 1.25
# In multiples of the text size.
HANDLE, HANDLE_GAP, LEGEND_PAD, LEGEND_LEADING = 2.9, 0.6, 0.35, 1.5
FIRST_PANEL = 1.25


class Measure(Protocol):
    """The width, in inches, of a text at a size in points."""

    def __call__(self, text: str, size: float) -> float: ...


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: lower left corner, width and height."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True, slots=True)
class Ticks:
    values: tuple[float, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend's box, its number of columns, and the size of its text in points."""

    box: Box
    columns: int
    text: float


@dataclass(frozen=True, slots=True)
class Layout:
    panels: tuple[Box, ...]
    x_ticks: Ticks
    y_ticks: tuple[Ticks, ...]
    title_lines: tuple[str, ...]
    title_size: float
    legend: Legend | None


def lay_out(
    size: tuple[float, float],
    views: Sequence[View],
    traces: Sequence[Trace],
    names: Sequence[str],
    title: str,
    look: Look,
    measure: Measure,
) -> Layout:
    """Place the panels of a figure of `size`, and a legend of `names` where it covers no trace of the first panel."""
    width, height = size
    pad, em = 0.5 * look.text * POINT, look.text * POINT
    title_size, title_lines = _fit_title(title, width - 2 * pad, look, measure)
    top = height - pad - len(title_lines) * title_size * POINT * LINE_HEIGHT
    bottom = pad + (look.text + look.ticks) * POINT * LINE_HEIGHT + 0.5 * em
    gap = 0.9 * em
    shares = [FIRST_PANEL, *[1.0] * (len(views) - 1)]
    unit = max(top - bottom - gap * (len(views) - 1), 0.1 * height) / sum(shares)
    y_ticks = tuple(
        _ticks(v.bottom, v.top, int(unit * share / (2.0 * look.ticks * POINT)))
        for v, share in zip(views, shares, strict=True)
    )
    widest = max((measure(label, look.ticks) for ticks in y_ticks for label in ticks.labels), default=0.0)
    left = pad + em * LINE_HEIGHT + 0.7 * em + widest
    right = width - pad - 0.8 * look.ticks * POINT
    legend = None
    if names:
        panel = Box(left, top - unit * FIRST_PANEL, max(right - left, 0.1 * width), unit * FIRST_PANEL)
        legend = _inside(panel, views[0], traces, names, look, measure)
    if names and legend is None:
        legend = _outside(Box(left, bottom, right - left, top - bottom), names, look, measure)
        right = legend.box.left - 0.5 * em
    across = max(right - left, 0.1 * width)
    panels, ceiling = [], top
    for share in shares:
        panels.append(Box(left, ceiling - unit * share, across, unit * share))
        ceiling -= unit * share + gap
    return Layout(tuple(panels), _x_ticks(views[0], across, look, measure), y_ticks, title_lines, title_size, legend)


def _fit_title(title: str, room: float, look: Look, measure: Measure) -> tuple[float, tuple[str, ...]]:
    """The title in up to three lines, shrunk to 60 % at most."""
    for size in (look.title * share for share in (1.0, 0.9, 0.8, 0.7, 0.6)):
        lines = _wrap(title, room, partial(measure, size=size))
        if len(lines) <= 3 and all(measure(line, size) <= room for line in lines):
            break
    return size, lines


def _wrap(text: str, room: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _x_ticks(view: View, room: float, look: Look, measure: Measure) -> Ticks:
    for count in range(9, 1, -1):
        ticks = _ticks(view.left, view.right, count)
        if sum(measure(label, look.ticks) + look.ticks * POINT for label in ticks.labels) <= room:
            break
    return ticks


def _ticks(low: float, high: float, count: int) -> Ticks:
    """At most about `count` round numbers in [low, high], a step of 1, 2 or 5 times a power of ten apart."""
    rough = (high - low) / max(count, 2)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= rough * (1 - 1e-9))
    slack = 1e-6 * step
    numbers = range(math.ceil((low - slack) / step), math.floor((high + slack) / step) + 1)
    values = tuple(number * step for number in numbers)
    return Ticks(values, tuple(_tick_label(value, step) for value in values))


def _tick_label(value: float, step: float) -> str:
    size = max(abs(value), step)
    if size >= 1e6 or step < 1e-5:
        digits = max(0, math.ceil(math.log10(size / step) - 1e-9)) if value else 0
        mantissa, _, exponent = f"{value:.{digits}e}".partition("e")
        text = f"{mantissa}e{int(exponent)}" if value else "0"
    else:
        text = f"{value:.{max(0, -math.floor(math.log10(step) + 1e-9))}f}"
    return text.replace("-", "\u2212")


def _legend_size(names: Sequence[str], columns: int, text: float, measure: Measure) -> tuple[float, float]:
    em = text * POINT
    rows = math.ceil(len(names) / columns)
    widths = [max(measure(name, text) for name in names[i * rows : (i + 1) * rows] or [""]) for i in range(columns)]
    width = sum(widths) + columns * (HANDLE + HANDLE_GAP) * em + (columns - 1) * 1.5 * em + 2 * LEGEND_PAD * em
    return width, rows * LEGEND_LEADING * em + 2 * LEGEND_PAD * em


def _inside(
    panel: Box, view: View, traces: Sequence[Trace], names: Sequence[str], look: Look, measure: Measure
) -> Legend | None:
    """The legend in a corner or at an edge of the panel, if there it covers nothing."""
    width, height = _legend_size(names, 1, look.text, measure)
    margin = 0.35 * look.text * POINT
    if width > 0.6 * panel.width or height > 0.7 * panel.height:
        return None
    ink = np.vstack([*_ink(traces, panel, view), np.empty((0, 2))])
    lefts = (panel.right - width - margin, panel.left + margin, panel.left + (panel.width - width) / 2)
    bottoms = (panel.top - height - margin, panel.bottom + margin, panel.bottom + (panel.height - height) / 2)
    for bottom, left in product(bottoms, lefts):
        box = Box(left, bottom, width, height)
        around = Box(left - margin, bottom - margin, width + 2 * margin, height + 2 * margin)
        if not _covers(around, ink):
            return Legend(box, 1, look.text)
    return None


def _ink(traces: Iterable[Trace], panel: Box, view: View) -> list[Array]:
    """Points on every line of the traces, close together, in inches."""
    points = []
    for trace in traces:
        for line in (*trace.pieces, *(np.array([mark]) for mark in (*trace.filled, *trace.hollow))):
            x = panel.left + (line[:, 0] - view.left) / (view.right - view.left) * panel.width
            y = panel.bottom + (line[:, 1] - view.bottom) / (view.top - view.bottom) * panel.height
            steps = np.append(0.0, np.cumsum(np.hypot(np.diff(x), np.diff(y))))
            fine = np.linspace(0.0, steps[-1], max(2, int(steps[-1] / 0.04)))
            points.append(np.column_stack([np.interp(fine, steps, x), np.interp(fine, steps, y)]))
    return points


def _covers(box: Box, points: Array) -> bool:
    x, y = points.T
    return bool(np.any((x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)))


def _outside(room: Box, names: Sequence[str], look: Look, measure: Measure) -> Legend:
    """The legend at the right of the panels, in as many columns and as small as it must be."""
    for shrink, columns in product((1.0, 0.85, 0.7, 0.6, 0.5), (1, 2, 3)):
        text = look.text * shrink
        width, height = _legend_size(names, columns, text, measure)
        if width <= 0.5 * room.width and height <= room.height:
            break
    return Legend(Box(room.right - width, room.top - height, width, height), columns, text)
