"""The formula language: its syntax, its meaning, and the messages about errors."""

from __future__ import annotations

import json
import re
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import every
from support.draws import assume, floats, law
from support.loss_draws import FORMULAS, FUNCTIONS_OF_ONE, SOUPS, TEXTS

from lossplot._formula.evaluate import Array, bind, evaluate
from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.knots import find_knots
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.text import source, unicode
from lossplot._formula.notation.textbook import textbook
from lossplot._formula.parser import FormulaError, parse
from lossplot._formula.tree import Call, Name, Number
from lossplot._losses import LOSSES

VIEW = np.linspace(-3.0, 3.0, 61)
M = Name("m")


def value(text: str, m: float = 0.0) -> float:
    return float(evaluate(bind(parse(text, ["m"]), {}, "m"), "m", np.array([m])).value[0])


def refusal(text: str) -> str:
    """Return the error message for a text that is no formula: one short line that can be printed."""
    with pytest.raises(FormulaError) as caught:
        bind(parse(text, ["m"]), {}, "m")
    message = str(caught.value)
    check_message(message)
    return message


def check_message(message: str) -> None:
    assert message
    assert message.isprintable()
    assert len(message) < 250


ARITHMETIC = [
    ("-m**2", 3.0, -9.0),
    ("-m^2", 3.0, -9.0),
    ("(-m)^2", 3.0, 9.0),
    ("2**-m", 3.0, 0.125),
    ("2**-1**2", 0.0, 0.5),
    ("2**3**2", 0.0, 512.0),
    ("2^3^2", 0.0, 512.0),
    ("(2^3)^2", 0.0, 64.0),
    ("2^-2^2", 0.0, 0.0625),
    ("-2**2", 0.0, -4.0),
    ("--2", 0.0, 2.0),
    ("2*-m", 3.0, -6.0),
    ("2/-m*3", 4.0, -1.5),
    ("m--m", 3.0, 6.0),
    ("m - -m^2", 3.0, 12.0),
    ("1-2-3", 0.0, -4.0),
    ("8/4/2", 0.0, 1.0),
    ("8/4*2", 0.0, 4.0),
    ("1-2+3", 0.0, 2.0),
    ("1+2*3^2", 0.0, 19.0),
    ("(1+2)*3", 0.0, 9.0),
    ("6/2*(1+2)", 0.0, 9.0),
    (".5*m", 3.0, 1.5),
    ("2.*m", 3.0, 6.0),
    ("1.5e2 + 1E-1", 0.0, 150.1),
    ("e^m", 1.0, np.e),
    ("e**-m^2", 2.0, np.exp(-4.0)),
    ("2*pi", 0.0, 2.0 * np.pi),
    ("\tm +\t1 ", 3.0, 4.0),
    ("0^0", 0.0, 1.0),
    ("max(1, m, 2)", 3.0, 3.0),
    ("min(1, m, 2)", 3.0, 1.0),
    ("xlogy(0, 0)", 0.0, 0.0),
    ("step(m)", 0.0, 1.0),
    ("sign(m)", -0.5, -1.0),
]


@pytest.mark.parametrize(("text", "m", "result"), ARITHMETIC, ids=[row[0] for row in ARITHMETIC])
def test_precedence_is_that_of_mathematics(text: str, m: float, result: float) -> None:
    assert value(text, m) == pytest.approx(result, rel=1e-15)


CHOICES = [
    ("1 if m < 0 else 2", (1, 2, 2, 2, 2)),
    ("1 if m <= 0 else 2", (1, 1, 2, 2, 2)),
    ("1 if m > 0 else 2", (2, 2, 1, 1, 1)),
    ("1 if m >= 0 else 2", (2, 1, 1, 1, 1)),
    ("1 if 0 < m < 1 else 2", (2, 2, 1, 2, 2)),
    ("1 if 0 <= m <= 1 else 2", (2, 1, 1, 1, 2)),
    ("1 if 2 > m > 0 >= -m else 2", (2, 2, 1, 1, 2)),
    ("1 if m < 0 else 2 if m < 1 else 3", (1, 2, 2, 3, 3)),
    ("1 if (m < 0) else 2", (1, 2, 2, 2, 2)),
    ("1 + 2 if m < 0 else 3*4", (3, 12, 12, 12, 12)),
    ("(1 if m < 0 else 2) + 10", (11, 12, 12, 12, 12)),
    ("1 if m < 0 else 2 + 10", (1, 12, 12, 12, 12)),
    ("1 if -m^2 < -1 + 1/2 else 2", (1, 2, 2, 1, 1)),
    ("m < 0", (1, 0, 0, 0, 0)),
    ("0 < m < 1", (0, 0, 1, 0, 0)),
    ("5*(m <= 0) + 1", (6, 6, 1, 1, 1)),
    ("where(m < 0, 1, 2)", (1, 2, 2, 2, 2)),
    ("where(0 < m < 1, where(m < 0.7, 1, 9), 2)", (2, 2, 1, 2, 2)),
]


