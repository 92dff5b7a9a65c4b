"""The one-sentence summaries of the losses in every language that the page speaks."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.markup import Texts


def summary(card: LossCard) -> Texts:
    return {"en": card["summary"], "zh": _chinese()[card["name"]]}


@cache
def _chinese() -> Texts:
    text = (files("lossplot.gallery.data") / "summaries.zh.toml").read_text(encoding="utf-8")
    summaries: dict[str, str] = tomllib.loads(text)
    return summaries
