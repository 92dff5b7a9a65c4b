"""Functions of the language: a row in each of two tables is all that one needs."""

from __future__ import annotations

import re

import numpy as np
import pytest
from support.cases import every
from support.snippets import functions

from lossplot._formula import rules
from lossplot._formula.code.dialects import Language
from lossplot._formula.code.module import LANGUAGES, Signature, code
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import evaluate
from lossplot._formula.functions import ARGUMENTS, CODE_ONLY, FUNCTIONS, Function, Notation
from lossplot._formula.knots import find_knots
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.mathml import mathml
from lossplot._formula.notation.mathtext import mathtext
from lossplot._formula.notation.text import source, unicode
from lossplot._formula.parser import fill, parse
from lossplot._formula.tree import Call, Name, Number, names_in

# Functions of many arguments, which choose one of them.
EXTREMES = {"max", "min"}


@pytest.fixture
def with_own_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add two functions: one with notation and calls of its own, and a family with required fields only."""
    cube = Function(
        "3*x^2",
        switch="x",
        safe="everywhere",
        notation=Notation(
            text="cube {x:atom}",
            latex=r"\operatorname{{cube}} {x:atom}",
            mathml="<mi>cube</mi>{x:group}",
            mathtext=r"\mathrm{{cube}}{x:group}",
        ),
        calls={"np": "np.power({}, 3)"},
        helper="x*x*x",
        summary="The third power.",
    )
    monkeypatch.setitem(FUNCTIONS, "cube", cube)
    monkeypatch.setitem(rules.UNARY, "cube", (lambda x: x**3, lambda x: 3.0 * x**2, lambda x: 6.0 * x))
    function = Function("y", textbook="x*y", fewest=2, most=2, helper="x*y")
    monkeypatch.setitem(FUNCTIONS, "scaled", function)
    family = (lambda x, y: x * y, lambda x, y: y * np.ones_like(x), lambda x, _: np.zeros_like(x))
    monkeypatch.setitem(rules.FAMILIES, "scaled", family)


@pytest.mark.usefixtures("with_own_functions")
def test_a_function_of_ones_own_has_numbers_derivatives_and_knots() -> None:
    tree = parse("scaled(cube(m), 5) + abs(m)", {"m"})
    jet = evaluate(tree, "m", np.array([2.0, -1.0]))
    assert [part.tolist() for part in (jet.value, jet.slope, jet.curvature)] == [[42, -4], [61, 14], [60, -30]]
    assert source(derivative(parse("scaled(cube(2*m), 5)", {"m"}), "m")) == "30*(2*m)^2"
    slope = evaluate(derivative(tree, "m"), "m", np.array([2.0, -1.0])).value
    assert slope.tolist() == [61, 14]
    assert [(knot.x, knot.kind) for knot in find_knots(tree, "m", -1.0, 1.0)] == [(0.0, "corner")]


@pytest.mark.usefixtures("with_own_functions")
def test_a_function_of_ones_own_is_written_in_every_notation() -> None:
    tree = parse("scaled(cube(m + 1), 5)", {"m"})
    assert source(tree) == "cube(m + 1)*5"
    assert unicode(tree) == "cube (m + 1)·5"
    assert latex(tree) == r"\operatorname{cube} \left(m + 1\right) \cdot 5"
    assert mathtext(tree) == r"$\mathrm{cube}{(m + 1)} \cdot 5$"
    assert "<mi>cube</mi><mrow>" in mathml(tree)


@pytest.mark.usefixtures("with_own_functions")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_function_of_ones_own_is_called_in_code_or_defined(language: Language) -> None:
    text = code(Signature("f", "m", {}, "A formula."), parse("scaled(cube(m), 5)", {"m"}), language)
    assert ("np.power(m, 3)" in text) == (language == "numpy")
    assert ("The third power." in text) == (language != "numpy")
    assert "x*y, to the last digits." in text
    if language == "numpy":
        value, slope = functions(text)
        assert (value(2.0), slope(2.0)) == (40.0, 60.0)


@every("name", FUNCTIONS)
def test_every_row_is_complete(name: str) -> None:
    row = FUNCTIONS[name]
    assert 1 <= row.fewest <= row.most
    letters = set(ARGUMENTS[: min(row.most, len(ARGUMENTS))])
    for formula in (row.derivative, row.derivative_by_y, row.textbook, row.switch, row.helper, row.inline):
        assert not formula or names_in(parse(formula, ARGUMENTS)) <= letters | {"pi", "e"}
    assert bool(row.derivative) == (name not in EXTREMES)
    assert row.textbook or row.notation != Notation() or name in {"sign", "step", "erf", "asinh", "acosh", "atanh"}
    assert sum(name in table for table in (rules.UNARY, rules.FAMILIES, rules.TIES, rules.BINARY)) == (
        name not in EXTREMES
    )


@every("name", [*FUNCTIONS, *CODE_ONLY])
def test_every_function_can_be_called_or_defined_in_every_language(name: str) -> None:
    row = FUNCTIONS[name] if name in FUNCTIONS else CODE_ONLY[name]
    is_defined = bool(row.helper or row.inline or (row.python and row.javascript))
    assert is_defined or row.calls.keys() >= {"np", "torch", "jnp", "Math"}
    assert bool(row.python) == bool(row.javascript)
    assert row.summary or name in FUNCTIONS
    for body in (row.python, row.javascript):
        assert set(re.findall(r"(?<![\w.])_(\w+)\(", body)) <= FUNCTIONS.keys() | CODE_ONLY.keys()


@pytest.mark.parametrize("name", [name for name, row in FUNCTIONS.items() if row.curvature])
def test_a_curvature_of_its_own_is_the_derivative_of_the_derivative(name: str) -> None:
    row = FUNCTIONS[name]
    constants = (1.5, 0.75)[: row.fewest - 1]
    tree = Call(name, (Name("x"), *map(Number, constants)))
    x = np.array([0.05, 0.2, 0.45, 0.7])
    own = evaluate(fill(row.curvature, tree.arguments), "x", x).value
    assert own == pytest.approx(evaluate(tree, "x", x).curvature, rel=1e-13)
