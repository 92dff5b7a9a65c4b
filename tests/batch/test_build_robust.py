"""Whatever happens to a batch, each file is whole, no process stays, and the next run finishes the work."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from support.cases import some
from support.faults import Faults
from support.run import MODULE, TIMEOUT, assert_fails, assert_line, call, clean_environment, hearing_signals, run

from lossplot._batch import processes as workers
from lossplot._batch.processes import Crash, call_each

linux_only = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes can be seen in /proc only")
# Many enough that no run is over before it is ended.
FIGURES = 64
FORMATS = ("png", "svg", "pdf")


def write(folder: Path) -> list[str]:
    """A batch of small figures; their names."""
    text = "[defaults]\nsize = '2x2'\ndpi = 40\n"
    names = [f"{number % 3}/{number}.{FORMATS[number % 3]}" for number in range(FIGURES)]
    for number, name in enumerate(names, 1):
        text += f"[[figures]]\nlosses = 'huber:delta={number}'\noutput = '{name}'\n"
    (folder / "x.toml").write_text(text)
    return names


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """A build as the leader of a group of processes of its own; what it tells of is in the file `told`."""
    with hearing_signals(), (folder / "told").open("w") as stdout:
        return subprocess.Popen(
            [*MODULE, "build", "x.toml", "--jobs", "2", *options],
            cwd=folder,
            env=clean_environment(),
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


def processes(group: int) -> Iterator[int]:
    """Those of `group` that run."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            yield int(path.parent.name)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    pytest.fail("it did not happen")


def outputs(folder: Path) -> list[str]:
    return (folder / "told").read_text().splitlines()


def pictures(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix[1:] in FORMATS]


def assert_whole(path: Path) -> None:
    """Readers of its kind can read all of the file."""
    match path.suffix:
        case ".png":
            with Image.open(path) as picture:
                picture.load()
        case ".svg":
            ET.parse(path)
        case ".pdf":
            data = path.read_bytes()
            assert data.startswith(b"%PDF-")
            assert data.endswith(b"%%EOF\n")


def leftovers(folder: Path) -> list[Path]:
    return [*folder.rglob(".lossplot-*.tmp")]


# --- signals ---


