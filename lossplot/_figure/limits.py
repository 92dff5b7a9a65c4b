"""Limits of the view, for a user who gives none.

Published figures of losses show steep curves over two thirds of their course and cut the rest off, so that the calm
ones are not flat; `tests/figure/test_limits.py` has them beside ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import Panel, quantity
from lossplot._figure.sampling import growing_shares, near_centres
from lossplot._formula.evaluate import Array
from lossplot._losses.entry import ERROR

GRID = 401
# A curve of more turns than this may have the same phase at all even steps.
MANY_TURNS = 64
# How far beyond the axis's own view a landmark of the formula may draw the range.
REACH = 20.0
# Where the highest curve is more than so many times as high as the usual one, the middle of the axis's view is shown.
CONTRAST, MIDDLE = 4.0, 2.0 / 3.0
# The share of the stretch on which a curve changes over which it must be in view; the core of a curve is a little more.
LEAST_SHARE, CORE_SHARE = 0.6, 2.0 / 3.0
# The core of an unbounded curve is more: what is unbounded is what it is known for.
UNBOUNDED_SHARE = 0.85
# A panel may be so many times as high as its calm curves need.
CALM_ROOM = 1.3
# To hold all, it may be so many times as high as it must be, if the usual curve has this share of the height then.
WHOLE_ROOM, USUAL_SHARE = 1.8, 0.2
# The least share of the panel's height that a curve has, and that of the height without the free room at the ends.
LEAST_HEIGHT, CORE_HEIGHT = 0.08, 0.09
# The share of the height that is left free at both ends.
FREE = 0.05
# An unbounded curve is shown up to this many times its median height, and one that grows as slowly as a logarithm, by
# less than the factor `SLOW` from two hundredths of the range before its end to one, up to that point.
UNBOUNDED, SLOW = 6.0, 1.3
# What is higher or lower than this is cut off, so that there are doubles beyond the frame; less than `LEAST` is flat.
HIGHEST, LEAST = 1e300, 1e-290
# A smaller step from point to point, as a share of the curve's height, is none.
STILL = 1e-9
# How often, and with how many points, a peak is looked at more closely; beyond this growth at the last look it is a
# pole.
ZOOMS, ZOOM_POINTS, GROWTH = 2, 33, 1.5
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Extent:
    """The heights of a curve: `whole` is all that is worth showing of it, `core` the part that has to be in view.

    `reach` is how low and high it really goes, to the peaks of narrow spikes.
    """

    whole: Span
    core: Span
    reach: Span

    @property
    def height(self) -> float:
        return self.whole[1] - self.whole[0]


def x_limits(curves: Sequence[Curve]) -> Span:
    """Return the axis's usual view, widened to hold every landmark of every curve.

    Where some curve is steep beside the others, it is the middle of that view, if that holds the landmarks.  Against a
    prediction it is what lies around the target.
    """
    if curves[0].axis.target is not None:
        return _around(curves[0].axis.target, curves)
    low, high = curves[0].axis.view
    width = high - low
    marks = [x for curve in curves for x in curve.landmarks(-REACH * width, REACH * width)]
    domain = curves[0].axis.domain
    middle = MIDDLE * low, MIDDLE * high
    if low == -high and math.isinf(domain.high - domain.low) and _widened(middle, marks) == middle:
        heights = [extent.height for curve in curves if (extent := _extent(curve, "loss", low, high))]
        low, high = middle if max(heights, default=0.0) > CONTRAST * _usual(heights) else (low, high)
    left, right = _widened((low, high), marks)
    return max(left, domain.low), min(right, domain.high)


def _around(target: float, curves: Sequence[Curve]) -> Span:
    """Return the view of predictions of `target`.

    It is that of the error around it, where losses of the error alone say by their landmarks how wide that is.  Else it
    reaches as far to both sides as the target is from zero, where all curves are defined.
    """
    low, high = ERROR.view
    are_errors = all(curve.loss.axis.name == ERROR.name for curve in curves)
    reach = REACH * (high - low)
    marks = [x - target for curve in curves for x in curve.landmarks(target - reach, target + reach)]
    if not (are_errors and any(marks)):
        half = max(high if are_errors or not target else 0.0, abs(target))
        low, high = -half, half
    left, right = (target + end for end in (_widened((low, high), marks) if are_errors else (low, high)))
    return max(left, *(curve.domain.low for curve in curves)), min(right, *(curve.domain.high for curve in curves))


def has_values(curves: Sequence[Curve], panel: Panel, left: float, right: float) -> bool:
    """Return True if any of `curves` has a value to show from `left` to `right`."""
    return any(_extent(curve, panel, left, right) for curve in curves)


def y_limits(curves: Sequence[Curve], panel: Panel, left: float, right: float) -> Span:
    """Return limits that hold the core of every curve, and all of the calm ones, but flatten none.

    Where that cannot be, it is the steep ones that are cut off.  Zero is always inside, and a twentieth of the height
    is left free at both ends.
    """
    extents = [extent for curve in curves if (extent := _extent(curve, panel, left, right))]
    low, high = _not_flat(_wanted(extents), extents)
    if high - low < LEAST:
        low, high = -1.0, 1.0
    free = FREE * (high - low)
    return low - free, high + free


def share_in_view(curve: Curve, panel: Panel, x_range: Span, y_range: Span) -> float:
    """Return the share of the stretch on which the quantity changes over which it is in view; 1 if it never changes."""
    values = _finite(quantity(curve, panel, np.linspace(*x_range, GRID)))
    if not values.size:
        return 1.0
    low, high = np.minimum(values[1:], values[:-1]), np.maximum(values[1:], values[:-1])
    changes = high - low > STILL * (y_range[1] - y_range[0])
    inside = (low[changes] >= y_range[0]) & (high[changes] <= y_range[1])
    return float(np.mean(inside)) if inside.size else 1.0


def share_of_height(curve: Curve, panel: Panel, x_range: Span, y_range: Span) -> float:
    """Return the share of the height of the view that the quantity takes up; 1 if it never changes."""
    values = _finite(quantity(curve, panel, np.linspace(*x_range, GRID)))
    if not values.size or np.ptp(values) < LEAST:
        return 1.0
    return float(np.ptp(np.clip(values, *y_range))) / (y_range[1] - y_range[0])


def _wanted(extents: Sequence[Extent]) -> Span:
    """The span of all curves, or, if that is much more, of the cores of all and of the calm half with some room."""
    whole = _hull([extent.whole for extent in extents])
    usual = _usual([extent.height for extent in extents])
    calm_low, calm_high = _hull([extent.whole for extent in extents if extent.height <= usual])
    room = (CALM_ROOM - 1.0) * (calm_high - calm_low)
    core_low, core_high = _hull([extent.core for extent in extents])
    low, high = max(whole[0], min(core_low, calm_low - room)), min(whole[1], max(core_high, calm_high + room))
    height = whole[1] - whole[0]
    return whole if height <= WHOLE_ROOM * (high - low) and usual >= USUAL_SHARE * height else (low, high)


def _not_flat(wanted: Span, extents: Sequence[Extent]) -> Span:
    """`wanted`, or the part of it around the lowest of the curves in it in which that is not flat."""
    spans = [span for extent in extents if extent.height > LEAST and (span := _common(extent.reach, wanted))]
    if not spans:
        return wanted
    bottom, top = min(spans, key=lambda span: span[1] - span[0])
    low, high = _hull([(bottom, top)])
    excess = (wanted[1] - wanted[0]) - (high - low)
    room = (top - bottom) / CORE_HEIGHT - (high - low)
    share = min(1.0, max(0.0, room) / excess) if excess > 0.0 else 1.0
    return low - share * (low - wanted[0]), high + share * (wanted[1] - high)


def _common(one: Span, other: Span) -> Span | None:
    """The span that both have in common, if it is more than a point."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if high > low else None


