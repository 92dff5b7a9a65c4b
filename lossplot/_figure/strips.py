"""Distributions of predictions -> strips below the panels: what each stretch of the axis holds, and what it carries."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._figure.distribution import Distribution, Evidence, Reliability
from lossplot._figure.limits import x_limits
from lossplot._figure.sampling import View
from lossplot._formula.evaluate import Array

StripName = Literal["loss share", "gradient share", "reliability"]
# The room above the highest line of a strip, as a share of it.
_HEADROOM = 1.08


@dataclass(frozen=True, slots=True)
class Outline:
    """A polyline of shape (n, 2) that belongs to a group, and to a curve unless it is of the examples alone."""

    curve: int | None
    group: int
    points: Array


@dataclass(frozen=True, slots=True)
class Strip:
    """One strip, on the x axis of the panels above.

    An `area` is filled, and `outlines` are drawn over it.  Of a reliability curve, `intervals` are vertical lines
    (x, low, high) around the vertices of the outlines.
    """

    panel: StripName
    view: View
    area: Array | None
    outlines: tuple[Outline, ...]
    intervals: tuple[tuple[float, float, float], ...] = ()


def x_range_of(evidence: Evidence, curves: Sequence[Curve]) -> tuple[float, float]:
    """Return the range that shows the curves as usual, and the bins of their predictions."""
    left, right = x_limits(curves)
    edges = evidence.distributions[0].edges
    return min(left, float(edges[0])), max(right, float(edges[-1]))


def strips_of(evidence: Evidence, above: View) -> tuple[Strip, ...]:
    """Return the strips of what the bins carry of loss and gradient, and that of how forecasts hold, if there are.

    They share the x axis of the panels `above`.
    """
    shares = tuple(_share_strip(name, evidence, above) for name in ("loss share", "gradient share"))
    return (*shares, _reliability_strip(evidence.reliability, above)) if evidence.reliability else shares


def steps(edges: Array, shares: Array) -> Array:
    """Return the outline of a histogram in percent: up from zero, over each bin, and down to zero, shape (n, 2)."""
    heights = 100.0 * np.nan_to_num(shares[1:-1])
    return np.column_stack([np.repeat(edges, 2), np.concatenate([[0.0], np.repeat(heights, 2), [0.0]])])


def _share_strip(name: StripName, evidence: Evidence, above: View) -> Strip:
    parts = evidence.distributions
    of_curves = [Outline(each.curve, _group(each, evidence), steps(each.edges, _carried(name, each))) for each in parts]
    # The examples are the same for all losses.
    first, *others = (each for each in parts if each.curve == parts[0].curve)
    of_examples = [Outline(None, _group(each, evidence), steps(each.edges, each.examples)) for each in others]
    area = steps(first.edges, first.examples)
    top = max(float(points[:, 1].max()) for points in [area, *(each.points for each in (*of_curves, *of_examples))])
    height = _HEADROOM * top if top > 0.0 and math.isfinite(top) else 1.0
    view = View(above.left, above.right, 0.0, height, above.x_scale)
    outlines = tuple(replace(each, points=_on(view, each.points)) for each in (*of_examples, *of_curves))
    return Strip(name, view, _on(view, area), outlines)


def _on(view: View, points: Array) -> Array:
    """`points` where the scale of `view` can show them: what is infinitely far to the left is one width beside it."""
    if view.x_scale.kind != "log":
        return points
    least, _ = view.x_scale.widened(view.left, view.right, 1.0)
    return np.column_stack([np.maximum(points[:, 0], least), points[:, 1:]])


def _carried(name: StripName, part: Distribution) -> Array:
    return part.loss if name == "loss share" else part.gradient


def _group(part: Distribution, evidence: Evidence) -> int:
    return evidence.groups.index(part.group) if evidence.groups else 0


def _reliability_strip(parts: Sequence[Reliability], above: View) -> Strip:
    lines = [np.column_stack([part.forecast, part.observed]) for part in parts]
    view = View(above.left, above.right, 0.0, _HEADROOM, above.x_scale)
    outlines = tuple(Outline(None, group, _on(view, points)) for group, points in enumerate(lines))
    ends = [np.column_stack([part.forecast, part.low, part.high]) for part in parts]
    intervals = tuple((x, low, high) for part in ends for x, low, high in _on(view, part).tolist())
    return Strip("reliability", view, None, outlines, intervals)
