"""Sums of two losses that a curve is: the hinge and its mirror, 0.7 hinge + 0.3 logistic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from lossplot._curves.matches.fitting import Candidate, Comparison, Fit, free_parameters, moved, slopes_at
from lossplot._curves.matches.match import Match, Sample, Term, finished
from lossplot._curves.matches.numerals import Numeral, numeral, of_parameters
from lossplot._formula.evaluate import Array

# Most columns that are tried in pairs, pairs that are looked at, and pairs whose parameters are fitted.
_MOST, _LOOKED_AT, _FITTED = 500, 30, 6
# Values tried for the parameters of a loss in a sum.
_EACH = 3
_EXACT, _ALIKE, _NEAR = 1e-10, 1e-9, 0.05
_ROUNDS = 12
# What is missing of a curve, as a share of its square, if that is less than rounding shows.
_TOLD = 1e-10
# What it costs to say a pair, beside one loss.
_PAIR = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """A candidate with values of its parameters, and its values at all points of the sample, centred and weighted."""

    comparison: Comparison
    parameters: tuple[float, ...]
    row: Array

    @property
    def candidate(self) -> Candidate:
        return self.comparison.candidate


@dataclass(frozen=True, slots=True)
class _Pair:
    one: _Part
    other: _Part
    residual: float


def mixtures(
    sample: Sample, comparisons: Mapping[Candidate, Comparison], first: Mapping[Candidate, Sequence[Fit]]
) -> list[Match]:
    """Find pairs of losses whose sum is the curve."""
    parts = list(islice(_parts(sample, comparisons, first), _MOST))
    if len(parts) < 2:
        return []
    given = parts[0].comparison.given
    found: list[Match] = []
    fitted = 0
    for i, j in _likely(np.array([part.row for part in parts]), given):
        if _are_one(parts[i].candidate, parts[j].candidate):
            continue
        pair = _paired(parts[i], parts[j], given)
        if pair.residual >= _EXACT:
            if fitted >= _FITTED or pair.residual > _NEAR:
                continue
            fitted += 1
            pair = _improved(pair, given)
        if pair.residual < _EXACT:
            match = _match(sample, pair)
            found += [match] if match.is_exact and all(term.factor.value for term in match.terms) else []
    return found


def _parts(
    sample: Sample, comparisons: Mapping[Candidate, Comparison], first: Mapping[Candidate, Sequence[Fit]]
) -> Iterator[_Part]:
    """The losses that have values at all points, each with the likeliest values of its parameters, no two alike."""
    kept, count = np.empty((_MOST, sample.x.size)), 0
    for candidate, comparison in comparisons.items():
        if candidate.moved_to or not comparison.is_possible or comparison.target.x.size < sample.x.size:
            continue
        defaults, *tried = map(tuple, comparison.tried[:_EACH].tolist())
        hinted = [fit.parameters for fit in first[candidate][:_EACH]]
        # The defaults come first, for of sets that differ by a factor alone one is kept.
        chosen = list(dict.fromkeys([defaults, *hinted, *tried]))
        rows = comparison.rows(np.array(chosen).reshape(len(chosen), -1))
        for parameters, row in zip(chosen, rows, strict=True):
            length = float(np.linalg.norm(row))
            if not np.isfinite(length) or length < 1e-12:
                continue
            unit = row / length
            if np.max(np.abs(kept[:count] @ unit), initial=0.0) > 1.0 - _ALIKE:
                continue
            kept[count] = unit
            count += 1
            yield _Part(comparison, parameters, row)


def _likely(rows: Array, given: Array) -> list[tuple[int, int]]:
    """The pairs of rows nearest to whose span the curve is, nearest first."""
    units = rows / np.linalg.norm(rows, axis=1)[:, None]
    shares, between = units @ given / np.linalg.norm(given), units @ units.T
    one, other = np.triu_indices(len(rows), 1)
    g = between[one, other]
    a, b = shares[one], shares[other]
    share = np.maximum(1.0 - g * g, 1e-12)
    missing = 1.0 - (a * a + b * b - 2.0 * a * b * g) / share
    # Of those that are as near as can be told here, those with the simplest factors come first.
    sizes, whole = np.linalg.norm(rows, axis=1), float(np.linalg.norm(given))
    factors = np.array([(a - b * g) / share / sizes[one], (b - a * g) / share / sizes[other]]) * whole
    odd = np.sum(np.abs(factors - 1.0) > 1e-6, axis=0)
    order = np.lexsort((odd, np.maximum(missing, _TOLD)))[:_LOOKED_AT]
    return [(int(one[at]), int(other[at])) for at in order]


def _are_one(one: Candidate, other: Candidate) -> bool:
    """Return True for two members of one family, whose sum says little."""
    return one.loss.name == other.loss.name and one.is_mirrored == other.is_mirrored


def _paired(one: _Part, other: _Part, given: Array) -> _Pair:
    _, left = _factors(np.array([one.row, other.row]), given)
    return _Pair(one, other, left)


def _factors(rows: Array, given: Array) -> tuple[Array, float]:
    """The factors of two rows by which their sum comes nearest, and what is left."""
    found: Array = np.asarray(np.linalg.lstsq(rows.T, given, rcond=None)[0], dtype=np.float64)
    return found, float(np.linalg.norm(given - found @ rows) / np.linalg.norm(given))


def _improved(pair: _Pair, given: Array) -> _Pair:
    """Move the parameters of both losses by Gauss and Newton's steps."""
    for _ in range(_ROUNDS):
        parts = (pair.one, pair.other)
        rows = np.array([part.row for part in parts])
        factors, _left = _factors(rows, given)
        owners: list[tuple[int, int]] = []
        slopes: list[Array] = []
        for number, part in enumerate(parts):
            free = free_parameters(part.candidate.loss)
            slopes += [factors[number] * row for row in slopes_at(part.comparison, np.array(part.parameters), free)[1]]
            owners += [(number, i) for i in free]
        if not slopes or not np.all(np.isfinite(slopes)):
            return pair
        columns = np.array(slopes)
        within: Array = np.linalg.lstsq(rows.T, columns.T, rcond=None)[0].astype(np.float64)
        table = columns - within.T @ rows
        step = np.clip(np.linalg.lstsq(table.T, given - factors @ rows, rcond=1e-9)[0], -2.0, 2.0)
        trials = [_moved_pair(pair, owners, step * share, given) for share in (1.0, 0.5, 0.1)]
        best = min(trials, key=lambda each: each.residual)
        if not best.residual < pair.residual * 0.999:
            return pair
        pair = best
        if pair.residual < 1e-14:
            return pair
    return pair


