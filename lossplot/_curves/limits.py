"""Limits from one side and at infinity, and what counts as equal."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from lossplot._formula.evaluate import Array

# Values that differ by less than this share differ by rounding alone.
EQUAL = 1e-12
# Results of longer computations, such as an integral or a search, agree to this share.
CLOSE = 1e-9
# A limit is read off at equal steps of the exponent: there powers are geometric sequences, logarithms arithmetic ones.
_TOWARDS_INFINITY = 10.0 ** np.arange(25.0, 126.0, 25.0)
_TOWARDS_ZERO = 1.0 / _TOWARDS_INFINITY
_TOWARDS_OTHERS = 2.0 ** np.arange(-10.0, -51.0, -10.0)

# Maps n points and a side, as in `evaluate`, to germs of shape (n,) or (m, n).
OneSided = Callable[[Array, int], Array]


def limits(function: OneSided, end: float, side: int) -> Array:
    """Compute the limits at `end`, finite or infinite, from the left (`side` -1) or from the right (+1).

    They have the shape (1,) or (m,).  A germ at a finite end is the limit, unless it is NaN.  A limit that does not
    show is NaN.
    """
    if math.isinf(end):
        return np.array(
            [settle(row) for row in np.atleast_2d(function(math.copysign(1.0, end) * _TOWARDS_INFINITY, 0))]
        )
    germs = np.atleast_2d(function(np.array([end]), side))[:, 0]
    if np.isnan(germs).any():
        steps = _TOWARDS_OTHERS * 2.0 ** (math.frexp(end)[1] - 1) if end else _TOWARDS_ZERO
        rows = np.atleast_2d(function(end + side * steps, 0))
        germs = np.array([settle(row) if math.isnan(germ) else germ for germ, row in zip(germs, rows, strict=True)])
    return germs


def settle(values: Array) -> float:
    """Compute what a sequence taken at equal steps of the exponent tends to; NaN if that does not show."""
    values = values[~np.isnan(values)]
    if values.size < 4:
        return math.nan
    steps = np.diff(values)
    if math.isinf(values[-1]) or abs(steps[-1]) <= EQUAL * abs(values[-1]):
        return float(values[-1])
    # A limit plus a power makes a geometric sequence: Aitken's extrapolation is exact.
    ratios = steps[1:] / steps[:-1]
    ends = values[2:] + steps[1:] * ratios / (1.0 - ratios)
    if np.all(np.abs(ratios) < 1.0 - 1e-6) and _agree(ends[-1], ends[-2], values, CLOSE):
        return 0.0 if _agree(ends[-1], 0.0, values, CLOSE) else float(ends[-1])
    return _slow_limit(values, steps)


def _slow_limit(values: Array, steps: Array) -> float:
    """The limit of a sequence whose k-th step is like a power of k: none for a logarithm, 0 for its inverse."""
    k = np.arange(1.0, values.size + 1.0)
    rates = np.abs(steps) * (k[1:] + k[:-1])
    if rates[-1] > 0.95 * rates[-2]:
        # What goes up and down, as a sine does, has no limit.
        return math.copysign(math.inf, steps[-1]) if np.ptp(np.sign(steps)) == 0.0 else math.nan
    # A polynomial in 1/k through the last values, at 1/k = 0.
    three, four = (np.linalg.solve(np.vander(1.0 / k[-n:]), values[-n:])[-1] for n in (3, 4))
    if not _agree(three, four, values, 1e-4):
        return math.nan
    return 0.0 if _agree(three, 0.0, values, 1e-4) else float(three)


def _agree(a: float, b: float, values: Array, share: float) -> bool:
    return bool(abs(a - b) <= share * np.max(np.abs(values)))
