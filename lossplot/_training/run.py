"""The training of all starts under all losses, in one pass."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array
from lossplot._training.data import Data, Places
from lossplot._training.learned import Learned
from lossplot._training.network import Network, Pass, with_ones
from lossplot._training.objective import Objective
from lossplot._training.optimizers import optimizer
from lossplot._training.random import ORDER, permutation, stream

# To be called with how many epochs are done, of how many.
Progress = Callable[[int, int], None]
# A loss so many times as large as at the start has diverged.
DIVERGED = 1e6


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of training: each objective with its learned parameters, from each of `seeds`."""

    data: Data
    network: Network
    objectives: tuple[Objective, ...]
    learned: tuple[Learned, ...]
    seeds: tuple[int, ...]
    optimizer: str
    rate: float
    batch: int
    epochs: int
    progress: Progress = field(default=lambda done, of: None, compare=False)

    @property
    def width(self) -> int:
        """The count of numbers in a lane: weights and learned parameters."""
        return self.network.weights + max(len(each.names) for each in self.learned)


@dataclass(frozen=True, slots=True)
class Trace:
    """The course of a plan that was carried out.

    `weights` are those before training and after each epoch, shape (epochs + 1, losses, starts, width).  `losses` and
    `hits` are the mean loss, and how many examples are on their side, of the parts `train`, `validation` and `test`,
    of shape (epochs + 1, losses, starts).  `diverged` is the epoch in which a start diverged, or 0, and
    `interrupted` the one in which training was stopped.  `grows` tells for each loss which learned parameters it only
    grew with.
    """

    weights: Array
    losses: dict[str, Array]
    hits: dict[str, Array]
    diverged: Places
    interrupted: int
    grows: tuple[tuple[bool, ...], ...]
    seconds: float


def train(plan: Plan) -> Trace:
    """Train all losses from all seeds.

    A KeyboardInterrupt, or the exit that a signal of it asks for, ends the training; what was done till then counts.
    """
    return _Training(plan).run()


