"""Lines and circles -> options of TikZ, and numbers as TeX reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lossplot._figure.drawing import Dots, Drawing, Line
from lossplot._formula.notation.letters import number

# What pgfplots calls each shape, and how much smaller than others of its size it is.
_MARKS = {
    "circle": ("*", 1.0),
    "square": ("square*", 1.0),
    "triangle": ("triangle*", 1.25),
    "diamond": ("diamond*", 1.4),
    "wedge": ("triangle*", 1.25),
    "cross": ("otimes*", 1.1),
    "plus": ("oplus*", 1.1),
    "star": ("pentagon*", 1.1),
}


@dataclass(frozen=True, slots=True)
class Pens:
    """The names that a document has for colours (`#rrggbb`), for options of lines, and for the line of each curve."""

    colours: dict[str, str]
    lines: dict[str, str]
    curves: tuple[str, ...]

    def line(self, line: Line) -> str:
        """The options for `line`: the name of its curve's line, or its own."""
        if line.role in ("curve", "handle") and line.curve is not None:
            return self.curves[line.curve]
        return _options(self.colours[line.colour], line.width, line.dash)

    def dots(self, dots: Dots) -> str:
        """The options for marks without a line; TikZ measures from the centre to the rim."""
        mark, scale = _MARKS[dots.shape]
        rim = f"solid, draw={self.colours[dots.edge]}, fill={self.colours[dots.fill]}, line width={points(dots.width)}"
        rotation = ", rotate=180" if dots.shape == "wedge" else ""
        return f"mark={mark}, mark size={points(scale * dots.size / 2)}, mark options={{{rim}{rotation}}}"


def pens_for(drawing: Drawing) -> Pens:
    look = drawing.look
    names = {
        "ground": look.ground,
        "ink": look.ink,
        "soft": look.soft,
        "axiscolour": look.axis,
        "gridcolour": look.grid,
        "fillcolour": look.fill,
    }
    colours: dict[str, str] = {}
    for name, colour in names.items():
        colours.setdefault(colour, name)
    lines: dict[str, str] = {}
    curves = []
    for place, style in enumerate(drawing.styles, 1):
        colour = colours.setdefault(style.colour, f"colour{place}")
        curves.append(lines.setdefault(_options(colour, look.line, style.dash), f"curve {place}"))
    for colour in _further(drawing):
        colours.setdefault(colour, f"shade{len(colours) + 1}")
    return Pens(colours, lines, tuple(curves))


def _further(drawing: Drawing) -> Iterator[str]:
    """Yield the colours of all parts, once or more."""
    for frame in drawing.frames:
        yield from (area.colour for area in frame.areas)
        yield from (line.colour for line in frame.lines)
        yield from (colour for dots in frame.dots for colour in (dots.edge, dots.fill))


def _options(colour: str, width: float, dash: Iterable[float]) -> str:
    strokes = [f"{'off' if place % 2 else 'on'} {points(width * length)}" for place, length in enumerate(dash)]
    return f"{colour}, line width={points(width)}" + (f", dash pattern={' '.join(strokes)}" if strokes else "")


def letters(size: float) -> str:
    """The name that a document has for letters of `size` points."""
    return f"letters {size:.4g}"


def points(length: float) -> str:
    """A length in points of 1/72 inch, which TeX calls big."""
    return f"{number(round(length, 3))}bp"


def inches(length: float) -> str:
    return f"{number(round(length, 4))}in"
