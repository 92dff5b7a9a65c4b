"""ResolvedFigure -> matplotlib Figure -> the bytes of a file."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from matplotlib.font_manager import weight_dict

from lossplot._figure.draw import plan
from lossplot._figure.drawing import Drawing
from lossplot._figure.grid import combine, grid_for
from lossplot._figure.labels import Wording
from lossplot._figure.layout.page import Page
from lossplot._figure.looks import PRESETS, Look, look_for
from lossplot._figure.options import check_size, resolution
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.scene import Scene
from lossplot._figure.spec import AUTO, FigureSpec
from lossplot._figure.styles import find_family
from lossplot._formats import FORMATS, svg
from lossplot._formats import digest as recipe
from lossplot._formats.compact import compact
from lossplot._formats.letters import MEDIUM, STIX
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.artists import draw
from lossplot._formats.mpl.fonts import DEFAULT, borrows_italic, choose, measure_in
from lossplot._formats.mpl.style import Style, read_style
from lossplot._formats.mpl.truetype import truetype_letters
from lossplot._formats.provenance import Provenance
from lossplot._formats.provenance.facts import PDF_NAMES, PNG_NAMES
from lossplot._text.language import load_language

_SVG_NAMES = {
    "Title": "title",
    "Description": "description",
    "Creator": "software",
    "Source": "command",
    "Date": None,
}


@dataclass(frozen=True)
class Prepared:
    """A figure with all decisions taken: its drawing, the fonts and the resolution.

    `spec` is that of `figure`, with the name of the font if that had to be looked for.  A figure that was `edited`
    is saved with the size and the resolution that it has by now, and says so in its provenance.
    """

    figure: ResolvedFigure
    spec: FigureSpec
    drawing: Drawing
    fonts: tuple[str, ...]
    dpi: float
    edited: bool = False

    @property
    def scene(self) -> Scene:
        return self.figure.scene

    @property
    def wording(self) -> Wording:
        return self.figure.wording

    @property
    def title(self) -> str:
        return self.figure.title

    @property
    def description(self) -> str:
        return self.figure.description

    @cached_property
    def software(self) -> str:
        """The programs that drew it, with the digest of the figure."""
        return recipe.software(recipe.figure_of(self.figure), backend.VERSION, self.edited)

    @property
    def is_outlined(self) -> bool:
        """True if letters in an SVG are outlines; False if they are text."""
        return not self.spec.svg_text and (not self.spec.preset or PRESETS[self.spec.preset].outlined)

    @property
    def borrows_italic(self) -> bool:
        """True if italic letters are Inter's, for the font has none."""
        return borrows_italic(self.fonts[0])

    def dark_for_light(self) -> dict[str, str]:
        """Return the dark theme's colour for each of the light one's."""
        size, panels = self.drawing.size, self.spec.page_panels
        light, dark = (
            _colours(look_for(self.spec.preset, theme, size, panels, self.spec.page_arrangement)[0], self)
            for theme in ("light", "dark")
        )
        return dict(zip(light, dark, strict=True))

    def provenance(self, file_format: str) -> Provenance:
        """Return what a file of the figure in `file_format` says of itself."""
        return Provenance(self.spec.command(file_format), self.software, self.title, self.description, file_format)


def prepare(figure: ResolvedFigure) -> Prepared:
    """Decide everything about `figure`, and draw nothing.

    Raises RequestError where the losses cannot be drawn together or not in the range asked for,
    and LossplotError where no font has some character of it, or a style cannot be read.
    """
    spec = figure.spec
    check_texts(spec)
    load_language(spec.language)  # an unknown one is refused before curves are traced
    scenes = [still.whole.scene for still in figure.cells or (figure,)]
    style = read_style(spec.style) if spec.style else Style()
    wording = figure.wording
    preset = PRESETS[spec.preset] if spec.preset else None
    fonts = choose(wording.plain, spec.font, style.fonts or (preset.fonts if preset else ()), wording.beside_math)
    theme = "light" if spec.theme == AUTO else spec.theme
    grid = grid_for(spec, spec.size or style.size, theme) if spec.grid else None
    if grid:
        look, size = grid.look, grid.size
        check_size(size, resolution(spec))
    else:
        look, size = look_for(spec.preset, theme, spec.size or style.size, spec.page_panels, spec.page_arrangement)
    dpi = resolution(spec, style.dpi)
    if style.size or style.dpi:
        check_size(size, dpi)
    look = style.applied_to(look, size)
    if spec.theme == AUTO:
        look = replace(
            look, in_the_dark=look_for(spec.preset, "dark", size, spec.page_panels, spec.page_arrangement)[0]
        )
    page = Page(grid.cell if grid else size, look, wording, measure_in(fonts))
    with backend.settings(fonts):
        if grid:
            cells = [plan(cell.spec, cell.scene, replace(page, labels=cell.wording)) for cell in figure.cells]
            drawing = combine(cells, replace(grid, look=page.look), spec)
        else:
            drawing = plan(spec, scenes[0], page)
    return Prepared(figure, replace(spec, font=_font_to_record(spec, fonts)), drawing, fonts, dpi)


