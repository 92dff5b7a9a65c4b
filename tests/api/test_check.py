"""Gradients as functions of Python: of an array, and objectives of boosting libraries as they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from support.cases import every

import lossplot
from lossplot._losses import LOSSES


def sigmoid(z: Any) -> Any:
    return 1.0 / (1.0 + np.exp(-z))


def xgboost_logistic(preds: Any, dtrain: Any) -> Any:
    p = sigmoid(preds)
    return p - dtrain.get_label(), np.maximum(p * (1.0 - p), 1e-16)


def xgboost_turned(preds: Any, dtrain: Any) -> Any:
    p = sigmoid(preds)
    return dtrain.get_label() - p, p * (1.0 - p)


def sklearn_logistic(y_true: Any, y_pred: Any) -> Any:
    p = sigmoid(y_pred)
    return p - y_true, p * (1.0 - p)


def signed_logistic(y_true: Any, y_pred: Any) -> Any:
    return -y_true * sigmoid(-y_true * y_pred), sigmoid(y_pred) * sigmoid(-y_pred)


def huber(y_true: Any, y_pred: Any) -> Any:
    r = y_pred - y_true
    return np.clip(r, -1.0, 1.0), 1.0 * (np.abs(r) <= 1.0)


def huber_safe(y_true: Any, y_pred: Any) -> Any:
    return huber(y_true, y_pred)[0], np.ones_like(y_pred)


def huber_turned(y_true: Any, y_pred: Any) -> Any:
    r = y_true - y_pred
    return np.clip(r, -1.0, 1.0), np.ones_like(r)


def sizes(y_true: Any, y_pred: Any) -> Any:
    p = sigmoid(y_pred)
    return np.abs(p - y_true), p * (1.0 - p)


def wrong_for_the_positive(y_true: Any, y_pred: Any) -> Any:
    gradient, hessian = sklearn_logistic(y_true, y_pred)
    return gradient * (1.0 + y_true), hessian * (1.0 + y_true)


def by_the_probability(y_true: Any, y_pred: Any) -> Any:
    p = sigmoid(y_pred)
    return (p - y_true) / (p * (1.0 - p)), p * (1.0 - p)


class CatBoostLogistic:
    def calc_ders_range(self, approxes: Any, targets: Any, weights: Any) -> Any:
        assert weights is None
        return [(y - sigmoid(f), -sigmoid(f) * sigmoid(-f)) for f, y in zip(approxes, targets, strict=True)]


@pytest.mark.parametrize(
    ("loss", "objective", "is_right"),
    [
        ("logistic", xgboost_logistic, True),
        ("logistic", sklearn_logistic, True),
        ("logistic", signed_logistic, True),
        ("log-loss", xgboost_logistic, True),
        ("log(1 + exp(f)) - y*f", sklearn_logistic, True),
        ("bce-logits:target=0.3", sklearn_logistic, True),
        ("logistic", CatBoostLogistic(), True),
        ("huber", huber, True),
        ("huber", huber_safe, True),
        ("logistic", xgboost_turned, False),
        ("logistic", by_the_probability, False),
        ("logistic", sizes, False),
        ("logistic", wrong_for_the_positive, False),
        ("huber", huber_turned, False),
        ("huber:delta=2", huber, False),
        ("hinge", sklearn_logistic, False),
    ],
)
def test_an_objective_is_checked_as_it_stands(loss: str, objective: Any, is_right: bool) -> None:
    found = lossplot.check(loss, objective)
    assert found.gradient is not None
    assert found.hessian is not None
    assert (bool(found), found.gradient.equal) == (is_right, is_right)
    assert not is_right or found.hessian.is_safe is (objective is huber_safe)


def test_a_hessian_that_is_made_positive_is_told() -> None:
    found = lossplot.check("huber", huber_safe)
    assert found.hessian is not None
    assert found.hessian.is_safe
    assert "as libraries want it" in str(found)


@every("name", [name for name, loss in LOSSES.items() if loss.axis.name in ("margin", "error")], among=15)
def test_a_loss_s_own_derivatives_are_right_for_either_label_and_turned_ones_are_not(name: str) -> None:
    loss = lossplot.get(name)
    has_labels = loss.axis == "margin"

    def objective(y_true: Any, y_pred: Any, turn: float = 1.0) -> Any:
        side = 2.0 * y_true - 1.0 if has_labels else np.ones_like(y_true)
        x = side * y_pred if has_labels else y_pred - y_true
        # At a corner that from the right will do.
        gradient, hessian = (
            np.where(np.isnan(each(x)), each(x + 1e-12), each(x)) for each in (loss.derivative, loss.second_derivative)
        )
        values.append(hessian)
        return side * gradient, turn * hessian

    values: list[Any] = []
    found = lossplot.check(name, objective)
    assert found.gradient is not None
    assert found.hessian is not None
    assert (found.gradient.equal, found.hessian.equal, found.hessian.is_safe) == (True, True, False)
    turned = lossplot.check(name, lambda y_true, y_pred: objective(y_true, y_pred, -1.0))
    assert turned.hessian is not None
    assert turned.hessian.equal is not bool((np.concatenate(values) > 1e-4).any())


def test_the_first_label_is_told_for_which_an_objective_is_wrong() -> None:
    found = lossplot.check("logistic", wrong_for_the_positive)
    for verdict in (found.gradient, found.hessian):
        assert verdict is not None
        assert verdict.parameters == (("y", 1.0),)


def test_a_hessian_that_is_negative_at_other_places_or_by_less_is_wrong() -> None:
    savage = lossplot.get("savage")

    def objective(share: float, y_true: Any, y_pred: Any) -> Any:
        side = 2.0 * y_true - 1.0
        hessian = savage.second_derivative(side * y_pred)
        return side * savage.derivative(side * y_pred), np.where(hessian < 0.0, share * hessian, hessian)

    found = [lossplot.check("savage", partial(objective, share)).hessian for share in (1.0, 0.5, -0.5)]
    assert [(each.equal, each.is_safe) for each in found if each] == [(True, False), (False, False), (True, True)]


def test_a_turned_sign_is_told() -> None:
    assert "the sign is turned" in str(lossplot.check("logistic", xgboost_turned))


@pytest.mark.parametrize(
    ("value", "gradient", "is_right"),
    [
        ("huber:delta=2", lambda r: np.clip(r, -2.0, 2.0), True),
        ("huber:delta=2", lambda r: np.clip(r, -1.99, 2.0), False),
        ("absolute", np.sign, True),
        ("hinge", lambda m: np.where(m < 1.0, -1.0, 0.0), True),
        ("hinge", lambda m: np.where(m <= 1.0, -1.0, 0.1), False),
        (np.square, "2*r", True),
        (np.square, "r", False),
        (np.abs, np.sign, True),
        (lambda r: np.log(np.cosh(r)), np.tanh, True),
        (lambda r: np.log(np.cosh(r)), lambda r: 1.001 * np.tanh(r), False),
        (lambda y_true, y_pred: np.logaddexp(0.0, y_pred) - y_true * y_pred, xgboost_logistic, True),
        (lambda y_true, y_pred: np.logaddexp(0.0, y_pred) - y_true * y_pred, xgboost_turned, False),
        (lambda y_true, y_pred: np.logaddexp(0.0, y_pred) - y_true * y_pred, wrong_for_the_positive, False),
        # Numbers of single precision may be off by a share of 1e-4.
        ("mse", lambda r: np.float32(1.00003) * np.float32(2.0 * r), True),
        (np.square, lambda r: np.float32(1.00003) * np.float32(2.0 * r), True),
        (np.square, lambda r: 1.00003 * (2.0 * r), False),
    ],
)
def test_functions_are_compared_by_numbers(value: Any, gradient: Any, is_right: bool) -> None:
    found = lossplot.check(value, gradient)
    assert found.equal is is_right
    assert found.gradient is not None
    assert 0.0 < found.gradient.tolerance < 0.1


def test_formulas_give_the_verdict_and_the_figure_of_the_command_line() -> None:
    found = lossplot.check("huber:delta=2", "np.where(r <= delta, r, delta)", "1.0*(abs(r) < 2)")
    assert found.gradient is not None
    assert found.hessian is not None
    assert (found.equal, found.gradient.equal, found.hessian.equal) == (False, False, True)
    assert (found.gradient.x, found.gradient.given, found.gradient.exact) == (-3.0, -3.0, -2.0)
    figure = found.figure
    assert figure.spec.compare
    assert figure.to_bytes("svg").startswith(b"<?xml")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("hinge",), "no gradient is given"),
        (("hinge", 3), "is no loss and no gradient"),
        (("hinge", ""), "is no formula"),
        (("hinge", lambda m: "x"), "must give an array of numbers"),
        (("hinge", lambda m: m[:3]), "give one for each"),
        (("hnige", "m"), "hinge"),
    ],
)
def test_what_cannot_be_checked_is_refused(arguments: tuple[Any, ...], words: str) -> None:
    with pytest.raises(lossplot.RequestError, match=words):
        lossplot.check(*arguments)


def test_functions_are_not_drawn() -> None:
    function: Callable[[Any], Any] = np.sign
    with pytest.raises(lossplot.RequestError, match="only formulas"):
        _ = lossplot.check("absolute", function).figure


def test_where_a_derivative_does_not_exist_any_number_will_do() -> None:
    assert lossplot.check("hinge", hessian=lambda m: np.where(m == 1.0, 5.0, 0.0))
    assert not lossplot.check("hinge", hessian=lambda m: np.where(m == 2.0, 5.0, 0.0))


@pytest.mark.parametrize(
    ("loss", "gradient", "hessian"), [("3*r", "2", None), ("mse", "2*r", "3"), ("3*r", "-3", None), ("mse", "2*r", "r")]
)
def test_constant_derivatives_are_drawn(loss: str, gradient: str, hessian: str | None) -> None:
    figure = lossplot.check(loss, gradient, hessian).figure
    exact, given = (figure.curves[place] for place in (0, 1))
    x = np.array([-2.0, 0.5])
    np.testing.assert_allclose(exact(x), 3.0 if hessian is None else 2.0)
    np.testing.assert_allclose(given(x), lossplot.Loss(f"{hessian or gradient} + 0*r")(x))
