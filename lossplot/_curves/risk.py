"""Conditional risk: the average of a loss, where the label is +1 with a chance between 0 and 1."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from lossplot._curves.axes import mirrored
from lossplot._curves.curve import Curve
from lossplot._curves.limits import CLOSE, EQUAL
from lossplot._curves.survey import Survey
from lossplot._errors import RequestError

# The chances that a claim about all of them is tried on.
ETAS = (0.51, 0.6, 0.75, 0.9, 0.99)
CHANCES = (1e-4, 0.03, 0.17, 0.31, 0.44, 0.58, 0.73, 0.88, 0.96)


def is_calibrated(survey: Survey, convex: bool) -> bool:
    """Return True if the wrong sign of a margin always costs more, on average, than the right one can.

    Bartlett, Jordan & McAuliffe 2006: by theorem 2 a convex loss must fall at 0, without a corner there;
    of others definition 1 is tried at several eta > 1/2, a tie being wrong.
    """
    if convex:
        left, right = (float(survey.at(np.zeros(1), side)[1, 0]) for side in (-1, 1))
        return right < 0.0 and math.isclose(left, right, rel_tol=CLOSE)
    m = np.unique(np.abs(survey.x[np.isfinite(survey.x)]))
    beside = m[m > 0.0]
    # The limit from the left at m goes with that from the right at -m.
    ahead = np.concatenate([survey.at(m, 1)[0], survey.at(beside, -1)[0], survey.limits[1:]])
    behind = np.concatenate([survey.at(-m, -1)[0], survey.at(-beside, 1)[0], survey.limits[:1]])
    tie = survey.at(np.zeros(1), 0)[0]
    for eta in ETAS:
        right = np.fmin.reduce(eta * ahead + (1.0 - eta) * behind)
        wrong = np.fmin.reduce(np.append(eta * behind + (1.0 - eta) * ahead, tie))
        if not wrong > right + CLOSE * abs(wrong):
            return False
    return True


def is_proper(survey: Survey) -> tuple[bool, bool]:
    """Return (proper, strictly proper): the true chance q is a best probability to report, and the only best one.

    Gneiting & Raftery 2007, tried at several q, none of them 1/2: how ties count plays no part.
    """
    p = np.concatenate([survey.x, 1.0 - survey.x])
    one, other = survey.at(p, 0)[0], survey.at(1.0 - p, 0)[0]
    proper = strictly = True
    for q in CHANCES:
        truth, opposite = survey.at(np.array([q]), 0), survey.at(np.array([1.0 - q]), 0)
        honest = q * truth[0] + (1.0 - q) * opposite[0]
        pull, push = q * truth[1], (1.0 - q) * opposite[1]
        stationary = np.abs(pull - push) <= EQUAL * (np.abs(pull) + np.abs(push))
        excess = q * one + (1.0 - q) * other - honest
        rounding = EQUAL * np.abs(honest)
        proper = proper and bool(stationary and not np.any(excess < -rounding))
        strictly = strictly and not np.any(excess[np.abs(p - q) > 1e-3] <= rounding)
    return proper, proper and strictly


def conditional_risk(curve: Curve, eta: float) -> Curve:
    """Return eta L(m) + (1 - eta) L(-m) of a loss L of the margin, or eta L(p) + (1 - eta) L(1 - p) of a probability.

    Raises RequestError on another axis, and for an eta outside [0, 1].
    """
    if not 0.0 <= eta <= 1.0:
        raise RequestError(f"eta = {eta:g} is not a chance; choose one from 0 to 1")
    mirrored(curve.tree, curve.axis)
    return replace(curve, chance=eta)
