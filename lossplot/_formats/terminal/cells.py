"""Coloured text in the cells of a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len

# A text and the number of its colour among the terminal's 256; None for the terminal's own.
Span = tuple[str, int | None]

# The cells that a text takes: two a character for Chinese, Japanese and Korean, none for what joins another.
width = cell_len


def fitted(text: str, cells: int) -> str:
    """Return as much of `text` as `cells` hold, ending in an ellipsis if cut; nothing in it moves the cursor."""
    text = "".join(character if character.isprintable() else "\ufffd" for character in text)
    if width(text) <= cells:
        return text
    while text and width(text) >= cells:
        text = text[:-1]
    return f"{text}…"


def centred(text: str, middle: int, cells: int) -> str:
    """Return `text` around column `middle` of a line of `cells`, moved as far aside as it must to stay on it."""
    text = fitted(text, cells)
    start = min(middle - width(text) // 2, cells - width(text))
    return " " * start + text


def painted(spans: Iterable[Span]) -> str:
    """Return `spans` as one line with escape sequences for their colours, without spaces at its end."""
    line, blank = "", ""
    for colour, group in groupby(spans, key=lambda span: span[1]):
        text = "".join(part for part, _ in group)
        bare = text.rstrip(" ")
        if bare:
            line += blank + (bare if colour is None else f"\x1b[38;5;{colour}m{bare}\x1b[39m")
            blank = ""
        blank += text[len(bare) :]
    return line
