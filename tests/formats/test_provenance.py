"""What a file says of how it was made is read back as it was written; what others wrote is never taken for ours."""

from __future__ import annotations

import io
import json
import shlex
import subprocess
import time
import tracemalloc
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure
from PIL import Image
from support.cases import some
from support.draws import choice, integers, law, lists, mapped, texts
from support.requirements import need
from support.run import assert_done, call

import lossplot
from lossplot._formats.provenance import (
    Provenance,
    comment_line,
    gif_comment,
    is_sealed,
    json_members,
    read,
    sealed,
    xmp,
)
from lossplot._formats.provenance.facts import read_gif, read_png

SOFTWARE = "lossplot 0.1.0 (matplotlib 3.11.2)"
RECORD = Provenance("lossplot --format png 'a b'", SOFTWARE, "δ (b) \\ c", "The loss <of> & \U0001d538.", "png")
CSV_HEADER = "loss,panel,piece,x,y"
PNG = b"\x89PNG\r\n\x1a\n"
# All that a title may hold (lossplot._errors.check_text), and more.
TEXTS = texts(60, accepted=lambda c: unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff")


# --- the writers of each format ---


def by_matplotlib(file_format: str, metadata: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    Figure(figsize=(0.5, 0.5)).savefig(buffer, format=file_format, metadata=metadata)
    return buffer.getvalue()


def as_png(record: Provenance) -> bytes:
    names = {
        "Title": record.title,
        "Description": record.description,
        "Software": record.software,
        "Comment": record.command,
    }
    return by_matplotlib("png", names)


def as_svg(record: Provenance) -> bytes:
    names = {
        "Title": record.title,
        "Description": record.description,
        "Creator": record.software,
        "Source": record.command,
    }
    return by_matplotlib("svg", {**names, "Date": None})


def as_pdf(record: Provenance) -> bytes:
    names = {
        "Title": record.title,
        "Subject": record.description,
        "Creator": record.software,
        "Keywords": record.command,
    }
    return by_matplotlib("pdf", {**names, "CreationDate": None})


def frames() -> list[Image.Image]:
    return [Image.new("RGB", (8, 8), (60 * index, 100, 50)) for index in range(3)]


def as_gif(record: Provenance) -> bytes:
    buffer = io.BytesIO()
    first, *others = frames()
    first.save(buffer, "GIF", save_all=True, append_images=others, duration=50, loop=0, comment=gif_comment(record))
    return buffer.getvalue()


def as_webp(record: Provenance) -> bytes:
    buffer = io.BytesIO()
    first, *others = frames()
    first.save(buffer, "WEBP", save_all=True, append_images=others, duration=50, loop=0, xmp=xmp(record))
    return buffer.getvalue()


def as_py(record: Provenance) -> bytes:
    return f"{comment_line('#', record.software, record.command)}\nimport math\n".encode()


def as_tex(record: Provenance) -> bytes:
    return f"{comment_line('%', record.software, record.command)}\n\\documentclass{{standalone}}\n".encode()


def as_json(record: Provenance) -> bytes:
    return json.dumps({**json_members(record), "curves": [{"title": "no", "x": [0.0, 1.0]}]}, indent=1).encode()


def as_csv(record: Provenance) -> bytes:
    return f"{CSV_HEADER}\nhinge,loss,1,-3.0,4.0\n".encode()


WRITERS: dict[str, Callable[[Provenance], bytes]] = {
    "png": as_png,
    "svg": as_svg,
    "pdf": as_pdf,
    "gif": as_gif,
    "webp": as_webp,
    "py": as_py,
    "tex": as_tex,
    "json": as_json,
    "csv": as_csv,
}
FULL = ("png", "svg", "pdf", "gif", "webp", "json")
every_format = pytest.mark.parametrize("file_format", WRITERS)


def sample(file_format: str) -> bytes:
    return WRITERS[file_format](RECORD)


# --- read back ---


# Titles, descriptions and commands with what has a meaning in one of the formats.
NESTED = [
    (") /Keywords (lossplot -o x) \\", "\\n\\051\\", "((("),
    ("þÿ", "\u00ff\u00fe", "</dc:source><dc:source>]]>&amp;\"'"),
    ('", "command": "lossplot -o x', "\\", "'\\\\\"'"),
    ("\U0001d538\u202e", "x" * 70_000, "e\u0301\u2028"),
]


@pytest.mark.parametrize("file_format", FULL)
@law(20, also=NESTED, title=TEXTS, description=TEXTS, command=TEXTS)
def test_every_text_is_read_as_it_was_written(file_format: str, title: str, description: str, command: str) -> None:
    record = Provenance(command, SOFTWARE, title, description, file_format)
    assert read(WRITERS[file_format](record)) == record


CODINGS = [
    ("coding: utf-7",),
    ("Emacs: -*- Coding: latin-1; coding=latin-1 -*- vim: set fileencoding=bogus",),
    ("cod''ing: it's",),
    ("{\\input{x} % #",),
]


@pytest.mark.parametrize(("file_format", "prefix"), [("py", "#"), ("tex", "%")])
@law(40, also=CODINGS, title=TEXTS)
def test_a_comment_is_read_as_it_was_written_and_is_a_comment(file_format: str, prefix: str, title: str) -> None:
    command = shlex.join(["lossplot", f"--title={title}", "--format", file_format, "hinge"])
    line = comment_line(prefix, SOFTWARE, command)
    source = f"{line}\nx = 'é'\n".encode()
    assert read(source) == Provenance(command, SOFTWARE, "", "", file_format)
    # The command in the comment itself is the same to a shell.
    assert shlex.split(line.partition(": ")[2]) == shlex.split(command)
    if prefix == "#":
        record: dict[str, str] = {}
        exec(compile(source, "figure.py", "exec"), record)
        assert record["x"] == "é"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\0", "\ud800", "\x1a"])
def test_a_comment_is_one_line_whatever_it_says(end: str) -> None:
    line = comment_line("#", SOFTWARE, f"lossplot 'a{end}import os'")
    assert line.splitlines() == [line]
    assert compile(f"{line}\n".encode(), "figure.py", "exec").co_names == ()
    assert read(f"{line}\n".encode()) is not None


def test_a_table_is_known_by_its_header() -> None:
    assert read(as_csv(RECORD)) == Provenance("", "lossplot", "", "", "csv")
    assert read(as_csv(RECORD).replace(b"\n", b"\r\n")) is not None
    for foreign in ("loss,panel,piece,x", f"{CSV_HEADER},z", f" {CSV_HEADER}", CSV_HEADER.upper(), f"x\n{CSV_HEADER}"):
        assert read(f"{foreign}\nhinge,loss,1,-3.0,4.0\n".encode()) is None


def test_both_kinds_of_compressed_text_in_a_png_are_read() -> None:
    data = PNG + b"".join(
        chunk(kind, words)
        for kind, words in (
            (b"zTXt", b"Title\0\0" + zlib.compress("é".encode("latin-1"))),
            (b"iTXt", b"Comment\0\1\0en\0Kommentar\0" + zlib.compress("lossplot δ".encode())),
            (b"iTXt", b"Software\0\0\0\0\0" + SOFTWARE.encode()),
            (b"IDAT", b""),
        )
    )
    assert read(data) == Provenance("lossplot δ", SOFTWARE, "é", "", "png")


def test_chunks_of_a_webp_begin_at_even_places() -> None:
    packet = xmp(RECORD)
    data = b"RIFF\0\0\0\0WEBPANMF\3\0\0\0odd\0XMP " + len(packet).to_bytes(4, "little") + packet
    assert read(data) == replace(RECORD, file_format="webp")


@pytest.mark.parametrize(
    ("literal", "meant"),
    [
        (
            rb"(a\)\(\\b\n\t\053\53\0533\
c)",
            "a)(\\b\n\t+++3c",
        ),
        (b"<FEFF03B4D835DD38>", "δ\U0001d538"),
        (b"<61 62>", "ab"),
        (b"(\\376\\377\\003\\264)", "δ"),
        (b"()", ""),
    ],
    ids=["escapes", "hexadecimal", "hexadecimal-ascii", "octal-utf-16", "empty"],
)
def test_strings_of_a_pdf_are_read_as_its_standard_says(literal: bytes, meant: str) -> None:
    """ISO 32000-1, 7.3.4.2 and 7.3.4.3."""
    data = pdf(b"<< /Title %b /Creator (lossplot 0.1.0) >>" % literal)
    record = read(data)
    assert record
    assert record.title == meant


# --- and as other programs read it ---

TITLE = "δ (b) \\ c </dc:title> & ) /Keywords (x"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    words = ["hinge", "logistic", "--range=-2:3", "--title", TITLE]
    names = ["a.png", "a.svg", "a.pdf"]
    assert_done(call(*words, *(f"--output={name}" for name in names), cwd=folder), *names)
    return folder


def provenance_of(path: Path) -> Provenance:
    record = read(path.read_bytes())
    assert record
    assert record.title == TITLE
    assert record.file_format == path.suffix[1:]
    assert record.command.startswith("lossplot ")
    assert "Hinge" in record.description
    return record


def test_pillow_finds_the_same_in_a_png(folder: Path) -> None:
    record = provenance_of(folder / "a.png")
    with Image.open(folder / "a.png") as image:
        texts = image.info
    assert texts["Comment"] == record.command
    assert texts["Software"] == record.software
    assert texts["Title"] == record.title
    assert texts["Description"] == record.description


def test_elementtree_finds_the_same_in_an_svg(folder: Path) -> None:
    record = provenance_of(folder / "a.svg")
    dublin = "{http://purl.org/dc/elements/1.1/}"
    root = ElementTree.parse(folder / "a.svg").getroot()
    assert root.findtext(f".//{dublin}source") == record.command
    assert root.findtext(f".//{dublin}description") == record.description
    assert root.findtext(f".//{dublin}creator//{dublin}title") == record.software


def test_poppler_finds_the_same_in_a_pdf(folder: Path) -> None:
    need("pdfinfo")
    record = provenance_of(folder / "a.pdf")
    pdfinfo = subprocess.run(["pdfinfo", "-enc", "UTF-8", folder / "a.pdf"], capture_output=True, check=True, text=True)
    fields = dict(line.split(":", 1) for line in pdfinfo.stdout.splitlines())
    assert fields["Keywords"].strip() == record.command
    assert fields["Creator"].strip() == record.software
    assert fields["Title"].strip() == record.title
    assert fields["Subject"].strip() == record.description


def test_pillow_finds_the_same_in_moving_pictures() -> None:
    with Image.open(io.BytesIO(as_gif(RECORD))) as image:
        assert json.loads(image.info["comment"]) == json_members(RECORD)
        assert image.info["comment"].isascii()
    with Image.open(io.BytesIO(as_webp(RECORD))) as image:
        root = ElementTree.fromstring(image.info["xmp"])
    assert RECORD.title in root.itertext()
    assert RECORD.description in root.itertext()


# --- whose it is ---


def chunk(kind: bytes, words: bytes) -> bytes:
    return len(words).to_bytes(4) + kind + words + zlib.crc32(kind + words).to_bytes(4)


def pdf(info: bytes, others: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of matplotlib's make, with this Info dictionary."""
    head = b"%PDF-1.4\n" + others
    table = b"1 0 obj\n" + info + b"\nendobj\n"
    entries = b"0000000000 65535 f \n%010d 00000 n \n" % len(head)
    body = head + table
    return body + (
        b"xref\n0 2\n%btrailer\n<< /Size 2 /Info 1 0 R %b>>\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer, len(body))
    )


OUR_INFO = b"<< /Creator (lossplot 0.1.0) /Keywords (lossplot hinge) >>"
THEIR_INFO = b"<< /Creator (TeX) >>"
METADATA = as_svg(RECORD).partition(b"<metadata>")[2].partition(b"</metadata>")[0]
FOREIGN = {
    "pdf-with-ours-in-it": pdf(THEIR_INFO, others=b"7 0 obj\n" + OUR_INFO + b"\nendobj\n"),
    "pdf-with-ours-in-a-string": pdf(
        b"<< /Title (%b) /Creator (TeX) >>" % OUR_INFO.replace(b"(", b"\\(").replace(b")", b"\\)")
    ),
    "pdf-with-more-added": pdf(OUR_INFO, trailer=b"/Prev 9 "),
    "pdf-then-something": pdf(OUR_INFO) + b"x",
    "svg-with-ours-in-it": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><svg><metadata>"
    + METADATA
    + b"</metadata></svg></svg>",
    "html-with-ours-in-it": b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><metadata>"
    + METADATA
    + b"</metadata></html>",
    "svg-with-an-entity": as_svg(RECORD)
    .replace(b"<!DOCTYPE svg", b"<!DOCTYPE svg [<!ENTITY x 'y'>] ><!--", 1)
    .replace(b'.dtd">', b"-->", 1),
    "svg-of-other-names": as_svg(RECORD).replace(b"purl.org/dc/elements", b"purl.org/xx/elements"),
    "svg-with-ours-in-a-comment": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><!--"
    + as_svg(RECORD).partition(b"?>")[2].replace(b"--", b"")
    + b"--></svg>",
    "png-with-ours-after-the-picture": PNG + chunk(b"IDAT", b"") + chunk(b"tEXt", b"Software\0" + SOFTWARE.encode()),
    "png-with-ours-in-a-text": PNG + chunk(b"tEXt", b"Comment\0tEXtSoftware\0" + SOFTWARE.encode()),
    "png-by-another-version-of-another-program": as_png(RECORD).replace(b"lossplot 0.1.0 (", b"xossplot 0.1.0 ("),
    "gif-with-a-list": as_gif(RECORD).replace(b'{"made_by', b'["made_by'),
    "gif-with-a-comment": as_gif(RECORD).replace(b"made_by", b"said_by"),
    "webp-by-another-program": as_webp(RECORD).replace(b"lossplot 0.1.0 (", b"xossplot 0.1.0 ("),
    "wave-with-ours-in-it": as_webp(RECORD).replace(b"WEBP", b"WAVE"),
    "script-that-quotes-us": b"#!/bin/sh\n" + as_py(RECORD),
    "script-that-is-made-by-another": b"# Made by hand: lossplot hinge\n",
    "script-that-speaks-of-us": b"# Made by lossplot 0.1.0 fans: lossplot hinge\n",
    "json-with-ours-within": b'{"figure": ' + as_json(RECORD) + b"}",
    "json-list-of-ours": b"[" + as_json(RECORD) + b"]",
    "json-of-other-types": b'{"made_by": ["' + SOFTWARE.encode() + b'"], "command": "lossplot hinge"}',
    "empty": b"",
    "words": b"lossplot 0.1.0 (matplotlib 3.11.2)",
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_what_only_holds_ours_is_not_ours(data: bytes) -> None:
    assert read(data) is None


def test_the_same_but_for_that_is_ours() -> None:
    """The forgeries above fail for what they are forged in, not for how they are built."""
    assert read(pdf(OUR_INFO))
    svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><metadata>" + METADATA + b"</metadata></svg>"
    assert read(svg)
    assert read(PNG + chunk(b"tEXt", b"Software\0" + SOFTWARE.encode()) + chunk(b"IDAT", b""))
    assert read(b"# Made by lossplot 0.1.0: lossplot hinge\n")


@pytest.mark.parametrize(
    "software",
    [
        "Lossplot 0.1.0",
        "lossplot 0.1.0 (matplotlib 3.11.2) and GIMP",
        "lossplot  0.1.0",
        "lossplot 0.1.0\n",
        "lossplot 0.1.0 (\x1b[2J)",
        "lossplot ٣",
        "lossplotter 1",
        "lossplot 0." + 99 * "1",
    ],
)
@pytest.mark.parametrize("file_format", FULL)
def test_another_software_is_not_ours(file_format: str, software: str) -> None:
    # XML cannot hold an escape: it is no file then.
    assert read(WRITERS[file_format](Provenance("lossplot hinge", software, "", "", file_format))) is None


# --- hostile bytes ---


@every_format
def test_a_file_cut_anywhere_is_read_or_not_but_never_fails(file_format: str) -> None:
    data = sample(file_format)
    whole = read(data)
    assert whole
    for end in range(len(data)):
        record = read(data[:end])
        if record:
            assert record.software == whole.software
            assert record.command in (whole.command, "")


@every_format
@pytest.mark.parametrize("wrong", some([None, 0, ord("("), ord("9")], 2))
def test_a_file_with_one_wrong_byte_never_fails(file_format: str, wrong: int | None) -> None:
    data = bytearray(sample(file_format))
    for at, byte in enumerate(data):
        data[at] = byte ^ 0xFF if wrong is None else wrong
        read(bytes(data))
        data[at] = byte


STARTS = (
    PNG,
    b"<?xml version='1.0'?>",
    b"%PDF-1.4\n",
    b"GIF89a",
    b"RIFF\0\0\0\0WEBP",
    b"# Made by ",
    b"% Made by ",
    b"{",
)


ENDS = (b"", b"startxref\n9\n%%EOF", b"</metadata>")


@law(100, start=choice(STARTS), data=mapped(bytes, lists(integers(0, 255), 0, 300)), end=choice(ENDS))
def test_garbage_is_not_ours(start: bytes, data: bytes, end: bytes) -> None:
    assert read(start + data + end) is None


LAUGHS = b"".join(b'<!ENTITY l%d "%b">' % (n + 1, b"&l%d;" % n * 10) for n in range(9))
# Each is larger, or becomes larger, than the memory that reading may take.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "png-of-endless-chunk": lambda: PNG + b"\xff\xff\xff\xfftEXtSoftware\0" + SOFTWARE.encode()[:20],
    "png-of-empty-chunks": lambda: PNG + bytes(40_000_000),
    "png-of-text": lambda: PNG + chunk(b"tEXt", b"Title\0" + b"x" * 40_000_000),
    "png-bomb": lambda: PNG + chunk(b"zTXt", b"Title\0\0" + zlib.compress(bytes(80_000_000), 9)),
    "png-bomb-of-unicode": lambda: PNG + chunk(b"iTXt", b"Title\0\1\0\0\0" + zlib.compress(bytes(80_000_000), 9)),
    "png-of-bad-compression": lambda: PNG + chunk(b"zTXt", b"Title\0\0garbage"),
    "png-of-bad-unicode": lambda: PNG + chunk(b"iTXt", b"Title\0\0\0\0\0\xff\xfe"),
    "png-of-short-text": lambda: PNG + chunk(b"iTXt", b"Title\0") + chunk(b"iTXt", b"Title"),
    "svg-billion-laughs": lambda: b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY l0 'ha'>%b]><svg>&l9;</svg>" % LAUGHS,
    "svg-of-a-file": lambda: (
        b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>"
    ),
    "svg-of-parameters": lambda: (
        b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><svg/>"
    ),
    "svg-very-deep": lambda: b"<?xml version='1.0'?>" + b"<a>" * 14_000_000,
    "svg-deep-and-back": lambda: b"<?xml version='1.0'?>" + b"<a>" * 35_000 + b"</a>" * 35_000,
    "svg-of-many-attributes": lambda: b"<?xml version='1.0'?><svg " + b"".join(b'a%d="" ' % n for n in range(200_000)),
    "svg-of-many-texts": lambda: b"<?xml version='1.0'?><svg>" + b"&amp;\n" * 7_000_000,
    "svg-in-no-encoding": lambda: b"<?xml version='1.0' encoding='bogus'?><svg/>",
    "svg-in-rot13": lambda: b"<?xml version='1.0' encoding='rot13'?><svg/>",
    "svg-in-utf-16": lambda: b"<?xml" + "<svg/>".encode("utf-16"),
    "pdf-without-end": lambda: b"%PDF-1.4\n" + b"startxref\n" * 4_000_000,
    "pdf-far-away": lambda: b"%PDF-1.4\nstartxref\n999999999999\n%%EOF\n",
    "pdf-of-many-objects": lambda: b"%PDF-1.4\nxref\n0 999999999\nstartxref\n9\n%%EOF\n",
    "pdf-of-open-string": lambda: pdf(b"<< /Title (" + b"\\\\" * 20_000_000),
    "pdf-of-many-members": lambda: pdf(b"<<" + b"/Title()" * 5_000_000),
    "pdf-of-odd-digits": lambda: pdf(b"<< /Title <616> /Creator (lossplot 0.1.0) >>"),
    "pdf-of-bad-octal": lambda: pdf(b"<< /Title (\\9) /Creator (lossplot 0.1.0) >>"),
    "pdf-of-half-a-surrogate": lambda: pdf(b"<< /Title <FEFFD835> /Creator (lossplot 0.1.0) >>"),
    "pdf-of-itself": lambda: b"%PDF-1.4\nxref\n0 1\ntrailer\n<< /Info 0 0 R >>\nstartxref\n9\n%%EOF\n",
    "gif-short": lambda: b"GIF89a",
    "gif-of-blocks": lambda: b"GIF89a" + bytes(7) + b"!\xfe" + b"\1x" * 20_000_000,
    "gif-of-extensions": lambda: b"GIF89a" + bytes(7) + b"!\xf9\0" * 14_000_000,
    "webp-of-empty-chunks": lambda: b"RIFF\0\0\0\0WEBP" + bytes(40_000_000),
    "webp-of-endless-chunk": lambda: b"RIFF\0\0\0\0WEBPXMP \xff\xff\xff\xff<x/>",
    "webp-of-a-large-packet": lambda: (
        b"RIFF\0\0\0\0WEBPXMP " + (40_000_000).to_bytes(4, "little") + b"<x>" * 14_000_000
    ),
    "json-very-deep": lambda: b'{"made_by": ' + b"[" * 40_000_000,
    "json-of-a-long-number": lambda: b'{"made_by": ' + b"9" * 40_000_000,
    "json-of-a-long-text": lambda: b'{"made_by": "' + b"\\n" * 20_000_000,
    "json-of-many-members": lambda: b'{"a": "b"' + b', "made_by": "x"' * 2_500_000,
    "json-of-bad-unicode": lambda: b'{"made_by": "\xff\\ud800\\x"}',
    "script-of-one-line": lambda: b"# Made by " + b"x" * 40_000_000,
    "script-of-bad-unicode": lambda: b"# Made by lossplot 0.1.0: \xff\n",
    "table-of-one-line": lambda: CSV_HEADER.encode() + b"," * 40_000_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bytes_cost_little_and_are_not_ours(make: Callable[[], bytes]) -> None:
    data = make()
    tracemalloc.start()
    began = time.process_time()
    try:
        assert read(data) is None
        assert time.process_time() - began < 60.0
        assert tracemalloc.get_traced_memory()[1] < 32e6
    finally:
        tracemalloc.stop()


def test_a_seal_that_is_written_in_another_way_is_none() -> None:
    whole = lossplot.plot("hinge", size=(2, 2)).to_bytes("svg")
    other = whole.replace(b"; seal ", b"; se&#97;l ")
    record = read(other)
    assert record
    assert record.mark("seal")
    assert not is_sealed(other)
    with pytest.raises(ValueError, match="no place for a seal"):
        sealed(other)


def test_a_file_with_two_seals_has_no_place_for_one() -> None:
    whole = lossplot.plot("hinge", size=(2, 2)).to_bytes("svg")
    record = read(whole)
    assert record
    twice = whole.replace(b"</svg>", f"<!--; seal {record.mark('seal')}--></svg>".encode())
    assert is_sealed(whole)
    assert not is_sealed(twice)
    with pytest.raises(ValueError, match="no place for a seal"):
        sealed(twice)


@pytest.mark.parametrize("bits", [None, 0, 1, 7])
def test_the_comment_of_a_gif_comes_after_its_table_of_colours_if_it_has_one(bits: int | None) -> None:
    # Width and height, the kind of table, a ground and a shape of pixels; then three bytes for each of 2^(bits + 1).
    table = b"" if bits is None else b"!" * (3 * 2 ** (bits + 1))
    kind = 0x07 if bits is None else 0x80 | bits
    comment = gif_comment(RECORD)[:255]
    data = b"GIF89a" + bytes(4) + bytes([kind, 0, 0]) + table + b"!\xfe" + bytes([len(comment)]) + comment + b"\0;"
    assert read_gif(data)["software"] == RECORD.software


def test_of_two_texts_of_one_name_in_a_png_the_first_counts() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + bytes(4)

    texts = [b"Title\0first", b"Other\0none", b"Title\0second", b"Software\0by"]
    data = PNG + chunk(b"IHDR", bytes(13)) + b"".join(chunk(b"tEXt", text) for text in texts) + chunk(b"IDAT", b"")
    facts = read_png(data)
    assert (facts["title"], facts["software"]) == ("first", "by")
    # What comes after the picture is not read.
    later = PNG + chunk(b"IHDR", bytes(13)) + chunk(b"IDAT", b"") + chunk(b"tEXt", texts[0])
    assert "title" not in read_png(later)
