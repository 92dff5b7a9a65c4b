"""Conditions joined by `and`, `or` and `not`, made of the choices that the language has."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise

from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import COMPARISONS, Call, Tree
from lossplot._formula.typed.stream import Stream

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITES = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def is_true_or_false(tree: Tree) -> bool:
    """Return True if `tree` is a comparison, or several joined."""
    return isinstance(tree, Call) and (tree.function in COMPARISONS or tree.function in ("and", "or"))


def both(left: Tree, right: Tree) -> Tree:
    """Return the condition that both hold: `0 < m < 1` for `m > 0` and `m < 1`."""
    for first, second in ((left, right), (right, left)):
        for one in (first, _mirrored(first)):
            for other in (second, _mirrored(second)):
                if is_chain(chain := Call("and", (*_chain(one), other))):
                    return chain
    return Call("and", (*_parts("and", left), *_parts("and", right)))


def either(left: Tree, right: Tree) -> Tree:
    return Call("or", (*_parts("or", left), *_parts("or", right)))


def opposite(condition: Tree) -> Tree:
    """Return the condition that holds where `condition` does not."""
    match condition:
        case Call("and" | "or" as joint, parts):
            return Call("or" if joint == "and" else "and", tuple(map(opposite, parts)))
        case Call(function, sides) if function in COMPARISONS:
            return Call(_OPPOSITES[function], sides)
    return condition


def choose(stream: Stream, condition: Tree, then: Tree, otherwise: Tree) -> Tree:
    """Return `then` where `condition` holds, else `otherwise`."""
    match condition:
        case Call("and", (first, *others)) if not is_chain(condition):
            rest = choose(stream, _joint("and", others), then, otherwise)
            return choose(stream, first, rest, stream.copy(otherwise))
        case Call("or", (first, *others)):
            rest = choose(stream, _joint("or", others), then, otherwise)
            return choose(stream, first, stream.copy(then), rest)
    return Call("if", (condition, then, otherwise))


def as_number(tree: Tree) -> Tree:
    """Return joined conditions as a number, 1 or 0; any other tree as it is."""
    match tree:
        case Call("and", parts) if not is_chain(tree):
            return reduce(lambda left, right: Call("*", (left, right)), map(as_number, parts))
        case Call("or", parts):
            return reduce(lambda left, right: Call("max", (left, right)), map(as_number, parts))
    return tree


def _mirrored(condition: Tree) -> Tree:
    """Return a comparison with its sides exchanged."""
    match condition:
        case Call(function, (left, right)) if function in _MIRRORED:
            return Call(_MIRRORED[function], (right, left))
    return condition


def _chain(condition: Tree) -> tuple[Tree, ...]:
    return condition.arguments if isinstance(condition, Call) and condition.function == "and" else (condition,)


def is_chain(condition: Call) -> bool:
    """Return True if each comparison goes on where the one before it ends, as in `0 < m < 1`."""
    parts = condition.arguments
    sides = [part.arguments if isinstance(part, Call) and part.function in COMPARISONS else () for part in parts]
    return all(sides) and all(a[-1] == b[0] for a, b in pairwise(sides))


def check(tree: Tree, column: int) -> Tree:
    """Return `tree` if it is a condition.  Raises FormulaError for a number."""
    if not is_true_or_false(tree):
        raise FormulaError(f"expected a comparison such as x < 1 at column {column} of the formula")
    return tree


def _parts(joint: str, condition: Tree) -> tuple[Tree, ...]:
    match condition:
        case Call(function, parts) if function == joint and not (joint == "and" and is_chain(condition)):
            return parts
    return (condition,)


def _joint(joint: str, parts: list[Tree]) -> Tree:
    return Call(joint, tuple(parts)) if len(parts) > 1 else parts[0]
