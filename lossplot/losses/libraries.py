"""Calls of other libraries' losses, each found by `library:name`."""

from __future__ import annotations

from functools import partial

from lossplot.losses.entry import Equivalent


def _called(library: str, module: str, name: str, call: str, factor: str = "1") -> Equivalent:
    """Return the equivalent that is found as `library:name`, a call of what is in `module`."""
    return Equivalent(f"{library}:{name}", module + call, factor)


torch = partial(_called, "torch", "torch.nn.")
keras = partial(_called, "keras", "keras.losses.")
optax = partial(_called, "optax", "optax.")
scipy = partial(_called, "scipy", "scipy.")
sklearn = partial(_called, "sklearn", "sklearn.")
metric = partial(_called, "sklearn", "sklearn.metrics.")
norm = partial(_called, "statsmodels", "statsmodels.robust.norms.")
family = partial(_called, "statsmodels", "statsmodels.genmod.families.")


def _trained(library: str, objective: str, factor: str = "1", **parameters: str) -> Equivalent:
    """Return the equivalent that a library of boosted trees calls its `objective`."""
    entries = [f'"objective": "{objective}"', *(f'"{name}": {value}' for name, value in parameters.items())]
    return Equivalent(f"{library}:{objective}", f"{library}.train({{{', '.join(entries)}}})", factor)


xgboost = partial(_trained, "xgboost")
lightgbm = partial(_trained, "lightgbm")


def least_squares(loss: str, scale: str = "") -> Equivalent:
    """Return SciPy's loss of this name, of which `scale` is the width."""
    return scipy(loss, f'optimize.least_squares(loss="{loss}"{scale and f", f_scale={scale}"})')
