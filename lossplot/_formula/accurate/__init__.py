"""Tree -> a tree that is equal, and keeps its digits where a textbook form overflows or cancels."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lossplot._formula.accurate import deviances, softplus, squares, sums, tails
from lossplot._formula.accurate.exponentials import log_product, positive_exponents
from lossplot._formula.accurate.nodes import NODES
from lossplot._formula.accurate.quotients import Domain
from lossplot._formula.accurate.terms import (
    MAX_TERMS,
    UNIT,
    Terms,
    added,
    atom,
    build,
    is_constant,
    scaled,
    size,
    terms,
)
from lossplot._formula.notation.text import words
from lossplot._formula.tree import Call, Name, Number, Tree

__all__ = ["Rewritten", "accurate"]

_PASSES = 4
_ROUNDS = 8
# A larger tree than this, in numbers, names and calls, is rewritten only within its parts.
_LARGEST = 96
_SUMS = ("+", "-", "neg")
_RULES: tuple[sums.Rule, ...] = (
    squares.square,
    squares.complement,
    deviances.logarithms,
    sums.log_ratio,
    deviances.powers,
    sums.exponential_again,
    sums.hyperbolic,
    sums.exponentials,
    sums.gamma,
    sums.less_one,
    sums.power_less_one,
    softplus.softplus_pair,
    softplus.softplus_by_hand,
    softplus.softplus_line,
    softplus.less_log_two,
    tails.half_sigmoids,
    tails.bells,
    sums.cosine,
    squares.root_line,
    squares.root_less,
    tails.whole_less_share,
    tails.arc_tail,
)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A tree, and what was put for what in it: pairs of short texts, the textbook form and the accurate one."""

    tree: Tree
    rewrites: tuple[tuple[str, str], ...]


def accurate(tree: Tree, variable: str, domain: Domain) -> Rewritten:
    """Rewrite the parts of `tree` that lose digits, parameters bound, for `variable` in `domain`."""
    rewrites: dict[tuple[str, str], None] = {}
    for _ in range(_PASSES):
        better = _rewrite(tree, variable, domain, rewrites)
        if better == tree:
            break
        tree = better
    return Rewritten(tree, tuple(rewrites))


def _rewrite(
    tree: Tree, variable: str, domain: Domain, rewrites: dict[tuple[str, str], None], is_inside: bool = False
) -> Tree:
    """Rewrite `tree` from its leaves up; a sum that `is_inside` another waits for that."""
    if not isinstance(tree, Call):
        return tree
    if is_constant(tree, variable):
        return _constant(tree)
    tree = _split(tree, variable)
    carries = [_carries(tree, i, variable) for i in range(len(tree.arguments))]
    parts = (_rewrite(part, variable, domain, rewrites, c) for part, c in zip(tree.arguments, carries, strict=True))
    tree = _merged(Call(tree.function, tuple(parts)))
    try:
        better = _better(tree, variable, domain, is_inside)
    except (OverflowError, ZeroDivisionError):
        return tree
    if better is None or better == tree:
        return tree
    rewrites[words(tree), words(better)] = None
    return better


def _split(tree: Call, variable: str) -> Call:
    """Split the logarithm of a quotient by a sum of exponentials, before that becomes something else."""
    match tree:
        case Call("log", (Call("/" | "*", _) as u,)) if size(u) <= _LARGEST:
            try:
                some = terms(u)
                if len(some) == 1 and any(map(_has_logarithm, dict(next(iter(some))))):
                    better = log_product(some, variable)
                    return better if isinstance(better, Call) else tree
            except (OverflowError, ZeroDivisionError):
                return tree
    return tree


def _has_logarithm(tree: Tree) -> bool:
    """Return True if the logarithm of `tree` is a function of its own."""
    if isinstance(tree, Call) and tree.function in ("cosh", "sigmoid", "ndtr"):
        return True
    return len(_exponentials_in(tree)) > 1


def _constant(tree: Tree) -> Tree:
    """Rewrite the logarithms in a constant, which identities look for."""
    if not isinstance(tree, Call):
        return tree
    match tree:
        case Call("log", (Call("+", (Number(1.0), Call("exp", (u,))) | (Call("exp", (u,)), Number(1.0))),)):
            return Call("softplus", (u,))
        case Call("log1p", (Call("exp", (u,)),)):
            return Call("softplus", (u,))
    return Call(tree.function, tuple(map(_constant, tree.arguments)))