class _Training:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.weights = start_weights(plan)
        self.gradients = np.zeros_like(self.weights)
        self.optimizer = optimizer(plan.optimizer, self.weights, self.gradients, plan.rate)
        self.inputs = with_ones(plan.data.inputs)
        self.passes: dict[int, Pass] = {}
        self.parameters = parameters_of(plan, self.weights)
        self.lowest = [np.full(len(each.names), np.inf) for each in plan.learned]
        self.parts = {"train": plan.data.train, "validation": plan.data.validation, "test": plan.data.test}
        self.measures = {name: Pass(plan.network, self.weights, None, (len(p),)) for name, p in self.parts.items()}

    @np.errstate(all="ignore")
    def run(self) -> Trace:
        plan, start = self.plan, time.perf_counter()
        weights, measured = [self.weights.copy()], [self._measure()]
        diverged = np.zeros(self.weights.shape[:2], dtype=np.int64)
        interrupted, epoch = 0, 1
        try:
            for epoch in range(1, plan.epochs + 1):
                self._epoch(epoch)
                found = self._measure()
                diverged[(diverged == 0) & self._has_diverged(measured[0], found)] = epoch
                measured.append(found)
                weights.append(self.weights.copy())
                plan.progress(epoch, plan.epochs)
                if diverged.all():
                    break
        except (KeyboardInterrupt, SystemExit) as signal:
            if isinstance(signal, SystemExit) and signal.code != 130:
                raise
            interrupted = epoch
            # It may come between any two lines: what was not kept of the last epoch is forgotten.
            del measured[len(weights) :]
            diverged[diverged >= len(weights)] = 0
        losses = {name: np.stack([each[name][0] for each in measured]) for name in self.parts}
        hits = {name: np.stack([each[name][1] for each in measured]) for name in self.parts}
        last = parameters_of(plan, self.weights)
        grows = tuple(
            tuple((lowest >= 0.0) & (now.max(axis=0) < learned.start))
            for lowest, now, learned in zip(self.lowest, last, plan.learned, strict=True)
        )
        seconds = time.perf_counter() - start
        return Trace(np.stack(weights), losses, hits, diverged, interrupted, grows, seconds)

    def _epoch(self, epoch: int) -> None:
        plan = self.plan
        train = plan.data.train
        orders = [permutation(stream(seed, ORDER, epoch), len(train)) for seed in plan.seeds]
        places = np.stack([train[order] for order in orders])
        inputs = self.inputs[places]
        numbers = [objective.numbers[places] for objective in plan.objectives]
        for start in range(0, len(train), plan.batch):
            here = slice(start, start + plan.batch)
            self._step(inputs[:, here], [each[:, here] for each in numbers])

    def _step(self, inputs: Array, numbers: Sequence[Array]) -> None:
        plan, size = self.plan, inputs.shape[1]
        if size not in self.passes:
            self.passes[size] = Pass(plan.network, self.weights, self.gradients, inputs.shape[:-1])
        run = self.passes[size]
        outputs, slopes = run.forward(inputs), run.slopes[-1]
        for i, objective in enumerate(plan.objectives):
            partial = self._slopes(i, objective, outputs[i], numbers[i], slopes[i])
            if partial:
                self._learn(i, partial)
        slopes *= 1.0 / size
        run.backward()
        self.optimizer.step()
        for i, learned in enumerate(plan.learned):
            if learned.names:
                raw = self.weights[i, :, plan.network.weights : plan.network.weights + len(learned.names)]
                learned.keep_inside(raw)
                self.parameters[i] = learned.values(raw)

    def _slopes(self, i: int, objective: Objective, outputs: Array, numbers: Array, slopes: Array) -> list[Array]:
        if not objective.is_bounded:
            return objective.slopes(outputs, numbers, self.parameters[i], slopes)
        np.tanh(outputs, out=outputs)
        partial = objective.slopes(outputs, numbers, self.parameters[i], slopes)
        np.multiply(outputs, outputs, out=outputs)
        np.subtract(1.0, outputs, out=outputs)
        slopes *= outputs
        return partial

    def _learn(self, i: int, partial: Sequence[Array]) -> None:
        learned, first = self.plan.learned[i], self.plan.network.weights
        means = np.stack([each.mean(axis=-1) for each in partial], axis=-1)
        self.lowest[i] = np.minimum(self.lowest[i], means.min(axis=0))
        self.gradients[i, :, first : first + len(learned.names)] = learned.gradients(self.parameters[i], means)

    def _measure(self) -> dict[str, tuple[Array, Array]]:
        """Return for each part the mean loss and the examples on their side, of each loss and start."""
        result = {}
        for name, places in self.parts.items():
            if not len(places):
                result[name] = np.full(self.weights.shape[:2], np.nan), np.zeros(self.weights.shape[:2])
                continue
            outputs = self.measures[name].forward(self.inputs[places])
            losses, hits = np.empty(self.weights.shape[:2]), np.zeros(self.weights.shape[:2])
            for i, objective in enumerate(self.plan.objectives):
                if objective.is_bounded:
                    np.tanh(outputs[i], out=outputs[i])
                values = objective.values(outputs[i], objective.numbers[places], self.parameters[i])
                losses[i] = values.mean(axis=-1)
                if objective.classes:
                    hits[i] = (decide(outputs[i]) == self.plan.data.targets[places]).sum(axis=-1)
            result[name] = losses, hits
        return result

    def _has_diverged(
        self, first: dict[str, tuple[Array, Array]], now: dict[str, tuple[Array, Array]]
    ) -> NDArray[np.bool_]:
        bound = DIVERGED * np.maximum(1.0, np.abs(first["train"][0]))
        is_fine = np.isfinite(self.weights).all(axis=-1)
        for name in ("train", "validation"):
            if len(self.parts[name]):
                is_fine &= np.isfinite(now[name][0]) & (np.abs(now[name][0]) <= bound)
        return np.logical_not(is_fine)


def start_weights(plan: Plan) -> Array:
    """Return the weights before training, shape (losses, starts, width): the same ones for each loss."""
    weights = np.zeros((len(plan.objectives), len(plan.seeds), plan.width))
    first = plan.network.weights
    weights[:, :, :first] = [plan.network.start(seed) for seed in plan.seeds]
    for i, learned in enumerate(plan.learned):
        weights[i, :, first : first + len(learned.names)] = learned.raw()
    return weights


def parameters_of(plan: Plan, weights: Array) -> list[Array]:
    """Return the learned parameters of each loss, shape (..., starts, parameters), for weights of a trace."""
    first = plan.network.weights
    return [
        learned.values(weights[..., i, :, first : first + len(learned.names)]) for i, learned in enumerate(plan.learned)
    ]


def decide(outputs: Array) -> Places:
    """Return the number of the class for outputs of shape (..., n, k): of the largest one, or of one alone its sign."""
    if outputs.shape[-1] > 1:
        return np.asarray(outputs.argmax(axis=-1))
    return np.asarray(outputs[..., 0] > 0.0, dtype=np.int64)
