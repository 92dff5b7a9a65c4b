"""The cells and threads of `lossplot score`, and how its table is turned where there are many rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.run import assert_done, assert_fails, call

from lossplot._cli.score import _exact, _short, _threads
from lossplot._errors import RequestError


@pytest.mark.parametrize(
    ("name", "cell", "text"),
    [
        ("loss", "hinge", "hinge"),
        ("n", 12, "12"),
        ("mean", None, "-"),
        ("mean", 1 / 3, "0.333333"),
        ("max_share", 0.98765, "98.77%"),
        ("accuracy", 0.5, "50%"),
        ("precision", 2 / 3, "66.67%"),
        ("recall", 1.0, "100%"),
        ("f1", 0.25, "25%"),
    ],
)
def test_a_cell_has_six_digits_and_a_share_is_in_per_cent(name: str, cell: Any, text: str) -> None:
    assert _short(name, cell) == text


def test_csv_has_all_digits() -> None:
    assert [_exact(cell) for cell in (1 / 3, 2, "a")] == ["0.3333333333333333", "2", "a"]


@pytest.mark.parametrize("jobs", ["1", "2", "64"])
def test_a_number_of_threads_is_read(jobs: str) -> None:
    assert _threads(jobs) == int(jobs)


@pytest.mark.parametrize("jobs", ["0", "65", "-1", "1.5", "\u0662", "", "1000000001", "all"])
def test_another_number_of_threads_is_refused(jobs: str) -> None:
    with pytest.raises(RequestError, match="--jobs must be a whole number from 1 to 64, not "):
        _threads(jobs)


def test_scores_are_columns_up_to_eight_and_rows_beyond(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("y,prediction\n1,0.5\n0,-1\n1,-2\n")
    for count in (8, 9):
        losses = f"hinge:threshold={','.join(map(str, range(1, count + 1)))}"
        outcome = call("score", "p.csv", losses, "-q", cwd=tmp_path)
        assert_done(outcome)
        in_first = sum(f"hinge:threshold={n}" in outcome.lines[0] for n in range(1, count + 1))
        assert in_first == (count if count == 8 else 0)


def test_rows_that_are_left_out_are_told_unless_quiet(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("y,prediction\n1,0.5\n0,\n1,-2\n")
    assert_fails(call("score", "p.csv", "hinge", cwd=tmp_path), 2, "row")
    outcome = call("score", "p.csv", "hinge", "--skip-bad", cwd=tmp_path)
    assert "; left out\n" in outcome.err
    assert outcome.err.startswith("lossplot: warning: ")
    assert call("score", "p.csv", "hinge", "--skip-bad", "-q", cwd=tmp_path).err == ""