def _merged(tree: Call) -> Call:
    """Leave out a choice within a choice that its condition has decided, and a sign that another takes back."""
    match tree:
        case Call("neg", (Call("neg", (Call() as inner,)),)):
            return inner
        case Call("if", (condition, then, Call("if", (again, _, otherwise)))) if again == condition:
            return Call("if", (condition, then, otherwise))
        case Call("if", (condition, Call("if", (again, then, _)), otherwise)) if again == condition:
            return Call("if", (condition, then, otherwise))
    return tree


def _carries(tree: Call, place: int, variable: str) -> bool:
    """Return True if a sum at a place of `tree` waits for the sum or the logarithm that `tree` makes of it."""
    if tree.function in _SUMS:
        return True
    if tree.function == "log":
        return len(found := _exponentials_in(tree.arguments[0])) > 1 and found[0][0] != Number(0.0)
    if tree.function == "/" and place == 1 and len(_exponentials_in(tree.arguments[1])) == 2:
        return True
    others = tree.arguments[:place] + tree.arguments[place + 1 :]
    is_factor = tree.function == "*" or (tree.function == "/" and place == 0)
    return is_factor and all(is_constant(part, variable) for part in others)


def _exponentials_in(tree: Tree) -> list[tuple[Tree, Fraction]]:
    """Return the exponents and coefficients of a sum of positive exponentials; none if `tree` is none."""
    try:
        return positive_exponents(terms(tree)) if size(tree) <= _LARGEST else []
    except (OverflowError, ZeroDivisionError):
        return []


def _better(tree: Call, variable: str, domain: Domain, is_inside: bool) -> Tree | None:
    if size(tree) > _LARGEST:
        return None
    rule = NODES.get(tree.function)
    if rule and (better := rule(tree, variable, domain)) is not None:
        return better
    if is_inside or tree.function == "log" or not any(_carries(tree, i, variable) for i in range(len(tree.arguments))):
        return None
    some = terms(tree)
    if better := _within(some, variable):
        return better
    improved = _improve(some, variable)
    return None if improved == some and not _cancels(tree, variable) else build(improved)


def _within(some: Terms, variable: str) -> Tree | None:
    """Put a number that stands beside a choice into both its branches."""
    level, others = some.get(UNIT), [(m, k) for m, k in some.items() if m != UNIT]
    if level and len(others) == 1:
        ((monomial, k),) = others
        match atom(monomial):
            case Call("if", (condition, then, otherwise)):
                branches = [_with_number(branch, k, level) for branch in (then, otherwise)]
                return Call("if", (condition, *branches))
    return None


def _with_number(tree: Tree, factor: Fraction, level: Fraction) -> Tree:
    return build(added(scaled(terms(tree), factor), {UNIT: level}))


def _cancels(tree: Tree, variable: str) -> bool:
    """Return True if a number or the variable cancels in the sum `tree`, or is taken twice with other signs."""
    waiting, signs = [(tree, True)], set[tuple[bool, bool]]()
    while waiting:
        match waiting.pop():
            case Call("neg", (u,)), sign:
                waiting.append((u, not sign))
            case Call("+" | "-" as operator, (u, v)), sign:
                waiting += [(u, sign), (v, sign == (operator == "+"))]
            case Call("*", (u, v)), sign if is_constant(u, variable):
                waiting.append((v, sign))
            case Call("*" | "/", (u, v)), sign if is_constant(v, variable):
                waiting.append((u, sign))
            case Number(value), sign:
                signs.add((True, sign == (value > 0)))
            case Name(name), sign if name == variable:
                signs.add((False, sign))
    return any((kind, True) in signs and (kind, False) in signs for kind in (True, False))


def _improve(some: Terms, variable: str) -> Terms:
    """Apply the identities of sums until none applies."""
    for _ in range(_ROUNDS):
        if len(some) > MAX_TERMS:
            return some
        better = next((found for rule in _RULES if (found := rule(some, variable)) is not None), None)
        if better is None:
            return some
        some = better
    return some
