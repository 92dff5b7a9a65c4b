"""The values of a style sheet that are written as in Python: tuples, lists, and cycles of colours.

    cycler('color', ['r', '0.5', (0.1, 0.2, 0.3)]) + cycler(lw=[1, 2, 3])

They are read by a grammar of their own, and nothing is evaluated: what a few letters can ask for is limited.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

# A style asks for as many colours as there can be curves, or a few times more: of a value, of each part of it, and of
# all its parts together.
LONGEST, MOST, MOST_READ, DEEPEST = 10_000, 500, 2_000, 20
_TOKEN = re.compile(
    r"""\s*+(?:(?P<string>u?(?:'[^'\\]*+'|"[^"\\]*+"))|(?P<number>(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)"""
    r"""|(?P<name>[A-Za-z_]\w*+)|(?P<sign>[()\[\],:=+*-]))""",
    re.ASCII,
)
_CONSTANTS = {"True": True, "False": False, "None": None}
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


class Mistake(Exception):  # noqa: N818
    """What is wrong with a style sheet, in words that repeat nothing of it but a key."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """Properties that lines take in turn: how many steps there are, and their colours, if it has any."""

    properties: frozenset[str]
    length: int
    colours: tuple[str, ...] | None = None


Limited = TypeVar("Limited", str, tuple[Any, ...])
# How the values of a cycle become colours: a list of them, or a text.
ReadColours = Callable[[Any], tuple[str, ...]]


def read_literal(text: str) -> Any:
    """A text, a number, or a tuple of such, as Python writes it.  Raises Mistake."""
    value = _Reader(text, None).whole()
    if isinstance(value, Cycle):
        raise Mistake
    return value


def read_cycle(text: str, colours: ReadColours) -> Cycle:
    """The cycle that `text` asks for; `colours` raises Mistake for what are none, as this does."""
    value = _Reader(text, colours).whole()
    if not isinstance(value, Cycle):
        raise Mistake
    return value


class _Reader:
    """A reader of one value by recursive descent; lists are tuples, for nothing depends on the difference."""

    def __init__(self, text: str, colours: ReadColours | None) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0
        self._read = 0
        self._colours = colours

    def whole(self) -> Any:
        value = self._sum()
        if self._peek() == ",":  # a tuple needs no brackets
            value = self._tuple(value, "")
        if self._peek():
            raise Mistake
        return value

    def _peek(self) -> str:
        """The next sign; the kind of any other token, and nothing at the end."""
        if self._at == len(self._tokens):
            return ""
        kind, text = self._tokens[self._at]
        return text if kind == "sign" else kind

    def _take(self, expected: str) -> str:
        if self._peek() != expected or not expected:
            raise Mistake
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _sum(self) -> Any:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Mistake
        value = self._product()
        while self._peek() == "+":
            self._take("+")
            value = _added(value, self._product())
        self._depth -= 1
        return value

    def _product(self) -> Any:
        value = self._part()
        while self._peek() == "*":
            self._take("*")
            value = _multiplied(value, self._part())
        return value

    def _part(self) -> Any:
        value = self._plain()
        while self._peek() == "[":
            value = self._sliced(value)
        return value

    def _plain(self) -> Any:
        kind = self._peek()
        if kind == "string":
            return self._take(kind).removeprefix("u")[1:-1]
        if kind in ("number", "-"):
            return self._number()
        if kind == "name":
            name = self._take(kind)
            return _CONSTANTS[name] if name in _CONSTANTS else self._call(name)
        if kind == "[":
            self._take("[")
            return self._values("]")
        self._take("(")
        if self._peek() == ")":
            return self._values(")")
        value = self._sum()
        if self._peek() == ",":
            return self._tuple(value, ")")
        self._take(")")
        return value

    def _tuple(self, first: Any, end: str) -> tuple[Any, ...]:
        self._take(",")
        return _limited((first, *self._values(end)))

    def _number(self) -> int | float:
        sign = -1 if self._peek() == "-" and self._take("-") else 1
        digits = self._take("number")
        if len(digits) > DEEPEST:
            raise Mistake
        return sign * (int(digits) if digits.isdigit() else float(digits))

    def _values(self, end: str) -> tuple[Any, ...]:
        """What stands between commas up to `end`."""
        values: list[Any] = []
        while self._peek() != end:
            values.append(self._sum())
            if self._peek() != end:
                self._take(",")
        if end:
            self._take(end)
        return _limited(tuple(values))

    def _call(self, name: str) -> Cycle:
        if name not in ("cycler", "concat"):
            raise Mistake
        self._take("(")
        positional: list[Any] = []
        named: dict[str, Any] = {}
        while self._peek() != ")":
            if self._peek() == "name" and self._tokens[self._at + 1 :][:1] == [("sign", "=")]:
                key = self._take("name")
                self._take("=")
                if key in named:
                    raise Mistake
                named[key] = self._sum()
            elif not named:
                positional.append(self._sum())
            else:
                raise Mistake
            if self._peek() != ")":
                self._take(",")
        self._take(")")
        return self._cycle(name, positional, named)

    def _cycle(self, name: str, positional: list[Any], named: dict[str, Any]) -> Cycle:
        match name, positional:
            case "concat", [Cycle() as first, Cycle() as second] if not named:
                return _concatenated(first, second)
            case "cycler", [Cycle() as only] if not named:
                return only
            case "cycler", [str() as key, values] if not named:
                return self._of_one(key, values)
            case "cycler", [] if named:
                first, *others = (self._of_one(key, values) for key, values in named.items())
                for other in others:
                    first = _added(first, other)
                return first
        raise Mistake

    def _of_one(self, key: str, values: Any) -> Cycle:
        """The cycle of one property."""
        key = _ALIASES.get(key, key)
        self._read += len(values) if isinstance(values, (str, tuple)) else 0
        if self._read > MOST_READ:
            raise Mistake
        if key in _COLOURS and self._colours and isinstance(values, (str, tuple)):
            colours = self._colours(values)
            return Cycle(frozenset([key]), len(_limited(colours)), colours if key == "color" else None)
        if key in _OTHERS and isinstance(values, (str, tuple)):
            parts = [part for part in values.split(",") if part.strip()] if isinstance(values, str) else values
            return Cycle(frozenset([key]), len(parts))
        raise Mistake

    def _sliced(self, value: Any) -> Any:
        self._take("[")
        bounds: list[int | None] = [None]
        while self._peek() != "]":
            if self._peek() == ":":
                self._take(":")
                bounds.append(None)
            elif bounds[-1] is None and isinstance(bound := self._number(), int):
                bounds[-1] = bound
            else:
                raise Mistake
        self._take("]")
        if len(bounds) not in (2, 3) or bounds[-1] == 0 == len(bounds) - 3:
            raise Mistake
        part = slice(*bounds)
        if isinstance(value, Cycle):
            colours = value.colours[part] if value.colours is not None else None
            return Cycle(value.properties, len(range(value.length)[part]), colours)
        if isinstance(value, (str, tuple)):
            return value[part]
        raise Mistake


def _tokens(text: str) -> list[tuple[str, str]]:
    if len(text) > LONGEST:
        raise Mistake
    tokens: list[tuple[str, str]] = []
    at, text = 0, text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise Mistake
        kind = str(match.lastgroup)
        tokens.append((kind, match[kind]))
        at = match.end()
    return tokens


def _limited(values: Limited) -> Limited:
    if len(values) > MOST:
        raise Mistake
    return values


def _added(one: Any, other: Any) -> Any:
    match one, other:
        case Cycle(), Cycle() if one.length == other.length and not one.properties & other.properties:
            colours = other.colours if one.colours is None else one.colours
            return Cycle(one.properties | other.properties, one.length, colours)
        case (str(), str()) | (tuple(), tuple()):
            return _limited(one + other)
    raise Mistake


def _multiplied(one: Any, other: Any) -> Any:
    """Every step of `one` with each of `other`, or so many times the same."""
    if isinstance(one, int) and not isinstance(one, bool):
        one, other = other, one
    match one, other:
        case Cycle(), Cycle() if not one.properties & other.properties and one.length * other.length <= MOST:
            colours = None
            if one.colours is not None:
                colours = tuple(colour for colour in one.colours for _ in range(other.length))
            elif other.colours is not None:
                colours = other.colours * one.length
            return Cycle(one.properties | other.properties, one.length * other.length, colours)
        case Cycle(), int() if other >= 0 and one.length * other <= MOST:
            return Cycle(one.properties, one.length * other, None if one.colours is None else one.colours * other)
        case ((str() | tuple()), int()) if len(one) * other <= MOST:
            return one * other
    raise Mistake


def _concatenated(one: Cycle, other: Cycle) -> Cycle:
    if one.properties != other.properties or one.length + other.length > MOST:
        raise Mistake
    colours = one.colours + other.colours if one.colours is not None and other.colours is not None else None
    return Cycle(one.properties, one.length + other.length, colours)
