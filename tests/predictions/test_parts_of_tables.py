"""Tables that are read in several parts, by several names, or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

import lossplot
from lossplot._errors import RequestError
from lossplot._predictions import arrays, arrow_text
from lossplot._predictions.columns import class_names
from lossplot._predictions.losses import read_asked
from lossplot._predictions.memory import table_in_memory


@pytest.mark.parametrize("order", ["C", "F"])
def test_a_table_that_is_read_in_parts_has_the_scores_of_the_whole(
    order: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Labels and decisions that are others in each part.
    rows = np.array(
        [[1, 2], [1, -1], [0, 3], [0, -2], [1, 5], [1, -0.5], [0, 0.25]], order="C" if order == "C" else "F"
    )
    path = tmp_path / "rows.npy"
    np.save(path, rows)
    whole = lossplot.score(rows, "hinge", "logistic")
    monkeypatch.setattr(arrays, "ROWS", 2)
    for source in (str(path), rows):
        for part, record in zip(lossplot.score(source, "hinge", "logistic"), whole, strict=True):
            assert part["confusion"] == record["confusion"]
            assert (part["n"], part["max_row"]) == (record["n"], record["max_row"])
            assert part["mean"] == pytest.approx(record["mean"], rel=1e-15)


def test_classes_are_in_the_order_of_their_numbers() -> None:
    assert class_names({"1": "dog", "2": "emu", "0": "cat", "y": "label"}) == ("cat", "dog", "emu")


def test_each_member_of_a_family_is_scored_once() -> None:
    specs = [each.curve.spec for each in read_asked(["huber:delta=1,2", "hinge", "huber:delta=2"])]
    assert specs == ["huber:delta=1", "huber:delta=2", "hinge"]


@pytest.mark.parametrize("data", [3.0, {"y": 1.0, "prediction": [1.0]}, np.zeros((2, 2, 2))], ids=["one", "y", "three"])
def test_a_table_has_one_or_two_axes(data: object) -> None:
    with pytest.raises(RequestError, match="axes; give one row an example"):
        table_in_memory(data)


def test_without_pyarrow_no_file_is_large_enough_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pyarrow.csv", raising=False)
    for is_there in (True, False):
        monkeypatch.setattr(arrow_text, "find_spec", lambda _, found=is_there: object() if found else None)
        sizes = (arrow_text.LEAST_BYTES - 1, arrow_text.LEAST_BYTES)
        assert [arrow_text.is_worth(size) for size in sizes] == [False, is_there]
