"""Curves as code for other programs: functions in a language, or an objective of boosted trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from lossplot._curves.boosting import curve_objective
from lossplot._curves.code import curve_code
from lossplot._curves.curve import Curve
from lossplot._errors import RequestError
from lossplot._formula.code.boosting import BOOSTERS, Booster
from lossplot._formula.code.dialects import Language
from lossplot._formula.code.module import LANGUAGES

# What a curve can be written for: languages, and libraries of boosted trees.
TARGETS: Sequence[str] = (*LANGUAGES, *BOOSTERS)


def code_of(curves: Sequence[Curve], target: str) -> str:
    """Write `curves` for a target: functions of them all, or the one objective that they are.

    Raises RequestError for a booster where the curves are more than one objective, or one that it cannot have.
    """
    if target not in BOOSTERS:
        return "\n\n".join(curve_code(curve, cast(Language, target)) for curve in curves)
    objectives = [*dict.fromkeys(curve_objective(curve, cast(Booster, target)) for curve in curves)]
    if len(objectives) > 1:
        raise RequestError(
            f"{target} takes one objective at a time, and this is {len(objectives)}; give each parameter one value"
        )
    return objectives[0]
