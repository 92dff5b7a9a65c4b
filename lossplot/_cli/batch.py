"""The parts that `build` and `gallery` share: their options, the run of tasks, and the messages about it."""

from __future__ import annotations

import gc
import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot._cli.completion.values import complete_folder
from lossplot._cli.stderr import say
from lossplot._errors import LossplotError, RequestError, quote, read_number, shown_path
from lossplot._formats.files import below

if TYPE_CHECKING:
    from lossplot._batch.build import Outcome, Step
    from lossplot._batch.tasks import Problem, Task

Folder = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="DIR",
        help="The folder that the files are below.",
        autocompletion=complete_folder,
    ),
]
Jobs = Annotated[
    str | None, typer.Option("--jobs", metavar="N", help="How many processes draw (as many as there are cores).")
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; list what is missing or stale, and exit 1.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; list what would be drawn.")]
Force = Annotated[bool, typer.Option("--force", help="Draw everything, in place of edited files and of others' too.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No messages but errors.")]
MOST_JOBS = 256


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """The options of a batch: draw, or only `check` the files that are there, or list in a `dry_run` what is due.

    Unless it `lists` them, the paths of the files made are not printed.  A check draws one of `sample` files again
    though it needs no drawing, and none if that is 0.
    """

    check: bool = False
    dry_run: bool = False
    force: bool = False
    jobs: int = 1
    quiet: bool = False
    lists: bool = True
    sample: int = 0

    @property
    def writes(self) -> bool:
        return not (self.check or self.dry_run)


def read_folder(text: str) -> str:
    """The folder that files go below.  Raises RequestError where it has no name."""
    if not text:
        raise RequestError("output '' is no directory; name one, such as 'figures'")
    return text


def read_jobs(text: str | None) -> int:
    """The number of processes that may draw.  Raises RequestError."""
    from lossplot._batch.processes import cores

    if text is None:
        return cores()
    number = read_number(text, "jobs")
    if number != int(number) or not 1 <= number <= MOST_JOBS:
        raise RequestError(f"jobs must be a whole number from 1 to {MOST_JOBS}, not {quote(text)}")
    return int(number)


def carry_out(tasks: Sequence[Task], problems: Sequence[Problem], folder: str, options: BatchOptions) -> Counter[str]:
    """Do what is to be done for `tasks`; say what became of it, and return how many files became what.

    Raises LossplotError where the folder cannot be made, and SystemExit that says how far it came if it is interrupted.
    """
    from lossplot._batch.build import check, survey
    from lossplot._formats import files

    if options.writes:
        files.make_folder(folder)
        for parent in {os.path.dirname(path) for task in tasks for path in task.targets}:
            files.remove_leftovers(os.path.join(folder, parent))
    tally: Counter[str] = Counter()
    for problem in problems:
        _fail(tally, problem.place, problem.message)
    steps, failed = survey(tasks, folder, options.writes, options.force, options.sample if options.check else 0)
    due: list[Step] = []
    for step in steps:
        for path in step.task.targets:
            if path in failed:
                _fail(tally, step.task.place, failed[path].message)
        tally["unchanged"] += len(step.states) if step.is_done else 0
        if step.is_done:
            continue
        try:
            checked, warnings = check(step)
            if not options.quiet:
                _advise(checked, warnings)
        except LossplotError as error:
            _fail(tally, step.task.place, str(error), len(step.states))
        else:
            due.append(checked)
    _perform(due, options, tally)
    return tally


def _advise(step: Step, warnings: Sequence[str]) -> None:
    """Say `warnings` of a step, and which curves are hardly in view."""
    from lossplot._figure.warnings import cuts

    place = step.task.place
    for warning in warnings:
        say(f"warning: {place}: {warning}" if place else f"warning: {warning}")
    # The pages' own figures, which have no place in a file, speak for themselves.
    if step.figure and place:
        for note in cuts(step.figure):
            say(f"note: {place}: {note}")


def _perform(due: Sequence[Step], options: BatchOptions, tally: Counter[str]) -> None:
    """Do the steps, and tell of each in its turn."""
    from lossplot._batch.build import perform, warm
    from lossplot._batch.processes import Crash, call_each
    from lossplot._cli.progress import progress_bar

    # A batch outlives its garbage, unlike one figure.
    gc.enable()
    try:
        with progress_bar("drawing" if options.writes else "checking", not options.quiet) as progress:
            count = 0

            def advance(step: Step) -> None:
                nonlocal count
                count += 1
                progress(count, len(due), next(iter(step.states)))

            prepare = warm if any(step.draws for step in due) else _unprepared
            for step, result in zip(due, call_each(perform, due, options.jobs, prepare, advance), strict=True):
                if isinstance(result, Crash):
                    _fail(tally, step.task.place, f"{', '.join(step.states)}: {result}", len(step.states))
                else:
                    report_outcomes(result, step.folder, step.task.place, tally, options)
    except SystemExit as exit_:
        total = sum(len(step.states) for step in due)
        raise SystemExit(f"interrupted: {tally['made']} of {total} files written") from exit_


def _unprepared() -> None:
    """Prepare nothing, as for comparing files and for numbers."""


def report_outcomes(
    outcomes: Sequence[Outcome], folder: str, place: str, tally: Counter[str], options: BatchOptions
) -> None:
    """Enter what became of files below `folder` in `tally`, and say it; `place` is where they were asked for."""
    for message, count in Counter(outcome.message for outcome in outcomes if outcome.status == "failed").items():
        _fail(tally, place, message, count)
    for outcome in outcomes:
        shown = shown_path(below(folder, outcome.path))
        if outcome.status == "made" and options.lists and not options.quiet:
            print(shown, flush=True)
        elif outcome.status in ("missing", "stale"):
            print(f"{outcome.status}: {shown}" if options.check else shown, flush=True)
        tally[outcome.status] += outcome.status != "failed"
        tally["alike"] += outcome.status == "unchanged" and bool(outcome.message)


def _fail(tally: Counter[str], place: str, message: str, files: int = 1) -> None:
    tally["failed"] += files
    say(f"{place}: {message}" if place else message)


def finish(tally: Counter[str], options: BatchOptions, start: float, remedy: str) -> bool:
    """Say what became of all files since `start`, by time.monotonic; return whether all is as it should be.

    `remedy` is the command that makes what is missing or stale.
    """
    due = tally["missing"] + tally["stale"]
    if options.writes:
        counts = f"{tally['made']} made, {tally['unchanged']} unchanged, {tally['failed']} failed"
    else:
        counts = f"{tally['missing']} missing, {tally['stale']} stale, {tally['unchanged']} unchanged"
        counts += f", {tally['failed']} failed" if tally["failed"] else ""
    if not options.quiet:
        if tally["alike"]:
            say(
                f"warning: another matplotlib drew {tally['alike']} of the unchanged files, so that only their curves "
                "were compared; use --force to draw them anew"
            )
        say(f"{counts} in {time.monotonic() - start:.1f} s")
    if due and options.check:
        say(f"{due} {'file is' if due == 1 else 'files are'} not up to date; run: {remedy}")
    return not (tally["failed"] or (due and options.check))
