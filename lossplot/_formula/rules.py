"""The numbers of each function: its value, slope and curvature, and how they combine.

A function of the language has one row here, in `UNARY`, `FAMILIES`, `TIES` or `BINARY`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from lossplot._formula import distill, means, powers, scaled, shaped, special, thresholds
from lossplot._formula.functions import ARGUMENTS, row_of
from lossplot._formula.parser import FormulaError, not_constant

Array = NDArray[np.float64]
Values = Array | np.float64
Truth = NDArray[np.bool_] | np.bool_

MAX_EXPONENT = 1000.0


@dataclass(frozen=True, slots=True)
class SparseJet:
    """A value with its first and second derivative.

    `None` stands for a derivative that is zero by construction, so that an overflowing factor never meets a zero and
    becomes NaN.
    """

    value: Values
    slope: Values | None = None
    curvature: Values | None = None


def _add(a: Values | None, b: Values | None) -> Values | None:
    return b if a is None else a if b is None else a + b


def _multiply(*factors: Values | None) -> Values | None:
    product = None
    for factor in factors:
        if factor is None:
            return None
        product = factor if product is None else product * factor
    return product


def _divide(a: Values | None, b: Values) -> Values | None:
    return None if a is None else a / b


_ZERO, _TWO, _MINUS_ONE = np.float64(0.0), np.float64(2.0), np.float64(-1.0)
_ROOT_TWO = math.sqrt(2.0)
_TURN = 2.0 * math.pi
_TWO_OVER_ROOT_PI = 2.0 / math.sqrt(math.pi)
_hypot1 = partial(np.hypot, 1.0)
_Rule = Callable[[Values], Values]
UNARY: dict[str, tuple[_Rule, _Rule, _Rule]] = {
    "exp": (np.exp, np.exp, np.exp),
    "expm1": (np.expm1, np.exp, np.exp),
    "log": (np.log, lambda x: 1.0 / x, lambda x: -1.0 / x / x),
    "log1p": (np.log1p, lambda x: 1.0 / (1.0 + x), lambda x: -1.0 / (1.0 + x) / (1.0 + x)),
    "sqrt": (np.sqrt, lambda x: 0.5 / np.sqrt(x), lambda x: -0.25 / (x * np.sqrt(x))),
    "sin": (np.sin, np.cos, lambda x: -np.sin(x)),
    "cos": (np.cos, lambda x: -np.sin(x), lambda x: -np.cos(x)),
    "tan": (np.tan, lambda x: 1.0 / np.cos(x) ** 2, lambda x: 2.0 * np.tan(x) / np.cos(x) ** 2),
    "atan": (
        np.arctan,
        lambda x: _hypot1(x) ** -2,
        lambda x: np.where(np.isinf(x), 0.0, -2.0 * (x / (1.0 + x * x) / (1.0 + x * x))),
    ),
    "asin": (
        np.arcsin,
        lambda x: 1.0 / np.sqrt((1.0 - x) * (1.0 + x)),
        lambda x: x * ((1.0 - x) * (1.0 + x)) ** -1.5,
    ),
    "acos": (
        np.arccos,
        lambda x: -1.0 / np.sqrt((1.0 - x) * (1.0 + x)),
        lambda x: -x * ((1.0 - x) * (1.0 + x)) ** -1.5,
    ),
    "asinh": (np.arcsinh, lambda x: 1.0 / _hypot1(x), lambda x: -(x / _hypot1(x)) / _hypot1(x) / _hypot1(x)),
    "acosh": (
        np.arccosh,
        lambda x: 1.0 / (np.sqrt(x - 1.0) * np.sqrt(x + 1.0)),
        lambda x: -x / (x - 1.0) / (x + 1.0) / (np.sqrt(x - 1.0) * np.sqrt(x + 1.0)),
    ),
    "atanh": (
        np.arctanh,
        lambda x: 1.0 / ((1.0 - x) * (1.0 + x)),
        lambda x: 2.0 * x / ((1.0 - x) * (1.0 + x)) ** 2,
    ),
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
    "logshare": (lambda x: 1.0 / (1.0 + np.log1p(-x) / np.log(x)), special.logshare_slope, special.logshare_curvature),
    "logratio": (shaped.log_share, shaped.log_share_slope, shaped.log_share_curvature),
    "squareddice": (shaped.squared_dice, shaped.squared_dice_slope, shaped.squared_dice_curvature),
    "versin": (special.versin, np.sin, np.cos),
    "ratio": (
        lambda x: np.where(np.isinf(x), 1.0, x / (1.0 + x)),
        lambda x: (1.0 + x) ** -2,
        lambda x: -2.0 * (1.0 + x) ** -3,
    ),
    "hypot1": (_hypot1, lambda x: x / _hypot1(x), lambda x: _hypot1(x) ** -3),
    "hypotm1": (lambda x: x * (x / (1.0 + _hypot1(x))), lambda x: x / _hypot1(x), lambda x: _hypot1(x) ** -3),
    "softplus": (special.softplus, special.sigmoid, special.bell),
    "sigmoid": (special.sigmoid, special.bell, lambda x: -special.bell(x) * np.tanh(x / 2.0)),
    "logcosh": (special.logcosh, np.tanh, special.sech2),
}


def chain(function: str, u: SparseJet) -> SparseJet:
    return compose(UNARY[function], u)


def compose(rules: tuple[_Rule, _Rule, _Rule], u: SparseJet) -> SparseJet:
    """Apply a function, given by the rules of its value, slope and curvature, to `u`."""
    value, slope, curvature = rules
    if u.slope is None:
        return SparseJet(value(u.value))
    outer = slope(u.value)
    bend = _multiply(curvature(u.value), u.slope, u.slope)
    return SparseJet(value(u.value), _multiply(outer, u.slope), _add(bend, _multiply(outer, u.curvature)))


def _plus(u: SparseJet, v: SparseJet) -> SparseJet:
    return SparseJet(u.value + v.value, _add(u.slope, v.slope), _add(u.curvature, v.curvature))


def minus(u: SparseJet, v: SparseJet) -> SparseJet:
    return _plus(u, scale(v, _MINUS_ONE))


def scale(u: SparseJet, factor: Values) -> SparseJet:
    return SparseJet(u.value * factor, _multiply(u.slope, factor), _multiply(u.curvature, factor))


def _times(u: SparseJet, v: SparseJet) -> SparseJet:
    slope = _add(_multiply(u.slope, v.value), _multiply(u.value, v.slope))
    cross = _multiply(_TWO, u.slope, v.slope)
    outer = _add(_multiply(u.curvature, v.value), _multiply(u.value, v.curvature))
    return SparseJet(u.value * v.value, slope, _add(outer, cross))


def _over(u: SparseJet, v: SparseJet) -> SparseJet:
    quotient = u.value / v.value
    slope = _divide(_add(u.slope, _multiply(_MINUS_ONE, quotient, v.slope)), v.value)
    bend = _add(_multiply(_TWO, slope, v.slope), _multiply(quotient, v.curvature))
    return SparseJet(quotient, slope, _divide(_add(u.curvature, _multiply(_MINUS_ONE, bend)), v.value))


def _power(u: SparseJet, v: SparseJet) -> SparseJet:
    if v.slope is not None:
        return chain("exp", _times(v, chain("log", u)))
    base, exponent = u.value, v.value
    # Symbols stand for numbers that are not there yet.
    largest = np.max(np.abs(exponent), initial=0.0) if isinstance(exponent, np.ndarray | np.generic) else 0.0
    if largest > MAX_EXPONENT:
        raise FormulaError(f"the exponent {largest:g} is too large; the most is {MAX_EXPONENT:g}")
    slope = _unless_zero(exponent, base ** (exponent - 1.0))
    bend = _unless_zero(exponent * (exponent - 1.0), base ** (exponent - 2.0))
    curvature = _add(_multiply(bend, u.slope, u.slope), _multiply(slope, u.curvature))
    return SparseJet(base**exponent, _multiply(slope, u.slope), curvature)


def _unless_zero(factor: Values, rest: Values) -> Values | None:
    """Multiply, with zero where `factor` is zero, whatever `rest` is there."""
    if np.ndim(factor) == 0:
        return None if factor == 0.0 else factor * rest
    return np.where(factor == 0.0, 0.0, factor * rest)


# Functions of a variable and of one or two constants, with their first two derivatives by the variable.
FAMILIES: special.Families = {
    **scaled.RULES,
    **shaped.RULES,
    **means.RULES,
    **powers.RULES,
    **thresholds.RULES,
    **distill.RULES,
    "softplus2": (special.softplus2, special.softplus2_slope, special.softplus2_curvature),
    "pow1pm1": (
        # Far out the rounding of the logarithm shows.
        lambda x, y: np.where(
            (x < -1.0) | (x > 1.0), (1.0 + x) ** y - 1.0, np.expm1(y * np.log1p(np.clip(x, -1.0, 1.0)))
        ),
        lambda x, y: y * special.power1p(x, y - 1.0),
        lambda x, y: y * (y - 1.0) * special.power1p(x, y - 2.0),
    ),
    "boxcox1p": (
        lambda x, y: np.expm1(y * np.log1p(x)) / y if y else np.log1p(x),
        lambda x, y: special.power1p(x, y - 1.0),
        lambda x, y: (y - 1.0) * special.power1p(x, y - 2.0),
    ),
    "powdev": (special.powdev, lambda x, y: np.expm1(y * np.log(x)), lambda x, y: y * x ** (y - 1.0)),
    "barron": (special.barron, special.barron_slope, special.barron_curvature),
    "normal_crps": (
        special.normal_crps,
        lambda x, y: special.erf(x / y / _ROOT_TWO),
        lambda x, y: 2.0 * special.normal(x / y) / y,
    ),
    "logseries": (special.logseries, special.logseries_slope, special.logseries_curvature),
}


def family(function: str, u: SparseJet, *others: SparseJet) -> SparseJet:
    """Apply a function of `u` and the numbers `others`, which may be other numbers in other places."""
    if any(other.slope is not None for other in others):
        raise FormulaError(not_constant(function))
    if not any(np.ndim(other.value) for other in others):
        return _member(function, u, *(np.float64(other.value) for other in others))
    table = np.stack(np.broadcast_arrays(*(other.value for other in others)), axis=-1)
    jet = SparseJet(np.full(table.shape[:-1], np.nan))
    for constants in np.unique(table.reshape(-1, len(others)), axis=0):
        jet = pick(np.all(table == constants, axis=-1), _member(function, u, *constants), jet)
    return jet


def check_constants(function: str, constants: Sequence[np.float64]) -> None:
    """Raise FormulaError if `function` has too many terms, or too few, with these constants."""
    row, numbers = row_of(function), dict(zip(ARGUMENTS[1:], constants, strict=False))
    terms = numbers[row.last_term] - numbers.get(row.first_term, np.float64(1.0)) + 1.0 if row.last_term else 0.0
    if not 0 <= terms <= MAX_EXPONENT:
        raise FormulaError(f"{terms:g} terms are too many or too few; from 0 to {MAX_EXPONENT:g} are possible")


def _member(function: str, u: SparseJet, *constants: np.float64) -> SparseJet:
    check_constants(function, constants)
    value, slope, curvature = FAMILIES[function]
    rules = (lambda x: value(x, *constants), lambda x: slope(x, *constants), lambda x: curvature(x, *constants))
    return compose(rules, u)


def _xlogy(u: SparseJet, v: SparseJet, function: str = "log") -> SparseJet:
    product = _times(u, chain(function, v))
    if u.slope is not None:
        return SparseJet(np.where(u.value == 0.0, 0.0, product.value), product.slope, product.curvature)
    zero = SparseJet(_ZERO, None if product.slope is None else _ZERO, None if product.curvature is None else _ZERO)
    return pick(u.value == 0.0, zero, product)


BINARY: dict[str, Callable[[SparseJet, SparseJet], SparseJet]] = {
    "+": _plus,
    "-": minus,
    "*": _times,
    "/": _over,
    "^": _power,
    "xlogy": _xlogy,
    "xlog1py": partial(_xlogy, function="log1p"),
}

# Functions that change at a zero of their argument, computed from the argument and its sign beside the zero.
TIES: dict[str, Callable[[SparseJet, Values], SparseJet]] = {
    "abs": lambda u, sign: scale(u, np.where(sign < 0.0, -1.0, 1.0)),
    "sign": lambda _, sign: SparseJet(sign),
    "step": lambda _, sign: SparseJet(np.where(sign >= 0.0, 1.0, 0.0)),
}


def pick(first: Truth, u: SparseJet, v: SparseJet) -> SparseJet:
    """Pick `u` where `first` holds, else `v`."""
    return combine(u, v, lambda a, b: np.where(first, a, b))


def combine(u: SparseJet, v: SparseJet, join: Callable[[Values, Values], Values]) -> SparseJet:
    """Join two jets part by part; a derivative that is zero by construction in both stays so."""
    slope, curvature = (
        None if a is None and b is None else join(_ZERO if a is None else a, _ZERO if b is None else b)
        for a, b in ((u.slope, v.slope), (u.curvature, v.curvature))
    )
    return SparseJet(join(u.value, v.value), slope, curvature)
