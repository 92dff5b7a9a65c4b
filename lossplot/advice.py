"""What is worth saying of a figure before it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lossplot.axes import find_axis
from lossplot.coincidence import coincidences
from lossplot.curves import Curve, same_axis
from lossplot.looks import PRESETS
from lossplot.reading import read_curves
from lossplot.spec import FigureSpec
from lossplot.sweep import is_sweep, read_sweep


def warnings(spec: FigureSpec, also: Iterable[str] = ()) -> list[str]:
    """What about the figure may not be meant.

    Raises RequestError where its losses cannot be read or drawn together; `also` are words that an unknown name may
    have been meant for.
    """
    moving, curves = _read(spec, also)
    to = find_axis(spec.axis) if spec.axis else None
    start = read_curves([curve.spec for curve in read_sweep(spec.losses, also).at(0.0)], (), to) if moving else ()
    axis = same_axis([*curves, *start])
    given = Counter([*moving, *(curve.spec for curve in curves)])
    found = [f"{words} is given twice; drawn once" for words, n in given.items() if n > 1]
    low, high = spec.x_range or axis.view
    if low < axis.domain.low or high > axis.domain.high:
        found.append(
            f"the range {low:g} to {high:g} leaves {axis.domain}, where {axis.variable} lies; the curves end there"
        )
    if spec.title and spec.preset and not PRESETS[spec.preset].titled:
        found.append(f"{spec.preset} wants no title inside a figure; put it into the caption")
    return found


def notes(spec: FigureSpec) -> list[str]:
    """What a reader of the figure may like to know: factors between libraries, and which losses are one."""
    distinct = tuple(dict.fromkeys(_read(spec)[1]))
    factors = [f"{curve.spec} is {curve.factor:.6g} times our {curve.loss.name}" for curve in distinct if curve.library]
    return [*factors, *coincidences(distinct)]


def _read(spec: FigureSpec, also: Iterable[str] = ()) -> tuple[list[str], tuple[Curve, ...]]:
    """The texts of the losses that move, and the curves of those that do not."""
    moving = [text for text in spec.losses if is_sweep([text])]
    still = [text for text in spec.losses if text not in moving]
    return moving, read_curves(still, also, find_axis(spec.axis) if spec.axis else None)
