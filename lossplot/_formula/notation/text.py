"""Tree -> plain text: the language itself, and Unicode for people."""

from __future__ import annotations

from lossplot._formula.notation.letters import GREEK, has_exponent, mantissa_and_exponent, number
from lossplot._formula.notation.textbook import textbook
from lossplot._formula.notation.writer import ATOM, FACTOR, LINE_SIGNS, PRODUCT, Cases, Table, Writer
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
    def level(self, node: Tree) -> int:
        match node:
            case Number(value) | Call("neg", (Number(value),)) if has_exponent(value):
                return FACTOR if mantissa_and_exponent(value)[0] == "1" else PRODUCT
        return Writer.level(self, node)

    def negative(self, opposite: Tree) -> str:
        match opposite:
            case Number():
                return self.table.minus + self.spell(opposite, FACTOR)
        return Writer.negative(self, opposite)

    def between(self, left: Tree, right: Tree) -> str:
        match left, right:
            case ((Number(value) | Call("neg", (Number(value),))), (Name() | Call("^", (Name(), _)))):
                return "·" if has_exponent(value) else ""
        return "·"

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        match exponent:
            case Number(value) if value % 1 == 0:
                return self.write(base, ATOM) + number(value).translate(_SUPERSCRIPTS)
        return Writer.power(self, base, exponent, loosest)


def _number(value: float) -> str:
    """The number as people write it: `−2.5·10⁻⁷`."""
    if not has_exponent(value):
        return number(value).replace("-", "−")
    mantissa, exponent = mantissa_and_exponent(value)
    power = f"10{exponent.translate(_SUPERSCRIPTS)}"
    return power if mantissa == "1" else f"{mantissa.replace('-', '−')}·{power}"


_SOURCE = Table(number, name=str, template=lambda _: "")
_UNICODE = Table(
    _number,
    name=lambda name: GREEK.get(name, name),
    template=lambda notation: notation.text,
    signs=LINE_SIGNS | {"-": " − ", "<=": " ≤ ", ">=": " ≥ "},
    minus="−",
)
