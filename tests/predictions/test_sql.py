"""Losses and scores as SQL, run by engines: the numbers of lossplot."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from support.cases import every, some

import lossplot
from lossplot._curves.axes import AXES, label_axes
from lossplot._curves.code import curve_sql
from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._formula.code.sql import number
from lossplot._formula.evaluate import Array
from lossplot._formula.tree import Call, Tree
from lossplot._losses import LOSSES, Axis
from lossplot._losses.entry import PREDICTION
from lossplot._predictions.columns import Request
from lossplot._predictions.losses import read_asked
from lossplot._predictions.query import query
from lossplot._predictions.score import Settings

# No engine has the functions that these need.
WITHOUT = {"probit": "ndtr", "crps-gaussian": "erf"}
# Absolute distance where a loss comes near zero by subtraction: the engines have no log(1 + x) - x and its like.
NEAR = 1e-14
CLOSE = 1e-12
Run = Callable[[str, str, Sequence[Any]], list[Any]]


def in_sqlite(columns: str, text: str, rows: Sequence[Any]) -> list[Any]:
    database = sqlite3.connect(":memory:")
    try:
        database.execute(f"CREATE TABLE t ({columns})")
        database.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(rows[0]))})", rows)
        return database.execute(text).fetchall()
    except sqlite3.OperationalError as error:
        if "no such function" in str(error):
            pytest.skip("this SQLite was built without mathematical functions")
        raise
    finally:
        database.close()


@cache
def duckdb_database() -> Any:
    """Open one database for all queries, which takes longer than most of them."""
    return pytest.importorskip("duckdb").connect(":memory:")


def in_duckdb(columns: str, text: str, rows: Sequence[Any]) -> list[Any]:
    database = duckdb_database()
    database.execute(f"CREATE OR REPLACE TABLE t ({columns})")
    places = ", ".join([f"({', '.join('?' * len(rows[0]))})"] * len(rows))
    database.execute(f"INSERT INTO t VALUES {places}", [cell for row in rows for cell in row])
    return list(database.execute(text).fetchall())


ENGINES: dict[str, Run] = {"sqlite": in_sqlite, "duckdb": in_duckdb}


def inside(curve: Curve) -> Array:
    """Points within the domain, not at a corner, where slopes do not exist."""
    low, high = max(curve.domain.low, -6.0), min(curve.domain.high, 6.0)
    return np.linspace(low, high, 38)[1:-1] + 1e-4


def calls(tree: Tree) -> set[str]:
    """Return the functions that a formula calls."""
    return {tree.function}.union(*map(calls, tree.arguments)) if isinstance(tree, Call) else set()


def enough() -> set[str]:
    """Return losses in which every function of the catalogue's formulas is called."""
    chosen: set[str] = set()
    called: set[str] = set()
    for name, loss in LOSSES.items():
        if name not in WITHOUT and (functions := calls(loss.tree)) - called:
            chosen.add(name)
            called |= functions
    return chosen


ENOUGH = enough()


@pytest.mark.parametrize("engine", some(ENGINES, 2))
@pytest.mark.parametrize(
    "name",
    [name if name in ENOUGH else pytest.param(name, marks=pytest.mark.slow) for name in LOSSES if name not in WITHOUT],
)
def test_every_loss_and_derivative_has_its_values_in_an_engine(name: str, engine: str) -> None:
    curve = default_curve(LOSSES[name])
    x = inside(curve)
    jet = curve.derivatives(x)
    for with_derivative, expected in ((False, jet.value), (True, jet.slope)):
        text = curve_sql(curve, with_derivative)
        rows = ENGINES[engine](
            f"{curve.axis.variable} DOUBLE", f"SELECT {text} FROM t", [(each,) for each in x.tolist()]
        )
        exists = ~np.isnan(expected)
        np.testing.assert_allclose(np.array(rows, float)[exists, 0], expected[exists], rtol=CLOSE, atol=NEAR)


@every(
    ("name", "axis"),
    [
        ("log-loss", AXES["margin"]),
        ("logistic", AXES["probability"]),
        ("huber", AXES["margin"]),
        ("squared", replace(PREDICTION, target=2.0)),
        *(("hinge", axis) for axis in label_axes(AXES["margin"])),
        *(("log-loss", axis) for axis in label_axes(AXES["probability"])),
    ],
)
def test_a_loss_on_another_axis_has_its_values_and_slopes_in_an_engine(name: str, axis: Axis) -> None:
    moved = replace(default_curve(LOSSES[name]), moved_to=axis)
    x = inside(moved)
    jet = moved.derivatives(x)
    for with_derivative, expected in ((False, jet.value), (True, jet.slope)):
        text = f"SELECT {curve_sql(moved, with_derivative)} FROM t"
        rows = in_sqlite(f"{axis.variable} DOUBLE", text, [(each,) for each in x.tolist()])
        np.testing.assert_allclose(np.array(rows, float)[:, 0], expected, rtol=CLOSE, atol=NEAR)


