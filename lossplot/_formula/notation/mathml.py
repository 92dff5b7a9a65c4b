"""Tree -> MathML Core, in textbook notation: fractions, exponents, and a brace before the pieces of a formula."""

from __future__ import annotations

from html import escape

from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.notation.letters import GREEK, mantissa_and_exponent
from lossplot._formula.notation.textbook import textbook
from lossplot._formula.notation.typeset import Typesetter, may_raise
from lossplot._formula.notation.writer import CHOICE, PRODUCT, SUM, Cases, Table
from lossplot._formula.tree import Call, Name, Number, Tree, is_condition

NAMESPACE = "http://www.w3.org/1998/Math/MathML"

# Signs without ink: what stands between two factors, and between a function and its argument.
_TIMES, _APPLY = "<mo>\u2062</mo>", "<mo>\u2061</mo>"
_THIN, _WIDE = '<mspace width="0.17em"/>', '<mspace width="0.4em"/>'
_MINUS, _DOT = "<mo>\u2212</mo>", "<mo>\u22c5</mo>"
_SIGNS = {"+": "+", "-": "\u2212", "<": "&lt;", "<=": "≤", ">": "&gt;", ">=": "≥"}
_NAMES = GREEK | {"phi": "ϕ", "pi": "π"}
# A cell of a table whose columns are flush left; MathML Core leaves that to CSS.
_LEFT = '<mtd style="text-align:left">'
# Elements higher than a line, so that brackets around them must grow.
_HIGH = ("<mfrac", "<mtable", "<msqrt", "<munderover")
_ROWS = Cases(
    case=f"<mtr>{_LEFT}{{value}}</mtd>{_LEFT}<mtext>if</mtext>{_WIDE}{{condition}}</mtd></mtr>",
    otherwise=f"<mtr>{_LEFT}{{value}}</mtd>{_LEFT}<mtext>otherwise</mtext></mtd></mtr>",
    separator="",
    around="<mrow><mo>{{</mo><mtable>{}</mtable></mrow>",
)


def mathml(tree: Tree, left: str = "") -> str:
    """Write `tree` as a `math` element: the equation `left` = `tree`, if `left` (MathML too) is given."""
    tree = textbook(tree)
    right = _MathML(_TABLE, _ROWS, has_e_powers=may_raise(tree)).write(tree)
    equation = f"{left}<mo>=</mo>{_operand(right)}" if left else right
    return f'<math xmlns="{NAMESPACE}" display="block">{_row(equation)}</math>'


def function_of(variable: str, primes: int = 0) -> str:
    """Write `L(r)`, or its derivative, for the left side of an equation."""
    letter = f"<msup><mi>L</mi><mo>{'′' * primes}</mo></msup>" if primes else "<mi>L</mi>"
    return f"{letter}{_APPLY}{_brackets(_name(variable))}"


class _MathML(Typesetter):
    def piece(self, value: Tree) -> str:
        return _row(self.write(value, SUM))

    def reason(self, condition: Tree) -> str:
        return _row(self.flat.condition(condition))

    def beside(self, left: str, right: str, before: Tree, after: Tree) -> str:
        """Put a dot before a number, and some space beside a word or a function."""
        if isinstance(_base(after), Number):
            return f"{left}{_DOT}{right}"
        return f"{left}{_TIMES}{_THIN if _is_word(before) or _is_word(after) or self.is_function(after) else ''}{right}"

    def is_function(self, factor: Tree) -> bool:
        """Return True if `factor` starts with the name of a function."""
        match _base(factor):
            case Call("exp"):
                return not self.has_e_powers
            case Call(function) if function in FUNCTIONS:
                notation = FUNCTIONS[function].notation
                return notation.is_open or not notation.mathml
            case node:
                return is_condition(node)

    def head(self, function: str, exponent: str) -> str:
        return Typesetter.head(self, function, exponent) + _APPLY


def _row(text: str) -> str:
    """Make one element of `text`, unless it is a single tag that closes at its end."""
    tag = text[1:].split(">", 1)[0].split(" ", 1)[0]
    is_leaf = tag in ("mi", "mn") and text.count("<") == 2
    return text if is_leaf else f"<mrow>{text}</mrow>"


def _brackets(text: str) -> str:
    stretch = "" if any(tag in text for tag in _HIGH) else ' stretchy="false"'
    return f"<mrow><mo{stretch}>(</mo>{_operand(text)}<mo{stretch}>)</mo></mrow>"


def _operand(text: str) -> str:
    """Make one element of an operand that starts with a minus sign, which is not that of a difference."""
    return f"<mrow>{text}</mrow>" if text.startswith(_MINUS) else text


def _base(factor: Tree) -> Tree:
    match factor:
        case Call("^", (base, _)):
            return _base(base)
    return factor


def _is_word(factor: Tree) -> bool:
    base = _base(factor)
    return isinstance(base, Name) and len(base.name) > 1 and base.name not in GREEK


def _name(name: str) -> str:
    return f"<mi>{escape(_NAMES.get(name, name))}</mi>"


def _function(name: str) -> str:
    notation = FUNCTIONS[name].notation
    return notation.letter or f"<mi>{notation.tex[1:] or name}</mi>"


def _number(value: float) -> str:
    mantissa, exponent = mantissa_and_exponent(value)
    if not exponent:
        return "<mi>∞</mi>" if mantissa == "inf" else f"<mn>{mantissa}</mn>"
    sign = _MINUS if exponent.startswith("-") else ""
    power = f"<msup><mn>10</mn>{_row(f'{sign}<mn>{abs(int(exponent))}</mn>')}</msup>"
    return power if mantissa == "1" else f"<mn>{mantissa}</mn>{_DOT}{power}"


_TABLE = Table(
    _number,
    _name,
    template=lambda notation: notation.mathml,
    function=_function,
    signs={sign: f"<mo>{character}</mo>" for sign, character in _SIGNS.items()},
    minus=_MINUS,
    comma="<mo>,</mo>",
    brackets=_brackets,
    truth="<mrow><mo>[</mo>{}<mo>]</mo></mrow>".format,
    first=_operand,
    operand=_operand,
    group=_row,
    fraction=lambda above, below: f"<mfrac>{_row(above)}{_row(below)}</mfrac>",
    power=lambda base, exponent: f"<msup>{_row(base)}{_row(exponent)}</msup>",
    exponent=CHOICE,
    ten=PRODUCT,
    slash='<mo lspace="0" rspace="0">/</mo>',
    gap=_THIN,
)
