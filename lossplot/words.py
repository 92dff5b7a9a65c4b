"""Words that a user typed: quoted for a message, read as numbers, checked before they are drawn."""

from __future__ import annotations

import math
import unicodedata

from lossplot.errors import RequestError

MAX_TEXT = 500
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def quote(text: str) -> str:
    """Return `text` as it may stand in a message: quoted, printable ASCII, at most 60 characters."""
    shown = ascii(text)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def quote_value(value: object) -> str:
    """Return any value of a Python program as it may stand in a message."""
    try:
        return quote(repr(value))
    except Exception:  # a number of ten thousand digits has no repr, and an object of the caller's a broken one
        return f"that {type(value).__name__}"


def is_number(text: str) -> bool:
    """Whether `text` is a decimal number, finite or infinite."""
    try:
        return text.isascii() and "_" not in text and not math.isnan(float(text))
    except ValueError:
        return False


def read_number(text: str, what: str) -> float:
    """The finite number that `text` says; `what` names it in the RequestError if it does not."""
    if not is_number(text) or math.isinf(float(text)):
        raise RequestError(f"{what} {quote(text)} is not a number; write one such as 0.5 or 1e-3")
    return float(text)


def check_text(text: str, what: str) -> str:
    """`text`, with tabs made spaces, if a figure can hold it.

    Raises RequestError for control characters, halves of surrogate pairs, non-characters and
    marks that reverse the text around them: XML cannot hold some, and the others make text lie.
    """
    text = text.replace("\t", " ")
    if len(text) > MAX_TEXT:
        raise RequestError(f"the {what} has {len(text)} characters; the most is {MAX_TEXT}")
    check_characters(text, what)
    return text


def check_characters(text: str, what: str) -> None:
    """Raise RequestError for characters that a figure or its record cannot hold, as `check_text` does."""
    if text.isascii() and text.isprintable():
        return
    for position, character in enumerate(text, 1):
        code = ord(character)
        unsafe = unicodedata.category(character) in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE
        if unsafe or 0xFDD0 <= code <= 0xFDEF or character in _DIRECTION_MARKS:
            raise RequestError(
                f"{what} {quote(text)} has the character U+{code:04X} at position {position}, "
                "which cannot be drawn; remove it"
            )
