"""Losses with their parameters bound: value, slope, curvature and knots at any x."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from lossplot._curves.axes import label_words, mirrored, onto_axis
from lossplot._curves.words import LossText
from lossplot._formula.accurate import accurate
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import Array, Jet, bind, evaluate
from lossplot._formula.knots import Knot, find_knots, find_roots
from lossplot._formula.notation.letters import number
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Call, Number, Tree
from lossplot._losses import Axis, Equivalent, Interval, Loss

# Knots are looked for near zero closely, then far out, and then wherever there are doubles.
NEAR, FAR, FARTHEST = 50.0, 1e6, 1e300


@dataclass(frozen=True, slots=True)
class Curve:
    """Loss with a value for each of its parameters.

    `label` is what the user calls the curve, if anything.  `given` are the parameters that the user chose.  `library`
    is the other library's loss that was asked for, if any: the curve has its scale.  `moved_to` is the axis that the
    curve is drawn on, if not its own.  `unit` is what its values are divided by.  With a `chance` of the label +1, or
    of the class whose probability is p, it is the conditional risk: the loss on average.  `remarks` are sentences on
    how it was asked for.
    """

    loss: Loss
    values: tuple[float, ...]
    given: tuple[str, ...] = field(default=(), compare=False)
    library: Equivalent | None = None
    moved_to: Axis | None = None
    unit: float = 1.0
    chance: float | None = None
    label: str = ""
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def parameters(self) -> dict[str, float]:
        return {parameter.name: value for parameter, value in zip(self.loss.parameters, self.values, strict=True)}

    @property
    def name(self) -> str:
        return self.label or self.bare_name

    @property
    def bare_name(self) -> str:
        """The name without the user's label."""
        return self.library.name if self.library else self.loss.name

    @property
    def spec(self) -> str:
        """The text that asks for this curve: `huber:delta=2`, `mine = max(0, c - m):c=1`."""
        assignments = (f"{name}={number(self.parameters[name])}" for name in self.given)
        return str(LossText(self.label, self.bare_name, tuple(assignments)))

    @property
    def title(self) -> str:
        """The `spec`, with the label that the curve is for, if it is for one: `huber:delta=2`, `hinge, y = +1`."""
        words = label_words(self.axis).replace("*", "").replace("\u2212", "-")
        return f"{self.spec}, {words}" if words else self.spec

    @property
    def axis(self) -> Axis:
        return self.moved_to or self.loss.axis

    @property
    def is_moved(self) -> bool:
        """True if the curve is drawn on an axis that is not that of its loss."""
        return self.axis.name != self.loss.axis.name

    @property
    def domain(self) -> Interval:
        return self.axis.domain

    @property
    def tree(self) -> Tree:
        return _bound(self)

    @property
    def notation(self) -> Tree:
        """The textbook formula on the axis of the curve, its parameters by their names."""
        return onto_axis(self.loss.notation, self.loss.axis, self.axis)

    @property
    def slope_notation(self) -> Tree:
        """The textbook derivative on the axis of the curve."""
        return derivative(self.notation, self.axis.variable) if self.is_moved else self.loss.slope

    @property
    def rewrites(self) -> tuple[tuple[str, str], ...]:
        """The parts of a typed formula that were rewritten, each as it was typed and as it is computed."""
        if not self.loss.is_typed:
            return ()
        bound = bind(self.notation, self.parameters, self.axis.variable)
        return accurate(bound, self.axis.variable, (self.domain.low, self.domain.high)).rewrites

    @property
    def factor(self) -> float:
        """The library's value, in units of ours."""
        return _in_library(self, self.library.factor) if self.library else 1.0

    @property
    def constant(self) -> float:
        """The constant that the library's value has beyond its factor times ours."""
        return _in_library(self, self.library.constant) if self.library else 0.0

    @property
    def allowed(self) -> bool:
        """True if the values of the parameters fulfil what the loss requires of them together."""
        condition = self.loss.requires
        return not condition or bind(self.loss.parse(f"1 if {condition} else 0"), self.parameters, "") == Number(1.0)

    def having(self, name: str, value: float) -> Curve:
        """The same curve with `value` for the parameter called `name`."""
        return replace(self, values=tuple({**self.parameters, name: value}.values()))

    def jet(self, x: ArrayLike, side: int = 0) -> Jet:
        """Compute value, slope and curvature at `x` (shape (n,)), by the formula alone; `side` as in `evaluate`.

        NaN outside the domain of the axis.
        """
        points = np.atleast_1d(np.asarray(x, dtype=np.float64))
        jet = evaluate(self.tree, self.axis.variable, points, side)
        inside = (points >= self.domain.low) & (points <= self.domain.high)
        if not inside.all():
            jet = Jet(*(np.where(inside, part, np.nan) for part in (jet.value, jet.slope, jet.curvature)))
        # Adding zero turns -0.0, which would be printed as -0, into 0.0.
        return Jet(jet.value + 0.0, jet.slope + 0.0, jet.curvature + 0.0)

    def value(self, x: ArrayLike) -> Array:
        """Compute the value at `x` (shape (n,)), NaN outside the domain of the axis."""
        return self.jet(x).value

    def derivatives(self, x: ArrayLike) -> Jet:
        """Compute the `jet` at `x`, with NaN for derivatives that do not exist.

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
        """Find the knots in [low, high], ends of the domain excepted."""
        low, high = max(low, self.domain.low), min(high, self.domain.high)
        if low > high:
            return ()
        return tuple(knot for knot in _knots(self, low, high) if self.domain.low < knot.x < self.domain.high)

    def landmarks(self, low: float, high: float) -> list[float]:
        """Find the places in [low, high] where the formula passes from one piece to the next, smoothly or not."""
        return list(_landmarks(self, max(low, self.domain.low), min(high, self.domain.high)))


def all_knots(curve: Curve) -> tuple[Knot, ...]:
    """Find every knot, in order; near zero also those that are close to each other.

    Where they are too many to be listed, those within a million of zero.
    """
    near = curve.knots(-NEAR, NEAR)
    far = [knot for knot in curve.knots(-FAR, FAR) if abs(knot.x) > NEAR]
    with suppress(FormulaError):
        far += [knot for knot in curve.knots(-FARTHEST, FARTHEST) if abs(knot.x) > FAR]
    return tuple(sorted([*near, *far], key=lambda knot: knot.x))


def short(value: float) -> str:
    """Format `value` in five digits, for a label."""
    return f"{value:.5g}".replace("-", "\u2212").replace("inf", "\u221e")


@cache
def _bound(curve: Curve) -> Tree:
    tree = onto_axis(curve.loss.tree, curve.loss.axis, curve.axis)
    if curve.factor != 1.0:
        tree = Call("*", (Number(curve.factor), tree))
    if curve.constant != 0.0:
        tree = Call("+", (tree, Number(curve.constant)))
    if curve.unit != 1.0:
        tree = Call("/", (tree, Number(curve.unit)))
    if curve.chance is not None:
        tree = _average(tree, mirrored(tree, curve.axis), curve.chance)
    tree = bind(tree, curve.parameters, curve.axis.variable)
    if not curve.loss.is_typed:
        return tree
    # With its numbers, and on its axis, more of it may be rewritten.
    return accurate(tree, curve.axis.variable, (curve.domain.low, curve.domain.high)).tree


def _average(tree: Tree, other: Tree, chance: float) -> Tree:
    """Average `tree`, with weight `chance`, and `other`; a part of weight 0 does not count, even if it is infinite."""
    weighted = [Call("*", (Number(share), part)) for share, part in ((chance, tree), (1.0 - chance, other)) if share]
    return Call("+", tuple(weighted)) if len(weighted) == 2 else weighted[0]


@cache
def _in_library(curve: Curve, formula: str) -> float:
    tree = bind(curve.loss.parse(formula), curve.parameters, curve.loss.axis.variable)
    assert isinstance(tree, Number)
    return tree.value


@cache
def _landmarks(curve: Curve, low: float, high: float) -> tuple[float, ...]:
    return tuple(x for _, x in find_roots(curve.tree, curve.axis.variable, low, high))


@cache
def _knots(curve: Curve, low: float, high: float) -> tuple[Knot, ...]:
    return find_knots(curve.tree, curve.axis.variable, low, high)


def default_curve(loss: Loss) -> Curve:
    """Return `loss` with all its parameters at their defaults."""
    return Curve(loss, tuple(parameter.default for parameter in loss.parameters))
