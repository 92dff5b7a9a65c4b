"""Rounding of losses, at any parameters and any point, in units in the last place of their exact values.

An error is counted in the conditioning of the formula: a unit is 2**-53 of the exact number, and of all that it moves
by when the point and each parameter move by their own relative size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from oracle import REFERENCE, Real, Reference, exact, mp, reference

from lossplot._curves.curve import Curve
from lossplot._losses import Loss, Parameter
from support.draws import Draw, choice, either_sign, filtered, floats, just, mapped, one_of, sizes
from support.loss_draws import together

ORDERS = ("value", "slope", "curvature")
_UNIT = mp.mpf(2) ** -53
_STEP = mp.mpf("1e-40")
# What an underflow may lose: below it doubles are subnormal, and have fewer digits.
_SMALLEST = mp.mpf(2) ** -1040
_LARGEST = mp.mpf(2) ** 1024


@dataclass(frozen=True, slots=True)
class Exact:
    """The exact number of one order at one point, the size of a unit there, and what the arithmetic itself may lose."""

    number: Real
    unit: Real
    noise: Real

    def error(self, result: float) -> float:
        """Return how many units `result` is from the exact number: infinite where it is of another kind."""
        number = self.number
        if mp.isnan(number) or mp.isinf(number):
            return 0.0
        if math.isnan(result):
            return math.inf
        if math.isinf(result):
            near = abs(number) + 8 * self.unit >= _LARGEST * (1 - _UNIT)
            return 0.0 if near and (result > 0) == (number > 0) else math.inf
        away = max(mp.mpf(0), abs(mp.mpf(result) - number) - _SMALLEST - self.noise)
        if not away:
            return 0.0
        return float(min(away / self.unit, mp.mpf("1e300"))) if self.unit else math.inf


def exact_numbers(curve: Curve, x: float) -> list[list[Exact]]:
    """Return the exact value, slope and curvature of `curve` at `x`: from each side, at a seam."""
    sizes_of = [abs(math.log10(abs(n))) for n in (x, *curve.values) if n and math.isfinite(n)]
    with mp.workdps(420 + int(3.0 * sum(sizes_of))):
        at, of = mp.mpf(x), reference(curve.loss.name, curve.parameters)
        places = _places(of, at, x)
        return [_numbers(curve, of, place, at) for place in places]


def _places(of: Reference, at: Real, x: float) -> list[int]:
    place = sum(1 for seam in of.seams if at > seam)
    beside = [i for i, seam in enumerate(of.seams) if float(seam) == x]
    return sorted({place, *beside, *(i + 1 for i in beside)})


def _numbers(curve: Curve, of: Reference, place: int, at: Real) -> list[Exact]:
    piece = of.pieces[place]
    parts = piece.parts(at)
    units = [abs(part) for part in parts]
    turns = (parts[1], parts[2], piece.third_derivative(at))
    units = [unit + abs(at * turn) for unit, turn in zip(units, turns, strict=True)]
    for name, value in curve.parameters.items():
        if not value or not math.isfinite(value) or _is_whole(curve.loss, name):
            continue
        ups, downs = (
            _moved(curve, name, mp.mpf(value) * (1 + step)).pieces[place].parts(at) for step in (_STEP, -_STEP)
        )
        units = [unit + abs(up - down) / (2 * _STEP) for unit, up, down in zip(units, ups, downs, strict=True)]
    return [Exact(+part, +unit * _UNIT, mp.mpf(10) ** (60 - mp.dps)) for part, unit in zip(parts, units, strict=True)]


def _is_whole(loss: Loss, name: str) -> bool:
    return any(parameter.integer for parameter in loss.parameters if parameter.name == name)


def _moved(curve: Curve, name: str, value: Real) -> Reference:
    return REFERENCE[curve.loss.name](
        **{**{key: exact(number) for key, number in curve.parameters.items()}, name: value}
    )


def errors(curve: Curve, x: float) -> list[float]:
    """Return the errors of value, slope and curvature at `x`, in units; of a side, at a seam."""
    sides = exact_numbers(curve, x)
    jets = [curve.jet([x], side) for side in ((0,) if len(sides) == 1 else (-1, +1))]
    results = [[float(part[0]) for part in (jet.value, jet.slope, jet.curvature)] for jet in jets]
    return [min(side[order].error(result[order]) for result in results for side in sides) for order in range(3)]


def any_value(parameter: Parameter, low: float, high: float) -> Draw[float]:
    """Values of `parameter`: log-uniform from each end of its interval, as far as `low` to `high`, and the ends."""
    interval, size = parameter.interval, sizes(max(low, parameter.least), min(high, parameter.most))
    if parameter.integer:
        size = mapped(lambda log: float(round(10.0**log)), floats(0.0, 3.0))
    draws: list[Draw[float]] = [mapped(interval.low.__add__, size)] if math.isfinite(interval.low) else []
    draws += [mapped(lambda x: interval.high - x, size)] if math.isfinite(interval.high) else []
    draws += [either_sign(size)]
    ends = [end for end in (interval.low, interval.high) if end in parameter]
    return filtered(one_of(*draws, choice(ends)) if ends else one_of(*draws), parameter.__contains__)


def any_curve(random: Random, loss: Loss) -> Curve:
    """Draw `loss` with any parameters that it allows: by default, of a usual size, or of any."""
    names = tuple(parameter.name for parameter in loss.parameters)
    while True:
        draws = [
            one_of(just(parameter.default), any_value(parameter, 1e-3, 1e3), any_value(parameter, 1e-100, 1e100))
            for parameter in loss.parameters
        ]
        numbers = [draw(random) for draw in draws]
        if loss.requires == "a <= b < c":
            numbers.sort()
        if together(loss, dict(zip(names, numbers, strict=True))):
            return Curve(loss, tuple(numbers), names)


def any_point(random: Random, curve: Curve) -> float:
    """Draw a double of the open domain: of any size, or near a seam, a parameter or an end."""
    domain = curve.domain
    while True:
        x = _candidate(random, curve)
        if domain.low < x < domain.high and math.isfinite(x):
            return x


def _candidate(random: Random, curve: Curve) -> float:
    kind = random.random()
    sign = -1.0 if random.random() < 0.5 else 1.0
    low, high = curve.domain.low, curve.domain.high
    if kind < 0.2:
        return sign * sizes(1e-308, 1.7e308)(random)
    if kind < 0.35:
        return sign * sizes(1e-6, 1e6)(random)
    if kind < 0.45:
        return sign * 5.0 * random.random()
    ends = [end for end in (low, high) if math.isfinite(end)]
    if ends and kind < 0.7:
        end = ends[int(random.random() * len(ends))]
        return end + sign * sizes(1e-20, 1.0)(random)
    seams = [float(seam) for seam in reference(curve.loss.name, curve.parameters).seams]
    sizes_of = [n for n in curve.values if n and math.isfinite(n)]
    if seams and kind < 0.85:
        seam = seams[int(random.random() * len(seams))]
        step = math.ldexp(abs(seam) or 1.0, -1 - int(52 * random.random()))
        return seam + sign * step * int(4 * random.random())
    if sizes_of:
        return sign * sizes_of[int(random.random() * len(sizes_of))] * sizes(1e-3, 1e3)(random)
    return sign * sizes(1e-3, 1e3)(random)
