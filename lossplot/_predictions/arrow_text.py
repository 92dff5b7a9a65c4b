"""Numbers of a CSV block by PyArrow, where `pip install "lossplot[data]"` has brought it: several times as fast.

Whatever is not plainly a table of numbers is left to the reader that names its faults.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

import numpy as np

from lossplot._formula.evaluate import Array

# A smaller file is read before PyArrow is imported.
LEAST_BYTES = 1 << 23


def is_worth(size: int) -> bool:
    """Return True if PyArrow is there, and a file of `size` bytes large enough to import it."""
    return "pyarrow.csv" in sys.modules or (size >= LEAST_BYTES and find_spec("pyarrow") is not None)


def read_numbers(body: str, separator: str, shape: tuple[int, int]) -> Array | None:
    """Return the numbers of `body` if it holds so many rows and columns of them, and nothing else; or else None."""
    import pyarrow as pa
    from pyarrow import csv

    names = [str(i) for i in range(shape[1])]
    data = body.encode()
    try:
        table = csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(use_threads=False, block_size=len(data) + 1, column_names=names),
            csv.ParseOptions(delimiter=separator, quote_char=False, ignore_empty_lines=False),
            csv.ConvertOptions(column_types=dict.fromkeys(names, pa.float64()), null_values=[]),
        )
    except pa.ArrowException:
        return None
    if table.shape != shape or any(column.null_count for column in table.columns):
        return None
    return np.array([column.to_numpy() for column in table.columns]).T
