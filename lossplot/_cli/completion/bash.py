"""Command lines of bash, which hands them over as they were typed, and replaces words from their last break."""

from __future__ import annotations

from dataclasses import dataclass

# What bash takes for something else unless a backslash stands before it.
_SPECIAL = frozenset(" \t\n\"'\\`$&|;()<>*?[]{}!#~")


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a line up to the cursor, without their quotes.

    `quote` is the quotation mark that is open at the cursor, or empty.  The first `kept` characters of the last word
    stay when bash replaces it: it breaks words at more than spaces, outside quotes.
    """

    words: tuple[str, ...]
    quote: str
    kept: int


def read_line(line: str, breaks: str) -> Typed:
    """Read a line of bash, which may end in the middle of a word, with the `breaks` of COMP_WORDBREAKS."""
    words: list[str] = []
    word: list[str] | None = None
    quote, kept = "", 0
    characters = iter(line)
    for character in characters:
        if quote:
            if character == quote:
                quote = ""
            elif character == "\\" and quote == '"':
                word = [*(word or []), next(characters, "")]
            else:
                word = [*(word or []), character]
        elif character in " \t\n":
            words += ["".join(word)] if word is not None else []
            word, kept = None, 0
        elif character in "\"'":
            quote, word = character, word or []
        elif character == "\\":
            word = [*(word or []), next(characters, "")]
        else:
            word = [*(word or []), character]
            if character in breaks:
                kept = len(word)
    words.append("".join(word or []))
    return Typed(tuple(words), quote, 0 if quote else kept)


def quoted(word: str, quote: str) -> str:
    """Return `word` as it has to stand in a line of bash, after an open `quote` if there is one."""
    if quote:
        return word
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in word)
