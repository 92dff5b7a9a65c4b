"""Identities of functions and quotients, each at the call where it begins."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from lossplot.formula.accurate.deviances import proportion
from lossplot.formula.accurate.exponentials import (
    bracket,
    exponent,
    log_product,
    log_sum,
    logarithm_of,
    merged,
    over_exponentials,
    positive_exponents,
    secants,
)
from lossplot.formula.accurate.squares import completed, square_root
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
    single,
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
        case Call("sqrt", (v,)) if not is_constant(v, variable):
            return Call("/", (Call("log", (v,)), Number(2.0)))
        case Call("^", (v, power)) if not is_constant(v, variable) and (q := constant(terms(power))) is not None:
            base = Call("abs", (v,)) if q % 2 == 0 and not _is_size(v) else v
            return build({single(Call("log", (base,))): q})
    some = terms(u)
    if (whole := completed(some)).get(UNIT) == 1:
        some = whole
    for monomial in some:
        match atom(monomial):
            case Call("hypot1", (v,)) if some == added({monomial: Fraction(1)}, terms(v)):
                return Call("asinh", (v,))
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
