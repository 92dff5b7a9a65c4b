"""The words of a figure, in its language: what its curves, axes and panels are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lossplot.curves.curve import Curve, short
from lossplot.curves.panels import Panel
from lossplot.figure.scene import Scene
from lossplot.figure.spec import FigureSpec
from lossplot.figure.styles import find_family
from lossplot.text.language import Language
from lossplot.text.names import label, panel_name

# What the margin axis is called by each of spec.MARGINS.
_MARGIN_LABELS = {"product": "margin  m = y·f(x)", "decision": "decision value  f(x), for y = +1"}


@dataclass(frozen=True, slots=True)
class Wording:
    """`names` are those of the curves; the legend of a family has `short_names` under a `heading` instead.

    The title and the labels of the axes are mathtext if `math`, the names if `formulas`.
    """

    title: str
    names: tuple[str, ...]
    short_names: tuple[str, ...]
    heading: str
    x_label: str
    panels: tuple[str, ...]
    math: bool
    formulas: bool

    @property
    def plain(self) -> str:
        """All that is to be drawn in the figure's own font, run together."""
        return "".join([self.title, *self.names, *self.short_names, self.heading, self.x_label, *self.panels])

    @property
    def beside_math(self) -> str:
        """The texts that are read as mathtext, run together."""
        names = self.names if self.formulas else ()
        return "".join([*names, *((self.title, self.x_label, *self.panels) if self.math else ())])


def make_wording(spec: FigureSpec, scene: Scene, language: Language) -> Wording:
    """The words that `spec` gives, and those of `language` for what it leaves open."""
    names = [_with_formula(curve, language) if spec.formula else label(curve, language) for curve in scene.curves]
    heading, short_names = _family(scene, language) if not spec.formula else ("", ())
    panels = [_panel(spec, panel, language) for panel in spec.panels]
    if spec.y_label is not None:
        panels[0] = spec.y_label
    return Wording(
        spec.title,
        tuple(names),
        short_names,
        heading,
        _x_label(spec, scene, language) if spec.x_label is None else spec.x_label,
        tuple(panels),
        spec.math,
        spec.formula,
    )


def joined(spec: FigureSpec, cells: Sequence[Wording]) -> Wording:
    """The words of a grid: its title, and those of all its `cells`."""
    return Wording(
        spec.title,
        tuple(name for cell in cells for name in cell.names),
        tuple(name for cell in cells for name in cell.short_names),
        "".join(cell.heading for cell in cells),
        "".join(cell.x_label for cell in cells),
        tuple(panel for cell in cells for panel in cell.panels),
        spec.math,
        spec.formula,
    )


def _with_formula(curve: Curve, language: Language) -> str:
    """The name with the values of all parameters, for the formula has them as letters."""
    from lossplot.formula.notation.mathtext import mathtext

    full = replace(curve, given=tuple(curve.parameters))
    templates = (language(text) for text in ("{value} if {condition}", "{value} otherwise", "; "))
    return language("{name}: {formula}", name=label(full, language), formula=mathtext(curve.loss.notation, *templates))


def _family(scene: Scene, language: Language) -> tuple[str, tuple[str, ...]]:
    """The heading and the values of the parameter, where all the curves are one family."""
    family = find_family(scene.curves)
    if not family or len(family.members) < len(scene.curves):
        return "", ()
    first, parameter = scene.curves[0], family.parameter
    fixed = ", ".join(f"{language.parameter(n)} = {short(first.parameters[n])}" for n in first.given if n != parameter)
    heading = language(
        "{name}, {parameter} =", name=language.curve(first.name, fixed), parameter=language.parameter(parameter)
    )
    return heading, tuple(short(curve.parameters[parameter]) for curve in scene.curves)


def _x_label(spec: FigureSpec, scene: Scene, language: Language) -> str:
    axis = scene.curves[0].axis
    return language(_MARGIN_LABELS[spec.margin] if axis.name == "margin" else scene.x_label)


def _panel(spec: FigureSpec, panel: Panel, language: Language) -> str:
    if panel == "loss" and spec.normalize:
        return language("loss, scaled to 1 at m = 0")
    return panel_name(panel, spec.risk, language)
