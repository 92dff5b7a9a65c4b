"""A figure as plain data: lines, dots and texts, each in its place.  What every writer of pictures takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lossplot.figure.layout.boxes import Box
from lossplot.figure.layout.ticks import Ticks
from lossplot.figure.looks import Look, Marker
from lossplot.figure.sampling import View
from lossplot.formula.evaluate import Array

Align = Literal["left", "center", "right"]
Upright = Literal["top", "center", "bottom"]
Shape = Marker | Literal["circle"]


@dataclass(frozen=True, slots=True)
class Line:
    """A polyline of shape (n, 2), as wide as `width` points, dashed in multiples of that; higher layers hide lower."""

    points: Array
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    layer: float = 3.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Dots:
    """Marks of one kind, `size` points across, with an edge of `width` points; whole at the edge of a panel too."""

    points: tuple[tuple[float, float], ...]
    edge: str
    fill: str
    size: float
    width: float
    shape: Shape = "circle"
    layer: float = 4.0


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place in inches from the lower left corner, `size` points high; mathtext if `math`."""

    words: str
    x: float
    y: float
    size: float
    colour: str
    align: Align = "left"
    upright: Upright = "center"
    math: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One panel in its box (inches): its lines and dots are in the coordinates of its view."""

    panel: str
    box: Box
    view: View
    x_ticks: Ticks
    y_ticks: Ticks
    y_label: Text
    lines: tuple[Line, ...]
    dots: tuple[Dots, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of `size` inches.  `lines` and `dots` outside the frames are in inches from the lower left corner.

    Only the last frame has numbers and a label below.  `y_side` is where the numbers of the y axes stand.
    `plates` hide the grid behind words.
    """

    size: tuple[float, float]
    look: Look
    transparent: bool
    y_side: Literal["left", "right"]
    frames: tuple[Frame, ...]
    x_label: Text
    plates: tuple[Box, ...]
    lines: tuple[Line, ...]
    dots: tuple[Dots, ...]
    texts: tuple[Text, ...]
