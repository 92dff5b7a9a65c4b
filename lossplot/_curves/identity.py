"""Identities of curves: where one is a multiple of another by their formulas, and not only as far as doubles can tell.

Two formulas that are analytic on a stretch are the same there if they are on a part of it.  So the values of both are
compared, to dozens of digits, between all their changes, at the changes, and at every size that the numbers of the
formulas make: two of them that differ do so by more than that at a size of theirs.  That is as good as a proof for
formulas of this language, and whatever cannot be computed so is not held to be the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from functools import cache, lru_cache
from itertools import pairwise

from lossplot._curves.axes import mirrored, onto_axis
from lossplot._curves.curve import Curve
from lossplot._formula.derivative import derivative
from lossplot._formula.exact import decimal, evaluate_exactly
from lossplot._formula.parity import EVEN, ODD, parity
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Call, Number, Tree, numbers_in

Span = tuple[float, float]

EVERYWHERE: Span = (-math.inf, math.inf)
# Values agree if so many digits do.  They are computed with more, and with many more where these cancel.
AGREE = Decimal("1e-40")
DIGITS = (80, 320)
# A ratio is rounded to so many digits, so that 1 is 1.
_ROUND = 50
# What is less than this with many digits may be what is left where all of them cancel.
_NOTHING = Decimal("1e-250")
# Ranges in which the changes of a formula are looked for.
_REACHES = (1e-3, 1.0, 50.0, 1e3, 1e6, 1e12)
# Points at which curves that differ do so first, and shares of a stretch.
_FIRST = tuple(map(Decimal, ("0.3371", "-0.6193", "0.0713", "1.7137", "-1.3719", "3.1173", "-7.9333", "0.9127")))
_SHARES = tuple(map(Decimal, ("0.1373", "0.5309", "0.8711")))
_MIDDLE_FIRST = (_SHARES[1], _SHARES[0], _SHARES[2])
# The leading digits of the points around a centre, for each power of ten, up to so many powers beyond the sizes.
_LEADING = tuple(map(Decimal, ("1.3717", "4.7193")))
_BEYOND = 3


def ratio(first: Curve, second: Curve, span: Span = EVERYWHERE, order: int = 0) -> Decimal | None:
    """Return by what `second` must be multiplied to be `first` all over the inside of `span`; None if by no one number.

    It is about the derivatives of that order.  Two that are zero are once each other.
    """

    def both(x: Decimal, digits: int) -> tuple[Decimal, Decimal]:
        return _value(first, x, order, digits), _value(second, x, order, digits)

    with _arithmetic(DIGITS[-1]):
        if _inside(first, span) != _inside(second, span) or not _inside(first, span):
            return None
        if _unscaled(first) == _unscaled(second):
            return _scale(first) / _scale(second)
        fixed: Decimal | None = None
        for x in _places(first, second, span, order):
            pair = _pair(both, x, fixed)
            if pair is None:
                return None
            if fixed is None and pair[1]:
                fixed = pair[0] / pair[1]
    with _arithmetic(_ROUND):
        return Decimal(1) if fixed is None else +fixed if fixed > 0 else None


def is_even(curve: Curve, order: int, reach: float, odd: bool = False) -> bool | None:
    """Return True if the derivative of this order has the same value at -x as at x, for every x up to `reach`.

    If `odd`, the value must be the opposite.  None if that cannot be computed exactly.
    """

    def both(x: Decimal, digits: int) -> tuple[Decimal, Decimal]:
        return _value(curve, x, order, digits), _value(curve, -x, order, digits)

    if parity(_tree(curve, order), curve.axis.variable) == (ODD if odd else EVEN):
        return True
    sign = Decimal(-1 if odd else 1)
    with _arithmetic(DIGITS[-1]):
        for x in _places(curve, curve, (0.0, reach), order):
            if _value(curve, x, order, DIGITS[0]).is_nan():
                return None
            if _pair(both, x, sign) is None:
                return False
    return True


def sign_inside(curve: Curve, order: int, span: Span) -> int | None:
    """Return the sign of the derivative of this order in the middle of `span`, 0 if it is zero all over it.

    None if it cannot be computed exactly.  The formula must not change inside `span`.
    """
    with _arithmetic(DIGITS[0]):
        low, high = Decimal(span[0]), Decimal(span[1])
        for share in _MIDDLE_FIRST:
            x = low + share * (high - low)
            value = _value(curve, x, order, DIGITS[0])
            if value.is_nan():
                return None
            # What is left where all digits cancel shrinks with more of them.
            if abs(value) > AGREE or abs(_value(curve, x, order, DIGITS[-1])) > AGREE * abs(value):
                return 1 if value > 0 else -1
    return 0


def exact_value(curve: Curve, x: float, order: int, digits: int) -> Decimal:
    """Compute the value at `x`, or the derivative of this order, to so many digits; NaN where that cannot be done."""
    with _arithmetic(digits):
        return _value(curve, Decimal(x), order, digits)


# The values of two curves at a point, with so many digits.
_Both = Callable[[Decimal, int], tuple[Decimal, Decimal]]


def _pair(both: _Both, x: Decimal, fixed: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """The values at `x`, if the first is `fixed` times the second, or nothing is fixed and both are zero or neither."""
    for digits in DIGITS:
        a, b = both(x, digits)
        if not (a.is_finite() and b.is_finite()):
            return (Decimal(0), Decimal(0)) if a == b else None
        if (bool(a) == bool(b)) if fixed is None else (abs(a - fixed * b) <= AGREE * abs(a)):
            return a, b
    return (Decimal(0), Decimal(0)) if max(abs(a), abs(b)) <= _NOTHING else None


def _arithmetic(digits: int) -> AbstractContextManager[Context]:
    return localcontext(Context(prec=digits, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[]))


def _unscaled(curve: Curve) -> tuple[object, ...]:
    """All that makes a curve, but for its scale."""
    return curve.loss, curve.values, curve.moved_to, curve.chance


def _scale(curve: Curve) -> Decimal:
    """The number by which the loss of a curve is multiplied, in the digits of the arithmetic."""
    factor = curve.loss.parse(curve.library.factor if curve.library else "1")
    return evaluate_exactly(factor, _parameters(curve), DIGITS[-1]) / decimal(curve.unit)


def _parameters(curve: Curve) -> dict[str, Decimal]:
    return {name: decimal(value) for name, value in curve.parameters.items()}


@cache
def _tree(curve: Curve, order: int) -> Tree:
    """The formula of a curve, with its parameters as names, or that of a derivative."""
    tree = onto_axis(curve.loss.tree, curve.loss.axis, curve.axis)
    if curve.chance is not None:
        other = mirrored(tree, curve.axis)
        chance = Number(curve.chance)
        shares = ((chance, tree), (Call("-", (Number(1.0), chance)), other))
        tree = Call("+", (Call("*", shares[0]), Call("*", shares[1])))
    for _ in range(order):
        tree = derivative(tree, curve.axis.variable)
    return tree


# A few curves are compared with each other, at points that are often the same.
@lru_cache(maxsize=4096)
def _value(curve: Curve, x: Decimal, order: int, digits: int) -> Decimal:
    names = {**_parameters(curve), curve.axis.variable: x}
    with _arithmetic(digits):
        return evaluate_exactly(_tree(curve, order), names, digits) * _scale(curve)


def _places(first: Curve, second: Curve, span: Span, order: int) -> Iterator[Decimal]:
    """Points inside `span`, those first at which most pairs of curves differ."""
    low, high = _inside(first, span) or span
    inside = [x for x in _first_places(low, high) if low < x < high]
    yield from inside
    breaks = sorted({x for curve in (first, second) for x in _changes(curve, low, high)})
    if not order:
        yield from map(Decimal, breaks)
    ends = [*(Decimal(x) for x in (low,) if math.isfinite(x)), *map(Decimal, breaks)]
    ends += [Decimal(x) for x in (high,) if math.isfinite(x)]
    for start, end in pairwise(ends):
        yield from (start + share * (end - start) for share in _SHARES)
    sizes = {abs(x) for curve in (first, second) for x in curve.values if x and math.isfinite(x)}
    numbers = {abs(x) for curve in (first, second) for x in numbers_in(curve.tree) if math.isfinite(x)}
    centres = {Decimal(0), *ends, *(sign * Decimal(size) for size in sizes | numbers for sign in (1, -1))}
    centres = {centre for centre in centres if low <= centre <= high}
    extent = _BEYOND + math.ceil(sum(abs(math.log10(size)) for size in sizes))
    for power in range(-extent, extent + 1):
        for leading in _LEADING:
            offset = leading.scaleb(power)
            around = (centre + sign * offset for centre in centres for sign in (1, -1))
            yield from (x for x in around if low < x < high)


def _inside(curve: Curve, span: Span) -> Span | None:
    """The part of `span` in which a curve is defined, if it is more than a point."""
    low, high = max(span[0], curve.domain.low), min(span[1], curve.domain.high)
    return (low, high) if low < high else None


def _first_places(low: float, high: float) -> Iterator[Decimal]:
    if math.isfinite(low) and math.isfinite(high):
        yield from (Decimal(low) + share * (Decimal(high) - Decimal(low)) for share in _SHARES)
    else:
        start = Decimal(low) if math.isfinite(low) else Decimal(high) if math.isfinite(high) else Decimal(0)
        yield from (start + step for step in _FIRST)


@cache
def _changes(curve: Curve, low: float, high: float) -> frozenset[float]:
    """The places inside an interval where the formula of `curve` may change."""
    changes: set[float] = set()
    for reach in (*_REACHES, *(10.0 * abs(value) for value in curve.values if 0.0 < abs(value) < math.inf)):
        start, end = max(low, -reach), min(high, reach)
        with suppress(FormulaError):
            changes.update(curve.landmarks(start, end) if start < end else ())
    return frozenset(x for x in changes if low < x < high)
