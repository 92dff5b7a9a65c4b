"""Formulas as MathML: well-formed, and equal to the formula when read back."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import numpy as np
from oracle import mp
from support.cases import every
from support.draws import assume, choice, law
from support.loss_draws import FORMULAS
from support.mathml_reader import SPACE, as_mathtext
from support.mathtext_reader import read
from test_mathtext import NUMBER, ROWS, WRITTEN, formulas, worth

from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.notation.mathml import function_of, mathml
from lossplot._formula.notation.textbook import cases, textbook
from lossplot._formula.parser import FormulaError, parse
from lossplot._formula.tree import Name, Number
from lossplot._losses import LOSSES, Loss

EVERY_LOSS = every("loss", LOSSES.values(), ids=LOSSES, among=3)

# Elements of https://www.w3.org/TR/mathml-core/ that formulas need.
CORE = {
    "math": {"display"},
    "mrow": set(),
    "mi": {"mathvariant"},
    "mn": set(),
    "mo": {"stretchy", "lspace", "rspace"},
    "mtext": set(),
    "mspace": {"width"},
    "mfrac": set(),
    "msqrt": set(),
    "msup": set(),
    "munderover": set(),
    "mtable": set(),
    "mtr": set(),
    "mtd": {"style"},
}
# The exact number of children of these elements.
CHILDREN = {"mfrac": 2, "msup": 2, "munderover": 3} | dict.fromkeys(("mi", "mn", "mo", "mtext", "mspace"), 0)


def value(text: str) -> str:
    """Return the Python expression of a `math` element."""
    return read(f"${as_mathtext(text)}$")


@every(("name", "parameters"), ROWS, ids=[":".join(filter(None, key)) for key in ROWS], among=8)
def test_the_mathml_of_the_catalogue_says_what_the_papers_say(name: str, parameters: str) -> None:
    loss = LOSSES[name]
    names = {parameter.name: mp.mpf(parameter.default) for parameter in loss.parameters}
    for setting in filter(None, parameters.split(":")):
        parameter, _, number = setting.partition("=")
        names[parameter] = mp.mpf(float(number))
    for tree, column in zip(formulas(loss), ("value", "derivative"), strict=True):
        code = value(mathml(tree))
        count = 0
        for row in ROWS[name, parameters]:
            x = float(row["x"])
            if row[column] and (x == 0.0 or 0.05 < abs(x) < 50.0):
                result = worth(code, names | {loss.axis.variable: mp.mpf(x)})
                assert mp.almosteq(result, mp.mpf(row[column]), 1e-18, 1e-30), (code, row)
                count += 1
        assert count >= 3


@EVERY_LOSS
def test_the_equations_of_the_catalogue_are_mathml_core(loss: Loss) -> None:
    for primes, tree in enumerate(formulas(loss)):
        root = ET.fromstring(mathml(tree, function_of(loss.axis.variable, primes)))
        assert root.tag == f"{SPACE}math"
        for node in root.iter():
            tag = node.tag.removeprefix(SPACE)
            assert set(node.attrib) <= CORE[tag]
            assert len(node) == CHILDREN.get(tag, len(node))
            assert bool((node.text or "").strip()) == (tag in ("mi", "mn", "mo", "mtext"))
            assert not (node.tail or "").strip()
            # A row of one leaf is that leaf.
            assert tag != "mrow" or len(node) > 1 or len(node[0])


@EVERY_LOSS
def test_an_equation_is_its_left_side_and_the_formula(loss: Loss) -> None:
    for primes, tree in enumerate(formulas(loss)):
        equation = as_mathtext(mathml(tree, function_of(loss.axis.variable, primes)))
        left, _, right = equation.partition(" = ")
        name = "L^{'}" if primes else "L"
        assert "".join(left.split()) == f"{name}({loss.axis.variable})"
        alone = as_mathtext(mathml(tree))
        # Behind the equals sign, a minus sign at the beginning is a row's.
        assert right.replace(" ", "") in (alone.replace(" ", ""), f"{{{alone}}}".replace(" ", ""))


@EVERY_LOSS
def test_each_piece_has_its_row(loss: Loss) -> None:
    for tree in formulas(loss):
        pieces = cases(textbook(tree))
        rows = ET.fromstring(mathml(tree)).findall(f"./{SPACE}mrow/{SPACE}mrow/{SPACE}mtable/{SPACE}mtr")
        assert len(rows) == (len(pieces) if len(pieces) > 1 else 0)
        assert [row[1][0].text for row in rows] == ["if"] * (len(rows) - 1) + ["otherwise"] * bool(rows)


@law(100, text=FORMULAS, m=choice(("0.7310585", "-1.3628", "2.91")))
def test_what_is_written_reads_back_as_the_same_formula(text: str, m: str) -> None:
    assume(len(text) <= 200)
    try:
        tree = bind(parse(text, ["m"]), {}, "m")
        with np.errstate(over="raise"):
            evaluate(tree, "m", np.array([float(m)]))
        names = {"m": mp.mpf(m)}
        expected = worth(NUMBER.sub(r'N("\1")', text), names)
    except (FormulaError, FloatingPointError, SyntaxError, TypeError, ValueError, ZeroDivisionError):
        assume(False)
    element = mathml(parse(text, ["m"]))
    assert mp.almosteq(worth(value(element), names), expected, 1e-30, 1e-30), element


@every("text", [*(row[0] for row in WRITTEN), "(m <= 2.8 > 3)", "(m <= 2.8 > 3)*m", "1 if m <= 2.8 > 3 else m"])
def test_what_people_write_in_several_ways_is_read_rightly(text: str) -> None:
    tree = parse(text, ["m"])
    expected = evaluate(bind(tree, {}, "m"), "m", np.array([0.7310585])).value[0]
    result = worth(value(mathml(tree)), {"m": mp.mpf(0.7310585)})
    assert (mp.isfinite(result) and mp.almosteq(result, expected, 1e-12)) or not np.isfinite(expected)


def test_a_name_that_is_no_xml_is_written_as_text() -> None:
    assert ET.fromstring(mathml(Name("a<b&c"))).findtext(f".//{SPACE}mi") == "a<b&c"
    assert as_mathtext(mathml(Number(float("-inf")))) == r" - \infty "
