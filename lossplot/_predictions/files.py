"""Files and streams of predictions as bytes: read on as they come, and whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from typing import Any

from lossplot._errors import LossplotError, RequestError, quote

_WRONG = {
    errno.ENOENT: "No such file or directory; name a file of predictions",
    errno.EISDIR: "it is a directory; name a file in it, or 'DIRECTORY/*.parquet'",
}


STDIN = "stdin"


class Bytes(io.RawIOBase):
    """The bytes of a file that is open; reading them raises LossplotError if the file changes meanwhile."""

    source: str
    size: int
    position: int

    def __init__(self, file: Any, source: str) -> None:
        super().__init__()
        self._file, self.source = file, source
        self._status = os.fstat(file.fileno())
        self.size = self._status.st_size if stat.S_ISREG(self._status.st_mode) else 0
        self.position = 0

    @property
    def share(self) -> float:
        """The share of a file that has been read, from 0 to 1; 0 for a stream."""
        return min(1.0, self.position / self.size) if self.size else 0.0

    @property
    def is_file(self) -> bool:
        return bool(self.size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            count = self._file.readinto(buffer) or 0
        except OSError as error:
            raise self._failure(error) from error
        self.position += count
        if not count:
            self.check()
        return count

    def _failure(self, error: OSError) -> LossplotError:
        return LossplotError(f"cannot read {self.source}: {error.strerror}; see whether the disk is well")

    def read_at(self, place: int, buffer: Any) -> None:
        """Fill `buffer` with the bytes from `place` on."""
        self._file.seek(place)
        view = memoryview(buffer).cast("B")
        while view:
            count = self.readinto(view)
            if not count:
                raise LossplotError(f"{self.source} became shorter while it was read; run this again when it is whole")
            view = view[count:]
        self.position = place

    def check(self) -> None:
        """Raise LossplotError if the file is no longer what was opened."""
        status = os.fstat(self._file.fileno())
        if self.size and (status.st_size, status.st_mtime_ns) != (self.size, self._status.st_mtime_ns):
            raise LossplotError(f"{self.source} changed while it was read; run this again when it is whole")

    def peek(self, count: int) -> bytes:
        """Return the first bytes, which stay to be read."""
        try:
            return bytes(self._file.peek(count)[:count])
        except OSError as error:
            raise self._failure(error) from error

    def close(self) -> None:
        """Close the file; stdin stays open."""
        if not self.closed and self.source != STDIN:
            self._file.close()
        super().close()

    @property
    def stream(self) -> Any:
        """The file itself, for readers that look here and there in it."""
        return self._file


def open_bytes(path: str) -> Bytes:
    """Open the file at `path`, or stdin for `-`.

    Raises RequestError where there is no such file, and LossplotError where the system does not let us read it.
    """
    if path == "-":
        return Bytes(sys.stdin.buffer, STDIN)
    try:
        if os.path.isdir(path):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        return Bytes(open(path, "rb", buffering=1 << 20), quote(path))
    except ValueError as error:  # a NUL, or half of a surrogate pair
        raise RequestError(
            f"cannot read {quote(path)}: no file can be called so; name a file of predictions"
        ) from error
    except OSError as error:
        if reason := _WRONG.get(error.errno or 0):
            raise RequestError(f"cannot read {quote(path)}: {reason}") from error
        raise LossplotError(f"cannot read {quote(path)}: {error.strerror}; name a file that can be read") from error