def _moved_pair(pair: _Pair, owners: list[tuple[int, int]], step: Array, given: Array) -> _Pair:
    parts: list[_Part] = []
    for number, part in enumerate((pair.one, pair.other)):
        change = np.zeros((1, len(part.parameters)))
        for (owner, i), size in zip(owners, step, strict=True):
            if owner == number:
                change[0, i] = size
        point = moved(np.array(part.parameters), change, part.candidate.loss.parameters)
        row = part.comparison.rows(point)[0]
        if not np.all(np.isfinite(row)):
            return pair
        parts.append(_Part(part.comparison, tuple(point[0].tolist()), row))
    one, other = parts
    return _paired(one, other, given)


def _match(sample: Sample, pair: _Pair) -> Match:
    """The match of a pair, in numbers as short as they can be."""
    numerals: list[Numeral] = []
    curves = []
    for part in (pair.one, pair.other):
        short = of_parameters(part.candidate.loss.parameters, part.parameters, sample.numbers)
        numerals += short
        curves.append(part.candidate.curve([each.value for each in short]))
    parts = (pair.one, pair.other)
    with np.errstate(all="ignore"):
        columns = [curve.jet(part.candidate.places(sample.x)).value for curve, part in zip(curves, parts, strict=True)]
    weights = pair.one.comparison.target.weights
    table = np.column_stack([*columns, np.ones_like(sample.x)]) * weights[:, None]
    factors = np.linalg.lstsq(table, sample.y * weights, rcond=None)[0].tolist()
    height = float(np.ptp(sample.y)) or 1.0
    shift = Numeral(0.0, "0", 0) if abs(factors[2]) <= 1e-9 * height else numeral(factors[2], 1e-10, sample.numbers)
    terms = tuple(
        Term(curve, numeral(factor, 1e-10, sample.numbers), part.candidate.is_mirrored)
        for curve, factor, part in zip(curves, factors, parts, strict=False)
    )
    mirrored = sum(term.is_mirrored for term in terms) if pair.one.candidate.loss != pair.other.candidate.loss else 0
    return finished(sample, terms, shift, numerals, _PAIR + mirrored, pair.residual)
