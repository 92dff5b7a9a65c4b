"""Messages on stderr."""

from __future__ import annotations

import contextlib
import sys


def say(message: str) -> None:
    """Put one line on stderr, in printable ASCII."""
    line = "".join(character if character.isprintable() else " " for character in message)
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"lossplot: {line.encode('ascii', 'backslashreplace').decode('ascii')}\n")
        sys.stderr.flush()
