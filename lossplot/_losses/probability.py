"""Losses of the probability p given to the true class: scoring rules and their kin."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses import overlap
from lossplot._losses.entry import (
    CLASSES,
    NONNEGATIVE,
    OPEN_UNIT,
    POSITIVE,
    PROBABILITY,
    UNIT,
    Interval,
    Loss,
    Parameter,
)
from lossplot._losses.equivalent import Equivalent

_loss = partial(Loss, "", axis=PROBABILITY)
# Conditions of the calls.
_BINARY = "labels 0 and 1; p is the predicted probability of 1 for label 1, 1 minus it for 0"
_CLASSES = "p is the probability of the true class"
_CLIP = "; Keras keeps p 1e-7 away from 0 and 1"
_POSITIVE = "for label 1 only"
_LOGITS = "logits and labels 0 and 1: p is the sigmoid of the logit for label 1, 1 minus it for 0"

LOSSES = {
    "log-loss": _loss(
        "-log(p)",
        title="Cross-entropy",
        summary="Cross-entropy: the surprise at the truth, unbounded for a confident mistake.",
        source="Good 1952, Rational Decisions",
        mean="geometric mean",
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
            "binary-cross-entropy",
            "categorical-crossentropy",
            "categorical-cross-entropy",
            "negative-log-likelihood",
            "logarithmic-score",
            "ignorance",
        ),
        equivalents=(
            lib.torch("NLLLoss()", "nll", condition="it takes log p of each class; p is that of the true one"),
            lib.torch("BCELoss()", "bce", condition=f"{_BINARY}; its log is at least -100"),
            lib.keras("BinaryCrossentropy(from_logits=False)", "binary_crossentropy", condition=f"{_BINARY}{_CLIP}"),
            lib.metric("log_loss([y], [p], labels=[0, 1])", "log_loss_metric", condition=_BINARY),
            lib.keras(
                "CategoricalCrossentropy(from_logits=False)", "categorical_crossentropy", condition=f"{_CLASSES}{_CLIP}"
            ),
            lib.keras(
                "SparseCategoricalCrossentropy(from_logits=False)",
                "sparse_categorical_crossentropy",
                condition=f"{_CLASSES}{_CLIP}",
            ),
            Equivalent("xgboost:logloss", 'xgboost.train({"eval_metric": "logloss"})', condition=_BINARY),
        ),
    ),
    "brier": _loss(
        "(1 - p)^2",
        title="Brier score",
        summary="The quadratic score: the squared distance of the forecast from certainty.",
        source="Brier 1950, Verification of forecasts expressed in terms of probability",
        aliases=("brier-score", "brier-score-loss", "quadratic-score", "mse-prob"),
        equivalents=(
            lib.metric("brier_score_loss([y], [p], labels=[0, 1], scale_by_half=True)", condition=_BINARY),
            lib.torch("MSELoss()", "mse_probability", condition=_BINARY),
            lib.metric(
                "brier_score_loss([y], [p], labels=[0, 1], scale_by_half=False)",
                "brier_score_loss_original",
                factor="2",
                condition=_BINARY,
            ),
            lib.keras("MeanSquaredError()", "mean_squared_error_probability", condition=_BINARY),
        ),
    ),
    "focal": _loss(
        "alpha*focal(p, gamma)",
        textbook="-alpha*(1 - p)^gamma*log(p)",
        derivative="alpha*(gamma*(1 - p)^(gamma - 1)*log(p) - (1 - p)^gamma/p)",
        title="Focal",
        summary="Cross-entropy that turns away from examples already classified well.",
        source="Lin, Goyal, Girshick, He & Dollar 2017, Focal Loss for Dense Object Detection",
        parameters=(Parameter("gamma", 2.0, NONNEGATIVE), Parameter("alpha", 1.0, POSITIVE)),
        aliases=("focal-loss", "focalloss", "sigmoid-focal-loss", "binaryfocalcrossentropy"),
        equivalents=(
            lib.optax("sigmoid_focal_loss(logits, labels, gamma=gamma)", factor="1/alpha", condition=_LOGITS),
            lib.torchvision(
                "sigmoid_focal_loss(logits, labels, alpha=-1, gamma=gamma)", factor="1/alpha", condition=_LOGITS
            ),
            lib.torchvision(
                "sigmoid_focal_loss(logits, labels, alpha=alpha, gamma=gamma)",
                "sigmoid_focal_loss_alpha",
                condition=f"{_POSITIVE}, at a logit whose sigmoid is p; label 0 has 1 - alpha",
                defaults=(("alpha", 0.25),),
            ),
            lib.optax(
                "losses.sigmoid_focal_loss(logits, labels, alpha=alpha, gamma=gamma)",
                "sigmoid_focal_loss_alpha",
                condition=f"{_POSITIVE}, at a logit whose sigmoid is p; label 0 has 1 - alpha",
            ),
            lib.keras(
                "BinaryFocalCrossentropy(apply_class_balancing=False, gamma=gamma)",
                "binary_focal_crossentropy",
                factor="1/alpha",
                condition=_BINARY,
            ),
            lib.keras(
                "BinaryFocalCrossentropy(apply_class_balancing=True, alpha=alpha, gamma=gamma)",
                "binary_focal_crossentropy_alpha",
                condition=f"{_POSITIVE}; label 0 has 1 - alpha",
                defaults=(("alpha", 0.25),),
            ),
            lib.keras(
                "CategoricalFocalCrossentropy(alpha=alpha, gamma=gamma)",
                "categorical_focal_crossentropy",
                condition=_CLASSES,
                defaults=(("alpha", 0.25),),
            ),
            lib.catboost_classifier(
                "Focal",
                {"focal_alpha": "alpha", "focal_gamma": "gamma"},
                condition=f"{_POSITIVE}, alpha below 1; label 0 has 1 - alpha",
                defaults=(("alpha", 0.25),),
            ),
        ),
    ),
    "asymmetric": _loss(
        "focal(p, gamma) if positive > 0 else focal(p + c, gamma) if p < 1 - c else 0",
        textbook="-(1 - p)^gamma*log(p) if positive > 0 else -(1 - p - c)^gamma*log(p + c) if p < 1 - c else 0",
        title="Asymmetric",
        summary="For many labels, few of them positive: a negative one has its own gamma, and costs nothing up to c.",
        source="Ridnik et al. 2021, Asymmetric Loss for Multi-Label Classification",
        parameters=(
            Parameter("gamma", 4.0, NONNEGATIVE),
            Parameter("c", 0.05, Interval(0.0, 1.0, low_closed=True), least=0.0),
            Parameter("positive", 0.0, UNIT, integer=True),
        ),
        aliases=("asl", "asymmetric-loss", "asymmetricloss"),
        equivalents=(
            lib.timm(
                "AsymmetricLossMultiLabel(gamma_neg=gamma, clip=c)",
                "AsymmetricLossMultiLabel",
                condition=f"positive = 0; {_LOGITS}",
            ),
            lib.timm(
                "AsymmetricLossMultiLabel(gamma_pos=gamma)",
                "AsymmetricLossMultiLabel_positive",
                condition=f"positive = 1; {_LOGITS}",
            ),
        ),
    ),
    "spherical": _loss(
        "(1 - p)^2/(sqrt(p^2 + (1 - p)^2)*(p + sqrt(p^2 + (1 - p)^2)))",
        textbook="1 - p/sqrt(p^2 + (1 - p)^2)",
        derivative="-(1 - p)/sqrt(p^2 + (1 - p)^2)^3",
        title="Spherical score",
        summary="A proper score: one minus the cosine of the angle between forecast and truth.",
        source="Roby 1965, Belief States and the Uses of Evidence; Gneiting & Raftery 2007",
        aliases=("spherical-score",),
    ),
    "zero-one-probability": _loss(
        "1 if p <= 1/2 else 0",
        title="Zero–one of the probability",
        summary="One for every example that the true class does not win.",
        source="Gneiting & Raftery 2007, Strictly Proper Scoring Rules, Prediction, and Estimation",
        aliases=("zero-one-prob", "accuracy-loss", "hammingloss"),
        equivalents=(lib.metric("hamming_loss([1], [int(p > 1/2)])", condition="of one label"),),
    ),
    "linear-probability": _loss(
        "1 - p",
        title="Linear score",
        summary="The absolute error on the probability: robust to label noise, not proper.",
        source="Ghosh, Kumar & Sastry 2017, Robust Loss Functions under Label Noise",
        aliases=("mae-prob", "linear-score", "unhinged-prob"),
        equivalents=(
            lib.torch("L1Loss()", "l1_probability", condition=_BINARY),
            lib.keras("MeanAbsoluteError()", "mean_absolute_error_probability", condition=_BINARY),
        ),
    ),
    "poly1": _loss(
        "logdev(p) + (1 + epsilon)*(1 - p)",
        textbook="-log(p) + epsilon*(1 - p)",
        title="Poly-1",
        summary="Cross-entropy with the first coefficient of its series changed by epsilon.",
        source="Leng et al. 2022, PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions",
        parameters=(Parameter("epsilon", 2.0, Interval(-1.0, low_closed=True)),),
        aliases=("polyloss", "poly-loss", "poly-loss-cross-entropy"),
        equivalents=(
            lib.optax(
                "losses.poly_loss_cross_entropy(logits, labels, epsilon=epsilon)",
                condition="labels in one-hot code; p is the softmax of the true logit",
            ),
        ),
    ),
    "gce": _loss(
        "-boxcox(p, q)",
        title="Generalized cross-entropy",
        summary="Generalized cross-entropy: q slides from the log loss (0) to the linear one (1).",
        source="Zhang & Sabuncu 2018, Generalized Cross Entropy Loss for Training Deep Neural Networks "
        "with Noisy Labels",
        parameters=(Parameter("q", 0.7, Interval(0.0, 1.0, high_closed=True)),),
        aliases=("generalized-cross-entropy", "box-cox", "lq-loss"),
        equivalents=(
            lib.keras(
                "CategoricalGeneralizedCrossEntropy(q=q)",
                "categorical_generalized_cross_entropy",
                condition=_CLASSES,
                defaults=(("q", 0.5),),
            ),
            Equivalent("scipy:boxcox", "-scipy.special.boxcox(p, q)"),
        ),
    ),
    "truncated-gce": _loss(
        "-boxcox(max(p, k), q)",
        textbook="(1 - k^q)/q if p <= k else (1 - p^q)/q",
        title="Truncated generalized cross-entropy",
        summary="Generalized cross-entropy, constant below k: examples that look mislabelled pull no more.",
        source="Zhang & Sabuncu 2018, Generalized Cross Entropy Loss for Training Deep Neural Networks "
        "with Noisy Labels",
        parameters=(Parameter("q", 0.7, Interval(0.0, 1.0, high_closed=True)), Parameter("k", 0.5, OPEN_UNIT)),
        aliases=("truncated-lq", "truncated-lq-loss", "truncatedloss"),
    ),
    "alpha-loss": _loss(
        "alphaloss(p, alpha)",
        textbook="(1 - p^(1 - 1/alpha))/(1 - 1/alpha)",
        title="α-loss",
        summary="A tunable loss: alpha = 1/2 is exponential, 1 the log loss, infinity the linear loss.",
        source="Sypherd, Diaz, Cava, Dasarathy, Kairouz & Sankar 2022, A Tunable Loss Function "
        "for Robust Classification",
        parameters=(Parameter("alpha", 2.0, POSITIVE),),
        aliases=("tunable-loss",),
    ),
    "tsallis": _loss(
        "tsallis(p, q)",
        textbook="1 - q*p^(q - 1) + (q - 1)*(p^q + (1 - p)^q)",
        title="Tsallis score",
        summary="The power score: q = 2 is twice Brier; larger q is more robust.",
        source="Tsallis 1988; Basu, Harris, Hjort & Jones 1998; Gneiting & Raftery 2007",
        parameters=(Parameter("q", 1.5, Interval(1.0)),),
        aliases=("power-score", "density-power"),
    ),
    "taylor-ce": _loss(
        "taylor(p, order)",
        derivative="-(1 - (1 - p)^order)/p",
        title="Taylor cross-entropy",
        summary="The first terms of the series of the log loss: bounded, so robust to label noise.",
        source="Feng et al. 2020, Can Cross Entropy Loss Be Robust to Label Noise?",
        parameters=(Parameter("order", 2.0, Interval(1.0, 1000.0, low_closed=True, high_closed=True), integer=True),),
        aliases=("taylor-cross-entropy",),
    ),
    "boosting-score": _loss(
        "sqrt(1 - p)/sqrt(p)",
        textbook="sqrt((1 - p)/p)",
        derivative="-1/(2*p^(3/2)*(1 - p)^(1/2))",
        title="Boosting score",
        summary="The exponential loss on the probability: the score that AdaBoost improves.",
        source="Buja, Stuetzle & Shen 2005, Loss Functions for Binary Class Probability Estimation",
        aliases=("exp-prob", "adaboost-score"),
    ),
    "label-smoothing-ce": _loss(
        "-(1 - epsilon + epsilon/classes)*log(p) - epsilon*(classes - 1)/classes*(log1p(-p) - log(classes - 1))",
        derivative="-(1 - epsilon + epsilon/classes)/p + epsilon*(classes - 1)/classes/(1 - p)",
        title="Label-smoothing cross-entropy",
        summary="Cross-entropy with smoothed labels: it also punishes certainty.",
        source="Szegedy, Vanhoucke, Ioffe, Shlens & Wojna 2016, Rethinking the Inception Architecture "
        "for Computer Vision",
        parameters=(Parameter("epsilon", 0.1, OPEN_UNIT), CLASSES),
        aliases=("label-smoothing", "ls-ce"),
        equivalents=(
            lib.torch(
                "CrossEntropyLoss(label_smoothing=epsilon)",
                "cross_entropy_label_smoothing",
                condition="p is the softmax of the true logit, the other classes share the rest evenly",
            ),
            lib.keras(
                "CategoricalCrossentropy(label_smoothing=epsilon)",
                "categorical_crossentropy_label_smoothing",
                condition=f"{_CLASSES}, the others share the rest evenly",
            ),
            lib.keras(
                "BinaryCrossentropy(label_smoothing=epsilon)",
                "binary_crossentropy_label_smoothing",
                condition=f"classes = 2; {_BINARY}",
            ),
        ),
    ),
    "symmetric-ce": _loss(
        "-xlogy(alpha, p) - beta*A*(1 - p)",
        textbook="-alpha*log(p) - beta*A*(1 - p)",
        title="Symmetric cross-entropy",
        summary="Cross-entropy plus its reverse, in which log 0 stands as A.",
        source="Wang et al. 2019, Symmetric Cross Entropy for Robust Learning with Noisy Labels",
        parameters=(
            Parameter("alpha", 0.1, NONNEGATIVE),
            Parameter("beta", 1.0, NONNEGATIVE),
            Parameter("A", -4.0, Interval(high=0.0)),
        ),
        aliases=("sce", "symmetric-cross-entropy"),
    ),
    "normalized-ce": _loss(
        "logshare(p)",
        title="Normalized cross-entropy",
        summary="The log loss over the sum of what every label would have cost.",
        source="Ma et al. 2020, Normalized Loss Functions for Deep Learning with Noisy Labels",
        aliases=("nce-loss",),
    ),
    **overlap.LOSSES,
}
