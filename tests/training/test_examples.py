"""Examples to train with: their closed forms without noise, their parts, and the bounds of what may be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lossplot._errors import RequestError
from lossplot._formula.evaluate import Array
from lossplot._training.data import Data, Disturbance, make, split
from lossplot._training.settings import Settings, check
from lossplot._training.sources import coded, read_file

CLEAN = Disturbance(noise=0.0)


def turned(inputs: Array, targets: Array) -> Array:
    """Where a spiral is at its radius: one and three quarters of a turn to the end, and half a turn behind for +1."""
    angles = 3.5 * np.pi * np.hypot(*inputs.T) + np.pi * targets
    return np.asarray(np.hypot(*inputs.T)[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=1))


def test_spirals_turn_one_and_three_quarters_times() -> None:
    data = make("spirals", 0, CLEAN)
    np.testing.assert_allclose(data.inputs, turned(data.inputs, data.targets), atol=1e-12)
    for label in (0.0, 1.0):
        radius = np.sort(np.hypot(*data.inputs[data.targets == label].T))
        np.testing.assert_allclose(radius, np.arange(1, 501) / 500, atol=1e-12)


def test_moons_are_half_circles_of_which_one_lies_about_the_end_of_the_other() -> None:
    data = make("moons", 0, CLEAN)
    # As scikit-learn's make_moons.
    for label, middle, side in ((0.0, (0.0, 0.0), 1.0), (1.0, (1.0, 0.5), -1.0)):
        x, y = (data.inputs[data.targets == label] - middle).T
        np.testing.assert_allclose(np.hypot(x, y), 1.0, atol=1e-12)
        assert np.all(side * y >= -1e-12)
        assert sorted({round(min(x), 9), round(max(x), 9)}) == [-1.0, 1.0]


def test_blobs_are_about_the_corners_of_a_polygon_three_from_the_middle() -> None:
    for classes in (2, 3, 7):
        data = make("blobs", 0, CLEAN, classes)
        angles = 2.0 * np.pi * data.targets / classes
        np.testing.assert_allclose(data.inputs, 3.0 * np.stack([np.cos(angles), np.sin(angles)], 1), atol=1e-12)
        assert data.classes == ((-1, 1) if classes == 2 else tuple(range(classes)))


def test_of_four_clouds_those_across_have_one_class() -> None:
    data = make("xor", 0, CLEAN)
    assert {(x, y, z) for (x, y), z in zip(data.inputs.tolist(), data.targets.tolist(), strict=True)} == {
        *((1.0, 1.0, 1.0), (-1.0, -1.0, 1.0), (1.0, -1.0, 0.0), (-1.0, 1.0, 0.0)),
    }


def test_a_line_has_its_input_for_a_target() -> None:
    data = make("line", 0, CLEAN)
    assert np.array_equal(data.targets, data.inputs[:, 0])
    assert -2.0 <= data.inputs.min() < -1.8
    assert 1.8 < data.inputs.max() <= 2.0


@pytest.mark.parametrize(
    ("name", "noise", "count"),
    [
        *(("circles", 0.1, 1000), ("moons", 0.1, 1000), ("blobs", 0.7, 1000)),
        *(("xor", 0.25, 1000), ("spirals", 0.02, 1000), ("line", 0.3, 100)),
    ],
)
def test_examples_have_a_noise_of_their_own(name: str, noise: float, count: int) -> None:
    data, told, clean = (make(name, 1, each) for each in (Disturbance(), Disturbance(noise=noise), CLEAN))
    assert np.array_equal(data.inputs, told.inputs)
    assert np.array_equal(data.targets, told.targets)
    off = (data.targets - clean.targets) if name == "line" else (data.inputs - clean.inputs).ravel()
    assert off.std() == pytest.approx(noise, rel=0.25 if name == "line" else 0.1)
    assert len(data.inputs) == count


def parts(data: Data) -> tuple[int, int, int]:
    return len(data.train), len(data.validation), len(data.test)


@pytest.mark.parametrize(
    ("count", "sizes"), [(8, (5, 1, 2)), (10, (6, 2, 2)), (100, (60, 15, 25)), (1000, (600, 150, 250))]
)
def test_a_quarter_is_to_test_and_a_fifth_of_the_others_to_validate(count: int, sizes: tuple[int, int, int]) -> None:
    assert parts(split("these", np.zeros((count, 1)), np.zeros(count), (), 0)) == sizes


def test_fewer_than_eight_examples_are_too_few() -> None:
    with pytest.raises(RequestError, match="these has 7 examples, too few"):
        split("these", np.zeros((7, 1)), np.zeros(7), (), 0)


def test_outliers_lie_three_times_as_far_as_the_farthest_or_far_below_the_end_of_the_line() -> None:
    for name in ("circles", "blobs", "spirals"):
        clean, data = (make(name, 0, Disturbance(outliers=count)) for count in (0, 12))
        moved = (data.inputs != clean.inputs).any(axis=1)
        farthest = np.hypot(*clean.inputs.T).max()
        np.testing.assert_allclose(np.hypot(*data.inputs[moved].T), 3.0 * farthest, rtol=1e-12)
        assert np.count_nonzero(moved) == 12
    clean, data = (make("line", 0, Disturbance(outliers=count)) for count in (0, 12))
    moved = data.targets != clean.targets
    np.testing.assert_allclose(data.targets[moved], data.inputs[moved, 0] - 8.0, rtol=1e-12)
    assert np.all((data.inputs[moved, 0] >= 1.0) & (data.inputs[moved, 0] <= 2.0))


def disturbed(name: str) -> Callable[[Any], Settings]:
    return lambda value: Settings(disturbance=replace(Disturbance(), **{name: value}))


# What a number may be from and to, and the next ones beyond.
BOUNDS: dict[str, tuple[Callable[[Any], Settings], tuple[Any, ...], tuple[Any, ...]]] = {
    "batch": (lambda value: Settings(batch=value), (1, 1_000_000), (0, 1_000_001, 2.0, True)),
    "epochs": (lambda value: Settings(epochs=value), (1, 10_000), (0, 10_001, "3")),
    "repeat": (lambda value: Settings(repeat=value), (1, 1000), (0, 1001)),
    "seed": (lambda value: Settings(seed=value), (None, 0, 2**32 - 1), (-1, 2**32)),
    "classes": (lambda value: Settings(classes=value), (None, 2, 10), (1, 11)),
    "lr": (lambda value: Settings(rate=value), (5e-324, 1e6), (0.0, -1.0, 1.000001e6, float("inf"), False)),
    "hidden": (
        lambda value: Settings(hidden=value),
        (None, (1,), (1024,), (4,) * 8),
        ((), (0,), (1025,), (4,) * 9, (4, 2.5)),
    ),
    "outliers": (disturbed("outliers"), (0, 1000), (-1, 1001)),
    "noise": (disturbed("noise"), (None, 0.0, 100.0), (-1e-9, 100.001, float("nan"))),
    "flip": (disturbed("flip"), (0.0, 1.0), (-1e-9, 1.001)),
    "balance": (disturbed("balance"), (None, 0.01, 0.99), (0.0099, 0.9901)),
    "model": (lambda value: Settings(model=value), (None, "linear"), ("liner", 3)),
}


@pytest.mark.parametrize("option", BOUNDS)
def test_a_number_may_be_at_its_bounds_and_not_beyond(option: str) -> None:
    settings, inside, beyond = BOUNDS[option]
    for value in inside:
        check(settings(value))
    for value in beyond:
        with pytest.raises(RequestError, match=f"^--{option} "):
            check(settings(value))


def test_columns_of_a_file_are_scaled_by_the_examples_that_are_not_to_test(tmp_path: Path) -> None:
    draw = np.random.default_rng(5)
    x = draw.normal(size=40) * 1e200 + 3e200
    # A column that is always the same stays finite.
    rows = "".join(f"{each!r},7.5,{i % 2}\n" for i, each in enumerate(x.tolist()))
    (tmp_path / "a.csv").write_text(f"size,same,y\n{rows}", encoding="utf-8")
    data = read_file(str(tmp_path / "a.csv"), True, 0, 0.0)
    known = data.inputs[np.concatenate([data.train, data.validation])]
    np.testing.assert_allclose(known[:, 0].mean(), 0.0, atol=1e-12)
    np.testing.assert_allclose(known[:, 0].std(), 1.0, rtol=1e-12)
    assert not data.inputs[:, 1].any()
    np.testing.assert_allclose(data.scaled(np.array([[x[0], 7.5]])), data.inputs[:1])


def test_of_many_bad_rows_three_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n" + "1,0\nno,1\n" * 9, encoding="utf-8")
    with pytest.raises(RequestError) as caught:
        read_file(str(tmp_path / "a.csv"), True, 0, 0.0)
    assert str(caught.value) == (
        "rows cannot be used: line 3 has 'x' = 'no', which is not a number, line 5 has 'x' = 'no', which is not a "
        "number, line 7 has 'x' = 'no', which is not a number; mend them, or leave them out"
    )


def test_there_may_be_a_thousand_labels() -> None:
    assert len(coded(np.arange(1000), "these")[1]) == 1000
    with pytest.raises(RequestError, match="these has 1001 labels, more than 1000; for targets choose a loss"):
        coded(np.arange(1001), "these")