@pytest.mark.parametrize(("text", "results"), CHOICES, ids=[row[0] for row in CHOICES])
def test_comparisons_chain_and_choices_nest(text: str, results: tuple[float, ...]) -> None:
    assert tuple(value(text, m) for m in (-1.0, 0.0, 0.5, 1.0, 2.0)) == results


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("m**2", "m^2"),
        ("where(m < 0, 1, m)", "1 if m < 0 else m"),
        ("e^(2*m)", "exp(2*m)"),
        ("-m^2", "-(m^2)"),
        ("1 - m - 2", "(1 - m) - 2"),
        ("m^2^3", "m^(2^3)"),
        ("1 if m<0 else 2 if m<1 else 3", "1 if m < 0 else (2 if m < 1 else 3)"),
    ],
)
def test_two_ways_to_write_one_formula_make_one_tree(text: str, same: str) -> None:
    assert parse(text, ["m"]) == parse(same, ["m"])


def test_a_branch_not_taken_is_not_evaluated() -> None:
    tree = bind(parse("1/m if abs(m) > 0.5 else log(m + 1)", ["m"]), {}, "m")
    assert np.isfinite(evaluate(tree, "m", VIEW).value).all()


def test_a_constant_condition_leaves_one_branch() -> None:
    tree = parse("m^2 if 2*a < 1 else log(m)", ["m", "a"])
    assert bind(tree, {"a": 0.0}, "m") == Call("^", (M, Number(2.0)))
    assert bind(tree, {"a": 1.0}, "m") == Call("log", (M,))


def test_a_parameter_may_have_the_name_of_a_constant_or_of_no_use() -> None:
    assert bind(parse("2*m", ["m", "a"]), {"a": 3.0}, "m") == Call("*", (Number(2.0), M))
    with pytest.raises(ValueError, match="unbound names"):
        bind(parse("a*m", ["m", "a"]), {}, "m")


ERRORS = [
    ("", "the formula is empty"),
    ("   ", "the formula is empty"),
    ("m+", "at column 3 of the formula, found the end"),
    ("m + * 2", "expected a number, a name or '(' at column 5 of the formula, found '*'"),
    ("m @ 1", "unexpected character '@' at column 3"),
    ("m == 1", "unexpected character '=' at column 3"),
    ("m\n+1", r"unexpected character '\n' at column 2"),
    ("m\u00b2", "at column 2; try ^2"),
    ("1 \u2212 m", "at column 3; try -"),
    ("2 \u00d7 m", "at column 3; try *"),
    ("m \u2264 1", "at column 3; try <="),
    ("m \u2265 1", "at column 3; try >="),
    ("1 + epx(m)", "unknown name 'epx' at column 5; did you mean 'exp'?"),
    ("M", "unknown name 'M' at column 1; did you mean 'm'?"),
    ("hing(m)", "unknown name 'hing' at column 1; known are m and functions such as exp"),
    ("2 m", "expected an operator at column 3 of the formula, found 'm'"),
    ("2(m)", "expected an operator at column 2 of the formula, found '('"),
    ("m(2)", "expected an operator at column 2 of the formula, found '('"),
    ("(m", "expected ')' at column 3 of the formula, found the end"),
    ("m)", "expected an operator at column 2 of the formula, found ')'"),
    ("exp m", "expected '(' at column 5 of the formula, found 'm'"),
    ("exp", "expected '(' at column 4 of the formula, found the end"),
    ("1 + max(m)", "'max' at column 5 takes 2 to 16 arguments, not 1"),
    ("max(" + "m," * 16 + "m)", "takes 2 to 16 arguments, not 17"),
    ("exp(1, 2)", "'exp' at column 1 takes 1 arguments, not 2"),
    ("max(1,)", "at column 7 of the formula, found ')'"),
    ("where(m<0, 1)", "expected ',' at column 13 of the formula, found ')'"),
    ("where(m, 1, 2)", "expected a comparison such as x < 1 at column 7"),
    ("1 if m else 2", "expected a comparison such as x < 1 at column 6"),
    ("1 if m<0", "expected 'else' at column 9 of the formula, found the end"),
    ("if m", "expected a number, a name or '(' at column 1 of the formula, found 'if'"),
    ("1 + 1e309", "the number '1e309' at column 5 is larger than a double can hold"),
    ("m" * 501, "the formula has 501 characters; the most is 500"),
    ("m+" * 200 + "m", "the formula has 401 words and signs; the most is 400"),
    ("(" * 33 + "m" + ")" * 33, "nested more than 32 deep at column 34"),
    ("-" * 33 + "m", "nested more than 32 deep at column 34"),
    ("2^" * 33 + "m", "nested more than 32 deep at column 67"),
    ("1 if m<0 else " * 33 + "0", "nested more than 32 deep"),
    ("abs(" * 33 + "m" + ")" * 33, "nested more than 32 deep"),
]


