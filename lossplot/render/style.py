"""A user's matplotlib style sheet (.mplstyle): what of it a figure of losses can follow."""

from __future__ import annotations

import logging
import os
import stat
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import matplotlib
from matplotlib.colors import to_hex
from matplotlib.font_manager import font_scalings

from lossplot.errors import LossplotError, RequestError
from lossplot.looks import Look
from lossplot.request import check_dpi
from lossplot.words import quote


@dataclass(frozen=True, slots=True)
class Style:
    """What a style sheet says: fields of a Look, fonts by preference, a size in inches and a resolution."""

    fields: tuple[tuple[str, Any], ...] = ()
    fonts: tuple[str, ...] = ()
    size: tuple[float, float] | None = None
    dpi: float | None = None

    def applied_to(self, look: Look) -> Look:
        return replace(look, **dict(self.fields))


# The field of a Look that each setting is for; of settings for the same field the last one counts.
_COLOURS = {
    "figure.facecolor": "ground",
    "axes.facecolor": "ground",
    "text.color": "ink",
    "axes.labelcolor": "ink",
    "axes.edgecolor": "axis",
    "grid.color": "grid",
}
_SIZES = {
    "font.size": "text",
    "axes.labelsize": "text",
    "xtick.labelsize": "ticks",
    "ytick.labelsize": "ticks",
    "axes.titlesize": "title",
    "figure.titlesize": "title",
    "lines.linewidth": "line",
    "axes.linewidth": "thin",
    "lines.markersize": "circle",
}
# What a style may hide, but an honest figure needs: it keeps the size that it has.
_HIDDEN = ("axes.linewidth", "lines.markersize")
# In points: what is smaller cannot be seen, what is larger leaves no room for the curves.
_SMALLEST, _LARGEST = 0.1, 500.0
# In bytes: every setting that matplotlib has, with its comments, is a twentieth of it.
_LARGEST_FILE = 2**20
_KINDS = ("serif", "sans-serif", "cursive", "fantasy", "monospace")


def read_style(path: str) -> Style:
    """The style sheet at `path`.

    Raises LossplotError if it cannot be read, RequestError if it is not a style sheet, needs LaTeX, or
    has a number that makes no sense.
    """
    settings = _read(path)
    if settings.get("text.usetex"):
        raise RequestError(f"style {quote(path)} sets text.usetex, and lossplot draws without LaTeX; remove that line")
    _check(path, settings)
    size = settings.get("figure.figsize")
    return Style(
        tuple(dict(_fields(settings)).items()),
        tuple(_fonts(settings)),
        (float(size[0]), float(size[1])) if size else None,
        _dpi(settings),
    )


def _check(path: str, settings: Mapping[str, Any]) -> None:
    """Raise RequestError for what would be too small or too large to see, or no colours at all."""
    for name in _SIZES:
        size = settings.get(name, 1.0)
        if not isinstance(size, str) and not _SMALLEST <= size <= _LARGEST and not (name in _HIDDEN and size == 0.0):
            raise RequestError(
                f"style {quote(path)} sets {name} to {size:g}; it must be from {_SMALLEST:g} to {_LARGEST:g} points"
            )
    if "axes.prop_cycle" in settings and not len(settings["axes.prop_cycle"]):
        raise RequestError(f"style {quote(path)} sets axes.prop_cycle to no colour; give it one or more")


def _dpi(settings: Mapping[str, Any]) -> float | None:
    saved = settings.get("savefig.dpi", "figure")
    dpi = settings.get("figure.dpi") if saved == "figure" else saved
    return None if dpi is None else check_dpi(float(dpi))


def _read(path: str) -> Mapping[str, Any]:
    complaints = _Complaints()
    logger = logging.getLogger("matplotlib")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        # matplotlib would fetch what looks like an address; a whole path does not.
        place = os.path.abspath(os.path.expanduser(path))
        _check_file(path, os.stat(place))
        settings: Any = matplotlib.rc_params_from_file(place, fail_on_error=True, use_default_template=False)
    except OSError as error:
        raise LossplotError(f"cannot read {quote(path)}: {error.strerror}; name a .mplstyle file") from error
    except ValueError as error:
        raise RequestError(f"style {quote(path)} has a mistake: {_line(str(error))}; correct it") from error
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
        logger.propagate = propagate
    if complaints.said:
        raise RequestError(f"style {quote(path)} has a mistake: {_line(complaints.said[0])}; correct it")
    return dict(settings)


def _check_file(path: str, status: os.stat_result) -> None:
    """Raise LossplotError for a pipe or a device, which may have no end, and for what is too large to be a style."""
    if not stat.S_ISDIR(status.st_mode) and not stat.S_ISREG(status.st_mode):
        raise LossplotError(f"cannot read {quote(path)}: it is not a file; name a .mplstyle file")
    if status.st_size > _LARGEST_FILE:
        raise LossplotError(f"cannot read {quote(path)}: it is too large for a style; name a .mplstyle file")


class _Complaints(logging.Handler):
    """Keeps what matplotlib has to say of a style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _line(message: str) -> str:
    words = ascii(" ".join(message.split()))[1:-1]
    return words if len(words) <= 120 else f"{words[:117]}..."


def _fields(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    base = float(settings.get("font.size", matplotlib.rcParamsDefault["font.size"]))
    for name, field in _COLOURS.items():
        if name in settings and settings[name] not in ("auto", "inherit", "none"):
            yield field, to_hex(settings[name])
    for name, field in _SIZES.items():
        if name in settings and not (name in _HIDDEN and settings[name] == 0.0):
            size = settings[name]
            yield field, float(font_scalings[size] * base if size in font_scalings else size)
    if "axes.grid" in settings:
        yield "gridlines", bool(settings["axes.grid"])
    cycle = settings["axes.prop_cycle"].by_key() if "axes.prop_cycle" in settings else {}
    if "color" in cycle:
        yield "colours", tuple(to_hex(colour) for colour in cycle["color"])


def _fonts(settings: Mapping[str, Any]) -> Iterator[str]:
    """The families that are named, those of a kind such as `serif` one by one."""
    known: Mapping[str, Any] = ChainMap({**settings}, cast("dict[str, Any]", matplotlib.rcParamsDefault))
    for family in settings.get("font.family", ()):
        yield from known[f"font.{family}"] if family in _KINDS else [family]
