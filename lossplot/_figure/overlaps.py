"""Stretches on which curves run into each other, and the dashes that show those that would be hidden there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lossplot._figure.sampling import Trace, View
from lossplot._figure.styles import LineStyle
from lossplot._formula.evaluate import Array

# How close is hidden, and the shortest stretch that counts, as shares of the view's height and width.
HIDDEN, SHORTEST = 0.004, 0.02
# Points at which curves are compared.
POINTS = 1201
# The dashes of two curves that share a stretch are so many line widths long, those of many shorter, down to the least.
DASH, LEAST_DASH = 4.0, 1.5


@dataclass(frozen=True, slots=True)
class Overlap:
    """The part of curve number `curve` that others hide, of shape (n, 2), with the dashes to draw over them.

    `company` are the numbers of all curves that coincide there.
    """

    curve: int
    points: Array
    dash: tuple[float, ...]
    company: tuple[int, ...]

    def is_among(self, first: int) -> bool:
        """Return True if at least two of the curves that coincide are among the `first` ones."""
        return sum(number < first for number in self.company) > 1


def overlaps(traces: Sequence[Trace], view: View, styles: Sequence[LineStyle]) -> list[Overlap]:
    """The dashes to draw over the curves, in this order, so that those which coincide take turns along the stretch.

    Lines of one colour are left as they are.
    """
    if len({style.colour for style in styles}) < 2:
        return []
    flat = view.flat
    lines = [[view.scaled(piece) for piece in trace.pieces] for trace in traces]
    xs = np.linspace(flat.left, flat.right, POINTS)
    groups = _groups(lines, flat, xs)
    found: list[tuple[int, Overlap]] = []
    for number, pieces in enumerate(lines):
        for start, stop, company in _runs(groups == groups[number], xs):
            if len({styles[other].colour for other in company}) > 1:
                unit, before = max(LEAST_DASH, 2.0 * DASH / len(company)), company.index(number)
                gap = (len(company) - 1 - before) * unit
                part = view.unscaled(_part(pieces, float(xs[start]), float(xs[stop])))
                dash = ((before + 1) * unit, gap) if gap else ()
                found.append((before, Overlap(number, part, dash, tuple(company))))
    # The last of those that coincide is solid there, and comes first; the first has the shortest dashes.
    return [overlap for _, overlap in sorted(found, key=lambda each: -each[0])]


def _groups(lines: Sequence[Sequence[Array]], view: View, xs: Array) -> Array:
    """Numbers that are the same for lines that hide each other at a point, shape (lines, points).

    Lines are as far from each other as they are across, not upwards.
    """
    places = (np.array([_heights(pieces, xs) for pieces in lines]) - view.bottom) / (view.top - view.bottom)
    steepness = np.hypot(1.0, np.gradient(places, (xs - view.left) / (view.right - view.left), axis=1))
    # What is not in view is near nothing.
    apart = 10.0 * np.arange(2, len(lines) + 2)[:, np.newaxis]
    places = np.where((places >= 0.0) & (places <= 1.0), places, apart)
    order = np.argsort(places, axis=0, kind="stable")
    gaps = np.diff(np.take_along_axis(places, order, axis=0), axis=0)
    tolerance = HIDDEN * np.nan_to_num(np.take_along_axis(steepness, order, axis=0)[1:], nan=1.0)
    ranks = np.vstack([np.zeros(len(xs)), np.cumsum(gaps > tolerance, axis=0)])
    groups = np.empty_like(ranks)
    np.put_along_axis(groups, order, ranks, axis=0)
    return groups


def _heights(pieces: Sequence[Array], xs: Array) -> Array:
    """The heights of a line in `pieces` at `xs`, NaN where it has none."""
    heights = np.full(len(xs), np.nan)
    for piece in pieces:
        within = (xs >= piece[0, 0]) & (xs <= piece[-1, 0])
        heights[within] = np.interp(xs[within], piece[:, 0], piece[:, 1])
    return heights


def _runs(together: Array, xs: Array) -> Iterator[tuple[int, int, list[int]]]:
    """The first and last index of each run of points with the same curves together, and those, if they are several."""
    changes = np.flatnonzero(np.any(together[:, 1:] != together[:, :-1], axis=0)) + 1
    for start, end in pairwise([0, *changes.tolist(), len(xs)]):
        company = np.flatnonzero(together[:, start]).tolist()
        if len(company) > 1 and xs[end - 1] - xs[start] >= SHORTEST * (xs[-1] - xs[0]):
            yield start, end - 1, company


def _part(pieces: Sequence[Array], start: float, stop: float) -> Array:
    """The vertices of that of the `pieces` that holds the stretch from `start` to `stop`, cut to it."""
    middle = (start + stop) / 2
    piece = next(piece for piece in pieces if piece[0, 0] <= middle <= piece[-1, 0])
    x = np.unique([start, *piece[(piece[:, 0] > start) & (piece[:, 0] < stop), 0], stop])
    return np.column_stack([x, np.interp(x, piece[:, 0], piece[:, 1])])
