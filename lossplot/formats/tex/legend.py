"""The legend of a drawing as pgfplots's own, which makes room for the words as TeX sets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lossplot.curves.curve import Curve
from lossplot.figure.drawing import Drawing, Line
from lossplot.figure.labels import Wording
from lossplot.figure.layout import legend
from lossplot.formats.tex.formula import with_formula
from lossplot.formats.tex.pens import Pens, points
from lossplot.formats.tex.words import words
from lossplot.text.language import Language


@dataclass(frozen=True, slots=True)
class Legend:
    """What the first axis has to say for its legend: options, and a command for each entry.

    `grows` where formulas may need more room above the panels than the drawing has.
    """

    options: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    grows: bool = False


def legend_of(drawing: Drawing, curves: Sequence[Curve], wording: Wording, language: Language, pens: Pens) -> Legend:
    """An empty one if the names stand at the curves' ends, where each has a leader beside its line, or nowhere."""
    if len(drawing.lines) != len(curves):
        return Legend()
    key = legend.Key(wording.short_names or wording.names, wording.heading)
    starts = [line.points[0].tolist() for line in drawing.lines]
    em = float(drawing.lines[0].points[1, 0] - starts[0][0]) / legend.HANDLE
    box = drawing.frames[0].box
    left = min(x for x, _ in starts) - legend.PAD * em
    top = max(y for _, y in starts) + (legend.PAD + legend.LEADING * (0.5 + bool(key.heading))) * em
    grows = wording.formulas and left < box.right
    if grows or min(y for _, y in starts) > box.top:
        left, top, anchor = (box.left + box.right) / 2, box.top + legend.CLEARANCE * em, "south"
    else:
        anchor = "north west"
    size, leading = 72.0 * em, 72.0 * em * key.leading
    if wording.formulas:
        rows, sep = "text depth=", "0.4em"
    else:
        rows, sep = f"text height={points(0.67 * leading)}, text depth={points(0.33 * leading)}", "0pt"
    style = [
        f"at={{({(left - box.left) / box.width:.4f},{(top - box.bottom) / box.height:.4f})}}, anchor={anchor}",
        f"draw=none, fill={'none' if drawing.transparent else 'ground'}",
        rf"font=\letters{{{size:.4g}}}, inner sep={points(legend.PAD * size)}",
        f"row sep={sep}, nodes={{inner xsep={points(legend.HANDLE_GAP * size)}, inner ysep=0pt, {rows}}}",
        f"/tikz/every even column/.append style={{column sep={points(legend.COLUMN_GAP * size)}}}",
    ]
    length = legend.HANDLE * size
    sample = f"(0,0) ({points(length / 2)},0) ({points(length)},0)"
    options = (
        f"legend columns={1 if wording.formulas else len({x for x, _ in starts})}, legend cell align=left",
        f"legend style={{{', '.join(style)}}}",
        rf"legend image code/.code={{\draw[#1, mark repeat=2, mark phase=2] plot coordinates {{{sample}}};}}",
    )
    return Legend(options, tuple(_entries(drawing, curves, wording, language, key, pens)), grows)


def _entries(
    drawing: Drawing, curves: Sequence[Curve], wording: Wording, language: Language, key: legend.Key, pens: Pens
) -> Iterator[str]:
    if key.heading:
        handle = 72.0 * (drawing.lines[0].points[1, 0] - drawing.lines[0].points[0, 0])
        indent = points(handle * (1.0 + legend.HANDLE_GAP / legend.HANDLE))
        yield r"\addlegendimage{empty legend}"
        yield rf"\addlegendentry{{\hspace*{{-{indent}}}{words(key.heading)}}}"
    # pgfplots fills its rows one by one.
    for place in sorted(range(len(curves)), key=lambda place: _reading_order(drawing.lines[place])):
        mark = f", {pens.dots(drawing.dots[place])}" if drawing.dots else ""
        name = with_formula(curves[place], language) if wording.formulas else words(key.names[place])
        yield rf"\addlegendimage{{{pens.line(drawing.lines[place])}{mark}}}"
        yield rf"\addlegendentry{{{name if key.is_named(place) else ''}}}"


def _reading_order(handle: Line) -> tuple[float, float]:
    x, y = handle.points[0]
    return -y, x
