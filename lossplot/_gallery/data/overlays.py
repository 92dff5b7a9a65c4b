"""The figures that textbooks and papers print, with their losses, views and sources."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Overlay:
    """A figure of several losses; `losses` and `options` are as on the command line.

    `note` says what is otherwise than in the source, and what of it could not be confirmed.
    """

    name: str
    title: str
    losses: tuple[str, ...]
    source: str
    options: dict[str, str | bool] = field(default_factory=dict)
    note: str = ""


_ESL = "Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, 2nd ed."
_PRML = "Bishop 2006, Pattern Recognition and Machine Learning"
_MLAPP = "Murphy 2012, Machine Learning: A Probabilistic Perspective"
_WIKIPEDIA = "Wikipedia 2019, Loss functions for classification"

# psi, its derivative and the weight, below rho.
_PSI_PANELS = ("derivative", "second-derivative", "weight")

_AXES = "The ranges of the printed axes could not be confirmed."
_NUMBER = "The view is that of the book's program; the number of the figure could not be confirmed."

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
        _AXES,
    ),
    Overlay(
        "esl-10-5",
        "Losses for regression: squared, absolute and Huber's compromise",
        ("squared", "absolute", "Huber doubled = 2*huber"),
        f"{_ESL}, figure 10.5",
        {"range": "-3:3", "ylim": "0:8"},
        "The heights are those of equation 10.23, where the squared error and Huber's loss have no factor 1/2: with it "
        "they are 0.5*squared and huber. The threshold, here 1, and the ranges of the printed axes could not be "
        "confirmed.",
    ),
    Overlay(
        "esl-12-3",
        "The support vector machine's loss and its rivals",
        ("hinge", "logistic", "squared-margin", "smoothed-hinge:gamma=2"),
        f"{_ESL}, section 12.3.2",
        {"range": "-3:3", "ylim": "0:3", "size": "8x5.5"},
        _AXES,
    ),
    Overlay(
        "prml-hinge",
        "Hinge and logistic error beside misclassification and squared error",
        ("hinge", "logistic-base2", "zero-one", "squared-margin"),
        f"{_PRML}, figure 7.5",
        {"range": "-2:2", "ylim": "0:4"},
        _AXES,
    ),
    Overlay(
        "prml-boosting",
        "Exponential error and cross-entropy: how they punish large mistakes",
        ("exponential", "logistic-base2", "hinge", "zero-one"),
        f"{_PRML}, section 14.3.2",
        {"range": "-2:2", "ylim": "0:4"},
        _AXES,
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
        {"range": "-2.1:2.1", "ylim": "-0.1:3.1"},
        _NUMBER,
    ),
    Overlay(
        "murphy-huber",
        "Squared and absolute error, and Huber's loss of threshold 1.5",
        ("squared", "absolute", "huber:delta=1.5"),
        f"{_MLAPP}, section 7.4",
        {"range": "-3:3", "ylim": "-0.5:5"},
        _NUMBER,
    ),
    Overlay(
        "murphy-svr",
        "The \u03b5-insensitive loss beside the squared error and Huber's loss",
        ("squared", "epsilon-insensitive:epsilon=1.5", "huber:delta=1.5"),
        f"{_MLAPP}, section 14.5.1",
        {"range": "-3:3", "ylim": "-0.5:5"},
        _NUMBER,
    ),
    Overlay(
        "wikipedia-surrogates",
        "Surrogates of the 0-1 loss that are 1 at the boundary",
        ("zero-one", "squared-margin", "hinge", "logistic-base2"),
        f"{_WIKIPEDIA}, Loss function surrogates.svg",
        {"range": "-2:2", "ylim": "0:4"},
        _AXES,
    ),
    Overlay(
        "wikipedia-consistent",
        "Bayes consistent losses beside the 0-1 loss",
        ("zero-one", "savage", "logistic-base2", "exponential", "tangent", "squared-margin"),
        f"{_WIKIPEDIA}, BayesConsistentLosses2.jpg",
        {"range": "-3:3", "ylim": "0:6", "size": "8x5.5"},
        "The formulas are those of the article, which has the logistic loss in bits. The ranges of the picture's axes "
        "could not be confirmed.",
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
        "robustbase-psi",
        "Robustbase's \u03c1, \u03c8, \u03c8\u2032 and weight at 95 % efficiency",
        ("huber:delta=1.345", "tukey-biweight:c=4.685", "hampel:a=1.4:b=3.2:c=7.2", "welsch:c=2.984"),
        "robustbase, vignette Definitions of Psi-Functions Available in Robustbase, by Koller & M\u00e4chler",
        {"range": "-5:10", "ylim": "0:5", "size": "8x13"} | dict.fromkeys(_PSI_PANELS, True),
        "There each loss has a frame of its own for all four functions, Huber's from \u22121.4 to 5. The k = 2.11 of "
        "its Welsh is c = k\u00b7\u221a2 here. Its GGW, LQQ and optimal functions are not in the catalogue.",
    ),
    Overlay(
        "mass-psi",
        "\u03c8 of four M-estimators: trimmed mean, Huber, bisquare and Hampel",
        ("truncated-quadratic:c=2", "huber:delta=1.345", "tukey-biweight:c=4.685", "hampel:a=2:b=4:c=8"),
        "Venables & Ripley 2002, Modern Applied Statistics with S, 4th ed., section 5.5",
        {"range": "-6:6", "only": "derivative", "size": "8x5.5"},
        "The book has a frame for each. The constants are the defaults of its function rlm, and 2 for the trimmed "
        "mean; those of the printed figure and the ranges of its axes could not be confirmed.",
    ),
    Overlay(
        "astroml-8-7",
        "Huber's loss for several thresholds",
        ("huber:delta=1,2,3,5,1000",),
        "Ivezi\u0107, Connolly, VanderPlas & Gray 2014, Statistics, Data Mining, and Machine Learning in Astronomy, "
        "figure 8.7",
        {"range": "-10:10", "ylim": "0:50", "size": "8x5.5"},
        "As the book's program draws it; it calls the last threshold infinite.",
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
