"""The divergence of two sigmoids, both softened by a temperature, to the last digits wherever they meet."""

from __future__ import annotations

import numpy as np

from lossplot._formula import special
from lossplot._formula.special import Families, Values

# So far apart two sigmoids are subtracted as they are, and from -_STEEP down a sigmoid is next to underflow.
_APART, _STEEP = 3.0, 600.0


def _logarithm(y: float) -> tuple[np.float64, np.float64]:
    """Compute log(y) as a double and what its rounding leaves."""
    log = np.log(np.float64(y))
    return log, np.log1p(y * np.exp(-log) - 1.0)


def _distill(x: Values, y: float, z: float) -> Values:
    """Compute z^2 times the divergence of sigmoid(x/z) from sigmoid(t/z), where t = log(y).

    It is the same for -x and -t, so that t may be at most zero.  With the sigmoid q of t/z and d = (x - t)/z it is
    z^2 log(1 + (1 - q) f(-q d) + q f((1 - q) d)), where f(u) = exp(u) - 1 - u: a sum without a minus.
    """
    log, rest_of_log = _logarithm(y)
    side = -1.0 if log > 0.0 else 1.0
    x, t = side * x, side * log
    gap = (x - t) - side * rest_of_log
    a, d = t / z, gap / z
    share, rest = special.sigmoid(a), special.sigmoid(-a)
    near = np.clip(gap, -_STEEP * z, _APART * z)
    right = _expm1mx_share(rest * near / z)
    bend = rest * (right + share * (_expm1mx_share(-share * near / z) - right))
    within = _sigmoid_share(a, bend * (near * near)) * _log1p_share(_sigmoid_share(a, bend * (near / z) ** 2))
    above = z * (np.maximum(x, 0.0) - _sigmoid_share(a, gap))
    above += z * z * (np.log1p(np.exp(-np.abs(x / z))) - special.softplus(a))
    below = z * _sigmoid_share(a, -gap) - z * z * special.softplus(a)
    return np.where(d > _APART, above, np.where(d < -_STEEP, below, within))


def _log1p_share(x: Values) -> Values:
    """Compute log(1 + x)/x for x of at least zero, which is 1 at zero."""
    far = np.maximum(x, 1e-3)
    return np.where(x < 1e-3, 1.0 - x * (0.5 - x * (1.0 / 3.0 - x * (0.25 - 0.2 * x))), np.log1p(far) / far)


def _expm1mx_share(x: Values) -> Values:
    """Compute (exp(x) - 1 - x)/x^2, which is 1/2 at zero."""
    near = np.abs(x) < 1.0
    far = np.where(near, 1.0, x)
    return np.where(near, special.expm1mx_share(np.where(near, x, 0.0)), special.expm1mx(far) / far / far)


def _sigmoid_share(a: np.float64, x: Values) -> Values:
    """Compute x/(1 + exp(-a)) for a up to zero, where the exponential overflows before the quotient vanishes."""
    if a > -_STEEP:
        return special.sigmoid(a) * x
    half = np.exp(0.5 * a)
    share: Values = half * (half * x)
    return share


def _distill_slope(x: Values, y: float, z: float) -> Values:
    """Compute z (sigmoid(x/z) - sigmoid(t/z)), where t = log(y)."""
    log, rest_of_log = _logarithm(y)
    side = -1.0 if log > 0.0 else 1.0
    a, d = side * log / z, side * ((x - log) - rest_of_log) / z
    share, rest = special.sigmoid(a), special.sigmoid(-a)
    within = np.minimum(d, _APART)
    near = share * rest * np.expm1(within) / (rest + share * np.exp(within))
    is_far = (d > _APART) | ((a < -_STEEP) & (d > 1.0))
    return side * z * np.where(is_far, special.sigmoid(side * x / z) - share, near)


RULES: Families = {
    "distill": (_distill, _distill_slope, lambda x, y, z: special.bell(x / z)),
}
