"""Powers of ten along an axis that is not linear, with lines between them."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from lossplot._figure.layout.boxes import POINT, Measure
from lossplot._figure.layout.ticks import Ticks, x_ticks, y_ticks
from lossplot._figure.scales import Scale

# Lines between the powers are drawn as far as there are no more decades than this.
MOST_FINE = 5
# The least distance of a tick from zero, as a share of that of so many even ticks.
LEAST_GAP = 0.5
# Most ticks of an axis.
MOST = 7
_PLAIN_FROM, _PLAIN_TO = 1e-4, 1e5
Span = tuple[float, float]


def ticks_along_x(scale: Scale, ends: Span, width: float, size: float, measure: Measure) -> Ticks:
    """Return ticks along `width` inches of an x axis from one end to the other, as many as stand side by side."""
    linear = partial(x_ticks, *ends, width, size, measure)
    if scale.is_linear:
        return linear()
    start, end = scale.span(*ends)
    for count in range(MOST, 1, -1):
        ticks = scaled_ticks(scale, ends, count, linear)
        places = [(scale.place(value) - start) / (end - start) * width for value in ticks.values]
        needed = [measure(label, size) + 1.5 * size * POINT for label in ticks.labels]
        pairs = zip(pairwise(places), pairwise(needed), strict=True)
        if all(there - here >= (one + other) / 2.0 for (here, there), (one, other) in pairs):
            break
    return ticks


def ticks_along_y(scale: Scale, ends: Span, height: float, size: float) -> Ticks:
    """Return ticks along `height` inches of a y axis from one end to the other, labelled at `size` points."""
    linear = partial(y_ticks, *ends, height, size)
    if scale.is_linear:
        return linear()
    return scaled_ticks(scale, ends, min(int(height / (2.0 * size * POINT)), MOST), linear)


def scaled_ticks(scale: Scale, ends: Span, most: int, linear: Callable[[], Ticks]) -> Ticks:
    """Return at most about `most` ticks between `ends`: powers of ten, or 2 and 5 times them too where they are few.

    On a symlog scale there is zero, and powers on both its sides.  A range that has too few of all has `linear` ticks.
    """
    low, high = ends
    powers = _powers(scale, low, high)
    step = max(1, math.ceil(len(powers) * _sides(scale, low, high) / max(most, 2)))
    values = _inside([10.0**power for power in powers if power % step == 0], scale, low, high)
    if len(values) < 2 and len(powers) >= 2:
        step, values = 1, _inside([10.0**power for power in powers], scale, low, high)
    if len(values) < 2:
        numbers = [factor * 10.0**power for power in _around(powers, high) for factor in (1.0, 2.0, 5.0)]
        step, values = 1, _inside(numbers, scale, low, high)
    values = _apart(values, scale, ends, most)
    if len(values) < 2:
        return linear()
    fine = len(powers) <= MOST_FINE and step == 1
    between = [factor * 10.0**power for power in _around(powers, high) for factor in range(2, 10)] if fine else []
    minor = tuple(value for value in _inside(between, scale, low, high) if value not in values)
    return Ticks(tuple(values), tuple(map(_label, values)), minor)


def _powers(scale: Scale, low: float, high: float) -> range:
    """The powers of ten in the range, those beyond the linear part of a symlog scale."""
    least = low if scale.kind == "log" else scale.threshold
    largest = max(abs(low), abs(high))
    if least > largest:
        return range(0)
    return range(math.ceil(math.log10(least) - 1e-9), math.floor(math.log10(largest) + 1e-9) + 1)


def _around(powers: range, high: float) -> range:
    """`powers` with the one below; if there is none, the one below `high`."""
    if powers:
        return range(powers[0] - 1, powers[-1] + 1)
    power = math.floor(math.log10(high)) if high > 0.0 else 0
    return range(power, power + 1)


def _sides(scale: Scale, low: float, high: float) -> int:
    return 2 if scale.kind == "symlog" and low < 0.0 < high else 1


def _inside(sizes: list[float], scale: Scale, low: float, high: float) -> list[float]:
    """The ticks of these sizes in the range, on a symlog scale of both signs and beyond its linear part, with zero."""
    sizes = [float(f"{size:.3g}") for size in sizes]
    if scale.kind == "symlog":
        beyond = [size for size in sizes if size >= scale.threshold * (1.0 - 1e-9)]
        sizes = [*(-size for size in reversed(beyond)), 0.0, *beyond]
    slack = 1e-9
    return [size for size in sizes if low - slack * abs(low) <= size <= high + slack * abs(high)]


def _apart(values: list[float], scale: Scale, ends: Span, most: int) -> list[float]:
    """`values` without those beside the zero of a symlog scale that stand too close to it for so many ticks."""
    start, end = scale.span(*ends)
    least = LEAST_GAP * (end - start) / max(most, 2)
    return [value for value in values if not value or scale.kind == "log" or abs(scale.place(value)) >= least]


def _label(value: float) -> str:
    size = abs(value)
    text = f"{value:g}" if not value or _PLAIN_FROM <= size < _PLAIN_TO else f"{value:.0e}"
    return text.replace("e-0", "e-").replace("e+0", "e").replace("e+", "e").replace("-", "\u2212")
