"""Provenance of a file: how it was made, by its own metadata, and a seal that shows later changes."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass

from lossplot.formats.provenance import seal
from lossplot.formats.provenance.facts import CSV_HEADER as CSV_HEADER
from lossplot.formats.provenance.facts import START as START
from lossplot.formats.provenance.facts import facts_in
from lossplot.formats.provenance.facts import may_be_ours as may_be_ours

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


# --- seals ---


def sealed(data: bytes) -> bytes:
    """Return the file `data`, as its writer left it, with the seal in its place.  Raises ValueError if it has none."""
    return seal.sealed(data, _seal_of(data))


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
    return seal.body_digest(data, _seal_of(data))


def _seal_of(data: bytes) -> str:
    made = read(data)
    return made.mark("seal") if made else ""


# --- metadata for formats that matplotlib does not write ---


def comment_line(prefix: str, software: str, command: str) -> str:
    """Return the first line of a source file, a comment after `prefix`: `# Made by lossplot 0.1.0: lossplot hinge`."""
    line = f"{prefix} Made by {software}: {command}"
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in line)
    # Python would take `coding: bits` in a comment for the encoding of the file; to a shell, '' is nothing.
    return re.sub("coding(?=[:=])", "cod''ing", line)


def json_members(made: Provenance) -> dict[str, str]:
    """Return the first members of a JSON object."""
    return {"made_by": made.software, "command": made.command, "title": made.title, "description": made.description}


def gif_comment(made: Provenance) -> bytes:
    """Return the comment of a GIF: ASCII, as its standard asks."""
    return json.dumps(json_members(made)).encode("ascii")


def xmp(made: Provenance) -> bytes:
    """Return the XMP packet of a WebP, with Adobe's names, so that other programs find title and description."""
    from xml.sax.saxutils import escape

    title, description, command, software = map(escape, (made.title, made.description, made.command, made.software))
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
