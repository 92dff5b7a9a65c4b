"""Round numbers along an axis, with their labels."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lossplot._figure.layout.boxes import POINT, Measure


@dataclass(frozen=True, slots=True)
class Ticks:
    values: tuple[float, ...]
    labels: tuple[str, ...]
    # Lines without labels, between the others.
    minor: tuple[float, ...] = ()


def y_ticks(low: float, high: float, height: float, size: float) -> Ticks:
    """Ticks along `height` inches of a y axis, labelled at `size` points."""
    ticks = round_ticks(low, high, min(int(height / (2.8 * size * POINT)), 6))
    apart = height * (ticks.values[1] - ticks.values[0]) / (high - low)
    if len(ticks.values) > 2 and apart < 1.2 * size * POINT:
        return Ticks(ticks.values[::2], ticks.labels[::2])
    return ticks


def x_ticks(low: float, high: float, width: float, size: float, measure: Measure) -> Ticks:
    """Ticks along `width` inches of an x axis, as many as stand side by side."""
    for count in range(7, 1, -1):
        ticks = round_ticks(low, high, count)
        if sum(measure(label, size) + 1.5 * size * POINT for label in ticks.labels) <= width:
            break
    return ticks


def round_ticks(low: float, high: float, count: int) -> Ticks:
    """About `count` round numbers in [low, high], at least two, a step of 1, 2 or 5 times a power of ten apart."""
    rough = (high - low) / max(count, 2)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [factor * power for factor in (10.0, 5.0, 2.0, 1.0, 0.5, 0.2)]
    fine = [step for step in steps if step >= rough * (1 - 1e-9)]
    for step in steps[len(fine) - 1 :]:
        slack = 1e-6 * step
        numbers = range(math.ceil((low - slack) / step), math.floor((high + slack) / step) + 1)
        if len(numbers) >= 2:
            break
    # 3 * 0.2 is not quite 0.6.
    values = tuple(round(number * step, 1 - math.floor(math.log10(step))) for number in numbers)
    greatest = max(map(abs, values))
    return Ticks(values, tuple(_tick_label(value, step, greatest) for value in values))


def _tick_label(value: float, step: float, greatest: float) -> str:
    """Write `value` to the digit of `step`: as a decimal, or with an exponent if the greatest of its axis has one."""
    finest, first = (math.floor(math.log10(each) + 1e-9) for each in (step, greatest))
    if 1e-5 <= greatest < 1e6:
        text = f"{value:.{max(0, -finest)}f}"
    else:
        mantissa, _, exponent = f"{value:.{max(0, first - finest)}e}".partition("e")
        text = f"{mantissa}e{int(exponent)}" if value else "0"
    return text.replace("-", "\u2212")
