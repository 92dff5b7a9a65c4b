"""The words of marked points in a panel: which there are, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.ink import curve_inks, dots, onto, straight_lines
from lossplot._figure.layout.marks import Place, Surroundings, place_numbers
from lossplot._figure.layout.page import Page
from lossplot._figure.layout.panels import Layout
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.scene import PanelScene
from lossplot._formula.evaluate import Array

# The greatest share of a panel's width for words, and the least size to which they shrink for that.
WIDEST, LEAST = 0.8, 0.35


@dataclass(frozen=True, slots=True)
class MarkWords:
    """The words, with markup, of a point of curve number `curve`, `size` points high; others may go through it too."""

    words: str
    curve: int
    is_shared: bool
    size: float
    place: Place


def mark_words_in(at: int, panel: PanelScene, layout: Layout, page: Page) -> list[MarkWords]:
    """The words of the marked points of panel number `at`, each once where several would stand in one place."""
    curves: dict[tuple[float, str], list[int]] = {}
    heights: dict[tuple[float, str], float] = {}
    for mark, words in zip(panel.marks, page.labels.marks[at], strict=True):
        curves.setdefault((mark.x, words), []).append(mark.curve)
        heights[mark.x, words] = mark.y
    if not curves:
        return []
    frame = layout.frames.boxes[at]
    widest = max(runs_width(words, page.look.ticks, page.measure) for _, words in curves)
    size = page.look.ticks * max(LEAST, min(1.0, WIDEST * frame.width / widest))
    points = onto(frame, panel.view.padded, np.array([(x, y) for (x, _), y in heights.items()])).tolist()
    widths = [runs_width(words, size, page.measure) for _, words in curves]
    places = place_numbers([(x, y) for x, y in points], widths, size, _surroundings(at, panel, layout, page))
    entries = zip(curves.items(), places, strict=True)
    return [MarkWords(words, some[0], len(some) > 1, size, place) for ((_, words), some), place in entries]


def _surroundings(at: int, panel: PanelScene, layout: Layout, page: Page) -> Surroundings:
    frame, look = layout.frames.boxes[at], page.look
    names = layout.curve_labels.boxes if layout.curve_labels and at == 0 else ()
    words = (layout.legend.box,) if layout.legend else names
    covered = [*curve_inks(panel, frame), *(_along(line) for line in straight_lines(panel, frame))]
    return Surroundings(frame, np.vstack(covered), look.line, words, dots(panel, frame, look.circle * POINT))


def _along(line: Box) -> Array:
    """Points close together on a line, shape (n, 2)."""
    return np.linspace((line.left, line.bottom), (line.right, line.top), 200)
