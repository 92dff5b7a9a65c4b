"""Losses as functions of a network's outputs: values, and derivatives by the outputs and by learned parameters."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from lossplot._curves.axes import onto_axis
from lossplot._curves.curve import Curve
from lossplot._errors import RequestError
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import Array
from lossplot._formula.notation.textbook import textbook
from lossplot._formula.parser import FormulaError
from lossplot._formula.program import CHUNK, Program, compile_slopes, compile_trees
from lossplot._formula.special import sigmoid
from lossplot._formula.tree import Call, Name, Number, Tree, substitute
from lossplot._predictions.channels import DATUM, Scored, corners_of, scored
from lossplot._predictions.score import Asked
from lossplot._training.data import Data

_AXES = ("margin", "probability", "error", "prediction", "score")


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner with the subgradient of least norm, which is the slope there."""

    x: float
    slope: float


class Objective:
    """A loss of a network's outputs, for the examples of `data`.

    `learned` are the parameters that are inputs of the formula; `is_bounded` if the network ends in tanh.
    """

    curve: Curve
    scored: Scored
    learned: tuple[str, ...]
    is_bounded: bool
    classes: int
    has_classes: bool
    numbers: Array
    all_corners: tuple[Corner, ...]
    corners: tuple[Corner, ...]
    partial: list[Tree]

    def __init__(self, asked: Asked, data: Data, learned: Sequence[str] = (), is_bounded: bool = False) -> None:
        check_axis(asked.curve, data)
        self.curve = asked.curve
        self.scored = scored(asked.curve, asked.given, "score", len(data.classes) > 2)
        self.learned = tuple(learned)
        self.is_bounded = is_bounded
        self.classes = len(data.classes)
        self.has_classes = self.classes > 2
        self.numbers = _numbers(self.scored, data)
        self.all_corners = _corners(self.scored)
        corners = _otherwise(self.scored, self.all_corners)
        # The slope zero stays one between those of both sides, whatever the parameters become.
        self.corners = tuple(corner for corner in corners if not learned or corner.slope == 0.0)
        tree, variable = self._tree(), self.scored.moved.axis.variable
        names = [*([DATUM] if self.scored.form else []), *self.learned]
        self.partial = [partial_derivative(self.curve, tree, name) for name in self.learned]
        self._values = compile_trees([tree], variable, *names).workspace()
        program: Program = (
            compile_trees([tree, *self.partial], variable, *names)
            if self.partial
            else compile_slopes(tree, variable, *names)
        )
        self._slopes = program.workspace()

    def _tree(self) -> Tree:
        """The formula with the names of learned parameters, and of the number of each row."""
        if not self.learned:
            return self.scored.tree
        curve = self.curve
        tree = onto_axis(curve.loss.tree, curve.loss.axis, self.scored.moved.axis)
        if curve.library:
            factor, constant = map(curve.loss.parse, (curve.library.factor, curve.library.constant))
            tree = Call("+", (Call("*", (factor, tree)), constant))
        values: dict[str, Tree] = {
            name: Number(value) for name, value in curve.parameters.items() if name not in self.learned
        }
        return substitute(tree, {**values, **({self.scored.given: Name(DATUM)} if self.scored.given else {})})

    def channel(self, outputs: Array, numbers: Array) -> Array:
        """Return what the loss is a function of, shape (..., n), for outputs of shape (..., n, k)."""
        if self.has_classes:
            return self._gap(outputs, numbers)[0]
        outputs = outputs[..., 0]
        match self.scored.channel:
            case "margin" | "log-odds":
                return outputs * numbers
            case "error":
                return outputs - numbers
            case "forecast":
                return np.asarray(sigmoid(outputs))
        return outputs

    def values(self, outputs: Array, numbers: Array, parameters: Array) -> Array:
        """Return the loss of each example, shape (..., n); `parameters` are of shape (..., learned)."""
        channel = self.channel(outputs, numbers)
        flat, rest = channel.reshape(-1), self._inputs(channel, numbers, parameters)
        values = np.empty(flat.shape)
        for start in range(0, len(flat), CHUNK):
            here = slice(start, start + CHUNK)
            [(part, _)] = self._values.run(flat[here], *(each[here] for each in rest))
            values[here] = part
        return values.reshape(channel.shape)

    def slopes(self, outputs: Array, numbers: Array, parameters: Array, out: Array) -> list[Array]:
        """Write the derivatives by `outputs` into `out`; return those by each learned parameter, shape (..., n)."""
        if self.has_classes:
            channel, own, shares = self._gap(outputs, numbers)
            slopes, partial = self.channel_slopes(channel, numbers, parameters)
            np.multiply(shares, -slopes[..., None], out=out)
            np.put_along_axis(out, own, slopes[..., None], axis=-1)
            return partial
        channel = self.channel(outputs, numbers)
        slopes, partial = self.channel_slopes(channel, numbers, parameters)
        target = out[..., 0]
        match self.scored.channel:
            case "margin" | "log-odds":
                np.multiply(slopes, numbers, out=target)
            case "forecast":
                np.multiply(slopes, channel * (1.0 - channel), out=target)
            case _:
                np.copyto(target, slopes)
        return partial

    def channel_slopes(self, channel: Array, numbers: Array, parameters: Array) -> tuple[Array, list[Array]]:
        """Return the derivatives by what the loss is a function of, and those by each learned parameter.

        The next call may write over them.
        """
        flat = channel.reshape(-1)
        rest = self._inputs(channel, numbers, parameters)
        if len(flat) <= CHUNK and not self.learned:
            [(_, slopes)] = self._slopes.run(flat, *rest)
            parts = [slopes]
        else:
            parts = [np.empty(flat.shape) for _ in range(1 + len(self.learned))]
            for start in range(0, len(flat), CHUNK):
                here = slice(start, start + CHUNK)
                for i, (value, slope) in enumerate(self._slopes.run(flat[here], *(each[here] for each in rest))):
                    parts[i][here] = value if i else slope
        for corner in self.corners:
            parts[0][flat == corner.x] = corner.slope
        first, *partial = [part.reshape(channel.shape) for part in parts]
        return first, partial

    def partial_at(self, channel: Array, parameters: Array) -> list[Array]:
        """Return the derivatives by each learned parameter at points of the channel, shape (n,)."""
        with np.errstate(all="ignore"):
            return self.channel_slopes(channel, np.ones(channel.shape), parameters)[1]

    def _inputs(self, channel: Array, numbers: Array, parameters: Array) -> list[Array]:
        rest = [np.broadcast_to(numbers, channel.shape).reshape(-1)] if self.scored.form else []
        places = range(len(self.learned))
        return rest + [np.broadcast_to(parameters[..., i, None], channel.shape).reshape(-1) for i in places]

    def _gap(self, outputs: Array, numbers: Array) -> tuple[Array, Any, Array]:
        """Return how far the score of the own class is ahead, and how much each other one counts for that.

        Of a margin it is the gap to the best wrong class, of a probability the log-odds of the softmax.
        """
        own = np.broadcast_to(numbers, outputs.shape[:-1]).astype(np.int64)[..., None]
        score = np.take_along_axis(outputs, own, axis=-1)
        others = outputs.copy()
        np.put_along_axis(others, own, -np.inf, axis=-1)
        best = others.max(axis=-1, keepdims=True)
        if self.scored.channel == "margin":
            shares = np.zeros(outputs.shape)
            np.put_along_axis(shares, others.argmax(axis=-1)[..., None], 1.0, axis=-1)
            return (score - best)[..., 0], own, shares
        shares = np.exp(others - best)
        total = shares.sum(axis=-1, keepdims=True)
        return (score - best - np.log(total))[..., 0], own, shares / total


