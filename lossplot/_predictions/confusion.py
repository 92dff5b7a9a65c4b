"""Labels against decisions: accuracy, precision, recall and F1."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array
from lossplot._predictions.clean import Rows, Scale


@dataclass(slots=True)
class Confusion:
    """Examples, or their weights, by label (rows) and decision (columns).

    With two labels the first row is the negative one.
    """

    table: Array

    @property
    def accuracy(self) -> float:
        return _ratio(float(np.trace(self.table)), float(self.table.sum()))

    @property
    def precision(self) -> float:
        """The share of right ones among those decided positive; of several classes the mean of each one's."""
        return _mean(np.diag(self.table), self.table.sum(axis=0))

    @property
    def recall(self) -> float:
        """The share of positives that are found; of several classes the mean of each one's."""
        return _mean(np.diag(self.table), self.table.sum(axis=1))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; of several classes the mean of each one's."""
        return _mean(2.0 * np.diag(self.table), self.table.sum(axis=0) + self.table.sum(axis=1))

    @property
    def counts(self) -> dict[str, float] | list[list[float]]:
        """The four counts of two labels, or the whole table."""
        rows = [[_whole(each) for each in row] for row in self.table.tolist()]
        if len(rows) > 2:
            return rows
        (tn, fp), (fn, tp) = rows
        return {"true_positive": tp, "false_positive": fp, "false_negative": fn, "true_negative": tn}


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else math.nan


def _mean(parts: Array, wholes: Array) -> float:
    """Return the ratio for the positive one of two labels, or the mean of all; one without a whole is zero."""
    ratios = [part / whole if whole else 0.0 for part, whole in zip(parts.tolist(), wholes.tolist(), strict=True)]
    return ratios[1] if len(ratios) == 2 else sum(ratios) / len(ratios)


def confusions(rows: Rows, scale: Scale, groups: int) -> NDArray[np.float64]:
    """Count labels and decisions of each group, of shape (groups, labels, labels).

    A score above 0, a probability above 1/2 and the largest score of a class decide.
    """
    assert rows.label is not None
    if rows.prediction.ndim == 1:
        truths, decisions = rows.label > 0.0, rows.prediction > (0.5 if scale == "probability" else 0.0)
        if rows.group is None and rows.weight is None:
            return _counted(truths, decisions)
        labels, truth, decision = 2, truths.astype(np.int64), decisions.astype(np.int64)
    else:
        labels = rows.prediction.shape[1]
        truth, decision = rows.label.astype(np.int64), rows.prediction.argmax(axis=1)
    place = truth * labels + decision
    if rows.group is not None:
        place += rows.group.astype(np.int64) * (labels * labels)
    counts = np.bincount(place, rows.weight, groups * labels * labels)
    return counts.reshape(groups, labels, labels).astype(np.float64)


def _counted(truths: NDArray[np.bool_], decisions: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Count two labels and decisions, which is faster by far than in bins."""
    both, positive, decided = (np.count_nonzero(each) for each in (truths & decisions, truths, decisions))
    negative = len(truths) - positive
    return np.array([[[negative - (decided - both), decided - both], [positive - both, both]]], dtype=np.float64)
