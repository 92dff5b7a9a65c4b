"""The arguments of a function, as libraries take them: by place, by name, as a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lossplot._errors import quote
from lossplot._formula.tree import Call, Number, Tree
from lossplot._formula.typed.functions import IGNORED, KEYWORDS
from lossplot._formula.typed.stream import Stream
from lossplot._formula.typed.tokens import Token

_CLOSES = {"(": ")", "[": "]", "{": "}"}
# The brackets of lists that are arguments of a function.
_LISTS = {"max": ("[",), "min": ("[",), "select": ("[", "(", "{")}


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a call; None is Python's own."""

    positional: tuple[Tree | None, ...]
    keywords: Mapping[str, Tree | None]

    @property
    def trees(self) -> tuple[Tree, ...]:
        return tuple(tree for tree in self.positional if tree is not None)

    @property
    def given(self) -> dict[str, Tree]:
        return {key: tree for key, tree in self.keywords.items() if tree is not None}

    def named(
        self, stream: Stream, token: Token, parameters: tuple[str, ...], defaults: Mapping[str, Tree]
    ) -> dict[str, Tree]:
        """Return the value of each parameter of the function `token`.  Raises FormulaError if one has none."""
        found = {**defaults, **self.optional(stream, token, parameters)}
        if len(found) < len(parameters) or len(self.positional) > len(parameters):
            fewest, most = len(parameters) - len(defaults), len(parameters)
            count = str(most) if fewest == most else f"{fewest} to {most}"
            given = len(self.positional) + len(self.keywords)
            hint = stream.decimal_comma()
            stream.stop(token, f"{quote(token.text)} takes {count} argument{'s' * (most > 1)}, not {given}", hint)
        return found

    def optional(self, stream: Stream, token: Token, parameters: tuple[str, ...]) -> dict[str, Tree]:
        """Return the values of those parameters of the function `token` that have one."""
        values = dict(zip(parameters, self.positional, strict=False))
        for key, value in self.keywords.items():
            name = next((own for own in parameters if key == own or key in KEYWORDS.get(own, "").split()), key)
            if name not in parameters or name in values:
                stream.stop(token, f"{quote(token.text)} has no argument {quote(key)} here", "leave it out")
            values[name] = value
        return {name: value for name, value in values.items() if value is not None}


def read_arguments(stream: Stream, function: str) -> Arguments:
    """Read arguments in brackets, the first of which is next."""
    closing = _CLOSES[stream.next().text]
    positional: list[Tree | None] = []
    keywords: dict[str, Tree | None] = {}
    if stream.take(closing):
        return Arguments((), {})
    while True:
        if stream.token.kind == "name" and stream.ahead().text == "=":
            key = stream.next().text
            stream.next()
            value = _value(stream)
            if key not in IGNORED:
                keywords[key] = value
        elif stream.at(*_LISTS.get(function, ())):
            positional += _list(stream, function)
        else:
            positional.append(_value(stream))
        if not stream.take(","):
            break
    if stream.at(";"):
        stream.fail(f"expected ',' or '{closing}'")
    stream.expect(closing)
    return Arguments(tuple(positional), keywords)


def _value(stream: Stream) -> Tree | None:
    """Read an argument; None for what is no number, such as the name of a type in quotes."""
    if stream.take("None", "True", "False"):
        return None
    if quotes := stream.take("'", '"'):
        stream.next()
        stream.expect(quotes)
        return None
    return stream.inner()


def _list(stream: Stream, function: str) -> list[Tree | None]:
    """Read the values of a list, and of lists inside it."""
    closing = _CLOSES[stream.next().text]
    values: list[Tree | None] = []
    while True:
        if function == "select" and stream.at("{"):
            stream.depth += 1
            stream.check_depth()
            values += _list(stream, function)
            stream.depth -= 1
        else:
            values.append(_value(stream))
        if not stream.take(","):
            break
    stream.expect(closing)
    return values


def constant(tree: Tree) -> float | None:
    """Return the number that a tree of numbers is; None for one of names."""
    match tree:
        case Number(value):
            return value
        case Call("neg", (inner,)) if (opposite := constant(inner)) is not None:
            return -opposite
        case Call("/", (above, below)):
            numerator, denominator = constant(above), constant(below)
            return numerator / denominator if numerator is not None and denominator else None
    return None
