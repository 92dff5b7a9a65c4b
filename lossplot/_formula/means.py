"""Losses of a mean x for a target y, to the last digits near the target, and where ratios of the two overflow."""

from __future__ import annotations

import numpy as np

from lossplot._formula import special
from lossplot._formula.factorials import stirling_gap
from lossplot._formula.special import Families, Values

# Beyond it the exponential of a double overflows.
_OVERFLOW = 709.0


def _log1p_gap(x: Values, y: float) -> Values:
    """Compute log(1 + x) - log(1 + y)."""
    above, below = (x - y) / (1.0 + y), (y - x) / (1.0 + x)
    gap = np.where(x > y, np.log1p(above), -np.log1p(below))
    return np.where(np.maximum(above, below) < 1e300, gap, np.log1p(x) - np.log1p(y))


def _poisson_gap(x: Values, y: float) -> Values:
    """Compute x - y - y log(x/y)."""
    ratio = x / y
    near = y * special.logdev(np.clip(ratio, 0.5, 2.0))
    return np.where((ratio > 0.5) & (ratio < 2.0), near, (x - y) - y * special.log_ratio(x, y))


def _gamma_gap(x: Values, y: float) -> Values:
    """Compute log(x/y) + y/x - 1."""
    ratio = y / x
    near = special.logdev(np.clip(ratio, 0.5, 2.0))
    return np.where((ratio > 0.5) & (ratio < 2.0), near, ratio - 1.0 + special.log_ratio(x, y))


def _growth(x: Values, y: float) -> Values:
    """Compute the integral of (exp(t) - 1) exp(y t) for t from 0 to x, times y + 1, for |x y| < 1 and y > -1."""
    lifted = x * np.expm1(y * x) + np.exp(y * x) * special.expm1mx(x)
    return lifted - special.expm1mx(y * x) / y


def _power(x: Values, y: float, z: float) -> Values:
    """Compute x^(y - z), for a whole y: where z is small, the rounding of y - z shows next to zero."""
    return x**y * x**-z if abs(z) < 1.0 else x ** (y - z)


def _tweedie_gap(x: Values, y: float, z: float) -> Values:
    """Compute y^(2 - z)/((1 - z)(2 - z)) - y x^(1 - z)/(1 - z) + x^(2 - z)/(2 - z)."""
    if not y:
        return x * _power(x, 1.0, z) / (2.0 - z)
    ratio, rate = special.log_ratio(x, y), 1.0 - z if z <= 1.5 else z - 2.0
    near = np.clip(ratio, -1.0 / abs(rate), 1.0 / abs(rate))
    share = _growth(near, rate) / (2.0 - z) if z <= 1.5 else _growth(-near, rate) / (z - 1.0)
    top = _power(np.float64(1.0) * y, 2.0, z)
    rest = np.where(np.isinf(top), 0.0, _power(x, 1.0, z) * (x + (2.0 - z) * (y - x)))
    inner = np.where(share == 0.0, 0.0, top * share)
    return np.where(near == ratio, inner, (top - rest) / (1.0 - z) / (2.0 - z))


def _tweedie_slope(x: Values, y: float, z: float) -> Values:
    return np.where(x < 0.5 * y, (x - y) * x**-z, (x - y) / x * _power(x, 1.0, z))


def _tweedie_curvature(x: Values, y: float, z: float) -> Values:
    return ((1.0 - z) + z * (y / x)) * x**-z


def _negative_binomial(x: Values, y: float, z: float) -> Values:
    """Compute (y + 1/z) log(1 + z x) - y log(x)."""
    product = z * x
    grown = np.where(x < 1e150, np.log1p(product), np.log(z) + np.log(x))
    gap = np.where(product < 1.0, grown - np.log(x), np.log(z + 1.0 / x))
    # Where z x is less than rounding, log(1 + z x)/z is x.
    return np.where(product < 1e-17, x, grown / z) + y * gap


def _negative_binomial_slope(x: Values, y: float, z: float) -> Values:
    return (x - y) / x / (1.0 + z * x)


def _negative_binomial_curvature(x: Values, y: float, z: float) -> Values:
    return (y / x / x + z * (2.0 * (y / x) - 1.0)) / (1.0 + z * x) / (1.0 + z * x)


def _poisson_log(x: Values, y: float) -> Values:
    """Compute exp(x) - y x: near its minimum by what it is there, so that nothing cancels."""
    if not y:
        return np.exp(x)
    log = np.log(y)
    gap = np.clip(x - log, -1.0, 1.0)
    near = y * (1.0 + special.expm1mx(gap) - log)
    far = np.where(x > _OVERFLOW, np.exp(x), np.exp(x) - y * np.minimum(x, _OVERFLOW))
    return np.where(np.abs(x - log) < 1.0, near, far)


def _poisson_log_slope(x: Values, y: float) -> Values:
    """Compute exp(x) - y."""
    if not y:
        return np.exp(x)
    gap = np.clip(x - np.log(y), -1.0, 1.0)
    return np.where(np.abs(x - np.log(y)) < 1.0, y * np.expm1(gap), np.exp(x) - y)


def _tweedie_log(x: Values, y: float, z: float) -> Values:
    """Compute exp((2 - z) x)/(2 - z) - y exp((1 - z) x)/(1 - z)."""
    rising = np.exp((2.0 - z) * x) / (2.0 - z)
    return rising - y * np.exp((1.0 - z) * x) / (1.0 - z) if y else rising


def _tweedie_log_slope(x: Values, y: float, z: float) -> Values:
    if not y:
        return np.exp((2.0 - z) * x)
    falling, gap = np.exp((1.0 - z) * x), np.clip(x - np.log(y), -1.0, 1.0)
    near = y * np.expm1(gap) * falling
    return np.where(np.abs(x - np.log(y)) < 1.0, near, np.exp((2.0 - z) * x) - y * falling)


def _tweedie_log_curvature(x: Values, y: float, z: float) -> Values:
    rising = (2.0 - z) * np.exp((2.0 - z) * x)
    return rising - y * (1.0 - z) * np.exp((1.0 - z) * x) if y else rising


def _poisson_nll(x: Values, y: float) -> Values:
    """Compute x - y log(x) + log(y!), as a sum of two terms that are not negative."""
    return _poisson_gap(x, y) + stirling_gap(float(y)) if y else x


RULES: Families = {
    "log1pgap": (_log1p_gap, lambda x, _: 1.0 / (1.0 + x), lambda x, _: -1.0 / (1.0 + x) / (1.0 + x)),
    "poissongap": (_poisson_gap, lambda x, y: (x - y) / x, lambda x, y: y / x / x),
    "poissonnll": (
        _poisson_nll,
        lambda x, y: (x - y) / x if y else np.ones_like(x),
        lambda x, y: y / x / x if y else np.zeros_like(x),
    ),
    "gammagap": (_gamma_gap, lambda x, y: (x - y) / x / x, lambda x, y: (2.0 * (y / x) - 1.0) / x / x),
    "tweediegap": (_tweedie_gap, _tweedie_slope, _tweedie_curvature),
    "negbinomial": (_negative_binomial, _negative_binomial_slope, _negative_binomial_curvature),
    "poissonlog": (_poisson_log, _poisson_log_slope, lambda x, _: np.exp(x)),
    "tweedielog": (_tweedie_log, _tweedie_log_slope, _tweedie_log_curvature),
}
