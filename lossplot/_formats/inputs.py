"""Files that somebody names, read whole: nothing but ordinary files, and none larger than its kind can be."""

from __future__ import annotations

import errno
import os
import stat

from lossplot._errors import LossplotError, quote

# In bytes: no figure within lossplot's limits comes near it, and every setting that matplotlib has, with its comments,
# is a twentieth of it.
LARGEST_FIGURE, LARGEST_STYLE = 2**28, 2**20
_NO_FIGURE = {
    errno.EISDIR: "it is a directory; name a file in it",
    errno.EINVAL: "it is not a file; name one that lossplot made",
    errno.EFBIG: "it is too large for a figure; name one that lossplot made",
}


def read_file(path: str, largest: int) -> bytes:
    """Return the content of the ordinary file at `path`, if that is at most `largest` bytes.

    Raises OSError whose `strerror` is fit for a message: the system's, EINVAL for a pipe, a device or what only looks
    like a file, as those of /proc do, and EFBIG for what is too large.  Nothing that may have no end is read.
    """
    try:
        # Opening alone can change a device.
        _check(os.stat(path), largest)
        flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
        with open(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            _check(status, largest)
            data = file.read(status.st_size + 1)
    except ValueError as error:  # a NUL, or half of a surrogate pair
        raise OSError(errno.EINVAL, "no file can be called so") from error
    # The kernel makes up the content of such a file as it is read, and its size says nothing.
    if data is None or len(data) != status.st_size:
        raise OSError(errno.EINVAL, "it is not a file")
    return data


def _check(status: os.stat_result, largest: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    if status.st_size > largest:
        raise OSError(errno.EFBIG, "it is too large")


def read_figure(path: str) -> bytes:
    """Return the content of the figure at `path`, in any format.  Raises LossplotError."""
    try:
        return read_file(path, LARGEST_FIGURE)
    except OSError as error:
        reason = _NO_FIGURE.get(error.errno or 0, f"{error.strerror}; name a file that lossplot made")
        raise LossplotError(f"cannot read {quote(path)}: {reason}") from error


def read_style_sheet(path: str) -> bytes:
    """Return the content of the style sheet at `path`.  Raises LossplotError; an address is a path like any other."""
    try:
        return read_file(os.path.expanduser(path), LARGEST_STYLE)
    except OSError as error:
        reason = f"{error.strerror} for a style" if error.errno == errno.EFBIG else error.strerror
        raise LossplotError(f"cannot read {quote(path)}: {reason}; name a .mplstyle file") from error
