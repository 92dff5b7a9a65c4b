"""TOML files that somebody names, read as data: nothing in them is executed, and no error repeats more than a name."""

from __future__ import annotations

import errno
import re
import tomllib
from typing import Any

from lossplot._errors import LossplotError, RequestError, escape, quote
from lossplot._formats.inputs import read_file

# In bytes: ten thousand figures of five lines each take half of it.
LARGEST = 2**21
_LONGEST_REASON = 80
# Of a key in parts, as in figures.matrix.theme.
DEEPEST = 20
# The parts of a TOML file, as far as it takes to tell a key or a header from text that looks like one: strings, even
# those that are not closed, comments, headers and keys.  What looks ahead is not repeated possessively, which
# Python 3.11.4 gets wrong.
_STRING = r"""\"(?:[^"\\\n]++|\\.)*+"?+|'[^'\n]*+'?+"""
_PART = rf"(?:[A-Za-z0-9_-]++|{_STRING})[ \t]*+"
TOKEN = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*(?:"{3,5})?'''
    rf"""|'{{3}}(?:[^']++|'(?!''))*(?:'{{3,5}})?|\#[^\n]*+|(?:{_STRING})(?![ \t]*\.)"""
    r"|(?P<header>\[\[[ \t]*+figures[ \t]*+\]\])"
    rf"|(?P<deep>(?:{_PART}\.[ \t]*+){{{DEEPEST}}})|(?P<plain>{_PART}(?:\.[ \t]*+{_PART})*+)",
    re.DOTALL,
)
_LONG_NUMBER = re.compile(r"(?<![0-9A-Fa-f_])[0-9A-Fa-f_]{20000}")


def read_text(path: str, what: str) -> str:
    """Return the text of the file of `what`, such as figures, at `path`.

    Raises RequestError if it is no such file, and LossplotError if the system does not let us read it.
    """
    try:
        data = read_file(path, LARGEST)
    except OSError as error:
        reasons = {
            errno.ENOENT: "No such file or directory; name a TOML file",
            errno.EISDIR: "it is a directory; name a TOML file in it",
            errno.EINVAL: f"it is no file of {what}; name a TOML file",
            errno.EFBIG: f"it is too large for a file of {what}; name a TOML file",
        }
        kind = RequestError if error.errno in reasons else LossplotError
        reason = reasons.get(error.errno or 0, f"{error.strerror}; name a TOML file")
        raise kind(f"cannot read {quote(path)}: {reason}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(f"{escape(path)} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def parse_tables(text: str, path: str, needs: str) -> dict[str, Any]:
    """Return the tables of `text`, which the file at `path` has; `needs` says how deep such a file is.

    Raises RequestError with the line where TOML ends.
    """
    try:
        _check_keys_and_numbers(text)
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # It repeats no more than a key, but that may be of any length and in any letters.
        reason, _, where = str(error).encode("ascii", "backslashreplace").decode().rpartition(" (")
        reason = reason if len(reason) <= _LONGEST_REASON else f"{reason[: _LONGEST_REASON - 3]}..."
        raise RequestError(f"{escape(path)}: {reason} ({where}; see https://toml.io for how to write it") from error
    except RecursionError as error:
        raise RequestError(f"{escape(path)}: nested too deeply; {needs}") from error
    except ValueError as error:  # an integer of thousands of digits
        raise RequestError(f"{escape(path)}: a number is too long; write it shorter") from error


def _check_keys_and_numbers(text: str) -> None:
    """Raise RecursionError for a key of too many parts, ValueError for a number of too many digits.

    tomllib takes time and memory for the square of the former, and for a hundred times the length of the latter.
    """
    if _LONG_NUMBER.search(text) or any(line.count(".") >= DEEPEST for line in text.split("\n")):
        for token in TOKEN.finditer(text):
            if token["deep"]:
                raise RecursionError
            if token["plain"] and token["plain"].lstrip("-")[:1].isdigit() and _LONG_NUMBER.search(token["plain"]):
                raise ValueError
