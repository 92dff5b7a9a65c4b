"""Losses of accelerated failure time models: of the error of a predicted logarithm of a time, which may be censored."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from lossplot._losses.entry import ERROR, POSITIVE, UNIT, Loss, Parameter
from lossplot._losses.equivalent import Equivalent

_KALBFLEISCH = "Kalbfleisch & Prentice 2002, The Statistical Analysis of Failure Time Data"
_loss = partial(
    Loss,
    "",
    axis=replace(ERROR, label="error *r* = prediction \u2212 log time"),
    source=f"{_KALBFLEISCH}; Barnwal, Cho & Hocking 2022, Survival Regression with Accelerated Failure Time Model "
    "in XGBoost",
    parameters=(Parameter("sigma", 1.0, POSITIVE), Parameter("censored", 0.0, UNIT, integer=True)),
)


def _aft(distribution: str, name: str) -> Equivalent:
    """Return the equivalent in XGBoost for errors of this distribution."""
    settings: Mapping[str, str] = {
        "aft_loss_distribution": f'"{distribution}"',
        "aft_loss_distribution_scale": "sigma",
    }
    words = ", ".join(f'"{key}": {value}' for key, value in {"objective": '"survival:aft"', **settings}.items())
    return Equivalent(
        f"xgboost:{name}",
        f"xgboost.train({{{words}}})",
        condition="of a time of 1, with a label_upper_bound of inf if it is censored; else it adds log time",
    )


LOSSES = {
    "aft-normal": _loss(
        "-log_ndtr(r/sigma) if censored > 0 else log(sigma) + log(2*pi)/2 + (r/sigma)^2/2",
        textbook="-log(ndtr(r/sigma)) if censored > 0 else log(sigma) + log(2*pi)/2 + r^2/(2*sigma^2)",
        title="Log-normal survival",
        summary="Minus the log-likelihood of a log-normal time, or of its being longer where it is censored.",
        aliases=("aft", "log-normal-aft"),
        equivalents=(
            _aft("normal", "survival:aft"),
            Equivalent(
                "scipy:norm_logsf",
                "-scipy.stats.norm.logsf(-r, scale=sigma)",
                condition="for censored = 1",
                defaults=(("censored", 1.0),),
            ),
        ),
    ),
    "aft-logistic": _loss(
        "softplus(-r/sigma) if censored > 0 else log(sigma) + softplus2(r/sigma, 0)",
        textbook="log(1 + exp(-r/sigma)) if censored > 0 else log(sigma) + r/sigma + 2*log(1 + exp(-r/sigma))",
        derivative="-1/(sigma*(1 + exp(r/sigma))) if censored > 0 else tanh(r/(2*sigma))/sigma",
        title="Log-logistic survival",
        summary="Minus the log-likelihood of a log-logistic time, or of its being longer where it is censored.",
        aliases=("log-logistic-aft",),
        equivalents=(
            _aft("logistic", "survival:aft_logistic"),
            Equivalent(
                "scipy:logistic_logpdf", "-scipy.stats.logistic.logpdf(r, scale=sigma)", condition="for censored = 0"
            ),
        ),
    ),
    "aft-extreme": _loss(
        "expscaled(r, -1/sigma) if censored > 0 else log(sigma) + 1 + linex(r, -1/sigma, 1)",
        textbook="exp(-r/sigma) if censored > 0 else log(sigma) + r/sigma + exp(-r/sigma)",
        title="Weibull survival",
        summary="Minus the log-likelihood of a Weibull time, or of its being longer where it is censored.",
        aliases=("weibull", "weibull-aft"),
        equivalents=(
            _aft("extreme", "survival:aft_extreme"),
            Equivalent(
                "scipy:gumbel_r_logpdf", "-scipy.stats.gumbel_r.logpdf(r, scale=sigma)", condition="for censored = 0"
            ),
        ),
    ),
}
