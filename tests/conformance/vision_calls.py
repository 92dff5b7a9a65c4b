"""Libraries of vision on PyTorch, some in single precision; slopes by autograd."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .library import NOTHING, Adapter, Parameters, Reading, Vector, load, make

# Maps torch, the points and the names for the declared call to what the call is evaluated with, and what it made to
# the values.
Names = Callable[[Any, Any], dict[str, Any]]
Apply = Callable[[Any, Any, Any], Any]

# They add about 1e-7 to denominators, and timm computes in single precision.
_EPSILON, _SINGLE = 1e-5, 1e-5


def _adapter(
    module: str,
    apply: Apply,
    names: Names = lambda _torch, _x: {},
    tolerance: float = _EPSILON,
    only: Parameters = NOTHING,
) -> Adapter:
    library, _, inner = module.partition(".")

    def read(call: str, x: Vector, parameters: Parameters) -> Reading:
        torch = load("torch")
        torch.set_default_dtype(torch.float64)
        loaded = load(library, *filter(None, [inner]))
        points = torch.tensor(x, requires_grad=True)
        name = {"segmentation_models_pytorch": "smp"}.get(library, library)
        values = apply(torch, make(call, {name: loaded, **names(torch, points), **parameters}), points)
        (slopes,) = torch.autograd.grad(values.sum(), points)
        return Reading(np.asarray(values.detach()), np.asarray(slopes))

    return Adapter(read, tolerance, only)


def _value(_torch: Any, values: Any, _x: Any) -> Any:
    """The declared call is already the value."""
    return values


def _logits(torch: Any, p: Any) -> dict[str, Any]:
    """Label 1, at a logit whose sigmoid is `p`."""
    return {"logits": torch.logit(p), "labels": torch.ones_like(p)}


def _boxes(torch: Any, u: Any) -> dict[str, Any]:
    """Pairs of boxes with one centre and one shape, of which the smaller covers the share `u` of the other."""
    half = u.sqrt() / 2
    small = torch.stack([0.5 - half, 0.5 - half, 0.5 + half, 0.5 + half], 1)
    return {"prediction": small, "target": torch.tensor([[0.0, 0.0, 1.0, 1.0]]).expand(len(u), 4)}


def _called_with_boxes(torch: Any, loss: Any, u: Any) -> Any:
    pair = _boxes(torch, u)
    return torch.cat([loss(pair["prediction"][i : i + 1], pair["target"][i : i + 1]).reshape(1) for i in range(len(u))])


def _pixel(torch: Any, loss: Any, p: Any) -> Any:
    """One positive pixel a picture."""
    one = torch.ones(1, 1, 1, 1)
    return torch.cat([loss(each.reshape(1, 1, 1, 1), one).reshape(1) for each in p])


def _negative(torch: Any, loss: Any, p: Any) -> Any:
    """Label 0 at a logit whose sigmoid is 1 - `p`."""
    loss.reduction = "none"
    return loss(-torch.logit(p)[:, None], torch.zeros_like(p)[:, None])[:, 0]


def _positive(torch: Any, loss: Any, p: Any) -> Any:
    loss.reduction = "none"
    return loss(torch.logit(p)[:, None], torch.ones_like(p)[:, None])[:, 0]


_MONAI, _SMP, _TIMM = "monai.losses", "segmentation_models_pytorch.losses", "timm.loss"
ADAPTERS = {
    "torchvision:sigmoid_focal_loss": _adapter("torchvision.ops", _value, _logits),
    "torchvision:sigmoid_focal_loss_alpha": _adapter("torchvision.ops", _value, _logits, only={"alpha": 0.25}),
    "torchvision:generalized_box_iou_loss": _adapter("torchvision.ops", _value, _boxes),
    "torchvision:distance_box_iou_loss": _adapter("torchvision.ops", _value, _boxes),
    "torchvision:complete_box_iou_loss": _adapter("torchvision.ops", _value, _boxes),
    "monai:BoxGIoULoss": _adapter(_MONAI, _called_with_boxes),
    "monai:jaccard": _adapter(_MONAI, _pixel),
    "monai:dice": _adapter(_MONAI, _pixel),
    "monai:dice_squared": _adapter(_MONAI, _pixel),
    "monai:tversky": _adapter(_MONAI, _pixel),
    "smp:jaccard": _adapter(_SMP, _pixel),
    "smp:jaccard_log": _adapter(_SMP, _pixel),
    "smp:dice": _adapter(_SMP, _pixel),
    "smp:tversky": _adapter(_SMP, _pixel),
    "smp:focal_tversky": _adapter(_SMP, _pixel),
    "timm:AsymmetricLossMultiLabel": _adapter(_TIMM, _negative, tolerance=_SINGLE, only={"positive": 0.0}),
    "timm:AsymmetricLossMultiLabel_positive": _adapter(_TIMM, _positive, tolerance=_SINGLE, only={"positive": 1.0}),
}
