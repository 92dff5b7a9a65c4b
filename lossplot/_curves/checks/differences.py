"""Derivatives by differences, with what they may be off by: of functions that can be called, and of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lossplot._curves.checks.hints import multiple
from lossplot._curves.checks.verdict import Verdict, What
from lossplot._formula.evaluate import Array

# Steps are halved so often, from this share of the size of x.
_HALVINGS, _FIRST = 12, 0.1
# One-sided steps, and by how much slopes differ at a corner.
_ASIDE, _CORNER = 1e-6, 1e-3
# The same for values of single precision.
_ASIDE_SINGLE, _CORNER_SINGLE, _ERROR_SINGLE = 1e-2, 0.1, 1e-4
# What is allowed beside the estimated error, as a share of the slope, and how many times that error.
SHARE, _TIMES = 1e-6, 20.0
# A difference is told where predictions usually are, if it is there too.
_USUAL = 4.0

Function = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A derivative at n points: from `low` to `high`, which differ at a corner, within the `error`; shapes (n,)."""

    low: Array
    high: Array
    error: Array


def derivative_of(function: Function, x: Array) -> Estimate:
    """Estimate the derivative of `function` at `x` by central differences, extrapolated to a step of zero."""
    with np.errstate(all="ignore"):
        best, error = _extrapolated(function, x)
        single = is_single(function(x))
        aside, share = (_ASIDE_SINGLE, _CORNER_SINGLE) if single else (_ASIDE, _CORNER)
        error = np.maximum(error, _ERROR_SINGLE * np.abs(best)) if single else error
        left, right = _one_sided(function, x, aside)
        corner = np.abs(left - right) > share * (np.abs(left) + np.abs(right)) + 10.0 * aside
        corner |= ~np.isfinite(best)
        slack = 100.0 * aside * np.maximum(np.abs(left), np.abs(right))
        low = np.where(corner, np.minimum(left, right), best)
        high = np.where(corner, np.maximum(left, right), best)
    return Estimate(low, high, np.where(corner, slack, error))


def _extrapolated(function: Function, x: Array) -> tuple[Array, Array]:
    """Ridders' table: the entry whose neighbours differ least, and by how much they do."""
    step = _FIRST * np.maximum(np.abs(x), 0.1)
    best, error = np.full(x.shape, np.nan), np.full(x.shape, np.inf)
    previous: list[Array] = []
    for _ in range(_HALVINGS):
        row = [(function(x + step) - function(x - step)) / (2.0 * step)]
        factor = 1.0
        for above in previous:
            factor *= 4.0
            row.append((factor * row[-1] - above) / (factor - 1.0))
            off = np.maximum(np.abs(row[-1] - row[-2]), np.abs(row[-1] - above))
            better = off < error
            best, error = np.where(better, row[-1], best), np.where(better, off, error)
        previous = row
        step = step / 2.0
    return best, error


def is_single(numbers: Array) -> bool:
    """Return True if all `numbers` are of single precision."""
    finite = numbers[np.isfinite(numbers)]
    if not np.array_equal(finite, finite.astype(np.float32).astype(np.float64)):
        return False
    return bool(np.count_nonzero(finite != np.round(finite, 3)) > 3)


def _one_sided(function: Function, x: Array, aside: float) -> tuple[Array, Array]:
    """The slopes at both sides of `x`, by three points each."""
    step = aside * np.maximum(np.abs(x), 1.0)
    here = function(x)
    sides = []
    for sign in (-1.0, 1.0):
        near, far = function(x + sign * step), function(x + 2.0 * sign * step)
        sides.append(sign * (4.0 * near - far - 3.0 * here) / (2.0 * step))
    return sides[0], sides[1]


@np.errstate(all="ignore")
def derivative_of_table(x: Array, y: Array) -> Estimate:
    """Estimate the derivative of a table at each of its `x`, which grow, by polynomials through seven and five points.

    What the two differ by says how far off it may be; between two slopes that differ much it may be anything.
    """
    wide, narrow = _slopes(x, y, 7), _slopes(x, y, 5)
    slopes = np.diff(y) / np.diff(x)
    before, after = np.append(slopes[:1], slopes), np.append(slopes, slopes[-1:])
    gaps = np.minimum(np.append(np.inf, np.diff(x)), np.append(np.diff(x), np.inf))
    error = np.abs(wide - narrow) / 5.0 + 4.0 * np.spacing(np.max(np.abs(y))) / gaps
    # Where the slope jumps, polynomials are far off, and all between the slopes beside the point is a subgradient.
    usual = float(np.median(error))
    jumps = error > 30.0 * usual + 1e-9 * np.max(np.abs(slopes))
    low = np.where(jumps, np.minimum(np.minimum(before, after), wide), wide)
    high = np.where(jumps, np.maximum(np.maximum(before, after), wide), wide)
    return Estimate(low, high, error)


def _slopes(x: Array, y: Array, points: int) -> Array:
    """The slopes, at each of `x`, of the polynomials through so many neighbouring points."""
    starts = np.clip(np.arange(len(x)) - points // 2, 0, len(x) - points)
    windows = starts[:, None] + np.arange(points)
    widths = np.ptp(x[windows], axis=1)
    shifted = (x[windows] - x[:, None]) / widths[:, None]
    powers = shifted[:, :, None] ** np.arange(points)
    coefficients = np.linalg.solve(powers, y[windows][:, :, None])[:, :, 0]
    slopes: Array = coefficients[:, 1] / widths
    return slopes


@np.errstate(all="ignore")
def compare_numbers(what: What, x: Array, given: Array, exact: Estimate, share: float = SHARE) -> Verdict:
    """Compare the numbers `given` at `x` with an estimate of what they should be."""
    size = np.maximum(np.abs(exact.low), np.abs(exact.high))
    finite = size[np.isfinite(size)]
    usual = float(np.median(finite)) if finite.size else 0.0
    allowed = _TIMES * exact.error + share * (size + usual)
    known = np.isfinite(exact.low) & np.isfinite(exact.high) & np.isfinite(allowed)
    off = known & ~((given >= exact.low - allowed) & (given <= exact.high + allowed))
    tolerance = float(np.max(allowed[known], initial=0.0))
    places = np.flatnonzero(off)
    if not places.size:
        return Verdict(what, bool(known.any()), tolerance)
    at = int(places[np.argmax(np.abs(x[places]) <= _USUAL)])
    smooth = known & (exact.low == exact.high)
    is_corner = exact.high[at] > exact.low[at]
    return Verdict(
        what,
        False,
        float(allowed[at]),
        float(x[at]),
        float(given[at]),
        float(exact.low[at]),
        interval=(float(exact.low[at]), float(exact.high[at])) if is_corner else None,
        is_kink_only=bool(is_corner) and places.size == 1,
        hint=multiple(given[smooth], exact.low[smooth]),
    )
