"""Bytes -> disk: all of them or none, and never in place of somebody else's file."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

from lossplot._errors import LossplotError, Words, quote
from lossplot._formats import FORMATS, inputs, provenance

# The name of a file while it is written, and for how many seconds that may be.
PREFIX, SUFFIX = ".lossplot-", ".tmp"
LONGEST_WRITE = 600.0
# Reasons not to replace a file.
FOREIGN = "exists and was not made by lossplot"
EDITED = "was edited since lossplot made it"
EDITED_IN_PYTHON = "was edited in Python after its command drew it"
OLDER = "was made by an older lossplot, whose files do not tell whether they were edited"
# The option that replaces it nevertheless.
FORCE = Words("--force", "force=True")
# Linux takes longer chains of links for a loop.
_MOST_LINKS = 40


def objection(data: bytes, is_table: Callable[[bytes], bool]) -> str:
    """Return the reason not to replace a file that holds `data`, for people; "" if it is as lossplot made it.

    A CSV has no seal: `is_table` returns True for one as lossplot writes it.
    """
    record = provenance.read(data)
    if record is None:
        return FOREIGN
    if not FORMATS[record.file_format].has_metadata:
        return "" if is_table(data) else f"{EDITED}, or made by another version"
    if not record.mark("seal"):
        return OLDER
    if not provenance.is_sealed(data):
        return EDITED
    return EDITED_IN_PYTHON if record.is_edited else ""


def refusal(path: str, why: str, remedy: str | Words = FORCE) -> LossplotError:
    """Return the error that says why the file at `path` is not replaced, and how to ask for that."""
    return LossplotError(f"{quote(path)} {why}; use ", remedy, " to replace it")


def below(folder: str, path: str) -> str:
    """Return `path`, which is relative to `folder`, relative to where `folder` is."""
    return path if folder == "." else os.path.join(folder, path)


def remove_leftovers(folder: str) -> None:
    """Remove from `folder` the temporary files of killed writes: those too old for any write to need still."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            is_ours = entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX)
            if is_ours and time.time() - entry.stat(follow_symlinks=False).st_mtime > LONGEST_WRITE:
                os.unlink(entry.path)


def make_folder(path: str) -> None:
    """Make the folder `path`, and those above it, unless they exist.  Raises LossplotError."""
    with _os_errors(path, "make directory"):
        os.makedirs(path or ".", exist_ok=True)


def descriptor_of(path: str) -> int | None:
    """Return the file descriptor that `path` leads to: 1 for `/dev/stdout`, 5 for `/dev/fd/5` or a link to it."""
    own = ("/dev/fd", f"/proc/{os.getpid()}/fd", f"/proc/{os.getpid()}/task/{os.getpid()}/fd")
    with contextlib.suppress(OSError, ValueError):
        for _ in range(_MOST_LINKS):
            folder, name = os.path.realpath(os.path.dirname(path)), os.path.basename(path)
            if folder in own and name.isdecimal():
                return int(name)
            path = os.path.join(folder, os.readlink(os.path.join(folder, name)))
    return None


def check_target(
    path: str,
    force: bool,
    is_table: Callable[[bytes], bool] = lambda _: False,
    remedy: str | Words = FORCE,
    in_python: bool = False,
) -> None:
    """Raise LossplotError if `path` cannot be written, or, without `force`, if something would be lost.

    That is whatever lossplot did not make, or somebody changed since; `is_table` is as in `objection`, and `remedy`
    is how the user asks for `force`.  A program `in_python` may replace the figures that such programs edit: running
    it again must not fail.  Call it before any work is done; it changes nothing.
    """
    with _os_errors(path):
        number = descriptor_of(path)
        try:
            status = os.stat(path) if number is None else os.fstat(number)
        except FileNotFoundError:
            _check_directory(path)
            return
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise LossplotError(f"cannot write {quote(path)}: it is a directory; name a file in it")
        if not stat.S_ISREG(mode) or number is not None:
            return
        if not mode & 0o222 or not os.access(path, os.W_OK):
            if _is_read_only_system(path):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS))
            raise LossplotError(f"cannot write {quote(path)}: it is read-only; choose another name")
        _check_directory(path)
        why = "" if force else _objection_to(path, status.st_size, is_table)
        if why and not (in_python and why == EDITED_IN_PYTHON):
            raise refusal(path, why, remedy)


def _objection_to(path: str, size: int, is_table: Callable[[bytes], bool]) -> str:
    return FOREIGN if size > inputs.LARGEST_FIGURE else objection(_content(path), is_table)


def _content(path: str) -> bytes:
    """Return the content of the file at `path`, or only its beginning where that shows that it is none of ours."""
    with open(path, "rb") as file:
        start = file.read(provenance.START)
        return start + file.read() if provenance.may_be_ours(start) else start


def _check_directory(path: str) -> None:
    if path.endswith(("/", os.sep)):
        raise LossplotError(f"cannot write {quote(path)}: it would be a directory; name a file in it")
    directory = os.path.dirname(os.path.realpath(path))
    if not os.path.isdir(directory):
        raise LossplotError(f"cannot write {quote(path)}: there is no directory {quote(directory)}; create it first")
    if not os.access(directory, os.W_OK | os.X_OK):
        reason = os.strerror(errno.EROFS if _is_read_only_system(directory) else errno.EACCES)
        raise LossplotError(f"cannot write in directory {quote(directory)}: {reason}; choose another")
    longest = os.pathconf(directory, "PC_NAME_MAX") if sys.platform != "win32" else 255
    if len(os.fsencode(os.path.basename(path))) > longest:
        raise LossplotError(f"cannot write {quote(path)}: File name too long; choose a shorter one")


def _is_read_only_system(path: str) -> bool:
    """Return True if `path` is on a file system that nobody can write to, whatever its mode says."""
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def write(path: str, data: bytes) -> None:
    """Write `data` to `path`, which afterwards holds all of it, or what it held before.

    A symbolic link stays one, and a file keeps its mode; pipes, devices and open files are written directly.
    Raises LossplotError with the system's reason.
    """
    with _os_errors(path):
        if (number := descriptor_of(path)) is not None:
            _write_all(number, data)
            return
        target = os.path.realpath(path)
        try:
            mode = os.stat(path).st_mode
        except FileNotFoundError:
            mode = stat.S_IFREG | 0o666 & ~_umask()
        if not stat.S_ISREG(mode):
            with open(path, "wb", buffering=0) as device:
                _write_all(device.fileno(), data)
            return
        _replace(target, data, stat.S_IMODE(mode))


def _replace(target: str, data: bytes, mode: int) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=os.path.dirname(target))
    try:
        try:
            _write_all(descriptor, data)
            os.fsync(descriptor)
            os.chmod(temporary, mode)
        finally:
            os.close(descriptor)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _umask() -> int:
    """Return the process's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _os_errors(path: str, action: str = "write") -> Iterator[None]:
    """Turn OSError and invalid names into a LossplotError that quotes `path`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise LossplotError(f"cannot {action} {quote(path)}: {reason}; choose another place") from error
    except ValueError as error:  # a NUL, or half of a surrogate pair, which only a program can put there
        raise LossplotError(f"cannot {action} {quote(path)}: no file can be called so; choose another place") from error
