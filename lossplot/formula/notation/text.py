"""Tree -> plain text: the language itself, and Unicode for people."""

from __future__ import annotations

from lossplot.formula.functions import Notation
from lossplot.formula.notation.letters import GREEK, number
from lossplot.formula.notation.textbook import textbook
from lossplot.formula.notation.writer import LINE_SIGNS, Cases, Writer
from lossplot.formula.tree import Call, Name, Number, Tree

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def source(tree: Tree) -> str:
    """`tree` in the language of formulas: `parse` reads it back."""
    return _Source(words=Cases(otherwise="{value}", separator=" else ")).write(textbook(tree))


def unicode(tree: Tree) -> str:
    """`tree` as a line of plain text: `r²/2 if |r| ≤ δ; δ·(|r| − δ/2) otherwise`."""
    return _Unicode().write(textbook(tree))


class _Source(Writer):
    def number(self, value: float) -> str:
        return number(value)

    def name(self, name: str) -> str:
        return name


class _Unicode(Writer):
    signs = LINE_SIGNS | {"-": " − ", "<=": " ≤ ", ">=": " ≥ "}
    minus = "−"

    def number(self, value: float) -> str:
        return number(value).replace("-", "−")

    def name(self, name: str) -> str:
        return GREEK.get(name, name)

    def between(self, left: Tree, right: Tree) -> str:
        match left, right:
            case ((Number() | Call("neg", (Number(),))), (Name() | Call("^", (Name(), _)))):
                return ""
        return "·"

    def superscript(self, base: str, exponent: Tree) -> str:
        match exponent:
            case Number(value) if value % 1 == 0:
                return base + number(value).translate(_SUPERSCRIPTS)
        return Writer.superscript(self, base, exponent)

    def template(self, notation: Notation) -> str:
        return notation.text
