"""A curve drawn in characters: the same vertices as in a figure, in Braille dots."""

from __future__ import annotations

import numpy as np

from lossplot.curves import Curve
from lossplot.formula.notation import number
from lossplot.limits import x_limits, y_limits
from lossplot.sampling import View, sample

# A Braille character is two dots wide and four high; these are the bits of its dots, from the top left.
_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])
_BLANK = 0x2800


def sketch(curve: Curve, columns: int = 48, rows: int = 8) -> list[str]:
    """`curve` in its usual view, as lines of text with the limits of both axes."""
    view = View(*x_limits([curve]), *y_limits([curve], 0, *x_limits([curve])))
    dots = np.zeros((4 * rows, 2 * columns), dtype=bool)
    for piece in sample(curve, 0, view).pieces:
        x = (piece[:, 0] - view.left) / (view.right - view.left) * (2 * columns - 1)
        y = (view.top - piece[:, 1]) / (view.top - view.bottom) * (4 * rows - 1)
        along = np.append(0.0, np.cumsum(np.hypot(np.diff(x), np.diff(y))))
        fine = np.linspace(0.0, along[-1], max(2, int(3 * along[-1])))
        across, down = np.rint(np.interp(fine, along, x)), np.rint(np.interp(fine, along, y))
        inside = (down >= 0) & (down < 4 * rows)
        dots[down[inside].astype(int), across[inside].astype(int)] = True
    cells = dots.reshape(rows, 4, columns, 2).transpose(0, 2, 1, 3)
    drawn = ["".join(chr(_BLANK + int((_BITS * cell).sum())) for cell in row) for row in cells]
    labels = [f"{view.top:.3g}", *[""] * (rows - 2), f"{view.bottom:.3g}"]
    width = max(map(len, labels))
    lines = [f"{label:>{width}} │{line}" for label, line in zip(labels, drawn, strict=True)]
    ends = number(view.left), number(view.right)
    below = f"{ends[0]}{curve.axis.variable:^{columns - len(ends[0]) - len(ends[1])}}{ends[1]}"
    return [*lines, f"{'':>{width}} └{'─' * columns}", f"{'':>{width}}  {below}"]
