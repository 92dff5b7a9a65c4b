"""The gallery as GitHub shows it: one page of Markdown, with the pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from lossplot.gallery.data.catalogue import SCHEMA, FigureRecord
from lossplot.gallery.page.cards import LossCard

# The width of the pictures in a column of GitHub's, in pixels.
_WIDTH = 520
_BOOKS = "Figures that textbooks print"


def readme(cards: Sequence[LossCard], figures: Sequence[FigureRecord]) -> bytes:
    """Return a page of the overlays with their sources, then the losses of each axis with formula and summary."""
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
        "\n".join(_contents(overlays, axes)),
        *books,
        *(block for overlay in overlays for block in _overlay(overlay)),
    ]
    for axis, losses in axes.items():
        blocks.append(f"## {axis.capitalize()}")
        for card in losses:
            blocks += _loss(card, pictures)
    return ("\n\n".join(blocks) + "\n").encode()


def _contents(overlays: Sequence[FigureRecord], axes: dict[str, list[LossCard]]) -> Iterator[str]:
    if overlays:
        yield f"- [{_BOOKS}](#{_anchor(_BOOKS)}) ({len(overlays)})"
    for axis, losses in axes.items():
        names = ", ".join(f"[{card['name']}](#{card['name']})" for card in losses)
        yield f"- [{axis.capitalize()}](#{axis}) ({len(losses)}): {names}"


def _overlay(figure: FigureRecord) -> Iterator[str]:
    yield f"### {figure['title']['en']}"
    yield _picture(figure)
    yield f"{figure['source']}."
    yield f"```console\n$ {figure['command']}\n```"


def _loss(card: LossCard, pictures: dict[str, FigureRecord]) -> Iterator[str]:
    yield f"### {card['name']}"
    yield _picture(pictures[f"losses/{card['name']}"])
    # A block of its own: between dollars, Markdown would eat some of the signs.
    yield f"```math\nL({card['variable']}) = {_math(card['formula']['latex'])}\n```"
    family = pictures.get(f"families/{card['name']}")
    source = f"Source: {card['source'].rstrip('.')}." if card["source"] else ""
    also = f"See also [{family['title']['en']}]({family['name']}.svg)." if family else ""
    yield from filter(None, (card["summary"], f"{source} {also}".strip()))


def _math(latex: str) -> str:
    """Return `latex` without the macro that GitHub does not allow (github/markup#1688)."""
    return latex.replace(r"\operatorname", r"\mathrm")


def _picture(figure: FigureRecord) -> str:
    description = escape(figure["description"]["en"])
    return f'<img src="{figure["name"]}.svg" width="{_WIDTH}" alt="{description}">'


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")