def _widened(view: Span, marks: Sequence[float]) -> Span:
    low, high = view
    left = min([low, *(math.floor(1.25 * x) for x in marks if x <= low)])
    right = max([high, *(math.ceil(1.25 * x) for x in marks if x >= high)])
    return left, right


def _usual(heights: Sequence[float]) -> float:
    """The median of the heights of the curves that have one, the lower of two."""
    some = sorted(height for height in heights if height > LEAST)
    return some[(len(some) - 1) // 2] if some else 0.0


def _hull(spans: Sequence[Span]) -> Span:
    return min((0.0, *(low for low, _ in spans))), max((0.0, *(high for _, high in spans)))


def _finite(values: Array) -> Array:
    return values[np.abs(values) <= HIGHEST]


def _heights(curve: Curve, panel: Panel, left: float, right: float) -> Array:
    """The quantity at even steps, or at steps that grow a little, if it swings so often that even ones may miss it."""
    uneven = quantity(curve, panel, left + (right - left) * growing_shares(GRID))
    turns = np.count_nonzero(np.diff(np.sign(np.diff(_finite(uneven)))))
    return uneven if turns > MANY_TURNS else quantity(curve, panel, np.linspace(left, right, GRID))


@lru_cache(maxsize=1024)
def _extent(curve: Curve, panel: Panel, left: float, right: float) -> Extent | None:
    """Return the heights of the quantity; one with a pole, or that soars at an end, is cut at a multiple of its median.

    The core holds every level on which it stays, and the values nearest to zero of the stretch on which it changes.

    It is kept, for a figure asks for it again: for its range, whether there is anything to show, and its height.
    """
    values = _heights(curve, panel, left, right)
    finite = _finite(values)
    if not finite.size:
        return None
    reach, is_peak = _reach(curve, panel, left, right)
    usual, high, near, nearest = np.quantile(np.abs(finite), [0.5, 0.8, 0.98, 0.99])
    cut, share = math.inf, CORE_SHARE
    if usual > 0.0 and (len(finite) < len(values) or (not is_peak and max(-reach[0], reach[1]) > 100.0 * high)):
        cut, share = float(max(UNBOUNDED * usual, nearest if nearest < SLOW * near else 0.0)), UNBOUNDED_SHARE
    starts, ends = finite[:-1], finite[1:]
    whole = max(reach[0], -cut), min(reach[1], cut)
    changes = np.abs(ends - starts) > STILL * (whole[1] - whole[0])
    if not changes.any():
        return Extent(whole, whole, reach)
    size = float(np.quantile(np.maximum(np.abs(starts), np.abs(ends))[changes], share))
    levels = _hull([(float(level), float(level)) for level in starts[~changes]])
    return Extent(whole, (max(whole[0], min(levels[0], -size)), min(whole[1], max(levels[1], size))), reach)


def _reach(curve: Curve, panel: Panel, left: float, right: float) -> tuple[Span, bool]:
    """Return how low and high the quantity goes, to the tops of narrow peaks, and True if it turns where it is largest.

    At a pole it does not turn: the closer one looks, the higher it is.

    Between two neighbouring points nothing is left out that is as wide as a millionth of the view and stands near zero,
    near a parameter, or between two pieces of the formula.
    """
    marks = [left, *curve.landmarks(left, right), right]
    between = (np.array(marks[1:]) + np.array(marks[:-1])) / 2.0
    x = np.unique(np.concatenate([np.linspace(left, right, GRID), near_centres(curve, left, right), between]))
    values = quantity(curve, panel, x)
    before = 0.0
    for _ in range(ZOOMS):
        # Closer around the highest and the lowest point.
        sizes = np.where(np.abs(values) <= HIGHEST, values, np.nan)
        tops = {int(np.nanargmax(sizes)), int(np.nanargmin(sizes))}
        before = float(np.nanmax(np.abs(sizes)))
        closer = [np.linspace(x[max(top - 1, 0)], x[min(top + 1, len(x) - 1)], ZOOM_POINTS) for top in tops]
        more = np.setdiff1d(np.concatenate(closer), x)
        x, values = np.concatenate([x, more]), np.concatenate([values, quantity(curve, panel, more)])
        order = np.argsort(x)
        x, values = x[order], values[order]
    finite = np.where(np.abs(values) <= HIGHEST, values, np.nan)
    largest = int(np.nanargmax(np.abs(finite)))
    turns = 0 < largest < len(values) - 1 and abs(finite[largest]) <= GROWTH * before
    return (float(np.nanmin(finite)), float(np.nanmax(finite))), bool(turns)
