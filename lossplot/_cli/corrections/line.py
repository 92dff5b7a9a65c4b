"""A command line in parts that can be exchanged: arguments, options with their values, and options that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from lossplot._cli.app import load
from lossplot._cli.commands import COMMANDS

_UNKNOWN = re.compile(r"--?[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Part:
    """An argument, or an option by its `name` with its value; what looks like an option may be unknown."""

    kind: Literal["argument", "option", "unknown"]
    value: str | None = None
    name: str = ""

    @property
    def text(self) -> str:
        """The value, which of an argument is all of it."""
        return self.value or ""

    @property
    def word(self) -> str:
        """The name of an option, or the text of an argument, as the tables of corrections have it."""
        return (self.name or self.text).lstrip("-").lower().replace("_", "-")

    @property
    def words(self) -> list[str]:
        if self.kind == "argument":
            return [self.text]
        if self.value is None:
            return [self.name]
        return [f"{self.name}={self.value}"] if self.name.startswith("--") else [self.name, self.value]


@dataclass(frozen=True, slots=True)
class Line:
    """The parts of a command line, after its `command`, which is written out if it was or if it is not `plot`."""

    command: str
    parts: tuple[Part, ...]
    is_named: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words after `lossplot`."""
        name = [self.command] if self.is_named or self.command != "plot" else []
        dashes = ["--"] if any(_is_formula(part) for part in self.parts) else []
        options = [word for part in self.parts if part.kind != "argument" for word in part.words]
        arguments = [self.parts[place].text for place in self.places]
        return (*name, *options, *dashes, *arguments) if dashes else (*name, *self._in_order())

    def _in_order(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.words

    @property
    def places(self) -> list[int]:
        """The places of the arguments."""
        return [place for place, part in enumerate(self.parts) if part.kind == "argument"]

    def arguments(self, parameter: str) -> list[int]:
        """Return the places of the parts that are for the argument called `parameter`."""
        names = [each.name for each in load(self.command).params if each.param_type_name == "argument"]
        if parameter not in names:
            return []
        first = names.index(parameter)
        return self.places[first:] if first == len(names) - 1 else self.places[first : first + 1]

    @property
    def losses(self) -> list[int]:
        """The places of the losses."""
        return self.arguments("losses") or self.arguments("loss")

    def with_parts(self, start: int, end: int, parts: Iterable[Part]) -> Line:
        """Return the line with `parts` in place of those from `start` to before `end`."""
        return replace(self, parts=(*self.parts[:start], *parts, *self.parts[end:]))


def _is_formula(part: Part) -> bool:
    return part.kind == "argument" and part.text.startswith("--")


def argument(text: str) -> Part:
    return Part("argument", text)


def read_line(words: Sequence[str]) -> Line:
    """Read the words after `lossplot`."""
    is_named = bool(words) and words[0] in COMMANDS
    command = words[0] if is_named else "plot"
    return Line(command, tuple(_parts(words[1:] if is_named else words, options_of(command))), is_named)


def options_of(command: str) -> dict[str, Any]:
    """Return the options of a command by each of their names."""
    return {name: each for each in load(command).params if each.param_type_name == "option" for name in each.opts}


def _parts(words: Sequence[str], options: dict[str, Any]) -> Iterator[Part]:
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            yield from map(argument, rest)
        elif word in options:
            yield Part("option", None if options[word].is_flag else next(rest, None), word)
        elif equals and name in options and not options[name].is_flag:
            yield Part("option", value, name)
        elif word[:2] in options and not options[word[:2]].is_flag and not _UNKNOWN.fullmatch(word):
            yield Part("option", word[2:], word[:2])
        elif _UNKNOWN.fullmatch(name):
            yield Part("unknown", value if equals else None, name)
        else:
            yield argument(word)
