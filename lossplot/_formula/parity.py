"""Parity of a formula by its form alone, which takes no numbers: even or odd in its variable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lossplot._formula.exact import definition
from lossplot._formula.functions import ARGUMENTS
from lossplot._formula.tree import Call, Name, Number, Tree

EVEN, ODD = 1, -1
_EVEN_FUNCTIONS = frozenset({"abs", "cos", "cosh"})
_ODD_FUNCTIONS = frozenset({"neg", "sign", "sin", "sinh", "tan", "tanh", "atan", "asin", "asinh", "atanh", "erf"})


def parity(tree: Tree, variable: str) -> int | None:
    """Return EVEN if `tree` has the same value at -x as at x by its form, ODD if the opposite one, None if unknown."""
    return _parity(tree, {variable: ODD})


def _parity(tree: Tree, names: Mapping[str, int]) -> int | None:
    """Return the parity of a formula in which these names are odd, or even, and all others even."""
    if not isinstance(tree, Call):
        return names.get(tree.name, EVEN) if isinstance(tree, Name) else EVEN
    parts = [_parity(part, names) for part in tree.arguments]
    if None in parts:
        return None
    if all(part == EVEN for part in parts):
        return EVEN
    match tree:
        case Call("+" | "-", _):
            return ODD if all(part == ODD for part in parts) else None
        case Call("*" | "/", _):
            return EVEN if parts[0] == parts[1] else ODD
        case Call("^", (_, Number(exponent))) if exponent % 1.0 == 0.0:
            return EVEN if exponent % 2.0 == 0.0 else ODD
        case Call("if", _):
            return ODD if parts == [EVEN, ODD, ODD] else None
        case Call(function, _) if function in _EVEN_FUNCTIONS:
            return EVEN
        case Call(function, _) if function in _ODD_FUNCTIONS:
            return ODD
    return _of_definition(tree.function, tuple(part or EVEN for part in parts))


@cache
def _of_definition(function: str, parts: tuple[int, ...]) -> int | None:
    tree = definition(function)
    return _parity(tree, dict(zip(ARGUMENTS, parts, strict=False))) if tree else None
