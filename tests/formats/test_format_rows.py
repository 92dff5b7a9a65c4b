"""The table of formats: what its rows name exists, and a new row is a format everywhere."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from unittest import mock

import pytest
from support.run import Outcome, assert_done, assert_fails, call, run

from lossplot._formats import FORMATS, of_kind

# The figure in words alone: one row and one writer.
NEW_FORMAT = """
from lossplot._formats import FORMATS, Format
from lossplot._formats.provenance import comment_line


def as_text(prepared):
    made = prepared.provenance("txt")
    return f"{comment_line(';', made.software, made.command)}\\n{made.description}\\n".encode()


FORMATS["txt"] = Format("source", "new_format:as_text", "lossplot._formats.provenance.facts:read_comment", b"; Made by")
"""
MAIN = "import new_format; from lossplot._cli.main import main; main()"
BATCH = """
[[figures]]
losses = "hinge"
output = ["a.txt", "a.svg"]

[[figures]]
losses = "logistic"
format = "txt"
"""


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_names_functions_and_first_bytes_of_its_own(name: str) -> None:
    row = FORMATS[name]
    assert callable(resolve_name(row.write))
    assert callable(resolve_name(row.read))
    others = [other.start for other in FORMATS.values() if other is not row]
    assert not [other for other in others if other.startswith(row.start) or row.start.startswith(other)]


def test_every_format_is_of_one_kind_and_comes_in_the_order_of_the_table() -> None:
    assert of_kind("picture") == ("png", "svg", "pdf")
    assert of_kind("numbers") == ("csv", "json")
    assert of_kind("movie", "source") == ("py", "tex", "gif", "webp")
    assert of_kind("picture", "numbers", "source", "movie") == tuple(FORMATS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder beside a module with the new format, which is there for processes and in this one."""
    (tmp_path / "new_format.py").write_text(NEW_FORMAT)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "folder").mkdir()
    with mock.patch.dict(FORMATS), mock.patch.dict(sys.modules):
        importlib.import_module("new_format")
        yield tmp_path / "folder"


def test_a_new_format_is_in_the_help_that_is_made_of_the_table(folder: Path) -> None:
    env = {"COLUMNS": "200", "PYTHONPATH": str(folder.parent)}
    assert ".txt" in run("plot", "--help", cwd=folder, env=env, program=[sys.executable, "-c", MAIN]).text


def test_a_row_and_a_writer_are_a_new_format(folder: Path) -> None:
    lossplot = partial(call, cwd=folder)
    assert_fails(lossplot("hinge", "-o", "a.xyz"), 2, "in one of .csv, .json, .py, .tex, .gif, .webp, .txt")
    assert_fails(lossplot("hinge", "--theme", "auto", "-o", "a.txt"), 2, "choose light, dark or print for txt")
    assert_done(lossplot("hinge", "-o", "a.txt"), "a.txt")
    assert "Hinge falls linearly" in (folder / "a.txt").read_text()
    assert_done(lossplot("logistic", "-f", "txt"), "logistic.txt")

    assert lossplot("info", "a.txt").lines == ["lossplot --format txt hinge"]
    again = lossplot("info", "a.txt", "--rerun")
    assert (again.code, again.changed) == (0, frozenset())

    (folder / "x.toml").write_text(BATCH)
    assert built(lossplot("build", "x.toml", "--jobs=1")) == "1 made, 2 unchanged, 0 failed"
    assert built(lossplot("build", "x.toml", "--check")) == "0 missing, 0 stale, 3 unchanged"
    assert_done(lossplot("huber", "-o", "a.txt"), "a.txt")
    assert built(lossplot("build", "x.toml", "--jobs=1")) == "1 made, 2 unchanged, 0 failed"

    with (folder / "a.txt").open("a") as file:
        file.write("edited\n")
    assert_fails(lossplot("hinge", "-o", "a.txt"), 1, "'a.txt' was edited since lossplot made it")


def built(outcome: Outcome) -> str:
    """The counts of a batch that went well."""
    assert outcome.code == 0, outcome
    return outcome.err.removeprefix("lossplot: ").partition(" in ")[0]
