"""Gradients and Hessians written by hand beside the exact ones of a loss, over its whole domain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.axes import onto_axis
from lossplot._curves.checks.given import Given
from lossplot._curves.checks.hints import hint
from lossplot._curves.checks.verdict import Stretch, Verdict, What
from lossplot._curves.curve import Curve, all_knots
from lossplot._curves.identity import exact_value
from lossplot._formula.evaluate import Array, bind, evaluate
from lossplot._formula.knots import Knot, find_roots
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import Tree, numbers_in

# What counts as equal, as a share of the exact number and of what it moves by when x and the parameters do.
TOLERANCE = 1e-9
# What is nothing beside the largest number in the view, where the exact one is zero.
_NOTHING = 1e-12
# Relative distances at which the conditioning is measured, and how near a knot nothing is compared.
_ASIDE, _BESIDE = 1e-6, 1e-9
# Points around each place where something may change, and how far out.
_NEAREST, _FARTHEST, _PER_DECADE = 1e-9, 1e7, 8
_FAR_OUT = 10.0 ** np.arange(8.0, 301.0, 12.0)
_REACHES = (50.0, 1e6)
_IN_VIEW = 601
# Most points at which digits beyond those of doubles decide, and how many digits.
_MOST_EXACT, _DIGITS, _MORE_DIGITS = 160, 80, 320
# A difference that shows in doubles.
_VISIBLE = 1e-8
# A difference that is worth showing, as a share of the two, and sizes that are as good as zero.
_PLAIN, _VANISHED = 1e-3, 1e-280
_HALVINGS = 24
# So many times as far as the view reaches are doubles believed where no more digits can be computed.
_TRUSTED = 5.0


@np.errstate(all="ignore")
def compare_formulas(loss: Curve, given: Given) -> Verdict:
    """Compare what was `given` with the exact derivative of `loss`: its first, or for a Hessian its second."""
    order = given.order
    what: What = "gradient" if order == 1 else "hessian"
    x = _points(loss, given)
    with np.errstate(all="ignore"):
        exact, own = _exact(loss, x, order), given.at(x)
        allowed = TOLERANCE * (np.abs(exact) + _moved_by(loss, x, order)) + _least(loss, x, exact)
        off = ~(np.abs(own - exact) <= allowed) & ~((own == exact) | np.isnan(exact) | np.isinf(exact))
    suspects = np.flatnonzero(off)
    plain = np.flatnonzero(off & np.isin(x, np.linspace(*loss.axis.view, _IN_VIEW)) & _is_plain(own, exact))
    suspects = np.concatenate([plain[:1], suspects])
    first = _confirmed(loss, given, order, x, suspects, allowed)
    kink = _wrong_kink(loss, given, order)
    notes = _overflow(given, x, exact)
    if first is None and kink is None:
        return Verdict(what, True, TOLERANCE, notes=notes)
    if first is None or (kink and kink[0] < x[first] and _in_view(loss, kink[0])):
        place, value, ends = kink or (math.nan, math.nan, (math.nan, math.nan))
        return Verdict(
            what, False, TOLERANCE, place, value, ends[0], interval=ends, notes=notes, is_kink_only=first is None
        )
    visible = off & ~(np.abs(own - exact) <= _VISIBLE * (np.abs(own) + np.abs(exact)))
    visible |= off & ~np.isfinite(own)
    visible[first] = True
    told = np.isfinite(exact) & (~(np.abs(own) + np.abs(exact) < _VANISHED) | _are_zero(x, own, exact, loss, given))
    return Verdict(
        what,
        False,
        TOLERANCE,
        float(x[first]),
        float(own[first]),
        float(exact[first]),
        hint=hint(loss, given, x, own),
        stretches=_stretches(x[told], visible[told], loss, given),
        notes=notes,
    )


def _exact(loss: Curve, x: Array, order: int) -> Array:
    jet = loss.jet(x)
    return jet.slope if order == 1 else jet.curvature


def _points(loss: Curve, given: Given) -> Array:
    """Points of the whole domain, the ends and the surroundings of knots excepted, those in the view first."""
    low, high = loss.domain.low, loss.domain.high
    places = _all_landmarks(loss, given)
    numbers = [x for tree in (loss.tree, given.tree) for x in numbers_in(tree) if 1e-100 < abs(x) < 1e100]
    sizes = sorted({1.0, *(abs(x) for x in numbers)})
    centres = {0.0, *places, *sizes, *(-size for size in sizes), *(end for end in (low, high) if math.isfinite(end))}
    steps = np.geomspace(_NEAREST, _FARTHEST, round(_PER_DECADE * math.log10(_FARTHEST / _NEAREST)))
    around = np.concatenate([-steps, [0.0], steps])
    between = [(a + b) / 2.0 for a, b in pairwise(sorted(places))]
    view = np.linspace(*loss.axis.view, _IN_VIEW)
    near = [centre + around for centre in sorted(centres)]
    x = np.unique(np.concatenate([view, between, _FAR_OUT, -_FAR_OUT, *near]))
    x = x[(x > low) & (x < high)]
    for knot in all_knots(loss):
        x = x[np.abs(x - knot.x) > _BESIDE * abs(knot.x)]
    inside = (x >= loss.axis.view[0]) & (x <= loss.axis.view[1])
    outside = x[~inside]
    return np.concatenate([x[inside], outside[np.argsort(np.abs(outside), kind="stable")]])


def _landmarks(tree: Tree, loss: Curve) -> list[float]:
    """The places in the domain of the loss at which a formula may change."""
    found: set[float] = set()
    for reach in _REACHES:
        low, high = max(loss.domain.low, -reach), min(loss.domain.high, reach)
        with suppress(FormulaError):
            found.update(x for _, x in find_roots(tree, loss.axis.variable, low, high))
    return sorted(found)


def _all_landmarks(loss: Curve, given: Given) -> list[float]:
    """The places at which the loss or what was given may change, in order."""
    return sorted({x for tree in (loss.tree, given.tree) for x in _landmarks(tree, loss)})


def _moved_by(loss: Curve, x: Array, order: int) -> Array:
    """Compute how far the derivative moves, to first order, when x and each parameter move by their own size."""
    if order == 1:
        changes = [np.abs(x * loss.jet(x).curvature)]
    else:
        changes = [_change(*(_exact(loss, x * share, order) for share in (1.0 + _ASIDE, 1.0 - _ASIDE)))]
    for name, value in loss.parameters.items():
        if value and math.isfinite(value):
            ends = (_exact(loss.having(name, value * share), x, order) for share in (1.0 + _ASIDE, 1.0 - _ASIDE))
            changes.append(_change(*ends))
    total: Array = np.sum(np.nan_to_num(np.array(changes), nan=0.0, posinf=0.0), axis=0)
    return total


def _change(above: Array, below: Array) -> Array:
    return np.abs(above - below) / (2.0 * _ASIDE)


def _least(loss: Curve, x: Array, exact: Array) -> Array:
    """Return the differences that count as none where the exact derivative is zero."""
    low, high = loss.axis.view
    seen = np.abs(exact[(x >= low) & (x <= high)])
    largest = float(np.max(seen[np.isfinite(seen)], initial=0.0))
    return np.where(exact == 0.0, _NOTHING * largest, 1e-307)


def _confirmed(
    loss: Curve, given: Given, order: int, x: Array, suspects: NDArray[np.intp], allowed: Array
) -> int | None:
    """The first of the `suspects` at which many digits differ too."""
    if not suspects.size:
        return None
    reach = _TRUSTED * max(map(abs, loss.axis.view))
    chosen = suspects[np.unique(np.linspace(0, suspects.size - 1, min(suspects.size, _MOST_EXACT)).astype(int))]
    for at in chosen.tolist():
        place = float(x[at])
        one, other = given.exactly(place, _DIGITS), exact_value(loss, place, order, _DIGITS)
        limit = Decimal(float(allowed[at]))
        if one.is_nan() or other.is_nan():
            # Such as a sine, which is computed in doubles alone: what they say far out tells nothing.
            if abs(place) > reach:
                continue
            own, exact = given.at(np.array([place]))[0], _exact(loss, np.array([place]), order)[0]
            if _is_undefined(given, place) or (math.isfinite(own) and math.isfinite(exact)):
                return int(at)
            continue
        if one.is_infinite() or other.is_infinite():
            if one != other:
                return int(at)
        # What cancels to nothing with many digits has others with more.
        elif abs(one - other) > limit and abs(given.exactly(place, _MORE_DIGITS) - one) <= limit:
            return int(at)
    return None


def _is_undefined(given: Given, place: float) -> bool:
    """Return True if what was given is NaN at a place, and not beside it: 0/0."""
    beside = [place + step for step in (-1e-6, 1e-6)]
    values = given.at(np.array([place, *beside]))
    return bool(np.isnan(values[0]) and np.isfinite(values[1:]).all())


def _wrong_kink(loss: Curve, given: Given, order: int) -> tuple[float, float, tuple[float, float]] | None:
    """The first knot at which what was given is no subgradient: its place, the value, the interval."""
    for knot in all_knots(loss):
        if knot.before != knot.after or not has_interval(knot, order):
            continue
        low, high = min(knot.left, knot.right), max(knot.left, knot.right)
        value = float(given.at(np.array([knot.x]))[0])
        slack = TOLERANCE * max(abs(low), abs(high), 1e-300)
        if math.isfinite(low) and math.isfinite(high) and not low - slack <= value <= high + slack:
            return knot.x, value, (low, high)
    return None


def has_interval(knot: Knot, order: int) -> bool:
    """Return True if a derivative of this order has an interval at `knot`, not a value."""
    return knot.kind == ("corner" if order == 1 else "curvature")


def _in_view(loss: Curve, x: float) -> bool:
    return loss.axis.view[0] <= x <= loss.axis.view[1]


def _is_plain(own: Array, exact: Array) -> NDArray[np.bool_]:
    """Return True where two differ by more than a hundredth of the usual size."""
    finite = np.abs(exact[np.isfinite(exact)])
    usual = float(np.median(finite)) if finite.size else 0.0
    return ~(np.abs(own - exact) <= _PLAIN * (np.abs(own) + np.abs(exact) + usual))


def _are_zero(x: Array, own: Array, exact: Array, loss: Curve, given: Given) -> NDArray[np.bool_]:
    """Return True for the points of each piece on which both are zero all over, and not only too small for a double."""
    pieces = np.searchsorted(_all_landmarks(loss, given), x)
    other = np.unique(pieces[~((own == 0.0) & (exact == 0.0))])
    return ~np.isin(pieces, other)


def _stretches(x: Array, off: NDArray[np.bool_], loss: Curve, given: Given) -> tuple[Stretch, ...]:
    """The stretches on which the two differ visibly, cut at places at which one of them changes."""
    order = np.argsort(x)
    places, differ = x[order], off[order]
    edges = np.flatnonzero(np.diff(differ, prepend=False, append=False))
    cuts = [0.0, loss.domain.low, loss.domain.high, *_all_landmarks(loss, given)]
    found: list[Stretch] = []
    for first, last in zip(edges[::2], edges[1::2] - 1, strict=True):
        low = loss.domain.low if first == 0 else _cut(float(places[first]), cuts)
        high = loss.domain.high if last == len(places) - 1 else _cut(float(places[last]), cuts)
        if found and found[-1].high == low:
            found[-1] = Stretch(found[-1].low, high)
        else:
            found.append(Stretch(low, high))
    return tuple(found)


def _cut(x: float, cuts: Sequence[float]) -> float:
    """The nearest of `cuts` if `x` is but a little beside it, else `x`."""
    nearest = min(cuts, key=lambda cut: abs(cut - x))
    return nearest if abs(nearest - x) <= 1e-5 * max(abs(nearest), 1.0) else x


def _overflow(given: Given, x: Array, exact: Array) -> tuple[tuple[float, float], ...]:
    """The places nearest to zero at which the formula overflows as it was typed, and what comes of it there."""
    curve = given.curve
    tree = bind(onto_axis(curve.loss.notation, curve.loss.axis, curve.axis), curve.parameters, curve.axis.variable)
    variable = curve.axis.variable

    def typed(places: Array) -> Array:
        return evaluate(tree, variable, given.turned(places)).value

    broken = ~np.isfinite(typed(x)) & np.isfinite(exact) & (x != 0.0)
    found = []
    for side in (-1.0, 1.0):
        places = x[broken & (np.sign(x) == side)]
        if not places.size:
            continue
        nearest = float(places[np.argmin(np.abs(places))])
        whole = x[~broken & (np.sign(x) == side) & (np.abs(x) < abs(nearest))]
        before = float(whole[np.argmax(np.abs(whole))]) if whole.size else 0.0
        if _is_undefined(given, nearest) or abs(nearest) < 1.0:
            continue
        for _ in range(_HALVINGS):
            middle = (before + nearest) / 2.0
            if np.isfinite(typed(np.array([middle]))[0]):
                before = middle
            else:
                nearest = middle
        found.append((nearest, float(typed(np.array([nearest]))[0])))
    return tuple(found)
