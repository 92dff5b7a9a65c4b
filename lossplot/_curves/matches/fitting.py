"""Fit of a loss to a curve: the parameters, and the factor and the shift, for which it comes nearest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.axes import onto_axis
from lossplot._curves.curve import Curve
from lossplot._errors import RequestError
from lossplot._formula.evaluate import Array
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Tree
from lossplot._formula.values import values
from lossplot._losses import Axis, Loss, Parameter

# Fewest points at which a loss is compared.
FEWEST_POINTS = 12
# Relative residuals below which a fit is as good as rounding lets it be, and below which a step is not worth while.
DONE, STILL = 1e-14, 0.999
# A fit is exact if less than this share of the curve is left.
EXACT = 1e-9
# Values tried for each of so many parameters, how many of them come from the curve itself, and how many are whole.
_TRIED, _HINTED = {1: 13, 2: 6, 3: 4, 4: 3, 5: 2}, {1: 16, 2: 6, 3: 8, 4: 4, 5: 2}
_MOST_WHOLE = {1: 40, 2: 40, 3: 8, 4: 4, 5: 2}
MOST_FIRST, MOST_EXACT = 5, 60
_STEPS = np.array([1.0, 0.5, 0.2, 0.05])
_DIFFERENCE = 1e-5


@dataclass(frozen=True)
class Target:
    """The values of the curve that is looked for at each of `x`, the `weights` of the points, and what hints there are.

    `hints` are numbers that parameters may have: those of its formula, and the places where it changes.
    """

    x: Array
    y: Array
    hints: tuple[float, ...] = ()

    def within(self, axis: Axis) -> Target:
        """The part that lies in the domain of an axis, its finite ends excepted."""
        inside = np.isfinite(self.y) & (self.x > axis.domain.low) & (self.x < axis.domain.high)
        if inside.all():
            return self
        return Target(self.x[inside], self.y[inside], self.hints)

    @cached_property
    def weights(self) -> Array:
        """Weights by which small values count beside large ones."""
        off = np.abs(self.y - np.median(self.y))
        usual = np.median(off) or np.mean(off) or 1.0
        result: Array = 1.0 / (usual + off)
        return result


@dataclass(frozen=True, slots=True)
class Candidate:
    """A loss that may be the curve, on the axis on which it is compared; `is_mirrored` if at -x, or 1 - x, for x."""

    loss: Loss
    moved_to: Axis | None = None
    is_mirrored: bool = False

    @property
    def axis(self) -> Axis:
        return self.moved_to or self.loss.axis

    @property
    def tree(self) -> Tree:
        return onto_axis(self.loss.tree, self.loss.axis, self.axis)

    def places(self, x: Array) -> Array:
        """The places of the loss that are compared with `x`."""
        if not self.is_mirrored:
            return x
        return 1.0 - x if self.axis.name == "probability" else -x

    def curve(self, parameters: Sequence[float]) -> Curve:
        chosen = zip(self.loss.parameters, parameters, strict=True)
        given = tuple(each.name for each, value in chosen if value != each.default)
        return Curve(self.loss, tuple(float(value) for value in parameters), given, moved_to=self.moved_to)


@dataclass(frozen=True, slots=True)
class Fit:
    """A candidate with parameters; `residual` is what is left of the curve, as a share of it (0 is none)."""

    candidate: Candidate
    parameters: tuple[float, ...]
    residual: float


class Comparison:
    """A candidate beside a target: how near it comes for any values of its parameters."""

    candidate: Candidate
    target: Target
    given: Array
    tried: Array

    def __init__(self, candidate: Candidate, target: Target) -> None:
        """Compare `candidate` with the part of `target` in its domain."""
        part = target.within(_comparable(candidate))
        self.candidate, self.target = candidate, part
        self._tree, self._places = candidate.tree, candidate.places(part.x)[None, :]
        weights = part.weights if part.x.size else part.x
        self._weights = weights / math.sqrt(float(weights @ weights)) if part.x.size else weights
        self.given = self._centred(part.y[None, :])[0]
        self._size = float(np.linalg.norm(self.given))
        self.tried = _tried(candidate.loss, target.hints) if self.is_possible else np.empty((0, 0))

    @property
    def is_possible(self) -> bool:
        return self.target.x.size >= FEWEST_POINTS and self._size > 0.0

    def rows(self, parameters: Array) -> Array:
        """The loss at all points, a row for each row of `parameters`, weighted and less its mean."""
        named = {each.name: parameters[:, [i]] for i, each in enumerate(self.candidate.loss.parameters)}
        names = {**named, self.candidate.axis.variable: self._places}
        try:
            found = values(self._tree, names)
        except (RequestError, FormulaError, ArithmeticError):
            found = np.full((1, 1), np.nan)
        return self._centred(np.broadcast_to(found, (len(parameters), self.target.x.size)))

    def residuals(self, rows: Array) -> Array:
        """Compute the rest of the curve beside each of `rows`, as a share of it; 1 where a row has no values."""
        whole: NDArray[np.bool_] = np.all(np.isfinite(rows), axis=1)
        rows = np.where(whole[:, None], rows, 0.0)
        lengths = np.einsum("ij,ij->i", rows, rows)
        shares = rows @ self.given / np.where(lengths > 0.0, lengths, 1.0)
        left = np.linalg.norm(self.given - shares[:, None] * rows, axis=1) / self._size
        return np.where(np.isfinite(left), left, 1.0)

    def step(self, row: Array, slopes: Array) -> Array:
        """The change of the parameters that brings `row`, whose derivatives by them are `slopes`, nearest (k,)."""
        length = float(row @ row)
        factor = float(row @ self.given) / length
        slopes = factor * (slopes - np.outer(slopes @ row / length, row))
        left = self.given - factor * row
        with np.errstate(all="ignore"):
            found = np.linalg.lstsq(slopes.T, left, rcond=1e-9)[0]
        return found.astype(np.float64, copy=False)

    def _centred(self, rows: Array) -> Array:
        with np.errstate(all="ignore"):
            rows = np.asarray(rows * self._weights)
            return rows - (rows @ self._weights)[:, None] * self._weights


def _comparable(candidate: Candidate) -> Axis:
    """The axis with the domain in which a candidate has values."""
    domain = candidate.axis.domain
    if candidate.is_mirrored and candidate.axis.name != "probability":
        domain = replace(domain, low=-domain.high, high=-domain.low)
    return replace(candidate.axis, domain=domain)


def first_fits(comparison: Comparison) -> list[Fit]:
    """The best of the values tried for the parameters of a candidate, best first."""
    if not comparison.is_possible:
        return []
    tried = comparison.tried
    left = comparison.residuals(comparison.rows(tried))
    # Where a parameter changes nothing, or no more than the scale, its values are as good as each other.
    many = max(MOST_FIRST, min(MOST_EXACT, int(np.count_nonzero(left < EXACT))))
    order = np.argsort(np.where(left < EXACT, 0.0, left), kind="stable")[:many]
    return [Fit(comparison.candidate, tuple(tried[at].tolist()), float(left[at])) for at in order if left[at] < 1.0]


def improved(comparison: Comparison, fit: Fit, rounds: int, fixed: frozenset[int] = frozenset()) -> Fit:
    """Move the parameters, but the `fixed` and the whole ones, by Gauss and Newton's steps."""
    parameters = comparison.candidate.loss.parameters
    free = free_parameters(comparison.candidate.loss, fixed)
    point, left = np.array(fit.parameters), fit.residual
    if not free or not np.all(np.isfinite(point)):
        return fit
    for _ in range(rounds):
        row, slopes = slopes_at(comparison, point, free)
        if not (np.all(np.isfinite(row)) and np.all(np.isfinite(slopes))):
            break
        whole = np.zeros(len(parameters))
        whole[free] = np.clip(comparison.step(row, slopes), -2.0, 2.0)
        points = moved(point, _STEPS[:, None] * whole, parameters)
        lefts = comparison.residuals(comparison.rows(points))
        best = int(np.argmin(lefts))
        if lefts[best] >= left * STILL:
            if lefts[best] < left:
                point, left = points[best], float(lefts[best])
            break
        point, left = points[best], float(lefts[best])
        if left < DONE:
            break
    return Fit(fit.candidate, tuple(point.tolist()), left)


