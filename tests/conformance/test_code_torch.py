"""Code printed for PyTorch says what the curves say, and autograd says the same of its slope."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pytest
from support.snippets import CASES, Setting, Vector, complaints, functions

from lossplot._curves.parse import read_curves
from lossplot._formula.code.module import Signature, code

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


def _gradient(spec: str, points: list[float], kind: str = "float64") -> list[float]:
    torch = load("torch")
    [curve] = read_curves([spec])
    signature = Signature(curve.loss.name, curve.axis.variable, curve.parameters, "A loss.")
    value, _ = functions(code(signature, curve.loss.tree, "torch"))
    at = torch.tensor(points, dtype=getattr(torch, kind), requires_grad=True)
    value(at).sum().backward()
    return list(at.grad.tolist())


@pytest.mark.parametrize("spec", ["zero-one", "epsilon-zero-one", "zero-one-probability"])
def test_torch_goes_back_through_a_loss_of_steps(spec: str) -> None:
    assert _gradient(spec, [0.25, 0.75, 1.0]) == [0.0, 0.0, 0.0]


def test_torch_has_a_gradient_where_tukey_s_pieces_meet() -> None:
    assert _gradient("tukey-biweight", [4.685, -4.685]) == [0.0, 0.0]


def test_torch_has_a_gradient_far_below_zero_in_single_precision() -> None:
    assert _gradient("gce", [1e-12], "float32") == pytest.approx([-(1e-12**-0.3)], rel=1e-5)
    assert _gradient("welsch", [5.0], "float32") == pytest.approx([5.0 * math.exp(-25.0)], rel=1e-5)


@pytest.mark.parametrize(("gamma", "at_one"), [(0, -1.0), (0.5, 0.0), (1, 0.0), (2, 0.0)])
def test_torch_has_the_gradient_of_the_focal_loss_at_its_ends(gamma: float, at_one: float) -> None:
    assert _gradient(f"focal:gamma={gamma}", [0.0, 1.0]) == [-math.inf, at_one]


@pytest.mark.parametrize("spec", ["cauchy", "geman-mcclure", "student-t", "pseudo-huber", "fair", "barron:alpha=0"])
def test_torch_has_a_gradient_at_huge_errors(spec: str) -> None:
    assert all(map(math.isfinite, _gradient(spec, [1e200, -1e200, 1e-200])))
