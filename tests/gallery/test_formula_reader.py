"""The page's reader of formulas is Python's: the same trees, the same numbers, and the same words where it refuses."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from support.cases import some
from support.formula_reader import PLACES, in_node, read_in_node, read_in_python, reader_script, shaken

from lossplot._formula.evaluate import evaluate
from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.rules import BINARY, TIES
from lossplot._formula.tree import Call, Name, Number
from lossplot._gallery.translate.expressions import METHODS
from lossplot._losses import LOSSES

_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")
# What is nothing in a value, a derivative and a second derivative: the page's of a sum may be a difference of sums.
_NOTHING = (1e-290, 1e-290, 1e-15)
# The loss whose derivatives cancel at an end of its domain, where the page has no other formula for them.
_CANCELLING = "taylor_ce"
# Formulas of all kinds, as the tests of Python's reader have them.
_TABLES = Path(__file__).parents[1] / "formula" / "test_typed.py"


def assert_same(texts: Sequence[str]) -> int:
    """Hold what the page reads in texts against what Python does; returns how many numbers were compared."""
    compared = 0
    for text, answer in zip(texts, read_in_node(texts), strict=True):
        wanted = read_in_python(text)
        if isinstance(wanted, dict):
            assert answer == wanted, text
            continue
        assert isinstance(answer, list), (text, answer)
        assert len(answer) == len(wanted), text
        for each, other in zip(answer, wanted, strict=True):
            for name in ("spec", "axis", "variable", "notes"):
                assert each[name] == other[name], (text, name)
            assert_same_tree(each["tree"], repr(other["tree"]), text)
            compared += compare_jets(each["jets"], other, text)
    return compared


def assert_same_tree(one: str, other: str, text: str) -> None:
    """Constants that are computed may differ in their last digit."""
    assert _NUMBER.sub("#", one) == _NUMBER.sub("#", other), text
    numbers, others = (list(map(float, _NUMBER.findall(each))) for each in (one, other))
    assert numbers == pytest.approx(others, rel=1e-14, abs=0.0), text


def compare_jets(answer: Any, wanted: Any, text: str) -> int:
    moved = shaken(wanted["tree"], wanted["variable"])
    compared = 0
    for x, words, numbers, slack in zip(PLACES, answer, wanted["jets"], moved, strict=True):
        for word, number, move, nothing in zip(words, numbers, slack, _NOTHING, strict=True):
            given = float(word)
            if math.isnan(number) or not math.isfinite(move):
                continue
            is_end = x in (-1.0, 0.0, 1.0)
            # At an end of the domain the page shows the limit where a difference of infinities has no value.
            if math.isinf(number) and is_end and math.isnan(given):
                continue
            if math.isinf(number):
                assert given == number, (text, x)
                continue
            allowed = (1e-9 if _CANCELLING in text else 1e-12) * abs(number) + 4.0 * move + nothing
            assert abs(given - number) <= allowed, (text, x, given, number)
            compared += 1
    return compared


def typed_rows() -> list[str]:
    """Every text that the tables of the tests of Python's reader have."""
    from test_typed import FORMULAS, REFUSALS, SPELLINGS, SUMS
    from test_typed_attacks import ATTACKS

    rows: list[Any] = [*SPELLINGS, *FORMULAS, *REFUSALS, *SUMS]
    return [*dict.fromkeys([*(row[0] for row in rows), *(text for _, text, _ in ATTACKS)])]


@pytest.fixture(autouse=True)
def _tables_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(_TABLES.parent))


@pytest.mark.parametrize("part", some(range(9), among=9))
def test_the_page_reads_what_python_reads_and_refuses_what_it_refuses_in_the_same_words(part: int) -> None:
    texts = typed_rows()
    assert len(texts) > 300
    assert assert_same(texts[part::9]) > 1_000


