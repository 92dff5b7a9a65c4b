"""CatBoost: its metrics, which tell values alone, at one raw score each.

A metric that has the name of a loss is that loss, but RMSE, which is the root of a mean.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make, signs


def _adapter(labels: str, tolerance: float = 1e-6, only: Parameters = NOTHING) -> Adapter:
    """`labels` says what x stands for: a margin, an error, a probability of label 1 or a prediction of the target."""

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        utils = load("catboost", "utils").utils
        model = SimpleNamespace(CatBoostRegressor=dict, CatBoostClassifier=dict)
        metric = make(call, {"catboost": model})["loss_function"]
        y = signs(x)
        label, score = {
            "margin": ((1.0 + y) / 2.0, y * x),
            "error": (y, x + y),
            "probability": (np.ones_like(x), np.log(x) - np.log1p(-x)),
            "target": (np.full_like(x, parameters.get("target", 0.0)), x),
        }[labels]
        points = zip(label, score, strict=True)
        return Reading(np.array([utils.eval_metric([to], [at], metric)[0] for to, at in points]), None)

    return Adapter(read, tolerance, only)


def _root(call: str, r: Vector, parameters: Parameters) -> Reading:
    values = _adapter("error").read(call, r, parameters).values
    assert values is not None
    return Reading(values**2 / 2.0, None)


def _classes(call: str, x: Vector, parameters: Parameters) -> Reading:
    utils = load("catboost", "utils").utils
    others = int(parameters["classes"]) - 1

    def value(at: float) -> Any:
        return utils.eval_metric([0], [[at, *[0.0] * others]], "MultiClass")[0]

    return Reading(np.array([value(at) for at in x]), None)


ADAPTERS = {
    "catboost:Logloss": _adapter("margin"),
    "catboost:RMSE": Adapter(_root, 1e-6),
    "catboost:MAE": _adapter("error"),
    "catboost:Huber": _adapter("error"),
    "catboost:LogCosh": _adapter("error", 2e-4),  # in less than single precision
    "catboost:Quantile": _adapter("error"),
    "catboost:Expectile": _adapter("error"),
    "catboost:Lq": _adapter("error", only={"p": 1.5}),
    "catboost:MAPE": _adapter("target"),
    "catboost:Focal": _adapter("probability", only={"alpha": 0.25}),
    "catboost:Poisson": _adapter("target"),
    "catboost:Tweedie": _adapter("target"),
    "catboost:CrossEntropy": _adapter("target"),
    "catboost:MultiClass": Adapter(_classes, 1e-6),
}
