"""Sentences on what a value of a loss means for a prediction."""

from __future__ import annotations

import math

from lossplot._curves.curve import Curve
from lossplot._curves.inverse import inverse
from lossplot._curves.places import Inverse, Place
from lossplot._curves.profile import profile
from lossplot._formula.notation.letters import number
from lossplot._text.names import label


def meaning(curve: Curve, value: float) -> str:
    """Return a sentence on where `curve` is `value`: `Hinge is 0.5 at m = 0.5: right, by a margin of 0.5`."""
    found = inverse(curve, value)
    if not found.places:
        return f"{curve.spec} is {_never(curve, value, found)}"
    places = " or ".join(_place(curve, place) for place in found.places)
    meanings = " or ".join(dict.fromkeys(_meaning(curve, place) for place in found.places))
    return f"{label(curve)} is {number(value)} at {places}{_aside(curve, found)}: {meanings}"


def _aside(curve: Curve, found: Inverse) -> str:
    """Say where else the value is approached, or reached between doubles, or found again and again."""
    asides = []
    if found.limits:
        asides.append(f"in the limit {_limits(curve, found)} too")
    if found.between:
        asides.append(f"again {_between(curve, found)}")
    if found.window:
        asides.append("and so on")
    return f" ({', '.join(asides)})" if asides else ""


def _never(curve: Curve, value: float, found: Inverse) -> str:
    """Say that the value is a limit, or is reached between doubles, or else how far the loss stays from it."""
    if found.limits:
        return f"{number(value)} only in the limit {_limits(curve, found)}"
    if found.between:
        return f"{number(value)} only {_between(curve, found)}"
    levels = profile(curve).levels
    if value < min(levels):
        return f"never {number(value)}: it is {_bound(curve, min(levels), 'at least', 'more than')}"
    if value > max(levels):
        return f"never {number(value)}: it is {_bound(curve, max(levels), 'at most', 'less than')}"
    return f"never {number(value)}"


def _bound(curve: Curve, bound: float, reached: str, approached: str) -> str:
    found = inverse(curve, bound)
    if not found.places:
        return f"{approached} {bound:.6g}, its limit for {_limits(curve, found)}"
    elsewhere = " and elsewhere" if len(found.places) > 1 else ""
    return f"{reached} {bound:.6g}, at {_place(curve, found.places[0])}{elsewhere}"


def _limits(curve: Curve, found: Inverse) -> str:
    sides = {-1: " from below", 1: " from above"}
    inside = curve.domain.low, curve.domain.high
    return " or ".join(
        f"{curve.axis.variable} -> {limit.x:.6g}" + ("" if limit.x in inside else sides[limit.side])
        for limit in found.limits
    )


def _between(curve: Curve, found: Inverse) -> str:
    variable = curve.axis.variable
    gaps = []
    for low, high in found.between:
        beyond = f"{variable} > {low:.6g}" if math.isinf(high) else f"{variable} < {high:.6g}"
        is_inside = math.isfinite(low) and math.isfinite(high)
        gaps.append(f"{number(low)} < {variable} < {number(high)}" if is_inside else beyond)
    return f"where no double is, {' or '.join(gaps)}"


def _place(curve: Curve, place: Place) -> str:
    variable, low, high = curve.axis.variable, _written(curve, place.low), _written(curve, place.high)
    if place.low == place.high:
        return f"{variable} = {low}"
    above, below = ("<" if is_open else "<=" for is_open in (place.low_open, place.high_open))
    if math.isinf(place.high):
        return f"every {variable}" if math.isinf(place.low) else f"every {variable} {above.replace('<', '>')} {low}"
    if math.isinf(place.low):
        return f"every {variable} {below} {high}"
    if place.low_open or place.high_open:
        return f"every {variable} with {low} {above} {variable} {below} {high}"
    return f"every {variable} from {low} to {high}"


def _written(curve: Curve, x: float, digits: int = 6) -> str:
    """Format `x` in few digits, or in all where it would become another place of note."""
    text = f"{x:.{digits}g}"
    return number(x) if any(node.x == float(text) != x for node in profile(curve).nodes) else text


def _meaning(curve: Curve, place: Place) -> str:
    low, high = place.low, place.high
    match curve.axis.name:
        case "margin" if low == high:
            side = "on the boundary" if low == 0.0 else "right" if low > 0.0 else "wrong"
            return f"{side}, by a margin of {abs(low):.4g}" if low else side
        case "margin":
            return _side(place)
        case "error" if low == high:
            return f"the prediction is too {'high' if low > 0.0 else 'low'} by {abs(low):.4g}" if low else "no error"
        case "error":
            return _error(place)
        case "prediction" if low == high and curve.axis.target is not None:
            off = low - curve.axis.target
            return f"the prediction is too {'high' if off > 0.0 else 'low'} by {abs(off):.4g}" if off else "no error"
        case "probability" if low == high:
            mean = curve.loss.mean
            over = f" (of a mean loss: the {mean} over the examples)" if mean else ""
            return f"the true class gets p = {_written(curve, low, 4)}{over}"
    return "the loss says no more than that"


def _side(place: Place) -> str:
    """Say on which side of the boundary, m = 0, an interval of margins lies."""
    if place.first >= 0.0:
        enough = ", by a wide enough margin" if place.low else ""
        return "right or on the boundary" if place.first == 0.0 else f"right{enough}"
    if place.last <= 0.0:
        enough = ", by a wide enough margin" if place.high else ""
        return "wrong or on the boundary" if place.last == 0.0 else f"wrong{enough}"
    return "right or wrong"


def _error(place: Place) -> str:
    """Say how large the errors of an interval are."""
    low, high = place.low, place.high
    if -low == high:
        size = f"{'less than' if place.high_open else 'at most'} {high:.4g}"
        return "any error" if math.isinf(high) else f"an error of {size}"
    for near, far, is_open in ((low, high, place.low_open), (-high, -low, place.high_open)):
        if near >= 0.0 and math.isinf(far):
            return f"an error of {'more than' if is_open else 'at least'} {near + 0.0:.4g}"
    return f"an error from {low:.4g} to {high:.4g}"
