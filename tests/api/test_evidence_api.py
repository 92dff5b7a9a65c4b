"""Predictions below curves: how many groups there may be, how they are called, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import lossplot
from lossplot import LossplotError, RequestError
from lossplot._api.evidence import name_and_data


def data(groups: list[str]) -> dict[str, Any]:
    count = len(groups)
    return {"y": [n % 2 for n in range(count)], "prediction": [(n + 0.5) / count for n in range(count)], "g": groups}


def evidence(*losses: str, **options: Any) -> Any:
    found = lossplot.plot(*losses, **options)._resolved.evidence
    assert found
    return found


def test_four_groups_are_compared_and_five_are_told() -> None:
    assert evidence("hinge", data=data([*"abcd"] * 3), by="g").groups == ("a", "b", "c", "d")
    with pytest.raises(RequestError, match="by finds 5 groups, and one figure compares 4 at most; choose fewer"):
        lossplot.plot("hinge", data=data([*"abcde"] * 3), by="g")


def test_a_group_without_a_name_has_a_dash_and_data_without_groups_have_none() -> None:
    assert evidence("hinge", data=data(["", "b"] * 4), by="g").groups == ("\u2013", "b")
    found = evidence("hinge", "logistic", data=data(["a"] * 8))
    assert found.groups == ()
    assert [(each.curve, each.group, each.n) for each in found.distributions] == [(0, "", 8), (1, "", 8)]


def test_each_curve_and_group_has_the_numbers_of_its_own_score() -> None:
    losses = ("log-loss", "brier")
    numbers = np.random.default_rng(5).random((4, 60))
    table = {
        "is": np.where(numbers[0] < numbers[1] ** 2, "yes", "no"),
        "p": numbers[1],
        "w": numbers[2],
        "g": np.array([*"abc"])[(3 * numbers[3] ** 2).astype(int)],
    }
    options = {"by": "g", "weights": "w", "scale": "probability", "positive": "yes"}
    columns = {"y": "is", "prediction": "p"}
    found = evidence(*losses, data=table, columns="y=is,prediction=p", **options)
    records = lossplot.score(table, *losses, columns=columns, **options)  # type: ignore[arg-type]
    drawn = [(losses[each.curve], each.group, each.n, each.mean) for each in found.distributions]
    assert drawn == [(each["loss"], each["group"], each["n"], each["mean"]) for each in records]
    assert found.groups == tuple(dict.fromkeys(table["g"].tolist()))
    wanted = {each["group"]: each["reliability"] for each in records}
    assert [each.group for each in found.reliability] == [*wanted]
    for each in found.reliability:
        bins = wanted[each.group]
        assert each.forecast == tuple(one["forecast"] for one in bins)
        assert each.observed == tuple(one["observed"] for one in bins)
        assert [*zip(each.low, each.high, strict=True)] == [tuple(one["interval"]) for one in bins]
    # What each bin carries: of the probability q of what is so, (1 - q)^2 and its slope, whose size is 2(1 - q).
    q = np.where(table["is"] == "yes", table["p"], 1.0 - table["p"])
    for each in found.distributions[1::2]:
        here = table["g"] == each.group
        for shares, power in ((each.examples, 0), (each.loss, 2), (each.gradient, 1)):
            weights = table["w"][here] * (1.0 - q[here]) ** power
            whole = np.histogram(q[here], 40, (0.0, 1.0), weights=weights)[0] / weights.sum()
            assert shares == pytest.approx([0.0, *whole, 0.0], rel=1e-12, abs=1e-15)


@pytest.mark.parametrize(("loss", "ends"), [("log-loss", (0.0, 1.0)), ("hinge", None)])
def test_a_strip_has_forty_bins_and_that_of_a_probability_all_of_its_interval(loss: str, ends: Any) -> None:
    [distribution] = evidence(loss, data=data(["a"] * 8), scale="probability" if ends else "score").distributions
    assert len(distribution.edges) == 41
    if ends:
        assert (distribution.edges[0], distribution.edges[-1]) == ends
    [cut] = evidence("hinge", data=data(["a"] * 8), range=(-1, 3)).distributions
    assert (cut.edges[0], cut.edges[-1]) == (-1.0, 3.0)


def test_data_are_a_path_or_what_is_in_memory() -> None:
    assert name_and_data(None) == (None, None)
    assert name_and_data("a.csv") == ("a.csv", None)
    table = np.ones((2, 2))
    assert name_and_data(table) == ("-", table)


def test_a_grid_has_the_data_in_each_of_its_figures() -> None:
    figure = lossplot.grid("hinge", "logistic", data=data(["a"] * 8))
    assert [cell.evidence is not None for cell in figure._resolved.cells] == [True, True]
    with pytest.raises(RequestError, match="a grid reads its data once for each figure, which stdin does not allow"):
        lossplot.grid("hinge", "logistic", data="-")


def test_rows_that_are_left_out_are_said() -> None:
    bad = data(["a"] * 8)
    bad["prediction"][2] = float("nan")
    [warning] = evidence("hinge", data=bad, skip_bad=True).warnings
    assert warning.endswith("; left out")


def test_data_without_rows_are_told() -> None:
    with pytest.raises(LossplotError, match=r"^no row can be scored; the table is empty: give it rows$"):
        lossplot.plot("hinge", data={"y": [], "prediction": []})
    with pytest.raises(LossplotError, match=r"^no row can be scored; 1 "):
        lossplot.plot("hinge", data={"y": [1], "prediction": [np.nan]}, skip_bad=True)
