"""Names of curves, to be placed in a legend or at the curves' ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """A name for each curve, `size` points high if there is room; those of a family are values under a `heading`.

    `measure` returns the width in inches of a text at a size in points.
    """

    texts: tuple[str, ...]
    size: float
    measure: Callable[[str, float], float]
    heading: str = ""
    formulas: bool = False
