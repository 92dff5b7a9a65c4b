"""Losses of a mean x for a target y, with a shape z."""

from __future__ import annotations

from functools import partial

from lossplot._formula.functions.row import Function, Notation

_of_two = partial(Function, fewest=2, most=2)
_of_three = partial(Function, fewest=3, most=3)

FUNCTIONS = {
    "log1pgap": _of_two(
        derivative="1/(1 + x)",
        textbook="log(1 + x) - log(1 + y)",
        switch="1 + x",
        helper="log1p((x - y)/(1 + y)) if x > y else -log1p((y - x)/(1 + x))",
    ),
    "poissongap": _of_two(
        derivative="(x - y)/x",
        textbook="x - y - y*log(x/y)",
        switch="x",
        helper="y*logdev(x/y)",
    ),
    "poissonnll": _of_two(
        derivative="(x - y)/x if y > 0 else 1",
        notation=Notation(
            is_open=True,
            text="{x} − {y:atom}·log {x:atom} + log({y:atom}!)",
            latex=r"{x} - {y:atom} \log {x:atom} + \log\left({y:atom}!\right)",
            mathml="{x:first}<mo>−</mo>{y:group}<mo>\u2062</mo><mi>log</mi><mo>\u2061</mo>{x:group}<mo>+</mo>"
            '<mi>log</mi><mo>\u2061</mo><mrow><mo stretchy="false">(</mo>{y:group}<mo>!</mo>'
            '<mo stretchy="false">)</mo></mrow>',
            mathtext=r"{x} - {y:atom}\,\log {x:atom} + \log({y:atom}!)",
        ),
        switch="x",
        # Stirling's series for the factorial of y + 10, less the logarithm of (y + 1)...(y + 10).
        helper="x if y <= 0 else y*logdev(x/y) + y*log1p(10/y) + 21/2*log(y + 10) - 10 + log(2*pi)/2"
        " + 1/(12*(y + 10)) - 1/(360*(y + 10)^3) + 1/(1260*(y + 10)^5) - 1/(1680*(y + 10)^7)"
        " - log((y + 1)*(y + 2)*(y + 3)*(y + 4)*(y + 5)) - log((y + 6)*(y + 7)*(y + 8)*(y + 9)*(y + 10))",
        summary="x - y*log(x) + log(y!), to the last digits.",
    ),
    "gammagap": _of_two(
        derivative="(x - y)/x/x",
        textbook="log(x/y) + y/x - 1",
        switch="x",
        helper="logdev(y/x)",
    ),
    "tweediegap": _of_three(
        derivative="x^(1 - z) if y <= 0 else (x - y)*x^(-z)",
        textbook="y^(2 - z)/((1 - z)*(2 - z)) - y*x^(1 - z)/(1 - z) + x^(2 - z)/(2 - z)",
        switch="x",
        helper="x^(2 - z)/(2 - z) if y <= 0"
        " else y^(2 - z)*(expm1mx((2 - z)*log(x/y))/(2 - z) - expm1mx((1 - z)*log(x/y))/(1 - z))"
        " if abs(log(x/y)) < 1 else y^(2 - z)/((1 - z)*(2 - z)) + x^(1 - z)*(x/(2 - z) - y/(1 - z))",
    ),
    "negbinomial": _of_three(
        derivative="(x - y)/x/(1 + z*x)",
        textbook="(y + 1/z)*log(1 + z*x) - y*log(x)",
        switch="x",
        helper="log1p(z*x)/z + (y*(log1p(z*x) - log(x)) if z*x < 1 else y*log(z + 1/x))",
    ),
    "tweedielog": _of_three(
        derivative="exp((2 - z)*x) - (y*exp((1 - z)*x) if y > 0 else 0)",
        textbook="exp((2 - z)*x)/(2 - z) - y*exp((1 - z)*x)/(1 - z)",
        helper="exp((2 - z)*x)/(2 - z) - (y*exp((1 - z)*x)/(1 - z) if y > 0 else 0)",
    ),
    "poissonlog": _of_two(
        derivative="exp(x) - y",
        textbook="exp(x) - y*x",
        helper="exp(x) if y <= 0 else y*(1 + expm1mx(x - log(y)) - log(y)) if abs(x - log(y)) < 1 else exp(x) - y*x",
    ),
}
