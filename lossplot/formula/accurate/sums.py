"""Identities of sums: terms that nearly cancel somewhere become one function that does not.

Each rule takes the terms of a sum and the variable, and returns better terms, or None where it has nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

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


# What f(u) minus its value at u = 0, which is 1, is a multiple of.
_LESS_ONE: dict[str, tuple[int, Callable[[Tree], Tree]]] = {
    "exp": (1, lambda u: Call("expm1", (u,))),
    "cos": (-1, _versin),
    "hypot1": (1, lambda u: Call("hypotm1", (u,))),
    "cosh": (2, _half_sinh_square),
    "sigmoid": (-1, lambda u: Call("sigmoid", (opposite(u),))),
}


def calls(some: Terms, function: str, variable: str) -> Iterator[tuple[Monomial, Tree, Fraction]]:
    """Yield the calls of `function` among `some` terms that stand alone, with their arguments and coefficients."""
    for monomial, coefficient in some.items():
        match atom(monomial):
            case Call(name, (u,)) if name == function and not is_constant(u, variable):
                yield monomial, u, coefficient


def single(tree: Tree) -> Monomial:
    return frozenset(((tree, 1),))


def less_one(some: Terms, variable: str) -> Terms | None:
    """Rewrite k f(u) R - k R, where f(0) = 1."""
    for monomial, coefficient in some.items():
        for factor in monomial:
            rest = monomial - {factor}
            match factor:
                case (Call(function, (u,)), 1) if function in _LESS_ONE and some.get(rest) == -coefficient:
                    multiple, write = _LESS_ONE[function]
                    other = rest | single(write(u))
                    if not is_constant(u, variable) and len(other) == len(monomial):
                        return added(_without(some, monomial, rest), {other: coefficient * multiple})
    return None


def power_less_one(some: Terms, variable: str) -> Terms | None:
    """Rewrite k (1 + u)^q - k and k x^q - k."""
    for monomial, coefficient in some.items():
        match atom(monomial):
            case Call("^", (base, exponent)) if some.get(UNIT) == -coefficient and is_constant(exponent, variable):
                number = constant(terms(exponent))
                inner = terms(base)
                if number is None or is_constant(base, variable):
                    continue
                if inner.get(UNIT) == 1:
                    better = Call("pow1pm1", (build(added(inner, {UNIT: Fraction(-1)})), Number(float(number))))
                    return added(_without(some, monomial, UNIT), {single(better): coefficient})
                if number.denominator != 1:
                    better = Call("boxcox", (base, Number(float(number))))
                    return added(_without(some, monomial, UNIT), {single(better): coefficient * number})
    return None


def exponentials(some: Terms, variable: str) -> Terms | None:
    """Rewrite exponentials whose first-order terms cancel, as exp(u) - u and exp(u) + exp(-u) do."""
    found = [*((m, u, k, k) for m, u, k in calls(some, "exp", variable))]
    found += [(m, u, k, Fraction(0)) for m, u, k in calls(some, "expm1", variable)]
    for chosen in [found, *([one] for one in found)]:
        if not chosen or len({k > 0 for _, _, k, _ in chosen}) > 1:
            continue
        rest = _without(some, *(m for m, _, _, _ in chosen))
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


def gamma(some: Terms, variable: str) -> Terms | None:
    """Rewrite 1 - (1 + u) exp(-u), in one bracket or multiplied out."""
    for monomial, u, k in calls(some, "exp", variable):
        rest = _without(some, monomial)
        product = {monomial_of(m, Call("exp", (u,))): -k * c for m, c in terms(u).items()}
        if some.get(UNIT) == -k and all(rest.get(m) == c for m, c in product.items()):
            return added(added(_without(rest, UNIT), product, Fraction(-1)), _one("gamma2", opposite(u), -k))
    for monomial, k in some.items():
        for bracket, exponent in monomial:
            match atom(monomial - {(bracket, exponent)}):
                case Call("exp", (u,)) if exponent == 1 and some.get(UNIT) == -k:
                    if terms(bracket) == added({UNIT: Fraction(1)}, terms(u), Fraction(-1)):
                        return added(_without(some, monomial, UNIT), _one("gamma2", opposite(u), -k))
    return None


def monomial_of(monomial: Monomial, tree: Tree) -> Monomial:
    return monomial | single(tree)


def softplus_line(some: Terms, variable: str) -> Terms | None:
    """Rewrite softplus(u) - s u, for s from 0 to 1, as (1 - s) softplus(u) + s softplus(-u)."""
    for monomial, u, k in calls(some, "softplus", variable):
        line = {m: c for m, c in terms(u).items() if m != UNIT}
        shares = {-some.get(m, Fraction(0)) / (k * c) for m, c in line.items()}
        share = shares.pop() if len(shares) == 1 else Fraction(0)
        if 0 < share <= 1:
            better = added(_without(some, monomial), scaled(terms(u), share * k))
            better = added(better, _one("softplus", opposite(u), share * k))
            return added(better, _one("softplus", u, (1 - share) * k)) if share < 1 else better
    return None


def softplus_pair(some: Terms, variable: str) -> Terms | None:
    """Rewrite softplus(x - y) + softplus(-x - y), and the difference of softplus at u and at a number."""
    found = list(calls(some, "softplus", variable))
    for i, (first, u, k) in enumerate(found):
        for second, v, other in found[i + 1 :]:
            total = constant(added(terms(u), terms(v)))
            if k == other and total is not None:
                x = build(scaled(added(terms(u), terms(v), Fraction(-1)), Fraction(1, 2)))
                better = Call("softplus2", (x, Number(float(-total / 2))))
                return added(_without(some, first, second), {single(better): k})
        for second, other in some.items():
            match atom(second):
                case Call("softplus", (v,)) if other == -k and is_constant(v, variable):
                    step = build(added(terms(u), terms(v), Fraction(-1)))
                    near = Call("log1p", (Call("*", (Call("sigmoid", (v,)), Call("expm1", (step,)))),))
                    far = Call("-", (Call("softplus", (u,)), Call("softplus", (v,))))
                    chosen = choose_near(Call("abs", (step,)), near, far)
                    return added(_without(some, first, second), {single(chosen): k})
    return None


def softplus_by_hand(some: Terms, variable: str) -> Terms | None:
    """Rewrite max(u, 0) + log(1 + exp(-|u|))."""
    for monomial, k in some.items():
        match atom(monomial):
            case Call("max", (Number(0.0), u)) | Call("max", (u, Number(0.0))):
                for second, v, other in calls(some, "softplus", variable):
                    sizes = [{single(Call("abs", (w,))): Fraction(-1)} for w in (u, opposite(u))]
                    if k == other and terms(v) in sizes:
                        return added(_without(some, monomial, second), _one("softplus", u, k))
    return None


def bells(some: Terms, variable: str) -> Terms | None:
    """Rewrite 1 + erf(u) and 1 + tanh(u), and the same with a minus sign."""
    for function, factor in (("erf", None), ("tanh", Fraction(2))):
        for monomial, u, k in calls(some, function, variable):
            level = some.get(UNIT)
            if level in (k, -k):
                signed = u if level == k else opposite(u)
                wide = Call("*", (Call("sqrt", (Number(2.0),)), signed)) if factor is None else None
                better = (
                    Call("ndtr", (wide,)) if wide else Call("sigmoid", (build(scaled(terms(signed), Fraction(2))),))
                )
                return added(_without(some, monomial, UNIT), {single(better): 2 * level})
    return None


def log_ratio(some: Terms, variable: str) -> Terms | None:
    """Rewrite log(u) - log(c), for u near c, by log1p of (u - c)/c."""
    for function in ("log", "log1p"):
        for monomial, u, k in calls(some, function, variable):
            for second, other in some.items():
                match atom(second):
                    case Call("log" | "log1p" as name, (v,)) if other == -k and is_constant(v, variable):
                        above = added(terms(u), {UNIT: Fraction(1)} if function == "log1p" else {})
                        below = added(terms(v), {UNIT: Fraction(1)} if name == "log1p" else {})
                        number = constant(below)
                        if number == 1:
                            return _without(some, second)
                        if number is None or number <= 0:
                            continue
                        step = build(scaled(added(above, below, Fraction(-1)), 1 / number))
                        far = Call("-", (Call(function, (u,)), Call(name, (v,))))
                        better = choose_near(Call("abs", (step,)), Call("log1p", (step,)), far)
                        return added(_without(some, monomial, second), {single(better): k})
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
                                return added(_without(some, monomial, UNIT), {single(chosen): Fraction(1)})
    return None


def _one(function: str, u: Tree, coefficient: Fraction) -> Terms:
    return {single(Call(function, (u,))): coefficient}


def _without(some: Terms, *monomials: Monomial) -> Terms:
    return {monomial: coefficient for monomial, coefficient in some.items() if monomial not in monomials}
