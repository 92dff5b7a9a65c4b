"""Identities of exponentials: their products, the logarithms of their sums, and quotients by their sums."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from lossplot._formula.accurate.terms import (
    UNIT,
    Monomial,
    Terms,
    added,
    atom,
    build,
    is_constant,
    multiplied,
    scaled,
    single,
    terms,
)
from lossplot._formula.tree import Call, Number, Tree

# A sum of more exponentials than this is not made one logarithm: each term but the first doubles its size.
_MOST_SUMMANDS = 4
_ONE = Number(1.0)
_ROUNDING = Fraction(1, 2**52)
# Functions whose logarithm is another function.
_GROWING = ("expm1", "sinh", "cosh", "exp")
_POSITIVE = ("exp", "sigmoid", "cosh", "ndtr", "hypot1")


def exponent(monomial: Monomial) -> Tree | None:
    """Return u of a monomial that is exp(u), and 0 of the number 1."""
    if monomial == UNIT:
        return Number(0.0)
    match atom(monomial):
        case Call("exp", (u,)):
            return u
    return None


def positive_exponents(some: Terms) -> list[tuple[Tree, Fraction]]:
    """Return the exponents and coefficients of `some` terms, a number first, if all are positive exponentials."""
    found = []
    for monomial, k in sorted(some.items(), key=lambda term: term[0] != UNIT):
        u = exponent(monomial)
        if u is None or k <= 0:
            return []
        found.append((u, k))
    return found


def logarithm_of(ratio: Fraction) -> Terms:
    """Return the logarithm of a positive number, as terms."""
    return {} if ratio == 1 else {UNIT: Fraction(math.log(ratio))}


def log_sum(some: Terms, variable: str) -> Tree | None:
    """Write log(a exp(u) + b exp(v) + ...) by softplus."""
    found = positive_exponents(some)
    if not 2 <= len(found) <= _MOST_SUMMANDS or all(is_constant(u, variable) for u, _ in found):
        return None
    (w, a), *others = found
    if len(others) == 1 and w == Number(0.0) and a != 1 and abs(a + others[0][1] - 1) <= _ROUNDING:
        return _log_mixture(a, *others[0])
    total = build(added(terms(w), logarithm_of(a)))
    for u, k in others:
        step = added(added(terms(u), logarithm_of(k)), terms(total), Fraction(-1))
        total = build(added(terms(total), {single(Call("softplus", (build(step),))): Fraction(1)}))
    return total


def _log_mixture(rest: Fraction, u: Tree, share: Fraction) -> Tree:
    """Write log(rest + share exp(u)), of a sum that is 1 up to rounding, which is zero where u is."""
    growth = Call("*", (Number(float(share)), Call("expm1", (u,))))
    level = build(added(terms(u), added(logarithm_of(share), logarithm_of(rest), Fraction(-1))))
    far = build(added(logarithm_of(rest), {single(Call("softplus", (level,))): Fraction(1)}))
    return Call("if", (Call("<", (Call("abs", (u,)), _ONE)), Call("log1p", (growth,)), far))


def log_product(some: Terms, variable: str) -> Tree | None:
    """Write the logarithm of a product with positive functions in it as a sum, and that of 1/u as -log(u)."""
    ((monomial, k),) = some.items()
    known = [factor for factor in monomial if _is_positive(factor[0], variable)]
    if k <= 0 or (not known and not _is_inverse(monomial, k, variable)):
        return None
    rest = [factor for factor in monomial if factor not in known]
    total = logarithm_of(k)
    for tree, whole in known:
        total = added(total, {single(Call("log", (tree,))): Fraction(whole)})
    if rest and all(whole < 0 for _, whole in rest):
        inverse = build({frozenset((tree, -whole) for tree, whole in rest): Fraction(1)})
        total = added(total, {single(Call("log", (inverse,))): Fraction(-1)})
    elif rest:
        total = added(total, {single(Call("log", (build({frozenset(rest): Fraction(1)}),))): Fraction(1)})
    return build(total)


def _is_inverse(monomial: Monomial, k: Fraction, variable: str) -> bool:
    return k == 1 and len(monomial) == 1 and all(w < 0 and not is_constant(tree, variable) for tree, w in monomial)


def _is_positive(tree: Tree, variable: str) -> bool:
    if is_constant(tree, variable):
        return False
    match tree:
        case Call(function) if function in _POSITIVE:
            return True
        case Call("+", _) if len(found := positive_exponents(terms(tree))) > 1:
            return not all(is_constant(u, variable) for u, _ in found)
        case Call("^", (base, whole)) if is_constant(whole, variable):
            return _is_positive(base, variable)
    return False


def merged(tree: Call, variable: str) -> Tree | None:
    """Write a product or quotient of exponentials with one of them, and exp(-u) sigmoid(u) as sigmoid(-u)."""
    found = [whole for factor, whole in _factors(tree) if isinstance(factor, Call) and factor.function == "exp"]
    if not found or is_constant(tree, variable):
        return None
    some = terms(tree)
    if len(some) != 1:
        return None
    ((monomial, k),) = some.items()
    better = _absorbed(monomial)
    if better != monomial and (secant := secants(build({better: k}), variable)):
        return secant
    return None if better == monomial and found == [1] else build({better: k})


def _factors(tree: Tree) -> Iterator[tuple[Tree, int]]:
    waiting = [(tree, 1)]
    while waiting:
        part, sign = waiting.pop()
        match part:
            case Call("neg", (u,)):
                waiting.append((u, sign))
            case Call("*", (u, v)):
                waiting += [(u, sign), (v, sign)]
            case Call("/", (u, v)):
                waiting += [(u, sign), (v, -sign)]
            case _:
                yield part, sign


def _absorbed(monomial: Monomial) -> Monomial:
    """Write exp(-j u) sigmoid(u)^k as sigmoid(u)^(k - j) sigmoid(-u)^j, for whole j up to k."""
    power = next((u for tree, _ in monomial if (u := _argument(tree, "exp")) is not None), None)
    if power is None:
        return monomial
    for tree, whole in monomial:
        u = _argument(tree, "sigmoid")
        j = None if u is None else _times(terms(power), terms(u))
        if u is not None and j is not None and 1 <= -j <= whole and not _is_of_size(u):
            rest = monomial - {(tree, whole), (Call("exp", (power,)), 1)}
            pair = {tree: whole + j, Call("sigmoid", (build(scaled(terms(u), Fraction(-1))),)): -j}
            return multiplied(rest, frozenset((share, n) for share, n in pair.items() if n))
    return monomial


def _is_of_size(tree: Tree) -> bool:
    """Return True if `tree` is a multiple of |u|: it has been chosen to be so."""
    return all(isinstance(factor := atom(m), Call) and factor.function == "abs" for m in terms(tree))


def _argument(tree: Tree, function: str) -> Tree | None:
    return tree.arguments[0] if isinstance(tree, Call) and tree.function == function else None


def _times(some: Terms, others: Terms) -> int | None:
    """Return the whole number that `some` terms are of `others`, if there is one."""
    if not some or some.keys() != others.keys():
        return None
    ratios = {k / others[monomial] for monomial, k in some.items()}
    ratio = ratios.pop()
    return int(ratio) if not ratios and ratio.denominator == 1 else None


def over_exponentials(top: Terms, bottom: Terms, variable: str) -> Tree | None:
    """Write w/(a exp(u) + b exp(v)) by sigmoids; by the larger exponential, where it is no multiple of either."""
    factor, inner = bracket(bottom)
    found = positive_exponents(inner)
    if len(top) > 1:
        top = {single(build(top)): Fraction(1)}
    if len(found) != 2 or len(top) != 1 or all(is_constant(u, variable) for u, _ in found):
        return None
    ((monomial, k),) = top.items()
    w, rest = _split(monomial)
    (u, a), (v, b) = found
    for tree, whole in rest:
        if whole == 1 and a == b and (difference := _difference(tree, terms(u), terms(v))):
            return build({multiplied(rest - {(tree, 1)}, difference[0]): difference[1] * k / a / factor})
        if isinstance(tree, Call) and tree.function in _GROWING:
            return None
    step = added(added(terms(u), terms(v), Fraction(-1)), logarithm_of(a / b))
    first = _over(step, added(w, terms(u), Fraction(-1)), rest, k / a / factor)
    second = _over(scaled(step, Fraction(-1)), added(w, terms(v), Fraction(-1)), rest, k / b / factor)
    if w == terms(u):
        return first
    if w == terms(v):
        return second
    return Call("if", (Call(">", (build(step), Number(0.0))), first, second))


def _difference(tree: Tree, u: Terms, v: Terms) -> tuple[Monomial, Fraction] | None:
    """Return what expm1(v)/(1 + exp(v)) and 2 sinh(u)/(exp(u) + exp(-u)) are."""
    match tree:
        case Call("expm1", (w,)) if not u and terms(w) == v:
            return single(Call("tanh", (build(scaled(v, Fraction(1, 2))),))), Fraction(1)
        case Call("sinh", (w,)) if u == scaled(v, Fraction(-1)) and terms(w) in (u, v):
            return single(Call("tanh", (w,))), Fraction(1, 2)
    return None


def _over(step: Terms, power: Terms, rest: Monomial, k: Fraction) -> Tree:
    product = multiplied(rest, single(Call("sigmoid", (build(step),))))
    return build({multiplied(product, single(Call("exp", (build(power),)))) if power else product: k})


def _split(monomial: Monomial) -> tuple[Terms, Monomial]:
    """Return the exponent of the exponential in `monomial`, and the other factors."""
    for factor in monomial:
        match factor:
            case (Call("exp", (u,)), 1):
                return terms(u), monomial - {factor}
    return {}, monomial


def bracket(bottom: Terms) -> tuple[Fraction, Terms]:
    """Return the number before the only bracket of `bottom`, and its terms."""
    if len(bottom) == 1:
        ((monomial, k),) = bottom.items()
        inner = atom(monomial)
        if inner is not None:
            return k, terms(inner)
    return Fraction(1), bottom


def secants(tree: Tree, variable: str) -> Tree | None:
    """Write 1/cosh(u)^k so that it is 0 where cosh(u) overflows, and sinh(u)/cosh(u) as tanh(u)."""
    some = terms(tree)
    if len(some) != 1:
        return None
    ((monomial, k),) = some.items()
    monomial, k = _with_cosh(monomial, k)
    for factor in monomial:
        match factor:
            case (Call("cosh", (u,)), whole) if whole < 0 and not is_constant(u, variable):
                rest = monomial - {factor}
                sinh = (Call("sinh", (u,)), -whole)
                if sinh in rest:
                    return build({multiplied(rest - {sinh}, frozenset(((Call("tanh", (u,)), -whole),))): k})
                return build({multiplied(rest, single(_secant(u, -whole))): k})
    return None


def _with_cosh(monomial: Monomial, k: Fraction) -> tuple[Monomial, Fraction]:
    """Write exp(u) + exp(-u) below the stroke, and sigmoid(u) sigmoid(-u), by cosh."""
    for tree, whole in monomial:
        match tree:
            case Call("+") if whole < 0 and len(found := positive_exponents(terms(tree))) == 2:
                (u, a), (v, b) = found
                if a == b and terms(u) == scaled(terms(v), Fraction(-1)):
                    return monomial - {(tree, whole)} | {(Call("cosh", (u,)), whole)}, k * (2 * a) ** whole
            case Call("sigmoid", (u,)):
                other = (Call("sigmoid", (build(scaled(terms(u), Fraction(-1))),)), whole)
                if other in monomial:
                    half = Call("cosh", (build(scaled(terms(u), Fraction(1, 2))),))
                    return monomial - {(tree, whole), other} | {(half, -2 * whole)}, k / 4**whole
    return monomial, k


def _secant(u: Tree, whole: int) -> Tree:
    """Write 1/cosh(u)^whole."""
    size = Call("abs", (u,))
    shares = {
        Call("exp", (build({single(size): Fraction(-whole)}),)): 1,
        Call("sigmoid", (build({single(size): Fraction(2)}),)): whole,
    }
    near = Call("^", (Call("cosh", (u,)), Number(float(-whole))))
    far = build({frozenset(shares.items()): Fraction(2) ** whole})
    return Call("if", (Call("<", (size, _ONE)), near, far))
