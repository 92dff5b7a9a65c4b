"""Inverse of a loss: the places where it has a value."""

from __future__ import annotations

import math

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.limits import CLOSE
from lossplot.curves.properties import card
from lossplot.curves.survey import Interval, join_touching, make_survey
from lossplot.formula.evaluate import Array, evaluate
from lossplot.formula.knots import roots_of
from lossplot.formula.tree import Call, Number

# Solutions are sought up to this far from zero; an interval that reaches so far goes on for ever.
FAR = 1e12
# Of more solutions than these only those in the usual view count.
MOST = 64


@np.errstate(all="ignore")
def solutions(curve: Curve, value: float) -> list[Interval]:
    """Find all intervals on which `curve` is `value`, in order; a single point is (x, x), and ends may be infinite."""
    if value == 0.0:
        # Far out many a loss is too small for a double, and yet not zero: the card knows.
        return [_attained(curve, value, low, high) for low, high in card(curve).zeros]
    difference, variable = Call("-", (curve.tree, Number(value))), curve.axis.variable
    pieces = make_survey(difference, curve.axis).pieces
    flat = join_touching([piece.ends for piece in pieces if piece.flat and not piece.parts[0].any()])
    intervals = [_attained(curve, value, low, high) for low, high in flat]
    for pair in roots_of(difference, variable, _grid(curve)):
        jet = evaluate(difference, variable, np.array(pair))
        before, after = np.abs(jet.value).tolist()
        off, x = (after, pair[1]) if after <= before else (before, pair[0])
        rise = abs(float(jet.slope[1])) * (pair[1] - pair[0])
        attained = off <= CLOSE * max(1.0, abs(value)) + (rise if math.isfinite(rise) else 0.0)
        near = CLOSE * max(1.0, abs(x))
        if attained and not any(low - near <= x <= high + near for low, high in intervals):
            intervals.append((x + 0.0, x + 0.0))
    if len(intervals) > MOST:
        left, right = curve.axis.view
        intervals = [(low, high) for low, high in intervals if left <= low and high <= right]
    return sorted((-math.inf if low <= -FAR else low, math.inf if high >= FAR else high) for low, high in intervals)


def _attained(curve: Curve, value: float, low: float, high: float) -> Interval:
    """The interval without an end where the curve jumps to another value."""
    if low == high:
        return low + 0.0, high + 0.0
    at_low, at_high = curve.jet([low, high]).value
    first = low + 0.0 if math.isinf(low) or at_low == value else math.nextafter(low, math.inf)
    last = high + 0.0 if math.isinf(high) or at_high == value else math.nextafter(high, -math.inf)
    return first, last


def _grid(curve: Curve) -> Array:
    """Points close together near zero and the ends of the domain, far apart elsewhere, with every landmark."""
    low, high = max(curve.domain.low, -FAR), min(curve.domain.high, FAR)
    steps = np.concatenate([[0.0], np.geomspace(1e-12, 1.0, 400)])
    width = (high - low) if high - low < FAR else 0.0
    crowds = [-FAR * steps, FAR * steps, low + width * steps, high - width * steps]
    even = np.linspace(-50.0, 50.0, 2001)
    grid = np.unique(np.concatenate([*crowds, even, np.geomspace(1e-300, 1.0, 200), curve.landmarks(low, high)]))
    return grid[(grid >= low) & (grid <= high)]
