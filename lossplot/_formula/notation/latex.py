"""Tree -> LaTeX."""

from __future__ import annotations

from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.notation.letters import GREEK, mantissa_and_exponent
from lossplot._formula.notation.textbook import textbook
from lossplot._formula.notation.writer import CHOICE, LINE_SIGNS, Cases, Table, Writer
from lossplot._formula.tree import Call, Number, Tree


def latex(tree: Tree) -> str:
    """Write `tree` in LaTeX for amsmath, without the dollars."""
    return _Latex(_LATEX, _CASES, has_e_powers=True).write(textbook(tree))


class _Latex(Writer):
    def between(self, left: Tree, right: Tree) -> str:
        match right:
            case Number() | Call("neg"):
                return r" \cdot "
        return r" \, "


def _number(value: float) -> str:
    mantissa, exponent = mantissa_and_exponent(value)
    return rf"{mantissa} \cdot 10^{{{exponent}}}" if exponent else mantissa


_CASES = Cases(
    case=r"{value} & \text{{if }} {condition}",
    otherwise=r"{value} & \text{{otherwise}}",
    separator=r" \\ ",
    around=r"\begin{{cases}} {} \end{{cases}}",
)
_LATEX = Table(
    _number,
    name=lambda name: rf"\{name}" if name in GREEK else name if len(name) == 1 else rf"\mathrm{{{name}}}",
    template=lambda notation: notation.latex,
    function=lambda function: FUNCTIONS[function].notation.tex or rf"\operatorname{{{function}}}",
    signs=LINE_SIGNS | {"<=": r" \le ", ">=": r" \ge "},
    brackets=r"\left({}\right)".format,
    fraction=r"\frac{{{}}}{{{}}}".format,
    power="{}^{{{}}}".format,
    exponent=CHOICE,
    piece=CHOICE,
)
