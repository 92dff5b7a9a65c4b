"""The examples of the help: of each command, and of the topics."""

from __future__ import annotations

from lossplot._cli.app import load
from lossplot._cli.commands import COMMANDS
from lossplot._cli.topics import TOPICS


def examples(name: str) -> list[str]:
    """Return the examples in the help of a command."""
    lines = (load(name).epilog or "").splitlines()
    return [line.strip() for line in lines if line.startswith("  lossplot")]


OF_COMMANDS = [line for name in COMMANDS for line in examples(name)]
OF_TOPICS = [f"lossplot {line}" for topic in TOPICS for line in topic.examples]
# Each once.
LINES = list(dict.fromkeys((*OF_COMMANDS, *OF_TOPICS)))
