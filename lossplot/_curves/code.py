"""Curves as functions in other languages."""

from __future__ import annotations

from lossplot._curves.axes import onto_axis
from lossplot._curves.curve import Curve
from lossplot._formula.code.dialects import Language
from lossplot._formula.code.module import Signature, code
from lossplot._formula.code.sql import sql
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind


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


def curve_sql(curve: Curve, with_derivative: bool = False) -> str:
    """Write `curve`, or its derivative, as an expression of SQL in the column called as its variable.

    Raises RequestError for a function that SQL does not have.
    """
    variable = curve.axis.variable
    return sql(bind(derivative(curve.tree, variable), {}, variable) if with_derivative else curve.tree)
