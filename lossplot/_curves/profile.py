"""Profile of a curve from end to end: where it rises, falls and stays, and the nodes between."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.doubles import sign_places
from lossplot._curves.limits import EQUAL
from lossplot._curves.survey import Interval, Piece, Survey, make_survey
from lossplot._formula.evaluate import Array

# Rounding moves a value by this share, and a sum of terms that cancel by so many times the waves that it shows.
ROUNDING, WAVES = 1e-15, 8.0
# A value that jumps does so by more than this share; less is what terms that cancel lose.
_JUMP = 1e-6
# Of a curve that oscillates for ever, a window around 0 counts that has at least and at most so many turns.
_FEWEST_TURNS, _MOST_TURNS = 4, 64
# Windows that are tried: each is twice as wide as the last, or half as wide.
_MOST_WINDOWS = 60
_WINDOW_POINTS = 4097
# No power of a loss is so high that it is too small for a double at this share from a place where it is zero.
_NEAR = 1e-3
_BESIDE = np.array([0.0, *(2.0**k for k in range(27))])


@dataclass(frozen=True, slots=True)
class Stretch:
    """Open interval on which a curve rises, falls or stays, with the limits of its value at the two ends."""

    low: float
    high: float
    at_low: float
    at_high: float
    flat: bool

    @property
    def ends(self) -> Interval:
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Node:
    """Point between two stretches, or at a finite end of the domain, with the value there.

    A value that differs from it by no more than `slack` may be its own.
    """

    x: float
    value: float
    slack: float


@dataclass(frozen=True, slots=True)
class Profile:
    """All stretches and nodes of a curve; of one that oscillates for ever, those within `window`, else None."""

    survey: Survey
    stretches: tuple[Stretch, ...]
    nodes: tuple[Node, ...]
    window: Interval | None

    @property
    def levels(self) -> list[float]:
        """Every value that may be the least or the greatest."""
        ends = [level for stretch in self.stretches for level in (stretch.at_low, stretch.at_high)]
        return [level for level in (*ends, *(node.value for node in self.nodes)) if not math.isnan(level)]


@lru_cache(maxsize=64)
def profile(curve: Curve) -> Profile:
    """Find the stretches and nodes of `curve`."""
    with np.errstate(all="ignore"):
        return make_profile(make_survey(curve.tree, curve.axis))


def make_profile(survey: Survey) -> Profile:
    """Find the stretches and nodes of a surveyed formula."""
    pieces = _rejoined(survey)
    window = None
    if any(map(math.isnan, survey.limits)):
        window, pieces = _window(survey)
    stretches: list[Stretch] = []
    nodes: list[Node] = []
    for piece in pieces:
        turns = [] if is_flat(piece) else list(_turns(survey, piece))
        xs = [piece.x[0], *(turn.x for turn in turns), piece.x[-1]]
        levels = [piece.parts[0, 0], *(turn.value for turn in turns), piece.parts[0, -1]]
        nodes += turns
        stretches += [
            Stretch(float(low), float(high), float(at_low), float(at_high), is_flat(piece))
            for low, high, at_low, at_high in zip(xs[:-1], xs[1:], levels[:-1], levels[1:], strict=True)
        ]
    nodes += _ends(survey, pieces)
    return Profile(survey, tuple(stretches), tuple(sorted(nodes, key=lambda node: node.x)), window)


def _rejoined(survey: Survey) -> tuple[Piece, ...]:
    """Join the pieces on both sides of a break around which the value is too small for a double."""
    first, *others = survey.pieces
    joined = [first]
    for piece in others:
        last = joined[-1]
        ends = np.array([last.x[-1], piece.x[0]])
        if not survey.at(ends, 0)[0].any() and _vanishes(last, ends[0]) and _vanishes(piece, ends[1]):
            x = np.concatenate([last.x[:-1], piece.x[1:]])
            joined[-1] = Piece(x, np.hstack([last.parts[:, :-1], piece.parts[:, 1:]]))
        else:
            joined.append(piece)
    return tuple(joined)


def _vanishes(piece: Piece, end: float) -> bool:
    near = np.abs(piece.x - end) <= _NEAR * max(abs(end), 1.0)
    return not piece.parts[0, near].any()


def is_flat(piece: Piece) -> bool:
    """Return True if the value stays the same on `piece`, and its slope is too little to move it."""
    value, slope = piece.parts[:2]
    width = min(piece.x[-1], 1e300) - max(piece.x[0], -1e300)
    steepest = np.max(np.abs(slope), initial=0.0, where=~np.isnan(slope))
    return piece.flat and bool(steepest * width <= ROUNDING * np.max(np.abs(value)))


def _turns(survey: Survey, piece: Piece) -> Iterator[Node]:
    """Find the extremes inside a piece, without those that rounding makes."""
    brackets = list(piece.brackets(1))
    if not brackets:
        return
    low, high, before = np.array(brackets).T
    x = _turning_places(survey, piece, low, high, before)
    value = survey.at(x, 0)[0]
    kept = _without_noise([float(piece.parts[0, 0]), *value.tolist(), float(piece.parts[0, -1])])
    borders = [piece.ends[0], *x[kept].tolist(), piece.ends[1]]
    for n, i in enumerate(kept):
        slack = _slack(survey, x[i], borders[n], borders[n + 2], rising=before[i] > 0.0)
        if math.isfinite(slack):  # beside a pole, a sign is that of rounding
            yield Node(float(x[i]), 0.0 if abs(value[i]) <= slack else float(value[i]), slack)


def _turning_places(survey: Survey, piece: Piece, low: Array, high: Array, before: Array) -> Array:
    """Find where the slope changes its sign: at the one point of the grid that is in a bracket, or by a search."""
    start, stop = np.searchsorted(piece.x, low, "right"), np.searchsorted(piece.x, high, "left")
    x = piece.x[start]
    sought = (stop - start != 1) | (piece.parts[1, start] != 0.0)
    if sought.any():
        pair = sign_places(
            lambda x: np.sign(survey.at(x.ravel(), 0)[1].reshape(x.shape)), low[sought], high[sought], before[sought]
        )
        steep = [np.abs(survey.at(each, 0)[1]) for each in pair]
        x[sought] = np.where(steep[0] <= steep[1], *pair)
    return x


def _without_noise(levels: Sequence[float]) -> list[int]:
    """Number the turns between which the value moves by more than rounding; `levels` has the two ends too."""
    kept = list(range(len(levels)))
    while len(kept) > 2:
        pairs = [(levels[a], levels[b]) for a, b in pairwise(kept)]
        still = [n for n, (a, b) in enumerate(pairs) if math.isclose(a, b, rel_tol=EQUAL)]
        if not still:
            break
        # A stretch that does not move goes with the turns at its ends.
        kept = [turn for n, turn in enumerate(kept) if n in (0, len(kept) - 1) or n not in (still[0], still[0] + 1)]
    return [turn - 1 for turn in kept[1:-1]]


def _slack(survey: Survey, x: float, low: float, high: float, rising: bool) -> float:
    """Measure how far rounding, of `x` and of sums, moves an extreme: an exact value has no waves beside it."""
    steps = _BESIDE * max(math.ulp(x), 2.0**-1022)
    waves = 0.0
    for beside in (np.maximum(x - steps, low), np.minimum(x + steps, high)):
        depth = survey.at(beside, 0)[0] * (-1.0 if rising else 1.0)
        waves = max(waves, float(np.max(np.maximum.accumulate(depth) - depth)))
    value, _, curvature = np.abs(survey.at(np.array([x]), 0)[:, 0]).tolist()
    return ROUNDING * float(value) + float(curvature) * math.ulp(x) ** 2 + WAVES * waves


def _ends(survey: Survey, pieces: Sequence[Piece]) -> Iterator[Node]:
    """Evaluate the curve at the finite ends of its pieces, where it may jump."""
    beside: dict[float, list[float]] = {}
    level_ends = {x for piece in pieces if is_flat(piece) for x in piece.ends}
    for piece in pieces:
        for x, level in zip(piece.ends, (piece.parts[0, 0], piece.parts[0, -1]), strict=True):
            beside.setdefault(x, []).append(float(level))
    xs = np.array([x for x in beside if math.isfinite(x)])
    for x, value in zip(xs.tolist(), survey.at(xs, 0)[0].tolist(), strict=True):
        if not math.isnan(value):
            off = max(abs(level - value) for level in beside[x])
            slack = max(off, ROUNDING * abs(value) if x in level_ends else 0.0)
            yield Node(x, value, slack if off <= _JUMP * abs(value) and math.isfinite(slack) else 0.0)


def _window(survey: Survey) -> tuple[Interval, tuple[Piece, ...]]:
    """Find a window around 0 in which a curve that oscillates for ever turns a few times only, and its pieces there."""
    low, high = survey.axis.view
    for _ in range(_MOST_WINDOWS):
        x = np.linspace(low, high, _WINDOW_POINTS)
        parts = survey.at(x, 0)
        signs = np.sign(parts[1])
        signs = signs[np.abs(signs) == 1.0]
        turns = np.count_nonzero(signs[1:] != signs[:-1])
        if _FEWEST_TURNS <= turns <= _MOST_TURNS:
            break
        low, high = (low / 2.0, high / 2.0) if turns > _MOST_TURNS else (low * 2.0, high * 2.0)
    return (low, high), tuple(_cut(survey, x, parts))


def _cut(survey: Survey, x: Array, parts: Array) -> Iterator[Piece]:
    """Cut points and the jets there at the breaks of a survey."""
    breaks = survey.breaks[(survey.breaks > x[0]) & (survey.breaks < x[-1])]
    borders = [float(x[0]), *breaks.tolist(), float(x[-1])]
    for start, stop in pairwise(borders):
        inside = (x > start) & (x < stop)
        if inside.any():
            ends = [survey.at(np.array([end]), side) for end, side in ((start, 1), (stop, -1))]
            yield Piece(np.concatenate([[start], x[inside], [stop]]), np.hstack([ends[0], parts[:, inside], ends[1]]))
