"""`lossplot check` at the command line: its verdict, exit status, JSON, figure and files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.cases import every
from support.run import assert_fails, call

RIGHT = ["huber:delta=2", "--gradient", "np.clip(r, -delta, delta)"]
WRONG = ["huber:delta=2", "--gradient", "np.where(r <= delta, r, delta)"]


def test_the_exit_status_is_the_verdict(tmp_path: Path) -> None:
    outcome = call("check", *RIGHT, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.lines == ["the gradient is right: it is that of huber:delta=2, to 1e-09"]
    outcome = call("check", *WRONG, cwd=tmp_path)
    assert (outcome.code, outcome.err, outcome.changed) == (1, "", frozenset())
    assert outcome.lines[:3] == [
        "the gradient is wrong: it is not that of huber:delta=2",
        "  at r = -3 it is -3 and should be -2: a difference of -1",
        "  it differs for r < -2",
    ]
    # Below stands the picture of both.
    assert any("exact" in line and "given" in line for line in outcome.lines)


def test_json_has_a_record_for_each_derivative(tmp_path: Path) -> None:
    outcome = call("check", *WRONG, "--hessian", "1.0*(abs(r) < 2)", "--format", "json", cwd=tmp_path)
    assert outcome.code == 1
    record = json.loads(outcome.out)
    assert [*record] == ["gradient", "hessian"]
    gradient = record["gradient"]
    assert {name: gradient[name] for name in ("equal", "x", "given", "exact", "difference")} == {
        "equal": False,
        "x": -3.0,
        "given": -3.0,
        "exact": -2.0,
        "difference": -1.0,
    }
    assert gradient["stretches"] == [["-inf", -2.0]]
    assert record["hessian"]["equal"] is True
    assert record["hessian"]["x"] is None


def test_the_words_are_chinese_too(tmp_path: Path) -> None:
    outcome = call("check", "-log(p)", "-g", "-1/p", "--axis", "margin", "--lang", "zh", cwd=tmp_path)
    assert outcome.code == 1
    assert outcome.lines[0] == "梯度错误：不是 -log(p) 的"
    assert any("精确" in line for line in outcome.lines)


def test_both_derivatives_are_drawn_and_drawn_again(tmp_path: Path) -> None:
    outcome = call("check", *WRONG, "-o", "a.svg", cwd=tmp_path)
    assert (outcome.code, outcome.changed) == (1, frozenset({"a.svg"}))
    assert outcome.err == "lossplot: a.svg\n"
    command = call("info", "a.svg", cwd=tmp_path).text
    assert "--compare" in command
    assert "--mark=-3" in command
    before = (tmp_path / "a.svg").read_bytes()
    assert call("info", "--rerun", "a.svg", cwd=tmp_path).code == 0
    assert (tmp_path / "a.svg").read_bytes() == before


def test_to_compare_curves_all_but_the_first_are_dashed(tmp_path: Path) -> None:
    words = ["hinge", "logistic", "--compare", "-q", "-o", "a.tex"]
    assert call(*words, cwd=tmp_path).code == 0
    text = (tmp_path / "a.tex").read_text("utf-8")
    assert "dash pattern" in text


def test_a_file_is_checked_with_and_without_its_loss(tmp_path: Path) -> None:
    rows = [(x / 10, (x / 10) ** 2, x / 5) for x in range(-20, 21)]
    lines = "".join(f"{x},{value},{gradient}\n" for x, value, gradient in rows)
    (tmp_path / "a.csv").write_text(f"x,value,gradient\n{lines}", "utf-8")
    for words in (["--file", "a.csv"], ["squared", "--file", "a.csv"]):
        outcome = call("check", *words, cwd=tmp_path)
        assert (outcome.code, outcome.err) == (0, ""), outcome
        assert outcome.text.startswith("the gradient is right")
    outcome = call("check", "half-squared", "--file", "a.csv", cwd=tmp_path)
    assert outcome.code == 1
    assert "it is 2 times the derivative" in outcome.text


def test_what_is_wrong_is_shown_and_drawn_whichever_it_is(tmp_path: Path) -> None:
    words = ["--gradient", "np.clip(r, -delta, delta)", "--hessian", "1.0*(abs(r) < 1)", "--lang", "zh", "-o", "a.json"]
    outcome = call("check", "huber:delta=2", *words, cwd=tmp_path)
    assert (outcome.code, outcome.changed) == (1, frozenset({"a.json"}))
    assert outcome.lines[1].startswith("二阶导数错误")
    assert outcome.lines[3] == "  不同之处：r 从 -2 到 -1 和 r 从 1 到 2"
    # A picture stands below the second verdict alone.
    assert [line for line in outcome.lines if "精确   " in line] == [outcome.lines[6]]
    [command] = call("info", "a.json", cwd=tmp_path).lines
    assert "所给 = abs(r) < 1" in command
    assert "np.clip" not in command
    assert "--lang=zh" in command
    outcome = call("check", *RIGHT, "-o", "b.json", cwd=tmp_path)
    assert (outcome.code, len(outcome.lines), outcome.changed) == (0, 1, frozenset({"b.json"}))


@every(
    ("header", "loss", "told"),
    [
        ("x,value,gradient", "", "of a.csv"),
        ("x,value,gradient", "squared", "of squared"),
        ("r,value,gradient", "squared", "of squared"),
        ("r,other,gradient", "squared", "of squared"),
        ("r,value,gradient", "", "no column called x"),
        ("m,value,gradient", "squared", "no column called x or r"),
        ("x,other,gradient", "", "no column called value"),
        ("x,value,other", "squared", "no column called gradient"),
        ("x,value,other", "", "no column called gradient"),
    ],
)
def test_the_columns_of_a_file_are_those_of_its_loss(header: str, loss: str, told: str, tmp_path: Path) -> None:
    rows = "".join(f"{x / 10},{(x / 10) ** 2},{x / 5}\n" for x in range(-20, 21))
    (tmp_path / "a.csv").write_text(f"{header}\n{rows}", "utf-8")
    outcome = call("check", *filter(None, [loss]), "--file", "a.csv", cwd=tmp_path)
    if told.startswith("of "):
        assert outcome.code == 0, outcome
        assert told in outcome.text
    else:
        assert_fails(outcome, 2, told)


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        ([], 2, "no loss is given"),
        (["huber:delta=1,2", "--file", "a.csv"], 2, "huber is 2 curves, and a file is about one; give one"),
        (["hinge"], 2, "no gradient of hinge is given"),
        (["hinge", "-g", ""], 2, "gradient '' is no formula"),
        (["hinge", "-g", "zzz(m)"], 2, "zzz"),
        (["hinge", "-g", "q*m"], 2, "two names are left"),
        (["hnige", "-g", "m"], 2, "hinge"),
        (["hinge", "-g", "m", "--axis", "margn"], 2, "margin"),
        (["hinge", "-g", "m", "--file", "a.csv"], 2, "--file has the gradient"),
        (["hinge", "-g", "m", "-o", "a.xyz"], 2, "a.xyz"),
        (["hinge", "-g", "m", "-o", "-"], 2, "stdout has the verdict"),
        (["--file", "nothing.csv"], 1, "No such file or directory"),
        (["--file", "."], 1, "it is a directory"),
        (["hinge", "-g", "m", "-f", "xml"], 2, "xml"),
    ],
)
def test_what_cannot_be_checked_is_told_in_one_line(words: list[str], code: int, fragment: str, tmp_path: Path) -> None:
    assert_fails(call("check", *words, cwd=tmp_path), code, fragment)


def test_the_help_has_examples(tmp_path: Path) -> None:
    for command in ("check", "identify"):
        text = call(command, "--help", cwd=tmp_path).text
        assert "Examples:" in text
        assert "JSON is" in text
