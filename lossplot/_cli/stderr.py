"""Messages on stderr."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lossplot._errors import escape

if TYPE_CHECKING:
    from lossplot._curves.curve import Curve


def say_remarks(curves: Iterable[Curve]) -> None:
    """Put each remark on how the curves were asked for, and how formulas were understood, on stderr, once."""
    for remark in dict.fromkeys(remark for curve in curves for remark in (*curve.loss.notes, *curve.remarks)):
        say(f"note: {remark}")


def say(message: str) -> None:
    """Put one line on stderr, in characters that can be seen and are written from left to right."""
    line = escape("".join(each if each.isprintable() else " " for each in message))
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"lossplot: {line}\n")
        sys.stderr.flush()
