"""Tree -> words for people: the language itself, plain Unicode, and LaTeX.

All three show the textbook form: where the machine computes `softplus(-m)`, they say log(1 + exp(-m)).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Protocol

from lossplot.formula.functions import FUNCTIONS
from lossplot.formula.parser import parse
from lossplot.formula.tree import COMPARISONS, Call, Name, Number, Tree, substitute, transform

GREEK = {
    "alpha": "\u03b1", "beta": "\u03b2", "gamma": "\u03b3", "delta": "\u03b4", "epsilon": "\u03b5",
    "eta": "\u03b7", "mu": "\u03bc", "phi": "\u03c6", "sigma": "\u03c3", "tau": "\u03c4", "pi": "\u03c0",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789-", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b")
_CHOICE, _COMPARE, _SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = range(7)
_LEVEL = {
    "if": _CHOICE,
    "and": _COMPARE,
    "+": _SUM,
    "-": _SUM,
    "*": _PRODUCT,
    "/": _PRODUCT,
    "neg": _SIGNED,
    "^": _POWER,
}


@cache
def _definition(function: str) -> Tree | None:
    text = FUNCTIONS[function].textbook if function in FUNCTIONS else None
    return parse(text, "xy") if text else None


def textbook(tree: Tree) -> Tree:
    """`tree` with every stable function spelled out as a textbook has it, and double signs resolved."""

    def spell_out(node: Tree) -> Tree:
        if isinstance(node, Call) and (definition := _definition(node.function)):
            node = transform(substitute(definition, dict(zip("xy", node.arguments, strict=False))), _tidy)
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
        case Call("+", (left, Call("neg", (right,)))):
            return Call("-", (left, right))
        case Call("-", (left, Call("neg", (right,)))):
            return Call("+", (left, right))
        case Call("+", (left, Call("*" | "/" as operator, (Call("neg", (first,)), second)))):
            return Call("-", (left, Call(operator, (first, second))))
    return tree


def number(value: float) -> str:
    """The shortest decimal that reads back as `value`, without a needless `.0`."""
    return f"{value:g}" if float(f"{value:g}") == value else repr(value)


def _level(tree: Tree) -> int:
    if isinstance(tree, Call):
        return _COMPARE if tree.function in COMPARISONS else _LEVEL.get(tree.function, _ATOM)
    return _SIGNED if isinstance(tree, Number) and tree.value < 0 else _ATOM


def _operand_levels(operator: str) -> tuple[int, int]:
    """The loosest binding that each operand may have without parentheses."""
    return {
        "+": (_SUM, _PRODUCT),
        "-": (_SUM, _PRODUCT),
        "*": (_PRODUCT, _SIGNED),
        "/": (_PRODUCT, _SIGNED),
        "^": (_ATOM, _SIGNED),
    }.get(operator, (_SUM, _SUM))


class _Write(Protocol):
    """Write a node, in brackets if it binds looser than its place allows."""

    def __call__(self, node: Tree, loosest: int = _CHOICE) -> str: ...


def _write(tree: Tree, bare: Callable[[Tree, _Write], str], brackets: tuple[str, str] = ("(", ")")) -> str:
    def write(node: Tree, loosest: int = _CHOICE) -> str:
        text = bare(node, write)
        return text if _level(node) >= loosest else f"{brackets[0]}{text}{brackets[1]}"

    return write(tree)


def source(tree: Tree) -> str:
    """`tree` in the language of formulas: `parse` reads it back."""

    def write_bare(node: Tree, write: _Write) -> str:
        match node:
            case Number(value):
                return number(value)
            case Name(name):
                return name
            case Call("neg", (inner,)):
                return f"-{write(inner, _SIGNED)}"
            case Call("if", (condition, then, otherwise)):
                return f"{write(then, _COMPARE)} if {write(condition, _COMPARE)} else {write(otherwise)}"
            case Call("and", comparisons):
                return _chained(comparisons, write, {})
            case Call(operator, (left, right)) if operator in _LEVEL or operator in COMPARISONS:
                at_left, at_right = _operand_levels(operator)
                sign = operator if operator in ("*", "/", "^") else f" {operator} "
                return f"{write(left, at_left)}{sign}{write(right, at_right)}"
        return f"{node.function}({', '.join(write(part) for part in node.arguments)})"

    return _write(textbook(tree), write_bare)


def _chained(comparisons: tuple[Tree, ...], write: _Write, signs: dict[str, str]) -> str:
    """`a < b < c`, from the comparisons a < b and b < c."""
    words: list[str] = []
    for comparison in comparisons:
        assert isinstance(comparison, Call)
        left, right = comparison.arguments
        words += [] if words else [write(left, _SUM)]
        words += [signs.get(comparison.function, comparison.function), write(right, _SUM)]
    return " ".join(words)


_UNICODE_SIGNS = {"<=": "\u2264", ">=": "\u2265", "-": "\u2212"}
_LATEX_SIGNS = {"<=": r"\le", ">=": r"\ge"}


def unicode(tree: Tree) -> str:
    """`tree` as a line of plain text: `r²/2 if |r| ≤ δ; δ·(|r| − δ/2) otherwise`."""

    def write_bare(node: Tree, write: _Write) -> str:
        match node:
            case Number(value):
                return number(value).replace("-", "\u2212")
            case Name(name):
                return GREEK.get(name, name)
            case Call("neg", (inner,)):
                return f"\u2212{write(inner, _SIGNED)}"
            case Call("if"):
                *cases, last = _cases(node)
                written = [f"{write(value, _COMPARE)} if {write(condition, _COMPARE)}" for value, condition in cases]
                return "; ".join([*written, f"{write(last[0], _COMPARE)} otherwise"])
            case Call("and", comparisons):
                return _chained(comparisons, write, _UNICODE_SIGNS)
            case Call("abs", (inner,)):
                return f"|{write(inner)}|"
            case Call("^", (base, Number(exponent))) if exponent % 1 == 0:
                return write(base, _ATOM) + number(exponent).translate(_SUPERSCRIPTS)
            case Call("*", ((Number() | Call("neg", (Number(),))) as left, (Name() | Call("^", (Name(), _))) as right)):
                return f"{write(left)}{write(right)}"
            case Call(operator, (left, right)) if operator in _LEVEL or operator in COMPARISONS:
                at_left, at_right = _operand_levels(operator)
                sign = {"*": "\u00b7", "/": "/", "^": "^"}.get(operator, f" {_UNICODE_SIGNS.get(operator, operator)} ")
                return f"{write(left, at_left)}{sign}{write(right, at_right)}"
        return f"{node.function}({', '.join(write(part) for part in node.arguments)})"

    return _write(textbook(tree), write_bare)


def _cases(tree: Tree) -> list[tuple[Tree, Tree]]:
    """The (value, condition) of each branch of a chain of conditionals; the last has condition 1."""
    if isinstance(tree, Call) and tree.function == "if":
        condition, then, otherwise = tree.arguments
        return [(then, condition), *_cases(otherwise)]
    return [(tree, Number(1.0))]


def latex(tree: Tree) -> str:
    """`tree` as LaTeX for amsmath, without the dollars."""

    def write_bare(node: Tree, write: _Write) -> str:
        match node:
            case Number(value):
                mantissa, _, exponent = number(value).partition("e")
                return rf"{mantissa} \cdot 10^{{{int(exponent)}}}" if exponent else mantissa
            case Name(name):
                return rf"\{name}" if name in GREEK else name if len(name) == 1 else rf"\mathrm{{{name}}}"
            case Call("neg", (inner,)):
                return f"-{write(inner, _SIGNED)}"
            case Call("if"):
                *cases, last = _cases(node)
                rows = [rf"{write(value)} & \text{{if }} {write(condition)}" for value, condition in cases]
                rows.append(rf"{write(last[0])} & \text{{otherwise}}")
                return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"
            case Call("and", comparisons):
                return _chained(comparisons, write, _LATEX_SIGNS)
            case Call("abs", (inner,)):
                return rf"\left|{write(inner)}\right|"
            case Call("sqrt", (inner,)):
                return rf"\sqrt{{{write(inner)}}}"
            case Call("exp", (inner,)):
                return f"e^{{{write(inner)}}}"
            case Call("/", (left, right)):
                return rf"\frac{{{write(left)}}}{{{write(right)}}}"
            case Call("^", (base, exponent)):
                return f"{write(base, _ATOM)}^{{{write(exponent)}}}"
            case Call("*", (left, right)):
                sign = r" \cdot " if isinstance(right, Number) or _level(right) == _SIGNED else r" \, "
                return f"{write(left, _PRODUCT)}{sign}{write(right, _SIGNED)}"
            case Call(operator, (left, right)) if operator in _LEVEL or operator in COMPARISONS:
                at_left, at_right = _operand_levels(operator)
                return f"{write(left, at_left)} {_LATEX_SIGNS.get(operator, operator)} {write(right, at_right)}"
        inside = ", ".join(write(part) for part in node.arguments)
        name = _LATEX_FUNCTIONS.get(node.function, "\\" + node.function)
        return rf"{name}\left({inside}\right)"

    return _write(textbook(tree), write_bare, (r"\left(", r"\right)"))


_LATEX_FUNCTIONS = {
    "atan": r"\arctan",
    "sign": r"\operatorname{sign}",
    "step": r"\operatorname{step}",
}
