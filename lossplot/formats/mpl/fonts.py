"""Fonts that have every character of a figure, found before it is drawn, and the widths of texts in them."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterable

from matplotlib.cbook import is_math_text
from matplotlib.font_manager import FontProperties, findfont, findSystemFonts, fontManager, get_font
from matplotlib.textpath import text_to_path

from lossplot.errors import LossplotError, RequestError, quote, suggest
from lossplot.figure.layout.boxes import POINT, Measure

DEFAULT = "DejaVu Sans"
# Where mathtext looks for what the font of a text lacks.
_MATH = (DEFAULT, "STIXGeneral")
# Fonts for what the default lacks, those made for it first.
CANDIDATES = (
    *(f"Noto Sans CJK {region}" for region in ("SC", "TC", "HK", "JP", "KR")),
    *("Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Droid Sans Fallback", "Arial Unicode MS"),
)
# What shows a box with the code of any character is no font for it.
_EMPTY = ("Last Resort High-Efficiency", "Last Resort")
# Which package has a font for the characters from one code point to another.
_PACKAGES = (
    (0x2E80, 0xD7FF, "fonts-noto-cjk"),
    (0xF900, 0xFAFF, "fonts-noto-cjk"),
    (0x20000, 0x3FFFF, "fonts-noto-cjk"),
)
_OTHER_PACKAGE = "fonts-noto-core"


def choose(text: str, wanted: str | None, preferred: Iterable[str] = (), beside_math: str = "") -> tuple[str, ...]:
    """The font families to draw `text` in, each character in the first that has it.

    `wanted` comes first; if there is none, the first of those `preferred` that is installed.  What of `text`
    stands `beside_math` is all drawn in the first, or in a font for mathematics, so that it must have the rest.
    Raises RequestError if no installed font is called so, LossplotError if none has some character.
    """
    preferred = [*preferred]
    if wanted or preferred or _lacking(text + beside_math, [DEFAULT]):
        _look_once()
    first = _installed_name(wanted) if wanted else _first_installed(preferred)
    if stranded := _lacking(beside_math, [first, *_MATH]):
        if wanted:
            raise LossplotError(
                f"{first} lacks {_listed(stranded)}, which stand beside formulas; choose another --font"
            )
        first = _best_for(stranded) or _best_for(stranded, look_again=True) or first
        if stranded := _lacking(beside_math, [first, *_MATH]):
            raise LossplotError(_complaint(stranded))
    families = [*dict.fromkeys([first, DEFAULT])]
    lacking = _lacking(text, families)
    while lacking:
        found = _best_for(lacking) or _best_for(lacking, look_again=True)
        if not found:
            raise LossplotError(_complaint(lacking))
        # Ahead of the default, so that a line is not a patchwork of two.
        families.insert(-1, found)
        lacking = _lacking(text, families)
    return tuple(families)


def measure_in(families: tuple[str, ...]) -> Measure:
    """A measure of texts drawn in `families`."""

    @functools.cache
    def measure(text: str, size: float, math: bool = False) -> float:
        # As where it is drawn: an odd number of dollars are just dollars.
        math = math and bool(is_math_text(text))
        font = FontProperties(family=[*families], size=size)
        # An odd number of dollars are just dollars.
        return float(text_to_path.get_text_width_height_descent(text, font, math and is_math_text(text))[0]) * POINT

    return measure


def _installed_name(wanted: str) -> str:
    """The family called `wanted`, in any case.  Raises RequestError with the nearest names."""
    known = _known()
    if wanted.lower() not in known:
        _look_again()
        known = _known()
    if wanted.lower() not in known:
        hint = suggest(wanted, known.values()) or "'fc-list : family' shows what is installed"
        raise RequestError(f"no installed font is called {quote(wanted)}; {hint}")
    return known[wanted.lower()]


def _first_installed(preferred: Iterable[str]) -> str:
    installed = set(_known().values())
    return next((name for name in preferred if name in installed), DEFAULT)


def _known() -> dict[str, str]:
    """The names of the families, by themselves in small letters."""
    return {entry.name.lower(): entry.name for entry in fontManager.ttflist if entry.name not in _EMPTY}


@functools.cache
def _look_once() -> None:
    """Bring matplotlib's list up to date, so that the same fonts are found however old it is, and whatever came before.

    Who draws in the default font alone need not wait for it.
    """
    _look_again()


def _look_again() -> None:
    """Find the fonts installed since matplotlib made its list, and forget those removed."""
    fontManager.ttflist[:] = [entry for entry in fontManager.ttflist if os.path.exists(entry.fname)]
    known = {entry.fname for entry in fontManager.ttflist}
    for path in sorted(set(findSystemFonts()) - known):
        with contextlib.suppress(RuntimeError, OSError):
            fontManager.addfont(path)


def _lacking(text: str, families: Iterable[str]) -> list[str]:
    """The characters that none of `families` has."""
    fonts = [get_font(findfont(FontProperties(family=[family]))) for family in families]
    return [c for c in dict.fromkeys(text) if not any(font.get_char_index(ord(c)) for font in fonts)]


def _best_for(characters: list[str], look_again: bool = False) -> str | None:
    """The installed family that has the most of `characters`, if any has some: the first of the candidates that tie.

    `look_again` finds fonts installed since matplotlib made its list.
    """
    if look_again:
        _look_again()
    installed = {entry.name for entry in fontManager.ttflist if entry.size == "scalable" and entry.name not in _EMPTY}
    others = sorted(installed.difference(CANDIDATES))
    best, fewest = None, len(characters)
    for family in [*(family for family in CANDIDATES if family in installed), *others]:
        count = len(_lacking("".join(characters), [family]))
        if count < fewest:
            best, fewest = family, count
        if not count:
            break
    return best


def _listed(characters: list[str]) -> str:
    shown = ", ".join(f"U+{ord(character):04X}" for character in characters[:8])
    return f"{shown}, ..." if len(characters) > 8 else shown


def _complaint(missing: list[str]) -> str:
    code = ord(missing[0])
    package = next((name for low, high, name in _PACKAGES if low <= code <= high), _OTHER_PACKAGE)
    return f"no installed font has {_listed(missing)}; install {package}, choose a font with --font, or leave them out"
