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
    "erf": Function(),
    "ndtr": Function(),
    "log_ndtr": Function(textbook="log(ndtr(x))"),
    "log1pmx": Function(textbook="log(1 + x) - x"),
    "log1pint": Function(textbook="(1 + x)*log(1 + x) - x"),
    "logdev": Function(textbook="x - 1 - log(x)"),
    "xlogxdev": Function(textbook="x*log(x) - x + 1"),
    "expm1mx": Function(textbook="exp(x) - 1 - x"),
    "gamma2": Function(textbook="1 - (1 + x)*exp(-x)"),
    "versin": Function(textbook="1 - cos(x)"),
    "versin2pi": Function(textbook="1 - cos(2*pi*x)"),
    "normal_crps": Function(textbook="x*erf(x/sqrt(2)) + sqrt(2/pi)*exp(-x^2/2) - 1/sqrt(pi)"),
    "logshare": Function(textbook="log(x)/(log(x) + log(1 - x))"),
    "ratio": Function(textbook="x/(1 + x)"),
    "hypot1": Function(textbook="sqrt(1 + x^2)"),
    "hypotm1": Function(textbook="sqrt(1 + x^2) - 1"),
    "softplus": Function(textbook="log(1 + exp(x))"),
    "softplus2": Function(2, 2, textbook="log(1 + exp(x - y)) + log(1 + exp(-x - y))"),
    "sigmoid": Function(textbook="1/(1 + exp(-x))"),
    "logcosh": Function(textbook="log(cosh(x))"),
    "pow1pm1": Function(2, 2, textbook="(1 + x)^y - 1"),
    "boxcox": Function(2, 2, textbook="(x^y - 1)/y"),
    "boxcox1p": Function(2, 2, textbook="((1 + x)^y - 1)/y"),
    "powdev": Function(2, 2, textbook="x^(y + 1)/(y + 1) - x + y/(y + 1)"),
    "barron": Function(2, 2, textbook="abs(y - 2)/y*((x^2/abs(y - 2) + 1)^(y/2) - 1)"),
    "logseries": Function(2, 2),
    "xlogy": Function(2, 2, textbook="x*log(y)"),
    "xlog1py": Function(2, 2, textbook="x*log(1 + y)"),
}

CONSTANTS = {"pi": pi, "e": e}
