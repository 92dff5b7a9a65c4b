"""`lossplot build`: what is missing or stale is drawn, as the command line would; nothing else is touched."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from support.cases import every, some
from support.run import (
    MODULE,
    TIMEOUT,
    Outcome,
    assert_fails,
    assert_line,
    call,
    clean_environment,
    hearing_signals,
    loaded,
    run,
    snapshot,
)

from lossplot._batch import build as building
from lossplot._batch.tasks import Task
from lossplot._figure.spec import FigureSpec
from lossplot._formats import digest as recipe
from lossplot._formats import of_kind
from lossplot._formats.provenance import sealed
from lossplot._losses import registry
from lossplot._version import __version__

FORMATS = of_kind("picture", "numbers", "source")
MOVIES = of_kind("movie")

STILL = [file_format for file_format in FORMATS if file_format != "csv"]
WORDS = ["huber:delta=2", "absolute", "-d", "--range=-2:3", "--title", "A 'title'", "--size", "3x3", "--dpi", "50"]
WITH_ALL_FORMATS = f"""
[defaults]
size = "3x3"
dpi = 50

[[figures]]
losses = ["huber:delta=2", "absolute"]
derivative = true
range = [-2, 3]
title = "A 'title'"
output = {[f"a.{file_format}" for file_format in FORMATS]}
"""
# Three figures that need no drawing, below two folders.
THREE = """
[defaults]
output = "{losses}.json"

[[figures]]
losses = ["hinge"]

[[figures]]
losses = ["huber:delta=2"]
output = "deep/er/huber.json"
title = "Huber"

[[figures]]
losses = ["logistic"]
theme = "dark"
"""
NAMES = ["hinge.json", "deep/er/huber.json", "logistic.json"]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("three")
    write(folder, THREE)
    assert call("build", "x.toml", "-q", cwd=folder).code == 0
    return folder


@pytest.fixture
def batch(three: Path, tmp_path: Path) -> Path:
    """A folder with a batch of three figures, all of them made."""
    return shutil.copytree(three, tmp_path, dirs_exist_ok=True)


def write(folder: Path, text: str) -> None:
    (folder / "x.toml").write_text(text)


def build(folder: Path, *options: str) -> Outcome:
    return call("build", "x.toml", *options, cwd=folder)


def summary(outcome: Outcome) -> str:
    """What the last line says of all files, without its seconds."""
    *_, last = outcome.err.splitlines()
    assert_line(last)
    found = re.fullmatch(r"lossplot: (.+) in \d+\.\d s", last)
    assert found, last
    return found[1]


def assert_built(outcome: Outcome, made: Sequence[str], unchanged: int) -> None:
    """It made just the files `made`, told them in this order, and nothing else."""
    assert outcome.code == 0, outcome
    assert outcome.lines == [*made]
    assert {name for name in outcome.changed if "." in name} == {*made}
    assert summary(outcome) == f"{len(made)} made, {unchanged} unchanged, 0 failed"
    assert outcome.err.count("\n") == 1


def assert_unchanged(outcome: Outcome, unchanged: int) -> None:
    assert_built(outcome, [], unchanged)
    assert not outcome.changed


def edit(path: Path, old: bytes, new: bytes) -> None:
    """Make the file at `path` one that says `new` of who made it, and that nobody edited."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(sealed(data.replace(old, new)))


