"""Families: for each loss with parameters, the values that show the effect of one of them."""

from __future__ import annotations

from lossplot._formula.notation.letters import number
from lossplot._losses import Interval, Loss
from lossplot._losses.entry import OPEN_UNIT, UNIT

# Values that a paper or a library chose, and those that stay in the view where the usual ones would not.
_ASSIGNMENTS = {
    "smoothed-hinge": "gamma=0.25,0.5,1,2",
    "savage": "k=0.5,1,2",  # 2 is Masnadi-Shirazi & Vasconcelos 2008
    "ramp": "s=-2,-1,-0.5,0,0.5",
    "dwd": "q=0.5,1,4,8",
    "lum": "c=0,0.5,1,5",
    "c-loss": "sigma=0.25,0.5,1,2",
    "hinge": "beta=0.25,0.5,1,2",
    "logistic": "beta=0.25,0.5,1,2",
    "huber": "delta=0.25,0.5,1,2",
    "smooth-l1": "beta=0.25,0.5,1,2",
    "pseudo-huber": "delta=0.25,0.5,1,2",
    "epsilon-insensitive": "epsilon=0,0.25,0.5,1",
    "squared-epsilon-insensitive": "epsilon=0,0.25,0.5,1",
    "smooth-epsilon-insensitive": "epsilon=0,0.5,1,2",
    "charbonnier": "epsilon=0.001,0.25,0.5,1",
    "power": "p=0.5,1,1.5,2,3",
    "periodic": "period=1,2,4",
    "linex": "a=-1,-0.5,0.5,1,2",
    "wing": "epsilon=0.5,1,2,3",  # Feng et al. 2018
    "adaptive-wing": "target=0,0.25,0.5,1",  # Wang, Bo & Fuxin 2019
    "interval-score": "alpha=0.05,0.1,0.2,0.5",
    "berhu": "c=0.25,0.5,1,2",
    "balanced-l1": "alpha=0.2,0.3,0.5,1",  # Pang et al. 2019
    "arctan": "c=0.5,1,1.5,2",
    "geman-mcclure": "c=0.5,1,1.5,2",
    "welsch": "c=0.5,1,1.5,2",
    "tukey-biweight": "c=2,3,4.685,6",
    "andrews-wave": "a=0.5,1,1.339,2",
    "hampel": "a=1,2,3,4",
    "truncated-quadratic": "c=1,2,3",
    "student-t": "df=1,2,4,16",
    "tukey-quartic": "k=1,2,4,8",
    "barron": "alpha=-inf,-2,0,1,2",  # Barron 2019, figure 1
    "focal": "gamma=0,0.5,1,2,5",  # Lin et al. 2017, figure 1
    "poly1": "epsilon=-1,0,1,2,4",
    "gce": "q=0.1,0.3,0.5,0.7,1",
    "alpha-loss": "alpha=0.5,1,2,10",
    "truncated-gce": "k=0.1,0.3,0.5,0.7",
    "asymmetric": "c=0,0.05,0.1,0.2",
    "focal-tversky": "gamma=0.5,0.75,1,1.5,2",
    "quality-focal": "beta=0,0.5,1,2,4",  # Li et al. 2020, figure 5
    "varifocal": "gamma=0,1,2,4",
    "ipo": "tau=0.05,0.1,0.2,0.5",
    "kto": "beta=0.1,0.3,1,3",
    "distillation": "T=1,2,4,10",
    "lsgan": "target=-1,0,1",
    "contrastive-legacy": "margin=0.5,1,1.5,2",
    "ppo-clip": "advantage=-2,-1,1,2",  # Schulman et al. 2017, figure 1
    "dual-clip-ppo": "c=1.2,1.5,1.8",
    "alpha-iou": "alpha=0.5,1,2,3",  # He et al. 2021
    "tsallis": "q=1.25,1.5,2,3",
    "taylor-ce": "order=1,2,3,6",
    "label-smoothing-ce": "epsilon=0.05,0.1,0.2,0.4",
    "symmetric-ce": "A=-2,-4,-6,-8",  # Wang et al. 2019
    "tweedie-deviance": "power=0,1.2,1.5,1.8,3",
    "msle": "target=0,1,2,4",
    "mape": "target=0.5,1,2,4",
    "gaussian-nll-log-sigma": "residual=0.5,1,1.5,2",
    "gaussian-nll-variance": "residual=0.5,1,1.5,2",
    "negative-binomial": "alpha=0.25,0.5,1,2",
    "tweedie-log": "power=1.1,1.3,1.5,1.7,1.9",
    "all-threshold": "target=1,2,3,4,5",
    "immediate-threshold": "target=1,2,3,4,5",
    "immediate-threshold-hinge": "target=1,2,3,4,5",
    "cumulative-logit": "target=1,2,3,4,5",
    "softmax-ce-gap": "classes=2,10,100,1000",
    "hinge-embedding": "margin=0.5,1,1.5,2",
    "contrastive": "margin=0.5,1,1.5,2",
    "triplet": "margin=0,0.5,1,2",
    "cosine-embedding": "margin=-0.5,0,0.5",
    "scad": "a=2.1,2.5,3.7,6",
    "mcp": "gamma=1,2,3,6",
    "elastic-net": "alpha=0,0.25,0.5,0.75,1",
    "info-nce": "temperature=0.05,0.07,0.1,0.2,0.5",
}
# The ranges in which the members of a family differ, if not in the usual one.
FAMILY_VIEWS = {
    "distillation": "-8:8",
    "ppo-clip": "0:2",
    "kto": "-10:10",
    "dwd": "-1:4",
    "lum": "-1:4",
    "pinball-hinge": "-1:3",
    "balanced-l1": "-2:2",
    "barron": "-6:6",
}
# Losses whose members all lie on one curve.
_ALIKE = ("epsilon-zero-one",)


def family(loss: Loss) -> str | None:
    """Return the words that ask for the family of `loss`, by its first parameter unless another shows more.

    None if `loss` has no parameter, or its members are all alike.
    """
    if not loss.parameters or loss.name in _ALIKE:
        return None
    if assignment := _ASSIGNMENTS.get(loss.name):
        return f"{loss.name}:{assignment}"
    parameter = loss.parameters[0]
    usual = dict.fromkeys(value for value in usual_values(parameter.interval, parameter.default) if value in parameter)
    if len(usual) == 1:
        return None
    values = ",".join(map(number, usual))
    return f"{loss.name}:{parameter.name}={values}"


def usual_values(interval: Interval, default: float) -> tuple[float, ...]:
    """Return four or five values in `interval`, from its lower end up."""
    if interval == UNIT:
        return (0.0, 0.25, 0.5, 0.75, 1.0)
    if interval == OPEN_UNIT:
        return (0.1, 0.25, 0.5, 0.75, 0.9)
    first = 0.0 if interval.low_closed else default / 2.0
    return (first, default, 2.0 * default, 4.0 * default)
