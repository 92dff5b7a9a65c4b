"""Distributions of examples along a loss's axis and the shares that its stretches carry, as plain data for a figure."""

from __future__ import annotations

from dataclasses import dataclass

from lossplot._formula.evaluate import Array


@dataclass(frozen=True, slots=True)
class Distribution:
    """The examples of one group under curve number `curve`, in bins of equal width.

    `edges` are the ends of the bins, shape (bins + 1,).  `examples`, `loss` and `gradient` are the shares of each bin,
    shape (bins + 2,): the first is that of all below the bins, the last of all above; NaN where there is nothing to
    share.  `mean` is the mean loss of `n` examples.
    """

    curve: int
    group: str
    n: int
    mean: float
    edges: Array
    examples: Array
    loss: Array
    gradient: Array


@dataclass(frozen=True, slots=True)
class Reliability:
    """Frequencies of an event that was forecast, for one group: a number for each bin of forecasts that has any.

    `low` and `high` are the ends of the 95 % intervals of `observed`.
    """

    group: str
    forecast: tuple[float, ...]
    observed: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The predictions in a figure: a distribution for each group and curve, and for forecasts how they hold.

    `remarks` are what is to be said of how the predictions were understood, `warnings` of rows that were left out.
    """

    groups: tuple[str, ...]
    distributions: tuple[Distribution, ...]
    reliability: tuple[Reliability, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
