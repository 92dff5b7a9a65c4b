"""Fonts that have every character of a figure, found before it is drawn, and the widths of texts in them."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterable
from dataclasses import replace

from matplotlib.cbook import is_math_text
from matplotlib.font_manager import FontProperties, findfont, findSystemFonts, fontManager, get_font
from matplotlib.textpath import text_to_path

from lossplot._errors import LossplotError, RequestError, option_words, quote, suggest
from lossplot._figure.layout.boxes import POINT, Face, Measure
from lossplot._formats.letters import FACES, FALLBACK, FAMILY, INTER, MEDIUM, REGULAR, REGULAR_NAME, STIX
from lossplot._formats.mpl.faces import ITALIC, add_inter

DEFAULT = FAMILY
# Where mathtext looks for what the font of a text lacks.
MATH = (FAMILY, STIX)
# Fonts for what the default lacks, those made for it first.
CANDIDATES = (
    *(f"Noto Sans CJK {region}" for region in ("SC", "TC", "HK", "JP", "KR")),
    *("Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Droid Sans Fallback", "Arial Unicode MS"),
)
# These have a box with its code for any character, which is no help to a reader.
_EMPTY = ("Last Resort High-Efficiency", "Last Resort")
# The code points of Chinese, Japanese and Korean.
_CJK = ((0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


def choose(text: str, font: str | None, preferred: Iterable[str] = (), beside_math: str = "") -> tuple[str, ...]:
    """Return the font families to draw `text` in, each character in the first that has it.

    `font` comes first; if it is None, the first of those `preferred` that is installed.  The part of `text` that
    stands `beside_math` is all drawn in the first family, or in a font for mathematics, so that it must have the rest.
    Raises RequestError if no installed font is called so, LossplotError if none has some character.
    """
    preferred = [*preferred]
    add_inter()
    if font or set(preferred) - {STIX} or lacking(text + beside_math, [DEFAULT, FALLBACK]):
        _update_once()
    installed = _families()
    first = (
        _installed_name(font)
        if font
        else next((installed[n.lower()] for n in preferred if n.lower() in installed), DEFAULT)
    )
    if stranded := lacking(beside_math, [first, *MATH]):
        if font:
            wrong = f"{first} lacks {_codes(stranded)}, which stand beside formulas; choose another "
            raise LossplotError(wrong, option_words("font"))
        first = _best_for(stranded)
        if stranded := lacking(beside_math, [first, *MATH]):
            raise _none_has(stranded)
    families = [*dict.fromkeys([first, FALLBACK])]
    while missing := lacking(text, families):
        # Last, so that what the others have looks as it does in any figure.
        families.append(_best_for(missing))
    for family in families:
        _add_medium(family)
        _add_italic(family)
    _put_first(families)
    return tuple(families)


def _add_medium(family: str) -> None:
    """Let the regular face of `family` be its medium one too if it has none, which matplotlib would log."""
    entries = [entry for entry in fontManager.ttflist if entry.name == family and entry.style == "normal"]
    if not any(entry.weight == MEDIUM for entry in entries):
        regular = findfont(FontProperties(family=[family]))
        fontManager.ttflist += [replace(entry, weight=MEDIUM) for entry in entries if entry.fname == regular]


def _add_italic(family: str) -> None:
    """Let the italic face of `family` be Inter's if it has none, as those of Chinese have."""
    if not any(entry.name == family and entry.style in ("italic", "oblique") for entry in fontManager.ttflist):
        fontManager.ttflist.append(replace(ITALIC, name=family))


def _put_first(families: Iterable[str]) -> None:
    """Let the faces of `families` lead matplotlib's list, which it goes through until one fits exactly.

    One fits exactly if it has the weight that is asked for by name.
    """
    entries = fontManager.ttflist
    first = [entry for family in families for entry in entries if entry.name == family]
    if entries[: len(first)] != first or any(entry.weight == REGULAR for entry in first):
        others = [entry for entry in entries if entry not in first]
        entries[:] = [*(replace(e, weight=REGULAR_NAME) if e.weight == REGULAR else e for e in first), *others]


def borrows_italic(family: str) -> bool:
    """Return True if the italic face of `family` is Inter's, as `choose` has it."""
    return any(entry.name == family != FAMILY and entry.fname == ITALIC.fname for entry in fontManager.ttflist)


def measure_in(families: tuple[str, ...]) -> Measure:
    """Return a measure of texts drawn in `families`."""

    @functools.cache
    def measure(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
        font = FontProperties(family=[*families], size=size, **FACES[face])
        # As where it is drawn: an odd number of dollars are just dollars.
        return float(text_to_path.get_text_width_height_descent(text, font, math and is_math_text(text))[0]) * POINT

    return measure


def _installed_name(font: str) -> str:
    """Return the family called `font`, in any case.  Raises RequestError with the nearest names."""
    if font.lower() not in (families := _families()):
        _update()
        families = _families()
    if font.lower() not in families:
        hint = suggest(font, families.values()) or "'fc-list : family' shows what is installed"
        raise RequestError(f"no installed font is called {quote(font)}; {hint}")
    return families[font.lower()]


def _families() -> dict[str, str]:
    """Return the families that there are, by their names in small letters."""
    there = {entry.name.lower(): entry.name for entry in fontManager.ttflist if entry.name not in (*_EMPTY, FAMILY)}
    return there | {INTER.lower(): FAMILY}


@functools.cache
def _update_once() -> None:
    """Make fonts independent of how old matplotlib's list is; who draws in the default font alone need not wait."""
    _update()


def _update() -> None:
    """Find the fonts installed since matplotlib made its list, and forget those removed."""
    fontManager.ttflist[:] = [entry for entry in fontManager.ttflist if os.path.exists(entry.fname)]
    listed = {entry.fname for entry in fontManager.ttflist}
    for path in sorted(set(findSystemFonts()) - listed):
        with contextlib.suppress(RuntimeError, OSError):
            fontManager.addfont(path)


def lacking(text: str, families: Iterable[str]) -> list[str]:
    """Return the characters of `text` that none of `families` has, each once, in their order."""
    fonts = [get_font(findfont(FontProperties(family=[family]))) for family in families]
    return [c for c in dict.fromkeys(text) if not any(font.get_char_index(ord(c)) for font in fonts)]


def _best_for(characters: list[str]) -> str:
    """Return the installed family that has the most of `characters`.  Raises LossplotError if none has any."""
    if family := _best_listed(characters):
        return family
    _update()
    if family := _best_listed(characters):
        return family
    raise _none_has(characters)


def _best_listed(characters: list[str]) -> str | None:
    """Return the family that has the most of `characters`, if any has some: the first of the candidates that tie."""
    installed = {entry.name for entry in fontManager.ttflist if entry.size == "scalable" and entry.name not in _EMPTY}
    best, fewest = None, len(characters)
    for family in [*(each for each in CANDIDATES if each in installed), *sorted(installed.difference(CANDIDATES))]:
        count = len(lacking("".join(characters), [family]))
        if count < fewest:
            best, fewest = family, count
        if not count:
            break
    return best


def _codes(characters: list[str]) -> str:
    codes = ", ".join(f"U+{ord(character):04X}" for character in characters[:8])
    return f"{codes}, ..." if len(characters) > 8 else codes


def _none_has(characters: list[str]) -> LossplotError:
    package = "cjk" if any(low <= ord(characters[0]) <= high for low, high in _CJK) else "core"
    return LossplotError(
        f"no installed font has {_codes(characters)}; install fonts-noto-{package}, choose a font with ",
        option_words("font"),
        ", or leave them out",
    )
