"""The seal of a file: a digest, among what the file says of the software that made it, of every other byte."""

from __future__ import annotations

import hashlib
import zlib

LENGTH = 16
_BEFORE = b"; seal "
_SOFTWARE = b"lossplot "
# No software has a longer name than this, in bytes.
_LONGEST = 250
# In a PNG the software is the end of a chunk, after its kind and its keyword and before its checksum.
_PNG, _CHUNK, _CHECKSUM = b"\x89PNG", b"tEXtSoftware\0", 4


def sealed(data: bytes, mark: str) -> bytes:
    """`data` with its seal in place of `mark`, and a checksum that suits it.

    `mark` is the seal that `data` says it has, or what keeps its place.  Raises ValueError where that is nowhere, or
    not just once.
    """
    start, end = _place(data, mark)
    software = data[start : end - len(mark)]
    seal = _digest(software + body_digest(data, mark).encode()).encode()
    after = data[end:]
    if data.startswith(_PNG):
        chunk = _CHUNK + software + seal + after[:1]
        if not data[:start].endswith(_CHUNK):
            raise ValueError("a seal where no PNG of lossplot has it")
        after = after[:1] + zlib.crc32(chunk).to_bytes(_CHECKSUM) + after[1 + _CHECKSUM :]
    return data[: end - len(mark)] + seal + after


def body_digest(data: bytes, mark: str) -> str:
    """The digest of `data` but for the software, whose seal is `mark`, and for a checksum of that."""
    try:
        start, end = _place(data, mark)
    except ValueError:
        return _digest(data)
    after = data[end:]
    return _digest(data[:start] + (after[:1] + after[1 + _CHECKSUM :] if data.startswith(_PNG) else after))


def _place(data: bytes, mark: str) -> tuple[int, int]:
    """Where the name of the software begins, and where the seal at its end does."""
    words = _BEFORE + mark.encode()
    at = data.find(words) if mark else -1
    start = data.rfind(_SOFTWARE, max(0, at - _LONGEST), max(0, at))
    if start < 0 or data.find(words, at + 1) >= 0:
        raise ValueError("no place for a seal")
    return start, at + len(words)


def sealed_text(data: bytes, words: bytes) -> bytes:
    """`data` with its seal in place of what comes first after `words`, of the seal's length.

    Raises ValueError where `data` has no `words`.
    """
    at = data.index(words) + len(words)
    before, after = data[:at], data[at + LENGTH :]
    return before + _digest(before + after).encode() + after


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:LENGTH]
