"""ResolvedFigure -> matplotlib Figure -> bytes.  The only package that imports matplotlib."""

from __future__ import annotations

from lossplot._formats.mpl import backend
from lossplot._formats.mpl.drawn import DrawnFigure, draw_prepared, is_edited, save_edited
from lossplot._formats.mpl.figure import Prepared, prepare, render
from lossplot._formats.mpl.into import draw_into

__all__ = [
    "DrawnFigure",
    "Prepared",
    "backend",
    "draw_into",
    "draw_prepared",
    "is_edited",
    "prepare",
    "render",
    "save_edited",
]
