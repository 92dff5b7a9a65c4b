"""Examples to train on: the textbook's circles and their like, made from a seed, and how examples are split."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lossplot._errors import RequestError, option_words
from lossplot._formula.evaluate import Array
from lossplot._training.random import (
    BALANCE,
    FLIPS,
    NOISE,
    OUTLIERS,
    PLACES,
    SPLIT,
    normals,
    permutation,
    stream,
    uniforms,
)

Places = NDArray[np.int64]
# The share of all examples that are to test, and of the others that are to validate.
TEST_SHARE, VALIDATION_SHARE = 0.25, 0.2
# Outliers lie so many times as far from the middle as the farthest example, and so far below a line.
FAR_TIMES, BELOW = 3.0, 8.0


@dataclass(frozen=True, slots=True)
class Data:
    """Examples: `inputs` of shape (n, columns) and `targets` of shape (n,), the numbers of classes or what to predict.

    `classes` are what the classes are called, none in a regression; of two, the second is the label +1.  `train`,
    `validation` and `test` are the places of the examples of each part.  `is_separable` tells that a network can put
    every example on its side.  Inputs are those of the user less `middle`, over `scale`.
    """

    name: str
    inputs: Array
    targets: Array
    classes: tuple[object, ...]
    train: Places
    validation: Places
    test: Places
    is_separable: bool = False
    middle: Array | float = 0.0
    scale: Array | float = 1.0

    def scaled(self, inputs: Array) -> Array:
        """Return inputs as they come from the user on the scale of these."""
        # A difference of halves does not overflow.
        return np.asarray(2.0 * ((0.5 * inputs - 0.5 * self.middle) / self.scale))

    @property
    def signs(self) -> Array:
        """The labels -1 and +1 of two classes."""
        return 2.0 * self.targets - 1.0


@dataclass(frozen=True, slots=True)
class Disturbance:
    """Disturbances of examples: `noise`, as a standard deviation, a share of labels to `flip`, and how many outliers.

    Without a noise, the data have their own.  Of two classes, `balance` is the share of +1; without it, they are equal.
    """

    noise: float | None = None
    flip: float = 0.0
    outliers: int = 0
    balance: float | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe for examples without noise: inputs and targets from their number, that of the classes, and a seed.

    With the standard deviation `noise`, the classes of separable ones are still well apart.
    """

    make: Callable[[int, int, int], tuple[Array, Array]]
    examples: int
    noise: float
    is_regression: bool = False
    is_separable: bool = False


def _circles(count: int, _: int, __: int) -> tuple[Array, Array]:
    """The textbook's: class 0 on a circle of radius 1, class 1 on one of 0.1, as scikit-learn's make_circles."""
    outer = count // 2
    inner = count - outer
    angles = np.concatenate([np.arange(outer) / outer, np.arange(inner) / inner]) * (2.0 * np.pi)
    radius = np.where(np.arange(count) < outer, 1.0, 0.1)
    return _columns(radius * np.cos(angles), radius * np.sin(angles)), _numbers(np.arange(count) >= outer)


def _moons(count: int, _: int, __: int) -> tuple[Array, Array]:
    outer = count // 2
    first, second = np.linspace(0.0, np.pi, outer), np.linspace(0.0, np.pi, count - outer)
    x = np.concatenate([np.cos(first), 1.0 - np.cos(second)])
    y = np.concatenate([np.sin(first), 0.5 - np.sin(second)])
    return _columns(x, y), _numbers(np.arange(count) >= outer)


def _blobs(count: int, classes: int, _: int) -> tuple[Array, Array]:
    """A cloud for each class, around places on a circle of radius 3."""
    targets = np.arange(count) % classes
    angles = 2.0 * np.pi * targets / classes
    return 3.0 * _columns(np.cos(angles), np.sin(angles)), _numbers(targets)


def _xor(count: int, _: int, __: int) -> tuple[Array, Array]:
    """Four clouds, at the corners of a square, of which those across have the same class."""
    corners = np.arange(count) % 4
    x, y = np.where(corners < 2, 1.0, -1.0), np.where(corners % 2 == 0, 1.0, -1.0)
    return _columns(x, y), _numbers(x * y > 0.0)


