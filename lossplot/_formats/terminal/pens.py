"""Pens that tell the curves of a drawing apart: a colour of the terminal's, a dash pattern, a letter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from string import ascii_letters

from lossplot._figure.looks import dash
from lossplot._figure.looks.ramps import rgb_of, to_light, to_oklab

# The most dash patterns that differ visibly in dots; with more, each curve has a letter on it.
_MOST_DASHES = 4
# Relative luminances that have a contrast of 3:1 with black and with white: the ground may be either.
_DARKEST, _LIGHTEST = 0.1, 0.3
# Colours whose parts differ by less are greys.
_GREY = 16
# The weight of a difference in lightness beside one in hue.
_LIGHTNESS = 0.05
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
    """Return a pen for each curve, near to its colour, `#rrggbb`; those of one colour differ in their dashes."""
    codes: list[int | None] = [terminal_colour(colour) for colour in colours] if colours else [None] * count
    ranks = [codes[:at].count(code) for at, code in enumerate(codes)]
    letters = ascii_letters if max(ranks, default=0) >= _MOST_DASHES else ""
    return tuple(
        Pen(colour, dash(rank), letters[index % len(letters)] if letters else "")
        for index, (colour, rank) in enumerate(zip(codes, ranks, strict=True))
    )


def terminal_colour(colour: str) -> int | None:
    """Return the one of the 256 colours most like `colour` that shows on black and white; None for ink or paper.

    It is the nearest in Oklab, where lightness counts for little: it keeps its hue rather than its lightness.
    """
    rgb = rgb_of(colour)
    if max(rgb) - min(rgb) < _GREY and not _INK < _luminance(rgb) < _PAPER:
        return None
    light, *hue = to_oklab(rgb)

    def difference(code: int) -> float:
        its_light, *its_hue = _palette()[code]
        return _LIGHTNESS * (its_light - light) ** 2 + math.dist(its_hue, hue) ** 2

    return min(_palette(), key=difference)


@cache
def _palette() -> dict[int, list[float]]:
    """The terminal's colours from 16 up, as xterm has them, in Oklab: those that show on black and on white."""
    cube = enumerate(product((0, 95, 135, 175, 215, 255), repeat=3), 16)
    greys = ((232 + step, (8 + 10 * step,) * 3) for step in range(24))
    return {code: to_oklab(rgb) for code, rgb in chain(cube, greys) if _DARKEST <= _luminance(rgb) <= _LIGHTEST}


def _luminance(rgb: Sequence[int]) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG 2 has it."""
    red, green, blue = to_light(rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
