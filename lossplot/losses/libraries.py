"""Calls of other libraries' losses, each found by `library:name`.

An entry of the catalogue gives the call within the module, and the name if that is not what is called.
"""

from __future__ import annotations

from functools import partial

from lossplot.losses.entry import Equivalent


def _equivalent(module: str, call: str, name: str = "", factor: str = "1") -> Equivalent:
    """Return the equivalent that is called in `module`, and found by the name of what is called unless by another."""
    library, function = module.partition(".")[0], call.partition("(")[0].rpartition(".")[2]
    return Equivalent(f"{library}:{name or function}", f"{module}.{call}", factor)


torch = partial(_equivalent, "torch.nn")
keras = partial(_equivalent, "keras.losses")
optax = partial(_equivalent, "optax")
scipy = partial(_equivalent, "scipy")
sklearn = partial(_equivalent, "sklearn")
metric = partial(_equivalent, "sklearn.metrics")
norm = partial(_equivalent, "statsmodels.robust.norms")
family = partial(_equivalent, "statsmodels.genmod.families")


def _objective(library: str, objective: str, factor: str = "1", **parameters: str) -> Equivalent:
    """Return the equivalent that a library of boosted trees calls its `objective`."""
    entries = [f'"objective": "{objective}"', *(f'"{name}": {value}' for name, value in parameters.items())]
    return Equivalent(f"{library}:{objective}", f"{library}.train({{{', '.join(entries)}}})", factor)


xgboost = partial(_objective, "xgboost")
lightgbm = partial(_objective, "lightgbm")


def _estimator_loss(estimator: str, loss: str, name: str = "", factor: str = "1", **parameters: str) -> Equivalent:
    """Return the equivalent that an estimator takes as its argument `loss`."""
    arguments = [f'loss="{loss}"', *(f"{keyword}={value}" for keyword, value in parameters.items())]
    module, _, function = estimator.rpartition(".")
    return _equivalent(module, f"{function}({', '.join(arguments)})", name or loss, factor)


least_squares = partial(_estimator_loss, "scipy.optimize.least_squares")
boosting_regressor = partial(_estimator_loss, "sklearn.ensemble.HistGradientBoostingRegressor")
sgd_classifier = partial(_estimator_loss, "sklearn.linear_model.SGDClassifier")
sgd_regressor = partial(_estimator_loss, "sklearn.linear_model.SGDRegressor")
