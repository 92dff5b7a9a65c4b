"""FigureSpec -> matplotlib Figure -> the bytes of a file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lossplot.figure.draw import plan
from lossplot.figure.drawing import Drawing
from lossplot.figure.labels import Wording, tell, word
from lossplot.figure.layout.page import Page
from lossplot.figure.looks import PRESETS, Look, look_for
from lossplot.figure.options import check_size
from lossplot.figure.scene import Scene, compose
from lossplot.figure.spec import AUTO, DPI, FigureSpec
from lossplot.figure.styles import find_family
from lossplot.formats import digest as recipe
from lossplot.formats import svg
from lossplot.formats.compact import compact
from lossplot.formats.mpl import backend
from lossplot.formats.mpl.artists import draw
from lossplot.formats.mpl.fonts import DEFAULT, choose, measure_in
from lossplot.formats.mpl.style import Style, read_style
from lossplot.text.language import load_language


@dataclass(frozen=True, slots=True)
class Prepared:
    """A figure with all decisions taken: what is to be seen, in which words and fonts, and where.

    `spec` names the font, if it had to be looked for.
    """

    spec: FigureSpec
    scene: Scene
    wording: Wording
    drawing: Drawing
    fonts: tuple[str, ...]
    dpi: float
    title: str
    description: str

    @property
    def software(self) -> str:
        """What drew it, and what tells it from other figures."""
        seen = [(self.scene, self.wording, self.title, self.description)]
        return recipe.software(recipe.figure(self.spec, seen), backend.VERSION)


def prepare(spec: FigureSpec) -> Prepared:
    """Decide everything about the figure of `spec`, and draw nothing.

    Raises RequestError where the losses cannot be drawn together or not in the range asked for,
    and LossplotError where no font has some character of it, or a style cannot be read.
    """
    check_texts(spec)
    language = load_language(spec.language)
    scene = compose(spec)
    style = read_style(spec.style) if spec.style else Style()
    wording = word(spec, scene, language)
    preset = PRESETS[spec.preset] if spec.preset else None
    fonts = choose(wording.plain, spec.font, style.fonts or (preset.fonts if preset else ()), wording.beside_math)
    theme = "light" if spec.theme == AUTO else spec.theme
    look, size = look_for(spec.preset, theme, spec.size or style.size, len(spec.panels))
    dpi = spec.dpi or style.dpi or (preset.dpi if preset else DPI)
    if style.size or style.dpi:
        check_size(size, dpi)
    with backend.settings(fonts):
        drawing = plan(spec, scene, Page(size, style.applied_to(look), wording, measure_in(fonts)))
    return Prepared(
        replace(spec, font=fonts[0]) if fonts[0] != DEFAULT else spec,
        scene,
        wording,
        drawing,
        fonts,
        dpi,
        *tell(spec, scene, language),
    )


def check_texts(spec: FigureSpec) -> None:
    """Raise RequestError where a text of `spec`, which is to be read as mathematics, is none."""
    from lossplot.formats.mpl.math import check_math

    texts = ((spec.title, "title"), (spec.x_label, "xlabel"), (spec.y_label, "ylabel")) if spec.math else ()
    for text, what in texts:
        check_math(text or "", what)


def render(spec: FigureSpec, formats: Iterable[str]) -> dict[str, bytes]:
    """The complete files that show `spec`, by format (`png`, `svg`, `pdf`): the same bytes each time.

    Raises as `prepare` does.
    """
    prepared = prepare(spec)
    with backend.settings(prepared.fonts, outlined=not spec.preset or PRESETS[spec.preset].outlined):
        figure = draw(prepared.drawing, prepared.dpi)
        return {file_format: save(figure, prepared, file_format) for file_format in formats}


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
    """What the figure shows and how it was made, under the names that each format has for it."""
    title, description = prepared.title, prepared.description
    software = prepared.software
    command = prepared.spec.command(file_format)
    if file_format == "png":
        return {"Title": title, "Description": description, "Software": software, "Comment": command}
    if file_format == "svg":
        return {"Title": title, "Description": description, "Creator": software, "Source": command, "Date": None}
    return {"Title": title, "Subject": description, "Creator": software, "Keywords": command, "CreationDate": None}


def _finished_svg(data: bytes, prepared: Prepared) -> bytes:
    text = svg.add_description(data.decode(), prepared.title, prepared.description)
    preset = PRESETS[prepared.spec.preset] if prepared.spec.preset else None
    if preset and not preset.outlined:
        text = svg.prefer_fonts(text, prepared.fonts[0], preset.fonts)
    if prepared.spec.theme == AUTO:
        text = svg.add_dark_colours(text, _dark_for_light(prepared))
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
