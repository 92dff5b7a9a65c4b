"""Losses of a probability or a margin x with a shape y, to the last digits for every shape and next to every end."""

from __future__ import annotations

import math

import numpy as np

from lossplot._formula import special
from lossplot._formula.special import Families, Values

# Length of the series of log(x)/(x - 1), and how near 1 it is used.
_TERMS, _NEAR = 40, 0.25


def log_share(x: Values) -> Values:
    """Compute log(x)/(x - 1), which is 1 at x = 1."""
    gap = x - 1.0
    far = np.where(gap == 0.0, 1.0, gap)
    return np.where(gap == 0.0, 1.0, np.where(np.abs(gap) < 0.5, np.log1p(far), np.log(x)) / far)


def log_share_slope(x: Values) -> Values:
    far = (1.0 - np.where(x == 0.0, 0.0, x * log_share(x))) / x / (x - 1.0)
    return np.where(np.abs(x - 1.0) < _NEAR, _log_share_series(x, 1), far)


def log_share_curvature(x: Values) -> Values:
    far = (-1.0 / x / x - 2.0 * log_share_slope(x)) / (x - 1.0)
    return np.where(np.abs(x - 1.0) < _NEAR, _log_share_series(x, 2), far)


def _log_share_series(x: Values, order: int) -> Values:
    """Compute a derivative of 1 - t/2 + t^2/3 - ..., where t is x - 1."""
    gap = np.where(np.abs(x - 1.0) < _NEAR, x - 1.0, 0.0)
    total = np.zeros_like(gap)
    for k in range(_TERMS, order - 1, -1):
        total = total * gap + (-1.0) ** k * math.perm(k, order) / (k + 1)
    return total


def _power_slope(x: Values, y: float) -> Values:
    # Not x^(y - 1), where the rounding of y - 1 shows.
    return (
        np.zeros_like(x)
        if y == 0.0
        else y * np.where((x == 0.0) | (y >= 1.0), x ** (y - 1.0), x**y / np.where(x == 0.0, 1.0, x))
    )


def _power_curvature(x: Values, y: float) -> Values:
    return y * (y - 1.0) * x ** (y - 2.0) if y not in (0.0, 1.0) else np.zeros_like(x)


def _power1p_slope(x: Values, y: float) -> Values:
    return y * special.power1p(x, y - 1.0)


def _power1p_curvature(x: Values, y: float) -> Values:
    return y * (y - 1.0) * special.power1p(x, y - 2.0)


def _boxcox(x: Values, y: float) -> Values:
    """Compute (x^y - 1)/y, which is log(x) for y = 0."""
    logarithm = np.log(x)
    if not y:
        return logarithm
    # Far out the rounding of the logarithm shows.
    return np.where(np.abs(y * logarithm) > 1.0, x**y - 1.0, np.expm1(y * logarithm)) / y


def _boxcox_slope(x: Values, y: float) -> Values:
    # Not x^(y - 1) for a small y: next to zero the rounding of y - 1 shows.
    return np.where((x == 0.0) | (y >= 1.0), x ** (y - 1.0), x**y / np.where(x == 0.0, 1.0, x))


def _boxcox_curvature(x: Values, y: float) -> Values:
    return (y - 1.0) * np.where(
        (x == 0.0) | (y >= 2.0), x ** (y - 2.0), _boxcox_slope(x, y) / np.where(x == 0.0, 1.0, x)
    )


def _alpha_loss(x: Values, y: float) -> Values:
    """Compute (1 - x^(1 - 1/y))/(1 - 1/y), which is -log(x) for y = 1."""
    exponent = (y - 1.0) / y
    return -np.expm1(exponent * np.log(x)) / exponent if exponent else -np.log(x)


def _alpha_loss_slope(x: Values, y: float) -> Values:
    return -np.exp(-np.log(x) / y)


def _alpha_loss_curvature(x: Values, y: float) -> Values:
    return np.exp(-np.log(x) / y) / x / y


def _tsallis(x: Values, y: float) -> Values:
    """Compute 1 - y x^(y - 1) + (y - 1) (x^y + (1 - x)^y)."""
    e, log = y - 1.0, np.log(x)
    near = np.abs(e * log) < 1.0
    inner = np.where(near, x, 1.0)
    lost = -np.expm1(e * np.log(inner))  # 1 - x^(y - 1)
    by_series = e * special.logdev(inner) - special.expm1mx(e * np.log(inner)) + e * (1.0 - inner) * lost
    power = np.exp(e * log)
    return np.where(near, by_series, (1.0 - power) - e * power * (1.0 - x)) + e * special.power1p(-x, y)


