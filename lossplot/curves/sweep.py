"""Parameters that move: `huber:delta=0.1..3`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lossplot.curves.curve import Curve, short
from lossplot.curves.parse import read_curves
from lossplot.errors import RequestError, is_number, quote
from lossplot.figure.spec import FigureSpec
from lossplot.formula.notation.letters import number
from lossplot.losses import Parameter
from lossplot.text.description import label
from lossplot.text.language import Language

# What stands between the two ends.
DOTS = ".."
# A number that moves is shown to a fiftieth of its way or finer, with at most six digits on each side of the point.
STEPS, DIGITS = 50, 6


@dataclass(frozen=True, slots=True)
class Way:
    """A parameter on its way from `start` to `end`, which may be the lower one."""

    parameter: Parameter
    start: float
    end: float

    def at(self, share: float) -> float:
        """The value when it has gone `share` of the way."""
        value = (1.0 - share) * self.start + share * self.end
        return float(round(value)) if self.parameter.integer else value

    def written(self, value: float) -> str:
        """`value` in as many decimals as any other on the way, so that its digits stand still."""
        needed = math.ceil(math.log10(STEPS / abs(self.end - self.start)))
        decimals = 0 if self.parameter.integer else max(0, needed, *map(_decimals, (self.start, self.end)))
        if decimals > DIGITS or max(abs(self.start), abs(self.end)) >= 10.0**DIGITS:
            words = f"{value:.2e}"
        else:
            words = f"{round(value, decimals) + 0.0:.{decimals}f}"
        return words.replace("-", "\u2212")


@dataclass(frozen=True, slots=True)
class Sweep:
    """Curves with some of their parameters moving: what they are at the start, and the ways of each."""

    curves: tuple[Curve, ...]
    ways: tuple[tuple[Way, ...], ...]

    def at(self, share: float) -> tuple[Curve, ...]:
        """The curves when every parameter has gone `share` of its way."""
        return tuple(_moved(curve, ways, share) for curve, ways in zip(self.curves, self.ways, strict=True))


def is_sweep(losses: Iterable[str]) -> bool:
    """Whether a parameter of `losses` moves."""
    return any(DOTS in word.partition("=")[2] for text in losses for word in text.split(":"))


def read_sweep(losses: Sequence[str], also: Iterable[str] = ()) -> Sweep:
    """The curves that `losses` ask for, each once; `also` as in `read_curves`.

    Raises RequestError as that does, where nothing moves, and for a sweep that does not say two ends,
    or whose parameter cannot be all that is between them.
    """
    if not is_sweep(losses):
        raise RequestError(
            f"nothing moves in {quote(' '.join(losses))}; give a parameter two ends, as in huber:delta=0.1..3"
        )
    ends = [_ends(text) for text in losses]
    starts, stops = (read_curves([pair[end] for pair in ends], also) for end in (0, 1))
    pairs = dict.fromkeys(zip(starts, stops, strict=True))
    return Sweep(tuple(start for start, _ in pairs), tuple(tuple(_ways(*pair)) for pair in pairs))


def stills(spec: FigureSpec, shares: Sequence[float]) -> list[FigureSpec]:
    """The figures of the sweep of `spec` at these shares of the way; `spec` alone if nothing moves.

    Raises as `read_sweep` does.
    """
    if not is_sweep(spec.losses):
        return [spec]
    sweep = read_sweep(spec.losses)
    return [replace(spec, losses=tuple(curve.spec for curve in sweep.at(share))) for share in shares]


def _ends(text: str) -> tuple[str, str]:
    """The words for the loss of `text` at the start and at the end."""
    words = [word.partition("=") for word in text.split(":")]
    for name, _, values in words:
        start, dots, end = values.partition(DOTS)
        shown = quote(f"{name}={values}")
        if dots and "," in values:
            raise RequestError(f"{shown} is a sweep in a list; write {name}=A..B for two ends and nothing more")
        if dots and (not start or not end or end.startswith(".") or DOTS in end):
            raise RequestError(f"sweep {shown} does not have two ends; write {name}=A..B, as in delta=0.1..3")
        if dots and (start == end or (is_number(start) and is_number(end) and float(start) == float(end))):
            raise RequestError(f"sweep {shown} ends where it starts; write {name}=A..B with two numbers")
    start, end = (
        ":".join(name + equals + values.split(DOTS)[which] for name, equals, values in words) for which in (0, -1)
    )
    return start, end


def _ways(start: Curve, end: Curve) -> Iterator[Way]:
    """The ways of the parameters that move between two curves of one loss.  Raises RequestError."""
    for parameter, *ends in zip(start.loss.parameters, start.values, end.values, strict=True):
        low, high = sorted(ends)
        if low == high:
            continue
        what = f"{parameter.name} of {start.name} cannot go from {number(ends[0])} to {number(ends[1])}"
        if math.isinf(low):
            raise RequestError(f"{what}: there is no way from infinity; start from a number")
        if any(low <= hole.low and hole.high <= high for hole in parameter.holes):
            raise RequestError(f"{what}: it is {parameter.domain}; sweep only one side")
        yield Way(parameter, *ends)


def _moved(curve: Curve, ways: Iterable[Way], share: float) -> Curve:
    values = curve.parameters | {way.parameter.name: way.at(share) for way in ways}
    return replace(curve, values=tuple(values.values()))


def _decimals(end: float) -> int:
    """How many decimals an end was written with; none if it was computed."""
    exponent = Decimal(number(end)).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and -DIGITS <= exponent < 0 else 0


# --- what is said of curves that move ---


def steady(text: str, curve: Curve, ways: Iterable[Way], language: Language) -> str:
    """`text`, which names `curve`, with every number that moves `written`."""
    return _replaced(text, curve, {way: way.written(curve.parameters[way.parameter.name]) for way in ways}, language)


def names(sweep: Sweep, language: Language) -> dict[str, str]:
    """For the name at the start of each curve that moves, one with both ends: `huber (δ = 0.10…3.00)`."""
    found = {}
    for curve, ways in zip(sweep.curves, sweep.ways, strict=True):
        if ways:
            said = {way: f"{way.written(way.start)}\u2026{way.written(way.end)}" for way in ways}
            name = label(curve, language)
            found[name] = _replaced(name, curve, said, language)
    return found


def _replaced(text: str, curve: Curve, words: dict[Way, str], language: Language) -> str:
    """`text` with `words` for the numbers that a name of `curve` has, as in `δ = 0.1`."""
    for way, said in words.items():
        name = way.parameter.name
        what = f"{language.parameter(name)} = "
        text = text.replace(what + short(curve.parameters[name]), what + said)
    return text
