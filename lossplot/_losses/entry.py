"""Entries of the catalogue: losses, their axes and parameters."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from lossplot._formula.parser import parse
from lossplot._formula.tree import Tree
from lossplot._losses.equivalent import Equivalent

# The most that a value and a derivative are from the exact ones, in units in the last place (ulp): of the exact
# number, and of what it moves by when x and each parameter move by their own relative size.
VALUE_ULPS, SLOPE_ULPS = 4, 8

# Bounds on the size of the numbers of a loss: their squares and the squares' ratios are doubles still.
LEAST_SIZE, MOST_SIZE = 1e-100, 1e100


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of the reals; an infinite end is always open."""

    low: float = -math.inf
    high: float = math.inf
    low_closed: bool = False
    high_closed: bool = False

    def __contains__(self, x: float) -> bool:
        above = x >= self.low if self.low_closed else x > self.low
        below = x <= self.high if self.high_closed else x < self.high
        return above and below

    def __str__(self) -> str:
        return f"{'[' if self.low_closed else '('}{self.low:g}, {self.high:g}{']' if self.high_closed else ')'}"


REAL = Interval()
POSITIVE = Interval(0.0)
NONNEGATIVE = Interval(0.0, low_closed=True)
UNIT = Interval(0.0, 1.0, low_closed=True, high_closed=True)
OPEN_UNIT = Interval(0.0, 1.0)
SIGN = Interval(-1.0, 1.0, low_closed=True, high_closed=True)
ZERO = Interval(0.0, 0.0, low_closed=True, high_closed=True)
TWO = Interval(2.0, 2.0, low_closed=True, high_closed=True)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a loss: a number in `interval`, outside the `holes`, and whole if `integer`.

    Unless it is zero or infinite, its size is from `least` to `most`: doubles hold the formula there.
    A parameter that is only compared with, such as a threshold, may have any size.
    """

    name: str
    default: float
    interval: Interval
    integer: bool = False
    holes: tuple[Interval, ...] = ()
    least: float = LEAST_SIZE
    most: float = MOST_SIZE

    def __contains__(self, value: float) -> bool:
        fits = value in self.interval and not any(value in hole for hole in self.holes)
        whole = not self.integer or value % 1 == 0
        return fits and whole and (value == 0.0 or math.isinf(value) or self.least <= abs(value) <= self.most)

    @property
    def domain(self) -> str:
        """The allowed values in words: `in (0, inf)`, `whole, in [1, inf)`, `in (-inf, inf) without {0}`."""
        holes = " and ".join(f"{{{hole.low:g}}}" if hole.low == hole.high else str(hole) for hole in self.holes)
        return ("whole, in " if self.integer else "in ") + str(self.interval) + (f" without {holes}" if holes else "")


LABEL = Parameter("label", -1.0, SIGN, integer=True, holes=(ZERO,))
CLASSES = Parameter("classes", 2.0, Interval(2.0, low_closed=True), integer=True)


@dataclass(frozen=True, slots=True)
class Axis:
    """The variable of a loss, with its `domain`, the `label` of the figure's x axis and the default `view`.

    In the label `*x*` stands for x in italics.  With `y` the variable is what a model predicts, and the losses are
    those of this label; with `target` it is a prediction of that.  `of_mean` is the variable as a formula in the
    predicted mean x, where it stands for one.
    """

    name: str
    variable: str
    label: str
    domain: Interval
    view: tuple[float, float]
    y: int | None = None
    target: float | None = None
    of_mean: str = ""

    @property
    def is_nameless(self) -> bool:
        """Return True if nothing is known of the axis but the name of its variable."""
        return self.label.strip("*") == self.variable

    @property
    def noun(self) -> str:
        """The axis in a message: `margin`, and of a variable of which nothing is known `variable u`."""
        return f"variable {self.variable}" if self.is_nameless else self.name

    @property
    def words(self) -> str:
        """The axis in a message, with its variable: `the margin m`, and `u` where nothing is known of it."""
        return self.variable if self.is_nameless else f"the {self.name} {self.variable}"


MARGIN = Axis("margin", "m", "margin *m* = *y* *f*(*x*)", REAL, (-3.0, 3.0))
ERROR = Axis("error", "r", "error *r* = prediction \u2212 target", REAL, (-3.0, 3.0))
PREDICTION = Axis("prediction", "x", "prediction *x*", REAL, (-3.0, 5.0))
SCORE = Axis("score", "x", "score *x*", REAL, (-3.0, 3.0))
DISTANCE = Axis("distance", "x", "distance *x*", NONNEGATIVE, (0.0, 3.0))
SIMILARITY = Axis("similarity", "s", "cosine similarity *s*", SIGN, (-1.0, 1.0))
COEFFICIENT = Axis("coefficient", "w", "coefficient *w*", REAL, (-5.0, 5.0))
RATIO = Axis("ratio", "x", "probability ratio *x*", NONNEGATIVE, (0.0, 2.0))
OVERLAP = Axis("overlap", "u", "intersection over union *u*", UNIT, (0.0, 1.0))
PROBABILITY = Axis("probability", "p", "probability *p* of the true class", UNIT, (0.0, 1.0))
MEAN = replace(PREDICTION, label="predicted mean *x*", domain=POSITIVE, view=(0.0, 5.0))
# What a model predicts, whatever the label is.
DECISION = Axis("decision", "f", "decision function *f*(*x*)", REAL, (-3.0, 3.0))
FORECAST = Axis("forecast", "p", "predicted probability *p* of class 1", UNIT, (0.0, 1.0))


class LooseAlias(NamedTuple):
    """A name that is used for a loss and for others like it: `difference` says what it may mean instead."""

    name: str
    difference: str


@dataclass(frozen=True, slots=True)
class Loss:
    """A family of losses: one formula on one axis, with parameters.

    `name` is the word that people type, and `title` the name that textbooks print.
    `formula` is in the language of `lossplot._formula`; numbers, knots and notation follow from it.
    `textbook` is the formula for people to read, where `formula` avoids overflow or cancellation.
    A loss that a user typed is no part of the catalogue: its name is what was typed, its formulas are trees, and its
    `notes` say how they were understood.
    `derivative` is the textbook derivative, where that is shorter than the one that follows.
    `mean` names the mean of predictions that a mean of this loss corresponds to, such as the geometric mean.
    `requires` is a condition on the parameters beyond the interval of each.
    """

    name: str
    # Of what is typed the name says all, in less time.
    formula: str | Tree = field(hash=False)
    axis: Axis
    title: str
    summary: str
    source: str
    derivative: str | None = None
    parameters: tuple[Parameter, ...] = ()
    aliases: tuple[str, ...] = ()
    loose_aliases: tuple[LooseAlias, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()
    textbook: str | Tree | None = field(default=None, hash=False)
    requires: str | None = None
    mean: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_typed(self) -> bool:
        return not isinstance(self.formula, str)

    def parse(self, text: str) -> Tree:
        """Parse a formula in the variable and the parameters of this loss."""
        return _parse(text, (self.axis.variable, *(parameter.name for parameter in self.parameters)))

    @property
    def tree(self) -> Tree:
        return self._tree(self.formula)

    @property
    def notation(self) -> Tree:
        """The textbook formula."""
        return self._tree(self.textbook or self.formula)

    def _tree(self, formula: str | Tree) -> Tree:
        return self.parse(formula) if isinstance(formula, str) else formula

    @property
    def slope(self) -> Tree:
        """The textbook derivative."""
        return self.parse(self.derivative) if self.derivative else _derive(self)


_parse = cache(parse)


@cache
def _derive(loss: Loss) -> Tree:
    """Derive both the formula and the textbook formula, and return the shorter result."""
    from lossplot._formula.derivative import derivative
    from lossplot._formula.notation.text import source

    slopes = (derivative(tree, loss.axis.variable) for tree in (loss.tree, loss.notation))
    return min(slopes, key=lambda slope: len(source(slope)))