def _tsallis_slope(x: Values, y: float) -> Values:
    return -y * (y - 1.0) * ((1.0 - x) * x ** (y - 2.0) + special.power1p(-x, y - 1.0))


def _tsallis_curvature(x: Values, y: float) -> Values:
    left = x ** (y - 2.0) - ((y - 2.0) * (1.0 - x) * x ** (y - 3.0) if y != 2.0 else 0.0)
    return y * (y - 1.0) * (left + (y - 1.0) * special.power1p(-x, y - 2.0))


def _taylor(x: Values, y: float) -> Values:
    """Compute the first terms of -log(x): (1 - x) + (1 - x)^2/2 + ... + (1 - x)^y/y."""
    rest = 1.0 - x
    lost = (1.0 - rest) - x  # by rounding
    total, carry = np.zeros_like(rest), lost * special.logseries_slope(rest, y)
    for k in range(int(y), 0, -1):
        term = rest**k / k + carry
        carry = term - ((total + term) - total)
        total = total + term
    return total


def _taylor_slope(x: Values, y: float) -> Values:
    nonzero = np.where(x == 0.0, 1.0, x)
    left = np.where(x < 0.5, np.expm1(y * np.log1p(-nonzero)), (1.0 - x) ** y - 1.0)
    return np.where(x == 0.0, -y, left / nonzero)


def _taylor_curvature(x: Values, y: float) -> Values:
    return special.logseries_curvature(1.0 - x, y)


def _tversky(x: Values, y: float) -> Values:
    """Compute y (1 - x)/(x + y (1 - x))."""
    return y * (1.0 - x) / (x + y * (1.0 - x))


def _tversky_slope(x: Values, y: float) -> Values:
    total = x + y * (1.0 - x)
    return -y / total / total


def _tversky_curvature(x: Values, y: float) -> Values:
    total = x + y * (1.0 - x)
    return 2.0 * (1.0 - y) * (y / total / total / total)


def squared_dice(x: Values) -> Values:
    """Compute (1 - x)^2/(1 + x^2)."""
    return (1.0 - x) ** 2 / (1.0 + x * x)


def squared_dice_slope(x: Values) -> Values:
    return -2.0 * (1.0 - x) * (1.0 + x) / (1.0 + x * x) ** 2


def squared_dice_curvature(x: Values) -> Values:
    return 4.0 * x * (3.0 - x * x) / (1.0 + x * x) ** 3


def _focal_tversky(x: Values, y: float, z: float) -> Values:
    """Compute (z (1 - x)/(x + z (1 - x)))^y, whose base may be next to 1."""
    return np.exp(-y * np.log1p(x / (z * (1.0 - x))))


def _focal_tversky_slope(x: Values, y: float, z: float) -> Values:
    rest = np.where(x == 1.0, 1.0, 1.0 - x)
    end = 0.0 if y > 1.0 else -z if y == 1.0 else -math.inf
    return np.where(x == 1.0, end, -y * _focal_tversky(x, y, z) / (x + z * rest) / rest)


def _focal_tversky_curvature(x: Values, y: float, z: float) -> Values:
    rest = np.where(x == 1.0, 1.0, 1.0 - x)
    total = x + z * rest
    inner = y * (y - x + (1.0 - 2.0 * z) * rest) * _focal_tversky(x, y, z) / total / total / rest / rest
    end = 0.0 if y > 2.0 else 2.0 * z * z if y == 2.0 else 2.0 * z * (1.0 - z) if y == 1.0 else (y - 1.0) * math.inf
    return np.where(x == 1.0, end, inner)


def _softplus_scaled(x: Values, y: float) -> Values:
    """Compute log(1 + exp(y x))/y."""
    return np.maximum(x, 0.0) + np.log1p(np.exp(-y * np.abs(x))) / y


def _dwd(x: Values, y: float) -> Values:
    """Compute (y/((y + 1) x))^y/(y + 1)."""
    value: Values = np.exp(-y * (np.log(x) + np.log1p(1.0 / y))) / (y + 1.0)
    return value


def _dwd_slope(x: Values, y: float) -> Values:
    return -y * _dwd(x, y) / x


