"""Points that curves cover of a panel, so that words can keep clear of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from lossplot._figure.layout.boxes import Box
from lossplot._figure.sampling import Trace, View
from lossplot._figure.scene import PanelScene
from lossplot._formula.evaluate import Array

# How far apart the points are at most that stand for a line, in inches and as a share of the frame's width.
STEP, SHARE = 0.04, 0.005
# How many widths of a view, or heights, a point may lie beside it; what is farther off is taken to be here.
_FAR = 1e6


def onto(box: Box, view: View, points: Array) -> Array:
    """`points` of shape (n, 2) in the coordinates of `view`, in inches in the panel `box`."""
    flat = view.flat
    low, high = np.array([flat.left, flat.bottom]), np.array([flat.right, flat.top])
    with np.errstate(over="ignore"):
        shares: Array = np.clip((view.scaled(points) - low) / (high - low), -_FAR, _FAR)
    return shares * (box.width, box.height) + (box.left, box.bottom)


def ink(traces: Iterable[Trace], box: Box, view: View) -> Array:
    """Points on every line and circle of the traces, close together: shape (n, 2), in inches."""
    points = [np.empty((0, 2))]
    step = min(STEP, SHARE * box.width)
    for trace in traces:
        for line in (*trace.pieces, *(np.array([mark]) for mark in (*trace.filled, *trace.hollow))):
            x, y = onto(box, view, line).T
            steps = np.append(0.0, np.cumsum(np.hypot(np.diff(x), np.diff(y))))
            fine = np.linspace(0.0, steps[-1], max(2, int(steps[-1] / step)))
            points.append(np.column_stack([np.interp(fine, steps, x), np.interp(fine, steps, y)]))
    return np.vstack(points)


def curve_inks(scene: PanelScene, frame: Box) -> list[Array]:
    """Return for each curve of `scene` the points that it covers of `frame`, each of shape (n, 2), in inches."""
    inks = []
    for trace in scene.traces:
        bridges = tuple(np.array([(x, low), (x, high)]) for x, low, high in trace.bridges)
        points = ink([replace(trace, pieces=(*trace.pieces, *bridges))], frame, scene.view.padded)
        low, high = (frame.left, frame.bottom), (frame.right, frame.top)
        inks.append(points[((points >= low) & (points <= high)).all(axis=1)])
    return inks


def straight_lines(scene: PanelScene, frame: Box) -> tuple[Box, ...]:
    """The lines across `frame` at x = 0, y = 0 and marked points: boxes without width or height, in inches."""
    xs = dict.fromkeys([0.0, *(mark.x for mark in scene.marks if mark.kind == "height")])
    ys = dict.fromkeys([0.0, *(mark.y for mark in scene.marks if mark.kind == "place")])
    view = scene.view.padded
    across = onto(frame, view, np.array([(x, 0.0) for x in xs]))[:, 0].tolist()
    up = onto(frame, view, np.array([(0.0, y) for y in ys]))[:, 1].tolist()
    return (
        *(Box(x, frame.bottom, x, frame.top) for x in across if frame.left <= x <= frame.right),
        *(Box(frame.left, y, frame.right, y) for y in up if frame.bottom <= y <= frame.top),
    )


def dots(scene: PanelScene, frame: Box, width: float) -> tuple[Box, ...]:
    """The boxes of the dots of marked points in `frame`, in inches; a dot is `width` wide."""
    if not scene.marks:
        return ()
    places = onto(frame, scene.view.padded, np.array([(mark.x, mark.y) for mark in scene.marks])).tolist()
    half = width / 2
    return tuple(Box(x - half, y - half, x + half, y + half) for x, y in places)


def covered(box: Box, points: Array) -> int:
    """The number of `points`, shape (n, 2), in `box`."""
    x, y = points.T
    return int(np.count_nonzero((x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)))
