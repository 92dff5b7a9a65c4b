"""Lengths that a formula may have, and characters and numbers that are written in another way than typed."""

from __future__ import annotations

import unicodedata

import pytest
from support.cases import every
from support.draws import FINITE, assume, law

from lossplot._formula.notation.breaks import break_sums
from lossplot._formula.notation.letters import GREEK, mantissa_and_exponent, number
from lossplot._formula.parser import FormulaError, parse
from lossplot._formula.typed.read import read_typed
from lossplot._losses import LOSSES


def refusal(text: str, typed: bool) -> str:
    try:
        _ = read_typed(text) if typed else parse(text, ["m"])
    except FormulaError as error:
        return str(error)
    return ""


@every(
    ("text", "typed", "said"),
    [
        ("m" + " " * 999, True, ""),
        ("m" + " " * 1000, True, "the formula has 1001 characters; the most is 1000"),
        ("m" + " " * 499, False, ""),
        ("m" + " " * 500, False, "the formula has 501 characters; the most is 500"),
        ("u" * 40, True, ""),
        ("u" * 41, True, "the name at column 1 has 41 letters; the most is 40"),
        ("(" * 32 + "m" + ")" * 32, False, ""),
        ("m+" * 199 + "m", False, ""),
        # Copies of a part, which a power or a loss makes of it, count as well.
        *((text, True, "") for text in ("m+" * 127 + "m", "m*" * 127 + "m")),
        ("m+" * 128 + "m", True, ""),
        ("m+" * 129 + "m", True, "the formula has more than 128 operations in a row; bracket parts of a long sum"),
        ("m+" * 200 + "m", True, "the formula has 401 words and signs; the most is 400"),
    ],
)
def test_a_formula_may_be_so_long_and_no_longer(text: str, typed: bool, said: str) -> None:
    assert refusal(text, typed) == said


@every(
    ("character", "sign"),
    [
        ("\u2212", "-"),
        ("\u2013", "-"),
        ("\u00b7", "*"),
        ("\u00d7", "*"),
        ("\u2264", "<="),
        ("\u2265", ">="),
        ("\u00b2", "^2"),
    ],
)
def test_a_character_that_looks_like_a_sign_is_answered_with_that(character: str, sign: str) -> None:
    assert refusal(f"m{character}m", False) == f"unexpected character '{character}' at column 2; try {sign}"


@law(200, value=FINITE)
def test_a_number_is_a_short_decimal_that_reads_back_as_itself(value: float) -> None:
    assert float(number(value)) == value
    assume(value == 0.0 or abs(value) >= 2.3e-308)
    assert len(number(value)) <= len(repr(value))
    mantissa, exponent = mantissa_and_exponent(value)
    assert float(f"{mantissa}e{exponent or 0}") == value


def test_numbers_have_no_needless_end() -> None:
    texts = {2.0: "2", 0.5: "0.5", 1e-5: "1e-05", 1e16: "1e+16", 123456.0: "123456", 0.1 + 0.2: "0.30000000000000004"}
    assert {value: number(value) for value in texts} == texts
    assert (mantissa_and_exponent(2.5e-7), mantissa_and_exponent(3.0)) == (("2.5", "-7"), ("3", ""))


def test_a_parameter_called_by_a_greek_letter_is_written_with_it() -> None:
    for word, letter in GREEK.items():
        assert unicodedata.name(letter) == f"GREEK SMALL LETTER {'LAMDA' if word == 'lambda' else word.upper()}"
    letters = {unicodedata.name(chr(code)).rpartition(" ")[2].lower() for code in range(0x3B1, 0x3CA)} - {
        "omicron",
        "final",
    }
    names = {parameter.name for loss in LOSSES.values() for parameter in loss.parameters}
    assert names & {*letters, "lambda"} <= GREEK.keys()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("$a + b$", ("$a$", "$+ b$")),
        ("$L = a - b$", ("$L$", "$= a$", "$- b$")),
        ("$|a - b| + c$", ("$|a - b|$", "$+ c$")),
        ("$(a + b)c - [d + e]$", ("$(a + b)c$", "$- [d + e]$")),
        (r"$\frac{a + b}{c} + d$", (r"$\frac{a + b}{c}$", "$+ d$")),
        ("a + b", ("a + b",)),
        ("$a$ if $b + c$", ("$a$ if $b$", "$+ c$")),
        (r"$\{a + b\} + c$", (r"$\{a$", r"$+ b\}$", "$+ c$")),
    ],
)
def test_a_line_may_end_before_a_sign_of_the_outermost_sum(text: str, parts: tuple[str, ...]) -> None:
    assert break_sums(text) == parts
