"""Sums of many terms over thresholds in equal steps, each term's rounding made up for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from lossplot._formula import special
from lossplot._formula.special import Families, Values

_Term = Callable[[Values], Values]


def _total(terms: Iterable[Values], nothing: Values) -> Values:
    """Add `terms` in twice the precision of doubles; without any, the sum is `nothing`."""
    total, *others = [*terms] or [nothing]
    lost: Values = np.float64(0.0)
    for term in others:
        grown = total + term
        kept = grown - total
        lost = lost + ((total - (grown - kept)) + (term - kept))
        total = grown
    return np.where(np.isfinite(total), total + lost, total) if others else total


def _one_sided(term: _Term, x: Values, y: float, z: float, k: float) -> Values:
    """Add `term` of x - j y for j from z to k."""
    return _total((term(x - (z + j) * y) for j in range(int(k - z) + 1)), 0.0 * special.sigmoid(x))


def _two_sided(term: Callable[[Values, float], Values], x: Values, y: float, z: float) -> Values:
    """Add `term` of x and of so many odd multiples of y/2."""
    return _total((term(x, (j + 0.5) * y) for j in range(int(z))), 0.0 * special.sigmoid(x))


def _power(x: Values, n: float) -> Values:
    """Compute 1/(1 + exp(-x))^n."""
    return special.sigmoid(x) ** n


def _power_slope(x: Values, n: float) -> Values:
    return n * special.sigmoid(x) ** n * special.sigmoid(-x)


def _power_curvature(x: Values, n: float) -> Values:
    wrong = special.sigmoid(-x)
    return n * special.sigmoid(x) ** n * wrong * (n * wrong - special.sigmoid(x))


RULES: Families = {
    "softplussum": (
        lambda x, y, z, k: _one_sided(special.softplus, x, y, z, k),
        lambda x, y, z, k: _one_sided(special.sigmoid, x, y, z, k),
        lambda x, y, z, k: _one_sided(special.bell, x, y, z, k),
    ),
    "softplus2sum": (
        lambda x, y, z: _two_sided(special.softplus2, x, y, z),
        lambda x, y, z: _two_sided(special.softplus2_slope, x, y, z),
        lambda x, y, z: _two_sided(special.softplus2_curvature, x, y, z),
    ),
    "sigmoidsum": (
        lambda x, y, z, k, n: _one_sided(lambda u: _power(u, n), x, y, z, k),
        lambda x, y, z, k, n: _one_sided(lambda u: _power_slope(u, n), x, y, z, k),
        lambda x, y, z, k, n: _one_sided(lambda u: _power_curvature(u, n), x, y, z, k),
    ),
}
