"""Parts of a drawing -> the keyword arguments with which matplotlib draws them."""

from __future__ import annotations

from typing import Any

from lossplot._figure.drawing import Area, Dots, Line, Shape, Text
from lossplot._figure.scales import LINEAR_SHARE, Scale
from lossplot._formats.letters import FACES

# Straight lines keep their corners and end where they end.
SHARP: dict[str, Any] = {"solid_joinstyle": "miter", "solid_capstyle": "butt"}
MARKERS: dict[Shape, str] = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "D",
    "wedge": "v",
    "cross": "X",
    "plus": "P",
    "star": "*",
}

# The width of the lines between powers of ten, as a share of a thin line's.
MINOR = 0.4


def scale_keywords(scale: Scale) -> dict[str, Any]:
    """The arguments of `Axes.set_xscale` for `scale`, but for its name."""
    # matplotlib counts the linear part in units of 1 - 1/10 decades.
    return {"linthresh": scale.threshold, "linscale": 0.9 * LINEAR_SHARE} if scale.kind == "symlog" else {}


def area_keywords(area: Area) -> dict[str, Any]:
    """The arguments of a Polygon that looks like `area`."""
    return {"facecolor": area.colour, "edgecolor": "none", "linewidth": 0.0, "zorder": area.layer}


def line_keywords(part: Line | Dots) -> dict[str, Any]:
    """The arguments of a Line2D that looks like `part`, but for `SHARP` and the coordinates."""
    if isinstance(part, Line):
        dashes = {"dashes": [*part.dash]} if part.dash else {}
        return {"color": part.colour, "linewidth": part.width, **dashes, "zorder": part.layer}
    return {
        "linestyle": "none",
        "marker": MARKERS[part.shape],
        "markersize": part.size,
        "markeredgecolor": part.edge,
        "markeredgewidth": part.width,
        "markerfacecolor": part.fill,
        "zorder": part.layer,
        "clip_on": False,
    }


def text_keywords(text: Text) -> dict[str, Any]:
    """The arguments of a Text that looks like `text`, but for its words and its place, which is on the baseline."""
    return {
        "size": text.size,
        "color": text.colour,
        "ha": text.align,
        "va": "baseline",
        "parse_math": text.math,
        **FACES[text.face],
    }
