"""Survey of a formula from end to end: its analytic pieces, the limits at their ends, and where it turns."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from lossplot._curves.limits import CLOSE, EQUAL, OneSided, limits
from lossplot._curves.roots import sign_changes
from lossplot._formula.evaluate import Array, evaluate
from lossplot._formula.knots import find_roots
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Tree, numbers_in
from lossplot._losses import Axis

# How far out a formula is sampled, in units of its largest number, and how close to each of its centres.
REACH, NEAREST = 1e6, 1e-12
# Roots that are close to each other are found in a narrow range, those far out in a wide one.
REACHES = (1e1, REACH)
PER_DECADE = 16

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch on which a formula is analytic: points from end to end, and the jets there.

    `parts` has the shape (3, n): value, slope and curvature.  At the first and last point, which may be
    infinite, they are one-sided limits, and NaN where there is none.
    """

    x: Array
    parts: Array

    @property
    def flat(self) -> bool:
        return _is_constant(self.parts[0])

    @property
    def ends(self) -> Interval:
        return float(self.x[0]), float(self.x[-1])

    def brackets(self, order: int) -> Iterator[tuple[float, float, float]]:
        """Neighbours, zeros left out, between which `parts[order]` changes its sign, and the sign at the first."""
        part = self.parts[order]
        clear = np.isfinite(self.x) & ~np.isnan(part) & (part != 0.0)
        x, signs = self.x[clear], np.sign(part[clear])
        for i in np.flatnonzero(signs[1:] != signs[:-1]):
            yield float(x[i]), float(x[i + 1]), float(signs[i])


@dataclass(frozen=True, slots=True)
class Survey:
    """Formula with its pieces, cut at the `breaks` within `reaches` of zero.

    `at(x, side)` is value, slope and curvature at `x` (shape (n,)), of shape (3, n); `side` as in `evaluate`.
    """

    at: OneSided
    axis: Axis
    reaches: tuple[float, ...]
    breaks: Array
    pieces: tuple[Piece, ...]

    @property
    def x(self) -> Array:
        return np.concatenate([piece.x for piece in self.pieces])

    @property
    def parts(self) -> Array:
        return np.hstack([piece.parts for piece in self.pieces])

    @property
    def limits(self) -> tuple[float, float]:
        """The limits of the value at the two ends of the domain."""
        return float(self.pieces[0].parts[0, 0]), float(self.pieces[-1].parts[0, -1])

    def crossings(self, order: int) -> Array:
        """Find where, inside a piece, the value (order 0), the slope (1) or the curvature (2) changes its sign."""
        brackets = [bracket for piece in self.pieces for bracket in piece.brackets(order)]
        low, high = sign_changes(lambda x: self.at(x.ravel(), 0)[order].reshape(x.shape), brackets)
        return low + (high - low) / 2.0


def make_survey(tree: Tree, axis: Axis) -> Survey:
    """Survey `tree`, a formula in the variable of `axis` with its parameters bound."""
    domain = axis.domain
    sizes = sorted({abs(number) for number in numbers_in(tree) if 1e-100 < abs(number) < 1e100})
    scale = max([1.0, *sizes])
    reaches, roots = _roots(tree, axis, scale)
    breaks = np.array([x for root in roots for x in root])
    ends = [x for x in (domain.low, domain.high) if math.isfinite(x)]
    grid = _grid([0.0, *sizes, *(-size for size in sizes), *breaks, *ends], REACH * scale, axis.view)
    parts = partial(_parts, tree, axis)
    starts, stops = [domain.low, *(after for _, after in roots)], [*(before for before, _ in roots), domain.high]
    found = (_piece(parts, grid, start, stop) for start, stop in zip(starts, stops, strict=True))
    pieces = tuple(piece for piece in found if piece)
    # A typed formula may have no value on some of them, as sqrt(1 + z) below -1.
    defined = tuple(piece for piece in pieces if not np.isnan(piece.parts[0, 1:-1]).all())
    return Survey(parts, axis, reaches, breaks, defined or pieces)


def _parts(tree: Tree, axis: Axis, x: Array, side: int) -> Array:
    jet = evaluate(tree, axis.variable, x, side)
    return np.array([jet.value, jet.slope, jet.curvature]) + 0.0  # for -0.0


def _roots(tree: Tree, axis: Axis, scale: float) -> tuple[tuple[float, ...], list[Interval]]:
    """The ranges in which the places where `tree` may change are few enough to be listed, and those places."""
    low, high = axis.domain.low, axis.domain.high
    reaches: list[float] = []
    pairs: set[Interval] = set()
    for reach in (scale * share for share in REACHES):
        try:
            pairs.update(find_roots(tree, axis.variable, max(low, -reach), min(high, reach)))
        except FormulaError:
            break
        reaches.append(reach)
    roots: list[Interval] = []
    for before, after in sorted(pairs):
        if low < before and after < high and not (roots and before <= math.nextafter(roots[-1][1], math.inf)):
            roots.append((before, after))
    return tuple(reaches), roots


def _grid(centres: list[float], reach: float, view: Interval) -> Array:
    """Points that crowd around each centre, thin out geometrically, and fill the view evenly."""
    steps = np.geomspace(NEAREST, reach, round(PER_DECADE * math.log10(reach / NEAREST)))
    around = np.concatenate([-steps, [0.0], steps])
    return np.unique(np.concatenate([*(centre + around for centre in set(centres)), np.linspace(*view, 601)]))


def _piece(parts: OneSided, grid: Array, start: float, stop: float) -> Piece | None:
    x = grid[np.searchsorted(grid, start, "right") : np.searchsorted(grid, stop, "left")]
    if not x.size:
        return None
    inside = parts(x, 0)
    left, right = limits(parts, start, +1), limits(parts, stop, -1)
    if _is_constant(inside[0]):
        left, right = inside[:, 0], inside[:, -1]
    if math.isinf(start) and _oscillates(-x[::-1], inside[:, ::-1]):
        left = np.full(3, math.nan)
    if math.isinf(stop) and _oscillates(x, inside):
        right = np.full(3, math.nan)
    return Piece(np.concatenate([[start], x, [stop]]), np.column_stack([left, inside, right]))


def _is_constant(values: Array) -> bool:
    return bool(np.isfinite(values).all() and np.ptp(values) <= EQUAL * np.max(np.abs(values)))


def _oscillates(x: Array, parts: Array) -> bool:
    """Return True if the waves at the end of a piece are many, and do not grow weaker."""
    far = x > 1e-4 * x[-1]
    value, slope = parts[:2, far]
    signs = np.sign(slope)[slope != 0.0]
    if np.count_nonzero(signs[1:] != signs[:-1]) < 8:
        return False
    near, outer = (np.ptp(half) for half in np.array_split(value, 2))
    return bool(outer > near / 2.0 and outer > CLOSE * np.max(np.abs(value)))
