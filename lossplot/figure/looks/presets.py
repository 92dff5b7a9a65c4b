"""Places for figures: the size, the letters and the lines that each wants, with the source of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

GOLDEN = 0.618
MM = 1 / 25.4
# What a caption takes of a page's height, in inches.
_CAPTION = 1.0
# Of a figure 8 inches wide with one panel, two panels and so on.
_HEIGHTS = (4.5, 6.75, 8.5, 10.5, 12.5)
_NO_TYPE_3 = "no Type 3 fonts (TrueType is embedded)"


@dataclass(frozen=True, slots=True)
class Preset:
    """A place for figures, and its own rule in words.

    `width` and `height` are those of a figure with one panel, in inches; more panels make it higher, up to `tallest`.
    Text, ticks, title, line, thin line and circle are in points.  Where letters are not `outlined`, those of an SVG
    stay text, in the first of `fonts` that the reader has; `titled` tells whether a title may stand inside.
    `year` is that of the source's edition, or the one in which it was read.
    """

    name: str
    use: str
    width: float
    height: float
    tallest: float
    text: float
    ticks: float
    title: float
    line: float
    thin: float
    circle: float
    dpi: float
    rule: str
    source: str
    year: int
    outlined: bool = True
    gridlines: bool = True
    titled: bool = True
    fonts: tuple[str, ...] = ()

    def size(self, panels: int) -> tuple[float, float]:
        """Width and height in inches of a figure with so many panels."""
        return self.width, min(self.height * _HEIGHTS[panels - 1] / _HEIGHTS[0], self.tallest)


def default_size(panels: int) -> tuple[float, float]:
    """Width and height in inches without a preset: a figure that fills the body of a 16:9 slide."""
    return 8.0, _HEIGHTS[panels - 1]


# Width, height, greatest height in inches, and resolution; and of a paper the width, the page's height, the resolution.
_Page = tuple[float, float, float, float]
_Column = tuple[float, float, float]
# Text, ticks and title in points; of a display the line too.
_Letters = tuple[float, float, float]
_Sizes = tuple[float, float, float, float]
# A rule in words, its source, and the year of that.
_Rule = tuple[str, str, int]


def _display(name: str, use: str, page: _Page, sizes: _Sizes, rule: _Rule) -> Preset:
    """A preset in the proportions of the default look."""
    (width, height, tallest, dpi), line = page, sizes[-1]
    thin, circle = round(0.43 * line, 2), round(3.0 * line, 1)
    return Preset(name, use, width, height, tallest, *sizes, thin, circle, dpi, *rule)


def _paper(name: str, use: str, column: _Column, letters: _Letters, rule: _Rule) -> Preset:
    """A figure of golden proportions as wide as a column of a page with room for text of some height."""
    width, page, dpi = column
    # ICML wants lines of 0.5 pt or more, and the finest that are drawn have 0.8 of a thin line's width.
    return Preset(name, use, width, GOLDEN * width, page - _CAPTION, *letters, 1.4, 0.65, 4.4, dpi, *rule)


def _nature(name: str, use: str, width: float) -> Preset:
    letters, strokes = (7.0, 6.0, 7.0), (1.0, 0.5, 3.4)
    return Preset(
        *(name, use, width, GOLDEN * width, 170 * MM, *letters, *strokes),
        dpi=450.0,
        rule="text 5-7 pt, not outlined; lines 0.25-1 pt; no grid; Arial or Helvetica",
        source="Nature research figure guide",
        year=2026,
        outlined=False,
        gridlines=False,
        # Those that stand in for the two have letters of the same widths.
        fonts=("Arial", "Helvetica", "Liberation Sans", "Nimbus Sans"),
    )


_PRESETS = (
    _display(
        "slide",
        "a whole 16:9 slide in PowerPoint or Keynote",
        page=(40 / 3, 7.5, 7.5, 144.0),
        sizes=(26.0, 22.0, 30.0, 4.6),
        rule=("fills the slide; text 18 pt or more", "PowerPoint, Widescreen", 2013),
    ),
    _display(
        "slide-half",
        "half of a slide, beside words",
        page=(6.0, 4.5, 4.5, 288.0),
        sizes=(18.0, 18.0, 20.0, 3.0),
        rule=("two fit side by side; text 18 pt or more", "PowerPoint, Widescreen", 2013),
    ),
    _display(
        "slide-4:3",
        "a whole 4:3 slide",
        page=(10.0, 7.5, 7.5, 144.0),
        sizes=(22.0, 18.0, 26.0, 3.8),
        rule=("fills the slide; text 18 pt or more", "ECMA-376, slide size screen4x3", 2006),
    ),
    _display(
        "beamer",
        "below the title of a 16:9 beamer frame",
        page=(398.3386 / 72.27, 2.9, 2.9, 400.0),
        sizes=(10.0, 9.0, 11.0, 1.8),
        rule=(
            "as wide as the text, at its own size; beamer's own text is 11 pt",
            "beamer, aspectratio=169; tueplots 0.2.5",
            2026,
        ),
    ),
    _display(
        "google-slides",
        "a whole 16:9 slide in Google Slides",
        page=(10.0, 5.625, 5.625, 192.0),
        sizes=(20.0, 18.0, 22.0, 3.4),
        rule=("takes PNG, not SVG; text 18 pt or more", "Google Slides, Widescreen 16:9", 2026),
    ),
    _paper(
        "neurips",
        "across a NeurIPS page",
        column=(5.5, 9.0, 300.0),
        letters=(9.0, 8.0, 9.0),
        rule=(_NO_TYPE_3, "NeurIPS formatting instructions", 2025),
    ),
    _paper(
        "iclr",
        "across an ICLR page",
        column=(5.5, 9.0, 300.0),
        letters=(9.0, 8.0, 9.0),
        rule=("lines dark enough to reproduce", "ICLR formatting instructions", 2026),
    ),
    replace(
        _paper(
            "icml",
            "one column of an ICML page",
            column=(3.25, 9.0, 300.0),
            letters=(8.0, 7.0, 8.0),
            rule=("lines 0.5 pt or more; no title inside; " + _NO_TYPE_3, "ICML example paper, section 2.6", 2025),
        ),
        titled=False,
    ),
    _paper(
        "cvpr",
        "one column of a CVPR page",
        column=(3.25, 8.875, 300.0),
        letters=(9.0, 8.0, 9.0),
        rule=("letters like those of the body, readable in print; " + _NO_TYPE_3, "CVPR author guidelines", 2025),
    ),
    _paper(
        "aaai",
        "one column of an AAAI page",
        column=(3.3, 9.0, 300.0),
        letters=(9.0, 9.0, 9.0),
        rule=("text 9 pt or more; " + _NO_TYPE_3, "AAAI author kit", 2026),
    ),
    _paper(
        "jmlr",
        "across a JMLR page",
        column=(6.0, 8.5, 300.0),
        letters=(9.0, 8.0, 9.0),
        rule=("compiles with pdflatex", "JMLR formatting instructions; tueplots 0.2.5", 2026),
    ),
    _paper(
        "ieee",
        "one column of an IEEE journal",
        column=(3.5, 9.0, 600.0),
        letters=(8.0, 8.0, 8.0),
        rule=(
            "one size of text, about 8 pt; line art 600 dpi or vector",
            "IEEE Author Center, resolution and size",
            2026,
        ),
    ),
    _paper(
        "ieee-wide",
        "two columns of an IEEE journal",
        column=(7.16, 9.0, 600.0),
        letters=(8.0, 8.0, 8.0),
        rule=(
            "one size of text, about 8 pt; line art 600 dpi or vector",
            "IEEE Author Center, resolution and size",
            2026,
        ),
    ),
    _nature("nature", "one column of Nature", 89 * MM),
    _nature("nature-wide", "two columns of Nature", 183 * MM),
    _display(
        "poster",
        "one column of an A0 poster",
        page=(12.0, 7.5, 18.0, 200.0),
        sizes=(28.0, 24.0, 34.0, 5.0),
        rule=("read from 4 feet away; text 24 pt or more", "University of Calgary in Qatar, posters", 2026),
    ),
    _display(
        "web",
        "a page, in a column of 400-800 pixels",
        page=(8.0, 4.5, 12.5, 200.0),
        sizes=(18.0, 16.0, 20.0, 3.0),
        rule=("two pixels for each of an 800-pixel column", "HTML Standard, images with srcset 2x", 2026),
    ),
    _display(
        "social",
        "the card of a link in a feed",
        page=(10.0, 5.25, 5.25, 120.0),
        sizes=(20.0, 18.0, 24.0, 3.8),
        rule=("1200 x 630 pixels, read at less than half of that", "Open Graph images, Meta for Developers", 2026),
    ),
    _display(
        "notebook",
        "a cell of a Jupyter notebook",
        page=(6.5, 4.0, 11.0, 192.0),
        sizes=(11.0, 10.0, 12.0, 2.0),
        rule=(
            "letters like the notebook's own, 14 pixels of 96 to the inch",
            "JupyterLab, --jp-content-font-size1",
            2026,
        ),
    ),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.name: preset for preset in _PRESETS})
