"""Printed code runs as it is, and says what the curves say."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import every, some
from support.requirements import need
from support.snippets import CASES, LOSS_CASES, Case, Setting, Vector, complaints, disagreements, exact_jet, functions

from lossplot._formula.code.dialects import Language
from lossplot._formula.code.module import LANGUAGES, Signature, code
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.notation.text import source
from lossplot._formula.parser import FormulaError, parse

PYTHON_LANGUAGES: tuple[Language, ...] = ("numpy", "torch", "jax")
SOME_AND_ALL = pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.slow)], ids=["some", "all"])


# Each function stands in a formula of its own, and has code of its own: the usual tests try all of these.
FORMULAS = {name: case for name, case in CASES.items() if name not in LOSS_CASES}


def check_numpy(name: str) -> None:
    value, slope = functions(CASES[name].code("numpy"))

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return {"value": value(x, **setting), "slope": slope(x, **setting)}

    assert not complaints(CASES[name], run)


@every("name", FORMULAS)
def test_numpy_says_what_the_formula_says(name: str) -> None:
    check_numpy(name)


@every("name", FORMULAS)
def test_numpy_says_what_the_formula_says_between_its_usual_points(name: str) -> None:
    case = FORMULAS[name]
    # In steps of about 1/2: the code of `log_ndtr` changes at -20.
    x = np.linspace(-24.3, 24.2, 98)
    jet = exact_jet(case, case.settings[0], x)
    for part, function in zip(("value", "slope"), functions(case.code("numpy")), strict=True):
        assert not disagreements(part, function(x), jet, x)


@every("name", LOSS_CASES, among=5)
def test_numpy_says_what_the_curve_says(name: str) -> None:
    check_numpy(name)


@every("name", LOSS_CASES, among=4)
def test_numpy_takes_numbers_lists_and_arrays(name: str) -> None:
    case = LOSS_CASES[name]
    x = case.points(case.settings[0])[:4]
    for function in functions(case.code("numpy")):
        at_once = function(x)
        assert at_once.shape == x.shape
        assert at_once.dtype == np.float64
        assert np.array_equal(function(x.tolist()), at_once, equal_nan=True)
        assert np.array_equal(function(x.reshape(2, 2)), at_once.reshape(2, 2), equal_nan=True)
        assert float(function(x[0])) == pytest.approx(at_once[0], rel=1e-14, nan_ok=True)
        assert function(np.array([], dtype=float)).shape == (0,)


RUNNER = """
import { readFileSync } from "node:fs";
const answers = [];
for (const { file, settings } of JSON.parse(readFileSync(0, "utf8"))) {
  const functions = Object.values(await import(file)).sort((a, b) => a.name.length - b.name.length);
  const ask = ({ numbers, x }) => functions.map((f) => x.map((at) => String(f(at, ...numbers.map(Number)))));
  answers.push(settings.map(ask));
}
console.log(JSON.stringify(answers));
"""


def javascript_answers(cases: Iterable[Case], folder: Path) -> list[Any]:
    """Run the cases at each setting in one process of `node`: the words of the values and of the slopes."""
    tasks = []
    for i, case in enumerate(cases):
        file = folder / f"{i}.mjs"
        file.write_text(case.code("javascript"), encoding="utf-8")
        settings = [
            {"numbers": [repr(number).replace("inf", "Infinity") for number in setting.values()], "x": x.tolist()}
            for setting in case.settings
            for x in [case.points(setting)]
        ]
        tasks.append({"file": file.as_uri(), "settings": settings})
    (folder / "runner.mjs").write_text(RUNNER, encoding="utf-8")
    command = ["node", "runner.mjs"]
    process = subprocess.run(command, cwd=folder, input=json.dumps(tasks), capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    return list(json.loads(process.stdout))


@SOME_AND_ALL
def test_javascript_says_what_the_curves_say(step: int, tmp_path: Path) -> None:
    need("node")
    result = {}
    cases = [*FORMULAS.values(), *[*LOSS_CASES.values()][::step]]
    for case, answers in zip(cases, javascript_answers(cases, tmp_path), strict=True):
        columns = iter(answers)

        def run(_setting: Setting, _x: Vector, columns: Iterator[Any] = columns) -> Mapping[str, Any]:
            value, slope = next(columns)
            return {"value": list(map(float, value)), "slope": list(map(float, slope))}

        result[case.name] = complaints(case, run)
    assert not {name: lines for name, lines in result.items() if lines}


def check_derivative(name: str) -> None:
    case = CASES[name]
    slope = derivative(case.tree, case.variable)

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        given = {name.removesuffix("_"): value for name, value in setting.items()}
        tree = bind(slope, {**case.settings[0], **given}, case.variable)
        return {"slope": evaluate(tree, case.variable, x).value}

    assert not complaints(case, run)


@every("name", FORMULAS)
def test_the_derivative_of_a_formula_is_the_slope_of_its_jets(name: str) -> None:
    check_derivative(name)


@every("name", LOSS_CASES, among=5)
def test_the_derivative_of_a_loss_is_the_slope_of_its_jets(name: str) -> None:
    check_derivative(name)


@every("name", CASES, among=5)
def test_the_second_derivative_of_a_tree_is_the_curvature_of_its_jets(name: str) -> None:
    case = CASES[name]
    second = derivative(derivative(case.tree, case.variable), case.variable)
    for setting in case.settings:
        x = case.points(setting)
        x = x[(np.abs(x) > 1e-3) & (np.abs(x) < 100.0)]
        expected = exact_jet(case, setting, x).curvature
        x, expected = x[np.abs(expected) < 1e30], expected[np.abs(expected) < 1e30]  # none is next to a pole
        result = evaluate(bind(second, setting, case.variable), case.variable, x).value
        assert result == pytest.approx(expected, rel=1e-9, abs=1e-12)


def run_ruff(*words: str) -> str:
    """Return the complaints of Ruff with its default rules; none if all is well."""
    command = [sys.executable, "-m", "ruff", *words, "--isolated", "--no-cache", "--quiet"]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{process.stdout}{process.stderr}" if process.returncode else ""


@SOME_AND_ALL
@pytest.mark.parametrize("language", PYTHON_LANGUAGES)
def test_python_code_is_formatted_and_clean(language: Language, step: int, tmp_path: Path) -> None:
    for i, case in enumerate([*CASES.values()][::step]):
        kind = "loss" if case.name in LOSS_CASES else "formula"
        file = tmp_path / kind / f"snippet_{i}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(case.code(language), encoding="utf-8")
    assert not run_ruff("check", "--select=E,F,I,W", "--ignore=E501", str(tmp_path))
    assert not run_ruff("format", "--check", str(tmp_path / "loss"))


@SOME_AND_ALL
def test_no_line_is_long_but_a_summary(step: int) -> None:
    long = {
        line
        for case in [*LOSS_CASES.values()][::step]
        for language in LANGUAGES
        for line in case.code(language).splitlines()
        if len(line) > 88 and not line.strip().startswith(('"""', "/**"))
    }
    assert not long


