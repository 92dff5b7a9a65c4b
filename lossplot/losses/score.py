"""Losses of a score x: a linear predictor, a logit, or how far one logit stands above the others."""

from dataclasses import replace
from functools import partial

from lossplot.losses import libraries as lib
from lossplot.losses.entry import CLASSES, NONNEGATIVE, POSITIVE, SCORE, UNIT, Interval, Loss, Parameter

_linear = partial(Loss, "", axis=replace(SCORE, label="linear predictor *x*"))
_logit = partial(Loss, "", axis=replace(SCORE, label="logit *x*"))
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
            lib.torch("PoissonNLLLoss(log_input=True)", "poisson_nll"),
            lib.boosting_regressor("poisson"),
            lib.xgboost("count:poisson"),
            lib.lightgbm("poisson"),
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
        equivalents=(lib.boosting_regressor("gamma"), lib.xgboost("reg:gamma"), lib.lightgbm("gamma")),
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
            lib.xgboost("reg:tweedie", tweedie_variance_power="power"),
            lib.lightgbm("tweedie", tweedie_variance_power="power"),
            lib.sklearn('linear_model.TweedieRegressor(power=power, link="log")', "tweedie"),
        ),
    ),
    "bce-logits": _logit(
        "target*softplus(-x) + (1 - target)*softplus(x)",
        textbook="log(1 + exp(x)) - target*x",
        derivative="1/(1 + exp(-x)) - target",
        title="Binary cross-entropy with logits",
        summary="Cross-entropy between a soft target and the sigmoid of a logit.",
        source="Cox 1958, The regression analysis of binary sequences",
        parameters=(Parameter("target", 1.0, UNIT),),
        aliases=("sigmoid-binary-cross-entropy", "xentropy"),
        equivalents=(
            lib.torch("BCEWithLogitsLoss()", "bce_with_logits_soft"),
            lib.keras("BinaryCrossentropy(from_logits=True)", "binary_crossentropy_logits"),
            lib.optax("sigmoid_binary_cross_entropy(x, target)", "sigmoid_binary_cross_entropy_soft"),
            lib.lightgbm("cross_entropy"),
            lib.sklearn("_loss.HalfBinomialLoss()", "half_binomial"),
            lib.xgboost("reg:logistic"),
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
            lib.torch("CrossEntropyLoss()", "cross_entropy"),
            lib.optax("softmax_cross_entropy_with_integer_labels(logits, label)", "softmax_cross_entropy"),
            lib.keras("SparseCategoricalCrossentropy(from_logits=True)", "sparse_categorical_crossentropy"),
            lib.sklearn("_loss.HalfMultinomialLoss(n_classes=classes)", "half_multinomial"),
            lib.xgboost("multi:softprob", num_class="classes"),
            lib.lightgbm("multiclass", num_class="classes"),
        ),
    ),
}
