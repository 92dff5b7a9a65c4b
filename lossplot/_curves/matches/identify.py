"""Find the losses of the catalogue that a curve is: their names, parameters, factors and shifts, best first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.matches.fitting import (
    EXACT,
    Candidate,
    Comparison,
    Fit,
    Target,
    first_fits,
    hints_of,
    improved,
    scale,
)
from lossplot._curves.matches.match import Match, Sample, Term, finished
from lossplot._curves.matches.mixtures import mixtures
from lossplot._curves.matches.numerals import UNKNOWN, Numeral, numeral, of_parameters
from lossplot._formula.evaluate import Array, bind
from lossplot._formula.notation.letters import number
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import numbers_in
from lossplot._losses import LOSSES, Axis, Parameter
from lossplot._losses.entry import MARGIN, PROBABILITY

# What is left of a curve by rounding alone, as a share of it, and below which a fit is worth more steps.
_ROUNDING, _NEAR = 1e-13, 0.6
# To this share a factor and a shift are known.
_SHORT = 1e-11
# Fits that take part in each round, and the steps of that.
_STARTS, _ROUNDS = 2, ((50, 3), (20, 25))
MOST_MATCHES = 10
# Fewest rows of a table that can be identified.
FEWEST_ROWS = 16
# Those that are named where none is exact.
MOST_NEAREST = 5
# Matches so many times as far off as the closest are limits of a family that has another.
_FAR = 1e3
# How much worse than a digit it is to be mirrored, on another axis, defined on a part alone, or a sum.
_MIRRORED, _MOVED, PARTIAL = 3, 2, 100
# The costs of a match beyond which a sum may be said more simply.
_SIMPLE = 4
# Where one loss is enough, the most that a sum may cost.
_SIMPLEST_SUM = 12


def sample_of(curve: Curve) -> Sample:
    """The sample of a formula, at points of every axis if its own says nothing."""
    axis = None if curve.axis.is_nameless else curve.axis
    low, high = curve.domain.low, curve.domain.high
    places = _landmarks(curve, 50.0)
    tree = bind(curve.notation, curve.parameters, curve.axis.variable)
    numbers = [*places, *curve.values, *numbers_in(tree), *numbers_in(curve.tree)]
    reach = 4.0 * max([3.0, *(abs(x) for x in places)])
    view = curve.axis.view
    parts = [
        np.linspace(*view, 44)[1:-1] + 0.0173,
        np.array([x + d for x in places for d in (-0.31, -0.02, 0.02, 0.31)]),
    ]
    if axis is None:
        parts += [np.linspace(0.0, 1.0, 16)[1:-1]]
    if math.isinf(high - low):
        sizes = np.geomspace(0.01, reach, 14)
        parts += [sizes, -sizes]
    else:
        parts += [low + (high - low) * np.array([1e-3, 0.01, 0.99, 0.999])]
    x = np.unique(np.concatenate(parts))
    x = x[(x > low) & (x < high)]
    with np.errstate(all="ignore"):
        y = curve.jet(x).value
    usable = np.isfinite(y)
    own = frozenset(abs(each) for each in (*curve.values, *numbers_in(tree)) if each)
    return Sample(x[usable], y[usable], axis, hints_of(numbers), view, curve, own)


def sample_of_table(x: Array, y: Array, axis: Axis | None) -> Sample:
    """The sample of a table of values, whose x are in order."""
    usable = np.isfinite(x) & np.isfinite(y)
    x, y = x[usable], y[usable]
    chosen = np.unique(np.linspace(0, max(len(x) - 1, 0), min(len(x), 200)).astype(int))
    turns = x[chosen] if len(x) else x
    view = (float(x.min()), float(x.max())) if len(x) else (0.0, 0.0)
    return Sample(turns, y[chosen], axis, _bends(x, y), view)


@np.errstate(all="ignore")
def identify(sample: Sample) -> tuple[Match, ...]:
    """Find the losses that a curve is, or those that come nearest; best first."""
    target = Target(sample.x, sample.y, sample.hints)
    comparisons = {candidate: Comparison(candidate, target) for candidate in _candidates(sample.axis)}
    first = {candidate: first_fits(comparison) for candidate, comparison in comparisons.items()}
    # Of an even curve a mirrored loss says nothing more, but for a part of a sum.
    is_even = sample.is_even
    alone = [few for candidate, few in first.items() if not (is_even and candidate.is_mirrored)]
    fits = [fit for few in alone for fit in few[:_STARTS]]
    for most, rounds in _ROUNDS:
        fits = sorted(fits, key=lambda fit: fit.residual)
        fits = [
            improved(comparisons[fit.candidate], fit, rounds) if fit.residual < _NEAR else fit for fit in fits[:most]
        ]
    fits = [_plainer(comparisons[fit.candidate], fit) for fit in fits]
    fits += [fit for few in alone for fit in few if fit.residual < EXACT]
    best: dict[Candidate, Match] = {}
    for fit in dict.fromkeys(sorted(fits, key=lambda fit: fit.residual)):
        if (known := best.get(fit.candidate)) and not (known.is_exact and fit.residual < EXACT):
            continue
        try:
            match = match_of(sample, comparisons[fit.candidate], fit)
        except FormulaError:
            # The loss has no value with these parameters together.
            continue
        if not known or (match.is_exact and match.cost < known.cost):
            best[fit.candidate] = match
    matches = [*best.values()]
    exact = [match for match in matches if match.is_exact]
    whole = [match for match in exact if match.cost < PARTIAL]
    least = min([match.cost for match in whole], default=math.inf)
    if all(match.shift.value for match in whole if match.cost == least) and least > _SIMPLE:
        least = min(least, _SIMPLEST_SUM) if whole else least
        whole += [match for match in mixtures(sample, comparisons, first) if match.cost < least][:MOST_NEAREST]
    if whole or exact:
        return tuple(_distinct(whole or exact)[:MOST_MATCHES])
    return tuple(sorted(matches, key=lambda match: (match.cost >= PARTIAL, match.residual))[:MOST_NEAREST])


def _distinct(matches: Sequence[Match]) -> list[Match]:
    """The exact `matches`, best first, without those that are only nearly so and those that mirror an even one."""
    closest = min(match.difference for match in matches)
    kept: list[Match] = []
    names: set[object] = set()
    for match in sorted(matches, key=lambda match: match.cost):
        name = tuple((term.curve, term.factor.value) for term in match.terms)
        if match.difference <= max(_FAR * closest, _ROUNDING * match.height) and name not in names:
            kept.append(match)
            names.add(name)
    return kept


def match_of(sample: Sample, comparison: Comparison, fit: Fit) -> Match:
    """The match of a fit, in numbers as short as they can be."""
    candidate, parameters = comparison.candidate, fit.parameters
    numerals = [Numeral(value, number(value), 0) for value in parameters]
    if fit.residual < EXACT:
        for i, short in enumerate(of_parameters(candidate.loss.parameters, parameters, sample.numbers)):
            trial = (*parameters[:i], short.value, *parameters[i + 1 :])
            is_right = _left(comparison, trial) < max(_ROUNDING, 2.0 * _left(comparison, parameters))
            parameters = trial if is_right else parameters
            numerals[i] = short if is_right else Numeral(parameters[i], number(parameters[i]), UNKNOWN)
    else:
        parameters = tuple(
            _rounded(value, each) for value, each in zip(parameters, candidate.loss.parameters, strict=True)
        )
    factor, shift = scale(comparison, parameters)
    if fit.residual >= EXACT:
        factor, shift = float(f"{factor:.4g}"), float(f"{shift:.4g}")
    height = float(np.ptp(sample.y)) or 1.0
    shift_numeral = Numeral(0.0, "0", 0) if abs(shift) <= 1e-9 * height else numeral(shift, _SHORT, sample.numbers)
    term = Term(candidate.curve(parameters), numeral(factor, _SHORT, sample.numbers), candidate.is_mirrored)
    covers = comparison.target.x.size >= sample.x.size
    extra = _extra(candidate, sample) + (0 if covers else PARTIAL)
    return finished(sample, (term,), shift_numeral, numerals, extra, fit.residual)


def _rounded(value: float, parameter: Parameter) -> float:
    """`value` in four digits, as many as one that is not exact deserves."""
    short = float(f"{value:.4g}")
    return short if short in parameter else value


def _left(comparison: Comparison, parameters: Sequence[float]) -> float:
    return float(comparison.residuals(comparison.rows(np.array([parameters], dtype=np.float64)))[0])


def _plainer(comparison: Comparison, fit: Fit) -> Fit:
    """The exact `fit` with as many parameters at their defaults as can be: those that change nothing."""
    if fit.residual >= EXACT:
        return fit
    fixed: frozenset[int] = frozenset()
    for i, parameter in enumerate(fit.candidate.loss.parameters):
        parameters = (*fit.parameters[:i], parameter.default, *fit.parameters[i + 1 :])
        trial = Fit(fit.candidate, parameters, _left(comparison, parameters))
        if trial.residual >= EXACT and trial.residual < _NEAR and len(parameters) > 1:
            trial = improved(comparison, trial, 25, fixed | {i})
        if trial.residual < EXACT:
            fit, fixed = trial, fixed | {i}
    return fit


def _candidates(axis: Axis | None) -> Iterator[Candidate]:
    """Every loss that can be on the axis of the sample, or all if nothing says which, as it is and mirrored."""
    name = axis.name if axis else ""
    for loss in LOSSES.values():
        own = loss.axis.name
        if name in ("", own):
            yield from _both(Candidate(loss))
        if own == "probability" and name in ("", "margin"):
            yield from _both(Candidate(loss, MARGIN))
        if own == "margin" and name == "probability":
            yield Candidate(loss, PROBABILITY)


def _both(candidate: Candidate) -> Iterator[Candidate]:
    """A candidate, and the same mirrored."""
    yield candidate
    yield replace(candidate, is_mirrored=True)


def _extra(candidate: Candidate, sample: Sample) -> int:
    """Return the cost of saying on which axis a candidate is, and that it is mirrored."""
    cost = _MIRRORED * candidate.is_mirrored + _MOVED * (candidate.moved_to is not None)
    if sample.curve and sample.axis is None and candidate.axis.variable != sample.curve.axis.variable:
        cost += 1
    return cost


def _landmarks(curve: Curve, reach: float) -> list[float]:
    try:
        return curve.landmarks(-reach, reach)[:24]
    except FormulaError:
        return []


def _bends(x: Array, y: Array) -> tuple[float, ...]:
    """The places of a table between which it bends most."""
    if len(x) < 5:
        return ()
    with np.errstate(all="ignore"):
        slopes = np.diff(y) / np.diff(x)
        bends = np.abs(np.diff(slopes))
    order = np.argsort(-np.where(np.isfinite(bends), bends, 0.0), kind="stable")[:4]
    return hints_of([float(x[i + 1]) for i in sorted(order)])
