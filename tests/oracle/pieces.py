"""Parts of the oracle's losses: smooth pieces with seams between them, in arithmetic of 400 digits and more."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mpmath import MPContext  # type: ignore[import-untyped]

Real = Any  # an mpmath number: mpmath has no types
Formula = Callable[[Real], Real]
Kind = Literal["jump", "corner", "curvature", "smooth"]
KINDS: tuple[Kind, ...] = ("jump", "corner", "curvature")

DIGITS = 400
mp = MPContext()
mp.dps = DIGITS
STEP = mp.mpf("1e-40")

ULPS = 256 * mp.mpf(2) ** -53
# Absolute tolerance near zero.  The terms of a loss are below 1e60 at all test points, so that the oracle's rounding
# is below 1e60 * 1e-400; an underflow of doubles loses at most 1e13 times 5e-324.
SMALLEST = mp.mpf("1e-310")


@dataclass(frozen=True, slots=True)
class Piece:
    """A smooth formula with its first two derivatives."""

    value: Formula
    slope: Formula
    curvature: Formula

    def parts(self, x: Real) -> tuple[Real, Real, Real]:
        return self.value(x), self.slope(x), self.curvature(x)

    def third_derivative(self, x: Real) -> Real:
        """Return the slope of the curvature by a central difference; 0 at 0, where no tolerance needs it."""
        step = abs(x) * STEP
        return (self.curvature(x + step) - self.curvature(x - step)) / (2 * step) if step else mp.mpf(0)


@dataclass(frozen=True, slots=True)
class Reference:
    """Pieces with seams between them; a seam belongs to the piece at its left unless it is in `rightward`."""

    pieces: tuple[Piece, ...]
    seams: tuple[Real, ...] = ()
    rightward: frozenset[int] = frozenset()

    def piece(self, x: Real) -> Piece:
        return self.pieces[
            sum(1 for i, seam in enumerate(self.seams) if x > seam or (i in self.rightward and x == seam))
        ]

    def kind(self, seam: int) -> Kind:
        """Return what changes at a seam, by the exact one-sided limits there; an infinite limit is a change."""
        x = self.seams[seam]
        for kind, at_left, at_right in zip(
            KINDS, self.pieces[seam].parts(x), self.pieces[seam + 1].parts(x), strict=True
        ):
            if mp.isinf(at_left) or mp.isinf(at_right):
                return kind
            if abs(at_left - at_right) > mp.mpf(10) ** (20 - DIGITS) * (1 + abs(at_left)):
                return kind
        return "smooth"


Losses = Mapping[str, Callable[..., Reference]]


def exact(x: float) -> Real:
    """Return a double exactly."""
    return mp.mpf(x)


def digits_for(x: float) -> int:
    """Return the number of digits that no textbook formula cancels at `x`, however small it is."""
    return DIGITS + (3 * max(0, int(-math.log10(abs(x)))) if x else 0)


def evaluate(piece: Piece, x: float) -> tuple[Real, Real, Real, Real]:
    """Return value, slope, curvature and third derivative at a double."""
    with mp.workdps(digits_for(x)):
        at = exact(x)
        return *piece.parts(at), piece.third_derivative(at)


def agree(result: float, expected: Real, x: Real, turning: Real, more: float = 1.0) -> bool:
    """Return True if a double equals `expected` up to rounding: 256 ulp of it and of its change with x.

    `turning` is the derivative of `expected`, `more` how many times 256 it may be.
    Beyond the range of doubles only an infinity is right.
    """
    if mp.isnan(expected):
        return math.isnan(result)
    if math.isinf(float(expected)):
        return result == float(expected)
    return bool(abs(result - expected) <= more * ULPS * (abs(expected) + abs(x * turning)) + SMALLEST)


def constant(c: Real) -> Piece:
    return Piece(lambda _: mp.mpf(c), lambda _: mp.mpf(0), lambda _: mp.mpf(0))


def line(slope: Real, at_zero: Real) -> Piece:
    return Piece(lambda x: slope * x + at_zero, lambda _: mp.mpf(slope), lambda _: mp.mpf(0))


def parabola(a: Real, vertex: Real, lift: Real = 0) -> Piece:
    """Return the piece a (x - vertex)^2 + lift."""
    return Piece(lambda x: a * (x - vertex) ** 2 + lift, lambda x: 2 * a * (x - vertex), lambda _: 2 * mp.mpf(a))


def smooth(value: Formula, slope: Formula, curvature: Formula) -> Reference:
    return Reference((Piece(value, slope, curvature),))


def mirrored(piece: Piece) -> Piece:
    return Piece(lambda x: piece.value(-x), lambda x: -piece.slope(-x), lambda x: piece.curvature(-x))


def even(*pieces: Piece, seams: tuple[Real, ...] = ()) -> Reference:
    """Return the even function that has these `pieces` and `seams` for x >= 0."""
    left = tuple(mirrored(piece) for piece in reversed(pieces))
    ends = tuple(-seam for seam in reversed(seams))
    return Reference((*left, *pieces), (*ends, mp.mpf(0), *seams), frozenset(range(len(seams))))


def power(x: Real, exponent: Real) -> Real:
    """Return the piece x^exponent, also at 0."""
    if x == 0 and exponent < 0:
        return mp.inf
    return mp.mpf(x) ** exponent


def times(factor: Real, *others: Real) -> Real:
    """Return a product that is zero if its first factor is."""
    return mp.fprod((factor, *others)) if factor else mp.mpf(0)


def half(x: Real) -> Real:
    return mp.mpf(x) / 2


def logistic(x: Real) -> Real:
    """Return the piece 1/(1 + exp(-x))."""
    return 1 / (1 + mp.exp(-x))


def bell(x: Real) -> Real:
    """Return the slope of the logistic function."""
    return logistic(x) * logistic(-x)


def softplus(x: Real) -> Real:
    """Return the piece log(1 + exp(x))."""
    return mp.log1p(mp.exp(x))
