"""Knots of a formula: its jumps, corners and curvature knots, to the last bit.

Every place where a formula can change is the root of one of its *switches*: the argument of an
`abs`, the difference of two sides of a comparison, a divisor.  Between two neighbouring roots
the formula is analytic.  At a root the germs at its two sides tell what it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from lossplot.formula.evaluate import Array, Jet, evaluate
from lossplot.formula.functions import row_of
from lossplot.formula.parser import FormulaError, fill
from lossplot.formula.tree import COMPARISONS, Call, Number, Tree, names_in

GRID = 1025
MAX_ROOTS = 256

Kind = Literal["jump", "corner", "curvature"]


@dataclass(frozen=True, slots=True)
class Knot:
    """A point where the formula changes, and the one-sided limits there of what jumps.

    That is the value at a jump, the slope at a corner, the second derivative at a curvature knot.
    `before` and `after` are the last double at the left and the first at the right: both `x`,
    unless the exact place lies between two doubles.
    """

    x: float
    kind: Kind
    left: float
    right: float
    before: float
    after: float


def find_knots(tree: Tree, variable: str, low: float, high: float) -> tuple[Knot, ...]:
    """Find all knots of `tree` (parameters bound) in [low, high], in order.

    Raises FormulaError if there are more than 256 places to look at.
    """
    knots = (_classify(tree, variable, before, after) for before, after in find_roots(tree, variable, low, high))
    return tuple(knot for knot in knots if knot)


def find_roots(tree: Tree, variable: str, low: float, high: float) -> list[tuple[float, float]]:
    """Find the roots of all switches of `tree` in [low, high], in order: its knots and its smooth joins.

    Each is a pair of neighbouring doubles, or twice the same where that is the exact place.
    """
    # The halves are as exact, and differ by a double.
    even = 2.0 * np.linspace(low / 2.0, high / 2.0, GRID) if math.isinf(high - low) else np.linspace(low, high, GRID)
    grid = np.union1d(even, [x for x in (low, 0.0, high) if low <= x <= high])
    roots: set[tuple[float, float]] = set()
    for switch in dict.fromkeys(switches(tree, variable)):
        roots.update(roots_of(switch, variable, np.union1d(grid, [x for pair in roots for x in pair])))
        if len(roots) > MAX_ROOTS:
            raise FormulaError(
                f"the formula changes at more than {MAX_ROOTS} places from {low:g} to {high:g}; narrow the range"
            )
    return _merge(sorted(roots))


def _merge(roots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Make one root of those that touch, at the exact place if one of them has it."""
    distinct: list[tuple[float, float]] = []
    for before, after in roots:
        if distinct and before <= distinct[-1][1]:
            last = distinct.pop()
            exact = [root for root in (last, (before, after)) if root[0] == root[1]]
            distinct.append(exact[0] if exact else (last[0], max(last[1], after)))
        else:
            distinct.append((before, after))
    return distinct


def switches(tree: Tree, variable: str) -> Iterator[Tree]:
    """Yield the switches of `tree`, inner ones first, so that their roots split the outer ones' view."""
    if not isinstance(tree, Call) or variable not in names_in(tree):
        return
    for part in tree.arguments:
        yield from switches(part, variable)
    own: Iterable[Tree] = ()
    match tree:
        case Call("max" | "min", arguments):
            own = (Call("-", pair) for pair in combinations(arguments, 2))
        case Call("/", (_, below)):
            own = (below,)
        case Call("^", (base, exponent)):
            is_whole = isinstance(exponent, Number) and exponent.value >= 0 and exponent.value % 1 == 0
            own = () if is_whole else (base,)
        case Call(function, arguments) if function in COMPARISONS:
            own = (Call("-", arguments),)
        case Call(function, arguments) if formula := row_of(function).switch:
            own = (fill(formula, arguments),)
    yield from (switch for switch in own if variable in names_in(switch))


def roots_of(switch: Tree, variable: str, grid: Array) -> Iterator[tuple[float, float]]:
    """Yield pairs of neighbouring doubles between which `switch` passes zero; twice the same where it is zero."""

    def jet(x: float) -> Jet:
        return evaluate(switch, variable, np.array([x]))

    def sign(x: float) -> float:
        return float(np.sign(jet(x).value[0]))

    samples = evaluate(switch, variable, grid)
    signs = np.sign(samples.value)
    zero = signs == 0.0
    run = zero & np.append(False, zero[:-1]) & np.append(zero[1:], False)
    yield from ((float(x), float(x)) for x in grid[zero & ~run])
    for i in np.flatnonzero(signs[:-1] * signs[1:] < 0.0):
        a, b = float(grid[i]), float(grid[i + 1])
        yield _root(sign, *_near_root(jet, sign, a, b))
    yield from _touching(jet, sign, samples, grid)


def _touching(
    jet: Callable[[float], Jet], sign: Callable[[float], float], samples: Jet, grid: Array
) -> Iterator[tuple[float, float]]:
    """Yield the roots where the switch turns round at zero, or just beyond it, between two points of the grid."""

    def slope_sign(x: float) -> float:
        return float(np.sign(jet(x).slope[0]))

    signs, slopes, sizes = np.sign(samples.value), np.sign(samples.slope), np.abs(samples.value)
    turning = (signs[:-1] * signs[1:] > 0.0) & (slopes[:-1] * signs[:-1] < 0.0) & (slopes[1:] * signs[1:] > 0.0)
    with np.errstate(all="ignore"):
        reach = 2.0 * np.diff(grid) * np.maximum(np.abs(samples.slope[:-1]), np.abs(samples.slope[1:]))
    for i in np.flatnonzero(turning & (np.minimum(sizes[:-1], sizes[1:]) <= reach)):
        a, b = float(grid[i]), float(grid[i + 1])
        turn = _root(slope_sign, a, b)[1]
        if sign(turn) == 0.0:
            yield turn, turn
        elif sign(turn) != sign(a):
            yield _root(sign, a, turn)
            yield _root(sign, turn, b)


