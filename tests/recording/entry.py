"""An entry of the record: commands that run one after another in a folder."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

# The files of a folder before the first command: the kind and content of each.
Files = Mapping[str, tuple[str, str]]
Command = list[str] | str


@dataclass(frozen=True, slots=True)
class Entry:
    """Commands, each the words after `lossplot` or a program in Python, and the files before the first.

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
    """Split a command line into words as a shell does."""
    return shlex.split(line)
