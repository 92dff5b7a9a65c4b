"""Tree -> numbers: value, slope and curvature together, exact to rounding.

A *germ* is a jet at one side of a point.  At a tie (`abs(u)` at u = 0, `a < b` at a = b) an
ordinary evaluation does what the formula says; a germ looks one step further to its side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from lossplot._formula import rules
from lossplot._formula.functions import CONSTANTS
from lossplot._formula.rules import Array, SparseJet, Truth, Values
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, comparisons_in, names_in, substitute

__all__ = ["Array", "Jet", "bind", "evaluate", "evaluate_value"]

# Relative distance at which a germ looks beside a point where all its derivatives vanish.
_ASIDE = 2.0**-20
_Comparison = Callable[[Values, Values], Truth]
_COMPARE: dict[str, _Comparison] = {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The rules by which a tree is computed at each of `x`."""

    variable: str
    x: Array
    side: int
    # Without derivatives, the variable is taken for a constant, of which nothing is derived.
    has_slopes: bool = True

    def jet(self, tree: Tree) -> SparseJet:
        match tree:
            case Number(value):
                return SparseJet(np.float64(value))
            case Name(name) if name == self.variable:
                return SparseJet(self.x, np.float64(1.0) if self.has_slopes else None)
            case Name(name):
                return SparseJet(np.float64(CONSTANTS[name]))
            case Call("if", (condition, then, otherwise)):
                return self.choose(self.truth(condition), then, otherwise)
        if tree.function in COMPARISONS or tree.function == "and":
            return SparseJet(np.where(self.truth(tree), 1.0, 0.0))
        arguments = [self.jet(part) for part in tree.arguments]
        match tree.function:
            case "neg":
                return rules.scale(arguments[0], np.float64(-1.0))
            case function if function in rules.TIES:
                return self.tie(function, tree.arguments[0], arguments[0])
            case "max" | "min":
                return self.extreme(tree.function, tree.arguments, arguments)
            case "/" if self.side:
                arguments[1] = self.with_signed_zeros(tree.arguments[1], arguments[1])
            case "^" if self.side:
                arguments[0] = self.with_signed_zeros(tree.arguments[0], arguments[0])
        if tree.function in rules.BINARY:
            return rules.BINARY[tree.function](*arguments)
        return self.apply(tree.function, arguments)

    def apply(self, function: str, arguments: list[SparseJet]) -> SparseJet:
        """Apply a function of one variable, and of constants if it has any."""
        return (rules.family if function in rules.FAMILIES else rules.chain)(function, *arguments)

    def tie(self, function: str, tree: Tree, jet: SparseJet) -> SparseJet:
        """Apply a function that changes where `tree`, whose jet is `jet`, is zero."""
        return rules.TIES[function](jet, self.sign(tree, jet))

    def truth(self, condition: Tree) -> Truth:
        if not isinstance(condition, Call):
            return np.asarray(self.jet(condition).value != 0.0)
        if condition.function == "and":
            return reduce(lambda truth, other: truth & other, map(self.truth, condition.arguments))
        compare = _COMPARE[condition.function]
        left, right = map(self.jet, condition.arguments)
        if self.side:
            return compare(self.sign(Call("-", condition.arguments), rules.minus(left, right)), np.float64(0.0))
        return compare(left.value, right.value)

    def sign(self, tree: Tree, jet: SparseJet) -> Values:
        """Return the sign of `tree`, whose jet is `jet`; of a germ, the sign just beside the point."""
        sign = np.sign(jet.value)
        if self.side == 0 or np.all(sign):
            return sign
        for derivative, factor in ((jet.slope, self.side), (jet.curvature, 1)):
            if derivative is not None:
                sign = np.where(sign == 0.0, factor * np.sign(derivative), sign)
        if np.all(sign) or self.variable not in names_in(tree):
            return sign
        aside = Evaluation(self.variable, self.x + self.side * _ASIDE * np.maximum(np.abs(self.x), _ASIDE), 0)
        return np.where(sign == 0.0, np.sign(aside.jet(tree).value), sign)

    def extreme(self, function: str, trees: tuple[Tree, ...], jets: list[SparseJet]) -> SparseJet:
        """Return the largest (`max`) or smallest (`min`) of `jets`, those of `trees`; NaN where one of them is."""
        best, jet = trees[0], jets[0]
        for other, other_jet in zip(trees[1:], jets[1:], strict=True):
            difference = rules.minus(jet, other_jet)
            sign = self.sign(Call("-", (best, other)), difference) if self.side else np.sign(difference.value)
            is_nan = np.isnan(jet.value) | np.isnan(other_jet.value)
            jet = rules.pick(sign >= 0.0 if function == "max" else sign <= 0.0, jet, other_jet)
            jet = SparseJet(np.where(is_nan, np.nan, jet.value), jet.slope, jet.curvature)
            if self.side:
                best = Call(function, (best, other))
        return jet

    def with_signed_zeros(self, tree: Tree, jet: SparseJet) -> SparseJet:
        """Sign the zeros of `jet` as the germ is beside them, so that 1/0 is infinite with the right sign."""
        if np.all(jet.value):
            return jet
        value = np.where(jet.value == 0.0, np.copysign(0.0, self.sign(tree, jet)), jet.value)
        return SparseJet(value, jet.slope, jet.curvature)

    def choose(self, truth: Truth, then: Tree, otherwise: Tree) -> SparseJet:
        """Evaluate each branch where it applies, and nowhere else."""
        if np.all(truth) or not np.any(truth):
            return self.jet(then if np.all(truth) else otherwise)
        where = np.asarray(truth)

        def join(first: Values, second: Values) -> Array:
            values = np.empty(where.shape)
            values[where], values[~where] = first, second
            return values

        return rules.combine(self.within(where).jet(then), self.within(~where).jet(otherwise), join)

    def within(self, where: NDArray[np.bool_]) -> Evaluation:
        return replace(self, x=self.x[where])


