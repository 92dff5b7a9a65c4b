"""Comparison of what two files show, whichever versions, compressors and processors made them."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING, Literal

from lossplot.formats import provenance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Verdict = Literal["same", "other", "same curves"]

# How far a place in an SVG may be off, in points, where the processor is another one, and where matplotlib is, which
# then finds words to be a little wider or higher.
_FINEST, _FINE = 0.002, 1.0
_PLACE = re.compile(r'( (?:d|x|y|width|height)="|translate\()([^")]*)')
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
# What is named by a digest of all its digits: a mark, and what something is clipped to.
_NAMED = re.compile(r"\b[mp][0-9a-f]{10}\b")
_LETTER = re.compile(r'<path id="[^"]*-[0-9a-f]+" |<use [^>]*#[^"]*-[0-9a-f]+"|</?defs>')
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def compare(there: bytes, fresh: bytes) -> Verdict:
    """Compare what the file `there`, one of ours, shows with what the `fresh` one does.

    Another matplotlib has other bytes for the same.  In an SVG all is compared even then but the shapes of letters;
    of the other formats only the curves, words and looks are, by their digest.
    """
    old, new = provenance.read(there), provenance.read(fresh)
    if not (old and new) or old.file_format != new.file_format:
        return "other"
    if provenance.body_digest(there) == provenance.body_digest(fresh):
        return "same"
    kind, same_matplotlib = old.file_format, old.mark("matplotlib") == new.mark("matplotlib")
    if kind == "svg":
        ours, theirs = _body(there, old.software).decode(), _body(fresh, new.software).decode()
        alike = _same_drawing(ours, theirs, letters=same_matplotlib)
    elif not same_matplotlib:
        return "same curves" if old.mark("figure") == new.mark("figure") else "other"
    elif kind == "pdf":
        alike = _inflated(there, old.software) == _inflated(fresh, new.software)
    else:
        alike = kind in ("png", "gif", "webp") and _same_pixels(there, fresh)
    return "same" if alike else "other"


def _body(data: bytes, software: str) -> bytes:
    """`data` without what it says of the software that made it, and without the checksum that a PNG has of that."""
    mark = software.encode()
    if mark not in data:  # a PDF escapes parentheses
        mark = re.sub(rb"([()])", rb"\\\1", mark)
    before, _, after = data.partition(mark)
    return before + (after[4:] if data.startswith(b"\x89PNG") else after)


def _same_drawing(one: str, other: str, letters: bool) -> bool:
    """Return True if two SVGs have the same elements in the same order, in nearly the same places."""
    ours, theirs = ([*_lines(svg, letters)] for svg in (one, other))
    slack = _FINEST if letters else _FINE
    return len(ours) == len(theirs) and all(
        mine == yours or _is_near(mine, yours, slack) for mine, yours in zip(ours, theirs, strict=True)
    )


def _lines(svg: str, letters: bool) -> list[str]:
    """The lines of an SVG; names that are digests become numbers, in their order."""
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


def _inflated(pdf: bytes, software: str) -> tuple[list[bytes], list[bytes]]:
    """The streams of a PDF of ours, and the objects that are none."""
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
    """The pictures of a file, each of shape (height, width, 4)."""
    import numpy as np
    from PIL import Image, ImageSequence

    with Image.open(io.BytesIO(data)) as file:
        return [np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(file)]
