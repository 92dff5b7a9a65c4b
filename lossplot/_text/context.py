"""Numbers and places in the words of a language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot._text.language import Language

# More places than this are summed up.
MOST_PLACES = 4
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True, slots=True)
class Context:
    """Language, variable of the axis and ends of the view, on which sentences depend.

    Of a line that is `even` only the right half is described: each place but zero stands for two.
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
        return f"{self.variable} = {'±' if self.even and x else ''}{self.number(x)}"

    def places(self, xs: Sequence[float], descriptions: Sequence[str] | None = None) -> str:
        """`m = −1 and m = 1`, or their `descriptions`; of many places the count, the first and the last."""
        if len(xs) > MOST_PLACES:
            plain = replace(self, even=False)
            every = sorted({*xs, *(-x for x in xs)} if self.even else xs)
            first, last = plain.place(every[0]), plain.place(every[-1])
            return self.language("{n} points from {first} to {last}", n=len(every), first=first, last=last)
        return self.language.listed(descriptions or [self.place(x) for x in xs])

    def at_places(self, xs: Sequence[float], one: str, several: str, **values: str) -> str:
        """The message `one` or `several`, by how many places those at `xs` are, with `{places}` filled in."""
        alone = len(xs) == 1 and not (self.even and xs[0])
        return self.language(one if alone else several, places=self.places(xs), **values)
