"""Tree -> words for people: the language itself, plain Unicode, and LaTeX.

All three show the textbook form: where the machine computes `softplus(-m)`, they say log(1 + exp(-m)).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lossplot.formula.functions import FUNCTIONS
from lossplot.formula.parser import fill
from lossplot.formula.tree import COMPARISONS, Call, Name, Number, Tree, transform

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η",
    "mu": "μ", "phi": "φ", "pi": "π", "sigma": "σ", "tau": "τ",
}  # fmt: skip


def source(tree: Tree) -> str:
    """`tree` in the language of formulas: `parse` reads it back."""
    return _write(textbook(tree), _SOURCE)


def unicode(tree: Tree) -> str:
    """`tree` as a line of plain text: `r²/2 if |r| ≤ δ; δ·(|r| − δ/2) otherwise`."""
    return _write(textbook(tree), _UNICODE)


def latex(tree: Tree) -> str:
    """`tree` as LaTeX for amsmath, without the dollars."""
    return _write(textbook(tree), _LATEX)


def number(value: float) -> str:
    """The shortest decimal that reads back as `value`, without a needless `.0`."""
    return f"{value:g}" if float(f"{value:g}") == value else repr(value)


def textbook(tree: Tree) -> Tree:
    """`tree` with every stable function spelled out as a textbook has it, and double signs resolved."""

    def spell_out(node: Tree) -> Tree:
        if isinstance(node, Call) and node.function in FUNCTIONS and (formula := FUNCTIONS[node.function].textbook):
            node = transform(fill(formula, node.arguments), _tidy)
        return _tidy(node)

    return transform(tree, spell_out)


def _tidy(tree: Tree) -> Tree:
    match tree:
        case Call("neg", (Call("neg", (inner,)),)):
            return inner
        case Call("neg", (Call("-", (left, right)),)):
            return Call("-", (right, left))
        case Call("neg", (Call("*" | "/" as operator, (Call("neg", (left,)), right)),)):
            return Call(operator, (left, right))
        case Call("^", (Call("/", (Number(1.0) as one, below)), exponent)):
            return Call("/", (one, Call("^", (below, exponent))))
        case Call("^", (Name("e"), exponent)):
            return Call("exp", (exponent,))
        case Call("+", (left, Call("neg", (right,)))):
            return Call("-", (left, right))
        case Call("-", (left, Call("neg", (right,)))):
            return Call("+", (left, right))
        case Call("+", (left, Call("*" | "/" as operator, (Call("neg", (first,)), second)))):
            return Call("-", (left, Call(operator, (first, second))))
    return tree


# How tightly each kind of node binds, and how loosely its operands may without brackets.
_CHOICE, _COMPARE, _SUM, _PRODUCT, _SIGNED, _ATOM = range(6)
_LEVELS = {"if": _CHOICE, "and": _COMPARE, "neg": _SIGNED, "+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT}
_LEVELS |= {"^": _SIGNED} | dict.fromkeys(COMPARISONS, _COMPARE)
_OPERANDS: dict[str, tuple[int, ...]] = {
    "if": (_COMPARE, _COMPARE, _CHOICE),
    "neg": (_SIGNED,),
    "+": (_SUM, _PRODUCT),
    "-": (_SUM, _PRODUCT),
    "*": (_PRODUCT, _SIGNED),
    "/": (_PRODUCT, _SIGNED),
    "^": (_ATOM, _SIGNED),
} | dict.fromkeys(COMPARISONS, (_SUM, _SUM))


class _Writer(Protocol):
    """Write a node, in brackets if it binds more loosely than its place allows."""

    def __call__(self, node: Tree, loosest: int = _CHOICE) -> str: ...


@dataclass(frozen=True, slots=True)
class _Notation:
    """How each function is written, and what is not said by a template: `special` returns None to decline."""

    templates: Mapping[str, str]
    special: Callable[[Tree, _Writer], str | None]
    call: str = "{}({})"
    brackets: str = "({})"
    operands: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: _OPERANDS)


def _write(tree: Tree, notation: _Notation) -> str:
    def write(node: Tree, loosest: int = _CHOICE) -> str:
        text = notation.special(node, write) or bare(node)
        return text if _level(node) >= loosest else notation.brackets.format(text)

    def bare(node: Tree) -> str:
        match node:
            case Number(value):
                return number(value)
            case Name(name):
                return name
            case Call("and", (first, *others)):
                return write(first) + "".join(continued(comparison) for comparison in others)
        operands = notation.operands.get(node.function, (_CHOICE,) * len(node.arguments))
        written = [write(part, loosest) for part, loosest in zip(node.arguments, operands, strict=True)]
        if template := notation.templates.get(node.function):
            return template.format(*written)
        return notation.call.format(node.function, ", ".join(written))

    def continued(comparison: Tree) -> str:
        assert isinstance(comparison, Call)
        return notation.templates[comparison.function].format("", write(comparison.arguments[1], _SUM))

    return write(tree)


def _level(tree: Tree) -> int:
    if isinstance(tree, Call):
        return _LEVELS.get(tree.function, _ATOM)
    return _SIGNED if isinstance(tree, Number) and tree.value < 0 else _ATOM


def cases(tree: Tree) -> list[tuple[Tree, Tree | None]]:
    """The (value, condition) of each branch of a chain of conditionals; the last has no condition."""
    match tree:
        case Call("if", (condition, then, otherwise)):
            return [(then, condition), *cases(otherwise)]
    return [(tree, None)]


_TEMPLATES = {
    "if": "{1} if {0} else {2}",
    "neg": "-{}",
    "+": "{} + {}",
    "-": "{} - {}",
    "*": "{}*{}",
    "/": "{}/{}",
    "^": "{}^{}",
} | {sign: f"{{}} {sign} {{}}" for sign in COMPARISONS}

_SOURCE = _Notation(_TEMPLATES, lambda node, write: None)

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def _special_unicode(node: Tree, write: _Writer) -> str | None:
    match node:
        case Number(value):
            return number(value).replace("-", "−")
        case Name(name):
            return GREEK.get(name)
        case Call("if"):
            return "; ".join(
                f"{write(value, _COMPARE)} if {write(condition)}"
                if condition
                else f"{write(value, _COMPARE)} otherwise"
                for value, condition in cases(node)
            )
        case Call("^", (base, Number(exponent))) if exponent % 1 == 0:
            return write(base, _ATOM) + number(exponent).translate(_SUPERSCRIPTS)
        case Call("*", ((Number() | Call("neg", (Number(),))) as left, (Name() | Call("^", (Name(), _))) as right)):
            return write(left) + write(right)
    return None


_UNICODE = _Notation(
    _TEMPLATES
    | {"neg": "−{}", "-": "{} − {}", "*": "{}·{}", "<=": "{} ≤ {}", ">=": "{} ≥ {}", "abs": "|{}|", "sqrt": "√({})"},
    _special_unicode,
)


def _special_latex(node: Tree, write: _Writer) -> str | None:
    match node:
        case Number(value):
            mantissa, _, exponent = number(value).partition("e")
            return rf"{mantissa} \cdot 10^{{{int(exponent)}}}" if exponent else mantissa
        case Name(name):
            return rf"\{name}" if name in GREEK else name if len(name) == 1 else rf"\mathrm{{{name}}}"
        case Call("if"):
            rows = [
                write(value) + (rf" & \text{{if }} {write(condition)}" if condition else r" & \text{otherwise}")
                for value, condition in cases(node)
            ]
            return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"
        case Call("*", (left, (Number() | Call("neg")) as right)):
            return rf"{write(left, _PRODUCT)} \cdot {write(right, _SIGNED)}"
    return None


_LATEX = _Notation(
    _TEMPLATES
    | {
        "*": r"{} \, {}",
        "/": r"\frac{{{}}}{{{}}}",
        "^": "{}^{{{}}}",
        "<=": r"{} \le {}",
        ">=": r"{} \ge {}",
        "abs": r"\left|{}\right|",
        "sqrt": r"\sqrt{{{}}}",
        "exp": "e^{{{}}}",
        "atan": r"\arctan\left({}\right)",
        "sign": r"\operatorname{{sign}}\left({}\right)",
        "step": r"\operatorname{{step}}\left({}\right)",
        "erf": r"\operatorname{{erf}}\left({}\right)",
        "ndtr": r"\Phi\left({}\right)",
        "logseries": r"\left(\sum_{{j=1}}^{{{1}}} \frac{{{0}^{{j}}}}{{j}}\right)",
    },
    _special_latex,
    call=r"\{}\left({}\right)",
    brackets=r"\left({}\right)",
    operands=_OPERANDS | {"/": (_CHOICE, _CHOICE), "^": (_ATOM, _CHOICE), "logseries": (_ATOM, _CHOICE)},
)
