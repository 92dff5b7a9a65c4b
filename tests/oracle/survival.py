"""Losses of accelerated failure time models: minus the logarithm of a density, or of a survival function."""

from __future__ import annotations

from oracle.pieces import Losses, Real, Reference, bell, logistic, mp, parabola, smooth, softplus


def aft_normal(sigma: Real, censored: Real) -> Reference:
    if not censored:
        return Reference((parabola(1 / (2 * sigma**2), 0, mp.log(sigma * mp.sqrt(2 * mp.pi))),))

    def survival(r: Real) -> Real:
        return mp.erfc(-r / (sigma * mp.sqrt(2))) / 2

    def hazard(r: Real) -> Real:
        return mp.npdf(r / sigma) / survival(r)

    return smooth(
        lambda r: -mp.log(survival(r)),
        lambda r: -hazard(r) / sigma,
        lambda r: hazard(r) * (hazard(r) + r / sigma) / sigma**2,
    )


def aft_logistic(sigma: Real, censored: Real) -> Reference:
    if censored:
        return smooth(
            lambda r: softplus(-r / sigma),
            lambda r: -logistic(-r / sigma) / sigma,
            lambda r: bell(r / sigma) / sigma**2,
        )
    return smooth(
        lambda r: mp.log(sigma) + r / sigma + 2 * softplus(-r / sigma),
        lambda r: mp.tanh(r / (2 * sigma)) / sigma,
        lambda r: 2 * bell(r / sigma) / sigma**2,
    )


def aft_extreme(sigma: Real, censored: Real) -> Reference:
    """The density is exp(z - exp(z))/sigma for z = -r/sigma, and the survival function exp(-exp(z))."""
    if censored:
        return smooth(
            lambda r: mp.exp(-r / sigma),
            lambda r: -mp.exp(-r / sigma) / sigma,
            lambda r: mp.exp(-r / sigma) / sigma**2,
        )
    return smooth(
        lambda r: mp.log(sigma) + r / sigma + mp.exp(-r / sigma),
        lambda r: (1 - mp.exp(-r / sigma)) / sigma,
        lambda r: mp.exp(-r / sigma) / sigma**2,
    )


SURVIVAL: Losses = {"aft-normal": aft_normal, "aft-logistic": aft_logistic, "aft-extreme": aft_extreme}
