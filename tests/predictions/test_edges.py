"""Scores at edges: rows that only just count, numbers at the border of a bin or a class, and which row is named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import every
from support.draws import choice, integers, law, lists

import lossplot
from lossplot._formula.code.sql import number, sql
from lossplot._formula.program import CHUNK
from lossplot._formula.tree import Call, Name
from lossplot._losses.entry import MARGIN
from lossplot._predictions.calibration import Forecasts
from lossplot._predictions.columns import Columns, Request, find_columns
from lossplot._predictions.distribution import Bins, Histogram
from lossplot._predictions.losses import read_asked
from lossplot._predictions.measure import BLOCK
from lossplot._predictions.open import open_table
from lossplot._predictions.quantiles import QUANTILES, spread_of_weighted
from lossplot._predictions.query import query
from lossplot._predictions.score import Settings


def refusal(data: object, *losses: str, **options: object) -> str:
    with pytest.raises(lossplot.LossplotError) as caught:
        lossplot.score(data, *losses, **options)  # type: ignore[arg-type]
    return str(caught.value)


def test_probabilities_may_be_rounded_so_that_they_sum_to_almost_one() -> None:
    for far in (-0.0049, 0.0049):
        [record] = lossplot.score([[0.0, 0.5, 0.5 + far]], "log-loss", scale="probability")
        assert record["n"] == 1
    for far in (-0.0051, 0.0051, 0.04):
        assert "probabilities that do not sum to 1" in refusal([[0.0, 0.5, 0.5 + far]], "log-loss", scale="probability")


def test_a_probability_may_be_zero_or_one_and_nothing_beyond() -> None:
    [record] = lossplot.score(([1, 0], [1.0, 0.0]), "brier", scale="probability")
    assert record["mean"] == 0.0
    for beyond in (-5e-324, np.nextafter(1.0, 2.0)):
        assert "is no probability" in refusal(([1, 0], [1.0, beyond]), "brier", scale="probability")


@pytest.mark.parametrize(("count", "named"), [(2, "3, 4"), (3, "3, 4, 5"), (4, "3, 4, 5 and 1"), (12, "3, 4, 5 and 9")])
def test_of_many_bad_rows_the_first_three_are_named_and_the_others_counted(count: int, named: str) -> None:
    scores = [0.5, 1.0] + [np.nan] * count
    *rows, last = named.split(", ")
    last, _, more = last.partition(" and ")
    words = ", ".join(f"row {row} has 'prediction' = 'nan', which is not a number" for row in (*rows, last))
    said = f"{count} of {count + 2} rows are bad: {words}{f' and {more} more' if more else ''}; mend them"
    assert said in refusal(([1] * len(scores), scores), "hinge")


# What is wrong with a row, in the order in which it is looked at, and how that is told.
FAULTS = {
    "score": "has 'prediction' = 'nan', which is not a number",
    "label": "has the unknown label '2.0'",
    "weight": "has 'w' = '-1.0', which is not possible",
    "chance": "has '1.5', which is no probability",
}


@law(15, faults=lists(lists(choice(FAULTS), 0, 3), 1, 8))
def test_a_row_with_several_faults_is_one_bad_row_that_is_named_once_by_the_first(
    faults: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Read in parts of three rows.
    monkeypatch.setattr("lossplot._predictions.arrays.ROWS", 3)
    rows = [{*row} for row in faults]
    data = {
        "y": [0.0, 1.0, *(2.0 if "label" in row else 1.0 for row in rows)],
        "prediction": [0.5, 0.5, *(np.nan if "score" in row else 1.5 if "chance" in row else 0.25 for row in rows)],
        "w": [1.0, 1.0, *(-1.0 if "weight" in row else 1.0 for row in rows)],
    }
    bad = {
        place: next(said for name, said in FAULTS.items() if name in row) for place, row in enumerate(rows, 3) if row
    }
    options: dict[str, Any] = {"weights": "w", "scale": "probability"}
    if bad:
        named = ", ".join([f"row {place} {said}" for place, said in bad.items()][:3])
        more = f" and {len(bad) - 3} more" if len(bad) > 3 else ""
        verb = "is" if len(bad) == 1 else "are"
        assert f"{len(bad)} of {len(rows) + 2} rows {verb} bad: {named}{more}; mend" in refusal(
            data, "brier", **options
        )
    [record] = lossplot.score(data, "brier", skip_bad=True, **options)
    assert record["n"] == len(rows) + 2 - len(bad)


def test_a_weight_may_be_zero_and_not_less() -> None:
    y, f = [1, 0, 1], [0.5, 1.0, 0.25]
    [weighted] = lossplot.score({"y": y, "prediction": f, "w": [1.0, 0.0, 1.0]}, "hinge", weights="w")
    assert weighted["mean"] == 0.625
    for weight in (-5e-324, -1.0, np.inf):
        assert "row 2 has 'w' = " in refusal({"y": y, "prediction": f, "w": [1.0, weight, 1.0]}, "hinge", weights="w")


@law(40, tenths=lists(integers(0, 30), 1, 40))
def test_a_weighted_quantile_is_the_least_value_that_has_its_share_of_the_weight(tenths: list[int]) -> None:
    # Tenths are no doubles, and their sums are off by rounding where a share is just reached, as after five of ten.
    tenths = [1 + tenths[0], *tenths[1:]] * 10
    found = spread_of_weighted(np.arange(len(tenths), dtype=float), np.array(tenths) / 10.0).quantiles
    for share, value in zip((Fraction(1, 2), Fraction(9, 10), Fraction(99, 100)), found, strict=True):
        reached = np.cumsum(tenths).tolist()
        assert value == next(i for i, weight in enumerate(reached) if weight >= share * reached[-1])
    assert QUANTILES == (0.5, 0.9, 0.99)


@every("tenth", range(11))
def test_a_forecast_at_a_border_is_in_the_bin_that_begins_there(tenth: int) -> None:
    for times in (1, 3, 7, 1000):
        forecasts = Forecasts()
        forecasts.add(np.full(times, tenth / 10.0), np.ones(times), None)
        [found] = forecasts.reliability()
        assert (found.low, found.n) == (min(tenth, 9) / 10.0, times)


@pytest.mark.parametrize("formula", ["max(r, 0)", "min(r, 0)", "max(0, 2*r, r)", "max(r, -3*r)", "abs(r) + r"])
def test_at_a_corner_no_gradient_is_one_of_those_allowed_from_either_side(formula: str) -> None:
    [record] = lossplot.score(([0.0, 0.0], [0.0, 0.0]), formula)
    assert record["zero_gradient_share"] == 1.0
    [record] = lossplot.score(([0.0, 0.0], [0.0, 0.0]), f"{formula} + 4*r")
    assert record["zero_gradient_share"] == 0.0


def test_a_label_between_two_classes_is_none() -> None:
    for label in (0.5, 3.0, -1.0, 1.0 + 2.0**-52):
        assert "has the unknown label" in refusal([[label, 1.0, 2.0, 3.0]], "hinge")
    [record] = lossplot.score([[2.0, 1.0, 2.0, 3.5]], "hinge")
    assert record["mean"] == 0.0


@pytest.mark.parametrize(
    ("scale", "scores"), [("score", (0.0, 1e-9)), ("logit", (0.0, 1e-9)), ("probability", (0.5, 0.500001))]
)
def test_a_decision_is_positive_above_even_chances_on_every_scale(scale: str, scores: Sequence[float]) -> None:
    [record] = lossplot.score(([1, 1], scores), "zero-one" if scale == "score" else "log-loss", scale=scale)
    assert record["confusion"] == {
        "true_positive": 1,
        "false_positive": 0,
        "false_negative": 1,
        "true_negative": 0,
    }


def test_of_rows_in_several_blocks_the_first_is_named() -> None:
    scores = np.full(BLOCK + 10, 0.5)
    places = [6, 3 * CHUNK, BLOCK + 5]
    scores[places] = -1.0
    assert "is not defined for the prediction in row 7;" in refusal((np.zeros(len(scores)), scores), "sqrt(r)")
    # And the first of those that are the largest.
    [record] = lossplot.score((np.zeros(len(scores)), scores), "absolute")
    assert (record["max"], record["max_row"]) == (1.0, 7)


def test_groups_whose_numbers_differ_in_the_last_digit_are_two() -> None:
    groups = [0.3, 0.1 + 0.2, 0.3]
    records = lossplot.score({"y": [1, 1, 1], "prediction": [0.5, 0.25, 0.0], "g": groups}, "hinge", by="g")
    assert [record["n"] for record in records] == [2, 1]


def test_a_table_has_at_most_ten_thousand_columns_of_classes() -> None:
    names = [f"c{i}" for i in range(10_000)]
    assert len(find_columns(["y", *names], names, Request(), "a.csv").predictions) == 10_000
    with pytest.raises(lossplot.RequestError, match=r"a\.csv has 10001 columns of classes; the most is 10000"):
        find_columns(["y", *names, "more"], [*names, "more"], Request(), "a.csv")


@pytest.mark.parametrize("shape", [(), (2, 2, 2), (1, 2, 3, 1)])
def test_a_file_of_an_array_without_rows_and_columns_is_refused(shape: tuple[int, ...], tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros(shape))
    np.savez(tmp_path / "a.npz", y=np.zeros(2), prediction=np.zeros(shape))
    for name in ("a.npy", "a.npz"):
        assert f"has {len(shape)} axes; a table has rows and columns" in refusal(tmp_path / name, "hinge")


def test_a_file_that_is_written_again_with_as_many_bytes_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("y,prediction\n1,0.5\n", encoding="utf-8")
    os.utime(path, (1, 1))
    table = open_table(str(path))
    os.utime(path, (2, 2))
    with closing(table), pytest.raises(lossplot.LossplotError, match="changed while it was read"):
        [*table.parts(Columns("y", ("prediction",)))]


def test_bins_are_over_the_view_and_all_but_a_hundredth_of_the_examples() -> None:
    x = np.append(np.linspace(-20.0, 5.0, 1001), [np.inf, np.nan])
    edges = Bins().edges(MARGIN, x)
    # A two hundredth of them is left out on either side, but never any of the view, from -3 to 3.
    assert (len(edges), edges[0], edges[-1]) == (61, -19.875, 4.875)
    assert [Bins().edges(MARGIN, np.zeros(count))[[0, -1]].tolist() for count in (0, 9)] == [[-3.0, 3.0]] * 2
    assert Bins(4, -1.0, 1.0).edges(MARGIN, x).tolist() == [-1.0, -0.5, 0.0, 0.5, 1.0]
    np.testing.assert_allclose(np.diff(edges), np.diff(edges)[0])


def test_a_bin_has_its_lower_end_and_the_last_one_both() -> None:
    histogram = Histogram.within(np.array([0.0, 1.0, 2.0]))
    x = np.array([-1.0, 0.0, 0.5, 1.0, 2.0, 2.5])
    histogram.add(x, np.arange(1.0, 7.0), np.full(6, 10.0), np.array([-1.0, 1.0, 0.0, -2.0, 2.0, -1.0]))
    # What is below, in both bins, and above.
    assert histogram.examples.tolist() == [1.0, 2.0 + 3.0, 4.0 + 5.0, 6.0]
    assert histogram.loss.tolist() == [10.0, 50.0, 90.0, 60.0]
    assert histogram.gradient.tolist() == [1.0, 2.0, 8.0 + 10.0, 6.0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Hadsell, Chopra & LeCun 2006: similar pairs are drawn together, others pushed apart.
        ("contrastive", (0.0**2 / 2.0 + (1.0 - 0.25) ** 2 / 2.0) / 2.0),
        ("hinge-embedding", (0.0 + (1.0 - 0.25)) / 2.0),
    ],
)
def test_a_label_of_pairs_is_that_of_each_row_and_a_distance_may_be_zero(name: str, expected: float) -> None:
    for labels in ([1, -1], [1, 0]):
        [record] = lossplot.score((labels, [0.0, 0.25]), name)
        assert record["mean"] == pytest.approx(expected, rel=1e-15)
    assert "is not defined for the prediction in row 2" in refusal(([1, 0], [0.0, -5e-324]), name)


def test_a_mean_without_end_is_a_word_and_one_that_is_none_is_missing() -> None:
    [record] = lossplot.score(([1, 0], [1.0, 1.0]), "log-loss", scale="probability")
    assert (record["mean"], record["max"], record["standard_error"], record["means"]) == ("inf", "inf", None, None)


@every(
    ("data", "source"),
    [
        *((name, f"'{name}'") for name in ("a.csv", "a.tsv", "a.parquet", "a b", "runs/*.parquet", "a-b", "a.b.c.d")),
        *((name, name) for name in ("t", "runs.it", "a.b.c", "_x1")),
        *((text, f"({text}) AS source") for text in ("SELECT 1", "with x as (select 1) from x", "FROM t")),
        ("  select 1;; ", "(select 1) AS source"),
        ("selection", "selection"),
        ("it's", "'it''s'"),
    ],
)
def test_a_query_is_of_a_table_a_file_or_another_query(data: str, source: str) -> None:
    text = query(data, read_asked(["hinge"]), Settings())
    assert f"\n  FROM {source}\n" in text


@every(
    ("value", "text"),
    [
        *((0.1, "0.1"), (1.0, "1.0"), (-2.5, "-2.5"), (1e22, "1e+22"), (1e-9, "1e-09")),
        *((12345678901234.5, "12345678901234.5"), (0.12345678901234, "0.12345678901234")),
        # An engine that reads decimals as such has no more than fifteen digits exactly.
        *((123456789012345.6, "123456789012345.6e0"), (0.1 + 0.2, "0.30000000000000004e0")),
    ],
)
def test_a_number_of_sql_is_a_double_in_every_engine(value: float, text: str) -> None:
    assert number(value) == text
    assert float(text) == value


def test_an_expression_of_sql_has_twenty_thousand_characters_at_most() -> None:
    def text(length: int) -> str:
        return sql(Call("+", (Name("x" * 9000), Name("y" * (length - 9003)))))

    assert len(text(20_000)) == 20_000
    with pytest.raises(lossplot.RequestError, match=r"20001 characters of SQL; the most is 20000: write a shorter"):
        text(20_001)
