"""A sum as a map from its monomials to exact coefficients, so that terms are found in any order."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache, reduce

import numpy as np

from lossplot._formula.evaluate import evaluate
from lossplot._formula.functions import CONSTANTS
from lossplot._formula.tree import Call, Name, Number, Tree, names_in

# A product of trees with their whole exponents; the empty one is the number 1.
Monomial = frozenset[tuple[Tree, int]]
Terms = dict[Monomial, Fraction]

UNIT: Monomial = frozenset()
MAX_TERMS = 32
_LARGEST_FRACTION = 10**6
_LARGEST_EXPONENT = 64
_SYMBOLS = ("log", "log1p", "softplus")
_MEMORY = 512
_MOST_BITS = 4096


@lru_cache(_MEMORY)
def terms(tree: Tree) -> Terms:
    """Collect the terms of `tree`: numbers are added and multiplied exactly, and only they are multiplied out."""
    match tree:
        case Number(number) if math.isfinite(number):
            return _number(number)
        case Call("neg", (inner,)):
            return scaled(terms(inner), Fraction(-1))
        case Call("+" | "-" as operator, (left, right)):
            return added(terms(left), terms(right), Fraction(1 if operator == "+" else -1))
        case Call("*", (Call("exp", (u,)), Call("exp", (v,)))):
            return terms(Call("exp", (build(added(terms(u), terms(v))),)))
        case Call("/", (Call("exp", (u,)), Call("exp", (v,)))):
            return terms(Call("exp", (build(added(terms(u), terms(v), Fraction(-1))),)))
        case Call("*", (left, right)):
            return _multiplied(left, right, 1)
        case Call("/", (left, right)):
            return _multiplied(left, right, -1)
        case Call("^", (base, exponent)) if (whole := _whole(exponent)) is not None:
            return _raised(base, whole)
    value = _folded(tree)
    return {frozenset(((tree, 1),)): Fraction(1)} if value is None else _number(value)


def _number(value: float) -> Terms:
    return {UNIT: Fraction(value)} if value else {}


@lru_cache(_MEMORY)
def _folded(tree: Tree) -> float | None:
    """Compute a function of numbers, but for the logarithms that identities look for."""
    if not isinstance(tree, Call) or tree.function in _SYMBOLS or names_in(tree) - CONSTANTS.keys():
        return None
    value = float(evaluate(tree, "", np.zeros(1)).value[0])
    return value if math.isfinite(value) else None


def added(first: Terms, second: Terms, factor: Fraction = Fraction(1)) -> Terms:
    """Add `factor` times `second` to `first`; raises OverflowError if that makes more terms than any identity has."""
    total = dict(first)
    for monomial, coefficient in second.items():
        total[monomial] = total.get(monomial, Fraction(0)) + factor * coefficient
        if not total[monomial]:
            del total[monomial]
    if len(total) > MAX_TERMS:
        raise OverflowError
    return total


def scaled(some: Terms, factor: Fraction) -> Terms:
    """Multiply `some` terms by a number; raises OverflowError if numbers become too long to be useful."""
    if factor.numerator.bit_length() + factor.denominator.bit_length() > _MOST_BITS:
        raise OverflowError
    return {monomial: factor * coefficient for monomial, coefficient in some.items()} if factor else {}


def single(tree: Tree) -> Monomial:
    return frozenset(((tree, 1),))


def constant(some: Terms) -> Fraction | None:
    """Return the number that `some` terms are, if they are one."""
    return None if some.keys() - {UNIT} else some.get(UNIT, Fraction(0))


def build(some: Terms) -> Tree:
    """Write `some` terms as a tree, a positive one first if there is one."""
    ordered = sorted(some.items(), key=lambda term: term[1] < 0)
    if not ordered:
        return Number(0.0)
    (monomial, coefficient), *others = ordered
    tree = _term(monomial, coefficient)
    for monomial, coefficient in others:
        tree = Call("+" if coefficient > 0 else "-", (tree, _term(monomial, abs(coefficient))))
    return tree


def atom(monomial: Monomial) -> Tree | None:
    """Return the tree that is the only factor of `monomial`, if its exponent is 1."""
    if len(monomial) == 1:
        ((tree, exponent),) = monomial
        return tree if exponent == 1 else None
    return None


@lru_cache(_MEMORY)
def is_constant(tree: Tree, variable: str) -> bool:
    return variable not in names_in(tree)


@lru_cache(_MEMORY)
def size(tree: Tree) -> int:
    """Count the numbers, names and calls of `tree`."""
    return 1 + sum(map(size, tree.arguments)) if isinstance(tree, Call) else 1


def _whole(exponent: Tree) -> int | None:
    number = constant(terms(exponent)) if isinstance(exponent, Number | Call) else None
    return int(number) if number is not None and number.denominator == 1 and abs(number) <= _LARGEST_EXPONENT else None


def _multiplied(left: Tree, right: Tree, exponent: int) -> Terms:
    first, second = terms(left), terms(right)
    if exponent == 1 and (number := constant(second)) is not None:
        return scaled(first, number)
    if exponent == 1 and (number := constant(first)) is not None:
        return scaled(second, number)
    if len(second) == 1:
        ((monomial, coefficient),) = second.items()
        second = {_power(monomial, exponent): coefficient**exponent}
    else:
        second = {frozenset(((build(second), exponent),)): Fraction(1)} if second else {UNIT: Fraction(0)}
        if exponent == -1 and not any(second.values()):
            return {frozenset(((Call("/", (left, right)), 1),)): Fraction(1)}
    ((others, factor),) = second.items()
    if len(first) > 1 and others:
        first = {frozenset(((build(first), 1),)): Fraction(1)}
    return _tidy((multiplied(monomial, others), coefficient * factor) for monomial, coefficient in first.items())


def _tidy(items: Iterable[tuple[Monomial, Fraction]]) -> Terms:
    return {monomial: coefficient for monomial, coefficient in items if coefficient}


def _raised(base: Tree, exponent: int) -> Terms:
    inner = terms(base)
    if len(inner) == 1 and exponent:
        ((monomial, coefficient),) = inner.items()
        if abs(exponent) * (coefficient.numerator.bit_length() + coefficient.denominator.bit_length()) > _MOST_BITS:
            raise OverflowError
        return {_power(monomial, exponent): coefficient**exponent}
    tree = Call("^", (base, Number(float(exponent))))
    value = _folded(tree)
    return {frozenset(((tree, 1),)): Fraction(1)} if value is None else _number(value)


def _power(monomial: Monomial, exponent: int) -> Monomial:
    return _one_exponential((tree, own * exponent) for tree, own in monomial)


def _one_exponential(factors: Iterable[tuple[Tree, int]]) -> Monomial:
    """Make one exponential of those among `factors`: exp(u) exp(v)^-2 is exp(u - 2 v)."""
    others, found, total = [], 0, Terms()
    for tree, exponent in factors:
        match tree:
            case Call("exp", (u,)):
                total = added(total, terms(u), Fraction(exponent))
                found += 1 if exponent == 1 else 2
                last = tree
            case _:
                others.append((tree, exponent))
    if found == 1:
        others.append((last, 1))
    elif total:
        others.append((Call("exp", (build(total),)), 1))
    return frozenset(others)


def multiplied(first: Monomial, second: Monomial) -> Monomial:
    exponents = dict(first)
    for tree, exponent in second:
        exponents[tree] = exponents.get(tree, 0) + exponent
    return _one_exponential((tree, exponent) for tree, exponent in exponents.items() if exponent)


def _term(monomial: Monomial, coefficient: Fraction) -> Tree:
    factors = sorted(monomial, key=lambda factor: (not isinstance(factor[0], Name), repr(factor)))
    above = [_factor(tree, exponent) for tree, exponent in factors if exponent > 0]
    below = [_factor(tree, -exponent) for tree, exponent in factors if exponent < 0]
    size = abs(coefficient)
    if size.denominator >= _LARGEST_FRACTION and _is_double(1 / size):
        below.insert(0, Number(float(1 / size)))
        size = Fraction(1)
    elif size.numerator < _LARGEST_FRACTION and 1 < size.denominator < _LARGEST_FRACTION:
        below.insert(0, Number(float(size.denominator)))
        size = Fraction(size.numerator)
    if size != 1 or not above:
        above.insert(0, Number(float(size)))
    if coefficient < 0:
        first = above[0]
        above[0] = Number(-first.value) if isinstance(first, Number) else Call("neg", (first,))
    tree = reduce(lambda u, v: Call("*", (u, v)), above)
    return Call("/", (tree, reduce(lambda u, v: Call("*", (u, v)), below))) if below else tree


def _is_double(number: Fraction) -> bool:
    return Fraction(float(number)) == number


def _factor(tree: Tree, exponent: int) -> Tree:
    return tree if exponent == 1 else Call("^", (tree, Number(float(exponent))))
