"""Identities of sums that have a double zero: logarithms less their lines, and powers less theirs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from lossplot._formula.accurate.terms import UNIT, Monomial, Terms, added, build, constant, is_constant, scaled, terms
from lossplot._formula.tree import Call, Number, Tree

_MOST_LOGARITHMS = 3
_ROUNDING = 2.0**-48
_UNIT_TERMS: Terms = {UNIT: Fraction(1)}


@dataclass(frozen=True, slots=True)
class _Choice:
    """A way to write a term as `coefficient` times `better`, plus `line`; `sign` is that of their product."""

    better: Tree
    coefficient: Fraction
    line: Terms
    sign: bool


def logarithms(some: Terms, variable: str) -> Terms | None:
    """Rewrite logarithms whose first-order terms cancel, as those of u - 1 - log(u) and a log(a/x) - a + x do."""
    options = {m: list(_choices(m, k, variable)) for m, k in some.items()}
    options = {m: choices for m, choices in options.items() if choices}
    if not 0 < len(options) <= _MOST_LOGARITHMS:
        return None
    groups = [list(options)] if len(options) == 1 else [list(options), *([m] for m in options)]
    for group in groups:
        rest = {m: k for m, k in some.items() if m not in group}
        for chosen in product(*(options[m] for m in group)):
            residue = rest
            for choice in chosen:
                residue = added(residue, choice.line)
            lines = {m for choice in chosen for m in choice.line if m != UNIT}
            left = residue.get(UNIT, Fraction(0))
            signs = {choice.sign for choice in chosen} | ({left > 0} if left else set())
            is_needed = not left or any(m in rest for m in lines)
            if is_needed and len(signs) == 1 and not any(m in residue for m in lines) and len(residue) < len(some):
                for choice in chosen:
                    residue = added(residue, {frozenset(((choice.better, 1),)): choice.coefficient})
                return residue
    return None


def _choices(monomial: Monomial, k: Fraction, variable: str) -> Iterator[_Choice]:
    for factor in monomial:
        match factor:
            case (Call("log" | "log1p" as function, (u,)), 1) if not is_constant(u, variable):
                others = monomial - {factor}
                yield from (_plain if function == "log" else _shifted)(u, others, k)
            case (Call("xlogy", (a, u)), 1) if len(monomial) == 1:
                yield from _scaled_logarithm(u, terms(a), k)
            case (Call("xlog1py", (a, u)), 1) if len(monomial) == 1:
                yield from _scaled_shifted(u, terms(a), k)


def _shifted(u: Tree, others: Monomial, k: Fraction) -> Iterator[_Choice]:
    line = scaled(terms(u), k)
    if not others:
        yield _Choice(Call("log1pmx", (u,)), k, line, k < 0)
    else:
        yield from _scaled_shifted(u, terms(build({others: Fraction(1)})), k)


def _scaled_shifted(u: Tree, factor: Terms, k: Fraction) -> Iterator[_Choice]:
    """Yield the way to write k times `factor` times log(1 + u), where the factor is a multiple of 1 + u."""
    ratio = proportion(factor, added(_UNIT_TERMS, terms(u)))
    if ratio is not None:
        yield _Choice(Call("log1pint", (u,)), k * ratio, scaled(terms(u), k * ratio), k * ratio > 0)


def _plain(u: Tree, others: Monomial, k: Fraction) -> Iterator[_Choice]:
    if not others:
        yield from _scaled_logarithm(u, _UNIT_TERMS, k)
    else:
        yield from _scaled_logarithm(u, terms(build({others: Fraction(1)})), k)


def _scaled_logarithm(u: Tree, factor: Terms, k: Fraction) -> Iterator[_Choice]:
    """Yield the ways to write k times `factor` times log(u), by u and by 1/u."""
    for v, sign in ((u, 1), (_inverse(u), -1)):
        line = added(terms(v), {UNIT: Fraction(-1)})
        number, ratio = constant(factor), proportion(factor, terms(v))
        if number is not None:
            size = k * sign * number
            yield _Choice(Call("logdev", (v,)), -size, scaled(line, size), size < 0)
        elif ratio is not None:
            size = k * sign * ratio
            yield _Choice(Call("xlogxdev", (v,)), size, scaled(line, size), size > 0)


def _inverse(u: Tree) -> Tree:
    match u:
        case Call("/", (above, below)):
            return Call("/", (below, above))
    return Call("/", (Number(1.0), u))


def proportion(some: Terms, others: Terms) -> Fraction | None:
    """Return the number that `some` terms are of `others`, if they are proportional."""
    if not some or some.keys() != others.keys():
        return None
    ratios = {coefficient / others[monomial] for monomial, coefficient in some.items()}
    return ratios.pop() if len(ratios) == 1 else None


def powers(some: Terms, variable: str) -> Terms | None:
    """Rewrite a x^p + b x^q + c that is zero with its slope at some x0 > 0, near there."""
    found: dict[Tree, list[tuple[Monomial, float]]] = {}
    for monomial in some:
        if power := _power(monomial, variable):
            found.setdefault(power[0], []).append((monomial, power[1]))
    pairs = [(base, pair[0], pair[1]) for base, pair in found.items() if len(pair) == 2]
    better = (_power_pair(some, base, one, other) for base, one, other in pairs)
    return next((terms for terms in better if terms is not None), None)


def _power_pair(some: Terms, base: Tree, one: tuple[Monomial, float], other: tuple[Monomial, float]) -> Terms | None:
    (first, p), (second, q) = one, other
    level = some.get(UNIT)
    if not level:
        return None
    a, b = float(some[first]), float(some[second])
    if a * p * b * q >= 0.0 or p == q:
        return None
    try:
        x0 = (-b * q / (a * p)) ** (1.0 / (p - q))
        at_first, at_second = a * x0**p, b * x0**q
    except (OverflowError, ZeroDivisionError):
        return None
    size = max(abs(at_first), abs(at_second))
    if not math.isfinite(size) or not x0 or abs(at_first + at_second + float(level)) > _ROUNDING * size:
        return None
    share = base if abs(x0 - 1.0) <= _ROUNDING else Call("/", (base, Number(x0)))
    step = Call("log", (share,))
    near = Call(
        "+",
        (
            Call("*", (Number(at_first), Call("expm1mx", (Call("*", (Number(p), step)),)))),
            Call("*", (Number(at_second), Call("expm1mx", (Call("*", (Number(q), step)),)))),
        ),
    )
    far = build({UNIT: level, first: some[first], second: some[second]})
    distance = Call("abs", (Call("-", (share, Number(1.0))),))
    better = Call("if", (Call("<", (distance, Number(0.5))), near, far))
    rest = {m: k for m, k in some.items() if m not in (first, second, UNIT)}
    return added(rest, {frozenset(((better, 1),)): Fraction(1)})


def _power(monomial: Monomial, variable: str) -> tuple[Tree, float] | None:
    if len(monomial) != 1:
        return None
    ((base, whole),) = monomial
    if is_constant(base, variable):
        return None
    match base:
        case Call("^", (inner, exponent)) if is_constant(exponent, variable):
            number = constant(terms(exponent))
            return None if number is None else (inner, whole * float(number))
    return base, float(whole)
