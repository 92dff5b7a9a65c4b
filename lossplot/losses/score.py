"""Losses of a score x: a linear predictor, a logit, or how far one logit stands above the others."""

from dataclasses import replace
from functools import partial

from lossplot.losses.entry import NONNEGATIVE, POSITIVE, SCORE, UNIT, Equivalent, Interval, Loss, Parameter

_linear = partial(Loss, axis=replace(SCORE, label="linear predictor  x"))
_logit = partial(Loss, axis=replace(SCORE, label="logit  x"))
_gap = partial(Loss, axis=replace(SCORE, label="logit gap  x"))

LOSSES = (
    _linear(
        "poisson-log",
        "exp(x) if target <= 0 else target*(1 + expm1mx(x - log(target)) - log(target)) "
        "if abs(x - log(target)) < 1 else exp(x) - target*x",
        textbook="exp(x) - target*x",
        summary="Poisson regression: minus the log-likelihood as a function of the linear predictor.",
        source="Nelder & Wedderburn 1972, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("poisson", "poissonloss", "poissonnllloss"),
        equivalents=(
            Equivalent("torch:poisson_nll", "torch.nn.PoissonNLLLoss(log_input=True)"),
            Equivalent("sklearn:poisson", 'sklearn.ensemble.HistGradientBoostingRegressor(loss="poisson")'),
            Equivalent("xgboost:count:poisson", 'xgboost.train({"objective": "count:poisson"})'),
            Equivalent("lightgbm:poisson", 'lightgbm.train({"objective": "poisson"})'),
        ),
    ),
    _linear(
        "gamma-log",
        "1 + expm1mx(log(target) - x) + log(target) if abs(x - log(target)) < 1 else x + target*exp(-x)",
        textbook="x + target*exp(-x)",
        summary="Gamma regression with a log link: minus the log-likelihood, less constants.",
        source="McCullagh & Nelder 1989, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, POSITIVE),),
        aliases=("gamma", "exponential-nll"),
        equivalents=(
            Equivalent("sklearn:gamma", 'sklearn.ensemble.HistGradientBoostingRegressor(loss="gamma")'),
            Equivalent("xgboost:reg:gamma", 'xgboost.train({"objective": "reg:gamma"})'),
            Equivalent("lightgbm:gamma", 'lightgbm.train({"objective": "gamma"})'),
        ),
    ),
    _linear(
        "tweedie-log",
        "target^(2 - power)*((1 + expm1mx((2 - power)*(x - log(target))))/(2 - power)"
        " - (1 + expm1mx((1 - power)*(x - log(target))))/(1 - power)) "
        "if target > 0 else exp((2 - power)*x)/(2 - power)",
        textbook="exp((2 - power)*x)/(2 - power) - target*exp((1 - power)*x)/(1 - power)",
        summary="Tweedie regression with a log link: between Poisson (power 1) and gamma (2).",
        source="Tweedie 1984; Jorgensen 1987, Exponential Dispersion Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE), Parameter("power", 1.5, Interval(1.0, 2.0))),
        aliases=("tweedie",),
        equivalents=(
            Equivalent(
                "xgboost:reg:tweedie", 'xgboost.train({"objective": "reg:tweedie", "tweedie_variance_power": power})'
            ),
            Equivalent("lightgbm:tweedie", 'lightgbm.train({"objective": "tweedie", "tweedie_variance_power": power})'),
            Equivalent("sklearn:tweedie", 'sklearn.linear_model.TweedieRegressor(power=power, link="log")'),
        ),
    ),
    _logit(
        "bce-logits",
        "target*softplus(-x) + (1 - target)*softplus(x)",
        textbook="log(1 + exp(x)) - target*x",
        derivative="1/(1 + exp(-x)) - target",
        summary="Cross-entropy between a soft target and the sigmoid of a logit.",
        source="Cox 1958, The regression analysis of binary sequences",
        parameters=(Parameter("target", 1.0, UNIT),),
        aliases=("sigmoid-binary-cross-entropy", "xentropy"),
        equivalents=(
            Equivalent("torch:bce_with_logits_soft", "torch.nn.BCEWithLogitsLoss()"),
            Equivalent("keras:binary_crossentropy_logits", "keras.losses.BinaryCrossentropy(from_logits=True)"),
            Equivalent("optax:sigmoid_binary_cross_entropy_soft", "optax.sigmoid_binary_cross_entropy(x, target)"),
            Equivalent("lightgbm:cross_entropy", 'lightgbm.train({"objective": "cross_entropy"})'),
            Equivalent("sklearn:half_binomial", "sklearn._loss.HalfBinomialLoss()"),
            Equivalent("xgboost:reg:logistic", 'xgboost.train({"objective": "reg:logistic"})'),
        ),
    ),
    _gap(
        "softmax-ce-gap",
        "softplus(log(classes - 1) - x)",
        textbook="log(1 + (classes - 1)*exp(-x))",
        summary="Softmax cross-entropy as a function of how far the true logit stands above the others.",
        source="Bridle 1990, Probabilistic Interpretation of Feedforward Classification Network Outputs",
        parameters=(Parameter("classes", 2.0, Interval(2.0, low_closed=True), integer=True),),
        aliases=("softmax-cross-entropy", "sparse-categorical-crossentropy"),
        equivalents=(
            Equivalent("torch:cross_entropy", "torch.nn.CrossEntropyLoss()"),
            Equivalent("optax:softmax_cross_entropy", "optax.softmax_cross_entropy_with_integer_labels(logits, label)"),
            Equivalent(
                "keras:sparse_categorical_crossentropy", "keras.losses.SparseCategoricalCrossentropy(from_logits=True)"
            ),
            Equivalent("sklearn:half_multinomial", "sklearn._loss.HalfMultinomialLoss(n_classes=classes)"),
            Equivalent(
                "xgboost:multi:softprob", 'xgboost.train({"objective": "multi:softprob", "num_class": classes})'
            ),
            Equivalent("lightgbm:multiclass", 'lightgbm.train({"objective": "multiclass", "num_class": classes})'),
        ),
    ),
)
