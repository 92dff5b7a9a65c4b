"""A user's matplotlib style sheet (.mplstyle): what of it a figure of losses can follow."""

from __future__ import annotations

import logging
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import matplotlib
from matplotlib.colors import to_hex
from matplotlib.font_manager import font_scalings

from lossplot.errors import LossplotError, RequestError
from lossplot.looks import Look
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
_KINDS = ("serif", "sans-serif", "cursive", "fantasy", "monospace")


def read_style(path: str) -> Style:
    """The style sheet at `path`.

    Raises LossplotError if it cannot be read, RequestError if it is not a style sheet or needs LaTeX.
    """
    settings = _read(path)
    if settings.get("text.usetex"):
        raise RequestError(f"style {quote(path)} sets text.usetex, and lossplot draws without LaTeX; remove that line")
    size, dpi = settings.get("figure.figsize"), settings.get("savefig.dpi", settings.get("figure.dpi"))
    return Style(
        tuple(dict(_fields(settings)).items()),
        tuple(_fonts(settings)),
        (float(size[0]), float(size[1])) if size else None,
        float(dpi) if dpi not in (None, "figure") else None,
    )


def _read(path: str) -> Mapping[str, Any]:
    complaints = _Complaints()
    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        settings: Any = matplotlib.rc_params_from_file(path, fail_on_error=True, use_default_template=False)
    except OSError as error:
        raise LossplotError(f"cannot read {quote(path)}: {error.strerror}; name a .mplstyle file") from error
    except ValueError as error:
        raise RequestError(f"style {quote(path)} has a mistake: {_line(str(error))}; correct it") from error
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
        logger.propagate = True
    if complaints.said:
        raise RequestError(f"style {quote(path)} has a mistake: {_line(complaints.said[0])}; correct it")
    return dict(settings)


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
        if name in settings:
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
