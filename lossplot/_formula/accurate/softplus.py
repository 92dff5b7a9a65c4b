"""Identities of sums with softplus(u), which is log(1 + exp(u))."""

from __future__ import annotations

import math
from fractions import Fraction

from lossplot._formula.accurate.sums import calls, choose_near, one, opposite, without
from lossplot._formula.accurate.terms import (
    UNIT,
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
from lossplot._formula.tree import Call, Number

_LOG_TWO = Call("log", (Number(2.0),))
_ROUNDING = 2.0**-50


def _less_log_two(some: Terms) -> tuple[Terms, Fraction]:
    """Return `some` terms without the logarithm of 2, by its name or its number, and how often it was among them."""
    times, level = some.get(single(_LOG_TWO), Fraction(0)), some.get(UNIT, Fraction(0))
    rest = without(some, single(_LOG_TWO), UNIT)
    number = Fraction(float(level) / math.log(2.0)).limit_denominator(64)
    if abs(float(level) - float(number) * math.log(2.0)) <= _ROUNDING * abs(float(level)):
        return rest, times + number
    return added(rest, {UNIT: level}), times


def less_log_two(some: Terms, variable: str) -> Terms | None:
    """Rewrite softplus2(u, 0) - 2 log(2) and softplus(u) - log(2), which are zero at u = 0."""
    rest, times = _less_log_two(some)
    for monomial, k in rest.items() if times else ():
        match atom(monomial):
            case Call("softplus2", (u, Number(0.0))) if times == -2 * k:
                half = build(scaled(terms(u), Fraction(1, 2)))
                return added(without(rest, monomial), one("logcosh", half, 2 * k))
            case Call("softplus", (u,)) if times == -k and not is_constant(u, variable):
                near = Call("log1p", (Call("/", (Call("expm1", (u,)), Number(2.0))),))
                far = Call("-", (Call("softplus", (u,)), _LOG_TWO))
                better = choose_near(Call("abs", (u,)), near, far)
                return added(without(rest, monomial), {single(better): k})
    return None


def softplus_line(some: Terms, variable: str) -> Terms | None:
    """Rewrite softplus(u) - s u, for s from 0 to 1, as (1 - s) softplus(u) + s softplus(-u)."""
    for monomial, u, k in calls(some, "softplus", variable):
        line = {m: c for m, c in terms(u).items() if m != UNIT}
        shares = {-some.get(m, Fraction(0)) / (k * c) for m, c in line.items()}
        share = shares.pop() if len(shares) == 1 else Fraction(0)
        if 0 < share <= 1:
            better = added(without(some, monomial), scaled(terms(u), share * k))
            if abs(float(better.get(UNIT, 0))) <= _ROUNDING * abs(float(some.get(UNIT, 0))):
                better = without(better, UNIT)
            better = added(better, one("softplus", opposite(u), share * k))
            return added(better, one("softplus", u, (1 - share) * k)) if share < 1 else better
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
                return added(without(some, first, second), {single(better): k})
        for second, other in some.items():
            match atom(second):
                case Call("softplus", (v,)) if other == -k and is_constant(v, variable):
                    step = build(added(terms(u), terms(v), Fraction(-1)))
                    near = Call("log1p", (Call("*", (Call("sigmoid", (v,)), Call("expm1", (step,)))),))
                    far = Call("-", (Call("softplus", (u,)), Call("softplus", (v,))))
                    chosen = choose_near(Call("abs", (step,)), near, far)
                    return added(without(some, first, second), {single(chosen): k})
    return None


def softplus_by_hand(some: Terms, variable: str) -> Terms | None:
    """Rewrite max(u, 0) + log(1 + exp(-|u|))."""
    for monomial, k in some.items():
        match atom(monomial):
            case Call("max", (Number(0.0), u)) | Call("max", (u, Number(0.0))):
                for second, v, other in calls(some, "softplus", variable):
                    sizes = [{single(Call("abs", (w,))): Fraction(-1)} for w in (u, opposite(u))]
                    if k == other and terms(v) in sizes:
                        return added(without(some, monomial, second), one("softplus", u, k))
    return None
