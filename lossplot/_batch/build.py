"""Tasks -> files: those that are missing or stale, and no others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Literal

from lossplot._batch.compare import compare
from lossplot._batch.state import State, has_figure, is_drawn_by_this_code, state_of
from lossplot._batch.tasks import Task
from lossplot._errors import LossplotError
from lossplot._figure.spec import FigureSpec
from lossplot._formats import FORMATS, files, inputs, of_kind

if TYPE_CHECKING:
    from lossplot._figure.resolve import ResolvedFigure

Status = Literal["made", "unchanged", "missing", "stale", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for one file, with the reason for a failure or a verdict other than "same"."""

    path: str
    status: Status
    message: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A task, the folder that its paths are below, and the states of its files as far as they need no computing.

    Files are made, not only compared, if `writes`, and in place of anybody's if `force`.  `figure` is None until the
    losses of the task are read.
    """

    task: Task
    folder: str
    states: Mapping[str, State]
    writes: bool
    force: bool
    figure: ResolvedFigure | None = None

    @property
    def is_done(self) -> bool:
        return all(state == "unchanged" for state in self.states.values())

    @property
    def draws(self) -> bool:
        """True if making or comparing the files takes matplotlib."""
        return self.takes_matplotlib("unsure", "sampled", *(("missing", "stale") if self.writes else ()))

    def takes_matplotlib(self, *states: State) -> bool:
        """Return True if a file in one of these states is of a format that matplotlib makes."""
        return any(
            state in states and FORMATS[self.task.targets[path]].kind != "numbers"
            for path, state in self.states.items()
        )

    def target(self, path: str) -> str:
        return files.below(self.folder, path)


def survey(
    tasks: Iterable[Task], folder: str, writes: bool, force: bool, sample: int = 0
) -> tuple[list[Step], dict[str, Outcome]]:
    """Return a step for each task, and the failures so far by path.

    One of so many files as `sample` says is drawn again though it needs no drawing; none if that is 0.
    """
    steps: list[Step] = []
    failed: dict[str, Outcome] = {}
    unchanged_count = 0
    for task in tasks:
        states: dict[str, State] = {}
        for path, file_format in task.targets.items():
            try:
                states[path] = state_of(files.below(folder, path), file_format, task.spec, force)
            except LossplotError as error:
                failed[path] = Outcome(path, "failed", str(error))
                continue
            if states[path] == "unchanged" and sample:
                states[path] = "unchanged" if unchanged_count % sample else "sampled"
                unchanged_count += 1
        steps.append(Step(task, folder, states, writes, force))
    return steps, failed


def check(step: Step) -> tuple[Step, list[str]]:
    """Read the losses of `step`; return it with its figure, and the warnings about that.

    Raises LossplotError for faults that show before anything is drawn: of the losses, the format, the place.
    """
    from lossplot._api.evidence import resolve_with_data
    from lossplot._figure import warnings as advice
    from lossplot._formats.produce import check_formats

    check_formats(step.task.spec, [*step.task.targets.values()])
    figure = resolve_with_data(step.task.spec)
    warnings = advice.warnings(figure)
    if step.task.spec.style:
        warnings += _check_style(step, step.task.spec.style)
    for path, state in step.states.items():
        if step.writes and state != "unchanged":
            files.make_folder(os.path.dirname(step.target(path)))
            # Whether a table was edited takes some computing, and comes later.
            files.check_target(step.target(path), step.force, lambda _: True)
    return replace(step, figure=figure), warnings


def _check_style(step: Step, style: str) -> list[str]:
    """Return what is to be said of `style` where there is something to draw.

    Raises LossplotError if it cannot be read, or not be followed.
    """
    if step.writes and step.takes_matplotlib("missing", "stale"):
        from lossplot._formats.mpl.style import style_warnings

        return style_warnings(style)
    inputs.read_style_sheet(style)
    return []


def perform(step: Step) -> list[Outcome]:
    """The outcomes for the files of `step`, made if it writes and they do not show yet what they should."""
    from lossplot._formats import digest as recipe

    try:
        contents: dict[str, bytes] = {}
        digest = cache(partial(recipe.figure_of, _figure(step)))
        outcomes = [_resolved(step, path, contents, digest) for path in step.states]
        stale = [outcome.path for outcome in outcomes if outcome.status in ("missing", "stale")]
        due = {path: step.task.targets[path] for path in stale}
        if not step.writes or not due:
            return outcomes
        contents |= _produced(step, {*due.values()} - contents.keys())
    except LossplotError as error:
        return [Outcome(path, "failed", str(error)) for path in step.states]
    except MemoryError:
        return [Outcome(path, "failed", "out of memory; ask for a smaller figure") for path in step.states]
    except Exception as error:
        why = f"internal error ({type(error).__name__}: {error}); please report it with the figure"
        return [Outcome(path, "failed", why) for path in step.states]
    return [
        _write(step, outcome.path, contents[due[outcome.path]]) if outcome.path in due else outcome
        for outcome in outcomes
    ]


def _resolved(step: Step, path: str, contents: dict[str, bytes], digest: Callable[[], str]) -> Outcome:
    """The state of the file at `path`, found by drawing it where it is unsure; what is drawn goes into `contents`.

    Where only a style may have changed, the `digest` of the figure tells, and nothing need be drawn.
    """
    state, file_format = step.states[path], step.task.targets[path]
    if state in ("missing", "stale", "unchanged"):
        return Outcome(path, state)
    there = inputs.read_figure(step.target(path))
    has_metadata = FORMATS[file_format].has_metadata
    if state == "unsure" and has_metadata and is_drawn_by_this_code(there):
        return Outcome(path, "unchanged") if has_figure(there, digest()) else _changed(step, path)
    if file_format not in contents:
        unsure = {step.task.targets[each] for each, state in step.states.items() if state in ("unsure", "sampled")}
        contents |= _produced(step, {each for each in unsure if FORMATS[each].has_metadata == has_metadata})
    verdict = compare(there, contents[file_format])
    if verdict == "other":
        return _changed(step, path)
    return Outcome(path, "unchanged", "" if verdict == "same" else verdict)


def _changed(step: Step, path: str) -> Outcome:
    """Return the outcome for a file that shows something else: "stale", unless somebody edited it."""
    target = step.target(path)
    why = files.objection(inputs.read_figure(target), _is_table(step))
    return Outcome(path, "failed", str(files.refusal(target, why))) if why else Outcome(path, "stale")


def _is_table(step: Step) -> Callable[[bytes], bool]:
    from lossplot._formats.produce import is_table

    return lambda data: is_table(data, _figure(step))


def _produced(step: Step, formats: Iterable[str]) -> dict[str, bytes]:
    from lossplot._formats.produce import produce

    return produce(_figure(step), sorted(formats))


def _figure(step: Step) -> ResolvedFigure:
    assert step.figure, "check(step) comes first"
    return step.figure


def _write(step: Step, path: str, data: bytes) -> Outcome:
    try:
        # Since it was looked at first, somebody may have made or edited it.
        files.check_target(step.target(path), step.force, _is_table(step))
        files.write(step.target(path), data)
    except LossplotError as error:
        return Outcome(path, "failed", str(error))
    return Outcome(path, "made")


@cache
def warm() -> None:
    """Import and find, once, all that drawing needs."""
    from lossplot._figure.resolve import resolve
    from lossplot._formats.produce import produce

    produce(resolve(FigureSpec(("hinge",))), of_kind("picture"))
