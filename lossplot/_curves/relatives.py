"""Relatives of a curve: curves that are the same up to a factor, under whatever names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.identity import AGREE, EVERYWHERE, Span, ratio
from lossplot._formula.notation.letters import number
from lossplot._losses import LOSSES
from lossplot._losses.entry import MARGIN, PROBABILITY


def coincidences(curves: Sequence[Curve], view: Span = EVERYWHERE) -> list[str]:
    """Return sentences on pairs of `curves` that are proportional, everywhere or only in the `view`.

    Such as `smoothed-hinge:gamma=2 is 1/4 of modified-huber` and `huber:delta=99 and huber:delta=200 are the same
    curve in this range`.
    """
    notes = []
    for first, second in combinations(curves, 2):
        if first.axis.name != second.axis.name:
            continue
        for span, where in dict.fromkeys([(EVERYWHERE, ""), (view, " in this range")]):
            if times := ratio(first, second, span):
                share = Fraction(times)
                pair = (first, second, share) if share <= 1 else (second, first, 1 / share)
                notes.append(_sentence(*pair, where))
                break
    return notes


def relatives(curve: Curve) -> list[str]:
    """Return sentences on losses, at their defaults, that are proportional to `curve`, each with its condition.

    `huber and smooth-l1 are the same curve for delta = beta = 1`.  On the margin axis losses of the probability take
    part too, moved to it.
    """
    notes: list[str] = []
    for loss in LOSSES.values():
        other = default_curve(loss)
        if curve.axis == MARGIN and loss.axis == PROBABILITY:
            other = replace(other, moved_to=MARGIN)
        if loss is not curve.loss and other.axis.name == curve.axis.name:
            place = " at p = sigmoid(m)" if other.moved_to else ""
            alone = replace(curve, given=())
            notes += [f"{note}{place}{_for_parameters(curve, other)}" for note in coincidences([alone, other])]
    return notes


def _for_parameters(one: Curve, other: Curve) -> str:
    """The parameters of both curves as a condition: ` for delta = beta = 1`."""
    by_value: dict[float, dict[str, None]] = {}
    for name, value in (*one.parameters.items(), *other.parameters.items()):
        by_value.setdefault(value, {})[name] = None
    values = [f"{' = '.join(names)} = {number(value)}" for value, names in by_value.items()]
    return f" for {' and '.join(values)}" if values else ""


def _sentence(smaller: Curve, larger: Curve, share: Fraction, where: str) -> str:
    simple = share.limit_denominator(64)
    if abs(share - simple) > Fraction(AGREE):
        return f"{smaller.title} is {float(share):.6g} times {larger.title}{where}"
    if simple == 1:
        return f"{smaller.title} and {larger.title} are the same curve{where}"
    return f"{smaller.title} is {simple} of {larger.title}{where}"
