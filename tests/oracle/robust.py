"""Losses of the error that forgive outliers: catalogue, section 3, each from its f, d1 and d2 rows."""

from __future__ import annotations

from oracle.pieces import (
    Losses,
    Piece,
    Real,
    Reference,
    constant,
    even,
    half,
    line,
    logistic,
    mp,
    parabola,
    smooth,
    softplus,
)


def tukey_biweight(c: Real) -> Reference:
    inside = Piece(
        lambda r: c**2 / 6 * (1 - (1 - (r / c) ** 2) ** 3),
        lambda r: r * (1 - (r / c) ** 2) ** 2,
        lambda r: (1 - (r / c) ** 2) * (1 - 5 * (r / c) ** 2),
    )
    return even(inside, constant(c**2 / 6), seams=(c,))


def cauchy(c: Real) -> Reference:
    return smooth(
        lambda r: c**2 / 2 * mp.log1p((r / c) ** 2),
        lambda r: r / (1 + (r / c) ** 2),
        lambda r: (1 - (r / c) ** 2) / (1 + (r / c) ** 2) ** 2,
    )


def geman_mcclure(c: Real) -> Reference:
    return smooth(
        lambda r: r**2 / (1 + (r / c) ** 2) / 2,
        lambda r: r / (1 + (r / c) ** 2) ** 2,
        lambda r: (1 - 3 * (r / c) ** 2) / (1 + (r / c) ** 2) ** 3,
    )


def welsch(c: Real) -> Reference:
    return smooth(
        lambda r: c**2 / 2 * (1 - mp.exp(-((r / c) ** 2))),
        lambda r: r * mp.exp(-((r / c) ** 2)),
        lambda r: (1 - 2 * (r / c) ** 2) * mp.exp(-((r / c) ** 2)),
    )


def fair(c: Real) -> Reference:
    right = Piece(
        lambda r: c**2 * (r / c - mp.log(1 + r / c)), lambda r: r / (1 + r / c), lambda r: 1 / (1 + r / c) ** 2
    )
    return even(right)


def arctan(c: Real) -> Reference:
    return smooth(
        lambda r: c**2 / 2 * mp.atan((r / c) ** 2),
        lambda r: r / (1 + (r / c) ** 4),
        lambda r: (1 - 3 * (r / c) ** 4) / (1 + (r / c) ** 4) ** 2,
    )


def andrews_wave(a: Real) -> Reference:
    arch = Piece(lambda r: a**2 * (1 - mp.cos(r / a)), lambda r: a * mp.sin(r / a), lambda r: mp.cos(r / a))
    return even(arch, constant(2 * a**2), seams=(mp.pi * a,))


def hampel(a: Real, b: Real, c: Real) -> Reference:
    top = a * (b + c - a) / 2
    return even(
        parabola(half(1), 0),
        line(a, -(a**2) / 2),
        parabola(-a / (2 * (c - b)), c, top),
        constant(top),
        seams=(a, b, c),
    )


def ramsay(a: Real) -> Reference:
    right = Piece(
        lambda r: (1 - mp.exp(-a * r) * (1 + a * r)) / a**2,
        lambda r: r * mp.exp(-a * r),
        lambda r: (1 - a * r) * mp.exp(-a * r),
    )
    return even(right)


def truncated_quadratic(c: Real) -> Reference:
    return even(parabola(half(1), 0), constant(c**2 / 2), seams=(c,))


def student_t(c: Real, df: Real) -> Reference:
    return smooth(
        lambda r: c**2 * df / 2 * mp.log1p((r / c) ** 2 / df),
        lambda r: r / (1 + (r / c) ** 2 / df),
        lambda r: (1 - (r / c) ** 2 / df) / (1 + (r / c) ** 2 / df) ** 2,
    )


def tukey_quartic(c: Real, k: Real) -> Reference:
    inside = Piece(
        lambda r: r**2 / 2 * (1 - 4 * (r / c) ** k / (k + 2) + (r / c) ** (2 * k) / (k + 1)),
        lambda r: r * (1 - (r / c) ** k) ** 2,
        lambda r: (1 - (r / c) ** k) * (1 - (2 * k + 1) * (r / c) ** k),
    )
    return even(inside, constant(c**2 / 2 * (1 - 4 / (k + 2) + 1 / (k + 1))), seams=(c,))


def barron(alpha: Real, c: Real) -> Reference:
    if alpha == 2:
        return Reference((parabola(1 / (2 * c**2), 0),))
    if alpha == 0:
        return smooth(
            lambda r: mp.log1p((r / c) ** 2 / 2),
            lambda r: 2 * r / (r**2 + 2 * c**2),
            lambda r: 2 * (2 * c**2 - r**2) / (r**2 + 2 * c**2) ** 2,
        )
    if mp.isinf(alpha):
        return smooth(
            lambda r: 1 - mp.exp(-((r / c) ** 2) / 2),
            lambda r: r / c**2 * mp.exp(-((r / c) ** 2) / 2),
            lambda r: (1 - (r / c) ** 2) / c**2 * mp.exp(-((r / c) ** 2) / 2),
        )
    b = abs(alpha - 2)

    def base(r: Real) -> Real:
        return (r / c) ** 2 / b + 1

    return smooth(
        lambda r: b / alpha * (base(r) ** (alpha / 2) - 1),
        lambda r: r / c**2 * base(r) ** (alpha / 2 - 1),
        lambda r: base(r) ** (alpha / 2 - 2) * (1 + (r / c) ** 2 / b * (alpha - 1)) / c**2,
    )


def tolerant(a: Real, b: Real) -> Reference:
    def gate(r: Real) -> Real:
        return logistic((r**2 - a) / b)

    return smooth(
        lambda r: b / 2 * (softplus((r**2 - a) / b) - softplus(-a / b)),
        lambda r: r * gate(r),
        lambda r: gate(r) + 2 * r**2 / b * gate(r) * logistic((a - r**2) / b),
    )


def epsilon_zero_one(epsilon: Real) -> Reference:
    return Reference((constant(1), constant(0), constant(1)), (-epsilon, epsilon), frozenset({0}))


def geman_reynolds(c: Real) -> Reference:
    right = Piece(lambda r: r / (r + c), lambda r: c / (r + c) ** 2, lambda r: -2 * c / (r + c) ** 3)
    return even(right)


def dcs(phi: Real) -> Reference:
    beyond = Piece(
        lambda r: phi * (3 * r**2 - phi) / (2 * (r**2 + phi)),
        lambda r: r * (2 * phi / (phi + r**2)) ** 2,
        lambda r: 4 * phi**2 * (phi - 3 * r**2) / (phi + r**2) ** 3,
    )
    return even(parabola(half(1), 0), beyond, seams=(mp.sqrt(phi),))


ROBUST: Losses = {
    "tukey-biweight": tukey_biweight,
    "cauchy": cauchy,
    "geman-mcclure": geman_mcclure,
    "welsch": welsch,
    "fair": fair,
    "arctan": arctan,
    "andrews-wave": andrews_wave,
    "hampel": hampel,
    "ramsay": ramsay,
    "truncated-quadratic": truncated_quadratic,
    "student-t": student_t,
    "tukey-quartic": tukey_quartic,
    "barron": barron,
    "tolerant": tolerant,
    "epsilon-zero-one": epsilon_zero_one,
    "geman-reynolds": geman_reynolds,
    "dcs": dcs,
}
