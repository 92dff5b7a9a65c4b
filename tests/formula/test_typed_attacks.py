"""Hostile and odd texts: read or refused in one line, in bounded time and memory, and never executed."""

from __future__ import annotations

import json
import re
import tracemalloc
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import numpy as np
import pytest
from support.cases import every
from support.draws import integers, law
from test_typed import FORMULAS, REFUSALS, SPELLINGS

from lossplot._errors import can_be_shown
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.mathml import mathml
from lossplot._formula.notation.mathtext import mathtext
from lossplot._formula.notation.text import source, unicode
from lossplot._formula.parser import FormulaError
from lossplot._formula.typed.read import read_typed

VIEW = np.linspace(-3.0, 3.0, 61)
MOST_SECONDS, MOST_BYTES = 0.05, 2**25


def _attacks() -> list[tuple[str, str, str]]:
    path = Path(__file__).parent / "data" / "typed-attacks.txt"
    rows = [line.split("\t") for line in path.read_text(encoding="ascii").splitlines() if not line.startswith("#")]
    return [(outcome, _repeated(json.loads(text)), why) for outcome, text, why in rows]


def _repeated(parts: str | list[list[Any]]) -> str:
    return parts if isinstance(parts, str) else "".join(text * count for text, count in parts)


ATTACKS = _attacks()
PASTED = [row[0] for rows in (SPELLINGS, FORMULAS, REFUSALS) for row in rows]
WORDS = sorted({word for text in PASTED for word in re.findall(r"\\[A-Za-z]+|\w+|\s|\\.|.", text)})


def refusal(text: str) -> str:
    """Return the message that refuses a text, or an empty one; nothing but FormulaError may come of it."""
    try:
        typed = read_typed(text)
    except FormulaError as error:
        message = str(error)
        assert all(map(can_be_shown, message))
        assert len(message) < 250
        return message
    for write in (source, unicode, latex, mathtext):
        assert write(typed.tree).isprintable()
    mathml(typed.tree)
    variable = typed.names[0] if typed.names else "m"
    with suppress(FormulaError):  # such as an exponent that is too large
        tree = bind(typed.tree, dict.fromkeys(typed.names[1:], 0.7), variable)
        evaluate(tree, variable, VIEW)
        derivative(tree, variable)
    return ""


@every(("outcome", "text", "why"), ATTACKS, ids=[f"{row[2]}-{row[0]}" for row in ATTACKS])
def test_hostile_and_odd_texts_come_to_what_is_expected_of_them(outcome: str, text: str, why: str) -> None:
    message = refusal(text)
    if outcome in ("reject", "either") or message:
        assert message or outcome == "either", why
        assert outcome in ("reject", "either"), message
        return
    typed = read_typed(text)
    if outcome == "two":
        assert len(typed.names) == 2, why
        return
    variable = typed.names[0] if typed.names else "m"
    finite = np.isfinite(evaluate(bind(typed.tree, {}, variable), variable, VIEW).value)
    expected = {"ok": finite.all(), "partial": finite.any() and not finite.all(), "nonfinite": not finite.any()}
    assert expected[outcome], why


@every("text", [row[1] for row in ATTACKS], ids=[f"{row[2]}-{row[0]}" for row in ATTACKS], among=4)
def test_hostile_texts_cost_little_time_and_memory(text: str) -> None:
    seconds = []
    for _ in range(5):
        start = process_time()
        refuses(text)
        seconds.append(process_time() - start)
    assert min(seconds) < MOST_SECONDS
    tracemalloc.start()
    refuses(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_BYTES


def refuses(text: str) -> bool:
    try:
        read_typed(text)
    except FormulaError:
        return True
    return False


def mangled(random: Random, count: int) -> str:
    """Paste a text with some words left out, put in or exchanged, or make one of words alone."""
    if count == 0:
        return "".join(random.choice(WORDS) for _ in range(random.randint(1, 30)))
    words = re.findall(r"\\[A-Za-z]+|\w+|\s|\\.|.", random.choice(PASTED))
    for _ in range(count):
        place = random.randrange(len(words) + 1)
        words[place : place + random.randint(0, 2)] = random.choices(WORDS, k=random.randint(0, 2))
    return "".join(words)


@law(300, seed=integers(0, 2**32), count=integers(0, 3))
def test_no_mangled_text_does_anything_but_mean_something_or_be_refused(seed: int, count: int) -> None:
    refusal(mangled(Random(seed), count))


@pytest.mark.parametrize("text", ["np.save(m)", "open('x')", "eval(m)", "().__class__", "m.__init__()", "print(m)"])
def test_nothing_is_executed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("eval", "exec", "compile", "open", "__import__"):
        monkeypatch.setattr(f"builtins.{name}", partial(_executed, name))
    try:
        read_typed(text)
    except FormulaError:
        return
    finally:
        monkeypatch.undo()
    raise AssertionError(text)


def _executed(name: str, *_: object) -> None:
    raise AssertionError(f"{name} was called")
