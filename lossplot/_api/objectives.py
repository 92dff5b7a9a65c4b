"""Functions of a program that compute a gradient: of one array, or objectives of boosting libraries as they stand."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from lossplot._errors import RequestError, quote_value
from lossplot._formula.evaluate import Array

# What arguments are called that hold the labels, the predictions, and the data of a library.
_LABELS = re.compile(r"y|t|.*(true|target|label|actual|truth).*", re.IGNORECASE)
_PREDICTIONS = re.compile(r"f|.*(pred|score|logit|margin|y_?hat|output|approx).*", re.IGNORECASE)
_DATA = re.compile(r".*(train|data|dmat|matrix).*", re.IGNORECASE)
# Functions of x; of labels and predictions, in either order; of predictions and data; CatBoost's objects.
Kind = Literal["x", "labels first", "labels last", "data", "catboost"]


@dataclass(frozen=True, slots=True)
class TrainingData:
    """The labels of examples of equal weight, as an xgboost.DMatrix or a lightgbm.Dataset gives them."""

    label: Array

    def get_label(self) -> Array:
        """Return the labels."""
        return self.label

    def get_weight(self) -> Array:
        """Return a weight of one for each example."""
        return np.ones_like(self.label)

    def get_float_info(self, field: str) -> Array:
        """Return the labels or the weights, by the name that they have there."""
        return self.get_weight() if field == "weight" else self.label

    def get_field(self, field: str) -> Array:
        """Return the labels or the weights, by the name that they have there."""
        return self.get_float_info(field)

    def num_row(self) -> int:
        """Return the number of examples."""
        return len(self.label)

    def num_data(self) -> int:
        """Return the number of examples."""
        return len(self.label)


def kind_of(function: Any) -> Kind:
    """Return which arguments `function` takes, by their names; of two that say nothing the second is the data."""
    if hasattr(function, "calc_ders_range"):
        return "catboost"
    names = _required(function)
    if len(names) < 2:
        return "x"
    first, second = names[:2]
    if _DATA.fullmatch(second):
        return "data"
    if _PREDICTIONS.fullmatch(second) or (_LABELS.fullmatch(first) and not _PREDICTIONS.fullmatch(first)):
        return "labels first"
    return "labels last" if _LABELS.fullmatch(second) else "data"


def call(function: Callable[..., Any], kind: Kind, labels: Array, predictions: Array) -> list[Array]:
    """Return what `function` gives for these examples: the gradient, and the Hessian if it gives one."""
    if kind == "catboost":
        pairs = np.array(function.calc_ders_range(predictions.tolist(), labels.tolist(), None), dtype=np.float64)  # type: ignore[attr-defined]
        # CatBoost climbs.
        return [-pairs[:, 0], -pairs[:, 1]]
    arguments: dict[Kind, Sequence[Any]] = {
        "x": (predictions,),
        "labels first": (labels, predictions),
        "labels last": (predictions, labels),
        "data": (predictions, TrainingData(labels)),
    }
    result = function(*arguments[kind])
    parts = result if isinstance(result, tuple | list) and len(result) == 2 and np.ndim(result[0]) else (result,)
    return [_numbers(part, predictions) for part in parts]


def _numbers(part: Any, predictions: Array) -> Array:
    if hasattr(part, "detach"):
        part = part.detach()
    try:
        numbers = np.asarray(part, dtype=np.float64)
    except (TypeError, ValueError):
        raise RequestError(f"the function gives {quote_value(part)}; it must give an array of numbers") from None
    if numbers.ndim == 0:
        return np.full(predictions.shape, float(numbers))
    if numbers.size != predictions.size:
        raise RequestError(f"the function gives {numbers.size} numbers for {predictions.size}; give one for each")
    return numbers.reshape(predictions.shape)


def _required(function: Callable[..., Any]) -> list[str]:
    """The names of the positional arguments that a function needs."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # built in, such as a ufunc of NumPy
        return ["x"]
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [each.name for each in parameters if each.kind in kinds and each.default is inspect.Parameter.empty]
