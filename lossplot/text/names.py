"""The names of the curves of a figure, one by one and together, and of its panels."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot.curves.curve import Curve, short
from lossplot.curves.panels import QUANTITIES, Panel
from lossplot.text.language import ENGLISH, Language


def label(curve: Curve, language: Language = ENGLISH) -> str:
    """The words that name a curve in a figure: `huber (δ = 2)`."""
    values = [f"{language.parameter(name)} = {short(curve.parameters[name])}" for name in curve.given]
    return language.curve(curve.name, ", ".join(values))


def panel_name(panel: Panel, chance: float | None, language: Language) -> str:
    """The words beside a panel: `second derivative`, and `risk at η = 0.7` of a risk for a `chance` of the label +1."""
    row = QUANTITIES[panel]
    return language("risk at η = {eta}", eta=short(chance or 0.0)) if row.of_risk else language(row.label)


def together(curves: Sequence[Curve], language: Language) -> str:
    """`hinge and huber (δ = 2)`, and of curves that differ in one parameter `huber (δ = 1, 2 and 3)`."""
    varied = _varied(curves)
    if not varied:
        return language.listed([label(curve, language) for curve in curves])
    values = []
    for name in curves[0].given:
        each = [short(curve.parameters[name]) for curve in (curves if name == varied else curves[:1])]
        values.append(f"{language.parameter(name)} = {language.listed(each)}")
    return language.curve(curves[0].name, ", ".join(values))


def _varied(curves: Sequence[Curve]) -> str | None:
    """The one parameter that sets several curves of one name apart."""
    first, *others = curves
    if not others or any((other.name, other.given) != (first.name, first.given) for other in others):
        return None
    varied = [name for name in first.given if len({curve.parameters[name] for curve in curves}) > 1]
    return varied[0] if len(varied) == 1 else None
