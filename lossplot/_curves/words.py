"""The parts of a text that asks for a curve: `[LABEL = ] NAME-OR-FORMULA[:PARAM=VALUES...]`.

It is read without NumPy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lossplot._errors import RequestError, quote

# A loss with as many values as there can be curves, each of all its digits, has fewer characters than this.
LONGEST_LOSS = 5_000
# What stands between the two ends of a parameter that moves.
DOTS = ".."
_SIGNS = re.compile(
    r"(?P<open>[\[({])|(?P<close>[\])}])"
    r"|(?P<parameter>:(?=\s*[^\W\d]\w*\s*=(?!=)))"
    r"|(?P<comparison>[<>=!]=)|(?P<equals>=)|(?P<comma>,)"
)
# The left side of a definition, as in `L(m) = ...`, is no label.
_DEFINED = re.compile(r"\$*\\?[\w{}\\]*\s*\(.*\)\s*|[$\\].*|\{\\.*|lambda\s.*|function\s*\(.*", re.DOTALL)
# A comment stands behind a formula, which has signs that a label of words has not.
_COMMENT = re.compile(r"(?<=\s)#[^\n]*")
_NO_WORDS = re.compile(r"[^\w\s#-]")
_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)[\t\r\n]")
_WORD = re.compile(r"[^\W\d][\w-]*")
_CALL = re.compile(r"([^\W\d]\w*)\(\s*((?:\w+\s*=[^,()=:]+(?:,\s*\w+\s*=[^,()=:]+)*)?)\)")


@dataclass(frozen=True, slots=True)
class LossText:
    """The `label`, if any, the `body`, a name or a formula, and the `assignments` of values to parameters."""

    label: str
    body: str
    assignments: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = ":".join([self.body, *self.assignments])
        return f"{self.label} = {named}" if self.label else named


def split(text: str) -> LossText:
    """Split the text that asks for a curve into its parts.

    Parameters begin at a `:` outside brackets that is followed by `NAME=`; any other colon belongs to the body.
    A label ends at the first `=` outside brackets.  Raises RequestError for a text that is too long.
    """
    check_length(text)
    typed, text = text, in_one_line(text)
    label, start, ends = "", 0, list[int]()
    for sign in _outside_brackets(text):
        if sign.lastgroup == "parameter":
            ends.append(sign.start())
        elif sign.lastgroup == "equals" and not ends and not start:
            start = sign.end()
            label = typed[: sign.start()].strip()
    if _DEFINED.fullmatch(label) or not label:
        label, start = "", 0
    cuts = [*ends, len(text)]
    body = text[start : cuts[0]].strip()
    assignments = tuple(text[begin + 1 : end] for begin, end in pairwise(cuts))
    if call := _CALL.fullmatch(body):
        return _called(label, call, assignments)
    return LossText(label, body, assignments)


def in_one_line(text: str) -> str:
    """Put spaces in place of comments, tabs and ends of lines, so that columns stay what they are."""
    if sign := _NO_WORDS.search(text):
        head, tail = text[: sign.end()], text[sign.end() :]
        text = head + _COMMENT.sub(lambda comment: " " * len(comment.group()), tail)
    return _BREAK.sub(r"\1 ", text)


def check_length(text: str) -> None:
    """Raise RequestError for a text that is longer than any that asks for a curve."""
    if len(text) > LONGEST_LOSS:
        raise RequestError(f"loss {quote(text[:100])} has {len(text)} characters; the most is {LONGEST_LOSS}")


def split_at_commas(text: str) -> list[str]:
    """Split `text` at its commas outside brackets."""
    places = [sign.start() for sign in _outside_brackets(text) if sign.lastgroup == "comma"]
    return [text[begin + 1 : end] for begin, end in pairwise([-1, *places, len(text)])]


def is_word(text: str) -> bool:
    """Return True if `text` is made as a name is: of letters, digits, `-` and `_`."""
    return bool(_WORD.fullmatch(text.strip()))


def _called(label: str, call: re.Match[str], assignments: tuple[str, ...]) -> LossText:
    """`huber(delta=2)` alone, which is `huber:delta=2`; a function called so keeps its brackets."""
    from lossplot._formula.functions import FUNCTIONS

    if call[1] in FUNCTIONS:
        return LossText(label, call[0], assignments)
    own = tuple(part.strip() for part in call[2].split(",") if part.strip())
    return LossText(label, call[1], (*own, *assignments))


def _outside_brackets(text: str) -> Iterator[re.Match[str]]:
    depth = 0
    for sign in _SIGNS.finditer(text):
        if sign.lastgroup in ("open", "close"):
            depth = max(0, depth + (1 if sign.lastgroup == "open" else -1))
        elif not depth:
            yield sign
