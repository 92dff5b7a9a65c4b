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
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array, Jet, evaluate, evaluate_value
from lossplot._formula.functions import row_of
from lossplot._formula.parser import FormulaError, fill
from lossplot._formula.tree import COMPARISONS, Call, Number, Tree, names_in

GRID = 1025
MAX_ROOTS = 256
# Number of doubles that are looked at beside a root, itself among them.
_BESIDE = 9
_NEWTON_STEPS = 6

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
    roots = find_roots(tree, variable, low, high)
    if not roots:
        return ()
    left = evaluate(tree, variable, np.concatenate([_beside(before, -1) for before, _ in roots]), side=-1)
    right = evaluate(tree, variable, np.concatenate([_beside(after, +1) for _, after in roots]), side=+1)
    shape = (3, len(roots), _BESIDE)
    at_left, at_right = (np.stack((jet.value, jet.slope, jet.curvature)).reshape(shape) for jet in (left, right))
    at = evaluate(tree, variable, np.array([after for _, after in roots])).value.tolist()
    knots = (_classify(root, at[i], at_left[:, i], at_right[:, i]) for i, root in enumerate(roots))
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

    def jet(x: Array) -> Jet:
        return evaluate(switch, variable, x)

    def sign(x: Array) -> Array:
        return np.sign(evaluate_value(switch, variable, x))

    samples = jet(grid)
    signs = np.sign(samples.value)
    zero = signs == 0.0
    run = zero & np.append(False, zero[:-1]) & np.append(zero[1:], False)
    yield from ((float(x), float(x)) for x in grid[zero & ~run])
    crossing = np.flatnonzero(signs[:-1] * signs[1:] < 0.0)
    if crossing.size:
        yield from _pairs(*_root(sign, *_near_root(jet, sign, grid[crossing], grid[crossing + 1])))
    yield from _touching(jet, sign, samples, grid)


def _pairs(before: Array, after: Array) -> Iterator[tuple[float, float]]:
    return zip(before.tolist(), after.tolist(), strict=True)


def _touching(
    jet: Callable[[Array], Jet], sign: Callable[[Array], Array], samples: Jet, grid: Array
) -> Iterator[tuple[float, float]]:
    """Yield the roots where the switch turns round at zero, or just beyond it, between two points of the grid."""

    def slope_sign(x: Array) -> Array:
        return np.sign(jet(x).slope)

    signs, slopes, sizes = np.sign(samples.value), np.sign(samples.slope), np.abs(samples.value)
    turning = (signs[:-1] * signs[1:] > 0.0) & (slopes[:-1] * signs[:-1] < 0.0) & (slopes[1:] * signs[1:] > 0.0)
    with np.errstate(all="ignore"):
        reach = 2.0 * np.diff(grid) * np.maximum(np.abs(samples.slope[:-1]), np.abs(samples.slope[1:]))
    places = np.flatnonzero(turning & (np.minimum(sizes[:-1], sizes[1:]) <= reach))
    if not places.size:
        return
    a, b = grid[places], grid[places + 1]
    turn = _root(slope_sign, a, b)[1]
    at_turn = sign(turn)
    touches, passes = at_turn == 0.0, at_turn * sign(a) < 0.0
    yield from _pairs(turn[touches], turn[touches])
    yield from _pairs(*_root(sign, a[passes], turn[passes]))
    yield from _pairs(*_root(sign, turn[passes], b[passes]))


def _near_root(jet: Callable[[Array], Jet], sign: Callable[[Array], Array], a: Array, b: Array) -> tuple[Array, Array]:
    """Narrow each [a, b] to the surroundings of where Newton's steps from the middle lead, if the root is there."""
    guess = (a + b) / 2.0
    with np.errstate(all="ignore"):
        for _ in range(_NEWTON_STEPS):
            here = jet(guess)
            step = here.value / here.slope
            last, guess = guess, np.where(np.isfinite(step), np.clip(guess - step, a, b), guess)
            if np.array_equal(guess, last):
                break
        width = 8.0 * np.spacing(np.maximum(np.abs(a), np.abs(b)))
        low, high = np.maximum(a, guess - width), np.minimum(b, guess + width)
    at_a, at_low, at_high, at_b = np.split(sign(np.concatenate([a, low, high, b])), 4)
    is_there = (low < high) & (at_low == at_a) & (at_high == at_b)
    return np.where(is_there, low, a), np.where(is_there, high, b)


