"""FigureSpec with a sweep -> the pictures of its way there and back -> the bytes of a file that moves."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import Image

from lossplot.curves.sweep import Sweep, names, read_sweep, steady
from lossplot.errors import RequestError
from lossplot.figure.draw import place
from lossplot.figure.drawing import Drawing
from lossplot.figure.labels import Wording, word
from lossplot.figure.layout.boxes import Measure
from lossplot.figure.layout.page import Page
from lossplot.figure.layout.panels import lay_out
from lossplot.figure.looks import look_for
from lossplot.figure.options import resolution
from lossplot.figure.scene import PanelScene, Scene, read_scene_curves, trace, views
from lossplot.figure.spec import FigureSpec
from lossplot.figure.styles import line_styles
from lossplot.formats import FORMATS
from lossplot.formats import digest as recipe
from lossplot.formats.gif import gif, indexed, palette
from lossplot.formats.mpl import backend
from lossplot.formats.mpl.figure import prepare
from lossplot.formats.mpl.fonts import measure_in
from lossplot.formats.mpl.pictures import Picture, Progress, pictures_of
from lossplot.formats.provenance import Provenance, gif_comment, xmp
from lossplot.text import description as describe
from lossplot.text.language import Language, load_language

FRAMES = 60
HUNDREDTHS = 5
# Pixels to the inch, where nobody says: 640 x 360 pixels.
DPI = 80.0
# As many pixels as a full HD screen has, and some more; WebP has room for so many along a side.
MOST_PIXELS, LONGEST = 2.5e6, 16_383


@dataclass(frozen=True, slots=True)
class Movie:
    """A sweep with all decisions taken: its drawings, and which of them each frame shows.

    `spec` names the font, if it had to be looked for.
    """

    spec: FigureSpec
    fonts: tuple[str, ...]
    dpi: float
    drawings: tuple[Drawing, ...]
    order: tuple[int, ...]
    title: str
    description: str


def movie(spec: FigureSpec, formats: Iterable[str], progress: Progress | None = None) -> dict[str, bytes]:
    """The files that show the sweep of `spec`, by format (`gif`, `webp`): the same bytes each time.

    `progress` is called with how much is done, and of how much.  Names at the curves' ends would dance: they
    stand in a legend.  Raises as `read_sweep` and `prepare` do.
    """
    formats = tuple(formats)
    phases = 2 + len(formats)
    check_movie(spec, formats)
    planned = plan_movie(spec, _phase(progress, 0, phases))
    with backend.settings(planned.fonts):
        pictures = list(pictures_of(planned.drawings, planned.dpi, _phase(progress, 1, phases)))
    made = {}
    for number, file_format in enumerate(formats, 2):
        made[file_format] = FORMATS[file_format].to_bytes(planned, pictures)
        _phase(progress, number, phases)(len(pictures), len(pictures))
    return made


def check_movie(spec: FigureSpec, formats: Iterable[str]) -> None:
    """Raise RequestError where a sweep cannot be written in `formats`, or is too large, whatever it shows."""
    if spec.transparent and "gif" in formats:
        raise RequestError("a .gif has no half-transparent edges; leave out --transparent, or write a .webp")
    if not spec.style:  # which may have another size
        _, size = look_for(spec.preset, "light", spec.size, len(spec.panels))
        _check_size(size, resolution(_still(spec, spec.losses)))


def _phase(progress: Progress | None, number: int, phases: int) -> Progress:
    """What to call with how much is done of phase `number`, where all are as long."""

    def told(done: int, of: int) -> None:
        if progress:
            progress(number * of + done, phases * of)

    return told


def _unheard(done: int, of: int) -> None:
    """Where nobody wants to know."""


def plan_movie(spec: FigureSpec, progress: Progress = _unheard) -> Movie:
    """Decide everything about the frames of `spec`, and draw nothing: one view and one layout are for all of them.

    Raises as `movie` does.
    """
    sweep, language = read_sweep(spec.losses), load_language(spec.language)
    curves = [sweep.at(share) for share in _shares()]
    stops = list(dict.fromkeys(curves))
    stills = [_still(spec, [curve.spec for curve in stop]) for stop in stops]
    still = prepare(stills[0])
    _check_size(still.drawing.size, still.dpi)
    shown = [read_scene_curves(each) for each in stills]
    seen = views(spec, tuple(curve for each in shown for curve in each))
    scenes = []
    for number, (each, its) in enumerate(zip(stills, shown, strict=True), 1):
        scenes.append(trace(each, its, seen))
        progress(number, len(stills))
    look, size = still.drawing.look, still.drawing.size
    with backend.settings(still.fonts):
        wordings = _wordings(stills, scenes, sweep, language)
        page = Page(size, look, wordings[0], measure_in(still.fonts))
        widest = replace(page, labels=_widest(wordings, look.text, page.measure))
        layout = lay_out(widest, _all_at_once(scenes), stills[0].labels)
        styles = line_styles(scenes[0].curves, look)
        drawings = tuple(
            place(each, scene, replace(page, labels=wording), layout, styles)
            for each, scene, wording in zip(stills, scenes, wordings, strict=True)
        )
    title, description = _told(spec, sweep, scenes, language)
    return Movie(
        replace(spec, font=still.spec.font),
        still.fonts,
        still.dpi,
        drawings,
        tuple(stops.index(curves[min(frame, FRAMES - frame)]) for frame in range(FRAMES)),
        title,
        description,
    )


def _shares() -> list[float]:
    """How much of the way is gone in each frame up to its end: slowly at first, and slowly at last."""
    half = FRAMES // 2
    return [(1.0 - math.cos(math.pi * frame / half)) / 2.0 for frame in range(half + 1)]


def _still(spec: FigureSpec, losses: Sequence[str]) -> FigureSpec:
    """`spec` with the losses of one frame, and the resolution for figures that move."""
    dpi = spec.dpi if spec.dpi or spec.size or spec.preset else DPI
    return replace(spec, losses=tuple(losses), dpi=dpi, labels="none" if spec.labels == "none" else "legend")


def _check_size(size: tuple[float, float], dpi: float) -> None:
    width, height = (int(inches * dpi) for inches in size)
    if width * height > MOST_PIXELS or max(width, height) > LONGEST:
        raise RequestError(
            f"{width} x {height} pixels are too many for a figure that moves; "
            f"choose a smaller --size or --dpi, for {MOST_PIXELS / 1e6:g} megapixels at most"
        )


# --- words ---


def _wordings(stills: Sequence[FigureSpec], scenes: Sequence[Scene], sweep: Sweep, language: Language) -> list[Wording]:
    """The words of each frame, in which numbers that move keep their digits."""
    wordings = []
    for still, scene in zip(stills, scenes, strict=True):
        wording = word(still, scene, language)
        named = zip(wording.names, scene.curves, sweep.ways, strict=True)
        steadied = tuple(steady(name, curve, ways, language) for name, curve, ways in named)
        heading = steady(wording.heading, scene.curves[0], sweep.ways[0], language)
        wordings.append(replace(wording, names=steadied, heading=heading))
    if len({wording.short_names for wording in wordings}) > 1:
        # Members on the move: there is no order for a heading to stand above.
        return [replace(wording, heading="", short_names=()) for wording in wordings]
    return wordings


def _told(spec: FigureSpec, sweep: Sweep, scenes: Sequence[Scene], language: Language) -> tuple[str, str]:
    """The title and the description."""
    ways = names(sweep, language)
    title = describe.title(scenes[0].curves, spec.panels, language)
    for name, way in ways.items():
        title = title.replace(name, way, 1)
    ends = tuple(dict.fromkeys((*scenes[0].curves, *scenes[-1].curves)))
    description = language(
        "The figure moves through {names}, there and back. Both ends together: {description}",
        names=language.listed([*ways.values()]),
        description=describe.description(ends, spec.panels, *scenes[0].x_range, language, spec.risk),
    )
    return spec.title or title, description


def _widest(wordings: Sequence[Wording], text: float, measure: Measure) -> Wording:
    """The words that need as much room as those of any frame do."""
    formulas = wordings[0].formulas
    forms = zip(*(wording.names for wording in wordings), strict=True)
    return replace(
        wordings[0],
        names=tuple(max(dict.fromkeys(each), key=lambda name: measure(name, text, formulas)) for each in forms),
        heading=max((wording.heading for wording in wordings), key=lambda heading: measure(heading, text)),
    )


def _all_at_once(scenes: Sequence[Scene]) -> list[PanelScene]:
    """The panels with the curves of all frames, for the legend to keep clear of."""
    together = zip(*(scene.panels for scene in scenes), strict=True)
    return [replace(panels[0], traces=tuple(t for panel in panels for t in panel.traces)) for panels in together]


# --- files ---


def as_gif(planned: Movie, pictures: Sequence[Picture]) -> bytes:
    """Return the GIF that shows `pictures` as `planned`."""
    order, durations = _runs(planned)
    table, shown = _in_few_colours(planned, pictures)
    return gif([shown[number] for number in order], durations, table, gif_comment(_provenance(planned, "gif")))


def as_webp(planned: Movie, pictures: Sequence[Picture]) -> bytes:
    """Return the WebP that shows `pictures` as `planned`."""
    if not planned.spec.transparent:
        # In as few colours as a GIF it takes half the time and half the bytes.
        table, shown = _in_few_colours(planned, pictures)
        pictures = [table[picture] for picture in shown]
    order, durations = _runs(planned)
    first, *others = (Image.fromarray(pictures[number]) for number in order)
    buffer = io.BytesIO()
    first.save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=others,
        duration=[10 * duration for duration in durations],
        loop=0,
        lossless=True,
        method=2,
        quality=20,
        kmax=0,
        xmp=xmp(_provenance(planned, "webp")),
    )
    return buffer.getvalue()


def _in_few_colours(planned: Movie, pictures: Sequence[Picture]) -> tuple[Picture, list[Picture]]:
    """A table of colours, and the pictures as indices in it."""
    table = palette(planned.drawings[0].look.ground, _colours(planned.drawings))
    return table, indexed(pictures, table)


def _runs(planned: Movie) -> tuple[list[int], list[int]]:
    """The pictures in the order in which they are shown, and for how many hundredths of a second each is."""
    runs = [(number, HUNDREDTHS * len(list(frames))) for number, frames in groupby(planned.order)]
    return [number for number, _ in runs], [duration for _, duration in runs]


def _colours(drawings: Sequence[Drawing]) -> list[str]:
    """The colours that are drawn with, but for the ground, each once."""
    look = drawings[0].look
    lines = (line for drawing in drawings for part in drawing.frames for line in part.lines)
    dots = (dots for drawing in drawings for part in drawing.frames for dots in part.dots)
    used = (*(line.colour for line in lines), *(colour for each in dots for colour in (each.edge, each.fill)))
    return [colour for colour in dict.fromkeys((look.ink, look.axis, look.grid, *used)) if colour != look.ground]


def _provenance(planned: Movie, file_format: str) -> Provenance:
    software = recipe.software(recipe.figure_of(planned.spec), backend.VERSION)
    return Provenance(planned.spec.command(file_format), software, planned.title, planned.description, file_format)
