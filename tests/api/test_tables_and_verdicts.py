"""Tables that are identified, threads that score, and which of two derivatives a figure compares."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import lossplot
from lossplot import RequestError

X = np.linspace(-3.0, 3.0, 61)


def test_a_table_is_identified_in_any_order() -> None:
    x = np.array([0.3, 0.9, 0.1, 0.7, 0.5, 0.2, 0.8, 0.4, 0.6, 0.95, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55])
    [best, *_] = lossplot.identify(x[:, None], -np.log(x), axis="probability")
    assert (best.loss.name, best.factor) == ("log-loss", 1.0)


def test_a_table_of_too_few_rows_or_of_two_lengths_is_told() -> None:
    for rows in (15, 0):
        with pytest.raises(RequestError, match=f"{rows} x and {rows} values are no table; give 16 or more of each"):
            lossplot.identify(X[:rows], X[:rows])
    with pytest.raises(RequestError, match="61 x and 60 values are no table"):
        lossplot.identify(X, X[:-1])


@pytest.mark.parametrize("jobs", [0, -1, 1.5, "2", None])
def test_a_number_of_threads_is_a_whole_one_from_one_on(jobs: Any) -> None:
    data = ([1, -1, 1], [0.5, -2.0, -1.0])
    with pytest.raises(RequestError, match="jobs must be a whole number of threads"):
        lossplot.score(data, "hinge", jobs=jobs)
    assert (
        lossplot.score(data, "hinge", jobs=1) == lossplot.score(data, "hinge", jobs=2) == lossplot.score(data, "hinge")
    )


@pytest.mark.parametrize(
    ("gradient", "hessian", "drawn"),
    [
        ("4*r**3", "12*r**2", ("exact = 4*r^3", "given = 4*r^3")),
        ("3*r**3", "12*r**2", ("exact = 4*r^3", "given = 3*r^3")),
        ("4*r**3", "11*r**2", ("exact = 12*r^2", "given = 11*r^2")),
        ("3*r**3", "11*r**2", ("exact = 4*r^3", "given = 3*r^3")),
    ],
)
def test_the_figure_of_a_check_is_that_of_the_first_that_is_wrong(
    gradient: str, hessian: str, drawn: tuple[str, str]
) -> None:
    found = lossplot.check("r**4", gradient, hessian)
    assert found.gradient
    assert found.hessian
    assert (found.gradient.equal, found.hessian.equal) == (gradient == "4*r**3", hessian == "12*r**2")
    assert found.equal == (found.gradient.equal and found.hessian.equal)
    assert found.figure.spec.losses == drawn
