"""Calls of other libraries' losses, each found by `library:name`."""

from __future__ import annotations

from functools import partial

from lossplot.losses.entry import Equivalent


def _equivalent(library: str, module: str, name: str, call: str, factor: str = "1") -> Equivalent:
    """Return the equivalent that is found as `library:name`, a call of what is in `module`."""
    return Equivalent(f"{library}:{name}", module + call, factor)


torch = partial(_equivalent, "torch", "torch.nn.")
keras = partial(_equivalent, "keras", "keras.losses.")
optax = partial(_equivalent, "optax", "optax.")
scipy = partial(_equivalent, "scipy", "scipy.")
sklearn = partial(_equivalent, "sklearn", "sklearn.")
metric = partial(_equivalent, "sklearn", "sklearn.metrics.")
norm = partial(_equivalent, "statsmodels", "statsmodels.robust.norms.")
family = partial(_equivalent, "statsmodels", "statsmodels.genmod.families.")


def _objective(library: str, objective: str, factor: str = "1", **parameters: str) -> Equivalent:
    """Return the equivalent that a library of boosted trees calls its `objective`."""
    entries = [f'"objective": "{objective}"', *(f'"{name}": {value}' for name, value in parameters.items())]
    return Equivalent(f"{library}:{objective}", f"{library}.train({{{', '.join(entries)}}})", factor)


xgboost = partial(_objective, "xgboost")
lightgbm = partial(_objective, "lightgbm")


def least_squares(loss: str, scale: str = "") -> Equivalent:
    """Return SciPy's loss of this name, of which `scale` is the width."""
    return scipy(loss, f'optimize.least_squares(loss="{loss}"{scale and f", f_scale={scale}"})')