@dataclass(frozen=True, slots=True)
class Jet:
    """A value with its first and second derivative at each of n points, each of shape (n,)."""

    value: Array
    slope: Array
    curvature: Array


def evaluate(tree: Tree, variable: str, x: Array, side: int = 0) -> Jet:
    """Compute value, slope and curvature of `tree` at each of `x` (shape (n,)).

    `side` -1 or +1 asks for germs: what holds just left or just right of each point.
    Raises FormulaError if an exponent is too large, or an argument that must be a number depends on the variable.
    """
    with np.errstate(all="ignore"):
        jet = Evaluation(variable, x, side).jet(tree)
    return Jet(*(_spread(part, x.shape) for part in (jet.value, jet.slope, jet.curvature)))


def evaluate_value(tree: Tree, variable: str, x: Array) -> Array:
    """Compute the value of `tree` at each of `x` (shape (n,)), in a third of the time of its derivatives too.

    Raises FormulaError as `evaluate` does.
    """
    with np.errstate(all="ignore"):
        return _spread(Evaluation(variable, x, 0, has_slopes=False).jet(tree).value, x.shape)


def _spread(part: Values | None, shape: tuple[int, ...]) -> Array:
    if isinstance(part, np.ndarray) and part.shape == shape:
        return part
    return np.broadcast_to(0.0 if part is None else part, shape)


def bind(tree: Tree, parameters: Mapping[str, float], variable: str) -> Tree:
    """Put numbers in place of the parameters, and compute whatever does not depend on `variable`.

    Raises ValueError if `tree` mentions other names.
    """
    bound = substitute(tree, {name: Number(value) for name, value in parameters.items()})
    if not names_in(bound) <= {variable, *CONSTANTS}:
        raise ValueError(f"unbound names: {sorted(names_in(bound) - {variable, *CONSTANTS})}")
    return _fold(bound)


def _fold(tree: Tree) -> Tree:
    """Put numbers in place of all parts that mention no variable."""
    match tree:
        case Name(name) if name in CONSTANTS:
            return Number(CONSTANTS[name])
        case Call("and"):
            return _fold_chain(tree)
        case Call(function, arguments):
            return _fold_call(Call(function, tuple(map(_fold, arguments))))
    return tree


def _fold_call(call: Call) -> Tree:
    match call:
        case Call("if", (Number(truth), then, otherwise)):
            return then if truth else otherwise
        case Call(_, arguments) if all(isinstance(part, Number) for part in arguments):
            return Number(float(evaluate(call, "", np.zeros(1)).value[0]))
        case Call("*", (Number(1.0), other)) | Call("*" | "/", (other, Number(1.0))):
            return other
        case Call("-", (Number(0.0), other)):
            return Call("neg", (other,))
    return call


def _fold_chain(tree: Tree) -> Tree:
    """Fold a chain of comparisons: those at its ends that hold in any case are left out."""
    links = [Call(part.function, tuple(map(_fold, part.arguments))) for part in comparisons_in(tree)]
    results = list(map(_fold_call, links))
    if Number(0.0) in results:
        return Number(0.0)
    places = [i for i, result in enumerate(results) if not isinstance(result, Number)]
    if not places:
        return Number(1.0)
    first, *others = links[places[0] : places[-1] + 1]
    return Call("and", (first, *others)) if others else first
