"""Places for figures: the size, the letters and the lines that each wants, with the source of its numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

GOLDEN = 0.618
MM = 1 / 25.4
# What a caption takes of a page's height, in inches.
_CAPTION = 1.0
# These classes set their text in Times or a letter like it, which STIX is.
_TIMES = "STIXGeneral"
# Of a figure 8 inches wide with one panel, two panels and so on.
_HEIGHTS = (4.5, 6.75, 8.5, 10.5, 12.5, 14.5)
# The width of a panel in a row, in inches, and how much wider than high a panel looks best.
_ROW_PANEL, BEST_SHAPE = 4.8, 1.5


@dataclass(frozen=True, slots=True)
class Preset:
    """A place for figures, and its own rule in words.

    `width` and `height` are those of a figure with one panel, in inches; more panels make it higher, up to `tallest`.
    Text, ticks, title, line, thin line and circle are in points.  Letters are those of the first of `fonts` that there
    is, or the default ones; where they are not `outlined`, those of an SVG stay text.  `titled` tells whether a title
    may stand inside.  `year` is that of the source's edition, or the one in which it was read.
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

    def size(self, panels: int, row: bool = False) -> tuple[float, float]:
        """Width and height in inches of a figure with so many panels, one below the other or in a row."""
        return self.width, self.height if row else min(self.height * _HEIGHTS[panels - 1] / _HEIGHTS[0], self.tallest)


def default_size(panels: int, row: bool = False) -> tuple[float, float]:
    """Width and height in inches without a preset: a figure that fills the body of a 16:9 slide, or of two in a row."""
    return (_ROW_PANEL * panels, _HEIGHTS[0]) if row else (8.0, _HEIGHTS[panels - 1])


def is_row(size: tuple[float, float], panels: int, arrangement: str) -> bool:
    """Return True if so many panels of a figure of `size` stand side by side, as an option of spec.ARRANGEMENTS says.

    Unless that is said, the panels get the shape that is nearer to the best.
    """
    if panels == 1 or arrangement != "auto":
        return panels > 1 and arrangement == "row"
    width, height = size
    stacked, beside = panels * width / height, width / height / panels
    return abs(math.log(beside / BEST_SHAPE)) < abs(math.log(stacked / BEST_SHAPE))


# What each place asks for, where that is read, and the year of the source.
_NO_TYPE_3 = "no Type 3 fonts (TrueType is embedded)"
_IEEE = ("one size of text, about 8 pt; line art 600 dpi or vector", "IEEE Author Center, resolution and size", 2026)
_NATURE = (
    "text 5-7 pt, not outlined; lines 0.25-1 pt; no grid; Arial or Helvetica",
    "Nature research figure guide",
    2026,
)
_RULES: Mapping[str, tuple[str, str, int]] = {
    "slide": ("fills the slide; text 18 pt or more", "PowerPoint, Widescreen", 2013),
    "slide-half": ("two fit side by side; text 18 pt or more", "PowerPoint, Widescreen", 2013),
    "slide-4:3": ("fills the slide; text 18 pt or more", "ECMA-376, slide size screen4x3", 2006),
    "beamer": (
        "as wide as the text, at its own size; beamer's own text is 11 pt",
        "beamer, aspectratio=169; tueplots 0.2.5",
        2026,
    ),
    "google-slides": ("takes PNG, not SVG; text 18 pt or more", "Google Slides, Widescreen 16:9", 2026),
    "neurips": (_NO_TYPE_3, "NeurIPS formatting instructions", 2025),
    "iclr": ("lines dark enough to reproduce", "ICLR formatting instructions", 2026),
    "icml": ("lines 0.5 pt or more; no title inside; " + _NO_TYPE_3, "ICML example paper, section 2.6", 2025),
    "cvpr": ("letters like those of the body, readable in print; " + _NO_TYPE_3, "CVPR author guidelines", 2025),
    "aaai": ("text 9 pt or more; " + _NO_TYPE_3, "AAAI author kit", 2026),
    "jmlr": ("compiles with pdflatex", "JMLR formatting instructions; tueplots 0.2.5", 2026),
    "ieee": _IEEE,
    "ieee-wide": _IEEE,
    "nature": _NATURE,
    "nature-wide": _NATURE,
    "poster": ("read from 4 feet away; text 24 pt or more", "University of Calgary in Qatar, posters", 2026),
    "web": ("two pixels for each of an 800-pixel column", "HTML Standard, images with srcset 2x", 2026),
    "social": ("1200 x 630 pixels, read at less than half of that", "Open Graph images, Meta for Developers", 2026),
    "notebook": (
        "letters like the notebook's own, 14 pixels of 96 to the inch",
        "JupyterLab, --jp-content-font-size1",
        2026,
    ),
}


