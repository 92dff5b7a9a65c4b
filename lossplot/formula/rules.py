"""How each function acts on a jet: a value with its first and second derivative.

`None` stands for a derivative that is zero by construction, so that an overflowing factor never
meets a zero and becomes NaN.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lossplot.formula import special
from lossplot.formula.parser import FormulaError

Array = NDArray[np.float64]
Part = Any  # an Array, a NumPy scalar, or None for a structural zero

MAX_EXPONENT = 1000.0


@dataclass(frozen=True, slots=True)
class Jet:
    value: Part
    slope: Part = None
    curvature: Part = None


def _add(a: Part, b: Part) -> Part:
    return b if a is None else a if b is None else a + b


def _multiply(*factors: Part) -> Part:
    product = None
    for factor in factors:
        if factor is None:
            return None
        product = factor if product is None else product * factor
    return product


def _negate(a: Part) -> Part:
    return None if a is None else -a


_TURN = 2.0 * math.pi
_TWO_OVER_ROOT_PI = 2.0 / math.sqrt(math.pi)
_Rule = Callable[[Part], Part]
UNARY: dict[str, tuple[_Rule, _Rule, _Rule]] = {
    "exp": (np.exp, np.exp, np.exp),
    "expm1": (np.expm1, np.exp, np.exp),
    "log": (np.log, lambda x: 1.0 / x, lambda x: -1.0 / x / x),
    "log1p": (np.log1p, lambda x: 1.0 / (1.0 + x), lambda x: -1.0 / (1.0 + x) / (1.0 + x)),
    "sqrt": (np.sqrt, lambda x: 0.5 / np.sqrt(x), lambda x: -0.25 / (x * np.sqrt(x))),
    "sin": (np.sin, np.cos, lambda x: -np.sin(x)),
    "cos": (np.cos, lambda x: -np.sin(x), lambda x: -np.cos(x)),
    "tan": (np.tan, lambda x: 1.0 / np.cos(x) ** 2, lambda x: 2.0 * np.tan(x) / np.cos(x) ** 2),
    "atan": (np.arctan, lambda x: 1.0 / (1.0 + x * x), special.atan_curvature),
    "sinh": (np.sinh, np.cosh, np.sinh),
    "cosh": (np.cosh, np.sinh, np.cosh),
    "tanh": (np.tanh, special.sech2, lambda x: -2.0 * np.tanh(x) * special.sech2(x)),
    "erf": (
        special.erf,
        lambda x: _TWO_OVER_ROOT_PI * np.exp(-x * x),
        lambda x: -2.0 * x * _TWO_OVER_ROOT_PI * np.exp(-x * x),
    ),
    "ndtr": (special.ndtr, special.normal, lambda x: -x * special.normal(x)),
    "log_ndtr": (special.log_ndtr, special.log_ndtr_slope, special.log_ndtr_curvature),
    "log1pmx": (special.log1pmx, lambda x: -x / (1.0 + x), lambda x: -1.0 / (1.0 + x) / (1.0 + x)),
    "log1pint": (special.log1pint, np.log1p, lambda x: 1.0 / (1.0 + x)),
    "logdev": (special.logdev, lambda x: (x - 1.0) / x, lambda x: 1.0 / x / x),
    "xlogxdev": (special.xlogxdev, np.log, lambda x: 1.0 / x),
    "expm1mx": (special.expm1mx, np.expm1, np.exp),
    "gamma2": (special.gamma2, lambda x: x * np.exp(-x), lambda x: (1.0 - x) * np.exp(-x)),
    "versin2pi": (
        lambda x: special.versin(_TURN * (x - np.round(x))),
        lambda x: _TURN * np.sin(_TURN * (x - np.round(x))),
        lambda x: _TURN**2 * np.cos(_TURN * (x - np.round(x))),
    ),
    "normal_crps": (special.normal_crps, lambda x: special.erf(x / math.sqrt(2.0)), lambda x: 2.0 * special.normal(x)),
    "logshare": (special.logshare, special.logshare_slope, special.logshare_curvature),
    "versin": (special.versin, np.sin, np.cos),
    "ratio": (special.ratio, lambda x: (1.0 + x) ** -2, lambda x: -2.0 * (1.0 + x) ** -3),
    "hypot1": (special.hypot1, lambda x: x / special.hypot1(x), lambda x: special.hypot1(x) ** -3),
    "hypotm1": (special.hypotm1, lambda x: x / special.hypot1(x), lambda x: special.hypot1(x) ** -3),
    "softplus": (special.softplus, special.sigmoid, special.bell),
    "sigmoid": (special.sigmoid, special.bell, lambda x: -special.bell(x) * np.tanh(x / 2.0)),
    "logcosh": (special.logcosh, np.tanh, special.sech2),
}


def chain(function: str, u: Jet) -> Jet:
    return _compose(UNARY[function], u)


def _compose(rules: tuple[_Rule, _Rule, _Rule], u: Jet) -> Jet:
    value, slope, curvature = rules
    if u.slope is None:
        return Jet(value(u.value))
    outer = slope(u.value)
    bend = _multiply(curvature(u.value), u.slope, u.slope)
    return Jet(value(u.value), _multiply(outer, u.slope), _add(bend, _multiply(outer, u.curvature)))


def _plus(u: Jet, v: Jet) -> Jet:
    return Jet(u.value + v.value, _add(u.slope, v.slope), _add(u.curvature, v.curvature))


def minus(u: Jet, v: Jet) -> Jet:
    return Jet(u.value - v.value, _add(u.slope, _negate(v.slope)), _add(u.curvature, _negate(v.curvature)))


def scaled(u: Jet, factor: Part) -> Jet:
    return Jet(_multiply(u.value, factor), _multiply(u.slope, factor), _multiply(u.curvature, factor))


def _times(u: Jet, v: Jet) -> Jet:
    slope = _add(_multiply(u.slope, v.value), _multiply(u.value, v.slope))
    cross = _multiply(2.0, u.slope, v.slope)
    outer = _add(_multiply(u.curvature, v.value), _multiply(u.value, v.curvature))
    return Jet(u.value * v.value, slope, _add(outer, cross))


def _over(u: Jet, v: Jet) -> Jet:
    quotient = u.value / v.value
    if v.slope is None:
        return Jet(
            quotient,
            None if u.slope is None else u.slope / v.value,
            None if u.curvature is None else u.curvature / v.value,
        )
    slope = _add(u.slope, _negate(_multiply(quotient, v.slope))) / v.value
    bend = _add(_multiply(2.0, slope, v.slope), _multiply(quotient, v.curvature))
    return Jet(quotient, slope, _add(u.curvature, _negate(bend)) / v.value)


def _constant_power(u: Jet, exponent: Part) -> Jet:
    """`u` to a power without derivatives."""
    base = u.value
    if np.max(np.abs(exponent)) > MAX_EXPONENT:
        raise FormulaError(f"the exponent {np.max(np.abs(exponent)):g} is too large; the most is {MAX_EXPONENT:g}")
    slope = _unless_zero(exponent, base ** (exponent - 1.0))
    bend = _unless_zero(exponent * (exponent - 1.0), base ** (exponent - 2.0))
    curvature = _add(_multiply(bend, u.slope, u.slope), _multiply(slope, u.curvature))
    return Jet(base**exponent, _multiply(slope, u.slope), curvature)


def _unless_zero(factor: Part, rest: Part) -> Part:
    """`factor` times `rest`, zero where `factor` is, whatever `rest` is there."""
    if np.ndim(factor) == 0:
        return None if factor == 0.0 else factor * rest
    return np.where(factor == 0.0, 0.0, factor * rest)


def _power(u: Jet, v: Jet) -> Jet:
    return _constant_power(u, v.value) if v.slope is None else chain("exp", _times(v, chain("log", u)))


_Family = Callable[[Part, float], Part]
# Functions of a variable and a constant, with their first two derivatives by the variable.
_FAMILIES: dict[str, tuple[_Family, _Family, _Family]] = {
    "softplus2": (
        lambda x, y: special.softplus(x - y) + special.softplus(-x - y),
        special.softplus2_slope,
        special.softplus2_curvature,
    ),
    "pow1pm1": (
        special.pow1pm1,
        lambda x, y: y * special.power1p(x, y - 1.0),
        lambda x, y: y * (y - 1.0) * special.power1p(x, y - 2.0),
    ),
    "boxcox": (
        lambda x, y: np.expm1(y * np.log(x)) / y if y else np.log(x),
        lambda x, y: x ** (y - 1.0),
        lambda x, y: (y - 1.0) * x ** (y - 2.0),
    ),
    "boxcox1p": (
        special.boxcox1p,
        lambda x, y: special.power1p(x, y - 1.0),
        lambda x, y: (y - 1.0) * special.power1p(x, y - 2.0),
    ),
    "powdev": (
        special.powdev,
        lambda x, y: np.expm1(y * np.log(x)),
        lambda x, y: y * x ** (y - 1.0),
    ),
    "barron": (special.barron, special.barron_slope, special.barron_curvature),
    "logseries": (
        lambda x, y: special.logseries(x, int(y)),
        lambda x, y: special.logseries_slope(x, int(y)),
        lambda x, y: special.logseries_curvature(x, int(y)),
    ),
}


def _family(function: str, u: Jet, v: Jet) -> Jet:
    if v.slope is not None:
        raise FormulaError(f"the second argument of '{function}' must not depend on the variable; make it a number")
    if np.ndim(v.value):
        return _piecewise_family(function, u, v)
    constant = float(v.value)
    if function == "logseries" and not 0 <= constant <= MAX_EXPONENT:
        raise FormulaError(f"{constant:g} terms are too many or too few; from 0 to {MAX_EXPONENT:g} are possible")
    value, slope, curvature = _FAMILIES[function]
    rules = (lambda x: value(x, constant), lambda x: slope(x, constant), lambda x: curvature(x, constant))
    return _compose(rules, u)


def _piecewise_family(function: str, u: Jet, v: Jet) -> Jet:
    """As `_family`, where the second argument is a different number in different places."""
    result = Jet(np.full(v.value.shape, np.nan), np.zeros(v.value.shape), np.zeros(v.value.shape))
    for constant in np.unique(v.value):
        here = v.value == constant
        jet = _family(function, u, Jet(constant))
        parts = zip((jet.value, jet.slope, jet.curvature), (result.value, result.slope, result.curvature), strict=True)
        result = Jet(*(np.where(here, 0.0 if new is None else new, old) for new, old in parts))
    return result


def _xlogy(u: Jet, v: Jet, function: str = "log") -> Jet:
    product = _times(u, chain(function, v))
    return Jet(np.where(u.value == 0.0, 0.0, product.value), product.slope, product.curvature)


BINARY: dict[str, Callable[[Jet, Jet], Jet]] = {
    "+": _plus,
    "-": minus,
    "*": _times,
    "/": _over,
    "^": _power,
    "xlogy": _xlogy,
    "xlog1py": partial(_xlogy, function="log1p"),
    **{function: partial(_family, function) for function in _FAMILIES},
}


def pick(first: Part, u: Jet, v: Jet) -> Jet:
    """`u` where `first` holds, else `v`; undefined where either is."""
    undefined = np.isnan(u.value) | np.isnan(v.value)

    def pick(a: Part, b: Part) -> Part:
        if a is None and b is None:
            return None
        return np.where(first, 0.0 if a is None else a, 0.0 if b is None else b)

    value = np.where(undefined, np.nan, pick(u.value, v.value))
    return Jet(value, pick(u.slope, v.slope), pick(u.curvature, v.curvature))
