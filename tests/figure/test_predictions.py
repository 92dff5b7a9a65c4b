"""Losses against the prediction of a target: those of the error moved, and those of the prediction with that target."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support.cases import every, some
from support.run import assert_done, call
from support.scenes import curve, prepared, scene

from lossplot._curves.axes import asked_axis
from lossplot._curves.curve import Curve
from lossplot._curves.moves import move
from lossplot._formats import FORMATS
from lossplot._losses import LOSSES

ERRORS = [loss.name for loss in LOSSES.values() if loss.axis.name == "error"]
WITH_TARGET = [
    loss.name
    for loss in LOSSES.values()
    if loss.axis.name == "prediction" and any(each.name == "target" for each in loss.parameters)
]
# Losses of the logarithm of a mean.
LOGARITHMIC = [loss.name for loss in LOSSES.values() if loss.axis.of_mean]
OFF = np.array([-7.5, -2.25, -0.5, 0.0, 0.25, 1.5, 6.0])


def at_target(name: str, target: float) -> Curve:
    axis = asked_axis("prediction", target)
    assert axis
    return move(curve(name), axis)


@pytest.mark.parametrize("target", [100.0, -2.0, 0.0])
@every("name", ERRORS)
def test_a_loss_of_the_error_is_that_of_the_prediction_less_the_target(name: str, target: float) -> None:
    moved = at_target(name, target)
    np.testing.assert_array_equal(moved.jet(target + OFF).value, curve(name).jet(OFF).value)
    np.testing.assert_array_equal(moved.jet(target + OFF).slope, curve(name).jet(OFF).slope)
    assert [each.x for each in moved.knots(target - 9.0, target + 9.0)] == pytest.approx(
        [target + each.x for each in curve(name).knots(-9.0, 9.0)], rel=1e-14
    )


@pytest.mark.parametrize("name", WITH_TARGET)
def test_a_loss_with_a_target_has_the_one_asked_for(name: str) -> None:
    moved, target = at_target(name, 0.625), curve(name).having("target", 0.625)
    x = np.array([0.125, 0.5, 0.625, 0.875])
    np.testing.assert_array_equal(moved.value(x), target.value(x))
    assert moved.spec == name
    assert moved.domain == target.domain


@pytest.mark.parametrize("name", LOGARITHMIC)
def test_a_loss_of_the_logarithm_of_a_mean_is_drawn_against_the_mean(name: str) -> None:
    moved, x = at_target(name, 3.0), np.array([0.01, 0.4, 1.0, 3.0, 8.5, 400.0])
    own = curve(name).having("target", 3.0)
    np.testing.assert_allclose(moved.value(x), own.value(np.log(x)), rtol=1e-13)
    np.testing.assert_allclose(moved.jet(x).slope, own.jet(np.log(x)).slope / x, rtol=1e-11, atol=1e-13)


def test_numbers_by_hand() -> None:
    """At 90, with a target of 100: 100; 10*(10 - 10/2) for Huber; log(91/101)^2; 0.1; 90 - 100*log(90)."""
    curves = scene("mse huber:delta=10 msle mape poisson", axis="prediction", target="100").curves
    values = [each.value([90.0])[0] for each in curves]
    expected = [100.0, 50.0, 0.0108703582738666054, 0.1, -359.980967033026607]
    assert values == pytest.approx(expected, rel=1e-12)


def test_a_target_alone_asks_for_the_prediction() -> None:
    assert scene("mse mape", target="100").curves == scene("mse mape", target="100", axis="prediction").curves


@pytest.mark.parametrize(
    ("losses", "target", "view"),
    [
        # The view of the error, -13 to 13 for this delta, around the target.
        ("mse huber:delta=10", "100", (87.0, 113.0)),
        ("mse", "100", (0.0, 200.0)),
        ("mse", "-2", (-5.0, 1.0)),
        ("mse msle mape poisson", "100", (0.0, 200.0)),
        # Only where all are defined.
        ("mse bce-probability", "0.75", (0.0, 1.0)),
        ("msle", "5", (0.0, 10.0)),
    ],
)
def test_the_view_follows_the_target_and_the_scale(losses: str, target: str, view: tuple[float, float]) -> None:
    assert scene(losses, target=target).x_range == view


def test_the_axis_says_the_target() -> None:
    assert prepared("mse mape", target="100").wording.x_label == "prediction *x*, target = 100"
    words = prepared("mse mape", target="100", lang="zh").wording.x_label
    assert words == "\u9884\u6d4b\u503c *x*\uff0c\u76ee\u6807\u503c = 100"
    # Its own name where all the losses have it.
    assert prepared("poisson-mean", target="4").wording.x_label == "predicted mean *x*, target = 4"


def test_a_formula_joins_with_a_target_of_its_own() -> None:
    [_, typed] = scene("mse (u-t)**2/t:t=100", target="100").curves
    assert typed.value([90.0])[0] == 1.0
    [typed] = scene("(a*r)**2:a=2", target="100").curves
    assert typed.value([99.0])[0] == 4.0


@pytest.mark.parametrize("suffix", some([name for name, row in FORMATS.items() if row.kind != "movie"], 4))
def test_every_format_draws_it(suffix: str, tmp_path: Path) -> None:
    words = ("huber:delta=10", "mape", "--target=100", "-d", "--mark=90")
    assert_done(call(*words, "-q", "-o", f"a.{suffix}", cwd=tmp_path), f"a.{suffix}")


def test_tables_and_the_other_commands_take_a_target(tmp_path: Path) -> None:
    outcome = call("table", "mse", "mape", "--target=100", "--at=90", "-d", "-f", "json", cwd=tmp_path)
    assert [(each["target"], each["value"], each["derivative"]) for each in json.loads(outcome.out)] == [
        (100.0, [100.0], [-20.0]),
        (100.0, [0.1], [-0.01]),
    ]
    assert call("table", "mse", "--target=5", "--points=3", "-f", "csv", cwd=tmp_path).lines[1] == "squared,0.0,25.0"
    assert "(x \u2212 100)\u00b2" in call("show", "mse", "--target=100", cwd=tmp_path).text
    meaning = call("invert", "mse", "4", "--axis=prediction", "--target=100", cwd=tmp_path).text
    assert meaning.startswith("Squared error is 4 at x = 98 or x = 102: the prediction is too low by 2")


@pytest.mark.slow
def test_a_sweep_moves_around_the_target(tmp_path: Path) -> None:
    assert_done(call("huber:delta=1..9", "--target=10", "--size=2x2", "-o", "a.gif", cwd=tmp_path), "a.gif")


def test_the_file_says_the_command(tmp_path: Path) -> None:
    assert_done(call("mse", "--target=-0.5", "-o", "a.json", cwd=tmp_path), "a.json")
    record = json.loads((tmp_path / "a.json").read_text())
    assert (record["axis"], record["target"]) == ("prediction", -0.5)
    assert record["command"] == "lossplot --target=-0.5 --format json mse"
