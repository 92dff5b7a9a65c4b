"""Polylines that draw a curve in a view: every knot is a vertex, every jump a break."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import QUANTITIES, Panel, quantity
from lossplot._figure.scales import LINEAR, Scale
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Knot
from lossplot._formula.tree import numbers_in

# The finest detail drawn, as a share of the view: a twentieth of a pixel in a figure 1,000 pixels high.
TOLERANCE = 5e-5
FIRST_POINTS = 65
# A line with more vertices, or with more steps that are too short to be halved, swings more finely than a figure shows:
# beside a pole or a spike there are some dozens.
MAX_POINTS, MAX_SHORT = 60_000, 1000
# Where a chord is compared with the curve, as shares of it: the curve may cross the chord at one of them, not at all.
_TESTS = (0.5, 0.2137, 0.7611)
# By how much steps grow from the first to the last, where no wave may have the same phase at all of them.
_GROWTH = 0.0346

# The room at each side of a frame, as a share of the view's width.
PAD = 0.02


@dataclass(frozen=True, slots=True)
class View:
    """Part of the plane that a panel shows, and the scales of its axes."""

    left: float
    right: float
    bottom: float
    top: float
    x_scale: Scale = LINEAR
    y_scale: Scale = LINEAR

    @property
    def padded(self) -> View:
        """The view with a little room at both sides, so that curves do not run into the edge of the frame."""
        left, right = self.x_scale.widened(self.left, self.right, PAD)
        return replace(self, left=left, right=right)

    @property
    def flat(self) -> View:
        """The view in the coordinates of `scaled` points, with linear scales."""
        return View(*self.x_scale.span(self.left, self.right), *self.y_scale.span(self.bottom, self.top))

    def scaled(self, points: Array) -> Array:
        """Return the places along both axes of `points`, of shape (n, 2)."""
        if self.x_scale.is_linear and self.y_scale.is_linear:
            return points
        return np.column_stack([self.x_scale.forward(points[:, 0]), self.y_scale.forward(points[:, 1])])

    def unscaled(self, points: Array) -> Array:
        """Return the points, of shape (n, 2), that have these places."""
        if self.x_scale.is_linear and self.y_scale.is_linear:
            return points
        return np.column_stack([self.x_scale.inverse(points[:, 0]), self.y_scale.inverse(points[:, 1])])

    @property
    def clip_limits(self) -> tuple[float, float]:
        """The heights to which values far outside are clipped: one height of the view beyond it."""
        return self.y_scale.widened(self.bottom, self.top, 1.0)


@dataclass(frozen=True, slots=True)
class Trace:
    """Marks that draw one curve in one panel, in its own coordinates.

    `pieces` are polylines of shape (n, 2).  `filled` are points beside a break that belong to the curve,
    `hollow` those that do not; `bridges` (x, low, high) are intervals of subgradients.  If it `is_coarse`, the curve
    swings more often than lines can follow.
    """

    pieces: tuple[Array, ...]
    filled: tuple[tuple[float, float], ...] = ()
    hollow: tuple[tuple[float, float], ...] = ()
    bridges: tuple[tuple[float, float, float], ...] = ()
    is_coarse: bool = False


def sample(curve: Curve, panel: Panel, view: View) -> Trace:
    """Trace what `panel` shows of `curve` in `view`.

    Within the view it is off by at most 1/20,000 of the view's height along the scale, unless it is coarse.  Far
    outside, values are clipped to one height beyond the frame, so that a renderer never meets an infinity.
    """
    domain, breaks_at = curve.domain, QUANTITIES[panel].breaks_at
    left, right = max(view.left, domain.low), min(view.right, domain.high)
    knots = curve.knots(left, right)
    starts = [left, *(knot.after for knot in knots)]
    ends = [*(knot.before for knot in knots), right]
    found = [_piece(curve, panel, start, end, view) for start, end in zip(starts, ends, strict=True)]
    pieces = [piece for piece, _ in found]
    polylines: list[Array] = []
    for knot, piece in zip([None, *knots], pieces, strict=True):
        if knot and not breaks_at(knot) and polylines and len(polylines[-1]) and len(piece):
            polylines[-1] = np.vstack([polylines[-1][:-1] if knot.before == knot.after else polylines[-1], piece])
        else:
            polylines.append(piece)
    lines = tuple(run for line in polylines for run in _finite_runs(line))
    marks = [_marks(curve, panel, knot, view) for knot in knots if breaks_at(knot) and left < knot.x < right]
    return Trace(
        lines,
        tuple(point for mark in marks for point in mark.filled),
        tuple(point for mark in marks for point in mark.hollow),
        tuple(bridge for mark in marks for bridge in mark.bridges),
        is_coarse=any(is_coarse for _, is_coarse in found),
    )


def _marks(curve: Curve, panel: Panel, knot: Knot, view: View) -> Trace:
    """The filled and hollow circles and the bridge at a break, without polylines."""
    if knot.kind == "jump" and not (np.isfinite(knot.left) and np.isfinite(knot.right)):
        return Trace(())
    low = float(quantity(curve, panel, np.array([knot.before]), -1)[0])
    high = float(quantity(curve, panel, np.array([knot.after]), +1)[0])
    if QUANTITIES[panel].jumps_with("corner") and knot.kind == "corner":
        low, high = np.clip([low, high], *view.clip_limits).tolist()
        return Trace((), bridges=((knot.x, low, high),))
    ends = sorted({y for y in (low, high) if np.isfinite(y)})
    # A derivative has no value at a break.
    value = math.nan if QUANTITIES[panel].order else float(curve.jet([knot.x]).value[0])
    filled = ((knot.x, value),) if np.isfinite(value) else ()
    return Trace((), filled, tuple((knot.x, y) for y in ends if y != value))


def _piece(curve: Curve, panel: Panel, start: float, end: float, view: View) -> tuple[Array, bool]:
    """The polyline between two neighbouring knots, its ends being one-sided limits, and whether it is coarse."""
    if end <= start:
        return np.empty((0, 2)), False
    flat, along, up = view.flat, view.x_scale, view.y_scale
    height = flat.top - flat.bottom

    def values(x: Array, side: int = 0) -> Array:
        return np.clip(quantity(curve, panel, x, side), *view.clip_limits)

    marks = [start, *(x for x in curve.landmarks(start, end) if start < x < end), end]
    shares = growing_shares(FIRST_POINTS)[:-1]
    uneven = [along.inverse(low + (high - low) * shares) for low, high in pairwise(along.forward(np.array(marks)))]
    narrow = _around({0.0, *curve.values, *numbers_in(curve.tree)}, start, end)
    x = np.unique(np.concatenate([narrow, *uneven, marks]))
    y = values(x)
    y[0], y[-1] = values(x[:1], +1)[0], values(x[-1:], -1)[0]
    if _straight(along.forward(x), up.forward(y), height):
        return np.column_stack([x, y])[[0, -1]], False
    fresh, short = np.arange(len(x) - 1), 0
    while fresh.size and len(x) <= MAX_POINTS:
        start_x, start_y = along.forward(x[fresh]), up.forward(y[fresh])
        run, rise = along.forward(x[fresh + 1]) - start_x, up.forward(y[fresh + 1]) - start_y
        heights = np.array([values(along.inverse(start_x + share * run)) for share in _TESTS])
        off = ~np.all(np.abs(up.forward(heights) - start_y - np.outer(_TESTS, rise)) <= TOLERANCE * height, axis=0)
        wide = run > TOLERANCE * (flat.right - flat.left)
        swings = off & ~wide & np.isfinite(heights).all(axis=0)
        at, short = fresh[off & wide], short + int(np.count_nonzero(swings))
        middle = along.inverse(start_x + run / 2.0)
        x, y = np.insert(x, at + 1, middle[off & wide]), np.insert(y, at + 1, heights[0, off & wide])
        new = at + np.arange(at.size)
        fresh = np.sort([new, new + 1], axis=None)
    return np.column_stack([x, y]), bool(fresh.size) or short > MAX_SHORT


def growing_shares(count: int) -> Array:
    """Return `count` numbers from 0 to 1 whose steps grow a little: products and sums, the same on every machine."""
    even = np.linspace(0.0, 1.0, count)
    return even * (1.0 + (even - 1.0) * (_GROWTH / 2.0))


def near_centres(curve: Curve, start: float, end: float) -> Array:
    """Points that crowd around zero and each of the parameters, where a curve may be narrow."""
    return _around({0.0, *curve.values}, start, end)


def _around(centres: set[float], start: float, end: float) -> Array:
    """Points from `start` to `end` that crowd around each centre between them, without the two."""
    steps = (end - start) * 2.0 ** -np.arange(1.0, 24.0)
    offsets = np.concatenate([-steps, [0.0], steps])
    points = np.concatenate([centre + offsets for centre in centres if math.isfinite(centre)])
    return points[(points > start) & (points < end)]


def _straight(x: Array, y: Array, height: float) -> bool:
    chord = y[0] + (y[-1] - y[0]) * ((x - x[0]) / (x[-1] - x[0]))
    return bool(np.all(np.abs(y - chord) <= 1e-9 * height))


def _finite_runs(line: Array) -> list[Array]:
    """Split a polyline where the curve is undefined for longer than one point."""
    defined = ~np.isnan(line[:, 1])
    alone = np.append(False, defined[:-1]) & ~defined & np.append(defined[1:], False)
    line, defined = line[~alone], defined[~alone]
    edges = np.flatnonzero(np.diff(defined)) + 1
    return [run for run in np.split(line, edges) if len(run) > 1 and not np.isnan(run[0, 1])]
