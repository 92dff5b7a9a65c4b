"""Formulas as mathtext: what is written reads back as the same mathematics, and matplotlib can draw it."""

from __future__ import annotations

import contextlib
import csv
import logging
import math
import re
import runpy
import time
from collections.abc import Iterator, Mapping
from itertools import groupby, takewhile
from random import Random
from typing import Any

import numpy as np
import pytest
from make_golden import GOLDEN
from matplotlib.cbook import is_math_text
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser
from oracle import mp
from support.cases import every, some
from support.draws import assume, choice, law, texts
from support.loss_draws import FORMULAS, FUNCTIONS_OF_ONE
from support.mathtext_reader import UnreadableError, read

from lossplot._errors import RequestError, quote
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import FALLBACK, FAMILY
from lossplot._formats.mpl import math as math_module
from lossplot._formats.mpl.backend import settings
from lossplot._formats.mpl.figure import render
from lossplot._formats.mpl.math import check_math
from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.notation.mathtext import mathtext
from lossplot._formula.notation.textbook import cases, textbook
from lossplot._formula.parser import FormulaError, parse
from lossplot._formula.tree import Call, Name, Number, Tree
from lossplot._losses import LOSSES, Loss

NUMBER = re.compile(r"(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
CHINESE = {"case": "若 {condition} 则 {value}", "otherwise": "否则 {value}", "separator": "；"}


def sign(x: Any) -> Any:
    return (x > 0) - (x < 0)


FUNCTIONS: dict[str, Any] = {
    "__builtins__": {"abs": abs, "max": max, "min": min, "sum": sum},
    "N": mp.mpf,
    "span": lambda first, last: mp.arange(first, last + mp.mpf(1) / 2),
    "factorial": mp.factorial,
    "e": mp.e,
    "pi": mp.pi,
    "sign": sign,
    "step": lambda x: x >= 0,
    "ndtr": mp.ncdf,
} | {name: getattr(mp, name) for name in (*FUNCTIONS_OF_ONE, "tan", "sinh", "erf") if name not in ("abs", "sign")}


def worth(code: str, names: Mapping[str, Any]) -> Any:
    values = {"lambda_" if name == "lambda" else name: value for name, value in names.items()}
    return eval(re.sub(r"\blambda\b", "lambda_", code), FUNCTIONS | values)


def formulas(loss: Loss) -> tuple[Tree, Tree]:
    return loss.notation, loss.slope


def _golden() -> dict[tuple[str, str], list[dict[str, str]]]:
    with GOLDEN.open(encoding="ascii", newline="") as lines:
        next(lines)
        rows = list(csv.DictReader(lines))
    return {key: list(group) for key, group in groupby(rows, lambda row: (row["loss"], row["parameters"]))}


ROWS = _golden()


@every(("name", "parameters"), ROWS, ids=[":".join(filter(None, key)) for key in ROWS], among=6)
def test_the_mathtext_of_the_catalogue_says_what_the_papers_say(name: str, parameters: str) -> None:
    loss = LOSSES[name]
    names = {parameter.name: mp.mpf(parameter.default) for parameter in loss.parameters}
    for setting in filter(None, parameters.split(":")):
        parameter, _, value = setting.partition("=")
        names[parameter] = mp.mpf(float(value))
    for tree, column in zip(formulas(loss), ("value", "derivative"), strict=True):
        code = read(mathtext(tree))
        count = 0
        for row in ROWS[name, parameters]:
            x = float(row["x"])
            if row[column] and (x == 0.0 or 0.05 < abs(x) < 50.0):
                result = worth(code, names | {loss.axis.variable: mp.mpf(x)})
                assert mp.almosteq(result, mp.mpf(row[column]), 1e-18, 1e-30), (code, row)
                count += 1
        assert count >= 3


def draw(text: str, caplog: pytest.LogCaptureFixture) -> Any:
    """Draw `text` with matplotlib in the font of the figures; it must not warn."""
    with caplog.at_level(logging.WARNING, "matplotlib"), settings((FAMILY, FALLBACK)):
        font = FontProperties(family=[FAMILY, FALLBACK], size=16.0)
        drawing = MathTextParser("path").parse(text, 72.0, font)
    assert not caplog.records
    return drawing


@pytest.mark.slow
@EVERY_LOSS
def test_matplotlib_draws_every_formula(loss: Loss, caplog: pytest.LogCaptureFixture) -> None:
    for tree in formulas(loss):
        drawing = draw(mathtext(tree), caplog)
        # A line may end after each case.
        assert 0.0 < drawing.width < 13.0 * 72.0 * len(cases(textbook(tree)))
        assert 0.0 < drawing.height < 2.0 * 16.0  # one line


def test_a_character_that_is_in_no_font_would_be_noticed(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(AssertionError):
        draw("$\u635f$", caplog)


@every("loss", LOSSES.values(), ids=LOSSES)
def test_there_is_a_word_for_each_piece_and_none_without_pieces(loss: Loss) -> None:
    for tree in formulas(loss):
        nested = 2 if loss.name == "quantile-huber" else 0
        words = re.findall(r"if|otherwise|;", re.sub(r"\\mathrm\{\w+\}", "", mathtext(tree)))
        conditions = nested or len(cases(textbook(tree))) - 1
        assert words.count("if") == words.count(";") == conditions
        assert words.count("otherwise") == (nested or int(conditions > 0))


PIECEWISE = {
    f"{name} {order}": tree
    for name, loss in LOSSES.items()
    for order, tree in enumerate(formulas(loss))
    if isinstance(tree, Call) and tree.function == "if"
}


@every("tree", PIECEWISE.values(), ids=PIECEWISE)
def test_the_words_around_the_pieces_are_the_callers(tree: Tree) -> None:
    *conditional, last = mathtext(tree, **CHINESE).split("；")
    pieces = [re.fullmatch(r"若 (\$[^$]+\$) 则 (\$[^$]+\$)", piece) for piece in conditional]
    conditional = [f"{piece[2]} if {piece[1]}" for piece in pieces if piece]
    assert mathtext(tree) == "; ".join([*conditional, f"{last.removeprefix('否则 ')} otherwise"])


def test_words_within_a_formula_are_in_the_font_of_the_text() -> None:
    text = mathtext(LOSSES["quantile-huber"].notation, **CHINESE)
    assert text.count("$") == 2
    assert r"(\mathregular{若\ }r \leq 0\mathregular{\ 则\ }\tau\mathregular{；}\mathregular{否则\ }1 - \tau)" in text


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """The places of each pair of round brackets."""
    openings = []
    for place, character in enumerate(text):
        if character == "(":
            openings.append(place)
        elif character == ")":
            yield openings.pop(), place


def means(text: str, worths: list[Any], settings: list[dict[str, Any]]) -> bool:
    """Return True if `text` can be read, and has this value in each of the `settings`."""
    try:
        code = read(text)
    except UnreadableError:
        return False
    return all(_worth_or_none(code, names) == worth for names, worth in zip(settings, worths, strict=True))


def _worth_or_none(code: str, names: Mapping[str, Any]) -> Any:
    try:
        return worth(code, names)
    except (NameError, TypeError, ValueError, ZeroDivisionError):
        return None


def somewhere(loss: Loss, count: int) -> Iterator[dict[str, Any]]:
    """Values for the variable and the parameters of `loss`, without regard to where they may lie."""
    chance = Random(loss.name)
    names = sorted({loss.axis.variable, *(parameter.name for parameter in loss.parameters)})
    for low, high in ((0.1, 1.0), (-3.0, 3.0), (0.5, 8.0)) * (count // 3):
        yield {name: 3 if name == "order" else mp.mpf(low + (high - low) * chance.random()) for name in names}


@every("loss", LOSSES.values(), ids=LOSSES, among=12)
def test_no_brackets_are_superfluous(loss: Loss) -> None:
    # Of a loss of classes most draws are at the first or the last, where less of the formula counts.
    is_of_classes = any(parameter.name == "classes" for parameter in loss.parameters)
    settings = list(somewhere(loss, 480 if is_of_classes else 24))
    for text in map(mathtext, formulas(loss)):
        code = read(text)
        worths = [_worth_or_none(code, names) for names in settings]
        assert any(worth is not None for worth in worths)
        for first, last in brackets(text):
            without = text[:first] + text[first + 1 : last] + text[last + 1 :]
            assert not means(without, worths, settings), without


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
    ("1e9*m", r"10^9\,m"),
    ("2e9*m", r"(2 \cdot 10^9)\,m"),
    ("1e9^m - 1e9", r"(10^9)^m - 10^9"),
    ("1e300", "10^{300}"),
    ("2.5e-7^2", r"(2.5 \cdot 10^{-7})^2"),
    ("step(m) - sign(m)", r"\mathrm{step}(m) - \mathrm{sign}(m)"),
    ("m^(1 if m < 0 else -2)", r"m^{1\mathregular{\ if\ }m < 0\mathregular{;\ }{-2}\mathregular{\ otherwise}}"),
]


@every(("text", "body"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_formulas_are_written_as_people_write_them(text: str, body: str) -> None:
    assert mathtext(parse(text, ["m"])) == f"${body}$"


def test_a_parameter_without_bound_and_a_name_with_a_low_line_can_be_written() -> None:
    assert mathtext(Call("<", (Name("my_loss"), Number(math.inf)))) == r"$[\mathrm{my\_loss} < \infty]$"
    assert mathtext(Number(-math.inf)) == r"$-\infty$"


SIGNS = [("-(1 - m)/2 - -(m/3)*m", "-1.3628"), ("m*-(1 if m < 1 else 2)/log(m)^2", "0.7310585")]


@law(150, also=SIGNS, text=FORMULAS, m=choice(("0.7310585", "-1.3628", "2.91")))
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
    result = worth(read(mathtext(parse(text, ["m"]))), names)
    assert mp.almosteq(result, expected, 1e-30, 1e-30), mathtext(parse(text, ["m"]))


@law(30, among=3, text=FORMULAS)
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


REFUSED = [
    (r"$\frac{$", 6, r"expected \frac{num}{den}"),
    (r"$\frac{1}$", 6, r"expected \frac{num}{den}"),
    (r"$1 + \frac{1}$", 10, r"expected \frac{num}{den}"),
    (r"$\sqrt$", 6, r"expected \sqrt{value}"),
    ("$x^$", 3, "expected a symbol or {"),
    ("$x_{1$", 5, "expected }"),
    (r"$\left(x$", 8, r"expected \right"),
    (r"$\left x\right)$", 7, "expected a delimiter"),
    (r"$x + \foo$", 6, r"unknown symbol: \foo"),
    (r"$\begin{cases}$", 2, r"unknown symbol: \begin"),
    ("$1 + x^2^3$", 6, "double superscript"),
    ("$50%$", 4, r"unexpected '%'; write \%"),
    ("$a#b$", 3, r"unexpected '#'; write \#"),
    ('$a"$', 3, "unexpected '\"'"),
    (r"$\%\alpha\&$", 10, r"unexpected '\\&'"),
    (r"$a\\b$", 3, r"unexpected '\\\\'"),
    ("${a}}b$", 5, "} without {"),
    ("$$", 1, "expected a formula between the dollars"),
    ("$ $", 1, "expected a formula between the dollars"),
    ("$a\u635f$", 3, "its fonts lack U+635F; write it outside of the dollars"),
    (r"$x\hspace{99999999}x$", 1, "it is too large for any figure"),
    (r"$x\hspace{-99999999}x$", 1, "it is too large for any figure"),
    (r"$\genfrac{}{}{99999999}{0}{x}{y}$", 1, "it is too large for any figure"),
    (r"$\substack{{x}}$", 1, "matplotlib cannot read it"),
    ("$" + "{" * 240 + "x" + "}" * 240 + "$", 1, "it is nested too deeply"),
]
ACCEPTED = [
    "",
    "no dollars",
    "one $",
    r"three $ $\frac{$",
    r"\$5 and \$\frac{",
    r"\$5, then $x\$$",
    "$x$$y$",
    r"50% of $\text{50% of #}$",
    "\u635f $\\max(0, 1 - m)$ \u5931",
    "$\u03b1 \\leq \\beta$",
    r"$\mathcal{L}(y, f(x)) = \left[1 - y\,f(x)\right]_+$",
]


def refusal(text: str) -> str:
    with pytest.raises(RequestError) as caught:
        check_math(text, "title")
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 200
    return message


@pytest.mark.parametrize(("text", "column", "message"), REFUSED, ids=[row[0][:30] for row in REFUSED])
def test_bad_mathtext_is_refused_with_its_column_in_the_whole_text(text: str, column: int, message: str) -> None:
    for before in ("", "a ", r"cost \$5, $x^2$ and ", "\u635f$x$"):
        whole = before + text
        assert refusal(whole) == f"title {quote(whole)} is not valid math at column {column + len(before)}: {message}"


@pytest.mark.parametrize("text", ACCEPTED)
def test_good_mathtext_and_single_dollars_are_accepted(text: str) -> None:
    check_math(text, "title")


@every("loss", LOSSES.values(), ids=LOSSES, among=12)
def test_every_formula_is_accepted(loss: Loss) -> None:
    check_math(mathtext(loss.notation), "label")


HOSTILE = [
    "$" + "{" * 498 + "$",
    "$" + "}" * 498 + "$",
    "$" + "[" * 498 + "$",
    "$" + r"\left(" * 80 + "$",
    "$" + r"\sqrt[" * 80 + "$",
    "$" + r"\frac{" * 80 + "$",
    "$" + r"\hat " * 99 + "x$",
    "$" + "x^{" * 120 + "x" + "}" * 120 + "$",
    "$" + "x^2" * 166 + "$",
    "$" + r"\max" * 124 + "$",
    "$" + "'" * 498 + "$",
    "$x$" * 166,
    "$$" * 250,
]


@pytest.mark.parametrize("text", some(HOSTILE, among=3), ids=[text[:12] for text in HOSTILE])
def test_hostile_mathtext_does_not_hang(text: str) -> None:
    check_math("$x$", "title")  # what is built once is not the text's fault
    start = time.process_time()
    with contextlib.suppress(RequestError):
        check_math(text, "title")
    assert time.process_time() - start < 20.0


TOKENS = choice(
    [
        *"{}[]()^_'|.,+-/ x2%#\"&~\\",
        *(
            r"\frac{",
            r"\sqrt",
            r"\sqrt[",
            r"\left(",
            r"\right)",
            r"\left.",
            r"\middle|",
            r"\hat ",
            r"\text{",
            r"\mathrm{",
        ),
        *(r"\alpha", r"\sum", r"\max", r"\substack{", r"\operatorname{", r"\overset{", r"\genfrac{}{}{0}{0}{", r"\foo"),
        *("^{", "_{", "}{", r"\hspace{1}", r"\hspace{9999}", r"\boldsymbol{", "\u00e9", "\u635f"),
    ]
)


@law(120, among=6, also=[(r"\substack{''}",), (r"x\\",)], inner=texts(25, TOKENS))
def test_what_is_accepted_can_be_drawn_and_the_rest_is_refused_in_one_line(inner: str) -> None:
    text = f"${inner}" + "}" * (inner.count("{") - inner.count("}")) + "$"
    try:
        check_math(text, "title")
    except RequestError:
        refusal(text)
    else:
        if is_math_text(text):
            MathTextParser("agg").parse(text, 100.0)


def test_mathtext_that_is_accepted_is_not_too_deep_for_the_stack_it_is_drawn_on() -> None:
    def nested(depth: int) -> str:
        return f"${'{' * depth}x{'}' * depth}$"

    def deeper(frames: int, text: str) -> float:
        return deeper(frames - 1, text) if frames else float(MathTextParser("path").parse(text, 72.0).width)

    def accepts(depth: int) -> bool:
        try:
            check_math(nested(depth), "title")
        except RequestError:
            return False
        return True

    deepest = max(takewhile(accepts, range(8, 60)), default=0)
    assert deepest >= 8
    assert deeper(60, nested(deepest)) > 0.0


def test_the_grammar_is_not_built_before_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MathTextParser, "_parser", None)
    runpy.run_path(str(math_module.__file__))
    assert vars(MathTextParser)["_parser"] is None


def test_an_odd_number_of_dollars_are_just_dollars() -> None:
    for title in ("costs 5$", r"$\frac", "no dollar"):
        assert render(resolve(FigureSpec(("hinge",), title=title, math=True, size=(2.0, 2.0))), ["svg"])
