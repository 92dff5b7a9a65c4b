"""The functions and constants that a formula may mention, one row each.

A function is this row and a row of numbers in `rules`: everything else follows.
"""

from __future__ import annotations

from math import e, pi

from lossplot._formula.functions import elementary, means, normal, powers, scaled, shaped, stable, thresholds
from lossplot._formula.functions.row import ARGUMENTS, Function, Library, Notation, Safe

__all__ = ["ARGUMENTS", "CODE_ONLY", "CONSTANTS", "FUNCTIONS", "Function", "Library", "Notation", "Safe", "row_of"]

FUNCTIONS: dict[str, Function] = {**elementary.FUNCTIONS, **normal.FUNCTIONS, **stable.FUNCTIONS}
FUNCTIONS |= {**scaled.FUNCTIONS, **shaped.FUNCTIONS, **means.FUNCTIONS}
FUNCTIONS |= {**powers.FUNCTIONS, **thresholds.FUNCTIONS}
# Functions that only code calls.
CODE_ONLY = normal.CODE_ONLY

CONSTANTS = {"pi": pi, "e": e}

_OPERATOR = Function()


def row_of(function: str) -> Function:
    """Return the row of a function; an empty one for an operator."""
    return FUNCTIONS.get(function) or CODE_ONLY.get(function, _OPERATOR)
