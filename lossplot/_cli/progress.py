"""A progress bar on stderr."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

# What is over sooner, in seconds, needs no bar.
PATIENCE = 1.0


class Progress(Protocol):
    """To be called with how much is done, of how much, and what was done last."""

    def __call__(self, done: int, of: int, last: str = "") -> None: ...


@contextlib.contextmanager
def progress_bar(what: str, enabled: bool) -> Iterator[Progress]:
    """A function to call as work goes on: if `enabled`, a bar shows it on a terminal after a second."""
    start = time.monotonic()
    bars: list[Bar] = []

    def report(done: int, of: int, last: str = "") -> None:
        if enabled and not bars and sys.stderr.isatty() and time.monotonic() - start > PATIENCE:
            # Known before it starts: whatever stops the command then stops the bar, which holds the terminal.
            bars.append(_bar(what))
            bars[0].start()
        for bar in bars:
            bar.update(bar.task_ids[0], completed=done, total=of, description=f"{what} {last}".strip())

    try:
        yield report
    finally:
        for bar in bars:
            bar.stop()


def _bar(what: str) -> Bar:
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TextColumn

    columns = (TextColumn("{task.description}", markup=False), *Bar.get_default_columns()[1:])
    # What is printed on a terminal stands above the bar; elsewhere it goes where it is sent.
    bar = Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty())
    bar.add_task(what)
    return bar
