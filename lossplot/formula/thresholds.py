"""Sums of many terms over thresholds in equal steps, each term's rounding made up for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from lossplot.formula import special
from lossplot.formula.special import Families, Values

_Term = Callable[[Values], Values]


def _total(terms: Iterable[Values], like: Values) -> Values:
    """Add `terms` in twice the precision of doubles."""
    total = lost = np.zeros_like(like)
    for term in terms:
        grown = total + term
        kept = grown - total
        lost = lost + ((total - (grown - kept)) + (term - kept))
        total = grown
    return np.where(np.isfinite(total), total + lost, total)


def _one_sided(term: _Term, x: Values, y: float, z: float) -> Values:
    return _total((term(x - j * y) for j in range(int(z))), x)


def _two_sided(term: Callable[[Values, float], Values], x: Values, y: float, z: float) -> Values:
    return _total((term(x, (j + 0.5) * y) for j in range(int(z))), x)


def _power(x: Values, k: float) -> Values:
    """Compute 1/(1 + exp(-x))^k."""
    return special.sigmoid(x) ** k


def _power_slope(x: Values, k: float) -> Values:
    return k * special.sigmoid(x) ** k * special.sigmoid(-x)


def _power_curvature(x: Values, k: float) -> Values:
    wrong = special.sigmoid(-x)
    return k * special.sigmoid(x) ** k * wrong * (k * wrong - special.sigmoid(x))


RULES: Families = {
    "softplussum": (
        lambda x, y, z: _one_sided(special.softplus, x, y, z),
        lambda x, y, z: _one_sided(special.sigmoid, x, y, z),
        lambda x, y, z: _one_sided(special.bell, x, y, z),
    ),
    "softplus2sum": (
        lambda x, y, z: _two_sided(special.softplus2, x, y, z),
        lambda x, y, z: _two_sided(special.softplus2_slope, x, y, z),
        lambda x, y, z: _two_sided(special.softplus2_curvature, x, y, z),
    ),
    "sigmoidsum": (
        lambda x, y, z, k: _one_sided(lambda u: _power(u, k), x, y, z),
        lambda x, y, z, k: _one_sided(lambda u: _power_slope(u, k), x, y, z),
        lambda x, y, z, k: _one_sided(lambda u: _power_curvature(u, k), x, y, z),
    ),
}
