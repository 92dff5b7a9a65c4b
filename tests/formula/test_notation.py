"""Properties of the notations, also for derivatives and for formulas with bound parameters."""

from __future__ import annotations

import numpy as np
import pytest
from oracle import mp
from support.cases import every
from support.mathml_reader import as_mathtext
from support.mathtext_reader import read
from test_mathtext import worth

from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.mathml import mathml
from lossplot._formula.notation.mathtext import mathtext
from lossplot._formula.notation.text import source, unicode
from lossplot._formula.parser import parse
from lossplot._formula.tree import Number, Tree
from lossplot._losses import LOSSES, Loss

CONDITIONS = (
    "(m <= 2.8 > 3)",
    "(0 <= m <= 2.8 > 3)",
    "2*(m <= 2.8 > 2) + 1",
    "(m < 3 < 4 < m)",
    "(m < 1)^2",
    "log(1 + (m < 2))*(m < 1)",
    "-(m < 1 < 2)",
    "m/(1 < 2 < m + 3)",
    "1 if (m < 1) < 2 else 3",
    "1 if m < (1 < m) else 3",
)


@pytest.mark.parametrize("text", CONDITIONS)
@pytest.mark.parametrize("x", [0.73, 1.36, 2.91])
def test_a_condition_may_be_a_number_and_may_be_decided(text: str, x: float) -> None:
    tree = parse(text, {"m"})
    result = bind(tree, {}, "m")
    expected = evaluate(result, "m", np.array([x])).value[0]
    for form in (tree, result):
        for code in (read(mathtext(form)), read(f"${as_mathtext(mathml(form))}$")):
            assert mp.almosteq(worth(code, {"m": mp.mpf(x)}), expected, 1e-12, 1e-12)
        assert evaluate(bind(parse(source(form), {"m"}), {}, "m"), "m", np.array([x])).value[0] == expected
        assert unicode(form)
        assert latex(form)


def test_a_line_of_text_has_powers_of_ten_as_people_write_them() -> None:
    said = {
        "1e6*m^2": "10⁶·m²",
        "2.5e-7*m": "2.5·10⁻⁷·m",
        "-1e6*m": "−10⁶·m",
        "-2.5e-7*m": "−2.5·10⁻⁷·m",
        "m/1e6": "m/10⁶",
        "m/2e6": "m/(2·10⁶)",
        "m/(-2e6)": "m/(−2·10⁶)",
        "(2e6)^2*m": "(2·10⁶)²·m",
        "2e7 if m > 1e5 else 3*m": "2·10⁷ if m > 100000; 3m otherwise",
    }
    assert {text: unicode(parse(text, {"m"})) for text in said} == said
    assert unicode(Number(-3e-9)) == "−3·10⁻⁹"


def derivatives(loss: Loss) -> list[Tree]:
    trees = [loss.tree, loss.notation]
    slopes = [derivative(tree, loss.axis.variable) for tree in trees]
    return [*trees, *slopes, *(derivative(slope, loss.axis.variable) for slope in slopes)]


def has_superscript_of_superscript(text: str) -> bool:
    """Return True if a superscript is followed by a superscript, which TeX refuses."""
    is_superscript: list[bool] = []  # of each brace that is open
    for place, character in enumerate(text):
        if character == "{":
            is_superscript.append(text[place - 1] == "^")
        elif character == "}" and is_superscript.pop() and text[place + 1 : place + 2] == "^":
            return True
    return False


def test_a_superscript_of_a_superscript_is_noticed() -> None:
    assert has_superscript_of_superscript(r"\frac{1}{e^{\frac{x}{2}}^{2}}")
    assert not has_superscript_of_superscript(r"\left(e^{x^{2}}\right)^{2} + e^{e^{x}}")


@every("loss", LOSSES.values(), ids=LOSSES, among=2)
def test_latex_has_no_superscript_of_a_superscript(loss: Loss) -> None:
    assert not any(map(has_superscript_of_superscript, map(latex, derivatives(loss))))
