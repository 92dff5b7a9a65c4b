"""The gallery as GitHub shows it: one page of Markdown, with the pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from lossplot._gallery.data.catalogue import SCHEMA, FigureRecord
from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.training_pictures import TrainingPicture

# The width of the pictures in a column of GitHub's, in pixels, and of those of training.
_WIDTH, _WIDE = 520, 900
_BOOKS, _TRAININGS = "Figures that textbooks print", "What losses do to a network"


def readme(
    cards: Sequence[LossCard], figures: Sequence[FigureRecord], trainings: Sequence[TrainingPicture] = ()
) -> bytes:
    """Return a page of the overlays with their sources, of trainings, and of all losses with formula and summary."""
    overlays = [figure for figure in figures if figure["kind"] == "overlay"]
    pictures = {figure["name"]: figure for figure in figures}
    axes = {axis: [*each] for axis, each in groupby(cards, lambda card: card["axis"])}
    books = [f"## {_BOOKS}"] if overlays else []
    blocks = [
        "# The gallery of loss functions",
        f"{len(cards)} losses, drawn by `lossplot gallery`. The pictures are light or dark, as their reader is; "
        "`index.html` shows the same with a search, sliders and the code of each loss, "
        f"and [gallery.json](gallery.json) has it as data ([schema]({SCHEMA})).",
        "## Contents",
        "\n".join(_contents(overlays, trainings, axes)),
        *books,
        *(block for overlay in overlays for block in _overlay(overlay)),
        *([f"## {_TRAININGS}"] if trainings else []),
        *(block for picture in trainings for block in _training(picture)),
    ]
    for axis, losses in axes.items():
        blocks.append(f"## {axis.capitalize()}")
        for card in losses:
            blocks += _loss(card, pictures)
    return ("\n\n".join(blocks) + "\n").encode()


def _contents(
    overlays: Sequence[FigureRecord], trainings: Sequence[TrainingPicture], axes: dict[str, list[LossCard]]
) -> Iterator[str]:
    if overlays:
        yield f"- [{_BOOKS}](#{_anchor(_BOOKS)}) ({len(overlays)})"
    if trainings:
        yield f"- [{_TRAININGS}](#{_anchor(_TRAININGS)}) ({len(trainings)})"
    for axis, losses in axes.items():
        names = ", ".join(f"[{card['name']}](#{card['name']})" for card in losses)
        yield f"- [{axis.capitalize()}](#{axis}) ({len(losses)}): {names}"


def _overlay(figure: FigureRecord) -> Iterator[str]:
    yield f"### {figure['title']['en']}"
    yield _picture(figure["name"], figure["description"]["en"])
    yield " ".join([f"{figure['source']}.", *filter(None, [figure["note"].get("en")])])
    yield f"```console\n$ {figure['command']}\n```"


def _training(picture: TrainingPicture) -> Iterator[str]:
    yield f"### {picture.title['en']}"
    yield _picture(picture.name, picture.description["en"], _WIDE)
    yield picture.caption["en"]
    yield f"```console\n$ {picture.command}\n```"


def _loss(card: LossCard, pictures: dict[str, FigureRecord]) -> Iterator[str]:
    yield f"### {card['name']}"
    figure = pictures[f"losses/{card['name']}"]
    yield _picture(figure["name"], figure["description"]["en"])
    # A block of its own: between dollars, Markdown would eat some of the signs.
    yield f"```math\nL({card['variable']}) = {_math(card['formula']['latex'])}\n```"
    family = pictures.get(f"families/{card['name']}")
    source = f"Source: {card['source'].rstrip('.')}." if card["source"] else ""
    also = f"See also [{family['title']['en']}]({family['name']}.svg)." if family else ""
    yield from filter(None, (card["summary"], f"{source} {also}".strip()))


def _math(latex: str) -> str:
    """Return `latex` without the macro that GitHub does not allow (github/markup#1688)."""
    return latex.replace(r"\operatorname", r"\mathrm")


def _picture(name: str, description: str, width: int = _WIDTH) -> str:
    return f'<img src="{name}.svg" width="{width}" alt="{escape(description)}">'


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")
