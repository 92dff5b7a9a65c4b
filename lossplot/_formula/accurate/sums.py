"""Identities of sums: terms that nearly cancel somewhere become one function that does not.

Each rule takes the terms of a sum and the variable, and returns better terms, or None where it has nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from lossplot._formula.accurate.terms import (
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
from lossplot._formula.tree import Call, Name, Number, Tree

Rule = Callable[[Terms, str], Terms | None]


def opposite(u: Tree) -> Tree:
    """Write -u, with the number or sign in front of `u` turned round."""
    return build(scaled(terms(u), Fraction(-1)))


def _versin(u: Tree) -> Tree:
    """Write 1 - cos(u), by whole turns where `u` is a multiple of 2 pi."""
    turns = {monomial - {(Name("pi"), 1)}: c / 2 for monomial, c in terms(u).items() if (Name("pi"), 1) in monomial}
    return Call("versin2pi", (build(turns),)) if len(turns) == len(terms(u)) else Call("versin", (u,))


def _half_sinh_square(u: Tree) -> Tree:
    """Write (cosh(u) - 1)/2."""
    return Call("^", (Call("sinh", (Call("/", (u, Number(2.0))),)), Number(2.0)))


# What f(u) - 1 is a multiple of.
_LESS_ONE: dict[str, tuple[int, Callable[[Tree], Tree]]] = {
    "exp": (1, lambda u: Call("expm1", (u,))),
    "cos": (-1, _versin),
    "hypot1": (1, lambda u: Call("hypotm1", (u,))),
    "cosh": (2, _half_sinh_square),
    "sigmoid": (-1, lambda u: Call("sigmoid", (opposite(u),))),
    "ndtr": (-1, lambda u: Call("ndtr", (opposite(u),))),
}


def calls(some: Terms, function: str, variable: str) -> Iterator[tuple[Monomial, Tree, Fraction]]:
    """Yield the calls of `function` among `some` terms that stand alone, with their arguments and coefficients."""
    for monomial, coefficient in some.items():
        match atom(monomial):
            case Call(name, (u,)) if name == function and not is_constant(u, variable):
                yield monomial, u, coefficient


def less_one(some: Terms, variable: str) -> Terms | None:
    """Rewrite k f(u) R - k R, where f is 1 somewhere."""
    for monomial, coefficient in some.items():
        for factor in monomial:
            rest = monomial - {factor}
            match factor:
                case (Call(function, (u,)), 1) if function in _LESS_ONE and some.get(rest) == -coefficient:
                    multiple, write = _LESS_ONE[function]
                    other = rest | single(write(u))
                    if not is_constant(u, variable) and len(other) == len(monomial):
                        return added(without(some, monomial, rest), {other: coefficient * multiple})
    return None


def power_less_one(some: Terms, variable: str) -> Terms | None:
    """Rewrite k (b + u)^q - k b^q and k x^q - k."""
    level = some.get(UNIT, Fraction(0))
    for monomial, k in some.items() if level else ():
        base, q = _power_of(monomial, variable)
        if q is None:
            continue
        inner = terms(base)
        start, height = inner.get(UNIT, Fraction(0)), -level / k
        if start > 0 and len(inner) > 1 and height > 0 and _is_power(start, q, height):
            step = build(scaled(without(inner, UNIT), 1 / start))
            return added(without(some, monomial, UNIT), {single(Call("pow1pm1", (step, Number(float(q))))): -level})
        if height == 1 and q.denominator != 1 and not start:
            better = Call("boxcox", (base, Number(float(q))))
            return added(without(some, monomial, UNIT), {single(better): k * q})
    return None


def _power_of(monomial: Monomial, variable: str) -> tuple[Tree, Fraction | None]:
    """Return base and exponent of the power that `monomial` is; no exponent if it is none, or 1."""
    if len(monomial) != 1:
        return Number(1.0), None
    ((tree, whole),) = monomial
    match tree:
        case _ if is_constant(tree, variable):
            return tree, None
        case Call("^", (base, power)) if is_constant(power, variable):
            number = constant(terms(power))
            return base, None if number is None else number * whole
        case Call("sqrt", (base,)):
            return base, Fraction(whole, 2)
        case Call("hypot1", (u,)) if whole != 1:
            return Call("+", (Number(1.0), Call("^", (u, Number(2.0))))), Fraction(whole, 2)
    return tree, None if abs(whole) == 1 else Fraction(whole)


def _is_power(start: Fraction, q: Fraction, height: Fraction) -> bool:
    """Return True if `start` to the power of q is `height`, but for rounding."""
    power = Fraction(float(start) ** float(q)) if start != 1 else start
    return abs(power - height) <= Fraction(1, 2**50) * height


def exponentials(some: Terms, variable: str) -> Terms | None:
    """Rewrite exponentials whose first-order terms cancel, as exp(u) - u and exp(u) + exp(-u) do."""
    found = [*((m, u, k, k) for m, u, k in calls(some, "exp", variable))]
    found += [(m, u, k, Fraction(0)) for m, u, k in calls(some, "expm1", variable)]
    for chosen in [found, *([one] for one in found)]:
        if not chosen or len({k > 0 for _, _, k, _ in chosen}) > 1:
            continue
        rest = without(some, *(m for m, _, _, _ in chosen))
        linear: Terms = {}
        for _, u, k, lift in chosen:
            linear = added(linear, added(scaled(terms(u), k), {UNIT: lift} if lift else {}))
        residue = added(rest, linear)
        if _settled(some, rest, linear, residue, chosen[0][2] > 0):
            for _, u, k, _ in chosen:
                residue = added(residue, {single(Call("expm1mx", (u,))): k})
            return residue
    return None


def _settled(some: Terms, rest: Terms, linear: Terms, residue: Terms, is_positive: bool) -> bool:
    """Return True if the `linear` terms cancel, and the number that is left does not cancel what replaces them."""
    left = residue.get(UNIT, Fraction(0))
    is_gone = not any(monomial in residue for monomial in linear if monomial != UNIT)
    return is_gone and len(residue) <= len(some) and (not left or (left > 0) == is_positive)


def hyperbolic(some: Terms, variable: str) -> Terms | None:
    """Rewrite exp(u) + exp(-u) and exp(u) - exp(-u)."""
    found = list(calls(some, "exp", variable))
    for i, (first, u, k) in enumerate(found):
        for second, v, other in found[i + 1 :]:
            if abs(k) == abs(other) and terms(u) == scaled(terms(v), Fraction(-1)):
                better = one("cosh", u, 2 * k) if k == other else one("sinh", u, 2 * k)
                return added(without(some, first, second), better)
    return None


def exponential_again(some: Terms, variable: str) -> Terms | None:
    """Rewrite expm1(u) + 1."""
    for monomial, u, k in calls(some, "expm1", variable):
        if some.get(UNIT) == k:
            return added(without(some, monomial, UNIT), one("exp", u, k))
    return None


def gamma(some: Terms, variable: str) -> Terms | None:
    """Rewrite 1 - (1 + u) exp(-u), in one bracket or multiplied out."""
    for monomial, u, k in calls(some, "exp", variable):
        rest = without(some, monomial)
        product = {monomial_of(m, Call("exp", (u,))): -k * c for m, c in terms(u).items()}
        if some.get(UNIT) == -k and all(rest.get(m) == c for m, c in product.items()):
            return added(added(without(rest, UNIT), product, Fraction(-1)), one("gamma2", opposite(u), -k))
    for monomial, k in some.items():
        for bracket, exponent in monomial:
            match atom(monomial - {(bracket, exponent)}):
                case Call("exp", (u,)) if exponent == 1 and some.get(UNIT) == -k:
                    if terms(bracket) == added({UNIT: Fraction(1)}, terms(u), Fraction(-1)):
                        return added(without(some, monomial, UNIT), one("gamma2", opposite(u), -k))
    return None


def monomial_of(monomial: Monomial, tree: Tree) -> Monomial:
    return monomial | single(tree)


def log_ratio(some: Terms, variable: str) -> Terms | None:
    """Rewrite log(u) - log(c), for u near c, by log1p of (u - c)/c."""
    for function in ("log", "log1p"):
        for monomial, u, k in calls(some, function, variable):
            for second, other in some.items():
                match atom(second):
                    case Call("log" | "log1p" as name, (v,)) if (
                        is_constant(v, variable) and (n := -other / k).denominator == 1 and 0 < n <= 8
                    ):
                        above = added(terms(u), {UNIT: Fraction(1)} if function == "log1p" else {})
                        below = added(terms(v), {UNIT: Fraction(1)} if name == "log1p" else {})
                        number = constant(below)
                        number = number if number is None else number**n.numerator
                        if number == 1:
                            return without(some, second)
                        if number is None or number <= 0:
                            continue
                        step = build(scaled(added(above, {UNIT: number}, Fraction(-1)), 1 / number))
                        far = build({monomial: Fraction(1), second: -n})
                        better = choose_near(Call("abs", (step,)), Call("log1p", (step,)), far)
                        return added(without(some, monomial, second), {single(better): k})
    return None


def choose_near(distance: Tree, near: Tree, far: Tree) -> Tree:
    """Choose `near` where `distance` is below 1/2."""
    return Call("if", (Call("<", (distance, Number(0.5))), near, far))


def cosine(some: Terms, variable: str) -> Terms | None:
    """Rewrite 1 - a/sqrt(a^2 + b^2), where a is positive."""
    for monomial, k in some.items():
        factors = dict(monomial)
        for root, exponent in monomial:
            match root:
                case Call("sqrt", (Call("+", (Call("^", (a, Number(2.0))), Call("^", (b, Number(2.0))))),)):
                    for near, far in ((a, b), (b, a)):
                        if exponent == -1 and factors == {root: -1, near: 1} and some.get(UNIT) == -k:
                            square = Call("*", (root, Call("+", (near, root))))
                            better = Call("/", (Call("^", (far, Number(2.0))), square))
                            chosen = Call(
                                "if", (Call(">", (near, Number(0.0))), better, build({UNIT: -k, monomial: k}))
                            )
                            if k == -1:
                                return added(without(some, monomial, UNIT), {single(chosen): Fraction(1)})
    return None


def one(function: str, u: Tree, coefficient: Fraction) -> Terms:
    return {single(Call(function, (u,))): coefficient}


def without(some: Terms, *monomials: Monomial) -> Terms:
    return {monomial: coefficient for monomial, coefficient in some.items() if monomial not in monomials}
