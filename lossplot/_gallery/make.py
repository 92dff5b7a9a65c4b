"""The parts of the gallery: tasks for its figures, and the bytes of all other files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lossplot._batch.build import Outcome
from lossplot._batch.compare import compare
from lossplot._batch.state import has_figure, is_drawn_by_this_code
from lossplot._batch.tasks import Task
from lossplot._errors import LossplotError
from lossplot._formats import FORMATS as ALL_FORMATS
from lossplot._formats import files, inputs, provenance
from lossplot._formats.provenance import sealed_text
from lossplot._gallery.data.figures import GalleryFigure
from lossplot._gallery.page.markup import MARK, UNSEALED
from lossplot._gallery.page.places import language_folder
from lossplot._losses import LOSSES, Loss

if TYPE_CHECKING:
    from lossplot._formats.training import TrainingFigure
    from lossplot._gallery.page.training_pictures import TrainingPicture

# The formats of each figure: SVG for the page, the others for a visitor to download.
FORMATS = ("svg", "png", "pdf", "csv", "py")
# Comments by suffix; JSON has a field of its own for that.
_COMMENTS = {".html": "<!-- {} -->", ".md": "<!-- {} -->", ".svg": "<!-- {} -->", ".css": "/* {} */", ".js": "/* {} */"}
# A file whose name tells its bytes needs no seal.
_UNSEALED = ".woff2"
# The bytes at the start of a file within which the comment stands.
_REACH = 400
# Marks of files from before there were seals.
_OLD_MARKS = (b"Made by lossplot gallery", b"gallery.schema.json")


def tasks(figures: Iterable[GalleryFigure], formats: Sequence[str]) -> list[Task]:
    """Return the tasks of each figure: its SVG in each language, for any theme, and all else, which has to be light."""
    result = []
    for figure in figures:
        light = {f"{figure.name}.{each}": each for each in formats if each != "svg"}
        for code in figure.drawn_in:
            path = f"{language_folder(code)}{figure.name}.svg"
            result.append(Task(replace(figure.spec, language=code), {path: "svg"}))
        result += [Task(replace(figure.spec, theme="light"), light)] if light else []
    return result


def formats_in(folder: str, figures: Iterable[GalleryFigure]) -> Sequence[str]:
    """Return the formats of which there are figures in the `folder` of a gallery; all of them if it has none."""
    stems = [Path(folder, figure.name) for figure in figures]
    found = [each for each in FORMATS if any(stem.with_name(f"{stem.name}.{each}").exists() for stem in stems)]
    return found or FORMATS


def texts(
    figures: Sequence[GalleryFigure],
    formats: Sequence[str],
    losses: Mapping[str, Loss] = LOSSES,
    options: Sequence[str] = (),
    trainings: Sequence[TrainingPicture] = (),
) -> dict[str, bytes]:
    """Return the bytes of all other files, by their path below the gallery's folder.

    `losses` are those shown, `options` what a command needs to know them, and `trainings` the figures of training.
    """
    from lossplot._gallery.data.catalogue import SCHEMA, figure_records, gallery_json, training_records
    from lossplot._gallery.page.cards import gallery_cards
    from lossplot._gallery.page.page import page_files
    from lossplot._gallery.page.readme import readme
    from lossplot._gallery.page.scripts import asset

    cards = gallery_cards(losses, options)
    records = figure_records(figures, cards)
    contents = {
        "gallery.json": gallery_json(cards, [*records, *training_records(trainings)]),
        SCHEMA: asset(SCHEMA).encode(),
        "README.md": readme(cards, records, trainings),
        **page_files(cards, figures, formats, trainings),
    }
    return {path: data if path.endswith(_UNSEALED) else _sealed(path, data) for path, data in contents.items()}


def settle(path: str, folder: str, data: bytes, writes: bool, force: bool) -> Outcome:
    """Compare the file at `path` in `folder` with `data`, and write it if it `writes` and the file differs."""
    target = files.below(folder, path)
    try:
        exists = Path(target).exists()
        content = inputs.read_figure(target) if exists else b""
        if exists and not force:
            if content == data:
                return Outcome(path, "unchanged")
            if why := _objection(content):
                raise files.refusal(target, why)
        return _put(path, target, data, writes)
    except LossplotError as error:
        return Outcome(path, "failed", str(error))


def settle_training(path: str, folder: str, figure: TrainingFigure, writes: bool, force: bool) -> Outcome:
    """Compare the file at `path` in `folder` with `figure`, and write it if it `writes` and shows something else."""
    from lossplot._formats.training import produce_training

    target, file_format = files.below(folder, path), path.rpartition(".")[2]
    try:
        exists = Path(target).exists()
        content = inputs.read_figure(target) if exists else b""
        if exists and not force and _has_training(content, figure, file_format):
            return Outcome(path, "unchanged")
        data = produce_training(figure, [file_format])[file_format]
        if exists and not force:
            if why := files.objection(content, lambda table: table == data):
                raise files.refusal(target, why)
            if (verdict := compare(content, data)) != "other":
                return Outcome(path, "unchanged", "" if verdict == "same" else verdict)
        return _put(path, target, data, writes)
    except LossplotError as error:
        return Outcome(path, "failed", str(error))


def _has_training(data: bytes, figure: TrainingFigure, file_format: str) -> bool:
    """Return True if a file was drawn by this code from these numbers, and not edited."""
    record = provenance.read(data)
    return (
        record is not None
        and ALL_FORMATS[file_format].has_metadata
        and (record.file_format, record.command) == (file_format, figure.command(file_format))
        and is_drawn_by_this_code(data)
        and has_figure(data, figure.digest)
        and not files.objection(data, lambda _: False)
    )


def _put(path: str, target: str, data: bytes, writes: bool) -> Outcome:
    """Write a file, or say why it would be written."""
    if not writes:
        return Outcome(path, "stale" if Path(target).exists() else "missing")
    files.make_folder(os.path.dirname(target))
    files.check_target(target, force=True)
    files.write(target, data)
    return Outcome(path, "made")


def _sealed(path: str, data: bytes) -> bytes:
    return sealed_text(_with_comment(path, data), MARK)


def _with_comment(path: str, data: bytes) -> bytes:
    """Add a comment that says who made the file, after the first line of HTML and before that of others."""
    comment = _COMMENTS.get(os.path.splitext(path)[1])
    if not comment:
        return data
    line = f"{comment.format(UNSEALED)}\n".encode()
    if not path.endswith(".html"):
        return line + data
    first, _, rest = data.partition(b"\n")
    return first + b"\n" + line + rest


def _objection(data: bytes) -> str:
    """Return why a file with this content must not be overwritten; "" if it is as lossplot made it."""
    start = data[:_REACH]
    if MARK in start:
        return "" if sealed_text(data, MARK) == data else files.EDITED
    return files.OLDER if any(mark in start for mark in _OLD_MARKS) else f"{files.FOREIGN} gallery"
