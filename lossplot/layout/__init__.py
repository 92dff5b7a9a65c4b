"""Where everything stands in a figure: title, legend, panels, ticks.  Plain arithmetic, in inches.

A renderer's own layout draws everything twice to measure it; here only texts are measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from lossplot.layout import legend as legends
from lossplot.layout import ticks
from lossplot.layout.boxes import POINT, Box, Measure
from lossplot.looks import Look
from lossplot.scene import PanelScene

LINE_HEIGHT = 1.25
# How much higher the first panel is than the others.
FIRST_PANEL = 1.25
# However small the figure, this share of it is left to the panels.
LEAST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Layout:
    panels: tuple[Box, ...]
    x_ticks: ticks.Ticks
    y_ticks: tuple[ticks.Ticks, ...]
    title_lines: tuple[str, ...]
    title_size: float
    legend: legends.Legend | None


def lay_out(
    size: tuple[float, float],
    panels: Sequence[PanelScene],
    names: Sequence[str],
    title: str,
    look: Look,
    measure: Measure,
) -> Layout:
    """Place `panels`, a title and a legend of `names` (none if empty) in a figure of `size`."""
    width, height = size
    em = look.text * POINT
    title_size, title_lines = _fit_title(title, width - em, look, measure)
    top = height - 0.5 * em - len(title_lines) * title_size * POINT * LINE_HEIGHT
    bottom = 0.75 * em + (look.text + look.ticks) * POINT * LINE_HEIGHT
    heights = _heights(top - bottom, height, len(panels), em)
    y_ticks = tuple(
        ticks.upright(panel.view.bottom, panel.view.top, share, look.ticks)
        for panel, share in zip(panels, heights, strict=True)
    )
    widest = max((measure(label, look.ticks) for each in y_ticks for label in each.labels), default=0.0)
    left = (1.2 + LINE_HEIGHT) * em + widest
    first = panels[0]
    rough = ticks.level(first.view.left, first.view.right, width - left - em, look.ticks, measure)
    overhang = max(0.8 * look.ticks * POINT, 0.5 * measure(rough.labels[-1], look.ticks))
    right = max(width - 0.5 * em - overhang, left + LEAST_SHARE * width)
    room = Box(left, bottom, right, top)
    legend = None
    if names:
        ground = Box(left, top - heights[0], right, top)
        legend = legends.inside(ground, first.view, first.traces, names, look.text, measure)
        if legend is None:
            legend, room = legends.outside(room, names, look.text, measure)
    boxes = _stack(room, _heights(room.height, height, len(panels), em), 0.9 * em)
    x_ticks = ticks.level(first.view.left, first.view.right, room.width, look.ticks, measure)
    return Layout(boxes, x_ticks, y_ticks, title_lines, title_size, legend)


def _heights(room: float, figure: float, panels: int, em: float) -> list[float]:
    """The height of each panel, the first being higher, with 0.9 em between them."""
    shares = [FIRST_PANEL, *[1.0] * (panels - 1)]
    unit = max(room - 0.9 * em * (panels - 1), LEAST_SHARE * figure) / sum(shares)
    return [unit * share for share in shares]


def _stack(room: Box, heights: Sequence[float], gap: float) -> tuple[Box, ...]:
    boxes, top = [], room.top
    for height in heights:
        boxes.append(Box(room.left, top - height, max(room.right, room.left + 1e-3), top))
        top -= height + gap
    return tuple(boxes)


def _fit_title(title: str, room: float, look: Look, measure: Measure) -> tuple[float, tuple[str, ...]]:
    """The title in up to three lines if it can be, shrunk to 60 % at most."""
    for size in (look.title * share for share in (1.0, 0.9, 0.8, 0.7, 0.6)):
        lines = _wrap(title, room, partial(measure, size=size))
        if len(lines) <= 3:
            break
    return size, lines


def _wrap(text: str, room: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """`text` in lines of at most `room`, broken between words, and within a word that is too wide itself."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for character in word:
            if lines[-1] and measure(lines[-1] + character) > room:
                lines.append("")
            lines[-1] += character
    return tuple(lines)