@pytest.mark.parametrize(("text", "message"), ERRORS, ids=[repr(row[0])[:30] for row in ERRORS])
def test_a_mistake_is_named_with_its_column_and_what_to_do(text: str, message: str) -> None:
    assert message in refusal(text)


def test_the_limits_are_not_a_step_lower_than_they_say() -> None:
    assert value("(" * 32 + "m" + ")" * 32, 2.0) == 2.0
    assert value("-" * 32 + "m", 2.0) == 2.0
    assert value("m+" * 199 + "m ", 1.0) == 200.0
    assert value("m".ljust(500), 2.0) == 2.0
    assert value("max(" + "1," * 15 + "m)", 2.0) == 2.0
    assert value("m^1000", 1.0) == 1.0
    assert value("1" + "0" * 308, 1.0) == 1e308


@pytest.mark.parametrize("exponent", ["1001", "-1001", "2^10", "1e9", "(1e300*1e300)"])
def test_a_huge_exponent_is_refused(exponent: str) -> None:
    tree = bind(parse(f"m^{exponent}", ["m"]), {}, "m")
    with pytest.raises(FormulaError, match=r"the exponent .* is too large; the most is 1000") as caught:
        evaluate(tree, "m", VIEW)
    check_message(str(caught.value))


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("2^m^0", (2.0, 2.0, 2.0)),
        ("m^(m < 0)", (-2.0, 1.0, 1.0)),
        ("m^step(m)", (1.0, 0.0, 3.0)),
        ("2^sign(m)", (0.5, 1.0, 2.0)),
        ("pow1pm1(1, step(m))", (0.0, 1.0, 1.0)),
        ("pow1pm1(-1/2, 2*step(m) - 1)", (1.0, -0.5, -0.5)),
    ],
)
def test_an_exponent_may_be_piecewise_constant(text: str, results: tuple[float, ...]) -> None:
    assert tuple(value(text, m) for m in (-2.0, 0.0, 3.0)) == pytest.approx(results)


def _attacks() -> list[tuple[str, str, str]]:
    path = Path(__file__).parent / "data" / "formula-attacks.txt"
    rows = [line.split("\t") for line in path.read_text(encoding="ascii").splitlines() if not line.startswith("#")]
    return [(outcome, _repeated(json.loads(text)), why) for outcome, text, why in rows]


def _repeated(parts: str | list[list[Any]]) -> str:
    return parts if isinstance(parts, str) else "".join(text * count for text, count in parts)


ATTACKS = _attacks()


@every(("outcome", "text", "why"), ATTACKS, ids=[f"{row[2]}-{row[0]}" for row in ATTACKS])
def test_hostile_and_odd_texts_come_to_what_is_expected_of_them(outcome: str, text: str, why: str) -> None:
    if outcome == "reject":
        refusal(text)
        return
    finite = np.isfinite(evaluate(bind(parse(text, ["m"]), {}, "m"), "m", VIEW).value)
    expected = {"ok": finite.all(), "partial": finite.any() and not finite.all(), "nonfinite": not finite.any()}
    assert expected[outcome], why


