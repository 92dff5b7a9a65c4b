"""Comparison of two files by what they show, whichever versions, compressors and processors made them."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING, Literal

from lossplot._formats import FORMATS, provenance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Verdict = Literal["same", "other", "same curves"]

# How far a place in an SVG may be off, in points, where the processor is another one, and where matplotlib is, which
# then finds words to be a little wider or higher.
_FINEST, _FINE = 0.002, 1.0
_PLACE = re.compile(r'( (?:d|x|y|width|height)="|translate\()([^")]*)')
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
# The name of a mark or of a clipping region, which is a digest of all its digits.
_NAMED = re.compile(r"\b(?:[mp][0-9a-f]{10}|clip-[0-9a-f]{8})\b")
_LETTER = re.compile(r'<path id="[^"]*-[0-9a-f]+" |<use [^>]*#[^"]*-[0-9a-f]+"|</?defs>')
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def compare(old: bytes, new: bytes) -> Verdict:
    """Return "same" if `old`, a file of ours, shows what `new` shows.

    Another matplotlib has other bytes for the same.  In an SVG all is compared even then but the shapes of letters;
    of the other formats only the curves, words and looks are, by their digest: "same curves".
    """
    before, after = provenance.read(old), provenance.read(new)
    if not (before and after) or before.file_format != after.file_format:
        return "other"
    if provenance.body_digest(old) == provenance.body_digest(new):
        return "same"
    comparison = FORMATS[before.file_format].comparison
    same_matplotlib = before.mark("matplotlib") == after.mark("matplotlib")
    if comparison == "svg":
        svgs = _body(old, before.software).decode(), _body(new, after.software).decode()
        alike = _same_drawing(*svgs, letters=same_matplotlib)
    elif not same_matplotlib:
        return "same curves" if before.mark("figure") == after.mark("figure") else "other"
    elif comparison == "pdf":
        alike = _pdf_parts(old, before.software) == _pdf_parts(new, after.software)
    else:
        alike = comparison == "pixels" and _same_pixels(old, new)
    return "same" if alike else "other"


def _body(data: bytes, software: str) -> bytes:
    """Return `data` without the name of the software that made it, and without the checksum that a PNG has of that."""
    name = software.encode()
    if name not in data:  # a PDF escapes parentheses
        name = re.sub(rb"([()])", rb"\\\1", name)
    before, _, after = data.partition(name)
    return before + (after[4:] if data.startswith(b"\x89PNG") else after)


def _same_drawing(one: str, other: str, letters: bool) -> bool:
    """Return True if two SVGs have the same elements in the same order, in nearly the same places."""
    ours, theirs = ([*_elements(svg, letters)] for svg in (one, other))
    slack = _FINEST if letters else _FINE
    return len(ours) == len(theirs) and all(
        mine == yours or _is_near(mine, yours, slack) for mine, yours in zip(ours, theirs, strict=True)
    )


def _elements(svg: str, letters: bool) -> list[str]:
    """Return the lines of an SVG, with names that are digests replaced by numbers, in their order."""
    names: dict[str, str] = {}
    numbered = _NAMED.sub(lambda name: names.setdefault(name[0], f"#{len(names)}"), svg)
    return [line for line in numbered.split("\n") if letters or not _LETTER.match(line)]


def _is_near(one: str, other: str, slack: float) -> bool:
    if _PLACE.sub(r"\1", one) != _PLACE.sub(r"\1", other):
        return False
    ours, theirs = (" ".join(place[2] for place in _PLACE.finditer(line)) for line in (one, other))
    if _NUMBER.sub("", ours).split() != _NUMBER.sub("", theirs).split():
        return False
    pairs = zip(_NUMBER.findall(ours), _NUMBER.findall(theirs), strict=False)
    return all(abs(float(mine) - float(yours)) <= slack for mine, yours in pairs)


def _pdf_parts(pdf: bytes, software: str) -> tuple[list[bytes], list[bytes]]:
    """Return the streams of a PDF of ours, inflated, and its other objects."""
    body, _, _ = _body(pdf, software).partition(b"\nxref\n")
    streams = [_inflate(stream) for stream in _STREAM.findall(body)]
    objects = re.sub(rb"/Length1? \d+|\d+ 0 obj\n\d+\n", b"", _STREAM.sub(b"", body))
    return streams, objects.split(b"\n")


def _inflate(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _same_pixels(one: bytes, other: bytes) -> bool:
    import numpy as np

    ours, theirs = _frames(one), _frames(other)
    return len(ours) == len(theirs) and all(map(np.array_equal, ours, theirs))


def _frames(data: bytes) -> list[NDArray[np.uint8]]:
    """Return the pictures of a file, each of shape (height, width, 4)."""
    import numpy as np
    from PIL import Image, ImageSequence

    with Image.open(io.BytesIO(data)) as file:
        return [np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(file)]
