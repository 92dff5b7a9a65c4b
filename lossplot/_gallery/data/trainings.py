"""The trainings of the gallery: the cases in which losses differ most, with a sentence on what came of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lossplot._text.language import Language
from lossplot._text.names import label
from lossplot._training.data import Disturbance
from lossplot._training.outcome import Outcome
from lossplot._training.settings import Settings

# Reads numbers from what came of a training, as words by the place that they have in a sentence.
Numbers = Callable[[Sequence[Outcome], Language], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A training of several losses; `losses` and `data` are as on the command line.

    `sentences` are the caption, with places for the numbers that `numbers` reads from what came of it.
    """

    name: str
    title: str
    losses: tuple[str, ...]
    data: str
    settings: Settings
    sentences: str
    numbers: Numbers


def _shares(outcomes: Sequence[Outcome], language: Language) -> dict[str, str]:
    """Return how many examples to test there are, and the share of them that is right under each loss."""
    lasts = [outcome.accuracies["test"][outcome.last(0), 0] for outcome in outcomes]
    return {
        "n": str(len(outcomes[0].plan.data.test)),
        "shares": _listed(outcomes, [_percent(share) for share in lasts], language),
    }


def _slopes(outcomes: Sequence[Outcome], language: Language) -> dict[str, str]:
    """Return the slope of the line under each loss."""
    import numpy as np

    slopes = [float(np.diff(outcome.outputs(np.array([[0.0], [1.0]]))[:, 0])[0]) for outcome in outcomes]
    return {"slopes": _listed(outcomes, [_number(slope) for slope in slopes], language)}


def _recalls(outcomes: Sequence[Outcome], language: Language) -> dict[str, str]:
    """Return the share of the label +1, how many of it are to test, and of each loss recall, precision and logits."""
    import numpy as np

    data = outcomes[0].plan.data
    pairs = [outcome.confusion(0) for outcome in outcomes]
    sizes = [float(np.median(np.abs(outcome.outputs(data.inputs)))) for outcome in outcomes]
    words = [f"{_percent(recall)} / {_percent(precision)}" for precision, recall in pairs]
    return {
        "share": _percent(float(data.targets.mean())),
        "n": str(int(data.targets[data.test].sum())),
        "pairs": _listed(outcomes, words, language),
        "sizes": _listed(outcomes, [_number(size) for size in sizes], language),
    }


def _listed(outcomes: Sequence[Outcome], numbers: Sequence[str], language: Language) -> str:
    names = [label(outcome.plan.objectives[outcome.place].curve, language) for outcome in outcomes]
    return language.listed([f"{name} {number}" for name, number in zip(names, numbers, strict=True)])


def _percent(share: float) -> str:
    return f"{_number(100.0 * share)} %"


def _number(value: float) -> str:
    return f"{value:.3g}".replace("-", "\u2212")


CASES = (
    Case(
        "label-noise",
        "Label noise: 30 % of the labels are wrong",
        ("hinge", "logistic", "ramp:s=-1", "savage"),
        "moons",
        Settings(hidden=(32,), batch=32, epochs=100, seed=0, disturbance=Disturbance(flip=0.3)),
        "Of the examples to train and validate on, 30 % have the wrong label. Of {n} to test, whose labels are right, "
        "this share is on its side: {shares}. Ramp and savage are bounded, so that a wrong label costs so much and no "
        "more.",
        _shares,
    ),
    Case(
        "outliers",
        "Outliers: a line through points of which ten are far off",
        ("squared", "absolute", "huber", "tukey-biweight"),
        "line",
        Settings(seed=0, disturbance=Disturbance(outliers=10)),
        "The points were made along a line of slope 1, and ten of them were put far below it. The slopes of the lines "
        "through them: {slopes}. The paler a point, the less it counts.",
        _slopes,
    ),
    Case(
        "imbalance",
        "Imbalance: one example in twenty has the label +1",
        ("log-loss", "focal"),
        "moons",
        Settings(hidden=(32,), batch=32, epochs=60, seed=0, disturbance=Disturbance(noise=0.3, balance=0.05)),
        "Of the examples, {share} have the label +1; {n} of them are to test. Recall / precision there: {pairs}. "
        "Focal loss counts for less what is right already. How sure the networks are, as the median size of the logit: "
        "{sizes}.",
        _recalls,
    ),
)
