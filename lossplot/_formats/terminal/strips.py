"""Strips of the data as panels, for drawings in characters: the lines of the curves, without the examples."""

from __future__ import annotations

from dataclasses import replace

from lossplot._figure.sampling import Trace
from lossplot._figure.scene import PanelScene, Scene
from lossplot._figure.strips import Strip


def with_strips(scene: Scene) -> Scene:
    """Return `scene` with its strips among its panels, but for that of forecasts, which belongs to no curve."""
    strips = [_panel(strip, len(scene.curves)) for strip in scene.strips if strip.panel != "reliability"]
    return replace(scene, panels=(*scene.panels, *strips))


def _panel(strip: Strip, curves: int) -> PanelScene:
    traces = tuple(
        Trace(tuple(each.points for each in strip.outlines if each.curve == curve)) for curve in range(curves)
    )
    return PanelScene("loss", strip.view, traces)