def scale(comparison: Comparison, parameters: Sequence[float]) -> tuple[float, float]:
    """The factor and the shift by which the loss with these parameters comes nearest."""
    target = comparison.target
    curve = comparison.candidate.curve(parameters)
    y = curve.jet(comparison.candidate.places(target.x)).value
    weights = target.weights
    columns = np.column_stack([y, np.ones_like(y)]) * weights[:, None]
    found = np.linalg.lstsq(columns, target.y * weights, rcond=None)[0]
    return float(found[0]), float(found[1])


def free_parameters(loss: Loss, fixed: frozenset[int] = frozenset()) -> list[int]:
    """Number the parameters of a loss that can be moved: neither `fixed` nor whole."""
    return [i for i, each in enumerate(loss.parameters) if i not in fixed and not each.integer]


def slopes_at(comparison: Comparison, point: Array, free: Sequence[int]) -> tuple[Array, Array]:
    """The row of the parameters at `point`, shape (n,), and its derivatives by moves of the `free` ones, (k, n)."""
    moves = np.zeros((1 + 2 * len(free), len(point)))
    for number, i in enumerate(free):
        moves[[1 + 2 * number, 2 + 2 * number], i] = _DIFFERENCE, -_DIFFERENCE
    rows = comparison.rows(moved(point, moves, comparison.candidate.loss.parameters))
    return rows[0], (rows[1::2] - rows[2::2]) / (2.0 * _DIFFERENCE)


