"""A figure as plain data: lines, dots and texts, each with its role and its place, for every writer of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from lossplot.figure.layout.boxes import Box
from lossplot.figure.layout.legend import Legend
from lossplot.figure.layout.ticks import Ticks
from lossplot.figure.looks import Look, Marker
from lossplot.figure.sampling import View
from lossplot.figure.styles import LineStyle
from lossplot.formula.evaluate import Array

Align = Literal["left", "center", "right"]
VerticalAlign = Literal["top", "center"]
Shape = Marker | Literal["circle"]
LineRole = Literal["zero line", "guide", "subgradients", "curve", "handle", "leader"]
DotsRole = Literal["marker", "handle marker", "filled circle", "hollow circle", "mark"]
TextRole = Literal["title", "x label", "panel name", "heading", "curve name", "mark number"]

# Higher layers hide lower ones.
LAYERS: Mapping[LineRole | DotsRole, float] = MappingProxyType(
    {
        "zero line": 1.0,
        "guide": 1.5,
        "subgradients": 2.5,
        "curve": 3.0,
        "handle": 3.0,
        "leader": 3.0,
        "marker": 3.5,
        "handle marker": 4.0,
        "filled circle": 4.0,
        "hollow circle": 4.0,
        "mark": 5.0,
    }
)
# Dots filled with the colour of the ground.
HOLLOW: frozenset[DotsRole] = frozenset({"hollow circle", "marker", "handle marker"})


@dataclass(frozen=True, slots=True)
class Line:
    """A polyline of shape (n, 2), `width` points wide, of curve number `curve`; `dash` is in multiples of the width.

    `name` is its identifier in an SVG.
    """

    role: LineRole
    points: Array
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    curve: int | None = None
    name: str = ""

    @property
    def layer(self) -> float:
        return LAYERS[self.role]


@dataclass(frozen=True, slots=True)
class Dots:
    """Signs of one shape on curve number `curve`, `size` points across, with an edge of `width` points.

    They are not clipped at the edge of a panel.
    """

    role: DotsRole
    points: tuple[tuple[float, float], ...]
    curve: int
    edge: str
    fill: str
    size: float
    width: float
    shape: Shape = "circle"

    @property
    def layer(self) -> float:
        return LAYERS[self.role]


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place in inches from the lower left corner, `size` points high; mathtext if `math`."""

    role: TextRole
    words: str
    x: float
    y: float
    size: float
    colour: str
    align: Align = "left"
    math: bool = False
    curve: int | None = None

    @property
    def vertical_align(self) -> VerticalAlign:
        return "top" if self.role in ("title", "x label") else "center"


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

    @property
    def parts(self) -> tuple[Line | Dots, ...]:
        return (*self.lines, *self.dots)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of `size` inches.  `lines` and `dots` outside the frames are in inches from the lower left corner.

    `curves` are the names of the curves on the command line, and `styles` their lines.  Only the last frame has
    numbers and a label below.  `y_side` is where the numbers of the y axes stand.  `cells` are the drawings of a grid,
    in inches from the corner of the page; a grid has no frames of its own.
    """

    size: tuple[float, float]
    look: Look
    transparent: bool
    curves: tuple[str, ...]
    styles: tuple[LineStyle, ...]
    y_side: Literal["left", "right"]
    frames: tuple[Frame, ...]
    x_label: Text
    legend: Legend | None
    lines: tuple[Line, ...]
    dots: tuple[Dots, ...]
    texts: tuple[Text, ...]
    cells: tuple[Drawing, ...] = ()

    @property
    def plates(self) -> tuple[Box, ...]:
        """Boxes in the colour of the ground that hide the grid behind words."""
        return (self.legend.box,) if self.legend and not self.transparent else ()

    @property
    def parts(self) -> tuple[Line | Dots, ...]:
        return (*self.lines, *self.dots)
