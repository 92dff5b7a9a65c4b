"""The results of training, as the plain data that a figure draws."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._figure.distribution import Distribution
from lossplot._figure.training.results import Fit, History, Points, Regions, Run, Training
from lossplot._formula.evaluate import Array
from lossplot._predictions.distribution import Bins, Histogram, place
from lossplot._training.data import Data, Places
from lossplot._training.outcome import Outcome, Result
from lossplot._training.records import band

# Points of a grid to the side, how far beyond the examples it reaches, points of a fit, and bins of margins.
GRID, BEYOND, FIT, BINS = 121, 0.08, 201, 40
# Three quarters of the points of a fit weigh less than one of full weight.
HEAVY = 0.75
# So many epochs are shown at most as a figure moves.
MOST_SNAPSHOTS = 60
START = 0


def training_data(result: Result, is_moving: bool = False) -> Training:
    """Return the first start under each loss as a figure draws it; if it moves, with what was between."""
    data = result.plan.data
    return Training(data.name.strip("'"), _points(data), tuple(_run(outcome, is_moving) for outcome in result.outcomes))


def _points(data: Data) -> Points:
    is_test: Any = np.zeros(len(data.inputs), dtype=np.bool_)
    is_test[data.test] = True
    if data.classes and data.inputs.shape[1] == 2:
        return Points(data.inputs, data.targets.astype(np.int64), is_test)
    if not data.classes and data.inputs.shape[1] == 1:
        places = np.stack([data.inputs[:, 0], data.targets], axis=1)
        return Points(places, np.zeros(len(places), dtype=np.int64), is_test)
    return Points(np.empty((0, 2)), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.bool_))


def _run(outcome: Outcome, is_moving: bool) -> Run:
    data = outcome.plan.data
    epochs = _snapshots(outcome.last(START)) if is_moving else [outcome.last(START)]
    has_regions = data.classes and data.inputs.shape[1] == 2
    has_fits = not data.classes and data.inputs.shape[1] == 1
    ending, ended = outcome.ending(START)
    return Run(
        final_curve(outcome),
        History(*band(outcome, outcome.losses["train"])),
        History(*band(outcome, outcome.losses["validation"])) if len(data.validation) else None,
        tuple(_regions(outcome, epoch) for epoch in epochs) if has_regions else (),
        tuple(_fit(outcome, epoch) for epoch in epochs) if has_fits else (),
        _margins(outcome),
        outcome.parameters(START),
        float(outcome.accuracies["test"][outcome.last(START), START]) if data.classes and len(data.test) else None,
        ending,
        ended,
    )


def _snapshots(last: int) -> list[int]:
    """Return epochs from 0 to the last one, at equal distances if they are many."""
    every = max(1, math.ceil(last / (MOST_SNAPSHOTS - 1)))
    return [*range(0, last, every), last]


def final_curve(outcome: Outcome) -> Curve:
    """Return the loss, with its learned parameters as they were at the end."""
    curve = outcome.plan.objectives[outcome.place].curve
    for name, values in outcome.parameters(START).items():
        curve = curve.having(name, float(values[-1]))
    return curve


def _regions(outcome: Outcome, epoch: int) -> Regions:
    inputs = outcome.plan.data.inputs
    x, y = (_line(inputs[:, column], GRID) for column in (0, 1))
    columns, rows = np.meshgrid(x, y)
    outputs = outcome.outputs(np.stack([columns.ravel(), rows.ravel()], axis=1), START, epoch)
    field = outputs.T.reshape(-1, GRID, GRID)
    return Regions(epoch, x, y, field[0] if len(field) == 1 else field)


def _line(values: Array, count: int) -> Array:
    low, high = float(values.min()), float(values.max())
    beyond = BEYOND * ((high - low) or 1.0)
    return np.linspace(low - beyond, high + beyond, count)


def _fit(outcome: Outcome, epoch: int) -> Fit:
    data = outcome.plan.data
    x = _line(data.inputs[:, 0], FIT)
    residuals = outcome.outputs(data.inputs, START, epoch)[:, 0] - data.targets
    _, slopes = _at_examples(outcome, np.arange(len(data.targets)), epoch)
    with np.errstate(all="ignore"):
        weights = slopes / residuals
    return Fit(epoch, x, outcome.outputs(x[:, None], START, epoch)[:, 0], _relative(weights))


def _relative(weights: Array) -> Array:
    """Return weights as shares of that which a quarter of the points has at least, 1 at most.

    The largest is no measure: that of the absolute error has no bound where a point lies on the line.
    """
    known = weights[np.isfinite(weights)]
    whole = float(np.quantile(known, HEAVY)) if len(known) else 0.0
    whole = whole if whole > 0.0 else float(known.max(initial=0.0)) or 1.0
    # A point on the line has the weight 0/0, which is as large as any.
    return np.clip(np.where(np.isnan(weights), 1.0, weights / whole), 0.0, 1.0)


def _at_examples(outcome: Outcome, places: Places, epoch: int) -> tuple[Array, Array]:
    """Return what the loss is a function of at examples, and its slopes there."""
    data, objective = outcome.plan.data, outcome.plan.objectives[outcome.place]
    outputs = outcome.outputs(data.inputs[places], START, epoch)
    numbers = objective.numbers[places]
    channel = objective.channel(outputs, numbers)
    with np.errstate(all="ignore"):
        return channel, objective.channel_slopes(channel, numbers, _parameters(outcome, epoch))[0].copy()


def _parameters(outcome: Outcome, epoch: int) -> Array:
    return np.array([values[epoch] for values in outcome.parameters(START).values()])


def _margins(outcome: Outcome) -> Distribution:
    """Return the distribution of the examples to train on the axis of the loss, at the end."""
    plan, last = outcome.plan, outcome.last(START)
    objective = plan.objectives[outcome.place]
    train = plan.data.train
    channel, slopes = _at_examples(outcome, train, last)
    numbers = objective.numbers[train]
    with np.errstate(all="ignore"):
        outputs = outcome.outputs(plan.data.inputs[train], START, last)
        values = objective.values(outputs, numbers, _parameters(outcome, last))
    x = place(objective.scored, channel)
    edges = Bins(BINS, None, None).edges(objective.curve.axis, x)
    histogram = Histogram.within(edges)
    histogram.add(x, np.ones(len(x)), values, slopes)
    shares = histogram.example_share, histogram.loss_share, histogram.gradient_share
    return Distribution(outcome.place, "", len(x), float(values.mean()), edges, *shares)


def movable(formats: Sequence[str]) -> bool:
    """Return True if one of the formats can move."""
    from lossplot._formats import FORMATS

    return any(FORMATS[each].is_movie for each in formats)
