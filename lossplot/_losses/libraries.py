"""Calls of other libraries' losses, each found by `library:name`.

An entry of the catalogue gives the call within the module, and the name if that is not what is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TypedDict, Unpack

from lossplot._losses.equivalent import Equivalent

_NONE: Mapping[str, str] = {}
# What PyTorch adds with `full=True` to a Poisson likelihood: Stirling's approximation of log(target!).
STIRLING = "target*log(target) - target + log(2*pi*target)/2 if target > 1 else 0"


class Details(TypedDict, total=False):
    """The details of an equivalent besides its name and call."""

    factor: str
    constant: str
    condition: str
    defaults: tuple[tuple[str, float], ...]


def _equivalent(module: str, call: str, name: str = "", **details: Unpack[Details]) -> Equivalent:
    """Return the equivalent that is called in `module`, and found by the name of what is called unless by another."""
    library, function = module.partition(".")[0], call.partition("(")[0].rpartition(".")[2]
    return Equivalent(f"{library}:{name or function}", f"{module}.{call}", **details)


torch = partial(_equivalent, "torch.nn")
torchvision = partial(_equivalent, "torchvision.ops")
keras = partial(_equivalent, "keras.losses")
timm = partial(_equivalent, "timm.loss")
monai = partial(_equivalent, "monai.losses")
smp = partial(_equivalent, "smp.losses")
optax = partial(_equivalent, "optax")
scipy = partial(_equivalent, "scipy")
sklearn = partial(_equivalent, "sklearn")
metric = partial(_equivalent, "sklearn.metrics")
norm = partial(_equivalent, "statsmodels.robust.norms")
family = partial(_equivalent, "statsmodels.genmod.families")


def ceres(function: str, **arguments: str) -> Equivalent:
    """Return the equivalent in C++ whose cost is half of rho of the squared residual."""
    listed = ", ".join(f"/*{name}=*/{value}" for name, value in arguments.items())
    return Equivalent(f"ceres:{function}", f"ceres::{function}({listed})", condition="the cost is rho(r*r)/2")


def _objective(
    library: str, objective: str, parameters: Mapping[str, str] = _NONE, **details: Unpack[Details]
) -> Equivalent:
    """Return the equivalent that a library of boosted trees calls its `objective`."""
    entries = [f'"objective": "{objective}"', *(f'"{name}": {value}' for name, value in parameters.items())]
    return Equivalent(f"{library}:{objective}", f"{library}.train({{{', '.join(entries)}}})", **details)


xgboost = partial(_objective, "xgboost")
lightgbm = partial(_objective, "lightgbm")


def _catboost(
    model: str, function: str, parameters: Mapping[str, str] = _NONE, **details: Unpack[Details]
) -> Equivalent:
    """Return the equivalent that a model of CatBoost takes as its `loss_function`."""
    words = function + ":" * bool(parameters) + ";".join(f"{name}={value}" for name, value in parameters.items())
    return Equivalent(f"catboost:{function}", f'catboost.{model}(loss_function="{words}")', **details)


catboost_regressor = partial(_catboost, "CatBoostRegressor")
catboost_classifier = partial(_catboost, "CatBoostClassifier")


def _estimator_loss(
    estimator: str, loss: str, parameters: Mapping[str, str] = _NONE, **details: Unpack[Details]
) -> Equivalent:
    """Return the equivalent that an estimator takes as its argument `loss`."""
    arguments = [f'loss="{loss}"', *(f"{keyword}={value}" for keyword, value in parameters.items())]
    module, _, function = estimator.rpartition(".")
    return _equivalent(module, f"{function}({', '.join(arguments)})", loss, **details)


least_squares = partial(_estimator_loss, "scipy.optimize.least_squares")
boosting_regressor = partial(_estimator_loss, "sklearn.ensemble.HistGradientBoostingRegressor")
sgd_classifier = partial(_estimator_loss, "sklearn.linear_model.SGDClassifier")
sgd_regressor = partial(_estimator_loss, "sklearn.linear_model.SGDRegressor")


def _preference(config: str, loss: str, parameters: Mapping[str, str], **details: Unpack[Details]) -> Equivalent:
    """Return the equivalent that a trainer of TRL takes as its `loss_type`."""
    arguments = [f'loss_type="{loss}"', *(f"{keyword}={value}" for keyword, value in parameters.items())]
    return Equivalent(f"trl:{loss}", f"trl.{config}({', '.join(arguments)})", **details)


dpo = partial(_preference, "DPOConfig")
kto = partial(_preference, "KTOConfig")
trl = partial(_equivalent, "trl")
