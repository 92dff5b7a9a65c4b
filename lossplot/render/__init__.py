"""FigureSpec -> matplotlib Figure -> bytes.  The only package that imports matplotlib."""

from __future__ import annotations

from lossplot.render.figure import Prepared, prepare, render

__all__ = ["Prepared", "prepare", "render"]
