"""Parameters that move: `huber:delta=0.1..3`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._curves.words import DOTS, split
from lossplot._errors import RequestError, is_number, quote
from lossplot._formula.notation.letters import number
from lossplot._losses import Axis, Parameter

# A number that moves is shown to a fiftieth of its range or finer, with at most six digits on each side of the point.
STEPS, DIGITS = 50, 6


@dataclass(frozen=True, slots=True)
class ParameterRange:
    """A parameter that moves from `start` to `end`, which may be the lower one."""

    parameter: Parameter
    start: float
    end: float

    def at(self, share: float) -> float:
        """The value after this share of the range, from 0 to 1."""
        value = (1.0 - share) * self.start + share * self.end
        return float(round(value)) if self.parameter.integer else value

    def label(self, value: float) -> str:
        """`value` in as many decimals as any other in the range, so that its digits stand still."""
        needed = math.ceil(math.log10(STEPS / abs(self.end - self.start)))
        decimals = 0 if self.parameter.integer else max(0, needed, *map(_decimals, (self.start, self.end)))
        if decimals > DIGITS or max(abs(self.start), abs(self.end)) >= 10.0**DIGITS:
            words = f"{value:.2e}"
        else:
            words = f"{round(value, decimals) + 0.0:.{decimals}f}"
        return words.replace("-", "\u2212")


@dataclass(frozen=True, slots=True)
class Sweep:
    """The curves at the start, and the ranges of the parameters that move of each."""

    curves: tuple[Curve, ...]
    ranges: tuple[tuple[ParameterRange, ...], ...]

    def at(self, share: float) -> tuple[Curve, ...]:
        """The curves after this share of every range, from 0 to 1."""
        return tuple(_curve_at(curve, ranges, share) for curve, ranges in zip(self.curves, self.ranges, strict=True))

    def ranges_of(self, drawn: Sequence[Curve]) -> tuple[tuple[ParameterRange, ...], ...]:
        """The ranges of each of the curves that are `drawn`, which are as many for each of the sweep's: its labels."""
        times = len(drawn) // len(self.curves)
        return tuple(ranges for ranges in self.ranges for _ in range(times))


def is_sweep(losses: Iterable[str]) -> bool:
    """Return True if a parameter of `losses` moves."""
    return any(DOTS in each.partition("=")[2] for text in losses for each in split(text).assignments)


def nothing_moves(losses: Iterable[str]) -> RequestError:
    """The error for `losses` of which no parameter moves."""
    return RequestError(
        f"nothing moves in {quote(' '.join(losses))}; give a parameter two ends, as in huber:delta=0.1..3"
    )


def read_sweep(losses: Sequence[str], also: Iterable[str] = (), axis: Axis | None = None) -> Sweep:
    """The curves that `losses` ask for, each once; `also` and `axis` as in `read_curves`.

    Raises RequestError as that does, where nothing moves, and for a sweep that does not say two ends,
    or whose parameter cannot be all that is between them.
    """
    if not is_sweep(losses):
        raise nothing_moves(losses)
    ends = [_ends(text) for text in losses]
    starts, stops = (read_curves([pair[end] for pair in ends], also, axis) for end in (0, 1))
    pairs = dict.fromkeys(zip(starts, stops, strict=True))
    return Sweep(tuple(start for start, _ in pairs), tuple(tuple(_ranges(*pair)) for pair in pairs))


def _ends(text: str) -> tuple[str, str]:
    """The words for the loss of `text` at the start and at the end."""
    loss = split(text)
    words = [each.partition("=") for each in loss.assignments]
    for name, _, values in words:
        start, dots, end = values.partition(DOTS)
        shown = quote(f"{name}={values}")
        if dots and "," in values:
            raise RequestError(f"{shown} is a sweep in a list; write {name}=A..B for two ends and nothing more")
        if dots and (not start or not end or end.startswith(".") or DOTS in end):
            raise RequestError(f"sweep {shown} does not have two ends; write {name}=A..B, as in delta=0.1..3")
        if dots and (start == end or (is_number(start) and is_number(end) and float(start) == float(end))):
            raise RequestError(f"sweep {shown} ends where it starts; write {name}=A..B with two numbers")
    first, last = (
        replace(loss, assignments=tuple(f"{name}={values.split(DOTS)[which]}" for name, _, values in words))
        for which in (0, -1)
    )
    return str(first), str(last)


def _ranges(start: Curve, end: Curve) -> Iterator[ParameterRange]:
    """The ranges of the parameters that move between two curves of one loss.  Raises RequestError."""
    for parameter, *ends in zip(start.loss.parameters, start.values, end.values, strict=True):
        low, high = sorted(ends)
        if low == high:
            continue
        what = f"{parameter.name} of {start.name} cannot go from {number(ends[0])} to {number(ends[1])}"
        if math.isinf(low):
            raise RequestError(f"{what}: there is no way from infinity; start from a number")
        if any(low <= hole.low and hole.high <= high for hole in parameter.holes):
            raise RequestError(f"{what}: it is {parameter.domain}; sweep only one side")
        yield ParameterRange(parameter, *ends)


def _curve_at(curve: Curve, ranges: Iterable[ParameterRange], share: float) -> Curve:
    values = curve.parameters | {each.parameter.name: each.at(share) for each in ranges}
    return replace(curve, values=tuple(values.values()))


def _decimals(end: float) -> int:
    """The number of decimals of an end; none if it was computed."""
    exponent = Decimal(number(end)).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and -DIGITS <= exponent < 0 else 0
