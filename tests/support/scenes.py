"""Scenes and prepared figures from options given as keywords."""

from __future__ import annotations

from lossplot._curves.curve import Curve, default_curve
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.scene import PanelScene, Scene
from lossplot._formats.mpl.figure import Prepared, prepare
from lossplot._losses import LOSSES

MARGINS = [loss.name for loss in LOSSES.values() if loss.axis.name == "margin"]
PROBABILITIES = [loss.name for loss in LOSSES.values() if loss.axis.name == "probability"]


def scene(losses: str, **options: str | bool) -> Scene:
    return resolve(read_spec(losses.split(), words(options))).scene


def prepared(losses: str, **options: str | bool) -> Prepared:
    return prepare(resolve(read_spec(losses.split(), words(options))))


def words(options: dict[str, str | bool]) -> dict[str, str | bool | None]:
    return {name.replace("_", "-"): value for name, value in options.items()}


def panel(name: str, losses: str, **options: str | bool) -> PanelScene:
    [result] = [each for each in scene(losses, **options).panels if each.panel == name]
    return result


def points(panel_scene: PanelScene) -> list[tuple[object, object]]:
    """Return the marked points of a panel, to compare with numbers or approximations."""
    return [(mark.x, mark.y) for mark in panel_scene.marks]


def curve(name: str) -> Curve:
    return default_curve(LOSSES[name])