@pytest.mark.parametrize("seed", some(["1", "2"], 2))
def test_the_same_loss_is_the_same_code(seed: str) -> None:
    case = LOSS_CASES["tolerant"]
    program = "from support.snippets import LOSS_CASES; print(LOSS_CASES['tolerant'].code('torch'))"
    process = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert process.stdout == f"{case.code('torch')}\n"


def test_huber_in_every_language() -> None:
    huber = LOSS_CASES["huber"]
    assert "\n    return np.where(np.abs(r) <= delta, r**2 / 2, delta * (np.abs(r) - delta / 2))\n" in huber.code(
        "numpy"
    )
    assert "def huber_derivative(r, delta=1.0):" in huber.code("torch")
    assert "\n    return jnp.where(jnp.abs(r) <= delta, r, delta * jnp.sign(r))\n" in huber.code("jax")
    assert huber.code("javascript").count("export function huber") == 2
    assert "\n    return np.zeros_like(m)\n" in LOSS_CASES["zero-one"].code("numpy")


@pytest.mark.parametrize(
    ("name", "variable", "parameter", "language", "signature"),
    [
        ("0-1", "x", "lambda", "numpy", "def loss_0_1(x, lambda_=1.0):"),
        ("class", "in", "np", "torch", "def class_(in_, np_=1.0):"),
        ("a.b c", "x", "lambda", "javascript", "export function a_b_c(x, lambda = 1) {"),
        ("new", "var", "Math", "javascript", "export function new_(var_, Math_ = 1) {"),
    ],
)
def test_names_that_a_language_keeps_for_itself_are_changed(
    name: str, variable: str, parameter: str, language: Language, signature: str
) -> None:
    tree = parse(f"{variable}*{parameter}", {variable, parameter})
    text = code(Signature(name, variable, {parameter: 1.0}, "A loss."), tree, language)
    assert f"\n{signature}\n" in f"\n{text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_cannot_get_out_of_its_comment(language: Language) -> None:
    tree = parse("r", {"r"})
    text = code(Signature("f", "r", {}, 'a """ b */ c \\'), tree, language)
    assert text.count('"""') == (1 if language == "javascript" else 4)
    assert text.count("*/") == (2 if language == "javascript" else 1)


