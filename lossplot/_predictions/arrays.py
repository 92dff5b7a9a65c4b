"""NumPy arrays, in memory and in `.npy` and `.npz` files -> parts of a table."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from tokenize import TokenError
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from lossplot._errors import RequestError, quote
from lossplot._predictions.columns import LABEL, PREDICTION, Columns
from lossplot._predictions.files import Bytes
from lossplot._predictions.table import ROWS, Part, Table, as_number, row_place

# Rows from `first` to `end`, as an array whose first axis is theirs.
_Read = Callable[[int, int], NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Source:
    """An array of `rows` rows: its `dtype`, its `width` if it has two axes, and how to read some rows of it."""

    rows: int
    dtype: np.dtype[Any]
    width: int
    read: _Read


def table_of_array(array: Source, source: str, check: Callable[[], None] = lambda: None) -> Table:
    """Return the table of one array: of label and prediction, of label and a score a class, or of named fields."""
    if array.dtype.names:
        fields = {name: _field(array, name) for name in array.dtype.names}
        return table_of_arrays(fields, source, check)
    if array.width < 2:
        raise RequestError(f"{source} has one column; an array has a column of labels and one of predictions")
    others = [PREDICTION] if array.width == 2 else [str(number) for number in range(array.width - 1)]
    return _table(source, [LABEL, *others], {name: (array, i) for i, name in enumerate([LABEL, *others])}, check)


def _field(array: Source, name: str) -> Source:
    dtype = array.dtype[name]
    return Source(array.rows, dtype, dtype.shape[0] if dtype.shape else 0, lambda a, b: array.read(a, b)[name])


def table_of_arrays(arrays: Mapping[str, Source], source: str, check: Callable[[], None] = lambda: None) -> Table:
    """Return the table of named arrays; one of two axes has the columns `name.0`, `name.1`, ..."""
    places: dict[str, tuple[Source, int]] = {}
    for name, array in arrays.items():
        if array.width > 1:
            places |= {f"{name}.{number}": (array, number) for number in range(array.width)}
        else:
            places[name] = (array, 0)
    if not places:
        raise RequestError(f"{source} has no arrays; it needs 'y' and 'prediction'")
    lengths = {name: array.rows for name, (array, _) in places.items()}
    if len({*lengths.values()}) > 1:
        (one, first), (other, second) = min(lengths.items(), key=_second), max(lengths.items(), key=_second)
        raise RequestError(f"{source}: {one} has {first} rows and {other} has {second}; give both the same")
    return _table(source, [*places], places, check)


def _second(pair: tuple[str, int]) -> int:
    return pair[1]


def _table(source: str, names: list[str], places: Mapping[str, tuple[Source, int]], check: Callable[[], None]) -> Table:
    for name, (array, _) in places.items():
        if array.dtype.kind not in "biufOSUT":
            raise RequestError(f"{source}: {quote(name)} is of type {array.dtype}; give real numbers")
    numeric = [name for name in names if places[name][0].dtype.kind in "biuf"]

    def parts(columns: Columns) -> Iterator[Part]:
        wanted = [each for each in (columns.label, columns.by, *columns.numbers) if each]
        rows = places[names[0]][0].rows
        for first in range(0, rows, ROWS):
            yield _part(places, wanted, first, min(rows, first + ROWS), rows)
        check()

    return Table(source, names, numeric, parts)


def _part(places: Mapping[str, tuple[Source, int]], wanted: Sequence[str], first: int, end: int, rows: int) -> Part:
    arrays: dict[int, NDArray[Any]] = {}
    columns = {}
    for name in wanted:
        array, number = places[name]
        if id(array) not in arrays:
            arrays[id(array)] = array.read(first, end)
        column = arrays[id(array)]
        columns[name] = _as_column(column[:, number] if column.ndim > 1 else column)
    return Part(
        columns, first + 1, end - first, row_place(first + 1), lambda name, i: str(columns[name][i]), {}, end / rows
    )


def _as_column(column: NDArray[Any]) -> NDArray[Any]:
    """Return numbers as doubles, and all else as texts, unless every one of them is a number."""
    if column.dtype.kind in "biuf":
        return column.astype(np.float64, copy=False)
    values = column.tolist()
    if all(isinstance(each, int | float) for each in values):
        return np.array(values, dtype=np.float64)
    texts = [_text(each) for each in values]
    numbers = np.array([as_number(text) for text in texts])
    return np.array(texts, dtype=object) if np.isnan(numbers).any() else numbers


def _text(value: Any) -> str:
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)


def memory_source(array: NDArray[Any]) -> Source:
    return Source(len(array), array.dtype, array.shape[1] if array.ndim > 1 else 0, lambda a, b: array[a:b])


def read_npy(data: Bytes) -> Table:
    """Read the table of a `.npy` file, a few rows at a time.  Raises RequestError."""
    dtype, shape, is_fortran = _header(data.stream, data.source)
    rows, width = shape[0], shape[1] if len(shape) > 1 else 0
    if not data.is_file:
        return table_of_array(_sequence(data.stream, dtype, rows, width, is_fortran), data.source)
    start = data.stream.tell()
    expected = start + dtype.itemsize * rows * max(1, width)
    if data.size < expected:
        raise RequestError(f"{data.source} has {data.size} bytes of {expected}; write it again")

    def read(first: int, end: int) -> NDArray[Any]:
        if is_fortran and width:
            block = np.empty((width, end - first), dtype)
            for number, line in enumerate(block):
                data.read_at(start + (number * rows + first) * dtype.itemsize, line)
            return block.T
        block = np.empty((end - first, *shape[1:]), dtype)
        data.read_at(start + first * max(1, width) * dtype.itemsize, block.view(np.uint8).reshape(-1))
        return block

    return table_of_array(Source(rows, dtype, width, read), data.source, data.check)


def _header(stream: Any, source: str) -> tuple[np.dtype[Any], tuple[int, ...], bool]:
    try:
        version = npy.read_magic(stream)
        read = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}.get(version)
        if read is None:
            raise ValueError(f"version {version[0]}.{version[1]} is unknown")
        shape, is_fortran, dtype = read(stream)
    except (ValueError, OSError, EOFError, SyntaxError, TokenError, RecursionError) as error:
        reason = " ".join(str(error).split())[:100]
        raise RequestError(f"{source} is no .npy file ({reason}); write it with numpy.save") from error
    if dtype.hasobject:
        raise RequestError(f"{source} holds objects of Python, which are never loaded; save numbers and texts")
    if any(length < 0 for length in shape):
        raise RequestError(f"{source} says that it has {min(shape)} rows or columns; write it again")
    if len(shape) not in (1, 2):
        raise RequestError(f"{source} has {len(shape)} axes; a table has rows and columns")
    return dtype, shape, is_fortran


def _sequence(stream: Any, dtype: np.dtype[Any], rows: int, width: int, is_fortran: bool) -> Source:
    """The array that follows in a stream; one that lies column by column is read at once."""
    whole: list[NDArray[Any]] = []

    def read(first: int, end: int) -> NDArray[Any]:
        if is_fortran and width:
            if not whole:
                whole.append(_take(stream, dtype, rows * width).reshape(width, rows).T)
            return whole[0][first:end]
        block = _take(stream, dtype, (end - first) * max(1, width))
        return block.reshape(end - first, width) if width else block

    return Source(rows, dtype, width, read)


def _take(stream: Any, dtype: np.dtype[Any], count: int) -> NDArray[Any]:
    data = b""
    while len(data) < count * dtype.itemsize:
        more = stream.read(count * dtype.itemsize - len(data))
        if not more:
            raise RequestError("the array ends before its last row; write the file again")
        data += more
    return np.frombuffer(data, dtype)


def read_npz(data: Bytes) -> Table:
    """Read the table of the arrays in a `.npz` file.  Raises RequestError."""
    arrays = {}
    try:
        archive = zipfile.ZipFile(data.stream)
        for name in archive.namelist():
            if name.endswith(".npy"):
                member = archive.open(name)
                dtype, shape, is_fortran = _header(member, f"{data.source}: {quote(name[:-4])}")
                width = shape[1] if len(shape) > 1 else 0
                arrays[name[:-4]] = _sequence(member, dtype, shape[0], width, is_fortran)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise RequestError(f"{data.source} is no .npz file ({error}); write it with numpy.savez") from error
    return table_of_arrays(arrays, data.source, data.check)
