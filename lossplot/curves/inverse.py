"""Where a loss has a given value: which margin, error or probability it stands for."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.properties import card
from lossplot.formula.evaluate import Array, evaluate
from lossplot.formula.knots import roots_of
from lossplot.formula.notation.letters import number
from lossplot.formula.tree import Call, Number

# How far from zero solutions are looked for; a flat part that reaches so far is taken to go on for ever.
FAR = 1e12
# Of more solutions than these only those in the usual view are given.
MOST = 64


def solutions(curve: Curve, value: float) -> list[tuple[float, float]]:
    """All intervals on which `curve` is `value`, in order; a single point is (x, x), and ends may be infinite."""
    if value == 0.0:
        # Far out many a loss is too small for a double, and yet not zero: the card knows.
        return [_attained(curve, value, low, high) for low, high in card(curve).zeros]
    found = _flat_parts(curve, value)
    difference = Call("-", (curve.tree, Number(value)))
    for before, after in roots_of(difference, curve.axis.variable, _grid(curve)):
        x = after if abs(_off(curve, after, value)) <= abs(_off(curve, before, value)) else before
        attained = abs(_off(curve, x, value)) <= 1e-9 * max(1.0, abs(value)) + _rise(curve, before, after)
        near = 1e-9 * max(1.0, abs(x))
        if attained and not any(low - near <= x <= high + near for low, high in found):
            found.append((x + 0.0, x + 0.0))
    if len(found) > MOST:
        left, right = curve.axis.view
        found = [(low, high) for low, high in found if left <= low and high <= right]
    return sorted((-math.inf if low <= -FAR else low, math.inf if high >= FAR else high) for low, high in found)


def _flat_parts(curve: Curve, value: float) -> list[tuple[float, float]]:
    """The pieces of the formula on which it is `value` throughout, neighbours joined."""
    low, high = max(curve.domain.low, -FAR), min(curve.domain.high, FAR)
    breaks = sorted({low, *curve.landmarks(low, high), high})
    flat: list[tuple[float, float]] = []
    for start, end in pairwise(breaks):
        inside = curve.jet(start + (end - start) * np.array([0.2, 0.5, 0.7]))
        if np.all(inside.value == value) and not np.any(inside.slope) and not np.any(inside.curvature):
            joins = bool(flat) and flat[-1][1] == start and curve.jet([start]).value[0] == value
            flat = [*flat[:-1], (flat[-1][0], end)] if joins else [*flat, (start, end)]
    return [_attained(curve, value, start, end) for start, end in flat]


def _attained(curve: Curve, value: float, low: float, high: float) -> tuple[float, float]:
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
    around_zero = np.concatenate(
        [-FAR * steps, FAR * steps, np.linspace(-50.0, 50.0, 2001), np.geomspace(1e-300, 1.0, 200)]
    )
    width = (high - low) if high - low < FAR else 0.0
    near_ends = np.concatenate([low + width * steps, high - width * steps])
    grid = np.unique(np.concatenate([around_zero, near_ends, curve.landmarks(low, high), [low, high]]))
    return grid[(grid >= low) & (grid <= high)]


def _off(curve: Curve, x: float, value: float) -> float:
    return float(evaluate(curve.tree, curve.axis.variable, np.array([x])).value[0]) - value


def _rise(curve: Curve, before: float, after: float) -> float:
    """How much a smooth curve moves between two neighbouring doubles."""
    slope = abs(float(evaluate(curve.tree, curve.axis.variable, np.array([after])).slope[0]))
    return slope * (after - before) if math.isfinite(slope) else 0.0


def meaning(curve: Curve, value: float) -> str:
    """What it says of a prediction that `curve` is `value` for it."""
    found = solutions(curve, value)
    if not found:
        return f"{curve.label} is never {number(value)}"
    where = " or ".join(_where(curve, low, high) for low, high in found)
    words = " or ".join(dict.fromkeys(_in_words(curve, low, high) for low, high in found))
    return f"{curve.label} is {number(value)} at {where}: {words}"


def _where(curve: Curve, low: float, high: float) -> str:
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
    """Whether the curve jumps at the double next to x, which an interval that ends at x leaves out."""
    beyond = _next(x, side)
    return math.isfinite(beyond) and bool(curve.knots(beyond, beyond))


def _in_words(curve: Curve, low: float, high: float) -> str:
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
            return f"the true class gets p = {low:.4g}" + (
                f" (of a mean loss: the {mean} over the examples)" if mean else ""
            )
    return "the loss says no more than that"
