"""A small picture of a curve: one quiet panel, in which the loss is bold and its derivative thin.

Both are drawn on the same axes, so that the derivative is above zero where the loss rises.  The picture has no words:
it is the same in all languages, and what it shows is said beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._figure.layout.ticks import round_ticks
from lossplot._figure.limits import x_limits, y_limits
from lossplot._figure.looks import THEMES, Theme
from lossplot._figure.sampling import Trace, View, sample
from lossplot._formula.evaluate import Array

# Width and height in pixels, and the edges of the frame in them.
WIDTH, HEIGHT = 320, 212
_LEFT, _TOP, _RIGHT, _BOTTOM = 36.0, 6.0, 312.0, 190.0
# What the derivative may add to the height of the panel, as a share of what the loss needs, where that shows all of it;
# and where it does not, above and below.
_WHOLE, _PART = 1.1, 0.7
# The widths of the lines, the radius of a circle, and the size of the numbers.
_BOLD, _THIN, _CIRCLE, _NUMBERS = 2.5, 1.25, 3.25, 10.5
# About how many numbers the axes have.
_LEVEL, _UPRIGHT = 6, 4
# A line may be off by so many pixels.
_TOLERANCE = 0.05


def quiet_picture(curve: Curve) -> str:
    """Return the SVG of a curve, light or dark as its reader is."""
    view = _view(curve)
    parts = [_style(), *_axes(view), f'<g clip-path="url(#frame)">{_lines(sample(curve, "derivative", view), view)}']
    traced = sample(curve, "loss", view)
    parts += [f'<path class="bold" d="{_paths(traced.pieces, view)}"/></g>', *_circles(traced, view)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _view(curve: Curve) -> View:
    """Return the view of both: all that a figure shows of the loss, and its derivative as far as there is room.

    A derivative that goes farther leaves the frame, so that the loss is never flattened.
    """
    left, right = x_limits([curve])
    low, high = y_limits([curve], "loss", left, right)
    if _is_seen(sample(curve, "derivative", View(left, right, low, high))):
        height = high - low
        lowest, highest = y_limits([curve], "derivative", left, right)
        below, above = max(0.0, low - lowest), max(0.0, highest - high)
        most = math.inf if below + above <= _WHOLE * height else _PART * height
        low, high = low - min(below, most), high + min(above, most)
    return View(left, right, low, high)


def _is_seen(trace: Trace) -> bool:
    """Return False if a trace is nothing but a line along zero."""
    return any(bool(np.any(piece[:, 1])) for piece in trace.pieces)


def _style() -> str:
    """Return the colours, light and dark, and the frame that lines are cut at."""
    light, dark = (_colours(THEMES[name]) for name in ("light", "dark"))
    rules = (
        ".bold,.thin,.dotted{fill:none;stroke-linejoin:round}",
        f".bold,.full,.hollow{{stroke:var(--bold);stroke-width:{_BOLD}}}",
        ".full{fill:var(--bold)}.hollow{fill:var(--ground)}",
        f".thin,.dotted{{stroke:var(--thin);stroke-width:{_THIN}}}.dotted{{stroke-dasharray:1.5 2.5}}",
        ".zero{stroke:var(--axis)}",
        f"text{{fill:var(--thin);font:{_NUMBERS}px system-ui,sans-serif}}",
        ".right{text-anchor:end}.middle{text-anchor:middle}",
    )
    frame = f'<rect x="{_LEFT:g}" y="{_TOP:g}" width="{_RIGHT - _LEFT:g}" height="{_BOTTOM - _TOP:g}"/>'
    return (
        f"<style>:root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}{''.join(rules)}</style>\n"
        f'<clipPath id="frame">{frame}</clipPath>'
    )


def _colours(theme: Theme) -> str:
    colours = {"ground": theme.ground, "bold": theme.colours[0], "thin": theme.soft, "axis": theme.axis}
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def _axes(view: View) -> Iterator[str]:
    """Yield the lines through zero, and some round numbers along both axes."""
    zero_x, zero_y = _places(np.array([[0.0, 0.0]]), view)[0]
    upward = f"M{_short(zero_x)} {_TOP:g}V{_BOTTOM:g}" if _LEFT <= zero_x <= _RIGHT else ""
    yield f'<path class="zero" d="{upward}M{_LEFT:g} {_short(zero_y)}H{_RIGHT:g}"/>'
    for axis, count, limits in ((0, _LEVEL, (view.left, view.right)), (1, _UPRIGHT, (view.bottom, view.top))):
        ticks = round_ticks(*limits, count)
        points = np.zeros((len(ticks.values), 2))
        points[:, axis] = ticks.values
        for place, label in zip(_places(points, view)[:, axis], ticks.labels, strict=True):
            x, y, anchor = (
                (place, _BOTTOM + 1.7 * _NUMBERS, "middle")
                if axis == 0
                else (_LEFT - 6.0, place + 0.364 * _NUMBERS, "right")
            )
            yield f'<text class="{anchor}" x="{_short(x)}" y="{_short(y)}">{label}</text>'


def _lines(trace: Trace, view: View) -> str:
    """Return the thin lines of the derivative, with a dotted one where it jumps at a corner."""
    bridges = [np.array([[x, low], [x, high]]) for x, low, high in trace.bridges]
    dotted = f'<path class="dotted" d="{_paths(bridges, view)}"/>' if bridges else ""
    return f'<path class="thin" d="{_paths(trace.pieces, view)}"/>{dotted}'


def _circles(trace: Trace, view: View) -> Iterator[str]:
    """Yield the circles at the jumps of the loss: hollow where it has no value, full where it has one."""
    for name, points in (("hollow", trace.hollow), ("full", trace.filled)):
        inside = [point for point in points if view.bottom <= point[1] <= view.top]
        for x, y in _places(np.array(inside).reshape(-1, 2), view):
            yield f'<circle class="{name}" cx="{_short(x)}" cy="{_short(y)}" r="{_CIRCLE}"/>'


def _paths(pieces: Sequence[Array], view: View) -> str:
    lines = (_needed(_places(piece, view)) for piece in pieces)
    return "".join("M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in line) for line in lines)


def _places(points: Array, view: View) -> Array:
    """Return the pixels of `points`, of shape (n, 2), in the frame."""
    padded = view.padded
    x = _LEFT + (points[:, 0] - padded.left) / (padded.right - padded.left) * (_RIGHT - _LEFT)
    y = _TOP + (view.top - points[:, 1]) / (view.top - view.bottom) * (_BOTTOM - _TOP)
    return np.column_stack([x, y])


def _needed(line: Array) -> Array:
    """Return the vertices of a polyline without those that a chord is near enough to (Douglas & Peucker 1973)."""
    if len(line) < 3:
        return line
    across = line[-1] - line[0]
    off = np.abs(across[0] * (line[:, 1] - line[0, 1]) - across[1] * (line[:, 0] - line[0, 0])) / np.hypot(*across)
    farthest = int(np.argmax(off))
    if off[farthest] <= _TOLERANCE:
        return line[[0, -1]]
    return np.vstack([_needed(line[: farthest + 1])[:-1], _needed(line[farthest:])])


def _short(value: float) -> str:
    """Return a number of pixels to a tenth."""
    return f"{value:.1f}".removesuffix(".0")
