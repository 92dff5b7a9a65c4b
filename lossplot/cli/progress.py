"""How far a command has come, on stderr."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

# What is over sooner, in seconds, needs no bar.
PATIENCE = 1.0


@contextlib.contextmanager
def progress_bar(what: str, wanted: bool) -> Iterator[Callable[[int, int], None]]:
    """A function to call with how much is done, and of how much: a bar shows it on a terminal, after a second.

    No bar is shown unless it is `wanted`.
    """
    start = time.monotonic()
    bars: list[Progress] = []

    def told(done: int, of: int) -> None:
        if wanted and not bars and sys.stderr.isatty() and time.monotonic() - start > PATIENCE:
            # Known before it starts: whatever stops the command then stops the bar, which holds the terminal.
            bars.append(_bar(what))
            bars[0].start()
        for bar in bars:
            bar.update(bar.task_ids[0], completed=done, total=of)

    try:
        yield told
    finally:
        for bar in bars:
            bar.stop()


def _bar(what: str) -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task(what)
    return bar
