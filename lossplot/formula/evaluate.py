"""Tree -> numbers: value, slope and curvature together, exact to rounding.

A *germ* is a jet at one side of a point.  At a tie (`abs(u)` at u = 0, `a < b` at a = b) an
ordinary evaluation does what the formula says; a germ looks one step further to its side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from lossplot.formula.functions import CONSTANTS
from lossplot.formula.rules import BINARY, Array, Jet, Part, chain, minus, pick, scaled
from lossplot.formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in, substitute, transform

__all__ = ["Array", "Jet", "bind", "evaluate"]

# How far beside a point, as a share of it, a germ looks where all its derivatives vanish.
_ASIDE = 2.0**-20
_COMPARE: dict[str, Callable[[Part, Part], Part]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


@dataclass(frozen=True, slots=True)
class _Evaluation:
    variable: str
    x: Array
    side: int

    def jet(self, tree: Tree) -> Jet:
        match tree:
            case Number(value):
                return Jet(np.float64(value))
            case Name(name):
                return Jet(self.x, np.float64(1.0)) if name == self.variable else Jet(np.float64(CONSTANTS[name]))
            case Call("if", (condition, then, otherwise)):
                return self.choose(self.truth(condition), then, otherwise)
        if tree.function in COMPARISONS or tree.function == "and":
            return Jet(np.where(self.truth(tree), 1.0, 0.0))
        arguments = [self.jet(part) for part in tree.arguments]
        match tree.function:
            case "neg":
                return scaled(arguments[0], np.float64(-1.0))
            case "abs":
                return scaled(arguments[0], np.where(self.sign(tree.arguments[0], arguments[0]) < 0.0, -1.0, 1.0))
            case "sign":
                return Jet(self.sign(tree.arguments[0], arguments[0]))
            case "step":
                return Jet(np.where(self.sign(tree.arguments[0], arguments[0]) >= 0.0, 1.0, 0.0))
            case "max" | "min":
                return self.extreme(tree.function, tree.arguments, arguments)
            case "/" if self.side:
                arguments[1] = self.with_signed_zeros(tree.arguments[1], arguments[1])
            case "^" if self.side:
                arguments[0] = self.with_signed_zeros(tree.arguments[0], arguments[0])
        if len(arguments) == 1:
            return chain(tree.function, arguments[0])
        return BINARY[tree.function](*arguments)

    def truth(self, condition: Tree) -> Part:
        if not isinstance(condition, Call):
            return self.jet(condition).value != 0.0
        if condition.function == "and":
            return reduce(np.logical_and, map(self.truth, condition.arguments))
        compare = _COMPARE[condition.function]
        left, right = map(self.jet, condition.arguments)
        if self.side:
            return compare(self.sign(Call("-", condition.arguments), minus(left, right)), 0.0)
        return compare(left.value, right.value)

    def sign(self, tree: Tree, jet: Jet) -> Part:
        """The sign of `jet`, that of `tree`; of a germ, the sign just beside the point."""
        sign = np.sign(jet.value)
        if self.side == 0 or np.all(sign):
            return sign
        for derivative, factor in ((jet.slope, self.side), (jet.curvature, 1)):
            if derivative is not None:
                sign = np.where(sign == 0.0, factor * np.sign(derivative), sign)
        if np.all(sign) or self.variable not in names_in(tree):
            return sign
        aside = _Evaluation(self.variable, self.x + self.side * _ASIDE * np.maximum(np.abs(self.x), _ASIDE), 0)
        return np.where(sign == 0.0, np.sign(aside.jet(tree).value), sign)

    def extreme(self, function: str, trees: tuple[Tree, ...], jets: list[Jet]) -> Jet:
        """The largest (`max`) or smallest (`min`) of `jets`, those of `trees`."""
        best, jet = trees[0], jets[0]
        for other, other_jet in zip(trees[1:], jets[1:], strict=True):
            sign = self.sign(Call("-", (best, other)), minus(jet, other_jet))
            jet = pick(sign >= 0.0 if function == "max" else sign <= 0.0, jet, other_jet)
            best = Call(function, (best, other))
        return jet

    def with_signed_zeros(self, tree: Tree, jet: Jet) -> Jet:
        """`jet`, its zeros signed as the germ is beside them, so that 1/0 is infinite with the right sign."""
        if np.all(jet.value):
            return jet
        value = np.where(jet.value == 0.0, np.copysign(0.0, self.sign(tree, jet)), jet.value)
        return Jet(value, jet.slope, jet.curvature)

    def choose(self, truth: Part, then: Tree, otherwise: Tree) -> Jet:
        """Evaluate each branch where it applies, and nowhere else."""
        if np.ndim(truth) == 0 or self.x.size == 1:
            return self.jet(then if np.all(truth) else otherwise)
        parts: list[Array] = [np.zeros(self.x.shape) for _ in range(3)]
        for branch, where in ((then, truth), (otherwise, ~truth)):
            if where.any():
                jet = _Evaluation(self.variable, self.x[where], self.side).jet(branch)
                for part, values in zip(parts, (jet.value, jet.slope, jet.curvature), strict=True):
                    part[where] = 0.0 if values is None else values
        return Jet(*parts)


def evaluate(tree: Tree, variable: str, x: Array, side: int = 0) -> Jet:
    """Value, slope and curvature of `tree` at each of `x` (shape (n,)), each an array of that shape.

    `side` -1 or +1 asks for germs: what holds just left or just right of each point.
    """
    with np.errstate(all="ignore"):
        jet = _Evaluation(variable, x, side).jet(tree)
    return Jet(*(_spread(part, x.shape) for part in (jet.value, jet.slope, jet.curvature)))


def _spread(part: Part | None, shape: tuple[int, ...]) -> Array:
    if isinstance(part, np.ndarray) and part.shape == shape:
        return part
    return np.broadcast_to(0.0 if part is None else part, shape)


def bind(tree: Tree, parameters: Mapping[str, float], variable: str) -> Tree:
    """Put numbers in place of the parameters; compute whatever no longer depends on `variable`."""
    bound = substitute(tree, {name: Number(value) for name, value in parameters.items()})

    def fold(node: Tree) -> Tree:
        match node:
            case Call("if", (Number(truth), then, otherwise)):
                return then if truth else otherwise
            case Call(_, arguments) if all(isinstance(part, Number) for part in arguments):
                return Number(float(evaluate(node, variable, np.zeros(1)).value[0]))
            case Name(name) if name in CONSTANTS:
                return Number(CONSTANTS[name])
        return node

    if not names_in(bound) <= {variable, *CONSTANTS}:
        raise ValueError(f"unbound names: {sorted(names_in(bound) - {variable, *CONSTANTS})}")
    return transform(bound, fold)
