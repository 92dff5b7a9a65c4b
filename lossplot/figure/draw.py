"""Scene -> Drawing: every line, dot and word of a figure in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from lossplot.figure.drawing import Dots, Drawing, Frame, Line, Text
from lossplot.figure.labels import Wording
from lossplot.figure.layout import LINE_HEIGHT, Layout, lay_out
from lossplot.figure.layout import legend as legends
from lossplot.figure.layout.boxes import POINT, Box, Measure
from lossplot.figure.layout.ink import ink, onto
from lossplot.figure.layout.marks import beside
from lossplot.figure.looks import Look
from lossplot.figure.marks import written
from lossplot.figure.sampling import Trace, View
from lossplot.figure.scene import PanelScene, Scene
from lossplot.figure.spec import FigureSpec
from lossplot.figure.styles import LineStyle, line_styles
from lossplot.formula.evaluate import Array

_DOTTED = (1.0, 1.6)
# How far apart the markers stand that tell lines without colours from each other, in inches at 16 points.
_MARKER_STEP = 1.1


def plan(
    spec: FigureSpec, scene: Scene, wording: Wording, look: Look, size: tuple[float, float], measure: Measure
) -> Drawing:
    """The drawing of `scene` in a figure of `size` inches."""
    layout = lay_out(size, scene.panels, wording, spec.labels, look, measure)
    return place(spec, scene, wording, look, size, measure, layout, line_styles(scene.curves, look))


def place(
    spec: FigureSpec,
    scene: Scene,
    wording: Wording,
    look: Look,
    size: tuple[float, float],
    measure: Measure,
    layout: Layout,
    styles: tuple[LineStyle, ...],
) -> Drawing:
    """The drawing of `scene` where `layout` says, in lines of `styles`."""
    numbers = [
        text
        for panel, box in zip(scene.panels, layout.panels, strict=True)
        for text in _numbers(panel, box, layout, look, measure)
    ]
    lines, dots, words = _names(layout, wording, styles, look)
    return Drawing(
        size,
        look,
        spec.transparent,
        layout.y_side,
        tuple(_frame(spec, scene, at, layout, wording, styles, look, size[0]) for at in range(len(scene.panels))),
        _x_label(layout, wording, look),
        (layout.legend.box,) if layout.legend and not spec.transparent else (),
        tuple(lines),
        tuple(dots),
        (*_title(layout, wording, look, size), *words, *numbers),
    )


def _frame(
    spec: FigureSpec,
    scene: Scene,
    at: int,
    layout: Layout,
    wording: Wording,
    styles: tuple[LineStyle, ...],
    look: Look,
    width: float,
) -> Frame:
    panel, box, em = scene.panels[at], layout.panels[at], look.text * POINT
    view = panel.view
    lines = [*_zero_lines(panel, look), *_guides(spec, panel, look)]
    dots: list[Dots] = []
    for number, (curve, trace, style) in enumerate(zip(scene.curves, panel.traces, styles, strict=True)):
        lines += _curve_lines(trace, style, f"{panel.panel} {curve.spec}", look)
        dots += _circles(trace, style, view, look)
        dots += _markers(trace, panel, box, style, number / len(styles), look)
        marked = tuple((mark.x, mark.y) for mark in panel.marks if mark.curve == number)
        if marked:
            dots.append(Dots(marked, look.ground, style.colour, look.circle, 0.4 * look.line, layer=5.0))
    beside = 1.4 * em + layout.name_room
    label = Text(
        layout.names[at],
        beside if layout.y_side == "left" else width - beside,
        (box.bottom + box.top) / 2,
        layout.name_size,
        look.ink,
        math=wording.math,
    )
    return Frame(panel.panel, box, view, layout.x_ticks, layout.y_ticks[at], label, tuple(lines), tuple(dots))


def _zero_lines(panel: PanelScene, look: Look) -> Iterator[Line]:
    view = panel.view
    if view.left < 0.0 < view.right:
        yield _line([(0.0, view.bottom), (0.0, view.top)], look.axis, 0.8 * look.thin, layer=1.0)
    if view.bottom < 0.0 < view.top:
        yield _line([(view.left, 0.0), (view.right, 0.0)], look.axis, 0.8 * look.thin, layer=1.0)


def _guides(spec: FigureSpec, panel: PanelScene, look: Look) -> Iterator[Line]:
    """Dotted lines through all that is marked at one x, or for one value of the loss."""
    view = panel.view
    dotted = partial(_line, colour=look.ink, width=0.8 * look.thin, dash=_DOTTED, layer=1.5)
    yield from (dotted([(x, view.bottom), (x, view.top)]) for x in spec.marks if view.left < x < view.right)
    if panel.panel == "loss":
        values = (y for y in spec.mark_losses if view.bottom < y < view.top)
        yield from (dotted([(view.left, y), (view.right, y)]) for y in values)


def _curve_lines(trace: Trace, style: LineStyle, name: str, look: Look) -> Iterator[Line]:
    """The polylines of a curve, and the intervals of its subgradients."""
    for number, piece in enumerate(trace.pieces, 1):
        yield Line(piece, style.colour, look.line, style.dash, name=f"{name} {number}".replace(" ", "_"))
    for x, low, high in trace.bridges:
        yield _line([(x, low), (x, high)], style.colour, look.thin, _DOTTED, layer=2.5)


def _circles(trace: Trace, style: LineStyle, view: View, look: Look) -> Iterator[Dots]:
    for points, fill in ((trace.filled, style.colour), (trace.hollow, look.ground)):
        shown = tuple(point for point in points if view.bottom <= point[1] <= view.top)
        if shown:
            yield Dots(shown, style.colour, fill, look.circle, 0.6 * look.line)


def _markers(trace: Trace, panel: PanelScene, box: Box, style: LineStyle, offset: float, look: Look) -> Iterator[Dots]:
    """Markers along a curve at equal steps of its length, `offset` of a step from its beginning."""
    if not style.marker:
        return
    step = _MARKER_STEP * look.text / 16.0
    points: list[tuple[float, float]] = []
    for piece in trace.pieces:
        along = np.append(0.0, np.cumsum(np.hypot(*np.diff(onto(box, panel.view, piece), axis=0).T)))
        places = np.arange((0.35 + offset) * step, along[-1], step)
        points += zip(*(np.interp(places, along, piece[:, axis]).tolist() for axis in (0, 1)), strict=True)
    inside = tuple(point for point in points if panel.view.bottom < point[1] < panel.view.top)
    if inside:
        yield Dots(inside, style.colour, look.ground, 0.8 * look.circle, 0.45 * look.line, style.marker, 3.5)


def _numbers(panel: PanelScene, box: Box, layout: Layout, look: Look, measure: Measure) -> Iterator[Text]:
    """The numbers of the marked points, each once where several would stand in one place."""
    shown = [*dict.fromkeys((mark.x, mark.y, written(mark.number)) for mark in panel.marks)]
    if not shown:
        return
    size = look.ticks
    points = onto(box, panel.view, np.array([(x, y) for x, y, _ in shown])).tolist()
    widths = [measure(words, size) for _, _, words in shown]
    taken = [layout.legend.box] if layout.legend else []
    lines = ink(panel.traces, box, panel.view)
    boxes = beside([(x, y) for x, y in points], widths, size, box, lines, look.line, taken)
    for (_, _, words), place in zip(shown, boxes, strict=True):
        yield Text(words, (place.left + place.right) / 2, (place.bottom + place.top) / 2, size, look.ink, "center")


def _names(
    layout: Layout, wording: Wording, styles: tuple[LineStyle, ...], look: Look
) -> tuple[list[Line], list[Dots], list[Text]]:
    """The legend, or the names at the ends of the curves: their lines, markers and words."""
    if layout.direct:
        return _direct_names(layout, wording, styles, look)
    lines: list[Line] = []
    dots: list[Dots] = []
    words: list[Text] = []
    if layout.legend:
        em = layout.legend.text * POINT
        for item in layout.legend.items:
            x = item.x
            if item.curve is not None:
                x += (legends.HANDLE + legends.HANDLE_GAP) * em
                handle = (item.x, item.y), (item.x + legends.HANDLE * em, item.y)
                lines += _sample(styles[item.curve], handle, look)
                dots += _sample_marker(styles[item.curve], handle, look)
            words.append(Text(item.words, x, item.y, layout.legend.text, look.ink, math=wording.formulas))
    return lines, dots, [text for text in words if text.words]


def _direct_names(
    layout: Layout, wording: Wording, styles: tuple[LineStyle, ...], look: Look
) -> tuple[list[Line], list[Dots], list[Text]]:
    lines: list[Line] = []
    dots: list[Dots] = []
    words: list[Text] = []
    if not layout.direct:
        return lines, dots, words
    for tag in layout.direct.tags:
        style = styles[tag.curve]
        if tag.leader:
            lines.append(_line(tag.leader, style.colour, look.thin))
        lines += _sample(style, tag.handle, look)
        dots += _sample_marker(style, tag.handle, look)
        name = wording.names[tag.curve]
        words.append(Text(name, tag.x, tag.y, layout.direct.text, look.ink, tag.align, math=wording.formulas))
    return lines, dots, words


_Handle = tuple[tuple[float, float], tuple[float, float]]


def _sample(style: LineStyle, handle: _Handle, look: Look) -> Iterator[Line]:
    yield _line(handle, style.colour, look.line, style.dash)


def _sample_marker(style: LineStyle, handle: _Handle, look: Look) -> Iterator[Dots]:
    if style.marker:
        middle = ((handle[0][0] + handle[1][0]) / 2, (handle[0][1] + handle[1][1]) / 2)
        yield Dots((middle,), style.colour, look.ground, 0.8 * look.circle, 0.45 * look.line, style.marker)


def _x_label(layout: Layout, wording: Wording, look: Look) -> Text:
    lowest = layout.panels[-1]
    y = lowest.bottom - (0.55 * look.ticks + LINE_HEIGHT * look.ticks + 0.25 * look.text) * POINT
    x = (lowest.left + lowest.right) / 2
    return Text(wording.x_label, x, y, look.text, look.ink, "center", "top", wording.math)


def _title(layout: Layout, wording: Wording, look: Look, size: tuple[float, float]) -> Iterator[Text]:
    for number, line in enumerate(layout.title_lines):
        y = size[1] - (0.5 * look.text + number * LINE_HEIGHT * layout.title_size) * POINT
        yield Text(line, size[0] / 2, y, layout.title_size, look.ink, "center", "top", wording.math)


def _line(
    points: object, colour: str, width: float, dash: tuple[float, ...] = (), layer: float = 3.0, name: str = ""
) -> Line:
    array: Array = np.array(points, dtype=np.float64)
    return Line(array, colour, width, dash, layer, name)
