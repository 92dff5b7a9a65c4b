"""The identity of the file that a path leads to: through links, in other letters, and before the file exists."""

from __future__ import annotations

import contextlib
import os
import stat
import unicodedata

# The device and the number of what exists, and the names below it of what does not yet.
Place = tuple[int, int, tuple[str, ...]]


def place_of(path: str) -> Place:
    """Return the identity that all paths of one file have in common, even before it exists."""
    real = os.path.realpath(path)
    names: list[str] = []
    while True:
        try:
            status = os.stat(real)
        except OSError:
            parent, name = os.path.split(real)
            if parent == real:
                return 0, 0, (real, *reversed(names))
            names.append(name)
            real = parent
        else:
            if not names and not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
                # What is written to a device by two names is not lost.
                return status.st_dev, status.st_ino, (path,)
            folds = bool(names) and _folds_case(real)
            return status.st_dev, status.st_ino, tuple(_comparable(name, folds) for name in reversed(names))


def is_below(path: str, folder: str) -> bool:
    """Return True if `path`, with all links followed, stays in `folder`."""
    base = os.path.realpath(folder)
    try:
        return os.path.commonpath([base, os.path.realpath(path)]) == base
    except ValueError:  # on another drive
        return False


def _folds_case(folder: str) -> bool:
    """Return True if capital and small letters make no difference to names in `folder`.

    Looks up a name in it, or else its own, with the case of all letters swapped.
    """
    path = folder
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        path = next((entry.path for entry in entries if entry.name.swapcase() != entry.name), folder)
    parent, name = os.path.split(path)
    if name.swapcase() == name:
        return parent != path and _folds_case(parent)
    try:
        return os.path.samefile(path, os.path.join(parent, name.swapcase()))
    except OSError:
        return False


def _comparable(name: str, folds: bool) -> str:
    """Return `name` as a folder compares it; accents are composed on any, as nobody wants two files that look alike."""
    name = unicodedata.normalize("NFC", name)
    return unicodedata.normalize("NFC", name.casefold()) if folds else name
