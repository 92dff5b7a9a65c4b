"""The functions that a formula may call: how many arguments, and what each means in a textbook.

A function with a `textbook` definition exists because that definition loses digits in doubles
(it overflows or cancels).  People read the textbook form; `jets` computes a better one.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import e, pi


@dataclass(frozen=True, slots=True)
class Function:
    fewest: int = 1
    most: int = 1
    textbook: str | None = None


VARIADIC = 16

FUNCTIONS = {
    "abs": Function(),
    "sign": Function(),
    "step": Function(),
    "max": Function(2, VARIADIC),
    "min": Function(2, VARIADIC),
    "exp": Function(),
    "log": Function(),
    "log1p": Function(textbook="log(1 + x)"),
    "expm1": Function(textbook="exp(x) - 1"),
    "sqrt": Function(),
    "sin": Function(),
    "cos": Function(),
    "tan": Function(),
    "atan": Function(),
    "sinh": Function(),
    "cosh": Function(),
    "tanh": Function(),
    "softplus": Function(textbook="log(1 + exp(x))"),
    "sigmoid": Function(textbook="1/(1 + exp(-x))"),
    "logcosh": Function(textbook="log(cosh(x))"),
    "hypotm1": Function(textbook="sqrt(1 + x^2) - 1"),
    "pow1pm1": Function(2, 2, textbook="(1 + x)^y - 1"),
    "xlogy": Function(2, 2, textbook="x*log(y)"),
}

CONSTANTS = {"pi": pi, "e": e}
