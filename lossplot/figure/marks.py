"""Points of curves that a figure marks, with the numbers that stand beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.panels import QUANTITIES, Panel, quantity
from lossplot.figure.sampling import View

# A loss that has a value in more places than this, as a waving one may, is not marked there: marks would hide it.
MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of curve number `curve`: `number` stands beside it, its height or, if that was asked for, its place."""

    curve: int
    x: float
    y: float
    number: float


def marks_of(curves: Sequence[Curve], panel: Panel, at: Sequence[float], values: Sequence[float]) -> Iterator[Mark]:
    """The points of what `panel` shows of `curves` at each x of `at`, and where each of `values` is attained.

    A conditional risk has its minimiser marked too.
    """
    for index, curve in enumerate(curves):
        for x in at:
            y = _height(curve, panel, x)
            yield Mark(index, x, y, y)
        for value in values:
            yield from (Mark(index, x, value, x) for x in _places(curve, value))
        if curve.chance is not None:
            yield from (Mark(index, x, _height(curve, panel, x), x) for x in _minimisers(curve))


def visible(marks: Iterable[Mark], view: View) -> tuple[Mark, ...]:
    """The marks that lie in `view`, each once."""
    inside = (m for m in marks if view.left <= m.x <= view.right and view.bottom <= m.y <= view.top)
    return tuple(dict.fromkeys(inside))


def written(value: float) -> str:
    """A number as it stands beside a mark: four digits, as one reads off a figure."""
    return f"{value + 0.0:.4g}".replace("-", "\u2212")


def _height(curve: Curve, panel: Panel, x: float) -> float:
    """The height of `panel` at `x`; NaN where that derivative does not exist."""
    row = QUANTITIES[panel]
    if row.order and any(map(row.breaks_at, curve.knots(x, x))):
        return math.nan
    return float(quantity(curve, panel, np.array([x]))[0])


def _places(curve: Curve, value: float) -> list[float]:
    """The places where `curve` is `value`: single points, and the ends of stretches."""
    from lossplot.curves.inverse import solutions

    stretches = solutions(curve, value)
    return list(dict.fromkeys(x for stretch in stretches for x in stretch)) if len(stretches) <= MOST_PLACES else []


def _minimisers(risk: Curve) -> list[float]:
    """The places where the conditional risk is least: a point, or the ends of a stretch, unless it falls for ever."""
    from lossplot.curves.risk import risk_minimiser

    best = risk_minimiser(replace(risk, chance=None), risk.chance or 0.0)
    return [x for x in ([best] if isinstance(best, float) else best) if math.isfinite(x)]
