"""Functions that NumPy lacks, each accurate where its textbook form overflows or cancels.

All take and return arrays of doubles.  The second argument, where there is one, is a number.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64] | np.float64
_Family = Callable[..., Values]
# Functions of a variable and of constants, each with its first two derivatives by the variable.
Families = dict[str, tuple[_Family, _Family, _Family]]

erf: _Family = np.vectorize(math.erf, otypes=[np.float64])
_erfc = np.vectorize(math.erfc, otypes=[np.float64])
# Length of the series that replaces a function where its first Taylor terms nearly cancel it.
_SERIES_TERMS = 30
# Sizes beyond which squares and exponentials overflow.
_SQUARE_OVERFLOWS, _EXP_OVERFLOWS = 1e150, 700.0
# Beyond it a continued fraction is better than the distribution function.
_FAR = -2.0


def sigmoid(x: Values) -> Values:
    """Compute 1/(1 + exp(-x)), accurate to the last digits at both ends."""
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1.0 + small)


def bell(x: Values) -> Values:
    """The slope of the sigmoid, s(x) s(-x)."""
    return sigmoid(x) * sigmoid(-x)


def log_ratio(x: Values, y: float) -> Values:
    """Compute log(x/y)."""
    ratio = x / y
    return np.where((ratio > 1e-300) & (ratio < 1e300), np.log(ratio), np.log(x) - np.log(y))


def sech2(x: Values) -> Values:
    """Compute 1/cosh(x)^2."""
    return 4.0 * bell(2.0 * x)


def softplus(x: Values) -> Values:
    """Compute log(1 + exp(x)) without overflow or cancellation."""
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


def softplus2(x: Values, y: float) -> Values:
    """Compute log(1 + exp(x - y)) + log(1 + exp(-x - y))."""
    return softplus(x - y) + softplus(-x - y)


def softplus2_slope(x: Values, y: float) -> Values:
    """Compute sinh(x)/(cosh(y) + cosh(x)), the slope of softplus(x - y) + softplus(-x - y)."""
    size = np.abs(x)
    top = np.sign(x) * -np.expm1(-2.0 * size)
    return np.where(y - size > _EXP_OVERFLOWS, top * np.exp(size - y), top / _softplus2_bottom(size, y))


def _softplus2_bottom(size: Values, y: float) -> Values:
    """Compute 2 exp(-size) (cosh(y) + cosh(size))."""
    return 1.0 + np.exp(-2.0 * size) + np.exp(y - size) + np.exp(-y - size)


def softplus2_curvature(x: Values, y: float) -> Values:
    """Compute (1 + cosh(x) cosh(y))/(cosh(y) + cosh(x))^2."""
    size = np.abs(x)
    square, bottom = np.exp(-2.0 * size), _softplus2_bottom(size, y)
    outer = np.exp(y - size) + np.exp(-y - size)
    near = 4.0 * square / bottom / bottom + (1.0 + square) * (outer / bottom) / bottom
    return np.where(y - size > _EXP_OVERFLOWS, (1.0 + square) * np.exp(size - y), near)


def logcosh(x: Values) -> Values:
    """Compute log(cosh(x)): by log1p near zero, where the logarithm cancels, and by |x| - log 2 far out."""
    size = np.abs(x)
    near = np.log1p(2.0 * np.sinh(np.minimum(size, 1.0) / 2.0) ** 2)
    return np.where(size < 1.0, near, size + np.log1p(np.exp(-2.0 * size)) - np.log(2.0))


def normal(x: Values) -> Values:
    """The density of the standard normal distribution."""
    return np.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)


def normal_crps(x: Values, y: float) -> Values:
    """Compute x erf(t/sqrt(2)) + y (sqrt(2/pi) exp(-t^2/2) - 1/sqrt(pi)) with t = x/y, by how exp falls from t = 0."""
    t = x / y
    fall = math.sqrt(2.0 / math.pi) * np.expm1(-0.5 * t * t)
    return x * erf(t / math.sqrt(2.0)) + y * (fall + (math.sqrt(2.0) - 1.0) / math.sqrt(math.pi))


def ndtr(x: Values) -> Values:
    """The distribution function of the standard normal distribution."""
    return 0.5 * _erfc(-x / math.sqrt(2.0))


def _mills_excess(x: Values) -> Values:
    """Compute normal(x)/ndtr(-x) - x for x > 2, by Laplace's continued fraction 1/(x + 2/(x + 3/(x + ...)))."""
    fraction = x
    for term in range(80, 1, -1):
        fraction = x + term / fraction
    return 1.0 / fraction


