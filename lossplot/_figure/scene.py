"""Curves -> the scene of a figure: the part of the plane that each panel shows, and the traces in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot._curves.curve import Curve
from lossplot._curves.moves import for_both_labels, same_axis
from lossplot._curves.panels import QUANTITIES, Panel, check_panels, panel_curves
from lossplot._curves.parse import check_count
from lossplot._errors import RequestError, option_words
from lossplot._figure.limits import HIGHEST, has_values, x_limits, y_limits
from lossplot._figure.marks import Mark, marks_of, visible
from lossplot._figure.sampling import Trace, View, sample
from lossplot._figure.scaled_limits import points_along, positive_part, x_scale, y_limits_on, y_scale
from lossplot._figure.scales import LINEAR
from lossplot._figure.spec import FigureSpec, Range
from lossplot._figure.strips import Strip


@dataclass(frozen=True, slots=True)
class PanelScene:
    """One panel: its view, the trace of each curve in it, and what is marked on them."""

    panel: Panel
    view: View
    traces: tuple[Trace, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """The curves of a figure, their panels from the top, and below them the strips of the data, if there are any."""

    curves: tuple[Curve, ...]
    panels: tuple[PanelScene, ...]
    strips: tuple[Strip, ...] = ()

    @property
    def x_range(self) -> tuple[float, float]:
        return self.panels[0].view.left, self.panels[0].view.right


def scaled_curves(spec: FigureSpec, curves: tuple[Curve, ...]) -> tuple[Curve, ...]:
    """`curves`, scaled as `spec` says, and for both labels if it says so.

    Raises RequestError where they cannot be drawn together.
    """
    same_axis(curves)
    if spec.normalize:
        curves = tuple(map(_normalized, curves))
    if not spec.both_labels:
        return curves
    check_count(2 * len(curves))
    return tuple(labelled for curve in curves for labelled in for_both_labels(curve))


def compose(spec: FigureSpec, curves: tuple[Curve, ...]) -> Scene:
    """The scene of `curves` as `spec` has them drawn.  Raises RequestError as `views` does."""
    return trace(spec, curves, views(spec, curves))


def views(spec: FigureSpec, curves: tuple[Curve, ...]) -> tuple[View, ...]:
    """The part of the plane that each panel shows of `curves`.

    Raises RequestError where a panel has no meaning for them, or the range asked for no point.
    """
    axis = curves[0].axis
    left, right = x_view(spec, curves)
    if all(right <= curve.domain.low or left >= curve.domain.high for curve in curves):
        raise RequestError(
            f"{curves[0].loss.name} is defined for {axis.variable} in {axis.domain}; "
            f"the range {left:g} to {right:g} has no such point"
        )
    check_panels(spec.panels, curves)
    along = x_scale(spec.x_scale, curves, left, right)
    found: list[View] = []
    for number, panel in enumerate(spec.panels):
        shown = panel_curves(panel, curves, spec.risk)
        is_scaled = spec.y_scale != LINEAR.kind and not number
        limits = spec.y_range if not number else None
        if not limits and not has_values(shown, panel, left, right):
            names = curves[0].spec if len(curves) == 1 else f"the {len(curves)} curves"
            what = names if panel == "loss" else f"the {QUANTITIES[panel].label} of {names}"
            raise RequestError(
                f"nothing of {what} can be drawn from {left:g} to {right:g}: the numbers there are beyond {HIGHEST:g}; "
                "choose another ",
                option_words("range"),
            )
        if not is_scaled:
            found.append(View(left, right, *(limits or y_limits(shown, panel, left, right)), along))
            continue
        x = points_along(along, left, right)
        up = y_scale(spec.y_scale, shown, panel, x, limits)
        found.append(View(left, right, *(limits or y_limits_on(up, shown, panel, x)), along, up))
    return tuple(found)


def x_view(spec: FigureSpec, curves: Sequence[Curve]) -> Range:
    """The x that the panels show of `curves`: the range asked for, or what is usual, as far as the scale can show it.

    Raises RequestError where the scale can show nothing of it.
    """
    left, right = spec.x_range or x_limits(curves)
    return positive_part(left, right) if spec.x_scale == "log" else (left, right)


def trace(spec: FigureSpec, curves: tuple[Curve, ...], views: tuple[View, ...]) -> Scene:
    """The scene of `curves` in `views`, which are those of the panels of `spec`."""
    panels: list[PanelScene] = []
    for panel, view in zip(spec.panels, views, strict=True):
        shown = panel_curves(panel, curves, spec.risk)
        traces = tuple(sample(curve, panel, view) for curve in shown)
        marks = visible(marks_of(shown, panel, spec.marks, spec.mark_losses if panel == "loss" else ()), view)
        panels.append(PanelScene(panel, view, traces, marks))
    return Scene(curves, tuple(panels))


def _normalized(curve: Curve) -> Curve:
    """`curve` divided by its value at a margin of zero."""
    if curve.axis.name != "margin":
        raise RequestError(
            f"{curve.name} is a function of the {curve.axis.noun}; only losses of the margin are scaled to 1 at 0"
        )
    value = float(curve.jet([0.0]).value[0])
    if not (math.isfinite(value) and value > 0.0):
        raise RequestError(f"{curve.name} is {value:g} at m = 0 and cannot be scaled to 1 there; leave it out")
    return replace(curve, unit=value)
