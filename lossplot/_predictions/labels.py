"""Labels in any of the ways that people write them -> +1 and -1, or the numbers of classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lossplot._errors import RequestError, Words, quote
from lossplot._formula.evaluate import Array
from lossplot._predictions.table import Column

_TRUTHS = {"true": 1.0, "false": 0.0}


def canonical(text: str) -> float | str:
    """Return the number that a label is, 1 for true and 0 for false, or else its word."""
    word = text.strip()
    try:
        return _TRUTHS[word.lower()] if word.lower() in _TRUTHS else float(word)
    except ValueError:
        return word


@dataclass(slots=True)
class BinaryLabels:
    """Labels of two kinds, as they come to be known: `positive` is the one that counts as +1."""

    positive: str | None = None
    negative: float | str | None = None
    codes: dict[float | str, float] = field(default_factory=dict)

    def read(self, column: Column) -> Array:
        """Return +1 and -1 for the labels of `column`, and NaN for those that are neither.

        Raises RequestError for two words of which none is known to be the positive one.
        """
        if self.positive is None and column.dtype == np.float64:
            return self._numbers(column)
        keys = [canonical(text) for text in column.tolist()] if column.dtype == object else column.tolist()
        for key in keys:
            if key not in self.codes:
                self._learn(key)
        return np.array([self.codes[key] for key in keys], dtype=np.float64)

    def check_positive(self) -> None:
        """Raise RequestError if there are labels of two kinds, none of which is the positive one that was named."""
        others = [key for key in self.codes if str(key) not in ("", "nan")]
        if self.positive is not None and len(others) > 1 and 1.0 not in self.codes.values():
            some = " and ".join(quote(key) if isinstance(key, str) else f"{key:g}" for key in others[:2])
            raise RequestError(f"no label is {quote(self.positive)}, the positive one; there are {some}")

    def _numbers(self, column: Array) -> Array:
        if self.negative is None:
            negatives = column[(column == 0.0) | (column == -1.0)]
            self.negative = float(negatives[0]) if negatives.size else None
        is_known = is_positive = column == 1.0
        codes: Array = is_positive * 2.0
        codes -= 1.0
        if self.negative is not None:
            is_known = is_positive | (column == self.negative)
        if not is_known.all():
            codes[~is_known] = np.nan
        return codes

    def _learn(self, key: float | str) -> None:
        """Decide what a label means that was not met before."""
        if self.positive is not None:
            is_positive = key == canonical(self.positive)
        elif isinstance(key, str):
            self._refuse(key)
            return
        else:
            is_positive = key == 1.0
        if not is_positive and self.negative is None and self._can_be_negative(key):
            self.negative = key
        self.codes[key] = 1.0 if is_positive else -1.0 if key == self.negative else np.nan

    def _can_be_negative(self, key: float | str) -> bool:
        if isinstance(key, str):
            return bool(key)
        return key in (0.0, -1.0) if self.positive is None else not np.isnan(key)

    def _refuse(self, key: str) -> None:
        """Raise RequestError for a second word; the first may be a fault among numbers."""
        words = [known for known in self.codes if isinstance(known, str) and known]
        if key and not self.negative and words and not any(isinstance(known, float) for known in self.codes):
            one, other = sorted((words[0], key))
            raise RequestError(
                f"the labels are {quote(one)} and {quote(other)}; say which is the positive one, with ",
                Words(f"--positive {one}", f"positive={one!r}"),
            )
        self.codes[key] = np.nan


@dataclass(slots=True)
class ClassLabels:
    """Labels of several classes: their numbers from 0, or the names of their columns."""

    names: Sequence[str]
    _known: Mapping[float | str, int] = field(init=False)

    def __post_init__(self) -> None:
        keys = [canonical(name) for name in self.names]
        numbers: dict[float | str, int] = {float(number): number for number in range(len(self.names))}
        words: dict[float | str, int] = {key: number for number, key in enumerate(keys)}
        # Columns that are called by numbers of their own are meant by these.
        self._known = words if all(isinstance(key, float) for key in keys) else {**numbers, **words}

    def read(self, column: Column) -> Array:
        """Return the number of the class of each label, and NaN for labels that no class has."""
        if column.dtype == np.float64 and [*self._known][: len(self.names)] == [*range(len(self.names))]:
            known = (column >= 0.0) & (column < len(self.names)) & (column == np.floor(column))
            return np.where(known, column, np.nan)
        keys = [canonical(text) for text in column.tolist()] if column.dtype == object else column.tolist()
        return np.array([self._known.get(key, np.nan) for key in keys], dtype=np.float64)
