"""The content of each panel of a figure of training, in its own coordinates."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot._figure.across import zero_lines
from lossplot._figure.draw import Pen, circles, curve_lines
from lossplot._figure.drawing import Area, Dots, Line
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.limits import x_limits
from lossplot._figure.looks import Look, dash
from lossplot._figure.sampling import View
from lossplot._figure.scene import compose
from lossplot._figure.spec import FigureSpec
from lossplot._figure.strips import steps
from lossplot._figure.styles import LineStyle
from lossplot._figure.training.classes import (
    WEIGHTS,
    class_colour,
    class_marker,
    region_colour,
    trained_colour,
    weight_colour,
)
from lossplot._figure.training.contours import level_lines, regions_of
from lossplot._figure.training.results import Fit, History, Points, Regions, Run
from lossplot._formula.evaluate import Array

# Sizes of examples as shares of a circle's: those to test, and those that were trained with.
_TESTED, _TRAINED = 0.55, 0.38
# More examples than these are not drawn of either kind: the first ones stand for all.
_MOST = 800
# An output beyond a level by less than this is there by rounding.
_EARNEST = 1e-9
# How many powers of ten a history spans at most.
_POWERS = 8
# How much of a panel's height the distribution of margins takes.
_HIGH = 0.55
_THIN = 0.65


@dataclass(frozen=True, slots=True)
class Content:
    """The view and the parts of a panel; `log` if its heights are powers of ten, `bare` if it has no numbers."""

    name: str
    view: View
    lines: tuple[Line, ...]
    dots: tuple[Dots, ...] = ()
    areas: tuple[Area, ...] = ()
    log: bool = False
    bare: bool = False


def regions_panel(points: Points, regions: Regions, look: Look) -> Content:
    """Return the decision regions with the examples, and of two classes the lines where the output is -1, 0 and 1."""
    x, y, field = regions.x, regions.y, regions.field
    view = View(float(x[0]), float(x[-1]), float(y[0]), float(y[-1]))
    areas = tuple(Area("region", p, region_colour(number, look)) for number, p in regions_of(x, y, field))
    lines: list[Line] = []
    if field.ndim == 2:
        # An output of tanh comes to such a level by rounding alone, and crosses none.
        for level in (
            level for level in (-1.0, 1.0) if field.min() < level - _EARNEST < level + _EARNEST < field.max()
        ):
            lines += [Line("level", p, look.soft, look.thin, dash(1)) for p in level_lines(x, y, field, level)]
        lines += [Line("boundary", p, look.ink, _THIN * look.line) for p in level_lines(x, y, field, 0.0)]
    return Content("regions", view, tuple(lines), tuple(_examples(points, look)), areas, bare=True)


def _examples(points: Points, look: Look) -> Iterator[Dots]:
    for is_test in (False, True):
        for number in np.unique(points.classes).tolist():
            places = points.places[(points.classes == number) & (points.is_test == is_test)][:_MOST]
            colour = (class_colour if is_test else trained_colour)(number, look)
            size, edge = (_TESTED, look.ground) if is_test else (_TRAINED, colour)
            yield from _dots(places, colour, edge, size * look.circle, class_marker(number, look), look)


def _dots(places: Array, fill: str, edge: str, size: float, shape: object, look: Look) -> Iterator[Dots]:
    if len(places):
        dots = Dots("example", tuple(map(tuple, places.tolist())), None, edge, fill, size, 0.2 * look.thin)
        yield replace(dots, shape=shape) if shape else dots  # type: ignore[arg-type]


def fit_panel(points: Points, fits: Sequence[Fit], fit: Fit, look: Look) -> Content:
    """Return the examples of a regression, the paler the less each counts, and the function through them.

    There is room for all of `fits`.
    """
    heights = np.concatenate([points.places[:, 1], *(each.y[np.isfinite(each.y)] for each in fits)])
    view = View(float(fit.x[0]), float(fit.x[-1]), *_with_room(float(heights.min()), float(heights.max()), 0.05))
    dots: list[Dots] = []
    for step in range(WEIGHTS):
        weights = np.clip(np.nan_to_num(fit.weights), 0.0, 1.0)
        here = np.minimum((weights * WEIGHTS).astype(int), WEIGHTS - 1) == step
        dots += _dots(
            points.places[here][:_MOST], weight_colour(step, look), look.soft, _TESTED * look.circle, None, look
        )
    line = Line("fit", np.column_stack([fit.x, fit.y]), look.ink, look.line)
    return Content("fit", view, (line,), tuple(dots))


def history_view(runs: Sequence[Run]) -> tuple[View, bool]:
    """Return the view that all histories share, and whether its heights are powers of ten: not for negative ones."""
    histories = [each for run in runs for each in (run.train, run.validation) if each]
    bands = [band for each in histories for band in (each.low, each.high) if band is not None]
    parts = [*(each.values for each in histories), *bands]
    values = np.concatenate([part[np.isfinite(part)] for part in parts])
    epochs = max((len(part) - 1 for part in parts), default=1)
    if not values.size:
        return View(0.0, float(max(epochs, 1)), 0.0, 1.0), False
    low, high = float(values.min()), float(values.max())
    if low < 0.0 or high <= 0.0:
        return View(0.0, float(max(epochs, 1)), *_with_room(low, high, 0.08)), False
    least = max(float(values[values > 0.0].min()), high * 10.0**-_POWERS)
    return View(0.0, float(max(epochs, 1)), *_with_room(math.log10(least), math.log10(high), 0.08)), True


def _with_room(low: float, high: float, share: float) -> tuple[float, float]:
    room = share * (high - low) or 0.5
    return low - room, high + room


def history_panel(run: Run, view: View, log: bool, look: Look) -> Content:
    """Return the histories of a run, with the bands of several starts; a dot is where a run went wrong."""
    lines: list[Line] = []
    areas: list[Area] = []
    dots: tuple[Dots, ...] = ()
    # The training's line lies over the validation's.
    for history, colour, pattern in ((run.validation, look.soft, dash(1)), (run.train, look.ink, ())):
        if history is None:
            continue
        points = _curve(history.values, view, log)
        lines.append(Line("history", points, colour, _THIN * look.line, pattern))
        areas += _band(history, view, log, look)
        if history is run.train and run.ending == "diverged" and len(points):
            last = (tuple(points[-1].tolist()),)
            dots = (Dots("mark", last, None, look.ground, look.ink, look.circle, 0.4 * look.line),)
    return Content("history", view, tuple(lines), dots, tuple(areas), log)


def _curve(values: Array, view: View, log: bool) -> Array:
    """Return the points of a history, shape (n, 2), without those that are no numbers."""
    epochs = np.arange(len(values), dtype=float)
    heights = np.where(np.isfinite(values), values, np.nan)
    if log:
        heights = np.log10(np.maximum(heights, 10.0**view.bottom))
    points = np.column_stack([epochs, heights])
    return points[np.isfinite(heights)]


def _band(history: History, view: View, log: bool, look: Look) -> Iterator[Area]:
    if history.low is not None and history.high is not None:
        low, high = (_curve(each, view, log) for each in (history.low, history.high))
        if len(low) and len(high):
            yield Area("band", np.vstack([low, high[::-1]]), look.fill)


def curve_panel(number: int, run: Run, whole: Run, look: Look) -> Content:
    """Return the loss of run `number`, and behind it the distribution of the examples on its axis.

    There is room for that of the `whole` run.
    """
    left, right = x_limits((run.curve,))
    if whole.margins is not None:
        edges = whole.margins.edges
        inside = run.curve.domain
        left = max(min(left, float(edges[0])), inside.low)
        right = min(max(right, float(edges[-1])), inside.high)
    scene = compose(FigureSpec((run.curve.spec,), x_range=(left, right)), (run.curve,))
    panel = scene.panels[0]
    view, pen = panel.view.padded, Pen(number, LineStyle(look.ink), look)
    (trace,) = panel.traces
    lines = [*zero_lines(view, look), *curve_lines(pen, trace, f"loss {run.curve.spec}")]
    areas = [] if run.margins is None else [*_margins(run, view, look)]
    return Content("loss", view, tuple(lines), tuple(circles(pen, trace, panel.view)), tuple(areas))


def _margins(run: Run, view: View, look: Look) -> Iterator[Area]:
    assert run.margins is not None
    outline = steps(run.margins.edges, run.margins.examples)
    if highest := float(outline[:, 1].max()):
        ground = max(view.bottom, 0.0) if view.top > 0.0 else view.bottom
        heights = ground + _HIGH * (view.top - ground) * outline[:, 1] / highest
        yield Area("examples", np.column_stack([outline[:, 0], heights]), look.fill)


def paths_panel(run: Run, whole: Mapping[str, Array], epochs: float, look: Look) -> Content:
    """Return the values of learned parameters by epoch, in the view of the `whole` paths."""
    values = [path[np.isfinite(path)] for path in whole.values()]
    heights = np.concatenate([*values, np.zeros(1)]) if values else np.array([0.0, 1.0])
    view = View(0.0, epochs, *_with_room(float(heights.min()), float(heights.max()), 0.08))
    lines = zero_lines(view, look)
    for number, path in enumerate(run.paths.values()):
        lines.append(Line("path", _curve(path, view, False), look.ink, _THIN * look.line, dash(number)))
    return Content("parameters", view, tuple(lines))


def log_ticks(low: float, high: float, most: int) -> Ticks:
    """Return the powers of ten from 10**low to 10**high, about `most`, or 2 and 5 times them where they are few."""
    powers = range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1)
    if len(powers) >= 2:
        step = math.ceil(len(powers) / max(most, 2))
        values = [float(power) for power in powers if power % step == 0] or [float(powers[0])]
    else:
        whole = range(math.floor(low), math.ceil(high) + 1)
        values = [power + math.log10(factor) for power in whole for factor in (1, 2, 5)]
        values = [value for value in values if low <= value <= high]
    return Ticks(tuple(values), tuple(_power_label(value) for value in values))


def whole_ticks(ticks: Ticks) -> Ticks:
    """Return ticks without those between epochs."""
    values = tuple(value for value in ticks.values if value == round(value))
    return ticks if len(values) == len(ticks.values) else Ticks(values, tuple(f"{value:.0f}" for value in values))


def _power_label(value: float) -> str:
    number = 10.0**value
    if 1e-4 <= number < 1e5:
        return f"{number:.5g}"
    return f"{number:.0e}".replace("e-0", "e-").replace("e+0", "e").replace("-", "\u2212")
