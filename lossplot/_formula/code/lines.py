"""Lines of code broken where they are too long: at commas, or before operators, inside brackets."""

from __future__ import annotations

import re
from itertools import pairwise

WIDTH = 88

# A call that is all there is before an operator.
_CALL = re.compile(r"[\w.]+\(.*\)")

# The separators that a line may be broken at, loosest first.
_OPERATORS = (
    (" if ", " else ", " ? ", " : "),
    (" & ", " && ", " and "),
    (" < ", " <= ", " > ", " >= "),
    (" + ", " - "),
    (" * ", " / "),
)


def wrap(start: str, expression: str, end: str, indent: str, step: str) -> list[str]:
    """Break `start expression end`, such as a return or an assignment, into lines; `step` is one more indent."""
    line = f"{indent}{start}{expression}{end}"
    if len(line) <= WIDTH:
        return [line]
    if len(_operands(expression)) <= 2 and expression.endswith(")"):
        lines = _break_brackets(f"{start}{expression}{end}", indent, step)
        if len(lines[0]) <= WIDTH:
            return lines
        first, *rest = _operands(expression)
        *lines, last = _break_brackets(f"{start}{first}", indent, step)
        if _CALL.fullmatch(first) and len(f"{last}{''.join(rest)}{end}") <= WIDTH:
            return [*lines, f"{last}{''.join(rest)}{end}"]
    return [f"{indent}{start}(", *_break_inside(expression, "", indent + step, step), f"{indent}){end}"]


def _break_inside(text: str, end: str, indent: str, step: str) -> list[str]:
    """Break `text`, which stands in brackets, into lines."""
    if len(f"{indent}{text}{end}") <= WIDTH:
        return [f"{indent}{text}{end}"]
    arguments = _cut(text, (", ",))
    if len(arguments) > 1:
        parts = [argument.removeprefix(", ") for argument in arguments]
        return [line for part in parts for line in _break_inside(part, ",", indent, step)]
    operands = _operands(text)
    if len(operands) > 1:
        parts = [operand.lstrip() for operand in operands]
        ends = [*[""] * (len(parts) - 1), end]
        return [
            line for part, last in zip(parts, ends, strict=True) for line in _break_inside(part, last, indent, step)
        ]
    return _break_brackets(f"{text}{end}", indent, step)


def _break_brackets(text: str, indent: str, step: str) -> list[str]:
    """Break `text` into lines, with what is in its last brackets on lines of its own."""
    depth = 0
    for opening in range(close := text.rfind(")"), -1, -1):
        depth += (text[opening] == ")") - (text[opening] == "(")
        if depth == 0:
            body = _break_inside(text[opening + 1 : close], "", indent + step, step)
            return [f"{indent}{text[: opening + 1]}", *body, f"{indent}{text[close:]}"]
    return [f"{indent}{text}"]


def _operands(text: str) -> list[str]:
    """Cut `text` before each of its loosest operators."""
    return next((parts for operators in _OPERATORS if len(parts := _cut(text, operators)) > 1), [text])


def _cut(text: str, separators: tuple[str, ...]) -> list[str]:
    """Cut `text` before each of `separators` that is outside all brackets."""
    depth, places = 0, [0]
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth and text.startswith(separators, place):
            places.append(place)
    return [text[a:b] for a, b in pairwise([*places, len(text)])]
