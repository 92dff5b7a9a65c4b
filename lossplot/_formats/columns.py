"""CSV -> columns of numbers."""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import math
import os
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from lossplot._errors import LossplotError, RequestError, alternatives, quote
from lossplot._formats.inputs import read_file
from lossplot._formula.evaluate import Array

# In bytes, and in rows: more than enough for a curve, in numbers of all their digits.
LARGEST = 2**24
MOST_ROWS = 100_000
_MOST_COLUMNS = 100
_REASONS = {
    errno.ENOENT: "No such file or directory; name a CSV file",
    errno.EISDIR: "it is a directory; name a CSV file in it",
    errno.EINVAL: "it is no table; name a CSV file",
    errno.EFBIG: "it is too large; a table may have 16 MB",
}


def read_columns(path: str) -> Mapping[str, Array]:
    """Return the columns of the CSV file at `path` by their names in its first line, in lower case.

    Raises LossplotError where it cannot be read, and RequestError for what is no table of numbers.
    """
    try:
        data = read_file(os.path.expanduser(path), LARGEST)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror}; name a CSV file")
        raise LossplotError(f"cannot read {quote(path)}: {reason}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(f"{quote(path)} is not UTF-8 text (byte {error.start}); save it as CSV") from error
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise RequestError(f"{quote(path)} is no CSV: {error}; save it as CSV") from error
    return _columns(path, rows)


def column(columns: Mapping[str, Array], path: str, names: Sequence[str]) -> Array:
    """Return the column that has one of `names`.  Raises RequestError if there is none."""
    for name in names:
        if name in columns:
            return columns[name]
    known = ", ".join(quote(name) for name in [*columns][:8])
    raise RequestError(f"{quote(path)} has no column called {alternatives(names)}, but {known}; name one so")


def _columns(path: str, rows: Sequence[Sequence[str]]) -> dict[str, Array]:
    if len(rows) < 2:
        raise RequestError(f"{quote(path)} has no rows of numbers; write a line of names, as x,value, and rows below")
    names = [name.strip().lower() for name in rows[0]]
    if len(names) > _MOST_COLUMNS:
        raise RequestError(f"{quote(path)} has {len(names)} columns; the most is {_MOST_COLUMNS}")
    if len(rows) > MOST_ROWS:
        raise RequestError(f"{quote(path)} has {len(rows)} rows; the most is {MOST_ROWS}")
    counts = Counter(names)
    if double := next((name for name in names if counts[name] > 1), None):
        raise RequestError(f"{quote(path)} has two columns called {quote(double)}; give one another name")
    table = np.empty((len(rows) - 1, len(names)))
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(names):
            raise RequestError(f"{quote(path)}: row {number} has {len(row)} cells, and the first {len(names)}; mend it")
        table[number - 2] = [_number(cell, path, number) for cell in row]
    return dict(zip(names, table.T, strict=True))


def _number(cell: str, path: str, row: int) -> float:
    """The number in a cell; NaN for an empty one."""
    text = cell.strip()
    if not text:
        return math.nan
    # Python takes 1_000 for a number.
    if "_" not in text:
        with contextlib.suppress(ValueError):
            return float(text)
    raise RequestError(f"{quote(path)}: row {row} has {quote(text)}, which is not a number; write one")
