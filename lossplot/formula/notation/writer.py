"""The walk of a tree that every notation is written by.

A notation is a subclass of `Writer`: its signs, and a few methods for what it writes in a way of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lossplot.formula.functions import FUNCTIONS, Notation
from lossplot.formula.notation.textbook import cases
from lossplot.formula.tree import COMPARISONS, Call, Name, Number, Tree, is_condition

# How tightly a node binds; what binds more loosely than its place allows has brackets.
# At the level of a bare call, log x, what follows would seem to belong to it.
CHOICE, COMPARE, SUM, PRODUCT, BARE, FACTOR, ATOM = range(7)

LINE_SIGNS = {sign: f" {sign} " for sign in ("+", "-", *COMPARISONS)}


@dataclass(frozen=True, slots=True)
class Cases:
    """Templates for a piece with its condition and for the last piece, what stands between them and what around."""

    case: str = "{value} if {condition}"
    otherwise: str = "{value} otherwise"
    separator: str = "; "
    around: str = "{}"

    def join(self, pieces: Sequence[tuple[str, str | None]]) -> str:
        """Join the (value, condition) of each piece; the last has no condition."""
        *conditional, (last, _) = pieces
        if not conditional:
            return last
        texts = [self.case.format(value=value, condition=condition) for value, condition in conditional]
        texts.append(self.otherwise.format(value=last))
        return self.around.format(self.separator.format().join(texts))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes trees: exp as a power of e if `raised`, without height if `is_flat`, pieces with `words` between."""

    raised: bool = False
    is_flat: bool = False
    words: Cases = Cases()

    signs: ClassVar[Mapping[str, str]] = LINE_SIGNS
    minus: ClassVar[str] = "-"
    comma: ClassVar[str] = ", "

    @property
    def inside(self) -> Writer:
        """The writer of what stands in brackets, or as an argument."""
        return self

    def write(self, node: Tree, loosest: int = CHOICE) -> str:
        """Write `node`, in brackets if it binds more loosely than its place allows."""
        if self.level(node) >= loosest:
            return self.spell(node, loosest)
        return self.brackets(self.inside.spell(node, CHOICE))

    def level(self, node: Tree) -> int:
        match node:
            case Number(value):
                return FACTOR if value < 0.0 else ATOM
            case Call("if"):
                return CHOICE
            case Call("+" | "-"):
                return SUM
            case Call("*" | "/"):
                return PRODUCT
            case Call("^" | "neg"):
                return FACTOR
            case Call("exp") if self.raised:
                return FACTOR
        return COMPARE if is_condition(node) else ATOM

    def spell(self, node: Tree, loosest: int) -> str:
        """Write `node` without brackets around it."""
        if opposite := self.opposite(node):
            return self.negative(opposite)
        match node:
            case Number(value):
                return self.number(value)
            case Name(name):
                return self.name(name)
            case Call("if"):
                return self.pieces(node)
            case Call("+" | "-" as sign, (left, right)):
                if opposite := self.opposite(right):
                    sign, right = "-" if sign == "+" else "+", opposite
                return f"{self.write(left, SUM)}{self.signs[sign]}{self.write(right, PRODUCT)}"
            case Call("*"):
                return self.product(node, loosest)
            case Call("/"):
                return self.quotient(node, loosest)
            case Call("^", (base, exponent)):
                return self.inside.power(base, exponent, loosest)
            case Call("exp", (exponent,)) if self.raised:
                return self.inside.power(Name("e"), exponent, loosest)
        return self.truth(node) if is_condition(node) else self.inside.call(node, loosest)

    def opposite(self, node: Tree) -> Tree | None:
        """Find what `node` is the negative of, if it is written with a minus sign before it."""
        match node:
            case Call("neg", (inner,)):
                return inner
        return None

    def negative(self, opposite: Tree) -> str:
        return f"{self.minus}{self.write(opposite, FACTOR)}"

    def pieces(self, node: Tree) -> str:
        """Write the pieces of a chain of conditionals."""
        return self.words.join(
            [(self.piece(value), self.reason(condition) if condition else None) for value, condition in cases(node)]
        )

    def piece(self, value: Tree) -> str:
        return self.write(value, COMPARE)

    def reason(self, condition: Tree) -> str:
        return self.condition(condition)

    def condition(self, node: Tree) -> str:
        """Write a comparison or a chain of them."""
        assert isinstance(node, Call)
        if node.function == "and":
            first, *others = node.arguments
            return self.condition(first) + "".join(map(self.right_side, others))
        return self.left_side(node) + self.right_side(node)

    def left_side(self, comparison: Call) -> str:
        return self.inside.write(comparison.arguments[0], SUM)

    def right_side(self, comparison: Tree) -> str:
        """Write the sign of a comparison and what follows it."""
        assert isinstance(comparison, Call)
        return self.signs[comparison.function] + self.signed(self.inside.write(comparison.arguments[1], SUM))

    def truth(self, condition: Tree) -> str:
        """Write a condition that is a number, 1 or 0."""
        return self.condition(condition)

    def product(self, node: Call, loosest: int) -> str:
        left, right = node.arguments
        return f"{self.write(left, PRODUCT)}{self.between(left, right)}{self.write(right, FACTOR)}"

    def between(self, left: Tree, right: Tree) -> str:
        """The sign between two factors."""
        return "*"

    def quotient(self, node: Call, loosest: int) -> str:
        return f"{self.write(node.arguments[0], PRODUCT)}/{self.write(node.arguments[1], FACTOR)}"

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        return self.superscript(self.write(base, ATOM), exponent)

    def superscript(self, base: str, exponent: Tree) -> str:
        return f"{base}^{self.write(exponent, FACTOR)}"

    def call(self, node: Call, loosest: int, exponent: str = "") -> str:
        """Write a call; with an exponent, as in sin^2 x, its power."""
        if template := self.template(FUNCTIONS[node.function].notation):
            parts = (Argument(self, part) for part in node.arguments)
            return template.format(**dict(zip("xy", parts, strict=False)))
        first, *others = map(self.write, node.arguments)
        arguments = self.comma.join([self.opened(first), *map(self.signed, others)])
        return self.head(node.function, exponent) + self.brackets(arguments)

    def template(self, notation: Notation) -> str:
        """The template that this notation has for a function, if any."""
        return ""

    def head(self, function: str, exponent: str) -> str:
        """The name of a function, as it stands before its arguments."""
        return function

    def brackets(self, text: str) -> str:
        return f"({text})"

    def opened(self, text: str) -> str:
        """`text` behind an opening bracket."""
        return text

    def signed(self, text: str) -> str:
        """`text` behind a sign: a minus sign at its beginning is not that of a difference."""
        return text

    def group(self, text: str) -> str:
        """`text` as one element."""
        return text

    def number(self, value: float) -> str:
        raise NotImplementedError

    def name(self, name: str) -> str:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument in a template, written as the word behind its colon asks."""

    writer: Writer
    node: Tree

    def __format__(self, place: str) -> str:
        match place:
            case "first":
                return self.writer.signed(self.writer.write(self.node))
            case "atom":
                return self.writer.write(self.node, ATOM)
            case "group":
                return self.writer.group(self.writer.write(self.node, ATOM))
        return self.writer.write(self.node)
