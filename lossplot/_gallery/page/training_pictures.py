"""The figures of training of the gallery: trained, described, and as the bytes of their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from lossplot._api.training_figure import training_data
from lossplot._figure.options import read_spec
from lossplot._figure.training.drawing import page_look
from lossplot._figure.training.results import Training
from lossplot._figure.training.words import describe_training
from lossplot._formats.training import TrainingFigure
from lossplot._gallery.data.trainings import CASES, Case
from lossplot._gallery.page.markup import Texts, in_all_languages
from lossplot._gallery.page.places import language_folder
from lossplot._text.language import ENGLISH, languages
from lossplot._training.command import train_command, train_options
from lossplot._training.experiment import run

# Pixels to the inch, as browsers count.
_PIXELS = 96


@dataclass(frozen=True, slots=True)
class TrainingPicture:
    """A figure of training: `name` is that of its files below the gallery's folder, and `losses` are those trained.

    The `caption` says what came of it, and the `description` what is seen.  `figures`, by their languages, follow their
    reader; `light` does not.  `address` is what the page that trains is asked for to train the same.
    """

    name: str
    title: Texts
    caption: Texts
    description: Texts
    losses: tuple[str, ...]
    address: str
    figures: Mapping[str, TrainingFigure]
    light: TrainingFigure

    @property
    def figure(self) -> TrainingFigure:
        return self.figures[ENGLISH.code]

    @property
    def command(self) -> str:
        return self.figure.command("svg")

    def drawn_in(self, codes: Sequence[str]) -> TrainingPicture:
        """Return the same picture in these languages alone."""
        return replace(self, figures={code: self.figures[code] for code in codes})

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = page_look(self.figure.training, self.figure.spec, "light")[1]
        return round(width * _PIXELS), round(height * _PIXELS)


def training_pictures(cases: Sequence[Case] = CASES) -> tuple[TrainingPicture, ...]:
    """Train everything that the gallery shows.  Raises SystemExit if it is interrupted."""
    return tuple(map(_picture, cases))


def training_files(picture: TrainingPicture, formats: Sequence[str]) -> Iterator[tuple[str, TrainingFigure]]:
    """Yield the path of each file, and its figure: SVG follows its reader, in each language; all else is light."""
    for each in formats:
        if each == "svg":
            yield from (
                (f"{language_folder(code)}{picture.name}.svg", figure) for code, figure in picture.figures.items()
            )
        else:
            yield f"{picture.name}.{each}", picture.light


def _picture(case: Case) -> TrainingPicture:
    result = run(case.losses, case.data, case.settings)
    if result.trace.interrupted:
        raise SystemExit("interrupted: nothing more was drawn")
    training = training_data(result)
    return TrainingPicture(
        f"trainings/{case.name}",
        in_all_languages(lambda language: language(case.title)),
        in_all_languages(lambda language: language(case.sentences, **case.numbers(result.outcomes, language))),
        in_all_languages(lambda language: describe_training(training, language)),
        tuple(run.curve.loss.name for run in training.runs),
        training_address(case),
        {code: _figure(case, training, "auto", code) for code in languages()},
        _figure(case, training, "light", ENGLISH.code),
    )


def training_address(case: Case) -> str:
    """Return what the page that trains is asked for to train a case."""
    # The page trains longer than the command where nothing is said.
    asked = {**train_options(case.settings, case.data), "epochs": case.settings.epochs}
    words = [f"{name}={value}" for name, value in asked.items() if value is not None]
    return "&".join(["+".join(case.losses), *words])


def _figure(case: Case, training: Training, theme: str, code: str) -> TrainingFigure:
    looks = {"theme": theme} | ({} if code == ENGLISH.code else {"lang": code})
    command = partial(train_command, case.losses, case.settings, case.data, looks)
    return TrainingFigure(training, read_spec(case.losses, looks), command)
