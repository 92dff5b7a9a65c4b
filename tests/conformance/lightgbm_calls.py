"""LightGBM: the slope that an objective gives to the leaves of a tree, and the metric of the same name.

A tree with a leaf for each point is refitted to the objective: under a penalty that dwarfs the curvature,
a leaf is minus the slope over the penalty.  Slopes are in single precision, metrics in double.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from .library import Adapter, Parameters, Reading, Vector, load, make, signs

_PENALTY = 1e12
_COMMON = {
    "verbosity": -1,
    "num_threads": 1,
    "boost_from_average": False,
    "feature_pre_filter": False,
    "min_data_in_leaf": 1,
    "min_data_in_bin": 1,
    "min_sum_hessian_in_leaf": 0.0,
}
# The metric of an objective, where it has another name, or None where it is on another scale.
_METRICS = {"binary": "binary_logloss", "multiclass": "multi_logloss", "l2": None}

Settings = dict[str, Any]


def _adapter(labels: str) -> Adapter:
    """`labels` says what x stands for: a margin, an error or a prediction of the target."""

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        lightgbm = load("lightgbm")
        settings = make(call, {"lightgbm": SimpleNamespace(train=dict), **parameters})
        y = signs(x)
        label, score = {
            "margin": ((1.0 + y) / 2.0, y * x),
            "error": (y, x + y),
            "target": (np.full_like(x, parameters.get("target", 0.0)), x),
        }[labels]
        scores = np.zeros((len(x), settings.get("num_class", 1)))
        scores[:, 0] = score
        metric = _METRICS.get(settings["objective"], settings["objective"])
        points = zip(scores, label, strict=True)
        values = np.array([_metric(lightgbm, settings, metric, *point) for point in points]) if metric else None
        slopes = _slopes(lightgbm, settings, scores, label)
        return Reading(values, slopes * y if labels == "margin" else slopes)

    return Adapter(read, 1e-5)


def _slopes(lightgbm: Any, settings: Settings, scores: Vector, label: Vector) -> Vector:
    """The slope in the first of the `scores`, of shape (n, classes)."""
    n, classes = scores.shape
    number = np.arange(n, dtype=np.float64)
    # First a tree that gives each point a leaf of its own; its objective does not matter.
    objective = {"objective": "multiclass", "num_class": classes} if classes > 1 else {"objective": "l2"}
    label_of_its_own = number % classes if classes > 1 else number
    score_of_its_own = np.outer(np.arange(classes), number / n).ravel()
    model = lightgbm.train(
        {**_COMMON, **objective, "num_leaves": n, "learning_rate": 1.0},
        lightgbm.Dataset(number[:, None], label_of_its_own, init_score=score_of_its_own),
        num_boost_round=1,
    )
    assert model.dump_model()["tree_info"][0]["num_leaves"] == n
    model.params = {**_COMMON, **settings, "lambda_l2": _PENALTY, "learning_rate": 1.0}
    fitted = model.refit(number[:, None], label, decay_rate=0.0, init_score=scores.ravel(order="F"))
    return -_PENALTY * np.asarray(fitted.predict(number[:, None], raw_score=True)).reshape(n, classes)[:, 0]


def _metric(lightgbm: Any, settings: Settings, metric: str, score: Vector, label: float) -> float:
    data = lightgbm.Dataset(np.zeros((1, 1)), [label], init_score=score, params=_COMMON)
    ((_, _, value, _),) = lightgbm.Booster({**_COMMON, **settings, "metric": metric}, data).eval_train()
    return float(value)


def _gamma_deviance(call: str, x: Vector, parameters: Parameters) -> Reading:
    """A metric of the mean; the objective only says that it comes from its logarithm."""
    lightgbm = load("lightgbm")
    metric = make(call, {"lightgbm": SimpleNamespace(train=dict), **parameters})["metric"]
    scores = np.log(x)[:, None]
    values = [_metric(lightgbm, {"objective": "gamma"}, metric, score, parameters["target"]) for score in scores]
    return Reading(np.array(values), None)


ADAPTERS = {
    "lightgbm:binary": _adapter("margin"),
    "lightgbm:l2": _adapter("error"),
    "lightgbm:l1": _adapter("error"),
    "lightgbm:huber": _adapter("error"),
    "lightgbm:fair": _adapter("error"),
    "lightgbm:quantile": _adapter("error"),
    "lightgbm:mape": _adapter("target"),
    "lightgbm:poisson": _adapter("target"),
    "lightgbm:gamma": _adapter("target"),
    "lightgbm:tweedie": _adapter("target"),
    "lightgbm:cross_entropy": _adapter("target"),
    "lightgbm:multiclass": _adapter("target"),
    "lightgbm:gamma_deviance": Adapter(_gamma_deviance, 1e-5),
}
