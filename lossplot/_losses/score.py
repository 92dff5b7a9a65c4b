"""Losses of a score x: a linear predictor, a logit, or how far one logit stands above the others."""

from dataclasses import replace
from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses import ordinal
from lossplot._losses.entry import (
    CLASSES,
    NONNEGATIVE,
    OPEN_UNIT,
    POSITIVE,
    REAL,
    SCORE,
    UNIT,
    Interval,
    LooseAlias,
    Loss,
    Parameter,
)

_linear = partial(Loss, "", axis=replace(SCORE, label="linear predictor *x*", of_mean="log(x)"))
_logit = partial(Loss, "", axis=replace(SCORE, label="logit *x*"))
# Conditions of the calls.
_LOG_LINK = "x is the logarithm of the mean"
_LOGIT = "x is the logit"
_CLASSES = "x is the true logit less the others, which are equal"
_critic = partial(Loss, "", axis=replace(SCORE, label="critic's score *x*"))
_gap = partial(Loss, "", axis=replace(SCORE, label="logit gap *x*"))

LOSSES = {
    "poisson-log": _linear(
        "poissonlog(x, target)",
        textbook="exp(x) - target*x",
        title="Poisson with log link",
        summary="Poisson regression: minus the log-likelihood as a function of the linear predictor.",
        source="Nelder & Wedderburn 1972, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("poisson", "poissonloss", "poissonnllloss"),
        equivalents=(
            lib.torch("PoissonNLLLoss(log_input=True, full=False)", "poisson_nll", condition=_LOG_LINK),
            lib.torch(
                "PoissonNLLLoss(log_input=True, full=True)",
                "poisson_nll_full",
                constant=lib.STIRLING,
                condition=_LOG_LINK,
            ),
            lib.boosting_regressor("poisson", condition=_LOG_LINK),
            lib.xgboost("count:poisson", condition=_LOG_LINK),
            lib.lightgbm("poisson", condition=_LOG_LINK),
            lib.catboost_regressor("Poisson", condition=_LOG_LINK),
        ),
    ),
    "gamma-log": _linear(
        "1 + expm1mx(log(target) - x) + log(target) if abs(x - log(target)) < 1 else x + target*exp(-x)",
        textbook="x + target*exp(-x)",
        title="Gamma with log link",
        summary="Gamma regression with a log link: minus the log-likelihood, less constants.",
        source="McCullagh & Nelder 1989, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, POSITIVE),),
        aliases=("gamma", "exponential-nll"),
        equivalents=(
            lib.boosting_regressor("gamma", condition=_LOG_LINK),
            lib.xgboost("reg:gamma", condition=_LOG_LINK),
            lib.lightgbm("gamma", condition=_LOG_LINK),
        ),
    ),
    "tweedie-log": _linear(
        "tweedielog(x, target, power)",
        textbook="exp((2 - power)*x)/(2 - power) - target*exp((1 - power)*x)/(1 - power)",
        title="Tweedie with log link",
        summary="Tweedie regression with a log link: between Poisson (power 1) and gamma (2).",
        source="Tweedie 1984; Jorgensen 1987, Exponential Dispersion Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE), Parameter("power", 1.5, Interval(1.0, 2.0))),
        aliases=("tweedie",),
        equivalents=(
            lib.xgboost("reg:tweedie", {"tweedie_variance_power": "power"}, condition=_LOG_LINK),
            lib.lightgbm("tweedie", {"tweedie_variance_power": "power"}, condition=_LOG_LINK),
            lib.catboost_regressor("Tweedie", {"variance_power": "power"}, condition=_LOG_LINK),
            lib.sklearn('linear_model.TweedieRegressor(power=power, link="log")', "tweedie", condition=_LOG_LINK),
        ),
    ),
    "bce-logits": _logit(
        "w*target*softplus(-x) + (1 - target)*softplus(x)",
        textbook="w*target*log(1 + exp(-x)) + (1 - target)*log(1 + exp(x))",
        derivative="(1 - target)/(1 + exp(-x)) - w*target/(1 + exp(x))",
        title="Binary cross-entropy with logits",
        summary="Cross-entropy between a soft target and the sigmoid of a logit; w weighs what is positive.",
        source="Cox 1958, The regression analysis of binary sequences; PyTorch, torch.nn.BCEWithLogitsLoss (w)",
        parameters=(Parameter("target", 1.0, UNIT), Parameter("w", 1.0, POSITIVE)),
        aliases=("sigmoid-binary-cross-entropy", "xentropy"),
        loose_aliases=(
            LooseAlias("weighted-bce", "bce-logits:w=2, with the weight of your choice"),
            LooseAlias("weighted-cross-entropy", "bce-logits:w=2, with the weight of your choice"),
        ),
        equivalents=(
            lib.torch("BCEWithLogitsLoss()", "bce_with_logits_soft", condition=_LOGIT),
            lib.torch("BCEWithLogitsLoss(pos_weight=torch.tensor(w))", "bce_with_logits_pos_weight", condition=_LOGIT),
            lib.keras("BinaryCrossentropy(from_logits=True)", "binary_crossentropy_logits", condition=_LOGIT),
            lib.optax("sigmoid_binary_cross_entropy(x, target)", "sigmoid_binary_cross_entropy_soft", condition=_LOGIT),
            lib.lightgbm("cross_entropy", condition=_LOGIT),
            lib.sklearn("_loss.HalfBinomialLoss()", "half_binomial", condition=_LOGIT),
            lib.xgboost("reg:logistic", condition=_LOGIT),
            lib.catboost_classifier("CrossEntropy", condition=_LOGIT),
        ),
    ),
    "softmax-ce-gap": _gap(
        "softplus(log(classes - 1) - x)",
        textbook="log(1 + (classes - 1)*exp(-x))",
        title="Softmax cross-entropy",
        summary="Softmax cross-entropy as a function of how far the true logit stands above the others.",
        source="Bridle 1990, Probabilistic Interpretation of Feedforward Classification Network Outputs",
        parameters=(CLASSES,),
        aliases=("softmax-cross-entropy", "sparse-categorical-crossentropy"),
        equivalents=(
            lib.torch("CrossEntropyLoss()", "cross_entropy", condition=_CLASSES),
            lib.optax(
                "softmax_cross_entropy_with_integer_labels(logits, label)", "softmax_cross_entropy", condition=_CLASSES
            ),
            lib.keras(
                "SparseCategoricalCrossentropy(from_logits=True)",
                "sparse_categorical_crossentropy_from_logits",
                condition=_CLASSES,
            ),
            lib.keras(
                "CategoricalCrossentropy(from_logits=True)",
                "categorical_crossentropy_from_logits",
                condition=f"labels in one-hot code; {_CLASSES}",
            ),
            lib.sklearn("_loss.HalfMultinomialLoss(n_classes=classes)", "half_multinomial", condition=_CLASSES),
            lib.xgboost("multi:softprob", {"num_class": "classes"}, condition=_CLASSES),
            lib.lightgbm("multiclass", {"num_class": "classes"}, condition=_CLASSES),
            lib.catboost_classifier("MultiClass", condition=_CLASSES),
        ),
    ),
    **ordinal.LOSSES,
    "distillation": _logit(
        "distill(x, teacher/(1 - teacher), T)",
        derivative="T*(1/(1 + exp(-x/T)) - 1/(1 + ((1 - teacher)/teacher)^(1/T)))",
        title="Distillation",
        summary="The divergence of a student's probability from its teacher's, both softened by the temperature T.",
        source="Hinton, Vinyals & Dean 2015, Distilling the Knowledge in a Neural Network (of two classes, times "
        "the square of the temperature)",
        parameters=(Parameter("teacher", 0.8, OPEN_UNIT), Parameter("T", 4.0, POSITIVE)),
        aliases=("knowledge-distillation", "distillation-loss", "kd-loss", "hinton-kd"),
    ),
    "lsgan": _critic(
        "(x - target)*((x - target)/2)",
        textbook="(x - target)^2/2",
        title="Least-squares critic",
        summary="Half the squared distance of a critic's score from the target: 1 for real examples, 0 for others.",
        source="Mao, Li, Xie, Lau, Wang & Smolley 2017, Least Squares Generative Adversarial Networks",
        parameters=(Parameter("target", 1.0, REAL),),
        aliases=("ls-gan", "least-squares-gan"),
        equivalents=(
            lib.torch(
                "MSELoss()",
                "mse_critic",
                factor="2",
                condition="the critic has the targets 1 and 0 for real and generated examples, the generator 1",
            ),
        ),
    ),
}