def check_axis(curve: Curve, data: Data) -> None:
    """Raise RequestError unless `data` have what the loss is a function of."""
    axis = curve.axis
    if axis.name not in _AXES and not axis.is_nameless:
        raise RequestError(
            f"{curve.name} is a function of {axis.words}, which a network of one input has none of; "
            "choose a loss of the margin, the error or the probability"
        )
    if axis.is_nameless:
        raise RequestError(f"{curve.name} is a function of {axis.words}; call its variable m, r or p to train with it")
    if not data.classes and (axis.name in ("margin", "probability") or axis.variable == "p"):
        raise RequestError(
            f"{curve.name} is a function of {axis.words}, and {data.name} has targets, no labels; "
            "choose a loss of the error, such as squared or huber"
        )


def _numbers(loss: Scored, data: Data) -> Array:
    """Return the number of each example that its channel, or a parameter of its loss, takes."""
    if len(data.classes) > 2:
        return data.targets
    match loss.channel, loss.form:
        case _, "bit":
            return data.targets
        case (("forecast" | "prediction"), "target"):
            return data.targets
        case _:
            return data.signs if data.classes else data.targets


def _corners(loss: Scored) -> tuple[Corner, ...]:
    """Find the corners, and at each the one-sided slope of least size, or zero if it lies between them."""
    return tuple(Corner(corner.x, _least(corner.left, corner.right)) for corner in corners_of(loss))


def _otherwise(loss: Scored, corners: Sequence[Corner]) -> tuple[Corner, ...]:
    """Return the corners where the formula's own slope is another."""
    own = loss.moved.jet([corner.x for corner in corners]).slope if corners else ()
    return tuple(corner for corner, slope in zip(corners, own, strict=True) if slope != corner.slope)


def _least(left: float, right: float) -> float:
    return 0.0 if left * right <= 0.0 else min(left, right, key=abs)


def partial_derivative(curve: Curve, tree: Tree, name: str) -> Tree:
    """Derive a loss by one of its parameters.  Raises RequestError where its formula says nothing of that."""
    for formula in (tree, textbook(tree)):
        with suppress(FormulaError):
            return derivative(formula, name)
    raise RequestError(f"{curve.name} has no derivative by {name}; learn another parameter")
