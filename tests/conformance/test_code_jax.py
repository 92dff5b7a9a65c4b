"""Code printed for JAX says what the curves say, and its gradient is the slope, compiled or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pytest
from snippets import CASES, Setting, Vector, complaints, functions

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
        at = jax.numpy.asarray(x)
        bound = partial(value, **setting)
        values, gradient = jax.jit(jax.vmap(jax.value_and_grad(bound)))(at)
        return {"value": values, "slope": slope(at, **setting), "gradient": gradient}

    assert not complaints(CASES[name], run)
