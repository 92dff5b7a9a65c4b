"""What two readers of PDF, poppler and MuPDF, show of figures: the same letters, and the same text."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from matplotlib.font_manager import FontEntry, fontManager
from PIL import Image, ImageFilter
from support.environment import STAND_IN
from support.requirements import need
from support.run import TIMEOUT, run

import lossplot._text
from lossplot._figure.looks import PRESETS
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.figure import render
from lossplot._formula.evaluate import Array
from lossplot._text.language import languages
from lossplot._text.markup import plain

pytestmark = pytest.mark.slow

DPI = 200
WORDS = "\u635f\u5931"


def write_postscript_font(path: Path, family: str, characters: str) -> None:
    """Write a font with CFF outlines: a ring for each of `characters`, with a bar that is longer in each next one."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    glyphs = {".notdef": T2CharStringPen(1000, {}).getCharString()}
    for number, character in enumerate(characters):
        pen = T2CharStringPen(1000, {})
        for radius in (400, 320):
            turn = radius if radius == 400 else -radius
            pen.moveTo((500 + radius, 400))
            for one, two, end in (
                ((radius, turn), (radius, turn), (0, turn)),
                ((-radius, turn), (-radius, turn), (-radius, 0)),
                ((-radius, -turn), (-radius, -turn), (0, -turn)),
                ((radius, -turn), (radius, -turn), (radius, 0)),
            ):
                pen.curveTo(*((500 + x, 400 + y) for x, y in (one, two, end)))
            pen.closePath()
        width = 100 + 400 * number / len(characters)
        for step, (x, y) in enumerate(((300, 350), (300 + width, 350), (300 + width, 450), (300, 450))):
            (pen.lineTo if step else pen.moveTo)((x, y))
        pen.closePath()
        glyphs[f"u{ord(character):04X}"] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([*glyphs])
    builder.setupCharacterMap({ord(character): f"u{ord(character):04X}" for character in characters})
    builder.setupCFF(family.replace(" ", ""), {}, glyphs, {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupPost()
    builder.save(path)


@pytest.fixture
def postscript(tmp_path: Path) -> Iterator[None]:
    """A machine whose Chinese font is CFF inside, as most are."""
    topics = Path(lossplot._text.__path__[0], "languages", "zh").glob("*.toml")
    written = WORDS + "".join(topic.read_text(encoding="utf-8") for topic in topics)
    characters = "".join(sorted({character for character in written if character > "\u2e80"}))
    path = tmp_path / "chinese.otf"
    write_postscript_font(path, "Chinese", characters)
    others = [entry for entry in fontManager.ttflist if entry.name != STAND_IN]
    entry = FontEntry(str(path), name="Source Han Sans SC", size="scalable", weight=400)
    with mock.patch.object(fontManager, "ttflist", [*others, entry]):
        yield


def dark(picture: Image.Image, wider: int = 0) -> Array:
    """Where a picture is not light, and as many pixels around it."""
    grey = picture.convert("L")
    return np.asarray(grey.filter(ImageFilter.MinFilter(2 * wider + 1)) if wider else grey, dtype=float)


def shown(pdf: bytes, folder: Path) -> tuple[Image.Image, Image.Image]:
    """The page as poppler and as MuPDF draw it."""
    import pymupdf

    (folder / "a.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", "a.pdf", "a"]
    outcome = subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=TIMEOUT)
    assert outcome.stderr == b""
    page = pymupdf.open(folder / "a.pdf")[0].get_pixmap(dpi=DPI)  # type: ignore[no-untyped-call]
    theirs = Image.frombytes("RGB", (page.width, page.height), page.samples)
    with Image.open(folder / "a.png") as ours:
        return ours.convert("RGB"), theirs


def assert_alike(pdf: bytes, folder: Path) -> None:
    """What is dark in one picture is not light in the other: there, or at most two pixels away."""
    one, other = shown(pdf, folder)
    width, height = min(one.width, other.width), min(one.height, other.height)
    assert abs(one.width - other.width) <= 1
    pictures = [each.crop((0, 0, width, height)) for each in (one, other)]
    for first, second in (pictures, pictures[::-1]):
        ink = dark(first) < 128
        assert ink.any()
        alone = ink & (dark(second, 2) >= 176)
        assert np.count_nonzero(alone) <= 0.002 * np.count_nonzero(ink)


def fonts_and_languages() -> Iterator[tuple[str | None, str]]:
    """Yield each preset with a language in turn, and each list of fonts, which some presets share, with every one."""
    seen: set[tuple[tuple[str, ...], str]] = set()
    for number, preset in enumerate((None, *PRESETS)):
        fonts = PRESETS[preset].fonts if preset else ()
        turn = languages()[number % len(languages())]
        for language in languages():
            if language == turn or (fonts, language) not in seen:
                seen.add((fonts, language))
                yield preset, language


@pytest.mark.usefixtures("postscript")
@pytest.mark.parametrize(("preset", "language"), [*fonts_and_languages()])
def test_two_readers_show_the_same_of_every_preset(preset: str | None, language: str, tmp_path: Path) -> None:
    need("pdftoppm", "pdftotext")
    title = "" if preset == "icml" else WORDS
    spec = FigureSpec(("huber:delta=2", "hinge"), axis="margin", preset=preset, language=language, title=title)
    figure = resolve(spec)
    pdf = render(figure, ["pdf"])["pdf"]
    assert b"CIDFontType0" not in pdf
    assert b"/FontFile3" not in pdf
    assert_alike(pdf, tmp_path)
    text = subprocess.run(["pdftotext", "a.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, timeout=TIMEOUT)
    read = "".join(text.stdout.decode().split())
    for words in map(plain, (title, *figure.wording.names, figure.wording.x_label)):
        assert "".join(words.split()) in read


@pytest.mark.parametrize("words", [["--lang", "zh"], ["--title", WORDS, "-d"], ["--lang", "zh", "--formula"]])
def test_two_readers_show_the_same_of_the_fonts_of_this_machine(words: list[str], tmp_path: Path) -> None:
    need("pdftoppm", fonts=(STAND_IN,))
    # matplotlib makes its own list, of all that there is.
    env = {"MPLCONFIGDIR": str(tmp_path / "list")}
    outcomes = [run("huber:delta=2", *words, "-o", name, cwd=tmp_path, env=env) for name in ("1.pdf", "2.pdf")]
    assert [(outcome.code, outcome.err) for outcome in outcomes] == [(0, ""), (0, "")]
    pdf = (tmp_path / "1.pdf").read_bytes()
    assert pdf == (tmp_path / "2.pdf").read_bytes()
    assert_alike(pdf, tmp_path)


@pytest.mark.usefixtures("postscript")
def test_a_figure_is_after_a_pdf_what_it_was_before() -> None:
    spec = FigureSpec(("huber:delta=2",), language="zh")
    before, pdf, after = (render(resolve(spec), [each])[each] for each in ("svg", "pdf", "svg"))
    assert before == after
    both = render(resolve(spec), ["pdf", "svg"])
    assert (both["pdf"], both["svg"]) == (pdf, before)
    assert all(Path(entry.fname).exists() for entry in fontManager.ttflist)
