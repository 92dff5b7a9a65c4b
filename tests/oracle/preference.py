"""Losses of preferences, policies and critics: margins of log-ratios, ratios of probabilities and scores."""

from __future__ import annotations

from oracle.pieces import Losses, Real, Reference, bell, constant, half, line, logistic, mp, parabola, smooth


def ipo(tau: Real) -> Reference:
    return Reference((parabola(1, 1 / (2 * tau)),))


def kto(beta: Real, reference: Real, label: Real) -> Reference:
    def value(m: Real) -> Real:
        return logistic(beta * (m - label * reference))

    def away(m: Real) -> Real:
        return logistic(-beta * (m - label * reference))

    return smooth(
        away,
        lambda m: -beta * value(m) * away(m),
        lambda m: beta**2 * value(m) * away(m) * (value(m) - away(m)),
    )


def wgan() -> Reference:
    return Reference((line(-1, 0),))


def ppo_clip(advantage: Real, epsilon: Real) -> Reference:
    if advantage > 0:
        return Reference((line(-advantage, 0), constant(-advantage * (1 + epsilon))), (1 + epsilon,))
    return Reference((constant(-advantage * (1 - epsilon)), line(-advantage, 0)), (1 - epsilon,))


def dual_clip_ppo(advantage: Real, epsilon: Real, c: Real) -> Reference:
    once = ppo_clip(advantage, epsilon)
    return once if advantage > 0 else Reference((*once.pieces, constant(-advantage * c)), (*once.seams, c))


def lsgan(target: Real) -> Reference:
    return Reference((parabola(half(1), target),))


def distillation(teacher: Real, T: Real) -> Reference:  # noqa: N803  the paper's name for the temperature
    gap = mp.log(teacher / (1 - teacher))
    soft = logistic(gap / T)

    def value(x: Real) -> Real:
        # The logarithm of each softened probability, so that none overflows.
        right, wrong = (-mp.log1p(mp.exp(sign * x / T)) for sign in (-1, 1))
        best, worst = (-mp.log1p(mp.exp(sign * gap / T)) for sign in (-1, 1))
        return T**2 * (soft * (best - right) + (1 - soft) * (worst - wrong))

    return smooth(
        value,
        lambda x: T * (logistic(x / T) - soft),
        lambda x: bell(x / T),
    )


PREFERENCE: Losses = {
    "ipo": ipo,
    "kto": kto,
    "wgan": wgan,
    "ppo-clip": ppo_clip,
    "dual-clip-ppo": dual_clip_ppo,
    "lsgan": lsgan,
    "distillation": distillation,
}
