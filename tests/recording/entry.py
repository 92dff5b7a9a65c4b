"""One thing to record: commands that are done one after another in a folder."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

# What a command is to find in its folder: the kind of each thing, and what is in it.
Files = Mapping[str, tuple[str, str]]
Command = list[str] | str


@dataclass(frozen=True, slots=True)
class Entry:
    """Commands, each the words after `lossplot` or a program in Python, and what is there before the first.

    `name` is that of the file in the record.  `slow` ones are begun first.
    """

    name: str
    commands: tuple[Command, ...]
    files: Files = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    chinese: bool = False
    slow: bool = False


def words(line: str) -> list[str]:
    """The words of a command line as a shell reads them."""
    return shlex.split(line)
