"""Load a library, make a declared call, and read what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Parameters = Mapping[str, float]

NOTHING: Parameters = MappingProxyType({})


class Reading(NamedTuple):
    """A library's values and slopes at the points, None for what it does not give."""

    values: Vector | None
    slopes: Vector | None


class Adapter(NamedTuple):
    """An interface to one library's losses.

    `read` takes the call that the entry declares, the points and the parameters.
    `only` holds the parameters that the library has fixed: it agrees with ours at those values alone.
    `low` is the least x that it takes as it stands.
    `constant` says that the library keeps terms of a likelihood that do not depend on x, and ours does not.
    """

    read: Callable[[str, Vector, Parameters], Reading]
    tolerance: float = 1e-12
    only: Parameters = NOTHING
    low: float = -np.inf
    constant: bool = False


def load(library: str, *modules: str) -> Any:
    """The library, with `modules` of it imported; skips the test where it is not installed."""
    reason = f"{library} is not installed; pip install 'lossplot[conformance]'"
    root = pytest.importorskip(library, reason=reason)
    for module in modules:
        pytest.importorskip(f"{library}.{module}", reason=reason)
    return root


def make(call: str, names: Mapping[str, Any]) -> Any:
    """Evaluate the declared call: the words that `lossplot show` prints are the words that run."""
    return eval(call, dict(names))


def signs(x: Vector) -> Vector:
    """The label of each point, or the target of each error: 1 and -1 in turn (the tests ask at every point twice)."""
    return np.where(np.arange(len(x)) % 2 == 0, 1.0, -1.0)
