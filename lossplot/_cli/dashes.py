"""Words of a command line that begin with `-` and are formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

# A parser takes what begins with a space for an argument.
_GUARD = " "
_LONG = re.compile(r"--[a-z][a-z0-9-]*(?:=.*)?", re.DOTALL)
_LETTERS = re.compile(r"-[A-Za-z]+")
# What may follow the letter of an option at once, as in `-ofigure.png`.
_PATH = re.compile(r"-|[\w./~-]*[\w/]\.[a-z]+")


def protected(words: Sequence[str], parameters: Iterable[Any]) -> list[str]:
    """Return `words`, with those guarded that begin with `-` and are neither an option nor the value of one."""
    options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
    flags = {name for option in options if option.is_flag for name in option.opts}
    valued = {name for option in options if not option.is_flag for name in option.opts}
    result: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            return [*result, word, *waiting]
        result.append(word if not word.startswith("-") or _is_option(word, flags, valued) else _GUARD + word)
        if word in valued:
            result += [value for value in [next(waiting, None)] if value is not None]
    return result


def bare(value: Any) -> Any:
    """Return the value of an argument, or each of its values, without the guard."""
    if isinstance(value, str):
        return value[len(_GUARD) :] if value.startswith(f"{_GUARD}-") else value
    return type(value)(map(bare, value)) if isinstance(value, list | tuple) else value


def _is_option(word: str, flags: set[str], valued: set[str]) -> bool:
    """Return True if `word` is an option, or made as one is that does not exist."""
    if word == "-" or _LONG.fullmatch(word):
        return True
    if _LETTERS.fullmatch(word):
        is_several_flags = all(f"-{letter}" in flags for letter in word[1:])
        return is_several_flags or word[:2] in valued or f"-{word}" in flags | valued
    return word[:2] in valued and bool(_PATH.fullmatch(word[2:]))
