"""Settings of training, and their limits."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from lossplot._errors import RequestError, Words, alternatives, option_words, quote, quote_value, suggest
from lossplot._training.data import RECIPES, Disturbance
from lossplot._training.names import ACTIVATIONS, MODELS, OPTIMIZERS

# The textbook's network, for two inputs and two classes; one layer of so many units for all else.
TEXTBOOK, LAYER = (4, 2), (32,)
MOST_SEED, MOST_CLASSES, MOST_LAYERS, MOST_UNITS, MOST_BATCH = 2**32 - 1, 10, 8, 1024, 1_000_000
# The least share of examples that a class may have.
LEAST_SHARE = 0.01
MOST_EPOCHS, MOST_STARTS, MOST_OUTLIERS, MOST_NOISE, MOST_RATE = 10_000, 1000, 1000, 100.0, 1e6
# Weights that are kept, of all epochs, starts and losses.
MOST_NUMBERS = 50_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of training: the network, the optimizer, how often, and which parameters of the losses learn too.

    Without `hidden`, the textbook's layers of 4 and 2 units for two inputs and two classes, and one of 32 for all else.
    Without `model` a network with hidden layers, and a linear one in a regression.  Without `seed` it is 0, or the
    first one after it under which no network dies.
    """

    model: str | None = None
    hidden: tuple[int, ...] | None = None
    activation: str = "relu"
    optimizer: str = "adam"
    rate: float = 0.03
    batch: int = 5
    epochs: int = 30
    seed: int | None = None
    repeat: int = 1
    learn: tuple[str, ...] = ()
    is_free: bool = False
    disturbance: Disturbance = field(default_factory=Disturbance)
    classes: int | None = None


def check(settings: Settings) -> None:
    """Raise RequestError for what cannot be trained."""
    _among(settings.model, MODELS, "model")
    _among(settings.activation, ACTIVATIONS, "activation")
    _among(settings.optimizer, OPTIMIZERS, "optimizer")
    _whole(settings.batch, 1, MOST_BATCH, "batch")
    _whole(settings.epochs, 1, MOST_EPOCHS, "epochs")
    _whole(settings.repeat, 1, MOST_STARTS, "repeat")
    _whole(settings.seed, 0, MOST_SEED, "seed")
    _whole(settings.classes, 2, MOST_CLASSES, "classes")
    _whole(settings.disturbance.outliers, 0, MOST_OUTLIERS, "outliers")
    _real(settings.rate, lambda x: 0.0 < x <= MOST_RATE, "lr", f"above 0 and at most {MOST_RATE:g}")
    _real(settings.disturbance.noise, lambda x: 0.0 <= x <= MOST_NOISE, "noise", f"from 0 to {MOST_NOISE:g}")
    _real(settings.disturbance.flip, lambda x: 0.0 <= x <= 1.0, "flip", "a share from 0 to 1")
    least, most = LEAST_SHARE, 1.0 - LEAST_SHARE
    _real(settings.disturbance.balance, lambda x: least <= x <= most, "balance", f"a share from {least:g} to {most:g}")
    hidden = settings.hidden
    if hidden is None:
        return
    if settings.model == "linear":
        raise RequestError(
            "a linear model has no hidden layers; leave out ",
            Words("--hidden or --model linear", "hidden or model='linear'"),
        )
    if not 1 <= len(hidden) <= MOST_LAYERS:
        raise RequestError(option_words("hidden"), f" has {len(hidden)} layers; give 1 to {MOST_LAYERS}")
    for units in hidden:
        _whole(units, 1, MOST_UNITS, "hidden")


def _among(value: object, choices: tuple[str, ...], option: str) -> None:
    if value is not None and value not in choices:
        hint = suggest(value, choices) if isinstance(value, str) else ""
        raise RequestError(
            option_words(option), f" {quote_value(value)} is unknown; {hint or f'choose {alternatives(choices)}'}"
        )


def _whole(value: object, least: int, most: int, option: str) -> None:
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise RequestError(
            option_words(option), f" must be a whole number from {least} to {most}, not {quote_value(value)}; change it"
        )


def _real(value: object, fits: Callable[[float], bool], option: str, range_: str) -> None:
    if value is None:
        return
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or not fits(value):  # type: ignore[arg-type]
        shown = quote(f"{value:g}") if is_number else quote_value(value)
        raise RequestError(option_words(option), f" must be {range_}, not {shown}; change it")


def check_made(name: str, settings: Settings) -> None:
    """Raise RequestError for what the examples called `name` do not have."""
    if settings.classes is not None and name != "blobs":
        raise RequestError(
            option_words("classes"), f" is for blobs, and {name} have their own; leave it out, or train on blobs"
        )
    disturbance = settings.disturbance
    for option, value in (("flip", disturbance.flip or None), ("balance", disturbance.balance)):
        if value is not None and RECIPES[name].is_regression:
            raise RequestError(option_words(option), " is for labels, which a regression has none of; leave it out")
    if disturbance.balance is not None and (settings.classes or 2) > 2:
        raise RequestError(option_words("balance"), f" is for two classes, not {settings.classes}; leave one out")


def check_given(name: str, settings: Settings) -> None:
    """Raise RequestError for what is only done to examples that lossplot makes."""
    disturbance = settings.disturbance
    for option, value in (
        ("noise", disturbance.noise),
        ("outliers", disturbance.outliers or None),
        ("balance", disturbance.balance),
        ("classes", settings.classes),
    ):
        if value is not None:
            raise RequestError(option_words(option), f" is for examples that lossplot makes, not {name}; leave it out")
