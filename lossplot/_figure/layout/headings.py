"""The title and the formula below it, broken into lines and shrunk until they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from lossplot._figure.layout.page import LINE_HEIGHT, Page
from lossplot._figure.layout.widths import runs_width
from lossplot._formula.notation.breaks import break_sums

# The sizes to try for a title, and the least for the names of panels, as shares of their own.
TITLE_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6)
LEAST_NAME = 0.5
# The distance of lines with formulas, which have fractions, in multiples of their size.
FORMULA_HEIGHT = 1.7
# Most lines of a title, if that can be.
MOST_LINES = 3
# What may not be broken: letters, and what is italic.
_UNIT = re.compile(r"\*[^*]*\*|.", re.DOTALL)


class TitleLine(NamedTuple):
    """A line of a title, `size` points high and `leading` times that from the next; mathtext if `math`."""

    words: str
    size: float
    leading: float
    math: bool

    @property
    def height(self) -> float:
        """The distance to the next line in points."""
        return self.leading * self.size


def fit_title(page: Page, room: float) -> tuple[TitleLine, ...]:
    """The lines of the title, and of the formula below it, in a width of `room` inches."""
    return (*_title_lines(page, room), *_subtitle_lines(page, room))


def _title_lines(page: Page, room: float) -> Iterator[TitleLine]:
    title, math = page.labels.title, page.labels.title_is_math
    leading = FORMULA_HEIGHT if math and "$" in title else LINE_HEIGHT
    for size in (page.look.title * share for share in TITLE_SIZES):
        measure = partial(runs_width, size=size, measure=page.measure, math=math)
        lines = _wrap_parts(page.labels.title_parts, room, measure) if math else _wrap(title, room, measure)
        if len(lines) <= MOST_LINES and all(measure(line) <= room for line in lines if math):
            break
    yield from (TitleLine(line, size, leading, math) for line in lines)


def _subtitle_lines(page: Page, room: float) -> Iterator[TitleLine]:
    for size in (page.look.text * share for share in TITLE_SIZES):
        measure = partial(page.measure, size=size, math=True)
        lines = _wrap_parts(page.labels.subtitle_parts, room, measure)
        if len(lines) <= MOST_LINES and all(measure(line) <= room for line in lines):
            break
    yield from (TitleLine(line, size, FORMULA_HEIGHT, True) for line in lines)


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
    """`text`, with markup, in lines of at most `room`, broken between words, and within a word that is too wide."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for unit in _UNIT.findall(word):
            if lines[-1] and measure(lines[-1] + unit) > room:
                lines.append("")
            lines[-1] += unit
    return tuple(lines)
