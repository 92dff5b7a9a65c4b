"""The check of a gradient, and of a Hessian, that somebody wrote: formulas, or the numbers of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

import numpy as np

from lossplot._curves.checks.differences import Estimate, compare_numbers, derivative_of_table
from lossplot._curves.checks.given import Given, read_given
from lossplot._curves.checks.gradient import compare_formulas, has_interval
from lossplot._curves.checks.verdict import Verdict, What
from lossplot._curves.curve import Curve
from lossplot._errors import RequestError, Words, quote
from lossplot._formula.evaluate import Array

# Fewest rows of a table whose differences say anything.
FEWEST_ROWS = 7


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on what was `given` for a derivative of `loss`."""

    loss: Curve
    given: Given
    text: str
    verdict: Verdict


def check_derivative(losses: Sequence[Curve], text: str, order: int) -> Finding:
    """Check the derivative of this order that `text` is, for each of `losses`; the first that is wrong decides.

    Raises RequestError for a text that cannot be read.
    """
    if not text.strip():
        what = "gradient" if order == 1 else "hessian"
        example = Words(f"--{what} '-1/p'", f"{what}='-1/p'")
        raise RequestError(f"{what} {quote(text)} is no formula; write one, as in ", example)
    findings = [
        Finding(loss, given, text, compare_formulas(loss, given))
        for loss in losses
        for given in read_given(text, loss, order)
    ]
    wrong = [finding for finding in findings if not finding.verdict.equal]
    chosen = (wrong or findings)[0]
    shown = {name: chosen.loss.parameters[name] for name in chosen.loss.given} if len(losses) > 1 else {}
    if len(findings) > len(losses):
        shown["y"] = chosen.given.sign
    notes = next((finding.verdict.notes for finding in findings if finding.verdict.notes), ())
    verdict = replace(chosen.verdict, parameters=tuple(shown.items()))
    return replace(chosen, verdict=verdict if wrong else replace(verdict, notes=notes))


def check_table(columns: Mapping[What | Literal["x", "value"], Array], loss: Curve | None) -> dict[What, Verdict]:
    """Check the gradient, and the Hessian, in the columns of a table.

    They are compared with the exact ones of a `loss` if there is one, else with differences of the values.
    Raises RequestError for a table with too few rows, or an x that comes twice.
    """
    order = np.argsort(columns["x"], kind="stable")
    x = columns["x"][order]
    if not np.isfinite(x).all():
        raise RequestError("the column x must be numbers in every row; remove the others")
    if len(x) < FEWEST_ROWS and loss is None:
        raise RequestError(f"{len(x)} rows are too few for differences; give {FEWEST_ROWS} or more, or the loss too")
    if np.any(np.diff(x) == 0.0):
        raise RequestError(f"x = {x[:-1][np.diff(x) == 0.0][0]:g} comes twice; remove one of the rows")
    verdicts: dict[What, Verdict] = {}
    for name, source, number in (("gradient", "value", 1), ("hessian", "gradient", 2)):
        what = cast(What, name)
        if what not in columns:
            continue
        if loss is None:
            values = columns[cast(What, source)][order]
            _check_finite(values, source)
            estimate = derivative_of_table(x, values)
        else:
            estimate = exact_derivative(loss, x, number)
        verdicts[what] = compare_numbers(what, x, columns[what][order], estimate)
    return verdicts


def _check_finite(values: Array, name: str) -> None:
    if not np.isfinite(values).all():
        raise RequestError(f"the column {name} must be numbers in every row; remove the others")


def exact_derivative(loss: Curve, x: Array, order: int) -> Estimate:
    """The exact derivative at `x`, at a kink the interval of those beside it."""
    jet = loss.jet(x)
    low = (jet.slope if order == 1 else jet.curvature).copy()
    high = low.copy()
    for knot in loss.knots(float(x.min()), float(x.max())):
        here = x == knot.x
        if has_interval(knot, order):
            low[here], high[here] = min(knot.left, knot.right), max(knot.left, knot.right)
        elif knot.kind != "curvature":
            low[here] = high[here] = np.nan
    return Estimate(low, high, np.zeros_like(x))
