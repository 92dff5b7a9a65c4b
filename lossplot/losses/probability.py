"""Losses of the probability p given to the true class: scoring rules and their kin."""

from functools import partial

from lossplot.losses.entry import NONNEGATIVE, POSITIVE, PROBABILITY, Loss, Parameter

_loss = partial(Loss, axis=PROBABILITY)

LOSSES = (
    _loss(
        "log-loss",
        "-log(p)",
        derivative="-1/p",
        summary="Cross-entropy: the surprise at the truth, unbounded for a confident mistake.",
        source="Good 1952, Rational Decisions",
        aliases=(
            "cross-entropy",
            "crossentropy",
            "crossentropyloss",
            "ce",
            "bce",
            "nll",
            "nllloss",
            "logloss",
            "binary-crossentropy",
            "categorical-crossentropy",
            "logarithmic-score",
            "ignorance",
        ),
    ),
    _loss(
        "brier",
        "(1 - p)^2",
        derivative="-2*(1 - p)",
        summary="The quadratic score: the squared distance of the forecast from certainty.",
        source="Brier 1950, Verification of forecasts expressed in terms of probability",
        aliases=("brier-score", "brier-score-loss", "quadratic-score", "mse-prob"),
    ),
    _loss(
        "focal",
        "-alpha*(1 - p)^gamma*log(p)",
        derivative="alpha*(gamma*(1 - p)^(gamma - 1)*log(p) - (1 - p)^gamma/p)",
        summary="Cross-entropy that turns away from examples already classified well.",
        source="Lin, Goyal, Girshick, He & Dollar 2017, Focal Loss for Dense Object Detection",
        parameters=(Parameter("gamma", 2.0, NONNEGATIVE), Parameter("alpha", 1.0, POSITIVE)),
        aliases=("focal-loss", "focalloss", "sigmoid-focal-loss", "binaryfocalcrossentropy"),
    ),
)
