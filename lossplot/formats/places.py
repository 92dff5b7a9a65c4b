"""Which file a path leads to: through links, by other letters of the same name, and before it is there."""

from __future__ import annotations

import os
import stat
import unicodedata

# The device and the number of what is there, and the names below it of what is not there yet.
Place = tuple[int, int, tuple[str, ...]]


def place_of(path: str) -> Place:
    """What the paths of one file have in common, whether it is there already or will be."""
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
            folds = bool(names) and folds_case(real)
            return status.st_dev, status.st_ino, tuple(_as_found(name, folds) for name in reversed(names))


def is_below(path: str, folder: str) -> bool:
    """Whether `path`, with all links followed, stays in `folder`."""
    base = os.path.realpath(folder)
    try:
        return os.path.commonpath([base, os.path.realpath(path)]) == base
    except ValueError:  # on another drive
        return False


def folds_case(folder: str) -> bool:
    """Whether capital and small letters make no difference to names in `folder`, as far as what is there can tell.

    It is asked for a name in it, or else for its own, under the other letters.
    """
    known = folder
    try:
        with os.scandir(folder) as entries:
            known = next((entry.path for entry in entries if entry.name.swapcase() != entry.name), folder)
    except OSError:
        pass
    parent, name = os.path.split(known)
    if name.swapcase() == name:
        return parent != known and folds_case(parent)
    try:
        return os.path.samefile(known, os.path.join(parent, name.swapcase()))
    except OSError:
        return False


def _as_found(name: str, folds: bool) -> str:
    """`name` as a folder may compare it: nobody wants two files that look alike, so accents are composed anywhere."""
    name = unicodedata.normalize("NFC", name)
    return unicodedata.normalize("NFC", name.casefold()) if folds else name
