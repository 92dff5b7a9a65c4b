"""Scene -> Drawing: every line, dot and word of a figure in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from lossplot.figure.drawing import HOLLOW, Dots, DotsRole, Drawing, Frame, Line, LineRole, Text
from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.end_labels import EndLabels, Segment
from lossplot.figure.layout.ink import ink, onto
from lossplot.figure.layout.legend import HANDLE, HANDLE_GAP, Legend
from lossplot.figure.layout.marks import Surroundings, place_numbers
from lossplot.figure.layout.page import Page
from lossplot.figure.layout.panels import Layout, lay_out
from lossplot.figure.looks import Look
from lossplot.figure.sampling import Trace, View
from lossplot.figure.scene import PanelScene, Scene
from lossplot.figure.spec import FigureSpec
from lossplot.figure.styles import LineStyle, line_styles
from lossplot.formula.evaluate import Array
from lossplot.text.markup import plain

_DOTTED = (1.0, 1.6)
# The size of dots as a share of a circle's, and the width of their edge as a share of a curve's line.
_DOTS: dict[DotsRole, tuple[float, float]] = {
    "filled circle": (1.0, 0.6),
    "hollow circle": (1.0, 0.6),
    "mark": (1.0, 0.4),
    "marker": (0.8, 0.45),
    "handle marker": (0.8, 0.45),
}
# How far apart the markers stand that tell lines without colours from each other, in inches at 16 points.
_MARKER_STEP = 1.1
_Points = Sequence[tuple[float, float]]


def plan(spec: FigureSpec, scene: Scene, page: Page) -> Drawing:
    """The drawing of `scene` on `page`."""
    layout = lay_out(page, scene.panels, spec.labels)
    return place(spec, scene, page, layout, line_styles(scene.curves, page.look))


def place(spec: FigureSpec, scene: Scene, page: Page, layout: Layout, styles: tuple[LineStyle, ...]) -> Drawing:
    """The drawing of `scene` at the places of `layout`, in lines of `styles`."""
    pens = [_Pen(number, style, page.look) for number, style in enumerate(styles)]
    handles, texts = _key(layout, page)
    leaders = {tag.curve: tag.leader for tag in layout.end_labels.tags} if layout.end_labels else {}
    lines: list[Line] = []
    dots: list[Dots] = []
    for curve, (start, stop) in handles.items():
        lines += [pens[curve].line("leader", leaders[curve])] if curve in leaders else []
        lines.append(pens[curve].line("handle", (start, stop)))
        if styles[curve].marker:
            dots += pens[curve].dots("handle marker", [((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2)])
    for at, panel in enumerate(scene.panels):
        texts += _mark_texts(at, panel, layout, page)
    return Drawing(
        page.size,
        page.look,
        spec.transparent,
        tuple(curve.spec for curve in scene.curves),
        styles,
        layout.y_side,
        tuple(_frame(spec, scene, at, layout, pens) for at in range(len(scene.panels))),
        layout.x_label,
        layout.legend,
        tuple(lines),
        tuple(dots),
        (*layout.title, *texts),
    )


def _frame(spec: FigureSpec, scene: Scene, at: int, layout: Layout, pens: Sequence[_Pen]) -> Frame:
    panel, box, look = scene.panels[at], layout.panels[at], pens[0].look
    values = spec.mark_losses if panel.panel == "loss" else ()
    lines = [Line("zero line", points, look.axis, 0.8 * look.thin) for points in _across(panel.view, (0.0,), (0.0,))]
    lines += [
        Line("guide", points, look.ink, 0.8 * look.thin, _DOTTED) for points in _across(panel.view, spec.marks, values)
    ]
    dots: list[Dots] = []
    for pen, curve, trace in zip(pens, scene.curves, panel.traces, strict=True):
        lines += _curve_lines(pen, trace, f"{panel.panel} {curve.spec}")
        dots += _circles(pen, trace, panel.view)
        dots += _markers(pen, trace, panel.view, box, len(pens))
        dots += pen.dots("mark", [(mark.x, mark.y) for mark in panel.marks if mark.curve == pen.curve])
    ticks = layout.x_ticks, layout.y_ticks[at]
    return Frame(panel.panel, box, panel.view, *ticks, layout.y_labels[at], tuple(lines), tuple(dots))


@dataclass(frozen=True, slots=True)
class _Pen:
    """The colours and sizes of all that belongs to curve number `curve`."""

    curve: int
    style: LineStyle
    look: Look

    def line(self, role: LineRole, points: object, name: str = "") -> Line:
        is_thin = role in ("subgradients", "leader")
        width = self.look.thin if is_thin else self.look.line
        dash = _DOTTED if role == "subgradients" else () if is_thin else self.style.dash
        return Line(role, np.asarray(points, dtype=np.float64), self.style.colour, width, dash, self.curve, name)

    def dots(self, role: DotsRole, points: _Points) -> Iterator[Dots]:
        """Dots at `points`, if there are any."""
        if points:
            size, width = _DOTS[role]
            look, colour = self.look, self.style.colour
            edge = look.ground if role == "mark" else colour
            fill = look.ground if role in HOLLOW else colour
            shape = self.style.marker if role in ("marker", "handle marker") and self.style.marker else "circle"
            yield Dots(role, tuple(points), self.curve, edge, fill, size * look.circle, width * look.line, shape)


def _across(view: View, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Array]:
    """Vertical lines at `xs` and horizontal ones at `ys` from edge to edge of `view`, shape (2, 2), if inside it."""
    yield from (np.array([(x, view.bottom), (x, view.top)]) for x in xs if view.left < x < view.right)
    yield from (np.array([(view.left, y), (view.right, y)]) for y in ys if view.bottom < y < view.top)


def _curve_lines(pen: _Pen, trace: Trace, name: str) -> Iterator[Line]:
    for number, piece in enumerate(trace.pieces, 1):
        yield pen.line("curve", piece, f"{name} {number}".replace(" ", "_"))
    yield from (pen.line("subgradients", [(x, low), (x, high)]) for x, low, high in trace.bridges)


def _circles(pen: _Pen, trace: Trace, view: View) -> Iterator[Dots]:
    circles: tuple[tuple[DotsRole, _Points], ...] = (("filled circle", trace.filled), ("hollow circle", trace.hollow))
    for role, points in circles:
        yield from pen.dots(role, [point for point in points if view.bottom <= point[1] <= view.top])


def _markers(pen: _Pen, trace: Trace, view: View, box: Box, curves: int) -> Iterator[Dots]:
    """Markers along a curve at equal steps of its length; those of several curves begin one after the other."""
    if not pen.style.marker:
        return
    step = _MARKER_STEP * pen.look.text / 16.0
    points: list[tuple[float, float]] = []
    for piece in trace.pieces:
        along = np.append(0.0, np.cumsum(np.hypot(*np.diff(onto(box, view, piece), axis=0).T)))
        places = np.arange((0.35 + pen.curve / curves) * step, along[-1], step)
        points += zip(*(np.interp(places, along, piece[:, axis]).tolist() for axis in (0, 1)), strict=True)
    yield from pen.dots("marker", [point for point in points if view.bottom < point[1] < view.top])


def _mark_texts(at: int, panel: PanelScene, layout: Layout, page: Page) -> Iterator[Text]:
    """The words of the marked points of panel number `at`, each once where several would stand in one place."""
    if not panel.marks:
        return
    look, size, box = page.look, page.look.ticks, layout.panels[at]
    points = {
        (mark.x, plain(words)): (mark.x, mark.y) for mark, words in zip(panel.marks, page.labels.marks[at], strict=True)
    }
    places = [(x, y) for x, y in onto(box, panel.view, np.array([*points.values()])).tolist()]
    others = (layout.legend.box,) if layout.legend else ()
    surroundings = Surroundings(box, ink(panel.traces, box, panel.view), look.line, others)
    boxes = place_numbers(places, [page.measure(words, size) for _, words in points], size, surroundings)
    for (_, words), each in zip(points, boxes, strict=True):
        x, y = (each.left + each.right) / 2, (each.bottom + each.top) / 2
        yield Text("mark number", words, x, y, size, look.ink, "center")


_Key = tuple[dict[int, Segment], list[Text]]


def _key(layout: Layout, page: Page) -> _Key:
    """The handles of the legend, or of the names at the curves' ends, by their curves, and the words beside them."""
    if layout.legend:
        return _legend(layout.legend, page)
    return _end_labels(layout.end_labels, page) if layout.end_labels else ({}, [])


def _legend(legend: Legend, page: Page) -> _Key:
    names, em = page.legend_names, legend.size * POINT
    handles = {item.curve: ((item.x, item.y), (item.x + HANDLE * em, item.y)) for item in legend.items}
    text = partial(Text, size=legend.size, colour=page.look.ink)
    name = partial(text, "curve name", math=names.formulas)
    beside = (HANDLE + HANDLE_GAP) * em
    words = [
        name(names.texts[item.curve], item.x + beside, item.y, curve=item.curve)
        for item in legend.items
        if item.is_named
    ]
    heading = [text("heading", names.heading, *legend.heading)] if legend.heading else []
    return handles, [*heading, *words]


def _end_labels(labels: EndLabels, page: Page) -> _Key:
    name = partial(Text, "curve name", size=labels.size, colour=page.look.ink, math=page.labels.formulas)
    names = page.end_names.texts
    words = [name(names[tag.curve], tag.x, tag.y, align=tag.align, curve=tag.curve) for tag in labels.tags]
    return {tag.curve: tag.handle for tag in labels.tags}, words