def test_parameters_labels_and_losses_inside_are_read_alike() -> None:
    texts = [
        *("max(0, 1 - m)**k:k=2", "mine = log(1 + exp(-m))", "0.7*hinge + 0.3*logistic", "2*huber(delta=2)"),
        *("max(0, c - m)**k:c=1:k=1,2,3", "hinge:beta=2", "Huber:delta=0.5,1", "torch = m", "mine = hinge", "pi = m"),
        *("where(m < 0, -m, 0):k=1", "m**k", "hinge + squared", "hingee", "huber:delta=-1", "x**2", "u + v", "e**2"),
        *("hinge - zero-one", "constructor", "__proto__", "toString(m)", "m.constructor", "[1 - m]_+", "合页损失"),
        *("quantile(tau=0.3)*2", "mean(m)", "1 - y*f", "(y - f)**2", "-y*log(p) - (1-y)*log(1-p)", "m^1001", "m:m=1"),
        *("logseries(m, 1e9)", "softplus2(m, m)", "huber(r, r)", "𝟙[m < 0]·m²", "α*m:α=2", "max(0, 1 − m)²", "√m"),
        *("-(y*log(p) + (1 - y)*log(1 - p)):y=0,1", "xlogy(p, p)", "xlogy(p - p, p)", "xlog1py(1 - p, -p)", "entr(p)"),
        *("xlogy(0*p + 0, p)", "k*log(p):k=0", "xlogy(k, p):k=0", "xlog1py(k, -p):k=0,1", "p*log(p)", "p^p"),
        *(
            "m^2/(1 + m^2)",
            "(1 - m)/(2 + m^2)^3",
            "Hinge:threshold=2",
            "ctc",
            "hinge:beta=0",
            "hinge:gamma=1",
            "r:r",
            "9" * 400,
            "m\u202e",
            "m # c",
            "m;",
        ),
    ]
    assert_same(texts)


@pytest.mark.slow
@pytest.mark.parametrize("part", some(range(8), among=8))
def test_every_loss_of_the_catalogue_may_stand_in_a_formula(part: int) -> None:
    words = {name: name.replace("-", "_") for name in LOSSES}
    texts = [f"2*{word}" for word in words.values()]
    texts += [
        f"{words[name]}({loss.parameters[0].name}=1.5) + 1"
        for name, loss in LOSSES.items()
        if loss.parameters and 1.5 in loss.parameters[0]
    ]
    assert assert_same(texts[part::8]) > 500


@pytest.mark.slow
def test_a_page_of_a_few_losses_knows_no_others() -> None:
    answers = read_in_node(["2*hinge", "合页损失", "logistic", "铰链", "1 - m"], "hinge", "zero-one")
    assert [each if isinstance(each, dict) else each[0]["spec"] for each in answers] == [
        "2*hinge",
        "hinge",
        {"error": "unknown loss 'logistic'; 'lossplot list' shows all 2"},
        {"error": "unknown loss '铰链'; 'lossplot list' shows all 2"},
        "1 - m",
    ]


def random_formula(random: Random, depth: int) -> str:
    """A formula in m, as text, that Python may read or refuse."""
    if depth == 0 or random.random() < 0.15:
        return random.choice(("m", "m", "m", "1", "2", "0.5", "3", "1e-3", "e", "pi"))
    part = [random_formula(random, depth - 1) for _ in range(3)]
    functions = ("exp", "log", "abs", "sqrt", "tanh", "sigmoid", "softplus", "cosh", "log1p", "relu", "sin", "sign")
    return random.choice(
        (
            f"({part[0]} {random.choice('+-*/')} {part[1]})",
            f"({part[0]} {random.choice('+-*')} {part[1]})",
            f"{random.choice(functions)}({part[0]})",
            f"{random.choice(('max', 'min'))}({part[0]}, {part[1]})",
            f"({part[0]})**{random.choice(('2', '3', '-1', '0.5'))}",
            f"-{part[0]}",
            f"({part[0]} if {part[1]} {random.choice(('<', '>='))} {part[2]} else {part[2]})",
            f"where({part[0]} > 0, {part[1]}, {part[2]})",
        )
    )


