"""Losses of a score x for ordered classes 1, 2, 3 and so on, with thresholds between them in equal steps about zero."""

from dataclasses import replace
from functools import partial

from lossplot._losses.entry import POSITIVE, SCORE, Interval, Loss, Parameter

_WHOLE = Interval(1.0, low_closed=True)
# As many terms as a sum may have.
_MOST = 1000.0
_loss = partial(
    Loss,
    "",
    axis=replace(SCORE, view=(-5.0, 5.0)),
    parameters=(
        Parameter("target", 3.0, _WHOLE, integer=True, most=_MOST),
        Parameter("classes", 5.0, Interval(2.0, low_closed=True), integer=True, most=_MOST),
        Parameter("step", 1.0, POSITIVE),
    ),
    requires="target <= classes",
)
# The thresholds below and above the target, and the middle between them.
_BELOW, _ABOVE = "step*(target - 1 - classes/2)", "step*(target - classes/2)"
_MIDDLE = "step*(target - (classes + 1)/2)"
# What is computed as pairs of thresholds about the middle, for their slopes nearly cancel: all if steps are small, and
# those about zero.
_IS_PAIRED = "abs(2*target - 1 - classes)*max(0, step - 1) <= 0"
_PAIRS = (
    f"softplus2sum(x - {_MIDDLE}, step, min(target - 1, classes - target))"
    " + softplussum(sign(classes + 1 - 2*target)*x, step, classes/2 - abs(classes + 1 - 2*target), classes/2 - 1)"
)
# The logistic loss at all thresholds, and at these two, of which the first and the last class have but one.
_AT_ALL = (
    "softplussum(-x, step, classes/2 - target + 1, classes/2 - 1)"
    " + softplussum(x, step, target - classes/2, classes/2 - 1)"
)
_AT_TWO = f"softplus2(x - {_MIDDLE}, step/2) if {_IS_PAIRED} else softplus({_BELOW} - x) + softplus(x - {_ABOVE})"
# And less the logarithm of 1 - exp(-step), which makes the probabilities of the classes add up to one.
_AT_TWO_LOGIT = (
    f"log1p(1/expm1(step)) + softplus2(x - {_MIDDLE}, step/2) if {_IS_PAIRED}"
    f" else log1p(1/expm1(step)) + softplus({_BELOW} - x) + softplus(x - {_ABOVE})"
)
_AT_ONE = f"softplus(x - {_ABOVE}) if target < classes else softplus({_BELOW} - x)"
_SLOPE = (
    f"1/(1 + exp({_ABOVE} - x)) - 1/(1 + exp(x - ({_BELOW}))) if 1 < target < classes"
    f" else 1/(1 + exp({_ABOVE} - x)) if target < classes else -1/(1 + exp(x - ({_BELOW})))"
)

LOSSES = {
    "all-threshold": _loss(
        f"{_PAIRS} if {_IS_PAIRED} else {_AT_ALL}",
        textbook=_AT_ALL,
        title="All-threshold",
        summary="Ordinal regression: a logistic loss for each threshold, so that farther classes cost more.",
        source="Rennie & Srebro 2005, Loss Functions for Preference Levels",
        aliases=("logistic-at", "ordinal"),
    ),
    "immediate-threshold": _loss(
        f"({_AT_TWO}) if 1 < target < classes else {_AT_ONE}",
        textbook=f"log(1 + exp({_BELOW} - x)) + log(1 + exp(x - {_ABOVE})) if 1 < target < classes"
        f" else log(1 + exp(x - {_ABOVE})) if target < classes else log(1 + exp({_BELOW} - x))",
        derivative=_SLOPE,
        title="Immediate-threshold",
        summary="Ordinal regression: a logistic loss for the two thresholds around the right class alone.",
        source="Rennie & Srebro 2005, Loss Functions for Preference Levels",
        aliases=("logistic-it",),
    ),
    "immediate-threshold-hinge": _loss(
        f"max(0, 1 + {_BELOW} - x) + max(0, 1 + x - {_ABOVE}) if 1 < target < classes"
        f" else max(0, 1 + x - {_ABOVE}) if target < classes else max(0, 1 + {_BELOW} - x)",
        derivative=f"sign(1 + x - {_ABOVE})/2 - sign(1 + {_BELOW} - x)/2 if 1 < target < classes"
        f" else 1/2 + sign(1 + x - {_ABOVE})/2 if target < classes else -1/2 - sign(1 + {_BELOW} - x)/2",
        title="Immediate-threshold hinge",
        summary="Ordinal regression by support vectors: a hinge for the two thresholds around the right class.",
        source="Chu & Keerthi 2005, New Approaches to Support Vector Ordinal Regression; Rennie & Srebro 2005",
        aliases=("svor-exc", "svorex"),
    ),
    "cumulative-logit": _loss(
        f"({_AT_TWO_LOGIT}) if 1 < target < classes else {_AT_ONE}",
        textbook=f"log(1 + exp({_BELOW} - x)) + log(1 + exp(x - {_ABOVE})) - log(1 - exp(-step))"
        " if 1 < target < classes"
        f" else log(1 + exp(x - {_ABOVE})) if target < classes else log(1 + exp({_BELOW} - x))",
        derivative=_SLOPE,
        title="Cumulative logit",
        summary="Proportional odds: minus the log-probability of the right class, whose thresholds are fixed.",
        source="McCullagh 1980, Regression Models for Ordinal Data",
        aliases=("proportional-odds", "ordered-logit", "ordinal-logistic"),
    ),
}
