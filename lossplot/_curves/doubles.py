"""Doubles in their order: the rank of each, and a search that halves ranks, so that the last bit is near anywhere."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array

Ranks = NDArray[np.uint64]
# Maps points of shape (k, n), a row for each of k brackets, to signs of that shape.
Signs = Callable[[Array], Array]

_SIGN = np.uint64(1 << 63)
# A bracket is cut in so many parts, and again, until eight rounds have reached neighbours.
_CUTS = 256
_SHARES = np.arange(_CUTS + 1, dtype=np.uint64)


def ranks(x: Array) -> Ranks:
    """Number the doubles in their order, -inf first."""
    bits = np.ascontiguousarray(x, dtype=np.float64).view(np.uint64)
    return np.where(bits & _SIGN, ~bits, bits | _SIGN)


def doubles(numbers: Ranks) -> Array:
    """Find the doubles that have these ranks; both zeros are 0.0."""
    return np.where(numbers & _SIGN, numbers ^ _SIGN, ~numbers).view(np.float64) + 0.0


def sign_places(signs: Signs, low: Array, high: Array, before: Array) -> tuple[Array, Array]:
    """Find in each of k brackets the neighbours between which a sign changes; both are the middle of a run of zeros.

    `before` is the sign just beyond `low`, and the opposite of that just before `high`; where there is no sign, NaN,
    it is taken to be `before`.
    """

    def holds(x: Array) -> NDArray[np.bool_]:
        at = signs(x)
        held: NDArray[np.bool_] = (at == before[:, None]) | np.isnan(at)
        return held

    last, first = _boundaries(holds, low, high)
    zero = (signs(first[:, None])[:, 0] == 0.0) & (first < high)
    if zero.any():
        end, _ = _boundaries(lambda x: np.equal(signs(x), 0.0), first[zero], high[zero])
        last[zero] = first[zero] = _middles(first[zero], end)
    return last, first


def _middles(start: Array, end: Array) -> Array:
    """Find the middle of each run of doubles; 0 where it holds 0, which no rounding made."""
    middles = np.where(np.abs(start) > 1.0, start / 2.0 + end / 2.0, (start + end) / 2.0)
    return np.where((start <= 0.0) & (end >= 0.0), 0.0, middles)


def _boundaries(holds: Callable[[Array], NDArray[np.bool_]], low: Array, high: Array) -> tuple[Array, Array]:
    """Find in each bracket the last double where `holds`, as it does at `low`, and the next, where it does not."""
    below, above = ranks(low), ranks(high)
    rows = np.arange(len(below))
    while len(below) and np.max(above - below) > 1:
        steps = (above - below + np.uint64(_CUTS - 1)) // np.uint64(_CUTS)
        cuts = np.minimum(below[:, None] + steps[:, None] * _SHARES, above[:, None])
        held = holds(doubles(cuts))
        held[:, 0], held[:, -1] = True, False
        first = np.argmin(held & (cuts < above[:, None]), axis=1)
        below, above = cuts[rows, first - 1], cuts[rows, first]
    return doubles(below), doubles(above)
