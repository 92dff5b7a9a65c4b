"""XGBoost: the slope that an objective gives to a booster, and its metrics; in single precision.

Under a penalty that dwarfs the curvature, the one leaf of a tree is minus the slope over the penalty.
The objectives that put a median or a quantile in their leaves tell their slopes to a linear booster, by its bias.
A metric is read at the margin where the boosting starts, the learning rate being 0.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make, signs

_PENALTY = 1e12
_ADAPTIVE = ("reg:absoluteerror", "reg:quantileerror")
# The metrics that are the loss of an objective, some but for a constant.
_METRICS = {
    "binary:logistic": "logloss",
    "reg:logistic": "logloss",
    "reg:absoluteerror": "mae",
    "reg:pseudohubererror": "mphe",
    "reg:quantileerror": "quantile",
    "count:poisson": "poisson-nloglik",
    "reg:gamma": "gamma-nloglik",
    "reg:tweedie": "tweedie-nloglik@{power}",
    "multi:softprob": "mlogloss",
}

Settings = dict[str, Any]


def _adapter(labels: str, only: Parameters = NOTHING, constant: bool = False) -> Adapter:
    """`labels` says what x stands for: a margin, an error or a prediction of the target."""

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        xgboost = load("xgboost")
        settings = make(call, {"xgboost": SimpleNamespace(train=dict), **parameters})
        y = signs(x)
        label, start = {
            "margin": ((1.0 + y) / 2.0, y * x),
            "error": (y, x + y),
            "target": (np.full_like(x, parameters.get("target", 0.0)), x),
        }[labels]
        points = list(zip(start, label, strict=True))
        slopes = np.array([_slope(xgboost, settings, *point) for point in points])
        metric = _METRICS.get(settings["objective"], "").format_map(parameters)
        values = np.array([_metric(xgboost, settings, metric, *point) for point in points]) if metric else None
        return Reading(values, slopes * y if labels == "margin" else slopes)

    return Adapter(read, 1e-5, only, constant=constant)


def _data(xgboost: Any, settings: Settings, start: float, label: float | None = None) -> Any:
    """One sample without features, whose first score is `start`."""
    margin = np.zeros((1, settings.get("num_class", 1)))
    margin[0, 0] = start
    return xgboost.DMatrix(np.zeros((1, 1)), label=None if label is None else [label], base_margin=margin)


def _slope(xgboost: Any, settings: Settings, start: float, label: float) -> float:
    adaptive = settings["objective"] in _ADAPTIVE
    booster = {"booster": "gblinear", "updater": "coord_descent"} if adaptive else {"min_child_weight": 0}
    common = {"eta": 1.0, "lambda": _PENALTY, "nthread": 1, "verbosity": 0}
    model = xgboost.train({**settings, **common, **booster}, _data(xgboost, settings, start, label), 1)
    step = model.predict(_data(xgboost, settings, 0.0), output_margin=True).ravel()[0]
    return float(-step * (1.0 if adaptive else _PENALTY))


def _metric(xgboost: Any, settings: Settings, metric: str, start: float, label: float) -> float:
    history: dict[str, dict[str, list[float]]] = {}
    data = _data(xgboost, settings, start, label)
    common = {"eta": 0.0, "eval_metric": metric, "nthread": 1, "verbosity": 0}
    xgboost.train({**settings, **common}, data, 1, evals=[(data, "here")], evals_result=history, verbose_eval=False)
    ((value,),) = history["here"].values()
    return value


def _metric_alone(label: str, tolerance: float = 1e-5) -> Adapter:
    """A metric of the probability or the mean itself; the objective only says which scores those come from."""

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        xgboost = load("xgboost")
        settings = make(call, {"xgboost": SimpleNamespace(train=dict), **parameters})
        metric = settings.pop("eval_metric")
        target = 1.0 if label == "true" else parameters["target"]
        objective = "binary:logistic" if label == "true" else "reg:gamma"
        start = np.log(x / (1.0 - x)) if label == "true" else np.log(x)
        values = [_metric(xgboost, {"objective": objective, **settings}, metric, at, target) for at in start]
        return Reading(np.array(values), None)

    return Adapter(read, tolerance)


def _aft(call: str, r: Vector, parameters: Parameters) -> Reading:
    """A time of 1, or of more than that if it is censored, at a predicted logarithm of `r`."""
    xgboost = load("xgboost")
    settings = make(call, {"xgboost": SimpleNamespace(train=dict), **parameters})
    upper = np.inf if parameters["censored"] else 1.0
    values, slopes = np.empty_like(r), np.empty_like(r)
    for i, start in enumerate(r):
        data = _data(xgboost, settings, start)
        data.set_float_info("label_lower_bound", [1.0])
        data.set_float_info("label_upper_bound", [upper])
        common = {"eta": 1.0, "lambda": _PENALTY, "min_child_weight": 0, "nthread": 1, "verbosity": 0}
        history: dict[str, dict[str, list[float]]] = {}
        words = {**settings, **common, "eval_metric": "aft-nloglik"}
        model = xgboost.train(words, data, 1, evals=[(data, "here")], evals_result=history, verbose_eval=False)
        ((values[i],),) = history["here"].values()
        step = model.predict(_data(xgboost, settings, 0.0), output_margin=True).ravel()[0]
        slopes[i] = -step * _PENALTY
    return Reading(values, slopes)


def _mistakes(call: str, m: Vector, parameters: Parameters) -> Reading:
    xgboost = load("xgboost")
    settings = make(call, {"xgboost": SimpleNamespace(train=dict)})
    metric = settings.pop("eval_metric")
    points = zip(m, signs(m), strict=True)
    return Reading(np.array([_metric(xgboost, settings, metric, y * at, (1.0 + y) / 2.0) for at, y in points]), None)


ADAPTERS = {
    "xgboost:error": Adapter(_mistakes),
    "xgboost:binary:hinge": _adapter("margin", only={"threshold": 1.0}),
    "xgboost:binary:logistic": _adapter("margin"),
    "xgboost:reg:squarederror": _adapter("error"),
    "xgboost:reg:absoluteerror": _adapter("error"),
    "xgboost:reg:pseudohubererror": _adapter("error"),
    "xgboost:reg:quantileerror": _adapter("error"),
    "xgboost:logloss": _metric_alone("true"),
    "xgboost:gamma-deviance": _metric_alone("target", 1e-4),  # it adds 1e-6
    "xgboost:poisson-nloglik": _metric_alone("target"),
    "xgboost:survival:aft": Adapter(_aft, 1e-5, {"sigma": 2.0}),
    "xgboost:survival:aft_logistic": Adapter(_aft, 1e-5, {"sigma": 2.0}),
    # Farther out its slope, and its density, are cut off.
    "xgboost:survival:aft_extreme": Adapter(_aft, 1e-5, {"sigma": 2.0}, low=-4.0),
    "xgboost:reg:squaredlogerror": _adapter("target"),
    "xgboost:count:poisson": _adapter("target", constant=True),
    "xgboost:reg:gamma": _adapter("target"),
    "xgboost:reg:tweedie": _adapter("target"),
    "xgboost:reg:logistic": _adapter("target"),
    "xgboost:multi:softprob": _adapter("target"),
}
