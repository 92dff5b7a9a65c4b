"""A TOML file -> its figures, each as the table that the file has for it."""

from __future__ import annotations

import errno
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from lossplot.errors import LossplotError, RequestError, escape, quote, suggest
from lossplot.figure.spec import OPTIONS
from lossplot.formats.inputs import read_file

# In bytes: ten thousand figures of five lines each take half of it.
LARGEST = 2**21
MOST_FIGURES = 10_000
_LONGEST_REASON = 80
# Of a key in parts, as in figures.matrix.theme.
DEEPEST = 20
# Why a path leads to no batch.
_NO_BATCH = {
    errno.ENOENT: "No such file or directory; name a TOML file",
    errno.EISDIR: "it is a directory; name a TOML file in it",
    errno.EINVAL: "it is no file of figures; name a TOML file",
    errno.EFBIG: "it is too large for a file of figures; name a TOML file",
}
# The keys of a table beside the options of drawing.
ABOUT_FILES = ("losses", "grid", "output", "format", "matrix", "steps")
# Options of the command line that a batch has by another name.
_ELSEWHERE = {"hold": "write steps = true"}
KEYS = (*ABOUT_FILES, *(option.replace("-", "_") for option in OPTIONS))
# The parts of a TOML file, as far as it takes to tell a key or a header from text that looks like one: strings, even
# those that are not closed, comments, headers and keys.  What looks ahead is not repeated possessively, which
# Python 3.11.4 gets wrong.
_STRING = r"""\"(?:[^"\\\n]++|\\.)*+"?+|'[^'\n]*+'?+"""
_PART = rf"(?:[A-Za-z0-9_-]++|{_STRING})[ \t]*+"
_TOKEN = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*(?:"{3,5})?'''
    rf"""|'{{3}}(?:[^']++|'(?!''))*(?:'{{3,5}})?|\#[^\n]*+|(?:{_STRING})(?![ \t]*\.)"""
    r"|(?P<header>\[\[[ \t]*+figures[ \t]*+\]\])"
    rf"|(?P<deep>(?:{_PART}\.[ \t]*+){{{DEEPEST}}})|(?P<plain>{_PART}(?:\.[ \t]*+{_PART})*+)",
    re.DOTALL,
)
_LONG_NUMBER = re.compile(r"(?<![0-9A-Fa-f_])[0-9A-Fa-f_]{20000}")
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """The content of a file: a table for each figure, and the `defaults` of all."""

    path: str
    text: str
    defaults: Table
    figures: tuple[Table, ...]

    def place(self, number: int) -> str:
        """Return the place of figure `number`, from 0, for a message: `week.toml:12: figures[3]`."""
        lines = _header_lines(self.text)
        line = f":{lines[number]}" if len(lines) == len(self.figures) else ""
        return f"{escape(self.path)}{line}: figures[{number}]"


def read_batch(path: str) -> Batch:
    """Read the batch in the file at `path`.

    Raises RequestError if it is no such file, with the line where TOML ends, and LossplotError if the system does not
    let us read it.
    """
    text = _read_text(path)
    tables = _parse(text, path)
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
    return Batch(path, text, defaults, tuple(figures))


def check_keys(table: Table) -> None:
    """Raise RequestError for a key that no figure has."""
    for key in table:
        if key not in KEYS:
            hint = (
                _ELSEWHERE.get(key) or suggest(key.replace("-", "_"), KEYS) or "keys are the long options, with _ for -"
            )
            raise RequestError(f"unknown key {quote(key)}; {hint}")


def check_count(figures: int, path: str) -> None:
    """Raise RequestError for more figures than the file at `path` may make."""
    if figures > MOST_FIGURES:
        raise RequestError(f"{escape(path)}: this makes {figures} figures; {MOST_FIGURES} is the most for one file")


def _read_text(path: str) -> str:
    try:
        data = read_file(path, LARGEST)
    except OSError as error:
        kind = RequestError if error.errno in _NO_BATCH else LossplotError
        reason = _NO_BATCH.get(error.errno or 0, f"{error.strerror}; name a TOML file")
        raise kind(f"cannot read {quote(path)}: {reason}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(f"{escape(path)} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def _parse(text: str, path: str) -> dict[str, Any]:
    try:
        _check_keys_and_numbers(text)
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # It repeats no more than a key, but that may be of any length and in any letters.
        reason, _, where = str(error).encode("ascii", "backslashreplace").decode().rpartition(" (")
        reason = reason if len(reason) <= _LONGEST_REASON else f"{reason[: _LONGEST_REASON - 3]}..."
        raise RequestError(f"{escape(path)}: {reason} ({where}; see https://toml.io for how to write it") from error
    except RecursionError as error:
        raise RequestError(f"{escape(path)}: nested too deeply; a figure needs one table in another") from error
    except ValueError as error:  # an integer of thousands of digits
        raise RequestError(f"{escape(path)}: a number is too long; write it shorter") from error


def _check_keys_and_numbers(text: str) -> None:
    """Raise RecursionError for a key of too many parts, ValueError for a number of too many digits.

    tomllib takes time and memory for the square of the former, and for a hundred times the length of the latter.
    """
    if _LONG_NUMBER.search(text) or any(line.count(".") >= DEEPEST for line in text.split("\n")):
        for token in _TOKEN.finditer(text):
            if token["deep"]:
                raise RecursionError
            if token["plain"] and token["plain"].lstrip("-")[:1].isdigit() and _LONG_NUMBER.search(token["plain"]):
                raise ValueError


@cache
def _header_lines(text: str) -> tuple[int, ...]:
    """Return the line of each [[figures]], from 1."""
    starts = [token.start() for token in _TOKEN.finditer(text) if token["header"]]
    gaps = (text.count("\n", *ends) for ends in pairwise((0, *starts)))
    return tuple(accumulate(gaps, initial=1))[1:]
