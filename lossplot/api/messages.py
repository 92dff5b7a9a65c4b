"""Errors in the words of a Python program."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from lossplot.errors import LossplotError


@contextlib.contextmanager
def python_messages() -> Iterator[None]:
    """Let the errors that leave the block name options as keywords: `axis='error'`, not `--axis`."""
    try:
        yield
    except LossplotError as error:
        error.parts = error.args = (error.in_python,)
        raise
