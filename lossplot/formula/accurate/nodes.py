"""Identities of functions and quotients, each at the call where it begins."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from lossplot.formula.accurate.deviances import proportion
from lossplot.formula.accurate.sums import opposite
from lossplot.formula.accurate.terms import (
    UNIT,
    Monomial,
    Terms,
    added,
    atom,
    build,
    constant,
    is_constant,
    scaled,
    terms,
)
from lossplot.formula.tree import Call, Name, Number, Tree

Domain = tuple[float, float]
_ONE = Number(1.0)


def logarithm(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite the logarithm of a function, of a sum of exponentials and of 1 + u."""
    (u,) = tree.arguments
    match u:
        case Call("exp", (v,)):
            return v
        case Call("sigmoid", (v,)):
            return Call("neg", (Call("softplus", (opposite(v),)),))
        case Call("cosh", (v,)):
            return Call("logcosh", (v,))
        case Call("ndtr", (v,)):
            return Call("log_ndtr", (v,))
    some = terms(u)
    if len(some) == 2 and all(k > 0 for k in some.values()):
        (first, a), (second, b) = sorted(some.items(), key=lambda term: term[0] != UNIT)
        if (power := _exponent(second)) is not None:
            if first == UNIT:
                return _lifted(a, Call("softplus", (build(added(terms(power), _logarithm(b / a))),)))
            w = _exponent(first)
            if w is not None:
                step = added(added(terms(power), terms(w), Fraction(-1)), _logarithm(b / a))
                return Call("+", (_lifted(a, w), Call("softplus", (build(step),))))
    if some.get(UNIT) == 1 and len(some) > 1 and not is_constant(u, variable):
        return Call("log1p", (build(added(some, {UNIT: Fraction(-1)})),))
    return None


