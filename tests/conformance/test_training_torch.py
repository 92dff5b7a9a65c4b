"""Training agrees with PyTorch on the same weights and batches: gradients to 1e-10, whole runs to 1e-6."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from lossplot._formula.evaluate import Array
from lossplot._predictions.losses import read_asked
from lossplot._training.data import Data, Disturbance, make
from lossplot._training.experiment import train_on
from lossplot._training.network import Network
from lossplot._training.random import ORDER, permutation, stream
from lossplot._training.settings import Settings

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.conformance

Loss = Callable[[Any, Any], Any]
# Each loss as PyTorch has it: of the outputs f of shape (n, k), and of labels -1 and 1, classes or targets y.
CASES: list[tuple[str, str, Loss]] = [
    ("hinge", "circles", lambda f, y: torch.clamp(1.0 - y * f[:, 0], min=0.0)),
    ("squared-hinge", "circles", lambda f, y: torch.clamp(1.0 - y * f[:, 0], min=0.0) ** 2),
    ("logistic", "moons", lambda f, y: torch.nn.functional.softplus(-y * f[:, 0])),
    ("log-loss", "xor", lambda f, y: torch.nn.functional.softplus(-y * f[:, 0])),
    ("savage", "moons", lambda f, y: torch.sigmoid(-y * f[:, 0]) ** 2),
    ("max(0, 1.2 - m)^1.5 + 0.1*exp(-m)", "moons", lambda f, y: _typed(y * f[:, 0])),
    ("focal:gamma=2", "moons", lambda f, y: _focal(torch.sigmoid(y * f[:, 0]))),
    ("huber", "line", lambda f, y: torch.nn.functional.huber_loss(f[:, 0], y, reduction="none")),
    ("log-cosh", "line", lambda f, y: torch.log(torch.cosh(f[:, 0] - y))),
    ("log-loss", "blobs", lambda f, y: torch.nn.functional.cross_entropy(f, y.long(), reduction="none")),
    ("hinge", "blobs", lambda f, y: torch.clamp(1.0 - _gap(f, y.long()), min=0.0)),
]


def _typed(m: Any) -> Any:
    return torch.clamp(1.2 - m, min=0.0) ** 1.5 + 0.1 * torch.exp(-m)


def _focal(p: Any) -> Any:
    return -((1.0 - p) ** 2) * torch.log(p)


def _gap(f: Any, y: Any) -> Any:
    own = f.gather(1, y[:, None])[:, 0]
    return own - f.scatter(1, y[:, None], -torch.inf).max(dim=1).values


def model(network: Network, row: Array, is_bounded: bool) -> Any:
    """Return the network in PyTorch, with the weights of `row`."""
    layers: list[Any] = []
    for layer in network.layers(row):
        linear = torch.nn.Linear(len(layer) - 1, layer.shape[1], dtype=torch.float64)
        linear.weight.data = torch.tensor(layer[:-1].T.copy())
        linear.bias.data = torch.tensor(layer[-1].copy())
        layers += [linear, torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1], *([torch.nn.Tanh()] if is_bounded else []))


def weights(network: Any) -> Array:
    """Return the weights of a network in PyTorch as a row of ours."""
    linear = [each for each in network if isinstance(each, torch.nn.Linear)]
    parts = [np.vstack([each.weight.detach().numpy().T, each.bias.detach().numpy()]).ravel() for each in linear]
    return np.concatenate(parts)


def gradients(network: Any) -> Array:
    linear = [each for each in network if isinstance(each, torch.nn.Linear)]
    return np.concatenate([np.vstack([e.weight.grad.numpy().T, e.bias.grad.numpy()]).ravel() for e in linear])


def labels(data: Data) -> Any:
    return torch.tensor(data.signs if len(data.classes) == 2 else data.targets)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize(("text", "name", "loss"), CASES, ids=[f"{text}-{name}" for text, name, _ in CASES])
def test_a_run_is_that_of_pytorch(text: str, name: str, loss: Loss, optimizer: str) -> None:
    data = make(name, 0, Disturbance(), 4 if name == "blobs" else 2)
    rate = 0.03 if optimizer == "adam" else 0.01
    result = train_on(data, read_asked([text]), Settings(epochs=2, optimizer=optimizer, rate=rate), 0)
    [objective] = result.plan.objectives
    row = result.trace.weights[0, 0, 0]
    network = model(result.plan.network, row, objective.is_bounded)
    make_optimizer: Any = {
        "sgd": lambda p: torch.optim.SGD(p, lr=rate),
        "momentum": lambda p: torch.optim.SGD(p, lr=rate, momentum=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=rate),
    }[optimizer]
    steps, inputs, y = make_optimizer(network.parameters()), torch.tensor(data.inputs), labels(data)
    for epoch in (1, 2):
        order = data.train[permutation(stream(0, ORDER, epoch), len(data.train))]
        for start in range(0, len(order), 5):
            batch = order[start : start + 5]
            steps.zero_grad()
            loss(network(inputs[batch]), y[batch]).mean().backward()
            steps.step()
        assert np.abs(weights(network) - result.trace.weights[epoch, 0, 0]).max() < 1e-6
    ours = result.outcomes[0].losses["test"][-1, 0]
    assert abs(loss(network(inputs[data.test]), y[data.test]).mean().item() - ours) < 1e-6


@pytest.mark.parametrize(("text", "name", "loss"), CASES, ids=[f"{text}-{name}" for text, name, _ in CASES])
def test_a_gradient_is_that_of_autograd(text: str, name: str, loss: Loss) -> None:
    data = make(name, 1, Disturbance(), 4 if name == "blobs" else 2)
    # One step of plain descent with the rate 1 is minus the gradient.
    batch = len(data.train)
    settings = Settings(epochs=1, batch=batch, optimizer="sgd", rate=1.0, hidden=(4, 3))
    result = train_on(data, read_asked([text]), settings, 1)
    before, after = result.trace.weights[:, 0, 0]
    network = model(result.plan.network, before, result.plan.objectives[0].is_bounded)
    loss(network(torch.tensor(data.inputs[data.train])), labels(data)[data.train]).mean().backward()
    assert np.abs((before - after) - gradients(network)).max() < 1e-10
