"""A figure with a sweep -> the pictures of its frames there and back -> the bytes of a file that moves."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain, groupby

from PIL import Image

from lossplot.curves.curve import Curve, short
from lossplot.curves.sweep import ParameterRange, Sweep, nothing_moves
from lossplot.errors import RequestError, option_words
from lossplot.figure.draw import place
from lossplot.figure.drawing import Drawing, Text
from lossplot.figure.labels import Wording, formula_parts, make_wording, name_parts
from lossplot.figure.layout.boxes import Measure
from lossplot.figure.layout.page import Page
from lossplot.figure.layout.panels import Placement, lay_out
from lossplot.figure.looks import look_for
from lossplot.figure.options import resolution
from lossplot.figure.resolve import ResolvedFigure, still_of
from lossplot.figure.sampling import Trace
from lossplot.figure.scene import PanelScene, Scene, scaled_curves, trace, views
from lossplot.figure.spec import FigureSpec
from lossplot.figure.styles import line_styles
from lossplot.formats import FORMATS
from lossplot.formats import digest as recipe
from lossplot.formats.ghosts import with_ghosts
from lossplot.formats.gif import gif, indexed, palette
from lossplot.formats.mpl import backend
from lossplot.formats.mpl.figure import prepare
from lossplot.formats.mpl.fonts import measure_in
from lossplot.formats.mpl.pictures import Picture, Progress, pictures_of
from lossplot.formats.provenance import Provenance, gif_comment, xmp
from lossplot.text import description as describe
from lossplot.text.language import Language, load_language
from lossplot.text.names import label
from lossplot.text.sweep import sweep_names, with_steady_digits

# How much larger than a title the value is that moves.
_VALUE = 1.15
FRAMES = 60
HUNDREDTHS = 5
# Pixels to the inch, where nobody says: 640 x 360 pixels.
DPI = 80.0
# As many pixels as a full HD screen has, and some more; WebP has room for so many along a side.
MOST_PIXELS, LONGEST = 2.5e6, 16_383


@dataclass(frozen=True)
class Movie:
    """A sweep with all decisions taken: its drawings, and the index of the one that each frame shows.

    `spec` is that of `figure`, with the name of the font if that had to be looked for.
    """

    figure: ResolvedFigure
    spec: FigureSpec
    fonts: tuple[str, ...]
    dpi: float
    drawings: tuple[Drawing, ...]
    order: tuple[int, ...]
    title: str
    description: str

    @cached_property
    def software(self) -> str:
        """The programs that drew it, with the digest of the figure."""
        return recipe.software(recipe.figure_of(self.figure), backend.VERSION)


def movie(figure: ResolvedFigure, formats: Iterable[str], progress: Progress | None = None) -> dict[str, bytes]:
    """The files that show the sweep of `figure`, by format (`gif`, `webp`): the same bytes each time.

    `progress` is called with how much is done, and of how much.  Names at the curves' ends would dance: they
    stand in a legend.  Raises RequestError or LossplotError as `plan_movie` does.
    """
    formats = tuple(formats)
    phases = 2 + len(formats)
    check_movie(figure.spec, formats)
    planned = plan_movie(figure, _phase(progress, 0, phases))
    with backend.settings(planned.fonts):
        pictures = list(pictures_of(planned.drawings, planned.dpi, _phase(progress, 1, phases)))
    files = {}
    for number, file_format in enumerate(formats, 2):
        files[file_format] = FORMATS[file_format].to_bytes(planned, pictures)
        _phase(progress, number, phases)(len(pictures), len(pictures))
    return files


def check_movie(spec: FigureSpec, formats: Iterable[str]) -> None:
    """Raise RequestError where a sweep cannot be written in `formats`, or is too large, whatever it shows."""
    if spec.transparent and "gif" in formats:
        raise RequestError(
            "a .gif has no half-transparent edges; leave out ", option_words("transparent"), ", or write a .webp"
        )
    if not spec.style:  # which may have another size
        _, size = look_for(spec.preset, "light", spec.size, len(spec.panels), spec.arrangement)
        _check_size(size, resolution(_frame_spec(spec)))


def _phase(progress: Progress | None, number: int, phases: int) -> Progress:
    """A progress callback for one of `phases` equal phases."""

    def report(done: int, of: int) -> None:
        if progress:
            progress(number * of + done, phases * of)

    return report


def _ignore_progress(done: int, of: int) -> None:
    """Ignore progress."""


def plan_movie(figure: ResolvedFigure, progress: Progress = _ignore_progress) -> Movie:
    """Decide everything about the frames of `figure`, and draw nothing: one view and one layout are for all of them.

    Raises RequestError where nothing moves, a curve cannot be drawn, or the frames are too large, and LossplotError
    where no font has some character.
    """
    spec, sweep, language = figure.spec, figure.sweep, load_language(figure.spec.language)
    if not sweep:
        raise nothing_moves(spec.losses)
    curves = [sweep.at(share) for share in _shares()]
    stops = list(dict.fromkeys(curves))
    frames = [still_of(_frame_spec(spec), stop) for stop in stops]
    stills = [frame.spec for frame in frames]
    still = prepare(frames[0])
    _check_size(still.drawing.size, still.dpi)
    stop_curves = [scaled_curves(spec, frame.entries) for frame in frames]
    common_views = views(spec, tuple(curve for each in stop_curves for curve in each))
    scenes = []
    for number, (each, members) in enumerate(zip(stills, stop_curves, strict=True), 1):
        scenes.append(trace(each, members, common_views))
        progress(number, len(stills))
    look, size = still.drawing.look, still.drawing.size
    with backend.settings(still.fonts):
        wordings = _wordings(stills, scenes, sweep, language)
        page = Page(size, look, wordings[0], measure_in(still.fonts), has_names_above=True)
        widest = replace(page, labels=_widest(wordings, look.text, page.measure))
        is_alone = spec.labels == "auto" and len(scenes[0].curves) == 1
        labels = "none" if is_alone else stills[0].labels
        layout = lay_out(widest, _all_at_once(scenes), Placement(labels, spec.arrangement))
        styles = line_styles(scenes[0].curves, look)
        drawings = with_ghosts(
            [
                place(each, scene, replace(page, labels=wording), layout, styles)
                for each, scene, wording in zip(stills, scenes, wordings, strict=True)
            ],
            {number for number, ranges in enumerate(sweep.ranges) if ranges},
        )
        if is_alone:
            names = [wording.names[0] for wording in wordings]
            drawings = tuple(map(partial(_with_value, page=widest), drawings, names))
    title, description = _title_and_description(spec, sweep, scenes, language)
    return Movie(
        figure,
        replace(spec, font=still.spec.font),
        still.fonts,
        still.dpi,
        drawings,
        tuple(stops.index(curves[min(frame, FRAMES - frame)]) for frame in range(FRAMES)),
        title,
        description,
    )


def _shares() -> list[float]:
    """The share of the sweep at each frame up to its end: slow at first, and slow at last."""
    half = FRAMES // 2
    return [(1.0 - math.cos(math.pi * frame / half)) / 2.0 for frame in range(half + 1)]


def _frame_spec(spec: FigureSpec) -> FigureSpec:
    """`spec` with the resolution and the labels of a figure that moves."""
    dpi = spec.dpi if spec.dpi or spec.size or spec.preset else DPI
    return replace(spec, dpi=dpi, labels="legend" if spec.labels == "auto" else spec.labels)


def _check_size(size: tuple[float, float], dpi: float) -> None:
    width, height = (int(inches * dpi) for inches in size)
    if width * height > MOST_PIXELS or max(width, height) > LONGEST:
        raise RequestError(
            f"{width} x {height} pixels are too many for a figure that moves; choose a smaller ",
            option_words("size"),
            " or ",
            option_words("dpi"),
            f", for {MOST_PIXELS / 1e6:g} megapixels at most",
        )


# --- words ---


def _wordings(stills: Sequence[FigureSpec], scenes: Sequence[Scene], sweep: Sweep, language: Language) -> list[Wording]:
    """The words of each frame, in which numbers that move keep their digits."""
    wordings = []
    for still, scene in zip(stills, scenes, strict=True):
        wording = make_wording(still, scene, language)
        if len(scene.curves) == 1:
            wording = _without_value(wording, still, scene.curves[0], sweep.ranges[0], language)
        named = zip(wording.names, scene.curves, sweep.ranges, strict=True)
        names = tuple(with_steady_digits(name, curve, ranges, language) for name, curve, ranges in named)
        wordings.append(replace(wording, names=names))
    if len({wording.short_names for wording in wordings}) > 1:
        # Members on the move: there is no order for a heading to stand above, and each curve has its whole name.
        wordings = [replace(each, heading="", short_names=(), formulas=stills[0].formula) for each in wordings]
        if stills[0].title is None:
            return [replace(each, title="", title_parts=()) for each in wordings]
    return wordings


def _without_value(
    wording: Wording, still: FigureSpec, curve: Curve, ranges: Sequence[ParameterRange], language: Language
) -> Wording:
    """The words of a curve that moves alone: its name as the title, which stands still, and what moves as its name."""
    if still.labels == "none":
        return wording
    if still.title is not None or not wording.title:
        return replace(wording, names=(" ".join(name_parts(curve, still.formula, language)),))
    moving = tuple(each.parameter.name for each in ranges)
    names = curve.parameters if still.formula else curve.given
    fixed = replace(curve, given=tuple(name for name in names if name not in moving))
    parts = formula_parts(fixed, language) if still.formula else (label(fixed, language),)
    values = ", ".join(f"{language.parameter(name)} = {short(curve.parameters[name])}" for name in moving)
    return replace(wording, title=" ".join(parts), title_parts=parts, names=(values,), formulas=False)


def _with_value(drawing: Drawing, value: str, page: Page) -> Drawing:
    """The drawing of the only curve with what moves of it in large letters at the right, over the first frame."""
    size, box = _VALUE * page.look.title, drawing.frames[0].box
    x = box.right - page.measure(page.labels.names[0], size, face="medium")
    y = box.top + 0.75 * page.em
    text = Text("value", value, x, y, size, drawing.styles[0].colour, curve=0, face="medium")
    return replace(drawing, texts=(*drawing.texts, text))


def _title_and_description(
    spec: FigureSpec, sweep: Sweep, scenes: Sequence[Scene], language: Language
) -> tuple[str, str]:
    names = sweep_names(sweep, language)
    moving = [name for name, ranges in zip(names, sweep.ranges, strict=True) if ranges]
    title = describe.title_of(names, spec.panels, language)
    ends = tuple(dict.fromkeys((*scenes[0].curves, *scenes[-1].curves)))
    description = language(
        "The figure moves through {names}, there and back. Both ends together: {description}",
        names=language.listed(moving),
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
    """The panels with each curve as it is in all frames, for names to keep clear of."""
    together = zip(*(scene.panels for scene in scenes), strict=True)
    return [
        replace(panels[0], traces=tuple(map(_united, zip(*(panel.traces for panel in panels), strict=True))))
        for panels in together
    ]


def _united(traces: Iterable[Trace]) -> Trace:
    """One trace with all that is drawn of several."""
    parts = [(each.pieces, each.filled, each.hollow, each.bridges) for each in traces]
    pieces, filled, hollow, bridges = (tuple(chain.from_iterable(each)) for each in zip(*parts, strict=True))
    return Trace(pieces, filled, hollow, bridges)


# --- files ---


def as_gif(planned: Movie, pictures: Sequence[Picture]) -> bytes:
    """Return the GIF that shows `pictures` as `planned`."""
    order, durations = _runs(planned)
    table, indices = _in_few_colours(planned, pictures)
    return gif([indices[number] for number in order], durations, table, gif_comment(_provenance(planned, "gif")))


def as_webp(planned: Movie, pictures: Sequence[Picture]) -> bytes:
    """Return the WebP that shows `pictures` as `planned`."""
    if not planned.spec.transparent:
        # In as few colours as a GIF it takes half the time and half the bytes.
        table, indices = _in_few_colours(planned, pictures)
        pictures = [table[picture] for picture in indices]
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
    return [
        colour for colour in dict.fromkeys((look.ink, look.soft, look.axis, look.grid, *used)) if colour != look.ground
    ]


def _provenance(planned: Movie, file_format: str) -> Provenance:
    return Provenance(
        planned.spec.command(file_format), planned.software, planned.title, planned.description, file_format
    )
