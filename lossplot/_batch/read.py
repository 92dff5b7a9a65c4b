"""A TOML file -> its figures, each as the table that the file has for it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from lossplot._errors import RequestError, escape, quote, suggest
from lossplot._figure.spec import OPTIONS
from lossplot._figure.synonyms import SYNONYMS
from lossplot._settings import Settings, read_settings
from lossplot._settings.toml import TOKEN, parse_tables, read_text

MOST_FIGURES = 10_000
# The keys of a table beside the options of drawing.
ABOUT_FILES = ("losses", "grid", "output", "format", "matrix", "steps")
# Options of the command line that a batch has by another name.
_ELSEWHERE = {"hold": "write steps = true"}
KEYS = (*ABOUT_FILES, *(option.replace("-", "_") for option in OPTIONS))
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """The content of a file: a table for each figure, and the `defaults` of all.

    `settings` has the losses of one's own; its defaults are not for a batch, which has its own.
    """

    path: str
    text: str
    defaults: Table
    figures: tuple[Table, ...]
    settings: Settings = field(default_factory=Settings)

    def place(self, number: int) -> str:
        """Return the place of figure `number`, from 0, for a message: `week.toml:12: figures[3]`."""
        lines = _header_lines(self.text)
        line = f":{lines[number]}" if len(lines) == len(self.figures) else ""
        return f"{escape(self.path)}{line}: figures[{number}]"


def read_batch(path: str, loss_files: Sequence[str] = ()) -> Batch:
    """Read the batch in the file at `path`, with the losses of `loss_files` and of the project that it is in.

    Raises RequestError if it is no such file, with the line where TOML ends, and LossplotError if the system does not
    let us read it.
    """
    settings = read_settings(loss_files, os.path.dirname(path) or ".")
    text = read_text(path, "figures")
    tables = parse_tables(text, path, "a figure needs one table in another")
    for key in tables:
        if key not in ("defaults", "figures"):
            raise RequestError(f"{escape(path)}: unknown table {quote(key)}; write [defaults] and [[figures]]")
    defaults, figures = tables.get("defaults", {}), tables.get("figures", [])
    if not isinstance(defaults, dict):
        raise RequestError(f"{escape(path)}: defaults is not a table; write [defaults] and a line for each")
    if not (isinstance(figures, list) and all(isinstance(figure, dict) for figure in figures)):
        raise RequestError(f"{escape(path)}: figures is not a list of tables; write [[figures]] before each")
    if not figures:
        raise RequestError(f"{escape(path)} has no [[figures]]; write one for each figure")
    check_count(len(figures), path)
    try:
        check_keys(defaults)
    except RequestError as error:
        raise RequestError(f"{escape(path)}: defaults: {error}") from error
    return Batch(path, text, defaults, tuple(figures), settings)


def check_keys(table: Table) -> None:
    """Raise RequestError for a key that no figure has."""
    for key in table:
        if key not in KEYS:
            raise RequestError(f"unknown key {quote(key)}; {_meant(key)}")


def _meant(key: str) -> str:
    """Say what to write in place of a key that there is not."""
    option, value = SYNONYMS.get(key.lower().replace("_", "-"), ("", None))
    name = option.replace("-", "_")
    if name in KEYS:
        return f'write {name} = "{value}"' if value else f"write {name}"
    return _ELSEWHERE.get(key) or suggest(key.replace("-", "_"), KEYS) or "keys are the long options, with _ for -"


def check_count(figures: int, path: str) -> None:
    """Raise RequestError for more figures than the file at `path` may make."""
    if figures > MOST_FIGURES:
        raise RequestError(f"{escape(path)}: this makes {figures} figures; {MOST_FIGURES} is the most for one file")


@cache
def _header_lines(text: str) -> tuple[int, ...]:
    """Return the line of each [[figures]], from 1."""
    starts = [token.start() for token in TOKEN.finditer(text) if token["header"]]
    gaps = (text.count("\n", *ends) for ends in pairwise((0, *starts)))
    return tuple(accumulate(gaps, initial=1))[1:]
