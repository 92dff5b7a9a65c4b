"""Losses of boxes and masks: their overlap, the quality that is predicted of them, and rare labels."""

from __future__ import annotations

from oracle.pieces import Losses, Piece, Real, Reference, constant, line, mp, power, smooth, times


def iou() -> Reference:
    return Reference((line(-1, 1),))


def log_iou() -> Reference:
    return smooth(lambda u: -mp.log(u), lambda u: -1 / u, lambda u: 1 / u**2)


def alpha_iou(alpha: Real) -> Reference:
    return smooth(
        lambda u: 1 - u**alpha,
        lambda u: -alpha * u ** (alpha - 1),
        lambda u: -times(alpha * (alpha - 1), u ** (alpha - 2)),
    )


def _entropy(target: Real) -> Piece:
    """The cross-entropy of a prediction with a soft target, also where that is 0 or 1."""
    return Piece(
        lambda x: -(target * mp.log(x) if target else 0) - ((1 - target) * mp.log(1 - x) if target < 1 else 0),
        lambda x: -(target / x if target else 0) + ((1 - target) / (1 - x) if target < 1 else 0),
        lambda x: (target / x**2 if target else 0) + ((1 - target) / (1 - x) ** 2 if target < 1 else 0),
    )


def quality_focal(target: Real, beta: Real) -> Reference:
    entropy = _entropy(target)

    def side(sign: int) -> Piece:
        def away(x: Real, order: int) -> Real:
            return power(sign * (x - target), beta - order)

        return Piece(
            lambda x: away(x, 0) * entropy.value(x),
            lambda x: sign * times(beta, away(x, 1), entropy.value(x)) + away(x, 0) * entropy.slope(x),
            lambda x: (
                times(beta * (beta - 1), away(x, 2), entropy.value(x))
                + 2 * sign * times(beta, away(x, 1), entropy.slope(x))
                + away(x, 0) * entropy.curvature(x)
            ),
        )

    if target in (0, 1):
        return Reference((side(-1 if target else +1),))
    return Reference((side(-1), side(+1)), (target,))


def varifocal(target: Real, alpha: Real, gamma: Real) -> Reference:
    entropy = _entropy(target)
    if target:
        return smooth(
            lambda x: target * entropy.value(x),
            lambda x: target * entropy.slope(x),
            lambda x: target * entropy.curvature(x),
        )
    return smooth(
        lambda x: -alpha * x**gamma * mp.log(1 - x),
        lambda x: -alpha * (times(gamma, power(x, gamma - 1), mp.log(1 - x)) - x**gamma / (1 - x)),
        lambda x: (
            -alpha
            * (
                times(gamma * (gamma - 1), power(x, gamma - 2), mp.log(1 - x))
                - 2 * times(gamma, power(x, gamma - 1)) / (1 - x)
                - x**gamma / (1 - x) ** 2
            )
        ),
    )


def asymmetric(gamma: Real, c: Real, positive: Real) -> Reference:
    shift = 0 if positive else c

    def value(p: Real) -> Real:
        return -((1 - p - shift) ** gamma) * mp.log(p + shift)

    def slope(p: Real) -> Real:
        u = p + shift
        if u == 1:
            return mp.mpf(0) if gamma else mp.mpf(-1)
        return times(gamma, power(1 - u, gamma - 1), mp.log(u)) - (1 - u) ** gamma / u

    def curvature(p: Real) -> Real:
        u = p + shift
        if u == 1:  # where minus the logarithm of u is 1 - u
            return times(gamma * (gamma + 1), power(1 - u, gamma - 1)) if gamma else mp.mpf(1)
        return (
            -times(gamma * (gamma - 1), power(1 - u, gamma - 2), mp.log(u))
            + 2 * times(gamma, power(1 - u, gamma - 1)) / u
            + (1 - u) ** gamma / u**2
        )

    whole = Piece(value, slope, curvature)
    return Reference((whole,)) if not shift else Reference((whole, constant(0)), (1 - shift,))


DETECTION: Losses = {
    "iou": iou,
    "log-iou": log_iou,
    "alpha-iou": alpha_iou,
    "quality-focal": quality_focal,
    "varifocal": varifocal,
    "asymmetric": asymmetric,
}
