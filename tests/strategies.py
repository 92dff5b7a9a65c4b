"""What Hypothesis draws from: curves with random parameters, points, and texts of formulas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from hypothesis import strategies as st

from lossplot.curves import Curve
from lossplot.formula.jets import bind
from lossplot.formula.tree import Number
from lossplot.losses import Interval, Loss, Parameter

FUNCTIONS_OF_ONE = ("abs", "sign", "exp", "log", "sqrt", "sin", "cos", "atan", "tanh", "cosh", "log1p", "expm1")


def powers_of_ten(low: float, high: float) -> st.SearchStrategy[float]:
    """Positive numbers whose logarithm is spread evenly."""
    return st.floats(low, high).map(lambda exponent: 10.0**exponent)


# How far from the end of an interval parameters are, and how far between its two ends.  Hypothesis would add the
# numbers of whatever modules there are, which makes other examples of the same test whenever one changes.
_SIZES = [10.0 ** (k / 4.0) for k in range(-12, 9)]
_SHARES = [0.001, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.99, 0.999]


def inside(interval: Interval) -> list[float]:
    """Numbers of an interval, from a thousandth to a hundred from a finite end, and that end."""
    low, high = interval.low, interval.high
    if math.isfinite(low) and math.isfinite(high):
        numbers = [low + share * (high - low) for share in _SHARES]
    elif math.isfinite(low):
        numbers = [low + size for size in _SIZES]
    elif math.isfinite(high):
        numbers = [high - size for size in _SIZES]
    else:
        numbers = [sign * size for size in _SIZES for sign in (1.0, -1.0)]
    return [*numbers, *(end for end in (low, high) if end in interval)]


def numbers(parameter: Parameter) -> list[float]:
    """Numbers that `parameter` may be."""
    if parameter.integer:
        low, high = int(parameter.interval.low), int(min(parameter.interval.high, parameter.interval.low + 30.0))
        found = [float(n) for n in range(low, high + 1)]
    else:
        found = inside(parameter.interval)
    return [number for number in found if number in parameter]


# To be mended: for powers far from here rounding makes false knots where its two forms meet.
NARROWED = {("tweedie-deviance", "power"): Parameter("power", 1.5, Interval(1.0, 2.0))}


def _choices(loss: Loss) -> list[list[float]]:
    return [numbers(NARROWED.get((loss.name, known.name), known)) for known in loss.parameters]


def _curve(loss: Loss, chosen: Sequence[float]) -> Curve:
    values = sorted(chosen) if loss.requires == "a <= b < c" else chosen
    return Curve(loss, tuple(values), tuple(parameter.name for parameter in loss.parameters))


def together(curve: Curve) -> bool:
    """Whether the parameters of `curve` may be what they are, as `requires` has it."""
    loss, parameters = curve.loss, dict(zip(curve.given, curve.values, strict=True))
    return not loss.requires or bind(loss.parse(f"1 if {loss.requires} else 0"), parameters, "") == Number(1.0)


def curves(loss: Loss) -> st.SearchStrategy[Curve]:
    """`loss` with any parameters."""
    chosen = st.tuples(*(st.sampled_from(choice) for choice in _choices(loss)))
    return chosen.map(lambda values: _curve(loss, values)).filter(together)


def drawn(loss: Loss, random: Random) -> Curve:
    """`loss` with parameters such as people draw, the same each time that `random` is."""
    chosen = []
    for parameter, choice in zip(loss.parameters, _choices(loss), strict=True):
        usual = abs(parameter.default)
        chosen.append(random.choice([value for value in choice if not usual or 0.1 <= abs(value) / usual <= 10.0]))
    curve = _curve(loss, chosen)
    return curve if together(curve) else drawn(loss, random)


def points(loss: Loss) -> st.SearchStrategy[float]:
    """Points of the axis of `loss`, its ends excepted: ordinary, tiny and huge ones."""
    low, high = loss.axis.domain.low, loss.axis.domain.high
    if (low, high) == (0.0, 1.0):
        return st.one_of(
            st.floats(0.001, 0.999), powers_of_ten(-100.0, -3.0), powers_of_ten(-15.0, -3.0).map(lambda q: 1 - q)
        )
    sizes = st.one_of(st.floats(1e-3, 50.0), powers_of_ten(-12.0, 6.0))
    both = st.builds(math.copysign, sizes, st.sampled_from((-1.0, 1.0)))
    if math.isfinite(low):
        return sizes.map(lambda size: low + size).filter(lambda x: low < x < high)
    return both.filter(lambda x: low < x < high)


def _joined(*parts: st.SearchStrategy[str] | str) -> st.SearchStrategy[str]:
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map("".join)


_NUMBERS = st.sampled_from(("0", "1", "2", "3", "0.5", ".25", "2.", "1e-1", "1.5E2", "pi"))
_EXPONENTS = st.sampled_from(("2", "3", "0", "-1", "-2", "0.5", "2**2", "-2**-1", "(1 + 1)", "(0.5 - 1)"))


def _grown(smaller: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    compare = st.sampled_from((" < ", "<=", " > ", ">="))
    return st.one_of(
        _joined(smaller, st.sampled_from((" + ", " - ", "*", "/", "-", "*-", " - -")), smaller),
        _joined("-", smaller),
        _joined("(", smaller, ")"),
        _joined("(", smaller, ")**", _EXPONENTS),
        _joined(smaller, "**", _EXPONENTS),
        _joined(st.sampled_from(("2", "0.5", "3")), "**", smaller),
        _joined(st.sampled_from(FUNCTIONS_OF_ONE), "(", smaller, ")"),
        _joined(st.sampled_from(("max", "min")), "(", smaller, ", ", smaller, ")"),
        _joined("max(", smaller, ", ", smaller, ", ", smaller, ")"),
        _joined(smaller, " if ", smaller, compare, smaller, " else ", smaller),
        _joined("(", smaller, " if ", smaller, compare, smaller, compare, smaller, " else ", smaller, ")"),
    )


# Valid in Python too, and with the same meaning there: Python's own parser is the oracle.
FORMULAS = st.recursive(st.one_of(st.just("m"), st.just("m"), _NUMBERS), _grown, max_leaves=12)

_WORDS = """
    m m m 0 1 2.5 1e3 1e-400 1e400 . e pi E inf nan if else if else where and or not lambda
    + - * / ** ^ < <= > >= = == != ( ) ( ) , , ; : [ ] { } @ % ! ~ & | ' " \\ # $ ? _
    abs max min sign step exp log log1p softplus pow1pm1 xlogy hypotm1 tan x mm ln __class__ .T
    \u2212 \u00b2 \u2264 \u03b1 \ud800 \u202e \x00 \uff4d \u0661
"""
_VOCABULARY = (*_WORDS.split(), " ", "\t", "\n")
SOUPS = st.builds(
    lambda glue, words: glue.join(words),
    st.sampled_from(("", " ")),
    st.lists(st.sampled_from(_VOCABULARY), max_size=60),
)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=600)
