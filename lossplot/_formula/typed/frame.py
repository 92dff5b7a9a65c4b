"""The frame of a formula, which stands around it where it was copied: dollars, `L(m) =`, `lambda m:`, `return`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lossplot._formula.parser import FormulaError

_FONTS = r"\\(?:mathcal|mathrm|mathbb|mathscr|mathsf|mathit|mathbf|text|operatorname)"
_SIGN = rf"(?:{_FONTS}\s*\{{?\s*[A-Za-z]+\s*\}}?|\\[A-Za-z]+|[^\W\d]\w*)"
_INDEX = r"(?:\s*_\s*(?:\{[^{}]*(?:\{[^{}]*\})?[^{}]*\}|\\?\w+))?"
_BRACKETS = r"\s*(?:\\left)?\((?:[^()=<>]|\([^()=<>]*\))*\)"
_EQUALS = r"\s*&?:?=(?!=)"
_OPENINGS = [
    re.compile(pattern)
    for pattern in (
        r"return\b",
        r"\\displaystyle\b",
        rf"{_SIGN}{_INDEX}{_BRACKETS}{_EQUALS}",
        rf"(?:{_FONTS}\s*\{{?[\w -]+\}}?|\\[A-Za-z]+|ℓ|ℒ){_INDEX}{_EQUALS}",
    )
]
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NAME = r"\w{1,40}"
_DEFAULT = re.compile(rf"({_NAME})\s*=\s*({_NUMBER})")
_ARGUMENT = rf"{_NAME}(?:\s*=\s*{_NUMBER})?"
_HEAD = rf"\(\s*{_ARGUMENT}(?:\s*,\s*{_ARGUMENT})*\s*\)"
_FUNCTION = re.compile(
    rf"(?:lambda(?:\s+{_ARGUMENT}(?:\s*,\s*{_ARGUMENT})*)?\s*:|{_HEAD}\s*(?:->|=>)|{_NAME}\s*(?:->|=>)|function\s*{_HEAD})"
)
_DOLLARS = (
    *((rf"\begin{{{name}}}", rf"\end{{{name}}}") for name in ("equation", "equation*", "align", "align*", "aligned")),
    ("$$", "$$"),
    ("$", "$"),
    (r"{\displaystyle", "}"),
    (r"\(", r"\)"),
    (r"\[", r"\]"),
)
_OPTION = re.compile(r"--[A-Za-z][\w-]+")
_DEFINITION = re.compile(r"def\s+\w+\s*\(")


class Body(NamedTuple):
    """The place of a formula in a text, what is to be said about the rest, and the defaults of a function's head."""

    start: int
    end: int
    notes: list[str]
    defaults: Mapping[str, float]


def body(text: str) -> Body:
    """Return where the formula in `text` begins and ends.

    Raises FormulaError for what is no expression.
    """
    start, end = _trim(text, 0, len(text))
    if _OPTION.fullmatch(text, start, end):
        raise FormulaError("this looks like an option, not like a formula; see lossplot --help")
    if _DEFINITION.match(text, start, end):
        raise FormulaError("a 'def' is no formula; write the expression after 'return'")
    for opening, closing in _DOLLARS:
        is_around = text.startswith(opening, start, end) and text.endswith(closing, start + len(opening), end)
        if is_around and end - start > len(opening + closing):
            start, end = _trim(text, start + len(opening), end - len(closing))
            break
    for pattern in _OPENINGS:
        if match := pattern.match(text, start, end):
            start, end = _trim(text, match.end(), end)
    if match := _FUNCTION.match(text, start, end):
        defaults = {name: float(value) for name, value in _DEFAULT.findall(match.group())}
        values = "".join(f", with {name} = {value:g}" for name, value in defaults.items())
        return Body(match.end(), end, [f"the body of the function is taken{values}"], defaults)
    return Body(start, end, [], {})


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Step over spaces at both ends, and the signs that end a sentence or a statement."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1] in ",; \t\r\n" or _is_full_stop(text, end - 1)):
        end -= 1
    return start, end


def _is_full_stop(text: str, place: int) -> bool:
    return text[place] == "." and not text[max(place - 1, 0)].isdigit() and not text[:place].endswith("right")
