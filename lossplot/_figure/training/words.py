"""Words of a figure of training: names, notes, a title and a description, in the figure's language."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lossplot._figure.training.results import Run, Training
from lossplot._formula.evaluate import Array
from lossplot._text.language import Language
from lossplot._text.markup import literal, plain
from lossplot._text.names import label, marked_label


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a figure of training, with markup: for each run its name, a note, and the label of its x axis."""

    title: str
    names: tuple[str, ...]
    notes: tuple[str, ...]
    x_labels: tuple[str, ...]
    histories: str
    parts: tuple[str, str]
    curves: str
    plain_curves: str
    paths: str
    parameters: tuple[tuple[str, ...], ...]

    @property
    def plain(self) -> str:
        """All of them, run together."""
        parameters = [name for names in self.parameters for name in names]
        parts = [
            self.title,
            *self.names,
            *self.notes,
            *self.x_labels,
            self.histories,
            *self.parts,
            self.curves,
            self.plain_curves,
        ]
        return plain("".join([*parts, self.paths, *parameters]))


def make_words(training: Training, title: str | None, language: Language, epoch: int | None = None) -> Words:
    """Return the words of a figure; of one that moves, the notes are the `epoch`."""
    runs = training.runs
    notes = [note(run, language) if epoch is None else language("epoch {n}", n=epoch) for run in runs]
    return Words(
        literal(title) if title else "",
        tuple(marked_label(run.curve, language) for run in runs),
        tuple(map(literal, notes)),
        tuple(run.curve.axis.label if run.curve.axis.is_nameless else language(run.curve.axis.label) for run in runs),
        language("Loss by epoch"),
        (language("training"), language("validation")),
        language("Loss (grey: the examples)"),
        language("Loss"),
        language("Learned values"),
        tuple(tuple(_parameters(run, language)) for run in runs),
    )


def _parameters(run: Run, language: Language) -> Iterator[str]:
    for name, path in run.paths.items():
        yield f"*{literal(language.parameter(name))}* = {_number(_last(path))}"


def note(run: Run, language: Language) -> str:
    """Return how right a run is, and what went wrong, if anything."""
    right = [language("{share} % right", share=_number(100.0 * run.accuracy))] if run.accuracy is not None else []
    return language(", ").join([*right, *_ending(run, language)])


def _ending(run: Run, language: Language) -> Iterator[str]:
    if run.ending == "diverged":
        yield language("diverged in epoch {n}", n=run.ended)
    elif run.ending == "interrupted":
        yield language("stopped in epoch {n}", n=run.ended)
    elif run.ending:
        yield language({"stuck": "stuck", "dead": "dead"}[run.ending])


def training_title(training: Training, language: Language) -> str:
    """Return the title of a figure that has none of its own."""
    names = language.listed([label(run.curve, language) for run in training.runs])
    return language("{data} learned under {names}", data=training.data, names=names)


def describe_training(training: Training, language: Language) -> str:
    """Return the figure in words: what is seen, and for each run how its losses fell and how it ended."""
    count, classes = len(training.points.classes), len(np.unique(training.points.classes))
    if classes > 1:
        opening = language("Decision regions for {n} examples of {k} classes, and histories", n=count, k=classes)
    else:
        opening = language("Functions through {n} examples, and histories", n=count)
    sentences = [opening, *(_sentence(run, language) for run in training.runs)]
    return language(". ").join(sentences) + language(".")


def _sentence(run: Run, language: Language) -> str:
    first, last = (_number(float(value)) for value in (run.train.values[0], _last(run.train.values)))
    text = language(
        "{name}: the training loss goes from {first} to {last} in {n} epochs",
        name=label(run.curve, language),
        first=first,
        last=last,
        n=len(run.train.values) - 1,
    )
    parameters = [plain(each) for each in _parameters(run, language)]
    for more in filter(None, [note(run, language), *parameters]):
        text = language("{said}, {more}", said=text, more=more)
    return text


def _last(values: Array) -> float:
    """Return the last number of a history."""
    finite = values[np.isfinite(values)]
    return float(finite[-1]) if finite.size else math.nan


def _number(value: float) -> str:
    return f"{value:.3g}".replace("-", "\u2212")
