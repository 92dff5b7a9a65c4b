"""Queries in place of a path: one SELECT, which reads what is here and writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import lossplot


def test_a_query_takes_the_place_of_a_path(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "a.csv").write_text("y,prediction,model\n1,0.5,a\n0,1.5,b\n0,0.25,a\n")
    query = f"SELECT y, prediction FROM '{tmp_path / 'a.csv'}' WHERE model = 'a'"
    assert lossplot.score(query, "hinge") == lossplot.score(([1, 0], [0.5, 0.25]), "hinge")
    with pytest.raises(lossplot.RequestError, match="the query cannot be read"):
        lossplot.score("SELECT nothing FROM 'a.csv'", "hinge")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1 AS y, 2 AS prediction); COPY (SELECT 1) TO '{file}'; --",
        "SELECT 1 AS y, 2 AS prediction; COPY (SELECT 1) TO '{file}'",
        "WITH x AS (SELECT 1) SELECT * FROM x); COPY (SELECT 1) TO '{file}'; SELECT * FROM (SELECT 1 AS y",
        "FROM (SELECT 1); CREATE TABLE t (y INT)",
    ],
)
def test_a_query_writes_nothing(query: str, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    with pytest.raises(lossplot.RequestError, match=r"one SELECT|cannot be read"):
        lossplot.score(query.format(file=tmp_path / "written.csv"), "hinge")
    assert not [*tmp_path.iterdir()]


def test_a_query_may_end_with_a_comment(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    assert lossplot.score("SELECT 1 AS y, 2 AS prediction; -- all", "hinge")[0]["n"] == 1


def test_a_query_fetches_nothing_from_a_network() -> None:
    pytest.importorskip("duckdb")
    with pytest.raises(lossplot.RequestError, match="httpfs"):
        lossplot.score("SELECT * FROM 'https://example.org/a.parquet'", "hinge")
