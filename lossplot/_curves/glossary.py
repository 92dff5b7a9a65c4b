"""Glossary of the properties that a user may name: their definitions, sources and values on a card."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from lossplot._curves.axes import AXES
from lossplot._curves.places import Inverse, Place

if TYPE_CHECKING:
    from lossplot._curves.properties import Card

EVERY_AXIS = tuple(AXES)


# Places that are written out: a formula that was typed may have hundreds.
_MOST_PLACES = 8
# A value on a card; None where the property has no meaning, and infinity where there is no finite number.
Value = bool | float | str | Inverse | None


def _format(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Inverse):
        return place_words(value)
    return f"{value:.6g}" if isinstance(value, float) else value or "n/a"


def place_words(inverse: Inverse, digits: int = 6) -> str:
    """Format the places where a loss has a value: `(0, 0.5] and 1`; of very many, those nearest to zero."""
    nearest = sorted(inverse.places, key=lambda place: min(abs(place.low), abs(place.high)))[:_MOST_PLACES]
    spans = " and ".join(_span(place, digits) for place in inverse.places if place in nearest)
    goes_on = inverse.window or len(inverse.places) > _MOST_PLACES
    return f"{spans} and so on" if goes_on and spans else spans or "none"


def extreme_words(inverse: Inverse, digits: int = 6) -> str:
    """Format where an extreme is reached, or else the limits in which it is approached: `none (the limit inf)`."""
    if inverse.places:
        return place_words(inverse, digits)
    limits = [*dict.fromkeys(f"{limit.x:.{digits}g}" for limit in inverse.limits)]
    return f"none (the {'limit' if len(limits) == 1 else 'limits'} {' and '.join(limits)})" if limits else "none"


def _span(place: Place, digits: int) -> str:
    low, high = f"{place.low:.{digits}g}", f"{place.high:.{digits}g}"
    if place.low == place.high:
        return low
    left = "(" if place.low_open or math.isinf(place.low) else "["
    right = ")" if place.high_open or math.isinf(place.high) else "]"
    return f"{left}{low}, {high}{right}"


def _extremes(value: Value) -> str:
    return extreme_words(value) if isinstance(value, Inverse) else _format(value)


@dataclass(frozen=True, slots=True)
class Property:
    """Property of losses on `axes`; `value` reads it off a card, and `words_for` writes such a value."""

    definition: str
    source: str
    value: Callable[[Card], Value]
    axes: tuple[str, ...] = EVERY_AXIS
    words_for: Callable[[Value], str] = _format

    def is_about(self, axis: str) -> bool:
        """Return True if the property has a meaning on the axis called `axis`; on one of its own name few have."""
        return self.axes == EVERY_AXIS or axis in self.axes

    def words(self, card: Card) -> str:
        """Format the value on `card`: yes, no, a number, a word or `n/a`."""
        return self.words_for(self.value(card))

    def holds(self, card: Card) -> bool:
        """Return True if the loss of `card` has the property, in whatever degree."""
        return has(self.value(card))


def has(value: Value) -> bool:
    """Return True if `value`, of a property that a loss has or has not, is that of a loss that has it."""
    return value is not None and value is not False and value != math.inf


def _format_slope(value: Value) -> str:
    return "no" if value == math.inf else _format(value)


_LIN = "Lin 2004, A Note on Margin-based Loss Functions in Classification"
_GNEITING = "Gneiting & Raftery 2007, Strictly Proper Scoring Rules, Prediction, and Estimation"
_MARONNA = "Maronna, Martin & Yohai 2006, Robust Statistics: Theory and Methods"
_RUDIN = "Rudin 1976, Principles of Mathematical Analysis"

PROPERTIES: Mapping[str, Property] = MappingProxyType(
    {
        "convex": Property(
            "No chord lies below the curve: the slope never falls.",
            "Boyd & Vandenberghe 2004, Convex Optimization, section 3.1",
            lambda card: card.convex,
        ),
        "continuous": Property(
            "The value does not jump inside the domain.",
            f"{_RUDIN}, chapter 4",
            lambda card: card.smoothness != "discontinuous",
        ),
        "smooth": Property(
            "The slope exists and is continuous (C1) inside the domain: no jumps and no corners.",
            f"{_RUDIN}, chapter 5",
            lambda card: card.smoothness in ("C1", "C2"),
        ),
        "twice-smooth": Property(
            "The second derivative exists and is continuous (C2) inside the domain.",
            f"{_RUDIN}, chapter 5",
            lambda card: card.smoothness == "C2",
        ),
        "lipschitz": Property(
            "The least K with |L(a) - L(b)| <= K |a - b| everywhere: the steepest slope; no, if there is none.",
            "Shalev-Shwartz & Ben-David 2014, Understanding Machine Learning, section 12.1",
            lambda card: card.lipschitz,
            words_for=_format_slope,
        ),
        "bounded": Property(
            "The value stays between two numbers, so that no single point can cost without limit.",
            "Masnadi-Shirazi & Vasconcelos 2008, On the Design of Loss Functions for Classification",
            lambda card: math.isfinite(card.lower) and math.isfinite(card.upper),
        ),
        "infimum": Property(
            "The greatest number that the value never falls below, reached or not.",
            f"{_RUDIN}, chapter 1",
            lambda card: card.lower,
        ),
        "supremum": Property(
            "The least number that the value never exceeds, reached or not.",
            f"{_RUDIN}, chapter 1",
            lambda card: card.upper,
        ),
        "minimisers": Property(
            "Where the value is the infimum; at a limit it is approached and not reached.",
            "Boyd & Vandenberghe 2004, Convex Optimization, section 4.1",
            lambda card: card.minimum,
            words_for=_extremes,
        ),
        "maximisers": Property(
            "Where the value is the supremum; at a limit it is approached and not reached.",
            f"{_RUDIN}, chapter 4",
            lambda card: card.maximum,
            words_for=_extremes,
        ),
        "zeros": Property(
            "Where the loss is zero; a square bracket counts the end of an interval in, a round one leaves it out.",
            "Steinwart & Christmann 2008, Support Vector Machines, chapter 2",
            lambda card: card.zeros,
        ),
        "symmetric": Property(
            "An error costs the same to either side: L(-r) = L(r), or L(t - r) = L(t + r) about a target t.",
            f"{_MARONNA}, section 2.2",
            lambda card: card.symmetric,
            ("error", "prediction"),
        ),
        "calibrated": Property(
            "A wrong sign always costs more, on average, than the best margin: minimising finds the likelier label.",
            "Bartlett, Jordan & McAuliffe 2006, Convexity, Classification, and Risk Bounds, definition 1",
            lambda card: card.calibrated,
            ("margin",),
        ),
        "universally-fisher-consistent": Property(
            "Minimising over all functions gives the Bayes classifier; for margin losses the same as calibrated.",
            _LIN,
            lambda card: card.calibrated,
            ("margin",),
        ),
        "monotone": Property(
            "The loss never falls as the error grows in size, to either side.",
            f"{_MARONNA}, definition 2.1",
            lambda card: card.monotone,
            ("error",),
        ),
        "redescending": Property(
            "The slope comes back to zero for large errors: hard if it is zero beyond some error, else soft.",
            "Hampel, Ronchetti, Rousseeuw & Stahel 1986, Robust Statistics, section 2.6",
            lambda card: False if card.redescending == "no" else card.redescending,
            ("error",),
        ),
        "efficiency": Property(
            "(E psi')^2/E psi^2 under normal errors, psi being the slope: the share of the observations not wasted.",
            "Huber 1964, Robust Estimation of a Location Parameter",
            lambda card: card.efficiency,
            ("error",),
        ),
        "proper": Property(
            "No report costs less, on average, than the true probability.",
            _GNEITING,
            lambda card: card.proper,
            ("probability",),
        ),
        "strictly-proper": Property(
            "Every report but the true probability costs more, on average.",
            _GNEITING,
            lambda card: card.strictly_proper,
            ("probability",),
        ),
    }
)
