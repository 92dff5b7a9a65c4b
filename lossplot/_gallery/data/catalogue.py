"""The whole gallery as plain data: `gallery.json`, as the schema in `assets` has it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypedDict, cast

from lossplot._curves.glossary import PROPERTIES
from lossplot._gallery.data.figures import GalleryFigure, Kind, figure_description
from lossplot._gallery.page.cards import LossCard, LossRecord
from lossplot._gallery.page.markup import UNSEALED, Texts
from lossplot._version import __version__

if TYPE_CHECKING:
    from lossplot._gallery.page.training_pictures import TrainingPicture

SCHEMA: Final = "gallery.schema.json"


class FigureRecord(TypedDict):
    """A figure of the gallery: NAME.svg, the command that draws it, and what it shows in words.

    `source` is where such a figure or table is printed, and empty for all but overlays; the `note` of one says what is
    otherwise there, or could not be confirmed.
    """

    name: str
    kind: Kind
    title: Texts
    source: str
    note: Texts
    losses: list[str]
    command: str
    description: Texts


class PropertyRecord(TypedDict):
    """A property that losses on the given axes may have; a loss has a word for it: yes, no, a number or n/a."""

    name: str
    definition: str
    source: str
    axes: list[str]


Gallery = TypedDict(
    "Gallery",
    {
        "$schema": Literal["gallery.schema.json"],
        "$comment": str,
        "version": str,
        "properties": list[PropertyRecord],
        "losses": list[LossRecord],
        "figures": list[FigureRecord],
    },
)
Gallery.__doc__ = "The losses that lossplot knows, their properties, and the figures that show them."


def figure_records(figures: Iterable[GalleryFigure], cards: Iterable[LossCard]) -> list[FigureRecord]:
    """Return a record of each figure; the descriptions of losses are those of their cards."""
    descriptions = {f"losses/{card['name']}": card["description"] for card in cards}
    return [
        {
            "name": figure.name,
            "kind": figure.kind,
            "title": figure.title,
            "source": figure.source,
            "note": figure.note,
            "losses": [*figure.losses],
            "command": figure.spec.command("svg"),
            "description": descriptions.get(figure.name) or figure_description(figure),
        }
        for figure in figures
    ]


def training_records(pictures: Iterable[TrainingPicture]) -> list[FigureRecord]:
    """Return a record of each figure of training; its description says also what came of it."""
    return [
        {
            "name": picture.name,
            "kind": "training",
            "title": picture.title,
            "source": "",
            "note": {},
            "losses": [*picture.losses],
            "command": picture.command,
            "description": {
                code: f"{caption}{' ' if code == 'en' else ''}{picture.description[code]}"
                for code, caption in picture.caption.items()
            },
        }
        for picture in pictures
    ]


def gallery_json(cards: Sequence[LossCard], figures: Sequence[FigureRecord]) -> bytes:
    """Return `gallery.json`: the cards without their code, and without the descriptions, which the figures have."""
    gallery: Gallery = {
        "$schema": SCHEMA,
        "$comment": UNSEALED,
        "version": __version__,
        "properties": [
            {"name": name, "definition": each.definition, "source": each.source, "axes": [*each.axes]}
            for name, each in PROPERTIES.items()
        ],
        "losses": [_record(card) for card in cards],
        "figures": [*figures],
    }
    return f"{json.dumps(gallery, indent=1, ensure_ascii=False, allow_nan=False)}\n".encode()


def _record(card: LossCard) -> LossRecord:
    return cast(LossRecord, {name: card[name] for name in LossRecord.__annotations__})  # type: ignore[literal-required]
