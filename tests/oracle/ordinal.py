"""Losses of ordered classes: sums over thresholds, which lie at step (k - classes/2) for k from 1 to classes - 1."""

from __future__ import annotations

from collections.abc import Iterable

from oracle.pieces import Losses, Piece, Real, Reference, bell, constant, half, line, logistic, mp, smooth, softplus


def _threshold(k: Real, classes: Real, step: Real) -> Real:
    return step * (k - half(classes))


def _sides(thresholds: Iterable[Real], target: Real, classes: Real, step: Real) -> list[tuple[int, Real]]:
    """Pair each threshold with the side of it that is wrong: -1 if the right class lies above it, else +1."""
    return [(-1 if k < target else +1, _threshold(k, classes, step)) for k in thresholds]


def _logistic(sides: list[tuple[int, Real]]) -> Reference:
    return smooth(
        lambda x: mp.fsum(softplus(side * (x - place)) for side, place in sides),
        lambda x: mp.fsum(side * logistic(side * (x - place)) for side, place in sides),
        lambda x: mp.fsum(bell(x - place) for _, place in sides),
    )


def all_threshold(target: Real, classes: Real, step: Real) -> Reference:
    return _logistic(_sides(range(1, int(classes)), target, classes, step))


def _around(target: Real, classes: Real) -> list[Real]:
    return [k for k in (target - 1, target) if 1 <= k < classes]


def immediate_threshold(target: Real, classes: Real, step: Real) -> Reference:
    return _logistic(_sides(_around(target, classes), target, classes, step))


def immediate_threshold_hinge(target: Real, classes: Real, step: Real) -> Reference:
    falling: Real = None
    rising: Real = None
    for side, place in _sides(_around(target, classes), target, classes, step):
        if side < 0:
            falling = place + 1
        else:
            rising = place - 1
    if falling is None:
        return Reference((constant(0), line(1, -rising)), (rising,))
    if rising is None:
        return Reference((line(-1, falling), constant(0)), (falling,))
    if falling <= rising:
        return Reference((line(-1, falling), constant(0), line(1, -rising)), (falling, rising))
    return Reference((line(-1, falling), constant(falling - rising), line(1, -rising)), (rising, falling))


def cumulative_logit(target: Real, classes: Real, step: Real) -> Reference:
    """Minus the logarithm of P(y <= target) - P(y <= target - 1), where P(y <= k) is logistic(threshold - x)."""
    around = _around(target, classes)
    if len(around) < 2:
        return immediate_threshold(target, classes, step)
    below, above = (_threshold(k, classes, step) for k in around)

    def value(x: Real) -> Real:
        # Far below the thresholds both are nearly 1: what they lack is subtracted then.
        if x < below:
            return -mp.log(logistic(x - below) - logistic(x - above))
        return -mp.log(logistic(above - x) - logistic(below - x))

    piece = Piece(
        value,
        lambda x: logistic(x - above) - logistic(below - x),
        lambda x: bell(x - above) + bell(x - below),
    )
    return Reference((piece,))


ORDINAL: Losses = {
    "all-threshold": all_threshold,
    "immediate-threshold": immediate_threshold,
    "immediate-threshold-hinge": immediate_threshold_hinge,
    "cumulative-logit": cumulative_logit,
}
