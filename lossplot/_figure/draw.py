"""Scene -> Drawing: every line, dot and word of a figure in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from lossplot._figure.across import across, zero_lines
from lossplot._figure.draw_strips import group_key, strip_frame
from lossplot._figure.drawing import HOLLOW, Dots, DotsRole, Drawing, Frame, Line, LineRole, Text
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.layout.ink import onto
from lossplot._figure.layout.legend import HANDLE, HANDLE_GAP, Legend
from lossplot._figure.layout.mark_words import MarkWords, mark_words_in
from lossplot._figure.layout.page import Page
from lossplot._figure.layout.panels import Layout, Placement, lay_out
from lossplot._figure.looks import Look
from lossplot._figure.overlaps import overlaps
from lossplot._figure.runs import set_runs
from lossplot._figure.sampling import Trace, View
from lossplot._figure.scene import Scene
from lossplot._figure.spec import FigureSpec
from lossplot._figure.steps import drawing_of_first
from lossplot._figure.styles import LineStyle, line_styles

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
    """The drawing of `scene` on `page`; of its first curves alone if `spec` is a step."""
    layout = lay_out(page, scene.panels, Placement(spec.labels, spec.arrangement), scene.strips)
    drawing = place(spec, scene, page, layout, line_styles(scene.curves, page.look, spec.compare))
    return drawing_of_first(spec.step, drawing) if spec.step else drawing


def place(spec: FigureSpec, scene: Scene, page: Page, layout: Layout, styles: tuple[LineStyle, ...]) -> Drawing:
    """The drawing of `scene` at the places of `layout`, in lines of `styles`."""
    pens = [Pen(number, style, page.look) for number, style in enumerate(styles)]
    marks = [words for at, panel in enumerate(scene.panels) for words in mark_words_in(at, panel, layout, page)]
    # Those of the first curves alone have the places that they have among all.
    marks = [words for words in marks if not spec.step or words.curve < spec.step]
    texts = [*layout.texts, *_names(spec, layout, page, styles)]
    texts += [text for words in marks for text in _mark_texts(words, page, styles)]
    frames = [_frame(spec, scene, at, layout, pens) for at in range(len(scene.panels))]
    strips = [
        strip_frame(strip, at, layout, styles, page.look) for at, strip in enumerate(scene.strips, len(scene.panels))
    ]
    key = [*group_key(page.labels.groups, layout, len(frames), page)] if strips else []
    texts += [text for _, text in key]
    return Drawing(
        page.size,
        page.look,
        spec.transparent,
        tuple(curve.title for curve in scene.curves),
        styles,
        (*frames, *strips),
        layout.legend,
        (*_samples(layout, pens), *_mark_leaders(marks, pens), *(line for line, _ in key)),
        tuple(_sample_markers(layout, pens)),
        tuple(texts),
    )


def _frame(spec: FigureSpec, scene: Scene, at: int, layout: Layout, pens: Sequence[Pen]) -> Frame:
    panel, box, look = scene.panels[at], layout.frames.boxes[at], pens[0].look
    view = panel.view.padded
    values = spec.mark_losses if panel.panel == "loss" else ()
    lines = zero_lines(view, look)
    lines += [Line("guide", points, look.ink, 0.8 * look.thin, _DOTTED) for points in across(view, spec.marks, values)]
    dots: list[Dots] = []
    for pen, curve, trace in zip(pens, scene.curves, panel.traces, strict=True):
        lines += curve_lines(pen, trace, f"{panel.panel} {curve.title}")
        dots += circles(pen, trace, panel.view)
        dots += _markers(pen, trace, panel.view, box, len(pens))
        dots += pen.dots("mark", [(mark.x, mark.y) for mark in panel.marks if mark.curve == pen.curve])
    # Dashes over a solid line show both.
    found = [] if spec.compare else overlaps(panel.traces, panel.view, [pen.style for pen in pens])
    # A curve that another will hide is whole until that is drawn.
    for overlap in (each for each in found if not spec.step or each.is_among(spec.step)):
        line = pens[overlap.curve].line("overlap", overlap.points)
        lines.append(replace(line, dash=overlap.dash))
    frames = layout.frames
    return Frame(
        panel.panel,
        box,
        view,
        frames.x_ticks[at],
        frames.y_ticks[at],
        tuple(lines),
        tuple(dots),
        frames.has_x_numbers(at),
    )


@dataclass(frozen=True, slots=True)
class Pen:
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


def curve_lines(pen: Pen, trace: Trace, name: str) -> Iterator[Line]:
    for number, piece in enumerate(trace.pieces, 1):
        yield pen.line("curve", piece, f"{name} {number}".replace(" ", "_"))
    yield from (pen.line("subgradients", [(x, low), (x, high)]) for x, low, high in trace.bridges)


def circles(pen: Pen, trace: Trace, view: View) -> Iterator[Dots]:
    circles: tuple[tuple[DotsRole, _Points], ...] = (("filled circle", trace.filled), ("hollow circle", trace.hollow))
    for role, points in circles:
        yield from pen.dots(role, [point for point in points if view.bottom <= point[1] <= view.top])


def _markers(pen: Pen, trace: Trace, view: View, box: Box, curves: int) -> Iterator[Dots]:
    """Markers along a curve at equal steps of its length; those of several curves begin one after the other."""
    if not pen.style.marker:
        return
    step = _MARKER_STEP * pen.look.text / 16.0
    points: list[tuple[float, float]] = []
    for piece in trace.pieces:
        along = np.append(0.0, np.cumsum(np.hypot(*np.diff(onto(box, view.padded, piece), axis=0).T)))
        places = np.arange((0.35 + pen.curve / curves) * step, along[-1], step)
        line = view.scaled(piece)
        between = np.column_stack([np.interp(places, along, line[:, axis]) for axis in (0, 1)])
        points += map(tuple, view.unscaled(between).tolist())
    yield from pen.dots("marker", [point for point in points if view.bottom < point[1] < view.top])


def _mark_texts(words: MarkWords, page: Page, styles: Sequence[LineStyle]) -> Iterator[Text]:
    """The words of a marked point, in the colour of its curve."""
    x, y = (words.place.box.left + words.place.box.right) / 2, (words.place.box.bottom + words.place.box.top) / 2
    colour = page.look.ink if words.is_shared else styles[words.curve].colour
    yield from set_runs(Text("mark number", words.words, x, y, words.size, colour, "center"), page.measure)


def _mark_leaders(marks: Sequence[MarkWords], pens: Sequence[Pen]) -> Iterator[Line]:
    for words in marks:
        if words.place.leader:
            yield pens[words.curve].line("leader", words.place.leader)


def _names(spec: FigureSpec, layout: Layout, page: Page, styles: Sequence[LineStyle]) -> Iterator[Text]:
    """The names of the curves, in the legend or in the curves' own colours."""
    if layout.legend:
        yield from _legend_texts(layout.legend, page)
    if labels := layout.curve_labels:
        names = page.curve_names
        for curve, is_value, x, y, align, _ in labels.labels:
            # Of a family in steps, the curve whose name has the letter may be drawn last.
            words = names.values[curve] if is_value and not spec.step else names.texts[curve]
            colour = styles[curve].colour
            text = Text("curve name", words, x, y, labels.size, colour, align, names.formulas, curve, "medium")
            yield from set_runs(text, page.measure)


