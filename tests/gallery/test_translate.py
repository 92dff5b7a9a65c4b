"""Python written as JavaScript does what Python does, construct by construct."""

from __future__ import annotations

import ast
import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.formula_reader import in_node

from lossplot._gallery.translate.scope import Scope, UntranslatableError
from lossplot._gallery.translate.statements import function

_TEXT = (Path(__file__).parent / "data" / "python-samples.txt").read_text(encoding="utf-8")
SAMPLES = [node for node in ast.parse(_TEXT).body if isinstance(node, ast.FunctionDef)]
_PRINTED = """
const { py } = globalThis.lossplot.inside;
const answers = {};
%s
console.log(JSON.stringify(answers, (_, value) => (typeof value === "bigint" ? Number(value) : value)));
"""


def scope() -> Scope:
    """Names of Python's library, and no others."""
    return Scope(
        lambda name: "py.fractions.Fraction" if name == "Fraction" else f"py.{name}", lambda *_: None, lambda _: ()
    )


def returned(sample: ast.FunctionDef) -> Any:
    """What Python returns, as JSON has it."""
    names: dict[str, Any] = {"Fraction": Fraction}
    exec(compile(ast.Module([sample], []), "samples", "exec"), names)
    return json.loads(json.dumps(names[sample.name]()))


@cache
def answers() -> dict[str, Any]:
    """What the samples return in JavaScript, or the words of what they raise."""
    texts = [
        f"{function(sample, scope(), sample.name)}\n"
        f"try {{ answers.{sample.name} = {sample.name}(); }} catch (error) {{ answers.{sample.name} = String(error); }}"
        for sample in SAMPLES
    ]
    return dict(in_node(_PRINTED % "\n".join(texts), None))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_function_returns_the_same(sample: ast.FunctionDef) -> None:
    assert answers()[sample.name] == returned(sample)


@pytest.mark.parametrize(
    "body",
    ["with open('x') as file: pass", "return 1 @ 2", "return b''", "def f(**x): return x"],
)
def test_what_has_no_translation_is_refused(body: str) -> None:
    [node] = ast.parse(f"def sample():\n    {body}\n").body
    assert isinstance(node, ast.FunctionDef)
    with pytest.raises(UntranslatableError):
        function(node, scope(), "sample")


def test_an_object_is_of_all_bases_of_its_class() -> None:
    made = 'py.makeClass({ name: "BothError", base: py.TypeError, also: [py.ValueError] })()'
    kinds = ("TypeError", "ValueError", "Exception", "KeyError")
    asked = ", ".join(f"py.isinstance(made, py.{each})" for each in kinds)
    code = f"const made = {made};\nanswers.made = [{asked}];"
    assert in_node(_PRINTED % code, None) == {"made": [True, True, True, False]}
