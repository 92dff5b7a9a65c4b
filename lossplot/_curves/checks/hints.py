"""Guesses at what a wrong derivative is instead: minus the derivative, twice it, that by another variable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lossplot._curves.checks.given import Given
from lossplot._curves.checks.verdict import Hint
from lossplot._curves.curve import Curve
from lossplot._curves.matches.numerals import UNKNOWN, numeral
from lossplot._formula.evaluate import Array

# To this share two functions are the same, at so many points at least.
_SAME, _FEWEST = 1e-7, 8


def hint(loss: Curve, given: Given, x: Array, own: Array) -> Hint | None:
    """Return what was given for the derivative of `loss`, whose values at `x` are `own`; None if that is not known."""
    low, high = loss.axis.view
    chosen = (x >= low) & (x <= high) & np.isfinite(own)
    x, own = x[chosen], own[chosen]
    if x.size < _FEWEST:
        return None
    with np.errstate(all="ignore"):
        jet = loss.jet(x)
        exact = jet.slope if given.order == 1 else jet.curvature
        if found := multiple(own, exact):
            return found
        others = [(Hint("size"), np.abs(exact)), (Hint("loss"), jet.value), *_by_other_variables(loss, given, x)]
        mirrored = loss.jet(-x)
        others += [(Hint("mirror"), mirrored.slope if given.order == 1 else mirrored.curvature)]
        return next((each for each, values in others if _agree(own, values)), None)


def multiple(own: Array, exact: Array) -> Hint | None:
    """Return the hint at a factor or a constant by which `own` differs from `exact`."""
    usable = np.isfinite(exact) & (exact != 0.0)
    if np.count_nonzero(usable) < _FEWEST:
        return None
    factor = float(np.median(own[usable] / exact[usable]))
    if factor and _agree(own, factor * exact):
        return Hint("sign", "-1") if abs(factor + 1.0) < _SAME else Hint("factor", numeral(factor, _SAME).words)
    constant = numeral(float(np.median(own[usable] - exact[usable])), _SAME)
    if constant.value and constant.digits < UNKNOWN and _agree(own, exact + constant.value):
        return Hint("constant", constant.words)
    return None


def _by_other_variables(loss: Curve, given: Given, x: Array) -> Iterator[tuple[Hint, Array]]:
    """The derivatives by the probability where that by the logit is asked for, and the other way round."""
    if given.order != 1:
        return
    if loss.moved_to:
        own = replace(loss, moved_to=None)
        places = 1.0 / (1.0 + np.exp(-x)) if loss.loss.axis.name == "probability" else x
        if loss.loss.axis.name == "probability":
            yield Hint("variable", "p"), own.jet(places).slope
    elif loss.axis.name == "probability":
        yield Hint("variable", "logit"), loss.jet(x).slope * x * (1.0 - x)


def _agree(one: Array, other: Array) -> bool:
    usable = np.isfinite(one) & np.isfinite(other)
    if np.count_nonzero(usable) < max(_FEWEST, 0.9 * one.size):
        return False
    one, other = one[usable], other[usable]
    near = np.abs(one - other) <= _SAME * (np.abs(one) + np.abs(other)) + 1e-9 * np.median(np.abs(other))
    return bool(np.mean(near) > 0.98) and bool(np.any(other != 0.0))