def _legend_texts(legend: Legend, page: Page) -> Iterator[Text]:
    names, beside = page.legend_names, (HANDLE + HANDLE_GAP) * legend.size * POINT
    text = partial(Text, size=legend.size, colour=page.look.ink)
    if legend.heading:
        yield from set_runs(text("heading", names.heading, *legend.heading), page.measure)
    for item in legend.items:
        if item.is_named:
            place, words = (item.x + beside, item.y), names.texts[item.curve]
            named = text("curve name", words, *place, math=names.formulas, curve=item.curve)
            yield from set_runs(named, page.measure)


def _samples(layout: Layout, pens: Sequence[Pen]) -> Iterator[Line]:
    """The lines beside the names of a legend, and those that lead from curves to their names."""
    if layout.legend:
        length = HANDLE * layout.legend.size * POINT
        for item in layout.legend.items:
            yield pens[item.curve].line("handle", ((item.x, item.y), (item.x + length, item.y)))
    for label in layout.curve_labels.labels if layout.curve_labels else ():
        if label.leader:
            yield pens[label.curve].line("leader", label.leader)


def _sample_markers(layout: Layout, pens: Sequence[Pen]) -> Iterator[Dots]:
    for item in layout.legend.items if layout.legend else ():
        if pens[item.curve].style.marker:
            middle = item.x + HANDLE * layout.legend.size * POINT / 2  # type: ignore[union-attr]
            yield from pens[item.curve].dots("handle marker", [(middle, item.y)])
