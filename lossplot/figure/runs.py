"""Words in more than one face: in the markup of our own texts, `margin *m*`, what stands between stars is italic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from lossplot.figure.layout.boxes import Face, Measure
from lossplot.text import markup

if TYPE_CHECKING:
    from lossplot.figure.drawing import Text

# The share of a text's width that lies to the left of its place.
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


class Run(NamedTuple):
    """A stretch of words in one face."""

    words: str
    face: Face


def runs(marked: str, face: Face = "regular") -> tuple[Run, ...]:
    """Return the runs of a text with markup, in order, in `face` where they are not italic; none is empty."""
    return tuple(Run(words, "italic" if is_italic else face) for words, is_italic in markup.runs(marked))


def runs_width(marked: str, size: float, measure: Measure, math: bool = False, face: Face = "regular") -> float:
    """Return the width in inches of a text with markup at `size` points, or of mathtext if `math`."""
    return measure(marked, size, math=True, face=face) if math else sum(_widths(runs(marked, face), size, measure))


def set_runs(text: Text, measure: Measure) -> Iterator[Text]:
    """Yield a text for each run of `text`, whose words have markup, side by side where the whole stands.

    Mathtext, and a text in one face, is left whole.
    """
    parts = runs(text.words, text.face)
    if text.math:
        yield text
    elif len(parts) < 2:
        yield from (replace(text, words=words, face=face) for words, face in parts)
    else:
        widths = _widths(parts, text.size, measure)
        left = text.x - _BEFORE[text.align] * sum(widths)
        for (words, face), before in zip(parts, accumulate(widths, initial=0.0), strict=False):
            yield replace(text, words=words, face=face, x=left + before, align="left", whole=(text.x, text.align))


def _widths(parts: Sequence[Run], size: float, measure: Measure) -> list[float]:
    """Return how far each run leads to the next; spaces at its end have no ink, and count only before a letter."""
    stop = "|"
    *others, last = parts or [Run("", "regular")]
    widths = [measure(words + stop, size, face=face) - measure(stop, size, face=face) for words, face in others]
    return [*widths, measure(last.words, size, face=last.face)]
