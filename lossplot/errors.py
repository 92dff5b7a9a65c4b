"""The errors that users meet, and what their messages need."""

from __future__ import annotations

import math
import shlex
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class LossplotError(Exception):
    """It could not be done: a file, a disk, memory.  Its text is one line: what is wrong; what to do."""

    exit_code = 1


class RequestError(LossplotError):
    """The request itself is wrong: a name, an option, a value, a formula."""

    exit_code = 2


MAX_TEXT = 500
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def quote(text: str) -> str:
    """Return `text` as it may stand in a message: quoted, printable ASCII, at most 60 characters."""
    shown = ascii(text)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def shell_command(words: Iterable[str]) -> str:
    """`words` as a line that a shell takes for them, with nothing in it that a terminal would follow or hide.

    Characters that cannot be seen, or turn the direction of others, are written by their bytes; bash, ksh and zsh
    read those, and so does what follows POSIX of 2024.
    """
    return " ".join(shlex.quote(word) if all(map(_is_plain, word)) else _in_bytes(word) for word in words)


def _is_plain(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _in_bytes(word: str) -> str:
    escaped = (
        f"\\{character}" if character in "\\'" else character if _is_plain(character) else _octal(character)
        for character in word
    )
    return f"$'{''.join(escaped)}'"


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode())


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


def read_choice(text: str, choices: Sequence[str], option: str) -> str:
    """Return `text` in lower case.  Raises RequestError unless it is one of `choices`; `option` names it there."""
    if text.lower() not in choices:
        hint = suggest(text.lower(), choices) or f"choose {', '.join(choices[:-1])} or {choices[-1]}"
        raise RequestError(f"{option} {quote(text)} is unknown; {hint}")
    return text.lower()


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return `did you mean 'a' or 'b'?`, or an empty text if no choice resembles `word`."""
    near = get_close_matches(word[:60], sorted(set(choices)), n=2, cutoff=0.7)
    return "did you mean " + " or ".join(f"'{name}'" for name in near) + "?" if near else ""


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
