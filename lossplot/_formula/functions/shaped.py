"""Losses of a probability or a margin x with a shape y, and z."""

from __future__ import annotations

from functools import partial

from lossplot._formula.functions.row import Function

_of_two = partial(Function, fewest=2, most=2)
_of_three = partial(Function, fewest=3, most=3)

FUNCTIONS = {
    "logratio": Function(
        derivative="-1/2 if abs(x - 1) <= 0 else -log1pmx(x - 1)/(x - 1)^2 - 1/x if abs(x - 1) < 1/2"
        " else (1 - xlogy(x, x)/(x - 1))/x/(x - 1)",
        textbook="log(x)/(x - 1)",
        switch="x",
        helper="1 if abs(x - 1) <= 0 else log1p(x - 1)/(x - 1) if abs(x - 1) < 1/2 else log(x)/(x - 1)",
    ),
    "focal": _of_two(
        derivative="-1/x if y <= 0 else -pow1p(-x, y)*(y*logratio(x) + 1/x)",
        textbook="-(1 - x)^y*log(x)",
        switch="x",
        helper="-log(x) if y <= 0 else pow1p(-x, y + 1)*logratio(x) if x > 1/2 else -pow1p(-x, y)*log(x)",
    ),
    "focalother": _of_two(
        derivative="1/(1 - x) if y <= 0 else pow(x, y)/(1 - x) - y*pow(x, y - 1)*log1p(-x)",
        textbook="-x^y*log(1 - x)",
        switch="1 - x",
        helper="-x^y*log1p(-x)",
    ),
    "pow": _of_two(derivative="y*x^(y - 1)", textbook="x^y", switch="x", helper="x^y"),
    "pow1p": _of_two(
        derivative="y*pow1p(x, y - 1)",
        textbook="(1 + x)^y",
        switch="1 + x",
        helper="exp(y*log1p(x)) if x > -1 else (1 + x)^y",
    ),
    "alphaloss": _of_two(
        derivative="-x^(-1/y)",
        textbook="(1 - x^(1 - 1/y))/(1 - 1/y)",
        switch="x",
        helper="-boxcox(x, 1 - 1/y)",
    ),
    "tsallis": _of_two(
        derivative="-y*(y - 1)*((1 - x)*x^(y - 2) + (1 - x)^(y - 1))",
        textbook="1 - y*x^(y - 1) + (y - 1)*(x^y + (1 - x)^y)",
        switch="x",
        helper="1 - y*x^(y - 1) + (y - 1)*(x^y + (1 - x)^y) if y*(1 - x) > 1/2"
        " else (y - 1)*expm1mx(y*log(x)) - y*expm1mx((y - 1)*log(x)) + (y - 1)*(1 - x)^y",
    ),
    "taylor": _of_two(
        # At 0, what has its slope there.
        derivative="y*(y - 1)/2*x - y if abs(x) <= 0 else expm1(y*log1p(-x))/x if x < 1/2 else ((1 - x)^y - 1)/x",
        textbook="logseries(1 - x, y)",
        last_term="y",
        helper="logseries(1 - x, y)",
    ),
    "tversky": _of_two(
        derivative="-y/(x + y*(1 - x))^2",
        textbook="y*(1 - x)/(x + y*(1 - x))",
        switch="x + y*(1 - x)",
        helper="y*(1 - x)/(x + y*(1 - x))",
    ),
    "squareddice": Function(
        derivative="-2*(1 - x)*(1 + x)/(1 + x^2)^2",
        curvature="4*x*(3 - x^2)/(1 + x^2)^3",
        textbook="(1 - x)^2/(1 + x^2)",
        helper="(1 - x)^2/(1 + x^2)",
    ),
    "focaltversky": _of_three(
        derivative="-y*(z/(x + z*(1 - x)))^y*(1 - x)^(y - 1)/(x + z*(1 - x))",
        textbook="(z*(1 - x)/(x + z*(1 - x)))^y",
        switch="x + z*(1 - x)",
        helper="exp(-y*log1p(x/(z*(1 - x))))",
    ),
    "softplusscaled": _of_two(
        derivative="sigmoid(y*x)",
        textbook="log(1 + exp(y*x))/y",
        safe="everywhere",
        sign="nonnegative",
        helper="softplus(y*x)/y",
    ),
    "distill": _of_three(
        derivative="z*(sigmoid(x/z) - sigmoid(log(y)/z))",
        textbook="z^2*(log(1 + exp(x/z)) - log(1 + y^(1/z))) - z*(x - log(y))/(1 + y^(-1/z))",
        safe="everywhere",
        sign="nonnegative",
        helper="z^2*(sigmoid(log(y)/z)*logdev(max(0.01, sigmoid(x/z)/sigmoid(log(y)/z)))"
        " + sigmoid(-log(y)/z)*logdev(max(0.01, sigmoid(-x/z)/sigmoid(-log(y)/z)))) if abs(x - log(y)) < 3*z"
        " else z^2*(softplus(x/z) - softplus(log(y)/z)) - z*sigmoid(log(y)/z)*(x - log(y))",
    ),
    "dwd": _of_two(
        derivative="-(y/((y + 1)*x))^(y + 1)",
        textbook="(y/((y + 1)*x))^y/(y + 1)",
        switch="x",
        helper="exp(-y*(log(x) + log1p(1/y)))/(y + 1)",
    ),
    "lum": _of_three(
        derivative="-(y/((1 + z)*x - z + y))^(y + 1)",
        textbook="(y/((1 + z)*x - z + y))^y/(1 + z)",
        switch="(1 + z)*x - z + y",
        helper="(y/((1 + z)*x - z + y))^y/(1 + z)",
    ),
}
