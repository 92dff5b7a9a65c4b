"""Losses of an error x with a scale y: nothing overflows, vanishes or cancels before the loss itself does.

Where |x| is at most y they are computed from x/y, and beyond it from y/x, so that no power of a ratio is large.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from lossplot._formula import powers, special
from lossplot._formula.special import Families, Values

_Part = Callable[[Values], Values]
# Below it doubles are subnormal, and have lost digits.
_SMALLEST_NORMAL = 2.0**-1022
# Beyond it exp(-x^2) is zero, and so is exp(-x).
_FLAT = 800.0
# Up to it exp(x) does not overflow.
_EXP_NEAR = 700.0


def _by_size(x: Values, y: float, within: _Part, beyond: _Part) -> Values:
    """Compute `within` of x/y where |x| <= y, and `beyond` of y/x where it is larger."""
    inner = np.abs(x) <= y
    return np.where(inner, within(np.where(inner, x, y) / y), beyond(y / np.where(inner, y, x)))


def _share(function: _Part, x: Values) -> Values:
    """Compute function(x)/x, for a function with slope 1 at zero."""
    nonzero = np.where(x == 0.0, 1.0, x)
    return np.where(x == 0.0, 1.0, function(nonzero) / nonzero)


def cauchy(x: Values, y: float) -> Values:
    """Compute y^2/2 log(1 + (x/y)^2)."""

    def beyond(q: Values) -> Values:
        size = np.abs(q)
        ratio = np.where(size < _SMALLEST_NORMAL, np.log(np.abs(x)) - np.log(y), -np.log(size))
        return y * y * (ratio + 0.5 * np.log1p(q * q))

    return _by_size(x, y, lambda s: 0.5 * x * x * _share(np.log1p, s * s), beyond)


def _cauchy_slope(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: x / (1.0 + s * s), lambda q: y * q / (1.0 + q * q))


def _cauchy_curvature(x: Values, y: float) -> Values:
    return _by_size(
        x,
        y,
        lambda s: (1.0 - s) * (1.0 + s) / (1.0 + s * s) ** 2,
        lambda q: q * q * (q - 1.0) * (q + 1.0) / (1.0 + q * q) ** 2,
    )


def _geman(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: 0.5 * x * x / (1.0 + s * s), lambda q: 0.5 * y * y / (1.0 + q * q))


def _geman_slope(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: x / (1.0 + s * s) ** 2, lambda q: y * q * q * q / (1.0 + q * q) ** 2)


def _geman_curvature(x: Values, y: float) -> Values:
    return _by_size(
        x,
        y,
        lambda s: (1.0 - 3.0 * s * s) / (1.0 + s * s) ** 3,
        lambda q: q**4 * (q * q - 3.0) / (1.0 + q * q) ** 3,
    )


def _arctan(x: Values, y: float) -> Values:
    return _by_size(
        x,
        y,
        lambda s: 0.5 * x * x * _share(np.arctan, s * s),
        lambda q: 0.5 * y * y * (0.5 * math.pi - np.arctan(q * q)),
    )


def _arctan_slope(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: x / (1.0 + s**4), lambda q: y * q * q * q / (1.0 + q**4))


def _arctan_curvature(x: Values, y: float) -> Values:
    return _by_size(
        x, y, lambda s: (1.0 - 3.0 * s**4) / (1.0 + s**4) ** 2, lambda q: q**4 * (q**4 - 3.0) / (1.0 + q**4) ** 2
    )


def _pseudo_huber(x: Values, y: float) -> Values:
    return y * x * (x / (y + np.hypot(x, y)))


def _pseudo_huber_slope(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: x / np.hypot(1.0, s), lambda q: y * np.sign(x) / np.hypot(1.0, q))


def _pseudo_huber_curvature(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: np.hypot(1.0, s) ** -3, lambda q: (np.abs(q) / np.hypot(1.0, q)) ** 3)


def _hypot_slope(x: Values, y: float) -> Values:
    return np.where(x == 0.0, 0.0, x / np.hypot(x, y))


def _hypot_curvature(x: Values, y: float) -> Values:
    return (y / np.hypot(x, y)) ** 2 / np.hypot(x, y)


def _fair(x: Values, y: float) -> Values:
    """Compute y^2 (x/y - log(1 + x/y))."""
    far = np.where(np.isinf(x / y), y * x, y * x - y * y * np.log1p(x / y))
    return _by_size(x, y, lambda s: x * x * special.log1pmx_share(s), lambda _: far)


def _fair_slope(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: x / (1.0 + s), lambda q: y / (1.0 + q))


def _fair_curvature(x: Values, y: float) -> Values:
    return _by_size(x, y, lambda s: (1.0 + s) ** -2, lambda q: (q / (1.0 + q)) ** 2)


def _welsch(x: Values, y: float) -> Values:
    return _by_size(
        x,
        y,
        lambda s: 0.5 * x * x * _share(lambda t: -np.expm1(-t), s * s),
        lambda _: -0.5 * y * y * np.expm1(-((x / y) ** 2)),
    )


def _welsch_slope(x: Values, y: float) -> Values:
    near = np.clip(x / y, -_FLAT, _FLAT)
    half = np.exp(-0.5 * near * near)  # the whole underflows before the product does
    return np.where(np.abs(near) < _FLAT, x * half * half, 0.0)


def _welsch_curvature(x: Values, y: float) -> Values:
    near = np.clip(x / y, -_FLAT, _FLAT)
    return (1.0 - 2.0 * near * near) * np.exp(-near * near)


def _wave(x: Values, y: float) -> Values:
    """Compute y^2 (1 - cos(x/y))."""
    return np.where(np.abs(x) < 1e-10 * y, 0.5 * x * x, 2.0 * (y * np.sin(0.5 * x / y)) ** 2)


def _wave_slope(x: Values, y: float) -> Values:
    return np.where(np.abs(x) < 1e-10 * y, x, y * np.sin(x / y))


def _ramsay(x: Values, y: float) -> Values:
    """Compute (1 - (1 + y x) exp(-y x))/y^2."""
    z = np.minimum(y * x, _FLAT)
    is_near = np.abs(z) < 1.0
    near = np.where(is_near, z, 0.0)
    return np.where(is_near, x * x * np.exp(-near) * special.expm1mx_share(near), special.gamma2(z) / y / y)


def _ramsay_slope(x: Values, y: float) -> Values:
    half = np.exp(-0.5 * y * x)
    return np.where(y * x < 2.0 * _FLAT, x * half * half, 0.0)


def _ramsay_curvature(x: Values, y: float) -> Values:
    z = np.minimum(y * x, _FLAT)
    return (1.0 - z) * np.exp(-z)


def _tukey(x: Values, y: float, z: float) -> Values:
    """Compute x^2/2 (1 - 4 |x/y|^z/(z + 2) + |x/y|^(2 z)/(z + 1)), for |x| <= y, as a sum without a minus."""
    w = _gap(x, y, z)
    return 0.5 * x * x * ((z + 2.0) * w * w + 2.0 * z * w + z * z) / (z + 1.0) / (z + 2.0)


def _gap(x: Values, y: float, z: float) -> Values:
    """Compute 1 - |x/y|^z."""
    return -np.expm1(z * np.log(np.abs(x) / y))


def _power_gap_slope(x: Values, z: float) -> Values:
    return -z * np.sign(x) * np.abs(x) ** (z - 1.0)


def _power_gap_curvature(x: Values, z: float) -> Values:
    return -z * (z - 1.0) * np.abs(x) ** (z - 2.0)


def _tukey_slope(x: Values, y: float, z: float) -> Values:
    return x * _gap(x, y, z) ** 2


def _tukey_curvature(x: Values, y: float, z: float) -> Values:
    w = _gap(x, y, z)
    return w * (w - 2.0 * z * (1.0 - w))


def _tolerant(x: Values, y: float, z: float) -> Values:
    """Compute z/2 (log(1 + exp((x^2 - y)/z)) - log(1 + exp(-y/z)))."""
    t, gate = x * (x / z), special.sigmoid(np.float64(-y / z))
    near = 0.5 * x * x * gate * _share(np.expm1, np.minimum(t, 1.0))
    grown = gate * np.expm1(np.minimum(t, 1.0))
    near = near * _share(np.log1p, grown)
    excess, base = (x * x - y) / z, special.softplus(np.float64(-y / z))
    far = np.where(excess < _FLAT, 0.5 * z * (special.softplus(excess) - base), 0.5 * (x * x - y) - 0.5 * z * base)
    return np.where(t < 1.0, near, far)


def _linex(x: Values, y: float, z: float) -> Values:
    """Compute z (exp(y x) - 1 - y x)."""
    t = y * x
    small = np.where(np.abs(t) < 1.0, t, 0.0)
    near = z * small * small * special.expm1mx_share(small)
    far = np.where(t < -_FLAT, -(z * y * x) - z, z * special.expm1mx(t))
    return np.where(np.abs(t) < 1.0, near, np.where(t > _EXP_NEAR, powers.product(z, t), far))


def _linex_slope(x: Values, y: float, z: float) -> Values:
    t = y * x
    inner = np.where(np.abs(t) < 1e-100, z * y * y * x, z * y * np.expm1(t))
    return np.where(t > _EXP_NEAR, powers.product(z * y, t), inner)


def _tolerant_slope(x: Values, y: float, z: float) -> Values:
    return x * special.sigmoid((x * x - y) / z)


def _tolerant_curvature(x: Values, y: float, z: float) -> Values:
    t = (x * x - y) / z
    return special.sigmoid(t) + np.where(t < _FLAT, 2.0 * np.minimum(x, 1e150) * (x / z) * special.bell(t), 0.0)


def _log_grown(x: Values, g: float) -> Values:
    """Compute log(1 + x (exp(g) - 1)) for 0 <= x <= 1, where exp(g) overflows too."""
    near: Values = np.log1p(np.expm1(g) * x)
    return near if g < 700.0 else g + np.log(x + np.exp(-g) * (1.0 - x))


def _balanced(x: Values, y: float, z: float) -> Values:
    """Compute y/b (b x + 1) log(b x + 1) - y x with b = exp(z/y) - 1, for 0 <= x <= 1."""
    g = z / y
    near: Values = y * x * special.log1pint_share(np.expm1(g) * x)
    if g < 700.0:
        return near
    return np.where(x == 0.0, 0.0, y * ((x + np.exp(-g)) * _log_grown(x, g) - x))


def _balanced_slope(x: Values, y: float, z: float) -> Values:
    grown: Values = y * _log_grown(x, z / y)
    linear = y * np.expm1(z / y) * x  # where the product within the logarithm vanishes
    return np.where(x == 0.0, 0.0, np.where(np.abs(np.expm1(z / y) * x) < 1e-100, linear, grown))


def _balanced_curvature(x: Values, y: float, z: float) -> Values:
    g = z / y
    curvature: Values = -y * np.expm1(-g) / (x + np.exp(-g) * (1.0 - x))
    return curvature


RULES: Families = {
    "cauchy": (cauchy, _cauchy_slope, _cauchy_curvature),
    "gemanmcclure": (_geman, _geman_slope, _geman_curvature),
    "atansquare": (_arctan, _arctan_slope, _arctan_curvature),
    "pseudohuber": (_pseudo_huber, _pseudo_huber_slope, _pseudo_huber_curvature),
    "hypot": (np.hypot, _hypot_slope, _hypot_curvature),
    "fair": (_fair, _fair_slope, _fair_curvature),
    "welsch": (_welsch, _welsch_slope, _welsch_curvature),
    "wave": (_wave, _wave_slope, lambda x, y: np.cos(x / y)),
    "ramsay": (_ramsay, _ramsay_slope, _ramsay_curvature),
    "powgap": (lambda x, z: _gap(x, 1.0, z), _power_gap_slope, _power_gap_curvature),
    "tukey": (_tukey, _tukey_slope, _tukey_curvature),
    "tolerant": (_tolerant, _tolerant_slope, _tolerant_curvature),
    "linex": (_linex, _linex_slope, lambda x, y, z: powers.product(z * y * y, y * x)),
    "balanced": (_balanced, _balanced_slope, _balanced_curvature),
}
