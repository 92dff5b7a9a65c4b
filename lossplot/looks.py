"""How a figure looks: sizes in points, colours, dash patterns.  Data only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain


@dataclass(frozen=True, slots=True)
class Look:
    """Font sizes and line widths in points, distances in multiples of the text size."""

    text: float = 16.0
    ticks: float = 14.0
    title: float = 18.0
    line: float = 2.8
    thin: float = 1.2
    circle: float = 8.5
    ground: str = "#ffffff"
    ink: str = "#1a1a1a"
    axis: str = "#8c8c8c"
    grid: str = "#e4e4e4"
    # At least 3:1 on white, and apart under protanopia, deuteranopia and tritanopia (Okabe & Ito 2008, darkened).
    colours: tuple[str, ...] = ("#0072b2", "#d55e00", "#00906a", "#771155", "#111111", "#7777ee", "#777777")

    def colour(self, index: int) -> str:
        return self.colours[index % len(self.colours)]

    def scaled(self, factor: float) -> Look:
        """The same look for a figure `factor` times as large."""
        sizes = ("text", "ticks", "title", "line", "thin", "circle")
        return replace(self, **{size: getattr(self, size) * factor for size in sizes})


DEFAULT = Look()

_SOLID: tuple[float, ...] = ()
_DASHES = (
    _SOLID,
    (4.2, 1.5),
    (1.2, 1.1),
    (5.0, 1.4, 1.2, 1.4),
    (9.0, 1.8),
    (3.0, 1.2, 1.2, 1.2, 1.2, 1.2),
    (7.0, 1.5, 2.6, 1.5),
)


def dash(index: int) -> tuple[float, ...]:
    """The dash pattern of curve `index`, on and off in line widths: a different one for every curve.

    Past the seven drawn by hand they spell the index in binary, a long stroke for 1 and a dot for 0.
    """
    if index < len(_DASHES):
        return _DASHES[index]
    strokes = [(6.0, 1.4) if digit == "1" else (1.2, 1.4) for digit in f"{index:b}"]
    return (*chain.from_iterable(strokes[:-1]), strokes[-1][0], 3.5)


def default_size(panels: int) -> tuple[float, float]:
    """Width and height in inches: a figure that fills the body of a 16:9 slide."""
    return 8.0, (4.5, 6.75, 8.5, 10.5)[panels - 1]
