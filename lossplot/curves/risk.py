"""The conditional risk: what a loss costs on average, where the label is +1 with a chance between 0 and 1."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from lossplot.curves.axes import mirrored
from lossplot.curves.curve import Curve
from lossplot.curves.survey import EQUAL, Survey, joined, survey
from lossplot.errors import RequestError

# The chances that a claim about all of them is tried on.
ETAS = (0.51, 0.6, 0.75, 0.9, 0.99)
CHANCES = (1e-4, 0.03, 0.17, 0.31, 0.44, 0.58, 0.73, 0.88, 0.96)
# Two risks that differ by less than this share are equal.
CLEAR = 1e-9


def is_calibrated(seen: Survey, convex: bool) -> bool:
    """Whether the wrong sign of a margin always costs more, on average, than the right one can.

    Bartlett, Jordan & McAuliffe 2006: by theorem 2 a convex loss must fall at 0, without a corner there;
    of others definition 1 is tried at several eta > 1/2, a tie being wrong.
    """
    if convex:
        left, right = (float(seen.at(np.zeros(1), side)[1, 0]) for side in (-1, 1))
        return right < 0.0 and math.isclose(left, right, rel_tol=CLEAR)
    m = np.unique(np.abs(seen.x[np.isfinite(seen.x)]))
    beside = m[m > 0.0]
    # The limit from the left at m goes with that from the right at -m.
    ahead = np.concatenate([seen.at(m, 1)[0], seen.at(beside, -1)[0], seen.limits[1:]])
    behind = np.concatenate([seen.at(-m, -1)[0], seen.at(-beside, 1)[0], seen.limits[:1]])
    tie = seen.at(np.zeros(1))[0]
    for eta in ETAS:
        right = np.fmin.reduce(eta * ahead + (1.0 - eta) * behind)
        wrong = np.fmin.reduce(np.append(eta * behind + (1.0 - eta) * ahead, tie))
        if not wrong > right + CLEAR * abs(wrong):
            return False
    return True


def is_proper(seen: Survey) -> tuple[bool, bool]:
    """Whether the true chance q is a best probability to report, and whether it is the only one.

    Gneiting & Raftery 2007, tried at several q, none of them 1/2: how ties count plays no part.
    """
    p = np.concatenate([seen.x, 1.0 - seen.x])
    one, other = seen.at(p)[0], seen.at(1.0 - p)[0]
    proper = strictly = True
    for q in CHANCES:
        truth, opposite = seen.at(np.array([q])), seen.at(np.array([1.0 - q]))
        honest = q * truth[0] + (1.0 - q) * opposite[0]
        pull, push = q * truth[1], (1.0 - q) * opposite[1]
        stationary = np.abs(pull - push) <= EQUAL * (np.abs(pull) + np.abs(push))
        excess = q * one + (1.0 - q) * other - honest
        rounding = EQUAL * np.abs(honest)
        proper = proper and bool(stationary and not np.any(excess < -rounding))
        strictly = strictly and not np.any(excess[np.abs(p - q) > 1e-3] <= rounding)
    return proper, proper and strictly


def risk_minimiser(curve: Curve, eta: float) -> float | tuple[float, float]:
    """Where `conditional_risk` is least, eta being the chance of the label +1, or of the class with probability p.

    An interval (a, b) where all of it is best; infinite where the risk falls for ever.  Of several
    that tie, that nearest zero, and of two equally near the positive one.
    Raises RequestError on an axis other than margin and probability, and for an eta outside [0, 1].
    """
    with np.errstate(all="ignore"):
        risk = conditional_risk(curve, eta)
        return _minimiser(survey(risk.tree, risk.axis))


def conditional_risk(curve: Curve, eta: float) -> Curve:
    """The curve eta L(m) + (1 - eta) L(-m) of a loss L of the margin; eta L(p) + (1 - eta) L(1 - p) of a probability.

    Raises RequestError as `risk_minimiser` does.
    """
    if not 0.0 <= eta <= 1.0:
        raise RequestError(f"eta = {eta:g} is not a chance; choose one from 0 to 1")
    mirrored(curve.tree, curve.axis)
    return replace(curve, chance=eta)


def _minimiser(seen: Survey) -> float | tuple[float, float]:
    turns = seen.crossings(1)
    found = [(float(value), float(x), float(x)) for x, value in zip(turns, seen.at(turns)[0], strict=True)]
    for piece in seen.pieces:
        x, value = piece.x, piece.parts[0]
        if piece.flat:
            found.append((float(value[0]), float(x[0]), float(x[-1])))
        else:
            found += [(float(value[i]), float(x[i]), float(x[i])) for i in (0, -1)]
    least = min(value for value, _, _ in found if not math.isnan(value))
    best = [(low, high) for value, low, high in found if math.isclose(value, least, rel_tol=EQUAL)]
    flat = joined([stretch for stretch in best if stretch[0] < stretch[1]])
    if flat:
        return min(flat, key=lambda ends: (max(0.0, ends[0], -ends[1]), -ends[1]))
    return min((low for low, _ in best), key=lambda x: (abs(x), -x))
