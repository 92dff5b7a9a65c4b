"""`lossplot build FIGURES.toml`: all figures of a course or a paper, drawn where they changed."""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from lossplot.cli.batch import (
    BatchOptions,
    Check,
    DryRun,
    Folder,
    Force,
    Jobs,
    Quiet,
    carry_out,
    finish,
    read_folder,
    read_jobs,
)
from lossplot.cli.stderr import say
from lossplot.errors import LossplotError, RequestError

if TYPE_CHECKING:
    from lossplot.batch.tasks import Problem, Task

# How often a watched file is looked at, in seconds.
PAUSE = 0.2
Stamp = tuple[int, int, int] | None


def build(
    file: Annotated[
        str, typer.Argument(metavar="FIGURES.toml", help="The figures, as in the README.", show_default=False)
    ],
    output: Folder = ".",
    jobs: Jobs = None,
    check: Check = False,
    dry_run: DryRun = False,
    watch: Annotated[bool, typer.Option("--watch", help="Stay, and draw what changes whenever the file does.")] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Draw the figures of a file, those that are missing or changed; print their paths."""
    output = read_folder(output)
    options = BatchOptions(check, dry_run, force, read_jobs(jobs), quiet)
    if sum((check, dry_run, force or watch)) > 1:
        raise RequestError("--check and --dry-run write nothing, and --force and --watch do; choose")
    if watch:
        _watch(file, output, options)
    if not _carry_out(file, _planned(file, output), output, options):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks of a file and its faults."""

    tasks: Sequence[Task]
    problems: Sequence[Problem]

    @property
    def styles(self) -> set[str]:
        return {task.spec.style for task in self.tasks if task.spec.style}


def _planned(file: str, output: str) -> Plan:
    from lossplot.batch.read import read_batch
    from lossplot.batch.tasks import plan

    return Plan(*plan(read_batch(file), output))


def _carry_out(file: str, plan: Plan, output: str, options: BatchOptions) -> bool:
    start = time.monotonic()
    tally = carry_out(plan.tasks, plan.problems, output, options)
    return finish(tally, options, start, shlex.join(["lossplot", "build", file, "-o", output]))


def _watch(file: str, output: str, options: BatchOptions) -> NoReturn:
    """Build, and again whenever the file or a style that it names is saved, until a signal comes."""
    stamps: dict[str, Stamp] = {}
    plan = Plan((), ())
    try:
        while True:
            now = {path: _stamp(path) for path in {file, *plan.styles}}
            if now != stamps:
                try:
                    plan = _planned(file, output)
                    stamps = {path: now.get(path) or _stamp(path) for path in {file, *plan.styles}}
                    _carry_out(file, plan, output, options)
                except LossplotError as error:
                    stamps = now
                    say(str(error))
            time.sleep(PAUSE)
    except SystemExit as exit_:
        raise SystemExit(exit_.code if isinstance(exit_.code, str) else "stopped watching") from exit_


def _stamp(path: str) -> Stamp:
    """Time, size and number of a file, which change when it is saved."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
