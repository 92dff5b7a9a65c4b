"""What is printed on a terminal fits it, whatever its width."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import unicodedata
from pathlib import Path
from unittest import mock

import pytest
from support.cases import every, some

from lossplot._cli import destinations
from lossplot._cli import main as guard
from lossplot._cli.destinations import in_characters
from lossplot._cli.tables import aligned
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._losses import LOSSES

# Narrower than this nothing is set: a terminal breaks lines itself.
LEAST = 40
COMMANDS = (
    ("list", "--axis", "ratio"),
    ("list", "survival"),
    ("show", "huber"),
    ("show", "convex"),
    ("table", "hinge", "huber:delta=2", "--axis", "margin", "--at=-1,0.25,1", "--derivative"),
    ("help", "sweeps"),
)


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(words: tuple[str, ...], width: int) -> list[str]:
    """The lines that a command prints on a terminal of so many columns, without colours."""
    raw = io.BytesIO()
    out = Terminal(raw, encoding="utf-8")
    terminal = {"COLUMNS": str(width), "LINES": "50", "TERM": "xterm-256color", "PAGER": "cat", "NO_COLOR": "1"}
    with (
        mock.patch.dict(os.environ, terminal),
        mock.patch.object(sys, "argv", ["lossplot", *words]),
        contextlib.redirect_stdout(out),
    ):
        # As the program itself does at its start.
        os.environ["COLUMNS"] = str(max(LEAST, width))
        assert guard._run() == 0
        out.flush()
    return re.sub(r"\x1b\[[\d;]*[A-Za-z]", "", raw.getvalue().decode()).splitlines()


def test_nothing_that_is_somebodys_is_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    title = "[red]Mine :smile: [/red] [/]"
    (tmp_path / "lossplot.toml").write_text(f'[losses.mine]\nformula = "(1 - m)**6"\ntitle = "{title}"\n')
    assert title in "\n".join(shown(("list",), 200))
    assert title in "\n".join(shown(("list", "mine"), 200))
    (tmp_path / "p.csv").write_text("y,prediction,group\n1,0.5,[/b]\n-1,0.25,:smile:\n")
    table = "\n".join(shown(("score", "p.csv", "hinge", "--by", "group"), 200))
    assert "[/b]" in table
    assert ":smile:" in table


def columns_of(line: str) -> int:
    """How many columns of a terminal a line takes: two for a wide character, none for an accent."""
    return sum(
        2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line if not unicodedata.combining(each)
    )


@pytest.mark.parametrize("wide", ["\u635f", "\uff21", "\u3000", "\uac00"])
def test_a_wide_character_takes_the_room_of_two(wide: str) -> None:
    assert aligned([[wide, "x"], ["ab", "y"], ["a", "z"], ["\u03b3", "w"]]) == [
        f"{wide}  x",
        "ab  y",
        "a   z",
        "\u03b3   w",
    ]
    assert aligned([[wide, "x"], ["abc", "y"]], ">") == [f" {wide}  x", "abc  y"]


@pytest.mark.parametrize("width", some(range(20, 301, 5), 20))
def test_lines_are_no_wider_than_the_terminal(width: int) -> None:
    for words in COMMANDS:
        lines = shown(words, width)
        assert len(lines) > 1, words
        widest = max(lines, key=columns_of)
        # Commands to copy are never broken.
        assert columns_of(widest) <= max(width, LEAST) or "lossplot " in widest, (words, widest)


def test_the_first_column_of_a_list_is_as_wide_as_its_longest_name() -> None:
    for axis in ("margin", "probability"):
        [heading] = [line for line in shown(("list", "--axis", axis), 200) if line.split()[:1] == ["loss"]]
        longest = max(len(loss.name) for loss in LOSSES.values() if loss.axis.name == axis)
        assert heading.index("name") - heading.index("loss") == longest + 3


@pytest.mark.parametrize("size", [(80, 24), (100, 40), (40, 20)], ids=str)
@pytest.mark.parametrize(("losses", "options"), [(["hinge"], {}), (["hinge", "mse"], {"axis": "margin", "title": "T"})])
def test_a_figure_fills_the_terminal_and_leaves_a_line_for_the_prompt(
    losses: list[str], options: dict[str, str], size: tuple[int, int]
) -> None:
    columns, rows = size
    lines = in_characters(resolve(read_spec(losses, options)), size).splitlines()
    assert rows - 6 <= len(lines) < rows
    assert columns - 8 <= max(map(columns_of, lines)) <= columns


def test_a_figure_in_characters_has_the_words_that_are_asked_for_and_no_others() -> None:
    def drawn(**options: str) -> str:
        return in_characters(resolve(read_spec(["hinge", "logistic"], options)), (60, 20))

    plain = drawn()
    assert "Hinge" in plain
    assert "Logistic" in plain
    assert "margin m = y f(x)" in plain
    named = drawn(title="Two *losses*", formula="true", xlabel="the margin")
    assert named.startswith("Two *losses*\n")
    assert named.split("\n")[1:-2] == plain.split("\n")[:-2]
    assert "the margin" in named.split("\n")[-2]
    nameless = drawn(labels="none")
    assert "Hinge" not in nameless
    assert "Logistic" not in nameless
    assert "间隔" in drawn(lang="zh")
    # A step has the line of its curve in the view of both.
    step = drawn(step="1")
    assert "Logistic" not in step
    assert drawn(step="2") == plain
    assert step.split("\n")[-3:] == plain.split("\n")[-3:]


@every(
    ("variables", "has_colours"),
    [
        ({"TERM": "xterm"}, True),
        ({}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, False),
    ],
)
def test_a_terminal_has_colours_unless_it_is_dumb_or_they_are_not_wanted(
    variables: dict[str, str], has_colours: bool
) -> None:
    with mock.patch.dict(os.environ, variables, clear=True):
        assert destinations._has_colours() == has_colours
