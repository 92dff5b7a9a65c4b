"""ResolvedFigure -> matplotlib Figure -> bytes.  The only package that imports matplotlib."""

from __future__ import annotations

from lossplot.formats.mpl import backend
from lossplot.formats.mpl.drawn import DrawnFigure, draw_prepared, is_edited, save_edited
from lossplot.formats.mpl.figure import Prepared, prepare, render
from lossplot.formats.mpl.into import draw_into

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
