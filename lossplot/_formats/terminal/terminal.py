"""Queries of the terminal itself: its size, and whether it shows sixel pictures."""

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
# Seconds that a terminal may take to answer.
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
    """Return the size of `terminal`, with the usual values for what it does not report."""
    if sys.platform == "win32":
        return Screen(*os.get_terminal_size(terminal))
    try:
        size = fcntl.ioctl(terminal, termios.TIOCGWINSZ, bytes(8))
    except OSError:
        return Screen()
    rows, columns, width, height = struct.unpack("4H", size)
    if not (rows and columns):
        return Screen()
    if not (width and height):
        return Screen(columns, rows)
    return Screen(columns, rows, width / columns, height / rows)


def has_sixel(terminal: int) -> bool:
    """Return True if `terminal`, which is asked only if stdin is the same one, answers that it shows sixel."""
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
    """Read until an answer is complete or the time is up."""
    end, answer = time.monotonic() + PATIENCE, b""
    while not _ANSWER.search(answer) and (left := end - time.monotonic()) > 0.0:
        if select.select([_STDIN], [], [], left)[0]:
            answer += os.read(_STDIN, 1024)
    return answer


@contextmanager
def _unbuffered() -> Iterator[None]:
    """Read stdin byte by byte without an echo; meanwhile signals wait, for the mode must be put back."""
    assert sys.platform != "win32"
    signals = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        mode = termios.tcgetattr(_STDIN)
        unbuffered = [*mode]
        unbuffered[3] &= ~(termios.ICANON | termios.ECHO)
        try:
            termios.tcsetattr(_STDIN, termios.TCSANOW, unbuffered)
            yield
        finally:
            termios.tcflush(_STDIN, termios.TCIFLUSH)
            termios.tcsetattr(_STDIN, termios.TCSANOW, mode)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
