"""Parts of a table -> rows that can be scored; those that cannot are counted and named."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lossplot._errors import LossplotError, RequestError, Words, quote
from lossplot._formula.evaluate import Array
from lossplot._predictions.columns import Columns
from lossplot._predictions.labels import BinaryLabels, ClassLabels
from lossplot._predictions.table import Part, as_number

Scale = Literal["score", "probability", "logit"]
# So far from 1 may the probabilities of all classes sum, for they may have been rounded.
ROUNDED = 5e-3
# So many bad rows are named one by one.
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that can be scored.

    `target` is the label or target as a number; `label` is +1 or -1, or the number of a class.  `prediction` has shape
    (n,), or (n, k) for k classes.  `number` are the rows' numbers, from 1, and `group` those of their groups.
    """

    prediction: Array
    label: Array | None
    target: Array | None
    weight: Array | None
    group: NDArray[np.int32] | None
    number: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.number)


@dataclass(frozen=True, slots=True)
class Needs:
    """The needs of losses in each row: a `label`, a `target`, a `probability` rather than a score."""

    label: bool
    target: bool
    probability: bool


@dataclass(slots=True)
class Cleaner:
    """Reader of rows; it learns the labels, the groups and the scale of the predictions as they come."""

    columns: Columns
    needs: Needs
    scale: Scale | None
    labels: BinaryLabels | ClassLabels
    skip_bad: bool = False
    bad: int = 0
    rows: int = 0
    named: list[str] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)
    guessed: bool = False
    all_in_unit: bool = True

    def clean(self, part: Part) -> Rows:
        """Return the rows of `part` that can be scored."""
        self.rows += part.rows
        predictions = [part.numbers(name) for name in self.columns.predictions]
        is_good = np.ones(part.rows, dtype=np.bool_)
        for name, column in zip(self.columns.predictions, predictions, strict=True):
            self._check(is_good, np.isfinite(column), part, name)
        prediction = predictions[0] if len(predictions) == 1 else np.stack(predictions, axis=1)
        label, target = self._label(is_good, part)
        weight = self._weight(is_good, part)
        group = self._group(part)
        self._learn_scale(prediction, is_good)
        if self.scale == "probability":
            self._check_probabilities(prediction, is_good, part)
        self._report(part, is_good)
        number = np.arange(part.first, part.first + part.rows)
        rows = Rows(prediction, label, target, weight, group, number)
        return rows if is_good.all() else _taken(rows, is_good)

    def finish(self) -> None:
        """Raise RequestError if a row was bad and is not to be skipped, or if no row is left."""
        if isinstance(self.labels, BinaryLabels):
            self.labels.check_positive()
        if self.bad and not self.skip_bad:
            raise RequestError(
                f"{self.bad_rows}; mend them, or leave them out with ", Words("--skip-bad", "skip_bad=True")
            )
        if self.rows == self.bad:
            raise LossplotError(f"no row can be scored; {self.bad_rows or 'the table is empty: give it rows'}")

    @property
    def bad_rows(self) -> str:
        """A sentence on the rows that could not be scored; nothing if there are none."""
        if not self.bad:
            return ""
        more = f" and {self.bad - len(self.named)} more" if self.bad > len(self.named) else ""
        return f"{self.bad} of {self.rows} rows {'is' if self.bad == 1 else 'are'} bad: {', '.join(self.named)}{more}"

    def _check(self, is_good: NDArray[np.bool_], fits: NDArray[np.bool_], part: Part, name: str) -> None:
        if not fits.all():
            self._name(is_good & ~fits, part, lambda i: _fault(name, part.text(name, i)))
            is_good &= fits

    def _name(self, are_bad: NDArray[np.bool_], part: Part, reason: Any) -> None:
        """Keep what is to be said of the first bad rows; a line that could not be split into columns says that."""
        for i in np.flatnonzero(are_bad)[:MOST_NAMED].tolist():
            self._faults.append((part.first + i, f"{part.place(i)} {part.broken.get(i) or reason(i)}"))

    _faults: list[tuple[int, str]] = field(default_factory=list)

    def _report(self, part: Part, is_good: NDArray[np.bool_]) -> None:
        self.bad += part.rows - int(np.count_nonzero(is_good))
        self.named += [fault for _, fault in sorted(self._faults)[: MOST_NAMED - len(self.named)]]
        self._faults.clear()

    def _label(self, is_good: NDArray[np.bool_], part: Part) -> tuple[Array | None, Array | None]:
        name = self.columns.label
        if name is None or not (self.needs.label or self.needs.target):
            return None, None
        column, label = part.columns[name], None
        if part.broken and column.dtype == object:
            # The texts of rows that could not be split say nothing of the labels.
            column = column.copy()
            column[[*part.broken]] = "nan"
        if self.needs.label:
            label = self.labels.read(column)
            self._check_label(is_good, ~np.isnan(label), part, name)
        if column.dtype == np.float64:
            target = column
        elif label is not None:
            target = label if self.columns.classes else np.maximum(label, 0.0)
        else:
            target = np.array([as_number(text) for text in column.tolist()])
        if self.needs.target:
            self._check(is_good, np.isfinite(target), part, name)
        return label, target

    def _check_label(self, is_good: NDArray[np.bool_], fits: NDArray[np.bool_], part: Part, name: str) -> None:
        if not fits.all():
            self._name(is_good & ~fits, part, lambda i: _label_fault(name, part.text(name, i)))
            is_good &= fits

    def _weight(self, is_good: NDArray[np.bool_], part: Part) -> Array | None:
        if not self.columns.weights:
            return None
        weight = part.numbers(self.columns.weights)
        self._check(is_good, np.isfinite(weight) & (weight >= 0.0), part, self.columns.weights)
        return weight

    def _group(self, part: Part) -> NDArray[np.int32] | None:
        if not self.columns.by:
            return None
        column = part.columns[self.columns.by]
        keys = column.tolist() if column.dtype == object else [f"{value:.17g}" for value in column.tolist()]
        if column.dtype != object and len(keys) and keys[0] != part.text(self.columns.by, 0):
            keys = [part.text(self.columns.by, i) for i in range(part.rows)]
        for key in dict.fromkeys(keys):
            self.groups.setdefault(key, len(self.groups))
        return np.array([self.groups[key] for key in keys], dtype=np.int32)

    def _learn_scale(self, prediction: Array, is_good: NDArray[np.bool_]) -> None:
        """Take predictions for probabilities if a loss of a probability is asked for and the first of them all are."""
        good = prediction[is_good] if not is_good.all() else prediction
        self.all_in_unit = self.all_in_unit and bool(good.size) and bool(are_probabilities(good).all())
        if self.scale is None and good.size:
            self.guessed = True
            self.scale = "probability" if self.needs.probability and self.all_in_unit else "score"

    def _check_probabilities(self, prediction: Array, is_good: NDArray[np.bool_], part: Part) -> None:
        fits = are_probabilities(prediction)
        if not fits.all():
            names = self.columns.predictions

            def reason(i: int) -> str:
                if len(names) == 1:
                    return f"has {quote(part.text(names[0], i))}, which is no probability"
                return "has probabilities that do not sum to 1"

            self._name(is_good & ~fits, part, reason)
            is_good &= fits


def are_probabilities(prediction: Array) -> NDArray[np.bool_]:
    """Return for each row if its prediction is a probability, or its scores are those of all classes."""
    with np.errstate(invalid="ignore"):
        fits: NDArray[np.bool_] = (prediction >= 0.0) & (prediction <= 1.0)
        if prediction.ndim == 1:
            return fits
        return np.asarray(fits.all(axis=1) & (np.abs(prediction.sum(axis=1) - 1.0) <= ROUNDED))


def _taken(rows: Rows, is_good: NDArray[np.bool_]) -> Rows:
    parts = (rows.prediction, rows.label, rows.target, rows.weight, rows.group, rows.number)
    return Rows(*(None if part is None else part[is_good] for part in parts))  # type: ignore[arg-type]


def _fault(name: str, text: str) -> str:
    if not text.strip():
        return f"has no {quote(name)}"
    is_number = not math.isnan(as_number(text))
    return f"has {quote(name)} = {quote(text)}, which is {'not possible' if is_number else 'not a number'}"


def _label_fault(name: str, text: str) -> str:
    return f"has the unknown label {quote(text)}" if text.strip() else f"has no {quote(name)}"
