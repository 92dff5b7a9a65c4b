"""Tree -> LaTeX."""

from __future__ import annotations

from lossplot.formula.functions import FUNCTIONS, Notation
from lossplot.formula.notation.letters import GREEK, mantissa_and_exponent
from lossplot.formula.notation.textbook import textbook
from lossplot.formula.notation.writer import LINE_SIGNS, Cases, Writer
from lossplot.formula.tree import Call, Number, Tree

_CASES = Cases(
    case=r"{value} & \text{{if }} {condition}",
    otherwise=r"{value} & \text{{otherwise}}",
    separator=r" \\ ",
    around=r"\begin{{cases}} {} \end{{cases}}",
)


def latex(tree: Tree) -> str:
    """`tree` as LaTeX for amsmath, without the dollars."""
    return _Latex(raised=True, words=_CASES).write(textbook(tree))


class _Latex(Writer):
    signs = LINE_SIGNS | {"<=": r" \le ", ">=": r" \ge "}

    def number(self, value: float) -> str:
        mantissa, exponent = mantissa_and_exponent(value)
        return rf"{mantissa} \cdot 10^{{{exponent}}}" if exponent else mantissa

    def name(self, name: str) -> str:
        return rf"\{name}" if name in GREEK else name if len(name) == 1 else rf"\mathrm{{{name}}}"

    def piece(self, value: Tree) -> str:
        return self.write(value)

    def between(self, left: Tree, right: Tree) -> str:
        match right:
            case Number() | Call("neg"):
                return r" \cdot "
        return r" \, "

    def quotient(self, node: Call, loosest: int) -> str:
        above, below = map(self.write, node.arguments)
        return rf"\frac{{{above}}}{{{below}}}"

    def superscript(self, base: str, exponent: Tree) -> str:
        return f"{base}^{{{self.write(exponent)}}}"

    def template(self, notation: Notation) -> str:
        return notation.latex

    def head(self, function: str, exponent: str) -> str:
        return FUNCTIONS[function].notation.tex or rf"\operatorname{{{function}}}"

    def brackets(self, text: str) -> str:
        return rf"\left({text}\right)"
