"""SciPy: least_squares tells cost and slope, the special functions and distributions tell values alone."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np

from .library import Adapter, Parameters, Reading, Vector, load, make


def _least_squares(call: str, x: Vector, parameters: Parameters) -> Reading:
    """The cost of the residual r = v at v = x, where the search starts, and its gradient."""
    scipy = load("scipy", "optimize")
    values, slopes = np.empty_like(x), np.empty_like(x)
    for i, start in enumerate(x):

        def residual(v: Vector) -> Vector:
            return v

        def jacobian(v: Vector) -> Vector:
            return np.ones((1, 1))

        search: Any = partial(scipy.optimize.least_squares, residual, [start], jacobian, max_nfev=1)
        result = make(call, {"scipy": SimpleNamespace(optimize=SimpleNamespace(least_squares=search)), **parameters})
        values[i], slopes[i] = result.cost, result.grad[0]
    return Reading(values, slopes)


def _special(call: str, x: Vector, parameters: Parameters) -> Reading:
    scipy = load("scipy", "special", "stats")
    return Reading(make(call, {"scipy": scipy, "m": x, "r": x, "p": x, "x": x, **parameters}), None)


ADAPTERS = {
    "scipy:linear": Adapter(_least_squares),
    "scipy:huber": Adapter(_least_squares),
    "scipy:soft_l1": Adapter(_least_squares),
    "scipy:cauchy": Adapter(_least_squares),
    "scipy:arctan": Adapter(_least_squares),
    "scipy:special_huber": Adapter(_special),
    "scipy:pseudo_huber": Adapter(_special),
    "scipy:norm_logpdf": Adapter(_special),
    "scipy:laplace_logpdf": Adapter(_special),
    "scipy:norm_logsf": Adapter(_special, only={"censored": 1.0}),
    "scipy:logistic_logpdf": Adapter(_special, only={"censored": 0.0}),
    "scipy:gumbel_r_logpdf": Adapter(_special, only={"censored": 0.0}),
    "scipy:poisson_logpmf": Adapter(_special, only={"target": 3.0}),
    "scipy:log_ndtr": Adapter(_special),
    "scipy:log_expit": Adapter(_special),
    "scipy:boxcox": Adapter(_special),
    "scipy:kl_div": Adapter(_special),
    "scipy:rel_entr": Adapter(_special),
    "scipy:rel_entr_reverse": Adapter(_special),
}
