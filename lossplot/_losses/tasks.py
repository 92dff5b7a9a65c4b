"""Tasks that losses are used for, by which a search finds them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Task(NamedTuple):
    """A task that losses are used for: the names of those losses, the most usual first, and other words for the task.

    Words that only begin with the title or with another word need not be listed.
    """

    losses: tuple[str, ...]
    words: tuple[str, ...] = ()


# Groups of losses that several tasks have.
_CROSS_ENTROPIES = ("log-loss", "logistic", "bce-logits", "bce-probability", "softmax-ce-gap")
_HINGES = ("hinge", "squared-hinge", "smoothed-hinge", "softplus-hinge", "generalized-smooth-hinge", "double-hinge")
_BOOSTED = ("exponential", "binomial-deviance", "madaboost", "boosting-score", "savage", "tangent")
_BOUNDED_MARGIN = ("ramp", "savage", "tangent", "sigmoid", "c-loss", "lorenz")
_CONVEX_ROBUST = ("huber", "absolute", "smooth-l1", "pseudo-huber", "log-cosh", "fair", "logistic-distance")
_REDESCENDING = (
    *("tukey-biweight", "cauchy", "student-t", "welsch", "geman-mcclure", "hampel", "andrews-wave", "barron"),
    *("truncated-quadratic", "ramsay", "tukey-quartic", "arctan", "geman-reynolds", "dcs"),
)
_PAIRS = ("contrastive", "triplet", "soft-margin-triplet", "cosine-embedding", "hinge-embedding", "cosine-distance")
_COUNTS = ("poisson-log", "poisson-full", "poisson-deviance", "poisson-mean", "negative-binomial")
_SKEWED = ("gamma-deviance", "gamma-log", "tweedie-deviance", "tweedie-log")
_TUBES = ("epsilon-insensitive", "squared-epsilon-insensitive", "smooth-epsilon-insensitive")

# Every task by its title.
TASKS: Mapping[str, Task] = MappingProxyType(
    {
        "classification": Task(
            (
                *_CROSS_ENTROPIES,
                *("hinge", "squared-hinge", "exponential", "focal", "modified-huber", "squared-margin", "perceptron"),
                *(
                    "zero-one",
                    "zero-one-probability",
                    "brier",
                    "logistic-base2",
                    "probit",
                    "poly1",
                    "label-smoothing-ce",
                ),
                *("lum", "dwd", "alpha-loss", "smoothed-hinge", "pinball-hinge"),
            ),
            ("binary classification", "classifier", "surrogate losses", "text classification", "spam filtering"),
        ),
        "multiclass classification": Task(
            ("log-loss", "softmax-ce-gap", "hinge", "label-smoothing-ce", "focal", "poly1"),
            ("multi-class", "softmax", "image classification", "speech recognition", "translation"),
        ),
        "multilabel classification": Task(
            ("bce-logits", "asymmetric", "bce-probability", "log-loss", "focal", "zero-one-probability"),
            ("multi-label", "tagging", "attributes"),
        ),
        "regression": Task(
            (
                *("squared", "half-squared", "absolute", *_CONVEX_ROBUST[:1], *_CONVEX_ROBUST[2:], "quantile"),
                *(*_TUBES, "power", "charbonnier", "gaussian-nll", "laplace-nll", "berhu", "epsilon-zero-one"),
            ),
            ("least squares", "curve fitting", "regressor", "prediction of numbers"),
        ),
        "outliers": Task(
            (*_CONVEX_ROBUST[:5], *_REDESCENDING[:6], *_CONVEX_ROBUST[5:], *_REDESCENDING[6:], "laplace-nll"),
            (
                *("robust", "robust regression", "robustness", "robust statistics", "M-estimators", "heavy tails"),
                *("heavy-tailed", "outlier detection", "anomaly detection"),
            ),
        ),
        "label noise": Task(
            (
                *(
                    "gce",
                    "truncated-gce",
                    "symmetric-ce",
                    "linear-probability",
                    "normalized-ce",
                    "taylor-ce",
                    "label-smoothing-ce",
                ),
                *("unhinged", *_BOUNDED_MARGIN, "madaboost", "pinball-hinge", "alpha-loss", "tsallis"),
            ),
            ("noisy labels", "wrong labels", "mislabelled", "annotation errors", "weak supervision"),
        ),
        "class imbalance": Task(
            (
                *("focal", "asymmetric", "tversky", "focal-tversky", "soft-dice", "quality-focal", "varifocal"),
                *("bce-logits", "poly1"),
            ),
            (
                *("imbalanced classes", "imbalanced data", "unbalanced classes", "skewed classes", "rare class"),
                *("long tail", "long-tailed", "class weights", "hard examples"),
            ),
        ),
        "support vector machines": Task(
            (*_HINGES, "pinball-hinge", "ramp", *_TUBES, "dwd", "lum"),
            ("SVM", "support vector regression", "SVR", "maximum margin", "large margin", "kernel machines"),
        ),
        "boosting": Task(
            (*_BOOSTED, "logistic", "half-squared"),
            ("AdaBoost", "gradient boosting", "GBM", "GBDT", "boosted trees"),
        ),
        "ranking": Task(
            ("logistic", "hinge", "exponential", "squared-hinge", "softplus-hinge", "soft-margin-triplet", "info-nce"),
            ("learning to rank", "LTR", "pairwise ranking", "recommendation", "recommender", "information retrieval"),
        ),
        "preference": Task(
            ("logistic", "hinge", "ipo", "kto", "exponential", "probit"),
            (
                *("preference optimization", "preference learning", "reward model", "RLHF", "alignment", "DPO", "SLiC"),
                *("Bradley-Terry", "pairwise comparisons", "language models", "LLM"),
            ),
        ),
        "ordinal regression": Task(
            (
                *("all-threshold", "immediate-threshold", "cumulative-logit", "immediate-threshold-hinge"),
                *("logistic", "hinge", "smoothed-hinge", "generalized-smooth-hinge", "probit"),
            ),
            ("ordinal classification", "ordered categories", "ordered classes", "ratings", "grades", "age estimation"),
        ),
        "positive and unlabelled data": Task(
            ("sigmoid", "double-hinge", "logistic", "ramp", "unhinged", "squared-margin"),
            ("PU learning", "unlabeled data", "semi-supervised learning", "one-class"),
        ),
        "online learning": Task(
            ("perceptron", "hinge", "logistic", "squared", "epsilon-insensitive"),
            ("stochastic gradient descent", "SGD", "streaming", "passive-aggressive"),
        ),
        "segmentation": Task(
            (
                *("soft-dice", "tversky", "focal-tversky", "log-cosh-dice", "dice-squared", "iou", "log-loss", "focal"),
                "poly1",
            ),
            ("semantic segmentation", "image segmentation", "medical imaging", "masks", "overlap", "pixels"),
        ),
        "object detection": Task(
            (
                *("focal", "smooth-l1", "iou", "quality-focal", "varifocal", "alpha-iou", "log-iou", "balanced-l1"),
                *("huber", "poly1"),
            ),
            ("detection", "detector", "bounding boxes", "box regression", "anchors", "intersection over union"),
        ),
        "landmarks and keypoints": Task(
            ("wing", "adaptive-wing", "smooth-l1", "huber", "squared"),
            ("facial landmarks", "key points", "pose estimation", "face alignment", "heatmaps"),
        ),
        "depth estimation": Task(("berhu", "absolute", "huber"), ("monocular depth", "stereo matching", "disparity")),
        "optical flow": Task(
            ("charbonnier", "absolute", "power", "cauchy", "geman-mcclure", "barron"), ("motion estimation",)
        ),
        "image restoration": Task(
            ("charbonnier", "absolute", "squared", "geman-reynolds", "welsch", "barron", "truncated-quadratic"),
            ("super-resolution", "denoising", "deblurring", "inpainting", "autoencoders", "reconstruction"),
        ),
        "bundle adjustment and SLAM": Task(
            (
                "huber",
                "cauchy",
                "geman-mcclure",
                "tukey-biweight",
                "dcs",
                "tolerant",
                "barron",
                "arctan",
                "pseudo-huber",
            ),
            ("structure from motion", "pose graphs", "point clouds", "registration", "ICP", "robotics", "mapping"),
        ),
        "angles": Task(("periodic", "cosine-distance"), ("circular data", "directional data", "rotations", "headings")),
        "count data": Task(
            (*_COUNTS, "msle"), ("counting", "number of events", "Poisson regression", "overdispersion", "rates")
        ),
        "insurance claims": Task(
            ("tweedie-deviance", "tweedie-log", "gamma-deviance", "gamma-log", "poisson-deviance", "poisson-log"),
            ("actuarial", "claim severity", "claim frequency", "pure premium", "skewed amounts", "rainfall"),
        ),
        "generalized linear models": Task(
            ("logistic", "probit", *_COUNTS, *_SKEWED, "half-squared"),
            ("logistic regression", "GLM", "exponential family", "deviance", "maximum likelihood", "log link"),
        ),
        "time series forecasting": Task(
            ("mape", "smape", "absolute", "quantile", "interval-score", "msle", "crps-gaussian", "squared"),
            ("forecasts", "demand forecasting", "sales", "percentage errors", "time-series", "relative error"),
        ),
        "quantiles": Task(
            ("quantile", "interval-score", "expectile", "quantile-huber", "absolute"),
            ("quantile regression", "median", "prediction intervals", "percentiles", "value at risk"),
        ),
        "asymmetric costs": Task(
            ("quantile", "linex", "expectile", "quantile-huber", "poisson-mean"),
            ("asymmetric loss", "overestimation", "underestimation", "newsvendor", "inventory", "cost-sensitive"),
        ),
        "uncertainty": Task(
            (
                *("gaussian-nll", "gaussian-nll-log-sigma", "gaussian-nll-variance", "laplace-nll", "crps-gaussian"),
                *("interval-score", "student-t", "quantile"),
            ),
            ("heteroscedastic", "variance estimation", "Bayesian", "probabilistic regression", "density estimation"),
        ),
        "probability forecasts": Task(
            ("log-loss", "brier", "spherical", "tsallis", "boosting-score", "alpha-loss", "crps-gaussian"),
            ("calibration", "scoring rules", "proper scores", "probability estimation", "weather forecasts"),
        ),
        "survival analysis": Task(
            ("aft-normal", "aft-logistic", "aft-extreme", "gamma-log", "poisson-log"),
            (*("censored data", "time to event", "accelerated failure time", "AFT", "hazards", "lifetimes", "churn"),),
        ),
        "sparsity and penalties": Task(
            ("l1-penalty", "l2-penalty", "elastic-net", "scad", "mcp"),
            (
                *("regularization", "variable selection", "feature selection", "lasso", "ridge", "shrinkage"),
                "weight decay",
            ),
        ),
        "metric learning": Task(
            ("triplet", *_PAIRS[:1], "contrastive-legacy", "info-nce", *_PAIRS[2:]),
            (
                *("embeddings", "similarity learning", "siamese networks", "face recognition", "face verification"),
                *("re-identification", "nearest neighbours", "hard negatives"),
            ),
        ),
        "self-supervised learning": Task(
            ("info-nce", "cosine-distance", "contrastive", "contrastive-legacy", "logistic"),
            ("contrastive learning", "representation learning", "SimCLR", "MoCo", "negative sampling", "word2vec"),
        ),
        "distillation": Task(
            (
                *("distillation", "kl-bernoulli", "reverse-kl-bernoulli", "bce-logits", "bce-probability", "squared"),
                "cosine-distance",
            ),
            ("knowledge distillation", "teacher and student", "soft targets", "model compression"),
        ),
        "variational inference": Task(
            ("reverse-kl-bernoulli", "kl-bernoulli", "bce-logits", "gaussian-nll", "squared"),
            ("VAE", "variational autoencoders", "divergences", "expectation propagation"),
        ),
        "generative adversarial networks": Task(
            ("logistic", "hinge", "wgan", "lsgan", "unhinged", "squared-margin"),
            ("GAN", "WGAN", "LSGAN", "critic", "discriminator", "adversarial training", "image generation"),
        ),
        "diffusion models": Task(("squared", "absolute", "pseudo-huber"), ("score matching", "generative models")),
        "reinforcement learning": Task(
            ("huber", "ppo-clip", "dual-clip-ppo", "squared", "smooth-l1", "quantile-huber", "quantile", "expectile"),
            (
                "RL",
                "policy gradient",
                "policy optimization",
                "GRPO",
                "Q-learning",
                "DQN",
                "value functions",
                "temporal differences",
                "distributional",
            ),
        ),
    }
)


def tasks_of(name: str) -> list[str]:
    """Return the titles of the tasks that the loss called `name` is used for."""
    return [title for title, task in TASKS.items() if name in task.losses]
