"""A loss with its parameters bound: it answers value, slope, curvature and knots at any x."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from lossplot.errors import RequestError
from lossplot.formula.jets import Jet, bind, evaluate
from lossplot.formula.knots import Knot, find_knots, find_roots
from lossplot.formula.notation import GREEK, number
from lossplot.formula.tree import Tree
from lossplot.losses import Axis, Loss, Parameter, find, normalise, suggest
from lossplot.words import quote, read_number

MAX_CURVES = 50
MAX_SIZE = 1e100


@dataclass(frozen=True, slots=True)
class Curve:
    """A loss with a value for each of its parameters; `given` are those that the user chose."""

    loss: Loss
    values: tuple[float, ...]
    given: tuple[str, ...] = field(default=(), compare=False)

    @property
    def parameters(self) -> dict[str, float]:
        return {parameter.name: value for parameter, value in zip(self.loss.parameters, self.values, strict=True)}

    @property
    def spec(self) -> str:
        """The words that ask for this curve: `huber:delta=2`."""
        return ":".join([self.loss.name, *(f"{name}={number(self.parameters[name])}" for name in self.given)])

    @property
    def label(self) -> str:
        """The words that name it in a figure: `huber (δ = 2)`."""
        shown = ", ".join(f"{GREEK.get(name, name)} = {self.parameters[name]:g}" for name in self.given)
        return f"{self.loss.name} ({shown})" if shown else self.loss.name

    @property
    def axis(self) -> Axis:
        return self.loss.axis

    @property
    def tree(self) -> Tree:
        return _bound(self)

    def jet(self, x: ArrayLike, side: int = 0) -> Jet:
        """Value, slope and curvature at `x` (shape (n,)), by the formula alone; `side` as in `evaluate`.

        NaN outside the domain of the axis.
        """
        points = np.atleast_1d(np.asarray(x, dtype=np.float64))
        jet = evaluate(self.tree, self.axis.variable, points, side)
        inside = (points >= self.axis.domain.low) & (points <= self.axis.domain.high)
        # Adding zero turns -0.0, which would be printed as -0, into 0.0.
        return Jet(*(np.where(inside, part, np.nan) + 0.0 for part in (jet.value, jet.slope, jet.curvature)))

    def derivatives(self, x: ArrayLike) -> Jet:
        """As `jet`, but NaN wherever a derivative does not exist.

        That is the slope at a jump or corner, and the curvature at those and at a curvature knot.
        """
        points = np.atleast_1d(np.asarray(x, dtype=np.float64))
        jet = self.jet(points)
        slope, curvature = jet.slope, jet.curvature
        for knot in self.knots(float(np.min(points)), float(np.max(points))) if points.size else ():
            here = points == knot.x
            curvature = np.where(here, np.nan, curvature)
            if knot.kind != "curvature":
                slope = np.where(here, np.nan, slope)
        return Jet(jet.value, slope, curvature)

    def knots(self, low: float, high: float) -> tuple[Knot, ...]:
        """The knots in [low, high], ends of the domain excepted."""
        domain = self.axis.domain
        low, high = max(low, domain.low), min(high, domain.high)
        if low > high:
            return ()
        return tuple(knot for knot in _knots(self, low, high) if domain.low < knot.x < domain.high)

    def landmarks(self, low: float, high: float) -> list[float]:
        """Where the formula passes from one piece to the next in [low, high], smoothly or not."""
        domain = self.axis.domain
        low, high = max(low, domain.low), min(high, domain.high)
        return [x for _, x in find_roots(self.tree, self.axis.variable, low, high)]


@cache
def _bound(curve: Curve) -> Tree:
    return bind(curve.loss.tree, curve.parameters, curve.axis.variable)


@cache
def _knots(curve: Curve, low: float, high: float) -> tuple[Knot, ...]:
    return find_knots(curve.tree, curve.axis.variable, low, high)


def read_curves(texts: Iterable[str], also: Iterable[str] = ()) -> tuple[Curve, ...]:
    """The curves that the words ask for: `hinge`, `huber:delta=2`, `huber:delta=0.5,1,2` (three).

    `also` are words that an unknown name may have been meant for.

    Raises RequestError for an unknown name or parameter, a value outside its interval, curves
    of different axes, or more than 50.
    """
    families = [_read_family(text, also) for text in texts]
    count = sum(math.prod(map(len, family.choices)) for family in families)
    if count > MAX_CURVES:
        raise RequestError(f"{MAX_CURVES} curves is the most for one figure; this is {count}")
    return tuple(
        Curve(family.loss, values, family.given) for family in families for values in itertools.product(*family.choices)
    )


def same_axis(curves: Iterable[Curve]) -> Axis:
    """The axis that all `curves` share.  Raises RequestError if they do not."""
    first, *others = curves
    for other in others:
        if other.axis != first.axis:
            raise RequestError(
                f"{first.loss.name} is a function of the {first.axis.name} {first.axis.variable}, "
                f"{other.loss.name} of the {other.axis.name} {other.axis.variable}; draw them in two figures"
            )
    return first.axis


@dataclass(frozen=True, slots=True)
class _Family:
    """A loss with the values to draw for each of its parameters."""

    loss: Loss
    choices: list[list[float]]
    given: tuple[str, ...]


def _read_family(text: str, also: Iterable[str]) -> _Family:
    name, *assignments = text.split(":")
    loss = find(name, also)
    choices: dict[str, list[float]] = {}
    for assignment in assignments:
        word, equals, values = assignment.partition("=")
        parameter = _find_parameter(loss, word)
        if not equals or not values:
            raise RequestError(
                f"parameter {quote(assignment)} of {loss.name} has no value; write {parameter.name}=NUMBER"
            )
        if parameter.name in choices:
            raise RequestError(
                f"parameter '{parameter.name}' of {loss.name} is given twice; write {parameter.name}=A,B for two curves"
            )
        choices[parameter.name] = [_read_value(loss, parameter, value) for value in values.split(",")]
    lists = [choices.get(parameter.name, [parameter.default]) for parameter in loss.parameters]
    given = tuple(parameter.name for parameter in loss.parameters if parameter.name in choices)
    return _Family(loss, lists, given)


def _find_parameter(loss: Loss, word: str) -> Parameter:
    for parameter in loss.parameters:
        if normalise(parameter.name) == normalise(word):
            return parameter
    names = [parameter.name for parameter in loss.parameters]
    hint = suggest(normalise(word), names) or (f"it has {', '.join(names)}" if names else "it has none")
    raise RequestError(f"{loss.name} has no parameter {quote(word)}; {hint}")


def _read_value(loss: Loss, parameter: Parameter, text: str) -> float:
    value = read_number(text, f"{parameter.name} of {loss.name},")
    if abs(value) > MAX_SIZE:
        raise RequestError(f"{parameter.name} = {value:g} of {loss.name} is too large; the most is {MAX_SIZE:g}")
    if value not in parameter.interval:
        raise RequestError(
            f"{parameter.name} = {value:g} of {loss.name} is out of range; it lies in {parameter.interval}"
        )
    return value
