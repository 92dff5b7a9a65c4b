"""CSV and TSV -> parts of a table, with what the base installation has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from lossplot.errors import RequestError, quote
from lossplot.predictions.columns import Columns
from lossplot.predictions.files import Bytes
from lossplot.predictions.table import Column, Part, Table

ROWS = 50_000
# Separators of columns; the one that the header has most of is taken, the first of equals.
_SEPARATORS = (",", "\t", ";", "|")


def read_text(data: Bytes, source: str) -> Table:
    """Read a table from `data`, whose first line is the header.  Raises RequestError."""
    lines = _decoded(data, source)
    header = _first(lines, source)
    separator = max(_SEPARATORS, key=header.count)
    names = _names(header, separator, source)
    rows = csv.reader(lines, delimiter=separator, strict=True)
    reading = _Reading(rows, source, len(names), data)
    first = reading.next_rows()
    numeric = [name for place, name in enumerate(names) if first and all(map(_is_number, _entries(first, place)))]
    return Table(source, names, numeric, lambda columns: reading.parts(_places(names, columns), first))


def _decoded(data: Bytes, source: str) -> Iterator[str]:
    lines = io.TextIOWrapper(io.BufferedReader(data, 1 << 20), encoding="utf-8-sig", newline="")
    try:
        yield from lines
    except UnicodeDecodeError as error:
        raise RequestError(f"{source} is not UTF-8 text (byte {data.position}); save it as UTF-8") from error


def _first(lines: Iterator[str], source: str) -> str:
    header = next(lines, "")
    if not header.strip():
        raise RequestError(f"{source} {'begins with an empty line' if header else 'is empty'}; begin with a header")
    if "\0" in header:
        raise RequestError(f"{source} is no text; name a CSV, TSV, .npy or .npz file")
    return header


def _names(header: str, separator: str, source: str) -> list[str]:
    try:
        [names] = csv.reader([header], delimiter=separator, strict=True)
    except (csv.Error, ValueError) as error:
        raise RequestError(
            f"{source}: the header {quote(header.strip())} cannot be read; quote no line break"
        ) from error
    names = [name.strip() for name in names]
    if all(map(_is_number, names)) and set(names) - {str(number) for number in range(len(names))}:
        raise RequestError(f"{source} begins with numbers, {quote(header.strip())}; name the columns in a first line")
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise RequestError(f"{source} has two columns {quote(twice)}; name each once")
    return names


def _is_number(text: str) -> bool:
    try:
        return float(text) is not None and "_" not in text
    except ValueError:
        return False


def _entries(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    """Yield the first entries of a column, those that are empty left out."""
    return (row[place] for row in islice(rows, 1000) if len(row) > place and row[place].strip())


def _places(names: Sequence[str], columns: Columns) -> dict[str, tuple[int, bool]]:
    """Map each column that is read to its place, and whether it holds numbers alone."""
    others = filter(None, (columns.label, columns.by))
    return {
        **{name: (names.index(name), False) for name in others},
        **{name: (names.index(name), True) for name in columns.numbers},
    }


@dataclass(slots=True)
class _Reading:
    """Rows of a text as they are read."""

    rows: Any
    source: str
    width: int
    data: Bytes
    done: int = 0
    read: int = 0
    is_by_line: bool = True

    def next_rows(self) -> list[list[str]]:
        try:
            rows = [*islice(self.rows, ROWS)]
        except csv.Error as error:
            place = f"line {self.rows.line_num + 1}"
            raise RequestError(f"{self.source}: {place} cannot be read ({error}); mend its quotes") from error
        self.read += len(rows)
        # A line break within quotes makes a row of several lines: from there on only its number is sure.
        self.is_by_line &= self.rows.line_num == self.read
        return rows

    def parts(self, places: Mapping[str, tuple[int, bool]], rows: list[list[str]]) -> Iterator[Part]:
        before = 1  # the header's line
        while rows:
            following = self.next_rows()
            if not following:
                while rows and not rows[-1]:
                    rows.pop()
            if rows:
                yield self._part(rows, places, before)
            before += len(rows)
            self.done += len(rows)
            rows = following

    def _part(self, rows: list[list[str]], places: Mapping[str, tuple[int, bool]], before: int) -> Part:
        broken = {}
        if {*map(len, rows)} != {self.width}:
            broken = {i: _width_fault(row, self.width) for i, row in enumerate(rows) if len(row) != self.width}
            rows = [row if len(row) == self.width else [""] * self.width for row in rows]
        texts = [*zip(*rows, strict=True)]
        columns = {name: _column(texts[place], is_number) for name, (place, is_number) in places.items()}
        return Part(
            columns,
            self.done + 1,
            len(rows),
            lambda i: f"line {before + i + 1}" if self.is_by_line else f"row {before + i}",
            lambda name, i: texts[places[name][0]][i],
            broken,
            self.data.share,
        )


def _width_fault(row: Sequence[str], width: int) -> str:
    if not row:
        return "is empty"
    return f"has {len(row)} column{'s' if len(row) > 1 else ''}, not {width}"


def _column(texts: Sequence[str], is_number: bool) -> Column:
    try:
        return np.fromiter(map(float, texts), np.float64, len(texts))
    except ValueError:
        if is_number:
            return np.array([float(text) if _is_number(text) else np.nan for text in texts])
        return np.array(texts, dtype=object)
