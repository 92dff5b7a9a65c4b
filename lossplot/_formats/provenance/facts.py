"""Readers of the metadata in which each format says how a file was made, safe for bytes by anybody.

Pillow reads that of pictures as well, but takes `lossplot info` a tenth longer to start, hands the whole of a WebP to
a decoder, and finds nothing in a PNG with a wrong byte before its picture, which then could not be called edited.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator

from lossplot._formats import FORMATS

# The bytes that are read of a file: its metadata stand at its beginning, or where its end points to.
REACH = 2**18
MOST_CHUNKS = 10_000
CSV_HEADER = "loss,panel,piece,x,y"
# The header of the histories of a training.
HISTORY_HEADER = "loss,part,epoch,value,low,high"
Facts = dict[str, str]


def facts_in(data: bytes) -> Iterator[tuple[str, Facts]]:
    """Yield each format that `data` may be in with its metadata; nothing where it is damaged."""
    for file_format, row in FORMATS.items():
        if data.startswith(row.start):
            try:
                yield file_format, row.facts(data)
            except (ValueError, LookupError):
                continue


# --- pictures ---


def _part(data: bytes, start: int, size: int) -> bytes:
    """Return `size` bytes of `data` from `start` on.  Raises LookupError if it ends before."""
    if start + size > len(data):
        raise LookupError("cut off")
    return data[start : start + size]


PNG_NAMES = {"Title": "title", "Description": "description", "Software": "software", "Comment": "command"}


def read_png(data: bytes) -> Facts:
    """Read the text chunks before the picture; https://www.w3.org/TR/png-3/#11textinfo."""
    data = data[:REACH]
    facts: Facts = {}
    at = 8
    while (kind := _part(data, at + 4, 4)) not in (b"IDAT", b"IEND"):
        size = int.from_bytes(_part(data, at, 4))
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            keyword, _, rest = _part(data, at + 8, size).partition(b"\0")
            name = PNG_NAMES.get(keyword.decode("latin-1"), "")
            facts.setdefault(name, _png_text(kind, rest) if name else "")
        at += 12 + size
    return facts


def _png_text(kind: bytes, rest: bytes) -> str:
    if kind == b"tEXt":
        return rest.decode("latin-1")
    if kind == b"zTXt":
        return _inflate(rest[1:]).decode("latin-1")
    _, _, text = rest[2:].split(b"\0", 2)
    return (_inflate(text) if rest[0] else text).decode("utf-8")


def _inflate(data: bytes) -> bytes:
    """Return at most REACH bytes, however many `data` would swell to.  Raises ValueError."""
    try:
        return zlib.decompressobj().decompress(data, REACH)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def read_gif(data: bytes) -> Facts:
    """Read the comment before the first frame; https://www.w3.org/Graphics/GIF/spec-gif89a.txt."""
    data = data[:REACH]
    at = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    while data[at] == ord("!"):
        kind, at = data[at + 1], at + 2
        blocks = []
        while size := data[at]:
            blocks.append(_part(data, at + 1, size))
            at += 1 + size
        at += 1
        if kind == 0xFE:
            return read_json(b"".join(blocks))
    return {}


_XMP = {
    "x:xmpmeta/rdf:RDF/rdf:Description/dc:title/rdf:Alt/rdf:li": "title",
    "x:xmpmeta/rdf:RDF/rdf:Description/dc:description/rdf:Alt/rdf:li": "description",
    "x:xmpmeta/rdf:RDF/rdf:Description/xmp:CreatorTool": "software",
    "x:xmpmeta/rdf:RDF/rdf:Description/dc:source": "command",
}


def read_webp(data: bytes) -> Facts:
    """Read the XMP chunk after the frames; https://developers.google.com/speed/webp/docs/riff_container."""
    at = 12
    for _ in range(MOST_CHUNKS):
        kind, size = _part(data, at, 4), int.from_bytes(_part(data, at + 4, 4), "little")
        if kind == b"XMP " and size <= REACH and data[8:12] == b"WEBP":
            return _xml(_part(data, at + 8, size), _XMP)
        at += 8 + size + size % 2
    return {}


# --- XML ---

_PREFIXES = {
    "http://www.w3.org/2000/svg": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://creativecommons.org/ns#": "cc",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "adobe:ns:meta/": "x",
    "http://ns.adobe.com/xap/1.0/": "xmp",
}
_DEEPEST = 10
_SVG = {
    "svg:svg/svg:metadata/rdf:RDF/cc:Work/dc:title": "title",
    "svg:svg/svg:metadata/rdf:RDF/cc:Work/dc:description": "description",
    "svg:svg/svg:metadata/rdf:RDF/cc:Work/dc:source": "command",
    "svg:svg/svg:metadata/rdf:RDF/cc:Work/dc:creator/cc:Agent/dc:title": "software",
}


