"""Risky branches: those that some value of the variable lets overflow, divide by zero or leave a function's domain."""

from __future__ import annotations

import pytest

from lossplot._formula.code.guards import is_risky
from lossplot._formula.parser import parse

SAFE = [
    "2*m - 1",
    "m^3",
    "abs(m)",
    "m/2",
    "1/(1 + m^2)",
    "1/(2*(1 + exp(-abs(m))))",
    "log(1 + exp(-abs(m)))",
    "log(pi + m^2)",
    "sqrt(1 + m^2)",
    "1/sqrt(1 + m^2)",
    "(m^2)^0.5",
    "(1 + m^2)^0.5",
    "exp(-m^2)",
    "exp(-(m^2 + 1))",
    "exp(-abs(m)/2)",
    "exp(-m^2*abs(m))",
    "log1p(max(0, m))",
    "log1p(m^2/3)",
    "1/log(2)",
]
RISKY = [
    "1/m",
    "1/m^2",
    "1/(1 - m)",
    "1/(m + m^2)",
    "1/(m^2 + abs(m))",
    "1/(0 + m^2)",
    "1/(m^2*(1 + m^2))",
    "m^-1",
    "m^0.5",
    "(m^2)^-0.5",
    "2^m",
    "log(m)",
    "log(m^2)",
    "log(1 - m^2)",
    "sqrt(abs(m))",
    "exp(m)",
    "exp(m^2)",
    "exp(1 - m^2)",
    "exp(-m*abs(m))",
    "log1p(-m^2)",
    "log1p(m)",
    "cosh(m)",
    "2 + 3*log(m)",
]


@pytest.mark.parametrize("text", SAFE)
def test_what_is_finite_everywhere_is_not_guarded(text: str) -> None:
    assert not is_risky(parse(text, ["m"]), "m")


@pytest.mark.parametrize("text", RISKY)
def test_what_may_go_wrong_somewhere_is_guarded(text: str) -> None:
    assert is_risky(parse(text, ["m"]), "m")


def test_a_number_is_not_risky_whatever_it_is() -> None:
    assert not is_risky(parse("1/0", ["m"]), "m")
    assert not is_risky(parse("log(a)", ["a", "m"]), "m")
