r"""Tree -> matplotlib's mathtext: `$r^2/2$ if $|r| \leq \delta$; $\delta\,(|r| - \delta/2)$ otherwise`.

Mathtext has no cases, so the pieces of a formula are said in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.notation.letters import GREEK, mantissa_and_exponent
from lossplot._formula.notation.textbook import cases, textbook
from lossplot._formula.notation.typeset import Typesetter, above_and_below, may_raise
from lossplot._formula.notation.writer import CHOICE, LINE_SIGNS, SUM, Cases, Table
from lossplot._formula.tree import Call, Number, Tree


def mathtext(
    tree: Tree, case: str = "{value} if {condition}", otherwise: str = "{value} otherwise", separator: str = "; "
) -> str:
    """Write `tree` in mathtext: each piece of the formula and each condition between dollars, with words around them.

    `case` is the template of a piece with its condition, `otherwise` that of the last one.
    """
    tree = textbook(tree)
    words = case, otherwise, separator
    writer = _Mathtext(_TABLE, Cases(*map(_in_math, words)), has_e_powers=may_raise(tree), may_stack=_may_stack(tree))
    return Cases(*words).join(
        [
            (f"${writer.write(value)}$", f"${writer.condition(condition)}$" if condition else None)
            for value, condition in cases(tree)
        ]
    )


@dataclass(frozen=True, slots=True)
class _Mathtext(Typesetter):
    """Writer of mathtext, with a quotient of sums as a fraction if `may_stack`.

    Inside brackets, roots, exponents and fractions it is flat and stacks nothing: no bracket need grow, and nothing
    gets too small to read.
    """

    may_stack: bool = True

    @property
    def inside(self) -> _Mathtext:
        return self.flat

    def piece(self, value: Tree) -> str:
        return _operand(self.flat.write(value, SUM))

    def factor(self, node: Tree, loosest: int) -> str:
        """Write a factor; a coefficient such as c^2/2 is a fraction whatever it holds."""
        match node:
            case Call("/") if not self.is_flat:
                return self.flat.fraction(*above_and_below(node))
        return self.write(node, loosest)

    def beside(self, left: str, right: str, before: Tree, after: Tree) -> str:
        """Put two factors close together where that is read rightly, else a hair or a dot apart."""
        is_number = re.fullmatch(r"[\d.]+", left)
        if right[0].isdigit() or (is_number and right.startswith(r"\frac")) or r"\mathregular" in left + right:
            return rf"{left} \cdot {right}"
        if is_number:
            close = _LETTER.match(right) is not None
        else:
            close = right.startswith(r"\sqrt") or (left.endswith(")") and right.startswith("("))
        return f"{left}{right}" if close else rf"{left}\,{right}"

    def stacks(self, quotient: Tree) -> bool:
        return self.may_stack and not self.is_flat and _has_sum(quotient)


_LETTER = re.compile(rf"[A-Za-z(]|\\(?:sqrt|varphi|{'|'.join(GREEK)})\b")


def _may_stack(node: Tree) -> bool:
    """Return True if every quotient of sums, functions and coefficients apart, is one of polynomials."""
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
    mantissa, exponent = mantissa_and_exponent(value)
    if not exponent:
        return r"\infty" if mantissa == "inf" else mantissa
    power = f"10^{_script(exponent)}"
    return power if mantissa == "1" else rf"{mantissa} \cdot {power}"


def _name(name: str) -> str:
    if name in GREEK:
        return r"\varphi" if name == "phi" else rf"\{name}"
    return name if len(name) == 1 else rf"\mathrm{{{name}}}".replace("_", r"\_")


def _operand(text: str) -> str:
    return f"{{{text}}}" if text.startswith("-") else text


def _script(text: str) -> str:
    return text if len(text) == 1 else f"{{{text}}}"


def _in_math(template: str) -> str:
    """Write the words of a template in mathtext, in the font of the text around, for pieces within a formula."""
    parts = re.split(r"(\{value\}|\{condition\})", template)
    return "".join(
        part if part.startswith("{") or not part else rf"\mathregular{{{{{part}}}}}".replace(" ", r"\ ")
        for part in parts
    )


_TABLE = Table(
    _number,
    _name,
    template=lambda notation: notation.mathtext,
    function=lambda name: FUNCTIONS[name].notation.tex or rf"\mathrm{{{name}}}",
    signs=LINE_SIGNS | {"<=": r" \leq ", ">=": r" \geq "},
    truth="[{}]".format,
    left=_operand,
    operand=_operand,
    group=_script,
    fraction=r"\frac{{{}}}{{{}}}".format,
    power=lambda base, exponent: f"{base}^{_script(exponent)}",
    exponent=CHOICE,
)
