"""Stand-ins for characters that a stream's encoding lacks: γ as gamma, ≤ as <=, Braille as the nearest stroke."""

from __future__ import annotations

import codecs
import unicodedata
from itertools import groupby

# The name of the error handler, for the `errors` of a stream.
LOOKALIKES = "lossplot.lookalikes"

# ASCII -> the characters that it stands for.
_LOOKALIKES = {
    "-": "\u2212\u2010\u2011\u2013─━┈",
    "--": "\u2014",
    "*": "·●•◆",
    "o": "○◇",
    "#": "■▪",
    "x": "×",
    "/": "÷\u2044",
    "'": "\u2032\u2018\u2019",
    '"': "\u2033\u201c\u201d«»",
    "...": "…",
    "|": "│┃",
    ":": "┊",
    "+": "┤├┬┴┼└┘┌┐",
    "<=": "≤",
    ">=": "≥",
    "!=": "≠",
    "~": "≈",
    "+-": "±",
    "->": "→↦",
    "<-": "←",
    "inf": "∞",
    "sqrt": "√",
    "sum": "∑",
    " in ": "∈",
    " ": "\u00a0",
}
_ASCII = {character: ascii_ for ascii_, characters in _LOOKALIKES.items() for character in characters}
_GREEK, _BRAILLE, _BRAILLE_END = "GREEK SMALL LETTER ", 0x2800, 0x2900
# The column and the row of the dot that each bit of a Braille character stands for.
_DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))


def register() -> None:
    """Make the error handler known to Python."""
    codecs.register_error(LOOKALIKES, _handle)


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return ascii_text(error.object[error.start : error.end]), error.end


def ascii_text(text: str) -> str:
    """Return `text` in ASCII: what looks like it, or a backslash escape where nothing does."""
    words = ""
    for is_raised, group in groupby(text, key=lambda each: unicodedata.decomposition(each).startswith("<super>")):
        words += "^" * is_raised + "".join(map(_ascii, group))
    return words


def _ascii(character: str) -> str:
    code = ord(character)
    if code < 0x80:
        return character
    if _BRAILLE <= code < _BRAILLE_END:
        return _stroke(code - _BRAILLE)
    if character in _ASCII:
        return _ASCII[character]
    name = unicodedata.name(character, "")
    if name.startswith(_GREEK):
        return name.removeprefix(_GREEK).split()[0].lower()
    tag, _, codes = unicodedata.decomposition(character).partition(" ")
    if tag.startswith("<"):  # a raised, lowered, wide or joined form of other characters
        return "".join(_ascii(chr(int(each, 16))) for each in codes.split())
    return character.encode("ascii", "backslashreplace").decode()


def _stroke(bits: int) -> str:
    """Return the character of ASCII that is most like a cell of Braille dots, four high."""
    dots = [dot for bit, dot in enumerate(_DOTS) if bits >> bit & 1]
    if not dots:
        return " "
    rows = [row for _, row in dots]
    left, right = ([row for column, row in dots if column == side] for side in (0, 1))
    if max(rows) - min(rows) < 2:
        middle = sum(rows) / len(rows)
        return (
            ("'" if len(dots) == 1 else '"')
            if middle < 1.0
            else "-"
            if middle <= 2.0
            else "."
            if len(dots) == 1
            else "_"
        )
    if not left or not right:
        return "|"
    lean = sum(left) / len(left) - sum(right) / len(right)
    return "/" if lean > 0.0 else "\\" if lean < 0.0 else "#" if len(dots) > 6 else "|"
