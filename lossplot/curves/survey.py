"""Looking a formula over from end to end: its analytic pieces, the limits at their ends, and where it turns."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lossplot.formula.evaluate import Array, evaluate
from lossplot.formula.knots import find_roots
from lossplot.formula.parser import FormulaError
from lossplot.formula.tree import Call, Number, Tree
from lossplot.losses import Axis

# How far out a formula is sampled, in units of its largest number, and how close to each of its centres.
REACH = 1e6
# Roots that are close to each other are found in a narrow range, those far out in a wide one.
REACHES = (1e1, REACH)
CLOSE = 1e-12
PER_DECADE = 16
# A bracket of a root is cut in 32 until a double's 53 bits are used up.
_SHARES = np.linspace(0.0, 1.0, 33)
_ROUNDS = 11
# What differs by less than this share is equal.
EQUAL = 1e-12
# A limit is read off at equal steps of the exponent: there powers are geometric sequences, logarithms arithmetic ones.
_TOWARDS_INFINITY = 10.0 ** np.arange(25.0, 126.0, 25.0)
_TOWARDS_ZERO = 1.0 / _TOWARDS_INFINITY
_TOWARDS_OTHERS = 2.0 ** np.arange(-10.0, -51.0, -10.0)


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


@dataclass(frozen=True, slots=True)
class Survey:
    """A formula with its pieces, cut where it may change, at the `breaks` within `reaches` of zero."""

    tree: Tree
    axis: Axis
    reaches: tuple[float, ...]
    breaks: Array
    pieces: tuple[Piece, ...]

    def at(self, x: Array, side: int = 0) -> Array:
        """Value, slope and curvature at `x`: shape (3, n)."""
        return _parts(self.tree, self.axis, x, side)

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
        """Where, inside a piece, the value (order 0), the slope (1) or the curvature (2) changes its sign."""
        brackets = [bracket for piece in self.pieces for bracket in _brackets(piece, order)]
        if not brackets:
            return np.empty(0)
        low, high, before = np.array(brackets).T[:, :, None]
        rows = np.arange(len(brackets))
        for _ in range(_ROUNDS):
            x = low + (high - low) * _SHARES
            signs = np.sign(self.at(x.ravel())[order]).reshape(x.shape)
            signs[:, :1], signs[:, -1:] = before, -before
            after = np.argmax(signs != before, axis=1)
            exact = signs[rows, after] == 0.0
            low, high = x[rows, np.where(exact, after, after - 1), None], x[rows, after, None]
        middle: Array = low + (high - low) / 2.0
        return middle[:, 0]


def survey(tree: Tree, axis: Axis) -> Survey:
    """Look over `tree`, a formula in the variable of `axis` with its parameters bound."""
    domain = axis.domain
    sizes = sorted({abs(number) for number in _numbers(tree) if 1e-100 < abs(number) < 1e100})
    scale = max([1.0, *sizes])
    reaches, roots = _roots(tree, axis, scale)
    breaks = np.array([x for root in roots for x in root])
    ends = [x for x in (domain.low, domain.high) if math.isfinite(x)]
    grid = _grid([0.0, *sizes, *(-size for size in sizes), *breaks, *ends], REACH * scale, axis.view)
    starts, stops = [domain.low, *(after for _, after in roots)], [*(before for before, _ in roots), domain.high]
    pieces = (_piece(tree, axis, grid, start, stop) for start, stop in zip(starts, stops, strict=True))
    return Survey(tree, axis, reaches, breaks, tuple(piece for piece in pieces if piece))


def joined(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The intervals, in order, with those made one that touch."""
    found: list[tuple[float, float]] = []
    for low, high in stretches:
        touches = bool(found) and low <= math.nextafter(found[-1][1], math.inf)
        found = [*found[:-1], (found[-1][0], high)] if touches else [*found, (low, high)]
    return found


def _parts(tree: Tree, axis: Axis, x: Array, side: int = 0) -> Array:
    jet = evaluate(tree, axis.variable, x, side)
    return np.array([jet.value, jet.slope, jet.curvature]) + 0.0  # for -0.0


def _numbers(tree: Tree) -> Iterator[float]:
    match tree:
        case Number(value):
            yield value
        case Call(_, arguments):
            for part in arguments:
                yield from _numbers(part)


def _roots(tree: Tree, axis: Axis, scale: float) -> tuple[tuple[float, ...], list[tuple[float, float]]]:
    """The ranges in which the places where `tree` may change are few enough to be listed, and those places."""
    low, high = axis.domain.low, axis.domain.high
    reaches: list[float] = []
    found: set[tuple[float, float]] = set()
    for reach in (scale * share for share in REACHES):
        try:
            found.update(find_roots(tree, axis.variable, max(low, -reach), min(high, reach)))
        except FormulaError:
            break
        reaches.append(reach)
    roots: list[tuple[float, float]] = []
    for before, after in sorted(found):
        if low < before and after < high and not (roots and before <= math.nextafter(roots[-1][1], math.inf)):
            roots.append((before, after))
    return tuple(reaches), roots


