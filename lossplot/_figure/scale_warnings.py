"""Sentences on what a figure does not show for the scales of its axes, and on where a symlog scale is linear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.curve import Curve
from lossplot._curves.panels import QUANTITIES, Panel, panel_curves, quantity
from lossplot._figure.limits import x_limits
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.sampling import View, near_centres
from lossplot._figure.scaled_limits import points_along
from lossplot._formula.evaluate import Array

# How often the place where a curve comes to zero is looked at more closely: a double has no more digits.
_HALVINGS = 60
_NEXT = 1e-9
# Most stretches of a curve that a warning names.
_MOST_NAMED = 3
_Stretch = tuple[float, float]


def left_out(figure: ResolvedFigure) -> Iterator[str]:
    """Yield a sentence on each axis whose log scale leaves something out: which x, and which curves where.

    Raises RequestError where the figure cannot be drawn.
    """
    spec, curves = figure.spec, figure.curves
    view = figure.scene.panels[0].view
    variable = curves[0].axis.variable
    if spec.x_scale == "log" and not spec.x_range:
        left, _ = x_limits(figure.whole.curves)
        if left < 0.0:
            yield (
                f"a log scale has no place for {variable} from {left:g} to 0; "
                f"the range is {view.left:g} to {view.right:g}"
            )
    if spec.y_scale == "log":
        panel = spec.panels[0]
        names: dict[tuple[str, str], list[str]] = {}
        for named, shown in zip(curves, panel_curves(panel, curves, spec.risk), strict=True):
            if stretches := _not_positive(shown, panel, view):
                what = named.title if panel == "loss" else f"the {QUANTITIES[panel].label} of {named.title}"
                story = _value(shown, panel, stretches), _where(variable, stretches, view)
                names.setdefault(story, []).append(what)
        parts = [f"{listed(whose)} {value} {where}" for (value, where), whose in names.items()]
        if parts:
            yield f"{', '.join(parts)}; a log scale cannot show that"


def linear_parts(figure: ResolvedFigure) -> Iterator[str]:
    """Yield a sentence on each axis with a symlog scale.  Raises RequestError where the figure cannot be drawn."""
    view = figure.scene.panels[0].view
    for axis, scale in (("x", view.x_scale), ("y", view.y_scale)):
        if scale.kind == "symlog":
            yield f"the {axis} axis is linear from -{scale.threshold:g} to {scale.threshold:g}, and logarithmic beyond"


def listed(names: Iterable[str]) -> str:
    """Return the `names` with the verb that follows them: `A, B and C are`."""
    *others, last = names
    return f"{', '.join(others)} and {last} are" if others else f"{last} is"


def _not_positive(curve: Curve, panel: Panel, view: View) -> list[_Stretch]:
    """The stretches of the view, single points among them, on which the quantity is not positive."""
    left, right = max(view.left, curve.domain.low), min(view.right, curve.domain.high)
    own = [left, right, *curve.landmarks(left, right), *near_centres(curve, left, right)]
    x = np.union1d(points_along(view.x_scale, view.left, view.right), own)
    x = x[(x >= left) & (x <= right)]
    below = _is_below(curve, panel, x)
    edges = np.flatnonzero(np.diff(below, prepend=False, append=False))
    stretches = []
    for first, last in zip(edges[::2], edges[1::2] - 1, strict=True):
        start = x[first] if not first else _edge(curve, panel, x[first], x[first - 1])
        end = x[last] if last == len(x) - 1 else _edge(curve, panel, x[last], x[last + 1])
        stretches.append((float(start), float(end)))
    return stretches


def _is_below(curve: Curve, panel: Panel, x: Array) -> NDArray[np.bool_]:
    return quantity(curve, panel, x) <= 0.0


def _edge(curve: Curve, panel: Panel, inside: float, outside: float) -> float:
    """The last place, from `inside` to `outside`, at which the quantity is not positive."""
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2.0
        if _is_below(curve, panel, np.array([middle]))[0]:
            inside = middle
        else:
            outside = middle
    return inside


def _value(curve: Curve, panel: Panel, stretches: Sequence[_Stretch]) -> str:
    """`0`, or `not positive` where the quantity is less."""
    x = np.array([place for start, end in stretches for place in (start, (start + end) / 2.0, end)])
    values = quantity(curve, panel, x)
    return "not positive" if np.any(values < 0.0) else "0"


def _where(variable: str, stretches: Sequence[_Stretch], view: View) -> str:
    """`from m = 1 on`, `at r = 0`, `up to m = -1 and from m = 1 on`."""
    words = [_place(variable, start, end, view) for start, end in stretches[:_MOST_NAMED]]
    return " and ".join([*words, *(["elsewhere"] if len(stretches) > _MOST_NAMED else [])])


def _place(variable: str, start: float, end: float, view: View) -> str:
    is_first, is_last = start <= view.left, end >= view.right
    # What is next to zero is zero, to the reader.
    start, end = (0.0 if abs(x) < _NEXT * (view.right - view.left) else x for x in (start, end))
    if is_first and is_last:
        return "in the whole range"
    if f"{start:.5g}" == f"{end:.5g}":
        return f"at {variable} = {start:.5g}"
    if is_last:
        return f"from {variable} = {start:.5g} on"
    return f"up to {variable} = {end:.5g}" if is_first else f"from {variable} = {start:.5g} to {end:.5g}"
