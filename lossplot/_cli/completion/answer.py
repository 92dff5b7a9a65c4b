"""Answers to a shell that asks what may stand at its cursor.

A shell asks with `_LOSSPLOT_COMPLETE`, its name.  Bash gives the line up to the cursor, and where it breaks words; zsh
and fish give the words.  The first line of an answer says `files`, `folders` or `words`, and in bash `open` if no space
is to follow; the second line is what has been typed of a path, and each further line a word, in zsh and fish with a tab
and its description.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from lossplot._cli.completion.bash import quoted, read_line
from lossplot._cli.completion.offer import Offer, offer
from lossplot._cli.completion.shells import SHELLS, VARIABLE
from lossplot._errors import read_choice

_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")


def answer(shell: str, arguments: Sequence[str]) -> str:
    """Return the answer to a `shell` that asks with `arguments`.  Raises RequestError for an unknown shell."""
    shell = read_choice(shell, SHELLS, "shell")
    if shell == "bash":
        return _to_bash(*(*arguments, "", "")[:2])
    # A quotation mark that is still open is the shell's business.
    _, *words = (*arguments, "", "")[: max(2, len(arguments))]
    found = offer([*words[:-1], words[-1].lstrip("\"'")])
    return "\n".join([_kind(found), found.path, *(f"{word}\t{' '.join(text.split())}" for word, text in found.words)])


def _to_bash(line: str, breaks: str) -> str:
    typed = read_line(line, breaks)
    words = [*typed.words]
    while len(words) > 1 and _ASSIGNMENT.match(words[0]):
        words.pop(0)
    found = offer(words[1:] or [""])
    rest = [word[typed.kept :] for word, _ in found.words]
    shown = rest if found.files or found.folders else [quoted(word, typed.quote) for word in rest]
    is_open = bool(shown) and all(word.endswith(("=", ":")) for word in shown)
    return "\n".join([_kind(found) + (" open" if is_open else ""), found.path, *shown])


def _kind(found: Offer) -> str:
    return "files" if found.files else "folders" if found.folders else "words"


def answer_shell(arguments: Sequence[str]) -> None:
    """Print the answer to the shell that the environment names."""
    print(answer(os.environ[VARIABLE], arguments))
