"""Places where a loss has a value: points, intervals with or without their ends, and what is approached only."""

from __future__ import annotations

import math
from dataclasses import dataclass

Interval = tuple[float, float]


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
class Approach:
    """Place that is approached: from below if `side` is -1, from above if it is +1."""

    x: float
    side: int


@dataclass(frozen=True, slots=True)
class Inverse:
    """All that is known of where a loss has a value.

    `limits` are places where the value is approached and not reached.  Between each two of `between`, neighbouring
    doubles that do not come near it, the value is reached: beside a pole, or beyond the largest or smallest double.
    Of a loss that oscillates for ever, only the places within `window` are there; of all others it is None.
    """

    places: tuple[Place, ...]
    limits: tuple[Approach, ...] = ()
    between: tuple[Interval, ...] = ()
    window: Interval | None = None
