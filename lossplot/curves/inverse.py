"""Inverse of a loss: the places where it has a value, and where that is only a limit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.doubles import sign_places
from lossplot.curves.limits import CLOSE
from lossplot.curves.profile import ROUNDING, Node, Profile, Stretch, profile
from lossplot.curves.survey import Interval


@dataclass(frozen=True, slots=True)
class Place:
    """Point (low = high) or interval on which a loss has a value; an end that is open does not have it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def first(self) -> float:
        """The first double that has the value."""
        return math.nextafter(self.low, math.inf) if self.low_open else self.low

    @property
    def last(self) -> float:
        """The last double that has the value."""
        return math.nextafter(self.high, -math.inf) if self.high_open else self.high


@dataclass(frozen=True, slots=True)
class Limit:
    """Place that a loss has a value at only in the limit: `side` -1 if it is approached from below, +1 from above."""

    x: float
    side: int


@dataclass(frozen=True, slots=True)
class Inverse:
    """All that is known of where a loss has a value.

    `limits` are places where the value is approached and not reached, and `beyond` the infinities before which it is
    reached, at numbers too large for a double.  Of a loss that oscillates for ever, only the places within `window`
    are there; of all others it is None.
    """

    places: tuple[Place, ...]
    limits: tuple[Limit, ...] = ()
    beyond: tuple[float, ...] = ()
    window: Interval | None = None


def inverse(curve: Curve, value: float) -> Inverse:
    """Find where `curve` is `value`, over all doubles."""
    return inverse_of(profile(curve), value)


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
    points, limits, beyond = _crossings(course, [stretch for stretch in moving if _passes(stretch, value)], value)
    places += [Place(x, x) for x in points]
    limits += [
        Limit(x, side)
        for stretch in moving
        for x, level, side in ((stretch.low, stretch.at_low, 1), (stretch.high, stretch.at_high, -1))
        if level == value and x not in hits
    ]
    return Inverse(tuple(_joined(places)), tuple(limits), tuple(beyond), course.window)


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
) -> tuple[list[float], list[Limit], list[float]]:
    """Find the double at which each of the stretches passes `value`, or say why there is none."""
    points: list[float] = []
    limits: list[Limit] = []
    beyond: list[float] = []
    at = course.survey.at
    low, high, start = np.array([(each.low, each.high, each.at_low) for each in stretches]).reshape(-1, 3).T
    neighbours = sign_places(
        lambda x: np.sign(at(x.ravel(), 0)[0].reshape(x.shape) - value), low, high, np.sign(start - value)
    )
    for stretch, before, after in zip(stretches, *(each.tolist() for each in neighbours), strict=True):
        infinite = next((x for x in (before, after) if math.isinf(x)), None)
        if infinite is None:
            offs = np.abs(at(np.array([before, after]), 0)[0] - value)
            points.append(after if offs[1] <= offs[0] else before)
        elif math.isclose(stretch.at_low if infinite < 0.0 else stretch.at_high, value, rel_tol=CLOSE):
            limits.append(Limit(infinite, 1 if infinite < 0.0 else -1))
        else:
            beyond.append(infinite)
    return points, limits, beyond


def _joined(places: list[Place]) -> Iterator[Place]:
    """The places in order, those that touch made one."""
    ordered = sorted(places, key=lambda place: (place.first, place.last))
    while ordered:
        place = ordered.pop(0)
        while ordered and ordered[0].first <= math.nextafter(place.last, math.inf):
            other = ordered.pop(0)
            if other.last > place.last:
                place = Place(place.low, other.high, place.low_open, other.high_open)
        yield place
