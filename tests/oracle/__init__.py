"""Every loss of the catalogue as in its paper, in arithmetic of 120 digits and more.

Nothing here is taken from lossplot: values, slopes and curvatures are written by hand, piece by piece, from the
textbook formulas of the catalogue's notes, so that a mistake in a formula has to be made twice to go unseen.
Numbers go in as doubles and are converted exactly.
"""

from __future__ import annotations

from collections.abc import Mapping

from oracle.detection import DETECTION
from oracle.error import ERROR
from oracle.fixed import FIXED
from oracle.margin import MARGIN
from oracle.ordinal import ORDINAL
from oracle.penalty import PENALTY
from oracle.pieces import KINDS, Kind, Losses, Piece, Real, Reference, agree, digits_for, evaluate, exact, mp
from oracle.preference import PREFERENCE
from oracle.probability import PROBABILITY
from oracle.robust import ROBUST
from oracle.survival import SURVIVAL

__all__ = [
    "KINDS",
    "REFERENCE",
    "Kind",
    "Piece",
    "Real",
    "Reference",
    "agree",
    "digits_for",
    "evaluate",
    "exact",
    "mp",
    "reference",
]

REFERENCE: Losses = {
    **MARGIN,
    **ERROR,
    **ROBUST,
    **PROBABILITY,
    **FIXED,
    **ORDINAL,
    **PENALTY,
    **SURVIVAL,
    **PREFERENCE,
    **DETECTION,
}


def reference(name: str, parameters: Mapping[str, float]) -> Reference:
    """Return the loss `name` with its parameters bound, as in its paper."""
    return REFERENCE[name](**{parameter: exact(value) for parameter, value in parameters.items()})
