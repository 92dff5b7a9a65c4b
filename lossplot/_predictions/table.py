"""A table of predictions that is read in parts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array
from lossplot._predictions.columns import Columns

# Rows of a part, few enough for their columns to stay in a processor's cache until they are kept.
ROWS = 1 << 17
# Numbers, or texts where some entry is no number.
Column = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Consecutive rows: `columns` by their names, the number of the first row, from 1, and what to call a row.

    Columns of numbers have NaN where there is no number; `text` gives an entry as it stands in the source.  `broken`
    are rows, by their place in the part, that could not be split into columns, with the reason.
    `done` is how much of the source has been read, at most 1.
    """

    columns: Mapping[str, Column]
    first: int
    rows: int
    place: Callable[[int], str]
    text: Callable[[str, int], str]
    broken: Mapping[int, str] = field(default_factory=dict)
    done: float = 0.0

    def numbers(self, name: str) -> Array:
        """Return a column of numbers, with NaN for what is none."""
        column = self.columns[name]
        return column if column.dtype == np.float64 else np.array([as_number(each) for each in column.tolist()])


@dataclass(frozen=True, slots=True)
class Table:
    """A source of rows: the names of its columns, those that hold numbers, and how to read some of them.

    `source` names it in messages.  `parts` may be called once, and `close` lets its files go.
    """

    source: str
    names: Sequence[str]
    numeric: Sequence[str]
    parts: Callable[[Columns], Iterator[Part]]
    close: Callable[[], object] = lambda: None


def row_place(first: int) -> Callable[[int], str]:
    """Name the rows of a part whose first row is `first`."""
    return lambda place: f"row {first + place}"


def as_number(text: str) -> float:
    """Return the number that `text` is in ASCII digits without underscores; NaN for any other."""
    try:
        return float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        return math.nan
