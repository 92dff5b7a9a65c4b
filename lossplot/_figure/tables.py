"""The request for a table of numbers: which curves, which of their quantities, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lossplot._curves.panels import PANELS, Panel
from lossplot._errors import RequestError, Words, quote

if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._formula.evaluate import Array

MOST_POINTS = 100_000
MOST_CURVES = 1_000
DEFAULT_POINTS = 13


def panels_asked(derivative: bool, second_derivative: bool, weight: bool, chance: float | None) -> tuple[Panel, ...]:
    """Return the quantities in their order: the loss, and those asked for; a second derivative brings the first."""
    asked = (True, derivative or second_derivative, second_derivative, weight, chance is not None)
    return tuple(panel for panel, is_asked in zip(PANELS, asked, strict=True) if is_asked)


def curves_asked(
    curves: Sequence[Curve], panels: Sequence[Panel], chance: float | None, both_labels: bool
) -> list[Curve]:
    """Return the curves of a table, each once and with `both_labels` as two.

    Raises RequestError where one of them has no such quantity or label, or where they are too many.
    """
    from lossplot._curves.moves import for_both_labels
    from lossplot._curves.panels import check_panels
    from lossplot._curves.parse import check_count
    from lossplot._figure.resolve import check_labels

    listed = list(dict.fromkeys(curves))
    if both_labels:
        check_labels(chance is not None)
        listed = [each for curve in listed for each in for_both_labels(curve)]
        check_count(len(listed), MOST_CURVES)
    check_panels(panels, listed)
    return listed


def points_asked(
    curves: Sequence[Curve],
    at: Sequence[float] | None,
    x_range: tuple[float, float] | None,
    count: float | None,
) -> Array:
    """Return x of shape (n,): those of `at`, or as many as `count` in `x_range` or, without it, in the usual view.

    Raises RequestError for both, for too many, and for curves of two axes without `at`.
    """
    import numpy as np

    from lossplot._curves.moves import same_axis
    from lossplot._figure.limits import x_limits

    if at is not None:
        if x_range is not None or count is not None:
            where = Words("--at", "at"), " says where, and so do ", Words("--range", "range"), " and "
            raise RequestError(*where, Words("--points", "points"), "; give one or the other")
        if len(at) > MOST_POINTS:
            raise RequestError(f"{MOST_POINTS} points is the most for one table; this is {len(at)}")
        return np.array(at, dtype=np.float64)
    count = DEFAULT_POINTS if count is None else count
    if count % 1 or not 2 <= count <= MOST_POINTS:
        raise RequestError(f"points must be a whole number from 2 to {MOST_POINTS}, not {quote(f'{count:g}')}")
    axis = same_axis(curves)
    low, high = x_range or (axis.view if axis.target is None else x_limits(curves))
    return np.linspace(low, high, int(count))
