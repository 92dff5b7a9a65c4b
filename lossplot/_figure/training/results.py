"""The results of training under each loss, as plain data for a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.curve import Curve
from lossplot._figure.distribution import Distribution
from lossplot._formula.evaluate import Array

# How a run ended, if not after all its epochs, or with nothing learned.
Ending = Literal["", "stuck", "dead", "diverged", "interrupted"]


@dataclass(frozen=True, slots=True)
class Points:
    """Examples: `places` of shape (n, 2), `classes` from 0, shape (n,), and which of them are to test.

    Of two classes, 0 is the label -1 and 1 the label +1.  In a regression `places` are (input, target), and all
    classes are 0.
    """

    places: Array
    classes: NDArray[np.int64]
    is_test: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Regions:
    """The network's outputs on a grid after `epoch` epochs, at x of shape (columns,) and y of shape (rows,).

    `field` is of shape (rows, columns) for two classes, whose boundary is 0; of shape (classes, rows, columns) for
    more.
    """

    epoch: int
    x: Array
    y: Array
    field: Array


@dataclass(frozen=True, slots=True)
class Fit:
    """A regression's function after `epoch` epochs: x rises and y is its value; `weights` are those of the points.

    A point's weight, shape (n,), is psi(r) / r there, as a share of what the heaviest quarter has at least, 1 at most.
    """

    epoch: int
    x: Array
    y: Array
    weights: Array


@dataclass(frozen=True, slots=True)
class History:
    """The mean loss before training and after each epoch, shape (epochs + 1,), up to where it diverged or was stopped.

    Of several starts, it is their median, and `low` and `high` are the ends of the band, of the same shape.
    """

    values: Array
    low: Array | None = None
    high: Array | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The training under one loss: histories, and the final regions or fit, before them those of an animation.

    `accuracy` is the share of the test examples on their side; None in a regression.  `paths` are the values of each
    learned parameter, of the shape of histories; `margins` is the distribution of the training examples on the loss's
    axis at the end.  `ending` tells what went wrong, in the epoch `ended`.
    """

    curve: Curve
    train: History
    validation: History | None = None
    regions: tuple[Regions, ...] = ()
    fits: tuple[Fit, ...] = ()
    margins: Distribution | None = None
    paths: Mapping[str, Array] = field(default_factory=dict)
    accuracy: float | None = None
    ending: Ending = ""
    ended: int | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """The same network trained on the same `points` under several losses; `data` is what they are called."""

    data: str
    points: Points
    runs: tuple[Run, ...]
