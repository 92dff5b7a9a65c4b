"""The values of a style sheet that are written as in Python: colours, tuples, lists, and cycles of properties.

    cycler('color', ['r', '0.5', (0.1, 0.2, 0.3)]) + cycler(lw=[1, 2, 3])

Python parses them, and nothing is evaluated but what is listed here: what a few letters can ask for is limited.
"""

from __future__ import annotations

import ast
import re
import warnings
from functools import reduce
from typing import Any, TypeVar

import matplotlib
from matplotlib.colors import to_hex

# In characters: a value, and a name for a colour.
LONGEST, LONGEST_NAME = 10_000, 200
# A style asks for as many colours as there can be curves, or a few times more: in one cycle, and in all parts of it.
MOST, MOST_READ = 500, 2_000
_ALIASES = {
    "c": "color",
    "lw": "linewidth",
    "ls": "linestyle",
    "fc": "facecolor",
    "ec": "edgecolor",
    "mfc": "markerfacecolor",
    "mec": "markeredgecolor",
    "mew": "markeredgewidth",
    "ms": "markersize",
}
_COLOURS = ("color", "facecolor", "edgecolor", "markerfacecolor", "markeredgecolor")
_OTHERS = (
    *("linewidth", "linestyle", "joinstyle", "capstyle", "fillstyle", "markersize", "markeredgewidth", "markevery"),
    *("alpha", "marker", "hatch", "dashes"),
)
# The values of each property that lines take in turn: at least one property, and as many values of each.
Cycle = dict[str, tuple[Any, ...]]
Values = TypeVar("Values", str, tuple[Any, ...])


class Mistake(Exception):  # noqa: N818
    """A mistake in a style sheet, in words that repeat nothing of it but a key."""


def read_cycle(text: str) -> Cycle:
    """Return the cycle that `text` describes, with colours as `#rrggbb`.  Raises Mistake."""
    value = _evaluate(text)
    if not isinstance(value, dict):
        raise Mistake
    return value


def read_colour(text: str) -> str:
    """Return the colour that `text` names, or writes as a tuple, as `#rrggbb`.  Raises Mistake."""
    if len(text) > LONGEST_NAME:
        raise Mistake
    try:
        return _hex(text)
    except Mistake:
        return _hex(_evaluate(text))


def _evaluate(text: str) -> Any:
    """Return a text, a number, a tuple (also for a list) or a Cycle.  Raises Mistake."""
    if len(text) > LONGEST:
        raise Mistake
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _Evaluator().value(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, TypeError, ValueError, RecursionError, MemoryError):
        raise Mistake from None


class _Evaluator:
    def __init__(self) -> None:
        self._read = 0

    def value(self, node: ast.expr | None) -> Any:
        match node:
            case None:
                return None
            case ast.Constant(value=None | int() | float() | str() as constant):
                return constant
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return -number
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return _check_length(tuple(map(self.value, parts)))
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _sum(self.value(left), self.value(right))
            case ast.BinOp(left=left, op=ast.Mult(), right=right):
                return _product(self.value(left), self.value(right))
            case ast.Subscript(value=whole, slice=ast.Slice(lower=lower, upper=upper, step=step)):
                values, part = self.value(whole), slice(*map(self.value, (lower, upper, step)))
                if isinstance(values, dict):
                    return {key: each[part] for key, each in values.items()}
                return values[part]
            case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords):
                return self._call(name, [*map(self.value, args)], keywords)
        raise Mistake

    def _call(self, name: str, args: list[Any], keywords: list[ast.keyword]) -> Cycle:
        match name, args, keywords:
            case "concat", [dict() as first, dict() as second], [] if first.keys() == second.keys():
                return {key: _check_length(first[key] + second[key]) for key in first}
            case "cycler", [dict() as cycle], []:
                return cycle
            case "cycler", [str() as key, values], []:
                return self._property(key, values)
            case "cycler", [], [_, *_]:
                return reduce(_sum, [self._property(each.arg or "", self.value(each.value)) for each in keywords])
        raise Mistake

    def _property(self, key: str, values: Any) -> Cycle:
        key = _ALIASES.get(key, key)
        self._read += len(values)
        if self._read > MOST_READ or not isinstance(values, (str, tuple)):
            raise Mistake
        if key in _COLOURS:
            return {key: _check_length(_colours(values))}
        if key in _OTHERS:
            return {key: _split(values) if isinstance(values, str) else values}
        raise Mistake


def _check_length(values: Values) -> Values:
    if len(values) > MOST:
        raise Mistake
    return values


def _steps(cycle: Cycle) -> int:
    return len(next(iter(cycle.values())))


def _sum(one: Any, other: Any) -> Any:
    match one, other:
        case dict(), dict() if _steps(one) == _steps(other) and not one.keys() & other.keys():
            return one | other
        case (str(), str()) | (tuple(), tuple()):
            return _check_length(one + other)
    raise Mistake


def _product(one: Any, other: Any) -> Any:
    """Return every step of `one` with each of `other`, or `one` so many times."""
    if isinstance(one, int):
        one, other = other, one
    match one, other:
        case dict(), dict() if not one.keys() & other.keys() and _steps(one) * _steps(other) <= MOST:
            inner = {key: tuple(value for value in values for _ in range(_steps(other))) for key, values in one.items()}
            return inner | {key: values * _steps(one) for key, values in other.items()}
        case dict(), int() if _steps(one) * other <= MOST:
            return {key: values * other for key, values in one.items()}
        case ((str() | tuple()), int()) if len(one) * other <= MOST:
            return one * other
    raise Mistake


# --- colours ---


def _colours(values: str | tuple[Any, ...]) -> tuple[str, ...]:
    """Return the colours of a list, or of a text: with commas, the name of a sequence, or a letter each."""
    if isinstance(values, tuple):
        return tuple(map(_cycle_hex, values))
    try:
        return tuple(map(_cycle_hex, _split(values)))
    except Mistake:
        sequences: Any = matplotlib.color_sequences
        return tuple(map(_cycle_hex, sequences[values] if values in sequences else values.replace(" ", "")))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _cycle_hex(value: Any) -> str:
    """Return a colour that is not itself one of a cycle, as matplotlib asks."""
    if isinstance(value, str) and re.fullmatch("C[0-9]", value):
        raise Mistake
    return _hex(value)


def _hex(value: Any) -> str:
    """Return a colour in any of matplotlib's notations as `#rrggbb`, whatever cycle the caller has set."""
    if isinstance(value, str):
        if len(value) > LONGEST_NAME:
            raise Mistake
        if re.fullmatch("[0-9a-fA-F]{6}|[0-9a-fA-F]{8}", value):
            value = f"#{value}"
        elif re.fullmatch("C[0-9]+", value):
            cycle = matplotlib.rcParamsDefault["axes.prop_cycle"].by_key()["color"]
            value = cycle[int(value[1:]) % len(cycle)]
    try:
        return str(to_hex(value))
    except (ValueError, TypeError, OverflowError):
        raise Mistake from None
