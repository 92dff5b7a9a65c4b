"""What of a training is shown: which epochs of a movie, how far beyond the examples, and how heavy a point is."""

from __future__ import annotations

import numpy as np
import pytest

from lossplot._api import training_figure as shown


@pytest.mark.parametrize("last", [0, 1, 2, 58, 59])
def test_few_epochs_are_all_shown(last: int) -> None:
    assert shown._snapshots(last) == [*range(last + 1)]


@pytest.mark.parametrize("last", [60, 61, 119, 120, 299, 1000, 99_999])
def test_of_many_epochs_some_are_shown_at_equal_distances_and_the_last(last: int) -> None:
    epochs = shown._snapshots(last)
    assert (epochs[0], epochs[-1]) == (0, last)
    assert 30 <= len(epochs) <= 60
    steps = np.diff(epochs)
    assert {*steps[:-1]} == {steps[0]}
    assert 0 < steps[-1] <= steps[0]


def test_a_grid_reaches_eight_hundredths_beyond_the_examples() -> None:
    line = shown._line(np.array([3.0, -2.0, 1.0]), 11)
    np.testing.assert_allclose(line, np.linspace(-2.4, 3.4, 11))
    np.testing.assert_allclose(shown._line(np.array([5.0, 5.0]), 3), [4.92, 5.0, 5.08])


def test_a_weight_is_a_share_of_what_a_quarter_of_the_points_has() -> None:
    weights = np.array([0.0, 1.0, 2.0, 3.0, 8.0])
    np.testing.assert_allclose(shown._relative(weights), [0.0, 1 / 3, 2 / 3, 1.0, 1.0])
    # On the line a point weighs 0/0, which is as large as any; infinities are, too, and count for no measure.
    np.testing.assert_allclose(
        shown._relative(np.array([np.nan, np.inf, 0.0, 1.0, 2.0, 3.0, 8.0])), [1.0, 1.0, 0.0, 1 / 3, 2 / 3, 1.0, 1.0]
    )
    # Where three quarters weigh nothing the heaviest is the measure, and where all do none is.
    np.testing.assert_allclose(shown._relative(np.array([0.0] * 7 + [0.5])), [0.0] * 7 + [1.0])
    np.testing.assert_allclose(shown._relative(np.zeros(3)), np.zeros(3))
    np.testing.assert_allclose(shown._relative(np.array([np.nan, np.nan])), [1.0, 1.0])
    np.testing.assert_allclose(shown._relative(np.array([-1.0, 1.0, 1.0, 1.0, 1.0])), [0.0, 1.0, 1.0, 1.0, 1.0])
