"""Two files compared by what they show: how far a place, a word or a pixel may be off, and what else is told apart."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from lossplot._batch.compare import compare
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._formats import provenance
from lossplot._formats.produce import produce

PICTURES = ("svg", "png", "pdf")


@cache
def made(loss: str = "hinge") -> dict[str, bytes]:
    return produce(resolve(read_spec([loss], {"size": "2x2", "dpi": "40"})), PICTURES)


def by_another_matplotlib(data: bytes) -> bytes:
    found = re.search(rb"matplotlib ([\d.]+)", data)
    assert found
    return data.replace(found[0], b"matplotlib " + b"9" * len(found[1]))


def moved(svg: bytes, by: float) -> bytes:
    """Move the first point of a curve to the right."""
    start, end = re.search(rb'id="loss_.*?<path d="M([\d.]+)', svg, re.DOTALL).span(1)  # type: ignore[union-attr]
    return svg[:start] + f"{float(svg[start:end]) + by:.6f}".encode() + svg[end:]


@pytest.mark.parametrize("sign", [1.0, -1.0])
@pytest.mark.parametrize(("is_another", "near", "far"), [(False, 0.0015, 0.003), (True, 0.75, 1.5)])
def test_a_place_may_be_off_by_what_processors_and_versions_of_matplotlib_differ_by(
    is_another: bool, near: float, far: float, sign: float
) -> None:
    svg = made()["svg"]
    old = by_another_matplotlib(svg) if is_another else svg
    assert compare(moved(old, sign * near), svg) == "same"
    assert compare(moved(old, sign * far), svg) == "other"


def test_an_element_more_or_less_and_another_colour_are_another_picture() -> None:
    svg = made()["svg"]
    line = b'  <rect x="0" y="0" width="1" height="1"/>\n'
    more = svg.replace(b"</svg>", line + b"</svg>")
    assert compare(more, svg) == compare(svg, more) == "other"
    [colour, *_] = re.findall(rb"stroke: (#[0-9a-f]{6})", svg)
    assert compare(svg.replace(colour, b"#123456", 1), svg) == "other"


def test_letters_are_compared_only_with_those_of_the_same_matplotlib() -> None:
    svg = made()["svg"]
    letters = re.sub(rb"(Inter-Regular-)([0-9a-f]+)", rb"\g<1>f\2", svg)
    assert letters != svg
    assert compare(letters, svg) == "other"
    assert compare(by_another_matplotlib(letters), svg) == "same"


def in_other_bytes(data: bytes, at: tuple[int, int] | None = None) -> bytes:
    """Return a PDF of another height, or a PNG with one pixel changed, or packed anew, as the same program's."""
    if not data.startswith(b"\x89PNG"):
        return data.replace(b"144 144", b"144 145", 1)
    with Image.open(io.BytesIO(data)) as picture:
        words = PngInfo()
        for name, text in picture.info.items():
            if name != "dpi":
                words.add_itxt(str(name), str(text))
        changed = picture.convert("RGBA")
    if at:
        red, *others = changed.getpixel(at)  # type: ignore[misc]
        changed.putpixel(at, (red ^ 1, *others))
    buffer = io.BytesIO()
    changed.save(buffer, "png", pnginfo=words, compress_level=1)
    return buffer.getvalue()


@pytest.mark.parametrize("file_format", ["png", "pdf"])
def test_pictures_of_another_matplotlib_are_compared_by_their_curves(file_format: str) -> None:
    data, other = made()[file_format], made("logistic")[file_format]
    theirs = in_other_bytes(data, at=(3, 5))
    assert provenance.read(theirs)
    assert compare(theirs, data) == "other"
    assert compare(by_another_matplotlib(theirs), data) == "same curves"
    assert compare(by_another_matplotlib(theirs), other) == compare(data, other) == "other"
    assert compare(data, data) == "same"


def test_files_of_two_formats_and_files_of_others_are_never_the_same() -> None:
    for data in made().values():
        for other in (*made().values(), b"", b"mine"):
            if other != data:
                assert compare(data, other) == compare(other, data) == "other"


def test_one_pixel_makes_another_picture_and_another_compressor_does_not() -> None:
    png = made()["png"]
    assert in_other_bytes(png) != png
    assert compare(in_other_bytes(png), png) == "same"
    assert compare(in_other_bytes(png, at=(3, 5)), png) == "other"
