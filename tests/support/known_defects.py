"""Known defects: each in words, where it shows, and a case that fails until it is mended.

A law leaves out the examples that are `excused`.  The case of each defect is tried by the law's own check and must
fail, so that none stays here that is mended: its line then goes, and the law holds everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import pytest
from _pytest.mark import ParameterSet

from lossplot.curves.curve import Curve
from lossplot.curves.parse import read_curves

# Which law does not hold: the numbers of a loss are exact to rounding, for any parameters, or those of a function, or
# those in the golden file; knots are where they should be, and no others; traces follow the curve.
Law = Literal["exact", "function", "golden", "knots", "trace"]
Numbers = Mapping[str, float]
# Where a law is not asked for: by the parameters, and at which point, or with which derivative between which ends.
Where = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect of a loss or a function, with the case that shows it: `spec` at `place`.

    `loses` is how many times more is lost than rounding may lose, if it is known.
    """

    law: Law
    name: str
    words: str
    where: Where
    spec: str
    place: tuple[float, ...]
    loses: float = math.inf

    @property
    def curve(self) -> Curve:
        [curve] = read_curves([self.spec])
        return curve


def _exact(loss: str, words: str, where: Where, spec: str, x: float, loses: float = math.inf) -> Defect:
    return Defect("exact", loss, words, where, spec, (x,), loses)


def _golden(loss: str, words: str, where: Where, spec: str, x: float, order: int) -> Defect:
    return Defect("golden", loss, words, where, spec, (x, order))


def _knots(loss: str, words: str, where: Where, spec: str, low: float, high: float) -> Defect:
    return Defect("knots", loss, words, where, spec, (low, high))


def _trace(loss: str, words: str, where: Where, spec: str, left: float, right: float, order: int) -> Defect:
    return Defect("trace", loss, words, where, spec, (left, right, order))


def _power_is_far(by: Numbers) -> bool:
    """Return True if a Tweedie deviance's power is large, or next to one that has a formula of its own."""
    return abs(by["power"]) > 5.0 or min(abs(by["power"] - pole) for pole in (0.0, 1.0, 2.0)) < 0.01


