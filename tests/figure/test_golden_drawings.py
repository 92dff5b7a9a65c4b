"""What stands in figures, and where, is what it was: words, places, colours, widths, layers, dashes.

`python tests/make_drawings.py` writes the table anew, after a change that is meant.  The widths of letters differ a
little from one version of matplotlib to the next, and with them which of several places a name beside its curve gets.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import make_drawings
import pytest
from support.drawing_rows import CHOSEN, Row, figure_rows, letters

TABLE = json.loads(make_drawings.GOLDEN.read_text("utf-8"))
GOLDEN: dict[str, list[Row]] = TABLE["figures"]
# Inches and units of views, and the share of a number.
NEAR, SHARE = 0.02, 0.01


def same(one: Any, other: Any) -> bool:
    """Return True if two cells of rows are the same words, or nearly the same numbers."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= NEAR + SHARE * abs(other)
    return type(one) is type(other) and bool(one == other)


def test_the_table_has_every_figure() -> None:
    assert tuple(GOLDEN) == make_drawings.COMMANDS


@pytest.mark.parametrize("command", make_drawings.COMMANDS)
def test_a_figure_stands_as_it_did(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_drawings.write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    rows, golden = [*figure_rows(command)], GOLDEN[command]
    if letters() != TABLE["letters"]:
        rows, golden = ([row for row in each if row[0] not in CHOSEN] for each in (rows, golden))
    for row, expected in zip(rows, golden, strict=False):
        assert len(row) == len(expected), (row, expected)
        assert all(map(same, row, expected)), (row, expected)
    assert len(rows) == len(golden)