def _grid(centres: list[float], reach: float, view: tuple[float, float]) -> Array:
    """Points that crowd around each centre, thin out geometrically, and fill the view evenly."""
    steps = np.geomspace(CLOSE, reach, round(PER_DECADE * math.log10(reach / CLOSE)))
    around = np.concatenate([-steps, [0.0], steps])
    return np.unique(np.concatenate([*(centre + around for centre in set(centres)), np.linspace(*view, 601)]))


def _piece(tree: Tree, axis: Axis, grid: Array, start: float, stop: float) -> Piece | None:
    x = grid[np.searchsorted(grid, start, "right") : np.searchsorted(grid, stop, "left")]
    if not x.size:
        return None
    inside = _parts(tree, axis, x)
    left, right = _limits(tree, axis, start, +1), _limits(tree, axis, stop, -1)
    if _is_constant(inside[0]):
        left, right = inside[:, 0], inside[:, -1]
    if math.isinf(start) and _oscillates(-x[::-1], inside[:, ::-1]):
        left[:] = math.nan
    if math.isinf(stop) and _oscillates(x, inside):
        right[:] = math.nan
    return Piece(np.concatenate([[start], x, [stop]]), np.column_stack([left, inside, right]))


def _is_constant(values: Array) -> bool:
    return bool(np.isfinite(values).all() and np.ptp(values) <= EQUAL * np.max(np.abs(values)))


def _oscillates(x: Array, parts: Array) -> bool:
    """Whether the waves at the end of a piece are many, and do not grow weaker."""
    far = x > 1e-4 * x[-1]
    value, slope = parts[:2, far]
    signs = np.sign(slope)[slope != 0.0]
    if np.count_nonzero(signs[1:] != signs[:-1]) < 8:
        return False
    near, outer = (np.ptp(half) for half in np.array_split(value, 2))
    return bool(outer > near / 2.0 and outer > 1e-9 * np.max(np.abs(value)))


def _limits(tree: Tree, axis: Axis, end: float, side: int) -> Array:
    """The limits of value, slope and curvature at `end` from one side: the germ, where it says."""
    if math.isinf(end):
        return np.array([settle(part) for part in _parts(tree, axis, math.copysign(1.0, end) * _TOWARDS_INFINITY)])
    limits = _parts(tree, axis, np.array([end]), side)[:, 0]
    if np.isnan(limits).any():
        steps = _TOWARDS_OTHERS * 2.0 ** math.frexp(end)[1] if end else _TOWARDS_ZERO
        approach = _parts(tree, axis, end + side * steps)
        limits = np.array(
            [settle(part) if math.isnan(limit) else limit for limit, part in zip(limits, approach, strict=True)]
        )
    return limits


def settle(values: Array) -> float:
    """What a sequence taken at equal steps of the exponent tends to; NaN if that cannot be told."""
    values = values[~np.isnan(values)]
    if values.size < 4:
        return math.nan
    steps = np.diff(values)
    if math.isinf(values[-1]) or abs(steps[-1]) <= EQUAL * abs(values[-1]):
        return float(values[-1])
    # A limit plus a power makes a geometric sequence: Aitken's extrapolation is exact.
    ratios = steps[1:] / steps[:-1]
    ends = values[2:] + steps[1:] * ratios / (1.0 - ratios)
    if np.all(np.abs(ratios) < 1.0 - 1e-6) and _near(ends[-1], ends[-2], values, 1e-9):
        return 0.0 if _near(ends[-1], 0.0, values, 1e-9) else float(ends[-1])
    return _slow_limit(values, steps)


def _slow_limit(values: Array, steps: Array) -> float:
    """The limit of a sequence whose k-th step is like a power of k: none for a logarithm, 0 for its inverse."""
    k = np.arange(1.0, values.size + 1.0)
    rates = np.abs(steps) * (k[1:] + k[:-1])
    if rates[-1] > 0.95 * rates[-2]:
        return math.copysign(math.inf, steps[-1])
    # A polynomial in 1/k through the last values, at 1/k = 0.
    three, four = (np.linalg.solve(np.vander(1.0 / k[-n:]), values[-n:])[-1] for n in (3, 4))
    if not _near(three, four, values, 1e-4):
        return math.nan
    return 0.0 if _near(three, 0.0, values, 1e-4) else float(three)


def _near(a: float, b: float, values: Array, share: float) -> bool:
    return bool(abs(a - b) <= share * np.max(np.abs(values)))


def _brackets(piece: Piece, order: int) -> Iterator[tuple[float, float, float]]:
    """Neighbouring points where a part of a piece has opposite signs, zeros left out, and the sign at the first."""
    part = piece.parts[order]
    telling = np.flatnonzero(np.isfinite(piece.x) & ~np.isnan(part) & (part != 0.0))
    x, signs = piece.x[telling], np.sign(part[telling])
    for i in np.flatnonzero(signs[1:] != signs[:-1]):
        yield float(x[i]), float(x[i + 1]), float(signs[i])
