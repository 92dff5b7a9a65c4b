"""The state of a file: missing, stale or up to date, as far as the file itself can tell."""

from __future__ import annotations

import os
import shlex
from dataclasses import replace
from typing import Literal

from lossplot._figure.looks import PRESETS
from lossplot._figure.spec import FigureSpec
from lossplot._formats import FORMATS, files, inputs, provenance
from lossplot._formats import digest as recipe
from lossplot._formats.letters import INTER
from lossplot._formats.provenance import Provenance
from lossplot._version import __version__

# A file that is `unsure` was drawn by other code, or with a style that may have changed: it takes drawing to tell.  One
# that is `sampled` says that this code drew it, and is drawn again to see whether it is so.
State = Literal["missing", "stale", "unsure", "sampled", "unchanged"]


def state_of(path: str, file_format: str, spec: FigureSpec, force: bool) -> State:
    """Return the state of the file at `path` that is to show `spec`.

    Raises LossplotError if it cannot be read, or without `force` if something would be lost with it.  A file without
    metadata is unsure, and may have been edited.
    """
    if not os.path.exists(path):
        return "missing"
    if force:
        return "stale"
    data = inputs.read_figure(path)
    if why := files.objection(data, lambda _: True):
        raise files.refusal(path, why)
    record = provenance.read(data)
    if record is None or not FORMATS[record.file_format].has_metadata:
        return "unsure"
    if not (
        record.file_format == file_format and record.version == __version__ and _is_command(record, file_format, spec)
    ):
        return "stale"
    # A style and data are other files, which may have changed.
    is_alone = not spec.style and spec.data is None
    return "unchanged" if record.mark("source") == recipe.source() and is_alone else "unsure"


def is_drawn_by_this_code(data: bytes) -> bool:
    """Return True if the file was drawn by the code that would draw it now."""
    record = provenance.read(data)
    return bool(record and record.mark("source") == recipe.source())


def has_figure(data: bytes, figure: str) -> bool:
    """Return True if the file has this digest of its figure."""
    record = provenance.read(data)
    return bool(record and record.mark("figure") == figure)


def _is_command(record: Provenance, file_format: str, spec: FigureSpec) -> bool:
    """Return True if `record` has the command for `spec`, or that with a font which lossplot may choose for it."""
    if spec.font and spec.font.lower() == INTER.lower():
        spec = replace(spec, font=None)
    if record.command == spec.command(file_format):
        return True
    try:
        fonts = [word[7:] for word in shlex.split(record.command) if word.startswith("--font=")]
    except ValueError:
        return False
    return any(
        _may_have(spec, font) and record.command == replace(spec, font=font).command(file_format) for font in fonts
    )


def _may_have(spec: FigureSpec, font: str) -> bool:
    """Return True if `spec` names `font` in other letters, or lossplot may choose it.

    Unasked, lossplot takes the fonts of a style or a preset, or others for characters that the default lacks.
    """
    if spec.font:
        return font.lower() == spec.font.lower()
    preferred = PRESETS[spec.preset].fonts if spec.preset else ()
    plain = spec.language == "en" and spec.command("png").isascii()
    return bool(spec.style or font in preferred or not plain)
