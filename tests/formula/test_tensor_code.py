"""Code for PyTorch and JAX, run with stand-ins of these libraries that are as strict, for they take long to install.

`tests/conformance` runs it with the libraries themselves, and follows gradients back.
"""

from __future__ import annotations

import operator
import sys
import warnings
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from oracle import mp
from support.cases import every
from support.snippets import CASES, Setting, Vector, complaints, functions

from lossplot._formula.code.guards import is_risky
from lossplot._formula.tree import Call, Name, Number

Function = Callable[..., Any]


class Tensor:
    """Numbers, and whether a gradient goes back through them: that of a comparison and of a constant does not."""

    def __init__(self, numbers: Any, is_traced: bool) -> None:
        self.numbers, self.is_traced = np.asarray(numbers), is_traced

    def new_tensor(self, numbers: Any) -> Tensor:
        return Tensor(float(numbers), False)


def applied(function: Function, *arguments: Any, traced: bool = True) -> Tensor:
    """Apply a function of NumPy to tensors and numbers."""
    with np.errstate(all="ignore"):
        numbers = function(*(each.numbers if isinstance(each, Tensor) else each for each in arguments))
    return Tensor(numbers, traced and any(isinstance(each, Tensor) and each.is_traced for each in arguments))


for _name in ("add", "sub", "mul", "truediv", "pow", "neg"):
    _operator = getattr(operator, _name)
    setattr(Tensor, f"__{_name}__", lambda *args, f=_operator: applied(f, *args))
    setattr(Tensor, f"__r{_name}__", lambda own, other, f=_operator: applied(f, other, own))
for _name in ("lt", "le", "gt", "ge", "eq", "and_", "or_"):
    _operator = getattr(operator, _name)
    setattr(Tensor, f"__{_name.strip('_')}__", lambda *args, f=_operator: applied(f, *args, traced=False))


def of_tensors(function: Function, least: int = 2) -> Function:
    """Return the function as PyTorch has it, which takes no plain number, but beside the `least` tensors."""

    def call(*arguments: Any) -> Tensor:
        if sum(isinstance(each, Tensor) for each in arguments) < min(least, len(arguments)):
            raise TypeError("arguments must be Tensor, not float")
        return applied(function, *arguments)

    return call


def clamped(tensor: Tensor, min: float | None = None, max: float | None = None) -> Tensor:  # noqa: A002
    assert isinstance(tensor, Tensor)
    assert not isinstance(min, Tensor)
    assert not isinstance(max, Tensor)
    return applied(np.clip, tensor, -np.inf if min is None else min, np.inf if max is None else max)


def softplus(tensor: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """Compute log(1 + exp(beta x))/beta, and x itself beyond the threshold, where that has other digits."""
    assert isinstance(tensor, Tensor)
    return applied(lambda x: np.where(beta * x > threshold, x, np.logaddexp(0.0, beta * x) / beta), tensor)


def chosen(condition: Tensor, then: Any, otherwise: Any) -> Tensor:
    assert isinstance(condition, Tensor)
    assert not condition.is_traced
    return applied(np.where, condition, then, otherwise)


def by_mpmath(function: Callable[[Any], Any]) -> Function:
    return np.vectorize(lambda x: float(function(mp.mpf(float(x)))), otypes=[float])


def _xlogy(x: Vector, y: Vector) -> Vector:
    return np.asarray(np.where(x == 0.0, 0.0, x * np.log(y)))


ERF, ERFC = by_mpmath(mp.erf), by_mpmath(mp.erfc)
NDTR, LOG_NDTR = by_mpmath(mp.ncdf), by_mpmath(lambda x: mp.log(mp.ncdf(x)))
SOFTPLUS: Function = lambda x: np.logaddexp(0.0, x)  # noqa: E731
SIGMOID: Function = lambda x: np.exp(-np.logaddexp(0.0, -x))  # noqa: E731
SHORT = ("abs", "sign", "exp", "expm1", "log", "log1p", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "round")
OF_TWO = ("hypot", "maximum", "minimum")
INVERSE = {f"a{name}": f"arc{name}" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")}


def module(name: str, **members: Any) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(members)
    return made


def torch() -> dict[str, ModuleType]:
    known = {**{name: name for name in (*SHORT, *OF_TWO)}, **INVERSE}
    own = {name: of_tensors(getattr(np, numpy_name)) for name, numpy_name in known.items()}
    own |= {"erf": of_tensors(ERF), "erfc": of_tensors(ERFC), "sigmoid": of_tensors(SIGMOID)}
    own |= {"clamp": clamped, "clip": clamped, "where": chosen}
    own |= {"zeros_like": lambda x: Tensor(np.zeros_like(x.numbers), False)}
    own |= {"full_like": lambda x, number: Tensor(np.full_like(x.numbers, number), False)}
    functional = module("torch.nn.functional", softplus=softplus)
    special = module(
        "torch.special",
        log_ndtr=of_tensors(LOG_NDTR),
        xlogy=of_tensors(_xlogy, 1),
        xlog1py=of_tensors(lambda x, y: np.where(x == 0.0, 0.0, x * np.log1p(y)), 1),
    )
    nn = module("torch.nn", functional=functional)
    whole = module("torch", pi=np.pi, nn=nn, special=special, **own)
    return {"torch": whole, "torch.nn": nn, "torch.nn.functional": functional, "torch.special": special}


def jax() -> dict[str, ModuleType]:
    special = module("jax.scipy.special", erf=ERF, ndtr=NDTR)
    nn, scipy = module("jax.nn", softplus=SOFTPLUS, sigmoid=SIGMOID), module("jax.scipy", special=special)
    whole = module("jax", numpy=np, nn=nn, scipy=scipy)
    return {"jax": whole, "jax.numpy": np, "jax.nn": nn, "jax.scipy": scipy, "jax.scipy.special": special}


@every("name", CASES, among=8)
def test_code_for_pytorch_calls_it_with_tensors_and_says_what_the_curve_says(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library, stand_in in torch().items():
        monkeypatch.setitem(sys.modules, library, stand_in)
    value, slope = functions(CASES[name].code("torch"))

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        results = [function(Tensor(x, True), **setting) for function in (value, slope)]
        assert all(isinstance(each, Tensor) for each in results)
        # A loss without a gradient cannot be trained with: going back raises an error.
        assert results[0].is_traced, setting
        return {"value": results[0].numbers, "slope": results[1].numbers}

    assert not complaints(CASES[name], run)


@every("name", ["zero-one", "zero-one-probability", "epsilon-zero-one", "step(m)"])
def test_a_step_has_a_gradient_of_zero_and_not_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for library, stand_in in torch().items():
        monkeypatch.setitem(sys.modules, library, stand_in)
    value, _ = functions(CASES[name].code("torch"))
    assert value(Tensor(np.array([-1.0, 0.25, 0.75]), True)).is_traced


@every("name", CASES, among=10)
def test_code_for_jax_says_what_the_curve_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for library, stand_in in jax().items():
        monkeypatch.setitem(sys.modules, library, stand_in)
    value, slope = functions(CASES[name].code("jax"))

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of branches that are not chosen
            return {"value": value(x, **setting), "slope": slope(x, **setting)}

    assert not complaints(CASES[name], run)


def test_a_power_is_risky_unless_it_is_a_whole_one_of_no_division() -> None:
    for exponent, expected in ((-2.0, True), (-1.0, True), (-0.5, True), (0.5, True), (0.0, False), (3.0, False)):
        assert is_risky(Call("^", (Name("m"), Number(exponent))), "m") is expected
