"""Provenance of a file: how it was made, by its own metadata, and a seal that shows later changes."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zlib
from dataclasses import dataclass

from lossplot._formats.provenance.facts import CSV_HEADER as CSV_HEADER
from lossplot._formats.provenance.facts import HISTORY_HEADER as HISTORY_HEADER
from lossplot._formats.provenance.facts import START as START
from lossplot._formats.provenance.facts import facts_in
from lossplot._formats.provenance.facts import may_be_ours as may_be_ours

_SOFTWARE = r"lossplot(?: (\d[\w.+!]{0,40})(?: \([\w.+!; ]{1,140}\))?)?"


@dataclass(frozen=True, slots=True)
class Provenance:
    """The command line that made a figure, by which software, and the figure in words; "" where none is recorded."""

    command: str
    software: str
    title: str
    description: str
    file_format: str

    @property
    def version(self) -> str:
        """The version of lossplot."""
        match = re.fullmatch(_SOFTWARE, self.software, re.ASCII)
        return match[1] or "" if match else ""

    @property
    def is_edited(self) -> bool:
        """True if a program changed the figure after its command drew it, and before it was saved."""
        return bool(self.mark("edited"))

    def mark(self, name: str) -> str:
        """Return the value of `name` in the software: the version of `matplotlib`, a digest (`figure`, `source`)."""
        match = re.search(rf"[(;] ?{name} ([\w.+!]+)[;)]", self.software)
        return match[1] if match else ""


def read(data: bytes) -> Provenance | None:
    """Return how lossplot made the file that holds `data`; None if it did not, or the file is damaged."""
    for file_format, facts in facts_in(data):
        if re.fullmatch(_SOFTWARE, facts.get("software", ""), re.ASCII):
            command, title, description = (facts.get(name, "") for name in ("command", "title", "description"))
            return Provenance(command, facts["software"], title, description, file_format)
    return None


# --- seals: a digest of every other byte of a file, at the end of the name of the software that made it ---

_LENGTH = 16
_BEFORE_SEAL = b"; seal "
# The bytes of the longest name of a software.
_LONGEST = 250
# In a PNG the software is the end of a chunk, after its kind and its keyword and before its checksum.
_PNG, _CHUNK, _CHECKSUM = b"\x89PNG", b"tEXtSoftware\0", 4


def sealed(data: bytes) -> bytes:
    """Return `data` with the right seal in place of the one it has, or of a placeholder, and the PNG checksum for it.

    Raises ValueError if `data` has no seal, or more than one.
    """
    before, software, after = _split(data)
    digest = _digest(software + _digest(_body(before, after)).encode()).encode()
    if data.startswith(_PNG):
        if not before.endswith(_CHUNK):
            raise ValueError("a seal where no PNG of lossplot has it")
        checksum = zlib.crc32(_CHUNK + software + digest + after[:1]).to_bytes(_CHECKSUM)
        after = after[:1] + checksum + after[1 + _CHECKSUM :]
    return before + software + digest + after


def is_sealed(data: bytes) -> bool:
    """Return True if `data` is unchanged since it was sealed: the figure and its metadata."""
    try:
        return sealed(data) == data
    except ValueError:
        return False


def body_digest(data: bytes) -> str:
    """Return the digest of all of `data` but the name of the software that made it.

    It is equal for two files of one format with the same picture and command, whichever version drew them.
    """
    try:
        before, _, after = _split(data)
    except ValueError:
        return _digest(data)
    return _digest(_body(before, after))


def sealed_text(data: bytes, words: bytes) -> bytes:
    """Return `data` with its seal in place of the 16 bytes after the first `words`.  Raises ValueError."""
    at = data.index(words) + len(words)
    before, after = data[:at], data[at + _LENGTH :]
    return before + _digest(before + after).encode() + after


def _split(data: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the bytes before the software, its name up to the seal, and the bytes after the seal."""
    record = read(data)
    digest = record.mark("seal") if record else ""
    seal = _BEFORE_SEAL + digest.encode()
    at = data.find(seal) if digest else -1
    start = data.rfind(b"lossplot ", max(0, at - _LONGEST), max(0, at))
    if start < 0 or data.find(seal, at + 1) >= 0:
        raise ValueError("no place for a seal")
    return data[:start], data[start : at + len(_BEFORE_SEAL)], data[at + len(seal) :]


def _body(before: bytes, after: bytes) -> bytes:
    """Return a file without its software, and without the PNG checksum of that."""
    return before + (after[:1] + after[1 + _CHECKSUM :] if before.startswith(_PNG) else after)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_LENGTH]


# --- metadata for formats that matplotlib does not write ---


def comment_line(prefix: str, software: str, command: str) -> str:
    """Return the first line of a source file, a comment after `prefix`: `# Made by lossplot 0.1.0: lossplot hinge`."""
    line = f"{prefix} Made by {software}: {command}"
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in line)
    # Python would take `coding: bits` in a comment for the encoding of the file; to a shell, '' is nothing.
    return re.sub("coding(?=[:=])", "cod''ing", line)


def json_members(record: Provenance) -> dict[str, str]:
    """Return the first members of a JSON object."""
    return {
        "made_by": record.software,
        "command": record.command,
        "title": record.title,
        "description": record.description,
    }


def gif_comment(record: Provenance) -> bytes:
    """Return the comment of a GIF: ASCII, as its standard asks."""
    return json.dumps(json_members(record)).encode("ascii")


def xmp(record: Provenance) -> bytes:
    """Return the XMP packet of a WebP, with Adobe's names, so that other programs find title and description."""
    from html import escape

    texts = (record.title, record.description, record.command, record.software)
    title, description, command, software = (escape(text, quote=False) for text in texts)
    text = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:source>{command}</dc:source><xmp:CreatorTool>{software}</xmp:CreatorTool>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    return text.encode()