def test_a_parameter_of_a_family_must_not_vary() -> None:
    with pytest.raises(FormulaError, match="'boxcox' must not depend on the variable"):
        derivative(parse("boxcox(2, m)", {"m"}), "m")


@every("name", LOSS_CASES, among=2)
def test_numpy_has_the_value_of_the_curve_at_knots_and_ends(name: str) -> None:
    case = LOSS_CASES[name]
    value, slope = functions(case.code("numpy"))
    ends = [end for end in (case.domain.low, case.domain.high) if np.isfinite(end)]
    x = np.unique([*ends, *(x for pair in case.roots(case.settings[0]) for x in pair)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result, _ = value(x), slope(x)
    assert not disagreements("value", result, exact_jet(case, case.settings[0], x), x)


@every("function", FUNCTIONS)
def test_every_function_is_among_the_cases(function: str) -> None:
    assert any(case.startswith(f"{function}(m") for case in CASES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("c^2/2*log1p((r/c)^2)", "r/(1 + (r/c)^2)"),
        ("max(0, 1 - r)^2", "-2*max(0, 1 - r)"),
        ("max(0, (1 - r)/2)", "-0.5 if r < 1 else 0"),
        ("min(r, c)", "0 if r > c else 1"),
        ("-c^2*log1pmx(abs(r)/c)", "r/(1 + abs(r)/c)"),
        ("c^2/6*-pow1pm1(-(r/c)^2, 3)", "r*(1 - (r/c)^2)^2"),
        ("r - (r - c)", "0"),
        ("3 if r < c else 5", "0"),
        ("r^-2", "-2/r^3"),
        ("sqrt(r)*sqrt(r)", "1"),
        ("abs(r)^1.5", "3*abs(r)^0.5*sign(r)/2"),
    ],
)
def test_a_derivative_is_short(text: str, expected: str) -> None:
    assert source(derivative(parse(text, {"r", "c"}), "r")) == expected


FOCAL_ENDS = [(0, -1.0), (0.5, 0.0), (1, 0.0), (2, 0.0)]


@pytest.mark.parametrize(("gamma", "at_one"), FOCAL_ENDS)
def test_numpy_has_the_limits_of_the_focal_loss_at_its_ends(gamma: float, at_one: float) -> None:
    value, slope = functions(LOSS_CASES["focal"].code("numpy"))
    ends = np.array([0.0, 1.0])
    assert value(ends, gamma=gamma).tolist() == [math.inf, 0.0]
    assert slope(ends, gamma=gamma).tolist() == [-math.inf, at_one]


@pytest.mark.parametrize("name", ["cauchy", "geman-mcclure", "student-t", "pseudo-huber", "fair", "arctan", "welsch"])
def test_numpy_has_the_value_of_the_curve_at_huge_and_tiny_errors(name: str) -> None:
    case = LOSS_CASES[name]
    value, slope = functions(case.code("numpy"))
    x = np.array([-1e200, 1e200, 1e150, -1e-200])
    expected = case.jet(case.settings[0], x)
    with np.errstate(over="ignore"):  # a square that is infinite, as it should be
        assert value(x) == pytest.approx(expected.value, rel=1e-12, abs=1e-300)
        assert slope(x) == pytest.approx(expected.slope, rel=1e-12, abs=1e-300)
