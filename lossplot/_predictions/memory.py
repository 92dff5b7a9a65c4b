"""Arrays and tables of a Python program -> a table of predictions.

A column is whatever NumPy makes an array of: of pandas, polars or Arrow too, none of which is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from lossplot._errors import RequestError, quote_value
from lossplot._predictions.arrays import memory_source, table_of_array, table_of_arrays
from lossplot._predictions.columns import LABEL, PREDICTION
from lossplot._predictions.table import Table

SOURCE = "the data"


def table_in_memory(data: Any) -> Table:
    """Return the table of an array, of a mapping of columns, of a data frame, or of a pair of label and prediction.

    Raises RequestError for anything else.
    """
    if isinstance(data, tuple) and len(data) == 2:
        data = {LABEL: data[0], PREDICTION: data[1]}
    names = _names(data)
    if names is not None:
        arrays = {str(name): memory_source(_array(data[name], str(name))) for name in names}
        return table_of_arrays(arrays, SOURCE)
    return table_of_array(memory_source(_array(data, "")), SOURCE)


def _names(data: Any) -> list[Any] | None:
    """Return the names of the columns of `data`, or None if it has none."""
    if isinstance(data, Mapping):
        return [*data]
    for attribute in ("column_names", "columns"):  # Arrow has columns without names under the second
        names = getattr(data, attribute, None)
        if names is not None and not callable(names):
            return [*names]
    return None


def _array(column: Any, name: str) -> Any:
    try:
        array = np.asarray(column)
    except (TypeError, ValueError) as error:
        raise RequestError(f"{name or SOURCE} is no array of numbers, but {quote_value(column)}") from error
    if array.ndim not in (1, 2):
        raise RequestError(f"{name or SOURCE} has {array.ndim} axes; give one row an example")
    return array
