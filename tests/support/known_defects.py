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

from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves

# Which law does not hold: the numbers of a loss are exact to rounding, for any parameters, or those of a function, or
# those in the golden file; knots are where they should be, and no others.
Law = Literal["exact", "function", "golden", "knots"]
Numbers = Mapping[str, float]
# Where a law is not asked for: by the parameters, and at which point, or between which ends.
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
        "alpha-loss",
        "the exponent of p^(1 - 1/alpha) is rounded, and overflows before the loss does",
        lambda by, x: abs(math.log(x)) > 200.0 * by["alpha"],
        "alpha-loss:alpha=0.002",
        0.24,
    ),
    _exact(
        "bce-logits",
        "its slope crosses zero next to 0 where the target is a half",
        lambda by, x: abs(x) < 0.01 and abs(by["target"] - 0.5) < 1e-9,
        "bce-logits:target=0.5",
        7e-10,
    ),
    _golden(
        "lorenz",
        "its curvature crosses zero at 0, where 1 - m rounds",
        lambda _, x, order: order == 2 and abs(x) <= 1e-8,
        "lorenz",
        1e-8,
        2,
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
