"""Lines across a panel, from edge to edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from lossplot._figure.drawing import Line
from lossplot._figure.looks import Look
from lossplot._figure.sampling import View
from lossplot._formula.evaluate import Array


def across(view: View, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Array]:
    """Vertical lines at `xs` and horizontal ones at `ys` from edge to edge of `view`, shape (2, 2), if it has them."""
    yield from (np.array([(x, view.bottom), (x, view.top)]) for x in xs if view.left <= x <= view.right)
    yield from (np.array([(view.left, y), (view.right, y)]) for y in ys if view.bottom <= y <= view.top)


def zero_lines(view: View, look: Look) -> list[Line]:
    """Return the axes through zero, those that `view` has."""
    return [Line("zero line", points, look.axis, look.thin) for points in across(view, (0.0,), (0.0,))]
