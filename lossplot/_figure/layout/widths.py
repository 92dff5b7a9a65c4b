"""Widths of words in more than one face: in our own texts, `margin *m*`, what stands between stars is italic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lossplot._figure.layout.boxes import Face, Measure
from lossplot._text import markup


class Run(NamedTuple):
    """A stretch of words in one face."""

    words: str
    face: Face


def runs(marked: str, face: Face = "regular") -> tuple[Run, ...]:
    """Return the runs of a text with markup, in order, in `face` where they are not italic; none is empty."""
    return tuple(Run(words, "italic" if is_italic else face) for words, is_italic in markup.runs(marked))


def runs_width(marked: str, size: float, measure: Measure, math: bool = False, face: Face = "regular") -> float:
    """Return the width in inches of a text with markup at `size` points, or of mathtext if `math`."""
    return measure(marked, size, math=True, face=face) if math else sum(run_widths(runs(marked, face), size, measure))


def run_widths(parts: Sequence[Run], size: float, measure: Measure) -> list[float]:
    """Return how far each run leads to the next; spaces at its end have no ink, and count only before a letter."""
    stop = "|"
    *others, last = parts or [Run("", "regular")]
    widths = [measure(words + stop, size, face=face) - measure(stop, size, face=face) for words, face in others]
    return [*widths, measure(last.words, size, face=last.face)]
