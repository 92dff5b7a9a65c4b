"""Dash patterns and markers, which tell curves apart without colour."""

from __future__ import annotations

from itertools import chain
from typing import Literal, get_args

# Never a circle: circles mark jumps.
Marker = Literal["square", "triangle", "diamond", "cross", "plus", "star", "wedge"]

# The first is a solid line.
_DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (4.2, 1.5),
    (1.2, 1.1),
    (5.0, 1.4, 1.2, 1.4),
    (9.0, 1.8),
    (3.0, 1.2, 1.2, 1.2, 1.2, 1.2),
    (7.0, 1.5, 2.6, 1.5),
)
# As many as are told apart at a glance.
PATTERNS = len(_DASHES)
_MARKERS: tuple[Marker, ...] = get_args(Marker)


def dash(index: int) -> tuple[float, ...]:
    """The dash pattern of curve `index`, on and off in line widths: a different one for every curve.

    Past the seven drawn by hand they spell the index in binary, a long stroke for 1 and a dot for 0.
    """
    if index < len(_DASHES):
        return _DASHES[index]
    strokes = [(6.0, 1.4) if digit == "1" else (1.2, 1.4) for digit in f"{index:b}"]
    return (*chain.from_iterable(strokes[:-1]), strokes[-1][0], 3.5)


def marker(index: int) -> Marker:
    """The shape on curve `index`; after seven they come again, on other dashes."""
    return _MARKERS[index % len(_MARKERS)]
