"""Every loss of the catalogue as its paper writes it, in 50-digit arithmetic.

Nothing here is taken from lossplot: values, slopes and curvatures are written by hand, piece by piece, from the papers
that each entry of the catalogue cites, so that a mistake in a formula has to be made twice to go unseen.
Numbers go in as doubles and are converted exactly.
"""

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

DIGITS = 50
mp = MPContext()
mp.dps = DIGITS

ULPS = 256 * mp.mpf(2) ** -53
SMALLEST = mp.mpf("1e-320")


@dataclass(frozen=True, slots=True)
class Piece:
    """A smooth formula with its first two derivatives."""

    value: Formula
    slope: Formula
    curvature: Formula

    def parts(self, x: Real) -> tuple[Real, Real, Real]:
        return self.value(x), self.slope(x), self.curvature(x)

    def third_derivative(self, x: Real) -> Real:
        """The slope of the curvature, by a central difference that leaves 50 digits of 200."""
        with mp.workdps(4 * DIGITS):
            step = (abs(x) or 1) * mp.mpf(10) ** -DIGITS
            return (self.curvature(x + step) - self.curvature(x - step)) / (2 * step)


@dataclass(frozen=True, slots=True)
class Reference:
    """Pieces with seams between them; a seam belongs to the piece at its left."""

    pieces: tuple[Piece, ...]
    seams: tuple[Real, ...] = ()

    def piece(self, x: Real) -> Piece:
        return self.pieces[sum(1 for seam in self.seams if x > seam)]

    def kind(self, seam: int) -> Kind:
        """What changes at a seam, by the exact one-sided limits there."""
        x = self.seams[seam]
        for kind, at_left, at_right in zip(
            KINDS, self.pieces[seam].parts(x), self.pieces[seam + 1].parts(x), strict=True
        ):
            if abs(at_left - at_right) > mp.mpf(10) ** (10 - DIGITS) * (1 + abs(at_left)):
                return kind
        return "smooth"


def exact(x: float) -> Real:
    """The number that a double stands for, exactly."""
    return mp.mpf(x)


def evaluate(piece: Piece, x: float) -> tuple[Real, Real, Real, Real]:
    """Value, slope, curvature and third derivative at a double."""
    at = exact(x)
    return *piece.parts(at), piece.third_derivative(at)


def agree(found: float, wanted: Real, x: Real, turning: Real) -> bool:
    """Whether a double is what rounding may make of `wanted`: 256 ulp of it, and of how far it moves as x does.

    `turning` is the derivative of `wanted`.  Beyond the range of doubles only an infinity is right.
    """
    if mp.isnan(wanted):
        return math.isnan(found)
    if math.isinf(float(wanted)):
        return found == float(wanted)
    return bool(abs(found - wanted) <= ULPS * (abs(wanted) + abs(x * turning)) + SMALLEST)


def _constant(c: Real) -> Piece:
    return Piece(lambda _: mp.mpf(c), lambda _: mp.mpf(0), lambda _: mp.mpf(0))


def _line(slope: Real, at_zero: Real) -> Piece:
    return Piece(lambda x: slope * x + at_zero, lambda _: mp.mpf(slope), lambda _: mp.mpf(0))


def _parabola(a: Real, vertex: Real) -> Piece:
    """a (x - vertex)^2."""
    return Piece(lambda x: a * (x - vertex) ** 2, lambda x: 2 * a * (x - vertex), lambda _: 2 * mp.mpf(a))


def _smooth(value: Formula, slope: Formula, curvature: Formula) -> Reference:
    return Reference((Piece(value, slope, curvature),))


def _logistic(x: Real) -> Real:
    """1/(1 + exp(-x))."""
    return 1 / (1 + mp.exp(-x))


def zero_one() -> Reference:
    return Reference((_constant(1), _constant(0)), (mp.mpf(0),))


def perceptron() -> Reference:
    return Reference((_line(-1, 0), _constant(0)), (mp.mpf(0),))


def hinge(threshold: Real) -> Reference:
    return Reference((_line(-1, threshold), _constant(0)), (threshold,))


def squared_hinge() -> Reference:
    return Reference((_parabola(1, 1), _constant(0)), (mp.mpf(1),))


def smoothed_hinge(gamma: Real) -> Reference:
    return Reference((_line(-1, 1 - gamma / 2), _parabola(1 / (2 * gamma), 1), _constant(0)), (1 - gamma, mp.mpf(1)))


def modified_huber() -> Reference:
    return Reference((_line(-4, 0), _parabola(1, 1), _constant(0)), (mp.mpf(-1), mp.mpf(1)))


def logistic() -> Reference:
    return _smooth(
        lambda m: mp.log1p(mp.exp(-m)),
        lambda m: -1 / (1 + mp.exp(m)),
        lambda m: _logistic(m) * _logistic(-m),
    )


def logistic_base2() -> Reference:
    return _smooth(
        lambda m: mp.log1p(mp.exp(-m)) / mp.log(2),
        lambda m: -1 / ((1 + mp.exp(m)) * mp.log(2)),
        lambda m: _logistic(m) * _logistic(-m) / mp.log(2),
    )


def exponential() -> Reference:
    return _smooth(lambda m: mp.exp(-m), lambda m: -mp.exp(-m), lambda m: mp.exp(-m))


def squared_margin() -> Reference:
    return Reference((_parabola(1, 1),))


def savage(k: Real) -> Reference:
    return _smooth(
        lambda m: 1 / (1 + mp.exp(k * m)) ** 2,
        lambda m: -2 * k * _logistic(k * m) * _logistic(-k * m) ** 2,
        lambda m: -2 * k**2 * _logistic(k * m) * _logistic(-k * m) ** 2 * (1 - 3 * _logistic(k * m)),
    )


