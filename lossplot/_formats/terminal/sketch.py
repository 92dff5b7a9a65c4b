"""One curve in its usual view, drawn in characters."""

from __future__ import annotations

from lossplot._curves.curve import Curve
from lossplot._figure.limits import x_limits, y_limits
from lossplot._figure.sampling import View, sample
from lossplot._figure.scene import PanelScene, Scene
from lossplot._formats.terminal.drawing import Captions, draw


def sketch(curve: Curve) -> list[str]:
    """Return the lines of a small drawing of `curve`."""
    left, right = x_limits([curve])
    view = View(left, right, *y_limits([curve], "loss", left, right))
    panel = PanelScene("loss", view, (sample(curve, "loss", view),))
    return draw(Scene((curve,), (panel,)), Captions(), (60, 16), None).splitlines()