# --- what is made ---


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One figure in every format, made by a batch."""
    folder = tmp_path_factory.mktemp("made")
    write(folder, WITH_ALL_FORMATS)
    assert_built(build(folder, "-o", "out"), [f"out/a.{file_format}" for file_format in FORMATS], 0)
    return {file_format: (folder / f"out/a.{file_format}").read_bytes() for file_format in FORMATS}


@pytest.mark.slow
def test_the_bytes_are_those_that_the_command_line_gives(made: dict[str, bytes], tmp_path: Path) -> None:
    outputs = [word for file_format in FORMATS for word in ("-o", f"a.{file_format}")]
    assert call(*WORDS, *outputs, cwd=tmp_path).code == 0
    for file_format in FORMATS:
        assert (tmp_path / f"a.{file_format}").read_bytes() == made[file_format], file_format


@pytest.fixture
def all_formats(made: dict[str, bytes], tmp_path: Path) -> Path:
    write(tmp_path, WITH_ALL_FORMATS)
    for file_format, data in made.items():
        (tmp_path / f"a.{file_format}").write_bytes(data)
    return tmp_path


def test_a_second_run_changes_nothing(all_formats: Path) -> None:
    assert_unchanged(build(all_formats), len(FORMATS))


@pytest.mark.slow
def test_a_sweep_is_built_and_is_unchanged_afterwards(tmp_path: Path) -> None:
    write(
        tmp_path,
        "[[figures]]\nlosses = ['huber:delta=0.5..2']\nsize = '2x2'\ndpi = 40\noutput = ['a.gif', 'a.webp']",
    )
    assert_built(build(tmp_path), ["a.gif", "a.webp"], 0)
    assert_unchanged(build(tmp_path), 2)
    assert call("huber:delta=0.5..2", "--size=2x2", "--dpi=40", "-o", "b.gif", cwd=tmp_path).code == 0
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()
    for file_format in MOVIES:
        edit(tmp_path / f"a.{file_format}", recipe.source().encode(), b"0123456789abcdef")
    assert_unchanged(build(tmp_path), 2)


def test_files_come_in_the_order_of_the_file_below_the_folder(tmp_path: Path) -> None:
    write(tmp_path, THREE)
    outcome = build(tmp_path, "-o", "a/b")
    assert_built(outcome, [f"a/b/{name}" for name in NAMES], 0)


def test_quietly_only_errors_are_told(tmp_path: Path) -> None:
    write(tmp_path, THREE)
    outcome = build(tmp_path, "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, b"", "")
    assert outcome.changed >= {*NAMES}


def test_a_warning_is_told_with_its_figure(tmp_path: Path) -> None:
    write(tmp_path, "\n[[figures]]\nlosses = ['hinge', 'hinge']\noutput = 'a.json'")
    outcome = build(tmp_path)
    assert outcome.code == 0
    assert outcome.err.splitlines()[0] == ("lossplot: warning: x.toml:2: figures[0]: hinge is given twice; drawn once")
    assert "warning" not in build(tmp_path, "--force", "-q").err


# --- what is stale ---


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("theme = 'dark'".replace("'", '"'), 'theme = "light"', "logistic.json"),
        ('title = "Huber"', 'title = "huber"', "deep/er/huber.json"),
        ('title = "Huber"', "", "deep/er/huber.json"),
        ("delta=2", "delta=2.5", "deep/er/huber.json"),
        ('title = "Huber"', 'title = "Huber"\nderivative = true', "deep/er/huber.json"),
        ('title = "Huber"', 'title = "Huber"\nlang = "zh"', "deep/er/huber.json"),
        ('title = "Huber"', 'title = "Huber"\nrange = [-1, 1]', "deep/er/huber.json"),
    ],
)
def test_only_what_changed_is_made_again(batch: Path, old: str, new: str, name: str) -> None:
    assert_unchanged(build(batch), 3)
    assert old in THREE
    write(batch, THREE.replace(old, new))
    outcome = build(batch)
    assert_built(outcome, [name], 2)
    assert_unchanged(build(batch), 3)


def test_a_missing_file_is_made_again(batch: Path) -> None:
    (batch / NAMES[1]).unlink()
    assert_built(build(batch), [NAMES[1]], 2)


def test_what_is_the_same_in_other_words_is_unchanged(batch: Path) -> None:
    write(batch, THREE.replace('["hinge"]', '"hinge"').replace("[[figures]]", "# more\n\n[[ figures ]]"))
    assert_unchanged(build(batch), 3)


def forge(folder: Path, old: str, new: str) -> None:
    """Change what the files in `folder` say of who made them."""
    for file_format in STILL:
        edit(folder / f"a.{file_format}", old.encode(), new.encode())


def test_another_version_of_lossplot_makes_all_stale(all_formats: Path) -> None:
    forge(all_formats, f"lossplot {__version__}", f"lossplot {'9' * len(__version__)}")
    outcome = build(all_formats, "--check")
    assert outcome.lines == [f"stale: a.{file_format}" for file_format in STILL]


def test_another_version_of_matplotlib_makes_nothing_stale(all_formats: Path) -> None:
    from matplotlib import __version__ as version

    for file_format in ("png", "svg", "pdf", "py", "tex"):
        edit(all_formats / f"a.{file_format}", f"matplotlib {version}".encode(), b"matplotlib " + b"9" * len(version))
    assert_unchanged(build(all_formats), len(FORMATS))
    assert build(all_formats, "--check").code == 0


def test_other_code_that_draws_the_same_makes_nothing_stale(all_formats: Path) -> None:
    forge(all_formats, recipe.source(), "0123456789abcdef")
    assert_unchanged(build(all_formats), len(FORMATS))


def test_another_formula_makes_its_figures_stale(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hinge = registry.LOSSES["hinge"]
    monkeypatch.setattr(recipe, "source", lambda: "0123456789abcdef")
    assert_unchanged(build(batch), 3)
    changed = replace(hinge, formula=hinge.formula.replace("threshold - beta*m", "threshold - 1.01*beta*m"))
    assert changed != hinge
    monkeypatch.setitem(registry._by_name(), "hinge", changed)
    assert_built(build(batch), ["hinge.json"], 2)


def test_a_changed_style_makes_its_figures_stale(tmp_path: Path) -> None:
    text = "[[figures]]\nlosses = ['hinge']\nsize = '2x2'\noutput = ['a.svg', 'a.json']\nstyle = 'a.mplstyle'\n"
    write(tmp_path, text)
    style = tmp_path / "a.mplstyle"
    style.write_text("lines.linewidth: 2\n")
    assert_built(build(tmp_path), ["a.svg", "a.json"], 0)
    assert_unchanged(build(tmp_path), 2)
    style.write_text("lines.linewidth: 3\n")
    assert_built(build(tmp_path), ["a.svg", "a.json"], 0)
    style.unlink()
    assert_fails(build(tmp_path, "-q"), 1, "x.toml:1: figures[0]", "a.mplstyle")


@pytest.mark.parametrize("others", ['lang = "zh"', 'for = "neurips"', 'title = "\u635f\u5931"'])
def test_a_font_that_was_looked_for_is_no_change(tmp_path: Path, others: str) -> None:
    write(tmp_path, f"[[figures]]\nlosses = ['hinge']\noutput = 'a.svg'\n{others}")
    assert build(tmp_path).code == 0
    assert_unchanged(build(tmp_path), 1)


def test_a_font_is_asked_for_in_any_case_and_its_removal_is_a_change(tmp_path: Path) -> None:
    text = "[[figures]]\nlosses = ['hinge']\noutput = 'a.svg'\n"
    write(tmp_path, f"{text}font = 'dejavu SERIF'")
    assert_built(build(tmp_path), ["a.svg"], 0)
    assert_unchanged(build(tmp_path), 1)
    write(tmp_path, f"{text}font = 'DejaVu Sans Mono'")
    assert_built(build(tmp_path), ["a.svg"], 0)
    write(tmp_path, text)
    assert_built(build(tmp_path), ["a.svg"], 0)
    assert_unchanged(build(tmp_path), 1)


@pytest.mark.parametrize("lost", some([1, 300], among=2))
def test_a_file_cut_off_is_told_and_made_again_by_force(all_formats: Path, made: dict[str, bytes], lost: int) -> None:
    cut = {f"a.{file_format}": data[:-lost] for file_format, data in made.items()}
    for name, data in cut.items():
        (all_formats / name).write_bytes(data)
    outcome = build(all_formats)
    assert (outcome.code, outcome.out, outcome.changed) == (1, b"", frozenset())
    # A PDF is found from its end: without more of that than a line's end nobody knows whose it was.
    assert outcome.err.count("was edited since lossplot made it") == (len(FORMATS) if lost == 1 else len(FORMATS) - 1)
    assert summary(outcome) == f"0 made, 0 unchanged, {len(FORMATS)} failed"
    assert build(all_formats, "--force").code == 0
    assert {name: (all_formats / name).read_bytes() for name in cut} == {f"a.{each}": made[each] for each in made}


@pytest.mark.slow
def test_a_file_in_another_format_than_its_name_is_made_again(all_formats: Path, made: dict[str, bytes]) -> None:
    for file_format in FORMATS:
        (all_formats / f"a.{file_format}").write_bytes(made["png" if file_format != "png" else "svg"])
    assert build(all_formats).lines == [f"a.{file_format}" for file_format in FORMATS]


# --- what is not ours ---


@pytest.mark.parametrize("data", [b"", b"mine\n", b"{}", b"%PDF-1.4"])
def test_somebody_s_file_is_left_alone_unless_forced(batch: Path, data: bytes) -> None:
    (batch / "hinge.json").write_bytes(data)
    (batch / "logistic.json").unlink()
    outcome = build(batch)
    assert outcome.code == 1
    assert outcome.lines == ["logistic.json"]
    assert (batch / "hinge.json").read_bytes() == data
    told = "x.toml:5: figures[0]: 'hinge.json' exists and was not made by lossplot; use --force to replace it"
    assert outcome.err.splitlines()[0] == f"lossplot: {told}"
    assert summary(outcome) == "1 made, 1 unchanged, 1 failed"
    assert build(batch, "--check").code == 1
    outcome = build(batch, "--force")
    assert (outcome.code, outcome.lines) == (0, NAMES)
    assert_unchanged(build(batch), 3)


def test_a_cut_off_pdf_might_be_anybody_s(all_formats: Path, made: dict[str, bytes]) -> None:
    (all_formats / "a.pdf").write_bytes(made["pdf"][:-30])
    assert "was not made by lossplot" in build(all_formats).err


# --- one that is wrong among others ---


def test_a_wrong_figure_is_told_with_its_line_and_the_others_are_made(tmp_path: Path) -> None:
    wrong = "[[figures]]\nlosses = ['hnige']\noutput = ['b.svg', 'b.png']\n[[figures]]\nlosses = ['hinge']\ndpi = 1\n"
    write(tmp_path, THREE + wrong)
    outcome = build(tmp_path)
    assert (outcome.code, outcome.lines) == (1, NAMES)
    dpi, name, _ = outcome.err.splitlines()
    line = THREE.count("\n") + 1
    assert dpi.startswith(f"lossplot: x.toml:{line + 3}: figures[4]: dpi must be from 10 to 2400")
    assert name.startswith(f"lossplot: x.toml:{line}: figures[3]: unknown loss 'hnige'; did you mean 'hinge'?")
    assert summary(outcome) == "3 made, 0 unchanged, 3 failed"
    assert build(tmp_path, "--check").code == 1


def test_what_only_drawing_shows_is_told_once_for_all_files_of_a_figure(tmp_path: Path) -> None:
    wrong = "[[figures]]\nlosses = ['hinge']\nfont = 'No Such'\noutput = ['b.svg', 'b.png']\n"
    write(tmp_path, wrong + THREE)
    outcome = build(tmp_path)
    assert outcome.code == 1
    first, _ = outcome.err.splitlines()
    assert first.startswith("lossplot: x.toml:1: figures[0]: no installed font is called 'No Such'")
    assert "2 failed" in summary(outcome)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (MemoryError(), "out of memory; ask for a smaller figure"),
        (ZeroDivisionError("division by zero"), "internal error (ZeroDivisionError: division by zero)"),
        (RecursionError("too deep"), "internal error (RecursionError: too deep)"),
    ],
)
def test_no_fault_of_one_figure_stops_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, told: str
) -> None:
    produced = building._produced

    def fail(step: building.Step, formats: Sequence[str]) -> dict[str, bytes]:
        if step.task.spec.title:
            raise fault
        return produced(step, formats)

    monkeypatch.setattr(building, "_produced", fail)
    write(tmp_path, THREE)
    outcome = build(tmp_path)
    assert (outcome.code, outcome.lines) == (1, ["hinge.json", "logistic.json"])
    assert outcome.err.startswith(f"lossplot: x.toml:8: figures[1]: {told}")


def test_a_name_that_is_too_long_stops_no_others(tmp_path: Path) -> None:
    write(tmp_path, f"{THREE}[[figures]]\nlosses = ['hinge']\noutput = '{'a' * 300}.svg'")
    outcome = build(tmp_path)
    assert (outcome.code, outcome.lines) == (1, NAMES)
    assert "figures[3]: cannot write 'aaa" in outcome.err
    assert "File name too long" in outcome.err


@pytest.mark.parametrize("words", ["build", "build no.toml", "build x.toml --bogus", "build x.toml y.toml"])
def test_a_wrong_request_is_told(tmp_path: Path, words: str) -> None:
    write(tmp_path, THREE)
    assert_fails(call(*words.split(), cwd=tmp_path), 2)


# What each of them does where a file is missing: the exit status, whether the file is made, what is printed.
WAYS = {
    (): (0, True, ["a.json"]),
    ("--check",): (1, False, ["missing: a.json"]),
    ("--dry-run",): (0, False, ["a.json"]),
    ("--force",): (0, True, ["a.json"]),
    ("--watch",): (1, True, ["a.json"]),
    ("--force", "--watch"): (1, True, ["a.json"]),
}


@every("words", [words for n in range(5) for words in combinations(("--check", "--dry-run", "--force", "--watch"), n)])
def test_looking_and_writing_exclude_each_other_and_drawing_all_may_be_watched(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: float) -> None:
        raise SystemExit(130)

    monkeypatch.setattr("lossplot._cli.build.time.sleep", stop)
    write(tmp_path, "[[figures]]\nlosses = 'hinge'\noutput = 'a.json'\n")
    (tmp_path / "a.json").unlink(missing_ok=True)
    outcome = build(tmp_path, *words)
    if words in WAYS:
        code, is_made, lines = WAYS[words]
        assert (outcome.code, outcome.changed, outcome.lines) == (code, frozenset({"a.json"} if is_made else ()), lines)
    else:
        assert_fails(outcome, 2, "--check and --dry-run write nothing, and --force and --watch do; choose")
    if len(words) > 1 and "--watch" not in words:
        refusal = "--check and --dry-run write nothing, and --force does; choose"
        assert_fails(call("gallery", *words, cwd=tmp_path), 2, refusal)


@pytest.mark.parametrize("jobs", ["0", "-1", "1.5", "257", "nan", "inf", "many", "", "1e999"])
def test_a_wrong_number_of_jobs_is_told(batch: Path, jobs: str) -> None:
    assert_fails(build(batch, f"--jobs={jobs}"), 2, "jobs", repr(jobs))


# --- looking without touching ---


def test_a_check_lists_what_is_missing_or_stale_and_writes_nothing(batch: Path) -> None:
    (batch / "hinge.json").unlink()
    write(batch, THREE.replace("delta=2", "delta=3"))
    outcome = build(batch, "--check")
    assert (outcome.code, outcome.lines) == (1, ["missing: hinge.json", "stale: deep/er/huber.json"])
    assert not outcome.changed
    first, second = outcome.err.splitlines()
    assert re.fullmatch(r"lossplot: 1 missing, 1 stale, 1 unchanged in \d\.\d s", first)
    assert second == "lossplot: 2 files are not up to date; run: lossplot build x.toml -o ."


def test_a_check_makes_no_folder(tmp_path: Path) -> None:
    write(tmp_path, THREE)
    for option in ("--check", "--dry-run"):
        outcome = build(tmp_path, option, "-o", "a b")
        assert not outcome.changed
        assert outcome.code == (option == "--check")
    assert build(tmp_path, "--check", "-o", "a b").err.endswith("run: lossplot build x.toml -o 'a b'\n")


def test_a_check_of_what_is_up_to_date_is_silent_on_stdout(batch: Path) -> None:
    outcome = build(batch, "--check")
    assert (outcome.code, outcome.out) == (0, b"")
    assert summary(outcome) == "0 missing, 0 stale, 3 unchanged"
    assert (build(batch, "--check", "-q").out, build(batch, "--check", "-q").err) == (b"", "")


def test_a_dry_run_lists_what_would_be_made(batch: Path) -> None:
    (batch / "hinge.json").unlink()
    outcome = build(batch, "--dry-run")
    assert (outcome.code, outcome.lines) == (0, ["hinge.json"])
    assert not outcome.changed
    assert summary(outcome) == "1 missing, 0 stale, 2 unchanged"


def test_a_check_leaves_old_leftovers_alone(batch: Path) -> None:
    leftover(batch, 10_000)
    assert not build(batch, "--check").changed
    assert build(batch).changed == {".lossplot-x.tmp"}


def leftover(folder: Path, age: float) -> Path:
    path = folder / ".lossplot-x.tmp"
    path.touch()
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize(("age", "stays"), [(0.0, True), (300.0, True), (1000.0, False)])
@pytest.mark.parametrize("below", [".", "deep/er"])
def test_what_a_killed_write_left_is_removed_when_no_write_can_need_it(
    batch: Path, age: float, stays: bool, below: str
) -> None:
    path = leftover(batch / below, age)
    mine = batch / below / "mine.tmp"
    mine.touch()
    os.utime(mine, (0.0, 0.0))
    assert build(batch).code == 0
    assert path.exists() == stays
    assert mine.exists()


# --- processes ---

MANY = "".join(f"[[figures]]\nlosses = ['huber:delta={n}']\noutput = '{n}.json'\n" for n in range(1, 17))


@pytest.mark.parametrize(("execute", "jobs"), [(call, "1"), pytest.param(run, "2.0", marks=pytest.mark.slow)])
def test_any_number_of_processes_makes_the_same_in_the_same_order(
    tmp_path: Path, execute: Callable[..., Outcome], jobs: str
) -> None:
    write(tmp_path, f"{MANY}[[figures]]\nlosses = ['hinge']\nstyle = 'no.mplstyle'\noutput = 'a.json'")
    outcome = execute("build", "x.toml", "--jobs", jobs, cwd=tmp_path)
    assert (outcome.code, outcome.lines) == (1, [f"{n}.json" for n in range(1, 17)])
    assert outcome.err.startswith("lossplot: x.toml:49: figures[16]: cannot read 'no.mplstyle'")
    assert summary(outcome) == "16 made, 0 unchanged, 1 failed"
    assert call("huber:delta=7", "-o", "own.json", cwd=tmp_path).code == 0
    assert (tmp_path / "7.json").read_bytes() == (tmp_path / "own.json").read_bytes()


@pytest.mark.slow
def test_nothing_is_imported_to_see_that_nothing_changed(all_formats: Path) -> None:
    write(all_formats, WITH_ALL_FORMATS.replace("'a.csv', ", ""))
    assert loaded(all_formats, ["-m", "lossplot", "build", "x.toml"]).isdisjoint({"numpy", "matplotlib", "rich"})
    write(all_formats, WITH_ALL_FORMATS)
    assert "matplotlib" not in loaded(all_formats, ["-m", "lossplot", "build", "x.toml", "--check"])


@pytest.mark.slow
def test_numbers_need_no_matplotlib(tmp_path: Path) -> None:
    write(tmp_path, MANY)
    assert "matplotlib" not in loaded(tmp_path, ["-m", "lossplot", "build", "x.toml", "--jobs", "2"])


# --- watching ---


def until(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        if condition():
            return
        time.sleep(0.02)
    pytest.fail(f"it did not happen: {process.poll()}")


@pytest.mark.slow
def test_watching_draws_what_is_saved_and_outlives_mistakes(tmp_path: Path) -> None:
    write(tmp_path, THREE)
    err = tmp_path / "err"
    with hearing_signals(), err.open("w") as stderr:
        process = subprocess.Popen(
            [*MODULE, "build", "x.toml", "--watch", "-o", "out"],
            cwd=tmp_path,
            env=clean_environment(),
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    with process:
        until(lambda: "3 made" in err.read_text(), process)
        before = snapshot(tmp_path / "out")
        for mistake in ("[[figures", "[[figures]]\nlosses = []\n"):
            told = err.read_text().count("\n")
            write(tmp_path, mistake)
            until(lambda told=told: err.read_text().count("\n") > told, process)  # type: ignore[misc]
        assert snapshot(tmp_path / "out") == before
        write(tmp_path, THREE.replace('"hinge"', '"ramp"'))
        until((tmp_path / "out" / "ramp.json").exists, process)
        until(lambda: "1 made, 2 unchanged" in err.read_text(), process)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 130
    assert out.splitlines() == [*(f"out/{name}" for name in NAMES), "out/ramp.json"]
    *_, last = err.read_text().splitlines()
    assert last == "lossplot: stopped watching"
    for line in err.read_text().splitlines():
        assert_line(line)


def test_watching_looks_again_after_a_moment_and_draws_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, THREE)
    texts = [THREE, "[[figures", THREE.replace("delta=2", "delta=3"), THREE.replace("delta=2", "delta=3")]
    pauses: list[float] = []

    def save_another(seconds: float) -> None:
        pauses.append(seconds)
        if not texts:
            raise SystemExit(130)
        if texts[0] != (tmp_path / "x.toml").read_text():
            write(tmp_path, texts[0])
        del texts[0]

    monkeypatch.setattr("lossplot._cli.build.time.sleep", save_another)
    outcome = build(tmp_path, "--watch", "--jobs=1")
    assert outcome.lines == [*NAMES, NAMES[1]]
    first, mistake, last = outcome.err.splitlines()
    assert first.startswith("lossplot: 3 made, 0 unchanged, 0 failed in ")
    assert mistake.startswith("lossplot: x.toml: ")
    assert last.startswith("lossplot: 1 made, 2 unchanged, 0 failed in ")
    # Long enough to leave a processor alone, and too short to wait for.
    assert {*pauses} == {pauses[0]}
    assert 0.05 <= pauses[0] <= 0.5


@pytest.mark.parametrize("option", ["--check", "--dry-run", "-q"])
@pytest.mark.parametrize("name", ["a.json", "a.svg"])
def test_a_style_that_is_not_there_is_told_whatever_is_asked(option: str, name: str, tmp_path: Path) -> None:
    write(tmp_path, f"[[figures]]\nlosses = 'hinge'\noutput = '{name}'\nstyle = 'a.mplstyle'\n")
    outcome = build(tmp_path, option)
    assert (outcome.code, outcome.out) == (1, b"")
    assert outcome.err.startswith("lossplot: x.toml:1: figures[0]: cannot read 'a.mplstyle': No such file")


def test_every_file_of_a_figure_counts(tmp_path: Path) -> None:
    write(tmp_path, "[[figures]]\nlosses = 'hinge'\noutput = ['a.json', 'b.json', 'c.json']\n" + THREE)
    assert summary(build(tmp_path)) == "6 made, 0 unchanged, 0 failed"
    assert_unchanged(build(tmp_path), 6)
    assert summary(build(tmp_path, "--check")) == "0 missing, 0 stale, 6 unchanged"
    for name in ("a.json", "b.json"):
        (tmp_path / name).unlink()
    counts, remedy = build(tmp_path, "--check").err.splitlines()
    assert counts.startswith("lossplot: 2 missing, 0 stale, 4 unchanged in ")
    assert remedy.startswith("lossplot: 2 files are not up to date; run: ")
    (tmp_path / "a.json").write_text("mine")
    assert summary(build(tmp_path)) == "1 made, 4 unchanged, 1 failed"
    write(tmp_path, "[[figures]]\nlosses = 'hnige'\noutput = ['d.json', 'e.json']\n")
    assert summary(build(tmp_path)) == "0 made, 0 unchanged, 2 failed"


def test_the_remedy_names_the_files_of_losses_too(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[losses]\nmine = "max(0, 1 - m)**3"\n')
    write(tmp_path, "[[figures]]\nlosses = 'mine'\noutput = 'a.json'")
    *_, last = build(tmp_path, "--check", "--losses", "own.toml", "-o", "a b").err.splitlines()
    assert last.endswith("run: lossplot build x.toml --losses own.toml -o 'a b'")
    assert call(*shlex.split(last.partition("run: lossplot ")[2]), cwd=tmp_path).lines == ["a b/a.json"]
    assert build(tmp_path, "--check", "--losses", "own.toml", "-o", "a b").code == 0


@every(
    ("sample", "sampled"),
    [(0, []), (1, [0, 1, 2, 3, 4, 5, 6]), (2, [0, 2, 4, 6]), (3, [0, 3, 6]), (4, [0, 4]), (7, [0]), (40, [0])],
)
def test_one_of_so_many_files_that_need_no_drawing_is_drawn_again(
    sample: int, sampled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = [task_of(f"{number}.json") for number in range(7)]
    missing = [task_of("missing.json"), *there[:3], task_of("other missing.json"), *there[3:]]
    monkeypatch.setattr(building, "state_of", lambda path, *_: "missing" if "missing" in path else "unchanged")
    for tasks in (there, missing):
        steps, failed = building.survey(tasks, "", False, False, sample)
        assert not failed
        states = [step.states[path] for step in steps for path in step.states if "missing" not in path]
        assert [place for place, state in enumerate(states) if state == "sampled"] == sampled
        assert {*states} <= {"sampled", "unchanged"}


def task_of(path: str) -> Task:
    return Task(FigureSpec(("hinge",)), {path: "json"})


def test_a_file_that_says_it_was_drawn_by_this_code_is_compared_where_it_is_sampled(tmp_path: Path) -> None:
    write(tmp_path, "[[figures]]\nlosses = 'hinge'\noutput = 'a.json'\n")
    assert build(tmp_path).code == 0
    edit(tmp_path / "a.json", b"3.0", b"2.5")
    for sample, status in ((0, "unchanged"), (1, "stale")):
        [step], _ = building.survey([task_of("a.json")], str(tmp_path), False, False, sample)
        assert step.is_done == (sample == 0)
        [outcome] = building.perform(building.check(step)[0])
        assert (outcome.status, outcome.message) == (status, "")
    # Made again as it was, it is the same, and nothing is said of it.
    assert build(tmp_path, "--force").code == 0
    [step], _ = building.survey([task_of("a.json")], str(tmp_path), False, False, 1)
    [outcome] = building.perform(building.check(step)[0])
    assert (outcome.status, outcome.message) == ("unchanged", "")


def test_the_remedy_is_a_command_that_works(batch: Path) -> None:
    (batch / "hinge.json").unlink()
    *_, last = build(batch, "--check").err.splitlines()
    words = shlex.split(last.partition("run: ")[2])
    assert words[0] == "lossplot"
    assert call(*words[1:], cwd=batch).lines == ["hinge.json"]
    assert build(batch, "--check").code == 0
