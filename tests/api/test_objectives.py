"""Functions of other libraries: how they are called, told by the names of their arguments, and what they may give."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lossplot._api import objectives
from lossplot._errors import RequestError

LABELS, PREDICTIONS = np.array([0.0, 1.0, 1.0]), np.array([0.5, -2.0, 3.0])


class CatBoost:
    def calc_ders_range(self, approxes: Any, targets: Any, weights: Any) -> list[tuple[float, float]]:
        assert weights is None
        return [(10.0 * a + t, -100.0 * a - t) for a, t in zip(approxes, targets, strict=True)]


KINDS: dict[str, list[Any]] = {
    "x": [lambda x: x, lambda r, delta=1.0: r, np.abs, lambda: 0],
    "labels first": [
        lambda y_true, y_pred: 0,
        lambda y, f: 0,
        lambda t, output: 0,
        lambda labels, scores: 0,
        lambda target, x: 0,
        lambda actual, margin, weight=None: 0,
        lambda y, yhat: 0,
        lambda a, logits: 0,
    ],
    "labels last": [lambda y_pred, y_true: 0, lambda f, y: 0, lambda score, target: 0, lambda a, labels: 0],
    "data": [lambda preds, dtrain: 0, lambda y_pred, train_data: 0, lambda a, b: 0, lambda predt, dmat: 0],
    "catboost": [CatBoost()],
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_function_is_called_as_the_names_of_its_arguments_ask(kind: Any) -> None:
    for function in KINDS[kind]:
        assert objectives.kind_of(function) == kind, getattr(function, "__code__", function)


def test_labels_and_predictions_come_in_the_order_that_is_asked_for() -> None:
    def both(first: Any, second: Any) -> Any:
        return 100.0 * np.asarray(first) + second

    for kind, expected in (("labels first", 100 * LABELS + PREDICTIONS), ("labels last", 100 * PREDICTIONS + LABELS)):
        [found] = objectives.call(both, kind, LABELS, PREDICTIONS)  # type: ignore[arg-type]
        np.testing.assert_array_equal(found, expected)
    [alone] = objectives.call(lambda x: 2.0 * x, "x", LABELS, PREDICTIONS)
    np.testing.assert_array_equal(alone, 2.0 * PREDICTIONS)


def test_catboost_climbs_and_others_descend() -> None:
    slope, curvature = objectives.call(CatBoost(), "catboost", LABELS, PREDICTIONS)  # type: ignore[arg-type]
    np.testing.assert_array_equal(slope, -10.0 * PREDICTIONS - LABELS)
    np.testing.assert_array_equal(curvature, 100.0 * PREDICTIONS + LABELS)


def test_data_of_a_library_have_its_labels_and_a_weight_of_one_for_each() -> None:
    def objective(predictions: Any, data: Any) -> Any:
        np.testing.assert_array_equal(predictions, PREDICTIONS)
        for labels in (data.get_label(), data.get_float_info("label"), data.get_field("label")):
            np.testing.assert_array_equal(labels, LABELS)
        for weights in (data.get_weight(), data.get_float_info("weight"), data.get_field("weight")):
            np.testing.assert_array_equal(weights, [1.0, 1.0, 1.0])
        assert data.num_row() == data.num_data() == 3
        return predictions - data.get_label(), np.ones(3)

    gradient, curvature = objectives.call(objective, "data", LABELS, PREDICTIONS)
    np.testing.assert_array_equal(gradient, PREDICTIONS - LABELS)
    np.testing.assert_array_equal(curvature, [1.0, 1.0, 1.0])


def test_one_number_is_that_of_all_and_any_other_count_is_told() -> None:
    [same] = objectives.call(lambda x: 3.0, "x", LABELS, PREDICTIONS)
    np.testing.assert_array_equal(same, [3.0, 3.0, 3.0])
    [column] = objectives.call(lambda x: x[:, None], "x", LABELS, PREDICTIONS)
    np.testing.assert_array_equal(column, PREDICTIONS)
    with pytest.raises(RequestError, match="the function gives 2 numbers for 3; give one for each"):
        objectives.call(lambda x: x[:2], "x", LABELS, PREDICTIONS)
    with pytest.raises(RequestError, match=r"the function gives .*abc.*; it must give an array of numbers"):
        objectives.call(lambda x: "abc", "x", LABELS, PREDICTIONS)
