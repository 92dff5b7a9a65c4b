"""Branches made safe where they do not apply.

Array libraries compute every branch everywhere and then choose.  What is not chosen may be NaN
in a value, but its gradient, zero times infinity, would be NaN in the result.  So a branch that
can go wrong is given, in place of the variable, one that stands still where the branch does not apply.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.functions import row_of
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in, substitute

_HARMLESS = COMPARISONS | {"+", "-", "*", "neg", "if", "and"}
# Harmless values of the variable for a branch: the first of these where it applies and is smooth.
_CANDIDATES = (0.0, 1.0, 0.5, 0.25, -1.0, 2.0, -2.0, 10.0, -10.0, 100.0, -100.0)

_POSITIVE = 2  # the sign of what is nowhere zero

_Path = tuple[tuple[Tree, bool], ...]


def is_risky(tree: Tree, variable: str) -> bool:
    """Return True if some value of the variable might overflow, divide by zero or leave a function's domain."""
    if not isinstance(tree, Call) or variable not in names_in(tree):
        return False
    if any(is_risky(part, variable) for part in tree.arguments):
        return True
    match tree:
        case Call("/", (_, below)):
            return variable in names_in(below) and _sign(below) < _POSITIVE
        case Call("^", (base, Number(exponent))):
            is_whole = exponent >= 0 and exponent % 1 == 0
            return not is_whole and _sign(base) < (1 if exponent > 0 else _POSITIVE)
    match row_of(tree.function).safe:
        case "x > 0":
            return _sign(tree.arguments[0]) < _POSITIVE
        case "x >= 0":
            return _sign(tree.arguments[0]) <= 0
        case "x <= 0":
            return _sign(tree.arguments[0]) >= 0
        case safe:
            return not (safe or tree.function in _HARMLESS)


def _sign(tree: Tree) -> int:
    """Return 2 if `tree` is positive, 1 if nowhere negative, -1 if nowhere positive, 0 if neither is plain."""
    match tree:
        case Number(value):
            return int(value >= 0.0) + int(value > 0.0) or -1
        case Name("pi" | "e"):
            return _POSITIVE
        case Call("+", (left, right)):
            lower, upper = sorted((_sign(left), _sign(right)))
            return upper if lower > 0 else lower if lower == upper else 0
        case Call("*" | "/", (left, right)):
            product = _sign(left) * _sign(right)
            return _POSITIVE if product == _POSITIVE**2 else max(-1, min(product, 1))
        case Call("neg", (inner,)):
            return -1 if _sign(inner) > 0 else -_sign(inner)
        case Call("^" | "sqrt", (base, *_)) if _sign(base) == _POSITIVE:
            return _POSITIVE
        case Call("^", (_, Number(exponent))) if exponent % 2 == 0:
            return 1
        case Call("max", (Number(0.0), _)):
            return 1
        case Call(function):
            return {"": 0, "nonnegative": 1, "positive": _POSITIVE}[row_of(function).sign]
    return 0


def guard(tree: Tree, variable: str, parameters: Mapping[str, float]) -> tuple[Tree, dict[str, Tree]]:
    """Make the risky branches of `tree` safe.

    Returns the new tree, and the tree that each of the new names in it stands for.
    """
    names: dict[Tree, str] = {}

    def visit(node: Tree, path: _Path) -> Tree:
        match node:
            case Call("if", (condition, then, otherwise)) if variable in names_in(condition):
                branches = visit(then, (*path, (condition, True))), visit(otherwise, (*path, (condition, False)))
                return Call("if", (condition, *branches))
            case Call(function, arguments) if not path:
                return Call(function, tuple(visit(part, path) for part in arguments))
        if not path or not is_risky(node, variable):
            return node
        refuge = Number(_refuge(node, variable, path, parameters))
        safe: Tree = Name(variable)
        for condition, truth in reversed(path):
            safe = Call("if", (condition, safe, refuge) if truth else (condition, refuge, safe))
        names.setdefault(safe, f"safe{len(names) + 1 if names else ''}")
        return substitute(node, {variable: Name(names[safe])})

    result = visit(tree, ())
    return result, {name: safe for safe, name in names.items()}


def _refuge(branch: Tree, variable: str, path: _Path, parameters: Mapping[str, float]) -> float:
    points = np.array(_CANDIDATES)
    jet = evaluate(bind(branch, parameters, variable), variable, points)
    smooth = np.isfinite(jet.value) & np.isfinite(jet.slope)
    applies = np.ones(points.shape, dtype=bool)
    for condition, truth in path:
        applies &= (evaluate(bind(condition, parameters, variable), variable, points).value != 0.0) == truth
    best: Iterable[float] = (*points[smooth & applies], *points[smooth], 1.0)
    return float(next(iter(best)))
