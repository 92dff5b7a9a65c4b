"""The figures that textbooks and papers print, with their losses, views and sources."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Overlay:
    """A figure of several losses; `losses` and `options` are as on the command line."""

    name: str
    title: str
    losses: tuple[str, ...]
    source: str
    options: dict[str, str | bool] = field(default_factory=dict)


_ESL = "Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, 2nd ed."
_PRML = "Bishop 2006, Pattern Recognition and Machine Learning"

OVERLAYS = (
    Overlay(
        "sklearn-sgd",
        "Convex losses of scikit-learn's SGDClassifier",
        ("zero-one", "hinge", "perceptron", "logistic-base2", "squared-hinge", "modified-huber"),
        "scikit-learn, example plot_sgd_loss_functions",
        {"range": "-4:4", "ylim": "0:8", "margin": "decision"},
    ),
    Overlay(
        "esl-10-4",
        "Losses for two-class classification, each through (0, 1)",
        ("zero-one", "exponential", "binomial-deviance", "squared-margin", "hinge"),
        f"{_ESL}, figure 10.4",
        {"normalize": True, "range": "-2:2", "ylim": "0:3", "size": "8x5.5"},
    ),
    Overlay(
        "esl-10-5",
        "Losses for regression: squared, absolute and Huber's compromise",
        ("half-squared", "absolute", "huber"),
        f"{_ESL}, figure 10.5, where the squared error and Huber's loss are drawn twice as high",
        {"range": "-3:3", "ylim": "0:4"},
    ),
    Overlay(
        "esl-12-3",
        "The support vector machine's loss and its rivals",
        ("hinge", "logistic", "squared-margin", "smoothed-hinge:gamma=2"),
        f"{_ESL}, section 12.3.2",
        {"range": "-3:3", "ylim": "0:3", "size": "8x5.5"},
    ),
    Overlay(
        "prml-hinge",
        "Hinge and logistic error beside misclassification and squared error",
        ("hinge", "logistic-base2", "zero-one", "squared-margin"),
        f"{_PRML}, section 7.1.2",
        {"range": "-2:2", "ylim": "0:4"},
    ),
    Overlay(
        "prml-boosting",
        "Exponential error and cross-entropy: how they punish large mistakes",
        ("exponential", "logistic-base2", "hinge", "zero-one"),
        f"{_PRML}, section 14.3.2",
        {"range": "-2:2", "ylim": "0:4"},
    ),
    Overlay(
        "prml-1-29",
        "Minkowski losses: powers of the error",
        ("power:p=0.3,1,2,10",),
        f"{_PRML}, figure 1.29",
        {"range": "-2:2", "ylim": "0:2"},
    ),
    Overlay(
        "murphy-surrogates",
        "Surrogates of the 0-1 loss that bound it from above, in bits",
        ("zero-one", "hinge", "logistic-base2", "exponential"),
        "Murphy 2022, Probabilistic Machine Learning: An Introduction, section 4.3.2",
        {"range": "-2:2", "ylim": "0:3"},
    ),
    Overlay(
        "smooth-hinges",
        "The hinge and its smooth relatives",
        ("hinge", "smoothed-hinge", "generalized-smooth-hinge:alpha=3", "squared-hinge", "logistic"),
        "Rennie & Srebro 2005, Loss Functions for Preference Levels; Rennie 2005, Smooth Hinge Classification",
        {"range": "-1.5:2", "ylim": "0:3", "derivative": True, "size": "8x8.5"},
    ),
    Overlay(
        "bounded-margin",
        "Bounded losses of the margin beside the logistic loss",
        ("zero-one", "ramp", "sigmoid:k=2", "savage:k=2", "tangent", "logistic-base2"),
        "Collobert et al. 2006; Masnadi-Shirazi & Vasconcelos 2008; Masnadi-Shirazi, Mahadevan & Vasconcelos 2010",
        {"range": "-4:3", "ylim": "0:4", "size": "8x5.5"},
    ),
    Overlay(
        "m-estimators",
        "M-estimators: rho, psi and weight at 95 % efficiency",
        (
            "half-squared",
            "huber:delta=1.345",
            "fair:c=1.3998",
            "cauchy:c=2.3849",
            "welsch:c=2.9846",
            "tukey-biweight:c=4.6851",
        ),
        "Zhang 1997, Parameter Estimation Techniques: A Tutorial with Application to Conic Fitting",
        {"range": "-6:6", "ylim": "0:6", "derivative": True, "weight": True, "size": "8x11.5"},
    ),
    Overlay(
        "statsmodels-weights",
        "Weights of robust regression in statsmodels",
        ("half-squared", "huber:delta=1.345", "hampel", "andrews-wave", "ramsay", "truncated-quadratic"),
        "statsmodels, Robust Linear Models, norms at their defaults",
        {"range": "-8:8", "only": "weight", "size": "8x5.5"},
    ),
    Overlay(
        "barron-1",
        "Barron's general loss and its slope",
        ("barron:alpha=-inf,-2,0,1,2",),
        "Barron 2019, A General and Adaptive Robust Loss Function, figure 1",
        {"range": "-6:6", "ylim": "0:5", "derivative": True, "size": "8x8"},
    ),
    Overlay(
        "scipy-least-squares",
        "Losses of scipy.optimize.least_squares",
        ("scipy:linear", "scipy:soft_l1", "scipy:huber", "scipy:cauchy", "scipy:arctan"),
        "SciPy, scipy.optimize.least_squares, option loss",
        {"range": "-4:4", "ylim": "0:4"},
    ),
    Overlay(
        "support-vector-regression",
        "Losses for support vector regression",
        ("epsilon-insensitive:epsilon=1", "absolute", "half-squared", "smooth-l1"),
        "Smola & Schölkopf 2004, A Tutorial on Support Vector Regression",
        {"range": "-3:3", "ylim": "0:3", "size": "8x5.5"},
    ),
    Overlay(
        "quantile-expectile",
        "Quantiles and expectiles: asymmetric losses",
        ("quantile:tau=0.25,0.75", "expectile:tau=0.25,0.75"),
        "Koenker & Bassett 1978, Regression Quantiles; Newey & Powell 1987, Asymmetric Least Squares",
        {"range": "-2:2", "ylim": "0:2"},
    ),
    Overlay(
        "focal-1",
        "The focal loss: easy examples count less",
        ("focal:gamma=0,0.5,1,2,5",),
        "Lin, Goyal, Girshick, He & Dollár 2017, Focal Loss for Dense Object Detection, figure 1",
        {"range": "0:1", "ylim": "0:5"},
    ),
    Overlay(
        "proper-scores",
        "Proper scores of a forecast, and one that is not proper",
        ("log-loss", "brier", "spherical", "boosting-score", "zero-one-probability", "linear-probability"),
        "Gneiting & Raftery 2007, Strictly Proper Scoring Rules; Buja, Stuetzle & Shen 2005",
        {"ylim": "0:3", "size": "8x5.5"},
    ),
    Overlay(
        "label-noise",
        "Between cross-entropy and mean absolute error, against wrong labels",
        ("log-loss", "gce:q=0.3,0.7", "taylor-ce", "linear-probability"),
        "Zhang & Sabuncu 2018; Feng et al. 2020; Ghosh, Kumar & Sastry 2017",
        {"ylim": "0:4", "size": "8x5.5"},
    ),
    Overlay(
        "gan-critics",
        "What the critic of a GAN minimises, by its margin",
        ("logistic", "hinge", "squared-margin", "unhinged"),
        "Goodfellow et al. 2014; Lim & Ye 2017; Mao et al. 2017; Arjovsky, Chintala & Bottou 2017",
        {"range": "-3:3", "ylim": "-2:4", "size": "8x5.5"},
    ),
    Overlay(
        "contrastive",
        "The contrastive loss of similar and of dissimilar pairs",
        ("contrastive:similar=0,1",),
        "Hadsell, Chopra & LeCun 2006, Dimensionality Reduction by Learning an Invariant Mapping",
        {"range": "0:2", "ylim": "0:1", "size": "8x5"},
    ),
)
