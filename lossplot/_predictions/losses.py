"""The words for losses -> curves, of which parameters may take a number of each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lossplot._curves.parse import read_curves
from lossplot._curves.words import split
from lossplot._errors import RequestError, quote
from lossplot._predictions.score import Asked

MOST_LOSSES = 200


def read_asked(texts: Iterable[str]) -> list[Asked]:
    """Read losses, each of them once; a label y of a formula is that of each row.  Raises RequestError."""
    asked = {each.curve.spec: each for text in texts for each in _asked(text)}
    return [*asked.values()]


def _asked(text: str) -> Iterator[Asked]:
    words = split(text)
    if sweeps := [each for each in words.assignments if ".." in each]:
        parameter = sweeps[0].partition("=")[0].strip()
        raise RequestError(f"{quote(sweeps[0])} moves through values; write some of them, as in {parameter}=1,2")
    has_label = any(each.partition("=")[0].strip() == "y" for each in words.assignments)
    for curve in read_curves([text], most=MOST_LOSSES):
        given = frozenset(curve.given)
        if curve.loss.is_typed and "y" in curve.parameters and not has_label:
            # Without data it is drawn for both labels; with them it is one loss.
            if curve.parameters["y"] == 1.0:
                yield Asked(curve, given - {"y"})
        else:
            yield Asked(curve, given)
