"""A user's matplotlib style sheet (.mplstyle): what of it a figure of losses can follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

import matplotlib

from lossplot.errors import RequestError, quote
from lossplot.figure.looks import Look
from lossplot.figure.options import LARGEST, SMALLEST
from lossplot.figure.readers import COARSEST_DPI, FINEST_DPI
from lossplot.formats import inputs
from lossplot.formats.mpl import sheet
from lossplot.formats.mpl.cycles import Mistake
from lossplot.formats.mpl.sheet import Setting

Settings = Mapping[str, Setting]


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
# Those that may be said in words, such as large.
_WORDED = ("axes.labelsize", "xtick.labelsize", "ytick.labelsize", "axes.titlesize", "figure.titlesize")
# What a style may hide, but an honest figure needs: it keeps the size that it has.
_HIDDEN = ("axes.linewidth", "lines.markersize")
# In points: what is smaller cannot be seen, what is larger leaves no room for the curves.
_FINEST, _COARSEST = 0.1, 500.0
_KINDS = ("serif", "sans-serif", "cursive", "fantasy", "monospace")


def read_style(path: str) -> Style:
    """The style sheet at `path`, of which only what is followed is read.

    Raises LossplotError if it cannot be read, RequestError if it is not a style sheet, needs LaTeX, or
    has a value that makes no sense.  No message repeats more of it than a key.
    """
    return _style(inputs.read_style(path), path)


@lru_cache(maxsize=8)
def _style(data: bytes, path: str) -> Style:
    try:
        settings = sheet.settings_of(data)
        if "text.usetex" in settings and sheet.truth(settings["text.usetex"]):
            raise RequestError(
                f"style {quote(path)} sets text.usetex, and lossplot draws without LaTeX; remove that line"
            )
        return Style(tuple(dict(_fields(settings)).items()), tuple(_fonts(settings)), _size(settings), _dpi(settings))
    except Mistake as error:
        raise RequestError(f"style {quote(path)} has a mistake: {error}; correct it") from None


def _fields(settings: Settings) -> Iterator[tuple[str, Any]]:
    default = matplotlib.rcParamsDefault["font.size"]
    base = _points(settings["font.size"], default) if "font.size" in settings else default
    for name, field in _COLOURS.items():
        if name in settings and (colour := sheet.colour(settings[name])):
            yield field, colour
    for name, field in _SIZES.items():
        if name in settings and (points := _points(settings[name], base)):
            yield field, points
    if "axes.grid" in settings:
        yield "gridlines", sheet.truth(settings["axes.grid"])
    if "axes.prop_cycle" in settings and (colours := sheet.colours(settings["axes.prop_cycle"])):
        yield "colours", colours


def _points(setting: Setting, base: float) -> float:
    """A size in points, where `base` is that of the words for sizes; 0 for what is hidden."""
    size = sheet.font_size(setting, base) if setting.key in _WORDED else sheet.real(setting)
    if not _FINEST <= size <= _COARSEST and not (setting.key in _HIDDEN and size == 0.0):
        raise setting.wrong(f"what is not from {_FINEST:g} to {_COARSEST:g} points")
    return size


def _size(settings: Settings) -> tuple[float, float] | None:
    if "figure.figsize" not in settings:
        return None
    sides = sheet.reals(settings["figure.figsize"])
    if len(sides) != 2 or not all(SMALLEST <= side <= LARGEST for side in sides):
        raise settings["figure.figsize"].wrong(f"what are not two numbers from {SMALLEST:g} to {LARGEST:g}")
    return sides[0], sides[1]


def _dpi(settings: Settings) -> float | None:
    saved = settings.get("savefig.dpi")
    setting = settings.get("figure.dpi") if saved is None or saved.text == "figure" else saved
    if setting is None:
        return None
    dpi = sheet.real(setting)
    if not COARSEST_DPI <= dpi <= FINEST_DPI:
        raise setting.wrong(f"what is not from {COARSEST_DPI:g} to {FINEST_DPI:g}")
    return dpi


def _fonts(settings: Settings) -> Iterator[str]:
    """The families that are named, those of a kind such as `serif` one by one."""
    known = cast("dict[str, Any]", matplotlib.rcParamsDefault)
    for family in sheet.names(settings["font.family"]) if "font.family" in settings else ():
        key = f"font.{family}"
        if family not in _KINDS:
            yield family
        elif key in settings:
            yield from sheet.names(settings[key])
        else:
            yield from known[key]
