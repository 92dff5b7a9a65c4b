"""Quantiles of many values from a few points, whose rank is as near as is said."""

from __future__ import annotations

import numpy as np
import pytest

from lossplot._predictions.quantiles import QUANTILES
from lossplot._predictions.sketch import FAN, POINTS, Sketch, Summary, summary

GENERATOR = np.random.default_rng(5)


def test_few_values_are_kept_and_of_many_each_point_stands_for_as_many() -> None:
    few = summary(np.array([3.0, 1.0, 2.0]), None)
    assert (few.points.tolist(), few.weight, few.whole) == ([1.0, 2.0, 3.0], 1.0, 3.0)
    many = summary(GENERATOR.permutation(np.arange(4.0 * POINTS)), None)
    assert (len(many.points), many.weight, many.whole) == (POINTS, 4.0, 4.0 * POINTS)
    assert many.points.tolist() == (4.0 * np.arange(POINTS) + 2.0).tolist()


def test_weights_say_for_how_much_a_value_stands() -> None:
    values = np.array([2.0, 1.0, 3.0])
    whole = summary(values, np.array([1.0, 1.0, 2.0]))
    assert whole.whole == pytest.approx(4.0)
    shares = [np.mean(whole.points == value) for value in (1.0, 2.0, 3.0)]
    assert shares == pytest.approx([0.25, 0.25, 0.5], abs=1e-4)


def test_summaries_become_one_of_the_next_level_and_keep_their_weight_and_ranks() -> None:
    sketch = Sketch()
    blocks = GENERATOR.permutation(np.arange(100.0 * FAN * (FAN + 1))).reshape(FAN + 1, -1)
    for block in blocks:
        sketch.add(summary(block, None))
    assert [len(level) for level in sketch.levels] == [1, 1]
    assert sum(one.whole for level in sketch.levels for one in level) == pytest.approx(blocks.size)
    for share, value in zip(QUANTILES, sketch.spread().quantiles, strict=True):
        assert abs(np.mean(blocks <= value) - share) <= 1e-4
    assert isinstance(sketch.levels[1][0], Summary)
