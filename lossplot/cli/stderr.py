"""Messages on stderr."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve


def say(message: str) -> None:
    """Put one line on stderr, in printable ASCII."""
    line = "".join(character if character.isprintable() else " " for character in message)
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"lossplot: {line.encode('ascii', 'backslashreplace').decode('ascii')}\n")
        sys.stderr.flush()


def say_notes(curves: Iterable[Curve]) -> None:
    """Say how the formulas among `curves` were understood, each note once."""
    for note in dict.fromkeys(note for curve in curves for note in curve.loss.notes):
        say(f"note: {note}")