def _root(sign: Callable[[Array], Array], a: Array, b: Array) -> tuple[Array, Array]:
    """Find the neighbours between which `sign` changes; twice the middle double, where rounding makes several zero."""
    sign_a = sign(a)
    before, first = _bisect(lambda x: sign(x) == sign_a, a, b)
    zero = sign(first) == 0.0
    if np.any(zero):
        last = _bisect(lambda x: sign(x) == 0.0, first, np.where(zero, b, first))[0]
        middle = _double(_middle(_ordinal(first), _ordinal(last)))
        return np.where(zero, middle, before), np.where(zero, middle, first)
    return before, first


def _bisect(test: Callable[[Array], NDArray[np.bool_]], a: Array, b: Array) -> tuple[Array, Array]:
    """Find the last double where `test` holds, as it does at a, and the next, where it does not, as at b.

    It halves the order of the doubles, not their values, so that 64 steps reach the last bit anywhere.
    """
    low, high = _ordinal(a), _ordinal(b)
    while np.any(wide := low + 1 < high):
        middle = _middle(low, high)
        holds = test(_double(middle))
        low, high = np.where(wide & holds, middle, low), np.where(wide & ~holds, middle, high)
    return _double(low), _double(high)


def _middle(low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.int64]:
    """Halve the sum of whole numbers, rounded down, where the sum itself may overflow."""
    return (low & high) + ((low ^ high) >> 1)


def _ordinal(x: Array) -> NDArray[np.int64]:
    bits = np.ascontiguousarray(x).view(np.int64)
    return np.where(bits >= 0, bits, -(bits & 0x7FFF_FFFF_FFFF_FFFF))


def _double(ordinal: NDArray[np.int64]) -> Array:
    return np.copysign(np.abs(ordinal).view(np.float64), ordinal)


def _classify(root: tuple[float, float], at: float, left: Array, right: Array) -> Knot | None:
    """Classify the knot at a root by the value `at` it and by value, slope and curvature at the doubles beside it.

    Return None for a smooth join.
    """
    before, after = root
    kinds: tuple[Kind, ...] = ("jump", "corner", "curvature")
    is_exact = before == after
    if _is_overflow(left[0], right[0]):
        return None
    if is_exact and _stands_alone(at, left[0], right[0]):
        return Knot(after, "jump", _limit(left[0], True), _limit(right[0], True), before, after)
    for kind, at_left, at_right in zip(kinds, left, right, strict=True):
        ends = _limit(at_left, is_exact), _limit(at_right, is_exact)
        if _differ(ends, at_left, at_right):
            return Knot(after, kind, *ends, before, after)
    return None


def _is_overflow(at_left: Array, at_right: Array) -> bool:
    """Return True if every value at both sides is the same infinity, as that of `1/exp(m)` is far out: no pole."""
    return bool(np.all(np.isinf(at_left)) and np.all(at_left == at_left[0]) and np.all(at_right == at_left[0]))


def _stands_alone(value: float, at_left: Array, at_right: Array) -> bool:
    """Return True if `value` is neither of the limits beside it, as that of `1 if abs(m) > 0 else 0` at 0 is."""
    sides = ((_limit(at_left, True), at_left), (_limit(at_right, True), at_right))
    return math.isfinite(value) and all(
        math.isfinite(end) and _differ((value, end), np.array([value]), beside) for end, beside in sides
    )


def _beside(x: float, side: int) -> Array:
    step = math.ulp(x) if x else 2.0**-300
    return x + side * step * np.arange(float(_BESIDE))


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
