"""What is told of a training: each number that of its own part, loss, start and epoch; and the options that made it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from support.cases import every

from lossplot._errors import RequestError
from lossplot._losses import Interval
from lossplot._predictions.losses import read_asked
from lossplot._text.language import ENGLISH
from lossplot._training import experiment
from lossplot._training.command import train_command, train_options
from lossplot._training.data import Disturbance, make
from lossplot._training.learned import Learned, _check_start, learned_of, remarks
from lossplot._training.network import Network
from lossplot._training.objective import Corner, Objective
from lossplot._training.outcome import Result
from lossplot._training.records import result_records, table_rows
from lossplot._training.run import Plan, Trace
from lossplot._training.settings import Settings, check_given, check_made

MOONS = make("moons", 0, Disturbance())
SIZES = {"train": 600, "validation": 150, "test": 250}
PARTS = (*SIZES,)
# Three starts of two losses: in the last epochs one diverges, and of the second loss another does at once.
DIVERGED = np.array([[0, 3, 0], [1, 0, 0]])


def given_result(starts: int = 3, data: Any = MOONS) -> Result:
    """Two losses after three epochs, whose every number is another."""
    asked = read_asked(["logistic", "hinge:threshold=2"])
    objectives = tuple(Objective(each, data) for each in asked)
    none = tuple(learned_of(objective, False) for objective in objectives)
    seeds = tuple(range(7, 7 + starts))
    plan = Plan(data, Network((2, 1)), objectives, none, seeds, "sgd", 0.1, 5, 3)
    numbers = np.arange(4.0 * 2 * 3).reshape(4, 2, 3)[:, :, :starts]
    losses = {part: 1000.0 * (place + 1) - numbers**2 for place, part in enumerate(PARTS)}
    hits = {part: (place + 1.0) * numbers for place, part in enumerate(PARTS)}
    weights = np.zeros((4, 2, starts, plan.width))
    return Result(plan, Trace(weights, losses, hits, DIVERGED[:, :starts], 0, ((), ()), 1.5))


def test_every_number_of_several_starts_is_that_of_its_part_loss_start_and_epoch() -> None:
    result = given_result()
    trace = result.trace
    for place, record in enumerate(result_records(result)):
        lasts = [int(epoch) - 1 if epoch else 3 for epoch in DIVERGED[place]]
        assert (record["loss"], record["starts"], record["seed"], record["epochs"]) == (
            *(("logistic", "hinge")[place], 3, 7, 3),
        )
        assert record["parameters"] == ({}, {"threshold": 2.0})[place]
        for part in PARTS:
            for kind, numbers in (("loss", trace.losses[part]), ("accuracy", trace.hits[part] / SIZES[part])):
                ends = [float(numbers[last, place, start]) for start, last in enumerate(lasts)]
                name = f"{part}_{kind}"
                assert record[name] == np.median(ends)
                assert [run[name] for run in record["runs"]] == ends
                rows = [
                    [numbers[epoch, place, start] for start, last in enumerate(lasts) if last >= epoch]
                    for epoch in (1, 2, 3)
                ]
                assert record["history"][name] == [np.median(row) for row in rows]
                assert record["history"][f"{name}_low"] == [np.percentile(row, 10) for row in rows]
                assert record["history"][f"{name}_high"] == [np.percentile(row, 90) for row in rows]
        assert [run["seed"] for run in record["runs"]] == [7, 8, 9]
        assert [run["ended"] for run in record["runs"]] == [epoch or None for epoch in DIVERGED[place]]
        assert [run["ending"] == "diverged" for run in record["runs"]] == [epoch > 0 for epoch in DIVERGED[place]]
        assert record["ended"] == record["runs"][0]["ended"]
        assert (record["seconds"], record["reached"]) == (1.5, 0)


def test_every_number_of_one_start_is_that_of_its_part_and_loss() -> None:
    result = given_result(1)
    for place, record in enumerate(result_records(result)):
        last = (3, 0)[place]
        assert "runs" not in record
        assert "reached" not in record
        for part in PARTS:
            history = result.trace.losses[part][1 : last + 1, place, 0].tolist()
            assert record["history"][f"{part}_loss"] == history
            assert record[f"{part}_loss"] == result.trace.losses[part][last, place, 0]
            assert f"{part}_loss_low" not in record["history"]
    names, rows = table_rows(result, ENGLISH)
    assert names[0] == "loss"
    assert "reached" not in names
    assert [row[0] for row in rows] == ["logistic", "hinge:threshold=2"]
    assert rows[1][-1] == "diverged in epoch 1"


def test_a_median_counts_what_is_infinite_and_leaves_out_what_is_no_number() -> None:
    for numbers, median in (
        ([1.0, np.inf, np.inf], "inf"),
        ([1.0, 3.0, np.inf], 3.0),
        ([1.0, np.nan, 4.0], 2.5),
        ([np.nan] * 3, None),
    ):
        result = given_result()
        losses = {**result.trace.losses, "test": np.broadcast_to(np.array(numbers), (4, 2, 3))}
        trace = replace(result.trace, losses=losses, diverged=np.zeros((2, 3), int))
        assert result_records(replace(result, trace=trace))[0]["test_loss"] == median


def test_a_warning_says_how_many_of_several_starts_diverged() -> None:
    assert [*given_result().warnings()] == [
        "logistic diverged in epoch 3, 1 of 3 starts, and is told up to there; take a learning rate below 0.1",
        "hinge:threshold=2 diverged in epoch 1, 1 of 3 starts, and is told up to there; take a learning rate below 0.1",
    ]
    assert [*given_result(1).warnings()] == [
        "hinge:threshold=2 diverged in epoch 1 and is told up to there; take a learning rate below 0.1"
    ]


# --- the command that trains so again ---

# Each with values that are the usual ones of other options.
OPTIONS: list[tuple[dict[str, Any], str, object]] = [
    ({"model": "linear"}, "--model=linear", "linear"),
    ({"hidden": (4, 2)}, "--hidden=4,2", "4,2"),
    ({"activation": "tanh"}, "--activation=tanh", "tanh"),
    ({"optimizer": "sgd"}, "--optimizer=sgd", "sgd"),
    ({"rate": 5.0}, "--lr=5.0", 5.0),
    ({"batch": 30}, "--batch=30", 30),
    ({"batch": 1}, "--batch=1", 1),
    ({"epochs": 5}, "--epochs=5", 5),
    ({"epochs": 1}, "--epochs=1", 1),
    ({"seed": 0}, "--seed=0", 0),
    ({"repeat": 5}, "--repeat=5", 5),
    ({"repeat": 30}, "--repeat=30", 30),
    ({"learn": ("delta", "c")}, "--learn=delta,c", "delta,c"),
    ({"is_free": True}, "--free", True),
    ({"classes": 2}, "--classes=2", 2),
    ({"disturbance": Disturbance(noise=0.0)}, "--noise=0.0", 0.0),
    ({"disturbance": Disturbance(flip=0.5)}, "--flip=0.5", 0.5),
    ({"disturbance": Disturbance(outliers=3)}, "--outliers=3", 3),
    ({"disturbance": Disturbance(balance=0.5)}, "--balance=0.5", 0.5),
]


@every(("changes", "word", "value"), OPTIONS)
def test_a_setting_that_is_not_as_usual_is_the_only_option(changes: dict[str, Any], word: str, value: object) -> None:
    settings = Settings(**changes)
    name = word.removeprefix("--").partition("=")[0]
    assert {key: each for key, each in train_options(settings, "circles").items() if each is not None} == {name: value}
    command = train_command(["hinge", "my loss"], settings, "circles", {"theme": None}, "svg")
    assert command == f"lossplot train hinge 'my loss' {word} --format svg"


def test_what_is_usual_is_no_option_and_looks_stand_behind_the_data() -> None:
    assert not any(train_options(Settings(), "circles").values())
    command = train_command(["hinge"], Settings(), "my data.csv", {"theme": "dark", "title": None}, "png")
    assert command == "lossplot train hinge '--data=my data.csv' --theme=dark --format png"


# --- what data do not have ---


@every(
    ("changes", "option"),
    [
        ({"disturbance": Disturbance(noise=0.0)}, "noise"),
        ({"disturbance": Disturbance(outliers=1)}, "outliers"),
        ({"disturbance": Disturbance(balance=0.5)}, "balance"),
        ({"classes": 2}, "classes"),
    ],
)
def test_what_is_done_to_made_examples_is_refused_for_given_ones(changes: dict[str, Any], option: str) -> None:
    with pytest.raises(RequestError, match=f"--{option} is for examples that lossplot makes, not those of a program"):
        check_given("those of a program", Settings(**changes))


@every(
    ("name", "changes", "words"),
    [
        ("moons", {"classes": 2}, "--classes is for blobs"),
        ("line", {"disturbance": Disturbance(flip=0.1)}, "--flip is for labels"),
        ("line", {"disturbance": Disturbance(balance=0.5)}, "--balance is for labels"),
        ("blobs", {"classes": 3, "disturbance": Disturbance(balance=0.5)}, "--balance is for two classes, not 3"),
    ],
)
def test_what_made_examples_do_not_have_is_refused(name: str, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(RequestError, match=words):
        check_made(name, Settings(**changes))


def test_what_is_not_asked_for_is_refused_of_no_data() -> None:
    check_given("those of a program", Settings(disturbance=Disturbance(flip=0.5)))
    check_made("line", Settings(disturbance=Disturbance(noise=1.0, outliers=3)))
    check_made("blobs", Settings(classes=2, disturbance=Disturbance(balance=0.5)))
    check_made("moons", Settings(disturbance=Disturbance(flip=1.0, balance=0.5)))


# --- what is said of parameters and corners ---


@every(
    ("low", "high", "value", "beside"),
    [(0.0, np.inf, 2.0, "1.9"), (0.0, np.inf, 0.05, "0.15"), (0.0, 1.0, 1.0, "0.9"), (-np.inf, np.inf, 0.0, "-0.1")],
)
def test_a_start_that_is_proposed_beside_another_is_in_the_interval(
    low: float, high: float, value: float, beside: str
) -> None:
    curve = SimpleNamespace(
        name="mine", loss=SimpleNamespace(parameters=[SimpleNamespace(name="a", interval=Interval(low, high))])
    )
    view = SimpleNamespace(axis=SimpleNamespace(view=(-1.0, 1.0)))
    stand_in = SimpleNamespace(
        curve=curve,
        learned=("a",),
        scored=SimpleNamespace(moved=view),
        partial_at=lambda x, _: [np.full(x.shape, np.nan)],
    )
    with pytest.raises(RequestError, match=f"as at a = {beside}$"):
        _check_start(cast(Objective, stand_in), np.array([value]))


def test_only_what_is_not_held_is_said_to_fall() -> None:
    learned = Learned(("a", "b", "c"), np.array([1.0, 2.0, 3.0]), (0, 1), np.full(3, -np.inf), np.full(3, np.inf))
    curve = cast(Any, SimpleNamespace(name="mine"))
    held, fallen = remarks(curve, learned, [True, True, True])
    assert held.startswith("a and b of mine are held positive, with the sum 3: ")
    assert fallen.startswith("mine grows with c for all examples, so that training only lowers c; ")
    assert remarks(curve, learned, [True, True, False]) == [held]
    assert remarks(curve, replace(learned, shared=()), [False, True, False])[0].startswith("mine grows with b ")


@every(("count", "more"), [(1, ""), (2, ""), (3, ""), (4, " and 1 more"), (6, " and 3 more")])
def test_of_many_corners_three_are_told_and_the_others_counted(count: int, more: str) -> None:
    def stand_in(name: str, corners: int) -> Any:
        moved = SimpleNamespace(axis=SimpleNamespace(variable="m"))
        return SimpleNamespace(
            curve=SimpleNamespace(spec=name),
            scored=SimpleNamespace(moved=moved),
            all_corners=[Corner(float(x), 0.0) for x in range(corners)],
        )

    objectives = [stand_in(str(place), min(2, count - 2 * place)) for place in range((count + 1) // 2)]
    [said] = experiment._corner_remarks(cast(Plan, SimpleNamespace(objectives=objectives)))
    told = ["0 has 0 at m = 0", "0 has 0 at m = 1", "1 has 0 at m = 0"][:count]
    assert said == f"at a corner the slope is the subgradient of least size: {', '.join(told)}{more}"
