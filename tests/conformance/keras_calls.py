"""Keras on the PyTorch backend; slopes by PyTorch's autograd.

Asked in double, though some of its operations drop to single precision.
Some losses keep clear of zero by its epsilon, 1e-7.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make, signs

# Maps torch, the points, their signs and the parameters to targets and predictions of shape (n, classes).
Ask = Callable[[Any, Any, Any, Parameters], tuple[Any, Any]]

_SINGLE, _EPSILON = 1e-6, 1e-5


def _load() -> tuple[Any, Any]:
    torch = load("torch")
    torch.set_default_dtype(torch.float64)
    os.environ.setdefault("KERAS_BACKEND", "torch")
    keras = load("keras")
    if keras.backend.backend() != "torch":
        pytest.skip("Keras runs on another backend here; set KERAS_BACKEND=torch")
    keras.config.set_floatx("float64")
    return torch, keras


def _adapter(ask: Ask, tolerance: float = _SINGLE, only: Parameters = NOTHING, low: float = -np.inf) -> Adapter:
    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        torch, keras = _load()
        points = torch.tensor(x, requires_grad=True)
        true, predicted = ask(torch, points, torch.tensor(signs(x)), parameters)
        loss = make(call, {"keras": keras, "u": true, "v": predicted, **parameters})
        if isinstance(loss, keras.losses.Loss):
            loss.reduction = None
            values = torch.cat([loss(true[i : i + 1], predicted[i : i + 1]).reshape(1) for i in range(len(x))])
        else:
            values = loss
        (slopes,) = torch.autograd.grad(values.sum(), points)
        return Reading(np.asarray(values.detach()), np.asarray(slopes))

    return Adapter(read, tolerance, only, low)


def _tversky() -> Adapter:
    """Up to Keras 3.15.1 alpha weighs what is missed, and not beta: keras-team/keras, pull request 23333."""
    adapter = _adapter(_pixel, _EPSILON)

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        _, keras = _load()
        release = tuple(int(part) for part in keras.__version__.split(".")[:3])
        return adapter.read(call.replace("beta=", "alpha=") if release <= (3, 15, 1) else call, x, parameters)

    return adapter._replace(read=read)


def _error(_torch: Any, r: Any, target: Any, _parameters: Parameters) -> tuple[Any, Any]:
    return target[:, None], (r + target)[:, None]


def _margin(_torch: Any, m: Any, y: Any, _parameters: Parameters) -> tuple[Any, Any]:
    return y[:, None], (y * m)[:, None]


def _binary(_torch: Any, m: Any, y: Any, _parameters: Parameters) -> tuple[Any, Any]:
    return (1.0 + y[:, None]) / 2.0, (y * m)[:, None]


def _probability(torch: Any, p: Any, y: Any, _parameters: Parameters) -> tuple[Any, Any]:
    """Label 1 or 0 by the sign, and the probability of label 1."""
    return (1.0 + y[:, None]) / 2.0, torch.where(y > 0, p, 1.0 - p)[:, None]


def _two_classes(torch: Any, p: Any, y: Any, _parameters: Parameters) -> tuple[Any, Any]:
    """A label in one-hot code, and the probabilities of both labels."""
    label = (1.0 + y) / 2.0
    first = torch.where(y > 0, p, 1.0 - p)
    return torch.stack([label, 1.0 - label], 1), torch.stack([first, 1.0 - first], 1)


def _which_class(torch: Any, p: Any, y: Any, parameters: Parameters) -> tuple[Any, Any]:
    """A label by its number, and the probabilities of both labels."""
    true, predicted = _two_classes(torch, p, y, parameters)
    return 1 - true[:, 0], predicted


def _many_classes(torch: Any, p: Any, _sign: Any, parameters: Parameters) -> tuple[Any, Any]:
    """The first of all classes in one-hot code, and a probability shared evenly by the others."""
    others = int(parameters["classes"]) - 1
    predicted = torch.cat([p[:, None], ((1.0 - p[:, None]) / others).expand(-1, others)], 1)
    return torch.nn.functional.one_hot(torch.zeros(len(p), dtype=torch.long), others + 1), predicted


def _gap(torch: Any, x: Any, y: Any, _parameters: Parameters) -> tuple[Any, Any]:
    """A label in one-hot code, and two scores, of which the true one stands `x` above the other."""
    label, zero = (1.0 + y) / 2.0, torch.zeros_like(x)
    scores = torch.stack([torch.where(y > 0, x, zero), torch.where(y > 0, zero, x)], 1)
    return torch.stack([label, 1.0 - label], 1), scores


def _softmax(torch: Any, x: Any, _sign: Any, parameters: Parameters) -> tuple[Any, Any]:
    others = torch.zeros(len(x), int(parameters["classes"]) - 1, dtype=x.dtype)
    return torch.zeros(len(x), 1), torch.cat([x[:, None], others], 1)


def _one_hot_softmax(torch: Any, x: Any, sign: Any, parameters: Parameters) -> tuple[Any, Any]:
    _, scores = _softmax(torch, x, sign, parameters)
    return torch.nn.functional.one_hot(torch.zeros(len(x), dtype=torch.long), scores.shape[1]), scores


def _target(torch: Any, x: Any, _sign: Any, parameters: Parameters) -> tuple[Any, Any]:
    return torch.full_like(x, parameters["target"])[:, None], x[:, None]


def _soft_classes(torch: Any, x: Any, _sign: Any, parameters: Parameters) -> tuple[Any, Any]:
    target = torch.full_like(x, parameters["target"])
    return torch.stack([target, 1.0 - target], 1), torch.stack([x, 1.0 - x], 1)


def _pixel(torch: Any, p: Any, _sign: Any, _parameters: Parameters) -> tuple[Any, Any]:
    """One positive pixel an image."""
    return torch.ones_like(p)[:, None], p[:, None]


def _vectors(torch: Any, s: Any, _sign: Any, _parameters: Parameters) -> tuple[Any, Any]:
    """Pairs of plane vectors with cosine `s`."""
    axis = torch.stack([torch.ones_like(s), torch.zeros_like(s)], 1)
    return axis, torch.stack([s, (1.0 - s**2).sqrt()], 1)


def _regularizer(call: str, w: Vector, parameters: Parameters) -> Reading:
    torch, keras = _load()
    points = torch.tensor(w, requires_grad=True)
    penalty = make(call, {"keras": keras, **parameters})
    values = torch.stack([penalty(points[i]) for i in range(len(w))])
    (slopes,) = torch.autograd.grad(values.sum(), points)
    return Reading(np.asarray(values.detach()), np.asarray(slopes))


ADAPTERS = {
    "keras:L1": Adapter(_regularizer, _SINGLE),
    "keras:L2": Adapter(_regularizer, _SINGLE),
    "keras:mean_squared_error": _adapter(_error),
    "keras:mean_absolute_error": _adapter(_error),
    "keras:huber": _adapter(_error),
    "keras:log_cosh": _adapter(_error),
    "keras:hinge": _adapter(_margin, only={"threshold": 1.0}),
    "keras:categorical_hinge": _adapter(_gap, only={"threshold": 1.0}),
    "keras:squared_hinge": _adapter(_margin),
    "keras:binary_crossentropy_from_logits": _adapter(_binary),
    "keras:binary_crossentropy": _adapter(_probability),
    "keras:binary_crossentropy_label_smoothing": _adapter(_probability, only={"classes": 2.0}),
    "keras:categorical_crossentropy": _adapter(_two_classes),
    "keras:mean_squared_error_probability": _adapter(_probability),
    "keras:mean_absolute_error_probability": _adapter(_probability),
    "keras:binary_focal_crossentropy": _adapter(_probability),
    "keras:binary_focal_crossentropy_alpha": _adapter(_pixel),
    "keras:categorical_focal_crossentropy": _adapter(_two_classes),
    "keras:categorical_generalized_cross_entropy": _adapter(_which_class),
    "keras:categorical_crossentropy_label_smoothing": _adapter(_many_classes),
    "keras:dice": _adapter(_pixel, _EPSILON),
    "keras:tversky": _tversky(),
    "keras:poisson": _adapter(_target, _EPSILON),
    "keras:binary_crossentropy_soft": _adapter(_target),
    "keras:kl_divergence": _adapter(_soft_classes),
    "keras:mean_squared_logarithmic_error": _adapter(_target, low=0.0),
    "keras:mean_absolute_percentage_error": _adapter(_target),
    "keras:binary_crossentropy_logits": _adapter(_target),
    "keras:sparse_categorical_crossentropy_from_logits": _adapter(_softmax),
    "keras:sparse_categorical_crossentropy": _adapter(_which_class),
    "keras:categorical_crossentropy_from_logits": _adapter(_one_hot_softmax),
    "keras:cosine_similarity": _adapter(_vectors),
}
