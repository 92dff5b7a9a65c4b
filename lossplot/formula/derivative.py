"""Tree -> the tree of its derivative, short enough to be read.

Whatever cancels is gone: the slope of `c^2/2*log1p((r/c)^2)` comes out as `r/(1 + (r/c)^2)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from lossplot.formula.algebra import ONE, ZERO, add, choose, divide, multiply, negate, power, scale, size, subtract
from lossplot.formula.parser import FormulaError, parse
from lossplot.formula.tree import Call, Name, Number, Tree, names_in

# The derivative of each function by x, its first argument, where y is the second.
_SLOPES = {
    "abs": "sign(x)",
    "sign": "0",
    "step": "0",
    "exp": "exp(x)",
    "log": "1/x",
    "log1p": "1/(1 + x)",
    "expm1": "exp(x)",
    "sqrt": "1/(2*sqrt(x))",
    "sin": "cos(x)",
    "cos": "-sin(x)",
    "tan": "1/cos(x)^2",
    "atan": "1/(1 + x^2)",
    "sinh": "cosh(x)",
    "cosh": "sinh(x)",
    "tanh": "1/cosh(x)^2",
    "erf": "2/sqrt(pi)*exp(-x^2)",
    "ndtr": "exp(-x^2/2)/sqrt(2*pi)",
    # Far out both sides of the quotient underflow; there Laplace's continued fraction has converged.
    "log_ndtr": "-(x + 1/(x + 2/(x + 3/(x + 4/(x + 5/(x + 6/x)))))) if x < -20 else exp(-x^2/2)/(sqrt(2*pi)*ndtr(x))",
    "log1pmx": "-x/(1 + x)",
    "log1pint": "log1p(x)",
    "logdev": "(x - 1)/x",
    "xlogxdev": "log(x)",
    "expm1mx": "expm1(x)",
    "gamma2": "x*exp(-x)",
    "versin": "sin(x)",
    "versin2pi": "2*pi*sin(2*pi*x)",
    "normal_crps": "erf(x/sqrt(2))",
    "logshare": "(log1p(-x)/x + log(x)/(1 - x))/(log(x) + log1p(-x))^2",
    "ratio": "1/(1 + x)^2",
    "hypot1": "x/hypot1(x)",
    "hypotm1": "x/hypot1(x)",
    "softplus": "sigmoid(x)",
    "softplus2": "tanh(x)/(1 + cosh(y)/cosh(x))",
    "sigmoid": "sigmoid(x)*sigmoid(-x)",
    "logcosh": "tanh(x)",
    "pow1pm1": "y*(1 + x)^(y - 1)",
    "boxcox": "x^(y - 1)",
    "boxcox1p": "(1 + x)^(y - 1)",
    "powdev": "expm1(y*log(x))",
    # `abs(u) <= 0` is the language's way to say that u is zero.
    "barron": "x if abs(y - 2) <= 0 else x*exp(-x^2/2) if y < -1e300 else x*exp((y/2 - 1)*log1p(x^2/abs(y - 2)))",
    # 1 + x + ... + x^(y - 1), and where it is y, what has its slope there.
    "logseries": "y + y*(y - 1)/2*(x - 1) if abs(x - 1) <= 0 "
    "else expm1(y*log1p(x - 1))/(x - 1) if x > 1/2 else (1 - x^y)/(1 - x)",
}


def derivative(tree: Tree, variable: str) -> Tree:
    """The derivative of `tree` by `variable`, in the same language.

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
            return _quotient_slope(u, v, variable)
        case Call("^", (u, v)):
            return _power_slope(u, v, variable)
        case Call("if", (condition, then, otherwise)):
            return choose(condition, derivative(then, variable), derivative(otherwise, variable))
        case Call("max" | "min" as function, arguments):
            return _extreme_slope(function, arguments, variable)
        case Call("xlogy" | "xlog1py" as function, (u, v)):
            logarithm = Call("log" if function == "xlogy" else "log1p", (v,))
            return add(multiply(derivative(u, variable), logarithm), multiply(u, derivative(logarithm, variable)))
        case Call(function, (u, *constants)) if function in _SLOPES:
            if any(variable in names_in(constant) for constant in constants):
                message = f"the second argument of '{function}' must not depend on the variable; make it a number"
                raise FormulaError(message)
            outer = _instance(_slope(function), dict(zip("xy", tree.arguments, strict=False)))
            return scale(outer, derivative(u, variable))
    return ZERO  # a comparison: a step


def _quotient_slope(u: Tree, v: Tree, variable: str) -> Tree:
    du, dv = derivative(u, variable), derivative(v, variable)
    if du == ZERO:
        return negate(divide(multiply(u, dv), power(v, Number(2.0))))
    return divide(add(du, negate(multiply(divide(u, v), dv))), v)


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


def _extreme_slope(function: str, arguments: tuple[Tree, ...], variable: str) -> Tree:
    *others, last = arguments
    first = others[0] if len(others) == 1 else Call(function, tuple(others))
    slopes = derivative(first, variable), derivative(last, variable)
    below = "<" if function == "max" else ">"
    return choose(_comparison(below, first, last, variable), *reversed(slopes))


def _comparison(operator: str, u: Tree, v: Tree, variable: str) -> Tree:
    """`u < v` or `u > v`, written as people would: `m < 1` for `0 < (1 - m)/2`."""
    mirrored = {"<": ">", ">": "<"}
    match u, v:
        case Number(0.0), Call("/", (above, Number(below))) if below > 0:
            return _comparison(operator, u, above, variable)
        case Number(0.0), Call("-", (left, right)):
            return _comparison(operator, right, left, variable)
        case Number(0.0), Call("+", (left, right)):
            moved, kept = (left, right) if variable not in names_in(left) else (right, left)
            return _comparison(operator, negate(moved), kept, variable)
        case Number(0.0), Call("neg", (inner,)):
            return _comparison(mirrored[operator], u, inner, variable)
    return Call(operator, (u, v)) if variable in names_in(u) else Call(mirrored[operator], (v, u))


@cache
def _slope(function: str) -> Tree:
    return parse(_SLOPES[function], "xy")


def _instance(template: Tree, values: Mapping[str, Tree]) -> Tree:
    """`template` with `values` for its names, simplified, except within the values."""
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
    "abs": size,
    "if": choose,
}
