"""Default names and formats of files."""

from __future__ import annotations

import os
import re
from dataclasses import replace

from lossplot._curves.words import split
from lossplot._errors import RequestError, alternatives, quote
from lossplot._figure.spec import AUTO, FigureSpec
from lossplot._formats import FORMATS, Kind, of_kind


def default_name(spec: FigureSpec) -> str:
    """Return a file name without a suffix: `hinge_squared-hinge_derivative`, with `-2` at the end for a step."""
    panels = spec.panels[1:] if spec.panels[0] == "loss" else spec.panels
    words = [_plain(_called(loss)) for loss in spec.losses]
    plain = "_".join(filter(None, [*words, *panels]))[:200].rstrip("-.") or "lossplot"
    return f"{plain}-{spec.step}" if spec.step else plain


def _plain(name: str) -> str:
    return re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9_.=-]+", "-", name.lower())).strip("-.")


def _called(loss: str) -> str:
    """The text that asks for a loss, and of one that has a label only that, with its parameters."""
    words = split(loss)
    return str(replace(words, label="", body=words.label or words.body))


def numbered(path: str, step: int) -> str:
    """Return the path of a step, where `path` is asked for: `talk-2.png`."""
    stem, suffix = os.path.splitext(path)
    return f"{stem}-{step}{suffix}"


def usual_format(spec: FigureSpec) -> str:
    """Return the format of a figure whose user does not choose one."""
    from lossplot._curves.sweep import is_sweep

    return "gif" if is_sweep(spec.losses) else "svg" if spec.theme == AUTO else "png"


def format_of(path: str) -> str:
    """Return the format that the suffix of `path` stands for.  Raises RequestError."""
    if "," in path and all(each.rpartition(".")[2].lower() in FORMATS for each in path.split(",")):
        raise RequestError(f"{quote(path)} is several paths; name one")
    suffix = os.path.splitext(path)[1].lower()[1:]
    if suffix not in FORMATS:
        pictures = alternatives([f".{each}" for each in of_kind("picture")])
        others = suffixes("numbers", "source", "movie").replace(" ", ", ")
        raise RequestError(f"cannot tell the format from {quote(path)}; end it in {pictures}, or in one of {others}")
    return suffix


def suffixes(*kinds: Kind) -> str:
    """Return the suffixes of the formats of these kinds: `.png .svg .pdf`."""
    return " ".join(f".{each}" for each in of_kind(*kinds))
