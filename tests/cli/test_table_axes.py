"""Tables on another axis, of weights and of risks: the numbers that the figure of the same options draws."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from support.run import assert_done, assert_fails, call


def records(folder: Path, words: str) -> list[dict[str, Any]]:
    outcome = call("table", *words.split(), "--format", "json", cwd=folder)
    assert_done(outcome)
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        # d/dm of -log(sigmoid(m)) is sigmoid(m) - 1; mpmath at 30 digits.
        (
            "log-loss --axis margin --at=-2,0,2 -d",
            "derivative",
            [-0.880797077977882444, -0.5, -0.119202922022117556],
        ),
        # Of (1 - s)^2 with s = sigmoid(m) it is -2 (1 - s)^2 s, and the second -2 s (1 - s)^2 (1 - 3 s).
        ("brier --axis margin --at=-2,0,2 -d", "derivative", [-0.18495608645965958, -0.25, -0.0250310843473534548]),
        ("brier --axis margin --at=0 --second-derivative", "second_derivative", [0.125]),
        # r = 1 - m.
        ("squared --axis margin --at=-1,3 -d", "derivative", [-4.0, 4.0]),
        # On the probability axis the exponential is sqrt((1 - p)/p) at half the logit; at the whole it is (1 - p)/p.
        ("exponential --axis probability --at=0.2,0.5", "value", [4.0, 1.0]),
        # Huber's weight is 1, and delta/|r| beyond delta; Tukey's (1 - (r/c)^2)^2.
        ("huber:delta=2 --at=-4,0,1,2,8 --weight", "weight", [0.5, 1.0, 1.0, 1.0, 0.25]),
        ("tukey-biweight:c=2 --at=0,1,3 --weight", "weight", [1.0, 0.5625, 0.0]),
        ("absolute --at=-4,0,2 --weight", "weight", [0.25, None, 0.5]),
        # 0.7 max(0, 1 - m) + 0.3 max(0, 1 + m).
        ("hinge --at=-2,0,1,3 --risk 0.7", "risk", [2.1, 1.0, 0.6, 1.2]),
        # The entropy at the true chance; mpmath at 30 digits.
        ("log-loss --at=0.7 --risk 0.7", "risk", [0.610864302054893592]),
        ("log-loss --axis margin --at=0 --risk 0.7", "risk", [0.693147180559945309]),
    ],
)
def test_a_table_has_what_the_figure_draws(tmp_path: Path, words: str, name: str, expected: list[float | None]) -> None:
    [record] = records(tmp_path, words)
    assert record[name] == [each if each is None else pytest.approx(each, rel=1e-14, abs=0.0) for each in expected]


def test_the_columns_are_in_the_order_of_the_panels(tmp_path: Path) -> None:
    [record] = records(tmp_path, "huber --at=0,1 --weight --second-derivative")
    assert [*record] == [
        *("loss", "parameters", "axis", "x", "value", "derivative", "second_derivative", "weight", "knots"),
    ]
    [record] = records(tmp_path, "logistic --at=0 --risk 0.7 -d")
    assert [*record] == ["loss", "parameters", "axis", "eta", "x", "value", "derivative", "risk", "knots"]
    assert record["eta"] == 0.7
    [moved] = records(tmp_path, "log-loss --axis margin --at=0")
    assert moved["axis"] == "margin"


def test_the_text_and_the_csv_have_the_same_columns(tmp_path: Path) -> None:
    text = call("table", "huber", "--at=0,2", "-d", "--weight", cwd=tmp_path)
    assert [line.split() for line in text.lines] == [
        ["r", "huber", "huber'", "huber", "weight"],
        ["0", "0", "0", "1"],
        ["2", "1.5", "1", "0.5"],
    ]
    rows = csv.reader(io.StringIO(call("table", "hinge", "--at=0", "--risk=0.7", "-f", "csv", cwd=tmp_path).text))
    assert [*rows] == [["loss", "x", "value", "risk"], ["hinge", "0.0", "1.0", "1.0"]]


def test_curves_of_different_axes_are_moved_to_one(tmp_path: Path) -> None:
    outcome = call("table", "log-loss", "logistic", "squared", "--axis", "margin", "--points=3", cwd=tmp_path)
    assert_done(outcome)
    assert outcome.lines[0].split() == ["m", "log-loss", "logistic", "squared"]
    assert [line.split()[0] for line in outcome.lines[1:]] == ["-3", "0", "3"]
    assert all(line.split()[1] == line.split()[2] for line in outcome.lines[1:])


@pytest.mark.parametrize(
    ("words", "fragments"),
    [
        ("hinge --weight", ["weight psi(r)/r is that of an error", "not of a margin as hinge has it; leave it out"]),
        ("huber hinge --weight --at=0", ["not of a margin as hinge has it"]),
        ("huber --risk 0.7", ["the error r has no label", "only a loss of the margin or the probability"]),
        ("log-loss --risk 1.5", ["risk 1.5 is not a chance; choose one from 0 to 1"]),
        ("log-loss --risk x", ["'x'", "not a number"]),
        ("log-loss --axis xyz", ["axis 'xyz' is unknown; choose margin, error"]),
        ("huber --axis probability", ["huber has no meaning on the probability axis"]),
        ("quantile:tau=0.9 --axis margin", ["quantile is not even in r"]),
    ],
)
def test_a_table_that_makes_no_sense_is_refused_as_the_figure_is(
    tmp_path: Path, words: str, fragments: list[str]
) -> None:
    outcome = call("table", *words.split(), cwd=tmp_path)
    assert_fails(outcome, 2, *fragments)
    drawn = call(*(word for word in words.split() if word != "--at=0"), "-o", "a.svg", cwd=tmp_path)
    if "hinge --weight --at" not in words:
        assert drawn.err == outcome.err
