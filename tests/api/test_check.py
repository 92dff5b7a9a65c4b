"""Gradients as functions of Python: of an array, and objectives of boosting libraries as they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import lossplot


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


def test_a_hessian_that_is_made_positive_is_told() -> None:
    found = lossplot.check("huber", huber_safe)
    assert found.hessian is not None
    assert found.hessian.is_safe
    assert "as libraries want it" in str(found)


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
