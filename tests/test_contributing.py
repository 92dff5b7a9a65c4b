"""CONTRIBUTING.md points to what is there."""

from __future__ import annotations

import re
from pathlib import Path

from test_imports import HOUSE

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PROSE = re.sub(r"```console\n.*?```", "", TEXT, flags=re.DOTALL)


def test_every_path_is_there() -> None:
    paths = [path for path in re.findall(r"`([^`\s]+)`", PROSE) if "/" in path or path.endswith((".md", ".py"))]
    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert [path for path in paths if (ROOT / path).is_dir() != path.endswith("/")] == []


def test_every_script_and_folder_of_a_command_is_there() -> None:
    paths = re.findall(r"(?<![\w/])(?:tests|\.ci)/[\w./-]*\w", TEXT)
    assert len(paths) > 12
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_rooms_are_those_that_the_arrows_hold_between() -> None:
    [arrows] = re.findall(r"^`cli` > .*$", TEXT, re.MULTILINE)
    assert re.findall(r"`(\w+)`", arrows) == [room.removeprefix("_") for room in HOUSE]
    rows = re.findall(r"^\| `lossplot/(\w+)(?:/|\.py)` \|", TEXT, re.MULTILINE)
    assert rows == HOUSE
