"""FigureSpec -> what is to be seen: curves, the part of the plane each panel shows, and the traces in it."""

from __future__ import annotations

from dataclasses import dataclass

from lossplot.axes import find_axis
from lossplot.curves import Curve, same_axis
from lossplot.errors import RequestError
from lossplot.limits import x_limits, y_limits
from lossplot.reading import read_curves
from lossplot.sampling import Trace, View, sample
from lossplot.spec import PANELS, FigureSpec, Panel


@dataclass(frozen=True, slots=True)
class PanelScene:
    """One panel: its view, and the trace of each curve in it."""

    panel: Panel
    view: View
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    curves: tuple[Curve, ...]
    panels: tuple[PanelScene, ...]

    @property
    def x_label(self) -> str:
        """The axis as the curves word it, or plainly if they word it differently."""
        first = self.curves[0].axis
        same = all(curve.axis.label == first.label for curve in self.curves)
        return first.label if same else f"{first.name}  {first.variable}"

    @property
    def x_range(self) -> tuple[float, float]:
        return self.panels[0].view.left, self.panels[0].view.right


def compose(spec: FigureSpec) -> Scene:
    """Read the losses of `spec`, each once, and trace them.

    Raises RequestError where they cannot be drawn together, or not in the range asked for.
    """
    curves = tuple(dict.fromkeys(read_curves(spec.losses, axis=find_axis(spec.axis) if spec.axis else None)))
    axis = same_axis(curves)
    left, right = spec.x_range or x_limits(curves)
    if right <= axis.domain.low or left >= axis.domain.high:
        raise RequestError(
            f"{curves[0].loss.name} is defined for {axis.variable} in {axis.domain}; "
            f"the range {left:g} to {right:g} has no such point"
        )
    if "weight" in spec.panels and axis.name != "error":
        raise RequestError(
            f"the weight psi(r)/r is that of an error, not of a {axis.name} as {curves[0].name} has it; leave it out"
        )
    panels: list[PanelScene] = []
    for panel in spec.panels:
        order = PANELS.index(panel)
        limits = spec.y_range if spec.y_range and not panels else y_limits(curves, order, left, right)
        view = View(left, right, *limits)
        panels.append(PanelScene(panel, view, tuple(sample(curve, order, view) for curve in curves)))
    return Scene(curves, tuple(panels))
