"""ResolvedFigure -> matplotlib Figure -> bytes.  The only package that imports matplotlib."""

from __future__ import annotations

from lossplot.formats.mpl.figure import Prepared, draw_prepared, prepare, render
from lossplot.formats.mpl.into import draw_into

__all__ = ["Prepared", "draw_into", "draw_prepared", "prepare", "render"]
