"""Points of curves that a figure marks, with the numbers that stand beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import QUANTITIES, Panel, quantity
from lossplot._figure.sampling import View
from lossplot._text.language import Language

if TYPE_CHECKING:
    from lossplot._curves.places import Place

# A loss that has a value in more places than this, as a waving one may, is not marked there: marks would hide it.
MOST_PLACES = 12


# Marked are the height at a place, the place of a height, and the minimum of a risk.
MarkKind = Literal["height", "place", "minimum"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of curve number `curve`; `kind` is what is marked there."""

    curve: int
    x: float
    y: float
    kind: MarkKind

    @property
    def number(self) -> float:
        """The number that the reader wants: the height at a place, else the place."""
        return self.y if self.kind == "height" else self.x


def marks_of(curves: Sequence[Curve], panel: Panel, at: Sequence[float], values: Sequence[float]) -> Iterator[Mark]:
    """The points of what `panel` shows of `curves` at each x of `at`, and where each of `values` is attained.

    A conditional risk has its minimiser marked too.
    """
    for index, curve in enumerate(curves):
        for x in at:
            y = _height(curve, panel, x)
            yield Mark(index, x, y, "height")
        for value in values:
            yield from (Mark(index, x, value, "place") for x in _places(curve, value))
        if curve.chance is not None:
            yield from (Mark(index, x, _height(curve, panel, x), "minimum") for x in _minimisers(curve))


def visible(marks: Iterable[Mark], view: View) -> tuple[Mark, ...]:
    """The marks that lie in `view`, each once."""
    inside = (m for m in marks if view.left <= m.x <= view.right and view.bottom <= m.y <= view.top)
    return tuple(dict.fromkeys(inside))


def written(value: float) -> str:
    """A number as it stands beside a mark: four digits, as one reads off a figure."""
    return f"{value + 0.0:.4g}".replace("-", "\u2212")


def mark_words(marks: Sequence[Mark], variable: str, language: Language, in_steps: bool = False) -> tuple[str, ...]:
    """The words beside each of the `marks` of a panel, with markup: `*m* = 0.9: 0.1`, `minimum at *m* = 0.85`.

    Of several points at one place the highest names it, and the others have their heights alone; of several places of
    one height the rightmost has the variable.  With `in_steps` those of the first curve come before, which is drawn
    alone at first.
    """
    heights = [mark for mark in marks if mark.kind == "height"]
    highest = {mark.x: mark for mark in sorted(heights, key=lambda mark: (-mark.curve * in_steps, mark.y))}
    places = [mark for mark in marks if mark.kind == "place"]
    rightmost = {mark.y: mark for mark in sorted(places, key=lambda mark: (-mark.curve * in_steps, mark.x))}
    words = []
    for mark in marks:
        place = f"*{variable}* = {written(mark.x)}"
        if mark.kind == "minimum":
            words.append(language("minimum at {place}", place=place))
        elif mark.kind == "place":
            words.append(place if mark.x == rightmost[mark.y].x else written(mark.x))
        elif written(mark.y) == written(highest[mark.x].y):
            words.append(language("{place}: {value}", place=place, value=written(mark.y)))
        else:
            words.append(written(mark.y))
    return tuple(words)


def _height(curve: Curve, panel: Panel, x: float) -> float:
    """The height of `panel` at `x`; NaN where that derivative does not exist."""
    row = QUANTITIES[panel]
    if row.order and any(map(row.breaks_at, curve.knots(x, x))):
        return math.nan
    return float(quantity(curve, panel, np.array([x]))[0])


def _places(curve: Curve, value: float) -> list[float]:
    """The places where `curve` is `value`: single points, and those ends of intervals that belong to them."""
    from lossplot._curves.inverse import inverse

    return _ends(inverse(curve, value).places)


def _minimisers(risk: Curve) -> list[float]:
    """The places where the conditional risk is least, unless it falls for ever."""
    from lossplot._curves.inverse import minimisers

    return [x for x in _ends(minimisers(risk).places) if math.isfinite(x)]


def _ends(places: Sequence[Place]) -> list[float]:
    if len(places) > MOST_PLACES:
        return []
    lows = {place.low for place in places if not place.low_open}
    return sorted(lows | {place.high for place in places if not place.high_open})
