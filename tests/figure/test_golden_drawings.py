"""What stands in figures, and where, is what it was: words, places, colours, widths, layers, dashes.

`python tests/make_drawings.py` writes the table anew, after a change that is meant.  The widths of letters differ a
little from one version of matplotlib to the next, and with them which of several places a name beside its curve gets.
"""

from __future__ import annotations

import json
from pathlib import Path

import make_drawings
import pytest
from support.drawing_rows import CHOSEN, Row, figure_rows, letters
from support.golden_rows import assert_rows_alike

TABLE = json.loads(make_drawings.GOLDEN.read_text("utf-8"))
GOLDEN: dict[str, list[Row]] = TABLE["figures"]
# Inches and units of views, and the share of a number; with letters of other widths a larger one.
NEAR, SHARE, OTHER_SHARE = 0.02, 0.002, 0.01


def test_the_table_has_every_figure() -> None:
    assert tuple(GOLDEN) == make_drawings.COMMANDS


@pytest.mark.parametrize("command", make_drawings.COMMANDS)
def test_a_figure_stands_as_it_did(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_drawings.write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    rows, golden, share = [*figure_rows(command)], GOLDEN[command], SHARE
    if letters() != TABLE["letters"]:
        rows, golden = ([row for row in each if row[0] not in CHOSEN] for each in (rows, golden))
        share = OTHER_SHARE
    assert_rows_alike(rows, golden, NEAR, share)
