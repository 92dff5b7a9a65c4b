"""Drawing -> the source of a LaTeX document that draws it with pgfplots, in the letters of the document.

The legend is pgfplots's own, so that it fits the words as TeX sets them; all else stands where the drawing has it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from string import Template

from lossplot.curves import Curve
from lossplot.drawing import Dots, Drawing, Frame, Line, Text
from lossplot.languages import Language
from lossplot.layout import legend
from lossplot.layout.boxes import POINT
from lossplot.layout.ticks import Ticks
from lossplot.provenance import Provenance, comment_line
from lossplot.styling import LineStyle, line_styles
from lossplot.wording import Wording
from lossplot.writers.comments import WIDTH, comment
from lossplot.writers.latex_formula import with_formula
from lossplot.writers.latex_words import needs_unicode, words

# What pgfplots calls each shape.
_MARKS = {
    "circle": "*",
    "square": "square*",
    "triangle": "triangle*",
    "diamond": "diamond*",
    "wedge": "triangle*",
    "cross": "x",
    "plus": "+",
    "star": "star",
}
_ANCHORS = {"left": "mid west", "center": "mid", "right": "mid east"}
# TeX counts with five digits; of numbers larger than so many times their range the start of it is taken off.
_FAR = 20.0


def as_pgfplots(
    made: Provenance,
    drawing: Drawing,
    curves: Sequence[Curve],
    wording: Wording,
    language: Language,
    fonts: Sequence[str],
) -> bytes:
    """The document.  Words that pdfTeX has no letters for, and a font that was chosen, ask for another engine."""
    pens = _Pens(drawing, line_styles(curves, drawing.look))
    key = _Key(...)
