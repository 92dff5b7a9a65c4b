"""Identities of quotients whose sides both grow, or nearly cancel."""

from __future__ import annotations

import math
from fractions import Fraction

from lossplot._formula.accurate.exponentials import bracket, merged, over_exponentials, secants
from lossplot._formula.accurate.sums import opposite
from lossplot._formula.accurate.terms import UNIT, Monomial, Terms, added, atom, build, is_constant, terms
from lossplot._formula.tree import Call, Name, Number, Tree

Domain = tuple[float, float]


def quotient(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite sigmoids, shares u/(c + u), and quotients of lines where both sides grow."""
    above, below = tree.arguments
    if is_constant(below, variable):
        return None
    if better := merged(tree, variable) or secants(tree, variable):
        return better
    top, bottom = terms(above), terms(below)
    match below:
        case Call("^", (base, exponent)) if is_constant(exponent, variable):
            share = over_exponentials({UNIT: Fraction(1)}, terms(base), variable)
            return share and build(multiplied_by(top, Call("^", (share, exponent))))
    return (
        over_exponentials(top, bottom, variable)
        or _log_share(above, below)
        or _share(top, bottom, domain)
        or _distance_share(tree, variable)
    )


def multiplied_by(some: Terms, tree: Tree) -> Terms:
    """Multiply `some` terms by `tree`, as one bracket if they are several."""
    return terms(Call("*", (build(some), tree)))


def _log_share(above: Tree, below: Tree) -> Tree | None:
    match above, below:
        case Call("log", (u,)), Call("+", (left, right)):
            other = Call("log1p", (opposite(u),))
            if {left, right} == {above, other}:
                return Call("logshare", (u,))
    return None


def _share(top: Terms, bottom: Terms, domain: Domain) -> Tree | None:
    """Write (a u + b)/(c u + d) so that it is right where u overflows, and where it nears a/c."""
    factor, inner = bracket(bottom)
    level = inner.get(UNIT, Fraction(0))
    grown = [m for m in inner if m != UNIT]
    if len(inner) != 2 or not level or not set(top) <= set(inner) or grown[0] not in top:
        return None
    a, b, c = top[grown[0]] / factor, top.get(UNIT, Fraction(0)) / factor, inner[grown[0]]
    if c / level <= 0:
        return None
    share: Terms = {frozenset(((Call("ratio", (build({grown[0]: c / level}),)), 1),)): a / c}
    if not b:
        return build(share)
    if not any(map(math.isinf, domain)) or a * c <= 0 or abs(b / a) * 16 < abs(level / c):
        return None
    rest: Terms = {frozenset(((build(inner), -1),)): b - a * level / c}
    return build(added({UNIT: a / c}, rest))


def _distance_share(tree: Call, variable: str) -> Tree | None:
    """Write k |x - t|/(|x| + t), for a number t > 0, as k |1 - 2 t/(x + t)| for x > 0, and k below."""
    top, bottom = terms(tree.arguments[0]), terms(tree.arguments[1])
    if len(top) != 1:
        return None
    ((monomial, k),) = top.items()
    x: Monomial = frozenset(((Name(variable), 1),))
    match atom(monomial):
        case Call("abs", (u,)):
            line, size = terms(u), frozenset(((Call("abs", (Name(variable),)), 1),))
            slope, level = abs(line.get(x, Fraction(0))), bottom.get(UNIT, Fraction(0))
            if not slope or level <= 0 or line.keys() != {x, UNIT} or bottom.keys() != {size, UNIT}:
                return None
            ratio = bottom[size]
            if ratio > 0 and line[UNIT] / line[x] == -level / ratio:
                share: Terms = {UNIT: Fraction(1), frozenset(((build({x: ratio, UNIT: level}), -1),)): -2 * level}
                height = k * slope / ratio
                positive = build({frozenset(((Call("abs", (build(share),)), 1),)): height})
                return Call("if", (Call(">", (Name(variable), Number(0.0))), positive, build({UNIT: height})))
    return None
