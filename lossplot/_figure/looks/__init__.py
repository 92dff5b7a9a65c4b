"""Looks of figures, as data: sizes in points, colours, dash patterns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from lossplot._figure.looks.dashes import Marker, dash, marker
from lossplot._figure.looks.presets import PRESETS, Preset, default_size, is_row
from lossplot._figure.looks.ramps import ramp
from lossplot._figure.looks.sight import are_alike
from lossplot._figure.looks.themes import THEMES, Theme

__all__ = [
    "DEFAULT",
    "PRESETS",
    "THEMES",
    "Look",
    "Marker",
    "Preset",
    "Theme",
    "are_alike",
    "dash",
    "default_size",
    "is_row",
    "look_for",
    "marker",
    "ramp",
]

_LIGHT = THEMES["light"]
_SIZES = ("text", "ticks", "title", "line", "thin", "circle")
_COLOURS = ("ground", "ink", "soft", "axis", "grid", "fill", "colours", "ramp", "markers")
# The least and greatest size of a look, in multiples of the default.
_LEAST, _MOST = 0.3, 8.0


@dataclass(frozen=True, slots=True)
class Look:
    """Font sizes and line widths in points, distances in multiples of the text size; colours as in a `Theme`.

    A figure that follows its reader has another look `in_the_dark`.
    """

    text: float = 15.0
    ticks: float = 12.5
    title: float = 18.0
    line: float = 2.6
    thin: float = 1.12
    circle: float = 8.0
    ground: str = _LIGHT.ground
    ink: str = _LIGHT.ink
    soft: str = _LIGHT.soft
    axis: str = _LIGHT.axis
    grid: str = _LIGHT.grid
    fill: str = _LIGHT.fill
    colours: tuple[str, ...] = _LIGHT.colours
    ramp: tuple[str, ...] = _LIGHT.ramp
    markers: bool = _LIGHT.markers
    gridlines: bool = True
    in_the_dark: Look | None = field(default=None, repr=False)

    def colour(self, index: int) -> str:
        return self.colours[index % len(self.colours)]

    def ramp_colours(self, count: int) -> tuple[str, ...]:
        """The colours of a family of `count` curves, in order."""
        return ramp(self.ramp, count)

    def scaled(self, factor: float) -> Look:
        """The same look for a figure `factor` times as large."""
        return replace(self, **{size: getattr(self, size) * factor for size in _SIZES})


DEFAULT = Look()


def look_for(
    preset: str | None, theme: str, size: tuple[float, float] | None, panels: int, arrangement: str = "auto"
) -> tuple[Look, tuple[float, float]]:
    """The look and the size in inches of a figure with so many panels; `preset` and `theme` are names of the tables.

    A preset's letters and lines keep their sizes whatever the `size`; without one they grow with it.
    """
    colours: dict[str, Any] = {name: getattr(THEMES[theme], name) for name in _COLOURS}
    if preset:
        place = PRESETS[preset]
        sizes: dict[str, Any] = {name: getattr(place, name) for name in _SIZES}
        size = size or place.size(panels, arrangement == "row")
        return replace(DEFAULT, **sizes, **colours, gridlines=place.gridlines), size
    size = size or default_size(panels, arrangement == "row")
    natural = default_size(panels, is_row(size, panels, arrangement))
    factor = min(max(min(size[0] / natural[0], size[1] / natural[1]), _LEAST), _MOST)
    return replace(DEFAULT.scaled(factor), **colours), size
