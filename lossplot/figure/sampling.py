"""A curve in a view -> the polylines that draw it: every knot a vertex, every jump a break."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, starmap

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.panels import QUANTITIES, Panel, quantity
from lossplot.formula.evaluate import Array
from lossplot.formula.knots import Knot

# The finest detail drawn, as a share of the view: a twentieth of a pixel in a figure 1,000 pixels high.
TOLERANCE = 5e-5
FIRST_POINTS = 65
MAX_POINTS = 20_000


@dataclass(frozen=True, slots=True)
class View:
    """The part of the plane that a panel shows."""

    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Trace:
    """The lines and circles of one curve in one panel, in its own coordinates.

    `pieces` are polylines of shape (n, 2).  `filled` is where the curve attains its value beside a
    break, `hollow` where it does not; `bridges` (x, low, high) are intervals of subgradients.
    """

    pieces: tuple[Array, ...]
    filled: tuple[tuple[float, float], ...] = ()
    hollow: tuple[tuple[float, float], ...] = ()
    bridges: tuple[tuple[float, float, float], ...] = ()


def sample(curve: Curve, panel: Panel, view: View) -> Trace:
    """The trace of what `panel` shows of `curve` in `view`.

    Within the view it is off by at most 1/20,000 of the view's height.  Far outside, values are
    clipped to one height beyond the frame, so that a renderer never meets an infinity.
    """
    domain, breaks_at = curve.domain, QUANTITIES[panel].breaks_at
    left, right = max(view.left, domain.low), min(view.right, domain.high)
    knots = curve.knots(left, right)
    starts = [left, *(knot.after for knot in knots)]
    ends = [*(knot.before for knot in knots), right]
    pieces = [_piece(curve, panel, start, end, view) for start, end in zip(starts, ends, strict=True)]
    joined: list[Array] = []
    for knot, piece in zip([None, *knots], pieces, strict=True):
        if knot and not breaks_at(knot) and joined and len(joined[-1]) and len(piece):
            joined[-1] = np.vstack([joined[-1][:-1] if knot.before == knot.after else joined[-1], piece])
        else:
            joined.append(piece)
    lines = tuple(run for line in joined for run in _finite_runs(line))
    marks = [_marks(curve, panel, knot, view) for knot in knots if breaks_at(knot) and left < knot.x < right]
    return Trace(
        lines,
        tuple(point for filled, _, _ in marks for point in filled),
        tuple(point for _, hollow, _ in marks for point in hollow),
        tuple(bridge for _, _, bridges in marks for bridge in bridges),
    )


_Points = list[tuple[float, float]]


def _marks(
    curve: Curve, panel: Panel, knot: Knot, view: View
) -> tuple[_Points, _Points, list[tuple[float, float, float]]]:
    """The filled and hollow circles and the bridge at a break."""
    if knot.kind == "jump" and not (np.isfinite(knot.left) and np.isfinite(knot.right)):
        return [], [], []
    low = float(quantity(curve, panel, np.array([knot.before]), -1)[0])
    high = float(quantity(curve, panel, np.array([knot.after]), +1)[0])
    if QUANTITIES[panel].jumps_with("corner") and knot.kind == "corner":
        height = view.top - view.bottom
        low, high = np.clip([low, high], view.bottom - height, view.top + height).tolist()
        return [], [], [(knot.x, low, high)]
    ends = sorted({y for y in (low, high) if np.isfinite(y)})
    if QUANTITIES[panel].order:
        return [], [(knot.x, y) for y in ends], []
    value = float(curve.jet([knot.x]).value[0])
    return [(knot.x, value)] if np.isfinite(value) else [], [(knot.x, y) for y in ends if y != value], []


def _piece(curve: Curve, panel: Panel, start: float, end: float, view: View) -> Array:
    """The polyline between two neighbouring knots, its ends being one-sided limits."""
    if end <= start:
        return np.empty((0, 2))
    height = view.top - view.bottom

    def values(x: Array, side: int = 0) -> Array:
        return np.clip(quantity(curve, panel, x, side), view.bottom - height, view.top + height)

    marks = [start, *(x for x in curve.landmarks(start, end) if start < x < end), end]
    x = np.unique(np.concatenate([near_centres(curve, start, end), *starmap(_spread, pairwise(marks))]))
    y = values(x)
    y[0], y[-1] = values(x[:1], +1)[0], values(x[-1:], -1)[0]
    if _straight(x, y, height):
        return np.column_stack([x, y])[[0, -1]]
    fresh = np.ones(len(x) - 1, dtype=bool)
    while fresh.any() and len(x) < MAX_POINTS:
        at = np.flatnonzero(fresh)
        middle = (x[at] + x[at + 1]) / 2.0
        height_there = values(middle)
        off = ~(np.abs(height_there - (y[at] + y[at + 1]) / 2.0) <= TOLERANCE * height)
        wide = x[at + 1] - x[at] > TOLERANCE * (view.right - view.left)
        split = off & wide
        x = np.insert(x, at[split] + 1, middle[split])
        y = np.insert(y, at[split] + 1, height_there[split])
        fresh = np.zeros(len(x) - 1, dtype=bool)
        new = at[split] + np.arange(np.count_nonzero(split))
        fresh[new] = fresh[new + 1] = True
    return np.column_stack([x, y])


def _spread(start: float, end: float) -> Array:
    return np.linspace(start, end, FIRST_POINTS)


def near_centres(curve: Curve, start: float, end: float) -> Array:
    """Points ever closer to where a curve may be narrow: to zero, and to each of its parameters."""
    steps = (end - start) * 2.0 ** -np.arange(1.0, 24.0)
    offsets = np.concatenate([-steps, [0.0], steps])
    points = np.concatenate([centre + offsets for centre in {0.0, *filter(np.isfinite, curve.values)}])
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
