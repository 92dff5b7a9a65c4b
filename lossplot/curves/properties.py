"""Property card of a curve, computed from its formula and never asserted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.efficiency import efficiency
from lossplot.curves.limits import CLOSE, EQUAL
from lossplot.curves.risk import is_calibrated, is_proper
from lossplot.curves.survey import Survey, join_touching, make_survey
from lossplot.formula.evaluate import Array
from lossplot.formula.knots import Knot

Smoothness = Literal["discontinuous", "C0", "C1", "C2"]
Redescending = Literal["no", "soft", "hard"]


@dataclass(frozen=True, slots=True)
class Card:
    """The properties of a curve; None where a property has no meaning on its axis.

    `smoothness` is of the inside of the domain, "C2" being C2 or better.  `lipschitz` is the supremum of
    |slope|; `lower` and `upper` are the infimum and supremum, attained or not; `limits` are those at the
    two ends of the domain, NaN where there is none.  `zeros` are closed intervals, (a, a) being a point;
    of a loss that oscillates for ever, those in the usual view.  `symmetric` is about 0, and None where
    the domain is not.
    """

    convex: bool
    smoothness: Smoothness
    lipschitz: float
    lower: float
    upper: float
    limits: tuple[float, float]
    zeros: tuple[tuple[float, float], ...]
    symmetric: bool | None
    calibrated: bool | None = None
    monotone: bool | None = None
    redescending: Redescending | None = None
    efficiency: float | None = None
    proper: bool | None = None
    strictly_proper: bool | None = None


@np.errstate(all="ignore")
def card(curve: Curve) -> Card:
    """Compute the properties of `curve`."""
    survey = make_survey(curve.tree, curve.axis)
    knots = list({knot.x: knot for reach in survey.reaches for knot in curve.knots(-reach, reach)}.values())
    jumps = any(knot.kind == "jump" for knot in knots)
    value, slope, _ = survey.parts
    turns = survey.crossings(1)
    values = np.concatenate([value, survey.at(turns, 0)[0], survey.at(survey.breaks, 0)[0]])
    slopes = np.concatenate([slope, survey.at(survey.crossings(2), 0)[1]])
    axis = curve.axis.name
    proper, strictly_proper = is_proper(survey) if axis == "probability" else (None, None)
    convex = _convex(survey, knots)
    return Card(
        convex=convex,
        smoothness=_smoothness(knots),
        lipschitz=math.inf if jumps else float(np.fmax.reduce(np.abs(slopes))),
        lower=float(np.fmin.reduce(values)),
        upper=float(np.fmax.reduce(values)),
        limits=survey.limits,
        zeros=_zeros(survey, turns),
        symmetric=_symmetric(survey) if curve.domain.low == -curve.domain.high else None,
        calibrated=is_calibrated(survey, convex) if axis == "margin" else None,
        monotone=_monotone(survey, knots) if axis == "error" else None,
        redescending=_redescending(survey) if axis == "error" else None,
        efficiency=efficiency(curve) if axis == "error" else None,
        proper=proper,
        strictly_proper=strictly_proper,
    )


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


def _symmetric(survey: Survey) -> bool:
    x = np.abs(survey.x[np.isfinite(survey.x)])
    return bool(np.allclose(survey.at(-x, 0)[0], survey.at(x, 0)[0], rtol=EQUAL, atol=0.0, equal_nan=True))


def _zeros(survey: Survey, turns: Array) -> tuple[tuple[float, float], ...]:
    zeros = join_touching([piece.ends for piece in survey.pieces if piece.flat and piece.parts[0, 0] == 0.0])
    ends = [float(piece.x[i]) for piece in survey.pieces for i in (0, -1) if piece.parts[0, i] == 0.0]
    ends += survey.breaks[survey.at(survey.breaks, 0)[0] == 0.0].tolist()
    low, high = survey.axis.view if any(map(math.isnan, survey.limits)) else (-math.inf, math.inf)
    touching = [x for x in turns.tolist() if low <= x <= high and _touches_zero(survey, x)]
    for x in [*filter(math.isfinite, ends), *touching, *survey.crossings(0).tolist()]:
        near = 1e-7 * max(1.0, abs(x))
        if low <= x <= high and not any(a - near <= x <= b + near for a, b in zeros):
            zeros.append((x, x))
    return tuple(sorted(zeros))


def _touches_zero(survey: Survey, x: float) -> bool:
    """Return True if the value at `x` is negligible next to its neighbours."""
    around = np.abs(survey.x - x) <= 0.1 * max(1.0, abs(x))
    return bool(
        abs(survey.at(np.array([x]), 0)[0, 0]) <= EQUAL * np.fmax.reduce(np.abs(survey.parts[0, around]), initial=0.0)
    )


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
