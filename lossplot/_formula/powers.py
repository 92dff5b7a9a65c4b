"""Exponentials and powers that reach the ends of the doubles no sooner than what is made of them."""

from __future__ import annotations

import numpy as np

from lossplot._formula.special import Families, Values, log_ratio

# Below it a power is computed in logarithms, for its product with a large number may be no small one.
_SMALL = 1e-300


def product(factor: float, exponent: Values) -> Values:
    """Compute factor*exp(exponent), where the exponential overflows before the product does."""
    half = np.exp(0.5 * exponent)
    return factor * half * half


def _ratios(x: Values, y: float) -> tuple[Values, Values]:
    """Return x/y where that is at most 1, else 1, and y/x where that is less than 1, else 1."""
    inner = x <= y
    return np.where(inner, x, y) / y, y / np.where(inner, y, x)


def _log_power1p(x: Values, y: float, z: float) -> Values:
    """Compute log(1 + (x/y)^z) for x >= 0."""
    within, beyond = _ratios(x, y)
    return np.where(x <= y, np.log1p(within**z), z * log_ratio(np.maximum(x, y), y) + np.log1p(beyond**z))


def _log_power1p_slope(x: Values, y: float, z: float) -> Values:
    within, beyond = _ratios(x, y)
    size = np.where(x > 0.0, x, y)
    power = within**z
    by_logarithms = z * np.exp(z * log_ratio(size, y) - np.log(size))
    inner = np.where(power > _SMALL, z * (power / size) / (1.0 + power), by_logarithms)
    at_zero = 1.0 / y if z == 1.0 else 0.0
    return np.where(x > y, z / size / (1.0 + beyond**z), np.where(x > 0.0, inner, at_zero))


def _log_power1p_curvature(x: Values, y: float, z: float) -> Values:
    within, beyond = _ratios(x, y)
    power, far = within**z, beyond**z
    inner = z / y / y * within ** (z - 2.0) * ((z - 1.0) - power) / (1.0 + power) ** 2
    return np.where(x > y, z / x / x * ((z - 1.0) * far - 1.0) / (1.0 + far) ** 2, inner)


RULES: Families = {
    "expscaled": (
        lambda x, y: product(1.0, y * x),
        lambda x, y: product(y, y * x),
        lambda x, y: product(y * y, y * x),
    ),
    "logpow1p": (_log_power1p, _log_power1p_slope, _log_power1p_curvature),
}
