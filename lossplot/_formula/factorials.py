"""Factorials in decimal arithmetic, as exact as its precision."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache
from math import comb

# The series is used from here on, where so many of its terms are as good as the digits of doubles.  Of a number next to
# zero as many digits count as it has zeros.
_FROM, _TERMS, _DIGITS = 40, 25, 220
_PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899")


@lru_cache(maxsize=256)
def stirling_gap(y: float) -> float:
    """Compute log(y!) - y log(y) + y, which is zero for y = 0 and grows as the logarithm of y, for y >= 0."""
    if not y:
        return 0.0
    with localcontext(Context(prec=_DIGITS)):
        number = Decimal(y)
        # What the series lacks is nearly the same at 0, where the factorial is 1.
        base = _log_factorial(Decimal(0)) if y < 1.0 else Decimal(0)
        return float(_log_factorial(number) - base - number * number.ln() + number)


def _log_factorial(y: Decimal) -> Decimal:
    product = Decimal(1)
    while y < _FROM:
        y += 1
        product *= y
    series = sum((coefficient / y ** (2 * k - 1) for k, coefficient in enumerate(_series(), 1)), Decimal(0))
    return y * y.ln() - y + (2 * _PI * y).ln() / 2 + series - product.ln()


@cache
def _series() -> tuple[Decimal, ...]:
    """Return the coefficients B(2 k)/(2 k (2 k - 1)) of Stirling's series, B being Bernoulli's numbers."""
    numbers = [Fraction(1)]
    for n in range(1, 2 * _TERMS + 1):
        numbers.append(-sum((comb(n + 1, k) * numbers[k] for k in range(n)), Fraction(0)) / (n + 1))
    shares = (numbers[2 * k] / (2 * k * (2 * k - 1)) for k in range(1, _TERMS + 1))
    return tuple(Decimal(share.numerator) / Decimal(share.denominator) for share in shares)
