"""Numbers that keep names off each other along a line."""

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
