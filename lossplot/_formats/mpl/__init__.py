"""ResolvedFigure -> matplotlib Figure -> bytes.  The only package that imports matplotlib."""

from __future__ import annotations

# Whatever is imported of this package, matplotlib is imported by that first: with settings of nobody's.
from lossplot._formats.mpl import backend as backend
