"""Draws of curves with random parameters, of points, and of texts of formulas."""

from __future__ import annotations

import math
from random import Random

from lossplot._curves.curve import Curve
from lossplot._formula.evaluate import bind
from lossplot._formula.tree import Number
from lossplot._losses import Interval, Loss, Parameter
from support.draws import (
    CHARACTERS,
    Draw,
    choice,
    either_sign,
    filtered,
    floats,
    integers,
    joined,
    lists,
    mapped,
    one_of,
    recursive,
    sizes,
    texts,
)

FUNCTIONS_OF_ONE = ("abs", "sign", "exp", "log", "sqrt", "sin", "cos", "atan", "tanh", "cosh", "log1p", "expm1")


def inside(interval: Interval) -> Draw[float]:
    """Numbers of an interval, as near to a finite end as a thousandth, and up to a hundred from it."""
    if math.isfinite(interval.low) and math.isfinite(interval.high):
        numbers = floats(interval.low + 1e-3, interval.high - 1e-3)
    elif math.isfinite(interval.low):
        numbers = mapped(lambda size: interval.low + size, one_of(sizes(1e-3, 100.0), floats(1e-3, 100.0)))
    elif math.isfinite(interval.high):
        numbers = mapped(lambda size: interval.high - size, one_of(sizes(1e-3, 100.0), floats(1e-3, 100.0)))
    else:
        numbers = either_sign(floats(1e-3, 100.0))
    ends = [end for end in (interval.low, interval.high) if end in interval]
    return one_of(numbers, numbers, numbers, choice(ends)) if ends else numbers


def values(parameter: Parameter) -> Draw[float]:
    """Valid values of `parameter`."""
    if parameter.integer:
        low, high = int(parameter.interval.low), int(min(parameter.interval.high, parameter.interval.low + 30.0))
        return filtered(mapped(float, integers(low, high)), parameter.__contains__)
    return filtered(inside(parameter.interval), parameter.__contains__)


def together(loss: Loss, parameters: dict[str, float]) -> bool:
    """Return True if the parameters satisfy what `loss` requires of them together."""
    return not loss.requires or bind(loss.parse(f"1 if {loss.requires} else 0"), parameters, "") == Number(1.0)


def _with(loss: Loss, draws: list[Draw[float]], random: Random) -> Curve:
    """Draw parameters of `loss` until they satisfy its joint condition."""
    names = tuple(parameter.name for parameter in loss.parameters)
    while True:
        candidates = [draw(random) for draw in draws]
        numbers = tuple(sorted(candidates) if loss.requires == "a <= b < c" else candidates)
        if together(loss, dict(zip(names, numbers, strict=True))):
            return Curve(loss, numbers, names)


def a_curve(random: Random, loss: Loss) -> Curve:
    """Draw `loss` with any parameters."""
    return _with(loss, [values(parameter) for parameter in loss.parameters], random)


# Usual distances of a parameter from the end of an interval, and usual shares of a bounded one.
_SIZES = [10.0 ** (k / 4.0) for k in range(-12, 9)]
_SHARES = [0.001, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.99, 0.999]


def _choices(parameter: Parameter) -> list[float]:
    """Return values of `parameter` from a tenth of its default to ten times that."""
    low, high = parameter.interval.low, parameter.interval.high
    if parameter.integer:
        numbers = [low + n for n in range(31)]
    elif math.isfinite(low) and math.isfinite(high):
        numbers = [low + share * (high - low) for share in _SHARES]
    elif math.isfinite(low):
        numbers = [low + size for size in _SIZES]
    elif math.isfinite(high):
        numbers = [high - size for size in _SIZES]
    else:
        numbers = [sign * size for size in _SIZES for sign in (1.0, -1.0)]
    usual = abs(parameter.default)
    return [x for x in (*numbers, low, high) if x in parameter and (not usual or 0.1 <= abs(x) / usual <= 10.0)]


def a_usual_curve(loss: Loss, random: Random) -> Curve:
    """Draw `loss` with parameters of a usual size."""
    return _with(loss, [choice(_choices(parameter)) for parameter in loss.parameters], random)


BETWEEN_0_AND_1: Draw[float] = one_of(
    floats(0.001, 0.999), sizes(1e-100, 1e-3), mapped(lambda q: 1.0 - q, sizes(1e-15, 1e-3))
)


def a_point(random: Random, loss: Loss) -> float:
    """A point of the axis of `loss`, its ends excepted: an ordinary, a tiny or a huge one."""
    low, high = loss.axis.domain.low, loss.axis.domain.high
    if (low, high) == (0.0, 1.0):
        return BETWEEN_0_AND_1(random)
    size = one_of(floats(1e-3, 50.0), sizes(1e-12, 1e6))
    points: Draw[float] = either_sign(size)
    if math.isfinite(low):
        points = mapped(low.__add__, size)
    return filtered(points, lambda x: low < x < high)(random)


_NUMBERS = choice(("0", "1", "2", "3", "0.5", ".25", "2.", "1e-1", "1.5E2", "pi"))
_EXPONENTS = choice(("2", "3", "0", "-1", "-2", "0.5", "2**2", "-2**-1", "(1 + 1)", "(0.5 - 1)"))


def _grown(smaller: Draw[str]) -> Draw[str]:
    compare = choice((" < ", "<=", " > ", ">="))
    return one_of(
        joined(smaller, choice((" + ", " - ", "*", "/", "-", "*-", " - -")), smaller),
        joined("-", smaller),
        joined("(", smaller, ")"),
        joined("(", smaller, ")**", _EXPONENTS),
        joined(smaller, "**", _EXPONENTS),
        joined(choice(("2", "0.5", "3")), "**", smaller),
        joined(choice(FUNCTIONS_OF_ONE), "(", smaller, ")"),
        joined(choice(("max", "min")), "(", smaller, ", ", smaller, ")"),
        joined("max(", smaller, ", ", smaller, ", ", smaller, ")"),
        joined(smaller, " if ", smaller, compare, smaller, " else ", smaller),
        joined("(", smaller, " if ", smaller, compare, smaller, compare, smaller, " else ", smaller, ")"),
    )


# Valid in Python too, and with the same meaning there: Python's own parser is the oracle.
FORMULAS = recursive(one_of(choice("mm"), _NUMBERS), _grown, 4)

_WORDS = """
    m m m 0 1 2.5 1e3 1e-400 1e400 . e pi E inf nan if else if else where and or not lambda
    + - * / ** ^ < <= > >= = == != ( ) ( ) , , ; : [ ] { } @ % ! ~ & | ' " \\ # $ ? _
    abs max min sign step exp log log1p softplus pow1pm1 xlogy hypotm1 tan x mm ln __class__ .T
    \u2212 \u00b2 \u2264 \u03b1 \ud800 \u202e \x00 \uff4d \u0661
"""
SOUPS = mapped(
    lambda glue, words: glue.join(words), choice(("", " ")), lists(choice((*_WORDS.split(), " ", "\t", "\n")), 0, 60)
)
TEXTS = texts(600, CHARACTERS)
