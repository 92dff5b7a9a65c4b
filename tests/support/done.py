"""Success of a command, whatever it says and makes."""

from __future__ import annotations

from support.run import Outcome


def done(outcome: Outcome) -> Outcome:
    """Return `outcome` if the command was done."""
    assert outcome.code == 0, outcome
    return outcome
