"""PyTorch, in double; slopes by autograd."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make, signs

# Maps torch, the result of the declared call, the points, their signs and the parameters to the values.
Apply = Callable[[Any, Any, Any, Any, Parameters], Any]


def _adapter(apply: Apply, tolerance: float = 1e-12, only: Parameters = NOTHING) -> Adapter:
    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        torch = load("torch")
        torch.set_default_dtype(torch.float64)
        points = torch.tensor(x, requires_grad=True)
        u, v = _vectors(torch, points)
        loss = make(call, {"torch": torch, "m": points, "r": points, "x": points, "u": u, "v": v, **parameters})
        if isinstance(loss, torch.nn.Module):
            loss.reduction = "none"
        values = apply(torch, loss, points, torch.tensor(signs(x)), parameters)
        (slopes,) = torch.autograd.grad(values.sum(), points)
        return Reading(np.asarray(values.detach()), np.asarray(slopes))

    return Adapter(read, tolerance, only)


def _vectors(torch: Any, s: Any) -> tuple[Any, Any]:
    """Pairs of plane vectors, each with cosine `s`: shape (n, 2) each."""
    inside = s.clamp(-1.0, 1.0)
    return torch.stack([torch.ones_like(s), torch.zeros_like(s)], 1), torch.stack([s, (1.0 - inside**2).sqrt()], 1)


def _value(_torch: Any, values: Any, _x: Any, _sign: Any, _parameters: Parameters) -> Any:
    """The declared call is already the value."""
    return values


def _error(_torch: Any, loss: Any, x: Any, target: Any, _parameters: Parameters) -> Any:
    return loss(x + target, target)


def _margin(_torch: Any, loss: Any, m: Any, y: Any, _parameters: Parameters) -> Any:
    return loss(y * m, y)


def _target(torch: Any, loss: Any, x: Any, _sign: Any, parameters: Parameters) -> Any:
    return loss(x, torch.full_like(x, parameters["target"]))


def _probability(torch: Any, loss: Any, p: Any, y: Any, _parameters: Parameters) -> Any:
    """Label 1 or 0 by the sign, and the probability of label 1."""
    return loss(torch.where(y > 0, p, 1.0 - p), (1.0 + y) / 2.0)


def _gap(torch: Any, loss: Any, x: Any, y: Any, _parameters: Parameters) -> Any:
    """Two scores, of which the true one stands `x` above the other."""
    zero = torch.zeros_like(x)
    return loss(torch.stack([torch.where(y > 0, x, zero), torch.where(y > 0, zero, x)], 1), (y < 0).long())


def _ranking(torch: Any, loss: Any, m: Any, y: Any, _parameters: Parameters) -> Any:
    return loss(y * m, torch.zeros_like(m), y)


def _one_label(torch: Any, loss: Any, x: Any, _sign: Any, _parameters: Parameters) -> Any:
    """Two scores, of which the first is the only label's."""
    return loss(torch.stack([x, torch.zeros_like(x)], 1), torch.tensor([[0, -1]] * len(x)))


def _column(_torch: Any, loss: Any, m: Any, y: Any, _parameters: Parameters) -> Any:
    return loss((y * m)[:, None], ((1.0 + y) / 2.0)[:, None])


def _gaussian(torch: Any, loss: Any, r: Any, target: Any, parameters: Parameters) -> Any:
    return loss(r + target, target, torch.full_like(r, parameters["sigma"] ** 2))


def _variance(torch: Any, loss: Any, x: Any, _sign: Any, parameters: Parameters) -> Any:
    return loss(torch.full_like(x, parameters["residual"]), torch.zeros_like(x), x)


def _distance(torch: Any, loss: Any, x: Any, _sign: Any, parameters: Parameters) -> Any:
    return loss(x, torch.full_like(x, parameters["label"]))


def _nll(torch: Any, loss: Any, p: Any, y: Any, _parameters: Parameters) -> Any:
    first = torch.where(y > 0, p, 1.0 - p)
    return loss(torch.stack([first, 1.0 - first], 1).log(), (y < 0).long())


def _first_class(torch: Any, loss: Any, logit: Any, other: Any, others: int) -> Any:
    """Cross-entropy of class 0, whose logit is `logit` where each of `others` classes has `other`."""
    logits = torch.cat([logit[:, None], other[:, None].expand(-1, others)], 1)
    return loss(logits, torch.zeros(len(logit), dtype=torch.long))


