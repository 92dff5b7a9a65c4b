"""Property card of a curve, computed from its formula and never asserted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.efficiency import efficiency
from lossplot._curves.inverse import inverse_of
from lossplot._curves.limits import CLOSE, EQUAL
from lossplot._curves.places import Inverse
from lossplot._curves.profile import profile
from lossplot._curves.risk import is_calibrated, is_proper
from lossplot._curves.survey import Survey
from lossplot._errors import RequestError
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Knot

Smoothness = Literal["discontinuous", "C0", "C1", "C2"]
Redescending = Literal["no", "soft", "hard"]
# What oscillates grows without bound if it is so many times as far from zero far off as near it, where it is looked at
# so often.
_GROWN, _POINTS = 1e3, 1001


@dataclass(frozen=True, slots=True)
class Card:
    """The properties of a curve; None where a property has no meaning on its axis.

    `smoothness` is of the inside of the domain, "C2" being C2 or better.  `lipschitz` is the supremum of
    |slope|; `lower` and `upper` are the infimum and supremum, attained or not; `limits` are those at the
    two ends of the domain, NaN where there is none.  `zeros`, `minimum` and `maximum` are where the value is
    0, `lower` and `upper`.  `symmetric` is about 0 for an error, and about the target for a prediction that may be
    any number.
    """

    convex: bool
    smoothness: Smoothness
    lipschitz: float
    lower: float
    upper: float
    limits: tuple[float, float]
    zeros: Inverse
    minimum: Inverse
    maximum: Inverse
    symmetric: bool | None
    calibrated: bool | None = None
    monotone: bool | None = None
    redescending: Redescending | None = None
    efficiency: float | None = None
    proper: bool | None = None
    strictly_proper: bool | None = None


@cache
@np.errstate(all="ignore")
def card(curve: Curve) -> Card:
    """Compute the properties of `curve`.  Raises RequestError if it has no value anywhere."""
    course = profile(curve)
    survey = course.survey
    if not course.levels:
        raise RequestError(f"{curve.spec} has no value anywhere; a curve needs some")
    lower, upper = min(course.levels), max(course.levels)
    knots = list({knot.x: knot for reach in survey.reaches for knot in curve.knots(-reach, reach)}.values())
    jumps = any(knot.kind == "jump" for knot in knots)
    slopes = np.concatenate([survey.parts[1], survey.at(survey.crossings(2), 0)[1]])
    lipschitz = math.inf if jumps else float(np.fmax.reduce(np.abs(slopes)))
    if course.window:
        lower, upper = -_grown(-survey.parts[0], -lower), _grown(survey.parts[0], upper)
        inside = np.linspace(*course.window, _POINTS)
        lipschitz = max(lipschitz, _grown(np.abs(survey.parts[1]), float(np.max(np.abs(survey.at(inside, 0)[1])))))
    axis = curve.axis.name
    proper, strictly_proper = is_proper(survey) if axis == "probability" else (None, None)
    convex = _convex(survey, knots)
    return Card(
        convex=convex,
        smoothness=_smoothness(knots),
        lipschitz=lipschitz,
        lower=lower,
        upper=upper,
        limits=survey.limits,
        zeros=inverse_of(course, 0.0),
        minimum=inverse_of(course, lower),
        maximum=inverse_of(course, upper),
        symmetric=_symmetric(survey, centre) if (centre := _centre(curve)) is not None else None,
        calibrated=is_calibrated(survey, convex) if axis == "margin" else None,
        monotone=_monotone(survey, knots) if axis == "error" else None,
        redescending=_redescending(survey) if axis == "error" else None,
        efficiency=efficiency(curve) if axis == "error" else None,
        proper=proper,
        strictly_proper=strictly_proper,
    )


def _grown(far: Array, near: float) -> float:
    """Return the greatest number, of those `far` off and that `near` zero, of what oscillates: infinite if it grows."""
    most = float(np.fmax.reduce(far, initial=near))
    return math.inf if most > _GROWN * max(abs(near), 1.0) else most


def _smoothness(knots: Sequence[Knot]) -> Smoothness:
    kinds = {knot.kind for knot in knots}
    return "discontinuous" if "jump" in kinds else "C0" if "corner" in kinds else "C1" if kinds else "C2"


def _convex(survey: Survey, knots: Sequence[Knot]) -> bool:
    """Return True if the slope never falls, and the value never jumps."""
    if any(knot.kind == "jump" or (knot.kind == "corner" and not knot.left <= knot.right) for knot in knots):
        return False
    for piece in survey.pieces:
        x, (_, slope, curvature) = piece.x[1:-1], piece.parts[:, 1:-1]
        usual = np.maximum(np.abs(slope[1:]), np.abs(slope[:-1]))
        if np.any(curvature[:-1] * np.diff(x) < -CLOSE * usual):
            return False
    return True


def _centre(curve: Curve) -> float | None:
    """The place where the error is 0, if the axis has errors of both signs."""
    if curve.axis.name == "error":
        return 0.0
    if curve.axis.name == "prediction" and curve.domain.low == -curve.domain.high:
        return curve.parameters.get("target")
    return None


def _symmetric(survey: Survey, centre: float) -> bool:
    r = np.abs(survey.x[np.isfinite(survey.x)])
    # A sum with the centre rounds, which matters only near it.
    r = (centre + r) - centre
    left, right = (survey.at(centre + side * r, 0)[0] for side in (-1.0, 1.0))
    return bool(np.allclose(left, right, rtol=EQUAL, atol=0.0, equal_nan=True))


def _monotone(survey: Survey, knots: Sequence[Knot]) -> bool:
    """Return True if the loss never falls as |r| grows."""
    if any(knot.kind == "jump" and (knot.right - knot.left) * knot.x < 0.0 for knot in knots):
        return False
    value, slope, _ = survey.parts
    return not np.any(survey.x * slope < -EQUAL * np.abs(value))


def _redescending(survey: Survey) -> Redescending:
    """Classify how the slope comes back to zero at both ends: "hard" if it is zero from some point on."""
    first, last = survey.pieces[0], survey.pieces[-1]
    if first.parts[1, 0] != 0.0 or last.parts[1, -1] != 0.0:
        return "no"
    return "hard" if first.flat and last.flat else "soft"
