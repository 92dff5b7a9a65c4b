"""Relatives of a curve: curves that are the same up to a factor, under whatever names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import combinations

import numpy as np

from lossplot.curves.curve import Curve, default_curve
from lossplot.curves.limits import CLOSE
from lossplot.formula.evaluate import Array
from lossplot.formula.notation.letters import number
from lossplot.losses import LOSSES
from lossplot.losses.entry import MARGIN, PROBABILITY

# Points that no loss has a knot at, over several scales.
_SPREAD = np.concatenate([np.linspace(-9.87, 9.93, 60), [-97.3, -31.7, 0.0137, 33.1, 98.9]])


def coincidences(curves: Sequence[Curve]) -> list[str]:
    """Return sentences on proportional pairs of `curves`: `smoothed-hinge:gamma=2 is 1/4 of modified-huber`."""
    values = [_values(curve) for curve in curves]
    notes = []
    for (first, a), (second, b) in combinations(zip(curves, values, strict=True), 2):
        if first.axis.name == second.axis.name and (ratio := _ratio(a, b)):
            notes.append(_sentence(first, second, ratio) if ratio <= 1.0 else _sentence(second, first, 1.0 / ratio))
    return notes


def relatives(curve: Curve) -> list[str]:
    """Return sentences on losses, at their defaults, that are proportional to `curve`, each with its condition.

    `huber and smooth-l1 are the same curve for delta = beta = 1`.  On the margin axis losses of the probability take
    part too, moved to it.
    """
    notes: list[str] = []
    for loss in LOSSES.values():
        other = default_curve(loss)
        if curve.axis == MARGIN and loss.axis == PROBABILITY:
            other = replace(other, moved_to=MARGIN)
        if loss is not curve.loss and other.axis.name == curve.axis.name:
            place = " at p = sigmoid(m)" if other.moved_to else ""
            alone = replace(curve, given=())
            notes += [f"{note}{place}{_for_parameters(curve, other)}" for note in coincidences([alone, other])]
    return notes


def _for_parameters(one: Curve, other: Curve) -> str:
    """The parameters of both curves as a condition: ` for delta = beta = 1`."""
    by_value: dict[float, dict[str, None]] = {}
    for name, value in (*one.parameters.items(), *other.parameters.items()):
        by_value.setdefault(value, {})[name] = None
    values = [f"{' = '.join(names)} = {number(value)}" for value, names in by_value.items()]
    return f" for {' and '.join(values)}" if values else ""


@cache
def _values(curve: Curve) -> Array:
    low, high = max(curve.domain.low, -100.0), min(curve.domain.high, 100.0)
    bounded = high - low < 100.0
    values: Array = curve.jet(np.linspace(low, high, 67)[1:-1] if bounded else _SPREAD).value
    return values


def _ratio(a: Array, b: Array) -> float | None:
    """The ratio of `a` to `b`, if it is the same throughout."""
    if a.shape != b.shape or not np.array_equal(a == 0.0, b == 0.0):
        return None
    where = np.isfinite(a) & np.isfinite(b) & (b != 0.0)
    if np.count_nonzero(where) < 8:
        return None
    ratios = a[where] / b[where]
    ratio = float(np.median(ratios))
    return ratio if ratio > 0.0 and np.allclose(ratios, ratio, rtol=CLOSE, atol=0.0) else None


def _sentence(smaller: Curve, larger: Curve, ratio: float) -> str:
    simple = Fraction(ratio).limit_denominator(64)
    if abs(ratio - 1.0) < CLOSE:
        return f"{smaller.spec} and {larger.spec} are the same curve"
    if abs(float(simple) - ratio) < CLOSE * ratio:
        return f"{smaller.spec} is {simple} of {larger.spec}"
    return f"{smaller.spec} is {ratio:.6g} times {larger.spec}"