def _font_to_record(spec: FigureSpec, fonts: tuple[str, ...]) -> str | None:
    """The font that the figure's command names: what was asked for or found, unless every machine has it anyway."""
    ubiquitous = (DEFAULT,) if spec.font else (DEFAULT, STIX)
    return None if fonts[0] in ubiquitous else fonts[0]


def check_texts(spec: FigureSpec) -> None:
    """Raise RequestError where a text of `spec`, which is to be read as mathematics, is none."""
    from lossplot._formats.mpl.math import check_math

    texts = ((spec.title, "title"), (spec.x_label, "xlabel"), (spec.y_label, "ylabel")) if spec.math else ()
    for text, what in texts:
        check_math(text or "", what)


def render(figure: ResolvedFigure, formats: Iterable[str], prepared: Prepared | None = None) -> dict[str, bytes]:
    """The complete files that show `figure`, by format (`png`, `svg`, `pdf`): the same bytes each time.

    `prepared` is what `prepare` decided of it, where that was done before.  Raises as `prepare` does.
    """
    prepared = prepared or prepare(figure)
    with backend.settings(prepared.fonts, outlined=prepared.is_outlined):
        canvas = draw(prepared.drawing, prepared.dpi)
        return {each: FORMATS[each].to_bytes(canvas, prepared) for each in formats}


def as_png(figure: backend.Figure, prepared: Prepared) -> bytes:
    """Return `figure` as a PNG.  To be called, like the other writers, within `backend.settings`."""
    # As small as with zlib's default strategy, in three quarters of the time.
    return _save(figure, prepared, "png", PNG_NAMES, pil_kwargs={"compress_type": zlib.Z_RLE})


def as_pdf(figure: backend.Figure, prepared: Prepared) -> bytes:
    """Return `figure` as a PDF."""
    with truetype_letters(figure, prepared.fonts):
        return _save(figure, prepared, "pdf", {**PDF_NAMES, "CreationDate": None})


def as_svg(figure: backend.Figure, prepared: Prepared) -> bytes:
    """Return `figure` as an SVG that screen readers can read and, with the theme auto, that follows its reader."""
    # Before 3.11 matplotlib looks a weight up by its name alone.
    weight_dict.setdefault(MEDIUM, MEDIUM)  # type: ignore[arg-type]
    text = _save(figure, prepared, "svg", _SVG_NAMES).decode()
    text = svg.add_description(text, prepared.title, prepared.description)
    if not prepared.is_outlined:
        preferred = PRESETS[prepared.spec.preset].fonts if prepared.spec.preset and not prepared.spec.font else ()
        text = svg.name_fonts(text, prepared.fonts[0], preferred)
    if prepared.spec.theme == AUTO:
        text = svg.add_dark_colours(text, prepared.dark_for_light())
    return compact(text).encode()


def _save(
    figure: backend.Figure,
    prepared: Prepared,
    file_format: str,
    names: Mapping[str, str | None],
    **options: Any,
) -> bytes:
    """Return `figure` as a file with its provenance, each fact under its name in `names`; `options` are for savefig."""
    provenance, buffer = prepared.provenance(file_format), io.BytesIO()
    metadata = {name: getattr(provenance, fact) if fact else None for name, fact in names.items()}
    dpi = "figure" if prepared.edited else prepared.dpi
    figure.savefig(buffer, format=file_format, dpi=dpi, metadata=metadata, **options)
    return buffer.getvalue()


def _colours(look: Look, prepared: Prepared) -> tuple[str, ...]:
    figures = prepared.figure.cells or (prepared.figure,)
    families = [family for figure in figures if (family := find_family(figure.whole.curves))]
    ramps = [colour for family in families for colour in look.ramp_colours(len(family.members))]
    return (*look_colours(look), *ramps)


def look_colours(look: Look) -> tuple[str, ...]:
    """The colours of a look, in one order for all looks."""
    return (look.ground, look.ink, look.soft, look.axis, look.grid, look.fill, *look.colours)
