"""Sign changes and extremes of functions within brackets, all brackets narrowed at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array

# A bracket is cut in 32, and so again.  Five rounds make a step of a grid a 30-millionth of it.
_SHARES = np.linspace(0.0, 1.0, 33)
_ROUNDS = 5
# A sign changes between neighbouring doubles, which beside an infinity may lie at 1e-300.
_MOST_ROUNDS = 220

# Maps points of shape (k, n), a row for each of k brackets, to values of that shape.
Rows = Callable[[Array], Array]


def _adjacent(low: Array, high: Array) -> NDArray[np.bool_]:
    return np.nextafter(low, high) >= high


def sign_changes(
    function: Rows,
    brackets: Sequence[tuple[float, float, float]],
    narrow: Callable[[Array, Array], NDArray[np.bool_]] = _adjacent,
) -> tuple[Array, Array]:
    """Narrow each of k brackets to where `function` changes its sign, until all are `narrow`; two arrays of shape (k,).

    A bracket is (low, high, sign): `sign` is that just beyond `low`, and the opposite of that just before `high`.
    Both ends of the result are the zero itself where one is met.
    """
    low, high, before = np.array(brackets).reshape(-1, 3).T[:, :, None]
    rows = np.arange(len(brackets))
    for _ in range(_MOST_ROUNDS if brackets else 0):
        x = low + (high - low) * _SHARES
        signs = np.sign(function(x))
        signs[:, :1], signs[:, -1:] = before, -before
        after = np.argmax(signs != before, axis=1)
        exact = signs[rows, after] == 0.0
        low, high = x[rows, np.where(exact, after, after - 1), None], x[rows, after, None]
        if np.all(narrow(low[:, 0], high[:, 0])):
            break
    return low[:, 0], high[:, 0]


def extremes(function: Rows, low: Array, high: Array, signs: Array) -> tuple[Array, Array]:
    """Find the highest (sign +1) or lowest (-1) point of `function` in each bracket; shapes (k,).

    Returns their x and the values there; NaNs of `function` are passed over.
    """
    if not low.size:
        return low, low
    rows = np.arange(len(low))
    for _ in range(_ROUNDS):
        x = low[:, None] + (high - low)[:, None] * _SHARES
        y = function(x)
        best = np.argmax(np.where(np.isnan(y), -np.inf, signs[:, None] * y), axis=1)
        low, high = x[rows, np.maximum(best - 1, 0)], x[rows, np.minimum(best + 1, len(_SHARES) - 1)]
    return x[rows, best], y[rows, best]
