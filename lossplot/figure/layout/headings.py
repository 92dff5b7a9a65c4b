"""The title, broken into lines and shrunk until it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from lossplot.figure.layout.page import Page
from lossplot.formula.notation.breaks import break_sums

# The sizes to try for a title, and the least for the names of panels, as shares of their own.
TITLE_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6)
LEAST_NAME = 0.5


def fit_title(page: Page, room: float) -> tuple[float, tuple[str, ...]]:
    """The size and the lines of the title: up to three, if that can be; mathtext is cut between cases, and in sums."""
    title, math = page.labels.title, page.labels.title_is_math
    for size in (page.look.title * share for share in TITLE_SIZES):
        measure = partial(page.measure, size=size, math=math)
        lines = _wrap_parts(page.labels.title_parts, room, measure) if math else _wrap(title, room, measure)
        if len(lines) <= 3 and all(measure(line) <= room for line in lines if math):
            break
    return size, lines


def _wrap_parts(parts: Sequence[str], room: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """`parts` in lines of at most `room`, and a part that is wider itself broken in its sums."""
    lines: list[str] = []
    pieces = [piece for part in parts for piece in (break_sums(part) if measure(part) > room else (part,))]
    for part in pieces:
        if lines and measure(f"{lines[-1]} {part}") <= room:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return tuple(lines)


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
