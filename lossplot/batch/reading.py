"""A TOML file -> its figures, each as the table that the file has for it."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lossplot.errors import LossplotError, RequestError
from lossplot.losses import suggest
from lossplot.request import OPTIONS
from lossplot.words import quote

# A thousand figures need a tenth of it.
LARGEST = 2**22
# What a table may have beside the options of drawing.
ABOUT_FILES = ("losses", "output", "format", "matrix")
KEYS = (*ABOUT_FILES, *(option.replace("-", "_") for option in OPTIONS))
_HEADER = re.compile(r"\s*\[\[\s*figures\s*\]\]\s*(#.*)?")
_LINE = "line of the header"
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a file asks for: a table for each figure, after the `defaults` of all."""

    path: str
    text: str
    defaults: Table
    figures: tuple[Table, ...]

    def place(self, number: int) -> str:
        """Where figure `number`, from 0, is in the file, for people: `week.toml:12: figures[3]`."""
        line = _lines(self.text).get(number)
        return f"{shown(self.path)}:{line}: figures[{number}]" if line else f"{shown(self.path)}: figures[{number}]"


def shown(path: str) -> str:
    """`path` as it may stand at the beginning of a message."""
    return ascii(path)[1:-1]


def read_batch(path: str) -> Batch:
    """The batch in the file at `path`.

    Raises RequestError for what is no such file, with the line where TOML ends, and LossplotError where the system
    does not let us read it.
    """
    text = _text(path)
    tables = _parsed(text, path)
    for key in tables:
        if key not in ("defaults", "figures"):
            raise RequestError(f"{shown(path)}: unknown table {quote(key)}; write [defaults] and [[figures]]")
    defaults, figures = tables.get("defaults", {}), tables.get("figures", [])
    if not isinstance(defaults, dict):
        raise RequestError(f"{shown(path)}: defaults is not a table; write [defaults] and a line for each")
    if not (isinstance(figures, list) and all(isinstance(figure, dict) for figure in figures)):
        raise RequestError(f"{shown(path)}: figures is not a list of tables; write [[figures]] before each")
    if not figures:
        raise RequestError(f"{shown(path)} has no [[figures]]; write one for each figure")
    try:
        check_keys(defaults)
    except RequestError as error:
        raise RequestError(f"{shown(path)}: defaults: {error}") from error
    return Batch(path, text, defaults, tuple(figures))


def check_keys(table: Table) -> None:
    """Raise RequestError for a key that no figure has."""
    for key in table:
        if key not in KEYS:
            known = suggest(key.replace("-", "_"), KEYS)
            raise RequestError(f"unknown key {quote(key)}; {known or 'keys are the long options, with _ for -'}")


def _text(path: str) -> str:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise RequestError(f"cannot read {quote(path)}: it is a directory; name a TOML file in it")
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise RequestError(f"cannot read {quote(path)}: it is no file of figures; name a TOML file")
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise RequestError(f"cannot read {quote(path)}: No such file or directory; name a TOML file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LossplotError(f"cannot read {quote(path)}: {reason}; name a TOML file") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(f"{shown(path)} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def _parsed(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RequestError(f"{shown(path)}: {error}; see https://toml.io for how to write it") from error
    except RecursionError as error:
        raise RequestError(f"{shown(path)}: nested too deeply; a figure needs one table in another") from error
    except ValueError as error:  # an integer of thousands of digits
        raise RequestError(f"{shown(path)}: a number is too long; write it shorter") from error


@cache
def _lines(text: str) -> dict[int, int]:
    """The line of each figure's header, by the figure's number.

    Each header in turn is given a key that tells its line.  What looks like one in the midst of a text changes only
    that text, and nobody reads it here.
    """
    marked = "".join(
        f'{line}\n"{_LINE}" = {number}\n' if _HEADER.fullmatch(line) else f"{line}\n"
        for number, line in enumerate(text.split("\n"), 1)
    )
    try:
        figures = tomllib.loads(marked)["figures"]
    except (ValueError, LookupError):
        return {}
    return {number: figure[_LINE] for number, figure in enumerate(figures) if _LINE in figure}
