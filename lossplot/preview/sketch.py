"""One curve in its usual view, drawn in characters."""

from __future__ import annotations

from lossplot.curves import Curve
from lossplot.limits import x_limits, y_limits
from lossplot.preview.drawing import draw
from lossplot.sampling import View, sample
from lossplot.scene import PanelScene, Scene

_COLUMNS, _ROWS = 60, 16


def sketch(curve: Curve) -> list[str]:
    """The lines of a small drawing of `curve`."""
    left, right = x_limits([curve])
    view = View(left, right, *y_limits([curve], 0, left, right))
    panel = PanelScene("loss", view, (sample(curve, 0, view),))
    return draw(Scene((curve,), (panel,)), (), _COLUMNS, _ROWS, None).splitlines()