def _spirals(count: int, _: int, __: int) -> tuple[Array, Array]:
    targets = np.arange(count) % 2
    radius = (np.arange(count) // 2 + 1) / ((count + 1) // 2)
    angles = 3.5 * np.pi * radius + np.pi * targets
    return _columns(radius * np.cos(angles), radius * np.sin(angles)), _numbers(targets)


def _line(count: int, _: int, seed: int) -> tuple[Array, Array]:
    x = 4.0 * uniforms(stream(seed, PLACES), count) - 2.0
    return x[:, None], x.copy()


def _numbers(classes: NDArray[Any]) -> Array:
    return classes.astype(np.float64)


def _columns(x: Array, y: Array) -> Array:
    return np.stack([x, y], axis=1)


RECIPES: Mapping[str, Recipe] = {
    "circles": Recipe(_circles, 1000, 0.1, is_separable=True),
    "moons": Recipe(_moons, 1000, 0.1),
    "blobs": Recipe(_blobs, 1000, 0.7),
    "xor": Recipe(_xor, 1000, 0.25),
    "spirals": Recipe(_spirals, 1000, 0.02),
    "line": Recipe(_line, 100, 0.3, is_regression=True),
}


def make(name: str, seed: int, disturbance: Disturbance, classes: int = 2) -> Data:
    """Make the examples called `name`; the same seed makes the same."""
    recipe = RECIPES[name]
    noise = recipe.noise if disturbance.noise is None else disturbance.noise
    # Either class of twice as many is enough to choose all examples from.
    count = recipe.examples if disturbance.balance is None else 2 * recipe.examples
    inputs, targets = recipe.make(count, classes, seed)
    numbers = normals(stream(seed, NOISE), count * (1 if recipe.is_regression else 2))
    if recipe.is_regression:
        targets += noise * numbers
    else:
        inputs += noise * numbers.reshape(inputs.shape)
    if disturbance.balance is not None:
        chosen = _with_share(targets, recipe.examples, disturbance.balance, seed)
        inputs, targets = inputs[chosen], targets[chosen]
    names = () if recipe.is_regression else (-1, 1) if classes == 2 else tuple(range(classes))
    data = split(name, inputs, targets, names, seed)
    is_clean = disturbance.noise is None and not disturbance.flip and not disturbance.outliers
    return replace(_disturbed(data, seed, disturbance), is_separable=is_clean and recipe.is_separable)


def _with_share(targets: Array, count: int, share: float, seed: int) -> Places:
    """Choose `count` examples at random, a `share` of them +1, and return their places in order."""
    order = permutation(stream(seed, BALANCE), len(targets))
    positive, negative = order[targets[order] == 1.0], order[targets[order] == 0.0]
    most = round(share * count)
    return np.sort(np.concatenate([positive[:most], negative[: count - most]]))


def split(name: str, inputs: Array, targets: Array, classes: tuple[object, ...], seed: int) -> Data:
    """Split examples: a quarter is to test, and a fifth of the others to validate.

    Raises RequestError for fewer than eight examples.
    """
    if len(inputs) < 8:
        raise RequestError(f"{name} has {len(inputs)} examples, too few to train and test; give at least 8")
    order = permutation(stream(seed, SPLIT), len(inputs))
    tested = round(TEST_SHARE * len(order))
    trained = len(order) - round(VALIDATION_SHARE * (len(order) - tested))
    return Data(name, inputs, targets, classes, order[tested:trained], order[trained:], order[:tested])


def flipped(data: Data, seed: int, share: float) -> Data:
    """Give a share of the examples that are not to test another class."""
    if not share:
        return data
    if not data.classes:
        raise RequestError(option_words("flip"), " is for labels, which a regression has none of; leave it out")
    places = _others(data)
    places = places[permutation(stream(seed, FLIPS), len(places))[: round(share * len(places))]]
    steps = 1 + np.floor(uniforms(stream(seed, FLIPS, 1), len(places)) * (len(data.classes) - 1))
    targets = data.targets.copy()
    targets[places] = (targets[places] + steps) % len(data.classes)
    return replace(data, targets=targets)


def _disturbed(data: Data, seed: int, disturbance: Disturbance) -> Data:
    data = flipped(data, seed, disturbance.flip)
    if not disturbance.outliers:
        return data
    places = _others(data)
    if disturbance.outliers > len(places):
        raise RequestError(option_words("outliers"), f" can be at most {len(places)} here; give fewer")
    places = places[permutation(stream(seed, OUTLIERS), len(places))[: disturbance.outliers]]
    inputs, targets = data.inputs.copy(), data.targets.copy()
    numbers = uniforms(stream(seed, OUTLIERS, 1), len(places))
    if data.classes:
        far = FAR_TIMES * np.sqrt((data.inputs**2).sum(axis=1).max())
        angles = 2.0 * np.pi * numbers
        inputs[places] = far * _columns(np.cos(angles), np.sin(angles))
    else:
        # Where the line ends, they turn it most.
        inputs[places, 0] = 1.0 + numbers
        targets[places] = inputs[places, 0] - BELOW
    return replace(data, inputs=inputs, targets=targets)


def _others(data: Data) -> Places:
    """Return the places of the examples that are not to test, in order."""
    return np.sort(np.concatenate([data.train, data.validation]))
