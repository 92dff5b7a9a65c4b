"""Tree -> the tree of its derivative, short enough to be read.

Whatever cancels is gone: the slope of `c^2/2*log1p((r/c)^2)` comes out as `r/(1 + (r/c)^2)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lossplot._formula.algebra import ONE, ZERO, add, choose, divide, multiply, negate, positive, power, scale, subtract
from lossplot._formula.functions import ARGUMENTS, FUNCTIONS
from lossplot._formula.parser import FormulaError, not_constant, parse_row
from lossplot._formula.tree import Call, Name, Number, Tree, names_in


def derivative(tree: Tree, variable: str) -> Tree:
    """Derive `tree` by `variable`.

    At a tie it says what one of the sides does, or `sign(0)`, for `abs`.
    Raises FormulaError where a parameter of a family of functions depends on the variable.
    """
    if variable not in names_in(tree):
        return ZERO
    match tree:
        case Name():
            return ONE
        case Call("neg", (u,)):
            return negate(derivative(u, variable))
        case Call("+" | "-" as operator, (u, v)):
            first, second = derivative(u, variable), derivative(v, variable)
            return add(first, second if operator == "+" else negate(second))
        case Call("*", (u, v)):
            return add(multiply(derivative(u, variable), v), multiply(u, derivative(v, variable)))
        case Call("/", (u, v)):
            du, dv = derivative(u, variable), derivative(v, variable)
            if du == ZERO:
                return negate(divide(multiply(u, dv), power(v, Number(2.0))))
            return divide(add(du, negate(multiply(divide(u, v), dv))), v)
        case Call("^", (u, v)):
            return _power_slope(u, v, variable)
        case Call("if", (condition, then, otherwise)):
            return choose(condition, derivative(then, variable), derivative(otherwise, variable))
        case Call("max" | "min" as function, (*others, last)):
            first = others[0] if len(others) == 1 else Call(function, tuple(others))
            condition = _comparison("<" if function == "max" else ">", first, last, variable)
            return choose(condition, derivative(last, variable), derivative(first, variable))
        case Call(function) if function in FUNCTIONS:
            return _function_slope(tree, variable)
    return ZERO  # a comparison: a step


def _function_slope(tree: Call, variable: str) -> Tree:
    """Apply the chain rule to a function of the language."""
    row = FUNCTIONS[tree.function]
    slope: Tree = ZERO
    for argument, formula in zip(tree.arguments, (row.derivative, row.derivative_by_y, "", "", ""), strict=False):
        if variable in names_in(argument):
            if not formula:
                raise FormulaError(not_constant(tree.function))
            outer = _instance(parse_row(formula), dict(zip(ARGUMENTS, tree.arguments, strict=False)))
            slope = add(slope, scale(outer, derivative(argument, variable)))
    return slope


def _power_slope(u: Tree, v: Tree, variable: str) -> Tree:
    du, dv = derivative(u, variable), derivative(v, variable)
    if dv == ZERO:
        exponent = negate(negate(v))  # the number -2, where the tree has minus the number 2
        match u, exponent:
            case Call("max", (Number(0.0), above)), Number(value) if value > 1.0:
                du = derivative(above, variable)  # the power is zero where `max` is
        return multiply(exponent, power(u, subtract(exponent, ONE)), du)
    growth = add(multiply(dv, Call("log", (u,))), multiply(v, divide(du, u)))
    return multiply(Call("^", (u, v)), growth)


def _comparison(operator: str, u: Tree, v: Tree, variable: str) -> Tree:
    """Write `u < v` or `u > v` as people would: `m < 1` for `0 < (1 - m)/2`."""
    mirror = {"<": ">", ">": "<"}
    match u, v:
        case Number(0.0), Call("/", (above, Number(below))) if below > 0:
            return _comparison(operator, u, above, variable)
        case Number(0.0), Call("-", (left, right)):
            return _comparison(operator, right, left, variable)
        case Number(0.0), Call("+", (left, right)):
            constant, rest = (left, right) if variable not in names_in(left) else (right, left)
            return _comparison(operator, negate(constant), rest, variable)
        case Number(0.0), Call("neg", (inner,)):
            return _comparison(mirror[operator], u, inner, variable)
    return Call(operator, (u, v)) if variable in names_in(u) else Call(mirror[operator], (v, u))


def _instance(template: Tree, values: Mapping[str, Tree]) -> Tree:
    """Put `values` in place of the names of `template`, and simplify, except within the values."""
    match template:
        case Name(name):
            return values.get(name, template)
        case Call(function, arguments):
            parts = [_instance(part, values) for part in arguments]
            return _BUILDERS[function](*parts) if function in _BUILDERS else Call(function, tuple(parts))
    return template


_BUILDERS: Mapping[str, Callable[..., Tree]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "^": power,
    "neg": negate,
    "abs": lambda u: Call("abs", (positive(u) or u,)),
    "if": choose,
}