def _softmax(torch: Any, loss: Any, x: Any, _sign: Any, parameters: Parameters) -> Any:
    return _first_class(torch, loss, x, torch.zeros_like(x), int(parameters["classes"]) - 1)


def _smoothed(torch: Any, loss: Any, p: Any, _sign: Any, parameters: Parameters) -> Any:
    others = int(parameters["classes"]) - 1
    return _first_class(torch, loss, p.log(), ((1.0 - p) / others).log(), others)


def _info_nce(torch: Any, loss: Any, s: Any, _sign: Any, parameters: Parameters) -> Any:
    negative = torch.full_like(s, parameters["negative"])
    temperature = parameters["temperature"]
    return _first_class(torch, loss, s / temperature, negative / temperature, int(parameters["negatives"]))


def _kl(torch: Any, loss: Any, x: Any, _sign: Any, parameters: Parameters) -> Any:
    target = torch.full_like(x, parameters["target"])
    true = torch.stack([target, 1.0 - target], 1)
    return loss(torch.stack([x, 1.0 - x], 1).log(), true.log() if loss.log_target else true).sum(1)


def _triplet(torch: Any, loss: Any, x: Any, _sign: Any, _parameters: Parameters) -> Any:
    """On a line: the anchor at 0, the negative at distance 100, the positive `x` farther."""
    anchor = torch.zeros_like(x)[:, None]
    return loss(anchor, anchor - (100.0 + x[:, None]), anchor - 100.0)


def _cosine(torch: Any, loss: Any, s: Any, _sign: Any, parameters: Parameters) -> Any:
    return loss(*_vectors(torch, s), torch.full_like(s, parameters["label"]))


ADAPTERS = {
    "torch:mse": _adapter(_error),
    "torch:l1": _adapter(_error),
    "torch:mse_critic": _adapter(_target),
    "torch:huber": _adapter(_error),
    "torch:smooth_l1": _adapter(_error),
    "torch:gaussian_nll": _adapter(_gaussian),
    "torch:gaussian_nll_full": _adapter(_gaussian),
    "torch:laplace_nll": _adapter(_value),
    "torch:power": _adapter(_value),
    "torch:margin_ranking": _adapter(_ranking),
    "torch:margin_ranking_margin": _adapter(_ranking),
    "torch:hinge_embedding_margin": _adapter(lambda torch, loss, m, _y, _: loss(m, -torch.ones_like(m))),
    "torch:multi_margin": _adapter(_gap),
    "torch:multi_margin_squared": _adapter(_gap),
    "torch:multilabel_margin": _adapter(_one_label, only={"threshold": 1.0}),
    "torch:multilabel_soft_margin": _adapter(_column),
    "torch:soft_margin": _adapter(_margin),
    "torch:softplus_hinge": _adapter(_value),
    "torch:bce_with_logits": _adapter(lambda _torch, loss, m, y, _: loss(y * m, (1.0 + y) / 2.0)),
    "torch:nll": _adapter(_nll),
    "torch:bce": _adapter(_probability),
    "torch:mse_probability": _adapter(_probability),
    "torch:l1_probability": _adapter(_probability),
    "torch:cross_entropy_label_smoothing": _adapter(_smoothed),
    "torch:poisson_nll_mean": _adapter(_target, 1e-6),  # it adds 1e-8 to x in the logarithm
    "torch:poisson_nll_mean_full": _adapter(_target, 1e-6),
    "torch:bce_soft": _adapter(_target),
    "torch:kl_div": _adapter(_kl),
    "torch:kl_div_log_target": _adapter(_kl),
    "torch:gaussian_nll_variance": _adapter(_variance),
    "torch:poisson_nll": _adapter(_target),
    "torch:poisson_nll_full": _adapter(_target),
    "torch:bce_with_logits_soft": _adapter(_target),
    "torch:bce_with_logits_pos_weight": _adapter(_target),
    "torch:gaussian_nll_log_sigma": _adapter(
        lambda torch, loss, x, sign, of: _variance(torch, loss, (2.0 * x).exp(), sign, of)
    ),
    "torch:cross_entropy": _adapter(_softmax),
    "torch:hinge_embedding": _adapter(_distance),
    "torch:triplet_margin": _adapter(_triplet),
    "torch:triplet_margin_with_distance": _adapter(_triplet),
    "torch:softplus": _adapter(_value),
    "torch:cosine_embedding": _adapter(_cosine, 1e-11),  # it adds 1e-12 to the squared norms
    "torch:cosine_distance": _adapter(_value),
    "torch:info_nce": _adapter(_info_nce),
}
