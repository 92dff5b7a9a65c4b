"""Numbers and places, said in a language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot.text.language import Language

# More places than this are summed up.
MOST_PLACES = 4
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True, slots=True)
class Teller:
    """A language, the variable of the axis, and the ends of the view.

    Of a line that is `even` only the right half is told: each place but zero stands for two.
    """

    language: Language
    variable: str
    left: float
    right: float
    even: bool = False

    def number(self, value: float) -> str:
        """Four digits of `value`: a decimal, or a multiple of a power of ten."""
        if math.isinf(value):
            return self.language("infinity" if value > 0.0 else "minus infinity")
        value = float(f"{value:.4g}") + 0.0
        if value == 0.0 or 1e-4 <= abs(value) < 1e6:
            return (f"{value:.4g}" if abs(value) < 1e4 else f"{value:.0f}").replace("-", "−")
        mantissa, exponent = f"{value:.3e}".split("e")
        return f"{float(mantissa):g} × 10{str(int(exponent)).translate(_SUPERSCRIPTS)}".replace("-", "−")

    def place(self, x: float) -> str:
        """`m = −1`."""
        return f"{self.variable} = {'±' if self.even and self.number(x) != '0' else ''}{self.number(x)}"

    def count(self, xs: Sequence[float]) -> int:
        """How many places those at `xs` are."""
        return sum(2 if self.even and x else 1 for x in xs)

    def places(self, xs: Sequence[float], words: Sequence[str] | None = None) -> str:
        """`m = −1 and m = 1`, or in their own `words`; of many, how many and where the first and last are."""
        if len(xs) > MOST_PLACES:
            plain = replace(self, even=False)
            every = sorted({*xs, *(-x for x in xs)} if self.even else xs)
            first, last = plain.place(every[0]), plain.place(every[-1])
            return self.language("{n} points from {first} to {last}", n=len(every), first=first, last=last)
        return self.language.listed(words or [self.place(x) for x in xs])
