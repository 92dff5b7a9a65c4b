"""Losses of the probability of the true class: catalogue, section 3, each from its f, d1 and d2 rows."""

from __future__ import annotations

from oracle.pieces import Losses, Real, Reference, constant, half, line, mp, parabola, power, smooth, times


def log_loss() -> Reference:
    return smooth(lambda p: -mp.log(p), lambda p: -1 / p, lambda p: 1 / p**2)


def brier() -> Reference:
    return Reference((parabola(1, 1),))


def spherical() -> Reference:
    def norm(p: Real) -> Real:
        return mp.sqrt(p**2 + (1 - p) ** 2)

    return smooth(
        lambda p: 1 - p / norm(p),
        lambda p: -(1 - p) / norm(p) ** 3,
        lambda p: (-4 * p**2 + 7 * p - 2) / norm(p) ** 5,
    )


def zero_one_probability() -> Reference:
    return Reference((constant(1), constant(0)), (half(1),))


def linear_probability() -> Reference:
    return Reference((line(-1, 1),))


def focal(gamma: Real, alpha: Real) -> Reference:
    return smooth(
        lambda p: -alpha * (1 - p) ** gamma * mp.log(p),
        lambda p: alpha * (times(gamma, power(1 - p, gamma - 1), mp.log(p)) - (1 - p) ** gamma / p),
        lambda p: (
            alpha
            * (
                -times(gamma * (gamma - 1), power(1 - p, gamma - 2), mp.log(p))
                + 2 * times(gamma, power(1 - p, gamma - 1)) / p
                + (1 - p) ** gamma / p**2
            )
        ),
    )


def poly1(epsilon: Real) -> Reference:
    return smooth(lambda p: -mp.log(p) + epsilon * (1 - p), lambda p: -1 / p - epsilon, lambda p: 1 / p**2)


def gce(q: Real) -> Reference:
    return smooth(lambda p: (1 - p**q) / q, lambda p: -(p ** (q - 1)), lambda p: times(1 - q, p ** (q - 2)))


def alpha_loss(alpha: Real) -> Reference:
    return smooth(
        lambda p: -mp.log(p) if alpha == 1 else alpha / (alpha - 1) * (1 - p ** (1 - 1 / alpha)),
        lambda p: -(p ** (-1 / alpha)),
        lambda p: p ** (-1 / alpha - 1) / alpha,
    )


def tsallis(q: Real) -> Reference:
    return smooth(
        lambda p: 1 - q * p ** (q - 1) + (q - 1) * (p**q + (1 - p) ** q),
        lambda p: -q * (q - 1) * ((1 - p) * p ** (q - 2) + (1 - p) ** (q - 1)),
        lambda p: q * (q - 1) * (p ** (q - 2) - (q - 2) * (1 - p) * p ** (q - 3) + (q - 1) * power(1 - p, q - 2)),
    )


def taylor_ce(order: Real) -> Reference:
    n = int(order)
    return smooth(
        lambda p: mp.fsum((1 - p) ** k / k for k in range(1, n + 1)),
        lambda p: -mp.fsum((1 - p) ** k for k in range(n)),
        lambda p: mp.fsum((k - 1) * (1 - p) ** (k - 2) for k in range(2, n + 1)),
    )


def boosting_score() -> Reference:
    return smooth(
        lambda p: mp.sqrt((1 - p) / p),
        lambda p: -1 / (2 * p * mp.sqrt(p * (1 - p))),
        lambda p: (3 - 4 * p) / (4 * p**2 * (1 - p) * mp.sqrt(p * (1 - p))),
    )


def label_smoothing_ce(epsilon: Real, classes: Real) -> Reference:
    true, other = 1 - epsilon + epsilon / classes, epsilon * (classes - 1) / classes
    return smooth(
        lambda p: -true * mp.log(p) - other * mp.log((1 - p) / (classes - 1)),
        lambda p: -true / p + other / (1 - p),
        lambda p: true / p**2 + other / (1 - p) ** 2,
    )


def symmetric_ce(alpha: Real, beta: Real, A: Real) -> Reference:  # noqa: N803  the paper's name for log 0
    return smooth(
        lambda p: -alpha * mp.log(p) - beta * A * (1 - p), lambda p: -alpha / p + beta * A, lambda p: alpha / p**2
    )


def normalized_ce() -> Reference:
    def total(p: Real) -> Real:
        return mp.log(p) + mp.log(1 - p)

    def top(p: Real) -> Real:
        return mp.log(1 - p) / p + mp.log(p) / (1 - p)

    return smooth(
        lambda p: mp.log(p) / total(p),
        lambda p: top(p) / total(p) ** 2,
        lambda p: (
            ((mp.log(p) / (1 - p) ** 2 - mp.log(1 - p) / p**2) * total(p) - 2 * top(p) * (1 / p - 1 / (1 - p)))
            / total(p) ** 3
        ),
    )


def soft_dice() -> Reference:
    return smooth(lambda p: (1 - p) / (1 + p), lambda p: -2 / (1 + p) ** 2, lambda p: 4 / (1 + p) ** 3)


def tversky(beta: Real) -> Reference:
    return smooth(
        lambda p: beta * (1 - p) / (p + beta * (1 - p)),
        lambda p: -beta / (p + beta * (1 - p)) ** 2,
        lambda p: 2 * beta * (1 - beta) / (p + beta * (1 - p)) ** 3,
    )


def truncated_gce(q: Real, k: Real) -> Reference:
    of = gce(q).pieces[0]
    return Reference((constant(of.value(k)), of), (k,))


def dice_squared() -> Reference:
    return smooth(
        lambda p: 1 - 2 * p / (p**2 + 1),
        lambda p: 2 * (p**2 - 1) / (p**2 + 1) ** 2,
        lambda p: 4 * p * (3 - p**2) / (p**2 + 1) ** 3,
    )


def log_cosh_dice() -> Reference:
    dice = soft_dice().pieces[0]
    return smooth(
        lambda p: mp.log(mp.cosh(dice.value(p))),
        lambda p: mp.tanh(dice.value(p)) * dice.slope(p),
        lambda p: mp.sech(dice.value(p)) ** 2 * dice.slope(p) ** 2 + mp.tanh(dice.value(p)) * dice.curvature(p),
    )


def focal_tversky(beta: Real, gamma: Real) -> Reference:
    of = tversky(beta).pieces[0]
    return smooth(
        lambda p: of.value(p) ** gamma,
        lambda p: gamma * of.value(p) ** (gamma - 1) * of.slope(p),
        lambda p: (
            gamma * (gamma - 1) * of.value(p) ** (gamma - 2) * of.slope(p) ** 2
            + gamma * of.value(p) ** (gamma - 1) * of.curvature(p)
        ),
    )


PROBABILITY: Losses = {
    "log-loss": log_loss,
    "brier": brier,
    "spherical": spherical,
    "zero-one-probability": zero_one_probability,
    "linear-probability": linear_probability,
    "focal": focal,
    "poly1": poly1,
    "gce": gce,
    "alpha-loss": alpha_loss,
    "tsallis": tsallis,
    "taylor-ce": taylor_ce,
    "boosting-score": boosting_score,
    "label-smoothing-ce": label_smoothing_ce,
    "symmetric-ce": symmetric_ce,
    "normalized-ce": normalized_ce,
    "soft-dice": soft_dice,
    "tversky": tversky,
    "truncated-gce": truncated_gce,
    "dice-squared": dice_squared,
    "log-cosh-dice": log_cosh_dice,
    "focal-tversky": focal_tversky,
}
