"""Training: gradients, the textbook's run, data, endings, and learned parameters."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any
from unittest import mock

import numpy as np
import pytest
from support.cases import every, some

from lossplot._api.training_figure import training_data
from lossplot._errors import RequestError
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES
from lossplot._predictions.losses import read_asked
from lossplot._training import names
from lossplot._training import run as training_run
from lossplot._training.data import RECIPES, Data, Disturbance, make
from lossplot._training.experiment import run, train_on
from lossplot._training.learned import learned_of
from lossplot._training.network import Network, Pass, with_ones
from lossplot._training.objective import Objective
from lossplot._training.outcome import Result
from lossplot._training.run import Plan, train
from lossplot._training.settings import Settings

CLASSES = make("blobs", 0, Disturbance(), 4)
MOONS, LINE = make("moons", 0, Disturbance()), make("line", 0, Disturbance())
# Losses that are given what a network puts out.
TRAINED = [name for name, loss in LOSSES.items() if loss.axis.name in ("margin", "error", "probability")]


def objective(text: str, data: Data, *learned: str) -> Objective:
    [asked] = read_asked([text])
    return Objective(asked, data, learned)


def trained(text: str | list[str], data: str = "circles", **settings: Any) -> Result:
    return run([text] if isinstance(text, str) else text, data, Settings(**settings))


@every("name", TRAINED)
def test_slopes_are_differences_of_values(name: str) -> None:
    loss = objective(name, MOONS)
    # None of these outputs is within 1e-4 of a corner.
    outputs = np.linspace(-2.7, 2.9, 23)[:, None]
    numbers = loss.numbers[:23]
    step, none = 1e-6, np.empty(0)
    slopes = np.empty_like(outputs)
    loss.slopes(outputs, numbers, none, slopes)
    above, below = (loss.values(outputs + sign * step, numbers, none) for sign in (1.0, -1.0))
    differences = (above - below) / (2.0 * step)
    near = np.abs(loss.values(outputs, numbers, none))
    corners = [corner.x for corner in loss.all_corners]
    jumps = [knot.x for knot in loss.scored.moved.knots(-5.0, 5.0) if knot.kind == "jump"]
    x = loss.channel(outputs, numbers)
    smooth = np.all([np.abs(x - place) > 1e-4 for place in [*corners, *jumps, 1e9]], axis=0)
    assert smooth.sum() > 15
    assert np.all(np.abs(slopes[:, 0] - differences)[smooth] <= 1e-6 * (1.0 + near)[smooth])


@pytest.mark.parametrize("name", ["hinge", "logistic", "log-loss", "focal", "squared-margin"])
def test_slopes_of_several_classes_are_differences_of_values(name: str) -> None:
    loss = objective(name, CLASSES)
    outputs = np.random.default_rng(1).normal(size=(30, 4))
    numbers, none, step = loss.numbers[:30], np.empty(0), 1e-6
    slopes = np.empty_like(outputs)
    loss.slopes(outputs, numbers, none, slopes)
    for place in range(4):
        moved = step * (np.arange(4) == place)
        difference = loss.values(outputs + moved, numbers, none) - loss.values(outputs - moved, numbers, none)
        assert np.abs(slopes[:, place] - difference / (2.0 * step)).max() < 1e-7


def test_the_loss_of_several_classes_is_the_cross_entropy_of_the_softmax() -> None:
    loss = objective("log-loss", CLASSES)
    outputs = np.random.default_rng(2).normal(size=(50, 4)) * 3.0
    numbers = loss.numbers[:50]
    shares = np.exp(outputs) / np.exp(outputs).sum(axis=1, keepdims=True)
    expected = -np.log(shares[np.arange(50), numbers.astype(int)])
    assert np.abs(loss.values(outputs, numbers, np.empty(0)) - expected).max() < 1e-13


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_the_way_back_is_the_derivative_of_the_way_forward(activation: str) -> None:
    network = Network((2, 5, 3, 2), activation)
    rows = np.stack([network.start(seed) for seed in range(3)])
    inputs = with_ones(np.random.default_rng(0).normal(size=(7, 2)))
    weights = np.random.default_rng(1).normal(size=(3, 7, 2))
    gradients = np.zeros_like(rows)
    way = Pass(network, rows, gradients, (7,))
    way.forward(inputs)
    way.slopes[-1][:] = weights
    way.backward()

    def total(changed: Array) -> Array:
        return np.asarray((Pass(network, changed, None, (7,)).forward(inputs) * weights).sum(axis=(1, 2)))

    for place in range(network.weights):
        step = 1e-6 * (np.arange(network.weights) == place)
        differences = (total(rows + step) - total(rows - step)) / 2e-6
        assert np.abs(gradients[:, place] - differences).max() < 1e-7


def test_the_start_is_uniform_within_he_s_limit_and_without_biases() -> None:
    layers = Network((2, 400, 300, 1)).layers(Network((2, 400, 300, 1)).start(3))
    for layer in layers:
        limit = np.sqrt(6.0 / (len(layer) - 1))
        assert np.abs(layer[:-1]).max() <= limit
        assert not layer[-1].any()
    assert np.abs(layers[1][:-1]).max() > 0.999 * np.sqrt(6.0 / 400)
    assert abs(layers[1][:-1].std() / np.sqrt(2.0 / 400) - 1.0) < 0.01


def test_the_textbook_s_run_ends_as_the_textbook_s() -> None:
    # Test losses of its Keras run: 1.128e-4 (hinge) and 4.163e-5 (squared hinge), with other weights at the start.
    result = trained(["hinge", "squared-hinge"])
    assert result.plan.network.sizes == (2, 4, 2, 1)
    assert [len(part) for part in (result.plan.data.train, result.plan.data.validation, result.plan.data.test)] == [
        *(600, 150, 250)
    ]
    assert result.plan.seeds == (0,)
    for outcome, expected in zip(result.outcomes, (1.128e-4, 4.163e-5), strict=True):
        assert outcome.is_right(0)
        assert outcome.ending(0) == ("", None)
        assert expected / 4.0 < outcome.losses["test"][-1, 0] < expected * 4.0


@pytest.mark.slow
def test_three_of_four_starts_put_all_on_their_side_and_the_others_are_stuck_or_dead() -> None:
    result = trained(["hinge", "squared-hinge"], seed=0, repeat=50)
    for outcome in result.outcomes:
        right = [outcome.is_right(start) for start in range(50)]
        assert sum(right) >= 38
        for start, is_right in enumerate(right):
            assert (outcome.ending(start)[0] == "") == is_right
            assert is_right or outcome.ending(start)[0] in ("stuck", "dead")


def test_a_start_is_the_same_alone_and_among_others() -> None:
    together = trained(["hinge", "savage"], seed=2, repeat=3, epochs=3)
    alone = run(["savage"], "circles", Settings(seed=2, epochs=3))
    assert np.abs(together.trace.weights[:, 1, 0] - alone.trace.weights[:, 0, 0]).max() < 1e-12
    assert np.array_equal(together.trace.weights[0, 0], together.trace.weights[0, 1])


def test_without_a_seed_the_first_without_deaths_is_taken() -> None:
    # At this rate the networks of the seeds 0, 1 and 2 die.
    settings, asked = Settings(hidden=(3, 2), epochs=2, rate=0.5), read_asked(["hinge"])
    deaths = [train_on(make("xor", seed, Disturbance()), asked, settings, seed).dies() for seed in range(4)]
    assert deaths == [True, True, True, False]
    assert run(["hinge"], "xor", settings).plan.seeds == (3,)


def test_batches_hold_each_example_once_and_the_last_one_may_be_smaller() -> None:
    result = trained("hinge", epochs=2, batch=7)
    assert np.isfinite(result.trace.weights).all()


@pytest.mark.parametrize("name", RECIPES)
def test_data_are_split_and_their_classes_are_even(name: str) -> None:
    data = make(name, 3, Disturbance())
    everything = np.concatenate([data.train, data.validation, data.test])
    assert sorted(everything.tolist()) == [*range(len(data.inputs))]
    assert np.array_equal(data.inputs, make(name, 3, Disturbance()).inputs)
    assert not np.array_equal(data.inputs, make(name, 4, Disturbance()).inputs)
    if data.classes:
        assert data.targets.mean() == 0.5


def test_circles_are_those_of_scikit_learn_before_noise() -> None:
    data = make("circles", 0, Disturbance(noise=0.0))
    radius = np.hypot(*data.inputs.T)
    assert np.abs(radius - np.where(data.targets == 1.0, 0.1, 1.0)).max() < 1e-15
    # make_circles(8, factor=0.1, shuffle=False), its first and second example of 500: angles of 2 pi/500.
    assert np.abs(data.inputs[1] - [0.9999210442038161, 0.012566039883352607]).max() < 1e-15


def test_flips_and_outliers_leave_the_test_alone() -> None:
    clean = make("moons", 1, Disturbance())
    data = make("moons", 1, Disturbance(flip=0.3, outliers=10))
    changed = np.flatnonzero(clean.targets != data.targets)
    assert len(changed) == 225  # 30 % of 750
    assert not set(changed) & set(data.test.tolist())
    moved = np.flatnonzero((clean.inputs != data.inputs).any(axis=1))
    assert len(moved) == 10
    assert not set(moved) & set(data.test.tolist())


# With these seeds no place of circles or spirals, which lie in a row, may be chosen more than others.
@pytest.mark.parametrize("name", ["circles", "moons", "blobs", "xor", "spirals"])
@pytest.mark.parametrize("share", [0.01, 0.05, 0.5, 0.9])
def test_classes_out_of_balance_are_as_many_examples_as_before_from_all_places(name: str, share: float) -> None:
    data = make(name, 2, Disturbance(balance=share, noise=0.0))
    whole = make(name, 2, Disturbance(noise=0.0))
    assert len(data.targets) == len(whole.targets) == 1000
    assert data.targets.mean() == share
    assert data.classes == whole.classes
    for label in (0.0, 1.0):
        chosen, all_ = data.inputs[data.targets == label], whole.inputs[whole.targets == label]
        room = 3.0 * np.ptp(all_, axis=0) / np.sqrt(len(chosen))
        assert np.all(np.abs(chosen.mean(axis=0) - all_.mean(axis=0)) <= room + 1e-12)
        if len(chosen) >= 100:
            assert len(np.unique(chosen.round(12), axis=0)) >= min(len(np.unique(all_.round(12), axis=0)), 100)
    again = make(name, 2, Disturbance(balance=share, noise=0.0))
    assert np.array_equal(data.inputs, again.inputs)
    assert not np.array_equal(data.inputs, make(name, 3, Disturbance(balance=share, noise=0.0)).inputs)


def test_half_of_a_separable_whole_is_separable_too() -> None:
    assert make("circles", 0, Disturbance(balance=0.2)).is_separable
    assert not make("circles", 0, Disturbance(balance=0.2, flip=0.1)).is_separable


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        ("must be a share from 0.01 to 0.99, not '0'", {"balance": 0.0}),
        ("must be a share from 0.01 to 0.99, not '1'", {"balance": 1.0}),
        ("is for two classes, not 3", {"balance": 0.3, "data": "blobs", "classes": 3}),
        ("which a regression has none of", {"balance": 0.3, "data": "line"}),
    ],
)
def test_a_balance_is_a_share_of_two_classes(words: str, settings: dict[str, Any]) -> None:
    losses = "squared" if settings.get("data") == "line" else "hinge"
    disturbance = Disturbance(balance=settings.pop("balance"))
    with pytest.raises(RequestError, match=words):
        trained(losses, disturbance=disturbance, **settings)


def test_each_name_that_the_help_offers_is_known_and_each_known_name_offered() -> None:
    assert tuple(RECIPES) == names.DATA
    for name in names.OPTIMIZERS:
        assert trained("hinge", optimizer=name, epochs=1).epochs == 1
    ends = [trained("hinge", activation=name, epochs=1).trace.weights[-1] for name in names.ACTIVATIONS]
    assert len({end.tobytes() for end in ends}) == len(names.ACTIVATIONS)


def test_a_point_s_weight_is_a_share_of_what_the_heaviest_quarter_has() -> None:
    result = trained(["squared", "absolute", "tukey-biweight"], data="line", disturbance=Disturbance(outliers=10))
    squared, absolute, tukey = (run.fits[-1].weights for run in training_data(result).runs)
    assert np.allclose(squared, 1.0)
    assert np.mean(absolute == 1.0) == pytest.approx(0.25, abs=0.011)
    assert np.median(absolute) > 0.2
    far = result.plan.data.targets < -4.0
    assert far.sum() == 10
    assert absolute[far].max() < 0.05
    assert tukey[far].max() < 0.05
    assert tukey[~far].min() > 0.5


def test_a_robust_loss_follows_the_line_and_the_squared_one_the_outliers() -> None:
    result = trained(["squared", "tukey-biweight"], data="line", disturbance=Disturbance(outliers=10))
    slopes = [outcome.weights(0)[0] for outcome in result.outcomes]
    assert abs(slopes[1] - 1.0) < 0.15
    assert slopes[0] < 0.5


def test_a_diverged_run_has_numbers_up_to_there_and_the_others_go_on() -> None:
    result = trained(["logistic", "exponential"], data="moons", optimizer="sgd", rate=1000.0, epochs=4, seed=0)
    logistic, exponential = result.outcomes
    assert exponential.ending(0)[0] == "diverged"
    assert logistic.ending(0)[0] != "diverged"
    last = exponential.last(0)
    assert np.isfinite(exponential.losses["train"][: last + 1]).all()
    assert np.isfinite(exponential.weights(0)).all()
    [words] = result.warnings()
    assert "exponential diverged in epoch 1" in words


@pytest.mark.parametrize("kind", [KeyboardInterrupt(), SystemExit(130)])
def test_an_interrupt_keeps_the_epochs_that_were_done(kind: BaseException) -> None:
    def stop(done: int, of: int) -> None:
        if done == 3:
            calls.append(done)

    calls: list[int] = []
    data = make("circles", 0, Disturbance())
    loss = objective("hinge", data)
    plan = Plan(data, Network((2, 4, 2, 1)), (loss,), (learned_of(loss, False),), (0,), "adam", 0.03, 5, 9, stop)
    whole = train(plan)

    values = loss.values
    rounds = []

    def interrupted(*arguments: Any) -> Array:
        rounds.append(1)
        if len(rounds) > 3 * 4:  # three parts, before training and after three epochs
            raise kind
        return values(*arguments)

    loss.values = interrupted  # type: ignore[method-assign, assignment]
    trace = train(plan)
    assert trace.interrupted == 4
    assert np.array_equal(trace.weights, whole.weights[:4])


@pytest.mark.parametrize(("place", "kept"), [("_epoch", 3), ("_measure", 3), ("_has_diverged", 3), ("progress", 4)])
def test_an_interrupt_may_come_anywhere_in_an_epoch(place: str, kept: int) -> None:
    """A signal comes between any two lines: in the third epoch here, before or after what it did is kept."""
    calls: list[int] = []
    third = 4 if place == "_measure" else 3  # it is measured before the first too
    usual = getattr(training_run._Training, place, lambda *_: None)

    def interrupted(*arguments: Any) -> Any:
        calls.append(1)
        if len(calls) == third:
            raise KeyboardInterrupt
        return usual(*arguments)

    data = make("circles", 0, Disturbance())
    loss, learned = objective("hinge", data), learned_of(objective("hinge", data), False)
    plan = Plan(data, Network((2, 4, 2, 1)), (loss,), (learned,), (0,), "adam", 0.03, 5, 9, lambda done, of: None)
    if place == "progress":
        trace = train(replace(plan, progress=interrupted))
    else:
        with mock.patch.object(training_run._Training, place, interrupted):
            trace = train(plan)
    assert trace.interrupted == 3
    assert len(trace.weights) == kept
    assert {len(each) for each in trace.losses.values()} == {len(each) for each in trace.hits.values()} == {kept}
    assert not trace.diverged.any()


@pytest.mark.parametrize("rate", some([0.01, 1000.0], among=2))
def test_an_interrupt_between_two_lines_leaves_what_fits_together(rate: float) -> None:
    """A signal is tried before each line of two epochs; with the larger rate the first of them diverges."""
    data = make("moons", 0, Disturbance())
    losses = tuple(objective(text, data) for text in ("logistic", "exponential"))
    learned = tuple(learned_of(loss, False) for loss in losses)
    network = Network((2, 4, 2, 1))
    lengths = set()
    for line in range(1, 30):
        lines: list[int] = []

        def stop(frame: Any, event: str, _: Any, line: int = line, lines: list[int] = lines) -> Any:
            if frame.f_code is not training_run._Training.run.__wrapped__.__code__:  # type: ignore[attr-defined]
                return None
            if event == "line" and "epoch" in frame.f_locals and "measured" in frame.f_locals:
                lines.append(frame.f_lineno)
                if len(lines) == 3 + line:  # the first three lead into the loop
                    raise KeyboardInterrupt
            return stop

        before = sys.gettrace()
        plan = Plan(data, network, losses, learned, (0,), "sgd", rate, 5, 2, lambda done, of: None)
        sys.settrace(stop)
        try:
            trace = train(plan)
        except KeyboardInterrupt:
            continue  # after the training
        finally:
            sys.settrace(before)
        kept = len(trace.weights)
        lengths.add(kept)
        assert {len(each) for each in (*trace.losses.values(), *trace.hits.values())} == {kept}, line
        assert (trace.diverged < kept).all(), line
    assert lengths >= {1, 2}


def test_a_gradient_of_zero_is_stuck() -> None:
    assert trained("zero-one", data="moons", epochs=2).outcomes[0].ending(0)[0] == "stuck"


def test_at_a_corner_the_slope_is_the_subgradient_of_least_size() -> None:
    outputs, none = np.zeros((3, 1)), np.empty(0)
    for text, expected in (("absolute", 0.0), ("quantile:tau=0.3", 0.0), ("max(2*r, r)", 1.0), ("hinge", -1.0)):
        loss = objective(text, MOONS)
        slopes = np.empty_like(outputs)
        x = np.zeros(3)
        found, _ = loss.channel_slopes(x, x, none)
        assert found.tolist() == [expected] * 3, text
        assert slopes.shape == outputs.shape


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("barron", "alpha", [1.0, 0.3, 1.7, -1.0]),
        ("huber", "delta", [1.0, 0.5]),
        ("focal", "gamma", [2.0, 0.5]),
        ("student-t", "df", [4.0]),
        ("gce", "q", [0.7]),
        ("a*hinge + b*logistic:b=2", "a", [1.0]),
    ],
)
def test_derivatives_by_parameters_are_differences(text: str, name: str, values: list[float]) -> None:
    x = np.linspace(-3.0, 3.0, 14)
    for value in values:
        loss = objective(f"{text}:{name}={value}", MOONS, name)
        [partial] = loss.partial_at(x, np.array([value]))
        step = 1e-6
        outputs, one = x[:, None], np.ones(14)
        if loss.scored.channel == "error":
            one = 0.0 * one
        above, below = (loss.values(outputs, one, np.array([value + sign * step])) for sign in (1.0, -1.0))
        assert np.abs(partial - (above - below) / (2.0 * step)).max() < 1e-8


def test_coefficients_of_a_sum_stay_positive_and_keep_their_sum() -> None:
    text = "a*hinge + b*logistic:a=1:b=3"
    held = trained(text, learn=("a", "b"), epochs=6).outcomes[0].parameters(0)
    assert np.all(held["a"] > 0.0)
    assert np.all(held["b"] > 0.0)
    assert np.abs(held["a"] + held["b"] - 4.0).max() < 1e-12
    free = trained(text, learn=("a", "b"), is_free=True, seed=0, epochs=10)
    assert min(values[-1] for values in free.outcomes[0].parameters(0).values()) < 0.0
    assert any("grows with a" in remark for remark in free.remarks)


def test_uncertainty_weighting_needs_no_hold() -> None:
    result = trained("exp(-a)*hinge + a + exp(-b)*logistic + b:a=0:b=0", learn=("a", "b"), epochs=4)
    assert result.plan.learned[0].shared == ()
    assert not any("held" in remark for remark in result.remarks)


@pytest.mark.parametrize(
    ("losses", "data", "settings", "words"),
    [
        ("triplet", "circles", {}, "a function of the distance"),
        ("hinge", "line", {}, "line has targets, no labels"),
        ("hinge", "nowhere", {}, "no such file"),
        ("hinge", "circles", {"learn": ("b",)}, "no loss has a parameter 'b'"),
        ("a*hinge + b:a=1:b=1", "circles", {"learn": ("a",)}, "the only coefficient"),
        ("a*hinge + b*logistic:a=-1:b=1", "circles", {"learn": ("a", "b")}, "held positive"),
        ("barron:alpha=2", "line", {"learn": ("alpha",)}, "cannot be computed at alpha = 2"),
        ("taylor-ce", "moons", {"learn": ("order",)}, "no derivative by order"),
        ("hinge", "circles", {"hidden": (4,), "model": "linear"}, "no hidden layers"),
        ("hinge", "circles", {"epochs": 0}, "from 1 to 10000"),
        ("hinge", "circles", {"rate": float("nan")}, "lr"),
        ("hinge", "circles", {"optimizer": "adamw"}, "did you mean 'adam'?"),
        ("hinge", "circles", {"classes": 3}, "is for blobs"),
        ("huber", "blobs", {"classes": 3}, "which several classes do not have"),
        ("hinge", "blobs", {"hidden": (1024, 1024), "epochs": 1000}, "too many to keep"),
    ],
)
def test_what_cannot_be_trained_is_refused_in_a_line(
    losses: str, data: str, settings: dict[str, Any], words: str
) -> None:
    with pytest.raises(RequestError) as caught:
        trained(losses, data, **settings)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_label_may_be_missing_from_a_probability_s_formula() -> None:
    # The Brier score as a formula of the forecast p and the label y trains as brier does.
    settings = replace(Settings(), epochs=3, seed=0)
    typed = run(["(p - y)^2"], "moons", settings)
    named = run(["brier"], "moons", settings)
    assert np.abs(typed.trace.weights - named.trace.weights).max() < 1e-10