def _display(name: str, use: str, page: tuple[float, ...], sizes: tuple[float, ...]) -> Preset:
    """A preset in the proportions of the default look.

    `page` is width, height, greatest height and resolution; `sizes` are those of text, ticks, title and line.
    """
    (width, height, tallest, dpi), (text, ticks, title, line) = page, sizes
    strokes = line, round(0.43 * line, 2), round(3.0 * line, 1)
    return Preset(name, use, width, height, tallest, text, ticks, title, *strokes, dpi, *_RULES[name])


def _paper(name: str, use: str, column: tuple[float, ...], letters: tuple[float, ...]) -> Preset:
    """A figure of golden proportions as wide as a column.

    `column` is its width, the height of a page's text and the resolution; `letters` are text, ticks and title.
    """
    (width, page, dpi), (text, ticks, title) = column, letters
    # ICML wants lines of 0.5 pt or more, and the finest that are drawn have 0.8 of a thin line's width.
    strokes = 1.4, 0.65, 4.4
    height, tallest = GOLDEN * width, page - _CAPTION
    preset = Preset(name, use, width, height, tallest, text, ticks, title, *strokes, dpi, *_RULES[name])
    return replace(preset, fonts=(_TIMES,))


def _nature(name: str, use: str, width: float) -> Preset:
    # Those that stand in for the two that are asked for have letters of the same widths.
    fonts = ("Arial", "Helvetica", "Liberation Sans", "Nimbus Sans")
    sizes = (7.0, 6.0, 7.0, 1.0, 0.5, 3.4)
    preset = Preset(name, use, width, GOLDEN * width, 170 * MM, *sizes, 450.0, *_RULES[name])
    return replace(preset, outlined=False, gridlines=False, fonts=fonts)


_PRESETS = (
    _display(
        "slide", "a whole 16:9 slide in PowerPoint or Keynote", (40 / 3, 7.5, 7.5, 144.0), (26.0, 22.0, 30.0, 4.6)
    ),
    _display("slide-half", "half of a slide, beside words", (6.0, 4.5, 4.5, 288.0), (18.0, 18.0, 20.0, 3.0)),
    _display("slide-4:3", "a whole 4:3 slide", (10.0, 7.5, 7.5, 144.0), (22.0, 18.0, 26.0, 3.8)),
    _display(
        "beamer", "below the title of a 16:9 beamer frame", (398.3386 / 72.27, 2.9, 2.9, 400.0), (10.0, 9.0, 11.0, 1.8)
    ),
    _display(
        "google-slides", "a whole 16:9 slide in Google Slides", (10.0, 5.625, 5.625, 192.0), (20.0, 18.0, 22.0, 3.4)
    ),
    _paper("neurips", "across a NeurIPS page", (5.5, 9.0, 300.0), (9.0, 8.0, 9.0)),
    _paper("iclr", "across an ICLR page", (5.5, 9.0, 300.0), (9.0, 8.0, 9.0)),
    replace(_paper("icml", "one column of an ICML page", (3.25, 9.0, 300.0), (8.0, 7.0, 8.0)), titled=False),
    _paper("cvpr", "one column of a CVPR page", (3.25, 8.875, 300.0), (9.0, 8.0, 9.0)),
    _paper("aaai", "one column of an AAAI page", (3.3, 9.0, 300.0), (9.0, 9.0, 9.0)),
    _paper("jmlr", "across a JMLR page", (6.0, 8.5, 300.0), (9.0, 8.0, 9.0)),
    _paper("ieee", "one column of an IEEE journal", (3.5, 9.0, 600.0), (8.0, 8.0, 8.0)),
    _paper("ieee-wide", "two columns of an IEEE journal", (7.16, 9.0, 600.0), (8.0, 8.0, 8.0)),
    _nature("nature", "one column of Nature", 89 * MM),
    _nature("nature-wide", "two columns of Nature", 183 * MM),
    _display("poster", "one column of an A0 poster", (12.0, 7.5, 18.0, 200.0), (28.0, 24.0, 34.0, 5.0)),
    _display("web", "a page, in a column of 400-800 pixels", (8.0, 4.5, 12.5, 200.0), (18.0, 16.0, 20.0, 3.0)),
    _display("social", "the card of a link in a feed", (10.0, 5.25, 5.25, 120.0), (20.0, 18.0, 24.0, 3.8)),
    _display("notebook", "a cell of a Jupyter notebook", (6.5, 4.0, 11.0, 192.0), (11.0, 10.0, 12.0, 2.0)),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.name: preset for preset in _PRESETS})
