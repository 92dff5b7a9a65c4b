"""Numbers that keep names off each other: apart along a line, or on as few levels as may be."""

from __future__ import annotations

from collections.abc import Sequence


def spread(targets: Sequence[float], gap: float, low: float, high: float) -> list[float] | None:
    """Numbers in [low, high], each at least `gap` above the one before; None if there is no room.

    They are the nearest to `targets`, which rises, by least squares: less `gap` a step, they are its
    isotonic regression (pool adjacent violators), which may be clipped afterwards.
    """
    slack = high - low - (len(targets) - 1) * gap
    if slack < 0.0:
        return None
    pools: list[tuple[float, int]] = []
    for index, number in enumerate(targets):
        total, count = number - index * gap, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            pooled, several = pools.pop()
            total, count = total + pooled, count + several
        pools.append((total, count))
    levels = [min(max(total / count, low), low + slack) for total, count in pools for _ in range(count)]
    return [level + index * gap for index, level in enumerate(levels)]


def stagger(poles: Sequence[float], reach: Sequence[float]) -> list[int]:
    """The lowest levels, from 0, for flags that reach so far to the right of their `poles`, which stand in this order.

    No flag lies on another, and none on the pole of one that flies higher.
    """
    levels: dict[int, int] = {}
    for i in reversed(range(len(poles))):
        below = [levels[j] for j in levels if poles[j] <= poles[i] + reach[i]]
        levels[i] = max(below, default=-1) + 1
    return [levels[i] for i in range(len(poles))]
