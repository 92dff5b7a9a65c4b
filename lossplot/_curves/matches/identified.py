"""The losses that a curve was found to be, as plain data."""

from __future__ import annotations

from typing import Any

from lossplot._curves.matches.match import Match, Term
from lossplot._curves.records import json_number


def match_record(match: Match) -> dict[str, Any]:
    """Record a match, as `lossplot identify --format json` prints it: a sum of losses has `terms`."""
    found = [_term_record(term) for term in match.terms]
    loss = found[0] if len(found) == 1 else {"terms": found}
    return {
        **loss,
        "shift": match.shift.value,
        "largest_difference": json_number(match.difference),
        "exact": match.is_exact,
        "roots": dict(match.roots),
    }


def _term_record(term: Term) -> dict[str, Any]:
    curve = term.curve
    return {
        "loss": curve.loss.name,
        "parameters": curve.parameters,
        "factor": term.factor.value,
        "axis": curve.axis.name,
        "mirrored": term.is_mirrored,
    }
