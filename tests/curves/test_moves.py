"""Losses on another axis: which may be moved there, and what they are there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.axes import AXES, asked_axis, axis_called, find_axis, is_linked, label_axes, label_words, mirrored
from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.moves import move
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._losses import LOSSES
from lossplot._losses.entry import PREDICTION

ERRORS = [name for name, loss in LOSSES.items() if loss.axis.name == "error"]
MOVED = ("margin", "probability")
M = np.linspace(-9.0, 9.0, 73)


def only(text: str) -> Curve:
    [curve] = read_curves([text])
    return curve


def refusal(text: str, axis: str) -> str:
    with pytest.raises(RequestError) as caught:
        move(only(text), AXES[axis])
    return str(caught.value)


@every("name", ERRORS)
def test_a_loss_of_the_error_is_one_of_the_margin_if_both_signs_cost_the_same(name: str) -> None:
    curve = default_curve(LOSSES[name])
    r = np.linspace(-40.0, 40.0, 801)
    if np.array_equal(curve.jet(r).value, curve.jet(-r).value, equal_nan=True):
        moved = move(curve, AXES["margin"])
        np.testing.assert_allclose(moved.jet(M).value, curve.jet(1.0 - M).value, rtol=1e-12, atol=1e-14)
    else:
        assert refusal(name, "margin").startswith(f"{name} is not even in r, so that r = 1 - m is not the same")


@pytest.mark.parametrize("text", ["quantile:tau=0.4999", "r^2 if r < 20 else 400 + r", "r^2 + 1e-12*r"])
def test_a_loss_that_is_only_almost_even_is_none_of_the_margin(text: str) -> None:
    assert "is not even in r" in refusal(text, "margin")


@every("name", [name for name, loss in LOSSES.items() if loss.axis.name in MOVED])
def test_a_probability_is_the_sigmoid_of_a_margin_and_that_its_logit(name: str) -> None:
    curve = default_curve(LOSSES[name])
    there = MOVED[curve.axis.name == "margin"]
    moved = move(curve, AXES[there])
    margins = np.linspace(-6.0, 6.0, 49) + 1e-3
    p = 1.0 / (1.0 + np.exp(-margins))
    own, other = (margins, p) if there == "probability" else (p, margins)
    np.testing.assert_allclose(moved.jet(other).value, curve.jet(own).value, rtol=1e-9, atol=1e-12)


def test_axes_are_found_whatever_their_case_and_no_others() -> None:
    for name, axis in AXES.items():
        assert find_axis(name) is find_axis(name.upper()) is axis
    for name, hint in (("margn", "did you mean 'margin'?"), ("", f"choose {', '.join(AXES)}")):
        with pytest.raises(RequestError) as caught:
            find_axis(name)
        assert str(caught.value) == f"axis '{name}' is unknown; {hint}"
    pairs = {(old.name, new.name) for old in AXES.values() for new in AXES.values() if is_linked(old, new)}
    assert pairs - {(name, name) for name in AXES} == {
        ("probability", "margin"),
        ("margin", "probability"),
        ("error", "margin"),
    }


@every("name", LOSSES)
def test_a_loss_stays_on_its_axis_except_where_a_link_leads_off_it(name: str) -> None:
    curve = default_curve(LOSSES[name])
    own = curve.axis.name
    linked = {"probability": {"margin"}, "margin": {"probability"}, "error": {"margin", "prediction"}}.get(own, set())
    if name in ("poisson-log", "gamma-log", "tweedie-log"):
        linked = {"prediction"}
    for there in set(AXES) - {own, *linked}:
        assert f"no meaning on the {there} axis" in refusal(name, there)


def test_a_target_is_a_prediction_s_and_no_other_axis_has_one() -> None:
    assert asked_axis(None, None) is None
    assert asked_axis("error", None) is AXES["error"]
    for name in (None, "prediction", "PREDICTION"):
        asked = asked_axis(name, 2.5)
        assert asked is not None
        assert (asked.name, asked.target) == (PREDICTION.name, 2.5)
    with pytest.raises(RequestError, match="a target is that of a prediction, not of the margin"):
        asked_axis("margin", 2.5)
    assert "give the target of the prediction with --target T" in refusal("huber", "prediction")


def test_a_target_may_be_given_twice_if_it_is_the_same() -> None:
    axis = replace(PREDICTION, target=2.5)
    for text in ("mape", "mape:target=2.5"):
        moved = move(only(text), axis)
        assert (moved.parameters, moved.axis.target) == ({"target": 2.5}, 2.5)
    for text, said in (
        ("mape:target=2", "mape:target=2 has a target of its own, which is not 2.5; leave out one of the two"),
        ("squared-hinge", "squared-hinge has no meaning on the prediction axis"),
    ):
        with pytest.raises(RequestError) as caught:
            move(only(text), axis)
        assert said in str(caught.value)


def test_what_has_labels_is_drawn_once_for_each() -> None:
    said = {name: [label_words(each) for each in label_axes(axis)] for name, axis in AXES.items()}
    assert {name: words for name, words in said.items() if words} == {
        "margin": ["*y* = +1", "*y* = \u22121"],
        "probability": ["*y* = 1", "*y* = 0"],
    }
    assert label_words(AXES["margin"]) == ""


def test_only_a_loss_of_labels_has_another_label() -> None:
    for name in set(AXES) - {*MOVED}:
        curve = next(default_curve(loss) for loss in LOSSES.values() if loss.axis.name == name)
        with pytest.raises(RequestError, match="only a loss of the margin or the probability has a conditional risk"):
            mirrored(curve.loss.tree, curve.loss.axis)


def test_an_axis_of_a_formula_s_own_is_called_by_its_variable() -> None:
    for variable, name, label in (("u", "u", "*u*"), ("loss", "loss", "loss"), ("margin", "variable margin", "margin")):
        axis = axis_called(variable)
        assert (axis.name, axis.variable, axis.label, axis.view) == (name, variable, label, (-3.0, 3.0))
        assert axis.noun == f"variable {variable}"
        assert axis.words == variable
