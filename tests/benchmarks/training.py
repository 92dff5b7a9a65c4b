"""Hold `lossplot train` to its speed promises: `python tests/benchmarks/training.py`.

Each promise is a ratio of CPU seconds within one process on one thread, of runs one after the other; the median of
several counts.  PyTorch comes with the extra `conformance`; the figure's seconds are those of this machine.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import torch

from lossplot._training.data import Disturbance, make
from lossplot._training.experiment import run
from lossplot._training.settings import Settings

PAIRS = 3
# Ratios of CPU seconds to PyTorch's, of twenty starts to one, and seconds of the command with its figure.
MOST_OF_TORCH, MOST_OF_ONE, MOST_SECONDS = 0.10, 2.5, 3.0
LOSSES: list[Callable[[Any], Any]] = [
    lambda m: torch.clamp(1.0 - m, min=0.0),
    lambda m: torch.clamp(1.0 - m, min=0.0) ** 2,
]


def in_torch() -> None:
    """Train the textbook's network under both losses, as one writes it in PyTorch."""
    data = make("circles", 0, Disturbance())
    inputs, signs = torch.tensor(data.inputs[data.train]), torch.tensor(data.signs[data.train])
    for loss in LOSSES:
        layers: list[Any] = []
        for size, units in ((2, 4), (4, 2), (2, 1)):
            layers += [torch.nn.Linear(size, units, dtype=torch.float64), torch.nn.ReLU()]
        network = torch.nn.Sequential(*layers[:-1], torch.nn.Tanh())
        steps = torch.optim.Adam(network.parameters(), lr=0.03)
        for _ in range(30):
            order: Any = torch.randperm(len(inputs))
            for batch in order.split(5):
                steps.zero_grad()
                loss(signs[batch] * network(inputs[batch])[:, 0]).mean().backward()
                steps.step()


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def ours(repeat: int = 1) -> None:
    run(["hinge", "squared-hinge"], "circles", Settings(seed=0, repeat=repeat))


def with_figure() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "lossplot", "train", "hinge", "squared-hinge", "-q"]
        subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    torch.set_num_threads(1)
    ours()
    of_torch, of_one, figures = [], [], []
    for _ in range(PAIRS):
        one = seconds(ours)
        of_torch.append(one / seconds(in_torch))
        of_one.append(seconds(lambda: ours(20)) / one)
        figures.append(with_figure())
    failures = 0
    for what, values, most in (
        ("the textbook's run by PyTorch's", of_torch, MOST_OF_TORCH),
        ("twenty starts by one", of_one, MOST_OF_ONE),
        ("CPU seconds of the command with its figure", figures, MOST_SECONDS),
    ):
        value = statistics.median(values)
        failures += value > most
        print(f"{value:6.3f}  (at most {most:.2f})  {what}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
