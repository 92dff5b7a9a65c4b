"""Limits of the view on scales that are not linear, and how wide the linear part of a symlog scale is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import Panel, quantity
from lossplot._errors import RequestError, Words
from lossplot._figure.limits import FREE, GRID, HIGHEST, REACH, Span
from lossplot._figure.sampling import near_centres
from lossplot._figure.scales import Scale
from lossplot._formula.evaluate import Array

# The decades that a log scale shows at most unless a range is given, along x and upwards.
X_DECADES, Y_DECADES = 3.0, 9.0
# The share of a curve's positive values that may be below a log scale.
LOWEST_SHARE = 0.02
# A log scale of a curve that hardly changes goes over so many decades.
LEAST_DECADES = 0.5
# What is larger is cut off, so that there are doubles one height beyond the frame, and what is smaller is zero.
MOST, LEAST = 1e100, 1e-100
# A symlog scale has so many decades beyond its linear part, at least and at most.
FEWEST_BEYOND, MOST_BEYOND = 1.0, 6.0


def positive_part(left: float, right: float) -> Span:
    """Return the part of a range that a log scale can show.  Raises RequestError if there is none."""
    if right <= 0.0:
        raise RequestError(
            f"a log scale shows only what is positive, and x goes from {left:g} to {right:g}; choose ",
            Words("--xscale symlog", "xscale='symlog'"),
        )
    return (left, right) if left > 0.0 else (10.0 ** (_power(right) - X_DECADES), right)


def x_scale(kind: str, curves: Sequence[Curve], left: float, right: float) -> Scale:
    """Return the scale of an x axis; that of symlog is linear up to the first landmark of a curve, or to 1."""
    if kind != "symlog":
        return Scale(kind)
    reach = REACH * (right - left)
    marks = [abs(x) for curve in curves for x in curve.landmarks(max(left, -reach), min(right, reach)) if x]
    return Scale(kind, _threshold(min(marks, default=1.0), max(abs(left), abs(right))))


def y_scale(kind: str, curves: Sequence[Curve], panel: Panel, x: Array, limits: Span | None) -> Scale:
    """Return the scale of a y axis with these `limits`, if they are chosen.

    That of symlog is linear up to what the lowest of the curves usually is at `x`.
    """
    if kind != "symlog":
        return Scale(kind)
    sizes = [values for curve in curves if (values := np.abs(_finite(curve, panel, x))).any()]
    usual = min((float(np.median(values[values > 0.0])) for values in sizes), default=1.0)
    largest = max(map(abs, limits)) if limits else max((float(values.max()) for values in sizes), default=1.0)
    return Scale(kind, _threshold(usual, largest))


def points_along(scale: Scale, left: float, right: float) -> Array:
    """Return points at even steps along an x axis."""
    return np.clip(scale.inverse(np.linspace(*scale.span(left, right), GRID)), left, right)


def y_limits_on(scale: Scale, curves: Sequence[Curve], panel: Panel, x: Array) -> Span:
    """Return limits that hold what `panel` shows of `curves` at `x`, with free room at both ends.

    On a log scale it is what is positive; the lowest values, where a curve falls to zero, are left out.  Raises
    RequestError if nothing is positive there.
    """
    values = [_finite(curve, panel, x) for curve in curves]
    if scale.kind == "symlog":
        low = min((0.0, *(float(each.min()) for each in values if each.size)))
        high = max((0.0, *(float(each.max()) for each in values if each.size)))
        return scale.widened(low, high, FREE) if high - low > LEAST else (-scale.threshold, scale.threshold)
    positive = [part for each in values if (part := each[each >= LEAST]).size]
    if not positive:
        raise RequestError(
            "nothing of the curves is positive in this range, and a log scale shows nothing else; choose ",
            Words("--yscale symlog", "yscale='symlog'"),
        )
    high = max(float(part.max()) for part in positive)
    low = min(float(np.quantile(part, LOWEST_SHARE)) for part in positive)
    low = max(low, high * 10.0**-Y_DECADES)
    if math.log10(high / low) < LEAST_DECADES:
        middle, half = math.sqrt(low) * math.sqrt(high), 10.0 ** (LEAST_DECADES / 2.0)
        low, high = middle / half, middle * half
    return scale.widened(low, high, FREE)


def _finite(curve: Curve, panel: Panel, x: Array) -> Array:
    """The values at `x`, or where these are zero or infinite those of a narrow peak between."""
    values = quantity(curve, panel, x)
    if not np.any((np.abs(values) >= LEAST) & (np.abs(values) <= HIGHEST)):
        values = quantity(curve, panel, near_centres(curve, float(x[0]), float(x[-1])))
    return np.clip(values[np.abs(values) <= HIGHEST], -MOST, MOST)


def _threshold(usual: float, largest: float) -> float:
    """Return a power of ten: that of `usual`, some decades below that of `largest`."""
    top = _power(max(largest, LEAST))
    return float(10.0 ** min(max(_power(max(usual, LEAST)), top - MOST_BEYOND), top - FEWEST_BEYOND))


def _power(size: float) -> float:
    return float(math.floor(math.log10(size) + 1e-9))
