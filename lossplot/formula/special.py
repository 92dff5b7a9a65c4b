"""Functions that NumPy lacks, each accurate where its textbook form overflows or cancels.

All take and return arrays of doubles.  The second argument, where there is one, is a number.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64] | np.float64

erf = np.vectorize(math.erf, otypes=[np.float64])
_erfc = np.vectorize(math.erfc, otypes=[np.float64])
# Length of the series that replaces a function where its first Taylor terms nearly cancel it.
_SERIES_TERMS = 30
# Sizes beyond which squares and cosh overflow.
_SQUARE_OVERFLOWS = 1e150
_COSH_OVERFLOWS = 700.0


def sigmoid(x: Values) -> Values:
    """Compute 1/(1 + exp(-x)), accurate to the last digits at both ends."""
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1.0 + small)


def bell(x: Values) -> Values:
    """The slope of the sigmoid, s(x) s(-x)."""
    return sigmoid(x) * sigmoid(-x)


def sech2(x: Values) -> Values:
    """Compute 1/cosh(x)^2."""
    return 4.0 * bell(2.0 * x)


def softplus(x: Values) -> Values:
    """Compute log(1 + exp(x)) without overflow or cancellation."""
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


def softplus2_slope(x: Values, y: float) -> Values:
    """Compute sinh(x)/(cosh(y) + cosh(x)), the slope of softplus(x - y) + softplus(-x - y)."""
    if abs(y) > _COSH_OVERFLOWS:
        return sigmoid(x - abs(y)) - sigmoid(-x - abs(y))
    q = np.exp(-np.abs(x))
    return np.sign(x) * -np.expm1(-2.0 * np.abs(x)) / (1.0 + q * q + 2.0 * q * np.cosh(y))


def softplus2_curvature(x: Values, y: float) -> Values:
    """Compute (1 + cosh(x) cosh(y))/(cosh(y) + cosh(x))^2."""
    if abs(y) > _COSH_OVERFLOWS:
        return bell(x - abs(y)) + bell(-x - abs(y))
    q = np.exp(-np.abs(x))
    return 2.0 * q * (2.0 * q + np.cosh(y) * (1.0 + q * q)) / (1.0 + q * q + 2.0 * q * np.cosh(y)) ** 2


def logcosh(x: Values) -> Values:
    """Compute log(cosh(x)): by log1p near zero, where the logarithm cancels, and by |x| - log 2 far out."""
    size = np.abs(x)
    near = np.log1p(2.0 * np.sinh(np.minimum(size, 1.0) / 2.0) ** 2)
    return np.where(size < 1.0, near, size + np.log1p(np.exp(-2.0 * size)) - np.log(2.0))


def normal(x: Values) -> Values:
    """The density of the standard normal distribution."""
    return np.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)


def ndtr(x: Values) -> Values:
    """The distribution function of the standard normal distribution."""
    return 0.5 * _erfc(-x / math.sqrt(2.0))


def _mills_excess(x: Values) -> Values:
    """Compute normal(x)/ndtr(-x) - x for x > 5, by Laplace's continued fraction 1/(x + 2/(x + 3/(x + ...)))."""
    fraction = x
    for term in range(80, 1, -1):
        fraction = x + term / fraction
    return 1.0 / fraction


def log_ndtr(x: Values) -> Values:
    """Compute log(ndtr(x)), where ndtr underflows too."""
    far = np.maximum(-x, 5.0)
    below = -0.5 * far * far - 0.5 * math.log(2.0 * math.pi) - np.log(far + _mills_excess(far))
    return np.where(x < -5.0, below, np.where(x < 0.0, np.log(ndtr(np.maximum(x, -5.0))), np.log1p(-ndtr(-x))))


def log_ndtr_slope(x: Values) -> Values:
    """Compute normal(x)/ndtr(x)."""
    far = np.maximum(-x, 5.0)
    near = np.maximum(x, -5.0)
    return np.where(x < -5.0, far + _mills_excess(far), normal(near) / ndtr(near))


def log_ndtr_curvature(x: Values) -> Values:
    slope = log_ndtr_slope(x)
    return -slope * np.where(x < -5.0, _mills_excess(np.maximum(-x, 5.0)), x + slope)


