"""Words that may stand at the cursor of a command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import typer

from lossplot._cli.app import app, load
from lossplot._cli.commands import COMMANDS
from lossplot._cli.completion.values import FILES, FOLDERS


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that may stand in place of the one at the cursor, each with a description; `files` or `folders` too.

    Of that word, `path` is what a file's name would be in place of: in `--data=a`, it is `a`.
    """

    words: tuple[tuple[str, str], ...] = ()
    files: bool = False
    folders: bool = False
    path: str = ""


@dataclass(slots=True)
class _Line:
    """The words before the cursor, as a command reads them."""

    parameters: Sequence[Any]
    given: dict[str, Any] = field(default_factory=dict)
    waiting: Any = None
    positions: int = 0
    has_only_arguments: bool = False

    def take(self, word: str) -> None:
        """Read one more word."""
        option, value = (self.waiting, word) if self.waiting is not None else self.option(word)
        self.waiting = None
        if option is None and word == "--" and not self.has_only_arguments:
            self.has_only_arguments = True
        elif option is None:
            if argument := self.argument():
                self._keep(argument, word)
            self.positions += 1
        elif value is None and not option.is_flag:
            self.waiting = option
        else:
            self._keep(option, value)

    def option(self, word: str) -> tuple[Any, str | None]:
        """Return the option that `word` is, with its value if that is in it; None if it is an argument."""
        if self.has_only_arguments:
            return None, None
        name, equals, value = word.partition("=")
        for option in self.options():
            if word in option.opts:
                return option, None
            if equals and name.startswith("--") and name in option.opts and not option.is_flag:
                return option, value
            if word[1:2] != "-" and word[:2] in option.opts and not option.is_flag:
                return option, word[2:]
        return None, None

    def options(self) -> Iterator[Any]:
        yield from (each for each in self.parameters if each.param_type_name == "option")

    def argument(self) -> Any:
        """Return the argument that the next word is of, or None."""
        arguments = [each for each in self.parameters if each.param_type_name == "argument"]
        repeated = arguments[-1:] if arguments and arguments[-1].nargs == -1 else []
        return next(iter(arguments[self.positions :] or repeated), None)

    def _keep(self, parameter: Any, value: str | None) -> None:
        if parameter.multiple if parameter.param_type_name == "option" else parameter.nargs == -1:
            self.given.setdefault(parameter.name, []).append(value)
        else:
            self.given[parameter.name] = value


def offer(words: Sequence[str]) -> Offer:
    """Return what may stand for the last of `words`, the words of a command line after its name."""
    *before, last = words
    group = typer.main.get_command(app)
    if not before:
        commands = tuple((name, summary) for name, (_, summary) in COMMANDS.items() if name.startswith(last))
        own = _options(_Line(group.params), last)
        drawing = _at(load("plot"), (), last)
        names = {word for word, _ in (*commands, *own)}
        return Offer((*commands, *own, *(each for each in drawing.words if each[0] not in names)))
    line = _Line(group.params)
    line.take(before[0])
    if line.waiting is not None:
        return _values(line.waiting, group, line, last)
    name = before[0] if before[0] in COMMANDS else "plot"
    return _at(load(name), before[1:] if before[0] == name else before, last)


def _at(command: Any, before: Sequence[str], last: str) -> Offer:
    """Return what may stand for `last` after the words `before` of a command."""
    line = _Line(command.get_params(typer.Context(command, **command.context_settings)))
    for word in before:
        line.take(word)
    if line.waiting is not None:
        return _values(line.waiting, command, line, last)
    option, value = line.option(last)
    if option is not None and value is not None:
        return _values(option, command, line, value, last[: len(last) - len(value)])
    if last.startswith("-") and not line.has_only_arguments:
        return Offer(_options(line, last))
    argument = line.argument()
    return _values(argument, command, line, last) if argument is not None else Offer()


def _options(line: _Line, typed: str) -> tuple[tuple[str, str], ...]:
    """Return the options that `typed` begins and that are not given yet; short ones after a dash alone."""
    if not typed.startswith("-"):
        return ()
    return tuple(
        (name, option.help or "")
        for option in line.options()
        if option.multiple or option.name not in line.given
        for name in option.opts
        if name.startswith(typed)
    )


def _values(parameter: Any, command: Any, line: _Line, typed: str, before: str = "") -> Offer:
    """Return the values of `parameter` that `typed` begins, each with `before` in front of it."""
    context = typer.Context(command, **command.context_settings)
    context.params = line.given
    items = [(item.value, item.help or "") for item in parameter.shell_complete(context, typed)]
    words = tuple((f"{before}{value}", text) for value, text in items if not value.endswith((FILES, FOLDERS)))
    files, folders = (any(value.endswith(mark) for value, _ in items) for mark in (FILES, FOLDERS))
    return Offer(words, files, folders, typed)
