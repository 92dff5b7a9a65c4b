"""Losses of the margin: catalogue, section 3, each from its f, d1 and d2 rows."""

from __future__ import annotations

from oracle.pieces import (
    Losses,
    Piece,
    Real,
    Reference,
    bell,
    constant,
    half,
    line,
    logistic,
    mp,
    parabola,
    power,
    smooth,
    softplus,
)


def zero_one() -> Reference:
    return Reference((constant(1), constant(0)), (mp.mpf(0),))


def perceptron() -> Reference:
    return Reference((line(-1, 0), constant(0)), (mp.mpf(0),))


def hinge(threshold: Real, beta: Real) -> Reference:
    return Reference((line(-beta, threshold), constant(0)), (threshold / beta,))


def squared_hinge() -> Reference:
    return Reference((parabola(1, 1), constant(0)), (mp.mpf(1),))


def smoothed_hinge(gamma: Real) -> Reference:
    return Reference((line(-1, 1 - gamma / 2), parabola(1 / (2 * gamma), 1), constant(0)), (1 - gamma, mp.mpf(1)))


def generalized_smooth_hinge(alpha: Real) -> Reference:
    middle = Piece(
        lambda m: m ** (alpha + 1) / (alpha + 1) - m + alpha / (alpha + 1),
        lambda m: m**alpha - 1,
        lambda m: alpha * power(m, alpha - 1),
    )
    seams = (mp.mpf(0), mp.mpf(1))
    return Reference((line(-1, alpha / (alpha + 1)), middle, constant(0)), seams, rightward=frozenset({1}))


def modified_huber() -> Reference:
    return Reference((line(-4, 0), parabola(1, 1), constant(0)), (mp.mpf(-1), mp.mpf(1)))


def logistic_loss(beta: Real, gamma: Real) -> Reference:
    return smooth(
        lambda m: softplus(gamma - beta * m),
        lambda m: -beta * logistic(gamma - beta * m),
        lambda m: beta**2 * bell(gamma - beta * m),
    )


def logistic_base2() -> Reference:
    return smooth(
        lambda m: softplus(-m) / mp.log(2),
        lambda m: -1 / ((1 + mp.exp(m)) * mp.log(2)),
        lambda m: bell(m) / mp.log(2),
    )


def binomial_deviance() -> Reference:
    return smooth(lambda m: softplus(-2 * m), lambda m: -2 / (1 + mp.exp(2 * m)), lambda m: 4 * bell(2 * m))


def exponential() -> Reference:
    return smooth(lambda m: mp.exp(-m), lambda m: -mp.exp(-m), lambda m: mp.exp(-m))


def squared_margin() -> Reference:
    return Reference((parabola(1, 1),))


def savage(k: Real) -> Reference:
    return smooth(
        lambda m: 1 / (1 + mp.exp(k * m)) ** 2,
        lambda m: -2 * k * logistic(k * m) * logistic(-k * m) ** 2,
        lambda m: -2 * k**2 * logistic(k * m) * logistic(-k * m) ** 2 * (1 - 3 * logistic(k * m)),
    )


def tangent() -> Reference:
    return smooth(
        lambda m: (2 * mp.atan(m) - 1) ** 2,
        lambda m: 4 * (2 * mp.atan(m) - 1) / (1 + m**2),
        lambda m: 8 * (1 - m * (2 * mp.atan(m) - 1)) / (1 + m**2) ** 2,
    )


def sigmoid(k: Real) -> Reference:
    return smooth(
        lambda m: 1 / (1 + mp.exp(k * m)),
        lambda m: -k * bell(k * m),
        lambda m: k**2 * bell(k * m) * mp.tanh(k * m / 2),
    )


def ramp(s: Real) -> Reference:
    return Reference((constant(1 - s), line(-1, 1), constant(0)), (s, mp.mpf(1)))


def dwd(q: Real) -> Reference:
    tail = Piece(
        lambda m: q**q / ((q + 1) ** (q + 1) * m**q),
        lambda m: -((q / ((q + 1) * m)) ** (q + 1)),
        lambda m: (q + 1) * (q / (q + 1)) ** (q + 1) / m ** (q + 2),
    )
    return Reference((line(-1, 1), tail), (q / (q + 1),))