def _near_root(jet: Callable[[float], Jet], sign: Callable[[float], float], a: float, b: float) -> tuple[float, float]:
    """Narrow [a, b] to the surroundings of where Newton's steps from the middle lead, if the root is there."""
    guess = (a + b) / 2.0
    for _ in range(6):
        here = jet(guess)
        slope = float(here.slope[0])
        if not slope or not math.isfinite(slope):
            return a, b
        step = float(here.value[0]) / slope
        guess = min(max(guess - step, a), b)
        if abs(step) <= 4.0 * math.ulp(max(abs(a), abs(b))):
            break
    width = 8.0 * math.ulp(max(abs(a), abs(b)))
    low, high = max(a, guess - width), min(b, guess + width)
    return (low, high) if low < high and sign(low) == sign(a) and sign(high) == sign(b) else (a, b)


def _root(sign: Callable[[float], float], a: float, b: float) -> tuple[float, float]:
    """Find the neighbours between which `sign` changes; twice the middle double, where rounding makes several zero."""
    sign_a = sign(a)
    before, first = _bisect(lambda x: sign(x) == sign_a, a, b)
    if sign(first):
        return before, first
    last = _bisect(lambda x: not sign(x), first, b)[0]
    middle = _double((_ordinal(first) + _ordinal(last)) // 2)
    return middle, middle


def _bisect(test: Callable[[float], bool], a: float, b: float) -> tuple[float, float]:
    """Find the last double where `test` holds, as it does at a, and the next, where it does not, as at b.

    It halves the order of the doubles, not their values, so that 64 steps reach the last bit anywhere.
    """
    low, high = _ordinal(a), _ordinal(b)
    while high - low > 1:
        middle = (low + high) // 2
        if test(_double(middle)):
            low = middle
        else:
            high = middle
    return _double(low), _double(high)


def _ordinal(x: float) -> int:
    bits = int(np.float64(x).view(np.int64))
    return bits if bits >= 0 else -(bits & 0x7FFF_FFFF_FFFF_FFFF)


def _double(ordinal: int) -> float:
    size = float(np.int64(abs(ordinal)).view(np.float64))
    return math.copysign(size, ordinal)


def _classify(tree: Tree, variable: str, before: float, after: float) -> Knot | None:
    """Classify the knot of `tree` at a root by the germs at its sides; None for a smooth join."""
    left = evaluate(tree, variable, _beside(before, -1), side=-1)
    right = evaluate(tree, variable, _beside(after, +1), side=+1)
    kinds: tuple[Kind, ...] = ("jump", "corner", "curvature")
    if before == after and _stands_alone(tree, variable, before, left.value, right.value):
        return Knot(after, "jump", _limit(left.value, True), _limit(right.value, True), before, after)
    parts = zip((left.value, left.slope, left.curvature), (right.value, right.slope, right.curvature), strict=True)
    for kind, (at_left, at_right) in zip(kinds, parts, strict=True):
        ends = _limit(at_left, before == after), _limit(at_right, before == after)
        if _differ(ends, at_left, at_right):
            return Knot(after, kind, *ends, before, after)
    return None


def _stands_alone(tree: Tree, variable: str, x: float, at_left: Array, at_right: Array) -> bool:
    """Return True if the value at `x` is neither of the limits there, as that of `1 if abs(m) > 0 else 0` is."""
    value = float(evaluate(tree, variable, np.array([x])).value[0])
    sides = ((_limit(at_left, True), at_left), (_limit(at_right, True), at_right))
    return math.isfinite(value) and all(
        math.isfinite(end) and _differ((value, end), np.array([value]), beside) for end, beside in sides
    )


def _beside(x: float, side: int) -> Array:
    step = math.ulp(x) if x else 2.0**-300
    return x + side * step * np.arange(9.0)


def _limit(beside: Array, is_exact: bool) -> float:
    """Compute a one-sided limit: the germ, unless it is undefined, or nothing is beyond it, or a pole is beside it.

    At the exact place a finite germ is beside no pole, however steep the function is.
    """
    germ, neighbour, far = float(beside[0]), float(beside[1]), float(beside[-1])
    if math.isnan(neighbour):
        return math.nan
    if is_exact and math.isfinite(germ):
        return germ + 0.0
    if abs(neighbour) > 1e3 and abs(neighbour) > 2.5 * abs(far):
        return math.copysign(math.inf, neighbour)
    return (neighbour if math.isnan(germ) else germ) + 0.0


def _differ(ends: tuple[float, float], at_left: Array, at_right: Array) -> bool:
    """Return True if two limits differ by more than rounding, measured by how eight doubles beside them move."""
    if not all(map(math.isfinite, ends)):
        return True
    with np.errstate(all="ignore"):
        noise = float(np.nanmax(np.abs(at_left - ends[0])) + np.nanmax(np.abs(at_right - ends[1])))
    return abs(ends[1] - ends[0]) > 1e-12 * max(map(abs, ends)) + (1e3 * noise if math.isfinite(noise) else 0.0)
