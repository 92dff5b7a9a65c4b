"""Steps down a gradient, in PyTorch's forms: plain, with momentum, and Adam's."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np

from lossplot._formula.evaluate import Array

MOMENTUM, FIRST, SECOND, TINY = 0.9, 0.9, 0.999, 1e-8


class Optimizer(Protocol):
    """A rule that moves weights, in place, by a step for their gradients."""

    def step(self) -> None: ...


class Descent:
    """Gradient descent; with `momentum`, along the sum of all gradients so far, the older the less."""

    def __init__(self, weights: Array, gradients: Array, rate: float, momentum: float = 0.0) -> None:
        self._weights, self._gradients, self._rate, self._momentum = weights, gradients, rate, momentum
        self._velocity, self._scratch = np.zeros_like(weights), np.empty_like(weights)

    def step(self) -> None:
        self._velocity *= self._momentum
        self._velocity += self._gradients
        np.multiply(self._velocity, self._rate, out=self._scratch)
        self._weights -= self._scratch


class Adam:
    """Adam (Kingma and Ba 2015), with its usual constants."""

    def __init__(self, weights: Array, gradients: Array, rate: float) -> None:
        self._weights, self._gradients, self._rate = weights, gradients, rate
        self._mean, self._square, self._scratch = np.zeros_like(weights), np.zeros_like(weights), np.empty_like(weights)
        self._steps = 0

    def step(self) -> None:
        self._steps += 1
        gradients, mean, square, scratch = self._gradients, self._mean, self._square, self._scratch
        np.subtract(gradients, mean, out=scratch)
        scratch *= 1.0 - FIRST
        mean += scratch
        np.multiply(gradients, gradients, out=scratch)
        scratch *= 1.0 - SECOND
        square *= SECOND
        square += scratch
        np.sqrt(square, out=scratch)
        scratch *= 1.0 / math.sqrt(1.0 - SECOND**self._steps)
        scratch += TINY
        np.divide(mean, scratch, out=scratch)
        scratch *= self._rate / (1.0 - FIRST**self._steps)
        self._weights -= scratch


def optimizer(name: str, weights: Array, gradients: Array, rate: float) -> Optimizer:
    """Return the optimizer called `name` for `weights`."""
    if name == "adam":
        return Adam(weights, gradients, rate)
    return Descent(weights, gradients, rate, MOMENTUM if name == "momentum" else 0.0)
