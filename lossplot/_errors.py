"""The errors that users meet, and what their messages need."""

from __future__ import annotations

import math
import shlex
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a message that name something otherwise on the command line than in Python: `--dpi`, `dpi`."""

    shell: str
    python: str


def option_words(name: str) -> Words:
    """Name an option, by its long name, as what may be given or left out: `--mark-loss`, `mark_loss`."""
    return Words(f"--{name}", parameter_name(name))


def parameter_name(option: str) -> str:
    """Return the name of an option's parameter in Python, where `for` and `as` are keywords."""
    return {"for": "preset", "as": "scale"}.get(option, option.replace("-", "_"))


class LossplotError(Exception):
    """A failure of the surroundings: a file, a disk, memory.  Its text is one line: what is wrong; what to do.

    The parts make up the text; those that are Words stand in it as on the command line.
    """

    exit_code = 1

    def __init__(self, *parts: str | Words) -> None:
        super().__init__(*parts)
        self.parts = parts

    def __str__(self) -> str:
        return "".join(part.shell if isinstance(part, Words) else part for part in self.parts)

    @property
    def in_python(self) -> str:
        """The text, with its Words as a Python program writes them."""
        return "".join(part.python if isinstance(part, Words) else part for part in self.parts)


class RequestError(LossplotError, ValueError):
    """A mistake in the request itself: a name, an option, a value, a formula."""

    exit_code = 2


MAX_TEXT = 500
# Classes of characters that turn the direction of those around them.
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def can_be_shown(character: str) -> bool:
    """Return True if a character may stand in a message as it is: it can be seen, and is written from left to right."""
    return character.isprintable() and unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT


def escape(text: str) -> str:
    r"""Return `text` with escapes such as `\u202e` for the characters that cannot be shown in a message.

    Accents that stand apart from letters which have a form with them are among these: they look the same.
    """
    apart = not unicodedata.is_normalized("NFC", text)
    return "".join(
        each if can_be_shown(each) and not (apart and unicodedata.combining(each)) else ascii(each)[1:-1]
        for each in text
    )


def quote(text: str) -> str:
    """Return `text` for a message: quoted, on one line, at most 60 characters."""
    quoted = escape(repr(text[:61]))
    return quoted if len(quoted) <= 60 else f"{quoted[:57]}..."


def quote_value(value: object) -> str:
    """Return any value of a Python program for a message."""
    try:
        return quote(repr(value))
    except Exception:  # a number of ten thousand digits has no repr, and an object of the caller's a broken one
        return f"that {type(value).__name__}"


def shown_path(path: str) -> str:
    """Return `path` as it is, or escaped where a terminal could not show it."""
    return path if path.isprintable() else ascii(path)[1:-1]


def alternatives(words: Sequence[str]) -> str:
    """Return `a, b or c`; one word alone stands as it is."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def is_number(text: str) -> bool:
    """Return True if `text` is a decimal number, finite or infinite."""
    try:
        return text.isascii() and "_" not in text and not math.isnan(float(text))
    except ValueError:
        return False


def read_number(text: str, what: str | Words) -> float:
    """Return the finite number that `text` is; `what` names it in the RequestError if it is none."""
    if not is_number(text) or math.isinf(float(text)):
        raise RequestError(what, f" {quote(text)} is not a number; write one such as 0.5 or 1e-3")
    return float(text)


def read_choice(text: str, choices: Sequence[str], option: str) -> str:
    """Return `text` in lower case.  Raises RequestError unless it is one of `choices`; `option` names it there."""
    if text.lower() not in choices:
        hint = suggest(text.lower(), choices) or f"choose {alternatives(choices)}"
        raise RequestError(f"{option} {quote(text)} is unknown; {hint}")
    return text.lower()


def suggest(word: str, choices: Iterable[str], likeness: float = 0.7) -> str:
    """Return `did you mean 'a' or 'b'?`, or an empty text if no choice has this `likeness`, of at most 1, to `word`."""
    from difflib import get_close_matches

    return did_you_mean(get_close_matches(word[:60], sorted(set(choices)), n=2, cutoff=likeness))


def did_you_mean(names: Iterable[str]) -> str:
    """Return `did you mean 'a' or 'b'?` of at most three `names`, or an empty text if there are none."""
    few = [f"'{name}'" for name in names][:3]
    return f"did you mean {alternatives(few)}?" if few else ""


def check_text(text: str, what: str) -> str:
    """Return `text`, with tabs replaced by spaces, if a figure can hold it.

    Raises RequestError for more than 500 characters, control characters, halves of surrogate pairs, non-characters
    and marks that reverse the text around them: XML cannot hold some, and the others make text lie.
    """
    text = text.replace("\t", " ")
    if len(text) > MAX_TEXT:
        raise RequestError(f"the {what} has {len(text)} characters; the most is {MAX_TEXT}")
    check_characters(text, what)
    return text


def check_characters(text: str, what: str) -> None:
    """Raise RequestError for characters that a figure or its metadata cannot hold."""
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


def shell_command(words: Iterable[str]) -> str:
    """Return `words` as a line of POSIX shell, with nothing in it that a terminal would obey or hide.

    Characters that cannot be seen, or turn the direction of others, are escaped byte by byte inside `$'...'`, which
    bash, ksh, zsh and POSIX 2024 read.
    """
    return " ".join(shlex.quote(word) if all(map(_is_visible, word)) else _escaped(word) for word in words)


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _escaped(word: str) -> str:
    hidden = {character for character in word if not _is_visible(character)}
    escapes = {character: "".join(f"\\{byte:03o}" for byte in character.encode()) for character in hidden}
    escapes |= {"\\": r"\\", "'": r"\'"}
    escaped = "".join(escapes.get(character, character) for character in word)
    return f"$'{escaped}'"
