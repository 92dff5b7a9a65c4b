"""An option of drawing, described once for the command line, batches, records and Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lossplot._errors import parameter_name
from lossplot._figure.readers import OneOf
from lossplot._formula.notation.letters import number


@dataclass(frozen=True, slots=True)
class Option:
    """An option of drawing: all that the command line, batches, records and Python need to know of it.

    Its `metavar` stands for the value in the help; a flag has none.  `read` turns its text into the value of the field
    that it belongs to; an option without it is read together with others.  Several numbers have `separator` between
    them.  With `names_file` its value is the path of another file.  `choices` returns those of a closed
    set, with what each is where that is known; a reader of one of several says them itself.
    """

    name: str
    help: str
    metavar: str | None = None
    read: Callable[[str, str], object] | None = None
    separator: str = ""
    short: str = ""
    names_file: bool = False
    choices: Callable[[], Mapping[str, str] | Iterable[str]] | None = None

    @property
    def closed_set(self) -> Callable[[], Mapping[str, str] | Iterable[str]] | None:
        """The function that returns all values that it may have, if they are a closed set."""
        reader = self.read
        return (lambda: reader.choices) if isinstance(reader, OneOf) else self.choices

    @property
    def is_flag(self) -> bool:
        return self.metavar is None

    @property
    def parameter(self) -> str:
        """The name of its parameter in Python."""
        return parameter_name(self.name)

    def argument(self, value: object) -> str:
        """The argument of a command line that gives the option this value."""
        if self.is_flag:
            return f"--{self.name}"
        numbers = value if isinstance(value, tuple) else (value,)
        return f"--{self.name}={self.separator.join(map(_text, numbers))}"


def _text(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)
