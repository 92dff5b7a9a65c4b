"""Sentences on what a value of a loss means for a prediction."""

from __future__ import annotations

import math

from lossplot.curves.curve import Curve
from lossplot.curves.inverse import solutions
from lossplot.formula.notation.letters import number
from lossplot.text.names import label


def meaning(curve: Curve, value: float) -> str:
    """Return a sentence on where `curve` is `value`: `Hinge is 0.5 at m = 0.5: right, by a margin of 0.5`."""
    intervals = solutions(curve, value)
    if not intervals:
        return f"{curve.spec} is never {number(value)}"
    places = " or ".join(_place(curve, low, high) for low, high in intervals)
    meanings = " or ".join(dict.fromkeys(_meaning(curve, low, high) for low, high in intervals))
    return f"{label(curve)} is {number(value)} at {places}: {meanings}"


def _place(curve: Curve, low: float, high: float) -> str:
    variable = curve.axis.variable
    if low == high:
        return f"{variable} = {low:.6g}"
    above = f"> {_next(low, -1):.6g}" if _jumps(curve, low, -1) else f">= {low:.6g}"
    below = f"< {_next(high, +1):.6g}" if _jumps(curve, high, +1) else f"<= {high:.6g}"
    if math.isinf(high):
        return f"every {variable} {above}" if math.isfinite(low) else f"every {variable}"
    return f"every {variable} {below}" if math.isinf(low) else f"every {variable} from {low:.6g} to {high:.6g}"


def _next(x: float, side: int) -> float:
    return math.nextafter(x, side * math.inf) + 0.0


def _jumps(curve: Curve, x: float, side: int) -> bool:
    """Return True if the curve jumps at the double next to x, which an interval that ends at x leaves out."""
    beyond = _next(x, side)
    return math.isfinite(beyond) and bool(curve.knots(beyond, beyond))


def _meaning(curve: Curve, low: float, high: float) -> str:
    single = low == high
    match curve.axis.name:
        case "margin" if single:
            side = "on the boundary" if low == 0.0 else "right" if low > 0.0 else "wrong"
            return f"{side}, by a margin of {abs(low):.4g}" if low else side
        case "margin":
            return "right, by a wide enough margin" if low >= 0.0 else "wrong" if high <= 0.0 else "right or wrong"
        case "error" if single:
            return f"the prediction is too {'high' if low > 0.0 else 'low'} by {abs(low):.4g}" if low else "no error"
        case "error":
            return f"an error of at most {max(abs(low), abs(high)):.4g}" if low < 0.0 < high else "a large error"
        case "probability" if single:
            mean = curve.loss.mean
            over = f" (of a mean loss: the {mean} over the examples)" if mean else ""
            return f"the true class gets p = {low:.4g}{over}"
    return "the loss says no more than that"
