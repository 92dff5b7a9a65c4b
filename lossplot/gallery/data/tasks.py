"""What losses are used for: the tasks by which a search finds them."""

from __future__ import annotations

_PAIRS = (
    "contrastive",
    "contrastive-legacy",
    "triplet",
    "soft-margin-triplet",
    "cosine-embedding",
    "cosine-distance",
    "info-nce",
)
_REDESCENDING = ("tukey-biweight", "welsch", "geman-mcclure", "andrews-wave", "hampel", "ramsay", "geman-reynolds")
_ROBUST = ("huber", "absolute", "pseudo-huber", "log-cosh", "cauchy", "fair", "student-t", "barron", *_REDESCENDING)
_COUNTS = ("poisson-mean", "poisson-deviance", "poisson-log", "negative-binomial")

TASKS = {
    "ranking": ("logistic", "hinge", "exponential", "triplet", "soft-margin-triplet", "info-nce"),
    "class imbalance": ("focal", "asymmetric", "tversky", "focal-tversky", "soft-dice"),
    "segmentation": ("soft-dice", "dice-squared", "log-cosh-dice", "tversky", "focal-tversky", "focal"),
    "object detection": (
        "focal",
        "quality-focal",
        "varifocal",
        "iou",
        "log-iou",
        "alpha-iou",
        "smooth-l1",
        "balanced-l1",
    ),
    "landmarks and keypoints": ("wing",),
    "depth estimation": ("berhu",),
    "angles": ("periodic",),
    "optical flow": ("charbonnier",),
    "bundle adjustment and SLAM": ("huber", "cauchy", "tolerant", "dcs", "geman-mcclure", "barron"),
    "outliers": (*_ROBUST, "truncated-quadratic", "arctan", "smooth-l1"),
    "label noise": (
        "gce",
        "truncated-gce",
        "symmetric-ce",
        "taylor-ce",
        "normalized-ce",
        "label-smoothing-ce",
        "unhinged",
        "ramp",
    ),
    "counts": _COUNTS,
    "insurance claims": ("gamma-deviance", "gamma-log", "tweedie-deviance", "tweedie-log"),
    "quantiles": ("quantile", "quantile-huber", "expectile"),
    "time series forecasting": ("mape", "smape", "msle", "quantile", "crps-gaussian"),
    "uncertainty": ("gaussian-nll", "gaussian-nll-variance", "laplace-nll", "crps-gaussian"),
    "probability forecasts": ("log-loss", "brier", "spherical"),
    "metric learning and embeddings": (*_PAIRS, "hinge-embedding"),
    "self-supervised learning": ("info-nce", "contrastive", "cosine-distance"),
    "distillation": ("distillation", "kl-bernoulli", "reverse-kl-bernoulli"),
    "preference optimization": ("ipo", "kto", "logistic", "hinge", "sigmoid"),
    "multi-label classification": ("asymmetric", "logistic", "focal"),
    "boosting": ("exponential", "binomial-deviance", "madaboost", "boosting-score", "logistic"),
    "support vector machines": ("hinge", "squared-hinge", "epsilon-insensitive", "squared-epsilon-insensitive"),
    "generative adversarial networks": ("hinge", "logistic", "lsgan", "wgan"),
    "reinforcement learning": ("ppo-clip", "dual-clip-ppo", "huber", "quantile-huber", "smooth-l1"),
    "multiclass classification": ("softmax-ce-gap", "log-loss", "focal"),
}


def tasks_of(name: str) -> list[str]:
    """Return the tasks that the loss called `name` is used for."""
    return [task for task, names in TASKS.items() if name in names]
