"""The verdict on a gradient or a Hessian that somebody wrote."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from lossplot._curves.records import json_number

What = Literal["gradient", "hessian"]


class Stretch(NamedTuple):
    """An interval on which two functions differ."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Hint:
    """A guess at what a wrong derivative is instead; `words` are the factor, the constant or the other variable."""

    kind: Literal["sign", "factor", "constant", "loss", "variable", "mirror", "size"]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a gradient or a Hessian: it is `equal` to the exact one, to a `tolerance`, or not.

    If it is not, `x` is the first place at which it differs, where it is `given` and should be `exact`; at a kink
    it should be in the `interval`.  `stretches` are those on which it differs.  `notes` are places at which the formula
    overflows as it was typed, and what comes of it there.  `parameters` are those of the loss for which it is so, and
    `hint` is what it is instead, such as minus the derivative.
    If it `is_safe`, a Hessian is positive at places where the exact one is not.
    """

    what: What
    equal: bool
    tolerance: float
    x: float | None = None
    given: float | None = None
    exact: float | None = None
    interval: tuple[float, float] | None = None
    stretches: tuple[Stretch, ...] = ()
    notes: tuple[tuple[float, float], ...] = ()
    is_kink_only: bool = False
    parameters: tuple[tuple[str, float], ...] = ()
    hint: Hint | None = None
    is_safe: bool = False

    @property
    def difference(self) -> float | None:
        """The given less the exact number, at a kink less the nearest end of the interval; None if they are equal."""
        if self.given is None or self.exact is None:
            return None
        if self.interval is None:
            return self.given - self.exact
        low, high = self.interval
        return self.given - min(max(self.given, low), high) if not math.isnan(self.given) else math.nan

    @property
    def record(self) -> dict[str, Any]:
        """The verdict as JSON has it."""
        numbers = {"x": self.x, "given": self.given, "exact": self.exact, "difference": self.difference}
        return {
            "equal": self.equal,
            **{name: None if value is None else json_number(value) for name, value in numbers.items()},
            "tolerance": self.tolerance,
            "interval": None if self.interval is None else [*self.interval],
            "stretches": [[json_number(end) for end in stretch] for stretch in self.stretches],
            "overflows": [{"x": x, "value": json_number(value)} for x, value in self.notes],
            "parameters": dict(self.parameters),
            "safe": self.is_safe,
            "hint": self.hint.kind if self.hint else None,
        }