@pytest.mark.parametrize("name", WITHOUT)
def test_what_no_engine_can_compute_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match=f"SQL has no function for {WITHOUT[name]}"):
        curve_sql(default_curve(LOSSES[name]))


def test_a_number_is_a_decimal_where_that_is_exact_and_else_a_double() -> None:
    # A decimal with more digits than a double has is none in every engine.
    said = {0.1: "0.1", -2.5: "-2.5", 3.0: "3.0", 1e-7: "1e-07", 1e300: "1e+300", 0.12345678901234: "0.12345678901234"}
    said |= {1 / 3: "0.3333333333333333e0", -2 / 3: "-0.6666666666666666e0", 123456789012345.0: "123456789012345.0e0"}
    assert {value: number(value) for value in said} == said
    for value in (math.inf, -math.inf, math.nan):
        with pytest.raises(RequestError, match="SQL has no number"):
            number(value)


def test_a_minus_is_never_the_beginning_of_a_comment() -> None:
    for text in ("-(-m)", "1 - (-5)*m", "-max(-m, -1)", "m^-2"):
        [curve] = read_curves([text])
        assert "--" not in curve_sql(curve)
        assert "--" not in curve_sql(curve, True)


LABELS = [1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0]
SCORES = [0.8, 0.3, 0.4, 0.6, 2.5, -1.0, -2.0]
WEIGHTS = [1.0, 2.0, 0.5, 1.0, 1.0, 3.0, 1.0]
MODELS = ["a", "a", "b", "b", "a", "b", "a"]
COLUMNS = "y DOUBLE, prediction DOUBLE, w DOUBLE, model VARCHAR"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("by", "weights"),
    [
        (None, None),
        ("model", "w"),
        pytest.param(None, "w", marks=pytest.mark.slow),
        pytest.param("model", None, marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize(
    ("losses", "scale"),
    [
        (["hinge", "logistic", "0.5*hinge + 0.5*exp(-m)", "log-loss", "absolute", "bce-logits"], "logit"),
        (["hinge", "log-loss", "brier", "squared", "(y - p)^2"], "probability"),
    ],
)
def test_the_query_computes_the_scores(
    losses: list[str], scale: Any, by: str | None, weights: str | None, engine: str
) -> None:
    scores = SCORES if scale == "logit" else (1.0 / (1.0 + np.exp(-np.array(SCORES)))).tolist()
    text = query("t", read_asked(losses), Settings(Request({}, by, weights), scale))
    rows = ENGINES[engine](COLUMNS, text, list(zip(LABELS, scores, WEIGHTS, MODELS, strict=True)))
    data = {"y": LABELS, "prediction": scores, "w": WEIGHTS, "model": MODELS}
    records = lossplot.score(data, *losses, by=by, weights=weights, scale=scale)
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        assert row[1] == record.get("group", "all")
        assert row[2] == record["n"]
        keys = ("mean", "standard_error", "max", "zero_gradient_share")
        assert list(row[3:]) == pytest.approx([record[key] for key in keys], rel=CLOSE), record["loss"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", ["DOUBLE", "REAL", "INTEGER"])
def test_scores_far_out_and_of_every_type(kind: str, engine: str) -> None:
    scores = [1000, -1000, 3, -2, 0, 800]
    losses = ["logistic", "hinge", "log-loss", "brier", "lum", "sigmoid"]
    text = query("t", read_asked(losses), Settings(Request(), "logit"))
    rows = ENGINES[engine](f"y INTEGER, prediction {kind}", text, [(i % 2, f) for i, f in enumerate(scores)])
    records = lossplot.score(([i % 2 for i in range(6)], scores), *losses, scale="logit")
    assert [row[3] for row in rows] == pytest.approx([record["mean"] for record in records], rel=CLOSE)


def test_no_exponential_is_asked_that_postgresql_refuses() -> None:
    # It takes an exponential that rounds to zero for an error.
    for name in ("logistic", "sigmoid", "savage"):
        [curve] = read_curves([name])
        for text in (curve_sql(curve), curve_sql(curve, True)):
            assert text.count("EXP(") == text.count("< -745.0 THEN 0.0 ELSE EXP(") > 0


def test_a_value_that_an_engine_does_not_know_leaves_no_mean() -> None:
    text = query("t", read_asked(["log-loss"]), Settings(Request(), "probability"))
    [row] = in_sqlite("y DOUBLE, prediction DOUBLE", text, [(1.0, 0.5), (1.0, 0.0)])
    assert row[2:6] == (2, None, None, None)


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_without_a_group_are_a_group(engine: str) -> None:
    text = query("t", read_asked(["hinge"]), Settings(Request({}, "model")))
    rows = ENGINES[engine](
        "y INTEGER, prediction DOUBLE, model TEXT", text, [(1, 0.25, None), (1, 0.5, "a"), (1, 0.75, None)]
    )
    assert {row[1]: row[2:4] for row in rows} == {None: (2, 0.5), "a": (1, 0.5)}


CLASSES = np.random.default_rng(8).normal(size=(60, 4)) * 3.0
WHICH = np.random.default_rng(9).integers(0, 4, 60)
WORDS, NUMBERS = ("a", "b", "c", "d"), ("7", "3", "-1", "10")
# Each scale, both kinds of names, with groups and without.
USUAL = (("score", WORDS, True), ("logit", NUMBERS, False), ("probability", NUMBERS, True))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("scale", "names", "is_grouped"),
    [
        case if case in USUAL else pytest.param(*case, marks=pytest.mark.slow)
        for case in product(("score", "logit", "probability"), (WORDS, NUMBERS), (False, True))
    ],
)
def test_the_query_of_several_classes(scale: Any, names: tuple[str, ...], is_grouped: bool, engine: str) -> None:
    losses = ["hinge", "logistic", "zero-one", "log(1 + exp(-m))^2"]
    losses += ["log-loss", "brier", "focal:gamma=2"] if scale != "score" else []
    scores = CLASSES if scale != "probability" else np.exp(CLASSES) / np.exp(CLASSES).sum(axis=1, keepdims=True)
    labels = [float(names[i]) if names[0] == "7" else float(i) for i in WHICH.tolist()]
    weights = np.linspace(0.5, 2.0, 60).tolist()
    groups = ["x" if i % 3 else "z" for i in range(60)]
    request = Request(
        {"y": "label", **{str(i): name for i, name in enumerate(names)}}, *(["g", "w"] if is_grouped else [])
    )
    text = query("t", read_asked(losses), Settings(request, scale))
    columns = ", ".join(["label DOUBLE", *(f'"{name}" DOUBLE' for name in names), "w DOUBLE", "g VARCHAR"])
    rows = ENGINES[engine](columns, text, [*zip(labels, *scores.T.tolist(), weights, groups, strict=True)])
    data = {"label": labels, **dict(zip(names, scores.T, strict=True)), "w": weights, "g": groups}
    records = lossplot.score(data, *losses, columns=request.names, by=request.by, weights=request.weights, scale=scale)
    expected = {(record["loss"], record.get("group", "all")): record for record in records}
    assert len(rows) == len(records)
    for row in rows:
        record = expected[row[0].partition(":")[0], row[1]]
        assert row[2] == record["n"]
        keys = ("mean", "standard_error", "max", "zero_gradient_share")
        assert list(row[3:]) == pytest.approx([record[key] for key in keys], rel=CLOSE), record["loss"]


def test_rows_of_a_label_that_no_class_has_are_left_out() -> None:
    text = query("t", read_asked(["hinge"]), Settings(Request({"0": "a", "1": "b"})))
    [row] = in_sqlite(
        "y DOUBLE, a DOUBLE, b DOUBLE", text, [(0, 1.0, 0.5), (5, 1.0, 0.5), (None, 1.0, 0.5), (1, None, 1)]
    )
    assert row[2:4] == (1, 0.5)


def test_a_query_has_a_bound_on_its_classes() -> None:
    names = {str(i): f"c{i}" for i in range(101)}
    with pytest.raises(RequestError, match="at most 100 classes, not 101"):
        query("t", read_asked(["hinge"]), Settings(Request(names)))


def test_words_and_names_are_quoted() -> None:
    asked = read_asked(["hinge"])
    text = query("runs.it", asked, Settings(Request({"y": "the label"}, 'a"b'), positive="it's"))
    assert "\"the label\" = 'it''s'" in text
    assert '"a""b"' in text
    assert "FROM runs.it" in text
    assert "FROM 'a b.csv'" in query("a b.csv", asked, Settings())
    assert "FROM (SELECT 1) AS source" in query("SELECT 1;", asked, Settings())
    with pytest.raises(RequestError, match="--as probability or --as logit"):
        query("t", read_asked(["log-loss"]), Settings())
