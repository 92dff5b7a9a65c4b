"""The losses that a curve was found to be, with parameters, factors and a shift, and how far off they are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.matches.fitting import Candidate
from lossplot._curves.matches.numerals import Numeral
from lossplot._formula.evaluate import Array
from lossplot._losses import Axis

# Curves that differ by less than this share of their height are the same.
SAME = 1e-9
_POINTS = 601
# To this share of its size a value is known, after some rounding.
_ROUNDING = 1e-14


@dataclass(frozen=True, slots=True)
class Sample:
    """A curve to identify: a formula or a table.  `axis` is None if nothing says which it is.

    `hints` are numbers that parameters may have, `numbers` those that stand in the formula, and `view` is the range in
    which curves are compared.
    """

    x: Array
    y: Array
    axis: Axis | None
    hints: tuple[float, ...]
    view: tuple[float, float]
    curve: Curve | None = None
    numbers: frozenset[float] = frozenset()

    @property
    def is_even(self) -> bool:
        """True of a formula that has the same values at -x."""
        if not self.curve or not math.isinf(self.curve.domain.high - self.curve.domain.low):
            return False
        return bool(np.array_equal(self.y, self.curve.jet(-self.x).value))

    def at(self, x: Array) -> Array:
        """The values at `x`; of a table only those at its own x."""
        return self.curve.jet(x).value if self.curve else self.y


@dataclass(frozen=True, slots=True)
class Term:
    """`factor` times the loss of `curve`, at -x (at 1 - p for a probability) if it `is_mirrored`."""

    curve: Curve
    factor: Numeral
    is_mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A curve as the sum of `terms` plus `shift`.

    `difference` is the largest one from the curve in its view, and `cost` what it takes to say.  `roots` are the
    parameters of which more can be said than their digits: `{"c": "sqrt(6)"}`.
    """

    terms: tuple[Term, ...]
    shift: Numeral
    difference: float
    is_exact: bool
    cost: float
    residual: float = 0.0
    height: float = 1.0
    roots: tuple[tuple[str, str], ...] = ()


def finished(
    sample: Sample, terms: tuple[Term, ...], shift: Numeral, numerals: Sequence[Numeral], extra: float, residual: float
) -> Match:
    """The match of `terms`, with its largest difference from the sample and its cost."""
    difference, height, size = _difference(sample, terms, shift.value)
    is_exact = difference <= SAME * height + _ROUNDING * size
    digits = [each.digits for each in numerals] + [0 if shift.value == 0.0 else shift.digits + 2]
    digits += [0 if term.factor.value == 1.0 else term.factor.digits for term in terms]
    names = [each.name for term in terms for each in term.curve.loss.parameters]
    roots = tuple(
        (name, each.words)
        for name, each in zip(names, numerals, strict=False)
        if "sqrt" in each.words or "/" in each.words
    )
    count = sum(1 for each in numerals if each.digits) + sum(map(_parameters_to_know, terms))
    return Match(terms, shift, difference, is_exact, sum(digits) + count + extra, residual, height, roots)


def _parameters_to_know(term: Term) -> int:
    """The number of parameters of the loss of `term`; all at their defaults are as one."""
    return len(term.curve.loss.parameters) if term.curve.given else min(len(term.curve.loss.parameters), 1)


def terms_at(terms: Iterable[Term], x: Array) -> Array:
    """The sum of `terms` at `x`."""
    total = np.zeros_like(x)
    for term in terms:
        candidate = Candidate(term.curve.loss, term.curve.moved_to, term.is_mirrored)
        total = total + term.factor.value * term.curve.jet(candidate.places(x)).value
    return total


def _difference(sample: Sample, terms: Sequence[Term], shift: float) -> tuple[float, float, float]:
    """The largest difference in the view, where both have values, and the height and the size of the curve there."""
    x = np.linspace(*sample.view, _POINTS)[1:-1] if sample.curve else sample.x
    given = sample.at(x)
    with np.errstate(all="ignore"):
        off = np.abs(terms_at(terms, x) + shift - given)
    off = off[np.isfinite(off)]
    finite = given[np.isfinite(given)]
    height, size = (float(np.ptp(finite)), float(np.max(np.abs(finite)))) if finite.size else (1.0, 1.0)
    return (float(np.max(off)) if off.size else math.inf), height or 1.0, size
