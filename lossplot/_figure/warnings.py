"""Warnings and notes about a figure, before it is drawn."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.families import families
from lossplot._curves.moves import same_axis
from lossplot._curves.panels import QUANTITIES, Panel, panel_curves, quantity
from lossplot._curves.relatives import coincidences
from lossplot._curves.sweep import is_sweep
from lossplot._errors import RequestError
from lossplot._figure.limits import LEAST_HEIGHT, LEAST_SHARE, share_in_view, share_of_height
from lossplot._figure.looks import PRESETS
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.sampling import near_centres
from lossplot._figure.scale_warnings import left_out, linear_parts, listed
from lossplot._figure.scene import views, x_view
from lossplot._figure.spec import Range
from lossplot._formula.evaluate import Array
from lossplot._formula.notation.letters import number
from lossplot._losses import Interval

# How closely a curve is looked at for values that cannot be computed, and how far a sweep has gone there.
POINTS = 1025
MOST_DENOMINATOR = 64
# Curves of which it is said to what family of the catalogue they belong.
_MOST_NAMED = 3
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def _reason(curve: Curve) -> str:
    if curve.loss.is_typed:
        return "the formula has no finite value there"
    return "its numbers there are beyond those that a double holds"


def warnings(figure: ResolvedFigure) -> list[str]:
    """Sentences about what may not be meant.  Raises RequestError if the losses have no axis in common."""
    if figure.cells:
        return [*dict.fromkeys(sentence for cell in figure.cells for sentence in warnings(cell))]
    spec, curves = figure.spec, (*figure.entries, *(figure.sweep.at(0.0) if figure.sweep else ()))
    same_axis(curves)
    counts = Counter([*filter(_moves, spec.losses), *(curve.spec for curve in figure.entries)])
    sentences = [f"{text} is given twice; drawn once" for text, count in counts.items() if count > 1]
    if spec.x_range:
        sentences += _outside(spec.x_range, curves)
    if spec.title and spec.preset and not PRESETS[spec.preset].titled:
        sentences.append(f"{spec.preset} wants no title inside a figure; put it into the caption")
    sentences += figure.evidence.warnings if figure.evidence else ()
    stills = figure.stills(_SHARES)
    more = (
        each
        for still in stills
        for each in (*_undefined(still), *_too_fine(still), *_hidden(still), *_if_drawn(left_out, still))
    )
    return [*sentences, *dict.fromkeys(more)]


def notes(figure: ResolvedFigure) -> list[str]:
    """Sentences a reader of the figure may like: how formulas were read, factors, losses that are one curve, cuts.

    Those of a sweep are about its whole course.
    """
    if figure.cells:
        return [*dict.fromkeys(sentence for cell in figure.cells for sentence in notes(cell))]
    moving = figure.sweep.curves if figure.sweep else ()
    distinct = tuple(dict.fromkeys(figure.entries))[: figure.spec.step]
    scaled = [curve for curve in distinct if not math.isclose(curve.factor, 1.0)]
    added = [f"{curve.spec} has {curve.constant:+.6g} added to that" for curve in distinct if curve.constant]
    asked = (*distinct, *(curve for curve in moving if curve not in distinct))
    remarks = dict.fromkeys(remark for curve in asked for remark in (*curve.loss.notes, *curve.remarks))
    named = [sentence for curve in distinct[:_MOST_NAMED] if curve.given for sentence in families(curve)[:1]]
    return [
        *remarks,
        *named,
        *map(_in_our_units, scaled),
        *added,
        *_coincidences(figure, distinct),
        *cuts(figure),
        *dict.fromkeys(sentence for still in figure.stills((0.0,)) for sentence in _if_drawn(linear_parts, still)),
        *_of_data(figure),
    ]


def _if_drawn(sentences: Callable[[ResolvedFigure], Iterator[str]], figure: ResolvedFigure) -> list[str]:
    """The `sentences` on a figure; none on one that has no meaning, which is refused where it is to be drawn."""
    try:
        return [*sentences(figure)]
    except RequestError:
        return []


def _of_data(figure: ResolvedFigure) -> tuple[str, ...]:
    return figure.evidence.remarks if figure.evidence else ()


def _in_our_units(curve: Curve) -> str:
    """Say how large the loss of another library is, beside the one of the catalogue: `1/4 of`, `2 times`."""
    simple = Fraction(curve.factor).limit_denominator(MOST_DENOMINATOR)
    is_part = simple < 1 and math.isclose(simple, curve.factor)
    size = f"{simple} of" if is_part else f"{curve.factor:.6g} times"
    return f"{curve.spec} is {size} {curve.loss.name} as lossplot defines it"


def _coincidences(figure: ResolvedFigure, curves: tuple[Curve, ...]) -> list[str]:
    """Sentences on curves that are proportional, everywhere or, if nothing moves, in the range that is shown."""
    if len(curves) < 2 or figure.sweep:
        return coincidences(curves)
    try:
        return coincidences(curves, x_view(figure.spec, figure.curves))
    except RequestError:
        # What has no meaning is refused where it is to be drawn.
        return []


def cuts(figure: ResolvedFigure) -> list[str]:
    """At most one sentence: it names the curves that are hardly in view, or flat, beside others.

    It is about the panels for which the user chose no y range and no scale.
    """
    spec = figure.spec
    try:
        shown = {curve for still in figure.stills(_SHARES) for curve in still.curves}
        stills = [still.curves for still in figure.whole.stills(_SHARES)]
        curves = tuple(dict.fromkeys(curve for still in stills for curve in still))
        panels = zip(spec.panels, views(spec, curves), strict=True) if len(curves) > 1 else ()
    except RequestError:
        # What has no meaning is refused where it is to be drawn.
        return []
    cut: dict[str, None] = {}
    flat: dict[str, None] = {}
    for place, (panel, view) in enumerate(panels):
        if (spec.y_range or spec.y_scale != "linear") and not place:
            continue
        ranges = (view.left, view.right), (view.bottom, view.top)
        for named, curve in zip(curves, panel_curves(panel, curves, spec.risk), strict=True):
            if named not in shown:
                continue
            what = _of(named.name if figure.sweep else named.title, panel)
            if share_in_view(curve, panel, *ranges) < LEAST_SHARE:
                cut[what] = None
            if share_of_height(curve, panel, *ranges) < LEAST_HEIGHT:
                flat[what] = None
    sentences = [f"{listed(cut)} cut off, so that other curves are not flat"] if cut else []
    sentences += [f"{listed(flat)} nearly flat beside the others"] if flat else []
    return [f"{' and '.join(sentences)}; a narrower --range shows more"] if sentences else []


def undefined_at(curve: Curve, x: Array, panels: Sequence[Panel], chance: float | None = None) -> list[str]:
    """A sentence if a quantity that one of `panels` shows of `curve` is not a number at some of `x` in its domain."""
    inside = np.unique(x[(x > curve.domain.low) & (x < curve.domain.high)])
    shown = [(panel, panel_curves(panel, (curve,), chance)[0]) for panel in panels]
    parts = np.array([quantity(each, panel, inside) for panel, each in shown])
    places = inside[np.isnan(parts).any(axis=0)].tolist()
    if not places:
        return []
    more = f" and at {len(places) - 1} more of the points" if len(places) > 1 else ""
    return [f"{curve.spec} cannot be computed at {curve.axis.variable} = {number(places[0])}{more}; {_reason(curve)}"]


def _moves(text: str) -> bool:
    return is_sweep([text])


def _outside(view: Range, curves: Iterable[Curve]) -> Iterator[str]:
    """Sentences about the part of a range in which curves are not defined."""
    low, high = view
    by_domain: dict[Interval, list[Curve]] = {}
    for curve in curves:
        by_domain.setdefault(curve.domain, []).append(curve)
    for domain, its in by_domain.items():
        where = f"{domain}, where {its[0].axis.variable} lies"
        if high <= domain.low or low >= domain.high:
            names = " and ".join(dict.fromkeys(curve.name for curve in its))
            yield f"the range {low:g} to {high:g} has no point of {where}; nothing is drawn of {names}"
        elif low < domain.low or high > domain.high:
            yield f"the range {low:g} to {high:g} leaves {where}; the curves end there"


def _undefined(figure: ResolvedFigure) -> Iterator[str]:
    """A sentence for each curve, and for each derivative shown of it, that cannot be computed all over its view."""
    reported: set[tuple[Curve, float, float]] = set()
    spec = figure.spec
    try:
        curves = figure.curves
        view = x_view(spec, figure.whole.curves)
        panels = [(panel, panel_curves(panel, curves, spec.risk)) for panel in spec.panels]
    except RequestError:
        # What has no meaning is refused where it is to be drawn.
        return
    for panel, shown in panels:
        for named, curve in zip(curves, shown, strict=True):
            stretches = [stretch for stretch in _stretches(curve, panel, view) if (named, *stretch) not in reported]
            reported |= {(named, *stretch) for stretch in stretches}
            if stretches:
                yield _cannot_be_computed(named, panel, stretches)


def _too_fine(figure: ResolvedFigure) -> Iterator[str]:
    """A sentence for each curve whose lines cannot follow it."""
    try:
        panels = figure.scene.panels
    except RequestError:
        # What has no meaning is refused where it is to be drawn.
        return
    for panel in panels:
        for curve, trace in zip(figure.curves, panel.traces, strict=True):
            if trace.is_coarse:
                what = _of(curve.title, panel.panel)
                yield f"{what} swings more finely than the figure can show; a narrower --range shows more"


def _hidden(figure: ResolvedFigure) -> Iterator[str]:
    """A sentence that names the curves of which the y range shows nothing."""
    if not figure.spec.y_range:
        return
    low, high = figure.spec.y_range
    try:
        panel = figure.scene.panels[0]
    except RequestError:
        # What has no meaning is refused where it is to be drawn.
        return
    hidden = [
        curve.title
        for curve, trace in zip(figure.curves, panel.traces, strict=True)
        if not any(len(piece) and piece[:, 1].min() <= high and piece[:, 1].max() >= low for piece in trace.pieces)
    ]
    if hidden:
        yield f"{listed(hidden)} outside the y range {low:g} to {high:g}; nothing is drawn there"


def _of(name: str, panel: Panel) -> str:
    """The quantity that `panel` shows of the curve called `name`."""
    return name if panel == "loss" else f"the {QUANTITIES[panel].label} of {name}"


def _cannot_be_computed(curve: Curve, panel: Panel, stretches: list[tuple[float, float]]) -> str:
    what = _of(curve.title, panel)
    low, high = stretches[0]
    others = len(stretches) - 1
    more = f", nor in {others} other stretch{'es' if others > 1 else ''}" if others else ""
    return f"{what} cannot be computed from {curve.axis.variable} = {low:g} to {high:g}{more}; {_reason(curve)}"


def _stretches(curve: Curve, panel: Panel, view: Range) -> Iterator[tuple[float, float]]:
    """The ends of each run of neighbouring points without a finite value; a pole is a single point."""
    left, right = max(view[0], curve.domain.low), min(view[1], curve.domain.high)
    if right <= left:
        return
    x = np.union1d(near_centres(curve, left, right), np.linspace(left, right, POINTS))
    x = x[(x > curve.domain.low) & (x < curve.domain.high)]
    missing = ~np.isfinite(quantity(curve, panel, x))
    edges = np.flatnonzero(np.diff(missing, prepend=False, append=False))
    for first, last in zip(edges[::2], edges[1::2] - 1, strict=True):
        if first < last:
            yield float(x[first]), float(x[last])
