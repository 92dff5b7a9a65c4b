"""The walk in two dimensions, of MathML and mathtext: minus signs in front, rows of factors, fractions, bare calls."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from lossplot._formula.algebra import positive
from lossplot._formula.functions import row_of
from lossplot._formula.notation.letters import GREEK, has_exponent, mantissa_and_exponent, number
from lossplot._formula.notation.writer import ATOM, BARE, FACTOR, PRODUCT, SUM, Writer
from lossplot._formula.tree import Call, Name, Number, Tree, is_condition

# An exponent of e that is broader than this is written as the argument of exp.
_BROAD = 8


class Typesetter(Writer):
    """Writer of trees in two dimensions; what is `is_flat` has quotients as a/b, as in an exponent."""

    def level(self, node: Tree) -> int:
        if positive(node):
            return SUM
        match node:
            case Number(value) if has_exponent(value):
                return self.table.ten if mantissa_and_exponent(value)[0] == "1" else PRODUCT
            case Call("/") if self.stacks(node):
                return FACTOR
            case Call(function) if row_of(function).notation.is_open:
                return BARE
            case Call(function) if row_of(function).notation.is_bare:
                return FACTOR
        return ATOM if is_condition(node) else Writer.level(self, node)

    def opposite(self, node: Tree) -> Tree | None:
        return positive(node)

    def negative(self, opposite: Tree) -> str:
        match opposite:
            case Call("/", (Call("-", (left, right)), below)):
                return self.spell(Call("/", (Call("-", (right, left)), below)), SUM)
        return self.table.minus + self.write(opposite, PRODUCT)

    def product(self, node: Call, loosest: int) -> str:
        return self.factors(_factors(node), loosest)

    def factors(self, factors: Sequence[Tree], loosest: int = PRODUCT) -> str:
        """Write factors beside each other."""
        *others, last = factors
        text, *texts = [*(self.factor(part, FACTOR) for part in others), self.factor(last, max(loosest, PRODUCT))]
        for (before, after), right in zip(pairwise(factors), texts, strict=True):
            text = self.beside(text, right, before, after)
        return text

    def factor(self, node: Tree, loosest: int) -> str:
        return self.write(node, loosest)

    def beside(self, left: str, right: str, before: Tree, after: Tree) -> str:
        """Join the texts of two factors, `before` and `after`."""
        raise NotImplementedError

    def stacks(self, quotient: Tree) -> bool:
        """Return True if `quotient` is a fraction with a line."""
        return not self.is_flat

    def quotient(self, node: Call, loosest: int) -> str:
        above, below = above_and_below(node)
        if self.stacks(node):
            return self.flat.fraction(above, below)
        divisor = self.table.brackets(self.flat.factors(below))
        if len(below) == 1:
            divisor = self.write(below[0], max(loosest, BARE))
        return self.flat.factors(above, FACTOR) + self.table.slash + divisor

    def fraction(self, *sides: Sequence[Tree]) -> str:
        """Write a fraction, of which the factors above and below the line are given."""
        assert self.table.fraction
        return self.table.fraction(*(self.write(side[0]) if len(side) == 1 else self.factors(side) for side in sides))

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        match base, exponent:
            case Call("sqrt", (inner,)), Number(value):
                half = Number(value / 2) if value % 2 == 0 else Call("/", (exponent, Number(2.0)))
                return self.power(inner, half, loosest)
            case Call(function), Number(2.0) if row_of(function).notation.is_bare and function != "log":
                return self.call(base, loosest, self.table.number(2.0))
        return Writer.power(self, base, exponent, loosest)

    def call(self, node: Call, loosest: int, exponent: str = "") -> str:
        if row_of(node.function).notation.is_bare and loosest <= BARE and _goes_bare(node.arguments[0]):
            return self.head(node.function, exponent) + self.table.gap + self.write(node.arguments[0])
        return Writer.call(self, node, loosest, exponent)


def may_raise(node: Tree) -> bool:
    """Return True if every argument of exp is short and low enough for an exponent."""
    match node:
        case Call("exp", (exponent,)):
            return _breadth(exponent) <= _BROAD
        case Call(_, arguments):
            return all(map(may_raise, arguments))
    return True


def _factors(node: Tree) -> list[Tree]:
    match node:
        case Call("*", (left, right)):
            return [*_factors(left), *_factors(right)]
    return [node]


def above_and_below(node: Tree) -> tuple[list[Tree], list[Tree]]:
    """Part the factors above the line from those below: a, c and b, d of `a/b*c/d`."""
    match node:
        case Call("/", (left, right)):
            above, below = above_and_below(left)
            return above, [*below, *_factors(right)]
        case Call("*", (left, right)):
            above, below = above_and_below(left)
            return [*(factor for factor in above if factor != Number(1.0)), *_factors(right)], below
    return [node], []


def _goes_bare(argument: Tree) -> bool:
    """Return True if a function may stand before `argument` without brackets, as in log p and log cosh r."""
    match argument:
        case Number(value):
            return value >= 0.0 and "e" not in number(value)
        case Call(function):
            notation = row_of(function).notation
            return bool(notation.tex or notation.mathtext) and not notation.is_open
    return True


def _breadth(node: Tree) -> float:
    """Count the signs that it takes to write `node`; infinite if one line is not enough."""
    match node:
        case Number(value):
            return len(number(value))
        case Name(name):
            return 1 if name in GREEK else len(name)
        case Call("+" | "-" | "*" | "/" | "neg", arguments):
            return 1 + sum(map(_breadth, arguments))
    return math.inf
