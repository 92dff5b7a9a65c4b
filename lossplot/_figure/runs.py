"""Words in more than one face, as a text for each run of one face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from lossplot._figure.drawing import Text
from lossplot._figure.layout.boxes import Measure
from lossplot._figure.layout.widths import run_widths, runs

# The share of a text's width that lies to the left of its place.
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


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
        widths = run_widths(parts, text.size, measure)
        left = text.x - _BEFORE[text.align] * sum(widths)
        for (words, face), before in zip(parts, accumulate(widths, initial=0.0), strict=False):
            yield replace(text, words=words, face=face, x=left + before, align="left", whole=(text.x, text.align))