def moved(point: Array, moves: Array, parameters: Sequence[Parameter]) -> Array:
    """`point` after each of `moves`: a factor exp(move) for what is positive, else a sum; within the intervals."""
    result = np.empty((len(moves), len(parameters)))
    for i, each in enumerate(parameters):
        low, high = each.interval.low, each.interval.high
        moved = point[i] * np.exp(moves[:, i]) if _is_scale(each) and point[i] > 0.0 else point[i] + moves[:, i]
        rim = 1e-9 * (high - low) if math.isfinite(high - low) else 1e-9
        least = low if each.interval.low_closed else low + rim if low else 1e-9
        result[:, i] = np.clip(moved, least, high if each.interval.high_closed else high - rim)
    return result


def _is_scale(parameter: Parameter) -> bool:
    return parameter.interval.low == 0.0 and math.isinf(parameter.interval.high)


def _tried(loss: Loss, hints: Sequence[float]) -> Array:
    """The values that are tried for the parameters, a row for each set; first of all the defaults."""
    count = len(loss.parameters)
    defaults = tuple(each.default for each in loss.parameters)
    if not count:
        return np.empty((1, 0))
    even = [_values(each, count, defaults[i]) for i, each in enumerate(loss.parameters)]
    own = [_hinted(each, hints, _HINTED[count]) for each in loss.parameters]
    mixed = [dict.fromkeys([*few, *some]) for some, few in zip(even, own, strict=True)] if count == 1 else even
    rows = dict.fromkeys([defaults, *itertools.product(*mixed), *(itertools.product(*own) if count > 1 else ())])
    if count == 2:
        rows |= dict.fromkeys([*itertools.product(own[0], even[1]), *itertools.product(even[0], own[1])])
    table = np.array([*rows])
    if loss.requires:
        named = {each.name: table[:, i] for i, each in enumerate(loss.parameters)}
        table = table[values(loss.parse(f"1 if {loss.requires} else 0"), named) == 1.0]
    return table


def _values(parameter: Parameter, count: int, default: float) -> list[float]:
    low, high = parameter.interval.low, parameter.interval.high
    if parameter.integer:
        least = math.ceil(low)
        found = [float(each) for each in range(least, int(min(high, least + _MOST_WHOLE[count])) + 1)]
    elif math.isfinite(high - low):
        shares = np.linspace(0.0, 1.0, _TRIED[count] + 2)[1:-1]
        found = [*(low + (high - low) * shares).tolist(), low, high]
    else:
        sizes = np.geomspace(0.05, 20.0, _TRIED[count]).tolist()
        start = low if math.isfinite(low) else high if math.isfinite(high) else 0.0
        found = [start + each for each in sizes] if math.isfinite(low) else []
        found += [start - each for each in sizes] if math.isinf(low) else []
        found += [start + each for each in sizes] if math.isinf(low) and math.isinf(high) else []
    return [value for value in dict.fromkeys([default, *found]) if value in parameter]


def _hinted(parameter: Parameter, hints: Sequence[float], most: int) -> list[float]:
    return [value for value in (parameter.default, *hints) if value in parameter][:most]


def hints_of(numbers: Sequence[float]) -> tuple[float, ...]:
    """The numbers that parameters of a curve may have, which has `numbers`: they, their roots, squares and the like."""
    sizes = [*dict.fromkeys(abs(each) for each in numbers if 1e-6 < abs(each) < 1e6)][:12]
    found = [*sizes, *(-each for each in sizes), *(abs(1.0 - each) for each in sizes)]
    found += [*map(math.sqrt, sizes), *(each * each for each in sizes), *(1.0 / each for each in sizes)]
    found += [abs(a - b) for a, b in itertools.combinations(sizes[:5], 2)]
    found += [a / b for a, b in itertools.permutations(sizes[:5], 2)]
    return tuple(dict.fromkeys(found))
