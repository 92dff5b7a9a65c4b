"""A TOML file -> its figures, each as the table that the file has for it."""

from __future__ import annotations

import errno
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lossplot.errors import LossplotError, RequestError, quote
from lossplot.figure.options import OPTIONS
from lossplot.formats.inputs import read_file
from lossplot.losses import suggest

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
# What a table may have beside the options of drawing.
ABOUT_FILES = ("losses", "output", "format", "matrix")
KEYS = (*ABOUT_FILES, *(option.replace("-", "_") for option in OPTIONS))
# What a TOML file is made of, as far as it takes to tell a key from what only looks like one: strings, even those that
# are not closed, comments, and keys.  What looks ahead is not repeated possessively, which Python 3.11.4 gets wrong.
_STRING = r"""\"(?:[^"\\\n]++|\\.)*+"?+|'[^'\n]*+'?+"""
_PART = rf"(?:[A-Za-z0-9_-]++|{_STRING})[ \t]*+"
_TOKEN = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*(?:"{3,5})?'''
    rf"""|'{{3}}(?:[^']++|'(?!''))*(?:'{{3,5}})?|\#[^\n]*+|(?:{_STRING})(?![ \t]*\.)"""
    rf"|(?P<deep>(?:{_PART}\.[ \t]*+){{{DEEPEST}}})|(?P<plain>{_PART}(?:\.[ \t]*+{_PART})*+)",
    re.DOTALL,
)
_LONG_NUMBER = re.compile(r"(?<![0-9A-Fa-f_])[0-9A-Fa-f_]{20000}")
_HEADER = re.compile(r"\s*\[\[\s*figures\s*\]\]\s*(#.*)?")
_LINE = "line of the header"
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """The contents of a file: a table for each figure, after the `defaults` of all."""

    path: str
    text: str
    defaults: Table
    figures: tuple[Table, ...]

    def place(self, number: int) -> str:
        """The place of figure `number`, from 0, in the file, for people: `week.toml:12: figures[3]`."""
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
    check_count(len(figures), path)
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


def check_count(figures: int, path: str) -> None:
    """Raise RequestError for more figures than the file at `path` may make."""
    if figures > MOST_FIGURES:
        raise RequestError(f"{shown(path)}: this makes {figures} figures; {MOST_FIGURES} is the most for one file")


def _text(path: str) -> str:
    try:
        data = read_file(path, LARGEST)
    except OSError as error:
        wrong, reason = error.errno in _NO_BATCH, _NO_BATCH.get(error.errno or 0, f"{error.strerror}; name a TOML file")
        raise (RequestError if wrong else LossplotError)(f"cannot read {quote(path)}: {reason}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(f"{shown(path)} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def _parsed(text: str, path: str) -> dict[str, Any]:
    try:
        _check_keys_and_numbers(text)
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # It repeats no more than a key, but that may be of any length and in any letters.
        reason, _, where = str(error).encode("ascii", "backslashreplace").decode().rpartition(" (")
        reason = reason if len(reason) <= _LONGEST_REASON else f"{reason[: _LONGEST_REASON - 3]}..."
        raise RequestError(f"{shown(path)}: {reason} ({where}; see https://toml.io for how to write it") from error
    except RecursionError as error:
        raise RequestError(f"{shown(path)}: nested too deeply; a figure needs one table in another") from error
    except ValueError as error:  # an integer of thousands of digits
        raise RequestError(f"{shown(path)}: a number is too long; write it shorter") from error


def _check_keys_and_numbers(text: str) -> None:
    """Raise RecursionError for a key of too many parts, ValueError for a number of too many digits.

    Of the former tomllib takes the number squared in time and memory, of the latter a hundred times its length.
    """
    if _LONG_NUMBER.search(text) or any(line.count(".") >= DEEPEST for line in text.split("\n")):
        for token in _TOKEN.finditer(text):
            if token["deep"]:
                raise RecursionError
            if token["plain"] and token["plain"].lstrip("-")[:1].isdigit() and _LONG_NUMBER.search(token["plain"]):
                raise ValueError


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
