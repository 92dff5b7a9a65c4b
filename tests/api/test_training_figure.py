"""What of a training is shown: which epochs of a movie, how far beyond the examples, and how heavy a point is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lossplot._api import training_figure as shown
from lossplot._api.network import Network, trained
from lossplot._figure.training.results import Run
from lossplot._training.experiment import run
from lossplot._training.outcome import Result
from lossplot._training.settings import Settings


def of_training(losses: list[str], data: str, is_moving: bool, **settings: Any) -> tuple[Result, list[Network], Any]:
    """A short training, its networks as a program has them, and what is shown of it."""
    result = run(losses, data, Settings(epochs=3, seed=3, **settings))
    return result, [trained(each, result) for each in result.outcomes], shown.training_data(result, is_moving)


def assert_history(run: Run, network: Network) -> None:
    """Assert that the losses that are shown are those of the record, after one before training."""
    assert run.validation
    for part, history in (("train", run.train), ("validation", run.validation)):
        assert history.values[1:].tolist() == network.history_[f"{part}_loss"]
        assert len(history.values) == 4
    assert run.margins
    assert run.margins.mean == pytest.approx(network.record_["train_loss"], rel=1e-12)


def test_what_is_shown_of_two_classes_is_what_the_networks_say() -> None:
    result, networks, training = of_training(["hinge", "a*logistic:a=2"], "circles", True, learn=("a",), is_free=True)
    data, points = result.plan.data, training.points
    np.testing.assert_array_equal(points.places, data.inputs)
    np.testing.assert_array_equal(points.classes, data.targets)
    assert np.flatnonzero(points.is_test).tolist() == sorted(data.test.tolist())
    inputs, labels = data.inputs[data.train], 2.0 * data.targets[data.train] - 1.0
    for place, (network, one) in enumerate(zip(networks, training.runs, strict=True)):
        assert_history(one, network)
        assert one.accuracy == network.record_["test_accuracy"]
        assert one.accuracy == network.score(data.inputs[data.test], network.classes_[points.classes[data.test]])
        assert [each.epoch for each in one.regions] == [0, 1, 2, 3]
        last = one.regions[-1]
        for column, row in ((0, 0), (120, 0), (0, 120), (31, 77)):
            corner = network.decision_function([[last.x[column], last.y[row]]])[0]
            assert last.field[row, column] == pytest.approx(corner, rel=1e-12)
        assert np.any(one.regions[0].field != last.field)
        curve = one.curve
        margins = labels * network.decision_function(inputs)
        values, slopes = curve.jet(margins).value, np.abs(curve.derivatives(margins).slope)
        found = one.margins
        assert (found.curve, found.group, found.n, len(found.edges)) == (place, "", len(inputs), 41)
        for weights, shares in ((None, found.examples), (values, found.loss), (slopes, found.gradient)):
            total = len(margins) if weights is None else weights.sum()
            inside = np.histogram(margins, found.edges, weights=weights)[0] / total
            np.testing.assert_allclose(shares[1:-1], inside, atol=1e-9)
    learned = training.runs[1]
    assert learned.curve.parameters["a"] == learned.paths["a"][-1] == networks[1].record_["learned"]["a"][-1]
    assert learned.paths["a"][0] == 2.0


def test_what_is_shown_of_several_classes_has_a_field_for_each() -> None:
    result, [network], training = of_training(["log-loss"], "blobs", False, classes=3)
    [one] = training.runs
    assert_history(one, network)
    [last] = one.regions
    assert (last.epoch, last.field.shape) == (3, (3, 121, 121))
    for column, row in ((0, 0), (120, 0), (31, 77)):
        outputs = network.decision_function([[last.x[column], last.y[row]]])[0]
        np.testing.assert_allclose(last.field[:, row, column], outputs, rtol=1e-12)
    # Examples stand at the probability of their class.
    data = result.plan.data
    chances = network.predict_proba(data.inputs[data.train])
    of_class = chances[np.arange(len(chances)), data.targets[data.train].astype(int)]
    np.testing.assert_array_equal(one.margins.edges, np.linspace(0.0, 1.0, 41))
    np.testing.assert_allclose(one.margins.examples[1:-1], np.histogram(of_class, 40, (0.0, 1.0))[0] / len(chances))
    assert sorted({*training.points.classes.tolist()}) == [0, 1, 2]


def test_what_is_shown_of_a_regression_is_its_line_and_the_weights_of_the_points() -> None:
    result, networks, training = of_training(["absolute", "squared"], "line", True)
    data, points = result.plan.data, training.points
    np.testing.assert_array_equal(points.places, np.stack([data.inputs[:, 0], data.targets], axis=1))
    assert not points.classes.any()
    for network, one, power in zip(networks, training.runs, (-1.0, 0.0), strict=True):
        assert_history(one, network)
        assert (one.accuracy, one.regions, [each.epoch for each in one.fits]) == (None, (), [0, 1, 2, 3])
        last = one.fits[-1]
        np.testing.assert_allclose(last.y, network.predict(last.x[:, None]), rtol=1e-12)
        sizes = np.abs(network.predict(data.inputs) - data.targets) ** power
        expected = np.minimum(1.0, sizes / np.quantile(sizes, 0.75))
        np.testing.assert_allclose(last.weights, expected, rtol=1e-9)


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
