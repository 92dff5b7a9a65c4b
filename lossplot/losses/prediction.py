"""Losses of a prediction x for a fixed target: counts, amounts, soft labels, percentages."""

from dataclasses import replace
from functools import partial

from lossplot.losses.entry import (
    NONNEGATIVE,
    OPEN_UNIT,
    POSITIVE,
    PREDICTION,
    REAL,
    UNIT,
    ZERO,
    Equivalent,
    Interval,
    Loss,
    Parameter,
)

_mean = partial(Loss, axis=replace(PREDICTION, label="predicted mean  x", domain=POSITIVE, view=(0.0, 5.0)))
_probability = partial(Loss, axis=replace(PREDICTION, label="predicted probability  x", domain=UNIT, view=(0.0, 1.0)))

LOSSES = (
    _mean(
        "poisson-mean",
        "x - xlogy(target, x)",
        summary="Minus the Poisson log-likelihood of the target, as a function of the predicted mean.",
        source="Nelder & Wedderburn 1972, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("keras-poisson",),
        equivalents=(
            Equivalent("keras:poisson", "keras.losses.Poisson()"),
            Equivalent("torch:poisson_nll_mean", "torch.nn.PoissonNLLLoss(log_input=False)"),
        ),
    ),
    _mean(
        "poisson-deviance",
        "2*target*logdev(x/target) if target > 0 else 2*x",
        textbook="2*(target*log(target/x) - target + x) if target > 0 else 2*x",
        derivative="2*(x - target)/x",
        summary="Twice the Poisson log-likelihood lost by predicting x instead of the target.",
        source="McCullagh & Nelder 1989, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("mean-poisson-deviance", "generalized-kl"),
        equivalents=(
            Equivalent("sklearn:mean_poisson_deviance", "sklearn.metrics.mean_poisson_deviance(target, x)"),
            Equivalent(
                "optax:generalized_kl_divergence", "optax.losses.generalized_kl_divergence(log(x), target)", "1/2"
            ),
            Equivalent("statsmodels:Poisson", "statsmodels.genmod.families.Poisson().deviance(target, x)"),
            Equivalent("scipy:kl_div", "scipy.special.kl_div(target, x)", "1/2"),
        ),
    ),
    _mean(
        "gamma-deviance",
        "2*logdev(target/x)",
        textbook="2*(log(x/target) + target/x - 1)",
        derivative="2*(x - target)/x^2",
        summary="Twice the gamma log-likelihood lost; twice the Itakura-Saito distance.",
        source="McCullagh & Nelder 1989; Itakura & Saito 1968",
        parameters=(Parameter("target", 1.0, POSITIVE),),
        aliases=("mean-gamma-deviance", "itakura-saito"),
        equivalents=(
            Equivalent("sklearn:mean_gamma_deviance", "sklearn.metrics.mean_gamma_deviance(target, x)"),
            Equivalent("statsmodels:Gamma", "statsmodels.genmod.families.Gamma().deviance(target, x)"),
            Equivalent("xgboost:gamma-deviance", 'xgboost.train({"eval_metric": "gamma-deviance"})'),
            Equivalent("lightgbm:gamma_deviance", 'lightgbm.train({"metric": "gamma_deviance"})'),
        ),
    ),
    _mean(
        "tweedie-deviance",
        "2*x^(2 - power)/(2 - power) if target <= 0 else "
        "2*target^(2 - power)*(expm1mx((2 - power)*log(x/target))/(2 - power)"
        " - expm1mx((1 - power)*log(x/target))/(1 - power)) "
        "if abs(log(x/target)) < 1 else 2*(target^(2 - power)/((1 - power)*(2 - power))"
        " - target*x^(1 - power)/(1 - power) + x^(2 - power)/(2 - power)) if 1 < power < 2 else "
        "2*(target^(2 - power)/((1 - power)*(2 - power)) + x^(1 - power)*(x/(2 - power) - target/(1 - power)))",
        textbook="2*(target^(2 - power)/((1 - power)*(2 - power))"
        " - target*x^(1 - power)/(1 - power) + x^(2 - power)/(2 - power))",
        derivative="2*(x^(1 - power) - target*x^(-power))",
        summary="The deviance between Poisson (power 1) and gamma (2) and beyond: for amounts with many zeros.",
        source="Jorgensen 1987, Exponential Dispersion Models",
        parameters=(
            Parameter("target", 1.0, NONNEGATIVE),
            Parameter(
                "power",
                1.5,
                REAL,
                holes=(Interval(0.0, 1.0, high_closed=True), Interval(2.0, 2.0, True, True)),
                most=100.0,
            ),
        ),
        requires="max(target, 2 - power) > 0",
        aliases=("mean-tweedie-deviance",),
        equivalents=(
            Equivalent(
                "sklearn:mean_tweedie_deviance", "sklearn.metrics.mean_tweedie_deviance(target, x, power=power)"
            ),
            Equivalent(
                "sklearn:tweedie_identity", 'sklearn.linear_model.TweedieRegressor(power=power, link="identity")', "1/2"
            ),
            Equivalent(
                "statsmodels:Tweedie", "statsmodels.genmod.families.Tweedie(var_power=power).deviance(target, x)"
            ),
        ),
    ),
    _probability(
        "bce-probability",
        "-xlogy(target, x) - xlog1py(1 - target, -x)",
        summary="Cross-entropy between a soft target and the predicted probability.",
        source="Good 1952, Rational Decisions",
        parameters=(Parameter("target", 0.7, UNIT),),
        aliases=("bceloss", "soft-bce"),
        equivalents=(
            Equivalent("torch:bce_soft", "torch.nn.BCELoss()"),
            Equivalent("keras:binary_crossentropy_soft", "keras.losses.BinaryCrossentropy()"),
        ),
    ),
    _probability(
        "kl-bernoulli",
        "target*logdev(x/target) + (1 - target)*logdev((1 - x)/(1 - target))",
        textbook="target*log(target/x) + (1 - target)*log((1 - target)/(1 - x))",
        derivative="(x - target)/(x*(1 - x))",
        summary="The divergence of the prediction from a soft target: cross-entropy less what cannot be avoided.",
        source="Kullback & Leibler 1951, On Information and Sufficiency",
        parameters=(Parameter("target", 0.7, OPEN_UNIT),),
        aliases=("kl", "kld", "kl-div", "kldivloss", "forward-kl"),
        equivalents=(
            Equivalent("torch:kl_div", 'torch.nn.KLDivLoss(reduction="batchmean")'),
            Equivalent("keras:kl_divergence", "keras.losses.KLDivergence()"),
            Equivalent("optax:kl_divergence", "optax.losses.kl_divergence(log(x), target)"),
            Equivalent(
                "scipy:rel_entr", "scipy.special.rel_entr(target, x) + scipy.special.rel_entr(1 - target, 1 - x)"
            ),
            Equivalent("statsmodels:Binomial", "statsmodels.genmod.families.Binomial().deviance(target, x)", "2"),
        ),
    ),
    _probability(
        "reverse-kl-bernoulli",
        "target*xlogxdev(x/target) + (1 - target)*xlogxdev((1 - x)/(1 - target))",
        textbook="x*log(x/target) + (1 - x)*log((1 - x)/(1 - target))",
        summary="The divergence the other way round: it seeks modes rather than covering them.",
        source="Minka 2005, Divergence Measures and Message Passing",
        parameters=(Parameter("target", 0.7, OPEN_UNIT),),
        aliases=("reverse-kl", "mode-seeking-kl"),
        equivalents=(
            Equivalent(
                "scipy:rel_entr_reverse",
                "scipy.special.rel_entr(x, target) + scipy.special.rel_entr(1 - x, 1 - target)",
            ),
        ),
    ),
    Loss(
        "msle",
        "log1p((x - target)/(1 + target))^2 if target < 1000 else (log1p(x) - log1p(target))^2",
        textbook="(log(1 + x) - log(1 + target))^2",
        summary="The squared error of logarithms: for targets that range over orders of magnitude.",
        source="scikit-learn, sklearn.metrics.mean_squared_log_error",
        parameters=(Parameter("target", 1.0, Interval(-1.0)),),
        aliases=("mean-squared-log-error", "squaredlogerror", "rmsle"),
        equivalents=(
            Equivalent("sklearn:mean_squared_log_error", "sklearn.metrics.mean_squared_log_error(target, x)"),
            Equivalent("keras:mean_squared_logarithmic_error", "keras.losses.MeanSquaredLogarithmicError()"),
            Equivalent("xgboost:reg:squaredlogerror", 'xgboost.train({"objective": "reg:squaredlogerror"})', "1/2"),
        ),
        axis=replace(PREDICTION, domain=Interval(-1.0), view=(-1.0, 5.0)),
    ),
    Loss(
        "mape",
        "abs(x - target)/abs(target)",
        summary="The absolute error as a fraction of the target.",
        source="Armstrong 1985, Long-Range Forecasting",
        parameters=(Parameter("target", 1.0, REAL, holes=(ZERO,)),),
        aliases=("mean-absolute-percentage-error",),
        equivalents=(
            Equivalent(
                "sklearn:mean_absolute_percentage_error", "sklearn.metrics.mean_absolute_percentage_error(target, x)"
            ),
            Equivalent("keras:mean_absolute_percentage_error", "keras.losses.MeanAbsolutePercentageError()", "100"),
            Equivalent("lightgbm:mape", 'lightgbm.train({"objective": "mape"})', "abs(target)/max(1, abs(target))"),
        ),
        axis=PREDICTION,
    ),
    Loss(
        "smape",
        "2*abs(1 - 2*target/(x + target)) if x > 0 else 2",
        textbook="2*abs(x - target)/(abs(x) + abs(target))",
        derivative="4*target*sign(x - target)/(x + target)^2 if x > 0 else 0",
        summary="The absolute error as a fraction of the mean of prediction and target: never more than 2.",
        source="Makridakis 1993, Accuracy Measures: Theoretical and Practical Concerns",
        parameters=(Parameter("target", 1.0, POSITIVE),),
        aliases=("symmetric-mape",),
        axis=PREDICTION,
    ),
    Loss(
        "gaussian-nll-variance",
        "(log(x) + residual^2/x)/2",
        summary="The Gaussian likelihood as a function of the predicted variance, for a given residual.",
        source="Nix & Weigend 1994, Estimating the Mean and Variance of the Target Probability Distribution",
        parameters=(Parameter("residual", 1.0, REAL),),
        aliases=("gaussian-nll-var",),
        equivalents=(Equivalent("torch:gaussian_nll_variance", "torch.nn.GaussianNLLLoss(full=False)"),),
        axis=replace(PREDICTION, label="predicted variance  x", domain=POSITIVE, view=(0.0, 5.0)),
    ),
    _mean(
        "negative-binomial",
        "(target + 1/alpha)*log1p(alpha*x) - xlogy(target, x)",
        derivative="(x - target)/(x*(1 + alpha*x))",
        summary="Counts with more spread than Poisson's: minus the NB2 log-likelihood, less constants.",
        source="Cameron & Trivedi 1998, Regression Analysis of Count Data",
        parameters=(Parameter("target", 1.0, NONNEGATIVE), Parameter("alpha", 1.0, POSITIVE)),
        aliases=("nb2",),
        equivalents=(
            Equivalent(
                "statsmodels:NegativeBinomial",
                "-statsmodels.genmod.families.NegativeBinomial(alpha=alpha).loglike_obs(target, x)",
            ),
        ),
    ),
)
