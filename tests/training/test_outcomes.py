"""Endings and shares of a training, from numbers that are given, and the steps that lead there."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from support.draws import choice, law

from lossplot._errors import RequestError
from lossplot._predictions.losses import read_asked
from lossplot._training import experiment
from lossplot._training.data import Data, Disturbance, make
from lossplot._training.learned import Learned, learned_of
from lossplot._training.network import Network
from lossplot._training.objective import Corner, Objective
from lossplot._training.optimizers import optimizer
from lossplot._training.outcome import Outcome, Result
from lossplot._training.records import band
from lossplot._training.run import Plan, Trace, decide, parameters_of
from lossplot._training.settings import Settings

MOONS, CIRCLES = make("moons", 0, Disturbance()), make("circles", 0, Disturbance())
SIZES = {"train": 600, "validation": 150, "test": 250}


def learned(text: str, *names: str) -> Learned:
    [asked] = read_asked([text])
    return learned_of(Objective(asked, MOONS, names), True)


def outcome(
    train: Sequence[float], right: Mapping[str, Sequence[float]] | None = None, data: Data = MOONS, **changes: Any
) -> Outcome:
    """Return the outcome of one start whose loss was `train`, with these shares of the examples on their side."""
    [asked] = read_asked(["logistic"])
    loss, network = Objective(asked, data, ()), Network((2, 1))
    none = learned_of(loss, False)
    plan = Plan(data, network, (loss,), (none,), (0,), "sgd", 0.1, 5, len(train) - 1)
    shape = (len(train), 1, 1)
    shares: dict[str, Sequence[float]] = {**{name: [0.5] * len(train) for name in SIZES}, **(right or {})}
    hits = {name: SIZES[name] * np.reshape(shares[name], shape) for name in SIZES}
    losses = {name: np.reshape(train, shape).astype(float) for name in SIZES}
    trace = Trace(np.zeros((*shape, network.weights)), losses, hits, np.zeros((1, 1), int), 0, ((),), 0.0)
    return Outcome(plan, replace(trace, **changes), 0)


def test_a_start_is_stuck_whose_loss_fell_by_less_than_a_hundredth() -> None:
    assert [outcome([1.0, last]).ending(0)[0] for last in (0.989, 0.991, 1.0, 7.0)] == ["", "stuck", "stuck", "stuck"]
    # Of a negative loss a hundredth of its size counts.
    assert [outcome([-1.0, last]).ending(0)[0] for last in (-1.011, -1.009)] == ["", "stuck"]


def test_on_separable_data_a_start_is_stuck_unless_all_to_validate_and_to_test_are_right() -> None:
    for validation, test, ending in ((1.0, 1.0, ""), (1.0, 0.996, "stuck"), (0.98, 1.0, "stuck")):
        right = {"train": [0.0, 0.0], "validation": [0.0, validation], "test": [0.0, test]}
        assert outcome([1.0, 0.1], right, CIRCLES).ending(0)[0] == ending
        assert outcome([1.0, 0.1], right).ending(0)[0] == ""
        assert outcome([1.0, 0.1], right).is_right(0) is (ending == "")


def test_the_epoch_of_all_is_the_first_that_has_all_to_validate_on_their_side() -> None:
    right = {
        "train": [0.0, 0.0, 0.0, 1.0, 1.0],
        "validation": [0.0, 0.0, 1.0, 0.5, 1.0],
        "test": [0.0, 1.0, 1.0, 1.0, 1.0],
    }
    found = outcome([5.0, 4.0, 3.0, 2.0, 1.0], right)
    assert found.epochs_to_all(0) == 2
    assert {name: values[:, 0].tolist() for name, values in found.accuracies.items()} == right
    assert outcome([5.0, 4.0]).epochs_to_all(0) is None
    # What comes in the epoch in which it diverged does not count.
    for epoch, first in ((1, None), (2, None), (3, 2), (4, 2)):
        diverged = outcome([5.0, 4.0, 3.0, 2.0, 1.0], right, diverged=np.array([[epoch]]))
        assert (diverged.epochs_to_all(0), diverged.last(0)) == (first, epoch - 1)
        assert diverged.ending(0) == ("diverged", epoch)


def test_the_epoch_of_all_may_be_any_from_the_start_to_the_last() -> None:
    for first in range(4):
        shares = [0.5] * first + [1.0] + [0.5] * (3 - first)
        right = {"train": [0.5] * 4, "validation": shares, "test": [1.0] * 4}
        found = outcome([4.0, 3.0, 2.0, 1.0], right)
        assert found.epochs_to_all(0) == first
        assert [found.is_right(0, epoch) for epoch in range(4)] == [share == 1.0 for share in shares]
        assert found.is_right(0) is (first == 3)


@pytest.mark.parametrize(("diverged", "last"), [(0, 3), (1, 0), (3, 2)])
def test_a_start_ends_with_its_last_epoch_that_has_numbers(diverged: int, last: int) -> None:
    network, own = Network((2, 1)), learned("huber", "delta")
    weights = np.arange(4.0 * (network.weights + 1)).reshape(4, 1, 1, -1) + 1.0
    shares = [1.0 if epoch == last else 0.5 for epoch in range(4)]
    right = dict.fromkeys(SIZES, shares)
    found = outcome([4.0, 3.0, 2.0, 1.0], right, weights=weights, diverged=np.array([[diverged]]))
    found = replace(found, plan=replace(found.plan, learned=(own,)))
    assert found.last(0) == last
    assert found.is_right(0)
    assert found.epochs_to_all(0) == last
    assert found.weights(0).tolist() == weights[last, 0, 0, :-1].tolist()
    assert found.outputs(np.zeros((1, 2))).tolist() == found.outputs(np.zeros((1, 2)), epoch=last).tolist()
    assert found.parameters(0)["delta"].tolist() == weights[: last + 1, 0, 0, -1].tolist()


def test_an_interrupt_is_told_with_its_epoch() -> None:
    assert outcome([1.0, 0.1], interrupted=2).ending(0) == ("interrupted", 2)


def test_precision_is_of_what_was_called_so_and_recall_of_what_is_so() -> None:
    # x > 1 is called +1.
    found = outcome([1.0, 0.1])
    found.trace.weights[-1, 0, 0] = [1.0, 0.0, -1.0]
    x, truth = MOONS.inputs[MOONS.test][:, 0], MOONS.targets[MOONS.test] == 1.0
    hits = np.count_nonzero((x > 1.0) & truth)
    assert found.confusion(0) == (hits / np.count_nonzero(x > 1.0), hits / np.count_nonzero(truth))


def test_of_several_classes_precision_and_recall_are_the_means_of_each_one_s() -> None:
    data = make("blobs", 0, Disturbance(), 3)
    network = Network((2, 3))
    found = outcome([1.0, 0.1], weights=np.zeros((2, 1, 1, network.weights)))
    found = replace(found, plan=replace(found.plan, data=data, network=network))
    # The outputs are x, y and -x, so that the largest is that of the side.
    found.trace.weights[-1, 0, 0] = [1.0, 0.0, -1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    x, y = data.inputs[data.test].T
    called, truth = np.argmax([x, y, -x], axis=0), data.targets[data.test]
    assert found.outputs(data.inputs[data.test]).T.tolist() == [x.tolist(), y.tolist(), (-x).tolist()]
    hits = [np.count_nonzero((called == each) & (truth == each)) for each in range(3)]
    precision = [hit / np.count_nonzero(called == each) for each, hit in enumerate(hits)]
    recall = [hit / np.count_nonzero(truth == each) for each, hit in enumerate(hits)]
    assert found.confusion(0) == pytest.approx((sum(precision) / 3.0, sum(recall) / 3.0), rel=1e-15)


def test_an_output_of_zero_is_the_first_class_and_so_is_a_tie() -> None:
    assert decide(np.array([[0.0], [5e-324], [-1.0]])).tolist() == [0, 1, 0]
    assert decide(np.array([[1.0, 1.0, 0.0], [0.0, 2.0, 2.0]])).tolist() == [0, 1]


def test_a_loss_has_diverged_that_is_a_million_times_as_large_as_at_the_start() -> None:
    # At this rate the loss grows by some factor in each epoch.
    settings = Settings(optimizer="sgd", rate=0.78, batch=60, epochs=60, seed=0)
    [found] = experiment.run(["squared"], "line", settings).outcomes
    train, diverged = found.losses["train"][:, 0], found.last(0) + 1
    bound = 1e6 * max(1.0, train[0])
    assert found.ending(0) == ("diverged", diverged)
    assert bound / 30.0 < train[diverged - 1] <= bound < train[diverged]


@law(
    6,
    name=choice(["adam", "sgd", "momentum"]),
    # As small as what keeps Adam from dividing by zero, too.
    size=choice([1e-9, 1e-8, 1e-3, 1.0, 1e6]),
    seed=lambda random: random.random(),
)
def test_an_optimizer_steps_as_its_paper_writes_it(name: str, size: float, seed: float) -> None:
    random = Random(seed)
    weights, gradients = np.zeros(1), np.zeros(1)
    rule = optimizer(name, weights, gradients, 0.03)
    weight = mean = square = velocity = 0.0
    for step in range(1, 8):
        gradient = gradients[0] = size * random.uniform(-1.0, 2.0)
        rule.step()
        # Kingma & Ba 2015, algorithm 1; PyTorch's SGD.
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        velocity = 0.9 * velocity + gradient
        weight -= (
            0.03
            * {
                "adam": mean / (1.0 - 0.9**step) / (math.sqrt(square / (1.0 - 0.999**step)) + 1e-8),
                "sgd": gradient,
                "momentum": velocity,
            }[name]
        )
        assert weights[0] == pytest.approx(weight, rel=1e-9)


def test_without_a_seed_five_are_tried_and_the_first_is_taken_if_all_die(monkeypatch: pytest.MonkeyPatch) -> None:
    def attempts(interrupted: int = 0, **settings: Any) -> tuple[list[int], int]:
        tried: list[int] = []

        def train_on(_data: object, _asked: object, _settings: object, seed: int, _progress: object) -> Any:
            tried.append(seed)
            return SimpleNamespace(seed=seed, trace=SimpleNamespace(interrupted=interrupted), dies=lambda: True)

        monkeypatch.setattr(experiment, "train_on", train_on)
        return tried, experiment.run(["hinge"], "moons", Settings(**settings)).seed  # type: ignore[attr-defined]

    assert attempts() == ([0, 1, 2, 3, 4], 0)
    assert attempts(seed=7) == ([7], 7)
    assert attempts(repeat=2) == attempts(interrupted=1) == ([0], 0)


def test_a_learned_parameter_stays_a_millionth_inside_its_interval() -> None:
    for text, name, ends in (
        ("quantile-huber", "tau", (1e-6, 1.0 - 1e-6)),
        ("huber", "delta", (1e-6, math.inf)),
        ("barron", "alpha", (-math.inf, 2.0 - 1e-6)),
    ):
        found = learned(text + (":alpha=1" if name == "alpha" else ""), name)
        raw = np.array([[-1e9], [1e9]])
        found.keep_inside(raw)
        assert raw[:, 0].tolist() == [max(-1e9, ends[0]), min(1e9, ends[1])]


@law(20, total=choice([1.0, 0.02, 4.0, 300.0]), seed=lambda random: random.random(), shared=choice([(0, 2), (1, 2, 3)]))
def test_derivatives_by_what_is_moved_are_differences_of_the_parameters(
    total: float, seed: float, shared: tuple[int, ...]
) -> None:
    random = Random(seed)
    start = np.array([random.uniform(0.2, 2.0) for _ in range(4)])
    start[[*shared]] *= total / start[[*shared]].sum()
    found = Learned(("a", "b", "c", "d"), start, shared, np.full(4, -np.inf), np.full(4, np.inf))
    assert found.values(found.raw()) == pytest.approx(start, rel=1e-14)
    # Two losses at once, each a sum of its parameters times these.
    raw = found.raw() + np.array([[random.uniform(-2.0, 2.0) for _ in range(4)] for _ in range(2)])
    partial = np.array([[random.uniform(-1.0, 1.0) for _ in range(4)] for _ in range(2)])
    values = found.values(raw)
    assert values[:, [*shared]].sum(axis=1) == pytest.approx(total, rel=1e-14)
    others = [place for place in range(4) if place not in shared]
    assert values[:, others].tolist() == raw[:, others].tolist()
    # Shares stay the same where all are moved alike, each loss by so much that powers would overflow.
    far = raw.copy()
    far[:, [*shared]] += np.array([[900.0], [-900.0]])
    assert found.values(far)[:, [*shared]] == pytest.approx(values[:, [*shared]], rel=1e-12)
    gradients = found.gradients(values, partial)
    for place in range(4):
        step = 1e-5 * np.eye(4)[place]
        differences = (partial * (found.values(raw + step) - found.values(raw - step))).sum(axis=1) / 2e-5
        assert gradients[:, place] == pytest.approx(differences, rel=1e-6, abs=1e-8 * total)


def test_a_band_holds_eight_of_ten_starts_and_only_those_that_have_not_diverged() -> None:
    history = np.arange(44.0).reshape(4, 11) ** 2
    alone = outcome([4.0, 3.0, 2.0, 1.0])
    plan = replace(alone.plan, seeds=tuple(range(11)))
    trace = replace(alone.trace, weights=np.zeros((4, 1, 11, 3)), diverged=np.array([[0] * 10 + [2]]))
    median, low, high = band(Outcome(plan, trace, 0), history)
    rows = [history[0], history[1], history[2, :10], history[3, :10]]
    assert median.tolist() == [np.median(row) for row in rows]
    assert low is not None
    assert high is not None
    assert low.tolist() == [np.quantile(row, 0.1) for row in rows]
    assert high.tolist() == [np.quantile(row, 0.9) for row in rows]
    assert band(alone, history[:, :1])[1:] == (None, None)


def test_a_warning_names_the_first_epoch_in_which_a_start_diverged() -> None:
    alone = outcome([4.0, 3.0, 2.0, 1.0])
    losses = {name: np.ones((4, 1, 3)) for name in SIZES}
    trace = replace(alone.trace, diverged=np.array([[3, 0, 2]]), losses=losses)
    result = Result(replace(alone.plan, seeds=(0, 1, 2)), trace)
    assert [*result.warnings()] == [
        "logistic diverged in epoch 2, 2 of 3 starts, and is told up to there; take a learning rate below 0.1"
    ]
    losses["train"][0] = math.inf
    [warning] = result.warnings()
    assert warning.startswith("logistic has no finite value where the training starts")


@pytest.mark.parametrize(
    ("losses", "named", "more"),
    [
        (["squared"], "", ""),
        (["wing"], "wing has -0.833333 at r = -10, wing has 0 at r = 0", ""),
        (["absolute", "quantile"], "absolute has 0 at r = 0, quantile has 0 at r = 0", ""),
        (
            ["absolute", "epsilon-insensitive", "wing"],
            "absolute has 0 at r = 0, epsilon-insensitive has 0 at r = -0.1, epsilon-insensitive has 0 at r = 0.1",
            " and 2 more",
        ),
    ],
)
def test_two_corners_of_a_loss_are_told_and_three_of_all(losses: list[str], named: str, more: str) -> None:
    remarks = experiment.run(losses, "line", Settings(epochs=1, seed=0)).remarks
    said = f"at a corner the slope is the subgradient of least size: {named}{more}"
    assert remarks == ((said,) if named else ())


def test_the_slope_at_a_corner_is_held_only_where_a_learned_parameter_cannot_move_it() -> None:
    def corners(text: str, *names: str) -> tuple[Corner, ...]:
        [asked] = read_asked([text])
        return Objective(asked, make("line", 0, Disturbance()), names).corners

    assert [(corner.x, corner.slope) for corner in corners("max(a*r, 3*r)*0.5:a=-1", "a")] == [(0.0, 0.0)]
    assert corners("max(a*r, r):a=2", "a") == ()


def test_fifty_losses_are_the_most() -> None:
    losses = [f"hinge:threshold={number + 1}" for number in range(51)]
    with pytest.raises(RequestError, match=r"^50 losses is the most for one training; this is 51$"):
        experiment.run(losses, "moons", Settings())


def test_where_a_derivative_cannot_be_computed_a_start_beside_it_is_proposed() -> None:
    for text, name, beside in (("barron:alpha=2", "alpha", "1.9"), ("barron:alpha=0", "alpha", "-0.1")):
        with pytest.raises(RequestError, match=f"start it beside, as at {name} = {beside}$"):
            learned(text, name)


def test_learned_parameters_stand_behind_the_weights_of_their_own_loss() -> None:
    one, two = learned("huber", "delta"), learned("a*hinge + c*ramp:a=1:c=2", "a", "c")
    [asked] = read_asked(["logistic"])
    network = Network((2, 1))
    plan = Plan(MOONS, network, (Objective(asked, MOONS, ()),) * 2, (one, two), (0, 1), "sgd", 0.1, 5, 1)
    weights = np.arange(2.0 * 2 * (network.weights + 2)).reshape(2, 2, network.weights + 2)
    first, second = parameters_of(plan, weights)
    assert first.tolist() == one.values(weights[0, :, network.weights : network.weights + 1]).tolist()
    assert second.tolist() == two.values(weights[1, :, network.weights :]).tolist()
    assert (first.shape, second.shape) == ((2, 1), (2, 2))
