"""A table of predictions -> what they cost under each loss, in one pass."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._errors import LossplotError, RequestError, Words
from lossplot._formula.evaluate import Array
from lossplot._losses.entry import PROBABILITY
from lossplot._predictions.calibration import Bin, Forecasts
from lossplot._predictions.channels import Scored, is_forecast, scored
from lossplot._predictions.clean import Cleaner, Needs, Rows, Scale
from lossplot._predictions.columns import Columns, Request, find_columns
from lossplot._predictions.confusion import Confusion, confusions
from lossplot._predictions.distribution import SAMPLE, Bins, Histogram, add_run, place
from lossplot._predictions.labels import BinaryLabels, ClassLabels
from lossplot._predictions.measure import Account, Job, Run, gathered, jobs_of, measure
from lossplot._predictions.quantiles import Spread
from lossplot._predictions.store import RUN, Store, pieces
from lossplot._predictions.table import Table
from lossplot._predictions.tally import Tally

# To be called with how much is done, of how much.
Progress = Callable[[int, int], None]
STEPS = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """A curve, with those of its parameters that the user gave a value; all others may take one of each row."""

    curve: Curve
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of scoring: columns, the scale of the predictions, what to do with bad rows, and bins if wanted."""

    request: Request = field(default_factory=Request)
    scale: Scale | None = None
    positive: str | None = None
    skip_bad: bool = False
    with_spread: bool = True
    bins: Bins | None = None
    threads: int = 1
    progress: Progress = lambda done, of: None


