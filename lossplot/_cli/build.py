"""`lossplot build FIGURES.toml`: all figures of a course or a paper, drawn where they changed."""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from lossplot._cli.arguments import LossFiles
from lossplot._cli.batch import (
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
from lossplot._cli.completion.values import complete_file
from lossplot._cli.own import say_plugin_warnings
from lossplot._cli.stderr import say
from lossplot._errors import LossplotError, RequestError, quote

if TYPE_CHECKING:
    from lossplot._batch.tasks import Problem, Task

# How often a watched file is looked at, in seconds.
PAUSE = 0.2
Stamp = tuple[int, int, int] | None
EXAMPLE = """\
[defaults]                # any long option of drawing, with _ for -
for = "slide"

[[figures]]
losses = ["hinge", "logistic", "cubic = max(0, 1 - m)**3"]
output = "margins.svg"

[[figures]]
losses = ["focal:gamma=0,1,2"]
output = "focal-{theme}.{format}"
matrix = { theme = ["light", "dark"], format = ["svg", "png"] }
"""
EXAMPLES = """\b
Examples:
  lossplot build --example > figures.toml
  lossplot build figures.toml -o figures
  lossplot build figures.toml -o figures --check
"""


def build(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FIGURES.toml]",
            help="A TOML file, as 'lossplot build --example' prints one.",
            show_default=False,
            autocompletion=complete_file,
        ),
    ] = None,
    output: Folder = ".",
    jobs: Jobs = None,
    check: Check = False,
    dry_run: DryRun = False,
    watch: Annotated[bool, typer.Option("--watch", help="Stay, and draw what changes whenever the file does.")] = False,
    force: Force = False,
    example: Annotated[bool, typer.Option("--example", help="Print a file of figures to begin with.")] = False,
    loss_files: LossFiles = None,
    quiet: Quiet = False,
) -> None:
    """Draw the figures of a file, those that are missing or changed; print their paths."""
    if example:
        if file is not None:
            raise RequestError(f"--example prints a file, and {quote(file)} is another; leave it out")
        print(EXAMPLE, end="")
        return
    if file is None:
        raise RequestError(
            "no file of figures is given; name one, or begin with 'lossplot build --example > figures.toml'"
        )
    source = Source(file, tuple(loss_files or ()))
    output = read_folder(output)
    options = BatchOptions(check, dry_run, force, read_jobs(jobs), quiet)
    if sum((check, dry_run, force or watch)) > 1:
        raise RequestError("--check and --dry-run write nothing, and --force and --watch do; choose")
    if watch:
        _watch(source, output, options)
    if not _carry_out(source, _planned(source, output), output, options):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Source:
    """A file of figures, and the files of losses that are named beside it."""

    file: str
    loss_files: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        return [self.file, *(word for each in self.loss_files for word in ("--losses", each))]


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks of a file, its faults, and the files of losses that were read."""

    tasks: Sequence[Task]
    problems: Sequence[Problem]
    loss_files: Sequence[str] = ()

    @property
    def inputs(self) -> set[str]:
        return {*self.loss_files, *(task.spec.style for task in self.tasks if task.spec.style)}


def _planned(source: Source, output: str) -> Plan:
    from lossplot._batch.read import read_batch
    from lossplot._batch.tasks import plan

    batch = read_batch(source.file, source.loss_files)
    planned = plan(batch, output)
    say_plugin_warnings()
    return Plan(*planned, batch.settings.files)


def _carry_out(source: Source, plan: Plan, output: str, options: BatchOptions) -> bool:
    start = time.monotonic()
    tally = carry_out(plan.tasks, plan.problems, output, options)
    return finish(tally, options, start, shlex.join(["lossplot", "build", *source.words, "-o", output]))


def _watch(source: Source, output: str, options: BatchOptions) -> NoReturn:
    """Build, and again whenever the file, one of losses or a style that it names is saved, until a signal comes."""
    stamps: dict[str, Stamp] = {}
    plan = Plan((), ())
    try:
        while True:
            now = {path: _stamp(path) for path in {source.file, *source.loss_files, *plan.inputs}}
            if now != stamps:
                try:
                    plan = _planned(source, output)
                    paths = {source.file, *source.loss_files, *plan.inputs}
                    stamps = {path: now.get(path) or _stamp(path) for path in paths}
                    _carry_out(source, plan, output, options)
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
