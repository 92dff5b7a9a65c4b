"""Curves as code for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from lossplot.curves.axes import onto_axis
from lossplot.curves.curve import Curve
from lossplot.errors import RequestError
from lossplot.formula.code.boosting import BOOSTERS, Booster
from lossplot.formula.code.dialects import Language
from lossplot.formula.code.module import LANGUAGES, Signature, code

# What a curve can be written for: languages, and libraries of boosted trees.
TARGETS: Sequence[str] = (*LANGUAGES, *BOOSTERS)


def code_of(curves: Sequence[Curve], target: str) -> str:
    """Write `curves` for a target: functions of them all, or the one objective that they are.

    Raises RequestError for a booster where the curves are more than one objective, or one that it cannot have.
    """
    if target not in BOOSTERS:
        return "\n\n".join(curve_code(curve, cast(Language, target)) for curve in curves)
    from lossplot.curves.boosting import curve_objective

    objectives = [*dict.fromkeys(curve_objective(curve, cast(Booster, target)) for curve in curves)]
    if len(objectives) > 1:
        raise RequestError(
            f"{target} takes one objective at a time, and this is {len(objectives)}; give each parameter one value"
        )
    return objectives[0]


def curve_code(curve: Curve, language: Language) -> str:
    """Write the function that computes `curve`, with its parameters as arguments, and its derivative.

    It is called as the loss is; a formula without a label is called `loss`.
    """
    tree = onto_axis(curve.loss.tree, curve.loss.axis, curve.axis)
    return code(signature(curve), tree, language).rstrip()


def signature(curve: Curve) -> Signature:
    """The name, the variable and the parameters of the function that computes `curve`."""
    loss = curve.loss
    name = curve.label or ("loss" if loss.is_typed else loss.name)
    summary = loss.name if loss.is_typed else loss.summary
    return Signature(name, curve.axis.variable, curve.parameters, summary)
