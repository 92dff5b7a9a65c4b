"""A figure as plain data: lines, dots and texts, each with its role and its place, for every writer of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from lossplot._figure.layout.boxes import POINT, Align, Box, Face
from lossplot._figure.layout.legend import Legend
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.looks import Look, Marker
from lossplot._figure.sampling import View
from lossplot._figure.styles import LineStyle
from lossplot._formula.evaluate import Array

VerticalAlign = Literal["top", "center"]
# How far the baseline of a text is below its place, in multiples of its size: capitals are centred, or hang from it.
_DROP: Mapping[VerticalAlign, float] = MappingProxyType({"top": 0.76, "center": 0.364})
Shape = Marker | Literal["circle"]
AreaRole = Literal["examples", "region", "band"]
CurveLine = Literal["zero line", "ghost", "guide", "subgradients", "curve", "overlap", "handle", "leader"]
DataLine = Literal["share", "examples line", "observed", "interval", "group handle"]
TrainingLine = Literal["level", "boundary", "history", "fit", "path"]
LineRole = CurveLine | DataLine | TrainingLine
DotsRole = Literal["marker", "handle marker", "filled circle", "hollow circle", "mark", "frequency", "example"]
TextRole = Literal[
    "title", "value", "x label", "panel name", "heading", "curve name", "mark number", "group name", "note"
]

# Higher layers hide lower ones.
LAYERS: Mapping[AreaRole | LineRole | DotsRole, float] = MappingProxyType(
    {
        "region": 0.6,
        "examples": 0.8,
        "band": 0.8,
        "example": 1.6,
        "level": 2.0,
        "boundary": 2.2,
        "history": 3.0,
        "fit": 3.0,
        "path": 3.0,
        "examples line": 1.8,
        "interval": 2.0,
        "observed": 2.2,
        "share": 3.0,
        "group handle": 3.0,
        "frequency": 3.5,
        "zero line": 1.0,
        "guide": 1.5,
        "ghost": 2.0,
        "subgradients": 2.5,
        "curve": 3.0,
        "overlap": 3.1,
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
class Area:
    """A polygon of shape (n, 2), closed and filled with `colour`, without an edge."""

    role: AreaRole
    points: Array
    colour: str

    @property
    def layer(self) -> float:
        return LAYERS[self.role]


@dataclass(frozen=True, slots=True)
class Line:
    """A polyline of shape (n, 2), `width` points wide, of curve number `curve`; `dash` is in multiples of the width.

    An overlap is drawn over the curves that hide a stretch of its own.
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
    curve: int | None
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
    """Words at a place in inches from the lower left corner, `size` points high; mathtext if `math`.

    Of words in several faces each run is a text, and `whole` is the x and the alignment of all of them.
    """

    role: TextRole
    words: str
    x: float
    y: float
    size: float
    colour: str
    align: Align = "left"
    math: bool = False
    curve: int | None = None
    face: Face = "regular"
    whole: tuple[float, Align] | None = None

    @property
    def vertical_align(self) -> VerticalAlign:
        return "top" if self.role in ("title", "x label") else "center"

    @property
    def baseline(self) -> float:
        """The height of the baseline in inches: the same for every face and all words."""
        return self.y - _DROP[self.vertical_align] * self.size * POINT


@dataclass(frozen=True, slots=True)
class Frame:
    """One panel in its box (inches): its areas, lines and dots are in the coordinates of its view.

    With `has_x_numbers` it has the labels of its ticks below.
    """

    panel: str
    box: Box
    view: View
    x_ticks: Ticks
    y_ticks: Ticks
    lines: tuple[Line, ...]
    dots: tuple[Dots, ...]
    has_x_numbers: bool
    areas: tuple[Area, ...] = ()

    @property
    def parts(self) -> tuple[Line | Dots, ...]:
        return (*self.lines, *self.dots)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of `size` inches.  `lines` and `dots` outside the frames are in inches from the lower left corner.

    `curves` are the names of the curves on the command line, and `styles` their lines.  `later_names` are those in the
    legend of curves that a later step draws, whose room is kept.  `cells` are the drawings of a
    grid, in inches from the corner of the page; a grid has no frames of its own.
    """

    size: tuple[float, float]
    look: Look
    transparent: bool
    curves: tuple[str, ...]
    styles: tuple[LineStyle, ...]
    frames: tuple[Frame, ...]
    legend: Legend | None
    lines: tuple[Line, ...]
    dots: tuple[Dots, ...]
    texts: tuple[Text, ...]
    cells: tuple[Drawing, ...] = ()
    later_names: tuple[Text, ...] = ()

    @property
    def parts(self) -> tuple[Line | Dots, ...]:
        return (*self.lines, *self.dots)
