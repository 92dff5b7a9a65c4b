"""A figure with a sweep -> the drawings of its frames there and back, for which one view and one layout are chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from typing import Protocol

from lossplot._curves.sweep import nothing_moves
from lossplot._errors import RequestError, option_words
from lossplot._figure.draw import place
from lossplot._figure.drawing import Drawing, Text
from lossplot._figure.layout.page import Page
from lossplot._figure.layout.panels import Placement, lay_out
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.looks import look_for
from lossplot._figure.options import resolution
from lossplot._figure.resolve import ResolvedFigure, still_of
from lossplot._figure.runs import set_runs
from lossplot._figure.sampling import Trace
from lossplot._figure.scene import PanelScene, Scene, scaled_curves, trace, views
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import line_styles
from lossplot._formats import digest as recipe
from lossplot._formats.ghosts import with_ghosts
from lossplot._formats.movie_words import title_and_description, widest_wording, wordings_of
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.figure import prepare
from lossplot._formats.mpl.fonts import measure_in
from lossplot._formats.mpl.pictures import Progress
from lossplot._formats.provenance import Provenance
from lossplot._text.language import load_language

# How much larger than a title the value is that moves.
_VALUE = 1.15
FRAMES = 60
# Pixels to the inch, where nobody says: 640 x 360 pixels.
DPI = 80.0
# As many pixels as a full HD screen has, and some more; WebP has room for so many along a side.
MOST_PIXELS, LONGEST = 2.5e6, 16_383


class Moving(Protocol):
    """Drawings of a file that moves, the index of the one that each frame shows, and what the file says of itself."""

    @property
    def spec(self) -> FigureSpec: ...

    @property
    def drawings(self) -> tuple[Drawing, ...]: ...

    @property
    def order(self) -> tuple[int, ...]: ...

    def provenance(self, file_format: str) -> Provenance: ...


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

    def provenance(self, file_format: str) -> Provenance:
        """Return what a file of the movie in `file_format` says of itself."""
        return Provenance(self.spec.command(file_format), self.software, self.title, self.description, file_format)


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
        wordings = wordings_of(stills, scenes, sweep, language)
        is_alone = spec.labels == "auto" and len(scenes[0].curves) == 1
        page = Page(size, look, wordings[0], measure_in(still.fonts), has_names_above=is_alone)
        widest = replace(page, labels=widest_wording(wordings, look.text, page.measure))
        labels = "none" if is_alone else stills[0].labels
        layout = lay_out(widest, _all_at_once(scenes), Placement(labels, spec.arrangement))
        styles = line_styles(scenes[0].curves, look, spec.compare)
        drawings = with_ghosts(
            [
                place(each, scene, replace(page, labels=wording), layout, styles)
                for each, scene, wording in zip(stills, scenes, wordings, strict=True)
            ],
            {number for number, ranges in enumerate(sweep.ranges_of(scenes[0].curves)) if ranges},
        )
        if is_alone:
            names = [wording.names[0] for wording in wordings]
            drawings = tuple(map(partial(_with_value, page=widest), drawings, names))
    title, description = title_and_description(spec, sweep, scenes, language)
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


def check_movie(spec: FigureSpec, formats: Iterable[str]) -> None:
    """Raise RequestError where a sweep cannot be written in `formats`, or is too large, whatever it shows."""
    if spec.transparent and "gif" in formats:
        raise RequestError(
            "a .gif has no half-transparent edges; leave out ", option_words("transparent"), ", or write a .webp"
        )
    if not spec.style:  # which may have another size
        _, size = look_for(spec.preset, "light", spec.size, spec.page_panels, spec.page_arrangement)
        _check_size(size, resolution(_frame_spec(spec)))


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


def _with_value(drawing: Drawing, value: str, page: Page) -> Drawing:
    """The drawing of the only curve with what moves of it in large letters at the right, over the first frame."""
    size, box = _VALUE * page.look.title, drawing.frames[0].box
    x = box.right - runs_width(page.labels.names[0], size, page.measure, page.labels.formulas, "medium")
    y = box.top + 0.75 * page.em
    colour, math = drawing.styles[0].colour, page.labels.formulas
    text = Text("value", value, x, y, size, colour, math=math, curve=0, face="medium")
    return replace(drawing, texts=(*drawing.texts, *set_runs(text, page.measure)))


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
