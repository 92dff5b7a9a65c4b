"""Branches made safe where they do not apply.

Array libraries compute every branch everywhere and then choose.  What is not chosen may be NaN
in a value, but its gradient, zero times infinity, would be NaN in the result.  So a branch that
can go wrong is given, in place of the variable, one that stands still where the branch does not apply.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from lossplot.formula.evaluate import bind, evaluate
from lossplot.formula.functions import FUNCTIONS, Function
from lossplot.formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in, substitute

_HARMLESS = COMPARISONS | {"+", "-", "*", "neg", "if", "and"}
# Where a branch may stand still: the first of these where it applies and is smooth.
_CANDIDATES = (0.0, 1.0, 0.5, 0.25, -1.0, 2.0, -2.0, 10.0, -10.0, 100.0, -100.0)

_Path = tuple[tuple[Tree, bool], ...]


def is_risky(tree: Tree, variable: str) -> bool:
    """Return True if some value of the variable might overflow, divide by zero or leave a function's domain."""
    if not isinstance(tree, Call) or variable not in names_in(tree):
        return False
    if any(is_risky(part, variable) for part in tree.arguments):
        return True
    match tree:
        case Call("/", (_, below)):
            return variable in names_in(below) and not _is_positive(below)
        case Call("^", (base, Number(exponent))):
            is_whole = exponent >= 0 and exponent % 1 == 0
            return not (is_whole or _is_positive(base) or (exponent > 0 and _sign(base) > 0))
    row = FUNCTIONS.get(tree.function, Function())
    match row.safe:
        case "x > 0":
            return not _is_positive(tree.arguments[0])
        case "x >= 0":
            return _sign(tree.arguments[0]) <= 0
        case "x <= 0":
            return _sign(tree.arguments[0]) >= 0
    return not (row.safe or tree.function in _HARMLESS)


def _is_positive(tree: Tree) -> bool:
    match tree:
        case Number(value):
            return value > 0.0
        case Name("pi" | "e"):
            return True
        case Call("+", (left, right)):
            return (_is_positive(left) and _sign(right) > 0) or (_is_positive(right) and _sign(left) > 0)
        case Call("*" | "/", (left, right)):
            return _is_positive(left) and _is_positive(right)
        case Call("^" | "sqrt", (base, *_)):
            return _is_positive(base)
        case Call(function):
            return function in FUNCTIONS and FUNCTIONS[function].sign == "positive"
    return False


def _sign(tree: Tree) -> int:
    """Return 1 if `tree` is nowhere negative, -1 if it is nowhere positive, 0 if neither is plain."""
    match tree:
        case Number(value):
            return 1 if value >= 0.0 else -1
        case Call("max", (Number(0.0), _)):
            return 1
        case Call("^", (_, Number(exponent))) if exponent % 2 == 0:
            return 1
        case Call("neg", (inner,)):
            return -_sign(inner)
        case Call("*" | "/", (left, right)):
            return _sign(left) * _sign(right)
        case Call("+", (left, right)) if _sign(left) == _sign(right):
            return _sign(left)
        case Call(function) if function in FUNCTIONS and FUNCTIONS[function].sign:
            return 1
    return 1 if _is_positive(tree) else 0


def guarded(tree: Tree, variable: str, parameters: Mapping[str, float]) -> tuple[Tree, dict[str, Tree]]:
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
