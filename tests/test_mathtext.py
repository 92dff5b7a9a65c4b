"""Formulas as mathtext: what is written reads back as the same mathematics, and matplotlib can draw it."""

from __future__ import annotations

import csv
import logging
import math
import random
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from make_golden import GOLDEN
from mathtext_reader import UnreadableError, read
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser
from strategies import FORMULAS, FUNCTIONS_OF_ONE

from lossplot.formula.jets import bind, evaluate
from lossplot.formula.mathtext import mathtext
from lossplot.formula.notation import cases, textbook
from lossplot.formula.parser import FormulaError, parse
from lossplot.formula.tree import Call, Name, Number, Tree
from lossplot.losses import LOSSES, Loss

CONTEXT = mpmath.MPContext()
CONTEXT.dps = 60
NUMBER = re.compile(r"(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
CHINESE = {"case": "若 {condition} 则 {value}", "otherwise": "否则 {value}", "separator": "；"}


def sign(x: Any) -> Any:
    return (x > 0) - (x < 0)


FUNCTIONS: dict[str, Any] = {
    "__builtins__": {"abs": abs, "max": max, "min": min, "sum": sum, "range": range, "int": int},
    "N": CONTEXT.mpf,
    "e": CONTEXT.e,
    "pi": CONTEXT.pi,
    "sign": sign,
    "step": lambda x: x >= 0,
    "ndtr": CONTEXT.ncdf,
} | {name: getattr(CONTEXT, name) for name in (*FUNCTIONS_OF_ONE, "tan", "sinh", "erf") if name not in ("abs", "sign")}


def worth(code: str, names: Mapping[str, Any]) -> Any:
    return eval(code, FUNCTIONS | dict(names))


def formulas(loss: Loss) -> tuple[Tree, Tree]:
    return loss.notation, loss.parse(loss.derivative)


EVERYTHING = {
    f"{name}{mark}": tree for name, loss in LOSSES.items() for mark, tree in zip(("", "'"), formulas(loss), strict=True)
}


def _golden() -> dict[tuple[str, str], list[dict[str, str]]]:
    with GOLDEN.open(encoding="ascii", newline="") as lines:
        next(lines)
        rows = list(csv.DictReader(lines))
    return {key: list(group) for key, group in groupby(rows, lambda row: (row["loss"], row["parameters"]))}


ROWS = _golden()


@pytest.mark.parametrize(("name", "parameters"), ROWS, ids=[":".join(filter(None, key)) for key in ROWS])
def test_the_mathtext_of_the_catalogue_says_what_the_papers_say(name: str, parameters: str) -> None:
    loss = LOSSES[name]
    names = {parameter.name: CONTEXT.mpf(parameter.default) for parameter in loss.parameters}
    for setting in filter(None, parameters.split(":")):
        parameter, _, value = setting.partition("=")
        names[parameter] = CONTEXT.mpf(float(value))
    for tree, column in zip(formulas(loss), ("value", "derivative"), strict=True):
        code = read(mathtext(tree))
        compared = 0
        for row in ROWS[name, parameters]:
            x = float(row["x"])
            if row[column] and (x == 0.0 or 0.05 < abs(x) < 50.0) and x != 1.0:
                found = worth(code, names | {loss.axis.variable: CONTEXT.mpf(x)})
                assert mpmath.almosteq(found, CONTEXT.mpf(row[column]), 1e-15, 1e-30), (code, row)
                compared += 1
        assert compared >= 4


def drawn(text: str, caplog: pytest.LogCaptureFixture) -> Any:
    """What matplotlib makes of `text`, in the font of the figures; it must have nothing to say about it."""
    font = FontProperties(family=["DejaVu Sans"], size=16.0, math_fontfamily="dejavusans")
    with caplog.at_level(logging.WARNING, "matplotlib"):
        parsed = MathTextParser("path").parse(text, 72.0, font)
    assert not caplog.records
    return parsed


@pytest.mark.parametrize("name", EVERYTHING)
def test_matplotlib_draws_every_formula(name: str, caplog: pytest.LogCaptureFixture) -> None:
    parsed = drawn(mathtext(EVERYTHING[name]), caplog)
    assert 0.0 < parsed.width < 16.0 * 72.0
    assert 0.0 < parsed.height < 2.0 * 16.0  # one line, in the leading of a legend


def test_a_character_that_is_in_no_font_would_be_noticed(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(AssertionError):
        drawn("$\u635f$", caplog)


@pytest.mark.parametrize("name", EVERYTHING)
def test_there_is_a_word_for_each_piece_and_none_without_pieces(name: str) -> None:
    pieces = cases(textbook(EVERYTHING[name]))
    nested = 2 if name.startswith("quantile-huber") else 0
    words = re.findall(r"if|otherwise|;", re.sub(r"\\mathrm\{\w+\}", "", mathtext(EVERYTHING[name])))
    conditions = nested or len(pieces) - 1
    assert words.count("if") == words.count(";") == conditions
    assert words.count("otherwise") == (nested or int(conditions > 0))


SEVERAL = {name: tree for name, tree in EVERYTHING.items() if isinstance(tree, Call) and tree.function == "if"}


@pytest.mark.parametrize("name", SEVERAL)
def test_the_words_around_the_pieces_are_the_callers(name: str) -> None:
    english, chinese = mathtext(SEVERAL[name]), mathtext(SEVERAL[name], **CHINESE)
    *conditional, last = chinese.split("；")
    pieces = [re.fullmatch(r"若 (\$[^$]+\$) 则 (\$[^$]+\$)", piece) for piece in conditional]
    said = [f"{piece[2]} if {piece[1]}" for piece in pieces if piece]
    assert english == "; ".join([*said, f"{last.removeprefix('否则 ')} otherwise"])


def test_words_within_a_formula_are_in_the_font_of_the_text() -> None:
    text = mathtext(LOSSES["quantile-huber"].notation, **CHINESE)
    assert text.count("$") == 2
    assert r"(\mathregular{若\ }r \leq 0\mathregular{\ 则\ }\tau\mathregular{；}\mathregular{否则\ }1 - \tau)" in text


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """The places of each pair of round brackets."""
    opened = []
    for place, character in enumerate(text):
        if character == "(":
            opened.append(place)
        elif character == ")":
            yield opened.pop(), place


def meaning(text: str, settings: list[dict[str, Any]]) -> list[Any] | None:
    """What `text` is worth in each of the `settings`, if it can be read; None where it is worth nothing."""
    try:
        code = read(text)
    except UnreadableError:
        return None
    return [_worth_or_none(code, names) for names in settings]


def _worth_or_none(code: str, names: Mapping[str, Any]) -> Any:
    try:
        return worth(code, names)
    except (TypeError, ValueError, ZeroDivisionError):
        return None


def somewhere(loss: Loss, count: int) -> Iterator[dict[str, Any]]:
    """Values for the variable and the parameters of `loss`, without regard to where they may lie."""
    chance = random.Random(loss.name)
    names = sorted({loss.axis.variable, *(parameter.name for parameter in loss.parameters)})
    for low, high in ((0.1, 1.0), (-3.0, 3.0)) * (count // 2):
        yield {name: 3 if name == "order" else CONTEXT.mpf(chance.uniform(low, high)) for name in names}


@pytest.mark.parametrize("name", EVERYTHING)
def test_no_brackets_are_superfluous(name: str) -> None:
    settings = list(somewhere(LOSSES[name.removesuffix("'")], 30))
    text = mathtext(EVERYTHING[name])
    worths = meaning(text, settings)
    assert worths is not None
    assert any(worth is not None for worth in worths)
    for first, last in brackets(text):
        without = text[:first] + text[first + 1 : last] + text[last + 1 :]
        assert meaning(without, settings) != worths, without


WRITTEN = [
    ("max(0, 1 - m)", r"\max(0, 1 - m)"),
    ("max(m, -m, -2*m)^2", r"\max(m, {-m}, {-2m})^2"),
    ("abs(-m)", r"|{-m}|"),
    ("1 - -2*m", "1 + 2m"),
    ("1 + -2*m/3", "1 - 2m/3"),
    ("m - (2 - m)", "m - (2 - m)"),
    ("-(1 - m)", "m - 1"),
    ("-(1 - m)/2", r"\frac{m - 1}{2}"),
    ("-(m*(1 - m)/2)", r"-\frac{m\,(1 - m)}{2}"),
    ("m*-2", r"m\,(-2)"),
    ("m*2*3", r"m \cdot 2 \cdot 3"),
    ("2*m*(1 + m)*(1 - m)", r"2m\,(1 + m)(1 - m)"),
    ("2*sqrt(m)*sqrt(2)", r"2\sqrt{m}\sqrt{2}"),
    ("2*pi*m", r"2\pi\,m"),
    ("2*abs(m)", r"2\,|m|"),
    ("2*exp(m)*log(2)", r"2e^m\,\log 2"),
    ("exp(m)^2", "(e^m)^2"),
    ("exp(-m^2/2) + exp(m)", r"\exp(-m^2/2) + \exp(m)"),
    ("2^m^2", "2^{m^2}"),
    ("(2^m)^2", "(2^m)^2"),
    ("(-m)^2", "(-m)^2"),
    ("-m^2", "-m^2"),
    ("m^-0.5", "m^{-0.5}"),
    ("sqrt(1 + m)^3", "(1 + m)^{3/2}"),
    ("sqrt(1 + m)^4", "(1 + m)^2"),
    ("log(m)*m", r"\log(m)\,m"),
    ("m*log(m)", r"m\,\log m"),
    ("log(m)/2", r"\log(m)/2"),
    ("2/log(m)", r"2/\log m"),
    ("2/log(m)*m", r"\frac{2}{\log m}\,m"),
    ("log(m)^2", r"(\log m)^2"),
    ("cosh(m)^2", r"\cosh^2 m"),
    ("1/cosh(m - 1)^2", r"1/\cosh^2(m - 1)"),
    ("log(cosh(m))", r"\log \cosh m"),
    ("log(2*m)", r"\log(2m)"),
    ("log(-m)", r"\log(-m)"),
    ("log(-2)", r"\log(-2)"),
    ("exp(m)*ndtr(m)*erf(m)", r"e^m\,\Phi(m)\,\mathrm{erf}(m)"),
    ("m/2", "m/2"),
    ("m/2/3", r"m/(2 \cdot 3)"),
    ("m/(2/3)", "m/(2/3)"),
    ("m^2/2*m", r"\frac{m^2}{2}\,m"),
    ("1/2*m/3", r"m/(2 \cdot 3)"),
    ("2*(1/2)", r"2 \cdot \frac{1}{2}"),
    ("(1 + m)/(1 - m)", r"\frac{1 + m}{1 - m}"),
    ("(1 + m)/(1 - m) + (1 + log(m))/m", r"(1 + m)/(1 - m) + (1 + \log m)/m"),
    ("((1 + m)/(1 - m))^2", r"((1 + m)/(1 - m))^2"),
    ("sqrt((1 + m)/(1 - m))", r"\sqrt{(1 + m)/(1 - m)}"),
    ("2*logseries(1 - m, 3)", r"2\,{\sum}_{j=1}^3 (1 - m)^j/j"),
    ("logseries(m, 3)*m", r"({\sum}_{j=1}^3 m^j/j)\,m"),
    ("5*(m <= 0) + (0 < m < 1)", r"5\,[m \leq 0] + [0 < m < 1]"),
    ("m*1e-5", r"m \cdot 10^{-5}"),
    ("1e300", "10^{300}"),
    ("2.5e-7^2", r"(2.5 \cdot 10^{-7})^2"),
    ("step(m) - sign(m)", r"\mathrm{step}(m) - \mathrm{sign}(m)"),
    ("m^(1 if m < 0 else -2)", r"m^{1\mathregular{\ if\ }m < 0\mathregular{;\ }{-2}\mathregular{\ otherwise}}"),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_formulas_are_written_as_people_write_them(text: str, written: str) -> None:
    assert mathtext(parse(text, ["m"])) == f"${written}$"


def test_a_parameter_without_bound_and_a_name_with_a_low_line_can_be_written() -> None:
    assert mathtext(Call("<", (Name("my_loss"), Number(math.inf)))) == r"$[\mathrm{my\_loss} < \infty]$"
    assert mathtext(Number(-math.inf)) == r"$-\infty$"


@given(FORMULAS, st.sampled_from(("0.7310585", "-1.3628", "2.91")))
@example("-(1 - m)/2 - -(m/3)*m", "-1.3628")
@example("m*-(1 if m < 1 else 2)/log(m)^2", "0.7310585")
@settings(max_examples=400, derandomize=True)
def test_what_is_written_reads_back_as_the_same_formula(text: str, m: str) -> None:
    assume(len(text) <= 200)
    try:
        tree = bind(parse(text, ["m"]), {}, "m")
        with np.errstate(over="raise"):
            evaluate(tree, "m", np.array([float(m)]))
        names = {"m": CONTEXT.mpf(m)}
        wanted = worth(NUMBER.sub(r'N("\1")', text), names)
    except (FormulaError, FloatingPointError, SyntaxError, TypeError, ValueError, ZeroDivisionError):
        assume(False)
    found = worth(read(mathtext(parse(text, ["m"]))), names)
    assert mpmath.almosteq(found, wanted, 1e-30, 1e-30), mathtext(parse(text, ["m"]))


@given(FORMULAS)
@settings(max_examples=60)
def test_matplotlib_draws_whatever_is_written(text: str) -> None:
    try:
        tree = parse(text, ["m"])
    except FormulaError:
        assume(False)
    assert MathTextParser("path").parse(mathtext(tree), 72.0).width > 0.0


@pytest.mark.parametrize(
    "text",
    [
        "m+" * 199 + "m",
        "m/" * 199 + "m",
        "m*" * 199 + "m",
        "(" * 32 + "m" + " + 1)*2" * 32,
        "logseries(" * 32 + "m" + ", 2)" * 32,
        "1 if m < 0 else " * 31 + "2",
        "(1 + " * 32 + "m" + ")/3" * 32,
    ],
)
def test_no_formula_is_too_deep_or_too_long_to_write(text: str) -> None:
    assert read(mathtext(parse(text, ["m"])))
