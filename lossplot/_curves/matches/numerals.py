"""Numbers as people write them: what a computed number is when it is a short decimal, a fraction or a root."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lossplot._formula.notation.letters import number
from lossplot._losses import Parameter

MOST_DIGITS = 9
# To this share a fit finds a parameter.
FITTED = 3e-7
_LARGEST_DENOMINATOR = 64
# What a number without a short form costs, in digits.
UNKNOWN = 17
# And what one costs that stands in the formula.
OWN, _PREFERRED = 3, 0.25
_ROUNDING = 1e-13


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, how it is written, and how many digits that takes."""

    value: float
    words: str
    digits: float


def numeral(value: float, share: float, own: Collection[float] = ()) -> Numeral:
    """Return the number with the fewest digits within the relative distance `share` of `value`; else `value` itself.

    The sizes in `own` stand in the formula, which makes them as good as short ones.
    """
    found = [each for each in _forms(value) if abs(each.value - value) <= share * abs(value)]
    for size in own:
        if abs(size - abs(value)) <= max(share, _ROUNDING) * size:
            near = math.copysign(size, value)
            best = min([*found, Numeral(near, number(near), OWN)], key=lambda each: each.digits)
            found.append(Numeral(best.value, best.words, best.digits - _PREFERRED))
    return min(found, key=lambda each: each.digits, default=Numeral(value, number(value), UNKNOWN))


def of_parameters(
    parameters: Sequence[Parameter], values: Sequence[float], own: Collection[float] = ()
) -> list[Numeral]:
    """The numerals of values that parameters were found to have; those at their defaults cost nothing."""
    return [
        Numeral(value, number(value), 0) if value == each.default else _fitting(each, value, own)
        for each, value in zip(parameters, values, strict=True)
    ]


def _fitting(parameter: Parameter, value: float, own: Collection[float]) -> Numeral:
    short = numeral(value, FITTED, own)
    return short if short.value in parameter else Numeral(value, number(value), UNKNOWN)


def _forms(value: float) -> Iterator[Numeral]:
    """Short decimals, fractions and roots near `value`."""
    if value == 0.0 or not math.isfinite(value):
        yield Numeral(value, number(value), 1)
        return
    for digits in range(1, MOST_DIGITS + 1):
        rounded = float(f"{value:.{digits - 1}e}")
        yield Numeral(rounded, number(rounded), digits)
    if fraction := _fraction(value):
        yield fraction
    inner = _fraction(value * value) or next(_decimals(value * value), None)
    if inner and inner.value > 0.0:
        sign = "-" if value < 0.0 else ""
        yield Numeral(math.copysign(math.sqrt(inner.value), value), f"{sign}sqrt({inner.words})", inner.digits + 2)


def _fraction(value: float) -> Numeral | None:
    if not 1e-6 < abs(value) < 1e6:
        return None
    ratio = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    close = ratio and abs(float(ratio) - value) <= 1e-8 * abs(value)
    return Numeral(float(ratio), str(ratio), len(str(ratio).strip("-"))) if close else None


def _decimals(value: float) -> Iterator[Numeral]:
    for digits in range(1, 7):
        rounded = float(f"{value:.{digits - 1}e}")
        if abs(rounded - value) <= 1e-8 * abs(value):
            yield Numeral(rounded, number(rounded), digits)
