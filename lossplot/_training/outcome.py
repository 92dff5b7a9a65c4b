"""Results of training: how each start ended, how right it is, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._training.run import Plan, Trace, decide, parameters_of

Ending = Literal["", "stuck", "dead", "diverged", "interrupted"]
# A loss that fell by less than this share of its first value has not learned.
LEAST_FALL = 0.01


@dataclass(frozen=True, slots=True)
class Outcome:
    """All starts under one loss, number `place` of a plan.

    The histories of `losses` and `accuracies` are of shape (epochs + 1, starts), for each part.
    """

    plan: Plan
    trace: Trace
    place: int

    @property
    def losses(self) -> dict[str, Array]:
        return {name: values[:, self.place] for name, values in self.trace.losses.items()}

    @property
    def accuracies(self) -> dict[str, Array]:
        """The share of examples on their side."""
        data = self.plan.data
        sizes = {"train": len(data.train), "validation": len(data.validation), "test": len(data.test)}
        return {
            name: hits[:, self.place] / sizes[name]
            if sizes[name] and data.classes
            else np.full(hits[:, self.place].shape, np.nan)
            for name, hits in self.trace.hits.items()
        }

    def last(self, start: int) -> int:
        """Return the last epoch of a start that has numbers."""
        diverged = int(self.trace.diverged[self.place, start])
        return diverged - 1 if diverged else len(self.trace.weights) - 1

    def weights(self, start: int, epoch: int | None = None) -> Array:
        """Return a start's weights after an epoch, or at the end."""
        first = self.plan.network.weights
        return self.trace.weights[self.last(start) if epoch is None else epoch, self.place, start, :first]

    def outputs(self, inputs: Array, start: int = 0, epoch: int | None = None) -> Array:
        """Compute the network's outputs, shape (n, k), at inputs of shape (n, columns)."""
        outputs = self.plan.network.outputs(self.weights(start, epoch), inputs)
        return np.tanh(outputs) if self.plan.objectives[self.place].is_bounded else outputs

    def parameters(self, start: int) -> dict[str, Array]:
        """Return the values of each learned parameter before training and after each epoch."""
        values = parameters_of(self.plan, self.trace.weights[: self.last(start) + 1])[self.place][:, start]
        return dict(zip(self.plan.learned[self.place].names, values.T, strict=True))

    def is_right(self, start: int, epoch: int | None = None) -> bool:
        """Return True if no example to validate or to test is on the wrong side."""
        at = self.last(start) if epoch is None else epoch
        accuracies = self.accuracies
        return all(accuracies[name][at, start] == 1.0 for name in ("validation", "test"))

    def epochs_to_all(self, start: int) -> int | None:
        """Return the first epoch after which all examples to validate are on their side; None if there is none."""
        reached = np.flatnonzero(self.accuracies["validation"][: self.last(start) + 1, start] == 1.0)
        return int(reached[0]) if reached.size else None

    def ending(self, start: int) -> tuple[Ending, int | None]:
        """Say how a start ended, and in which epoch if that was not the last one.

        It is dead if no unit of a hidden layer is active for any example to train.  It is stuck if its loss has not
        fallen, and on data that are separable also if examples to validate or test are on the wrong side at the end.
        """
        if diverged := int(self.trace.diverged[self.place, start]):
            return "diverged", diverged
        if self._is_dead(start):
            return "dead", None
        if self.trace.interrupted:
            return "interrupted", self.trace.interrupted
        train = self.losses["train"][:, start]
        is_level = train[-1] > train[0] - LEAST_FALL * abs(train[0])
        if is_level or (self.plan.data.is_separable and not self.is_right(start)):
            return "stuck", None
        return "", None

    def _is_dead(self, start: int) -> bool:
        plan = self.plan
        if plan.network.activation != "relu" or len(plan.network.sizes) < 3:
            return False
        hidden = plan.network.hidden(self.weights(start), plan.data.inputs[plan.data.train])
        return any(not units.any() for units in hidden)

    def confusion(self, start: int) -> tuple[float, float]:
        """Return precision and recall of the label +1 at the test, or their means over several classes.

        NaN where nothing was called so, or is so.
        """
        data = self.plan.data
        truth = data.targets[data.test]
        guess = decide(self.outputs(data.inputs[data.test], start))
        if not len(data.test):
            return float("nan"), float("nan")
        classes = range(len(data.classes)) if len(data.classes) > 2 else (1,)
        precision, recall = [], []
        for each in classes:
            hits = np.count_nonzero((guess == each) & (truth == each))
            precision.append(_share(hits, np.count_nonzero(guess == each)))
            recall.append(_share(hits, np.count_nonzero(truth == each)))
        return float(np.mean(precision)), float(np.mean(recall))


def _share(part: Any, whole: Any) -> float:
    return float(part / whole) if whole else float("nan")


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one training: an outcome for each loss, and what is to be said of it."""

    plan: Plan
    trace: Trace
    remarks: tuple[str, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple(Outcome(self.plan, self.trace, place) for place in range(len(self.plan.objectives)))

    @property
    def epochs(self) -> int:
        """The number of epochs that were completed."""
        return len(self.trace.weights) - 1

    def dies(self) -> bool:
        """Return True if the first start is dead under one of the losses."""
        return any(outcome.ending(0)[0] == "dead" for outcome in self.outcomes)

    def warnings(self) -> Iterator[str]:
        """Say of which losses training diverged."""
        for outcome in self.outcomes:
            epochs = [epoch for epoch in self.trace.diverged[outcome.place].tolist() if epoch]
            if not np.isfinite(self.trace.losses["train"][0, outcome.place]).all():
                yield (
                    f"{outcome.plan.objectives[outcome.place].curve.spec} has no finite value where the training "
                    "starts, so that it cannot go on; choose a loss that has one everywhere"
                )
            elif epochs:
                starts = len(self.plan.seeds)
                which = f", {len(epochs)} of {starts} starts," if starts > 1 else ""
                yield (
                    f"{outcome.plan.objectives[outcome.place].curve.spec} diverged in epoch {min(epochs)}{which} and "
                    f"is told up to there; take a learning rate below {self.plan.rate:g}"
                )
