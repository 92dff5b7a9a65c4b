"""Values of a formula for many values of its parameters at once, without derivatives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce

import numpy as np

from lossplot._formula import rules
from lossplot._formula.functions import CONSTANTS
from lossplot._formula.rules import Array, Values
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, comparisons_in

_Names = Mapping[str, Values]
_OPERATORS: Mapping[str, Callable[[Values, Values], Values]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
    "xlogy": lambda u, v: np.where(u == 0.0, 0.0, u * np.log(v)),
    "xlog1py": lambda u, v: np.where(u == 0.0, 0.0, u * np.log1p(v)),
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


def values(tree: Tree, names: _Names) -> Array:
    """Compute `tree` for arrays of values of its names, which are broadcast against each other.

    NaN or infinite where there is no value.
    """
    with np.errstate(all="ignore"):
        return np.asarray(_value(tree, names), dtype=np.float64)


def _value(tree: Tree, names: _Names) -> Values:
    match tree:
        case Number(value):
            return np.float64(value)
        case Name(name):
            return names[name] if name in names else np.float64(CONSTANTS[name])
        case Call("if", (condition, then, otherwise)):
            return np.where(_truth(condition, names), _value(then, names), _value(otherwise, names))
    if tree.function in COMPARISONS or tree.function == "and":
        return np.where(_truth(tree, names), 1.0, 0.0)
    arguments = [_value(part, names) for part in tree.arguments]
    match tree.function:
        case "neg":
            return -arguments[0]
        case "abs":
            return np.abs(arguments[0])
        case "sign":
            return np.sign(arguments[0])
        case "step":
            return np.where(arguments[0] >= 0.0, 1.0, 0.0)
        case "max" | "min" as function:
            return reduce(np.maximum if function == "max" else np.minimum, arguments)
        case function if function in _OPERATORS:
            return _OPERATORS[function](*arguments)
        case function if function in rules.FAMILIES:
            return _member(rules.FAMILIES[function][0], *arguments)
    return rules.UNARY[tree.function][0](*arguments)


def _truth(condition: Tree, names: _Names) -> rules.Truth:
    if not isinstance(condition, Call) or condition.function not in (*COMPARISONS, "and"):
        return np.asarray(_value(condition, names) != 0.0)
    parts = [
        _OPERATORS[link.function](*(_value(part, names) for part in link.arguments))
        for link in comparisons_in(condition)
    ]
    return np.asarray(reduce(np.logical_and, parts))


def _member(function: Callable[..., Values], u: Values, *constants: Values) -> Values:
    """Apply a function of `u` and constants, one row of constants after the other if it decides by them."""
    try:
        return function(u, *constants)
    except (ValueError, TypeError):  # it decides by the constant, which is none here
        pass
    shape = np.broadcast_shapes(np.shape(u), *map(np.shape, constants))
    wide = [np.broadcast_to(part, shape).reshape(len(shape) and shape[0], -1) for part in (u, *constants)]
    rows = [function(row, *(np.float64(each[number, 0]) for each in wide[1:])) for number, row in enumerate(wide[0])]
    return np.stack(rows).reshape(shape)