def _dwd_curvature(x: Values, y: float) -> Values:
    return -(y + 1.0) * _dwd_slope(x, y) / x


def _lum_excess(x: Values, y: float, z: float) -> Values:
    """Compute ((1 + z) x - z)/y."""
    return (x - z / (1.0 + z)) * ((1.0 + z) / y) if z < 1.0 else (1.0 + (x - 1.0) * (1.0 + z)) / y


def _lum_base(x: Values, y: float, z: float) -> Values:
    """Compute log(((1 + z) x - z + y)/y), where the numerator overflows too."""
    far = np.log(np.maximum(x, 1.0)) + np.log((1.0 + z) / y)
    return np.where(x < 1e100 * max(1.0, y), np.log1p(_lum_excess(x, y, z)), far)


def _lum(x: Values, y: float, z: float) -> Values:
    """Compute (y/((1 + z) x - z + y))^y/(1 + z)."""
    return np.exp(-y * _lum_base(x, y, z)) / (1.0 + z)


def _lum_inverse(x: Values, y: float, z: float) -> Values:
    """Compute y/((1 + z) x - z + y)."""
    return np.where(x < 1e100 * max(1.0, y), 1.0 / (1.0 + _lum_excess(x, y, z)), 1.0 / x / ((1.0 + z) / y))


def _lum_slope(x: Values, y: float, z: float) -> Values:
    return -np.exp(-y * _lum_base(x, y, z)) * _lum_inverse(x, y, z)


def _lum_curvature(x: Values, y: float, z: float) -> Values:
    inverse = _lum_inverse(x, y, z)
    return (y + 1.0) * np.exp(-y * _lum_base(x, y, z)) * inverse * ((1.0 + z) / y * inverse)


def _focal(x: Values, y: float) -> Values:
    """Compute -(1 - x)^y log(x)."""
    return special.power1p(-x, y + 1.0) * log_share(x)


def _focal_other(x: Values, y: float) -> Values:
    """Compute -x^y log(1 - x)."""
    return x**y * -np.log1p(-x)


def _log_other_share(x: Values) -> Values:
    """Compute -log(1 - x)/x, which is 1 at x = 0."""
    nonzero = np.where(x == 0.0, 1.0, x)
    return np.where(x == 0.0, 1.0, -np.log1p(-nonzero) / nonzero)


def _focal_other_slope(x: Values, y: float) -> Values:
    return x**y * (y * _log_other_share(x) + 1.0 / (1.0 - x))


def _focal_other_curvature(x: Values, y: float) -> Values:
    inverse = 1.0 / (1.0 - x)
    turn: Values = x**y * inverse * inverse
    if not y:
        return turn
    return turn + _power_slope(x, y) * ((y - 1.0) * _log_other_share(x) + 2.0 * inverse)


def _focal_slope(x: Values, y: float) -> Values:
    return -special.power1p(-x, y) * ((y * log_share(x) if y else 0.0) + 1.0 / x)


def _focal_curvature(x: Values, y: float) -> Values:
    inverse: Values = 1.0 / x
    if not y:
        return inverse * inverse
    turn = special.power1p(-x, y) * (inverse * inverse - y * log_share_slope(x))
    return turn + y * special.power1p(-x, y - 1.0) * (y * log_share(x) + inverse)


RULES: Families = {
    "focalother": (_focal_other, _focal_other_slope, _focal_other_curvature),
    "focal": (_focal, _focal_slope, _focal_curvature),
    "pow": (lambda x, y: x**y, _power_slope, _power_curvature),
    "pow1p": (special.power1p, _power1p_slope, _power1p_curvature),
    "boxcox": (_boxcox, _boxcox_slope, _boxcox_curvature),
    "alphaloss": (_alpha_loss, _alpha_loss_slope, _alpha_loss_curvature),
    "tsallis": (_tsallis, _tsallis_slope, _tsallis_curvature),
    "taylor": (_taylor, _taylor_slope, _taylor_curvature),
    "tversky": (_tversky, _tversky_slope, _tversky_curvature),
    "softplusscaled": (
        _softplus_scaled,
        lambda x, y: special.sigmoid(y * x),
        lambda x, y: y * special.bell(y * x),
    ),
    "focaltversky": (_focal_tversky, _focal_tversky_slope, _focal_tversky_curvature),
    "dwd": (_dwd, _dwd_slope, _dwd_curvature),
    "lum": (_lum, _lum_slope, _lum_curvature),
}
