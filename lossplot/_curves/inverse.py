"""Inverse of a loss: the places where it has a value, and where that is only a limit."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.doubles import sign_places
from lossplot._curves.limits import CLOSE
from lossplot._curves.places import Approach, Inverse, Place
from lossplot._curves.profile import ROUNDING, Node, Profile, Stretch, profile
from lossplot._curves.survey import Interval
from lossplot._formula.evaluate import Array

# A double whose value is off by more than this share does not stand for a number between it and the next.
_MISSED = 1e-3
# Numbers near the two ends of the doubles.
_SMALL, _LARGE = 1e-100, 1e100


def inverse(curve: Curve, value: float) -> Inverse:
    """Find where `curve` is `value`, over all doubles."""
    return inverse_of(profile(curve), value)


def minimisers(curve: Curve) -> Inverse:
    """Find where `curve` is least, or where it approaches its infimum."""
    course = profile(curve)
    return inverse_of(course, min(course.levels))


@np.errstate(all="ignore")
def inverse_of(course: Profile, value: float) -> Inverse:
    """Find where a curve with this profile has `value`, which may be infinite."""
    hits = {node.x: node for node in course.nodes if _hits(node, value)}
    flats = [stretch for stretch in course.stretches if stretch.flat]
    places = [Place(x, x) for x in hits]
    places += [
        Place(stretch.low, stretch.high, math.isfinite(stretch.low), math.isfinite(stretch.high))
        for stretch in flats
        if math.isclose(stretch.at_low, value, rel_tol=ROUNDING)
    ]
    moving = [_ended(stretch, hits, value) for stretch in course.stretches if not stretch.flat]
    points, limits, between = _crossings(course, [stretch for stretch in moving if _passes(stretch, value)], value)
    places += [Place(x, x) for x in points]
    limits += [
        Approach(x, side)
        for stretch in moving
        for x, level, side in ((stretch.low, stretch.at_low, 1), (stretch.high, stretch.at_high, -1))
        if x not in hits and _tends(course, x, level, value)
    ]
    return Inverse(tuple(_joined(places)), tuple(limits), tuple(between), course.window)


def _tends(course: Profile, x: float, level: float, value: float) -> bool:
    """Return True if `level`, the limit at `x`, is `value`, to the digits that an extrapolated limit has."""
    if level == value or math.isfinite(x) or not math.isclose(level, value, rel_tol=CLOSE):
        return level == value
    farthest = float(course.survey.at(np.array([math.copysign(sys.float_info.max, x)]), 0)[0, 0])
    return not math.isclose(farthest, level, rel_tol=CLOSE)


def _hits(node: Node, value: float) -> bool:
    return math.isfinite(value) and abs(node.value - value) <= node.slack


def _ended(stretch: Stretch, hits: dict[float, Node], value: float) -> Stretch:
    """The stretch with `value` at an end at which the curve reaches it without a jump."""
    low, high = hits.get(stretch.low), hits.get(stretch.high)
    return Stretch(
        stretch.low,
        stretch.high,
        value if low and abs(stretch.at_low - value) <= 2.0 * low.slack else stretch.at_low,
        value if high and abs(stretch.at_high - value) <= 2.0 * high.slack else stretch.at_high,
        stretch.flat,
    )


def _passes(stretch: Stretch, value: float) -> bool:
    return min(stretch.at_low, stretch.at_high) < value < max(stretch.at_low, stretch.at_high)


def _crossings(
    course: Profile, stretches: Sequence[Stretch], value: float
) -> tuple[list[float], list[Approach], list[Interval]]:
    """Find the double at which each of the stretches passes `value`, or else the two between which it does."""
    points: list[float] = []
    limits: list[Approach] = []
    between: list[Interval] = []
    if not stretches:
        return points, limits, between

    def off(x: Array) -> Array:
        difference: Array = course.survey.at(x.ravel(), 0)[0].reshape(x.shape) - value
        return difference

    low, high, start = np.array([(each.low, each.high, each.at_low) for each in stretches]).reshape(-1, 3).T
    neighbours = np.array(sign_places(lambda x: np.sign(off(x)), low, high, np.sign(start - value))).T
    for stretch, pair, offs in zip(stretches, neighbours.tolist(), np.abs(off(neighbours)).tolist(), strict=True):
        best = min(range(2), key=lambda i: (offs[i], abs(pair[i])))
        gap = _gap(stretch, pair, offs) if offs[best] > _MISSED * abs(value) else None
        if gap is None:
            points.append(pair[best])
        elif math.isinf(gap[1]) and math.isclose(stretch.at_high, value, rel_tol=CLOSE):
            limits.append(Approach(math.inf, -1))
        elif math.isinf(gap[0]) and math.isclose(stretch.at_low, value, rel_tol=CLOSE):
            limits.append(Approach(-math.inf, 1))
        else:
            between.append(gap)
    return points, limits, between


def _gap(stretch: Stretch, pair: Sequence[float], offs: Sequence[float]) -> Interval | None:
    """Find the neighbouring doubles between which a value is reached that neither comes near; None if one does."""
    before, after = pair
    if stretch.low < before and after < stretch.high and not _SMALL < abs(before) < _LARGE:
        # The formula overflows or underflows where the loss does not.
        before, after = (0.0, math.ulp(0.0)) if abs(before) < 1.0 else (sys.float_info.max, math.inf)
        return (before, after) if pair[0] > 0.0 else (-after, -before)
    if math.isinf(before) or math.isinf(after) or math.inf in offs or (0.0 in pair and 0.0 in stretch.ends):
        return before, after
    return None


def _joined(places: list[Place]) -> Iterator[Place]:
    """The places in order, of those that touch one."""
    ordered = sorted(places, key=lambda place: (place.first, place.last))
    while ordered:
        place = ordered.pop(0)
        while ordered and ordered[0].first <= math.nextafter(place.last, math.inf):
            other = ordered.pop(0)
            are_points = place.low == place.high and other.low == other.high
            if not are_points and other.last > place.last:
                place = Place(place.low, other.high, place.low_open, other.high_open)
        yield place
