"""`lossplot.table` has the numbers of the command, as columns that data frames take."""

from __future__ import annotations

import csv
import traceback
from pathlib import Path

import numpy as np
import pyarrow
import pytest
from support.run import call

import lossplot
from lossplot._errors import RequestError

AT = [-1.5, 0.0, 0.25, 1.0]


@pytest.mark.parametrize(
    ("losses", "keywords", "words"),
    [
        (["hinge", "logistic"], {"derivative": True}, ["--derivative"]),
        (["huber:delta=1,2"], {"second_derivative": True, "weight": True}, ["--second-derivative", "--weight"]),
        (["log-loss", "hinge"], {"axis": "margin", "risk": 0.3}, ["--axis=margin", "--risk=0.3"]),
        (["mse", "mape"], {"target": 2.0}, ["--target=2"]),
        (["hinge"], {"both_labels": True}, ["--both-labels"]),
        (["mine = max(0, 1 - m)**3"], {}, []),
    ],
)
def test_columns_are_those_of_the_command(
    losses: list[str], keywords: dict[str, object], words: list[str], tmp_path: Path
) -> None:
    columns = lossplot.table(losses, at=AT, **keywords)  # type: ignore[arg-type]
    outcome = call("table", *losses, f"--at={','.join(map(str, AT))}", *words, "--format=csv", cwd=tmp_path)
    head, *rows = csv.reader(outcome.lines)
    assert [*columns] == head
    assert columns["loss"].tolist() == [row[0] for row in rows]
    for place, name in enumerate(head[1:], 1):
        np.testing.assert_array_equal(columns[name], [float(row[place] or "nan") for row in rows])


def test_points_of_any_shape_and_losses_of_your_own_are_taken() -> None:
    columns = lossplot.table("mine", lossplot.get("hinge"), at=np.zeros((2, 3)), source={"mine": "m**2 + 1"})
    assert columns["loss"].tolist() == ["mine = m**2 + 1"] * 6 + ["hinge"] * 6
    assert columns["value"].tolist() == [1.0] * 12
    assert lossplot.table("hinge", range=(0.0, 2.0), points=3)["x"].tolist() == [0.0, 1.0, 2.0]
    assert len(lossplot.table("hinge")["x"]) == 13


def test_arrow_takes_the_columns() -> None:
    table = pyarrow.table(lossplot.table("hinge", at=AT, derivative=True))
    assert table.column_names == ["loss", "x", "value", "derivative"]
    assert [*map(str, table.schema.types)] == ["string", "double", "double", "double"]


@pytest.mark.parametrize(
    ("keywords", "words"),
    [
        ({"at": ["a"]}, "x must be real numbers"),
        ({"at": [0.0], "points": 3}, "at says where, and so do range and points"),
        ({"points": 2.5}, "points must be a whole number from 2 to 100000, not '2.5'"),
        ({"at": np.zeros(100_001)}, "100000 points is the most for one table; this is 100001"),
        ({"weight": True}, "the weight"),
    ],
)
def test_what_makes_no_sense_is_refused(keywords: dict[str, object], words: str) -> None:
    with pytest.raises(RequestError, match=r"^[^-]") as error:
        lossplot.table("hinge", **keywords)  # type: ignore[arg-type]
    assert words in str(error.value)


@pytest.mark.parametrize("call_of_lossplot", [lossplot.plot, lossplot.get, lossplot.table, lossplot.check])
def test_a_traceback_is_short_and_a_wrong_request_a_wrong_value(call_of_lossplot: object) -> None:
    assert callable(call_of_lossplot)
    with pytest.raises(ValueError, match="unknown loss 'hing'; did you mean 'hinge'") as error:
        call_of_lossplot("hing", *["m"] * (call_of_lossplot is lossplot.check))
    frames = traceback.extract_tb(error.value.__traceback__)
    assert len(frames) <= 4
    assert error.value.__suppress_context__
