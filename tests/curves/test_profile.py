"""How a curve runs from end to end: which of its turns are more than rounding."""

from __future__ import annotations

import pytest

from lossplot._curves.profile import _without_noise


@pytest.mark.parametrize(
    ("levels", "turns"),
    [
        ((0.0, 1.0), []),
        ((0.0, 1.0, 0.0), [0]),
        ((0.0, 1.0, 1.0, 0.0), []),
        ((1.0, 1.0, 2.0), []),
        ((0.0, 2.0, 1.0, 1.0 + 1e-13, 3.0), [0]),
        ((0.0, 2.0, 1.0, 1.0 + 1e-9, 3.0), [0, 1, 2]),
        ((0.0, 2.0, 1.0, 4.0, 3.0, 3.0 - 1e-14), [0, 1, 2]),
    ],
)
def test_a_turn_between_which_and_the_next_nothing_moves_is_none(levels: tuple[float, ...], turns: list[int]) -> None:
    assert _without_noise(levels) == turns
