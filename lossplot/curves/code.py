"""Curves as code for other programs."""

from __future__ import annotations

from lossplot.curves.axes import onto_axis
from lossplot.curves.curve import Curve
from lossplot.formula.code.dialects import Language
from lossplot.formula.code.module import Signature, code


def curve_code(curve: Curve, language: Language) -> str:
    """Write the function that computes `curve`, with its parameters as arguments, and its derivative.

    It is called as the loss is; a formula without a label is called `loss`.
    """
    loss = curve.loss
    name = curve.label or ("loss" if loss.is_typed else loss.name)
    summary = loss.name if loss.is_typed else loss.summary
    tree = onto_axis(loss.tree, loss.axis, curve.axis)
    return code(Signature(name, curve.axis.variable, curve.parameters, summary), tree, language).rstrip()
