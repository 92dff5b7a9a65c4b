"""Networks of dense layers, of many lanes at once: a lane is one start under one loss.

All weights of a lane are one row: layer after layer, for each input its weights to all units, then the biases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._training.random import START, stream, uniforms


@dataclass(frozen=True)
class Network:
    """The sizes of all layers, inputs and outputs among them, and what hidden units do."""

    sizes: tuple[int, ...]
    activation: str = "relu"

    @cached_property
    def weights(self) -> int:
        """The number of weights of a lane."""
        return sum((inputs + 1) * units for inputs, units in zip(self.sizes[:-1], self.sizes[1:], strict=True))

    def layers(self, rows: Array) -> list[Array]:
        """Return for each layer the view of `rows`, shape (..., weights), as (..., inputs + 1, units)."""
        views, start = [], 0
        for inputs, units in zip(self.sizes[:-1], self.sizes[1:], strict=True):
            end = start + (inputs + 1) * units
            views.append(rows[..., start:end].reshape(*rows.shape[:-1], inputs + 1, units))
            assert np.shares_memory(views[-1], rows)
            start = end
        return views

    def start(self, seed: int) -> Array:
        """Return the weights that `seed` starts from: uniform within sqrt(6 / inputs), as He's, and biases of zero."""
        row, numbers = np.zeros(self.weights), iter(uniforms(stream(seed, START), self.weights))
        for layer in self.layers(row):
            limit = np.sqrt(6.0 / (len(layer) - 1))
            for inputs in layer[:-1]:
                inputs[:] = [limit * (2.0 * next(numbers) - 1.0) for _ in inputs]
        return row

    def outputs(self, rows: Array, inputs: Array) -> Array:
        """Compute the outputs of lanes, shape (..., n, outputs), for `inputs` of shape (n, columns)."""
        return Pass(self, rows, None, (len(inputs),)).forward(with_ones(inputs))

    def hidden(self, row: Array, inputs: Array) -> list[Array]:
        """Compute the outputs of one lane's hidden layers, each of shape (n, units)."""
        run = Pass(self, row, None, (len(inputs),))
        run.forward(with_ones(inputs))
        return [values[..., :-1] for values in run.values]


def with_ones(inputs: Array) -> Array:
    """Return `inputs` with a last column of ones, which the biases belong to."""
    return np.concatenate([inputs, np.ones((*inputs.shape[:-1], 1))], axis=-1)


class Pass:
    """Buffers of the way forward and back for examples of one shape, over weights and their gradients."""

    def __init__(self, network: Network, rows: Array, gradients: Array | None, examples: Sequence[int]) -> None:
        shape = (*rows.shape[:-1], examples[-1])
        self.activation = network.activation
        self.layers = network.layers(rows)
        self.gradients = [] if gradients is None else network.layers(gradients)
        self.values = [np.ones((*shape, units + 1)) for units in network.sizes[1:-1]]
        self.units = [values[..., :-1] for values in self.values]
        self.outputs = np.empty((*shape, network.sizes[-1]))
        self.slopes = [*(np.empty_like(units) for units in self.units), np.empty_like(self.outputs)]
        self._scratch = [np.empty_like(units) for units in self.units]
        self._weights_back = [layer[..., :-1, :].swapaxes(-1, -2) for layer in self.layers]

    def forward(self, inputs: Array) -> Array:
        """Compute the outputs for `inputs`, whose last column is ones; the next call writes over them."""
        self.inputs = inputs
        for layer, units, values in zip(self.layers[:-1], self.units, self.values, strict=True):
            np.matmul(inputs, layer, out=units)
            if self.activation == "relu":
                np.maximum(units, 0.0, out=units)
            elif self.activation == "tanh":
                np.tanh(units, out=units)
            else:
                _sigmoid(units)
            inputs = values
        return np.matmul(inputs, self.layers[-1], out=self.outputs)

    def backward(self) -> None:
        """Compute the gradients of all weights from `slopes[-1]`, the derivatives by the outputs."""
        inputs = [self.inputs, *self.values]
        for i in range(len(self.layers) - 1, -1, -1):
            np.matmul(inputs[i].swapaxes(-1, -2), self.slopes[i], out=self.gradients[i])
            if i:
                units, slopes, scratch = self.units[i - 1], self.slopes[i - 1], self._scratch[i - 1]
                np.matmul(self.slopes[i], self._weights_back[i], out=slopes)
                if self.activation == "relu":
                    np.sign(units, out=scratch)
                elif self.activation == "tanh":
                    np.subtract(1.0, np.multiply(units, units, out=scratch), out=scratch)
                else:
                    np.multiply(units, np.subtract(1.0, units, out=scratch), out=scratch)
                np.multiply(slopes, scratch, out=slopes)


def _sigmoid(units: Array) -> None:
    """Replace `units` by their sigmoids, which do not overflow as halves of a tanh."""
    np.multiply(units, 0.5, out=units)
    np.tanh(units, out=units)
    np.multiply(units, 0.5, out=units)
    np.add(units, 0.5, out=units)
