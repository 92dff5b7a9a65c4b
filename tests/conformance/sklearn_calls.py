"""scikit-learn: the step that SGD takes, the losses inside the estimators, and the metrics.

SGD is asked by what it does: with eta0 = 1 and no penalty, one sample moves the coefficient by minus the slope.
The values come from the loss object that the estimator makes for itself, the metrics tell values alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make, signs


def _estimator(call: str, parameters: Parameters) -> Any:
    return make(call, {"sklearn": load("sklearn", "ensemble", "linear_model", "_loss"), **parameters})


def _sgd(classifies: bool, only: Parameters = NOTHING) -> Adapter:
    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        model = _estimator(call, parameters)
        model.set_params(learning_rate="constant", eta0=1.0, penalty=None, fit_intercept=False, shuffle=False)
        y = signs(x)
        prediction = x * y if classifies else x + y
        classes = {"classes": [-1, 1]} if classifies else {}
        slopes = np.empty_like(x)
        model.partial_fit([[0.0]], [1.0], **classes)
        for i, (start, target) in enumerate(zip(prediction, y, strict=True)):
            model.coef_[...] = start
            model.partial_fit([[1.0]], [target], **classes)
            slopes[i] = start - model.coef_.item()
        values = _sgd_values(model._get_loss_function(model.loss), prediction, y)
        return Reading(values, slopes * y if classifies else slopes)

    return Adapter(read, only=only)


def _sgd_values(loss: Any, prediction: Vector, y: Vector) -> Vector:
    if hasattr(loss, "py_loss"):
        return np.array([loss.py_loss(at, target) for at, target in zip(prediction, y, strict=True)])
    if "Binomial" in type(loss).__name__:
        y = (1.0 + y) / 2.0
    values = np.empty_like(prediction)
    loss.loss(y_true=y, raw_prediction=prediction, sample_weight=None, loss_out=values, n_threads=1)
    return values


def _loss(call: str, x: Vector, parameters: Parameters) -> Reading:
    """The loss inside an estimator, or the loss itself: of a target if the loss has one, of an error if not."""
    estimator = _estimator(call, parameters)
    if hasattr(estimator, "_get_loss"):  # of the linear models without, of boosting with the sample weight
        estimator = estimator._get_loss() if hasattr(estimator, "link") else estimator._get_loss(sample_weight=None)
    y, prediction = signs(x), x + signs(x)
    if "target" in parameters:
        y, prediction = np.full_like(x, parameters["target"]), x
    return Reading(*estimator.loss_gradient(y_true=y, raw_prediction=prediction))


def _exponential(call: str, m: Vector, parameters: Parameters) -> Reading:
    y = signs(m)
    fitted = _estimator(call, parameters).set_params(n_estimators=1).fit([[0.0], [1.0]], [0, 1])
    values, slopes = fitted._loss.loss_gradient(y_true=(1.0 + y) / 2.0, raw_prediction=y * m)
    return Reading(values, slopes * y)


def _multinomial(call: str, x: Vector, parameters: Parameters) -> Reading:
    scores = np.zeros((len(x), int(parameters["classes"])))
    scores[:, 0] = x
    values, slopes = _estimator(call, parameters).loss_gradient(y_true=np.zeros(len(x)), raw_prediction=scores)
    return Reading(values, slopes[:, 0])


def _penalty(call: str, w: Vector, parameters: Parameters) -> Reading:
    """The slope of a penalty, from the target that one example must have for its coefficient to become `w`.

    Beyond the dead zone the coefficient is linear in the target, and there the slopes of penalty and error balance.
    """
    model = _estimator(call, parameters).set_params(fit_intercept=False, tol=1e-14, max_iter=100_000)
    unit = 2.0 if type(model).__name__ == "Ridge" else 1.0
    far = np.sign(w) * 100.0
    reached = [np.array([model.fit([[1.0]], [target]).coef_.item() for target in far * times]) for times in (1, 2)]
    target = far + (w - reached[0]) * far / (reached[1] - reached[0])
    return Reading(None, unit * (target - w))


# Maps a point, its sign and the parameters to the names in a call.
Ask = Callable[[float, float, Parameters], dict[str, Any]]


def _metric(ask: Ask, only: Parameters = NOTHING) -> Adapter:
    """A metric, which averages: asked for one point at a time."""

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        names = {"sklearn": load("sklearn", "metrics"), **parameters}
        points = zip(x.tolist(), signs(x).tolist(), strict=True)
        return Reading(np.array([make(call, {**names, **ask(at, sign, parameters)}) for at, sign in points]), None)

    return Adapter(read, only=only)


_ERROR = _metric(lambda r, target, _: {"target": target, "prediction": r + target})
_PREDICTION = _metric(lambda x, _sign, _: {"x": x})
_PROBABILITY = _metric(lambda p, y, _: {"y": 1, "p": p} if y > 0 else {"y": 0, "p": 1.0 - p})

ADAPTERS = {
    "sklearn:perceptron": _sgd(True),
    "sklearn:hinge": _sgd(True, only={"threshold": 1.0}),
    "sklearn:squared_hinge": _sgd(True),
    "sklearn:modified_huber": _sgd(True),
    "sklearn:log_loss": _sgd(True),
    "sklearn:squared_error_margin": _sgd(True),
    "sklearn:huber": _sgd(False),
    "sklearn:epsilon_insensitive": _sgd(False),
    "sklearn:squared_epsilon_insensitive": _sgd(False),
    "sklearn:exponential": Adapter(_exponential),
    "sklearn:squared_error": Adapter(_loss),
    "sklearn:absolute_error": Adapter(_loss),
    "sklearn:quantile": Adapter(_loss),
    "sklearn:poisson": Adapter(_loss),
    "sklearn:gamma": Adapter(_loss),
    "sklearn:tweedie": Adapter(_loss),
    "sklearn:tweedie_identity": Adapter(_loss),
    "sklearn:half_binomial": Adapter(_loss),
    "sklearn:half_multinomial": Adapter(_multinomial),
    "sklearn:Lasso": Adapter(_penalty, 1e-9),
    "sklearn:Ridge": Adapter(_penalty, 1e-9),
    "sklearn:ElasticNet": Adapter(_penalty, 1e-9),
    "sklearn:zero_one_loss": _metric(lambda m, y, _: {"y": y, "predicted": 1.0 if m * y > 0 else -1.0}),
    "sklearn:hinge_loss_metric": _metric(lambda m, _y, _: {"m": m}, only={"threshold": 1.0}),
    "sklearn:mean_squared_error": _ERROR,
    "sklearn:mean_absolute_error": _ERROR,
    "sklearn:pinball": _ERROR,
    "sklearn:hamming_loss": _metric(lambda p, _y, _: {"p": p, "int": int}),
    "sklearn:log_loss_metric": _PROBABILITY,
    "sklearn:brier_score_loss": _PROBABILITY,
    "sklearn:brier_score_loss_original": _PROBABILITY,
    "sklearn:mean_poisson_deviance": _PREDICTION,
    "sklearn:mean_gamma_deviance": _PREDICTION,
    "sklearn:mean_tweedie_deviance": _PREDICTION,
    "sklearn:mean_squared_log_error": _PREDICTION,
    "sklearn:mean_absolute_percentage_error": _PREDICTION,
}