def log1pmx(x: Values) -> Values:
    """Compute log(1 + x) - x: for small x by the series of atanh in s = x/(2 + x)."""
    s = np.where(np.abs(x) < 0.5, x / (2.0 + x), 0.0)
    square, total = s * s, np.zeros_like(s)
    for k in range(_SERIES_TERMS, 0, -1):
        total = total * square + 1.0 / (2 * k + 1)
    near = 2.0 * s * square * total - x * s
    return np.where(np.abs(x) < 0.5, near, np.log1p(x) - x)


def log1pint(x: Values) -> Values:
    """Compute (1 + x) log(1 + x) - x, the integral of log1p: for small x by its series."""
    near = np.where(np.abs(x) < 0.5, x, 0.0)
    series = np.zeros_like(near)
    for k in range(60, 1, -1):
        series = 1.0 / (k * (k - 1)) - near * series
    return np.where(np.abs(x) < 0.5, near * near * series, (1.0 + x) * np.log1p(x) - x)


def logdev(x: Values) -> Values:
    """Compute x - 1 - log(x), which is zero at x = 1."""
    return np.where(np.abs(x - 1.0) < 0.5, -log1pmx(x - 1.0), x - 1.0 - np.log(x))


def xlogxdev(x: Values) -> Values:
    """Compute x log(x) - x + 1, which is zero at x = 1 and 1 at x = 0."""
    far = np.where(x == 0.0, 0.0, x * np.log(x)) - x + 1.0
    return np.where(np.abs(x - 1.0) < 0.5, log1pint(x - 1.0), far)


def expm1mx(x: Values) -> Values:
    """Compute exp(x) - 1 - x."""
    near = np.where(np.abs(x) < 1.0, x, 0.0)
    series = np.ones_like(near)
    for k in range(_SERIES_TERMS, 2, -1):
        series = 1.0 + near / k * series
    return np.where(np.abs(x) < 1.0, 0.5 * near * near * series, np.expm1(x) - x)


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
    """Compute x^(y + 1)/(y + 1) - x + y/(y + 1), which is zero at x = 1: there by the binomial series.

    For y = -1 it is log(x) - x + 1, the limit.
    """
    if y == -1.0:
        return -logdev(x)
    small = np.abs(x - 1.0) * (1.0 + y) < 0.5
    near = np.where(small, x - 1.0, 0.0)
    series = np.ones_like(near)
    for k in range(60, 2, -1):
        series = 1.0 + (y - k + 2) / k * near * series
    return np.where(small, 0.5 * y * near * near * series, x ** (y + 1.0) / (y + 1.0) - x + y / (y + 1.0))


def _log_share(x: Values, y: float) -> Values:
    """Compute log(1 + x^2/|y - 2|), where the square overflows too."""
    size = np.abs(x)
    near = np.log1p(x * x / abs(y - 2.0))
    return np.where(size < _SQUARE_OVERFLOWS, near, 2.0 * np.log(np.maximum(size, 1.0)) - math.log(abs(y - 2.0)))


def barron(x: Values, y: float) -> Values:
    """Barron's loss of shape y, at y = 2, 0 and -inf too."""
    if y == 2.0:
        return 0.5 * x * x
    if math.isinf(y):
        return -np.expm1(-0.5 * x * x)
    share = _log_share(x, y)
    return 0.5 * abs(y - 2.0) * (np.expm1(0.5 * y * share) / (0.5 * y) if y else share)


def barron_slope(x: Values, y: float) -> Values:
    if y == 2.0:
        return x
    return x * np.exp(-0.5 * x * x if math.isinf(y) else (0.5 * y - 1.0) * _log_share(x, y))


def barron_curvature(x: Values, y: float) -> Values:
    if y == 2.0:
        return np.ones_like(x)
    if math.isinf(y):
        return (1.0 - x) * (1.0 + x) * np.exp(-0.5 * x * x)
    share, log_share = x * x / abs(y - 2.0), _log_share(x, y)
    near = np.exp((0.5 * y - 2.0) * log_share) * (1.0 + (y - 1.0) * share)
    return np.where(np.abs(x) < _SQUARE_OVERFLOWS, near, (y - 1.0) * np.exp((0.5 * y - 1.0) * log_share))


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