@dataclass(frozen=True, slots=True)
class Score:
    """The cost of a group of examples under one loss; `of_rows` if a parameter is another number for each."""

    curve: Curve
    group: str | None
    tally: Tally
    spread: Spread | None
    confusion: Confusion | None
    refinement: float = math.nan
    reliability: tuple[Bin, ...] = ()
    of_rows: bool = False
    histogram: Histogram | None = None

    @property
    def calibration(self) -> float:
        """The part of the mean that recalibrating the forecasts would save."""
        return self.tally.mean - self.refinement


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of all losses, group after group, and what is to be said of how the table was understood."""

    scores: tuple[Score, ...]
    scale: Scale
    remarks: tuple[str, ...]
    bad_rows: str


def score(table: Table, asked: Sequence[Asked], settings: Settings) -> Scores:
    """Score the predictions of `table` under each loss.

    Raises RequestError for a table that cannot be scored, and LossplotError where its file cannot be read.
    """
    with closing(table), ThreadPoolExecutor(max(1, settings.threads)) as executor:
        columns = find_columns(table.names, table.numeric, settings.request, table.source)
        scoring = _Scoring(table, columns, asked, settings, executor)
        try:
            for part in table.parts(columns):
                scoring.add(scoring.cleaner.clean(part))
                settings.progress(int(part.done * STEPS / 2), STEPS)
            return scoring.finish()
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise


class _Scoring:
    def __init__(
        self, table: Table, columns: Columns, asked: Sequence[Asked], settings: Settings, executor: Executor
    ) -> None:
        self.columns, self.asked, self.settings, self.executor = columns, asked, settings, executor
        self.needs = _needs(asked, columns)
        if columns.label is None and (self.needs.label or self.needs.target):
            what = "label" if self.needs.label else "target"
            how = Words("--columns y=COLUMN", "columns={'y': COLUMN}")
            raise RequestError(f"{table.source} has no column 'y', the {what}; name it with ", how)
        labels = ClassLabels(columns.classes) if columns.classes else BinaryLabels(settings.positive)
        self.cleaner = Cleaner(columns, self.needs, settings.scale, labels, settings.skip_bad)
        self.losses: list[Scored] = []
        self.jobs: list[Job] = []
        self.store: Store | None = None
        self.accounts: dict[int, Account] = {}
        self.tables: dict[int, Array] = {}
        self.forecasts: dict[int, Forecasts] = {}
        self.edges: dict[int, Array] = {}
        self.histograms: dict[int, list[Histogram | None]] = {}

    def add(self, rows: Rows) -> None:
        if not len(rows) or (self.cleaner.bad and not self.settings.skip_bad):
            return
        store = self._open()
        scale = store.scale
        if self.needs.label:
            for group, table in enumerate(confusions(rows, scale, max(1, len(self.cleaner.groups)))):
                self.tables[group] = self.tables[group] + table if group in self.tables else table
        if self.needs.probability and not self.columns.classes and rows.label is not None:
            self._add_forecasts(rows, scale)
        for piece in pieces(rows, RUN - store.size):
            if store.size + len(piece) > RUN:
                self._flush(is_all=False)
            store.append(piece)

    def _open(self) -> Store:
        if self.store is None:
            scale = self.cleaner.scale or "score"
            self.losses = [scored(each.curve, each.given, scale, bool(self.columns.classes)) for each in self.asked]
            self.jobs = jobs_of(self.losses)
            channels = [*dict.fromkeys(job.channel for job in self.jobs)]
            self.store = Store(channels, [*dict.fromkeys(job.form for job in self.jobs if job.form)], scale)
        return self.store

    def _add_forecasts(self, rows: Rows, scale: Scale) -> None:
        from lossplot._formula.special import sigmoid

        assert rows.label is not None
        forecasts = rows.prediction if scale == "probability" else np.asarray(sigmoid(rows.prediction))
        groups = np.zeros(len(rows), np.int32) if rows.group is None else rows.group
        for group in np.unique(groups).tolist():
            here = groups == group
            weights = None if rows.weight is None else rows.weight[here]
            self.forecasts.setdefault(group, Forecasts()).add(forecasts[here], (rows.label[here] > 0.0) * 1.0, weights)

    def _flush(self, is_all: bool) -> None:
        """Measure the rows in the store, and empty it."""
        store = self._open()
        whole, done = max(1, store.size * len(self.jobs)), 0

        def tick(rows: int) -> None:
            nonlocal done
            done += rows
            if is_all:
                self.settings.progress(STEPS // 2 + done * STEPS // 2 // whole, STEPS)

        is_only = is_all and not self.accounts
        for job in self.jobs if self.settings.bins and store.size else ():
            self._set_edges(job, store.arrays[job.channel][: store.size], self.settings.bins)
        for group, places in store.by_group():
            account = self.accounts.setdefault(group, Account.of(len(self.losses)))
            for job in self.jobs:
                names = [job.channel, *([job.form] if job.form else [])]
                inputs = gathered([store.arrays[name] for name in names], places, store.size)
                weights = store.arrays.get("weight")
                [weight] = gathered([weights], places, store.size) if weights is not None else [None]
                number = (lambda i, at=places: store.number(int(at[i]))) if places is not None else store.number
                run = Run(inputs, weight, number, is_only, self.settings.with_spread, self.executor)
                measure(job, run, account, tick)
                if self.settings.bins:
                    histograms = self.histograms.setdefault(group, [None] * len(self.losses))
                    add_run(job, run, self.losses, histograms, self.edges)
        store.clear()

    def _set_edges(self, job: Job, x: Array, bins: Bins | None) -> None:
        """Decide on the bins of a job's losses, the same for all groups, by the first rows."""
        assert bins
        sample = x[:: max(1, len(x) // SAMPLE)]
        for i in job.losses:
            if i not in self.edges:
                self.edges[i] = bins.edges(self.losses[i].curve.axis, place(self.losses[i], sample))

    def finish(self) -> Scores:
        self.cleaner.finish()
        self._flush(is_all=True)
        scores = [score for group in sorted(self.accounts) for score in self._scores(group)]
        return Scores(tuple(scores), self._open().scale, tuple(self._remarks()), self.cleaner.bad_rows)

    def _scores(self, group: int) -> Iterator[Score]:
        account, names = self.accounts[group], [*self.cleaner.groups]
        table, forecasts = self.tables.get(group), self.forecasts.get(group)
        reliability = tuple(forecasts.reliability()) if forecasts else ()
        for i, loss in enumerate(self.losses):
            tally, spread = account.tallies[i], account.spreads[i]
            assert tally is not None
            if tally.undefined_row:
                raise RequestError(
                    f"{loss.curve.spec} is not defined for the prediction in row {tally.undefined_row}; "
                    f"'lossplot show {loss.curve.spec}' tells where it is"
                )
            if not tally.whole_weight:
                raise LossplotError(
                    f"all weights{f' of {names[group]}' if names else ''} are zero; give some examples one"
                )
            if self.settings.with_spread and spread is None:
                spread = account.sketches[i].spread()
            is_label = loss.needs_label
            confusion = Confusion(table) if table is not None and is_label else None
            is_probability = forecasts is not None and loss.curve.axis.name == PROBABILITY.name
            refinement = forecasts.refinement(loss.curve.value) if forecasts and is_probability else math.nan
            yield Score(
                loss.curve,
                names[group] if names else None,
                tally,
                spread,
                confusion,
                refinement,
                reliability if is_probability else (),
                bool(loss.given),
                self.histograms[group][i] if self.settings.bins else None,
            )

    def _remarks(self) -> Iterator[str]:
        """Say how the scale of the predictions was guessed, where that can be wrong."""
        scale = self._open().scale
        if not (self.needs.label or self.needs.probability):
            return
        if not self.cleaner.guessed:
            if scale != "probability" and self.needs.probability and self.columns.classes and self.cleaner.all_in_unit:
                yield (
                    "the predictions sum to 1 in each row, as those of a softmax do: taken for logits they pass "
                    "through it a second time, which changes the loss; --as probability takes them as they are"
                )
            return
        if scale == "probability":
            yield "the predictions are taken for probabilities; --as logit or --as score says otherwise"
        elif self.cleaner.all_in_unit:
            yield "the predictions are taken for scores, though all are within 0 and 1; --as probability says otherwise"
        elif self.needs.probability:
            what = "their softmax" if self.columns.classes else "their sigmoid"
            yield f"the predictions are taken for logits, and {what} for probabilities"


def _needs(asked: Sequence[Asked], columns: Columns) -> Needs:
    losses = [scored(each.curve, each.given, "score", bool(columns.classes)) for each in asked]
    return Needs(
        any(loss.needs_label for loss in losses),
        any(loss.needs_target for loss in losses),
        any(loss.curve.axis.name == PROBABILITY.name or is_forecast(loss.curve.axis) for loss in losses),
    )
