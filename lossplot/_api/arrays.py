"""Numbers and arrays of a caller, and functions of them in the same shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import numpy as np

from lossplot._api.messages import python_messages
from lossplot._errors import RequestError, quote_value
from lossplot._formula.evaluate import Array


class Labelled(Protocol):
    """Numbers with labels, such as a pandas Series or DataFrame."""

    @property
    def index(self) -> Any: ...

    def to_numpy(self) -> Any: ...


Labels = TypeVar("Labels", bound=Labelled)


def at(x: Any, evaluate: Callable[[Array], Array]) -> Any:
    """Return what `evaluate` computes of a vector at `x`, in its shape and with its labels."""
    with python_messages():
        points = real_numbers(x)
    return _labelled_as(x, evaluate(points.ravel()).reshape(points.shape)[()])


def real_numbers(x: Any) -> Array:
    """Return `x` as an array of doubles.  Raises RequestError for None, texts, dates and complex numbers."""
    try:
        array = np.asarray(x)
        if array.dtype.kind in "biufO" and not (array.dtype.kind == "O" and any(part is None for part in array.flat)):
            return array.astype(np.float64)
    except (TypeError, ValueError, OverflowError):
        pass
    raise RequestError(f"x must be real numbers, not {quote_value(x)}; give one, or an array of them")


def _labelled_as(x: Any, values: Array) -> Any:
    """Return `values` with the labels of `x` if it has any: as a Series of pandas, or a DataFrame."""
    if not hasattr(x, "to_numpy") or not hasattr(x, "index"):
        return values
    labels = {"columns": x.columns} if hasattr(x, "columns") else {"name": x.name}
    return type(x)(values, index=x.index, **labels)
