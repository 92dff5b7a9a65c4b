"""The name of a source of predictions -> its table."""

from __future__ import annotations

from pathlib import PurePath

from lossplot.predictions.files import open_bytes
from lossplot.predictions.table import Table

_NUMPY, _ZIP = b"\x93NUMPY", b"PK\x03\x04"


def open_table(data: str) -> Table:
    """Open the table of a file: `.npy`, `.npz`, CSV or TSV, by its first bytes; `-` is stdin.

    Raises RequestError for what is no such file, and LossplotError for what cannot be read.
    """
    from lossplot.predictions.arrays import read_npy, read_npz
    from lossplot.predictions.text import read_text

    file = open_bytes(data)
    first = file.peek(6)
    if first == _NUMPY:
        return read_npy(file)
    if first[:4] == _ZIP:
        return read_npz(file)
    return read_text(file, file.source if data != "-" else "stdin")


def suffix(data: str) -> str:
    return PurePath(data).suffix.lower()
