"""Identities of sums that vanish far out: a function less its limit."""

from __future__ import annotations

import math
from fractions import Fraction

from lossplot._formula.accurate.sums import calls, opposite, without
from lossplot._formula.accurate.terms import (
    UNIT,
    Terms,
    added,
    build,
    constant,
    is_constant,
    multiplied,
    scaled,
    single,
    terms,
)
from lossplot._formula.tree import Call, Name, Number


def half_sigmoids(some: Terms, variable: str) -> Terms | None:
    """Rewrite 2 sigmoid(u) R - R by tanh, and sigmoid(u) - sigmoid(u - c) by a product."""
    for monomial, k in some.items():
        for factor in monomial:
            rest = monomial - {factor}
            match factor:
                case (Call("sigmoid", (u,)), 1) if some.get(rest) == -k / 2 and not is_constant(u, variable):
                    better = multiplied(rest, single(Call("tanh", (build(scaled(terms(u), Fraction(1, 2))),))))
                    return added(without(some, monomial, rest), {better: k / 2})
    found = list(calls(some, "sigmoid", variable))
    for i, (first, u, k) in enumerate(found):
        for second, v, other in found[i + 1 :]:
            step = constant(added(terms(v), terms(u), Fraction(-1)))
            if k == -other and step:
                product = multiplied(single(Call("sigmoid", (u,))), single(Call("sigmoid", (opposite(v),))))
                return added(without(some, first, second), {product: -k * Fraction(math.expm1(step))})
    return None


def whole_less_share(some: Terms, variable: str) -> Terms | None:
    """Rewrite c - a/(b + u) as one quotient, if a term cancels above its stroke."""
    level = some.get(UNIT)
    for monomial, k in some.items() if level else ():
        for tree, whole in monomial:
            if whole != -1 or is_constant(tree, variable):
                continue
            below = terms(tree)
            above = added(scaled(below, level or Fraction(0)), {monomial - {(tree, whole)}: k})
            if len(above) < len(below) and above:
                quotient = Call("/", (build(above), tree))
                return added(without(some, monomial, UNIT), {single(quotient): Fraction(1)})
    return None


def arc_tail(some: Terms, variable: str) -> Terms | None:
    """Rewrite 1 - 2/pi atan(u), which vanishes far out."""
    for level, k in some.items():
        other = multiplied(level, frozenset(((Name("pi"), -1),)))
        for monomial, c in some.items():
            for factor in monomial:
                match factor:
                    case (Call("atan", (u,)), 1) if monomial - {factor} == other and abs(c) == 2 * abs(k):
                        v = u if c == -2 * k else opposite(u)
                        far = Call("atan", (Call("/", (Number(1.0), v)),))
                        near = build({level: k, monomial: c})
                        tail = build({multiplied(other, single(far)): 2 * k})
                        better = Call("if", (Call(">", (v, Number(1.0))), tail, near))
                        return added(without(some, level, monomial), {single(better): Fraction(1)})
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
                return added(without(some, monomial, UNIT), {single(better): 2 * level})
    return None
