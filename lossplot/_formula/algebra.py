"""Trees put together and simplified as they are: what is zero, one or cancels is left out.

A product is computed as a map from its factors to their whole exponents, with one rational coefficient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import reduce

from lossplot._formula.tree import Call, Name, Number, Tree

ZERO, ONE = Number(0.0), Number(1.0)
# A number that needs a larger denominator, such as 0.1, stays as it is written.
_LARGEST_DENOMINATOR = 64
_LARGEST_NUMBER = 2.0**53

_Factor = tuple[Tree, int]


def choose(condition: Tree, then: Tree, otherwise: Tree) -> Tree:
    return then if then == otherwise else Call("if", (condition, then, otherwise))


def negate(tree: Tree) -> Tree:
    match tree:
        case Call("-", (left, right)):
            return Call("-", (right, left))
        case Call("if", (condition, then, otherwise)):
            return Call("if", (condition, negate(then), negate(otherwise)))
    return multiply(Number(-1.0), tree)


def subtract(left: Tree, right: Tree) -> Tree:
    return add(left, negate(right))


def add(left: Tree, right: Tree) -> Tree:
    match left, right:
        case (Number(0.0), other) | (other, Number(0.0)):
            return other
        case Number(), Number() if _exact(left) is not None and _exact(right) is not None:
            return Number(left.value + right.value)
        case Call("+" | "-" as operator, (first, Number() as second)), Number():
            return add(first, add(second if operator == "+" else negate(second), right))
        case Call("-", (Number() as first, second)), Number():
            return add(add(first, right), negate(second))
        case Number(), Call("-", (_, Number())):
            return add(right, left)
    (times, factors), (more, others) = _collect(_factors(left)), _collect(_factors(right))
    if factors == others:
        return _assemble(times + more, factors)
    if (opposite := positive(right)) is not None:
        return Call("-", (left, opposite))
    if isinstance(left, Number) and left.value < 0.0:
        return Call("-", (right, Number(-left.value)))
    return Call("+", (left, right))


def positive(tree: Tree) -> Tree | None:
    """Find what `tree` is the negative of, if it starts with a minus sign."""
    match tree:
        case Number(value) if value < 0.0:
            return Number(-value)
        case Call("neg", (inner,)):
            return inner
        case Call("*" | "/" as operator, (first, second)) if opposite := positive(first):
            return Call(operator, (opposite, second))
    return None


def power(base: Tree, exponent: Tree) -> Tree:
    match base, exponent:
        case _, Number(0.0):
            return ONE
        case _, Number(1.0):
            return base
        case Call("^", (inner, Number(first))), Number(second) if first % 1 == second % 1 == 0:
            return power(inner, Number(first * second))
    return Call("^", (base, exponent))


def divide(above: Tree, below: Tree) -> Tree:
    return _product([*_factors(above), *_factors(below, -1)])


def multiply(*trees: Tree) -> Tree:
    """Multiply `trees`; a conditional with a plain number in a branch is multiplied branch by branch."""
    for i, tree in enumerate(trees):
        match tree:
            case Call("if", (_, then, otherwise)) if isinstance(then, Number) or isinstance(otherwise, Number):
                others = (*trees[:i], *trees[i + 1 :])
                if not any(map(_has_choice, others)):
                    return scale(tree, multiply(*others))
    return _product(factor for tree in trees for factor in _factors(tree))


def scale(tree: Tree, factor: Tree) -> Tree:
    """Multiply two trees; a conditional is multiplied branch by branch, unless branches would breed branches."""
    match tree:
        case Call("if", (condition, then, otherwise)) if not _has_choice(factor):
            return choose(condition, scale(then, factor), scale(otherwise, factor))
    return multiply(factor, tree)


def _has_choice(tree: Tree) -> bool:
    return isinstance(tree, Call) and (tree.function == "if" or any(map(_has_choice, tree.arguments)))


def _factors(tree: Tree, exponent: int = 1) -> Iterator[_Factor]:
    waiting = [(tree, exponent)]  # a stack: a product of hundreds would nest too deep
    while waiting:
        part, exponent = waiting.pop()
        match part:
            case Call("neg", (inner,)):
                waiting += [(inner, exponent), (Number(-1.0), 1)]
            case Call("*" | "/" as operator, (left, right)):
                waiting += [(right, exponent if operator == "*" else -exponent), (left, exponent)]
            case Call("^", ((Name() | Call()) as base, Number(value))) if value % 1 == 0 and not _is_product(base):
                yield base, exponent * int(value)
            case _:
                yield part, exponent


def _is_product(tree: Tree) -> bool:
    return isinstance(tree, Call) and tree.function in ("neg", "*", "/", "^")


def _exact(tree: Tree) -> Fraction | None:
    """Return `tree` as a fraction, if it is a number that is exact in arithmetic and short to write."""
    if isinstance(tree, Number) and abs(tree.value) < _LARGEST_NUMBER:
        fraction = Fraction(tree.value)
        return fraction if fraction.denominator <= _LARGEST_DENOMINATOR else None
    return None


def _product(factors: Iterable[_Factor]) -> Tree:
    return _assemble(*_collect(factors))


def _collect(factors: Iterable[_Factor]) -> tuple[Fraction, dict[Tree, int]]:
    """Collect the rational part of a product, and the whole exponent of each other factor."""
    coefficient, exponents = Fraction(1), dict[Tree, int]()
    for base, exponent in factors:
        number = _exact(base)
        if number is not None and (number or exponent > 0):
            coefficient *= number**exponent
        else:
            exponents[base] = exponents.get(base, 0) + exponent
    return coefficient, exponents


def _assemble(coefficient: Fraction, exponents: dict[Tree, int]) -> Tree:
    if not coefficient:
        return ZERO
    if simpler := _simpler(exponents):
        return multiply(_fraction(coefficient, [], []), _product(simpler))
    items = sorted(exponents.items(), key=lambda factor: not isinstance(factor[0], Name))
    above = [power(base, Number(exponent)) for base, exponent in items if exponent > 0]
    below = [power(base, Number(-exponent)) for base, exponent in items if exponent < 0]
    return _fraction(coefficient, above, below)


def _simpler(exponents: dict[Tree, int]) -> list[_Factor]:
    """Make u of |u| sign(u) or sqrt(u)^2 among the factors; returns none if they hold no such pair."""
    for base, exponent in exponents.items():
        match base:
            case Call("sign", (u,)) if exponent == 1 and exponents.get(Call("abs", (u,)), 0) > 0:
                return [*exponents.items(), (base, -1), (Call("abs", (u,)), -1), *_factors(u)]
            case Call("sqrt", (u,)) if abs(exponent) > 1:
                pairs = int(exponent / 2)
                return [*exponents.items(), (base, -2 * pairs), (u, pairs)]
    return []


def _fraction(coefficient: Fraction, above: list[Tree], below: list[Tree]) -> Tree:
    if not above and not below and _exact(Number(float(coefficient))) == coefficient:
        return Number(float(coefficient))
    if abs(coefficient.numerator) != 1 or not above:
        above = [Number(float(abs(coefficient.numerator))), *above]
    if coefficient.denominator != 1:
        below = [Number(float(coefficient.denominator)), *below]
    if coefficient < 0:
        first, *others = above
        above = [Number(-first.value) if isinstance(first, Number) else Call("neg", (first,)), *others]
    numerator, *denominator = (reduce(lambda u, v: Call("*", (u, v)), side) for side in (above, below) if side)
    return Call("/", (numerator, *denominator)) if denominator else numerator
