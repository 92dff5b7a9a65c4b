"""Reduce the bytes of a file to what is compared: all but versions and digests, and the pixels of a picture."""

from __future__ import annotations

import hashlib
import io
import re
import zlib

# A version with any number of digests.
_SOFTWARE = re.compile(rb"lossplot \d[\w.+!]*(?: \([^()\n]*\))?")
_VERSION = re.compile(rb'^ "version": "[^"\n]*"', re.MULTILINE)
# The duration of a batch, and that of a training in its table.
_SECONDS = re.compile(
    rb"(?<= in )\d+\.\d(?= s$)|\d+\.\d\d(?=  (?:done|stuck|dead|diverged|interrupted|\d+ \w+)[\w, ]*$)",
    re.MULTILINE,
)


def text(data: bytes, folder: str) -> bytes:
    """Return `data` without versions, digests, times, and the path of the `folder` it was made in."""
    data = data.replace(folder.encode(), b"FOLDER")
    data = _SOFTWARE.sub(b"lossplot VERSION", data)
    return _SECONDS.sub(b"T", _VERSION.sub(b' "version": "VERSION"', data))


def picture(data: bytes) -> str:
    """Return the visible content of a PNG, GIF, WebP or PDF as lines of text; "" for anything else.

    How the pixels are compressed does not count, nor what the file says of itself: that is in the SVG and by `info`.
    """
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith((b"\x89PNG\r\n", b"GIF8", b"RIFF")):
        return _pixels(data)
    return ""


def _pixels(data: bytes) -> str:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        info = {name: image.info[name] for name in ("dpi", "loop", "background") if name in image.info}
        lines = [f"{image.format} {image.width} x {image.height} {info}"]
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            digest = hashlib.sha256(image.convert("RGBA").tobytes()).hexdigest()[:16]
            lines.append(f"{number}: {image.info.get('duration', '-')} ms {digest}")
    return "\n".join([*lines, ""])


_OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj$", re.MULTILINE | re.DOTALL)
_STREAM = re.compile(rb"(.*?)stream\r?\n(.*)\r?\nendstream", re.DOTALL)


def _pdf(data: bytes) -> str:
    """Return the objects of a PDF by matplotlib, without Info, lengths and the cross-reference table."""
    info = re.search(rb"/Info (\d+) 0 R", data)
    lines = []
    for number, body in _OBJECT.findall(data):
        if (info and number == info[1]) or body.strip().isdigit():
            continue
        stream = _STREAM.fullmatch(body)
        head, content = stream.groups() if stream else (body, b"")
        if b"/FlateDecode" in head:
            content = zlib.decompress(content)
        lines += [f"{int(number)}: {_readable(re.sub(rb'/Length1? [0-9]+( 0 R)?', b'', head))}", _readable(content)]
    return "\n".join([*lines, ""])


def _readable(content: bytes) -> str:
    """Return `content` as text with escapes, or a digest of what is no text, such as a font."""
    characters = [chr(byte) if chr(byte).isprintable() or byte in b"\r\n\t" else f"\\x{byte:02x}" for byte in content]
    if 4 * sum(len(each) > 1 for each in characters) > len(content):
        return f"{len(content)} bytes {hashlib.sha256(content).hexdigest()[:16]}"
    return "".join(characters)