def lum(a: Real, c: Real) -> Reference:
    def base(m: Real) -> Real:
        return a / ((1 + c) * m - c + a)

    tail = Piece(
        lambda m: base(m) ** a / (1 + c),
        lambda m: -(base(m) ** (a + 1)),
        lambda m: (a + 1) * (1 + c) / a * base(m) ** (a + 2),
    )
    return Reference((line(-1, 1), tail), (c / (1 + c),))


def c_loss(sigma: Real) -> Reference:
    scale = 1 / (1 - mp.exp(-1 / (2 * sigma**2)))

    def bump(m: Real) -> Real:
        return mp.exp(-((1 - m) ** 2) / (2 * sigma**2))

    return smooth(
        lambda m: scale * (1 - bump(m)),
        lambda m: -scale * (1 - m) / sigma**2 * bump(m),
        lambda m: scale / sigma**2 * (1 - (1 - m) ** 2 / sigma**2) * bump(m),
    )


def pinball_hinge(tau: Real) -> Reference:
    return Reference((line(-1, 1), line(tau, -tau)), (mp.mpf(1),))


def unhinged() -> Reference:
    return Reference((line(-1, 1),))


def softplus_hinge(beta: Real) -> Reference:
    return smooth(
        lambda m: softplus(beta * (1 - m)) / beta,
        lambda m: -logistic(beta * (1 - m)),
        lambda m: beta * bell(beta * (1 - m)),
    )


def madaboost() -> Reference:
    tail = Piece(lambda m: mp.exp(-m), lambda m: -mp.exp(-m), lambda m: mp.exp(-m))
    return Reference((line(-1, 1), tail), (mp.mpf(0),))


def double_hinge() -> Reference:
    return Reference((line(-1, 0), line(-half(1), half(1)), constant(0)), (mp.mpf(-1), mp.mpf(1)))


def lorenz() -> Reference:
    left = Piece(
        lambda m: mp.log1p((1 - m) ** 2),
        lambda m: -2 * (1 - m) / (1 + (1 - m) ** 2),
        lambda m: 2 * (1 - (1 - m) ** 2) / (1 + (1 - m) ** 2) ** 2,
    )
    return Reference((left, constant(0)), (mp.mpf(1),))


def probit() -> Reference:
    # Beyond 1e50 mpmath has no ncdf; there Mills' ratio is 1/|m| to 100 digits.
    def hazard(m: Real) -> Real:
        if abs(m) > 1e50:
            return mp.npdf(m) if m > 0 else -m - 1 / m
        return mp.npdf(m) / mp.ncdf(m)

    def cost(m: Real) -> Real:
        if abs(m) > 1e50:
            return mp.npdf(m) / m if m > 0 else m**2 / 2 + mp.log(-m) + mp.log(2 * mp.pi) / 2
        return -mp.log1p(-mp.ncdf(-m)) if m > 0 else -mp.log(mp.ncdf(m))

    return smooth(
        cost,
        lambda m: -hazard(m),
        lambda m: hazard(m) * (hazard(m) + m),
    )


MARGIN: Losses = {
    "zero-one": zero_one,
    "perceptron": perceptron,
    "hinge": hinge,
    "squared-hinge": squared_hinge,
    "smoothed-hinge": smoothed_hinge,
    "generalized-smooth-hinge": generalized_smooth_hinge,
    "modified-huber": modified_huber,
    "logistic": logistic_loss,
    "logistic-base2": logistic_base2,
    "binomial-deviance": binomial_deviance,
    "exponential": exponential,
    "squared-margin": squared_margin,
    "savage": savage,
    "tangent": tangent,
    "sigmoid": sigmoid,
    "ramp": ramp,
    "dwd": dwd,
    "lum": lum,
    "c-loss": c_loss,
    "pinball-hinge": pinball_hinge,
    "unhinged": unhinged,
    "softplus-hinge": softplus_hinge,
    "madaboost": madaboost,
    "double-hinge": double_hinge,
    "lorenz": lorenz,
    "probit": probit,
}
