"""The legend of a drawing as pgfplots's own, which makes room for the words as TeX sets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lossplot._figure.drawing import Drawing, Text
from lossplot._figure.layout import legend as layout
from lossplot._figure.layout.boxes import POINT
from lossplot._figure.layout.legend import CLEARANCE, COLUMN_GAP, HANDLE, HANDLE_GAP, PAD, Item
from lossplot._formats.tex.pens import Pens, letters, points
from lossplot._formats.tex.words import faced


@dataclass(frozen=True, slots=True)
class Legend:
    """Options of the first axis for its legend, and a command for each entry.

    `grows` where formulas may need more room above the panels than the drawing has.
    """

    options: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    grows: bool = False


def legend_of(drawing: Drawing, formulas: Sequence[str], pens: Pens) -> Legend:
    """The legend of `drawing`, empty if it has none, with `formulas` for its names if there are any."""
    legend, box = drawing.legend, drawing.frames[0].box
    if not legend:
        return Legend()
    em, left, top, anchor = legend.size * POINT, legend.box.left, legend.box.top, "north west"
    grows = bool(formulas) and legend.place != "beside"
    if grows or legend.place == "above":
        left, top, anchor = (box.left + box.right) / 2, box.top + CLEARANCE * em, "south"
    size, leading = legend.size, legend.size * legend.leading
    if formulas:
        rows, sep = "text depth=", "0.4em"
    else:
        rows, sep = f"text height={points(0.67 * leading)}, text depth={points(0.33 * leading)}", "0pt"
    style = [
        f"at={{({(left - box.left) / box.width:.4f},{(top - box.bottom) / box.height:.4f})}}, anchor={anchor}",
        f"draw=none, fill={'none' if drawing.transparent else 'ground'}",
        f"{letters(size)}, inner sep={points(PAD * size)}",
        f"row sep={sep}, nodes={{inner xsep={points(HANDLE_GAP * size)}, inner ysep=0pt, {rows}}}",
        f"/tikz/every even column/.append style={{column sep={points(COLUMN_GAP * size)}}}",
    ]
    length = HANDLE * size
    sample = f"(0,0) ({points(length / 2)},0) ({points(length)},0)"
    options = (
        f"legend columns={1 if formulas else legend.columns}, legend cell align=left",
        f"legend style={{{', '.join(style)}}}",
        rf"legend image code/.code={{\draw[#1, mark repeat=2, mark phase=2] plot coordinates {{{sample}}};}}",
    )
    return Legend(options, tuple(_entries(drawing, legend, formulas, pens)), grows)


def _entries(drawing: Drawing, legend: layout.Legend, formulas: Sequence[str], pens: Pens) -> Iterator[str]:
    texts = [text for text in (*drawing.texts, *drawing.later_names) if text.role == "curve name"]
    names = {curve: "".join(map(faced, runs)) for curve, runs in groupby(texts, key=lambda text: text.curve)}
    handles = {line.curve: line for line in drawing.lines}
    markers = {dots.curve: f", {pens.dots(dots)}" for dots in drawing.dots}
    if heading := "".join(map(faced, _headings(drawing))):
        indent = points((HANDLE + HANDLE_GAP) * legend.size)
        yield r"\addlegendimage{empty legend}"
        yield rf"\addlegendentry{{\hspace*{{-{indent}}}{heading}}}"
    for item in sorted(legend.items, key=_reading_order):
        name = formulas[item.curve] if formulas else names.get(item.curve, "")
        if handle := handles.get(item.curve):
            yield rf"\addlegendimage{{{pens.line(handle)}{markers.get(item.curve, '')}}}"
            yield rf"\addlegendentry{{{name}}}"
        else:
            yield r"\addlegendimage{opacity=0}"
            yield rf"\addlegendentry{{\phantom{{{name}}}}}"


def _headings(drawing: Drawing) -> Iterator[Text]:
    return (text for text in drawing.texts if text.role == "heading")


def _reading_order(item: Item) -> tuple[float, float]:
    """A key that sorts lines row by row, as pgfplots fills its legend."""
    return -item.y, item.x
