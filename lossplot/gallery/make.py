"""What the gallery is made of: tasks for its figures, and the bytes of all other files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lossplot.batch.build import Outcome
from lossplot.batch.tasks import Task
from lossplot.errors import LossplotError
from lossplot.formats import files, inputs
from lossplot.formats.provenance import sealed_text
from lossplot.gallery.data.figures import GalleryFigure
from lossplot.gallery.page.markup import MARK, UNSEALED

# Each figure is there as SVG, and so that a visitor can take it away.
FORMATS = ("svg", "png", "pdf", "csv", "py")
# How a file of each kind says who made it; JSON does so itself.
_COMMENTS = {".html": "<!-- {} -->", ".md": "<!-- {} -->", ".css": "/* {} */", ".js": "/* {} */"}
# A file of ours says so within so many bytes.
_REACH = 400
# What stood there before there were seals.
_OLD_MARKS = (b"Made by lossplot gallery", b"gallery.schema.json")


def tasks(figures: Iterable[GalleryFigure], formats: Sequence[str]) -> list[Task]:
    """A task for each figure: the SVG follows its reader, what cannot is for light grounds."""
    made = []
    for figure in figures:
        light = {f"{figure.name}.{each}": each for each in formats if each != "svg"}
        made.append(Task(figure.spec, {f"{figure.name}.svg": "svg"}))
        made += [Task(replace(figure.spec, theme="light"), light)] if light else []
    return made


def texts(figures: Sequence[GalleryFigure], formats: Sequence[str]) -> dict[str, bytes]:
    """All other files, by their path below the gallery's folder."""
    from lossplot.gallery.data.catalogue import SCHEMA, figure_records, gallery_json, schema_json
    from lossplot.gallery.page.cards import gallery_cards
    from lossplot.gallery.page.page import page_files
    from lossplot.gallery.page.readme import readme

    cards = gallery_cards()
    records = figure_records(figures, cards)
    made = {
        "gallery.json": gallery_json(cards, records),
        SCHEMA: schema_json(),
        "README.md": readme(cards, records),
        **page_files(cards, figures, formats),
    }
    return {path: sealed_text(_marked(path, data), MARK) for path, data in made.items()}


def settle(path: str, folder: str, data: bytes, writes: bool, force: bool) -> Outcome:
    """What becomes of a file that is to hold `data`: it is made where it `writes`, unless it holds that already."""
    target = files.below(folder, path)
    try:
        if not Path(target).exists():
            status = "missing"
        else:
            there = inputs.read_figure(target)
            if there == data and not force:
                return Outcome(path, "unchanged")
            if not force and (why := _objection(there)):
                raise files.refusal(target, why)
            status = "stale"
        if not writes:
            return Outcome(path, "stale" if status == "stale" else "missing")
        files.make_folder(os.path.dirname(target))
        files.check_target(target, force=True)
        files.write(target, data)
    except LossplotError as error:
        return Outcome(path, "failed", str(error))
    return Outcome(path, "made")


def _marked(path: str, data: bytes) -> bytes:
    """`data` with a comment that says who made it, after the first line of HTML and before that of others."""
    comment = _COMMENTS.get(os.path.splitext(path)[1])
    if not comment:
        return data
    line = f"{comment.format(UNSEALED)}\n".encode()
    if not path.endswith(".html"):
        return line + data
    first, _, rest = data.partition(b"\n")
    return first + b"\n" + line + rest


def _objection(data: bytes) -> str:
    """What there is to be lost with a file of a gallery that holds `data`; "" if it is as lossplot made it."""
    start = data[:_REACH]
    if MARK in start:
        return "" if sealed_text(data, MARK) == data else files.EDITED
    return files.OLDER if any(mark in start for mark in _OLD_MARKS) else f"{files.FOREIGN} gallery"
