"""What keeps the curves of a drawing apart: a colour of the terminal's, a dash pattern, a letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_letters

from lossplot.looks import dash

# More dash patterns than these are not told apart in dots; then each curve has a letter on it.
_TOLD_APART = 4
# Relative luminances that have a contrast of 3:1 with black and with white: the ground may be either.
_DARKEST, _LIGHTEST = 0.1, 0.3
# Greys beyond these are ink or paper; the terminal's own ink stands for both.
_INK, _PAPER = 0.02, 0.7
# A grey that stays behind.
FAINT = 244


@dataclass(frozen=True, slots=True)
class Pen:
    colour: int | None = None
    dash: tuple[float, ...] = ()
    letter: str = ""


def choose_pens(count: int, colours: Sequence[str] | None) -> tuple[Pen, ...]:
    """A pen for each of `count` curves, near to its colour, `#rrggbb`; those of one colour differ in their dashes."""
    chosen = [terminal_colour(colour) for colour in colours] if colours else [None] * count
    seen: Counter[int | None] = Counter()
    ranks = []
    for colour in chosen:
        ranks.append(seen[colour])
        seen[colour] += 1
    letters = ascii_letters if max(ranks, default=0) >= _TOLD_APART else ""
    return tuple(
        Pen(colour, dash(rank), letters[index % len(letters)] if letters else "")
        for index, (colour, rank) in enumerate(zip(chosen, ranks, strict=True))
    )


def terminal_colour(colour: str) -> int | None:
    """The nearest of the 256 colours that shows on black as on white; None, the terminal's own, for black and white."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if max(wanted) - min(wanted) < 16 and not _INK < luminance(wanted) < _PAPER:
        return None
    return min(_palette(), key=lambda code: sum((a - b) ** 2 for a, b in zip(_palette()[code], wanted, strict=True)))


@cache
def _palette() -> dict[int, tuple[int, ...]]:
    """Red, green and blue of the terminal's colours from 16 up, as xterm has them, that show on black and on white."""
    levels = (0, 95, 135, 175, 215, 255)
    cube = {
        16 + 36 * r + 6 * g + b: (levels[r], levels[g], levels[b]) for r in range(6) for g in range(6) for b in range(6)
    }
    greys = {232 + step: (8 + 10 * step,) * 3 for step in range(24)}
    return {code: rgb for code, rgb in {**cube, **greys}.items() if _DARKEST <= luminance(rgb) <= _LIGHTEST}


def luminance(rgb: Sequence[int]) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG 2 has it."""
    parts = [value / 255.0 for value in rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