@pytest.mark.slow
@pytest.mark.parametrize("part", some(range(10), among=10))
def test_random_formulas_are_read_and_computed_alike(part: int) -> None:
    random = Random(f"2026/{part}")
    texts = [random_formula(random, 4) for _ in range(50)]
    assert assert_same(texts) > 500


@pytest.mark.parametrize("part", some(range(6), among=6))
def test_broken_formulas_are_refused_in_the_same_words(part: int) -> None:
    random = Random(f"18/{part}")
    rows = typed_rows()
    texts = []
    for _ in range(100):
        text = random.choice(rows)[:120]
        place = random.randrange(len(text) + 1)
        texts.append(
            text[:place]
            + random.choice(("(", ")", "[", "+", "*", "=", ":", ",", "é", "\\", " if ", ""))
            + text[place + 1 :]
        )
    answers = read_in_node(texts)
    for text, answer in zip(texts, answers, strict=True):
        wanted = read_in_python(text)
        assert isinstance(answer, dict) == isinstance(wanted, dict), (text, answer, wanted)
        assert not isinstance(wanted, dict) or answer == wanted, text


_FUNCTIONS = """
const { formulaFunctions } = globalThis.lossplot.inside;
const answer = ([name, x, others]) => formulaFunctions[name].map((f) => String(f(x, ...others)));
console.log(JSON.stringify(given.map(answer)));
"""
_CONSTANTS: dict[int, list[tuple[float, ...]]] = {
    1: [()],
    2: [(0.5,), (2.0,)],
    3: [(1.0, 0.5), (2.0, 3.0)],
    4: [(1.0, 1.0, 3.0)],
    5: [(1.0, 1.0, 3.0, 2.0)],
}


def test_each_function_has_its_numbers_to_the_last_digits() -> None:
    """In the middle of their domains: at their ends the losses that have them are held to the numbers above."""
    asked: list[tuple[str, float, tuple[float, ...]]] = [
        (name, x, constants)
        for name, row in FUNCTIONS.items()
        if name not in {*BINARY, *TIES, "max", "min", "logseries", "taylor"}
        for constants in _CONSTANTS[row.fewest]
        for x in (0.2, 0.45, 0.7)
    ]
    asked += [(name, x, (3.0,)) for name in ("logseries", "taylor") for x in (0.2, 0.45, 0.7)]
    for (name, x, constants), words in zip(asked, in_node(_FUNCTIONS, asked), strict=True):
        tree = Call(name, (Name("x"), *map(Number, constants)))
        jet = evaluate(tree, "x", np.array([x]))
        wanted = [float(part[0]) for part in (jet.value, jet.slope, jet.curvature)]
        if not all(map(math.isfinite, wanted)):
            continue
        scale = max(map(abs, wanted))
        assert [float(word) for word in words] == pytest.approx(wanted, rel=1e-12, abs=1e-13 * scale), (name, x)


_LIBRARY = r"""
const { py } = globalThis.lossplot.inside;
const found = (name) => name.split(".").slice(1).reduce((value, word) => value?.[word], py);
console.log(JSON.stringify(given.filter((name) => found(name) === undefined)));
"""


def test_the_translated_code_calls_what_there_is() -> None:
    names = sorted(set(re.findall(r"\bpy(?:\.[A-Za-z_]\w*)+", reader_script())))
    # What never is called in a reader: methods that compute with arrays or with decimal numbers.
    known = re.compile(r"py\.(numpy\.|decimal\.|unavailable)")
    assert [name for name in in_node(_LIBRARY, names) if not known.match(name)] == []


_METHODS = """
const { METHODS } = globalThis.lossplot.inside;
console.log(JSON.stringify(Object.values(METHODS).flatMap((each) => Object.keys(each))));
"""


def test_every_method_that_is_translated_is_there() -> None:
    of_fractions = {"limit_denominator"}
    assert set(in_node(_METHODS, None)) == METHODS - of_fractions
