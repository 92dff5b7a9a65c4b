"""Values and slopes of losses at the rows of a run, in blocks that several threads share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from threading import local

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array
from lossplot._formula.program import Program, Workspace, compile_trees
from lossplot._predictions.channels import DATUM, Channel, Scored, corners_of
from lossplot._predictions.quantiles import (
    SAMPLE,
    Spread,
    fences,
    spread_of_tally,
    spread_of_values,
    spread_of_weighted,
)
from lossplot._predictions.sketch import Sketch, Summary, summary
from lossplot._predictions.tally import Fences, Tally, count, dot, sort_out

# Rows that a thread takes at once.  Sums are taken by blocks, so that they do not depend on the number of threads.
BLOCK = 1 << 19
# Rows that a thread computes at once.  Before and after each step it waits for Python's lock: with 8,192 rows a step
# takes no longer than the waiting, and two threads are slower than one.
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Job:
    """Losses that are functions of the same channel, and of the same number of each row, as one program."""

    channel: Channel
    form: str
    losses: tuple[int, ...]
    program: Program
    # For each loss, where its slope is not zero but one that is zero lies between its one-sided slopes.
    corners: tuple[tuple[float, ...], ...]
    _local: local = field(default_factory=local)

    @property
    def workspace(self) -> Workspace:
        if not hasattr(self._local, "workspace"):
            self._local.workspace = self.program.workspace(CHUNK)
        return self._local.workspace  # type: ignore[no-any-return]

    def evaluate(self, inputs: Sequence[Array]) -> Iterator[tuple[slice, int, Array, Array]]:
        """Yield, for chunk after chunk, the rows, the loss, its values and its slopes."""
        for start in range(0, len(inputs[0]), CHUNK):
            here = slice(start, min(len(inputs[0]), start + CHUNK))
            for i, (values, slopes) in enumerate(self.workspace.run(*(each[here] for each in inputs))):
                yield here, i, values, slopes

    def values(self, i: int, inputs: Sequence[Array]) -> Array:
        """Return the values of one loss at all rows."""
        values = np.empty(len(inputs[0]))
        for here, loss, part, _ in self.evaluate(inputs):
            if loss == i:
                values[here] = part
        return values


def jobs_of(losses: Sequence[Scored]) -> list[Job]:
    """Put losses together that have the same channel."""
    together: dict[tuple[Channel, str, str], list[int]] = {}
    for i, each in enumerate(losses):
        together.setdefault((each.channel, each.form, each.moved.axis.variable), []).append(i)
    jobs = []
    for (channel, form, variable), places in together.items():
        members = [losses[i] for i in places]
        program = compile_trees([each.tree for each in members], variable, *([DATUM] if form else []))
        jobs.append(Job(channel, form, tuple(places), program, tuple(map(flat_corners, members))))
    return jobs


def flat_corners(loss: Scored) -> tuple[float, ...]:
    """Return the corners at which the slope is not zero, but one between the one-sided slopes is."""
    corners = [corner.x for corner in corners_of(loss) if corner.left * corner.right <= 0.0]
    slopes = loss.moved.jet(corners).slope if corners else ()
    return tuple(x for x, slope in zip(corners, slopes, strict=True) if slope != 0.0)


@dataclass(slots=True)
class Account:
    """The numbers of a group of rows under each loss."""

    tallies: list[Tally | None]
    sketches: list[Sketch]
    spreads: list[Spread | None]

    @classmethod
    def of(cls, losses: int) -> Account:
        return cls([None] * losses, [Sketch() for _ in range(losses)], [None] * losses)


@dataclass(frozen=True, slots=True)
class Run:
    """Rows to measure: the inputs of a job, their weights, and the number of a row by its place.

    `is_all` is true if no other rows come, `with_spread` if quantiles are wanted.
    """

    inputs: tuple[Array, ...]
    weights: Array | None
    number: Callable[[int], int]
    is_all: bool
    with_spread: bool
    executor: Executor


def measure(job: Job, run: Run, account: Account, tick: Callable[[int], None]) -> None:
    """Add the rows of `run` to `account`, for the losses of `job`; `tick` is called with how many rows are done."""
    samples = _samples(job, run)
    expected = [
        fences(sample) if run.is_all and run.weights is None and run.with_spread else None for sample in samples
    ]
    bases = [_base(account.tallies[loss], sample) for loss, sample in zip(job.losses, samples, strict=True)]
    size = len(run.inputs[0])
    blocks = [slice(start, min(size, start + BLOCK)) for start in range(0, size, BLOCK)]
    results = run.executor.map(lambda block: _block(job, run, block, bases, expected), blocks)
    for block, counted in zip(blocks, results, strict=True):
        for loss, (tally, part) in zip(job.losses, counted, strict=True):
            if account.tallies[loss] is None:
                account.tallies[loss] = tally
            else:
                account.tallies[loss].add(tally)  # type: ignore[union-attr]
            if part is not None:
                account.sketches[loss].add(part)
        tick(block.stop - block.start)
    if run.with_spread and run.is_all:
        tallies = [one for loss in job.losses if (one := account.tallies[loss])]
        spreads = run.executor.map(_counted_spread, tallies, expected)
        for i, (loss, spread) in enumerate(zip(job.losses, spreads, strict=True)):
            account.spreads[loss] = spread or _spread(job, run, i, tallies[i])


def _samples(job: Job, run: Run) -> list[Array]:
    """Return values of each loss at rows all over the run, in order."""
    step = max(1, len(run.inputs[0]) // SAMPLE)
    # Rows that repeat in a regular way must not be met in step.
    places = np.arange(0, len(run.inputs[0]) - step + 1, step)
    places = places + np.random.default_rng(0).integers(0, step, len(places)) if step > 1 else places
    inputs = [each[places] for each in run.inputs]
    samples = [np.empty(len(places)) for _ in job.losses]
    for here, i, values, _ in job.evaluate(inputs):
        samples[i][here] = values
    return [np.sort(sample) for sample in samples]


def _base(tally: Tally | None, sample: Array) -> float:
    if tally is not None:
        return tally.base
    finite = sample[np.isfinite(sample)]
    with np.errstate(over="ignore"):
        mean = float(finite.mean()) if finite.size else 0.0
    return mean if math.isfinite(mean) else 0.0


@np.errstate(all="ignore")
def _block(
    job: Job, run: Run, block: slice, bases: Sequence[float], expected: Sequence[Fences | None]
) -> list[tuple[Tally, Summary | None]]:
    inputs = [each[block] for each in run.inputs]
    weights = None if run.weights is None else run.weights[block]
    tallies = [Tally(base) for base in bases]
    is_kept = run.with_spread and not run.is_all
    kept = [np.empty(block.stop - block.start) for _ in tallies] if is_kept else []
    for here, i, values, slopes in job.evaluate(inputs):
        tally, weight = tallies[i], None if weights is None else weights[here]
        count(tally, values, slopes, weight)
        for corner in job.corners[i]:
            at_corner = inputs[0][here] == corner
            tally.flat += np.count_nonzero(at_corner) if weight is None else dot(at_corner, weight)
        _note_rows(tally, values, run, block.start + here.start)
        if (fence := expected[i]) is not None:
            sort_out(tally, values, fence)
        if is_kept:
            kept[i][here] = values
    summaries = [summary(values, weights) for values in kept] if is_kept else [None] * len(tallies)
    return list(zip(tallies, summaries, strict=True))


def _note_rows(tally: Tally, values: Array, run: Run, start: int) -> None:
    """Note the row of the largest value, and of one that is not defined."""
    largest = float(values.max())
    if largest > tally.largest:
        tally.largest, tally.largest_row = largest, run.number(start + int(values.argmax()))
    elif math.isnan(largest) and not tally.undefined_row:
        tally.undefined_row = run.number(start + int(np.isnan(values).argmax()))


def _counted_spread(tally: Tally, expected: Fences | None) -> Spread | None:
    """Return the spread if it is known by what was counted, which is forgotten."""
    spread = spread_of_tally(tally, expected, tally.mean * tally.n) if expected else None
    tally.forget()
    return spread


def _spread(job: Job, run: Run, i: int, tally: Tally) -> Spread:
    """Return the spread of one loss by its values at all rows, of which one array at a time is enough."""
    values = job.values(i, run.inputs)
    return (
        spread_of_values(values, tally.mean * tally.n)
        if run.weights is None
        else spread_of_weighted(values, run.weights)
    )


def gathered(arrays: Sequence[Array], places: NDArray[np.int64] | None, size: int) -> tuple[Array, ...]:
    """Return the rows at `places` of each array, or the first `size` of them."""
    return tuple(each[:size] if places is None else each[:size][places] for each in arrays)
