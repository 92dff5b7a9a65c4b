"""Limits, sign changes and extremes of functions for which they are known exactly."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from lossplot._curves.limits import limits, settle
from lossplot._curves.roots import extremes, sign_changes
from lossplot._formula.evaluate import Array

Function = Callable[[Array], Array]


@pytest.mark.parametrize(
    ("function", "end", "limit"),
    [
        (lambda x: x / (1.0 + x), math.inf, 1.0),
        (np.sqrt, math.inf, math.inf),
        (lambda x: -np.log(x), math.inf, -math.inf),
        (lambda x: 1.0 / np.log(x), math.inf, 0.0),
        (np.arctan, -math.inf, -math.pi / 2.0),
        (lambda x: np.sin(x) / x, 0.0, 1.0),
        (lambda x: x * np.log(x), 0.0, 0.0),
        (lambda x: (np.sqrt(x) - 1.0) / (x - 1.0), 1.0, 0.5),
        (lambda x: np.sin(2.0 * (x - 3e3)) / (x - 3e3), 3e3, 2.0),
    ],
)
def test_a_limit_is_what_mathematics_says(function: Function, end: float, limit: float) -> None:
    with np.errstate(all="ignore"):
        [value] = limits(lambda x, side: function(x), end, +1)
    assert value == pytest.approx(limit, rel=1e-6, abs=1e-9)


def test_a_germ_is_preferred_to_what_is_beside_it_and_each_row_has_its_own_limit() -> None:
    def rows(x: Array, side: int) -> Array:
        return np.array([np.full(x.shape, 7.0 * side), np.where(x == 2.0, np.nan, x * x), np.cos(1.0 / (x - 2.0))])

    with np.errstate(all="ignore"):
        left, right = limits(rows, 2.0, -1), limits(rows, 2.0, +1)
    assert (left[0], right[0]) == (-7.0, 7.0)
    assert left[1] == pytest.approx(4.0)
    assert math.isnan(left[2])


def test_what_goes_up_and_down_has_no_limit_and_what_rises_slowly_has_infinity() -> None:
    rows = np.random.default_rng(11).uniform(-1.0, 1.0, (200, 5))
    steps = np.diff(rows)
    assert not any(math.isinf(settle(row)) for row, step in zip(rows, steps, strict=True) if np.ptp(np.sign(step)))
    towards = 10.0 ** np.arange(25.0, 126.0, 25.0)
    assert (settle(np.log(towards)), settle(-np.log(towards))) == (math.inf, -math.inf)
    assert settle(np.log(np.log(towards))) == math.inf


def test_a_sign_change_is_narrowed_to_neighbouring_doubles_in_every_bracket() -> None:
    squares = np.array([[2.0], [3.0], [1e-300], [1e300]])
    brackets = [(1.0, 2.0, -1.0), (1.0, 100.0, -1.0), (0.0, 1.0, -1.0), (0.0, 1e300, -1.0)]
    low, high = sign_changes(lambda x: x - np.sqrt(squares), brackets)
    roots = np.sqrt(squares[:, 0])
    assert np.all((low <= roots) & (roots <= high))
    assert np.all(np.nextafter(low, high) >= high)


def test_the_sign_of_a_bracket_overrules_the_values_at_its_ends() -> None:
    # Undefined at 0 and zero at 1, where the limits have other signs.
    with np.errstate(all="ignore"):
        low, high = sign_changes(lambda x: np.where(x == 0.0, np.nan, (0.25 - x) * (1.0 - x)), [(0.0, 1.0, 1.0)])
    assert (low[0], high[0]) == (0.25, 0.25)


def test_no_brackets_have_no_sign_changes() -> None:
    low, high = sign_changes(lambda x: x, [])
    assert low.shape == high.shape == (0,)


def test_extremes_are_found_beside_undefined_points() -> None:
    low, high, signs = np.array([-1.0, 0.0]), np.array([2.0, 4.0]), np.array([1.0, -1.0])

    def function(x: Array) -> Array:
        y = np.array([5.0 - (x[0] - 0.3) ** 2, np.cos(x[1])])
        return np.where((x == 2.0) | (x == 0.0), np.nan, y)

    x, y = extremes(function, low, high, signs)
    assert x == pytest.approx([0.3, math.pi], abs=1e-6)
    assert y == pytest.approx([5.0, -1.0], abs=1e-12)


def test_an_extreme_at_the_end_of_its_bracket_is_found_there() -> None:
    low, high = np.array([0.0, 0.0, -1.0, -1.0]), np.array([1.0, 1.0, 2.0, 2.0])
    x, y = extremes(lambda x: x * np.array([[1.0], [-1.0], [2.0], [-2.0]]), low, high, np.array([1.0, 1.0, -1.0, -1.0]))
    assert x == pytest.approx([1.0, 0.0, -1.0, 2.0], abs=1e-9)
    assert y == pytest.approx([1.0, 0.0, -2.0, -4.0], abs=1e-9)
