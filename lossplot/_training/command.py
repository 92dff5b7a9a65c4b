"""The command that makes a figure of training again."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from lossplot._training.settings import Settings


def train_command(
    losses: Sequence[str], settings: Settings, data: str, looks: Mapping[str, object], file_format: str
) -> str:
    """Return the command of `lossplot train`; what is as usual is left out, and so are `looks` that are None."""
    values = {**train_options(settings, data), **looks}
    words = [
        f"--{name}" if value is True else f"--{name}={value}" for name, value in values.items() if value is not None
    ]
    return shlex.join(["lossplot", "train", *losses, *words, "--format", file_format])


def train_options(settings: Settings, data: str) -> dict[str, object]:
    """Return the value of each option that decides what is trained, None for what is as usual."""
    usual, disturbance = Settings(), settings.disturbance
    return {
        "data": data if data != "circles" else None,
        "noise": disturbance.noise,
        "flip": disturbance.flip or None,
        "outliers": disturbance.outliers or None,
        "balance": disturbance.balance,
        "classes": settings.classes,
        "model": settings.model,
        "hidden": ",".join(map(str, settings.hidden)) if settings.hidden else None,
        "activation": settings.activation if settings.activation != usual.activation else None,
        "optimizer": settings.optimizer if settings.optimizer != usual.optimizer else None,
        "epochs": settings.epochs if settings.epochs != usual.epochs else None,
        "lr": settings.rate if settings.rate != usual.rate else None,
        "batch": settings.batch if settings.batch != usual.batch else None,
        "seed": settings.seed,
        "repeat": settings.repeat if settings.repeat != usual.repeat else None,
        "learn": ",".join(settings.learn) or None,
        "free": settings.is_free or None,
    }
