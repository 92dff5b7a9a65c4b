"""Values -> Python source, laid out as the formatters of Python would, and words as comments of any source."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 88
_BRACKETS = {list: ("[", "]"), tuple: ("(", ")"), dict: ("{", "}")}


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that the source has a name for."""

    name: str


def string(text: str) -> str:
    """A literal of `text` on one line; what is not printable is escaped, so that nothing hides in it."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + "".join(_character(c, quote) for c in text) + quote


def _character(c: str, quote: str) -> str:
    if c in (quote, "\\"):
        return f"\\{c}"
    return c if c.isprintable() else c.encode("unicode_escape").decode()


def literal(value: object, indent: int = 0, start: int = 0) -> str:
    """A literal of `value`: on one line, if it fits there from column `start` on, else an element a line.

    The further lines begin `indent` columns from the left.
    """
    if not isinstance(value, (list, tuple, dict)):
        return value.name if isinstance(value, Variable) else string(value) if isinstance(value, str) else repr(value)
    begin, end = _BRACKETS[type(value)]
    keys = [f"{string(key)}: " for key in value] if isinstance(value, dict) else [""] * len(value)
    values = [*value.values()] if isinstance(value, dict) else [*value]
    line = ", ".join(key + literal(member) for key, member in zip(keys, values, strict=True))
    if "\n" not in line and start + len(line) + 2 <= WIDTH:
        return f"{begin}{line}{end}"
    inner = indent + 4
    members = [
        " " * inner + key + literal(member, inner, inner + len(key) + 1)
        for key, member in zip(keys, values, strict=True)
    ]
    return "\n".join([begin, *(f"{member}," for member in members), " " * indent + end])


def number_list(numbers: Sequence[float], indent: int) -> str:
    """A list of `numbers`, as many to a line as it holds, from `indent` columns on."""
    return "[" + ("\n" + " " * (indent + 1)).join(wrap(", ".join(map(repr, numbers)), WIDTH - indent - 3)) + "]"


def wrap(words: str, width: int) -> list[str]:
    """Lines of at most `width` characters, broken at spaces alone."""
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)


def comment(mark: str, text: str) -> list[str]:
    """`text` as lines of a comment after `mark`, with spaces for what could end a line."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text)
    return textwrap.wrap(plain, WIDTH, initial_indent=f"{mark} ", subsequent_indent=f"{mark} ")
