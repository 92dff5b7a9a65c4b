"""Messages on stderr."""

from __future__ import annotations

import contextlib
import sys
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lossplot.curves.curve import Curve


def say_remarks(curves: Iterable[Curve]) -> None:
    """Put each remark on how the curves were asked for, and how formulas were understood, on stderr, once."""
    for remark in dict.fromkeys(remark for curve in curves for remark in (*curve.loss.notes, *curve.remarks)):
        say(f"note: {remark}")


def say(message: str) -> None:
    """Put one line on stderr, in printable ASCII and letters that are written from left to right."""
    line = "".join(map(_shown, message))
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"lossplot: {line}\n")
        sys.stderr.flush()


def _shown(character: str) -> str:
    if not character.isprintable():
        return " "
    is_letter = character.isalpha() and unicodedata.bidirectional(character) == "L"
    return character if is_letter else character.encode("ascii", "backslashreplace").decode("ascii")
