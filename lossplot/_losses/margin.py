"""Losses of the margin m = y f(x), y in {-1, +1}: classification."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses import preference, sigmoidal
from lossplot._losses.entry import MARGIN, NONNEGATIVE, POSITIVE, REAL, UNIT, LooseAlias, Loss, Parameter
from lossplot._losses.equivalent import Equivalent

_loss = partial(Loss, "", axis=MARGIN)
# Conditions of the calls.
_SIGNS = "y is -1 or 1, f the score: m = y*f"
_BINARY = "y is 0 or 1, f the logit: m = f for y = 1, -f for y = 0"
_TREES = "labels 0 and 1; m is the raw score for 1, minus it for 0"
# The condition of the calls for preferences.
_PAIR = "m is log(pi/ref) of the chosen answer less that of the rejected one"
_TWO = "of two classes; m is the score of the true one less the other"

LOSSES = {
    "zero-one": _loss(
        "1 if m <= 0 else 0",
        title="Zero–one",
        summary="Counts mistakes: 1 for a wrong sign or a tie, 0 for a right one.",
        source="Bartlett, Jordan & McAuliffe 2006, Convexity, Classification, and Risk Bounds",
        aliases=("0-1", "01", "zero-one-loss", "zerooneloss", "misclassification"),
        equivalents=(
            lib.metric("zero_one_loss([y], [predicted])", condition="labels y and predicted: wrong for m <= 0"),
            Equivalent(
                "xgboost:error",
                'xgboost.train({"objective": "binary:logistic", "eval_metric": "error"})',
                condition="labels 0 and 1; a tie, m = 0, is label 0 there",
            ),
        ),
    ),
    "perceptron": _loss(
        "max(0, -m)",
        title="Perceptron",
        summary="Penalises mistakes in proportion to how wrong they are, and right answers not at all.",
        source="Rosenblatt 1958, The Perceptron",
        aliases=("perceptron-loss", "perceptronloss"),
        loose_aliases=(LooseAlias("margin-ranking", "hinge with the margin as its threshold; 0 is PyTorch's default"),),
        equivalents=(
            lib.sgd_classifier("perceptron", condition=_SIGNS),
            lib.optax("losses.perceptron_loss(f, y)", condition=_SIGNS),
            lib.torch("MarginRankingLoss(margin=0)", "margin_ranking", condition="m = y*(x1 - x2)"),
            lib.optax("losses.multiclass_perceptron_loss(scores, label)", condition=_TWO),
        ),
    ),
    "hinge": _loss(
        "max(0, threshold - beta*m)",
        title="Hinge",
        summary="The support vector machine's loss: linear until the margin reaches the threshold, then zero.",
        source="Cortes & Vapnik 1995, Support-Vector Networks; "
        "Liu et al. 2023, Statistical Rejection Sampling Improves Preference Optimization (beta)",
        parameters=(Parameter("threshold", 1.0, POSITIVE, least=0.0), Parameter("beta", 1.0, POSITIVE)),
        aliases=("hinge-loss", "hingeloss", "l1-hinge", "l1hingeloss", "svm", "max-margin", "categorical-hinge"),
        loose_aliases=(
            LooseAlias(
                "dpo-hinge", "hinge:beta=0.1, as is usual, for m the gain in log-probability over the reference"
            ),
            LooseAlias("rso", "hinge:beta=0.1, as is usual, for m the gain in log-probability over the reference"),
            LooseAlias("slic", "hinge with its threshold, 1 here, for m the gap of two log-probabilities"),
            LooseAlias("slic-hf", "hinge with its threshold, 1 here, for m the gap of two log-probabilities"),
            LooseAlias("hinge-gan", "the loss of its generator, which is wgan; its critic has the hinge"),
        ),
        equivalents=(
            lib.dpo("hinge", {"beta": "beta"}, condition=_PAIR),
            lib.sgd_classifier("hinge", condition=_SIGNS),
            lib.keras("Hinge()", "hinge", condition=_SIGNS),
            lib.optax("hinge_loss(f, y)", condition=_SIGNS),
            lib.torch(
                "HingeEmbeddingLoss(margin=threshold)",
                "hinge_embedding_margin",
                condition="for y = -1 only, with m as its input",
            ),
            lib.torch("MarginRankingLoss(margin=threshold)", "margin_ranking_margin", condition="m = y*(x1 - x2)"),
            lib.xgboost("binary:hinge", condition=_TREES),
            lib.metric("hinge_loss([-1, 1], [-m, m])", "hinge_loss_metric"),
            lib.keras("CategoricalHinge()", "categorical_hinge", condition=_TWO),
            lib.optax("losses.multiclass_hinge_loss(scores, label)", condition=_TWO),
            lib.torch("MultiMarginLoss(p=1, margin=threshold)", "multi_margin", factor="1/2", condition=_TWO),
            lib.torch("MultiLabelMarginLoss()", "multilabel_margin", factor="1/2", condition=_TWO),
        ),
    ),
    "squared-hinge": _loss(
        "max(0, 1 - m)^2",
        title="Squared hinge",
        summary="The square of the hinge: smooth at the margin, harsher on large mistakes.",
        source="Zhang 2004, Statistical Behavior and Consistency of Classification Methods",
        aliases=("l2-hinge", "l2hingeloss", "squaredhinge", "truncated-least-squares", "l2svm"),
        equivalents=(
            lib.sgd_classifier("squared_hinge", condition=_SIGNS),
            lib.keras("SquaredHinge()", "squared_hinge", condition=_SIGNS),
            lib.torch("MultiMarginLoss(p=2)", "multi_margin_squared", factor="1/2", condition=_TWO),
        ),
    ),
    "smoothed-hinge": _loss(
        "0 if m >= 1 else (1 - m)*((1 - m)/gamma)/2 if m > 1 - gamma else 1 - m - gamma/2",
        textbook="0 if m >= 1 else (1 - m)^2/(2*gamma) if m > 1 - gamma else 1 - m - gamma/2",
        title="Smoothed hinge",
        summary="The hinge with its corner rounded off by a parabola of width gamma.",
        source="Rennie & Srebro 2005, Loss Functions for Preference Levels; Shalev-Shwartz & Zhang 2013, SDCA",
        parameters=(Parameter("gamma", 1.0, POSITIVE),),
        aliases=("smooth-hinge", "smoothedl1hingeloss", "huberized-hinge", "rennie-srebro"),
    ),
    "modified-huber": _loss(
        "0 if m >= 1 else (1 - m)^2 if m >= -1 else -4*m",
        title="Modified Huber",
        summary="The squared hinge, made linear below margin -1 so that outliers pull with bounded force.",
        source="Zhang 2004, Solving large scale linear prediction problems using stochastic gradient descent",
        aliases=("modifiedhuber", "modifiedhuberloss", "huberised-squared-hinge"),
        equivalents=(
            lib.sgd_classifier("modified_huber", condition=_SIGNS),
            lib.optax("losses.sparsemax_loss(f, y)", factor="1/4", condition=_BINARY),
            lib.optax("losses.multiclass_sparsemax_loss(scores, label)", factor="1/4", condition=_TWO),
        ),
    ),
    "logistic": _loss(
        "softplus(gamma - beta*m)",
        derivative="-beta/(1 + exp(beta*m - gamma))",
        title="Logistic",
        summary="Logistic regression's loss, in nats: minus the log-probability of the right label.",
        source="Cox 1958, The regression analysis of binary sequences",
        parameters=(Parameter("beta", 1.0, POSITIVE), Parameter("gamma", 0.0, REAL)),
        aliases=(
            "log",
            "logit",
            "logistic-loss",
            "logitmarginloss",
            "soft-margin",
            "softmarginloss",
            "bce-with-logits",
            "bcewithlogitsloss",
            "ranknet",
            "bpr",
            "non-saturating-gan",
            "vanilla-gan",
        ),
        loose_aliases=(
            LooseAlias("dpo", "logistic:beta=0.1, as is usual, for m the gain in log-probability over the reference"),
            LooseAlias("simpo", "logistic:beta=2:gamma=1, as is usual, for m the gap of mean log-probabilities"),
        ),
        equivalents=(
            lib.dpo("sigmoid", {"beta": "beta"}, condition=_PAIR),
            lib.torch("SoftMarginLoss()", "soft_margin", condition=_SIGNS),
            lib.torch("BCEWithLogitsLoss()", "bce_with_logits", condition=_BINARY),
            lib.torch("MultiLabelSoftMarginLoss()", "multilabel_soft_margin", condition=f"of one label; {_BINARY}"),
            lib.sgd_classifier("log_loss", condition=_SIGNS),
            lib.keras("BinaryCrossentropy(from_logits=True)", "binary_crossentropy_from_logits", condition=_BINARY),
            lib.optax("sigmoid_binary_cross_entropy(f, y)", condition=_BINARY),
            lib.xgboost("binary:logistic", condition=_TREES),
            lib.lightgbm("binary", {"sigmoid": "1"}, condition=_TREES),
            lib.catboost_classifier("Logloss", condition=_TREES),
            Equivalent("scipy:log_expit", "-scipy.special.log_expit(m)"),
        ),
    ),
    "logistic-base2": _loss(
        "softplus(-m)/log(2)",
        title="Logistic (base 2)",
        summary="The logistic loss in bits, so that it passes through (0, 1) and bounds the zero-one loss.",
        source="Murphy 2012, Machine Learning: A Probabilistic Perspective, figure 6.8",
        aliases=("log2", "log-loss-base2", "scaled-logistic"),
    ),
    "exponential": _loss(
        "exp(-m)",
        title="Exponential",
        summary="AdaBoost's loss: mistakes cost exponentially more the more confident they are.",
        source="Freund & Schapire 1997; Friedman, Hastie & Tibshirani 2000, Additive logistic regression",
        aliases=("exp", "exploss", "adaboost", "exponential-loss"),
        equivalents=(
            lib.sklearn('ensemble.GradientBoostingClassifier(loss="exponential")', "exponential", condition=_TREES),
        ),
    ),
    "squared-margin": _loss(
        "(1 - m)^2",
        title="Squared",
        summary="Least squares on labels of -1 and +1: it punishes answers that are too right as well.",
        source="Suykens & Vandewalle 1999, Least Squares Support Vector Machine Classifiers",
        aliases=("square", "square-loss", "l2-margin", "l2marginloss", "least-squares", "quadratic-margin"),
        equivalents=(
            lib.sklearn(
                'linear_model.SGDClassifier(loss="squared_error")',
                "squared_error_margin",
                factor="1/2",
                condition=_SIGNS,
            ),
        ),
    ),
    **sigmoidal.LOSSES,
    "generalized-smooth-hinge": _loss(
        "0 if m >= 1 else powdev(m, alpha) if m > 0 else alpha/(alpha + 1) - m",
        textbook="0 if m >= 1 else m^(alpha + 1)/(alpha + 1) - m + alpha/(alpha + 1) if m > 0"
        " else alpha/(alpha + 1) - m",
        title="Generalized smooth hinge",
        summary="A smoothed hinge whose sharpness is alpha: 1 is the smoothed hinge, infinity the hinge.",
        source="Rennie 2005, Smooth Hinge Classification",
        parameters=(Parameter("alpha", 2.0, POSITIVE),),
    ),
    "binomial-deviance": _loss(
        "softplus(-2*m)",
        derivative="-2/(1 + exp(2*m))",
        title="Binomial deviance",
        summary="The logistic loss where f is half the log-odds, as in boosting.",
        source="Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, eq. 10.18 and figure 10.4",
        aliases=("esl-deviance", "logitboost"),
    ),
    "dwd": _loss(
        "1 - m if m <= q/(q + 1) else dwd(m, q)",
        title="Distance-weighted discrimination",
        summary="Distance-weighted discrimination: linear for small margins, and no margin is ever quite large enough.",
        source="Marron, Todd & Ahn 2007, Distance-Weighted Discrimination; Wang & Zou 2018",
        parameters=(Parameter("q", 1.0, POSITIVE),),
        aliases=("dwdmarginloss", "generalized-dwd"),
    ),
    "lum": _loss(
        "1 - m if m < c/(1 + c) else lum(m, a, c)",
        title="Large-margin unified machine",
        summary="Large-margin unified machine: c moves it from soft to hard classification, a sets its tail.",
        source="Liu, Zhang & Wu 2011, Hard or Soft Classification? Large-Margin Unified Machines",
        parameters=(Parameter("a", 1.0, POSITIVE), Parameter("c", 1.0, NONNEGATIVE)),
        aliases=("lum-loss",),
    ),
    "c-loss": _loss(
        "welsch(1 - m, sqrt(2)*sigma)/welsch(1, sqrt(2)*sigma)",
        textbook="(1 - exp(-(1 - m)^2/(2*sigma^2)))/(1 - exp(-1/(2*sigma^2)))",
        derivative="-(1 - m)/sigma^2*exp(-(1 - m)^2/(2*sigma^2))/(1 - exp(-1/(2*sigma^2)))",
        title="C-loss",
        summary="Correntropy: bounded, symmetric about margin 1, scaled to pass through (0, 1).",
        source="Singh, Pokharel & Principe 2014, The C-loss function for pattern classification",
        parameters=(Parameter("sigma", 0.5, POSITIVE),),
        aliases=("closs",),
        loose_aliases=(LooseAlias("correntropy", "1 - exp(-(1 - m)^2/(2*sigma^2)), which is not scaled"),),
    ),
    "pinball-hinge": _loss(
        "max(1 - m, -tau*(1 - m))",
        derivative="-1 if m < 1 else tau",
        title="Pinball hinge",
        summary="A hinge that also charges tau for margins beyond 1, to be less sensitive to noise near the boundary.",
        source="Huang, Shi & Suykens 2014, Support Vector Machine Classifier with Pinball Loss",
        parameters=(Parameter("tau", 0.5, UNIT),),
        aliases=("pin-svm", "pinsvm"),
    ),
    "unhinged": _loss(
        "1 - m",
        title="Unhinged",
        summary="The hinge without its hinge: linear, unbounded below, and immune to symmetric label noise.",
        source="van Rooyen, Menon & Williamson 2015, Learning with Symmetric Label Noise",
        aliases=("linear",),
    ),
    "wgan": _loss(
        "-m",
        title="Wasserstein critic",
        summary="Minus the score of a real example, or the score of a generated one: unbounded both ways.",
        source="Arjovsky, Chintala & Bottou 2017, Wasserstein GAN",
        aliases=("wasserstein", "wasserstein-gan", "wgan-loss"),
        loose_aliases=(LooseAlias("wgan-gp", "wgan with a penalty on the slope of the critic"),),
    ),
    "softplus-hinge": _loss(
        "softplusscaled(1 - m, beta)",
        derivative="-1/(1 + exp(-beta*(1 - m)))",
        title="Softplus hinge",
        summary="The hinge smoothed everywhere: a softplus centred on margin 1, sharper as beta grows.",
        source="Lee & Mangasarian 2001, SSVM: A Smooth Support Vector Machine",
        parameters=(Parameter("beta", 1.0, POSITIVE),),
        aliases=("soft-hinge",),
        loose_aliases=(LooseAlias("ssvm", "half of its square, as Lee and Mangasarian minimise it"),),
        equivalents=(lib.torch("functional.softplus(torch.as_tensor(1 - m), beta=beta)", "softplus_hinge"),),
    ),
    "madaboost": _loss(
        "1 - m if m < 0 else exp(-m)",
        title="MadaBoost",
        summary="The exponential loss made linear for mistakes, so that noise cannot dominate boosting.",
        source="Domingo & Watanabe 2000, MadaBoost; Murata et al. 2004, Information Geometry of U-Boost",
        aliases=("mada",),
    ),
    "double-hinge": _loss(
        "max(-m, max(0, (1 - m)/2))",
        derivative="-1 if m < -1 else -1/2 if m < 1 else 0",
        title="Double hinge",
        summary="Two hinges in one, for learning from positive and unlabelled examples.",
        source="du Plessis, Niu & Sugiyama 2015, Convex Formulation for Learning from Positive and Unlabeled Data",
        aliases=("doublehinge",),
    ),
    "lorenz": _loss(
        "2*cauchy(max(0, 1 - m), 1)",
        textbook="log(1 + max(0, 1 - m)^2)",
        title="Lorenz",
        summary="Grows only as a logarithm for mistakes, and is exactly zero beyond margin 1.",
        source="Barbu, She, Ding & Gramajo 2017, Feature Selection with Annealing",
        aliases=("lorenz-loss",),
    ),
    "probit": _loss(
        "-log_ndtr(m)",
        derivative="-exp(-m^2/2)/(sqrt(2*pi)*ndtr(m))",
        title="Probit",
        summary="Probit regression's loss: minus the log-probability under a normal link.",
        source="Bliss 1934, The Method of Probits; Rasmussen & Williams 2006, GPML, chapter 3",
        aliases=("probit-loss",),
        equivalents=(Equivalent("scipy:log_ndtr", "-scipy.special.log_ndtr(m)"),),
    ),
    **preference.LOSSES,
}
