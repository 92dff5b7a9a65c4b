"""What the writers of two-dimensional notation ask of a tree: its sign, its factors, and how much room it takes."""

from __future__ import annotations

import math

from lossplot.formula.notation.text import GREEK, number
from lossplot.formula.tree import Call, Name, Number, Tree

# The functions that stand before a name without brackets.
BARE_CALLS = frozenset(("log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "atan"))
# What may follow such a function without brackets, besides names and numbers.
_CLOSED = BARE_CALLS | {"exp", "max", "min", "ndtr", "abs", "sqrt"}
# An exponent of e that is broader than this is written as the argument of exp.
_BROAD = 8


def positive(node: Tree) -> Tree | None:
    """What `node` is the negative of, if it starts with a minus sign."""
    match node:
        case Number(value) if value < 0.0:
            return Number(-value)
        case Call("neg", (inner,)):
            return inner
        case Call("*" | "/" as operator, (first, second)) if found := positive(first):
            return Call(operator, (found, second))
    return None


def factors(node: Tree) -> list[Tree]:
    match node:
        case Call("*", (left, right)):
            return [*factors(left), *factors(right)]
    return [node]


def above_and_below(node: Tree) -> tuple[list[Tree], list[Tree]]:
    """The factors above and below the line: a, c and b, d of `a/b*c/d`."""
    match node:
        case Call("/", (left, right)):
            above, below = above_and_below(left)
            return above, [*below, *factors(right)]
        case Call("*", (left, right)):
            above, below = above_and_below(left)
            return [*(factor for factor in above if factor != Number(1.0)), *factors(right)], below
    return [node], []


def may_raise(node: Tree) -> bool:
    """Whether every argument of exp is short and low enough for an exponent."""
    match node:
        case Call("exp", (exponent,)):
            return _breadth(exponent) <= _BROAD
        case Call(_, arguments):
            return all(map(may_raise, arguments))
    return True


def goes_bare(argument: Tree) -> bool:
    """Whether a function may stand before `argument` without brackets, as in log p and log cosh r."""
    match argument:
        case Number(value):
            return value >= 0.0 and "e" not in number(value)
        case Call(function):
            return function in _CLOSED
    return True


def _breadth(node: Tree) -> float:
    """How many signs it takes to write `node`, if it needs but one line."""
    match node:
        case Number(value):
            return len(number(value))
        case Name(name):
            return 1 if name in GREEK else len(name)
        case Call("+" | "-" | "*" | "/" | "neg", arguments):
            return 1 + sum(map(_breadth, arguments))
    return math.inf
