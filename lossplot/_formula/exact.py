"""Tree -> a decimal number, to as many digits as are asked for: they tell apart what doubles do not.

Every function is computed from its definition, and so are those that doubles need other formulas for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from functools import cache, reduce
from itertools import accumulate, repeat

from lossplot._formula.functions import ARGUMENTS, CONSTANTS, row_of
from lossplot._formula.parser import parse_row
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, comparisons_in

Decimals = Mapping[str, Decimal]

ZERO, ONE, NAN = Decimal(0), Decimal(1), Decimal("NaN")


def evaluate_exactly(tree: Tree, names: Decimals, digits: int) -> Decimal:
    """Compute `tree`, in which `names` have values, in arithmetic of so many digits.

    A decimal fraction such as 0.1 is what it says, not the double beside it.  NaN where there is no value, and for a
    function that has none here, such as a sine.
    """
    with localcontext(Context(prec=digits, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])):
        return _value(tree, names)


def decimal(value: float) -> Decimal:
    """The decimal number that a double is written as."""
    return Decimal(repr(value))


def _value(tree: Tree, names: Decimals) -> Decimal:
    match tree:
        case Number(value):
            return decimal(value)
        case Name(name):
            return names[name] if name in names else decimal(CONSTANTS[name])
        case Call("if", (condition, then, otherwise)):
            return _value(then if _holds(condition, names) else otherwise, names)
    if tree.function in COMPARISONS or tree.function == "and":
        return ONE if _holds(tree, names) else ZERO
    arguments = [_value(part, names) for part in tree.arguments]
    if any(argument.is_nan() for argument in arguments):
        return NAN
    if tree.function in _RULES:
        return _RULES[tree.function](*arguments)
    formula = definition(tree.function)
    return _value(formula, dict(zip(ARGUMENTS, arguments, strict=False))) if formula else NAN


def _holds(condition: Tree, names: Decimals) -> bool:
    if not isinstance(condition, Call) or condition.function not in (*COMPARISONS, "and"):
        return _value(condition, names) != ZERO
    return all(
        _COMPARE[link.function](*(_value(part, names) for part in link.arguments)) for link in comparisons_in(condition)
    )


@cache
def definition(function: str) -> Tree | None:
    """The formula that defines a function: that of its code, which has its special cases too, if any."""
    row = row_of(function)
    formula = row.helper or row.textbook
    return parse_row(formula) if formula else None


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    return ONE if exponent == ZERO else base**exponent


def _sinh(x: Decimal) -> Decimal:
    return (x.exp() - (-x).exp()) / 2


def _cosh(x: Decimal) -> Decimal:
    return (x.exp() + (-x).exp()) / 2


def _tanh(x: Decimal) -> Decimal:
    tail = (-2 * abs(x)).exp()
    return ((1 - tail) / (1 + tail)).copy_sign(x)


def _log_series(x: Decimal, terms: Decimal) -> Decimal:
    """The sum x + x^2/2 + ... with so many terms."""
    count = int(terms)
    powers = accumulate(repeat(x, count), lambda a, b: a * b)
    return sum((power / k for k, power in enumerate(powers, 1)), ZERO)


_RULES: Mapping[str, Callable[..., Decimal]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": _power,
    "neg": lambda a: -a,
    "abs": abs,
    "sign": lambda a: Decimal((a > 0) - (a < 0)),
    "step": lambda a: ONE if a >= 0 else ZERO,
    "max": lambda *values: reduce(max, values),
    "min": lambda *values: reduce(min, values),
    "exp": lambda a: a.exp(),
    "log": lambda a: a.ln(),
    "sqrt": lambda a: a.sqrt(),
    "sinh": _sinh,
    "cosh": _cosh,
    "tanh": _tanh,
    "logseries": _log_series,
}
_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
