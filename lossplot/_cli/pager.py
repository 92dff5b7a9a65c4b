"""Long output on a terminal, a screenful at a time."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence

# Leave what fits on a screen, keep colours, and keep the text on the screen afterwards.
_LESS = "FRX"


def page(text: str) -> None:
    """Print `text`, by a pager if somebody reads it at a terminal and it is longer than that."""
    program = pager(os.environ) if _is_read(text) else []
    if not program:
        print(text, end="")
        return
    sys.stdout.flush()
    environment = {"LESS": _LESS, "LV": "-c"} | {**os.environ}
    try:
        process = subprocess.Popen(
            program,
            stdin=subprocess.PIPE,
            env=environment,
            text=True,
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
        )
    except OSError:
        print(text, end="")
        return
    # Ctrl-C is for the pager, which stops a search with it and goes on.
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text)
    finally:
        signal.signal(signal.SIGINT, interrupt)


def pager(variables: Mapping[str, str]) -> Sequence[str]:
    """Return the program that PAGER names, or else `less`; nothing if there is none, or `cat`."""
    try:
        words = shlex.split(variables.get("PAGER", "less"))
    except ValueError:
        return ()
    is_program = bool(words) and words[0] != "cat" and shutil.which(words[0]) is not None
    return words if is_program and variables.get("TERM") != "dumb" else ()


def _is_read(text: str) -> bool:
    try:
        at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    except ValueError:  # closed
        return False
    return at_terminal and text.count("\n") >= shutil.get_terminal_size().lines
