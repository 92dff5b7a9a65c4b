"""The state of a file against the figure it is to show, as far as the file itself can tell."""

from __future__ import annotations

import os
import shlex
from dataclasses import replace
from typing import Literal

from lossplot.figure.looks import PRESETS
from lossplot.figure.spec import FigureSpec
from lossplot.formats import digest as recipe
from lossplot.formats import files, provenance
from lossplot.formats.provenance import Provenance
from lossplot.version import __version__

# What is `unsure` was drawn by other code, or with a style that may have changed: it takes drawing to tell.
State = Literal["missing", "stale", "unsure", "unchanged"]


def state_of(path: str, file_format: str, spec: FigureSpec, force: bool) -> State:
    """The state of the file at `path` that is to show `spec`.

    Raises LossplotError where it cannot be read, or something would be lost with it and `force` is not given.
    Whether a CSV was edited is left to be computed.
    """
    if not os.path.exists(path):
        return "missing"
    if force:
        return "stale"
    data = files.read(path)
    if why := files.objection(data, lambda _: True):
        raise files.refusal(path, why)
    record = provenance.read(data)
    if record is None or record.file_format == "csv":
        return "unsure"
    if not (
        record.file_format == file_format and record.version == __version__ and _is_command(record, file_format, spec)
    ):
        return "stale"
    # A style is another file, which may have changed.
    return "unchanged" if record.mark("source") == recipe.source() and not spec.style else "unsure"


def is_drawn_by_this_code(data: bytes) -> bool:
    """Return True if the mark in a file is that of the code that would draw it now."""
    record = provenance.read(data)
    return bool(record and record.mark("source") == recipe.source())


def has_figure(data: bytes, figure: str) -> bool:
    """Return True if a file records this digest of its figure."""
    record = provenance.read(data)
    return bool(record and record.mark("figure") == figure)


def _is_command(record: Provenance, file_format: str, spec: FigureSpec) -> bool:
    """Return True if `record` has the command for `spec`, or that with the font that was looked up for it."""
    if record.command == spec.command(file_format):
        return True
    try:
        fonts = [word[7:] for word in shlex.split(record.command) if word.startswith("--font=")]
    except ValueError:
        return False
    return any(
        _is_found_for(spec, font) and record.command == replace(spec, font=font).command(file_format) for font in fonts
    )


def _is_found_for(spec: FigureSpec, font: str) -> bool:
    """Return True if the figure of `spec` may have got `font`, which its text names in other letters or not at all.

    Without being asked, lossplot takes the fonts of a style or a preset, or others for what the default lacks.
    """
    if spec.font:
        return font.lower() == spec.font.lower()
    preferred = PRESETS[spec.preset].fonts if spec.preset else ()
    plain = spec.language == "en" and spec.command("png").isascii()
    return bool(spec.style or font in preferred or not plain)
