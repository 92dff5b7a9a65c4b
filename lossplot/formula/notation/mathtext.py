r"""Tree -> matplotlib's mathtext: `$r^2/2$ if $|r| \leq \delta$; $\delta\,(|r| - \delta/2)$ otherwise`.

Mathtext has no cases, so the pieces of a formula are said in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot.formula.notation.text import GREEK, cases, number, textbook
from lossplot.formula.notation.typeset import BARE_CALLS, above_and_below, factors, goes_bare, may_raise, positive
from lossplot.formula.tree import Call, Name, Number, Tree, is_condition


@dataclass(frozen=True, slots=True)
class _Words:
    """Templates for a piece with its condition and for the last piece, and what stands between pieces."""

    case: str
    otherwise: str
    separator: str

    def say(self, pieces: Sequence[tuple[str, str | None]]) -> str:
        """The (value, condition) of each piece; the last has no condition."""
        *conditional, (last, _) = pieces
        said = [self.case.format(value=value, condition=condition) for value, condition in conditional]
        return self.separator.format().join([*said, self.otherwise.format(value=last) if said else last])


def mathtext(
    tree: Tree,
    case: str = "{value} if {condition}",
    otherwise: str = "{value} otherwise",
    separator: str = "; ",
) -> str:
    """`tree` as mathtext between dollars, in as many pieces as it has, and words around them."""
    tree = textbook(tree)
    words = _Words(case, otherwise, separator)
    writer = _Writer(words, raised=may_raise(tree), stacked=_may_stack(tree))
    pieces = [
        (f"${writer.write(value)}$", f"${writer.condition(condition)}$" if condition else None)
        for value, condition in cases(tree)
    ]
    return words.say(pieces)


# How tightly a node binds.  At the level of a bare call, `\log x`, what follows would seem to belong to it.
_CHOICE, _SUM, _PRODUCT, _BARE, _FACTOR, _BASE = range(6)

_SIGNS = {"<": "<", "<=": r"\leq", ">": ">", ">=": r"\geq"}
_COMMANDS = {name: rf"\{name}" for name in (*BARE_CALLS, "exp", "max", "min")}
_COMMANDS |= {"atan": r"\arctan", "ndtr": r"\Phi"}


@dataclass(frozen=True, slots=True)
class _Writer:
    """What writes a tree: exp as a power of e if `raised`, a quotient of sums as a fraction if `stacked`.

    Inside brackets, roots, exponents and fractions it is `flat` and stacks nothing: no bracket
    need grow, and nothing gets too small to read.
    """

    words: _Words
    raised: bool
    stacked: bool
    is_flat: bool = False

    @property
    def flat(self) -> _Writer:
        return replace(self, is_flat=True)

    def write(self, node: Tree, loosest: int = _CHOICE) -> str:
        """`node`, in brackets if it binds more loosely than its place allows."""
        return self.spell(node, loosest) if self.level(node) >= loosest else f"({self.flat.spell(node, _CHOICE)})"

    def level(self, node: Tree) -> int:
        if positive(node):
            return _SUM
        match node:
            case Number(value) if "e" in number(value):
                return _FACTOR if number(value).startswith("1e") else _PRODUCT
            case Call("if"):
                return _CHOICE
            case Call("+" | "-"):
                return _SUM
            case Call("*"):
                return _PRODUCT
            case Call("/"):
                return _FACTOR if self.stacks(node) else _PRODUCT
            case Call("logseries"):
                return _BARE
            case Call(function) if function in BARE_CALLS | {"^"} or (function == "exp" and self.raised):
                return _FACTOR
        return _BASE

    def stacks(self, quotient: Tree) -> bool:
        return self.stacked and not self.is_flat and _has_sum(quotient)

    def spell(self, node: Tree, loosest: int) -> str:
        """`node` without brackets around it."""
        if opposite := positive(node):
            return self.minus(opposite)
        match node:
            case Number(value):
                return _number(value)
            case Name(name):
                return _name(name)
            case Call("if"):
                return self.pieces(node)
            case Call("+" | "-" as sign, (left, right)):
                if opposite := positive(right):
                    sign, right = "-" if sign == "+" else "+", opposite
                return f"{self.write(left, _SUM)} {sign} {self.write(right, _PRODUCT)}"
            case Call("*"):
                return self.product(factors(node), loosest)
            case Call("/"):
                return self.quotient(node, loosest)
            case Call("^", (base, exponent)):
                return self.flat.power(base, exponent, loosest)
        if is_condition(node):
            return f"[{self.condition(node)}]"
        return self.flat.call(node.function, node.arguments, loosest)

    def minus(self, opposite: Tree) -> str:
        match opposite:
            case Call("/", (Call("-", (left, right)), below)):
                return self.spell(Call("/", (Call("-", (right, left)), below)), _SUM)
        return f"-{self.write(opposite, _PRODUCT)}"

    def pieces(self, node: Tree) -> str:
        """The pieces of a formula that is part of another: the words are in the mathtext, too."""
        words = _Words(_in_math(self.words.case), _in_math(self.words.otherwise), _in_math(self.words.separator))
        pieces = [
            (_signed(self.flat.write(value, _SUM)), self.condition(condition) if condition else None)
            for value, condition in cases(node)
        ]
        return words.say(pieces)

    def condition(self, node: Tree) -> str:
        assert isinstance(node, Call)
        if node.function == "and":
            first, *others = node.arguments
            return self.condition(first) + "".join(map(self.compared, others))
        return _signed(self.flat.write(node.arguments[0], _SUM)) + self.compared(node)

    def compared(self, comparison: Tree) -> str:
        assert isinstance(comparison, Call)
        return f" {_SIGNS[comparison.function]} {_signed(self.flat.write(comparison.arguments[1], _SUM))}"

    def product(self, factors: Sequence[Tree], loosest: int = _PRODUCT) -> str:
        *others, last = factors
        text = ""
        for factor in others:
            text = _beside(text, self.factor(factor, _FACTOR))
        return _beside(text, self.factor(last, max(loosest, _PRODUCT)))

    def factor(self, node: Tree, loosest: int) -> str:
        """A coefficient such as c^2/2 is a fraction whatever it holds."""
        match node:
            case Call("/") if not self.is_flat:
                return self.flat.fraction(*above_and_below(node))
        return self.write(node, loosest)

    def quotient(self, node: Tree, loosest: int) -> str:
        above, below = above_and_below(node)
        if self.stacks(node):
            return self.flat.fraction(above, below)
        divisor = self.write(below[0], max(loosest, _BARE)) if len(below) == 1 else f"({self.flat.product(below)})"
        return f"{self.flat.product(above, _FACTOR)}/{divisor}"

    def fraction(self, above: Sequence[Tree], below: Sequence[Tree]) -> str:
        numerator, denominator = (
            self.write(side[0]) if len(side) == 1 else self.product(side) for side in (above, below)
        )
        return rf"\frac{{{numerator}}}{{{denominator}}}"

    def power(self, base: Tree, exponent: Tree, loosest: int) -> str:
        match base, exponent:
            case Call("sqrt", (inner,)), Number(value):
                half = Number(value / 2) if value % 2 == 0 else Call("/", (exponent, Number(2.0)))
                return self.power(inner, half, loosest)
            case Call(function, arguments), Number(2.0) if function in BARE_CALLS - {"log"}:
                return self.call(function, arguments, loosest, "^2")
        return f"{self.write(base, _BASE)}^{_script(self.write(exponent))}"

    def call(self, function: str, arguments: Sequence[Tree], loosest: int, exponent: str = "") -> str:
        first, *others = [self.write(part, _BASE if function == "logseries" else _CHOICE) for part in arguments]
        match function:
            case "abs":
                return f"|{_signed(first)}|"
            case "sqrt":
                return rf"\sqrt{{{first}}}"
            case "exp" if self.raised:
                return f"e^{_script(first)}"
            case "logseries":
                return rf"{{\sum}}_{{j=1}}^{_script(others[0])} {first}^j/j"
        command = _COMMANDS.get(function, rf"\mathrm{{{function}}}") + exponent
        if function in BARE_CALLS and loosest <= _BARE and goes_bare(arguments[0]):
            return f"{command} {first}"
        return f"{command}({', '.join([first, *map(_signed, others)])})"


def _may_stack(node: Tree) -> bool:
    """Whether every quotient of sums, functions and coefficients apart, is one of polynomials."""
    match node:
        case Call("/"):
            return not _has_sum(node) or all(map(_is_polynomial, node.arguments))
        case Call("if", (_, *arguments)) | Call("*", (_, *arguments)) | Call("+" | "-" | "neg", arguments):
            return all(map(_may_stack, arguments))
    return True


def _has_sum(node: Tree) -> bool:
    return isinstance(node, Call) and (node.function in ("+", "-", "if") or any(map(_has_sum, node.arguments)))


def _is_polynomial(node: Tree) -> bool:
    match node:
        case Call("^", (base, exponent)):
            return _is_polynomial(base) and isinstance(exponent, Number)
        case Call("+" | "-" | "*" | "neg" | "abs", arguments):
            return all(map(_is_polynomial, arguments))
    return not isinstance(node, Call)


def _number(value: float) -> str:
    mantissa, _, exponent = number(value).partition("e")
    if not exponent:
        return r"\infty" if mantissa == "inf" else mantissa
    power = f"10^{_script(str(int(exponent)))}"
    return power if mantissa == "1" else rf"{mantissa} \cdot {power}"


def _name(name: str) -> str:
    if name in GREEK:
        return r"\varphi" if name == "phi" else rf"\{name}"
    return name if len(name) == 1 else rf"\mathrm{{{name}}}".replace("_", r"\_")


_LETTER = re.compile(rf"[A-Za-z(]|\\(?:sqrt|varphi|{'|'.join(GREEK)})\b")


def _beside(left: str, right: str) -> str:
    """Two factors: close together where that is read rightly, else a hair or a dot apart."""
    if not left:
        return right
    is_number = re.fullmatch(r"[\d.]+", left)
    if right[0].isdigit() or (is_number and right.startswith(r"\frac")) or r"\mathregular" in left + right:
        return rf"{left} \cdot {right}"
    if is_number:
        close = _LETTER.match(right) is not None
    else:
        close = right.startswith(r"\sqrt") or (left.endswith(")") and right.startswith("("))
    return f"{left}{right}" if close else rf"{left}\,{right}"


def _script(text: str) -> str:
    return text if len(text) == 1 else f"{{{text}}}"


def _signed(text: str) -> str:
    """`text` where it is not the first: a minus sign at its beginning is not that of a difference."""
    return f"{{{text}}}" if text.startswith("-") else text


def _in_math(template: str) -> str:
    """`template` with its words made mathtext, in the font of the text around."""
    parts = re.split(r"(\{value\}|\{condition\})", template)
    return "".join(
        part if part.startswith("{") or not part else rf"\mathregular{{{{{part}}}}}".replace(" ", r"\ ")
        for part in parts
    )
