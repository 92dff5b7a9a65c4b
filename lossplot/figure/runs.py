"""Words in more than one face: in the markup of our own texts, `margin *m*`, what stands between stars is italic.

Texts that users give have no markup, and are not read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from lossplot.figure.drawing import Text
from lossplot.figure.layout.boxes import Face, Measure

# The share of a text's width that lies to the left of its place.
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


class Run(NamedTuple):
    """A stretch of words in one face."""

    words: str
    face: Face


def runs(marked: str) -> tuple[Run, ...]:
    """Return the runs of a text with markup, in order; none is empty."""
    faces: tuple[Face, Face] = ("regular", "italic")
    return tuple(Run(words, faces[number % 2]) for number, words in enumerate(marked.split("*")) if words)


def runs_width(marked: str, size: float, measure: Measure) -> float:
    """Return the width in inches of a text with markup at `size` points."""
    return sum(_widths(runs(marked), size, measure))


def set_runs(text: Text, measure: Measure) -> Iterator[Text]:
    """Yield a text for each run of `text`, whose words have markup, side by side where the whole stands."""
    parts = runs(text.words)
    widths = _widths(parts, text.size, measure)
    left = text.x - _BEFORE[text.align] * sum(widths)
    for (words, face), before in zip(parts, accumulate(widths, initial=0.0), strict=False):
        yield replace(text, words=words, face=face, x=left + before, align="left", whole=(text.x, text.align))


def _widths(parts: Sequence[Run], size: float, measure: Measure) -> list[float]:
    """Return how far each run leads to the next; spaces at its end have no ink, and count only before a letter."""
    stop = "|"
    return [measure(words + stop, size, face=face) - measure(stop, size, face=face) for words, face in parts]
