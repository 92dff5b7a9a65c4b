"""ResolvedFigure -> matplotlib Figure -> the bytes of a file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from lossplot.figure.draw import plan
from lossplot.figure.drawing import Drawing
from lossplot.figure.labels import Wording
from lossplot.figure.looks import PRESETS, Look, look_for
from lossplot.figure.options import check_size
from lossplot.figure.resolve import ResolvedFigure
from lossplot.figure.scene import Scene
from lossplot.figure.spec import AUTO, DPI, FigureSpec
from lossplot.figure.styles import find_family
from lossplot.formats import digest as recipe
from lossplot.formats import svg
from lossplot.formats.compact import compact
from lossplot.formats.mpl import backend
from lossplot.formats.mpl.artists import draw
from lossplot.formats.mpl.fonts import DEFAULT, choose, measure_in
from lossplot.formats.mpl.style import Style, read_style
from lossplot.text.language import speak


@dataclass(frozen=True)
class Prepared:
    """A figure with all decisions taken: its drawing, the fonts and the resolution.

    `spec` is that of `figure`, with the name of the font if that had to be looked for.
    """

    figure: ResolvedFigure
    spec: FigureSpec
    drawing: Drawing
    fonts: tuple[str, ...]
    dpi: float

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
        return recipe.software(recipe.figure_of(self.figure), backend.VERSION)


def prepare(figure: ResolvedFigure) -> Prepared:
    """Decide everything about `figure`, and draw nothing.

    Raises RequestError where the losses cannot be drawn together or not in the range asked for,
    and LossplotError where no font has some character of it, or a style cannot be read.
    """
    spec = figure.spec
    check_texts(spec)
    speak(spec.language)  # an unknown one is refused before curves are traced
    scene = figure.scene
    style = read_style(spec.style) if spec.style else Style()
    wording = figure.wording
    preset = PRESETS[spec.preset] if spec.preset else None
    fonts = choose(wording.plain, spec.font, style.fonts or (preset.fonts if preset else ()), wording.beside_math)
    theme = "light" if spec.theme == AUTO else spec.theme
    look, size = look_for(spec.preset, theme, spec.size or style.size, len(spec.panels))
    dpi = spec.dpi or style.dpi or (preset.dpi if preset else DPI)
    if style.size or style.dpi:
        check_size(size, dpi)
    with backend.settings(fonts):
        drawing = plan(spec, scene, wording, style.applied_to(look), size, measure_in(fonts))
    return Prepared(figure, replace(spec, font=fonts[0]) if fonts[0] != DEFAULT else spec, drawing, fonts, dpi)


def check_texts(spec: FigureSpec) -> None:
    """Raise RequestError where a text of `spec`, which is to be read as mathematics, is none."""
    from lossplot.formats.mpl.math import check_math

    texts = ((spec.title, "title"), (spec.x_label, "xlabel"), (spec.y_label, "ylabel")) if spec.math else ()
    for text, what in texts:
        check_math(text or "", what)


def render(figure: ResolvedFigure, formats: Iterable[str]) -> dict[str, bytes]:
    """The complete files that show `figure`, by format (`png`, `svg`, `pdf`): the same bytes each time.

    Raises as `prepare` does.
    """
    prepared, preset = prepare(figure), figure.spec.preset
    with backend.settings(prepared.fonts, outlined=not preset or PRESETS[preset].outlined):
        canvas = draw(prepared.drawing, prepared.dpi)
        return {file_format: save(canvas, prepared, file_format) for file_format in formats}


def draw_prepared(prepared: Prepared) -> backend.Figure:
    """The matplotlib figure of `prepared`."""
    with backend.settings(prepared.fonts):
        return draw(prepared.drawing, prepared.dpi)


def save(figure: backend.Figure, prepared: Prepared, file_format: str) -> bytes:
    """`figure` as a file that says how it was made.  To be called within `backend.settings`."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format=file_format, dpi=prepared.dpi, metadata=_metadata(prepared, file_format))
    return _finished_svg(buffer.getvalue(), prepared) if file_format == "svg" else buffer.getvalue()


def _metadata(prepared: Prepared, file_format: str) -> dict[str, str | None]:
    """Title, description and origin of the figure, under the names that each format has for them."""
    title, description = prepared.title, prepared.description
    software = prepared.software
    command = prepared.spec.command(file_format)
    if file_format == "png":
        return {"Title": title, "Description": description, "Software": software, "Comment": command}
    if file_format == "svg":
        return {"Title": title, "Description": description, "Creator": software, "Source": command, "Date": None}
    return {"Title": title, "Subject": description, "Creator": software, "Keywords": command, "CreationDate": None}


def _finished_svg(data: bytes, prepared: Prepared) -> bytes:
    text = svg.with_words(data.decode(), prepared.title, prepared.description)
    preset = PRESETS[prepared.spec.preset] if prepared.spec.preset else None
    if preset and not preset.outlined:
        text = svg.preferring(text, prepared.fonts[0], preset.fonts)
    if prepared.spec.theme == AUTO:
        text = svg.following_the_reader(text, _dark_for_light(prepared))
    return compact(text).encode()


def _dark_for_light(prepared: Prepared) -> dict[str, str]:
    """The dark theme's colour for each of the light one's."""
    size, panels = prepared.drawing.size, len(prepared.spec.panels)
    light, dark = (
        _colours(look_for(prepared.spec.preset, theme, size, panels)[0], prepared) for theme in ("light", "dark")
    )
    return dict(zip(light, dark, strict=True))


def _colours(look: Look, prepared: Prepared) -> tuple[str, ...]:
    family = find_family(prepared.scene.curves)
    ramp = look.ramp_colours(len(family.members)) if family else ()
    return (look.ground, look.ink, look.axis, look.grid, *look.colours, *ramp)