def logarithm1p(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite log1p(k exp(u))."""
    some = terms(tree.arguments[0])
    if len(some) == 1:
        ((monomial, k),) = some.items()
        u = _exponent(monomial)
        if u is not None and k > 0 and not is_constant(u, variable):
            return Call("softplus", (build(added(terms(u), _logarithm(k))),))
    return None


def root(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite sqrt(c^2 + u^2), and the root of a quotient whose sides are nowhere negative."""
    (u,) = tree.arguments
    match u:
        case Call("/", (above, below)) if all(_is_nonnegative(side, variable, domain) for side in (above, below)):
            return Call("/", (Call("sqrt", (above,)), Call("sqrt", (below,))))
    some = terms(u)
    if len(some) != 2 or not (level := some.get(UNIT, Fraction(0))) > 0:
        return None
    ((monomial, k),) = ((m, k) for m, k in some.items() if m != UNIT)
    if k <= 0 or is_constant(u, variable):
        return None
    base = _square_root(monomial)
    if base is None:
        return None
    scale, share = _root(level), _root(k / level)
    hypotenuse: Tree = Call("hypot1", (build(scaled(terms(base), share)),))
    return hypotenuse if scale == 1 else Call("*", (Number(float(scale)), hypotenuse))


def quotient(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite sigmoids, shares u/(c + u), and quotients of lines where both sides grow."""
    above, below = tree.arguments
    if is_constant(below, variable):
        return None
    top, bottom = terms(above), terms(below)
    match below:
        case Call("^", (base, exponent)) if is_constant(exponent, variable):
            share = _sigmoid({UNIT: Fraction(1)}, terms(base), variable)
            return share and build_product(top, Call("^", (share, exponent)))
    return (
        _sigmoid(top, bottom, variable)
        or _log_share(above, below)
        or _share(top, bottom, domain)
        or _distance_share(tree, variable)
    )


def _sigmoid(top: Terms, bottom: Terms, variable: str) -> Tree | None:
    """Write k/(a + b exp(u)) and exp(u)/(exp(u) + exp(v)) as sigmoids."""
    factor, inner = _bracket(bottom)
    if len(inner) != 2 or len(top) != 1 or not all(k > 0 for k in inner.values()):
        return None
    ((monomial, k),) = top.items()
    for first, second in (tuple(inner), tuple(inner)[::-1]):
        u = _exponent_or_zero(first)
        v = _exponent_or_zero(second)
        if monomial == first and u is not None and v is not None:
            step = added(added(terms(u), terms(v), Fraction(-1)), _logarithm(inner[first] / inner[second]))
            return build({frozenset(((Call("sigmoid", (build(step),)), 1),)): k / inner[first] / factor})
    return None


def build_product(top: Terms, tree: Tree) -> Tree:
    return tree if top == {UNIT: Fraction(1)} else Call("*", (build(top), tree))


def _bracket(bottom: Terms) -> tuple[Fraction, Terms]:
    """Return the number before the only bracket of `bottom`, and its terms."""
    if len(bottom) == 1:
        ((monomial, k),) = bottom.items()
        inner = atom(monomial)
        if inner is not None:
            return k, terms(inner)
    return Fraction(1), bottom


def _log_share(above: Tree, below: Tree) -> Tree | None:
    match above, below:
        case Call("log", (u,)), Call("+", (left, right)):
            other = Call("log1p", (opposite(u),))
            if {left, right} == {above, other}:
                return Call("logshare", (u,))
    return None


def _share(top: Terms, bottom: Terms, domain: Domain) -> Tree | None:
    """Write (a u + b)/(c u + d) so that it is right where u overflows, and where it nears a/c."""
    factor, inner = _bracket(bottom)
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


def product(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Write 0 where a factor of a logarithm is zero at an end of the domain, or is the number 0."""
    left, right = tree.arguments
    for factor, other in ((left, right), (right, left)):
        match other:
            case Call("log" | "log1p" as function, (u,)) if not is_constant(u, variable):
                number = constant(terms(factor))
                is_end = number is None and _vanishes_with(terms(factor), terms(u), function)
                if number == 0 or is_end:
                    return Call("xlogy" if function == "log" else "xlog1py", (factor, u))
    return None


def _vanishes_with(factor: Terms, u: Terms, function: str) -> bool:
    """Return True if `factor` is zero where the argument of the logarithm is."""
    argument = added(u, {UNIT: Fraction(1)}) if function == "log1p" else u
    return proportion(factor, argument) is not None


def power(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite (1 + exp(u))^-q as a power of a sigmoid, and (1 + u^2)^(1/2) as a root."""
    base, exponent = tree.arguments
    number = constant(terms(exponent))
    if number == Fraction(1, 2) and len(terms(base)) == 2:
        return root(Call("sqrt", (base,)), variable, domain)
    if number is None or number >= 0:
        return None
    share = _sigmoid({UNIT: Fraction(1)}, terms(base), variable)
    return share and Call("^", (share, Number(float(-number))))


def _is_nonnegative(tree: Tree, variable: str, domain: Domain) -> bool:
    """Return True if `tree` is a line in the variable that is not negative in `domain`, or a positive number."""
    some = terms(tree)
    slope = some.get(frozenset(((Name(variable), 1),)), Fraction(0))
    level = some.get(UNIT, Fraction(0))
    if some.keys() - {UNIT, frozenset(((Name(variable), 1),))}:
        return False
    if not slope:
        return level > 0
    end = domain[0] if slope > 0 else domain[1]
    return math.isfinite(end) and slope * Fraction(end) + level >= 0


def _exponent(monomial: Monomial) -> Tree | None:
    match atom(monomial):
        case Call("exp", (u,)):
            return u
    return None


def _exponent_or_zero(monomial: Monomial) -> Tree | None:
    return Number(0.0) if monomial == UNIT else _exponent(monomial)


def _logarithm(ratio: Fraction) -> Terms:
    """Return the logarithm of a positive number, as terms."""
    return {} if ratio == 1 else {UNIT: Fraction(math.log(ratio))}


def _lifted(ratio: Fraction, tree: Tree) -> Tree:
    return tree if ratio == 1 else Call("+", (Number(math.log(ratio)), tree))


def _square_root(monomial: Monomial) -> Tree | None:
    if not monomial or any(exponent % 2 for _, exponent in monomial):
        return None
    return build({frozenset((tree, exponent // 2) for tree, exponent in monomial): Fraction(1)})


def _root(square: Fraction) -> Fraction:
    """Return the square root of a positive number, exact where it is one."""
    above, below = math.isqrt(square.numerator), math.isqrt(square.denominator)
    if above * above == square.numerator and below * below == square.denominator:
        return Fraction(above, below)
    return Fraction(math.sqrt(square))


NODES: dict[str, Callable[[Call, str, Domain], Tree | None]] = {
    "log": logarithm,
    "log1p": logarithm1p,
    "sqrt": root,
    "/": quotient,
    "^": power,
    "*": product,
}