def tangent() -> Reference:
    return _smooth(
        lambda m: (2 * mp.atan(m) - 1) ** 2,
        lambda m: 4 * (2 * mp.atan(m) - 1) / (1 + m**2),
        lambda m: 8 * (1 - m * (2 * mp.atan(m) - 1)) / (1 + m**2) ** 2,
    )


def sigmoid(k: Real) -> Reference:
    return _smooth(
        lambda m: 1 / (1 + mp.exp(k * m)),
        lambda m: -k * _logistic(k * m) * _logistic(-k * m),
        lambda m: k**2 * _logistic(k * m) * _logistic(-k * m) * mp.tanh(k * m / 2),
    )


def ramp(s: Real) -> Reference:
    return Reference((_constant(1 - s), _line(-1, 1), _constant(0)), (s, mp.mpf(1)))


def squared() -> Reference:
    return Reference((_parabola(1, 0),))


def half_squared() -> Reference:
    return Reference((_parabola(mp.mpf(1) / 2, 0),))


def absolute() -> Reference:
    return Reference((_line(-1, 0), _line(1, 0)), (mp.mpf(0),))


def huber(delta: Real) -> Reference:
    return Reference(
        (_line(-delta, -(delta**2) / 2), _parabola(mp.mpf(1) / 2, 0), _line(delta, -(delta**2) / 2)),
        (-delta, delta),
    )


def smooth_l1(beta: Real) -> Reference:
    return Reference((_line(-1, -beta / 2), _parabola(1 / (2 * beta), 0), _line(1, -beta / 2)), (-beta, beta))


def pseudo_huber(delta: Real) -> Reference:
    def value(r: Real) -> Real:
        z = (r / delta) ** 2
        return delta**2 * z / (mp.sqrt(1 + z) + 1)

    return _smooth(
        value,
        lambda r: r / mp.sqrt(1 + (r / delta) ** 2),
        lambda r: (1 + (r / delta) ** 2) ** mp.mpf("-1.5"),
    )


def log_cosh() -> Reference:
    return _smooth(
        lambda r: mp.log1p(2 * mp.sinh(r / 2) ** 2),
        mp.tanh,
        lambda r: 1 / mp.cosh(r) ** 2,
    )


def quantile(tau: Real) -> Reference:
    return Reference((_line(-tau, 0), _line(1 - tau, 0)), (mp.mpf(0),))


def epsilon_insensitive(epsilon: Real) -> Reference:
    return Reference((_line(-1, -epsilon), _constant(0), _line(1, -epsilon)), (-epsilon, epsilon))


def tukey_biweight(c: Real) -> Reference:
    inside = Piece(
        lambda r: r**2 / 2 * (1 - (r / c) ** 2 + (r / c) ** 4 / 3),
        lambda r: r * (1 - (r / c) ** 2) ** 2,
        lambda r: (1 - (r / c) ** 2) * (1 - 5 * (r / c) ** 2),
    )
    return Reference((_constant(c**2 / 6), inside, _constant(c**2 / 6)), (-c, c))


def cauchy(c: Real) -> Reference:
    return _smooth(
        lambda r: c**2 / 2 * mp.log1p((r / c) ** 2),
        lambda r: r / (1 + (r / c) ** 2),
        lambda r: (1 - (r / c) ** 2) / (1 + (r / c) ** 2) ** 2,
    )


def log_loss() -> Reference:
    return _smooth(lambda p: -mp.log(p), lambda p: -1 / p, lambda p: 1 / p**2)


def brier() -> Reference:
    return Reference((_parabola(1, 1),))


def focal(gamma: Real, alpha: Real) -> Reference:
    return _smooth(
        lambda p: -alpha * (1 - p) ** gamma * mp.log(p),
        lambda p: alpha * (gamma * (1 - p) ** (gamma - 1) * mp.log(p) - (1 - p) ** gamma / p),
        lambda p: (
            alpha
            * (
                -gamma * (gamma - 1) * (1 - p) ** (gamma - 2) * mp.log(p)
                + 2 * gamma * (1 - p) ** (gamma - 1) / p
                + (1 - p) ** gamma / p**2
            )
        ),
    )


REFERENCE: Mapping[str, Callable[..., Reference]] = {
    "zero-one": zero_one,
    "perceptron": perceptron,
    "hinge": hinge,
    "squared-hinge": squared_hinge,
    "smoothed-hinge": smoothed_hinge,
    "modified-huber": modified_huber,
    "logistic": logistic,
    "logistic-base2": logistic_base2,
    "exponential": exponential,
    "squared-margin": squared_margin,
    "savage": savage,
    "tangent": tangent,
    "sigmoid": sigmoid,
    "ramp": ramp,
    "squared": squared,
    "half-squared": half_squared,
    "absolute": absolute,
    "huber": huber,
    "smooth-l1": smooth_l1,
    "pseudo-huber": pseudo_huber,
    "log-cosh": log_cosh,
    "quantile": quantile,
    "epsilon-insensitive": epsilon_insensitive,
    "tukey-biweight": tukey_biweight,
    "cauchy": cauchy,
    "log-loss": log_loss,
    "brier": brier,
    "focal": focal,
}


def reference(name: str, parameters: Mapping[str, float]) -> Reference:
    """The loss called `name` with its parameters bound, as its paper has it."""
    return REFERENCE[name](**{parameter: exact(value) for parameter, value in parameters.items()})
