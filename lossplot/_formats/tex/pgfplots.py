"""Drawing -> the source that draws it with pgfplots in a LaTeX document, in the letters of that.

The legend is pgfplots's own, so that it fits the words as TeX sets them; all else stands where the drawing has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from lossplot._figure.drawing import Area, Dots, Drawing, Frame, Line, Text
from lossplot._figure.layout.boxes import POINT
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.looks import default_size
from lossplot._figure.sampling import View
from lossplot._figure.scales import Scale
from lossplot._figure.spec import FigureSpec
from lossplot._formats.digits import steady
from lossplot._formats.keywords import MINOR
from lossplot._formats.literals import WIDTH, comment, wrap
from lossplot._formats.provenance import comment_line
from lossplot._formats.tex.document import Needs, fragment, instructions, standalone
from lossplot._formats.tex.formula import with_formula
from lossplot._formats.tex.legend import Legend, legend_of
from lossplot._formats.tex.pens import Pens, inches, letters, pens_for, points
from lossplot._formats.tex.words import faced, needs_accents, needs_unicode, words
from lossplot._formula.evaluate import Array
from lossplot._text.language import load_language

if TYPE_CHECKING:
    from lossplot._formats.mpl.figure import Prepared

_TOPS = {"left": "north west", "center": "north", "right": "north east"}
_ANCHORS = {"left": "base west", "center": "base", "right": "base east"}
# How far below the middle of a line of words their letters stand, in multiples of their size.
_DROP = 0.25
# TeX counts with five digits: of numbers more than so many times as large as their range, its start is taken off.
_FAR = 20.0
# A figure for no place in particular: it fits the lines of article and beamer, and its letters are those of papers.
_PAPER, _WIDTH, _TALLEST = "neurips", 4.25, 1.3


def as_pgfplots(prepared: Prepared) -> bytes:
    """The source of `prepared`: what a document takes by `input`, or a whole document if its spec is standalone.

    A font, and words that pdfTeX has no letters for, need another engine.
    """
    provenance, drawing = prepared.provenance("tex"), prepared.drawing
    pens, needs = pens_for(drawing), _needs(drawing, _font_words(prepared.spec.font))
    picture = _picture(prepared, pens)
    if prepared.spec.standalone:
        # Of the picture's fonts the last has what is rare.
        font = needs.font or _font_words(prepared.fonts[-1] if needs.unicode else None)
        use = [f"To draw it: {'lualatex THIS_FILE (or' if font else 'pdflatex THIS_FILE (or lualatex,'} xelatex)"]
        source = standalone(picture, drawing, pens, font)
    else:
        use, source = [*instructions(needs)], fragment(picture, drawing, pens, needs)
    head = [comment_line("%", provenance.software, provenance.command), *(f"% {line}" for line in use), "%"]
    head += [*comment("%", provenance.title), "%", *comment("%", provenance.description)]
    # No empty line: it would end a paragraph.
    return "\n".join([*head, "%", source, ""]).encode()


def for_document(spec: FigureSpec) -> FigureSpec:
    """`spec` with the size and the letters of a figure in a paper, where nothing else is asked for."""
    if spec.preset or spec.style or spec.standalone:
        return spec
    width, height = default_size(spec.page_panels)
    return replace(spec, preset=_PAPER, size=spec.size or (_WIDTH, _WIDTH * min(height / width, _TALLEST)))


def _picture(prepared: Prepared, pens: Pens) -> str:
    drawing, curves = prepared.drawing, prepared.figure.whole.curves
    language = load_language(prepared.spec.language)
    formulas = [with_formula(curve, language) for curve in curves] if _has_formulas(drawing) else ()
    legend = legend_of(drawing, formulas, pens)
    axes = (_axis(frame, drawing, legend if frame is drawing.frames[0] else Legend(), pens) for frame in drawing.frames)
    width, height = map(inches, drawing.size)
    lines = [
        r"\begin{tikzpicture}[ink]",
        r"\pgfplotsset{",
        "  every axis/.append style={",
        ",\n".join(f"    {option}" for option in _axis_style(drawing, pens)),
        "  },",
        "}",
        *axes,
        *_names(drawing, pens),
        *_texts(drawing, legend, pens),
        rf"\path (0in,0in) rectangle ({width},{height});",
        r"\end{tikzpicture}",
    ]
    return "\n".join(lines)


def _has_formulas(drawing: Drawing) -> bool:
    return any(text.role == "curve name" and text.math for text in drawing.texts)


def _font_words(font: str | None) -> str | None:
    """The font as fontspec takes it: without an italic face it is slanted."""
    from lossplot._formats.mpl.fonts import borrows_italic

    if font is None:
        return None
    return f"{{{font}}}[AutoFakeSlant=0.2]" if borrows_italic(font) else f"{{{font}}}"


def _needs(drawing: Drawing, font: str | None) -> Needs:
    letters = "".join(text.words for text in drawing.texts).replace("\n", "")
    has_math = any(text.math for text in drawing.texts)
    return Needs(font, needs_unicode(letters), needs_accents(letters), has_math)


def _axis_style(drawing: Drawing, pens: Pens) -> Iterator[str]:
    look = drawing.look
    yield "anchor=south west, scale only axis, clip mode=individual, scaled ticks=false"
    yield "axis line style={draw=none}, tick style={draw=none}, major tick length=0pt"
    numbers = f"{letters(look.ticks)}, text={pens.colours[look.soft]}"
    yield f"ticklabel style={{{numbers}, inner sep={points(0.4 * look.ticks)}}}"
    if look.gridlines:
        yield f"grid=major, major grid style={{draw=gridcolour, line width={points(0.8 * look.thin)}}}"
        if any(frame.x_ticks.minor or frame.y_ticks.minor for frame in drawing.frames):
            style = f"draw=gridcolour, line width={points(MINOR * look.thin)}"
            yield f"grid=both, minor tick length=0pt, minor grid style={{{style}}}"


def _axis(frame: Frame, drawing: Drawing, legend: Legend, pens: Pens) -> str:
    view, box = frame.view.flat, frame.box
    x_start, y_start = _start(view.left, view.right), _start(view.bottom, view.top)
    options = [
        f"at={{({inches(box.left)},{inches(box.bottom)})}}, width={inches(box.width)}, height={inches(box.height)}",
        f"xmin={view.left - x_start!r}, xmax={view.right - x_start!r}",
        f"ymin={steady(view.bottom - y_start)!r}, ymax={steady(view.top - y_start)!r}",
        *_ticks("x", _placed(frame.x_ticks, frame.view.x_scale), x_start, frame.has_x_numbers),
        *_ticks("y", _placed(frame.y_ticks, frame.view.y_scale), y_start, True),
    ]
    scales = (("x", frame.view.x_scale), ("y", frame.view.y_scale))
    kinds = [f"{axis} on a {scale.kind} scale" for axis, scale in scales if not scale.is_linear]
    origins = [f"{axis} counted from {start!r}" for axis, start in (("x", x_start), ("y", y_start)) if start]
    parts = sorted(frame.parts, key=lambda part: part.layer)
    return "\n".join(
        [
            f"% {', '.join([frame.panel, *kinds, *origins])}",
            r"\begin{axis}[",
            *(f"  {option}," for option in (*options, *legend.options)),
            "]",
            *legend.entries,
            *(_area(area, frame.view, pens, (x_start, y_start)) for area in frame.areas),
            *(_plot(part, frame.view, pens, (x_start, y_start)) for part in parts),
            r"\end{axis}",
        ]
    )


def _start(low: float, high: float) -> float:
    return low if max(abs(low), abs(high)) > _FAR * (high - low) else 0.0


def _placed(ticks: Ticks, scale: Scale) -> Ticks:
    """`ticks` at their places along the axis."""
    values, minor = (tuple(scale.forward(np.array(each)).tolist()) for each in (ticks.values, ticks.minor))
    return replace(ticks, values=values, minor=minor)


def _ticks(axis: str, ticks: Ticks, start: float, has_labels: bool) -> Iterator[str]:
    yield f"{axis}tick={{{', '.join(repr(value - start) for value in ticks.values)}}}"
    labels = ", ".join(f"{{{words(label)}}}" for label in ticks.labels) if has_labels else ""
    yield f"{axis}ticklabels={{{labels}}}"
    if ticks.minor:
        yield f"minor {axis}tick={{{', '.join(repr(steady(value - start)) for value in ticks.minor)}}}"


def _plot(part: Line | Dots, view: View, pens: Pens, start: tuple[float, float]) -> str:
    options = pens.line(part) if isinstance(part, Line) else f"only marks, {pens.dots(part)}"
    return _addplot(options, _vertices(np.asarray(part.points), view, start), "")


def _area(area: Area, view: View, pens: Pens, start: tuple[float, float]) -> str:
    return _addplot(f"draw=none, fill={pens.colours[area.colour]}", _vertices(area.points, view, start), " -- cycle")


def _vertices(points: Array, view: View, start: tuple[float, float]) -> list[tuple[float, float]]:
    """The places of `points` along both axes, counted from `start`."""
    x_start, y_start = start
    return [(x - x_start, y - y_start) for x, y in view.scaled(points).tolist()]


def _addplot(options: str, vertices: Iterable[tuple[float, float]], end: str) -> str:
    coordinates = " ".join(f"({x!r},{steady(y)!r})" for x, y in vertices)
    plot = rf"\addplot[forget plot, {options}] coordinates {{{coordinates}}}{end};"
    if len(plot) <= WIDTH:
        return plot
    block = "\n".join(f"  {line}" for line in wrap(coordinates, WIDTH - 2))
    return f"{plot[: plot.index(coordinates)]}\n{block}\n}}{end};"


def _names(drawing: Drawing, pens: Pens) -> Iterator[str]:
    """The lines beside words that are not in a legend."""
    for line in drawing.lines:
        if drawing.legend and line.role != "group handle":
            continue
        path = " -- ".join(f"({inches(x)},{inches(y)})" for x, y in line.points.tolist())
        yield rf"\draw[{pens.line(line)}] {path};"
    for dots in drawing.dots if not drawing.legend else ():
        places = " ".join(f"({inches(x)},{inches(y)})" for x, y in dots.points)
        yield rf"\path plot[only marks, {pens.dots(dots)}] coordinates {{{places}}};"


def _texts(drawing: Drawing, legend: Legend, pens: Pens) -> Iterator[str]:
    """The title, the names at the curves' ends, the numbers of marks; the title stands above whatever the legend is."""
    title = [text for text in drawing.texts if text.role == "title"]
    key = ("heading", "curve name") if drawing.legend else ()
    others = [text for text in drawing.texts if text.role not in ("title", *key)]
    if legend.grows and title:
        at = f"({{{inches(title[0].x)},0in}} |- current bounding box.north)"
        lines = r" \\ ".join(map(faced, title))
        yield _node(title[0], "south, align=center", at, lines, sep=f"{0.4 * title[0].size:.4g}bp")
        title = []
    for (_, y, whole), group in groupby((*title, *others), key=lambda text: (text.role, text.y, text.whole)):
        # Runs of one text are one node: the letters of TeX have other widths.
        for parts in ([*group],) if whole else ([text] for text in group):
            first = parts[0]
            x, align = whole or (first.x, first.align)
            is_top = first.vertical_align == "top"
            anchor, drop = (_TOPS[align], 0.0) if is_top else (_ANCHORS[align], _DROP * first.size * POINT)
            at = f"({inches(x)},{inches(y - drop)})"
            yield _node(first, anchor, at, "".join(map(faced, parts)), colour=pens.colours[first.colour])


def _node(text: Text, anchor: str, at: str, source: str, sep: str = "0pt", colour: str = "ink") -> str:
    ink = f", text={colour}" if colour != "ink" else ""
    return rf"\node[anchor={anchor}, {_font(text, sep)}{ink}] at {at} {{{source}}};"


def _font(text: Text, sep: str = "0pt") -> str:
    return f"inner sep={sep}, {letters(text.size)}"
