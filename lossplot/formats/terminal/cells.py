"""Coloured text in the cells of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

# A text and the number of its colour among the terminal's 256; None is the terminal's own.
Span = tuple[str, int | None]

_NO_CELL = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """How many cells `text` takes: two a character for Chinese, Japanese and Korean, none for what joins another."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in _NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def fitted(text: str, cells: int) -> str:
    """As much of `text` as `cells` hold, ending in an ellipsis if that is not all; nothing in it moves the cursor."""
    text = "".join(character if character.isprintable() else "\ufffd" for character in text)
    if width(text) <= cells:
        return text
    while text and width(text) >= cells:
        text = text[:-1]
    return f"{text}…"


def centred(text: str, middle: int, cells: int) -> str:
    """`text` around column `middle` of a line of `cells`, moved as far aside as it must to stay on it."""
    text = fitted(text, cells)
    start = min(middle - width(text) // 2, cells - width(text))
    return " " * start + text


def painted(spans: Iterable[Span]) -> str:
    """The line that `spans` make, without spaces at its end."""
    line, blank = "", ""
    for colour, group in groupby(spans, key=lambda span: span[1]):
        text = "".join(part for part, _ in group)
        bare = text.rstrip(" ")
        if bare:
            line += blank + (bare if colour is None else f"\x1b[38;5;{colour}m{bare}\x1b[39m")
            blank = ""
        blank += text[len(bare) :]
    return line
