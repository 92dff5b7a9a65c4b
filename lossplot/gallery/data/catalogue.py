"""The whole gallery as plain data: `gallery.json`, and the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal, TypedDict, cast

from lossplot.curves.glossary import PROPERTIES
from lossplot.figure.limits import x_limits
from lossplot.figure.resolve import resolve
from lossplot.gallery.data.figures import GalleryFigure, Kind, Texts
from lossplot.gallery.data.schema import schema_of
from lossplot.gallery.page.cards import LossCard, LossRecord
from lossplot.gallery.page.markup import UNSEALED
from lossplot.text.description import description
from lossplot.text.language import languages, speak
from lossplot.version import __version__

SCHEMA: Final = "gallery.schema.json"


class FigureRecord(TypedDict):
    """A figure of the gallery: NAME.svg, the command that draws it, and what it shows in words.

    `source` is where such a figure or table is printed, and empty for losses and families.
    """

    name: str
    kind: Kind
    title: Texts
    source: str
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
    known = {f"losses/{card['name']}": card["description"] for card in cards}
    return [
        {
            "name": figure.name,
            "kind": figure.kind,
            "title": figure.title,
            "source": figure.source,
            "losses": [*figure.losses],
            "command": figure.spec.command("svg"),
            "description": known.get(figure.name) or _descriptions(figure),
        }
        for figure in figures
    ]


def gallery_json(cards: Sequence[LossCard], figures: Sequence[FigureRecord]) -> bytes:
    """What `SCHEMA` describes.  The descriptions of the cards are those of the figures, and their code is left out."""
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
    return _as_json(gallery)


def schema_json() -> bytes:
    return _as_json({"$comment": UNSEALED, **schema_of(Gallery, SCHEMA)})


def _record(card: LossCard) -> LossRecord:
    return cast(LossRecord, {name: card[name] for name in LossRecord.__annotations__})  # type: ignore[literal-required]


def _descriptions(figure: GalleryFigure) -> Texts:
    spec = figure.spec
    curves = resolve(spec).curves
    left, right = spec.x_range or x_limits(curves)
    return {code: description(curves, spec.panels, left, right, speak(code)) for code in languages()}


def _as_json(data: Any) -> bytes:
    return f"{json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False)}\n".encode()
