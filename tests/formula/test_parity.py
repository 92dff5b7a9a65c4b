"""Parity of formulas: what is seen of their form holds in numbers, and most even losses are seen to be even."""

from __future__ import annotations

import numpy as np
from support.cases import every

from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.parity import EVEN, ODD, parity
from lossplot._formula.parser import parse
from lossplot._formula.tree import Tree
from lossplot._losses import LOSSES

X = np.concatenate([np.linspace(0.0, 6.0, 49)[1:], [0.731, 40.0, 1e9]])
FORMS = [
    ("3", EVEN),
    ("x", ODD),
    ("-x", ODD),
    ("c*x", ODD),
    ("x + c", None),
    ("x - x^3", ODD),
    ("x^2 - c", EVEN),
    ("c - x", None),
    ("x*x", EVEN),
    ("x/abs(x)", ODD),
    ("x*abs(x)", ODD),
    ("abs(x)/x^2", EVEN),
    ("x^-3", None),
    ("1/x^2", EVEN),
    ("x^1.5", None),
    ("x^c", None),
    ("abs(x)^c", EVEN),
    ("2^x", None),
    ("exp(x)", None),
    ("exp(-x^2)", EVEN),
    ("cos(x)", EVEN),
    ("cos(x + 1)", None),
    ("sin(x)*x", EVEN),
    ("tanh(x)", ODD),
    ("step(x)", None),
    ("max(0, x)", None),
    ("max(0, 1 - abs(x))", EVEN),
    ("x^2 if abs(x) < c else c*abs(x)", EVEN),
    ("x if abs(x) < c else sign(x)", ODD),
    ("x if abs(x) < c else 1", None),
    ("x^2 if x < c else c^2", None),
    ("abs(x) < c", EVEN),
    ("x < c", None),
    ("x <= x", None),
]


@every(("text", "expected"), FORMS)
def test_the_parity_of_a_form(text: str, expected: int | None) -> None:
    assert parity(parse(text, ["x", "c"]), "x") == expected


@every("function", FUNCTIONS)
def test_a_function_that_is_even_or_odd_by_its_definition_is_so_in_numbers(function: str) -> None:
    arguments = ["x", "0.7", "2", "3", "1"][: FUNCTIONS[function].fewest]
    assert_in_numbers(parse(f"{function}({', '.join(arguments)})", ["x"]), "x")


@every("name", LOSSES)
def test_a_loss_that_is_even_or_odd_by_its_form_is_so_in_numbers(name: str) -> None:
    loss, variable = LOSSES[name], LOSSES[name].axis.variable
    slope = derivative(loss.tree, variable)
    for tree in (loss.tree, slope, derivative(slope, variable)):
        numbers = {parameter.name: parameter.default for parameter in loss.parameters}
        assert_in_numbers(bind(tree, numbers, variable), variable)


def test_the_form_of_most_losses_of_an_error_shows_that_they_are_even() -> None:
    seen = [loss.name for loss in LOSSES.values() if parity(loss.tree, loss.axis.variable) == EVEN]
    assert len(seen) > 35
    assert {"huber", "tukey-biweight", "andrews-wave", "barron", "hampel"} <= {*seen}


def assert_in_numbers(tree: Tree, variable: str) -> None:
    if sign := parity(tree, variable):
        left, right = (evaluate(tree, variable, side * X).value for side in (-1.0, 1.0))
        np.testing.assert_allclose(left, sign * right, rtol=1e-13, atol=1e-13)
