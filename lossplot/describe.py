"""A figure in words, computed from its curves: the title and description that each file carries."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lossplot.curves import Curve
from lossplot.formula.knots import Knot
from lossplot.formula.notation import number
from lossplot.spec import Panel


def label(curve, language):
    return curve.label


def title(curves: Sequence[Curve], panels: Sequence[Panel], language=None) -> str:
    """`hinge and squared-hinge: loss and derivative`."""
    return f"{_listed([curve.label for curve in curves])}: {_listed(list(map(_words, panels)))}"


def _words(panel: Panel) -> str:
    return panel.replace("-", " ")


def description(curves: Sequence[Curve], panels: Sequence[Panel], left: float, right: float, language=None) -> str:
    """What is drawn, against what, and for each curve where it starts, bends and ends."""
    axis = curves[0].axis
    drawn = _listed(list(map(_words, panels)))
    opening = f"The {drawn} against the {axis.name} {axis.variable} from {_short(left)} to {_short(right)}."
    return " ".join([opening, *(_course(curve, left, right) for curve in curves)])


def _course(curve: Curve, left: float, right: float) -> str:
    variable = curve.axis.variable
    start, end = (
        f"{_short(y)} at {variable} = {_short(x)}"
        for x, y in zip((left, right), curve.jet([left, right]).value, strict=True)
    )
    knots = [_knot(knot, variable) for knot in curve.knots(left, right)]
    through = f", with {_listed(knots)}" if knots else ""
    return f"{curve.label} goes from {start} to {end}{through}."


def _knot(knot: Knot, variable: str) -> str:
    what = {"jump": "a jump", "corner": "a corner", "curvature": "a change of curvature"}[knot.kind]
    return f"{what} at {variable} = {_short(knot.x)}"


def _short(value: float) -> str:
    if math.isfinite(value):
        return number(float(f"{value:.4g}"))
    return "undefined" if math.isnan(value) else "infinity" if value > 0 else "minus infinity"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
