"""Run lossplot as a user does, and check its output and files."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import os
import re
import signal
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import typer

from support.environment import folder

MODULE = (sys.executable, "-m", "lossplot")
SCRIPT = (str(Path(sys.executable).with_name("lossplot")),)
# Seconds: far longer than any process takes on any machine.
TIMEOUT = 600


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a command: its exit code, its two streams, and the names it made or changed in its folder."""

    code: int
    out: bytes
    err: str
    changed: frozenset[str]

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


def clean_environment(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """Return the variables a process needs to start, with `changes`; None removes a variable."""
    inherited = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    variables: dict[str, str | None] = {
        **inherited,
        "HOME": str(folder()),
        "MPLCONFIGDIR": str(folder()),
        "LANG": "C.UTF-8",
        **(changes or {}),
    }
    return {name: value for name, value in variables.items() if value is not None}


def snapshot(top: Path) -> dict[str, str]:
    """Map each name below `top` to a file's digest, a link's target, or the kind of anything else."""
    entries = {}
    for path in top.rglob("*"):
        status = path.lstat()
        if stat.S_ISREG(status.st_mode):
            content = _content(path, status)
        else:
            content = os.readlink(path) if stat.S_ISLNK(status.st_mode) else str(stat.S_IFMT(status.st_mode))
        entries[os.fsencode(path.relative_to(top)).decode("utf-8", "backslashreplace")] = content
    return entries


def _content(path: Path, status: os.stat_result) -> str:
    """Return a digest of the file, or its inode, size and time if it may not be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except PermissionError:
        return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"


@contextlib.contextmanager
def hearing_signals() -> Iterator[None]:
    """Restore the default handling of signals that this process ignores, which programs started here inherit."""
    ended_by = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    ignored = [number for number in ended_by if signal.getsignal(number) == signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def run(
    *words: str | bytes,
    cwd: Path,
    env: Mapping[str, str | None] | None = None,
    program: Sequence[str] = MODULE,
    stdout: int = subprocess.PIPE,
) -> Outcome:
    """Run `lossplot WORDS` as a process of its own, in `cwd` and a clean environment with the changes of `env`."""
    before = snapshot(cwd)
    process = subprocess.run(
        [*program, *words],
        cwd=cwd,
        env=clean_environment(env),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=TIMEOUT,
        check=False,
    )
    after = snapshot(cwd) if cwd.exists() else {}
    return Outcome(process.returncode, process.stdout or b"", process.stderr.decode(), _changes(before, after))


# Cache the tree of commands, which takes longer to build than most arguments to parse.
_command = functools.cache(typer.main.get_command)


def call(*words: str, cwd: Path) -> Outcome:
    """Run `lossplot WORDS` inside this process, which is faster."""
    from lossplot._cli import main as guard

    before = snapshot(cwd)
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace")
    err = io.StringIO()
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "argv", ["lossplot", *words]),
        mock.patch.object(typer.main, "get_command", _command),
    ):
        code = guard._run()
        out.flush()
    return Outcome(code, raw.getvalue(), err.getvalue(), _changes(before, snapshot(cwd)))


def assert_done(outcome: Outcome, *names: str) -> None:
    """Assert success, an empty stderr, and that just the files `names` are new or changed."""
    assert (outcome.code, outcome.err) == (0, ""), outcome
    assert outcome.changed == set(names), outcome


def assert_line(line: str) -> None:
    """Assert that `line` is one of lossplot's messages: printable, written from left to right, no traceback."""
    assert line.startswith("lossplot: "), line
    assert not {unicodedata.bidirectional(character) for character in line} & {"R", "AL", "AN"}, line
    assert line.isprintable(), line
    assert "Traceback" not in line, line


def assert_fails(outcome: Outcome, code: int, *fragments: str) -> None:
    """Assert exit status `code`, one line with every fragment, an empty stdout and an unchanged folder."""
    assert outcome.code == code, outcome
    assert outcome.out == b"", outcome
    assert outcome.err.count("\n") == 1, outcome.err
    assert outcome.err.endswith("\n"), outcome.err
    assert_line(outcome.err[:-1])
    for fragment in fragments:
        assert fragment in outcome.err, (fragment, outcome.err)
    assert not outcome.changed, outcome


def assert_warns(outcome: Outcome, *fragments: str) -> None:
    """Assert success with one warning that contains every fragment."""
    assert outcome.code == 0, outcome
    [line] = outcome.err.splitlines()
    assert_line(line)
    assert line.startswith("lossplot: warning: "), line
    for fragment in fragments:
        assert fragment in line, (fragment, line)


def loaded(folder: Path, program: list[str], env: dict[str, str | None] | None = None, code: int = 0) -> set[str]:
    """Return the top-level packages that a Python process imports, according to `-X importtime`."""
    outcome = run(cwd=folder, program=[sys.executable, "-X", "importtime", *program], env=env)
    assert outcome.code == code, outcome
    names = set(re.findall(r"^import time:.*\|\s*(\w+)", outcome.err, re.MULTILINE))
    assert "lossplot" in names
    return names
