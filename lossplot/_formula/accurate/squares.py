"""Identities of squares: those that were multiplied out, and differences of a root and what it is near to."""

from __future__ import annotations

from fractions import Fraction
from math import comb, isqrt

from lossplot._formula.accurate.terms import (
    UNIT,
    Monomial,
    Terms,
    added,
    atom,
    build,
    constant,
    is_constant,
    multiplied,
    scaled,
    single,
    terms,
)
from lossplot._formula.tree import Call, Number, Tree

# The largest exponent of a power that is looked for multiplied out.
_MOST = 8
_ZERO, _TWO = Number(0.0), Number(2.0)
_ROUNDING = Fraction(1, 2**48)


def square_root(monomial: Monomial) -> Monomial | None:
    """Return the monomial whose square `monomial` is, if there is one; that of (a - b)^2 is a - b."""
    half: list[tuple[Tree, int]] = []
    for tree, whole in monomial:
        match tree:
            case _ if whole % 2 == 0:
                half.append((tree, whole // 2))
            case Call("exp", (u,)) if whole == 1:
                half.append((Call("exp", (build(scaled(terms(u), Fraction(1, 2))),)), 1))
            case Call("^", (base, power)) if whole == 1 and power == _TWO:
                half.append((base, 1))
            case _:
                return None
    return frozenset(half)


def _rational_root(number: Fraction) -> Fraction | None:
    if number < 0:
        return None
    above, below = isqrt(number.numerator), isqrt(number.denominator)
    return Fraction(above, below) if above**2 == number.numerator and below**2 == number.denominator else None


def square(some: Terms, variable: str) -> Terms | None:
    """Rewrite a^2 - 2 a b + b^2 and a^2 + 2 a b + b^2, and higher powers of lines, that were multiplied out."""
    if len(some) < 3:
        return None
    return _power_of_line(some, variable) or _binomial(some, variable)


def _binomial(some: Terms, variable: str) -> Terms | None:
    roots = [(m, root) for m in some if (root := square_root(m)) is not None]
    for i, (first, a) in enumerate(roots):
        for second, b in roots[i + 1 :]:
            cross = multiplied(a, b)
            ratio = _rational_root(some[second] / some[first])
            if cross in (first, second) or cross not in some or ratio is None or not ratio:
                continue
            if abs(some[cross]) == 2 * ratio * abs(some[first]):
                sign = 1 if some[cross] * some[first] > 0 else -1
                inner = build({a: Fraction(1), b: sign * ratio})
                if is_constant(inner, variable):
                    continue
                rest = {m: k for m, k in some.items() if m not in (first, second, cross)}
                return added(rest, {single(Call("^", (inner, _TWO))): some[first]})
    return None


def _line(some: Terms) -> tuple[Tree, dict[int, Fraction]] | None:
    """Return the only tree whose whole powers `some` terms are, and the coefficients of these."""
    found: dict[int, Fraction] = {}
    base = None
    for monomial, k in some.items():
        if monomial == UNIT:
            found[0] = k
            continue
        ((tree, whole), *others) = monomial
        if others or not 0 < whole <= _MOST or base not in (None, tree):
            return None
        base = tree
        found[whole] = k
    return None if base is None else (base, found)


def _power_of_line(some: Terms, variable: str) -> Terms | None:
    """Rewrite a (u - b)^n."""
    line = _line(some)
    if line is None or is_constant(line[0], variable):
        return None
    base, found = line
    n = max(found)
    if n < 2 or len(found) != n + 1:
        return None
    shift = found[n - 1] / found[n] / n
    if any(found[j] != found[n] * comb(n, j) * shift ** (n - j) for j in range(n)):
        return None
    inner = build({single(base): Fraction(1), UNIT: shift})
    return {single(Call("^", (inner, Number(float(n))))): found[n]}


def completed(some: Terms) -> Terms:
    """Write a u^2 + b u + c, if it is positive everywhere, as a (u + b/(2 a))^2 and a number."""
    line = _line(some)
    if line is None or sorted(line[1]) != [0, 1, 2] or line[1][2] <= 0:
        return some
    base, found = line
    shift = found[1] / found[2] / 2
    left = found[0] - found[2] * shift**2
    if left < 0:
        return some
    inner = build({single(base): Fraction(1), UNIT: shift})
    return added({UNIT: left} if left else {}, {single(Call("^", (inner, _TWO))): found[2]})


# Functions whose square less one is a number times the square of another.
_COMPLEMENTS = {"cos": ("sin", -1), "sin": ("cos", -1), "cosh": ("sinh", 1)}


def complement(some: Terms, variable: str) -> Terms | None:
    """Rewrite 1 - cos(u)^2 and its kin."""
    for monomial, k in some.items():
        if some.get(UNIT) != -k or len(monomial) != 1:
            continue
        ((tree, whole),) = monomial
        match tree:
            case Call(function, (u,)) if function in _COMPLEMENTS and whole == 2 and not is_constant(u, variable):
                other, sign = _COMPLEMENTS[function]
                rest = {m: c for m, c in some.items() if m not in (monomial, UNIT)}
                return added(rest, {frozenset(((Call(other, (u,)), 2),)): sign * k})
    return None


def root_less(some: Terms, variable: str) -> Terms | None:
    """Rewrite sqrt(u) - v, where u and v^2 are nearly equal far out, as (u - v^2)/(sqrt(u) + v) for v > 0."""
    for monomial, k in some.items():
        match atom(monomial):
            case Call("sqrt", (u,)) if not is_constant(u, variable):
                inner = terms(u)
            case _:
                continue
        other = scaled({m: c for m, c in some.items() if m != monomial}, -1 / k)
        if not other or constant(other) is not None or len(other) > 2:
            continue
        left = _difference(_multiplied_out(inner), _multiplied_out(_squared(other)))
        if len(left) != 1:
            continue
        v = build(other)
        total = build({monomial: Fraction(1), single(Call("max", (v, _ZERO))): Fraction(1)})
        far = {monomial: k, single(Call("min", (v, _ZERO))): -k}
        near = Call("/", (build(scaled(left, k)), total))
        return {single(Call("if", (Call(">", (v, _ZERO)), near, build(far)))): Fraction(1)}
    return None


def root_line(some: Terms, variable: str) -> Terms | None:
    """Rewrite sqrt(1 + u^2) - u and 1 - u/sqrt(1 + u^2), which vanish far out, by asinh(u)."""
    for monomial, k in some.items():
        for factor in monomial:
            match factor:
                case (Call("hypot1", (u,)), whole) if not is_constant(u, variable):
                    asinh = terms(Call("asinh", (u,)))
                    line = terms(u)
                case _:
                    continue
            if whole == 1 and len(monomial) == 1:
                for sign in (1, -1):
                    rest = _difference(some, {monomial: k, **scaled(line, -sign * k)})
                    if not rest:
                        return {single(Call("exp", (build(scaled(asinh, Fraction(-sign))),))): k}
            if whole == -1 and (level := some.get(UNIT)):
                for sign in (1, -1):
                    if not _difference({monomial - {factor}: k}, scaled(line, -sign * level)):
                        share = single(Call("sigmoid", (build(scaled(asinh, Fraction(-2 * sign))),)))
                        rest = {m: c for m, c in some.items() if m not in (monomial, UNIT)}
                        return added(rest, {share: 2 * level})
    return None


def _difference(some: Terms, others: Terms) -> Terms:
    """Subtract `others` from `some` terms; what is left by the rounding of numbers is nothing."""
    left = added(some, others, Fraction(-1))
    sizes = {m: abs(some.get(m, Fraction(0))) + abs(others.get(m, Fraction(0))) for m in left}
    return {m: k for m, k in left.items() if abs(k) > _ROUNDING * sizes[m]}


def _squared(some: Terms) -> Terms:
    total: Terms = {}
    for first, a in some.items():
        for second, b in some.items():
            total = added(total, {_plain(multiplied(first, second)): a * b})
    return total


def _plain(monomial: Monomial) -> Monomial:
    """Write sqrt(u)^2 as u, and |u|^2 as u^2, where u is one factor."""
    factors: dict[Tree, int] = {}
    for tree, whole in monomial:
        match tree:
            case Call("sqrt", (u,)) if whole == 2 and not isinstance(u, Number):
                factors[u] = factors.get(u, 0) + 1
            case Call("abs", (u,)) if whole == 2:
                factors[u] = factors.get(u, 0) + 2
            case _:
                factors[tree] = factors.get(tree, 0) + whole
    return frozenset(factors.items())


def _multiplied_out(some: Terms) -> Terms:
    """Multiply out squares of sums."""
    total: Terms = {}
    for monomial, k in some.items():
        match atom(monomial):
            case Call("^", (base, power)) if power == _TWO:
                total = added(total, scaled(_squared(terms(base)), k))
            case Call("+" | "-", _) as tree:
                total = added(total, scaled(terms(tree), k))
            case _:
                total = added(total, {monomial: k})
    return total