def log_ndtr(x: Values) -> Values:
    """Compute log(ndtr(x)), where ndtr underflows too."""
    far = np.maximum(-x, -_FAR)
    below = -0.5 * far * far - 0.5 * math.log(2.0 * math.pi) - np.log(far + _mills_excess(far))
    return np.where(x < _FAR, below, np.where(x < 0.0, np.log(ndtr(np.maximum(x, _FAR))), np.log1p(-ndtr(-x))))


def log_ndtr_slope(x: Values) -> Values:
    """Compute normal(x)/ndtr(x)."""
    far = np.maximum(-x, -_FAR)
    near = np.maximum(x, _FAR)
    return np.where(x < _FAR, far + _mills_excess(far), normal(near) / ndtr(near))


def log_ndtr_curvature(x: Values) -> Values:
    slope = log_ndtr_slope(x)
    return -slope * np.where(x < _FAR, _mills_excess(np.maximum(-x, -_FAR)), x + slope)


def log1pmx_share(x: Values) -> Values:
    """Compute (x - log(1 + x))/x^2, which is 1/2 at zero: for small x by the series of atanh in s = x/(2 + x)."""
    small = np.abs(x) < 0.5
    s = np.where(small, x / (2.0 + x), 0.0)
    square, total = s * s, np.zeros_like(s)
    for k in range(_SERIES_TERMS, 0, -1):
        total = total * square + 1.0 / (2 * k + 1)
    far = np.where(small, 1.0, x)
    return np.where(small, (1.0 - 2.0 * s * total / (2.0 + x)) / (2.0 + x), (far - np.log1p(far)) / far / far)


def log1pmx(x: Values) -> Values:
    """Compute log(1 + x) - x."""
    return np.where(np.abs(x) < 0.5, -x * x * log1pmx_share(x), np.log1p(x) - x)


def log1pint_share(x: Values) -> Values:
    """Compute ((1 + x) log(1 + x) - x)/x, which is zero at zero: for small x by its series."""
    near = np.where(np.abs(x) < 0.5, x, 0.0)
    series = np.zeros_like(near)
    for k in range(60, 1, -1):
        series = 1.0 / (k * (k - 1)) - near * series
    far = np.where(np.abs(x) < 0.5, 1.0, x)
    return np.where(np.abs(x) < 0.5, near * series, (1.0 + 1.0 / far) * np.log1p(far) - 1.0)


def log1pint(x: Values) -> Values:
    """Compute (1 + x) log(1 + x) - x, the integral of log1p."""
    return np.where(np.abs(x) < 0.5, x * log1pint_share(x), (1.0 + x) * np.log1p(x) - x)


def logdev(x: Values) -> Values:
    """Compute x - 1 - log(x), which is zero at x = 1."""
    return np.where(np.abs(x - 1.0) < 0.5, -log1pmx(x - 1.0), x - 1.0 - np.log(x))


def xlogxdev(x: Values) -> Values:
    """Compute x log(x) - x + 1, which is zero at x = 1 and 1 at x = 0."""
    far = np.where(x == 0.0, 0.0, x * np.log(x)) - x + 1.0
    return np.where(np.abs(x - 1.0) < 0.5, log1pint(x - 1.0), far)


def expm1mx_share(x: Values) -> Values:
    """Compute (exp(x) - 1 - x)/x^2 for |x| < 1 by its series, which is 1/2 at zero."""
    series = np.ones_like(x)
    for k in range(_SERIES_TERMS, 2, -1):
        series = 1.0 + x / k * series
    return 0.5 * series


def expm1mx(x: Values) -> Values:
    """Compute exp(x) - 1 - x."""
    near = np.where(np.abs(x) < 1.0, x, 0.0)
    far = np.expm1(x) - np.minimum(x, _EXP_OVERFLOWS)
    return np.where(np.abs(x) < 1.0, near * near * expm1mx_share(near), np.where(x > _EXP_OVERFLOWS, np.exp(x), far))


def gamma2(x: Values) -> Values:
    """Compute 1 - (1 + x) exp(-x)."""
    near = np.where(np.abs(x) < 1.0, x, 0.0)
    return np.where(np.abs(x) < 1.0, np.exp(-near) * expm1mx(near), -np.expm1(-x) - x * np.exp(-x))


def versin(x: Values) -> Values:
    """Compute 1 - cos(x)."""
    return 2.0 * np.sin(0.5 * x) ** 2


def power1p(x: Values, y: float) -> Values:
    """Compute (1 + x)^y, for exponents too large for `**` as well."""
    if not y:
        return np.ones_like(x)
    return np.where(x < -1.0, (1.0 + x) ** y, np.exp(y * np.log1p(np.maximum(x, -1.0))))


