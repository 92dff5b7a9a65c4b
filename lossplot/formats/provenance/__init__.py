"""How a file was made, as the file itself tells, and whether it was changed since."""

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

_SOFTWARE = r"lossplot(?: (\d[\w.+!]{0,40})(?: \(([\w.+!; ]{1,140})\))?)?"


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
        """That of lossplot."""
        return (re.fullmatch(_SOFTWARE, self.software, re.ASCII) or {1: None})[1] or ""

    def mark(self, name: str) -> str:
        """What the software says of itself under `name`: the version of `matplotlib`, a digest (`figure`, `source`)."""
        found = re.search(rf"[(;] ?{name} ([\w.+!]+)[;)]", self.software)
        return found[1] if found else ""


def read(data: bytes) -> Provenance | None:
    """How lossplot made the file that holds `data`; None if it did not, or the file is damaged."""
    for file_format, facts in facts_in(data):
        if re.fullmatch(_SOFTWARE, facts.get("software", ""), re.ASCII):
            command, title, description = (facts.get(name, "") for name in ("command", "title", "description"))
            return Provenance(command, facts["software"], title, description, file_format)
    return None


# --- whether the file is as lossplot left it ---


def sealed(data: bytes) -> bytes:
    """The file `data`, as its writer left it, with the seal in its place.  Raises ValueError if there is none."""
    return seal.sealed(data, _mark_of(data))


def is_sealed(data: bytes) -> bool:
    """Whether nobody has changed `data` since it was sealed: neither a byte of the figure nor one of its record."""
    try:
        return sealed(data) == data
    except ValueError:
        return False


def body_digest(data: bytes) -> str:
    """The digest of all of `data` but what it says of the software that made it.

    It is the same for two files of one format that show the same and record the same command, whichever code drew
    them.
    """
    return seal.body_digest(data, _mark_of(data))


def _mark_of(data: bytes) -> str:
    made = read(data)
    return made.mark("seal") if made else ""


# --- for the writers of formats that matplotlib does not write ---


def comment_line(prefix: str, software: str, command: str) -> str:
    """The first line of a source file, a comment after `prefix`: `# Made by lossplot 0.1.0: lossplot hinge`."""
    line = f"{prefix} Made by {software}: {command}"
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in line)
    # Python would take `coding: bits` in a comment for the encoding of the file; to a shell, '' is nothing.
    return re.sub("coding(?=[:=])", "cod''ing", line)


def json_members(made: Provenance) -> dict[str, str]:
    """The first members of a JSON object."""
    return {"made_by": made.software, "command": made.command, "title": made.title, "description": made.description}


def gif_comment(made: Provenance) -> bytes:
    """The comment of a GIF: ASCII, as its standard wants."""
    return json.dumps(json_members(made)).encode("ascii")


def xmp(made: Provenance) -> bytes:
    """The XMP packet of a WebP; with Adobe's names, so that other programs find title and description."""
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
