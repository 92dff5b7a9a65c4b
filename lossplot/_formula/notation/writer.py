"""The walk of a tree that every notation is written by.

A notation is a `Table`, and a few methods of a `Writer` for what it writes in a way of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from lossplot._formula.functions import ARGUMENTS, FUNCTIONS, Notation
from lossplot._formula.notation.textbook import cases
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, comparisons_in, is_condition

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
class Table:
    """The numbers, names, signs and functions of a notation.

    `template` is the one of a function, if it has one; `function` its name, as it stands before brackets, and `gap`
    what stands behind it if there are no brackets.  `slash` is the sign of a quotient that is no `fraction`.
    `first` is what stands first in brackets, `left` at the left of a comparison, and `operand` behind a sign, where a
    minus sign is not that of a difference; `group` makes one element.  `truth` is a condition that is a number.
    `exponent` and `piece` are how loosely these may bind, `ten` how tightly a power of ten does.
    """

    number: Callable[[float], str]
    name: Callable[[str], str]
    template: Callable[[Notation], str]
    function: Callable[[str], str] = str
    signs: Mapping[str, str] = field(default_factory=lambda: LINE_SIGNS)
    minus: str = "-"
    comma: str = ", "
    slash: str = "/"
    gap: str = " "
    brackets: Callable[[str], str] = "({})".format
    truth: Callable[[str], str] = str
    first: Callable[[str], str] = str
    left: Callable[[str], str] = str
    operand: Callable[[str], str] = str
    group: Callable[[str], str] = str
    fraction: Callable[[str, str], str] | None = None
    power: Callable[[str, str], str] = "{}^{}".format
    exponent: int = FACTOR
    ten: int = FACTOR
    piece: int = COMPARE


@dataclass(frozen=True, slots=True)
class Writer:
    """Writer of trees: exp as a power of e if `has_e_powers`, without height if `is_flat`, `words` around pieces."""

    table: Table
    words: Cases = Cases()
    has_e_powers: bool = False
    is_flat: bool = False

    @property
    def flat(self) -> Self:
        return replace(self, is_flat=True)

    @property
    def inside(self) -> Self:
        """The writer of what stands in brackets, or as an argument."""
        return self

    def write(self, node: Tree, loosest: int = CHOICE) -> str:
        """Write `node`, in brackets if it binds more loosely than its place allows."""
        if self.level(node) >= loosest:
            return self.spell(node, loosest)
        return self.table.brackets(self.inside.spell(node, CHOICE))

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
            case Call("exp") if self.has_e_powers:
                return FACTOR
        return COMPARE if is_condition(node) else ATOM

    def spell(self, node: Tree, loosest: int) -> str:
        """Write `node` without brackets around it."""
        if opposite := self.opposite(node):
            return self.negative(opposite)
        match node:
            case Number(value):
                return self.table.number(value)
            case Name(name):
                return self.table.name(name)
            case Call("if"):
                return self.pieces(node)
            case Call("+" | "-" as sign, (left, right)):
                if opposite := self.opposite(right):
                    sign, right = "-" if sign == "+" else "+", opposite
                return f"{self.write(left, SUM)}{self.table.signs[sign]}{self.write(right, PRODUCT)}"
            case Call("*"):
                return self.product(node, loosest)
            case Call("/"):
                return self.quotient(node, loosest)
            case Call("^", (base, exponent)):
                return self.inside.power(base, exponent, loosest)
            case Call("exp", (exponent,)) if self.has_e_powers:
                return self.inside.power(Name("e"), exponent, loosest)
        return self.table.truth(self.condition(node)) if is_condition(node) else self.inside.call(node, loosest)

    def opposite(self, node: Tree) -> Tree | None:
        """Find what `node` is the negative of, if it is written with a minus sign before it."""
        match node:
            case Call("neg", (inner,)):
                return inner
        return None

    def negative(self, opposite: Tree) -> str:
        return self.table.minus + self.write(opposite, FACTOR)

    def pieces(self, node: Tree) -> str:
        """Write the pieces of a chain of conditionals."""
        return self.words.join(
            [(self.piece(value), self.reason(condition) if condition else None) for value, condition in cases(node)]
        )

    def piece(self, value: Tree) -> str:
        return self.write(value, self.table.piece)

    def reason(self, condition: Tree) -> str:
        return self.condition(condition)

    def condition(self, node: Tree) -> str:
        """Write a comparison or a chain of them."""
        text = ""
        for comparison in comparisons_in(node):
            left, right = (self.inside.write(side, SUM) for side in comparison.arguments)
            text = (text or self.table.left(left)) + self.table.signs[comparison.function] + self.table.operand(right)
        return text

    def product(self, node: Call, loosest: int) -> str:
        left, right = node.arguments
        return self.write(left, PRODUCT) + self.between(left, right) + self.write(right, FACTOR)

    def between(self, left: Tree, right: Tree) -> str:
        """Return the sign between two factors."""
        return "*"

    def quotient(self, node: Call, loosest: int) -> str:
        above, below = node.arguments
        if self.table.fraction:
            return self.table.fraction(self.write(above), self.write(below))
        return self.write(above, PRODUCT) + self.table.slash + self.write(below, FACTOR)

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        return self.table.power(self.write(base, ATOM), self.flat.write(exponent, self.table.exponent))

    def call(self, node: Call, loosest: int, exponent: str = "") -> str:
        """Write a call; with an exponent, as in sin^2 x, its power."""
        if template := self.table.template(FUNCTIONS[node.function].notation):
            parts = (Argument(self, part) for part in node.arguments)
            return template.format(**dict(zip(ARGUMENTS, parts, strict=False)))
        first, *others = map(self.write, node.arguments)
        arguments = self.table.comma.join([self.table.first(first), *map(self.table.operand, others)])
        return self.head(node.function, exponent) + self.table.brackets(arguments)

    def head(self, function: str, exponent: str) -> str:
        name = self.table.function(function)
        return self.table.power(name, exponent) if exponent else name


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument in a template, written as the word behind its colon asks."""

    writer: Writer
    node: Tree

    def __format__(self, place: str) -> str:
        text = self.writer.write(self.node, ATOM if place in ("atom", "group") else CHOICE)
        table = self.writer.table
        return table.operand(text) if place == "first" else table.group(text) if place == "group" else text
