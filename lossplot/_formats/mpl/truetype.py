"""Letters with PostScript outlines as TrueType ones, for a PDF.

Most fonts with Chinese letters are CFF inside.  matplotlib embeds every font as TrueType, and of such a one some
readers then show nothing, others the wrong letters.  So a PDF gets a small font with the same outlines, in which its
text stays text.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, FontProperties, findfont, fontManager
from matplotlib.text import Text

from lossplot._formats.letters import FACES, FALLBACK, FAMILY, STIX

_TRUETYPE = (FAMILY, FALLBACK, STIX)
# How far a quadratic curve may be from the cubic one that it stands for, in multiples of the size.
_TOLERANCE = 0.0005


@contextmanager
def truetype_letters(figure: Figure, families: tuple[str, ...]) -> Iterator[None]:
    """Within a `with` block draw the words of `figure`, which are in `families`, with TrueType letters alone."""
    others = [family for family in families if family not in _TRUETYPE]
    if not others:
        yield
        return
    for axis in (each for axes in figure.axes for each in (axes.xaxis, axes.yaxis)):
        axis.get_ticklabels()  # now the numbers are there
    texts: dict[Text, list[str]] = {text: text.get_fontfamily() for text in figure.findobj(Text)}
    characters = "".join(sorted({character for text in texts for character in text.get_text()}))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        known = [*fontManager.ttflist]
        names = {family: name for family in others if (name := _converted(family, characters, Path(folder)))}
        try:
            for text, family in texts.items():
                text.set_fontfamily([names.get(name, name) for name in family])
            yield
        finally:
            fontManager.ttflist[:] = known
            for text, family in texts.items():
                text.set_fontfamily(family)


def _converted(family: str, characters: str, folder: Path) -> str | None:
    """Make known a family with the outlines of `family` for `characters`; return its name, None if that is TrueType."""
    # A name that was never asked for: matplotlib remembers what it found.
    name = f"{family} {folder.name}"
    paths: dict[tuple[str, int], Path | None] = {}
    for keywords in FACES.values():
        source: Any = findfont(FontProperties(family=[family], **keywords))
        key = (str(source), getattr(source, "face_index", 0))
        if key not in paths:
            paths[key] = _write_truetype(*key, characters, folder / f"{len(paths)} {family}.ttf")
        entry: Mapping[str, Any] = {"weight": 400} | keywords
        fontManager.ttflist.append(FontEntry(str(paths[key] or source), name=name, size="scalable", **entry))
    return name if any(paths.values()) else None


def _write_truetype(source: str, number: int, characters: str, path: Path) -> Path | None:
    """Write the outlines that font `number` of the file `source` has for `characters`; None if they are TrueType."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont

    with TTFont(source, fontNumber=number, lazy=True) as font:
        if "glyf" in font:
            return None
        size, outlines, metrics = font["head"].unitsPerEm, font.getGlyphSet(), font["hmtx"]
        letters = {ord(c): font.getBestCmap()[ord(c)] for c in characters if ord(c) in font.getBestCmap()}
        order = [*dict.fromkeys([".notdef", *letters.values()])]
        glyphs = {}
        for glyph in order:
            pen = TTGlyphPen(None)
            outlines[glyph].draw(Cu2QuPen(pen, _TOLERANCE * size, reverse_direction=True))
            glyphs[glyph] = pen.glyph()
        builder = FontBuilder(size, isTTF=True)
        builder.updateHead(created=font["head"].created, modified=font["head"].modified)
        builder.font.recalcTimestamp = False
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(letters)
        builder.setupGlyf(glyphs)
        builder.setupHorizontalMetrics({glyph: metrics[glyph] for glyph in order})
        builder.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
        heights = ("sTypoAscender", "sTypoDescender", "sTypoLineGap")
        builder.setupOS2(**{height: getattr(font["OS/2"], height) for height in heights})
        names = {"familyName": 1, "styleName": 2, "psName": 6}
        builder.setupNameTable({name: font["name"].getDebugName(number) for name, number in names.items()})
        builder.setupPost()
        builder.save(path)
        return path
