"""Stretches on which curves run into each other, and the dashes that show those that would be hidden there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lossplot.figure.sampling import Trace, View
from lossplot.figure.styles import LineStyle
from lossplot.formula.evaluate import Array

# How close is hidden, and the shortest stretch that counts, as shares of the view's height and width.
HIDDEN, SHORTEST = 0.004, 0.02
# Points at which curves are compared.
_POINTS = 1201
# The dash of each of the curves that share a stretch, in line widths.
DASH = 4.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """The part of curve number `curve` that others hide, of shape (n, 2), with the dashes to draw over them."""

    curve: int
    points: Array
    dash: tuple[float, ...]


def overlaps(traces: Sequence[Trace], view: View, styles: Sequence[LineStyle]) -> list[Overlap]:
    """The dashes to draw over the curves, in this order, so that each is seen where others coincide with it.

    Lines of one dash take turns; a dashed line is drawn again over a solid one.
    """
    if len(traces) < 2:
        return []
    xs, places = _courses(traces, view)
    slopes = np.gradient(places, (xs - view.left) / (view.right - view.left), axis=1)
    inside = (places >= 0.0) & (places <= 1.0)
    turns: list[tuple[bool, int, Overlap]] = []
    again: list[Overlap] = []
    for number, (trace, style) in enumerate(zip(traces[:-1], styles, strict=False)):
        # Lines are as far from each other as they are across, not upwards.
        gaps = np.abs(places - places[number]) / np.hypot(1.0, slopes[number])
        beside = (gaps <= HIDDEN) & inside & inside[number]
        peers = [other for other, each in enumerate(styles) if each.dash == style.dash and each != style]
        for start, stop, company in _runs(beside, [number, *peers], xs):
            before = sum(other < number for other in company)
            after = sum(other > number for other in company)
            if after:
                part = _part(trace, float(xs[start]), float(xs[stop]))
                turns.append((bool(style.dash), -before, Overlap(number, part, ((before + 1) * DASH, after * DASH))))
        above = [other for other, each in enumerate(styles) if other > number and style.dash and not each.dash]
        for start, stop, _ in _runs(beside, [number, *above], xs):
            again.append(Overlap(number, _part(trace, float(xs[start]), float(xs[stop])), style.dash))
    # The first of those that take turns has the shortest dashes, and comes last.
    turns.sort(key=lambda each: each[:2])
    solid, dashed = ([overlap for is_dashed, _, overlap in turns if is_dashed is which] for which in (False, True))
    return [*solid, *again, *dashed]


def _courses(traces: Sequence[Trace], view: View) -> tuple[Array, Array]:
    """Points along x, shape (n,), and the heights of the traces there, from 0 at the bottom to 1, shape (traces, n)."""
    ends = [x for trace in traces for piece in trace.pieces for x in piece[[0, -1], 0].tolist()]
    xs = np.unique([*np.linspace(view.left, view.right, _POINTS), *ends])
    heights = np.array([_heights(trace, xs) for trace in traces])
    return xs, (heights - view.bottom) / (view.top - view.bottom)


def _heights(trace: Trace, xs: Array) -> Array:
    """The heights of a trace at `xs`, NaN where it has none."""
    heights = np.full(len(xs), np.nan)
    for piece in trace.pieces:
        within = (xs >= piece[0, 0]) & (xs <= piece[-1, 0])
        heights[within] = np.interp(xs[within], piece[:, 0], piece[:, 1])
    return heights


def _runs(beside: Array, numbers: Sequence[int], xs: Array) -> Iterator[tuple[int, int, list[int]]]:
    """The first and last index of each run of points with the same of `numbers` together, if there are several."""
    together = beside[sorted(numbers)]
    changes = np.flatnonzero(np.any(together[:, 1:] != together[:, :-1], axis=0)) + 1
    for start, end in pairwise([0, *changes.tolist(), len(xs)]):
        company = [number for number, is_there in zip(sorted(numbers), together[:, start], strict=True) if is_there]
        if len(company) > 1 and xs[end - 1] - xs[start] >= SHORTEST * (xs[-1] - xs[0]):
            yield start, end - 1, company


def _part(trace: Trace, start: float, stop: float) -> Array:
    """The vertices of the piece of `trace` that holds the stretch from `start` to `stop`, cut to it."""
    middle = (start + stop) / 2
    piece = next(piece for piece in trace.pieces if piece[0, 0] <= middle <= piece[-1, 0])
    x = np.unique([start, *piece[(piece[:, 0] > start) & (piece[:, 0] < stop), 0], stop])
    return np.column_stack([x, np.interp(x, piece[:, 0], piece[:, 1])])
