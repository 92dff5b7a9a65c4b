"""Optax, in double; slopes by jax.grad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make, signs

# Maps jax.numpy, the points, their signs and the parameters to the names in the declared call.
Names = Callable[[Any, Any, Any, Parameters], dict[str, Any]]


def _adapter(names: Names, tolerance: float = 1e-12, only: Parameters = NOTHING) -> Adapter:
    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        jax, optax = load("jax", "numpy"), load("optax")
        jax.config.update("jax_enable_x64", True)
        sign = jax.numpy.asarray(signs(x))

        def values(points: Any) -> Any:
            variables = names(jax.numpy, points, sign, parameters)
            return make(call, {"optax": optax, "jax": jax, **parameters, **variables})

        points = jax.numpy.asarray(x)
        slopes = jax.grad(lambda at: values(at).sum())(points)
        return Reading(np.asarray(values(points)), np.asarray(slopes))

    return Adapter(read, tolerance, only)


def _error(_jnp: Any, r: Any, target: Any, _parameters: Parameters) -> dict[str, Any]:
    return {"prediction": r + target, "target": target}


def _margin(_jnp: Any, m: Any, y: Any, _parameters: Parameters) -> dict[str, Any]:
    return {"f": y * m, "y": y}


def _binary(_jnp: Any, m: Any, y: Any, _parameters: Parameters) -> dict[str, Any]:
    return {"f": y * m, "y": (1.0 + y) / 2.0}


def _gap(jnp: Any, x: Any, y: Any, _parameters: Parameters) -> dict[str, Any]:
    """Two scores, of which the true one stands `x` above the other."""
    scores = jnp.stack([jnp.where(y > 0, x, 0.0), jnp.where(y > 0, 0.0, x)], 1)
    return {"scores": scores, "label": (y < 0).astype(int)}


def _logit(jnp: Any, p: Any, y: Any, _parameters: Parameters) -> dict[str, Any]:
    return {"logits": y * (jnp.log(p) - jnp.log1p(-p)), "labels": (1.0 + y) / 2.0}


def _positive_logit(jnp: Any, p: Any, _sign: Any, _parameters: Parameters) -> dict[str, Any]:
    return {"logits": jnp.log(p) - jnp.log1p(-p), "labels": jnp.ones_like(p)}


def _pixel(jnp: Any, p: Any, _sign: Any, _parameters: Parameters) -> dict[str, Any]:
    """One positive pixel an image."""
    return {"logits": (jnp.log(p) - jnp.log1p(-p))[:, None], "labels": jnp.ones_like(p)[:, None]}


def _two_classes(jnp: Any, p: Any, y: Any, _parameters: Parameters) -> dict[str, Any]:
    first, label = jnp.where(y > 0, p, 1.0 - p), (1.0 + y) / 2.0
    return {"logits": jnp.log(jnp.stack([first, 1.0 - first], 1)), "labels": jnp.stack([label, 1.0 - label], 1)}


def _target(jnp: Any, x: Any, _sign: Any, parameters: Parameters) -> dict[str, Any]:
    return {"x": x, "target": jnp.full_like(x, parameters["target"])}


def _softmax(jnp: Any, x: Any, _sign: Any, parameters: Parameters) -> dict[str, Any]:
    others = jnp.zeros((len(x), int(parameters["classes"]) - 1))
    return {"logits": jnp.concatenate([x[:, None], others], 1), "label": jnp.zeros(len(x), int)}


def _triplet(jnp: Any, x: Any, _sign: Any, _parameters: Parameters) -> dict[str, Any]:
    """On a line: the anchor at 0, the negative at distance 100, the positive `x` farther."""
    anchor = jnp.zeros_like(x)[:, None]
    return {"anchor": anchor, "positive": 100.0 + x[:, None], "negative": anchor + 100.0}


def _vectors(jnp: Any, s: Any, _sign: Any, _parameters: Parameters) -> dict[str, Any]:
    """Pairs of plane vectors with cosine `s`."""
    u = jnp.stack([jnp.ones_like(s), jnp.zeros_like(s)], 1)
    return {"u": u, "v": jnp.stack([s, jnp.sqrt(1.0 - s**2)], 1)}


def _point(call: str, x: Vector, parameters: Parameters) -> Reading:
    """A call of one x."""
    jax, optax = load("jax", "numpy"), load("optax")
    jax.config.update("jax_enable_x64", True)

    def value(at: Any) -> Any:
        return make(call, {"optax": optax, "jax": jax, "float": float, "x": at})

    points = jax.numpy.asarray(x)
    return Reading(np.asarray(jax.vmap(value)(points)), np.asarray(jax.vmap(jax.grad(value))(points)))


def _ntxent(call: str, s: Vector, parameters: Parameters) -> Reading:
    """One pair of vectors with cosine `s`, and others whose cosine with either is `negative`, each its own label."""
    jax, optax = load("jax", "numpy"), load("optax")
    jax.config.update("jax_enable_x64", True)
    jnp, count, negative = jax.numpy, int(parameters["negatives"]), parameters["negative"]

    def value(at: Any) -> Any:
        along = negative * jnp.sqrt(2.0 / (1.0 + at))  # in the direction halfway between the two
        pair = jnp.array([[jnp.sqrt((1.0 + at) / 2.0), sign * jnp.sqrt((1.0 - at) / 2.0), 0.0] for sign in (1.0, -1.0)])
        other = jnp.array([[along, 0.0, jnp.sqrt(1.0 - along**2)]])
        vectors = jnp.concatenate([pair, jnp.repeat(other, count, 0)])
        labels = jnp.concatenate([jnp.zeros(2), jnp.arange(1, count + 1)])
        return make(call, {"optax": optax, "embeddings": vectors, "labels": labels})

    points = jnp.asarray(s)
    return Reading(np.asarray(jax.vmap(value)(points)), np.asarray(jax.vmap(jax.grad(value))(points)))


ADAPTERS = {
    "optax:squared_error": _adapter(_error),
    "optax:l2_loss": _adapter(_error),
    "optax:huber_loss": _adapter(_error),
    "optax:log_cosh": _adapter(_error),
    "optax:perceptron_loss": _adapter(_margin),
    "optax:hinge_loss": _adapter(_margin, only={"threshold": 1.0}),
    "optax:multiclass_hinge_loss": _adapter(_gap, only={"threshold": 1.0}),
    "optax:multiclass_perceptron_loss": _adapter(_gap),
    "optax:sparsemax_loss": _adapter(_binary),
    "optax:multiclass_sparsemax_loss": _adapter(_gap),
    "optax:sigmoid_binary_cross_entropy": _adapter(_binary),
    "optax:sigmoid_focal_loss": _adapter(_logit),
    "optax:sigmoid_focal_loss_alpha": _adapter(_positive_logit),
    "optax:poly_loss_cross_entropy": _adapter(_two_classes),
    "optax:dice_loss": _adapter(_pixel),
    "optax:dice_loss_tversky": _adapter(_pixel),
    "optax:convex_kl_divergence": Adapter(_point),
    "optax:generalized_kl_divergence": Adapter(_point),
    "optax:kl_divergence": Adapter(_point),
    "optax:kl_divergence_with_log_targets": Adapter(_point),
    "optax:sigmoid_binary_cross_entropy_soft": _adapter(_target),
    "optax:softmax_cross_entropy": _adapter(_softmax),
    "optax:triplet_margin_loss": _adapter(_triplet, 1e-8),  # it adds 1e-6 to the squared distances
    "optax:cosine_distance": _adapter(_vectors),
    "optax:ntxent": Adapter(_ntxent, 1e-8, only={"negative": 0.0, "negatives": 7.0}),
}
