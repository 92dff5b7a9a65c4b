"""Tree -> MathML Core, in textbook notation: fractions, exponents, and a brace before the pieces of a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from lossplot.formula.notation.text import GREEK, cases, number, textbook
from lossplot.formula.notation.typeset import BARE_CALLS, above_and_below, factors, goes_bare, may_raise, positive
from lossplot.formula.tree import Call, Name, Number, Tree, is_condition

NAMESPACE = "http://www.w3.org/1998/Math/MathML"

# Signs without ink: what stands between two factors, and between a function and its argument.
_TIMES, _APPLY = "<mo>\u2062</mo>", "<mo>\u2061</mo>"
_THIN, _WIDE = '<mspace width="0.17em"/>', '<mspace width="0.4em"/>'
_MINUS, _DOT, _SLASH = "<mo>\u2212</mo>", "<mo>\u22c5</mo>", '<mo lspace="0" rspace="0">/</mo>'
_SIGNS = {"<": "&lt;", "<=": "≤", ">": "&gt;", ">=": "≥"}
_NAMES = GREEK | {"phi": "ϕ", "pi": "π"}
_FUNCTIONS = {"atan": "<mi>arctan</mi>", "ndtr": '<mi mathvariant="normal">Φ</mi>'}
# A cell of a table whose columns are flush left; MathML Core leaves that to CSS.
_LEFT = '<mtd style="text-align:left">'
# What is higher than a line, so that brackets around it must grow.
_HIGH = ("<mfrac", "<mtable", "<msqrt", "<munderover")

# How tightly a node binds.  At the level of a bare call, log x, what follows would seem to belong to it.
_CHOICE, _SUM, _PRODUCT, _BARE, _FACTOR, _BASE = range(6)


def mathml(tree: Tree, left: str = "") -> str:
    """`tree` as a `math` element of its own; with `left`, MathML too, as the equation of that and `tree`."""
    tree = textbook(tree)
    written = _Writer(raised=may_raise(tree)).write(tree)
    equation = f"{left}<mo>=</mo>{_signed(written)}" if left else written
    return f'<math xmlns="{NAMESPACE}" display="block">{_row(equation)}</math>'


def function_of(variable: str, primes: int = 0) -> str:
    """`L(r)`, or its derivative, for the left side of an equation."""
    letter = f"<msup><mi>L</mi><mo>{'′' * primes}</mo></msup>" if primes else "<mi>L</mi>"
    return f"{letter}{_APPLY}{_bracketed(_name(variable))}"


@dataclass(frozen=True, slots=True)
class _Writer:
    """What writes a tree: exp as a power of e if `raised`; quotients as a/b if `is_flat`, as in an exponent."""

    raised: bool
    is_flat: bool = False

    @property
    def flat(self) -> _Writer:
        return replace(self, is_flat=True)

    def write(self, node: Tree, loosest: int = _CHOICE) -> str:
        """`node`, in brackets if it binds more loosely than its place allows."""
        return self.spell(node, loosest) if self.level(node) >= loosest else _bracketed(self.spell(node, _CHOICE))

    def level(self, node: Tree) -> int:
        if positive(node):
            return _SUM
        match node:
            case Number(value) if "e" in number(value):
                return _PRODUCT
            case Call("if"):
                return _CHOICE
            case Call("+" | "-"):
                return _SUM
            case Call("*"):
                return _PRODUCT
            case Call("/"):
                return _PRODUCT if self.is_flat else _FACTOR
            case Call("logseries"):
                return _BARE
            case Call(function) if function in BARE_CALLS | {"^"} or (function == "exp" and self.raised):
                return _FACTOR
        return _BASE

    def spell(self, node: Tree, loosest: int) -> str:
        """`node` without brackets around it."""
        if inner := positive(node):
            return self.minus(inner)
        match node:
            case Number(value):
                return _number(value)
            case Name(name):
                return _name(name)
            case Call("if"):
                return self.pieces(node)
            case Call("+" | "-" as sign, (left, right)):
                if inner := positive(right):
                    sign, right = "-" if sign == "+" else "+", inner
                return f"{self.write(left, _SUM)}{_MINUS if sign == '-' else '<mo>+</mo>'}{self.write(right, _PRODUCT)}"
            case Call("*"):
                return self.product(factors(node), loosest)
            case Call("/"):
                return self.quotient(node, loosest)
            case Call("^", (base, exponent)):
                return self.power(base, exponent, loosest)
        if is_condition(node):
            return f"<mrow><mo>[</mo>{self.condition(node)}<mo>]</mo></mrow>"
        return self.call(node.function, node.arguments, loosest)

    def minus(self, inner: Tree) -> str:
        match inner:
            case Call("/", (Call("-", (left, right)), below)):
                return self.spell(Call("/", (Call("-", (right, left)), below)), _SUM)
        return _MINUS + self.write(inner, _PRODUCT)

    def pieces(self, node: Tree) -> str:
        """The pieces of a formula as the rows of a table, each with its condition, behind a brace."""
        rows = [
            f"<mtr>{_LEFT}{_row(self.write(value, _SUM))}</mtd>{_LEFT}{self.reason(condition)}</mtd></mtr>"
            for value, condition in cases(node)
        ]
        return f"<mrow><mo>{{</mo><mtable>{''.join(rows)}</mtable></mrow>"

    def reason(self, condition: Tree | None) -> str:
        if condition is None:
            return "<mtext>otherwise</mtext>"
        return f"<mtext>if</mtext>{_WIDE}{_row(self.flat.condition(condition))}"

    def condition(self, node: Tree) -> str:
        assert isinstance(node, Call)
        if node.function == "and":
            first, *others = node.arguments
            return self.condition(first) + "".join(map(self.compared, others))
        return self.write(node.arguments[0], _SUM) + self.compared(node)

    def compared(self, comparison: Tree) -> str:
        assert isinstance(comparison, Call)
        return f"<mo>{_SIGNS[comparison.function]}</mo>{_signed(self.write(comparison.arguments[1], _SUM))}"

    def product(self, parts: Sequence[Tree], loosest: int = _PRODUCT) -> str:
        *others, last = parts
        text = "".join(
            self.write(part, _FACTOR) + self.between(part, after) for part, after in zip(others, parts[1:], strict=True)
        )
        return text + self.write(last, max(loosest, _PRODUCT))

    def between(self, before: Tree, after: Tree) -> str:
        """What stands between two factors: a dot before a number, and some space beside a word or a function."""
        if isinstance(_base(after), Number):
            return _DOT
        return _TIMES + (_THIN if _is_word(before) or _is_word(after) or self.is_function(after) else "")

    def is_function(self, factor: Tree) -> bool:
        """Whether `factor` starts with the name of a function."""
        match _base(factor):
            case Call("abs" | "sqrt" | "+" | "-" | "*" | "/" | "neg" | "if") | Name() | Number():
                return False
            case Call("exp"):
                return not self.raised
        return True

    def quotient(self, node: Tree, loosest: int) -> str:
        above, below = above_and_below(node)
        if not self.is_flat:
            sides = (
                _row(self.flat.product(side) if len(side) > 1 else self.flat.write(side[0])) for side in (above, below)
            )
            return f"<mfrac>{''.join(sides)}</mfrac>"
        divisor = self.write(below[0], max(loosest, _BARE)) if len(below) == 1 else _bracketed(self.product(below))
        return f"{self.product(above, _FACTOR)}{_SLASH}{divisor}"

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        match base, exponent:
            case Call("sqrt", (inner,)), Number(value):
                half = Number(value / 2) if value % 2 == 0 else Call("/", (exponent, Number(2.0)))
                return self.power(inner, half, loosest)
            case Call(function, arguments), Number(2.0) if function in BARE_CALLS - {"log"}:
                return self.call(function, arguments, loosest, "<mn>2</mn>")
        return f"<msup>{_row(self.write(base, _BASE))}{_row(self.flat.write(exponent))}</msup>"

    def call(self, function: str, arguments: Sequence[Tree], loosest: int, exponent: str = "") -> str:
        written = [self.write(part, _BASE if function == "logseries" else _CHOICE) for part in arguments]
        match function:
            case "abs":
                return f"<mrow><mo>|</mo>{_signed(written[0])}<mo>|</mo></mrow>"
            case "sqrt":
                return f"<msqrt>{written[0]}</msqrt>"
            case "exp" if self.raised:
                return f"<msup><mi>e</mi>{_row(self.flat.write(arguments[0]))}</msup>"
            case "logseries":
                return _series(*written)
        name = _FUNCTIONS.get(function, f"<mi>{function}</mi>")
        head = (f"<msup>{name}{exponent}</msup>" if exponent else name) + _APPLY
        if function in BARE_CALLS and loosest <= _BARE and goes_bare(arguments[0]):
            return head + _THIN + written[0]
        return head + _bracketed("<mo>,</mo>".join(map(_signed, written)))


def _row(text: str) -> str:
    """`text` as one element, which it is already if it has one tag that closes at its end."""
    tag = text[1:].split(">", 1)[0].split(" ", 1)[0]
    is_leaf = tag in ("mi", "mn") and text.count("<") == 2
    return text if is_leaf else f"<mrow>{text}</mrow>"


def _bracketed(text: str) -> str:
    stretch = "" if any(tag in text for tag in _HIGH) else ' stretchy="false"'
    return f"<mrow><mo{stretch}>(</mo>{_signed(text)}<mo{stretch}>)</mo></mrow>"


def _signed(text: str) -> str:
    """`text` where it is not the first: a minus sign at its beginning is not that of a difference."""
    return f"<mrow>{text}</mrow>" if text.startswith(_MINUS) else text


def _series(base: str, order: str) -> str:
    """The first terms of the series of -log(1 - base)."""
    index = "<mi>j</mi>"
    total = f"<munderover><mo>∑</mo><mrow>{index}<mo>=</mo><mn>1</mn></mrow>{_row(order)}</munderover>"
    return f"{total}<mfrac><msup>{_row(base)}{index}</msup>{index}</mfrac>"


def _base(factor: Tree) -> Tree:
    match factor:
        case Call("^", (base, _)):
            return _base(base)
    return factor


def _is_word(factor: Tree) -> bool:
    match _base(factor):
        case Name(name):
            return len(name) > 1 and name not in GREEK
    return False


def _number(value: float) -> str:
    mantissa, _, exponent = number(value).partition("e")
    if not exponent:
        return "<mi>∞</mi>" if mantissa == "inf" else f"<mn>{mantissa}</mn>"
    sign = _MINUS if exponent.startswith("-") else ""
    power = f"<msup><mn>10</mn>{_row(f'{sign}<mn>{abs(int(exponent))}</mn>')}</msup>"
    return power if mantissa == "1" else f"<mn>{mantissa}</mn>{_DOT}{power}"


def _name(name: str) -> str:
    return f"<mi>{escape(_NAMES.get(name, name))}</mi>"