DEFECTS = (
    _exact(
        "lorenz", "its curvature crosses zero at 0, where 1 - m rounds", lambda _, x: abs(x) < 0.01, "lorenz", -1e-8
    ),
    _exact(
        "c-loss",
        "its curvature crosses zero at 0, where 1 - m rounds",
        lambda _, x: abs(x) < 0.01,
        "c-loss:sigma=1",
        8e-10,
    ),
    _exact(
        "info-nce",
        "the exponent is rounded: one over the temperature times a difference of two similarities",
        lambda by, _: by["temperature"] < 0.02,
        "info-nce:temperature=0.0019:negatives=20:negative=-1",
        0.001,
    ),
    _exact(
        "tolerant",
        "the exponent of exp(-a/b) is rounded",
        lambda by, _: by["a"] > 100.0 * by["b"],
        "tolerant:a=98.3:b=0.163",
        1e-7,
    ),
    _exact(
        "alpha-loss",
        "the exponent of p^(1 - 1/alpha) is rounded, and overflows before the loss does",
        lambda by, x: abs(math.log(x)) > 200.0 * by["alpha"],
        "alpha-loss:alpha=0.002",
        0.24,
    ),
    _exact(
        "balanced-l1",
        "it cancels where gamma is far below alpha",
        lambda by, _: by["gamma"] < 0.1 * by["alpha"],
        "balanced-l1:alpha=10:gamma=0.001",
        3.0,
    ),
    _exact(
        "tukey-quartic",
        "it cancels for small k, and towards c",
        lambda by, x: by["k"] < 1.0 or abs(x) > 0.5 * by["c"],
        "tukey-quartic:c=50:k=0.002",
        3.0,
    ),
    _exact(
        "tweedie-deviance",
        "it cancels or overflows for powers far from 1 and 2, and next to 0, 1 and 2",
        lambda by, _: _power_is_far(by),
        "tweedie-deviance:target=3:power=1.99999",
        18.0,
    ),
    _exact(
        "hampel",
        "it cancels where c is far above a",
        lambda by, _: by["c"] > 1e3 * by["a"],
        "hampel:a=0.003:b=0.008:c=80",
        -0.009,
    ),
    _exact("tsallis", "it cancels for q next to 1", lambda by, _: abs(by["q"] - 1.0) < 0.01, "tsallis:q=1.00001", 0.3),
    _exact(
        "generalized-smooth-hinge",
        "it cancels for small alpha",
        lambda by, _: by["alpha"] < 0.01,
        "generalized-smooth-hinge:alpha=0.0001",
        0.5,
    ),
    _exact(
        "negative-binomial",
        "it cancels for large alpha and target",
        lambda by, _: by["alpha"] * by["target"] > 10.0,
        "negative-binomial:target=30:alpha=50",
        22.0,
    ),
    _exact(
        "bce-logits",
        "its slope crosses zero next to 0 where the target is a half",
        lambda by, x: abs(x) < 0.01 and abs(by["target"] - 0.5) < 1e-9,
        "bce-logits:target=0.5",
        7e-10,
    ),
    _exact(
        "probit", "the curvature of log Phi cancels from -5 to -3", lambda _, x: -5.0 < x < -3.0, "probit", -4.9, 16.0
    ),
    Defect(
        "function",
        "log_ndtr",
        "its curvature cancels from -5 to -3",
        lambda _, x: -5.0 < x < -3.0,
        "log_ndtr(x)",
        (-4.9,),
        16.0,
    ),
    _golden(
        "lorenz",
        "its curvature crosses zero at 0, where 1 - m rounds",
        lambda _, x, order: order == 2 and abs(x) <= 1e-8,
        "lorenz",
        1e-8,
        2,
    ),
    _golden(
        "tukey-quartic",
        "it cancels beside +-c",
        lambda by, x, order: order == 1 and abs(x) > 0.99 * by["c"],
        "tukey-quartic:c=3.61752:k=4.0",
        3.61751999,
        1,
    ),
    _knots(
        "balanced-l1",
        "rounding makes false knots where gamma is far above alpha",
        lambda by, *_: by["gamma"] > 100.0 * by["alpha"],
        "balanced-l1:alpha=0.01:gamma=5",
        -200.0,
        200.0,
    ),
    _knots(
        "tukey-quartic",
        "rounding makes false knots for small k",
        lambda by, *_: by["k"] < 1.0,
        "tukey-quartic:c=6.344565741657861:k=0.0073547218613924685",
        -200.0,
        200.0,
    ),
    _knots(
        "hampel",
        "rounding makes false knots where c is far above a",
        lambda by, *_: by["c"] > 1e3 * by["a"],
        "hampel:a=0.0017:b=0.0028:c=66",
        -200.0,
        200.0,
    ),
    _knots(
        "expectile",
        "what changes at its corner is less than what is rounded there, where tau is next to a half",
        lambda by, *_: 0.0 < abs(by["tau"] - 0.5) < 1e-9,
        "expectile:tau=0.5000000000000001",
        -200.0,
        200.0,
    ),
    _knots(
        "quantile-huber",
        "what changes at its corner is less than what is rounded there, where tau is next to a half",
        lambda by, *_: 0.0 < abs(by["tau"] - 0.5) < 1e-9,
        "quantile-huber:tau=0.5000000000000001",
        -200.0,
        200.0,
    ),
    _knots(
        "tweedie-deviance",
        "rounding makes false knots where its two forms meet, for powers far from 1 and 2",
        lambda by, *_: _power_is_far(by),
        "tweedie-deviance:target=64.64229050647575:power=83.8672640548669",
        0.0,
        200.0,
    ),
    _trace(
        "periodic",
        "there are more waves than points",
        lambda by, *_: by["period"] < 0.5,
        "periodic:period=0.1",
        -2.88,
        7.92,
        2,
    ),
    _trace(
        "c-loss",
        "what is far narrower than the view is missed, or drawn with corners",
        lambda by, *_: by["sigma"] < 0.01,
        "c-loss:sigma=0.005",
        -8.0,
        3.0,
        2,
    ),
    _trace(
        "tweedie-deviance",
        "digits are lost in the loss itself for powers far from 1 and 2, and next to 0, 1 and 2",
        lambda by, *_: _power_is_far(by),
        "tweedie-deviance:target=1.5:power=90",
        1.6,
        4.6,
        2,
    ),
)


def loses(law: Law, name: str, parameters: Numbers, *place: float) -> float:
    """The factor by which errors exceed rounding: 1 without a known defect, infinite if all digits may be lost."""
    matches = (defect for defect in DEFECTS if (defect.law, defect.name) == (law, name))
    return max((defect.loses for defect in matches if defect.where(parameters, *place)), default=1.0)


def excused(law: Law, curve: Curve, *place: float) -> bool:
    """Return True if the law is known not to hold there at all."""
    return math.isinf(loses(law, curve.loss.name, curve.parameters, *place))


def defects(law: Law) -> list[ParameterSet]:
    """Those of `law`, for a test that tries the case of each."""
    return [
        pytest.param(
            defect,
            marks=pytest.mark.xfail(strict=True, reason=defect.words, raises=AssertionError),
            id=defect.name,
        )
        for defect in DEFECTS
        if defect.law == law
    ]
