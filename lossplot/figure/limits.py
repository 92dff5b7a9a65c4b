"""Limits of the view, for a user who gives none."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.panels import Panel, quantity

GRID = 401
# How far beyond the axis's own view a landmark of the formula may draw the range.
REACH = 20.0
# A steep curve may make the panel this many times as high as the others need.
STEEPNESS = 2.0
# An unbounded curve is shown up to this many times its median height.
UNBOUNDED = 6.0
# What is higher or lower than this is cut off, so that there are doubles beyond the frame; less than `LEAST` is flat.
HIGHEST, LEAST = 1e300, 1e-290


def x_limits(curves: Sequence[Curve]) -> tuple[float, float]:
    """Return the axis's usual view, widened to hold every landmark of every curve."""
    low, high = curves[0].axis.view
    width = high - low
    marks = [x for curve in curves for x in curve.landmarks(-REACH * width, REACH * width)]
    domain = curves[0].axis.domain
    left = min([low, *(math.floor(1.25 * x) for x in marks if x <= low)])
    right = max([high, *(math.ceil(1.25 * x) for x in marks if x >= high)])
    return max(left, domain.low), min(right, domain.high)


def has_values(curves: Sequence[Curve], panel: Panel, left: float, right: float) -> bool:
    """Return True if any of `curves` has a value to show from `left` to `right`."""
    return any(_span(curve, panel, left, right) for curve in curves)


def y_limits(curves: Sequence[Curve], panel: Panel, left: float, right: float) -> tuple[float, float]:
    """Return limits that show every curve, but do not let a steep one flatten the others.

    Zero is always inside, and a twentieth of the height is left free at both ends.
    """
    spans = [span for curve in curves if (span := _span(curve, panel, left, right))]
    low, high = _hull(spans)
    heights = sorted(b - a for a, b in spans if b > a)
    if heights:
        usual = heights[(len(heights) - 1) // 2]
        calm_low, calm_high = _hull([(a, b) for a, b in spans if b - a <= usual])
        room = (STEEPNESS - 1.0) * (calm_high - calm_low)
        low, high = max(low, calm_low - room), min(high, calm_high + room)
    if high - low < LEAST:
        low, high = -1.0, 1.0
    margin = 0.05 * (high - low)
    return low - margin, high + margin


def _hull(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return min((0.0, *(low for low, _ in spans))), max((0.0, *(high for _, high in spans)))


def _span(curve: Curve, panel: Panel, left: float, right: float) -> tuple[float, float] | None:
    """The lowest and highest value to show; an unbounded curve is cut at a multiple of its median."""
    x = np.linspace(left, right, GRID)
    values = quantity(curve, panel, x)
    finite = values[np.abs(values) <= HIGHEST]
    if not finite.size:
        return None
    usual = float(np.median(np.abs(finite)))
    has_pole = np.max(np.abs(finite)) > 100.0 * np.quantile(np.abs(finite), 0.8)
    if usual > 0.0 and (len(finite) < len(values) or has_pole):
        finite = np.clip(finite, -UNBOUNDED * usual, UNBOUNDED * usual)
    return float(np.min(finite)), float(np.max(finite))
