"""What losses are used for: the tasks by which a search finds them."""

from __future__ import annotations

_PAIRS = ("contrastive", "triplet", "soft-margin-triplet", "cosine-embedding", "cosine-distance", "info-nce")
_REDESCENDING = ("tukey-biweight", "welsch", "geman-mcclure", "andrews-wave", "hampel", "ramsay", "geman-reynolds")
_ROBUST = ("huber", "absolute", "pseudo-huber", "log-cosh", "cauchy", "fair", "student-t", "barron", *_REDESCENDING)
_COUNTS = ("poisson-mean", "poisson-full", "poisson-deviance", "poisson-log", "negative-binomial")
_LIKELIHOODS = ("gaussian-nll", "gaussian-nll-variance", "gaussian-nll-log-sigma", "laplace-nll")

TASKS = {
    "ranking": ("logistic", "hinge", "exponential", "triplet", "soft-margin-triplet", "info-nce"),
    "class imbalance": ("focal", "tversky", "soft-dice", "bce-logits"),
    "segmentation": ("soft-dice", "tversky", "focal"),
    "object detection": ("focal", "smooth-l1", "balanced-l1"),
    "landmarks and keypoints": ("wing", "adaptive-wing"),
    "depth estimation": ("berhu",),
    "angles": ("periodic",),
    "optical flow": ("charbonnier",),
    "bundle adjustment and SLAM": ("huber", "cauchy", "tolerant", "dcs", "geman-mcclure", "barron"),
    "outliers": (*_ROBUST, "truncated-quadratic", "arctan", "smooth-l1"),
    "label noise": ("gce", "symmetric-ce", "taylor-ce", "normalized-ce", "label-smoothing-ce", "unhinged", "ramp"),
    "counts": _COUNTS,
    "insurance claims": ("gamma-deviance", "gamma-log", "tweedie-deviance", "tweedie-log"),
    "quantiles": ("quantile", "quantile-huber", "expectile"),
    "time series forecasting": ("mape", "smape", "msle", "quantile", "crps-gaussian", "interval-score"),
    "uncertainty": (*_LIKELIHOODS, "crps-gaussian", "interval-score"),
    "survival analysis": ("aft-normal", "aft-logistic", "aft-extreme"),
    "ordinal regression": ("all-threshold", "immediate-threshold", "immediate-threshold-hinge", "cumulative-logit"),
    "preference optimisation": ("logistic", "hinge"),
    "variable selection and shrinkage": ("l1-penalty", "l2-penalty", "elastic-net", "scad", "mcp"),
    "probability forecasts": ("log-loss", "brier", "spherical"),
    "metric learning and embeddings": (*_PAIRS, "hinge-embedding"),
    "self-supervised learning": ("info-nce", "contrastive", "cosine-distance"),
    "distillation": ("kl-bernoulli", "reverse-kl-bernoulli"),
    "boosting": ("exponential", "binomial-deviance", "madaboost", "boosting-score", "logistic"),
    "support vector machines": ("hinge", "squared-hinge", "epsilon-insensitive", "squared-epsilon-insensitive"),
    "generative adversarial networks": ("hinge", "logistic", "squared-margin", "unhinged"),
    "reinforcement learning": ("huber", "quantile-huber", "smooth-l1"),
    "multiclass classification": ("softmax-ce-gap", "log-loss", "focal"),
}


def tasks_of(name: str) -> list[str]:
    """Return the tasks that the loss called `name` is used for."""
    return [task for task, names in TASKS.items() if name in names]
