"""A check of mathtext that a user wrote, before it is drawn: matplotlib complains only in the midst of drawing."""

from __future__ import annotations

import re

from matplotlib.cbook import is_math_text
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser, VectorParse

from lossplot._errors import RequestError, quote
from lossplot._formats.letters import FAMILY
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.faces import add_inter
from lossplot._formats.mpl.fonts import MATH, lacking

_PARSER = MathTextParser("path")
_FONT = FontProperties(family=[FAMILY], size=16.0, math_fontfamily="custom")
# How far a formula may reach, in points at that size: a space of a million would take all memory.
_REACH = 2e4
# How much deeper in the stack a formula is parsed again when it is drawn.
_HEADROOM = 100

_DOLLARS = re.compile(r"\\\$|\$(?P<inner>(?:\\.|[^\\$])*)\$|\$")
_TOKEN = re.compile(r"\\text\s*\{[^{}]*\}|\\[A-Za-z]+|\\.|.")
_UNKNOWN = re.compile(r"""["#%`\U00020000-\U0010ffff]|\\[^A-Za-z !"#$%',./:;>^_`{|}~]""")

_Problem = tuple[int, str]
_UNREADABLE: _Problem = (0, "matplotlib cannot read it")


def check_math(text: str, what: str) -> None:
    """Raise RequestError if matplotlib cannot draw `text`, where what stands between two dollars is mathtext.

    As in matplotlib, an odd number of dollars are just dollars.  The message names the column, from 1, of what is
    wrong, or after which something is missing.
    """
    for formula in _DOLLARS.finditer(text) if is_math_text(text) else ():
        if formula.group() == r"\$":
            continue
        inner = formula["inner"]
        problem = (0, "expected another $") if inner is None else _problem(inner)
        if problem:
            column = formula.start() + 1 + problem[0]
            raise RequestError(f"{what} {quote(text)} is not valid math at column {column}: {problem[1]}")


def _problem(inner: str) -> _Problem | None:
    """Return the place, from 1, of a mistake in a formula without its dollars, and a message; None if it is valid."""
    add_inter()
    if not inner.strip():
        return 0, "expected a formula between the dollars"
    if missing := lacking(inner, MATH):
        code = ord(missing[0])
        return inner.index(missing[0]) + 1, f"its fonts lack U+{code:04X}; write it outside of the dollars"
    try:
        with backend.settings((FAMILY,)):
            outline = _parse(f"${inner}$")
    except RecursionError:
        return 0, "it is nested too deeply"
    except ValueError as error:
        return _parser_problem(error) or _stray_token(inner) or _UNREADABLE
    except Exception:  # the parser stumbles over some, such as \substack{{x}}
        return _UNREADABLE
    ends = [(x, y) for *_, x, y in outline.glyphs] + [(x + width, y) for x, y, width, _ in outline.rects]
    if any(max(abs(x), abs(y)) > _REACH for x, y in ends):
        return 0, "it is too large for any figure"
    return None


def _parse(text: str, headroom: int = _HEADROOM) -> VectorParse:
    return _parse(text, headroom - 1) if headroom else _PARSER.parse(text, 72.0, _FONT)


def _parser_problem(error: ValueError) -> _Problem | None:
    """Return the parser's own problem, if it has one that is fit for a message."""
    cause = error.__context__
    place, message = getattr(cause, "loc", 0), str(getattr(cause, "msg", ""))
    if not message.startswith("Expected"):
        return (place + 1, f"{message[0].lower()}{message[1:]}") if message else None
    expected = message.removeprefix("Expected ").strip("'").replace("\\\\", "\\")
    if expected == "end of text":
        return None
    if len(expected) > 70:  # a list of all that a formula may hold
        expected = "a symbol or {"
    return place, f"expected {expected.replace('end_group', '}')}"


def _stray_token(inner: str) -> _Problem | None:
    """Return the first token that mathtext has no use for: its own message names no place."""
    braces: list[int] = []
    for match in _TOKEN.finditer(inner):
        token, place = match.group(), match.start() + 1
        if _UNKNOWN.match(token):
            return place, f"unexpected {quote(token)}" + (f"; write \\{token}" if token in "#%" else "")
        if token == "{":
            braces.append(place)
        elif token == "}" and not braces:
            return place, "} without {"
        elif token == "}":
            braces.pop()
    return (braces[-1], "{ without }") if braces else None
