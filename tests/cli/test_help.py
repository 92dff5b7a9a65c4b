"""Help: examples that run, words that are explained, and long output by a pager on a terminal."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import typer
from support.cases import some
from support.examples import LINES, examples
from support.run import SCRIPT, TIMEOUT, assert_done, assert_fails, call, clean_environment, run

from lossplot._cli.app import load
from lossplot._cli.commands import COMMANDS
from lossplot._cli.pager import page, pager
from lossplot._cli.topics import TOPICS
from lossplot._curves.parse import read_curves
from lossplot._losses.spellings import PREFIXES

# What the files hold that examples name.
FILES = {
    "predictions.csv": "y,prediction,model\n1,0.9,a\n0,0.2,a\n1,0.6,b\n0,0.7,b\n",
    "logits.csv": "y,0,1,2\n0,2.0,0.5,-1\n2,0.1,0.2,0.3\n1,-1,3,0\n",
    "digits.csv": "y,a,b\n" + "".join(f"{n % 2},{n % 7},{n % 5 - n % 2}\n" for n in range(80)),
    "measured.csv": "x,value\n" + "".join(f"{n / 10},{max(0, 1 - n / 10)}\n" for n in range(-30, 31)),
    "gradients.csv": "x,value,gradient\n" + "".join(f"{n / 10},{(n / 10) ** 2},{n / 5}\n" for n in range(-30, 31)),
    "mine.toml": '[losses]\ncubic = "max(0, 1 - m)**3"\n',
    "figures.toml": '[[figures]]\nlosses = ["hinge"]\noutput = "hinge.svg"\n',
}
PREPARED = ("hinge -o hinge.svg", "build figures.toml -o figures")
# These take long; two of them in a folder that has a gallery.
LONG = ("train", "gallery", "open")
IN_A_GALLERY = ("gallery", "open")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("examples")
    for name, text in FILES.items():
        (path / name).write_text(text, encoding="utf-8")
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    (path / "runs").mkdir()
    parquet.write_table(pyarrow.table({"y": [1, 0, 1], "p": [0.9, 0.2, 0.4]}), path / "runs" / "a.parquet")
    for line in PREPARED:
        outcome = call(*line.split(), cwd=path)
        assert outcome.code == 0, outcome
    return path


@pytest.fixture(scope="module")
def folder_with_gallery(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = shutil.copytree(folder, tmp_path_factory.mktemp("gallery") / "copy")
    outcome = done("lossplot gallery --losses mine.toml -o gallery", path)
    assert outcome.returncode == 0, outcome
    return path


def done(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell, in which lossplot is the one that is tested."""
    path = f"{Path(SCRIPT[0]).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", line],
        cwd=cwd,
        env=clean_environment({"PATH": path, "BROWSER": "true"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_in_its_help(name: str, tmp_path: Path) -> None:
    text = call(name, "--help", cwd=tmp_path).text
    assert examples(name)
    for line in examples(name):
        assert f"    {line}\n" in text
        assert (line.split()[1] == name) == (name != "plot" or line.startswith("lossplot plot"))


# Those that are called as they are, and those that are lines of a shell or take long.
SHORT = [line for line in LINES if line.split()[1] not in LONG and ">" not in line]
IN_A_SHELL = [*sorted((line for line in LINES if line not in SHORT), key=lambda line: ">" not in line), SHORT[0]]
# They compute every figure and every page, sixty frames, or twenty networks for each loss.
LONGEST = (
    *("lossplot gallery --dry-run", "lossplot train hinge logistic -o training.gif"),
    "lossplot train hinge logistic ramp savage --flip 0.3 --repeat 20",
)


@pytest.mark.parametrize("line", some(SHORT, among=6))
def test_every_example_runs(line: str, folder: Path, tmp_path: Path) -> None:
    outcome = call(*shlex.split(line)[1:], cwd=shutil.copytree(folder, tmp_path / "copy"))
    assert outcome.code == 0, outcome
    assert outcome.out or outcome.err or "--quiet" in line


@pytest.mark.parametrize(
    "line",
    [
        *some([line for line in IN_A_SHELL if line not in LONGEST], among=len(IN_A_SHELL)),
        *(pytest.param(line, marks=pytest.mark.nightly) for line in LONGEST),
    ],
)
def test_every_example_of_a_shell_runs(line: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    folder = request.getfixturevalue("folder_with_gallery" if line.split()[1] in IN_A_GALLERY else "folder")
    outcome = done(line, shutil.copytree(folder, tmp_path / "copy"))
    assert outcome.returncode == 0, outcome
    assert outcome.stdout or outcome.stderr or ">" in line or line.startswith("lossplot open")


def test_help_is_that_of_commands(tmp_path: Path) -> None:
    for name in COMMANDS:
        assert call("help", name, cwd=tmp_path).text == call(name, "--help", cwd=tmp_path).text
    everything = call("help", cwd=tmp_path).text
    assert everything.startswith(call("--help", cwd=tmp_path).text)
    for topic in TOPICS:
        assert topic.name in everything[everything.index("'lossplot help WORD'") :]


@pytest.mark.parametrize(
    ("word", "fragments"),
    [
        ("sweep", ("0.1..3", ".gif")),
        ("animation", ("0.1..3",)),
        ("95%", ("huber:delta=95%", "efficient")),
        ("90%", ("huber:delta=95%",)),
        ("formulas", ('"max(0, 1 - m)**2"', "in quotes")),
        ("latex", ("A formula is written",)),
        ("derivative", ("-d, --derivative", "squared-hinge --derivative")),
        ("theme", ("--theme THEME", "plot")),
        ("dpi", ("--dpi N", "plot, grid")),
        ("huber", ("'lossplot show huber'",)),
        ("mse", ("'lossplot show mse'",)),
        ("calibrated", ("'lossplot show calibrated'",)),
        ("px", ("1200x675px",)),
        ("exit code", ("exit status is 0",)),
        ("tab", ("--install-completion",)),
        ("predictions", ("score predictions.csv",)),
        *((library, ("torch:smooth_l1",)) for library in PREFIXES),
    ],
)
def test_a_word_is_explained(word: str, fragments: tuple[str, ...], tmp_path: Path) -> None:
    outcome = call("help", word, cwd=tmp_path)
    assert_done(outcome)
    for fragment in fragments:
        assert fragment in outcome.text, outcome.text
    assert max(map(len, outcome.lines)) <= 80


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_is_found_by_its_name_and_its_words(topic: object, tmp_path: Path) -> None:
    assert isinstance(topic, type(TOPICS[0]))
    assert call("help", topic.name, cwd=tmp_path).lines[0] == topic.name.capitalize()
    for word in topic.words:
        assert call("help", *word.split(), cwd=tmp_path).lines[0] == topic.name.capitalize(), word


def test_numbers_that_a_topic_names_are_those_of_the_losses() -> None:
    [text] = [topic.text for topic in TOPICS if topic.name == "efficiency"]
    for name, of_whom in (("huber:delta", "Huber's"), ("tukey-biweight:c", "Tukey's")):
        [curve] = read_curves([f"{name}=95%"])
        assert f"{curve.values[0]:.3f} for {of_whom}" in text


def test_a_word_is_one_of_one_topic_and_no_command() -> None:
    words = [word for topic in TOPICS for word in (topic.name, *topic.words)]
    assert len(words) == len({*words})
    assert not {*words} & {*COMMANDS}


@pytest.mark.parametrize(("columns", "widest"), [(60, 60), (78, 78), (200, 78)])
def test_an_explanation_is_no_wider_than_is_good_to_read(
    columns: int, widest: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = [line for line in call("help", "sweeps", cwd=tmp_path).lines if not line.startswith("  lossplot")]
    assert widest - 12 <= max(map(len, lines)) <= widest


@pytest.mark.parametrize(("word", "topic"), [("did", "Files"), ("two", "Parameters"), ("been", "Completion")])
def test_a_word_of_three_letters_is_found_in_what_is_said(word: str, topic: str, tmp_path: Path) -> None:
    assert call("help", word, cwd=tmp_path).lines[0] == topic


@pytest.mark.parametrize("word", ["is", "of", "mm"])
def test_a_word_of_two_letters_is_not_looked_for_in_what_is_said(word: str, tmp_path: Path) -> None:
    assert_fails(call("help", word, cwd=tmp_path), 2, f"no help on '{word}'; ")


def test_an_unknown_word_is_told(tmp_path: Path) -> None:
    assert_fails(call("help", "formulsa", cwd=tmp_path), 2, "'formulsa'; did you mean 'formula' or 'formulas'?")
    assert_fails(call("help", "zzzz", cwd=tmp_path), 2, "no help on 'zzzz'; ", "lossplot help")
    assert_fails(call("help", "x" * 600, cwd=tmp_path), 2, "the most is 500")


def test_the_version_has_a_short_option(tmp_path: Path) -> None:
    assert call("-V", cwd=tmp_path) == call("--version", cwd=tmp_path)


# Commands that need no argument, or say in words of their own what is missing.
WITHOUT = ("list", "gallery", "config", "doctor", "help", "check")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WITHOUT])
def test_a_command_without_its_argument_shows_an_example(name: str, tmp_path: Path) -> None:
    assert_fails(call(name, cwd=tmp_path), 2, "as in 'lossplot" if name != "build" else "'lossplot build --example")


# --- a batch to begin with ---


def test_the_example_of_a_batch_asks_for_five_figures(tmp_path: Path) -> None:
    outcome = call("build", "--example", cwd=tmp_path)
    assert_done(outcome)
    text = outcome.text
    assert len(text.splitlines()) <= 12
    (tmp_path / "figures.toml").write_text(text, encoding="utf-8")
    tables = tomllib.loads(text)["figures"]
    assert len(tables) == 2
    asked = call("build", "figures.toml", "-o", "made", "--check", cwd=tmp_path)
    assert (asked.code, len(asked.lines), asked.changed) == (1, 1 + 4, frozenset()), asked
    assert all(line.startswith("missing: made/") for line in asked.lines)
    assert_fails(call("build", "figures.toml", "--example", cwd=tmp_path), 2, "--example prints a file")


@pytest.mark.slow
def test_the_example_of_a_batch_is_built(tmp_path: Path) -> None:
    (tmp_path / "figures.toml").write_text(call("build", "--example", cwd=tmp_path).text, encoding="utf-8")
    built = call("build", "figures.toml", "-o", "made", "--jobs", "1", cwd=tmp_path)
    assert built.code == 0, built
    assert len(built.changed - {"made"}) == 1 + 4


# --- long output on a terminal ---


def on_terminal(*words: str, cwd: Path, lines: int = 24, columns: int = 80, **variables: str) -> str:
    """Run lossplot at a terminal of so many lines and columns, and return what it shows."""
    ours, theirs = pty.openpty()
    environment = clean_environment({"TERM": "xterm", "LINES": str(lines), "COLUMNS": str(columns), **variables})
    process = subprocess.Popen(
        [*SCRIPT, *words], cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    data = b""
    end = time.monotonic() + TIMEOUT
    with contextlib.suppress(OSError):
        while time.monotonic() < end:
            if select.select([ours], [], [], 1.0)[0]:
                data += os.read(ours, 65536)
    os.close(ours)
    assert process.wait(TIMEOUT) == 0, data
    return data.decode().replace("\r\n", "\n")


@pytest.fixture
def marker(tmp_path: Path) -> str:
    """A pager that says that it was called."""
    script = tmp_path / "pager.py"
    script.write_text("import sys\nprint('PAGED', sys.argv[1:])\nsys.stdout.write(sys.stdin.read())\n")
    return f"{sys.executable} {script} -x"


@pytest.mark.parametrize("line", some(["help plot", "list", "show huber", "help", "--help"], among=5))
def test_long_output_goes_to_the_pager_on_a_terminal(line: str, marker: str, tmp_path: Path) -> None:
    shown = on_terminal(*line.split(), cwd=tmp_path, PAGER=marker)
    assert shown.startswith("PAGED ['-x']\n")
    assert shown.count("\n") > 24


@pytest.mark.parametrize(("lines", "is_paged"), [(9, False), (10, True), (11, True)])
def test_a_text_is_paged_that_leaves_no_line_for_the_prompt(
    lines: int, is_paged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = mock.Mock(encoding="utf-8", errors="strict", **{"isatty.return_value": True})
    monkeypatch.setattr(sys, "stdin", mock.Mock(**{"isatty.return_value": True}))
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", sys.executable)
    with mock.patch("subprocess.Popen") as program, mock.patch.object(sys, "stdout", out):
        page("a\n" * lines)
    assert program.called == is_paged


ELSEWHERE = [{"lines": 5000}, {"PAGER": "cat"}, {"PAGER": "no-such-pager-there-is"}]


@pytest.mark.parametrize("terminal", some(ELSEWHERE, among=3), ids=str)
def test_nothing_is_paged_elsewhere(terminal: dict[str, Any], marker: str, tmp_path: Path) -> None:
    shown = on_terminal("help", cwd=tmp_path, **{"PAGER": marker, **terminal})
    assert "PAGED" not in shown
    assert shown.count("\n") > 24


@pytest.mark.slow
def test_nothing_is_paged_without_a_terminal(marker: str, tmp_path: Path) -> None:
    assert "PAGED" not in run("help", cwd=tmp_path, env={"PAGER": marker}, program=SCRIPT).text


def test_the_pager_is_the_one_that_is_asked_for() -> None:
    assert [*pager({"PAGER": f"{sys.executable} -u"})] == [sys.executable, "-u"]
    for variables in ({"PAGER": ""}, {"PAGER": "cat"}, {"PAGER": "'"}, {"PAGER": "no-such-pager"}, {"TERM": "dumb"}):
        assert not pager(variables)


@pytest.mark.parametrize("columns", some((70, 120), among=2))
def test_an_explanation_is_as_wide_as_the_terminal(columns: int, tmp_path: Path) -> None:
    text = call("show", "huber", cwd=tmp_path).text
    lines = on_terminal("show", "huber", cwd=tmp_path, columns=columns, PAGER="cat").splitlines()
    assert max(map(len, lines)) <= columns
    assert "".join("".join(lines).split()) == "".join(text.split())
    if columns == 70:
        # What is too long goes on below its beginning.
        [place] = [place for place, line in enumerate(lines) if line.startswith("  tasks ")]
        start = len(lines[place]) - len(lines[place].split(None, 1)[1])
        assert lines[place + 1][:start].strip() == ""
        assert lines[place + 1][start] != " "


def test_the_options_of_help_do_not_depend_on_who_asked_first(tmp_path: Path) -> None:
    command = load("config")
    command.get_params(typer.Context(command))
    assert "  -h, --help " in call("config", "--help", cwd=tmp_path).text
