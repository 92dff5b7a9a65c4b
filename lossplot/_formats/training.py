"""Training -> files of every format: pictures, sources, numbers, and a movie of what moves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from lossplot._errors import RequestError
from lossplot._figure.drawing import Drawing
from lossplot._figure.options import check_size, resolution
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.spec import AUTO, FigureSpec
from lossplot._figure.training.classes import all_colours
from lossplot._figure.training.drawing import TrainingPage, draw_training, page_look
from lossplot._figure.training.results import Fit, History, Regions, Run, Training
from lossplot._figure.training.words import describe_training, make_words, training_title
from lossplot._formats import FORMATS
from lossplot._formats import digest as recipe
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.artists import draw
from lossplot._formats.mpl.figure import Prepared, look_colours
from lossplot._formats.mpl.fonts import choose, measure_in
from lossplot._formats.mpl.pictures import Picture, whole_pictures
from lossplot._formats.provenance import Provenance, json_members, sealed
from lossplot._formats.training_numbers import as_csv, as_json
from lossplot._formula.evaluate import Array
from lossplot._text.language import Language, load_language

# Pixels to the inch of what moves, where nobody says; frames at most; for how long the last is seen, in frames.
DPI, MOST_FRAMES, LAST = 70.0, 60, 30


@dataclass(frozen=True)
class TrainingFigure:
    """The results of training, how they are to look (`spec`), and the command that makes the figure in a format."""

    training: Training
    spec: FigureSpec
    command: Callable[[str], str]

    @property
    def language(self) -> Language:
        return load_language(self.spec.language)

    @cached_property
    def title(self) -> str:
        return self.spec.title or training_title(self.training, self.language)

    @cached_property
    def description(self) -> str:
        return describe_training(self.training, self.language)

    @cached_property
    def digest(self) -> str:
        """The digest of the numbers and the words."""
        parts = [repr((self.title, self.description)).encode(), *_numbers(self.training)]
        return hashlib.sha256(b"".join(parts)).hexdigest()[:16]

    def provenance(self, file_format: str, matplotlib: str = "") -> Provenance:
        """Return what a file of the figure in `file_format` says of itself."""
        software = recipe.software(self.digest, matplotlib)
        return Provenance(self.command(file_format), software, self.title, self.description, file_format)


@dataclass(frozen=True)
class PreparedTraining(Prepared):
    """A figure of training with all decisions taken, for the writers of figures."""

    subject: TrainingFigure | None = None

    @property
    def of(self) -> TrainingFigure:
        assert self.subject
        return self.subject

    @property
    def title(self) -> str:
        return self.of.title

    @property
    def description(self) -> str:
        return self.of.description

    def provenance(self, file_format: str) -> Provenance:
        """Return what a file of the figure in `file_format` says of itself."""
        return self.of.provenance(file_format, backend.VERSION)

    @property
    def software(self) -> str:
        """The programs that drew it, with the digest of the figure."""
        return self.provenance("").software

    def dark_for_light(self) -> dict[str, str]:
        """Return the dark theme's colour for each of the light one's."""
        training = self.of.training
        classes = int(training.points.classes.max(initial=0)) + 1
        light, dark = (
            [*look_colours(look), *all_colours(classes, look)]
            for look in (page_look(training, self.spec, theme)[0] for theme in ("light", "dark"))
        )
        return dict(zip(light, dark, strict=True))


@dataclass(frozen=True)
class TrainingMovie:
    """The drawings of a figure that moves, and the index of the one that each frame shows."""

    subject: TrainingFigure
    drawings: tuple[Drawing, ...]
    order: tuple[int, ...]

    @property
    def spec(self) -> FigureSpec:
        return self.subject.spec

    def provenance(self, file_format: str) -> Provenance:
        """Return what a file of the movie in `file_format` says of itself."""
        return self.subject.provenance(file_format, backend.VERSION)


def produce_training(figure: TrainingFigure, formats: Iterable[str]) -> dict[str, bytes]:
    """Return the complete files that show `figure`, by format: the same bytes each time.

    Raises RequestError for what a format cannot be, and LossplotError where no font has some character.
    """
    wanted = [*formats]
    _check(figure, wanted)
    made: dict[str, bytes] = {}
    prepared = prepare_training(figure)
    kinds = {each: FORMATS[each].kind for each in wanted}
    if "picture" in kinds.values():
        with backend.settings(prepared.fonts, outlined=prepared.is_outlined):
            canvas = draw(prepared.drawing, prepared.dpi)
            made |= {each: FORMATS[each].to_bytes(canvas, prepared) for each in wanted if kinds[each] == "picture"}
    made |= {each: FORMATS[each].to_bytes(prepared) for each in wanted if kinds[each] == "source"}
    made |= {each: _written(figure, each) for each in wanted if kinds[each] == "numbers"}
    if "movie" in kinds.values():
        movie = movie_of(figure, prepared)
        with backend.settings(prepared.fonts):
            pictures: list[Picture] = whole_pictures(movie.drawings, figure.spec.dpi or DPI)
        made |= {each: FORMATS[each].to_bytes(movie, pictures) for each in wanted if kinds[each] == "movie"}
    return {each: sealed(data) if FORMATS[each].has_metadata else data for each, data in made.items()}


def _written(figure: TrainingFigure, file_format: str) -> bytes:
    if file_format == "csv":
        return as_csv(figure.training)
    return as_json(figure.training, json_members(figure.provenance("json")))


def _check(figure: TrainingFigure, formats: Iterable[str]) -> None:
    if figure.spec.theme == AUTO and (fixed := [each for each in formats if not FORMATS[each].fits_auto]):
        raise RequestError(
            f"theme auto follows its reader, which only SVG can; choose light, dark or print for {' and '.join(fixed)}"
        )


def prepare_training(figure: TrainingFigure) -> PreparedTraining:
    """Decide everything about `figure`, and draw nothing."""
    spec, training = figure.spec, figure.training
    words = make_words(training, spec.title, figure.language)
    epoch = make_words(training, spec.title, figure.language, 0)
    theme = "light" if spec.theme == AUTO else spec.theme
    look, size = page_look(training, spec, theme)
    check_size(size, resolution(spec))
    from lossplot._figure.looks import PRESETS

    preferred = PRESETS[spec.preset].fonts if spec.preset else ()
    fonts = choose(words.plain + epoch.plain, spec.font, preferred, "")
    page = TrainingPage(size, look, measure_in(fonts))
    with backend.settings(fonts):
        drawing = draw_training(training, spec, page, words)
    curves = tuple(run.curve for run in training.runs)
    resolved = ResolvedFigure(replace(spec, losses=tuple(curve.spec for curve in curves)), curves)
    return PreparedTraining(resolved, spec, drawing, fonts, resolution(spec), subject=figure)


def movie_of(figure: TrainingFigure, prepared: PreparedTraining) -> TrainingMovie:
    """Return the drawings of the boundary as it moves: after each epoch that has one, the last for longer."""
    training, spec = figure.training, figure.spec
    counts = {len(run.regions or run.fits) for run in training.runs}
    most = max(counts)
    if most < 2:
        raise RequestError("there is one epoch to show, and nothing moves; write a .png, or train for more epochs")
    every = -(-most // MOST_FRAMES)
    places = [*range(0, most - 1, every), most - 1]
    page = TrainingPage(prepared.drawing.size, prepared.drawing.look, measure_in(prepared.fonts))
    drawings = []
    with backend.settings(prepared.fonts):
        for place in places:
            runs = tuple(_up_to(run, place) for run in training.runs)
            epoch = max((run.regions or run.fits)[-1].epoch for run in runs)
            words = make_words(training, spec.title, figure.language, epoch)
            drawings.append(draw_training(replace(training, runs=runs), spec, page, words, training))
        drawings[-1] = prepared.drawing
    return TrainingMovie(figure, tuple(drawings), (*range(len(drawings)), *[len(drawings) - 1] * LAST))


def _up_to(run: Run, place: int) -> Run:
    """Return `run` as far as its snapshot number `place`, or to its end where it has fewer; its view stays the same."""
    regions, fits = run.regions[: place + 1], run.fits[: place + 1]
    epoch = (regions or fits)[-1].epoch
    is_last = place >= len(run.regions or run.fits) - 1
    if is_last:
        return run
    return replace(
        run,
        regions=regions,
        fits=fits,
        train=_cut(run.train, epoch),
        validation=_cut(run.validation, epoch) if run.validation else None,
        paths={name: _hidden(path, epoch) for name, path in run.paths.items()},
        margins=None,
        ending="",
        ended=None,
    )


def _cut(history: History, epoch: int) -> History:
    low, high = (None if band is None else _hidden(band, epoch) for band in (history.low, history.high))
    return History(_hidden(history.values, epoch), low, high)


def _hidden(values: Array, epoch: int) -> Array:
    """Return `values` with nothing after `epoch`, but as long."""
    return np.where(np.arange(len(values)) <= epoch, values, np.nan)


def _numbers(training: Training) -> Iterator[bytes]:
    """Yield everything that is drawn, in six digits."""
    arrays: list[Any] = [training.points.places, training.points.classes, training.points.is_test]
    for run in training.runs:
        for history in filter(None, (run.train, run.validation)):
            arrays += [each for each in (history.values, history.low, history.high) if each is not None]
        arrays += [*run.paths.values(), *(_field(each) for each in (run.regions or run.fits)[-1:])]
        arrays += [] if run.margins is None else [run.margins.examples]
    for array in arrays:
        yield ",".join(f"{value:.6g}" for value in np.ravel(array).tolist()).encode()


def _field(snapshot: Regions | Fit) -> Array:
    return snapshot.field if isinstance(snapshot, Regions) else snapshot.y
