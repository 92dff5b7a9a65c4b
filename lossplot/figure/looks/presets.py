"""Where figures go: the size, the letters and the lines that each place wants, with the source of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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


def _display(
    name: str,
    use: str,
    *,
    size: tuple[float, float],
    letters: tuple[float, float, float],
    line: float,
    dpi: float,
    rule: str,
    source: str,
    year: int,
    tallest: float | None = None,
) -> Preset:
    """A preset in the proportions of the default look; without `tallest`, always as high as `size` says."""
    strokes = (line, round(0.43 * line, 2), round(3.0 * line, 1))
    return Preset(name, use, *size, tallest or size[1], *letters, *strokes, dpi, rule, source, year)


def _paper(
    name: str,
    use: str,
    *,
    width: float,
    page: float,
    letters: tuple[float, float, float],
    rule: str,
    source: str,
    year: int,
    dpi: float = 300.0,
) -> Preset:
    """A figure of golden proportions as wide as a column, on a page whose text is `page` inches high."""
    # ICML wants lines of 0.5 pt or more, and the finest that are drawn have 0.8 of a thin line's width.
    strokes = (1.4, 0.65, 4.4)
    sizes = (width, GOLDEN * width, page - _CAPTION, *letters, *strokes)
    return Preset(name, use, *sizes, dpi, rule, source, year, titled="no title" not in rule)


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


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        preset.name: preset
        for preset in (
            _display(
                "slide",
                "a whole 16:9 slide in PowerPoint or Keynote",
                size=(40 / 3, 7.5),
                letters=(26.0, 22.0, 30.0),
                line=4.6,
                dpi=144.0,
                rule="fills the slide; text 18 pt or more",
                source="PowerPoint, Widescreen",
                year=2013,
            ),
            _display(
                "slide-half",
                "half of a slide, beside words",
                size=(6.0, 4.5),
                letters=(18.0, 18.0, 20.0),
                line=3.0,
                dpi=288.0,
                rule="two fit side by side; text 18 pt or more",
                source="PowerPoint, Widescreen",
                year=2013,
            ),
            _display(
                "slide-4:3",
                "a whole 4:3 slide",
                size=(10.0, 7.5),
                letters=(22.0, 18.0, 26.0),
                line=3.8,
                dpi=144.0,
                rule="fills the slide; text 18 pt or more",
                source="ECMA-376, slide size screen4x3",
                year=2006,
            ),
            _display(
                "beamer",
                "below the title of a 16:9 beamer frame",
                size=(398.3386 / 72.27, 2.9),
                letters=(10.0, 9.0, 11.0),
                line=1.8,
                dpi=400.0,
                rule="as wide as the text, at its own size; beamer's own text is 11 pt",
                source="beamer, aspectratio=169; tueplots 0.2.5",
                year=2026,
            ),
            _display(
                "google-slides",
                "a whole 16:9 slide in Google Slides",
                size=(10.0, 5.625),
                letters=(20.0, 18.0, 22.0),
                line=3.4,
                dpi=192.0,
                rule="takes PNG, not SVG; text 18 pt or more",
                source="Google Slides, Widescreen 16:9",
                year=2026,
            ),
            _paper(
                "neurips",
                "across a NeurIPS page",
                width=5.5,
                page=9.0,
                letters=(9.0, 8.0, 9.0),
                rule=_NO_TYPE_3,
                source="NeurIPS formatting instructions",
                year=2025,
            ),
            _paper(
                "iclr",
                "across an ICLR page",
                width=5.5,
                page=9.0,
                letters=(9.0, 8.0, 9.0),
                rule="lines dark enough to reproduce",
                source="ICLR formatting instructions",
                year=2026,
            ),
            _paper(
                "icml",
                "one column of an ICML page",
                width=3.25,
                page=9.0,
                letters=(8.0, 7.0, 8.0),
                rule="lines 0.5 pt or more; no title inside; " + _NO_TYPE_3,
                source="ICML example paper, section 2.6",
                year=2025,
            ),
            _paper(
                "cvpr",
                "one column of a CVPR page",
                width=3.25,
                page=8.875,
                letters=(9.0, 8.0, 9.0),
                rule="letters like those of the body, readable in print; " + _NO_TYPE_3,
                source="CVPR author guidelines",
                year=2025,
            ),
            _paper(
                "aaai",
                "one column of an AAAI page",
                width=3.3,
                page=9.0,
                letters=(9.0, 9.0, 9.0),
                rule="text 9 pt or more; " + _NO_TYPE_3,
                source="AAAI author kit",
                year=2026,
            ),
            _paper(
                "jmlr",
                "across a JMLR page",
                width=6.0,
                page=8.5,
                letters=(9.0, 8.0, 9.0),
                rule="compiles with pdflatex",
                source="JMLR formatting instructions; tueplots 0.2.5",
                year=2026,
            ),
            _paper(
                "ieee",
                "one column of an IEEE journal",
                width=3.5,
                page=9.0,
                letters=(8.0, 8.0, 8.0),
                rule="one size of text, about 8 pt; line art 600 dpi or vector",
                source="IEEE Author Center, resolution and size",
                year=2026,
                dpi=600.0,
            ),
            _paper(
                "ieee-wide",
                "two columns of an IEEE journal",
                width=7.16,
                page=9.0,
                letters=(8.0, 8.0, 8.0),
                rule="one size of text, about 8 pt; line art 600 dpi or vector",
                source="IEEE Author Center, resolution and size",
                year=2026,
                dpi=600.0,
            ),
            _nature("nature", "one column of Nature", 89 * MM),
            _nature("nature-wide", "two columns of Nature", 183 * MM),
            _display(
                "poster",
                "one column of an A0 poster",
                size=(12.0, 7.5),
                letters=(28.0, 24.0, 34.0),
                line=5.0,
                dpi=200.0,
                rule="read from 4 feet away; text 24 pt or more",
                source="University of Calgary in Qatar, posters",
                year=2026,
                tallest=18.0,
            ),
            _display(
                "web",
                "a page, in a column of 400-800 pixels",
                size=(8.0, 4.5),
                letters=(18.0, 16.0, 20.0),
                line=3.0,
                dpi=200.0,
                rule="two pixels for each of an 800-pixel column",
                source="HTML Standard, images with srcset 2x",
                year=2026,
                tallest=12.5,
            ),
            _display(
                "social",
                "the card of a link in a feed",
                size=(10.0, 5.25),
                letters=(20.0, 18.0, 24.0),
                line=3.8,
                dpi=120.0,
                rule="1200 x 630 pixels, read at less than half of that",
                source="Open Graph images, Meta for Developers",
                year=2026,
            ),
            _display(
                "notebook",
                "a cell of a Jupyter notebook",
                size=(6.5, 4.0),
                letters=(11.0, 10.0, 12.0),
                line=2.0,
                dpi=192.0,
                rule="letters like the notebook's own, 14 pixels of 96 to the inch",
                source="JupyterLab, --jp-content-font-size1",
                year=2026,
                tallest=11.0,
            ),
        )
    }
)
