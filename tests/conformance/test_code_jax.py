"""Code printed for JAX says what the curves say, and its gradient is the slope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pytest
from support.snippets import CASES, Setting, Vector, complaints, functions

from .library import load


@pytest.fixture(autouse=True)
def doubles() -> Iterator[None]:
    """JAX in doubles, for as long as a test takes."""
    jax = load("jax")
    with jax.enable_x64(True):
        yield


@pytest.mark.parametrize("name", CASES)
def test_jax_says_what_the_curve_says(name: str) -> None:
    jax = load("jax")
    value, slope = functions(CASES[name].code("jax"))

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        values, gradient = jax.vmap(jax.value_and_grad(partial(value, **setting)))(x)
        return {"value": values, "slope": slope(x, **setting), "gradient": gradient}

    assert not complaints(CASES[name], run)


@pytest.mark.parametrize("name", ["barron", "hampel", "probit", "tolerant", "tsallis"])
def test_jax_compiles_the_code(name: str) -> None:
    jax = load("jax")
    value, _ = functions(CASES[name].code("jax"))

    def run(setting: Setting, x: Vector) -> Mapping[str, Any]:
        values, gradient = jax.jit(jax.vmap(jax.value_and_grad(partial(value, **setting))))(x)
        return {"value": values, "gradient": gradient}

    assert not complaints(CASES[name], run)
