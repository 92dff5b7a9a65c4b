"""Losses of a prediction, score, distance or similarity: catalogue, section 3, each from its f, d1 and d2 rows."""

from __future__ import annotations

from oracle.pieces import (
    Losses,
    Piece,
    Real,
    Reference,
    bell,
    constant,
    half,
    line,
    logistic,
    mp,
    parabola,
    smooth,
    softplus,
    times,
)


def poisson_log(target: Real) -> Reference:
    return smooth(lambda x: mp.exp(x) - target * x, lambda x: mp.exp(x) - target, mp.exp)


def poisson_mean(target: Real) -> Reference:
    return smooth(lambda x: x - target * mp.log(x), lambda x: (x - target) / x, lambda x: target / x**2)


def poisson_full(target: Real) -> Reference:
    return smooth(
        lambda x: x - target * mp.log(x) + mp.loggamma(target + 1),
        lambda x: 1 - target / x,
        lambda x: target / x**2,
    )


def poisson_deviance(target: Real) -> Reference:
    return smooth(
        lambda x: 2 * (times(target, mp.log(target / x) if target else 0) - target + x),
        lambda x: 2 * (x - target) / x,
        lambda x: 2 * target / x**2,
    )


def gamma_log(target: Real) -> Reference:
    return smooth(lambda x: x + target * mp.exp(-x), lambda x: 1 - target * mp.exp(-x), lambda x: target * mp.exp(-x))


def gamma_deviance(target: Real) -> Reference:
    return smooth(
        lambda x: 2 * (mp.log(x / target) + target / x - 1),
        lambda x: 2 * (1 / x - target / x**2),
        lambda x: 2 * (2 * target / x**3 - 1 / x**2),
    )


def tweedie_log(target: Real, power: Real) -> Reference:
    return smooth(
        lambda x: -target * mp.exp((1 - power) * x) / (1 - power) + mp.exp((2 - power) * x) / (2 - power),
        lambda x: -target * mp.exp((1 - power) * x) + mp.exp((2 - power) * x),
        lambda x: -target * (1 - power) * mp.exp((1 - power) * x) + (2 - power) * mp.exp((2 - power) * x),
    )


def tweedie_deviance(target: Real, power: Real) -> Reference:
    return smooth(
        lambda x: (
            2
            * (
                times(target, target ** (1 - power) if target else 0) / ((1 - power) * (2 - power))
                - target * x ** (1 - power) / (1 - power)
                + x ** (2 - power) / (2 - power)
            )
        ),
        lambda x: 2 * (x ** (1 - power) - target * x**-power),
        lambda x: 2 * ((1 - power) * x**-power + power * target * x ** (-power - 1)),
    )


def bce_logits(target: Real, w: Real) -> Reference:
    return smooth(
        lambda x: w * target * softplus(-x) + (1 - target) * softplus(x),
        lambda x: (1 - target) * logistic(x) - w * target * logistic(-x),
        lambda x: (w * target + 1 - target) * bell(x),
    )


def bce_probability(target: Real) -> Reference:
    return smooth(
        lambda x: -target * mp.log(x) - (1 - target) * mp.log(1 - x),
        lambda x: -target / x + (1 - target) / (1 - x),
        lambda x: target / x**2 + (1 - target) / (1 - x) ** 2,
    )


def kl_bernoulli(target: Real) -> Reference:
    return smooth(
        lambda x: target * mp.log(target / x) + (1 - target) * mp.log((1 - target) / (1 - x)),
        lambda x: (x - target) / (x * (1 - x)),
        lambda x: target / x**2 + (1 - target) / (1 - x) ** 2,
    )


def reverse_kl_bernoulli(target: Real) -> Reference:
    return smooth(
        lambda x: x * mp.log(x / target) + (1 - x) * mp.log((1 - x) / (1 - target)),
        lambda x: mp.log(x / (1 - x)) - mp.log(target / (1 - target)),
        lambda x: 1 / (x * (1 - x)),
    )


def msle(target: Real) -> Reference:
    return smooth(
        lambda x: (mp.log(1 + x) - mp.log(1 + target)) ** 2,
        lambda x: 2 * (mp.log(1 + x) - mp.log(1 + target)) / (1 + x),
        lambda x: 2 * (1 - mp.log((1 + x) / (1 + target))) / (1 + x) ** 2,
    )


def mape(target: Real) -> Reference:
    size = abs(target)
    return Reference((line(-1 / size, target / size), line(1 / size, -target / size)), (target,))


