"""What the terminal itself can tell: its size, and whether it shows sixel pictures."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

if sys.platform != "win32":
    import fcntl
    import termios

_STDIN = 0
# How long a terminal may take to answer, in seconds.
PATIENCE = 0.2
# Primary device attributes: 4 among them, after the terminal's class, is sixel (DEC STD 070; xterm's ctlseqs).
_QUESTION = b"\x1b[c"
_ANSWER = re.compile(rb"\x1b\[\?([0-9;]+)c")
_SIXEL = b"4"


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of a terminal in cells, and that of a cell in pixels."""

    columns: int = 80
    rows: int = 24
    cell_width: float = 8.0
    cell_height: float = 16.0


def screen(terminal: int) -> Screen:
    """The size of `terminal`, as far as it is known."""
    usual = Screen()
    if sys.platform == "win32":
        return Screen(*os.get_terminal_size(terminal))
    try:
        size = fcntl.ioctl(terminal, termios.TIOCGWINSZ, bytes(8))
    except OSError:
        return usual
    rows, columns, width, height = struct.unpack("4H", size)
    if not (rows and columns):
        return usual
    if not (width and height):
        return Screen(columns, rows)
    return Screen(columns, rows, width / columns, height / rows)


def has_sixel(terminal: int) -> bool:
    """Whether `terminal`, asked, says that it knows sixel; not asked, it does not, if stdin is something else."""
    if sys.platform == "win32":
        return False
    try:
        # A program in the background would be stopped for changing the terminal.
        if not os.path.sameopenfile(_STDIN, terminal) or os.tcgetpgrp(terminal) != os.getpgrp():
            return False
        with _unbuffered():
            os.write(terminal, _QUESTION)
            answer = _ANSWER.search(_read_answer())
    except (OSError, termios.error):
        return False
    return answer is not None and _SIXEL in answer[1].split(b";")[1:]


def _read_answer() -> bytes:
    """What comes until an answer is complete or the time is up."""
    end, heard = time.monotonic() + PATIENCE, b""
    while not _ANSWER.search(heard) and (left := end - time.monotonic()) > 0.0:
        if select.select([_STDIN], [], [], left)[0]:
            heard += os.read(_STDIN, 1024)
    return heard


@contextmanager
def _unbuffered() -> Iterator[None]:
    """Read stdin byte by byte and show nothing of it; meanwhile signals wait, for the mode must be put back."""
    assert sys.platform != "win32"
    waiting = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    try:
        mode = termios.tcgetattr(_STDIN)
        changed = [*mode]
        changed[3] &= ~(termios.ICANON | termios.ECHO)
        try:
            termios.tcsetattr(_STDIN, termios.TCSANOW, changed)
            yield
        finally:
            termios.tcflush(_STDIN, termios.TCIFLUSH)
            termios.tcsetattr(_STDIN, termios.TCSANOW, mode)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
