"""Losses of a prediction x for a fixed target: counts, amounts, soft labels, percentages."""

from dataclasses import replace
from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import (
    MEAN,
    NONNEGATIVE,
    OPEN_UNIT,
    POSITIVE,
    PREDICTION,
    REAL,
    TWO,
    UNIT,
    ZERO,
    Interval,
    LooseAlias,
    Loss,
    Parameter,
)
from lossplot._losses.equivalent import Equivalent

_loss = partial(Loss, "", axis=PREDICTION)
# Conditions of the calls.
_PAIRS = "x and target are the pairs (x, 1 - x) and (target, 1 - target)"
_METRIC = "x is the mean that the objective predicts"
_mean = partial(_loss, axis=MEAN)
_probability = partial(_loss, axis=replace(PREDICTION, label="predicted probability *x*", domain=UNIT, view=(0.0, 1.0)))

LOSSES = {
    "poisson-mean": _mean(
        "x - xlogy(target, x)",
        title="Poisson",
        summary="Minus the Poisson log-likelihood of the target, as a function of the predicted mean.",
        source="Nelder & Wedderburn 1972, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("keras-poisson",),
        equivalents=(
            lib.keras("Poisson()", "poisson"),
            lib.torch(
                "PoissonNLLLoss(log_input=False, full=False)", "poisson_nll_mean", condition="x is the mean itself"
            ),
            lib.torch(
                "PoissonNLLLoss(log_input=False, full=True)",
                "poisson_nll_mean_full",
                constant=lib.STIRLING,
                condition="x is the mean itself",
            ),
        ),
    ),
    "poisson-full": _mean(
        "poissonnll(x, target)",
        title="Poisson negative log-likelihood",
        summary="Minus the Poisson log-likelihood with its constant, log(target!), which is exact here.",
        source="Poisson 1837; McCullagh & Nelder 1989, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("poisson-nll", "poisson-nll-full"),
        equivalents=(
            Equivalent("scipy:poisson_logpmf", "-scipy.stats.poisson.logpmf(target, x)", condition="whole targets"),
            Equivalent(
                "xgboost:poisson-nloglik", 'xgboost.train({"eval_metric": "poisson-nloglik"})', condition=_METRIC
            ),
        ),
    ),
    "poisson-deviance": _mean(
        "2*poissongap(x, target) if target > 0 else 2*x",
        textbook="2*(target*log(target/x) - target + x) if target > 0 else 2*x",
        derivative="2*(x - target)/x",
        title="Poisson deviance",
        summary="Twice the Poisson log-likelihood lost by predicting x instead of the target.",
        source="McCullagh & Nelder 1989, Generalized Linear Models",
        parameters=(Parameter("target", 1.0, NONNEGATIVE),),
        aliases=("mean-poisson-deviance",),
        loose_aliases=(LooseAlias("generalized-kl", "half of it"),),
        equivalents=(
            lib.metric("mean_poisson_deviance([target], [x])"),
            lib.optax(
                "losses.convex_kl_divergence(jax.numpy.log(jax.numpy.array([x])), jax.numpy.array([target], float))",
                factor="1/2",
            ),
            lib.optax(
                "losses.generalized_kl_divergence(jax.numpy.log(jax.numpy.array([x])),"
                " jax.numpy.array([target], float))",
                factor="1/2",
            ),
            lib.family("Poisson().deviance(target, x)"),
            lib.scipy("special.kl_div(target, x)", factor="1/2"),
        ),
    ),
    "gamma-deviance": _mean(
        "2*gammagap(x, target)",
        textbook="2*(log(x/target) + target/x - 1)",
        title="Gamma deviance",
        summary="Twice the gamma log-likelihood lost; twice the Itakura-Saito distance.",
        source="McCullagh & Nelder 1989; Itakura & Saito 1968",
        parameters=(Parameter("target", 1.0, POSITIVE),),
        aliases=("mean-gamma-deviance",),
        loose_aliases=(LooseAlias("itakura-saito", "half of it, target/x - log(target/x) - 1"),),
        equivalents=(
            lib.metric("mean_gamma_deviance([target], [x])"),
            lib.family("Gamma().deviance(target, x)"),
            Equivalent("xgboost:gamma-deviance", 'xgboost.train({"eval_metric": "gamma-deviance"})', condition=_METRIC),
            Equivalent("lightgbm:gamma_deviance", 'lightgbm.train({"metric": "gamma_deviance"})', condition=_METRIC),
        ),
    ),
    "tweedie-deviance": _mean(
        "2*tweediegap(x, target, power)",
        textbook="2*(target^(2 - power)/((1 - power)*(2 - power))"
        " - target*x^(1 - power)/(1 - power) + x^(2 - power)/(2 - power))",
        title="Tweedie deviance",
        summary="The deviance between Poisson (power 1) and gamma (2) and beyond: for amounts with many zeros.",
        source="Jorgensen 1987, Exponential Dispersion Models",
        parameters=(
            Parameter("target", 1.0, NONNEGATIVE),
            Parameter("power", 1.5, REAL, holes=(Interval(0.0, 1.0, high_closed=True), TWO)),
        ),
        requires="max(target, 2 - power) > 0",
        aliases=("mean-tweedie-deviance",),
        equivalents=(
            lib.metric("mean_tweedie_deviance([target], [x], power=power)"),
            lib.sklearn(
                'linear_model.TweedieRegressor(power=power, link="identity")', "tweedie_identity", factor="1/2"
            ),
            lib.family("InverseGaussian().deviance(target, x)", defaults=(("power", 3.0),)),
            lib.family("Tweedie(var_power=power).deviance(target, x)"),
        ),
    ),
    "bce-probability": _probability(
        "-xlogy(target, x) - xlog1py(1 - target, -x)",
        title="Binary cross-entropy",
        summary="Cross-entropy between a soft target and the predicted probability.",
        source="Good 1952, Rational Decisions",
        parameters=(Parameter("target", 0.7, UNIT),),
        aliases=("bceloss", "soft-bce"),
        equivalents=(
            lib.torch("BCELoss()", "bce_soft"),
            lib.keras("BinaryCrossentropy(from_logits=False)", "binary_crossentropy_soft"),
        ),
    ),
    "quality-focal": _probability(
        "-xlogy(target, x)*pow(abs(x - target), beta) - xlog1py(1 - target, -x)*pow(abs(x - target), beta)",
        textbook="-abs(x - target)^beta*(target*log(x) + (1 - target)*log(1 - x))",
        title="Quality focal",
        summary="Cross-entropy with a soft target, the quality of a box, weighed by how far the prediction is from it.",
        source="Li et al. 2020, Generalized Focal Loss: Learning Qualified and Distributed Bounding Boxes",
        parameters=(
            Parameter("target", 0.5, UNIT, least=1e-4),
            Parameter("beta", 2.0, NONNEGATIVE, least=0.1, most=64.0),
        ),
        aliases=("qfl", "quality-focal-loss", "qualityfocalloss", "generalized-focal"),
    ),
    "varifocal": _probability(
        "target*(-xlogy(target, x) - xlog1py(1 - target, -x)) if target > 0 else alpha*focalother(x, gamma)",
        textbook="-target*(target*log(x) + (1 - target)*log(1 - x)) if target > 0 else -alpha*x^gamma*log(1 - x)",
        title="Varifocal",
        summary="Cross-entropy weighed by the quality of a box; without a box, a focal loss of the other class.",
        source="Zhang, Wang, Dayoub & Sunderhauf 2021, VarifocalNet: An IoU-aware Dense Object Detector",
        parameters=(
            Parameter("target", 0.0, UNIT),
            Parameter("alpha", 0.75, POSITIVE),
            Parameter("gamma", 2.0, NONNEGATIVE),
        ),
        aliases=("vfl", "varifocal-loss", "varifocalloss"),
    ),
    "kl-bernoulli": _probability(
        "target*logdev(x/target) + (1 - target)*logdev((1 - x)/(1 - target))",
        textbook="target*log(target/x) + (1 - target)*log((1 - target)/(1 - x))",
        derivative="(x - target)/(x*(1 - x))",
        title="Kullback–Leibler divergence",
        summary="The divergence of the prediction from a soft target: cross-entropy less what cannot be avoided.",
        source="Kullback & Leibler 1951, On Information and Sufficiency",
        parameters=(Parameter("target", 0.7, OPEN_UNIT),),
        aliases=("kl", "kld", "kl-div", "kldiv", "kldivloss", "forward-kl"),
        equivalents=(
            lib.torch(
                'KLDivLoss(reduction="batchmean", log_target=False)', "kl_div", condition=f"{_PAIRS}; it takes log x"
            ),
            lib.torch(
                'KLDivLoss(reduction="batchmean", log_target=True)',
                "kl_div_log_target",
                condition=f"{_PAIRS}; it takes log x and log target",
            ),
            lib.keras("KLDivergence()", "kl_divergence", condition=_PAIRS),
            lib.optax(
                "losses.kl_divergence(jax.numpy.log(jax.numpy.array([x, 1 - x])),"
                " jax.numpy.array([target, 1 - target]))"
            ),
            lib.optax(
                "losses.kl_divergence_with_log_targets(jax.numpy.log(jax.numpy.array([x, 1 - x])),"
                " jax.numpy.log(jax.numpy.array([target, 1 - target])))",
            ),
            Equivalent(
                "scipy:rel_entr", "scipy.special.rel_entr(target, x) + scipy.special.rel_entr(1 - target, 1 - x)"
            ),
            lib.family("Binomial().deviance(target, x)", factor="2"),
        ),
    ),
    "reverse-kl-bernoulli": _probability(
        "target*xlogxdev(x/target) + (1 - target)*xlogxdev((1 - x)/(1 - target))",
        textbook="x*log(x/target) + (1 - x)*log((1 - x)/(1 - target))",
        title="Reverse Kullback–Leibler divergence",
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
    "msle": _loss(
        "log1pgap(x, target)^2",
        textbook="(log(1 + x) - log(1 + target))^2",
        title="Squared logarithmic error",
        summary="The squared error of logarithms: for targets that range over orders of magnitude.",
        source="scikit-learn, sklearn.metrics.mean_squared_log_error",
        parameters=(Parameter("target", 1.0, Interval(-1.0)),),
        aliases=("mean-squared-log-error", "squaredlogerror"),
        loose_aliases=(LooseAlias("rmsle", "the root of its mean over the examples"),),
        equivalents=(
            lib.metric("mean_squared_log_error([target], [x])"),
            lib.keras("MeanSquaredLogarithmicError()", "mean_squared_logarithmic_error"),
            lib.xgboost("reg:squaredlogerror", factor="1/2"),
        ),
        axis=replace(PREDICTION, domain=Interval(-1.0), view=(-1.0, 5.0)),
    ),
    "mape": _loss(
        "abs(x - target)/abs(target)",
        title="Absolute percentage error",
        summary="The absolute error as a fraction of the target.",
        source="Armstrong 1985, Long-Range Forecasting",
        parameters=(Parameter("target", 1.0, REAL, holes=(ZERO,)),),
        aliases=("mean-absolute-percentage-error",),
        equivalents=(
            lib.metric("mean_absolute_percentage_error([target], [x])"),
            lib.keras("MeanAbsolutePercentageError()", "mean_absolute_percentage_error", factor="100"),
            lib.lightgbm("mape", factor="abs(target)/max(1, abs(target))"),
            lib.catboost_regressor("MAPE", factor="abs(target)/max(1, abs(target))"),
        ),
    ),
    "smape": _loss(
        "sign(x - target)*(2 - 4*target/(x + target)) if x > 0 else 2",
        textbook="2*abs(x - target)/(abs(x) + abs(target))",
        title="Symmetric percentage error",
        summary="The absolute error as a fraction of the mean of prediction and target: never more than 2.",
        source="Makridakis 1993, Accuracy Measures: Theoretical and Practical Concerns",
        parameters=(Parameter("target", 1.0, POSITIVE),),
        aliases=("symmetric-mape",),
    ),
    "gaussian-nll-variance": _loss(
        "(log(x) + residual^2/x)/2",
        title="Gaussian of unknown variance",
        summary="Minus the Gaussian log-likelihood as a function of the predicted variance, for a given residual.",
        source="Nix & Weigend 1994, Estimating the Mean and Variance of the Target Probability Distribution",
        parameters=(Parameter("residual", 1.0, REAL),),
        aliases=("gaussian-nll-var",),
        equivalents=(
            lib.torch(
                "GaussianNLLLoss(full=False)", "gaussian_nll_variance", condition="x is the variance that it takes"
            ),
        ),
        axis=replace(PREDICTION, label="predicted variance *x*", domain=POSITIVE, view=(0.0, 5.0)),
    ),
    "gaussian-nll-log-sigma": _loss(
        "x if abs(residual) <= 0 else log(abs(residual)) + 1/2 + expm1mx(2*(log(abs(residual)) - x))/2"
        " if abs(log(abs(residual)) - x) < 1/2 else x + (residual*exp(-x))^2/2",
        textbook="x + residual^2*exp(-2*x)/2",
        title="Gaussian of unknown log sigma",
        summary="Minus the Gaussian log-likelihood as a function of the predicted log sigma, for a given residual.",
        source="Nix & Weigend 1994; Kendall & Gal 2017, What Uncertainties Do We Need in Bayesian Deep Learning?",
        parameters=(Parameter("residual", 1.0, REAL),),
        aliases=("gaussian-nll-logsigma", "heteroscedastic"),
        equivalents=(
            lib.torch("GaussianNLLLoss(full=False)", "gaussian_nll_log_sigma", condition="of a variance of exp(2*x)"),
        ),
        axis=replace(PREDICTION, label="predicted log sigma *x*", view=(-2.0, 3.0)),
    ),
    "negative-binomial": _mean(
        "negbinomial(x, target, alpha)",
        title="Negative binomial",
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
}