@pytest.mark.slow
@linux_only
def test_a_run_ended_at_any_moment_leaves_whole_files_and_the_next_run_finishes(tmp_path: Path) -> None:
    names = write(tmp_path)
    moments = Random(7)
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)):
        with start(tmp_path) as process:
            until(lambda: len(outputs(tmp_path)) >= 2)
            time.sleep(0.05 * moments.random())
            # Ctrl-C reaches every process of a terminal.
            (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
            _, err = process.communicate(timeout=TIMEOUT)
        until(lambda group=process.pid: not [*processes(group)])  # type: ignore[misc]
        assert process.returncode == code
        files = pictures(tmp_path)
        assert {*outputs(tmp_path)} <= {str(path.relative_to(tmp_path)) for path in files} < {*names}
        for path in files:
            assert_whole(path)
        if number == signal.SIGINT:
            assert err == f"lossplot: interrupted: {len(outputs(tmp_path))} of {FIGURES} files written\n"
        else:
            assert err == ""
        assert number == signal.SIGKILL or not leftovers(tmp_path)
    before = len(pictures(tmp_path))
    outcome = run("build", "x.toml", "--jobs", "1", cwd=tmp_path)
    assert outcome.code == 0
    assert f"{FIGURES - before} made, {before} unchanged, 0 failed" in outcome.err
    for name in names:
        assert_whole(tmp_path / name)


IN_A_DESTRUCTOR = """
import signal, sys, time
from lossplot._batch import processes as workers
from lossplot._cli import main as guard

class Dying:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

guard._handle_signals()
if sys.argv[1:]:
    signal.signal(signal.SIGTERM, workers._leave)
dying = Dying()
del dying
time.sleep(0.5)
print("went on")
"""


@pytest.mark.slow
@pytest.mark.parametrize(("words", "code", "out"), [([], 143, b""), (["worker"], 0, b"went on\n")])
def test_a_signal_where_nothing_can_be_raised_is_no_traceback(
    tmp_path: Path, words: list[str], code: int, out: bytes
) -> None:
    outcome = run(cwd=tmp_path, program=[sys.executable, "-c", IN_A_DESTRUCTOR, *words])
    assert (outcome.code, outcome.out, outcome.err) == (code, out, "")


@pytest.mark.slow
@linux_only
def test_a_killed_worker_is_told_and_the_others_figures_are_made(tmp_path: Path) -> None:
    names = write(tmp_path)
    with start(tmp_path) as process:
        until(lambda: len(outputs(tmp_path)) >= 2)
        worker = next(each for each in processes(process.pid) if each != process.pid)
        os.kill(worker, signal.SIGKILL)
        _, err = process.communicate(timeout=TIMEOUT)
    [lost] = {*names} - {*outputs(tmp_path)}
    assert outputs(tmp_path) == [name for name in names if name != lost]
    first, last = err.splitlines()
    number = names.index(lost)
    place = f"x.toml:{4 + 3 * number}: figures[{number}]"
    assert first == f"lossplot: {place}: {lost}: the process that drew it was killed by signal 9 (SIGKILL)"
    assert_line(first)
    assert f"{FIGURES - 1} made, 0 unchanged, 1 failed" in last
    assert process.returncode == 1
    assert not [*processes(process.pid)]
    assert call("build", "x.toml", cwd=tmp_path).code == 0


@pytest.mark.slow
def test_two_runs_into_one_folder_do_not_hurt_each_other(tmp_path: Path) -> None:
    names = write_numbers(tmp_path, 1, 60)
    both = [start(tmp_path, "--jobs", "1") for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=TIMEOUT)
        assert process.returncode == 0
        assert "0 failed" in err
    for name in names:
        json.loads((tmp_path / name).read_bytes())
    assert {*os.listdir(tmp_path)} == {*names, "x.toml", "told"}
    assert "0 missing, 0 stale, 60 unchanged" in call("build", "x.toml", "--check", cwd=tmp_path).err


# --- disks and folders ---


@pytest.mark.parametrize("code", some([errno.ENOSPC, errno.EIO, errno.EROFS], among=3), ids=errno.errorcode.get)
@pytest.mark.parametrize("at", [1, 2])
def test_a_disk_that_fails_one_figure_leaves_its_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, at: int
) -> None:
    names = write_numbers(tmp_path, 1)
    assert call("build", "x.toml", cwd=tmp_path).code == 0
    old = (tmp_path / names[at - 1]).read_bytes()
    write_numbers(tmp_path, 2)
    with monkeypatch.context() as patch:
        Faults(patch, "write", OSError(code, os.strerror(code)), at)
        outcome = call("build", "x.toml", cwd=tmp_path)
    others = [name for name in names if name != names[at - 1]]
    assert (outcome.code, outcome.lines) == (1, others)
    assert outcome.changed == {*others}
    assert (tmp_path / names[at - 1]).read_bytes() == old
    message, _ = outcome.err.splitlines()
    assert f"figures[{at - 1}]: cannot write '{names[at - 1]}': {os.strerror(code)}; choose another place" in message
    assert call("build", "x.toml", cwd=tmp_path).lines == [names[at - 1]]


def write_numbers(folder: Path, scale: float, figures: int = 3) -> list[str]:
    """A batch of figures that need no drawing; their names."""
    names = [f"{number}.json" for number in range(figures)]
    tables = (
        f"[[figures]]\nlosses = 'huber:delta={scale + number}'\noutput = '{name}'\n"
        for number, name in enumerate(names)
    )
    (folder / "x.toml").write_text("".join(tables))
    return names


