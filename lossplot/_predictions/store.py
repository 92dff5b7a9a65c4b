"""The rows of a run, as the channels that the losses need: what is kept of ten million rows at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array
from lossplot._predictions.channels import Channel, channel, datum
from lossplot._predictions.clean import Rows, Scale

# Up to so many rows quantiles are exact.
RUN = 10_000_000


@dataclass(slots=True)
class Store:
    """Channels of at most RUN rows, the numbers of each row that parameters take, weights and groups.

    Memory is taken as rows come.
    """

    channels: Sequence[Channel]
    forms: Sequence[str]
    scale: Scale
    size: int = 0
    arrays: dict[str, Array] = field(default_factory=dict)
    groups: NDArray[np.int32] | None = None
    _starts: list[int] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list)

    def append(self, rows: Rows) -> None:
        """Append rows, for which there must be room."""
        end = self.size + len(rows)
        for name in self.channels:
            self._array(name)[self.size : end] = channel(name, rows, self.scale)
        for form in self.forms:
            self._array(form)[self.size : end] = datum(form, rows)
        if rows.weight is not None:
            self._array("weight")[self.size : end] = rows.weight
        if rows.group is not None:
            if self.groups is None:
                self.groups = np.empty(RUN, np.int32)
            self.groups[self.size : end] = rows.group
        # Only where numbers do not follow each other is one kept.
        breaks = np.flatnonzero(np.diff(rows.number) != 1) + 1
        for place in (0, *breaks.tolist()):
            self._starts.append(self.size + place)
            self._numbers.append(int(rows.number[place]))
        self.size = end

    def _array(self, name: str) -> Array:
        if name not in self.arrays:
            self.arrays[name] = np.empty(RUN)
        return self.arrays[name]

    def number(self, place: int) -> int:
        """Return the number of the row at `place`."""
        i = bisect_right(self._starts, place) - 1
        return self._numbers[i] + place - self._starts[i]

    def clear(self) -> None:
        self.size = 0
        self._starts.clear()
        self._numbers.clear()

    def by_group(self) -> Iterator[tuple[int, NDArray[np.int64] | None]]:
        """Yield each group that is in the store, with the places of its rows; None for all of them."""
        if self.groups is None:
            if self.size:
                yield 0, None
            return
        groups = self.groups[: self.size]
        order = np.argsort(groups, kind="stable")
        ends = np.cumsum(np.bincount(groups))
        for group, (start, end) in enumerate(zip(np.concatenate([[0], ends[:-1]]), ends, strict=True)):
            if end > start:
                yield group, order[start:end]


def pieces(rows: Rows, room: int) -> Iterator[Rows]:
    """Split rows: first as many as there is room for, then RUN at a time."""
    start = 0
    while start < len(rows):
        end = min(len(rows), start + (room if start == 0 and room else RUN))
        yield rows if end - start == len(rows) else _between(rows, start, end)
        start = end


def _between(rows: Rows, start: int, end: int) -> Rows:
    parts = (rows.prediction, rows.label, rows.target, rows.weight, rows.group, rows.number)
    return Rows(*(None if part is None else part[start:end] for part in parts))  # type: ignore[arg-type]
