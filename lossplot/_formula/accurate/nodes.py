"""Identities of functions and quotients, each at the call where it begins."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from lossplot._formula.accurate.deviances import proportion
from lossplot._formula.accurate.exponentials import (
    exponent,
    log_product,
    log_sum,
    logarithm_of,
    merged,
    over_exponentials,
    positive_exponents,
    secants,
)
from lossplot._formula.accurate.quotients import Domain, quotient
from lossplot._formula.accurate.squares import completed, square_root
from lossplot._formula.accurate.sums import opposite
from lossplot._formula.accurate.terms import (
    UNIT,
    Monomial,
    Terms,
    added,
    build,
    constant,
    is_constant,
    scaled,
    single,
    terms,
)
from lossplot._formula.tree import Call, Name, Number, Tree

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
        case Call("hypot1", (v,)):
            return Call("cauchy", (v, _ONE))
        case Call("sqrt", (v,)) if not is_constant(v, variable):
            return Call("/", (Call("log", (v,)), Number(2.0)))
        case Call("^", (v, power)) if not is_constant(v, variable) and (q := constant(terms(power))) is not None:
            base = Call("abs", (v,)) if q % 2 == 0 and not _is_size(v) else v
            return build({single(Call("log", (base,))): q})
    some = terms(u)
    if (whole := completed(some)).get(UNIT) == 1:
        some = whole
    if better := log_sum(some, variable):
        return better
    if len(some) == 1 and not is_constant(u, variable) and (better := log_product(some, variable)):
        return better
    if some.get(UNIT) == 1 and len(some) > 1 and not is_constant(u, variable):
        return Call("log1p", (build(added(some, {UNIT: Fraction(-1)})),))
    return None


def logarithm1p(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite log1p(k exp(u))."""
    some = terms(tree.arguments[0])
    if len(some) == 1:
        ((monomial, k),) = some.items()
        u = exponent(monomial)
        if monomial != UNIT and u is not None and k > 0 and not is_constant(u, variable):
            return Call("softplus", (build(added(terms(u), logarithm_of(k))),))
    return None


def root(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite sqrt(c^2 + u^2), and the root of a quotient whose sides are nowhere negative."""
    (u,) = tree.arguments
    match u:
        case Call("/", (above, below)) if all(_is_nonnegative(side, variable, domain) for side in (above, below)):
            return Call("/", (Call("sqrt", (above,)), Call("sqrt", (below,))))
    some = completed(terms(u))
    if len(some) == 1 and not is_constant(u, variable):
        ((monomial, k),) = some.items()
        base = _square_root(monomial)
        return None if base is None or k <= 0 else build({single(Call("abs", (base,))): _root(k)})
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


def product(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Write 0 where a factor of a logarithm is zero at an end of the domain, or a factor is the number 0."""
    left, right = tree.arguments
    if better := merged(tree, variable) or _size(left, right) or _bell(tree, variable):
        return better
    for factor, other in ((left, right), (right, left)):
        match other:
            case Call("exp" | "cosh" | "sinh") if factor == Number(0.0):
                return factor
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


def _bell(tree: Call, variable: str) -> Tree | None:
    """Write sigmoid(u) sigmoid(-u) by cosh."""
    match tree.arguments:
        case (Call("sigmoid"), Call("sigmoid")) if not is_constant(tree, variable):
            return secants(tree, variable)
    return None


def _size(left: Tree, right: Tree) -> Tree | None:
    """Write u sign(u) as |u|."""
    for u, other in ((left, right), (right, left)):
        if other == Call("sign", (u,)):
            return Call("abs", (u,))
    return None


def power(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Rewrite powers of exponentials, of sums of them, of powers and of sizes, and (1 + u^2)^(1/2) as a root."""
    base, exponent = tree.arguments
    number = constant(terms(exponent))
    if number is None or is_constant(base, variable):
        return None
    if better := _power_of_sum(terms(base), number, variable):
        return better
    match base:
        case Call("exp", (u,)):
            return Call("exp", (build(scaled(terms(u), number)),))
        case Call("sigmoid", (u,)) if number.denominator != 1:
            return Call("exp", (build({single(Call("softplus", (opposite(u),))): -number}),))
        case Call("abs", (u,)) if number % 2 == 0:
            return Call("^", (u, Number(float(number))))
        case Call("^", (u, inner)) if (whole := constant(terms(inner))) is not None and _are_whole(whole, number):
            return Call("^", (u, Number(float(whole * number))))
    return root(Call("sqrt", (base,)), variable, domain) if number == Fraction(1, 2) else None


def _power_of_sum(some: Terms, number: Fraction, variable: str) -> Tree | None:
    """Write (1 + exp(u))^-q as a power of a sigmoid, and as an exponential where q is no whole number."""
    if number.denominator != 1 and len(positive_exponents(some)) > 1 and (logarithm := log_sum(some, variable)):
        return Call("exp", (build(scaled(terms(logarithm), number)),))
    if number >= 0:
        return None
    share = over_exponentials({UNIT: Fraction(1)}, some, variable)
    return share and Call("^", (share, Number(float(-number))))


def _are_whole(*numbers: Fraction) -> bool:
    return all(number.denominator == 1 for number in numbers)


def extreme(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Write max(u, -u) as |u|."""
    if len(tree.arguments) == 2 and not is_constant(tree, variable):
        u, v = tree.arguments
        if terms(u) == scaled(terms(v), Fraction(-1)):
            return Call("abs", (v if isinstance(u, Call) and u.function == "neg" else u,))
    return None


def choice(tree: Call, variable: str, domain: Domain) -> Tree | None:
    """Write u or -u, by which of them is positive, as |u|."""
    condition, then, otherwise = tree.arguments
    match condition:
        case Call("<" | "<=" | ">" | ">=" as sign, sides) if not is_constant(then, variable):
            low, high = sides if sign in ("<", "<=") else sides[::-1]
            step = added(terms(high), terms(low), Fraction(-1))
            if terms(then) == step and terms(otherwise) == scaled(step, Fraction(-1)):
                return Call("abs", (build(step) if isinstance(then, Call) and then.function == "neg" else then,))
    return None


def _is_size(tree: Tree) -> bool:
    return isinstance(tree, Call) and tree.function in ("abs", "exp", "sqrt", "cosh", "hypot1")


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


def _square_root(monomial: Monomial) -> Tree | None:
    half = square_root(monomial)
    return build({half: Fraction(1)}) if half else None


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
    "max": extreme,
    "if": choice,
}
