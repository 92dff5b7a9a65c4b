"""Exponentials and powers of x with a scale or a rate y."""

from __future__ import annotations

from lossplot._formula.functions.row import Function

FUNCTIONS = {
    "expscaled": Function(
        derivative="y*exp(y*x)",
        textbook="exp(y*x)",
        fewest=2,
        most=2,
        sign="positive",
        helper="exp(y*x)",
    ),
    "logpow1p": Function(
        derivative="z/y*(x/y)^(z - 1)/(1 + (x/y)^z) if x <= y else z/x/(1 + (y/x)^z)",
        textbook="log(1 + (x/y)^z)",
        fewest=3,
        most=3,
        switch="x",
        helper="log1p((x/y)^z) if x <= y else z*log(x/y) + log1p((y/x)^z)",
    ),
}
