"""Tree -> an expression of standard SQL, which DuckDB, SQLite, PostgreSQL, Spark and BigQuery understand.

Functions that they lack are written out: `log1p` and `expm1` as Kahan has them, all others by their formulas.
"""

from __future__ import annotations

import math
from functools import reduce

import numpy as np

from lossplot._errors import RequestError
from lossplot._formula.algebra import ONE, ZERO
from lossplot._formula.evaluate import evaluate_value
from lossplot._formula.functions import CONSTANTS, FUNCTIONS
from lossplot._formula.notation.text import unicode
from lossplot._formula.parser import fill
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in

# The functions of SQL:2016.
_NATIVE = {
    **{name: name.upper() for name in ("abs", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan")},
    **{name: name.upper() for name in ("sinh", "cosh", "tanh")},
    "log": "LN",
}
# Those that no engine has, where a formula is as good.
_FORMULAS = {
    "sign": "1 if x > 0 else -1 if x < 0 else 0",
    "hypot1": "sqrt(1 + x*x)",
    "asinh": "log(x + sqrt(x*x + 1)) if x >= 0 else -log(sqrt(x*x + 1) - x)",
    "acosh": "log(x + sqrt(x - 1)*sqrt(x + 1))",
    "atanh": "(log1p(x) - log1p(-x))/2",
}
# One term of a sum over thresholds, z being the number of its threshold.
_TERMS = {"softplussum": "softplus(x - z*y)", "sigmoidsum": "sigmoid(x - z*y)^n"}
SUM, PRODUCT, ATOM = range(3)
_OPERANDS = {
    "+": (SUM, SUM, SUM),
    "-": (SUM, SUM, PRODUCT),
    "*": (PRODUCT, PRODUCT, ATOM),
    "/": (PRODUCT, PRODUCT, ATOM),
}
_MOST_FACTORS = 4
LONGEST = 20_000
# Below it the exponential is zero, which PostgreSQL takes for an error.
_LEAST_EXPONENT = -745.0


def sql(tree: Tree) -> str:
    """Write `tree` as an expression; its names are columns.

    Raises RequestError for a function that no formula says, and for an expression of more than LONGEST characters.
    """
    text = _write(tree, SUM)
    if len(text) > LONGEST:
        raise RequestError(f"this is {len(text)} characters of SQL; the most is {LONGEST}: write a shorter formula")
    return text


def number(value: float) -> str:
    """Write a double: as a decimal where that is exact, else with an exponent, which makes it one in every engine."""
    if not math.isfinite(value):
        raise RequestError(f"SQL has no number {value}; choose other parameters")
    text = repr(value)
    return text if "e" in text or len(text.strip("-").replace(".", "")) <= 15 else f"{text}e0"


def exponential(x: str) -> str:
    """Write the exponential of `x`, a column or a product of columns or a difference."""
    return _case(f"{x} < {_LEAST_EXPONENT}", "0.0", f"EXP({x})")


def _write(tree: Tree, loosest: int) -> str:
    text, level = _form(tree)
    return text if level >= loosest else f"({text})"


def _form(tree: Tree) -> tuple[str, int]:
    match tree:
        case Number(value):
            return number(value), ATOM if value >= 0 else SUM
        case Name(name):
            return (number(CONSTANTS[name]) if name in CONSTANTS else name), ATOM
        case Call("if", (condition, then, otherwise)):
            return _case(_condition(condition), _write(then, SUM), _write(otherwise, SUM)), ATOM
        case Call(function) if function in COMPARISONS or function == "and":
            return _case(_condition(tree), "1.0", "0.0"), ATOM
        case Call("neg", (inner,)):
            return f"-{_write(inner, ATOM)}", SUM
        case Call("max" | "min" as function, arguments):
            sign = ">=" if function == "max" else "<="
            return reduce(lambda a, b: _case(f"{a} {sign} {b}", a, b), (_write(each, SUM) for each in arguments)), ATOM
        case Call("^", (base, exponent)):
            return _power(base, exponent)
        case Call(operator, (left, right)) if operator in _OPERANDS:
            level, first, second = _OPERANDS[operator]
            return f"{_write(left, first)} {operator} {_write(right, second)}", level
    return _call(tree)


def _sum(tree: Call) -> Tree | None:
    """Write out a sum over thresholds; None if its first or last number is not known."""
    x, y, *ends, power = tree.arguments if tree.function == "sigmoidsum" else (*tree.arguments, ONE)
    if any(not names_in(end) <= CONSTANTS.keys() for end in ends):
        return None
    first, last = (float(evaluate_value(end, "", np.zeros(1))[0]) for end in ends)
    places = [Number(first + j) for j in range(int(last - first) + 1)]
    terms = [fill(_TERMS[tree.function], (x, y, place, place, power)) for place in places]
    return reduce(lambda total, term: Call("+", (total, term)), terms) if terms else ZERO


def _case(condition: str, then: str, otherwise: str) -> str:
    return f"CASE WHEN {condition} THEN {then} ELSE {otherwise} END"


def _condition(tree: Tree) -> str:
    match tree:
        case Call("and", parts):
            return " AND ".join(map(_condition, parts))
        case Call(sign, (left, right)) if sign in COMPARISONS:
            return f"{_write(left, SUM)} {sign} {_write(right, SUM)}"
    return f"{_write(tree, SUM)} <> 0.0"


def _power(base: Tree, exponent: Tree) -> tuple[str, int]:
    factors = exponent.value if isinstance(exponent, Number) else 0.0
    if isinstance(base, Name) and factors in range(2, _MOST_FACTORS + 1):
        return " * ".join([base.name] * int(factors)), PRODUCT
    return f"POWER({_write(base, SUM)}, {_write(exponent, SUM)})", ATOM


def _call(tree: Call) -> tuple[str, int]:
    function, arguments = tree.function, tree.arguments
    if function in _NATIVE:
        return f"{_NATIVE[function]}({_write(arguments[0], SUM)})", ATOM
    if function == "exp":
        return exponential(_write(arguments[0], SUM)), ATOM
    if function == "log1p":
        x = _write(arguments[0], ATOM)
        return _case(f"1.0 + {x} = 1.0", x, f"LN(1.0 + {x}) * {x} / ((1.0 + {x}) - 1.0)"), ATOM
    if function == "expm1":
        x = _write(arguments[0], ATOM)
        far = _case(f"ABS({x}) > 1.0", f"{exponential(x)} - 1.0", f"(EXP({x}) - 1.0) * {x} / LN(EXP({x}))")
        return _case(f"ABS({x}) < 1e-17", x, far), ATOM
    if function == "logseries" and isinstance(order := arguments[1], Number):
        terms = "0"
        for k in range(int(order.value), 0, -1):
            terms = f"({terms} + 1/{k})*x"
        return _form(fill(terms, arguments))
    if function in _TERMS and (total := _sum(tree)):
        return _form(total)
    row = FUNCTIONS[function]
    formula = _FORMULAS.get(function) or row.inline or row.helper or row.textbook
    if not formula:
        raise RequestError(f"SQL has no function for {unicode(tree)}; choose a loss without it")
    return _form(fill(formula, arguments))