def _use(text: str) -> None:
    """Parse, write and evaluate a text: only FormulaError may come of it."""
    try:
        tree = parse(text, ["m"])
        for write in (source, unicode, latex):
            assert write(tree).isprintable()
        tree_ = bind(tree, {}, "m")
        evaluate(tree_, "m", VIEW)
        evaluate(tree_, "m", VIEW, side=-1)
    except FormulaError as error:
        check_message(str(error))


@law(150, also=[("\ud800",)], text=TEXTS)
def test_no_text_does_anything_but_mean_something_or_be_refused(text: str) -> None:
    _use(text)


@law(500, text=SOUPS)
def test_no_soup_of_words_does_anything_but_mean_something_or_be_refused(text: str) -> None:
    _use(text)


@law(60, also=[("max(m, 1 if m < 1 else 0)",)], text=FORMULAS)
def test_no_formula_breaks_the_search_for_knots(text: str) -> None:
    assume(len(text) <= 60)
    try:
        knots = find_knots(bind(parse(text, ["m"]), {}, "m"), "m", -3.0, 3.0)
    except FormulaError as error:
        check_message(str(error))
        return
    places = [knot.x for knot in knots]
    assert places == sorted(set(places))
    assert all(-3.0 <= knot.before <= knot.x <= knot.after <= 3.0 for knot in knots)


PYTHON: dict[str, Any] = {
    "__builtins__": {},
    "N": np.float64,
    "max": lambda *parts: reduce(np.maximum, parts),
    "min": lambda *parts: reduce(np.minimum, parts),
    "pi": np.float64(np.pi),
    "atan": np.arctan,
} | {name: getattr(np, name) for name in FUNCTIONS_OF_ONE if name != "atan"}
NUMBER = re.compile(r"(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")


def python_value(text: str, m: float) -> Array | None:
    """Evaluate a formula by Python's own parser and NumPy; None if it is no Python."""
    try:
        code = compile(NUMBER.sub(r"N(\1)", text), "formula", "eval")
    except SyntaxError:
        return None
    with np.errstate(all="ignore"):
        return np.atleast_1d(np.asarray(eval(code, PYTHON | {"m": np.array([m])}), dtype=np.float64))


@law(300, also=[("1 if m**-1 <= m**-1 else 0", 0.0)], text=FORMULAS, m=floats(-3.0, 3.0))
def test_formulas_mean_what_they_mean_in_python(text: str, m: float) -> None:
    assume(len(text) <= 500)
    expected = python_value(text, m)
    if expected is None:
        refusal(text)
        return
    try:
        result = value(text, m)
    except FormulaError as error:
        assume("exponent" not in str(error) and "nested" not in str(error))
        raise
    np.testing.assert_allclose(result, expected[0], rtol=1e-12, atol=0.0, err_msg=f"{text} at m = {m!r}")


TEXTBOOK = [
    ("softplus(-m) + hypotm1(m/2) - logcosh(m)",),
    ("-pow1pm1(-(m/2)^2, 3)",),
    ("xlogy(m - 1, m + 1)*-log1p(m)",),
    ("hypotm1(e)",),
    ("(-2)^m - (-m)^2 - -m",),
]


@law(300, also=TEXTBOOK, text=FORMULAS)
def test_what_is_written_reads_back_as_the_textbook_form(text: str) -> None:
    try:
        tree = parse(text, ["m"])
        again = parse(source(tree), ["m"])
    except FormulaError:
        assume(False)
        return
    assert again == textbook(tree), source(tree)


@every("loss", LOSSES.values(), ids=LOSSES)
def test_the_catalogue_reads_back_as_the_textbook_form(loss: Any) -> None:
    for tree in (loss.tree, loss.parse(source(loss.slope))):
        text = source(tree)
        assert loss.parse(text) == textbook(tree), text
        assert not {name for name, function in FUNCTIONS.items() if function.textbook} & set(re.findall(r"\w+", text))
    assert source(loss.parse(source(loss.slope))) == source(loss.slope)