def powdev(x: Values, y: float) -> Values:
    """Compute x^(y + 1)/(y + 1) - x + y/(y + 1), which is zero at x = 1, as a sum of two positive terms.

    For y = -1 it is log(x) - x + 1, the limit.
    """
    if y == -1.0:
        return -logdev(x)
    rest = np.where(x == 0.0, 0.0, x * expm1mx(y * np.log(x)))
    return (rest + y * xlogxdev(x)) / (y + 1.0)


def _barron_log(x: Values, y: float, z: float) -> Values:
    """Compute log(1 + (x/z)^2/|y - 2|), where the ratio and its square overflow too."""
    square = (x / z) ** 2 / abs(y - 2.0)
    far = 2.0 * (np.log(np.maximum(np.abs(x), z)) - np.log(z)) - np.log(abs(y - 2.0))
    return np.where(square < _SQUARE_OVERFLOWS, np.log1p(square), far)


def barron(x: Values, y: float, z: float) -> Values:
    """Barron's loss of shape y and scale z, at y = 2, 0 and -inf too."""
    if y == 2.0:
        return 0.5 * (x / z) ** 2
    if math.isinf(y):
        return -np.expm1(-0.5 * (x / z) ** 2)
    share = _barron_log(x, y, z)
    grown = np.expm1(0.5 * y * share) / (0.5 * y) if y else share
    return 0.5 * abs(y - 2.0) * np.where(np.abs(y * share) < 1e-20, share, grown)


def barron_slope(x: Values, y: float, z: float) -> Values:
    if y == 2.0:
        return x / z / z
    if math.isinf(y):
        return np.clip(x / z, -1e3, 1e3) * np.exp(-0.5 * (x / z) ** 2) / z
    b = abs(y - 2.0)
    near = np.clip(x / z, -_SQUARE_OVERFLOWS, _SQUARE_OVERFLOWS)
    falling = np.where(np.abs(x / z) < _SQUARE_OVERFLOWS, near / (1.0 + near * (near / b)) / z, b / x)
    return _barron_grown(x, y, z) * falling * _barron_grown(x, y, z)


def _barron_grown(x: Values, y: float, z: float) -> Values:
    """Compute the square root of (1 + (x/z)^2/|y - 2|)^(y/2), which overflows far less."""
    return np.exp(0.25 * y * _barron_log(x, y, z))


def barron_curvature(x: Values, y: float, z: float) -> Values:
    near = np.clip(x / z, -_SQUARE_OVERFLOWS, _SQUARE_OVERFLOWS)
    if y == 2.0:
        return np.ones_like(x) / z / z
    if math.isinf(y):
        near = np.clip(near, -1e3, 1e3)
        return (1.0 - near) * (1.0 + near) * np.exp(-0.5 * near * near) / z / z
    b = abs(y - 2.0)
    share = near * (near / b)
    inner = (1.0 + (y - 1.0) * share) / (1.0 + share) ** 2 / z / z
    falling = np.where(share < _SQUARE_OVERFLOWS, inner, (y - 1.0) * b / x / x)
    return _barron_grown(x, y, z) * falling * _barron_grown(x, y, z)


def logshare_slope(x: Values) -> Values:
    """Compute the slope of log(x)/(log(x) + log(1 - x))."""
    return (np.log1p(-x) / x + np.log(x) / (1.0 - x)) / (np.log(x) + np.log1p(-x)) ** 2


def logshare_curvature(x: Values) -> Values:
    total = np.log(x) + np.log1p(-x)
    top = np.log1p(-x) / x + np.log(x) / (1.0 - x)
    bend = np.log(x) / (1.0 - x) / (1.0 - x) - np.log1p(-x) / x / x
    return (bend * total - 2.0 * top * (1.0 / x - 1.0 / (1.0 - x))) / total**3


def logseries(x: Values, order: float) -> Values:
    """The first terms of -log(1 - x): x + x^2/2 + ... + x^order/order."""
    total = np.zeros_like(x)
    for k in range(int(order), 0, -1):
        total = (total + 1.0 / k) * x
    return total


def logseries_slope(x: Values, order: float) -> Values:
    """Compute 1 + x + ... + x^(order - 1)."""
    total = np.zeros_like(x)
    for _ in range(int(order)):
        total = total * x + 1.0
    return total


def logseries_curvature(x: Values, order: float) -> Values:
    """Compute 1 + 2 x + ... + (order - 1) x^(order - 2)."""
    total = np.zeros_like(x)
    for k in range(int(order) - 1, 0, -1):
        total = total * x + k
    return total
