"""Tree -> plain text: the language itself, and Unicode for people."""

from __future__ import annotations

from lossplot._formula.notation.letters import GREEK, number
from lossplot._formula.notation.textbook import textbook
from lossplot._formula.notation.writer import ATOM, LINE_SIGNS, Cases, Table, Writer
from lossplot._formula.tree import Call, Name, Number, Tree

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def source(tree: Tree) -> str:
    """Write `tree` in the language of formulas, as `parse` reads it."""
    return Writer(_SOURCE, Cases(otherwise="{value}", separator=" else ")).write(textbook(tree))


def words(tree: Tree) -> str:
    """Write `tree` in the language of formulas, with its functions as they are."""
    return Writer(_SOURCE, Cases(otherwise="{value}", separator=" else ")).write(tree)


def unicode(tree: Tree) -> str:
    """Write `tree` in a line of plain text: `r²/2 if |r| ≤ δ; δ·(|r| − δ/2) otherwise`."""
    return _Unicode(_UNICODE).write(textbook(tree))


class _Unicode(Writer):
    def between(self, left: Tree, right: Tree) -> str:
        match left, right:
            case ((Number() | Call("neg", (Number(),))), (Name() | Call("^", (Name(), _)))):
                return ""
        return "·"

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        match exponent:
            case Number(value) if value % 1 == 0:
                return self.write(base, ATOM) + number(value).translate(_SUPERSCRIPTS)
        return Writer.power(self, base, exponent, loosest)


_SOURCE = Table(number, name=str, template=lambda _: "")
_UNICODE = Table(
    lambda value: number(value).replace("-", "−"),
    name=lambda name: GREEK.get(name, name),
    template=lambda notation: notation.text,
    signs=LINE_SIGNS | {"-": " − ", "<=": " ≤ ", ">=": " ≥ "},
    minus="−",
)
