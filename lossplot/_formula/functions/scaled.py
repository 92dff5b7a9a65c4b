"""Losses of an error x with a scale y, and a shape z."""

from __future__ import annotations

from functools import partial

from lossplot._formula.functions.row import Function, calls_of_two

_of_two = partial(Function, fewest=2, most=2)
_of_three = partial(Function, fewest=3, most=3)

FUNCTIONS = {
    "cauchy": _of_two(
        derivative="x/(1 + (x/y)^2) if abs(x) < y else y/(x/y + y/x)",
        curvature="(1 - x/y)*(1 + x/y)/(1 + (x/y)^2)^2",
        textbook="y^2/2*log(1 + (x/y)^2)",
        helper="y^2/2*log1p((x/y)^2) if abs(x) < 1e100*y else y^2*log(abs(x)/y)",
    ),
    "gemanmcclure": _of_two(
        derivative="x*(y/hypot(x, y))^4",
        textbook="x^2/(2*(1 + (x/y)^2))",
        helper="y^2/2*(x/hypot(x, y))^2",
    ),
    "atansquare": _of_two(
        derivative="x/(1 + (x/y)^4) if abs(x) < y else y*(y/x)^3/(1 + (y/x)^4)",
        textbook="y^2/2*atan((x/y)^2)",
        helper="y^2/2*atan((x/y)^2)",
    ),
    "pseudohuber": _of_two(
        derivative="x/hypot1(x/y)",
        curvature="hypot1(x/y)^(-3)",
        textbook="y^2*(sqrt(1 + (x/y)^2) - 1)",
        safe="everywhere",
        helper="y*x*(x/(y + hypot(x, y)))",
    ),
    "hypot": _of_two(
        derivative="x/hypot(x, y)",
        curvature="(y/hypot(x, y))^2/hypot(x, y)",
        textbook="sqrt(x^2 + y^2)",
        safe="everywhere",
        sign="positive",
        calls={**calls_of_two("hypot", "np", "jnp", "Math"), "torch": "torch.hypot({}, {v}.new_tensor({}))"},
    ),
    "fair": _of_two(
        derivative="x/(1 + x/y)",
        textbook="y^2*(x/y - log(1 + x/y))",
        safe="x >= 0",
        helper="-y^2*log1pmx(x/y)",
    ),
    "welsch": _of_two(
        derivative="x*exp(-(x/y)^2)",
        textbook="y^2/2*(1 - exp(-(x/y)^2))",
        helper="-y^2/2*expm1(-(x/y)^2)",
    ),
    "wave": _of_two(
        derivative="y*sin(x/y)",
        textbook="y^2*(1 - cos(x/y))",
        safe="everywhere",
        helper="2*(y*sin(x/(2*y)))^2",
    ),
    "ramsay": _of_two(
        derivative="x*exp(-y*x)",
        textbook="(1 - (1 + y*x)*exp(-y*x))/y^2",
        helper="gamma2(y*x)/y^2",
    ),
    "powgap": _of_two(
        derivative="-y*sign(x)*abs(x)^(y - 1)",
        textbook="1 - abs(x)^y",
        switch="x",
        helper="-expm1(y*log(abs(x))) if abs(x) > 0 else 1",
    ),
    "tukey": _of_three(
        derivative="x*powgap(x/y, z)^2",
        textbook="x^2/2*(1 - 4*(abs(x)/y)^z/(z + 2) + (abs(x)/y)^(2*z)/(z + 1))",
        helper="x^2/2*((z + 2)*powgap(x/y, z)^2 + 2*z*powgap(x/y, z) + z^2)/(z + 1)/(z + 2)",
    ),
    "tolerant": _of_three(
        derivative="x*sigmoid((x^2 - y)/z)",
        textbook="z/2*(log(1 + exp((x^2 - y)/z)) - log(1 + exp(-y/z)))",
        helper="z/2*log1p(sigmoid(-y/z)*expm1(x^2/z)) if x^2 < z else z/2*(softplus((x^2 - y)/z) - softplus(-y/z))",
    ),
    "linex": _of_three(
        derivative="z*y*expm1(y*x)",
        textbook="z*(exp(y*x) - y*x - 1)",
        helper="z*expm1mx(y*x)",
    ),
    "balanced": _of_three(
        derivative="y*log1p(expm1(z/y)*x) if z < 700*y else 0 if x <= 0 else z + y*log(x + exp(-z/y)*(1 - x))",
        textbook="y/(exp(z/y) - 1)*((exp(z/y) - 1)*x + 1)*log((exp(z/y) - 1)*x + 1) - y*x",
        helper="y/expm1(z/y)*log1pint(expm1(z/y)*x) if z < 700*y else 0 if x <= 0"
        " else (x + exp(-z/y))*(z + y*log(x + exp(-z/y)*(1 - x))) - y*x",
    ),
}
