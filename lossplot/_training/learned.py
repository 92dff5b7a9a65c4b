"""Parameters of a loss that are trained along with the network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._errors import RequestError, Words, alternatives
from lossplot._formula.evaluate import Array
from lossplot._formula.tree import names_in
from lossplot._losses import Interval
from lossplot._training.objective import Objective

# So far inside the ends of its interval a parameter stays: derivatives may be 0/0 there.
INSIDE = 1e-6


@dataclass(frozen=True, slots=True)
class Learned:
    """The learned parameters of one loss.

    `shared` are the places of the coefficients of a sum: they are positive and keep their sum `total`, as shares of it
    that are a softmax of what the optimizer moves.  All others are moved themselves, within `low` and `high`.
    """

    names: tuple[str, ...]
    start: Array
    shared: tuple[int, ...]
    low: Array
    high: Array

    @property
    def total(self) -> float:
        return float(self.start[[*self.shared]].sum())

    def raw(self) -> Array:
        """Return what the optimizer starts from."""
        raw = self.start.copy()
        for place in self.shared:
            raw[place] = math.log(raw[place])
        return raw

    def values(self, raw: Array) -> Array:
        """Return the parameters for what the optimizer moves, both of shape (..., parameters)."""
        values = raw.copy()
        if self.shared:
            places = [*self.shared]
            powers = np.exp(raw[..., places] - raw[..., places].max(axis=-1, keepdims=True))
            values[..., places] = self.total * powers / powers.sum(axis=-1, keepdims=True)
        return values

    def gradients(self, values: Array, partial: Array) -> Array:
        """Return the derivatives by what the optimizer moves from those by the parameters."""
        gradients = partial.copy()
        if self.shared:
            places = [*self.shared]
            mean = (partial[..., places] * values[..., places]).sum(axis=-1, keepdims=True) / self.total
            gradients[..., places] = values[..., places] * (partial[..., places] - mean)
        return gradients

    def keep_inside(self, raw: Array) -> None:
        """Put back, in place, what left its interval."""
        np.clip(raw, self.low, self.high, out=raw)


def learned_of(objective: Objective, is_free: bool) -> Learned:
    """Return the learned parameters of a loss.

    Raises RequestError where coefficients of a sum could not be held: one of them alone, or one that is not positive.
    """
    curve, names = objective.curve, objective.learned
    start = np.array([curve.parameters[name] for name in names])
    shared = () if is_free else _coefficients(objective)
    held = [names[place] for place in shared]
    free = Words("--free", "free=True")
    if len(held) == 1:
        raise RequestError(
            f"{held[0]} is the only coefficient that is learned, and the sum of coefficients is kept, so that it would "
            "stay as it is; learn another one too, or let it fall with ",
            free,
        )
    for place in shared:
        if start[place] <= 0.0:
            raise RequestError(
                f"{names[place]} = {start[place]:g} is a coefficient, and these are held positive; start it above 0, "
                "or let it go with ",
                free,
            )
    _check_start(objective, start)
    intervals = {parameter.name: parameter.interval for parameter in curve.loss.parameters}
    ends = [_ends(intervals[name]) for name in names]
    low = np.array([-np.inf if place in shared else end[0] for place, end in enumerate(ends)])
    high = np.array([np.inf if place in shared else end[1] for place, end in enumerate(ends)])
    return Learned(names, start, shared, low, high)


def _check_start(objective: Objective, start: Array) -> None:
    """Raise RequestError where the derivative by a parameter is 0/0, as Barron's at alpha = 2."""
    low, high = objective.scored.moved.axis.view
    intervals = {parameter.name: parameter.interval for parameter in objective.curve.loss.parameters}
    for name, value, partial in zip(
        objective.learned, start, objective.partial_at(np.linspace(low, high, 14)[1:-1], start), strict=True
    ):
        if not np.isfinite(partial).all():
            raise RequestError(
                f"the derivative of {objective.curve.name} by {name} cannot be computed at {name} = {value:g}; "
                f"start it beside, as at {name} = {value - 0.1 if value - 0.1 in intervals[name] else value + 0.1:g}"
            )


def _coefficients(objective: Objective) -> tuple[int, ...]:
    """Return the places of the parameters that a sum is linear in, times something of the variable."""
    variable = objective.scored.moved.axis.variable
    return tuple(
        place
        for place, (name, partial) in enumerate(zip(objective.learned, objective.partial, strict=True))
        if name not in names_in(partial) and variable in names_in(partial)
    )


def _ends(interval: Interval) -> tuple[float, float]:
    return interval.low + INSIDE, interval.high - INSIDE


def remarks(curve: Curve, learned: Learned, grows: Sequence[bool]) -> list[str]:
    """Say how coefficients are held, and which parameters could only fall; `grows` tells where the loss grows."""
    result = []
    if learned.shared:
        names = alternatives([learned.names[place] for place in learned.shared]).replace(" or ", " and ")
        result.append(
            f"{names} of {curve.name} are held positive, with the sum {learned.total:g}: the derivative by a "
            "coefficient is its loss, so that free ones fall through zero, and the network then raises its losses"
        )
    fallen = [name for place, name in enumerate(learned.names) if grows[place] and place not in learned.shared]
    return result + [
        f"{curve.name} grows with {name} for all examples, so that training only lowers {name}; "
        "add a term that grows as it falls to hold it"
        for name in fallen
    ]
