"""Code printed for PyTorch says what the curves say, and autograd says the same of its slope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from support.snippets import CASES, Setting, Vector, complaints, functions

from .library import load


@pytest.mark.parametrize("name", CASES)
def test_torch_says_what_the_curve_says(name: str) -> None:
    torch = load("torch")
    value, slope = functions(CASES[name].code("torch"))

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        at = torch.tensor(x, requires_grad=True)
        values = value(at, **setting)
        assert values.dtype == torch.float64
        gradient = torch.zeros_like(at)
        if values.requires_grad:
            (gradient,) = torch.autograd.grad(values.sum(), at)
        return {
            "value": values.detach().numpy(),
            "slope": slope(at.detach(), **setting).numpy(),
            "gradient": gradient.numpy(),
        }

    assert not complaints(CASES[name], run)


@pytest.mark.parametrize("name", CASES)
def test_torch_keeps_the_kind_of_number(name: str) -> None:
    torch = load("torch")
    at = torch.tensor([[0.3, 0.6]], dtype=torch.float32)
    for function in functions(CASES[name].code("torch")):
        assert function(at).dtype == torch.float32
        assert function(at).shape == at.shape
