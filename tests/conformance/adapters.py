"""An adapter for every equivalent that the catalogue names, by that name."""

from __future__ import annotations

from types import MappingProxyType

from . import (
    catboost_calls,
    keras_calls,
    lightgbm_calls,
    optax_calls,
    scipy_calls,
    sklearn_calls,
    statsmodels_calls,
    torch_calls,
    vision_calls,
    xgboost_calls,
)

_MODULES = (
    torch_calls,
    vision_calls,
    keras_calls,
    optax_calls,
    sklearn_calls,
    scipy_calls,
    statsmodels_calls,
    xgboost_calls,
    lightgbm_calls,
    catboost_calls,
)
ADAPTERS = MappingProxyType({name: adapter for module in _MODULES for name, adapter in module.ADAPTERS.items()})