def test_a_folder_that_may_not_be_written_is_told_before_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_numbers(tmp_path, 1)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    outcome = call("build", "x.toml", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (1, b"")
    assert not outcome.changed
    *messages, last = outcome.err.splitlines()
    assert len(messages) == 3
    assert all("cannot write in directory" in line and "Permission denied" in line for line in messages)
    assert "0 made, 0 unchanged, 3 failed" in last


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    names = write_numbers(tmp_path, 1)
    call("build", "x.toml", cwd=tmp_path)
    (tmp_path / names[0]).chmod(0o444)
    write_numbers(tmp_path, 2)
    outcome = call("build", "x.toml", cwd=tmp_path)
    assert (outcome.code, outcome.lines) == (1, names[1:])
    assert "figures[0]: cannot write '0.json': it is read-only" in outcome.err


def test_the_folder_may_be_no_file(tmp_path: Path) -> None:
    write_numbers(tmp_path, 1)
    (tmp_path / "out").touch()
    assert_fails(call("build", "x.toml", "-o", "out", cwd=tmp_path), 1, "cannot make directory 'out'", "File exists")


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_folder_where_a_file_is_to_be_and_the_other_way_round_fail_their_figures(
    tmp_path: Path, force: list[str]
) -> None:
    text = "".join(f"[[figures]]\nlosses = 'hinge'\noutput = '{name}.json'\n" for name in ("a", "b.json/b", "c"))
    (tmp_path / "x.toml").write_text(text)
    (tmp_path / "a.json").mkdir()
    (tmp_path / "b.json").write_text("mine")
    outcome = call("build", "x.toml", *force, cwd=tmp_path)
    assert (outcome.code, outcome.lines) == (1, ["c.json"])
    assert outcome.changed == {"c.json"}
    folder, file, _ = outcome.err.splitlines()
    assert "x.toml:1: figures[0]: cannot" in folder
    assert "'a.json': it is a directory" in folder
    assert "x.toml:4: figures[1]: cannot make directory 'b.json'" in file


def test_a_link_is_written_through(tmp_path: Path) -> None:
    names = write_numbers(tmp_path, 1)
    (tmp_path / "real").mkdir()
    (tmp_path / names[0]).symlink_to("real/a.json")
    for count in (3, 0):
        assert f"{count} made" in call("build", "x.toml", cwd=tmp_path).err
    assert (tmp_path / names[0]).is_symlink()
    assert (tmp_path / "real" / "a.json").exists()


# --- the processes themselves ---


def nothing() -> None:
    """Nothing need be ready."""


def square(number: int) -> int:
    """The square of `number`, the later the smaller; the process ends where it is negative."""
    if number < 0:
        os._exit(-number)
    time.sleep(0.004 * (20 - number))
    return number * number


def killed(number: int) -> int:
    if number % 4 == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_the_order_of_the_items(processes: int) -> None:
    results: list[int] = []
    items = [*range(20)]
    assert [*call_each(square, items, processes, nothing, results.append)] == [item * item for item in items]
    assert sorted(results) == items
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("items", [[], [3], [3, 4, 5]])
def test_few_items_need_no_processes(items: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_start", None)
    assert [*call_each(square, items, 8, nothing, lambda _: None)] == [item * item for item in items]


def test_every_crash_is_told_in_its_place() -> None:
    items = [-7, 1, 2, -8, 4, 5, 6, -9]
    results = [*call_each(square, items, 2, nothing, lambda _: None)]
    assert results == [Crash(-item) if item < 0 else item * item for item in items]
    assert not multiprocessing.active_children()


def test_a_process_that_is_killed_each_time_stops_nothing() -> None:
    results = [*call_each(killed, [*range(8)], 2, nothing, lambda _: None)]
    assert results == [0, Crash(-9), 2, 3, 4, Crash(-9), 6, 7]
    assert str(results[1]) == "the process that drew it was killed by signal 9 (SIGKILL)"
    assert str(Crash(7)) == "the process that drew it ended with exit code 7"
    assert "unknown" in str(Crash(-1000))


def patient(number: int) -> int:
    time.sleep(number)
    return number


def test_who_stops_listening_ends_the_processes_in_the_midst_of_their_work(monkeypatch: pytest.MonkeyPatch) -> None:
    # They are told to leave; this is for those that do not hear it.
    monkeypatch.setattr(workers, "PATIENCE", 300.0)
    start = time.monotonic()
    results = call_each(patient, [0, *[1000] * 20], 2, nothing, lambda _: None)
    assert isinstance(results, Iterator)
    with closing(results):  # type: ignore[type-var]
        assert next(results) == 0
        assert len(multiprocessing.active_children()) == 2
    assert not multiprocessing.active_children()
    assert time.monotonic() - start < 300.0