def smape(target: Real) -> Reference:
    def side(sign: int) -> Piece:
        return Piece(
            lambda x: sign * 2 * (x - target) / (x + target),
            lambda x: sign * 4 * target / (x + target) ** 2,
            lambda x: -sign * 8 * target / (x + target) ** 3,
        )

    return Reference((constant(2), side(-1), side(+1)), (mp.mpf(0), target))


def gaussian_nll_variance(residual: Real) -> Reference:
    return smooth(
        lambda x: (mp.log(x) + residual**2 / x) / 2,
        lambda x: (x - residual**2) / (2 * x**2),
        lambda x: (2 * residual**2 / x**3 - 1 / x**2) / 2,
    )


def gaussian_nll_log_sigma(residual: Real) -> Reference:
    return smooth(
        lambda x: x + residual**2 * mp.exp(-2 * x) / 2,
        lambda x: 1 - residual**2 * mp.exp(-2 * x),
        lambda x: 2 * residual**2 * mp.exp(-2 * x),
    )


def negative_binomial(target: Real, alpha: Real) -> Reference:
    return smooth(
        lambda x: (target + 1 / alpha) * mp.log(1 + alpha * x) - target * mp.log(x),
        lambda x: (x - target) / (x * (1 + alpha * x)),
        lambda x: target / x**2 - alpha * (1 + alpha * target) / (1 + alpha * x) ** 2,
    )


def hinge_embedding(label: Real, margin: Real) -> Reference:
    return Reference((line(1, 0),)) if label == 1 else Reference((line(-1, margin), constant(0)), (margin,))


def contrastive(similar: Real, margin: Real) -> Reference:
    if similar:
        return Reference((parabola(half(1), 0),))
    return Reference((parabola(half(1), margin), constant(0)), (margin,))


def contrastive_legacy(similar: Real, margin: Real) -> Reference:
    if similar:
        return Reference((parabola(half(1), 0),))
    return Reference((parabola(-half(1), 0, margin / 2), constant(0)), (mp.sqrt(margin),))


def triplet(margin: Real) -> Reference:
    return Reference((constant(0), line(1, margin)), (-margin,))


def soft_margin_triplet() -> Reference:
    return smooth(softplus, logistic, bell)


def cosine_embedding(label: Real, margin: Real) -> Reference:
    return Reference((line(-1, 1),)) if label == 1 else Reference((constant(0), line(1, -margin)), (margin,))


def cosine_distance() -> Reference:
    return Reference((line(-1, 1),))


def softmax_ce_gap(classes: Real) -> Reference:
    return smooth(
        lambda x: mp.log1p((classes - 1) * mp.exp(-x)),
        lambda x: -(classes - 1) * mp.exp(-x) / (1 + (classes - 1) * mp.exp(-x)),
        lambda x: bell(x - mp.log(classes - 1)),
    )


def info_nce(temperature: Real, negatives: Real, negative: Real) -> Reference:
    def gap(s: Real) -> Real:
        return mp.log(negatives) + (negative - s) / temperature

    return smooth(
        lambda s: mp.log1p(negatives * mp.exp((negative - s) / temperature)),
        lambda s: -logistic(gap(s)) / temperature,
        lambda s: bell(gap(s)) / temperature**2,
    )


FIXED: Losses = {
    "poisson-log": poisson_log,
    "poisson-mean": poisson_mean,
    "poisson-full": poisson_full,
    "poisson-deviance": poisson_deviance,
    "gamma-log": gamma_log,
    "gamma-deviance": gamma_deviance,
    "tweedie-log": tweedie_log,
    "tweedie-deviance": tweedie_deviance,
    "bce-logits": bce_logits,
    "bce-probability": bce_probability,
    "kl-bernoulli": kl_bernoulli,
    "reverse-kl-bernoulli": reverse_kl_bernoulli,
    "msle": msle,
    "mape": mape,
    "smape": smape,
    "gaussian-nll-variance": gaussian_nll_variance,
    "gaussian-nll-log-sigma": gaussian_nll_log_sigma,
    "negative-binomial": negative_binomial,
    "hinge-embedding": hinge_embedding,
    "contrastive": contrastive,
    "contrastive-legacy": contrastive_legacy,
    "triplet": triplet,
    "soft-margin-triplet": soft_margin_triplet,
    "cosine-embedding": cosine_embedding,
    "cosine-distance": cosine_distance,
    "softmax-ce-gap": softmax_ce_gap,
    "info-nce": info_nce,
}
