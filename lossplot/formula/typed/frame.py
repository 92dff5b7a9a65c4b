"""What stands around a formula where it was copied: dollars, `L(m) =`, `lambda m:`, `return`."""

from __future__ import annotations

import re

from lossplot.formula.parser import FormulaError

_FONTS = r"\\(?:mathcal|mathrm|mathbb|mathscr|text|operatorname)"
_SIGN = rf"(?:{_FONTS}\s*\{{?\s*[A-Za-z]+\s*\}}?|\\[A-Za-z]+|[A-Za-z]\w*|ℓ|ℒ)"
_INDEX = r"(?:\s*_\s*(?:\{[^{}]*(?:\{[^{}]*\})?[^{}]*\}|\\?\w+))?"
_BRACKETS = r"\s*(?:\\left)?\((?:[^()=<>]|\([^()=<>]*\))*\)"
_OPENINGS = [
    re.compile(pattern)
    for pattern in (
        r"\s*return\b",
        r"\s*\\displaystyle\b",
        rf"\s*{_SIGN}{_INDEX}{_BRACKETS}\s*&?\s*:?=(?!=)",
        r"\s*(?:\\mathcal\s*\{?\s*[A-Z]\s*\}?|\\ell|ℓ|ℒ)(?:\s*_\s*(?:\{[^{}]*\}|\w))?\s*&?\s*:?=(?!=)",
    )
]
_LAMBDA = re.compile(r"\s*(?:lambda(?:\s+\w+(?:\s*,\s*\w+)*)?\s*:|\(?\s*\w+\s*\)?\s*(?:->|=>))")
_DOLLARS = (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"))
_OPTION = re.compile(r"\s*--[A-Za-z][\w-]+")


def body(text: str) -> tuple[int, int, list[str]]:
    """Return where the formula in `text` begins and ends, and notes on what was left out.

    Raises FormulaError for what is no expression.
    """
    start, end = 0, len(text.rstrip(" \t\r\n;,") if not text.isspace() else text)
    notes = []
    if _OPTION.fullmatch(text):
        raise FormulaError("this looks like an option, not like a formula; see lossplot --help")
    if re.match(r"\s*def\s+\w+\s*\(", text):
        raise FormulaError("a 'def' is no formula; write the expression after 'return'")
    for opening, closing in _DOLLARS:
        inside = text[start:end].strip()
        if len(inside) > len(opening + closing) and inside.startswith(opening) and inside.endswith(closing):
            start = text.index(opening) + len(opening)
            end = text.rindex(closing, start)
            break
    for pattern in _OPENINGS:
        if match := pattern.match(text, start, end):
            start = match.end()
    if match := _LAMBDA.match(text, start, end):
        start = match.end()
        notes.append("the body of the function is taken")
    while end > start and (
        text[end - 1] in ",; \n\t" or (text[end - 1] == "." and not text[end - 2 : end - 1].isdigit())
    ):
        end -= 1
    return start, end, notes
