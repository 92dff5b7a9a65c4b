"""The seal of a file: a digest of every other byte, at the end of the name of the software that made it."""

from __future__ import annotations

import hashlib
import zlib

LENGTH = 16
_BEFORE = b"; seal "
_SOFTWARE = b"lossplot "
# The bytes of the longest name of a software.
_LONGEST = 250
# In a PNG the software is the end of a chunk, after its kind and its keyword and before its checksum.
_PNG, _CHUNK, _CHECKSUM = b"\x89PNG", b"tEXtSoftware\0", 4


def sealed(data: bytes, seal: str) -> bytes:
    """Return `data` with a right seal in place of `seal`, which is wrong or a placeholder, and the PNG checksum for it.

    Raises ValueError if `seal` is not found, or found more than once.
    """
    before, software, after = _split(data, seal)
    digest = _digest(software + body_digest(data, seal).encode()).encode()
    if data.startswith(_PNG):
        if not before.endswith(_CHUNK):
            raise ValueError("a seal where no PNG of lossplot has it")
        checksum = zlib.crc32(_CHUNK + software + digest + after[:1]).to_bytes(_CHECKSUM)
        after = after[:1] + checksum + after[1 + _CHECKSUM :]
    return before + software + digest + after


def body_digest(data: bytes, seal: str) -> str:
    """Return the digest of `data` without the software, whose seal is `seal`, and without its PNG checksum."""
    try:
        before, _, after = _split(data, seal)
    except ValueError:
        return _digest(data)
    return _digest(before + (after[:1] + after[1 + _CHECKSUM :] if data.startswith(_PNG) else after))


def _split(data: bytes, seal: str) -> tuple[bytes, bytes, bytes]:
    """Return the bytes before the software, its name up to the seal, and the bytes after the seal."""
    words = _BEFORE + seal.encode()
    at = data.find(words) if seal else -1
    start = data.rfind(_SOFTWARE, max(0, at - _LONGEST), max(0, at))
    if start < 0 or data.find(words, at + 1) >= 0:
        raise ValueError("no place for a seal")
    return data[:start], data[start : at + len(_BEFORE)], data[at + len(words) :]


def sealed_text(data: bytes, words: bytes) -> bytes:
    """Return `data` with its seal in place of the `LENGTH` bytes after the first `words`.  Raises ValueError."""
    at = data.index(words) + len(words)
    before, after = data[:at], data[at + LENGTH :]
    return before + _digest(before + after).encode() + after


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:LENGTH]
