"""Distributions of examples along a loss's axis, and of its loss and its gradient over them.

It is as large for a hundred million rows as for ten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._formula.special import sigmoid
from lossplot._losses.entry import Axis
from lossplot._predictions.channels import Scored
from lossplot._predictions.measure import Job, Run

# Beyond the default view, the bins hold all but so large a share of the first run's examples on either side.
_BEYOND = 0.005
# How many rows, about, decide on the bins.
SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Bins:
    """Bins of equal width from `low` to `high`; without these, over the axis's view and nearly all examples."""

    number: int = 60
    low: float | None = None
    high: float | None = None

    def edges(self, axis: Axis, x: Array) -> Array:
        """Return the ends of the bins, of shape (number + 1,)."""
        finite = x[np.isfinite(x)]
        low, high = axis.view
        if finite.size:
            ends = np.quantile(finite, [_BEYOND, 1.0 - _BEYOND]).tolist()
            low, high = min(low, ends[0]), max(high, ends[1])
        low, high = low if self.low is None else self.low, high if self.high is None else self.high
        return np.linspace(low, high, self.number + 1)


@dataclass(slots=True)
class Histogram:
    """Examples, loss and size of the gradient in each bin between two of `edges`, and below and above all of them.

    The three have shape (bins + 2,): the first is what lies below, the last what lies above.  They are sums of weights
    (of 1 for each example without), of losses and of absolute slopes.  The slope is that by the margin or the logit
    where predictions are scores, also for a loss of the probability.
    """

    edges: Array
    examples: Array
    loss: Array
    gradient: Array

    @classmethod
    def within(cls, edges: Array) -> Histogram:
        return cls(edges, *(np.zeros(len(edges) + 1) for _ in range(3)))

    def add(self, x: Array, weights: Array, losses: Array, slopes: Array) -> None:
        """Add examples at `x`; all have shape (n,)."""
        cells = np.searchsorted(self.edges, x, side="right")
        # The last bin has its upper end.
        cells[x == self.edges[-1]] -= 1
        for total, amounts in (
            (self.examples, weights),
            (self.loss, weights * losses),
            (self.gradient, weights * np.abs(slopes)),
        ):
            np.add(total, np.bincount(cells, amounts, len(total)), out=total)

    @property
    def example_share(self) -> Array:
        return _shares(self.examples)

    @property
    def loss_share(self) -> Array:
        return _shares(self.loss)

    @property
    def gradient_share(self) -> Array:
        return _shares(self.gradient)


def _shares(parts: Array) -> Array:
    """Return each part as a share of all, or NaN where there is nothing to share."""
    with np.errstate(all="ignore"):
        shares: Array = parts / parts.sum()
    return shares


def place(loss: Scored, x: Array) -> Array:
    """Return where examples lie on the axis of the loss as it was asked for."""
    return np.asarray(sigmoid(x)) if loss.channel == "log-odds" else x


def add_run(
    job: Job, run: Run, losses: Sequence[Scored], histograms: list[Histogram | None], edges: Mapping[int, Array]
) -> None:
    """Add the rows of `run` to the histogram of each loss of `job`, whose bins have these `edges`."""
    for i in job.losses:
        if histograms[i] is None:
            histograms[i] = Histogram.within(edges[i])
    for here, member, values, slopes in job.evaluate(run.inputs):
        number = job.losses[member]
        histogram = histograms[number]
        assert histogram is not None
        weights = np.ones(here.stop - here.start) if run.weights is None else run.weights[here]
        histogram.add(place(losses[number], run.inputs[0][here]), weights, values, slopes)