def read_svg(data: bytes) -> Facts:
    """Read the picture's own metadata, not that of a picture within it."""
    head, end, _ = data[:REACH].partition(b"</metadata>")
    return _xml(head + end, _SVG)


def _xml(xml: bytes, paths: dict[str, str]) -> Facts:
    """Return the texts of the elements at `paths`.  Raises ValueError for what is no XML and for entities."""
    from xml.parsers import expat

    names: list[str] = []
    words: list[str] = []
    texts: Facts = {}

    def start(name: str, _: object) -> None:
        space, _, local = name.rpartition(" ")
        names.append(f"{_PREFIXES.get(space, '')}:{local}")
        words.clear()

    def end(_: str) -> None:
        if len(names) <= _DEEPEST and (fact := paths.get("/".join(names))):
            texts[fact] = "".join(words)
        names.pop()

    def refuse(*_: object) -> None:
        raise ValueError("an entity could stand for anything")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words.append
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, False)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return texts


# --- PDF ---

PDF_NAMES = {"Title": "title", "Subject": "description", "Creator": "software", "Keywords": "command"}
_PDF_MEMBER = re.compile(rb"\s*+/(\w++)\s*+(?:\(((?:[^()\\]|\\.)*+)\)|<([0-9A-Fa-f\s]*+)>)", re.DOTALL)


def read_pdf(data: bytes) -> Facts:
    """Read the Info dictionary, found as a reader finds it: by the table that the file's end points to.

    Only what matplotlib writes is read: one table, uncompressed, and nothing added afterwards.
    ISO 32000-1, 7.3.4 and 7.5.
    """
    table = int(_require(re.search(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z", data[-1024:]))[1])
    head = _require(re.match(rb"xref\s+0 (\d{1,9})\s*\n", data[table : table + 64]))
    entries = table + head.end()
    end = entries + 20 * int(head[1])
    trailer = _require(re.match(rb"trailer\s*<<([^<>]*)>>", data[end : end + 1024]))[1]
    number = int(_require(re.search(rb"/Info (\d{1,9}) 0 R", trailer))[1])
    if b"/Prev" in trailer:
        return {}
    entry = entries + 20 * number
    start = int(_require(re.match(rb"\d{10}", data[entry : entry + 10]))[0])
    info = data[start : start + REACH]
    members = _members(_PDF_MEMBER, info, _require(re.match(rb"%d 0 obj\s*<<" % number, info)).end())
    names = {name.encode(): fact for name, fact in PDF_NAMES.items()}
    return {names[name]: _pdf_text(*values) for name, *values in members if name in names}


def _members(pattern: re.Pattern[bytes], data: bytes, at: int) -> Iterator[tuple[bytes, ...]]:
    """Yield the groups of each match of `pattern`, one right after the other from `at` on."""
    while member := pattern.match(data, at):
        at = member.end()
        yield member.groups()


def _pdf_text(literal: bytes | None, digits: bytes | None) -> str:
    if literal is None:
        text = bytes.fromhex((digits or b"").decode())
    else:
        text = re.sub(rb"\\(\r\n|[0-7]{1,3}|.)", _unescaped, literal, flags=re.DOTALL)
    return text[2:].decode("utf-16-be") if text.startswith(b"\xfe\xff") else text.decode("latin-1")


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}.get(code, code)


def _require(match: re.Match[bytes] | None) -> re.Match[bytes]:
    if match is None:
        raise ValueError("not as lossplot writes it")
    return match


# --- text ---

_JSON = {b"made_by": "software", b"command": "command", b"title": "title", b"description": "description"}
_JSON_MEMBER = re.compile(rb'\s*+"(\w++)"\s*+:\s*+("(?:[^"\\]|\\.)*+")\s*+,?')


def read_comment(data: bytes) -> Facts:
    software, command = _require(re.match(rb". Made by ([^:\r\n]*+): ([^\r\n]*+)[\r\n]", data[:REACH])).groups()
    return {"software": software.decode(), "command": command.decode().replace("cod''ing", "coding")}


def read_json(data: bytes) -> Facts:
    """Read the texts that come first in the object; there is no end to what may follow."""
    members = _members(_JSON_MEMBER, data[:REACH], 1) if data.startswith(b"{") else ()
    return {_JSON[name]: str(json.loads(text)) for name, text in members if name in _JSON}


def read_csv(data: bytes) -> Facts:
    """Recognise a table by its header, which nobody else's has; it has no place for metadata."""
    headers = b"|".join(header.encode() for header in (CSV_HEADER, HISTORY_HEADER))
    return {"software": "lossplot"} if re.match(rb"(?:%b)\r?\n" % headers, data) else {}


# The bytes that it takes to tell the formats apart.
START = max(len(row.start) for row in FORMATS.values())


def may_be_ours(start: bytes) -> bool:
    """Return True if a file that begins with these `START` bytes is in a format that lossplot writes."""
    return start.startswith(tuple(row.start for row in FORMATS.values()))
